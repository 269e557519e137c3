package wording

import (
	"strings"

	"filingview/parser/ownership"
)

// Plain writes a number without the zeros that end its fraction.
func Plain(d ownership.Decimal) string {
	s := d.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Grouped writes a number for a sentence: 1,163,085.
func Grouped(d ownership.Decimal) string {
	s := Plain(d)
	sign, fraction := "", ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	if i := strings.IndexByte(s, '.'); i >= 0 {
		s, fraction = s[:i], s[i:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s + fraction
}
