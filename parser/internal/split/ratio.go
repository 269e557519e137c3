// Package split tells of stock splits: their ratios in balances, in exercise prices
// and in notes.
package split

import (
	"fmt"
	"math"

	"filingview/parser/ownership"
)

// Ratio is a stock split: n shares for each d.
type Ratio struct{ N, D int64 }

func (r Ratio) String() string {
	if r.N >= r.D {
		return fmt.Sprintf("%d-for-%d split", r.N, r.D)
	}
	return fmt.Sprintf("1-for-%d reverse split", r.D)
}

// Between returns the split that leads from one balance to the other. Fractions
// may be cashed out: a difference of one share.
func Between(before, after ownership.Decimal) (Ratio, bool) {
	if after.Sign() <= 0 || before.Cmp(ownership.NewDecimal(20, 0)) < 0 {
		return Ratio{}, false
	}
	for _, r := range [...]Ratio{{2, 1}, {3, 1}, {3, 2}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {10, 1}, {12, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1}, {40, 1}, {50, 1},
		{4, 3}, {5, 4}, {5, 2}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 8}, {1, 10}, {1, 15}, {1, 20}, {1, 25}, {1, 30}, {1, 40}, {1, 50}, {1, 100}} {
		a, ok := before.Product(ownership.NewDecimal(r.N, 0))
		b, okB := after.Product(ownership.NewDecimal(r.D, 0))
		if !ok || !okB {
			continue
		}
		off, ok := a.Difference(b)
		if !ok {
			continue
		}
		if off.Sign() == 0 || r.N < r.D && off.Magnitude().Cmp(ownership.NewDecimal(r.D, 0)) < 0 || r == (Ratio{3, 2}) && off.Magnitude().Cmp(ownership.NewDecimal(2, 0)) < 0 {
			return r, true
		}
	}
	return Ratio{}, false
}

// Scales reports whether one exercise price is the other divided by the ratio, to
// the cent to which prices are rounded.
func (r Ratio) Scales(before, after ownership.Decimal) bool {
	want := before.Float() * float64(r.D) / float64(r.N)
	return math.Abs(want-after.Float()) <= 0.0101
}
