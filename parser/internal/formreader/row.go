package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// row makes a line of a table from its cells. It reports false for a row in which
// nothing stands.
func (r *tableReader) row(cols []form.Column, line []printed.Cell, second bool) (ownership.Row, bool) {
	var row ownership.Row
	filled := false
	for i := range line {
		if i < len(cols) {
			r.takeMarks(&line[i], cols[i].IsText())
		} else {
			r.takeMarks(&line[i], true)
		}
		filled = filled || len(line[i].Words) > 0 || len(line[i].Notes) > 0
	}
	if !filled {
		return row, false
	}
	r.partTitle(cols, line)
	r.partSign(cols, line)
	r.spread(cols, line)
	r.settleHolding(cols, line)
	r.strayed(cols, line)
	c := func(k form.Column) *printed.Cell { return printed.At(cols, line, k) }

	r.text(&row.SecurityTitle, c(form.ColTitle), true)
	if row.Kind = ownership.Holding; r.isTransaction(cols, line) {
		row.Kind = ownership.Transaction
	}
	r.coding(&row, cols, line)
	if row.Kind == ownership.Transaction {
		t := &row.Transaction
		fill(r, &t.Date, c(form.ColDate), printed.ParseDate, true)
		fill(r, &t.DeemedExecutionDate, c(form.ColDeemed), printed.ParseDate, printed.Has(cols, form.ColDeemed))
		fill(r, &t.Price, c(form.ColPrice), printed.ParseDecimal, true)
		r.quantity(&row, cols, line)
	} else {
		// A holding has no transaction; what stands there all the same is kept.
		fill(r, &row.Transaction.Date, c(form.ColDate), printed.ParseDate, false)
		fill(r, &row.Transaction.DeemedExecutionDate, c(form.ColDeemed), printed.ParseDate, false)
		fill(r, &row.Transaction.Price, c(form.ColPrice), printed.ParseDecimal, false)
		r.quantity(&row, cols, line)
	}
	if second {
		fill(r, &row.ConversionOrExercisePrice, c(form.ColExercisePrice), printed.ParseDecimal, true)
		fill(r, &row.ExerciseDate, c(form.ColExercisable), printed.ParseDate, true)
		fill(r, &row.ExpirationDate, c(form.ColExpiration), printed.ParseDate, true)
		r.text(&row.UnderlyingTitle, c(form.ColUnderlyingTitle), true)
		sharesOrValue(r, &row.UnderlyingShares, &row.UnderlyingValue, c(form.ColUnderlyingAmount))
	}
	if printed.Has(cols, form.ColFollowing) {
		sharesOrValue(r, &row.SharesFollowing, &row.ValueFollowing, c(form.ColFollowing))
	}
	fill(r, &row.Ownership, c(form.ColOwnership), printed.ParseDirectIndirect, true)
	r.text(&row.NatureOfOwnership, c(form.ColNature), true)
	for i := range line {
		for _, l := range line[i].Lines {
			for _, w := range l {
				row.At = spanning(row.At, w.At)
			}
		}
	}
	return row, true
}

// spanning widens the place of a line to hold a word's. A line that goes over a page
// break keeps the page on which it begins.
func spanning(a, w ownership.Span) ownership.Span {
	if a == (ownership.Span{}) {
		return w
	}
	if a.Page != w.Page {
		return a
	}
	a.Start, a.End = min(a.Start, w.Start), max(a.End, w.End)
	a.Box = printed.Union(a.Box, w.Box)
	return a
}

// isTransaction: a line with a date, a code, an amount or A or D is one; the others
// are holdings (Form 4 General Instruction 4(a)(i)).
func (r *tableReader) isTransaction(cols []form.Column, line []printed.Cell) bool {
	if c := printed.At(cols, line, form.ColCode); len(c.Words) > 0 {
		v, ok := printed.ParseCode(printed.Joined(c.Words))
		return !ok || v.Code != "" || len(printed.At(cols, line, form.ColDate).Words) > 0
	}
	for _, k := range [...]form.Column{form.ColDate, form.ColAmount, form.ColAcquired, form.ColDisposed, form.ColAcquiredDisposed} {
		if c := printed.At(cols, line, k); len(c.Words) > 0 || len(c.Notes) > 0 {
			return true
		}
	}
	return false
}

