package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// row makes a line of a table from its cells. It reports false for a row in which
// nothing stands.
func (r *reader) row(cols []form.Column, line []cell, second bool) (ownership.Row, bool) {
	var row ownership.Row
	filled := false
	for i := range line {
		if i < len(cols) {
			r.takeMarks(&line[i], cols[i].IsText())
		} else {
			r.takeMarks(&line[i], true)
		}
		filled = filled || len(line[i].words) > 0 || len(line[i].notes) > 0
	}
	if !filled {
		return row, false
	}
	r.partTitle(cols, line)
	r.partSign(cols, line)
	r.spread(cols, line)
	r.settleHolding(cols, line)
	c := func(k form.Column) *cell { return at(cols, line, k) }

	r.text(&row.SecurityTitle, c(form.ColTitle), true)
	if row.Kind = ownership.Holding; r.isTransaction(cols, line) {
		row.Kind = ownership.Transaction
	}
	r.coding(&row, cols, line)
	if row.Kind == ownership.Transaction {
		t := &row.Transaction
		fill(r, &t.Date, c(form.ColDate), parseDate, true)
		fill(r, &t.DeemedExecutionDate, c(form.ColDeemed), parseDate, has(cols, form.ColDeemed))
		fill(r, &t.Price, c(form.ColPrice), parseDecimal, true)
		r.quantity(&row, cols, line)
	} else {
		// A holding has no transaction; what stands there all the same is kept.
		fill(r, &row.Transaction.Date, c(form.ColDate), parseDate, false)
		fill(r, &row.Transaction.DeemedExecutionDate, c(form.ColDeemed), parseDate, false)
		fill(r, &row.Transaction.Price, c(form.ColPrice), parseDecimal, false)
		r.quantity(&row, cols, line)
	}
	if second {
		fill(r, &row.ConversionOrExercisePrice, c(form.ColExercisePrice), parseDecimal, true)
		fill(r, &row.ExerciseDate, c(form.ColExercisable), parseDate, true)
		fill(r, &row.ExpirationDate, c(form.ColExpiration), parseDate, true)
		r.text(&row.UnderlyingTitle, c(form.ColUnderlyingTitle), true)
		sharesOrValue(r, &row.UnderlyingShares, &row.UnderlyingValue, c(form.ColUnderlyingAmount))
	}
	if has(cols, form.ColFollowing) {
		sharesOrValue(r, &row.SharesFollowing, &row.ValueFollowing, c(form.ColFollowing))
	}
	fill(r, &row.Ownership, c(form.ColOwnership), parseDirectIndirect, true)
	r.text(&row.NatureOfOwnership, c(form.ColNature), true)
	for i := range line {
		for _, l := range line[i].lines {
			for _, w := range l {
				row.At = spanning(row.At, w.At)
			}
		}
	}
	return row, true
}

func has(cols []form.Column, c form.Column) bool { return slices.Contains(cols, c) }

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
	a.Box = union(a.Box, w.Box)
	return a
}

// isTransaction: a line with a date, a code, an amount or A or D is one; the others
// are holdings (Form 4 General Instruction 4(a)(i)).
func (r *reader) isTransaction(cols []form.Column, line []cell) bool {
	if c := at(cols, line, form.ColCode); len(c.words) > 0 {
		v, ok := parseCode(joined(c.words))
		return !ok || v.code != "" || len(at(cols, line, form.ColDate).words) > 0
	}
	for _, k := range [...]form.Column{form.ColDate, form.ColAmount, form.ColAcquired, form.ColDisposed, form.ColAcquiredDisposed} {
		if c := at(cols, line, k); len(c.words) > 0 || len(c.notes) > 0 {
			return true
		}
	}
	return false
}

// fill gives a cell its value from a column. Where the form has the column but
// nothing stands in it the cell is Blank, unless only those that are there count.
func fill[T any](r *reader, v *ownership.Value[T], c *cell, parse func(string) (T, bool), blank bool) {
	v.Notes = c.notes
	if len(c.words) == 0 {
		if blank || len(c.notes) > 0 {
			v.State, v.How = ownership.Blank, ownership.Placed
		}
		return
	}
	if none(c.words) {
		blankAs(r, &v.Reading, c.words)
		return
	}
	set(r, v, c.words, parse)
}

// none reports whether a dash stands for "none".
func none(words []sheet.Word) bool { return len(words) == 1 && isDash(words[0].Text) }

// blankAs keeps what stands in a cell that holds no value.
func blankAs(r *reader, v *ownership.Reading, words []sheet.Word) {
	v.State, v.How = ownership.Blank, ownership.Placed
	v.Raw, v.At = r.raw([][]sheet.Word{words})
}

// text gives a cell the text of a column.
func (r *reader) text(v *ownership.Value[string], c *cell, blank bool) {
	v.Notes = c.notes
	if len(c.words) == 0 {
		if blank || len(c.notes) > 0 {
			v.State, v.How = ownership.Blank, ownership.Placed
		}
		return
	}
	if none(c.words) {
		blankAs(r, &v.Reading, c.words)
		return
	}
	setText(r, v, [][]sheet.Word{c.words})
}

