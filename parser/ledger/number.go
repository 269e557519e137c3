package ledger

import (
	"strings"

	"filingview/parser/ownership"
)

// grouped writes a number for a sentence: 1,163,085.
func grouped(d ownership.Decimal) string {
	s := plain(d)
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
