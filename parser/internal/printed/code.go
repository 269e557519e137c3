package printed

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/ownership"
)

// LooksLike reports whether text is what a column can hold.
func LooksLike(c form.Column, s string) bool {
	switch c.Class() {
	case form.ClassDate:
		_, ok := ParseDate(s)
		return ok
	case form.ClassCode:
		return isCode(s)
	case form.ClassEarly:
		return s == "V"
	case form.ClassSign:
		_, ok := ParseAcquiredDisposed(s)
		return ok
	case form.ClassOwner:
		_, ok := ParseDirectIndirect(s)
		return ok
	case form.ClassAmount, form.ClassPrice:
		_, ok := ParseNumber(s)
		return ok
	}
	if c == form.ColNone {
		return false
	}
	letters := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			letters++
		}
	}
	return letters >= 3
}

// isCode reports whether text is a transaction code as printed: its letter, with a
// form's number before it or a K for a swap after it.
func isCode(s string) bool {
	_, ok := ParseCode(s)
	return ok
}

// Code is what a code cell says.
type Code struct {
	Code  string
	Form  string // 3, 4 or 5, if printed
	Swap  bool
	Early bool
}

func ParseCode(s string) (Code, bool) {
	var c Code
	s = strings.Join(strings.Fields(s), "")
	if s != "" && s[0] >= '3' && s[0] <= '5' {
		c.Form, s = s[:1], s[1:]
	}
	if s == "" {
		return c, c.Form != ""
	}
	if s[0] < 'A' || s[0] > 'Z' {
		return c, false
	}
	c.Code, s = s[:1], s[1:]
	for s != "" {
		switch {
		case strings.HasPrefix(s, "/"):
			s = s[1:]
		case s[0] == 'K' && !c.Swap:
			c.Swap, s = true, s[1:]
		case s[0] == 'V' && !c.Early:
			c.Early, s = true, s[1:]
		default:
			return c, false
		}
	}
	return c, true
}

// ParseTimeliness reads the V column: V for early, E and L as EDGAR codes them.
func ParseTimeliness(s string) (ownership.Timeliness, bool) {
	switch strings.ToUpper(s) {
	case "V", "E":
		return ownership.Early, true
	case "L":
		return ownership.Late, true
	}
	return "", false
}
