package formreader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/sheet"
)

// fold gives a word as labels are compared: in lower case, look-alikes of other
// scripts as Latin letters, without the punctuation around it.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if l, ok := latin(r); ok {
			r = l
		}
		return unicode.ToLower(r)
	}, s)
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' })
}

// latin gives the Latin capital that a Cyrillic or Greek letter looks like.
func latin(r rune) (rune, bool) {
	const from, to = "АВЕЅІЈКМНОРСТХҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧаеосрхі", "ABESIJKMHOPCTXYABEZHIKMNOPTYXaeocpxi"
	if r < 0x370 || r > 0x52F {
		return 0, false
	}
	i := 0
	for _, f := range from {
		if f == r {
			return rune(to[i]), true
		}
		i++
	}
	return 0, false
}

// folded gives the words of a line or block as labels are compared, empty ones left
// out. A word like "1.Title" or "Owner/Director" counts as two.
func folded(words []sheet.Word) []string {
	var out []string
	for i := range words {
		out = appendFolded(out, words[i].Text)
	}
	return out
}

func appendFolded(out []string, s string) []string {
	for s != "" {
		i := strings.IndexFunc(s, isJoint)
		part := s
		if i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			part, s = s[:i], s[i+n:]
		} else {
			s = ""
		}
		// "1.Title": the number is glued to what it numbers.
		if dot := strings.IndexByte(part, '.'); dot > 0 && dot+1 < len(part) && dot <= 3 && isDigits(part[:1]) {
			if f := fold(part[:dot]); f != "" {
				out = append(out, f)
			}
			part = part[dot+1:]
		} else if dot == 1 && strings.Contains("lLiI!|jJtT", part[:1]) && like(fold(part[2:]), "title") {
			// "L.Title": a machine read the 1 as a letter.
			out = append(out, "1")
			part = part[2:]
		}
		if f := fold(part); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func isJoint(r rune) bool {
	return r == '/' || r == '|' || r == '—' || r == '_' || r == '}' || r == '{' || r == ']' || r == '['
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// like reports whether two folded words are the same but for what a machine
// misreads: one letter in five, two in nine.
func like(a, b string) bool {
	if a == b {
		return true
	}
	n := min(len(a), len(b))
	switch {
	case n < 4:
		return false
	case n < 8:
		return sheet.Within(a, b, 1)
	}
	return sheet.Within(a, b, 2)
}

// hasSequence finds words one behind the other in a folded text, and returns the
// place of the first, or -1.
func hasSequence(text []string, words ...string) int {
	for i := 0; i+len(words) <= len(text); i++ {
		ok := true
		for j, w := range words {
			if !like(text[i+j], w) {
				ok = false
				break
			}
		}
		if ok {
			return i
		}
	}
	return -1
}

// blockWords gives the words of a block in one row.
func blockWords(b *sheet.Block) []sheet.Word {
	if len(b.Lines) == 1 {
		return b.Lines[0]
	}
	var out []sheet.Word
	for _, l := range b.Lines {
		out = append(out, l...)
	}
	return out
}

// isFormTitle reports whether a block is the title "FORM 4", "SEC Form 4" or
// "FORM 4/A", perhaps with marks around it that a machine saw.
func isFormTitle(b *sheet.Block) bool {
	_, ok := formTitle(b)
	return ok
}

// formTitle gives the number of the form that a block is the title of.
func formTitle(b *sheet.Block) (number byte, ok bool) {
	n, _ := titleLine(b)
	return n, n != 0
}

// titleLine gives the form's number and the line of the block that says it.
func titleLine(b *sheet.Block) (number byte, at []sheet.Word) {
	for i, line := range b.Lines {
		if i > 1 && len(line) > 3 {
			continue
		}
		w := folded(line)
		if len(w) > 0 && w[0] == "sec" {
			w = w[1:]
		} else if !strings.Contains(joined(line), "FORM") && !strings.Contains(joined(line), "F0RM") && len(w) > 2 {
			continue // "Form 5 obligations"
		}
		if len(w) < 2 || len(w) > 5 || w[0] != "form" && !like(w[0], "form") {
			continue
		}
		if n := w[1]; len(n) <= 3 && n[0] >= '3' && n[0] <= '5' && (len(n) == 1 || !isDigits(n)) {
			return n[0], line
		}
	}
	return 0, nil
}

// looksMisread reports whether text bears what a machine leaves that read it from a
// picture: letters of other scripts among Latin ones, escaped dollar signs.
func looksMisread(blocks []sheet.Block) bool {
	seen := 0
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for _, w := range l {
				if strings.HasPrefix(w.Text, `\$`) {
					seen++
				}
				for _, r := range w.Text {
					if _, ok := latin(r); ok {
						seen++
					}
				}
			}
		}
	}
	return seen > 0
}
