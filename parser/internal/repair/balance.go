package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// implied gives what the lines around one ask for: the balance to which the line before
// leads and from which the line after follows, or the amount that two balances differ by
// which other lines confirm. It is not ok where anything of it is not read, or differs.
func (e *evidence) implied(i int, k kind) (v ownership.Decimal, ok bool) {
	b := e.beside(i, -1)
	if b < 0 || e.lines[i].Row.Kind != ownership.Transaction {
		return v, false
	}
	was, known := e.value(b, kindFollowing)
	if !known {
		return v, false
	}
	switch k {
	case kindFollowing:
		a := e.beside(i, 1)
		if a < 0 {
			return v, false
		}
		change, ok1 := e.signed(i)
		next, ok2 := e.signed(a)
		is, ok3 := e.value(a, kindFollowing)
		if !ok1 || !ok2 || !ok3 {
			return v, false
		}
		v, ok = was.Sum(change)
		w, fits := is.Difference(next)
		return v, ok && fits && v.Cmp(w) == 0 && v.Sign() >= 0
	case kindShares:
		is, known := e.value(i, kindFollowing)
		sign := e.lines[i].Row.Transaction.AcquiredDisposed
		if !known || !sign.IsKnown() || !e.anchored(b, -1) || !e.anchored(i, 1) {
			return v, false
		}
		d, ok := is.Difference(was)
		if sign.V == ownership.Disposed {
			d = d.Negated()
		}
		return d, ok && d.Sign() > 0
	}
	return v, false
}

// beside finds the nearest line of the same holding with a balance, before (-1) or after a
// line (1).
func (e *evidence) beside(i, step int) int {
	for j := i + step; j >= 0 && j < len(e.lines); j += step {
		if e.all[j][kindFollowing].chosen >= 0 && e.sameHolding(i, j) {
			return j
		}
	}
	return -1
}

// anchored reports whether the balance of a line adds up with that of the next line on one
// side.
func (e *evidence) anchored(i, step int) bool {
	j := e.beside(i, step)
	if j < 0 {
		return false
	}
	return e.balances(min(i, j), max(i, j), e.value)
}

// signed gives what a line adds to the balance, or takes.
func (e *evidence) signed(i int) (ownership.Decimal, bool) {
	v, ok := e.value(i, kindShares)
	t := &e.lines[i].Row.Transaction
	if !ok || !t.AcquiredDisposed.IsKnown() || v.Sign() == 0 {
		return v, false
	}
	if t.AcquiredDisposed.V == ownership.Disposed {
		v = v.Negated()
	}
	return v, true
}

// addImplied adds what the lines around a number ask for to the ways to read it, where it
// is printed like it but for a digit or two.
func (e *evidence) addImplied(i int, k kind) bool {
	f := &e.all[i][k]
	v, ok := e.implied(i, k)
	if !ok || f.v.State != ownership.Known && f.v.State != ownership.Malformed || !similar(e.printed(i, k), v) {
		return false
	}
	for _, x := range f.readings {
		if x.v.Cmp(v) == 0 {
			return false
		}
	}
	f.readings = append(f.readings, reading{v: v, cost: costMisread, why: reason.BalancesLead})
	f.chosen = max(f.chosen, 0)
	return true
}

// printed is what a machine read in the cell of a number.
func (e *evidence) printed(i int, k kind) string {
	h := &e.lines[i]
	c := form.ColFollowing
	if k == kindShares {
		c = amountColumn(h)
	}
	return printed.Joined(h.Cell(c).Words)
}

// similar reports whether the digits of a text are those of a number but for one, or two of
// a long one, that was misread, lost or made up.
func similar(text string, v ownership.Decimal) bool {
	s := v.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
	}
	a, b := digitsOf(text), digitsOf(s)
	most := 1
	if len(b) > 6 {
		most = 2
	}
	more := len(a) - len(b)
	return len(a) > 1 && len(b) > 1 && more >= -1 && more <= 1 && sheet.Within(a, b, most)
}

// takeBack makes a number unread that the lines around it contradict, and that nothing
// confirms.
func (e *evidence) takeBack(r *repairer, i int, k kind) {
	f := &e.all[i][k]
	if f.v.State != ownership.Known || r.confirmed(&f.v.Reading) {
		return
	}
	v, ok := e.implied(i, k)
	if !ok || v.Cmp(f.v.V) == 0 {
		return
	}
	if count, _ := e.support(i, k, f.v.V); count > 0 {
		return
	}
	f.v.State, f.v.V = ownership.Malformed, ownership.Decimal{}
	reason.Doubt(&f.v.Reading, reason.BalancesDiffer.Of(v.String()))
}
