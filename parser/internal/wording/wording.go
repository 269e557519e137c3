// Package wording writes numbers and pieces of a file for the sentences of errors
// and findings.
package wording

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Number writes n with commas: 1,234,567.
func Number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Bytes writes a number of bytes for people.
func Bytes(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return Number(int(n)) + " bytes"
}

// Clip shortens text for a message.
func Clip(s string) string {
	s = Fold(strings.ToValidUTF8(s, "�"))
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	n := 0
	for i := range s {
		if n == 60 {
			return s[:i] + "…"
		}
		n++
	}
	return s
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
