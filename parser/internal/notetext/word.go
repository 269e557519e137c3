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

// IsAlnum reports whether c is a letter or a digit of ASCII.
func IsAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
