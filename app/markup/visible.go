package markup

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Invisible reports whether a character cannot be seen, or turns the direction of
// what is around it: a text may read as something other than what it says.
func Invisible(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7f:
		return false
	case r <= 0x9f, r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e, r == 0x3164, r == 0xfeff,
		r >= 0x115f && r <= 0x1160, r >= 0x17b4 && r <= 0x17b5,
		r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfff0 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// RuneName is how a character that cannot be seen is shown.
func RuneName(r rune) string { return fmt.Sprintf("‹U+%04X›", r) }

// Visible writes such characters by their names. Text without any stays the same
// string.
func Visible(text string) string {
	clean := true
	for _, r := range text {
		if Invisible(r) || r == utf8.RuneError {
			clean = false
			break
		}
	}
	if clean {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if Invisible(r) {
			b.WriteString(RuneName(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
