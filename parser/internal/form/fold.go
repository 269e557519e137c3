package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/sheet"
)

// Fold gives a word as printed words are compared: in lower case, look-alikes of other
// scripts as Latin letters, without the punctuation around it.
func Fold(s string) string {
	start, end, plain := 0, len(s), true
	for i := range len(s) {
		plain = plain && s[i] < utf8.RuneSelf
	}
	if plain { // nearly all words are
		for start < end && !isFoldByte(s[start]) {
			start++
		}
		for end > start && !isFoldByte(s[end-1]) {
			end--
		}
		return strings.ToLower(s[start:end])
	}
	s = strings.Map(func(r rune) rune {
		if l, ok := Latin(r); ok {
			r = l
		}
		return unicode.ToLower(r)
	}, s)
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' })
}

func isFoldByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '%'
}

// Latin gives the Latin capital or small letter that a Cyrillic or Greek letter looks
// like.
func Latin(r rune) (rune, bool) {
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

// Latinize writes look-alikes of other scripts as the Latin letters that they look
// like.
func Latinize(s string) string {
	return strings.Map(func(r rune) rune {
		if l, ok := Latin(r); ok {
			return l
		}
		return r
	}, s)
}

// AppendFolded adds the folded parts of a word that are not empty. A word such as
// "1.Title" or "Owner/Director" has two.
func AppendFolded(out []string, s string) []string {
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
		if dot := strings.IndexByte(part, '.'); dot > 0 && dot+1 < len(part) && dot <= 3 && IsDigits(part[:1]) {
			if f := Fold(part[:dot]); f != "" {
				out = append(out, f)
			}
			part = part[dot+1:]
		} else if dot == 1 && strings.Contains("lLiI!|jJtT", part[:1]) && Like(Fold(part[2:]), "title") {
			// "L.Title": a machine read the 1 as a letter.
			out = append(out, "1")
			part = part[2:]
		}
		if f := Fold(part); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func isJoint(r rune) bool {
	return r == '/' || r == '|' || r == '—' || r == '_' || r == '}' || r == '{' || r == ']' || r == '['
}

// Folded gives the folded parts of some words in one row.
func Folded(words []sheet.Word) []string {
	var out []string
	for i := range words {
		out = AppendFolded(out, words[i].Text)
	}
	return out
}

// IsDigits reports whether text is one digit or more and nothing else.
func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// IsLetters reports whether text is one letter of ASCII or more and nothing else.
func IsLetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

// Like reports whether two folded words are the same but for what a machine misreads:
// one letter of four and more, two of eight and more.
func Like(a, b string) bool {
	if a == b {
		return true
	}
	switch n := min(len(a), len(b)); {
	case n < 4:
		return false
	case n < 8:
		return sheet.Within(a, b, 1)
	}
	return sheet.Within(a, b, 2)
}

// Index finds words one after the other in a folded text. It gives the place of the
// first, or -1.
func Index(text []string, words ...string) int {
	for i := 0; i+len(words) <= len(text); i++ {
		if HasPrefix(text[i:], words...) {
			return i
		}
	}
	return -1
}

// Holds reports whether words stand one after the other in a folded text.
func Holds(text []string, words ...string) bool { return Index(text, words...) >= 0 }

// HasPrefix reports whether a folded text begins with words.
func HasPrefix(text []string, words ...string) bool {
	if len(text) < len(words) {
		return false
	}
	for i, w := range words {
		if !Like(text[i], w) {
			return false
		}
	}
	return true
}