// sharesOrValue fills the one of two cells that is printed: a value has a $ before
// it, a number of shares has none.
func sharesOrValue(r *reader, shares, value *ownership.Value[ownership.Decimal], c *cell) {
	v := shares
	if n, ok := parseNumber(joined(c.words)); ok && n.dollars {
		v = value
	}
	fill(r, v, c, parseDecimal, true)
}

// quantity fills how much was acquired or disposed of. In Table II the column that
// is filled says which of the two.
func (r *reader) quantity(row *ownership.Row, cols []form.Column, line []cell) {
	t := &row.Transaction
	transaction := row.Kind == ownership.Transaction
	if !has(cols, form.ColAcquired) {
		amount, sign := at(cols, line, form.ColAmount), at(cols, line, form.ColAcquiredDisposed)
		pairAmounts(amount, sign)
		amountOf(r, t, amount, transaction)
		fill(r, &t.AcquiredDisposed, sign, parseAcquiredDisposed, transaction && (has(cols, form.ColAcquiredDisposed)))
		return
	}
	a, d := at(cols, line, form.ColAcquired), at(cols, line, form.ColDisposed)
	dropDash(a)
	dropDash(d)
	from, side := a, ownership.Acquired
	switch {
	case len(a.words) > 0 && len(d.words) > 0:
		// Both are filled: which of them holds is not said here.
		both := &cell{words: slices.Concat(a.words, d.words), notes: once(slices.Concat(a.notes, d.notes))}
		amountOf(r, t, both, transaction)
		t.Shares.State, t.Shares.V = ownership.Malformed, ownership.Decimal{}
		t.AcquiredDisposed.State, t.AcquiredDisposed.How = ownership.Blank, ownership.Placed
		return
	case len(d.words) > 0, len(a.words) == 0 && len(d.notes) > 0:
		from, side = d, ownership.Disposed
	case len(a.words) == 0 && len(a.notes) == 0:
		if transaction {
			t.Shares.State, t.Shares.How = ownership.Blank, ownership.Placed
			t.AcquiredDisposed.State, t.AcquiredDisposed.How = ownership.Blank, ownership.Placed
		}
		return
	}
	amountOf(r, t, from, transaction)
	t.AcquiredDisposed.V, t.AcquiredDisposed.State, t.AcquiredDisposed.How = side, ownership.Known, ownership.Placed
	t.AcquiredDisposed.Raw, t.AcquiredDisposed.At = r.raw([][]sheet.Word{from.words})
}

func amountOf(r *reader, t *ownership.Trade, c *cell, blank bool) {
	v := &t.Shares
	if n, ok := parseNumber(joined(c.words)); ok && n.dollars {
		v = &t.TotalValue
	}
	fill(r, v, c, parseDecimal, blank)
}

// dropDash takes a lone dash for an empty cell, as it is printed for one.
func dropDash(c *cell) {
	if len(c.words) == 1 && isDash(c.words[0].Text) {
		c.words = nil
	}
}

func isDash(s string) bool { return s != "" && strings.Trim(s, "-–—_") == "" }

// pairAmounts reads "12,000 -" beside "A,D": text forms print what was acquired and
// what was disposed of on the same line, a dash for none.
func pairAmounts(amount, sign *cell) {
	dropDash(amount)
	dropDash(sign)
	if len(amount.words) != 2 {
		return
	}
	var sides []sheet.Word
	for _, w := range sign.words {
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
		if isDash(amount.words[1-i].Text) && !isDash(amount.words[i].Text) {
			amount.words, sign.words = amount.words[i:i+1], sides[i:i+1]
			return
		}
	}
}

// coding fills what the code says: its letter, the form that it was due on, a swap
// (K), and whether it is early (V).
func (r *reader) coding(row *ownership.Row, cols []form.Column, line []cell) {
	c, v := at(cols, line, form.ColCode), at(cols, line, form.ColV)
	t := &row.Transaction
	transaction := row.Kind == ownership.Transaction
	if len(c.words) > 0 {
		got, ok := parseCode(joined(c.words))
		into := &t.Code
		if ok && got.code == "" {
			into = &row.FormType
		}
		into.Notes, into.How = c.notes, ownership.Placed
		into.Raw, into.At = r.raw([][]sheet.Word{c.words})
		switch {
		case !ok:
			into.State = ownership.Malformed
		case got.code == "":
			into.V, into.State = got.form, ownership.Known
		default:
			into.V, into.State = got.code, ownership.Known
			if got.form != "" {
				row.FormType = ownership.Value[string]{V: got.form, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
			}
			if got.swap {
				t.EquitySwapInvolved = ownership.Value[bool]{V: true, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
			}
		}
		if ok && got.early {
			t.Timeliness = ownership.Value[ownership.Timeliness]{V: ownership.Early, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: into.Raw, At: into.At}}
		}
	} else if transaction || len(c.notes) > 0 {
		t.Code.State, t.Code.How, t.Code.Notes = ownership.Blank, ownership.Placed, c.notes
	}
	if len(v.words) > 0 || len(v.notes) > 0 {
		fill(r, &t.Timeliness, v, parseTimeliness, true)
	}
}

// parseTimeliness reads the V column: V for early, E and L as EDGAR codes them.
func parseTimeliness(s string) (ownership.Timeliness, bool) {
	switch strings.ToUpper(s) {
	case "V", "E":
		return ownership.Early, true
	case "L":
		return ownership.Late, true
	}
	return "", false
}
