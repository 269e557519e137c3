package totals

import (
	"slices"

	"filingview/parser/internal/misprint"
	"filingview/parser/ownership"
)

// SlipKind is which figure of a line is wrong.
type SlipKind uint8

const (
	SlipTotal SlipKind = iota
	SlipAmount
	SlipSign
)

// Slip is a reading of a chain in which one figure is wrong and everything else follows.
type Slip struct {
	Kind  SlipKind
	At    int               // the step whose figure is wrong
	Right ownership.Decimal // what the total or the amount should be
}

// Slips returns the readings of the steps in which one figure is wrong. Known is the
// balance that the steps should go on from, where an account has one. A total that the
// steps on both sides agree about needs no other sign; a figure at an end must look
// like a misprint of the right one, or repeat a total beside it.
func Slips[L Line](steps []Step[L], known *ownership.Decimal) []Slip {
	off := make([]ownership.Decimal, len(steps))
	var breaks []int
	for i := range steps {
		if len(steps[i].Lines) != 1 {
			return nil // totals of several lines have no figure of their own
		}
		switch {
		case i > 0:
			off[i], _ = steps[i].Opening.Difference(steps[i-1].Want)
		case known != nil:
			off[i], _ = steps[i].Opening.Difference(*known)
		}
		if off[i].Sign() != 0 {
			breaks = append(breaks, i)
		}
	}
	switch len(breaks) {
	case 1:
		return slipsAt(steps, off, breaks[0])
	case 2:
		i := breaks[0]
		sum, ok := off[i].Sum(off[breaks[1]])
		if !ok || breaks[1] != i+1 || sum.Sign() != 0 || !steps[i].Moves() {
			return nil
		}
		right, _ := steps[i].Want.Difference(off[i])
		if right.Sign() < 0 {
			return nil
		}
		return []Slip{{SlipTotal, i, right}}
	}
	return nil
}

// slipsAt returns the readings of steps that break once, before the step i.
func slipsAt[L Line](steps []Step[L], off []ownership.Decimal, i int) []Slip {
	var found []Slip
	e := steps[i].Lines[0]
	if steps[i].Moves() {
		right, ok := e.Figures().Change.Sum(off[i])
		switch {
		case !ok:
		case right.Cmp(e.Figures().Change.Negated()) == 0:
			found = append(found, Slip{SlipSign, i, right})
		case right.Sign() == e.Figures().Change.Sign() && misprint.Looks(right.Magnitude(), e.Figures().Change.Magnitude()):
			found = append(found, Slip{SlipAmount, i, right.Magnitude()})
		}
	}
	total := func(at int, right ownership.Decimal) {
		printed := steps[at].Want
		if right.Sign() >= 0 && (misprint.Looks(right, printed) || slices.ContainsFunc(steps, func(s Step[L]) bool {
			return s.Lines[0] != steps[at].Lines[0] && s.Want.Cmp(printed) == 0 && printed.Sign() != 0
		})) {
			found = append(found, Slip{SlipTotal, at, right})
		}
	}
	if i == len(steps)-1 {
		right, _ := steps[i].Want.Difference(off[i])
		total(i, right)
	}
	if i == 1 {
		total(0, steps[1].Opening)
	}
	return found
}

// Moves reports whether the step is of transactions that change the balance.
func (s *Step[L]) Moves() bool {
	return slices.ContainsFunc(s.Lines, func(e L) bool { return e.Figures().Kind == ownership.Transaction && e.Figures().Change.Sign() != 0 })
}
