// Package charset turns text that is not UTF-8 into UTF-8.
package charset

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// windows1252 holds what the bytes 0x80 to 0x9F mean there; the five that mean
// nothing stay themselves, as the WHATWG encoding standard has it.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// FromWindows1252 turns windows-1252 bytes into UTF-8.
func FromWindows1252(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 && c < 0xA0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// FromUTF16 turns text in UTF-16, with a mark or beginning with ASCII, into UTF-8.
func FromUTF16(s string) (string, bool) {
	if len(s) < 4 || len(s)%2 != 0 && len(s) > 1<<20 {
		return "", false
	}
	big := false
	switch {
	case strings.HasPrefix(s, "\xff\xfe") && s[2:4] != "\x00\x00":
		s = s[2:]
	case strings.HasPrefix(s, "\xfe\xff"):
		s, big = s[2:], true
	case s[1] == 0 && s[3] == 0 && s[0] != 0 && s[2] != 0 && s[0] < 0x80:
	case s[0] == 0 && s[2] == 0 && s[1] != 0 && s[3] != 0 && s[1] < 0x80:
		big = true
	default:
		return "", false
	}
	unit := func(i int) rune {
		if big {
			return rune(s[i])<<8 | rune(s[i+1])
		}
		return rune(s[i+1])<<8 | rune(s[i])
	}
	var b strings.Builder
	b.Grow(len(s) / 2)
	for i := 0; i+1 < len(s); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			second := rune(utf8.RuneError)
			if i+3 < len(s) {
				second = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// IsText reports whether the start of s looks like text in UTF-8 or windows-1252.
func IsText(s string) bool {
	s = s[:min(len(s), 4096)]
	odd := 0
	for i := range len(s) {
		if c := s[i]; c < 9 || c > 13 && c < 32 && c != 0x1b {
			odd++
		}
	}
	high := 0
	if !utf8.ValidString(strings.ToValidUTF8(s, "")) || !utf8.ValidString(s[:max(0, len(s)-4)]) {
		for i := range len(s) {
			if s[i] >= 0x80 {
				high++
			}
		}
	}
	return odd*50 <= len(s) && high*3 <= len(s)
}

// IsASCII reports whether s has bytes below 0x80 only.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
