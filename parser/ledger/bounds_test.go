package ledger

import (
	"testing"

	"filingview/parser/ownership"
)

func TestBounds(t *testing.T) {
	for _, n := range []int64{-5, -4, 0, 4, 5} {
		d := ownership.NewDecimal(n, 0)
		size := max(n, -n)
		if atLeast(d, 4) != (size >= 4) || atMost(d, 4) != (size <= 4) {
			t.Errorf("%d: at least 4 %v, at most 4 %v", n, atLeast(d, 4), atMost(d, 4))
		}
	}
	from := ownership.Date{Year: 2024, Month: 2, Day: 27}
	if n := daysBetween(from, ownership.Date{Year: 2024, Month: 3, Day: 2}); n != 4 {
		t.Errorf("%d days over the end of February 2024", n)
	}
}
