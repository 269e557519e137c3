// Package notetext reads what the footnotes and remarks of a filing say in words:
// numbers of securities, the parts of a report, and the clause around them.
package notetext

import (
	"slices"
	"strings"
	"unicode"
)

// Words cuts text into words of letters and digits in lower case. "L.P." is
// lp, "L.L.C." llc, "Trust's" trusts.
func Words(text string) []string {
	var words []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
		case r == '.' && b.Len() > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && i > 0 && unicode.IsLetter(runes[i-1]) && (i < 2 || !unicode.IsLetter(runes[i-2])):
			// the point inside an abbreviation of single letters
		default:
			end()
		}
	}
	end()
	return words
}

func Singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// Ordinal reads a number from 1 to 10, as a word or in digits; 0 for anything else.
func Ordinal(w string) int {
	for i, names := range [...][4]string{
		{"first", "1st", "one", "1"}, {"second", "2nd", "two", "2"}, {"third", "3rd", "three", "3"},
		{"fourth", "4th", "four", "4"}, {"fifth", "5th", "five", "5"}, {"sixth", "6th", "six", "6"},
		{"seventh", "7th", "seven", "7"}, {"eighth", "8th", "eight", "8"}, {"ninth", "9th", "nine", "9"}, {"tenth", "10th", "ten", "10"},
	} {
		if slices.Contains(names[:], w) {
			return i + 1
		}
	}
	return 0
}

// Fold puts single blanks for white space of any kind, as a page shows a text, and leaves
// out what a page doesn't show at all: soft hyphens, blanks without width and marks of
// direction. Two texts that look alike but for their letters are equal after it.
func Fold(text string) string {
	if isFolded(text) {
		return text
	}
	if strings.ContainsFunc(text, isUnseen) {
		text = strings.Map(func(r rune) rune {
			if isUnseen(r) {
				return -1
			}
			return r
		}, text)
	}
	return strings.Join(strings.Fields(text), " ")
}

// isFolded reports whether text surely is as Fold leaves it: ASCII with single blanks.
func isFolded(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7F || c == ' ' && (i == 0 || i+1 == len(text) || text[i+1] == ' ') {
			return false
		}
	}
	return true
}

func isUnseen(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// IsAlnum reports whether c is a letter or a digit of ASCII.
func IsAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
