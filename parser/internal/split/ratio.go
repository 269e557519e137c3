// Package split tells of stock splits and stock dividends, and of the shares that an
// American depositary share represents: their ratios in balances, in exercise prices
// and in notes.
package split

import (
	"math"
	"slices"
	"strconv"

	"filingview/parser/ownership"
)

// Ratio is a stock split: N shares for each D.
type Ratio struct{ N, D int64 }

func (r Ratio) String() string {
	s := strconv.FormatInt(r.N, 10) + "-for-" + strconv.FormatInt(r.D, 10)
	switch {
	case r.N < r.D:
		return s + " reverse split"
	case 4*(r.N-r.D) < r.D:
		return "stock dividend of " + strconv.FormatFloat(100*float64(r.N-r.D)/float64(r.D), 'f', -1, 64) + "% (" + s + ")"
	}
	return s + " split"
}

// mostShares is the most shares of a ratio; more are no split.
const mostShares = 1_000_000

// of returns the ratio in its lowest terms: the zero Ratio unless both are positive
// and not equal.
func of(n, d int64) Ratio {
	if n <= 0 || d <= 0 || n == d {
		return Ratio{}
	}
	a, b := n, d
	for b != 0 {
		a, b = b, a%b
	}
	if n/a > mostShares || d/a > mostShares {
		return Ratio{}
	}
	return Ratio{n / a, d / a}
}

// Of returns the ratio of splits, one after the other. It is the zero Ratio if they
// undo one another.
func Of(splits []Ratio) Ratio {
	n, d := int64(1), int64(1)
	for _, r := range splits {
		if n > mostShares || d > mostShares {
			return Ratio{}
		}
		n, d = n*r.N, d*r.D
	}
	return of(n, d)
}

// leastRounded is the least balance for which a fraction of a share that was cashed
// out or rounded up leaves enough figures to tell a ratio by.
const leastRounded = 10

// Leads reports whether the split leads from one balance to the other: exactly, or
// with the fraction of a share that is cashed out or rounded up.
func (r Ratio) Leads(before, after ownership.Decimal) bool {
	return AllLead([]Ratio{r}, before, after)
}

// AllLead reports whether splits, one after the other, lead from one balance to the
// other, each with a fraction of a share that is cashed out or rounded up.
func AllLead(splits []Ratio, before, after ownership.Decimal) bool {
	exact, near := lead(splits, before, after)
	return exact || near
}

func lead(splits []Ratio, before, after ownership.Decimal) (exact, near bool) {
	if len(splits) == 0 || before.Sign() <= 0 || after.Sign() <= 0 {
		return false, false
	}
	// before x N = after x D but for the fractions, each less than a share: the
	// splits after it multiply it.
	n, d, fractions := int64(1), int64(1), int64(0)
	for _, r := range splits {
		if r.N <= 0 || r.D <= 0 || max(n, d, fractions) > mostShares {
			return false, false
		}
		n, d = n*r.N, d*r.D
		fractions = fractions*r.N + d
	}
	a, okA := before.Product(ownership.NewDecimal(n, 0))
	b, okB := after.Product(ownership.NewDecimal(d, 0))
	off, ok := a.Difference(b)
	if !okA || !okB || !ok {
		return false, false
	}
	if off.Sign() == 0 {
		return true, false
	}
	least := ownership.NewDecimal(leastRounded, 0)
	return false, off.Magnitude().Cmp(ownership.NewDecimal(fractions, 0)) < 0 && before.Cmp(least) >= 0 && after.Cmp(least) >= 0
}

// usual returns the splits and stock dividends that issuers make.
func usual() []Ratio {
	return []Ratio{{2, 1}, {3, 1}, {3, 2}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {10, 1}, {12, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1}, {40, 1}, {50, 1},
		{4, 3}, {5, 4}, {5, 2}, {6, 5}, {11, 10}, {21, 20},
		{1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}, {1, 10}, {1, 12}, {1, 15}, {1, 20}, {1, 25}, {1, 30}, {1, 35}, {1, 40}, {1, 50}, {1, 60}, {1, 75}, {1, 80},
		{1, 100}, {1, 150}, {1, 200}}
}