// fill gives a cell its value from a column. Where the form has the column but
// nothing stands in it the cell is Blank, unless only those that are there count.
func fill[T any](r *tableReader, v *ownership.Value[T], c *printed.Cell, parse func(string) (T, bool), blank bool) {
	if holdsValue(r, &v.Reading, c, blank) {
		printed.Set(&r.f.Source, v, c.Words, parse)
	}
}

// holdsValue reports whether a column holds a value, or text that should be one. If it
// does not, the cell gets what is known of it.
func holdsValue(r *tableReader, v *ownership.Reading, c *printed.Cell, blank bool) bool {
	v.Notes = c.Notes
	switch {
	case len(c.Words) == 0:
		if blank || len(c.Notes) > 0 {
			v.State, v.How = ownership.Blank, ownership.Placed
		}
		return false
	case none(c.Words):
		blankAs(r, v, c.Words)
		return false
	}
	return true
}

// none reports whether a dash stands for "none".
func none(words []sheet.Word) bool { return len(words) == 1 && printed.IsDash(words[0].Text) }

// blankAs keeps what stands in a cell that holds no value.
func blankAs(r *tableReader, v *ownership.Reading, words []sheet.Word) {
	v.State, v.How = ownership.Blank, ownership.Placed
	v.Raw, v.At = printed.Raw(&r.f.Source, [][]sheet.Word{words})
}

// text gives a cell the text of a column.
func (r *tableReader) text(v *ownership.Value[string], c *printed.Cell, blank bool) {
	if holdsValue(r, &v.Reading, c, blank) {
		printed.SetText(&r.f.Source, v, [][]sheet.Word{c.Words})
	}
}

// sharesOrValue fills the one of two cells that is printed: a value has a $ before
// it, a number of shares has none.
func sharesOrValue(r *tableReader, shares, value *ownership.Value[ownership.Decimal], c *printed.Cell) {
	v := shares
	if n, ok := printed.ParseNumber(printed.Joined(c.Words)); ok && n.Dollars {
		v = value
	}
	fill(r, v, c, printed.ParseDecimal, true)
}

// quantity fills how much was acquired or disposed of. In Table II the column that
// is filled says which of the two.
func (r *tableReader) quantity(row *ownership.Row, cols []form.Column, line []printed.Cell) {
	t := &row.Transaction
	transaction := row.Kind == ownership.Transaction
	if !printed.Has(cols, form.ColAcquired) {
		amount, sign := printed.At(cols, line, form.ColAmount), printed.At(cols, line, form.ColAcquiredDisposed)
		pairAmounts(amount, sign)
		amountOf(r, t, amount, transaction)
		fill(r, &t.AcquiredDisposed, sign, printed.ParseAcquiredDisposed, transaction && (printed.Has(cols, form.ColAcquiredDisposed)))
		return
	}
	a, d := printed.At(cols, line, form.ColAcquired), printed.At(cols, line, form.ColDisposed)
	dropDash(a)
	dropDash(d)
	from, side := a, ownership.Acquired
	switch {
	case len(a.Words) > 0 && len(d.Words) > 0:
		// Both are filled: which of them holds is not said here.
		both := &printed.Cell{Words: a.Words, Notes: once(slices.Concat(a.Notes, d.Notes))}
		if a.Words[0].At != d.Words[0].At {
			both.Words = slices.Concat(a.Words, d.Words)
		}
		amountOf(r, t, both, transaction)
		t.Shares.State, t.Shares.V = ownership.Malformed, ownership.Decimal{}
		t.AcquiredDisposed.State, t.AcquiredDisposed.How = ownership.Malformed, ownership.Placed
		t.AcquiredDisposed.Raw, t.AcquiredDisposed.At = t.Shares.Raw, t.Shares.At
		return
	case len(d.Words) > 0, len(a.Words) == 0 && len(d.Notes) > 0:
		from, side = d, ownership.Disposed
	case len(a.Words) == 0 && len(a.Notes) == 0:
		if transaction {
			t.Shares.State, t.Shares.How = ownership.Blank, ownership.Placed
			t.AcquiredDisposed.State, t.AcquiredDisposed.How = ownership.Blank, ownership.Placed
		}
		return
	}
	amountOf(r, t, from, transaction)
	t.AcquiredDisposed.V, t.AcquiredDisposed.State, t.AcquiredDisposed.How = side, ownership.Known, ownership.Placed
	t.AcquiredDisposed.Raw, t.AcquiredDisposed.At = printed.Raw(&r.f.Source, [][]sheet.Word{from.Words})
}

