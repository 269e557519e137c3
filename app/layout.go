package app

import (
	"filingview/app/field"
	"filingview/app/format"
	"filingview/parser/ownership"
)

// tableColumn is a column as it is laid out for the lines of one table.
type tableColumn struct {
	field.Column
	hidden string // a class: where the column is not to be seen
	hang   int    // room for this many characters of marks after the numbers
	digits int    // the most digits after the point
}

// laidOut returns the columns that the lines need. One without any cell and
// without a place on the printed form is left out; one that has nothing to tell
// stays in the page but hidden until it is asked for. Stated is the form that the
// document says it is, or 0.
func laidOut(rows []ownership.Row, table int, form, stated byte) []tableColumn {
	var kept []tableColumn
	for _, known := range field.Columns(table, form) {
		c := tableColumn{Column: known}
		any, tells := c.survey(rows, stated)
		switch {
		case !any && c.SEC == nil:
			continue
		case tells:
		case c.SEC != nil:
			c.hidden = "printed" // shown with the printed form's names
		default:
			c.hidden = "spare" // shown with all columns
		}
		kept = append(kept, c)
	}
	return kept
}

// survey looks at the cells of a column: whether there are any, whether they tell
// something, and how much room they need.
func (c *tableColumn) survey(rows []ownership.Row, form byte) (any, tells bool) {
	for i := range rows {
		for _, f := range c.Fields {
			d := f.Of(&rows[i])
			if !d.Present() {
				continue
			}
			any = true
			quiet := len(d.Notes) == 0 && c.Quiet != nil && c.Quiet(d, form)
			tells = tells || !quiet
			if d.Kind != field.Shares && d.Kind != field.Money {
				continue
			}
			marks := 0
			for _, id := range d.Notes {
				marks += len(ownership.NoteLabel(id)) + 2
			}
			if doubtful(d.Reading) {
				marks += 2
			}
			c.hang = max(c.hang, min(marks, maxHang))
			bright, _ := format.Dim(d.Text, keptDigits(d.Kind))
			c.digits = max(c.digits, min(format.Decimals(bright), maxDigits))
		}
	}
	return any, tells
}

const (
	maxHang   = 9 // characters of marks that numbers leave room for
	maxDigits = 4 // digits behind the point that numbers are lined up by
)

// keptDigits is how many zeros behind the point are no noise: a price has cents.
func keptDigits(k field.Kind) int {
	if k == field.Money {
		return 2
	}
	return 0
}