// LeavesUsual reports whether a ratio is that of the splits given and one more usual one
// that leads the same way: what is known of them does not contradict it.
func (r Ratio) LeavesUsual(known []Ratio) bool {
	k := Of(known)
	if k == (Ratio{}) || (k.N > k.D) != (r.N > r.D) {
		return false
	}
	rest := r.Without(known)
	return slices.Contains(usual(), rest) && (rest.N > rest.D) == (r.N > r.D)
}

// Without returns the ratio of what the splits given leave of one.
func (r Ratio) Without(known []Ratio) Ratio {
	for _, k := range known {
		r = of(r.N*k.D, r.D*k.N)
	}
	return r
}

// leastTold is the least balance that tells a ratio by itself.
const leastTold = 20

// Between returns the usual split or stock dividend that leads from one balance to
// the other. Fractions may be cashed out; if two ratios fit but for a fraction,
// neither is told.
func Between(before, after ownership.Decimal) (Ratio, bool) {
	if before.Cmp(ownership.NewDecimal(leastTold, 0)) < 0 {
		return Ratio{}, false
	}
	var found Ratio
	several := false
	for _, r := range usual() {
		switch exact, near := lead([]Ratio{r}, before, after); {
		case exact:
			return r, true
		case near:
			several = found != Ratio{}
			found = r
		}
	}
	return found, found != Ratio{} && !several
}

// Prices are rounded to the cent, or up to the next one so that no option becomes
// cheaper; with a little for the arithmetic. A reverse split multiplies the rounding
// of the price before it.
const roundedUp, roundedHalf = 0.0101, 0.005

func (r Ratio) tolerance() float64 {
	if r.D > r.N {
		return roundedUp + roundedHalf*float64(r.D)/float64(r.N)
	}
	return roundedUp
}

// Scales reports whether one exercise price is the other divided by the ratio, but
// for rounding, and is not as well the price as it was.
func (r Ratio) Scales(before, after ownership.Decimal) bool {
	return !r.Contradicts(before, after) && math.Abs(before.Float()-after.Float()) > 2*r.tolerance()
}

// Contradicts reports whether one exercise price is not the other divided by the
// ratio.
func (r Ratio) Contradicts(before, after ownership.Decimal) bool {
	return math.Abs(before.Float()*float64(r.D)/float64(r.N)-after.Float()) > r.tolerance()
}

// maxFitting is how many splits are tried together; more are no evidence.
const maxFitting = 4

// Fitting returns the product of the splits that lead from one balance to the other, and
// which they are: all that are certain, and as few as can be of the others.
func Fitting(ratios []Ratio, certain []bool, before, after ownership.Decimal) (Ratio, []int) {
	if len(ratios) > maxFitting {
		return Ratio{}, nil
	}
	var best []int
	var of []Ratio
	for set := 1; set < 1<<len(ratios); set++ {
		var fit []int
		var tried []Ratio
		missed := false
		for i, r := range ratios {
			if set&(1<<i) != 0 {
				fit, tried = append(fit, i), append(tried, r)
			} else if certain[i] {
				missed = true
			}
		}
		if !missed && (best == nil || len(fit) < len(best)) && AllLead(tried, before, after) {
			best, of = fit, tried
		}
	}
	return Of(of), best
}

// MayLead reports whether a series may have gone through a split and been exercised in part
// since: its price scales by a usual ratio of whole numbers, and its balance is more than
// it was and no more than the split makes of it, or by a reverse split less.
func MayLead(price, newPrice, held, opening ownership.Decimal) bool {
	for _, r := range usual() {
		if r.N > 1 && r.D > 1 || !r.Scales(price, newPrice) {
			continue
		}
		made, ok := held.Product(ownership.NewDecimal(r.N, 0))
		have, okB := opening.Product(ownership.NewDecimal(r.D, 0))
		return ok && okB && have.Cmp(made) <= 0 && (r.D > 1 || opening.Cmp(held) > 0)
	}
	return false
}

// With names a ratio by the splits that are known of it and the one that is left.
func (r Ratio) With(known []Ratio) string {
	what := ""
	for _, k := range known {
		what += k.String() + " and a "
	}
	return what + r.Without(known).String()
}
