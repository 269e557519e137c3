package filing

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
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
// stays in the page, but hidden until it is asked for. Stated is the form that the
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
	maxDigits = 4 // digits after the point that numbers are lined up by
)

// keptDigits is how many zeros after the point are no noise: a price has cents.
func keptDigits(k field.Kind) int {
	if k == field.Money {
		return 2
	}
	return 0
}

// head draws the names of a column, the short one and the printed form's.
func (c *tableColumn) head() app.UI {
	short := []app.UI{app.Text(c.Name)}
	if c.More != "" {
		short = append(short, markup.ScreenReader(", "+c.More))
	}
	sec := c.SEC
	if sec == nil {
		sec = []string{c.Name}
	}
	printed := make([]app.UI, len(sec))
	for i, name := range sec {
		printed[i] = markup.Text("span", "", name)
	}
	return markup.El("th", c.classes(), markup.El("span", "short", short...), markup.El("span", "sec", printed...)).Attr("scope", "col")
}

// classes of every cell of the column.
func (c *tableColumn) classes() string {
	class := c.Class
	if c.hidden != "" {
		class += " " + c.hidden
	}
	if c.numeric() {
		class += " num"
		if c.hang > 0 {
			class += " h" + strconv.Itoa((c.hang+2)/3)
		}
	}
	return class
}

func (c *tableColumn) numeric() bool {
	switch c.Class {
	case "amount", "price", "strike", "owned":
		return true
	}
	return false
}

// fieldClass names the parts of a stack: of transaction.totalValue, totalValue.
func fieldClass(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// lineUp gives the room after a number that puts its point under the others'.
func (c *tableColumn) lineUp(d field.Datum) string {
	if c.digits == 0 || !c.numeric() || d.Text == "" {
		return ""
	}
	bright, _ := format.Dim(d.Text, keptDigits(d.Kind))
	class := ""
	n := min(format.Decimals(bright), maxDigits)
	if n < c.digits {
		class = " p" + strconv.Itoa(c.digits-n)
	}
	if n == 0 {
		class += " whole"
	}
	return class
}