func amountOf(r *tableReader, t *ownership.Trade, c *printed.Cell, blank bool) {
	v := &t.Shares
	if n, ok := printed.ParseNumber(printed.Joined(c.Words)); ok && n.Dollars {
		v = &t.TotalValue
	}
	fill(r, v, c, printed.ParseDecimal, blank)
}

// dropDash takes a lone dash for an empty cell, as it is printed for one.
func dropDash(c *printed.Cell) {
	if len(c.Words) == 1 && printed.IsDash(c.Words[0].Text) {
		c.Words = nil
	}
}

// pairAmounts reads "12,000 -" beside "A,D": text forms print what was acquired and
// what was disposed of on the same line, a dash for none.
func pairAmounts(amount, sign *printed.Cell) {
	dropDash(amount)
	dropDash(sign)
	if len(amount.Words) != 2 {
		return
	}
	var sides []sheet.Word
	for _, w := range sign.Words {
		for {
			i := strings.IndexAny(w.Text, ",/")
			if i < 0 {
				break
			}
			var left sheet.Word
			left, w = w.Split(i)
			sides = append(sides, left)
			_, w = w.Split(1)
		}
		sides = append(sides, w)
	}
	if len(sides) != 2 {
		return
	}
	for i := range 2 {
		if printed.IsDash(amount.Words[1-i].Text) && !printed.IsDash(amount.Words[i].Text) {
			amount.Words, sign.Words = amount.Words[i:i+1], sides[i:i+1]
			return
		}
	}
}

// coding fills what the code says: its letter, the form that it was due on, a swap
// (K), and whether it is early (V).
func (r *tableReader) coding(row *ownership.Row, cols []form.Column, line []printed.Cell) {
	c, v := printed.At(cols, line, form.ColCode), printed.At(cols, line, form.ColV)
	t := &row.Transaction
	transaction := row.Kind == ownership.Transaction
	if len(c.Words) > 0 {
		got, ok := printed.ParseCode(printed.Joined(c.Words))
		into := &t.Code
		if ok && got.Code == "" {
			into = &row.FormType
		}
		into.Notes, into.How = c.Notes, ownership.Placed
		into.Raw, into.At = printed.Raw(&r.f.Source, [][]sheet.Word{c.Words})
		switch {
		case !ok:
			into.State = ownership.Malformed
		case got.Code == "":
			into.V, into.State = got.Form, ownership.Known
		default:
			into.V, into.State = got.Code, ownership.Known
			if got.Form != "" {
				row.FormType = ownership.Value[string]{V: got.Form, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
			}
			if got.Swap {
				t.EquitySwapInvolved = ownership.Value[bool]{V: true, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
			}
		}
		if ok && got.Early {
			t.Timeliness = ownership.Value[ownership.Timeliness]{V: ownership.Early, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
		}
	} else if transaction || len(c.Notes) > 0 {
		t.Code.State, t.Code.How, t.Code.Notes = ownership.Blank, ownership.Placed, c.Notes
	}
	if len(v.Words) > 0 || len(v.Notes) > 0 {
		fill(r, &t.Timeliness, v, printed.ParseTimeliness, true)
	}
}
