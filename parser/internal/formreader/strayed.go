package formreader

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// strayed puts back what stands one column off where columns were found by place: on a
// page without heads, or under heads that stand closer than the values. Values keep
// their order, and each goes only to a column next to it that is empty and can hold it.
func (r *tableReader) strayed(cols []form.Column, line []printed.Cell) {
	if r.given() {
		return
	}
	place := func(k form.Column) *printed.Cell {
		if i := slices.Index(cols, k); i >= 0 && i < len(line) {
			return &line[i]
		}
		return &printed.Cell{}
	}
	// Each transaction has a date, few a deemed date of execution (Rule 16a-3(g)).
	if date, deemed := place(form.ColDate), place(form.ColDeemed); len(date.Words) == 0 && len(deemed.Words) > 0 {
		if _, ok := printed.ParseDate(printed.Joined(deemed.Words)); ok {
			date.Words, deemed.Words, date.Moved = deemed.Words, nil, true
			date.Notes, deemed.Notes = once(slices.Concat(date.Notes, deemed.Notes)), nil
		}
	}
	// The column after the code can hold V, and nothing else.
	code, early := place(form.ColCode), place(form.ColV)
	if text := printed.Joined(early.Words); len(code.Words) == 0 && text != "" && text != "V" {
		if v, ok := printed.ParseCode(text); ok && v.Code != "" && !v.Early {
			code.Words, early.Words, code.Moved = early.Words, nil, true
			code.Notes, early.Notes = once(slices.Concat(code.Notes, early.Notes)), nil
		}
	}
	r.strayedMark(place(form.ColExercisable), place(form.ColExpiration), place(form.ColUnderlyingTitle))
	r.strayedAmount(cols, line)
	r.strayedSide(cols, line)
}

// strayedMark gives a mark before the title of the underlying security to the dates, which
// stand before it: a mark follows what it explains.
func (r *tableReader) strayedMark(exercisable, expiration, title *printed.Cell) {
	if len(title.Words) < 2 {
		return
	}
	ids, size := markAt(title.Words, 0)
	if size == 0 || size == len(title.Words) {
		return
	}
	empty := func(c *printed.Cell) bool { return len(c.Words) == 0 && len(c.Notes) == 0 }
	switch {
	case empty(expiration):
	case empty(exercisable):
		exercisable.Words, exercisable.Notes, exercisable.Moved = expiration.Words, expiration.Notes, true
	default:
		return
	}
	expiration.Words, expiration.Notes, expiration.Moved = nil, ids, true
	title.Words = title.Words[size:]
	title.Parted = true
}

// strayedAmount gives an amount that stands in the first column of dates back to the two
// columns before it, (A) and (D), if both are empty. Which of them it is of, its place does
// not tell: the code may.
func (r *tableReader) strayedAmount(cols []form.Column, line []printed.Cell) {
	a, d, e := slices.Index(cols, form.ColAcquired), slices.Index(cols, form.ColDisposed), slices.Index(cols, form.ColExercisable)
	if a < 0 || d < 0 || e < 0 || max(a, d, e) >= len(line) || len(line[a].Words) > 0 || len(line[d].Words) > 0 {
		return
	}
	from := &line[e]
	if n, ok := printed.ParseNumber(printed.Joined(from.Words)); !ok || n.V.Sign() == 0 {
		return
	}
	switch r.side(cols, line, true) {
	case ownership.Acquired:
		line[a].Words, line[a].Moved = from.Words, true
	case ownership.Disposed:
		line[d].Words, line[d].Moved = from.Words, true
	default:
		line[a].Words, line[d].Words = from.Words, from.Words
	}
	from.Words, from.Parted = nil, true
}

// strayedSide moves an amount between the two columns (A) and (D) that stands in the one
// which its code rules out.
func (r *tableReader) strayedSide(cols []form.Column, line []printed.Cell) {
	a, d := slices.Index(cols, form.ColAcquired), slices.Index(cols, form.ColDisposed)
	if a < 0 || d < 0 || max(a, d) >= len(line) {
		return
	}
	from, to := a, d
	if r.side(cols, line, false) == ownership.Acquired {
		from, to = d, a
	} else if r.side(cols, line, false) == "" {
		return
	}
	if len(line[from].Words) == 0 || len(line[to].Words) > 0 {
		return
	}
	line[to].Words, line[to].Notes, line[to].Moved = line[from].Words, line[from].Notes, true
	line[from] = printed.Cell{}
}

// side tells whether a line of Table II is of derivative securities acquired or disposed
// of by what its code means (Form 4, General Instruction 8): a grant or a purchase acquires
// them; a sale, a payment of tax or an expiration with value received disposes of them. An
// exercise likely does, and one after which nothing is owned does.
func (r *tableReader) side(cols []form.Column, line []printed.Cell, likely bool) ownership.AcquiredDisposed {
	code, _ := printed.ParseCode(printed.Joined(printed.At(cols, line, form.ColCode).Words))
	switch code.Code {
	case "A", "P":
		return ownership.Acquired
	case "S", "F", "H":
		return ownership.Disposed
	case "M", "X":
		if likely {
			return ownership.Disposed
		}
	}
	if n, ok := printed.ParseNumber(printed.Joined(printed.At(cols, line, form.ColFollowing).Words)); ok && n.V.Sign() == 0 && likely {
		return ownership.Disposed
	}
	return "" // of two lines of one day, both may print what is left after the last
}
