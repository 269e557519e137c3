package repair

import (
	"strings"

	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// evidence weighs readings by the figures around them.
type evidence struct {
	lines []printed.Line
	all   []figures
	f     *ownership.Filing // nil where there are no notes
}

// settle chooses the readings that agree with each other, in a few rounds.
func (e *evidence) settle() {
	for range 3 {
		changed := false
		for i := range e.all {
			for k := range e.all[i] {
				changed = e.choose(i, kind(k)) || changed
			}
		}
		if !changed {
			return
		}
	}
}

// choose takes the reading of a figure that most others agree with.
func (e *evidence) choose(i int, k kind) bool {
	f := &e.all[i][k]
	if len(f.readings) < 2 {
		return false
	}
	best, bestScore := f.chosen, -1<<20
	for n := range f.readings {
		count, _ := e.support(i, k, f.readings[n].v)
		score := perAgreement*count - perCost*f.readings[n].cost
		if f.readings[n].twice {
			score += bothReadings
		}
		if score > bestScore {
			best, bestScore = n, score
		}
	}
	changed := best != f.chosen
	f.chosen = best
	return changed
}

// value gives the chosen value of a figure.
func (e *evidence) value(i int, k kind) (ownership.Decimal, bool) {
	f := &e.all[i][k]
	if f.chosen < 0 || f.chosen >= len(f.readings) {
		return ownership.Decimal{}, false
	}
	return f.readings[f.chosen].v, true
}

// support counts what agrees with a figure having a value, and names the cells.
func (e *evidence) support(i int, k kind, v ownership.Decimal) (n int, paths []string) {
	agree := func(path string) { n, paths = n+1, append(paths, path) }
	h := &e.lines[i]
	get := func(j int, what kind) (ownership.Decimal, bool) {
		if j == i && what == k {
			return v, true
		}
		return e.value(j, what)
	}
	// The running balance, with the line before and the line after.
	if k == kindFollowing || k == kindShares {
		if j := e.before(i); j >= 0 && e.balances(j, i, get) {
			agree(e.all[j][kindFollowing].path)
		}
		if k == kindFollowing {
			if j := e.after(i); j >= 0 && e.balances(i, j, get) {
				agree(e.all[j][kindFollowing].path)
			}
		}
	}
	if sign := h.Row.Transaction.AcquiredDisposed; k == kindFollowing && sign.State == ownership.Known && sign.V == ownership.Acquired {
		// All that is owned may be what was acquired.
		if w, ok := e.value(i, kindShares); ok && w.Cmp(v) == 0 && v.Sign() > 0 {
			agree(e.all[i][kindShares].path)
		}
	}
	for j := range e.all {
		o := &e.lines[j]
		switch k {
		case kindShares:
			if o.Table != h.Table && isExercise(h) && isExercise(o) {
				if w, ok := e.value(j, kindShares); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindShares].path)
				}
				if w, ok := e.value(j, kindUnderlying); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindUnderlying].path)
				}
			}
			if j == i {
				if w, ok := e.value(j, kindUnderlying); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindUnderlying].path)
				}
			}
		case kindUnderlying:
			if j == i {
				if w, ok := e.value(j, kindShares); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindShares].path)
				}
			}
			if o.Table != h.Table {
				if w, ok := e.value(j, kindShares); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindShares].path)
				}
			}
		case kindPrice:
			if j == i {
				for _, path := range e.near(i, k, v) {
					agree(path)
				}
			}
			if o.Table != h.Table && h.Table == 0 {
				if w, ok := e.value(j, kindExercisePrice); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindExercisePrice].path)
				}
			}
		case kindExercisePrice:
			if o.Table == 0 {
				if w, ok := e.value(j, kindPrice); ok && w.Cmp(v) == 0 {
					agree(e.all[j][kindPrice].path)
				}
			} else if j != i {
				if w, ok := e.value(j, kindExercisePrice); ok && w.Cmp(v) == 0 && v.Sign() > 0 {
					agree(e.all[j][kindExercisePrice].path)
				}
			}
		}
	}
	return n, paths
}

// against counts the lines next to one whose balance does not lead to that of the line, or
// does not follow from it, though all figures of both are read.
func (e *evidence) against(i int, k kind, v ownership.Decimal) int {
	if k != kindFollowing {
		return 0
	}
	get := func(j int, what kind) (ownership.Decimal, bool) {
		if j == i && what == k {
			return v, true
		}
		return e.value(j, what)
	}
	n := 0
	for _, pair := range [...][2]int{{e.before(i), i}, {i, e.after(i)}} {
		if pair[0] < 0 || pair[1] < 0 {
			continue
		}
		if change, ok := get(pair[1], kindShares); ok && change.Sign() != 0 && e.lines[pair[1]].Row.Kind == ownership.Transaction && !e.balances(pair[0], pair[1], get) {
			n++
		}
	}
	return n
}

// before and after find the line of the same holding next to one.
func (e *evidence) before(i int) int {
	for j := i - 1; j >= 0; j-- {
		if e.same(i, j) {
			return j
		}
	}
	return -1
}

func (e *evidence) after(i int) int {
	for j := i + 1; j < len(e.lines); j++ {
		if e.same(i, j) {
			return j
		}
	}
	return -1
}

// same reports whether two lines may be of one holding: of one table, both with a
// balance, of one form and nature of ownership as far as they can be read.
func (e *evidence) same(i, j int) bool {
	return e.all[i][kindFollowing].chosen >= 0 && e.all[j][kindFollowing].chosen >= 0 && e.sameHolding(i, j)
}

// sameHolding is the same, whether or not the balances are read.
func (e *evidence) sameHolding(i, j int) bool {
	a, b := &e.lines[i], &e.lines[j]
	if a.Table != b.Table || a.Table == 1 && !strings.EqualFold(a.Row.SecurityTitle.V, b.Row.SecurityTitle.V) {
		return false
	}
	x, y := a.Row.Ownership, b.Row.Ownership
	if x.State == ownership.Known && y.State == ownership.Known && x.V != y.V {
		return false
	}
	m, n := a.Row.NatureOfOwnership, b.Row.NatureOfOwnership
	return m.State != ownership.Known || n.State != ownership.Known || strings.EqualFold(m.V, n.V)
}

// balances reports whether the balance of line j follows from that of line i.
func (e *evidence) balances(i, j int, get func(int, kind) (ownership.Decimal, bool)) bool {
	was, ok1 := get(i, kindFollowing)
	is, ok2 := get(j, kindFollowing)
	change, ok3 := get(j, kindShares)
	if !ok1 || !ok2 || !ok3 || change.Sign() == 0 {
		return false
	}
	sign := e.lines[j].Row.Transaction.AcquiredDisposed
	if sign.State != ownership.Known || sign.V == ownership.Acquired {
		if s, ok := was.Sum(change); ok && s.Cmp(is) == 0 {
			return true
		}
	}
	if sign.State != ownership.Known || sign.V == ownership.Disposed {
		if s, ok := was.Difference(change); ok && s.Cmp(is) == 0 {
			return true
		}
	}
	return false
}

// isExercise reports whether a line may be one side of an exercise or conversion.
func isExercise(h *printed.Line) bool {
	c := h.Row.Transaction.Code
	if c.State != ownership.Known {
		return h.Row.Kind == ownership.Transaction
	}
	return strings.Contains("MCXOG", c.V)
}
