package picture

import (
	"strings"
	"unicode"

	"filingview/parser/internal/sheet"
)

// What becomes of a region.
const (
	same  = iota // the text layer has it
	adopt        // the text layer misread it
	keep         // the picture does not tell
	add          // the text layer passed over it
)

// judge compares what the picture shows with what the text layer has. The picture is
// taken only where each of its words is read well, none of the text layer's is lost,
// and none is contradicted that is read well itself.
func (p *page) judge(g *region, own []*word, seen map[string]int) int {
	var said, shown strings.Builder
	for _, k := range g.words {
		said.WriteString(p.sheet.Words[k].Text)
	}
	for _, w := range own {
		shown.WriteString(w.text)
	}
	switch {
	case len(own) == 0:
		return keep
	case said.String() == shown.String():
		return same
	case strings.ContainsAny(said.String(), "_☐☒"), len(g.words) > 0 && plain(said.String()) == plain(shown.String()) && lessPunctuated(shown.String(), said.String()):
		return keep
	}
	for i, w := range own {
		if !p.trusted(g, w, seen) || w.what == mark && i == 0 && len(own) > 1 && own[1].what == letters {
			return keep // marks stand after words
		}
	}
	for _, k := range g.words {
		if t := &p.sheet.Words[k]; (seen[t.Text] > 1 || len(plain(t.Text)) > 3 || countDigits(t.Text) > 0) && plain(t.Text) != "" && p.over(t, own) == nil {
			return keep // what the text layer has here is not among the words
		}
	}
	if len(g.words) == 0 {
		return add
	}
	if onlyLetters(own) && p.known(g, seen) {
		return keep
	}
	return adopt
}

// trusted reports whether a word is read well, and not against one that the text layer
// has for certain.
func (p *page) trusted(g *region, w *word, seen map[string]int) bool {
	said := p.saidOf(g, w)
	digits := countDigits(w.text)
	switch w.what {
	case mark:
		// "(ii)" is like "(11)".
		return plain(said) == "" || strings.Trim(plain(said), "ivxl") != "" || !strings.HasSuffix(said, ")")
	case capital:
		// A slim I may be what is left of a ruled line.
		return w.text != "I" || len(g.words) > 0 || w.letters[0].shape.w >= 5
	case letters:
		return !alikeWords(said, w.text) && (seen[w.text] > 1 && len(w.text) > 2 || said == w.text) || said == w.text
	case value:
		switch {
		case contradicts(w.text, said) && !p.linedInto(g, w, said) && !misses(said, w.text):
			return false // two whole numbers: the machine's eye for letters is the better one
		case w.text == "$", w.text == "0", w.text == "$0":
			return !isCapital(said)
		case len(g.words) == 0:
			return digits > 2 || digits == 2 && strings.ContainsAny(w.text, "$.")
		case countDigits(said) == 0:
			return digits > 2 && (!isWord(said) || strings.ContainsAny(strings.TrimRight(w.text, ",."), ",./$"))
		case strings.ContainsFunc(said, unicode.IsLetter) && !strings.ContainsAny(w.text, ",/$") && sheet.Within(said, w.text, 2):
			return false // "10B5-1"
		case digits < countDigits(said) && isNumber(said) && (said[0] != '1' || p.inkBefore(g, w)):
			return false // a digit is lost; a 1 in front may be a ruled line
		}
		return true
	}
	return false
}

// contradicts reports whether the text layer has a whole number or date with other digits
// than the picture.
func contradicts(shown, said string) bool {
	a, b := digitsOf(said), digitsOf(shown)
	return (isNumber(said) || isDate(said)) && a != b && 2*len(a) >= len(b)
}

// linedInto reports whether the text layer has a number that the picture has, with a ruled
// line at one or both of its ends as a 1.
func (p *page) linedInto(g *region, w *word, said string) bool {
	a, b := digitsOf(said), digitsOf(w.text)
	return len(a) > len(b) && len(b) > 0 && (a == "1"+b || a == b+"1" || a == "1"+b+"1") && !p.inkBefore(g, w)
}

