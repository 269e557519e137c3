package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// quantity kinds.
type kind uint8

const (
	kindShares kind = iota
	kindFollowing
	kindPrice
	kindUnderlying
	kindExercisePrice
	kinds
)

// figure is one number of a line: the ways to read it, and the one that is chosen.
type figure struct {
	v        *ownership.Value[ownership.Decimal]
	path     string
	readings []reading
	chosen   int  // in readings; -1 for none
	differ   bool // a second reading of the line says something else
}

// figures are the numbers of a line.
type figures [kinds]figure

// repairNumbers settles the numbers of all lines together: a reading counts by what
// else in the document agrees with it, the running balance, the other table, the
// exercise price, the second reading of the line.
func (r *repairer) repairNumbers(lines []printed.Line) {
	all := make([]figures, len(lines))
	for i := range lines {
		h := &lines[i]
		t := &h.Row.Transaction
		put := func(k kind, v *ownership.Value[ownership.Decimal], field string, c form.Column, price bool) {
			f := &all[i][k]
			f.v, f.path, f.chosen = v, h.Path(field), -1
			if v.State != ownership.Known && v.State != ownership.Malformed {
				return
			}
			from := h.Cell(c)
			f.readings = r.readingsOf(from, price)
			from.Unread = from.Unread || v.State == ownership.Malformed && len(from.Words) > 1 && len(from.Notes) == 0 && len(f.readings) > 0 && brokenMark(from.Words)
			f.differ = len(from.Also) > 0 && printed.Joined(from.Also) != printed.Joined(from.Words)
			if len(f.readings) > 0 {
				f.chosen = 0
			}
		}
		put(kindShares, &t.Shares, "transaction.shares", amountColumn(h), false)
		put(kindFollowing, &h.Row.SharesFollowing, "sharesFollowing", form.ColFollowing, false)
		put(kindPrice, &t.Price, "transaction.price", form.ColPrice, true)
		put(kindUnderlying, &h.Row.UnderlyingShares, "underlyingShares", form.ColUnderlyingAmount, false)
		put(kindExercisePrice, &h.Row.ConversionOrExercisePrice, "conversionOrExercisePrice", form.ColExercisePrice, true)
	}
	e := evidence{lines: lines, all: all, f: r.f}
	e.settle()
	added := false
	for i := range all {
		added = e.addImplied(i, kindFollowing) || added
		added = e.addImplied(i, kindShares) || added
		added = e.addNear(i) || added
	}
	if added {
		e.settle()
	}
	for i := range all {
		for k := range all[i] {
			r.settleNumber(&e, i, kind(k))
			r.dollars(&all[i][k], lines[i].Row, kind(k))
		}
	}
	for i := range all {
		e.takeBack(r, i, kindFollowing)
		e.takeBack(r, i, kindShares)
	}
	for i := range lines {
		r.emptyCells(&lines[i])
	}
}

// amountColumn is the column in which the amount of a line stands.
func amountColumn(h *printed.Line) form.Column {
	switch {
	case !printed.Has(h.Columns, form.ColAcquired):
		return form.ColAmount
	case h.Row.Transaction.AcquiredDisposed.V == ownership.Disposed:
		return form.ColDisposed
	}
	return form.ColAcquired
}

// dollars puts an amount that was read with a dollar sign, amid specks, where values
// are.
func (r *repairer) dollars(f *figure, row *ownership.Row, k kind) {
	if f.chosen < 0 || f.chosen >= len(f.readings) || !f.readings[f.chosen].dollars || f.v.How != ownership.Repaired {
		return
	}
	var to *ownership.Value[ownership.Decimal]
	switch k {
	case kindShares:
		to = &row.Transaction.TotalValue
	case kindFollowing:
		to = &row.ValueFollowing
	case kindUnderlying:
		to = &row.UnderlyingValue
	default:
		return
	}
	if to.State == ownership.Absent {
		*to, *f.v = *f.v, ownership.Value[ownership.Decimal]{}
	}
}

// emptyCells takes what is left of a lone mark for no value: a cell for a date or a
// number in which two or three characters stand, and no number.
func (r *repairer) emptyCells(h *printed.Line) {
	for i := range h.Cells {
		if i >= len(h.Columns) || h.Columns[i].IsText() {
			continue
		}
		switch h.Columns[i] {
		case form.ColCode, form.ColV, form.ColAcquiredDisposed, form.ColOwnership:
			continue
		}
		v := h.Reading(h.Columns[i])
		if v == nil || v.State != ownership.Malformed || len(v.Raw) > 6 {
			continue
		}
		digits := 0
		for _, b := range []byte(v.Raw) {
			if b >= '0' && b <= '9' {
				digits++
			}
		}
		if digits > 1 || digits == 1 && !strings.ContainsAny(v.Raw, "()") {
			continue
		}
		v.State = ownership.Blank
		h.Cells[i].Unread = len(v.Notes) == 0
		reason.Doubt(v, reason.NoDateNoNumber.Of())
	}
}

// settleNumber gives the cell what was chosen. The plain reading stays unless
// another agrees with something and it does not; a damaged one without support
// stays as it is unless there is but one plain way to read it.
func (r *repairer) settleNumber(e *evidence, i int, k kind) {
	f := &e.all[i][k]
	if len(f.readings) == 0 || f.chosen < 0 {
		return
	}
	c := &f.readings[f.chosen]
	count, paths := e.support(i, k, c.v)
	exact := count - len(e.near(i, k, c.v))
	paths = paths[:min(3, len(paths))]
	plain := c.cost == 0 && f.v.State == ownership.Known && f.v.V.Cmp(c.v) == 0
	switch {
	case plain && !f.differ && count > 0 && !c.twice && e.against(i, k, c.v) > 0:
		reason.Doubt(&f.v.Reading, reason.BalanceAgainst.Of())
	case plain && !f.differ && (exact > 0 || c.twice):
		r.sure[&f.v.Reading] = true
	case plain && !f.differ:
	case plain && c.twice:
		reason.Repair(f.v, c.v, ownership.Certain, reason.SecondReadingSame.Of())
	case plain && count > 0:
		reason.Repair(f.v, c.v, ownership.Likely, reason.SecondReadingAgrees.Of(), paths...)
	case plain:
		reason.Doubt(&f.v.Reading, reason.SecondReadingUnconfirmed.Of())
	case exact > 1:
		reason.Repair(f.v, c.v, ownership.Certain, c.why.And(reason.AgreesWithSeveral), paths...)
	case exact == 1 || count == 1:
		reason.Repair(f.v, c.v, ownership.Likely, c.why.And(reason.AgreesWithOne), paths...)
	case count > 1:
		reason.Repair(f.v, c.v, ownership.Likely, c.why.And(reason.AgreesWithSeveral), paths...)
	case f.v.State == ownership.Known && c.cost > 0 && f.v.V.Cmp(c.v) == 0 && len(f.readings) == 1:
		reason.Repair(f.v, c.v, ownership.Possible, c.why.Of())
	case f.v.State == ownership.Known && c.cost > 0:
		f.v.State = ownership.Malformed // two ways to read it, and nothing tells which
		f.v.V = ownership.Decimal{}
	case only(f.readings, costSpeck), len(f.readings) == 1 && c.cost <= costLetter:
		reason.Repair(f.v, c.v, ownership.Possible, c.why.Of())
	}
}

// only reports whether exactly one reading costs no more than a bound, the first.
func only(list []reading, cost int) bool {
	n := 0
	for i := range list {
		if list[i].cost <= cost {
			n++
		}
	}
	return n == 1 && list[0].cost <= cost
}
