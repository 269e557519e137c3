package ownershipxml

import (
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
)

// plainText turns the markup of a cell into its text: entities decoded once,
// CDATA opened, comments and tags left out, line ends made \n as XML 1.0 says
// (2.11), outer space trimmed. Entities that no declaration-free XML has stay as
// they are; ok is false for them and for a bare ampersand.
func plainText(raw string) (text string, ok bool) {
	if !hasMarkup(raw) {
		return raw, true
	}
	raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n")
	var b strings.Builder
	b.Grow(len(raw))
	ok = true
	for raw != "" {
		i := strings.IndexAny(raw, "&<")
		if i < 0 {
			b.WriteString(raw)
			break
		}
		b.WriteString(raw[:i])
		raw = raw[i:]
		if raw[0] == '&' {
			r, n := entity(raw)
			if n == 0 {
				ok = false
				r, n = '&', 1
			}
			b.WriteRune(r)
			raw = raw[n:]
			continue
		}
		text, n := markup(raw)
		b.WriteString(text)
		raw = raw[n:]
	}
	return strings.TrimSpace(b.String()), ok
}

// hasMarkup reports whether text may stand for another. Most cells are short, and
// a loop over them is faster than three searches.
func hasMarkup(s string) bool {
	if len(s) > 64 {
		return strings.IndexByte(s, '&') >= 0 || strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '\r') >= 0
	}
	for i := range len(s) {
		if c := s[i]; c == '&' || c == '<' || c == '\r' {
			return true
		}
	}
	return false
}

// markup returns the text that markup at the start of s stands for, and its
// length. A "<" that begins no markup is text.
func markup(s string) (text string, n int) {
	const open, shut = "<![CDATA[", "]]>"
	if strings.HasPrefix(s, open) {
		if end := strings.Index(s, shut); end >= 0 {
			return s[len(open):end], end + len(shut)
		}
		return s[len(open):], len(s)
	}
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s, "-->"); end >= 0 {
			return "", end + 3
		}
		return "", len(s)
	}
	if len(s) > 1 && (char.IsNameStart(s[1]) || s[1] == '/' || s[1] == '?') {
		if end := strings.IndexAny(s[1:], "<>"); end >= 0 && s[1+end] == '>' {
			return "", end + 2
		}
	}
	return "<", 1
}

// entity decodes one of XML's five entities or a character reference at the
// start of s. n is 0 for anything else.
func entity(s string) (r rune, n int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := s[1:end]; name {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if r, ok := reference(name); ok {
			return r, end + 1
		}
	}
	return 0, 0
}

// reference reads #38 or #x26. What is no character of XML 1.0 is none.
func reference(name string) (rune, bool) {
	if name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], rune(10)
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	if digits == "" {
		return 0, false
	}
	var r rune
	for _, c := range digits {
		d := rune(99)
		switch {
		case c >= '0' && c <= '9':
			d = c - '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			d = c | 0x20 - 'a' + 10
		}
		if d >= base {
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, false
		}
	}
	if !utf8.ValidRune(r) || r < 0x20 && r != '\t' && r != '\n' && r != '\r' {
		return 0, false
	}
	return r, true
}
