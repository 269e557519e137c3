package pdf

import (
	"slices"
	"strings"

	library "github.com/ledongthuc/pdf"
)

// Fonts that do not say which letters they show.
//
// Some programs put a font's own numbers of glyphs into the text and leave out what
// they mean. Two readings are tried on all words of such a font: that the codes are
// letters as usual, and that they count the glyphs in the order that TrueType fonts
// keep from the Macintosh, in which the space is the third. What gives no words of a
// form stays unread.

// reading is how the codes of a font without meaning are taken.
type reading uint8

const (
	asLetters reading = iota // as in the standard encoding
	asGlyphs                 // in the order of glyphs
	unread
)

// firstGlyph is where the two orders part: 'A', 65, is glyph 36.
const firstGlyph = 29

// sampled bounds the words of a font that are looked at.
const sampled = 4000

// guesses reports whether a font leaves open which letters it shows: it brings its
// own shapes, and names none of them.
func guesses(v library.Value) bool {
	if v.Key("ToUnicode").Kind() == library.Stream || v.Key("Encoding").Kind() == library.Name && v.Key("Subtype").Name() != "Type0" {
		return false
	}
	if e := v.Key("Encoding"); e.Kind() == library.Dict && (e.Key("BaseEncoding").Kind() == library.Name || e.Key("Differences").Len() > 0) {
		return false
	}
	descriptor := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		descriptor = v.Key("DescendantFonts").Index(0).Key("FontDescriptor")
	}
	for _, key := range [...]string{"FontFile", "FontFile2", "FontFile3"} {
		if descriptor.Key(key).Kind() == library.Stream {
			return true
		}
	}
	return v.Key("Subtype").Name() == "Type3" || v.Key("Subtype").Name() == "Type0"
}

// take sets how the codes of a font are read.
func (f *font) take(r reading) {
	f.read = r
	for c := range f.letters {
		f.letters[c] = readAs(r, c)
	}
}

// readAs gives the letters of a code.
func readAs(r reading, c int) string {
	switch r {
	case asLetters:
		return baseLetter("", byte(c))
	case asGlyphs:
		if c >= 3 && c+firstGlyph < 127 {
			return string(rune(c + firstGlyph))
		}
	}
	return ""
}

// settle decides how the fonts that say nothing are read, by the words that each
// reading gives. It reports whether the pages are to be read again.
func (d *document) settle(pages []*pageContent) bool {
	words := map[*font][]string{}
	for _, p := range pages {
		for _, g := range p.guessed {
			if len(words[g.font]) < sampled {
				words[g.font] = append(words[g.font], g.codes)
			}
		}
	}
	settled := map[*font]reading{}
	common := unread // what the others are, for fonts that show too little to tell
	for f, codes := range words {
		settled[f] = unread
		for _, r := range [...]reading{asLetters, asGlyphs} {
			if r == asLetters && f.composite {
				continue // codes of glyphs, never letters
			}
			if meaning(codes, r) {
				settled[f] = r
				common = r
				break
			}
		}
	}
	again := false
	for f, r := range settled {
		if r == unread && len(words[f]) < 12 && !(f.composite && common == asLetters) {
			r = common
		}
		if f.read != r {
			f.take(r)
			again = true
		}
	}
	return again
}

// form words are those of which every printed form has many.
const formWords = " the of or and to in if by on for is a an any at as be not form date name names person persons reporting reported securities security " +
	"stock common title table amount number price ownership owned owner indirect direct derivative director officer issuer street city " +
	"state zip code transaction transactions beneficially following instr exchange commission act section shares share "

// isFigure reports whether a word is a date like 1/31/2024, or a number whose
// thousands are set apart, as an amount of money or not.
func isFigure(w string) bool {
	digits := func(s string, least, most int) bool {
		return len(s) >= least && len(s) <= most && strings.Trim(s, "0123456789") == ""
	}
	if date := strings.Split(w, "/"); len(date) == 3 {
		return digits(date[0], 1, 2) && digits(date[1], 1, 2) && digits(date[2], 4, 4)
	}
	whole, decimals, pointed := strings.Cut(strings.TrimPrefix(w, "$"), ".")
	groups := strings.Split(whole, ",")
	if len(groups) < 2 || !digits(groups[0], 1, 3) || pointed && !digits(decimals, 1, len(w)) {
		return false
	}
	return !slices.ContainsFunc(groups[1:], func(g string) bool { return !digits(g, 3, 3) })
}

// meaning reports whether codes, read so, give the words of a form: of those with a
// letter or digit one in seven is common in forms, or a date or large number.
func meaning(codes []string, r reading) bool {
	all, known := 0, 0
	for _, s := range codes {
		var b strings.Builder
		for i := range len(s) {
			letter := readAs(r, int(s[i]))
			if letter == "" {
				letter = "\x00"
			}
			b.WriteString(letter)
		}
		for _, w := range strings.FieldsFunc(b.String(), func(c rune) bool { return c == ' ' || c == 0 }) {
			w = strings.ToLower(strings.Trim(w, ".,;:()*[]\"'’"))
			if !strings.ContainsFunc(w, letterOrDigit) {
				all++
				continue
			}
			all++
			if strings.Contains(formWords, " "+w+" ") || isFigure(w) {
				known++
			}
		}
	}
	return known >= 4 && known*7 >= all
}