// misses reports whether the text layer has a number that the picture has without its first
// digit, which a ruled line close to it hides.
func misses(said, shown string) bool {
	a, b := digitsOf(said), digitsOf(shown)
	return len(b) == len(a)+1 && b[1:] == a
}

// saidOf gives what the text layer has where a word stands.
func (p *page) saidOf(g *region, w *word) string {
	said := ""
	for _, k := range g.words {
		if t := &p.sheet.Words[k]; p.over(t, []*word{w}) != nil {
			said += t.Text
		}
	}
	return said
}

// over gives the word whose box has the middle of a word of the text layer in it.
func (p *page) over(t *sheet.Word, own []*word) *word {
	r := p.raster
	x, y := ((t.Box.X0+t.Box.X1)/2-r.box[0])*r.scale, ((t.Box.Y0+t.Box.Y1)/2-r.box[1])*r.scale
	for _, w := range own {
		slack := float32(w.box.height()) / 2
		if x >= float32(w.box.x0)-slack && x <= float32(w.box.x1)+slack && y >= float32(w.box.y0)-2*slack && y <= float32(w.box.y1)+2*slack {
			return w
		}
	}
	return nil
}

// known reports whether all words of the text layer in a region stand elsewhere, too.
func (p *page) known(g *region, seen map[string]int) bool {
	for _, k := range g.words {
		if seen[p.sheet.Words[k].Text] < 2 {
			return false
		}
	}
	return true
}

// withoutScraps leaves out single pieces of ink beside what is read well: what is left
// of ruled lines and brackets. The sign of dollars before a number is one even if it is
// like no other letter.
func withoutScraps(own []*word) []*word {
	told := false
	for _, w := range own {
		told = told || w.what == value && len(w.text) > 1 || w.what == mark || w.what == capital
	}
	if !told {
		return own
	}
	var out []*word
	for i, w := range own {
		if len(w.letters) == 1 && (w.what == unsure || w.what == letters) {
			l := &w.letters[0].shape
			if strings.Contains("Ss$58", w.text) && i+1 < len(own) && own[i+1].what == value && l.h > own[i+1].letters[0].shape.h {
				w.text, w.what = "$", value
				out = append(out, w)
				continue
			}
			if strings.Contains("()|.,-'", w.text) || l.w < 5 || l.h < 6 {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// alikeWords reports whether two words are the same, or differ by so few letters that
// both may be words: "covered" and "converted".
func alikeWords(a, b string) bool {
	a, b = plain(a), plain(b)
	switch n := min(len(a), len(b)); {
	case n < 3:
		return a == b
	case n < 6:
		return sheet.Within(a, b, 1)
	default:
		return sheet.Within(a, b, n/3)
	}
}

// plain drops all but letters and digits, and the size of letters.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(c rune) rune {
		if isLetterOrDigit(c) {
			return c
		}
		return -1
	}, s))
}

// lessPunctuated reports whether the picture has fewer points and commas than the text
// layer, which loses some and makes none up, or another at the end, where one is as
// likely misread as the other.
func lessPunctuated(shown, said string) bool {
	count := func(s string) int { return strings.Count(s, ".") + strings.Count(s, ",") }
	return count(shown) < count(said) || strings.TrimRight(shown, ".,") == strings.TrimRight(said, ".,")
}

// inkBefore reports whether there is ink, and no ruled line, where the text layer has
// more in front of a number.
func (p *page) inkBefore(g *region, w *word) bool {
	r := p.raster
	n := 0
	for _, k := range g.words {
		from := int((p.sheet.Words[k].Box.X0 - r.box[0]) * r.scale)
		for y := w.box.y0; y < w.box.y1; y++ {
			for x := max(0, from-1); x < w.box.x0-1; x++ {
				if i := y*r.width + x; r.dark(i) && !r.lined[i] {
					n++
				}
			}
		}
	}
	return n > r.dots(8)
}

func countDigits(s string) int {
	n := 0
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, s)
}

func isCapital(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }

func isLetterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func onlyLetters(own []*word) bool {
	for _, w := range own {
		if w.what != letters {
			return false
		}
	}
	return true
}
