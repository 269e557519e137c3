package repair

import (
	"fmt"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// TestPlaceMoved: a known value that stood in another column says so and is sure.
func TestPlaceMoved(t *testing.T) {
	lines := linesFor(t, entry{title: "Common Stock", code: "S", sign: "D", shares: "10"})
	lines[0].Columns = []form.Column{form.ColTitle, form.ColAcquired, form.ColDate, form.ColDeemed, form.ColCode}
	lines[0].Cells = []printed.Cell{{}, {Moved: true}, {}, {Moved: true}, {Moved: true}, {Moved: true}} // one more than columns
	r, row := repairerOf(lines), lines[0].Row
	row.Transaction.DeemedExecutionDate.State = ownership.Malformed
	r.placeMoved(lines)
	for _, c := range []struct {
		name, got, want string
		v               *ownership.Reading
		sure            bool
	}{
		{"not moved", told(&row.SecurityTitle), "Common Stock", &row.SecurityTitle.Reading, false},
		{"of a column that the line has no value for", told(&row.Transaction.Shares), "10", &row.Transaction.Shares.Reading, false},
		{"not known", told(&row.Transaction.DeemedExecutionDate), "malformed", &row.Transaction.DeemedExecutionDate.Reading, false},
		{"moved", told(&row.Transaction.Code), "S other column, likely by the order and kinds of the form's columns", &row.Transaction.Code.Reading, true},
	} {
		if c.got != c.want || r.sure[c.v] != c.sure {
			t.Errorf("%s: %s, sure %t, want %s", c.name, c.got, r.sure[c.v], c.want)
		}
	}
}

// TestShifted: where a cell of a line was moved, all values of the line are in doubt;
// where one was parted from another, it alone.
func TestShifted(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColDeemed, form.ColCode, form.ColAmount, form.ColPrice}
	for _, c := range []struct {
		name  string
		cells func(cells []printed.Cell)
		want  map[form.Column]string
		sign  string
	}{
		{"as they stand", func([]printed.Cell) {}, map[form.Column]string{}, "D"},
		{"one moved", func(cells []printed.Cell) { cells[3].Moved = true }, map[form.Column]string{
			form.ColTitle: "other column, possible", form.ColCode: "other column, likely", form.ColAmount: "other column, possible", form.ColDate: "other column, possible",
		}, "D other column, possible"},
		{"one parted", func(cells []printed.Cell) { cells[4].Parted = true }, map[form.Column]string{form.ColAmount: "other column, possible"}, "D"},
		{"two that hold what they cannot", func(cells []printed.Cell) { cells[1].Words, cells[4].Words = words("Common"), words("Stock") }, map[form.Column]string{
			form.ColTitle: "other column, possible", form.ColCode: "other column, possible", form.ColAmount: "other column, possible", form.ColDate: "other column, possible",
		}, "D other column, possible"},
		{"one that holds what it cannot", func(cells []printed.Cell) { cells[1].Words = words("Common") }, map[form.Column]string{}, "D"},
	} {
		lines := linesFor(t, entry{title: "Common Stock", code: "S", sign: "D", shares: "10"})
		h := &lines[0]
		h.Columns, h.Cells = columns, make([]printed.Cell, len(columns)+1)
		c.cells(h.Cells)
		h.Row.Transaction.DeemedExecutionDate.State = ownership.Blank
		h.Row.Transaction.Price.State = ownership.Malformed
		Shifted(Document{Filing: &ownership.Filing{}, Lines: lines})
		for _, column := range columns {
			got := ""
			for _, r := range h.Reading(column).Repairs {
				got += fmt.Sprintf("%s, %s", r.Cause, r.Confidence)
			}
			if got != c.want[column] {
				t.Errorf("%s: column %d: %q, want %q", c.name, column, got, c.want[column])
			}
		}
		if got := told(&h.Row.Transaction.AcquiredDisposed); got != c.sign {
			t.Errorf("%s: the sign is %s, want %s", c.name, got, c.sign)
		}
	}
	// A blank cell with a mark may be of another column as well, and a sign that is a
	// guess already is not doubted again.
	lines := linesFor(t, entry{code: "S", sign: "D"})
	h := &lines[0]
	h.Columns, h.Cells = columns, make([]printed.Cell, len(columns))
	h.Cells[3].Moved = true
	price, sign := &h.Row.Transaction.Price.Reading, &h.Row.Transaction.AcquiredDisposed.Reading
	*price, sign.How = ownership.Reading{State: ownership.Blank, Notes: []string{"F1"}}, ownership.Guessed
	if doubtShifted(lines); price.How != ownership.Guessed || len(price.Repairs) != 1 || len(sign.Repairs) != 0 {
		t.Errorf("the price: %+v, the sign: %+v", price, sign)
	}
}
