package ledger

import (
	"slices"

	"filingview/parser/internal/misprint"
	"filingview/parser/ownership"
)

// slipKind is which figure of a line is wrong.
type slipKind uint8

const (
	slipTotal slipKind = iota
	slipAmount
	slipSign
)

// slip is a reading of a chain in which one figure is wrong and everything else follows.
type slip struct {
	kind  slipKind
	at    int               // the step whose figure is wrong
	right ownership.Decimal // what the total or the amount should be
}

// slips returns the readings of the steps in which one figure is wrong. Known is the
// balance that the steps should go on from, where an account has one. A total that the
// steps on both sides agree about needs no other sign; a figure at an end must look
// like a misprint of the right one, or repeat a total beside it.
func slips(steps []step, known *ownership.Decimal) []slip {
	off := make([]ownership.Decimal, len(steps))
	var breaks []int
	for i := range steps {
		if len(steps[i].entries) != 1 {
			return nil // totals of several lines have no figure of their own
		}
		switch {
		case i > 0:
			off[i], _ = steps[i].opening.Difference(steps[i-1].want)
		case known != nil:
			off[i], _ = steps[i].opening.Difference(*known)
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
		if !ok || breaks[1] != i+1 || sum.Sign() != 0 || !steps[i].moves() {
			return nil
		}
		right, _ := steps[i].want.Difference(off[i])
		if right.Sign() < 0 {
			return nil
		}
		return []slip{{slipTotal, i, right}}
	}
	return nil
}

// slipsAt returns the readings of steps that break once, before the step i.
func slipsAt(steps []step, off []ownership.Decimal, i int) []slip {
	var found []slip
	e := steps[i].entries[0]
	if steps[i].moves() {
		right, ok := e.change.V.Sum(off[i])
		switch {
		case !ok:
		case right.Cmp(e.change.V.Negated()) == 0:
			found = append(found, slip{slipSign, i, right})
		case right.Sign() == e.change.V.Sign() && isMisprint(right.Magnitude(), e.change.V.Magnitude()):
			found = append(found, slip{slipAmount, i, right.Magnitude()})
		}
	}
	total := func(at int, right ownership.Decimal) {
		printed := steps[at].want
		if right.Sign() >= 0 && (isMisprint(right, printed) || slices.ContainsFunc(steps, func(s step) bool {
			return s.entries[0] != steps[at].entries[0] && s.want.Cmp(printed) == 0 && printed.Sign() != 0
		})) {
			found = append(found, slip{slipTotal, at, right})
		}
	}
	if i == len(steps)-1 {
		right, _ := steps[i].want.Difference(off[i])
		total(i, right)
	}
	if i == 1 {
		total(0, steps[1].opening)
	}
	return found
}

// isMisprint reports whether one number looks like the other, mistyped.
func isMisprint(right, wrong ownership.Decimal) bool {
	return misprint.Of(right, wrong) != misprint.None || misprint.OfPoint(right, wrong) != misprint.None
}

// moves reports whether the step is of transactions that change the balance.
func (s *step) moves() bool {
	return slices.ContainsFunc(s.entries, func(e *entry) bool { return e.kind == ownership.Transaction && e.change.V.Sign() != 0 })
}
