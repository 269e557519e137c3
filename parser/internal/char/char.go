// Package char says what kind of character a byte is, as all readers see it.
package char

import (
	"strings"
	"unicode/utf8"
)

// IsSpace reports whether c is white space of ASCII.
func IsSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f'
}

// IsWideSpace is white space beyond ASCII and within it, but never a byte that is
// no UTF-8.
func IsWideSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// Trim narrows [start, end) of s to leave out white space at either side.
func Trim(s string, start, end int) (int, int) {
	for start < end && IsSpace(s[start]) {
		start++
	}
	for end > start && IsSpace(s[end-1]) {
		end--
	}
	if start < end && (s[start] >= 0x80 || s[end-1] >= 0x80) {
		// No-break and other wide spaces, in UTF-8 or as windows-1252 has them.
		t := s[start:end]
		if !utf8.ValidString(t) {
			for start < end && (IsSpace(s[start]) || s[start] == 0xA0) {
				start++
			}
			for end > start && (IsSpace(s[end-1]) || s[end-1] == 0xA0) {
				end--
			}
			return start, end
		}
		left := len(t) - len(strings.TrimLeftFunc(t, IsWideSpace))
		right := len(t) - len(strings.TrimRightFunc(t, IsWideSpace))
		if left == len(t) {
			return start, start
		}
		start, end = start+left, end-right
	}
	return start, end
}

// IsDigit reports whether c is 0 to 9.
func IsDigit(c byte) bool { return c-'0' <= 9 }

// IsWordByte is a letter or digit; every byte beyond ASCII counts as a letter.
func IsWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || IsDigit(c) || c >= 0x80
}

// SkipSpace returns the place of the first byte from i on that is no space.
func SkipSpace(s string, i int) int {
	for i < len(s) && IsSpace(s[i]) {
		i++
	}
	return i
}

// HasPrefixFold reports whether s begins with prefix, which is in lower case.
func HasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// SkipFold returns the place after prefix, in lower case, if it stands at i.
func SkipFold(s string, i int, prefix string) (int, bool) {
	if HasPrefixFold(s[i:], prefix) {
		return i + len(prefix), true
	}
	return i, false
}

// Lower makes ASCII letters small and moves nothing: places in it are places in s.
func Lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// IsNameStart reports whether an XML name may begin with c; every byte beyond ASCII counts as a letter.
func IsNameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}
