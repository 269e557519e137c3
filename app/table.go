package app

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// table draws Table I or II around its lines, which come in bodies.
func (s *sheet) table(g *grid, bodies []app.UI) app.UI {
	id := "table-" + strconv.Itoa(g.number)
	head := markup.El("div", "caption",
		markup.El("h2", "", markup.Text("span", "number", g.name()), app.Text(" "+field.TableName(g.number, s.form))).Attr("id", id),
		markup.Text("p", "sum", g.summary()))
	if len(g.rows) == 0 {
		return markup.El("section", "lines none", head)
	}
	names := make([]app.UI, 0, len(g.columns)+1)
	at := g.tallyAt()
	for i := range g.columns {
		names = append(names, g.columns[i].head())
		if i == at {
			names = append(names, tallyColumn.head())
		}
	}
	parts := append([]app.UI{markup.El("thead", "", markup.El("tr", "", names...))}, bodies...)
	return markup.El("section", "lines", head,
		markup.El("div", "scroll", markup.El("table", "table"+strconv.Itoa(g.number), parts...).Attr("aria-labelledby", id)).
			Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0"))
}

// summary counts the lines: 5 transactions and 2 holdings.
func (g *grid) summary() string {
	var n [2]int
	for i := range g.rows {
		n[g.rows[i].Kind&1]++
	}
	var parts []string
	if k := n[ownership.Transaction]; k > 0 {
		parts = append(parts, format.Count(k, "transaction", "transactions"))
	}
	if k := n[ownership.Holding]; k > 0 {
		parts = append(parts, format.Count(k, "holding", "holdings"))
	}
	if parts == nil {
		return "No lines"
	}
	return format.List(parts)
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

// tallyColumn has the marks that tell whether a line adds up. No form has it.
var tallyColumn = tableColumn{Column: field.Column{Class: "tally", Name: "Adds up", More: "whether the amount owned follows from the lines before"}}

// tallyAt is the place of the column that the marks stand behind.
func (g *grid) tallyAt() int {
	for i := range g.columns {
		if g.columns[i].Class == "owned" && g.columns[i].hidden == "" {
			return i
		}
	}
	return len(g.columns) - 1
}

// lines draws the lines from and to as one body of the table, below each that is
// in open what is behind its state.
func (s *sheet) lines(g *grid, from, to int, open []string) app.UI {
	at := g.tallyAt()
	classes := make([]string, len(g.columns))
	for i := range g.columns {
		classes[i] = g.columns[i].classes()
	}
	rows := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		r, path := &g.rows[i], g.path(i)
		opened := slices.Contains(open, path) && s.tally != nil && s.tally.byPath[path] != nil
		cells := make([]app.UI, 0, len(g.columns)+1)
		for j := range g.columns {
			cells = append(cells, s.columnCell(&g.columns[j], classes[j], path, r))
			if j == at {
				cells = append(cells, s.stateCell(path, opened))
			}
		}
		rows = append(rows, markup.El("tr", rowClass(r), cells...).Attr("id", address.CellID(path)).Attr("data-line", strconv.Itoa(i+1)))
		if opened {
			rows = append(rows, s.why(path, len(g.columns)+1))
		}
	}
	return markup.El("tbody", "", rows...)
}

func rowClass(r *ownership.Row) string {
	if r.Kind == ownership.Holding {
		return "holding"
	}
	switch r.Transaction.AcquiredDisposed.V {
	case ownership.Acquired:
		return "acquired"
	case ownership.Disposed:
		return "disposed"
	}
	return "transaction"
}

// columnCell draws what a line has in a column: the cell itself, or several, one
// below the other, or nothing.
func (s *sheet) columnCell(c *tableColumn, class, path string, r *ownership.Row) app.UI {
	var first field.Datum
	var at string
	var stack []app.UI
	n := 0
	for _, f := range c.Fields {
		d := f.Of(r)
		if !d.Present() {
			continue
		}
		if n++; n == 1 {
			first, at = d, f.Path
			continue
		}
		if stack == nil {
			stack = append(stack, s.cell("div", fieldClass(at), path+"."+at, first))
		}
		stack = append(stack, s.cell("div", fieldClass(f.Path), path+"."+f.Path, d))
	}
	tag := "td"
	if c.Class == "security" {
		tag = "th"
	}
	var cell app.HTMLElem
	switch {
	case stack != nil:
		cell = markup.El(tag, class, stack...)
	case n == 1:
		if len(c.Fields) > 1 {
			class += " " + fieldClass(at)
		}
		cell = s.cell(tag, class+c.lineUp(first), path+"."+at, first)
	case tag == "th":
		cell = markup.El(tag, class, markup.ScreenReader("No title"))
	default:
		return markup.El(tag, class)
	}
	if tag == "th" {
		cell = cell.Attr("scope", "row")
	}
	return cell
}

// fieldClass names the parts of a stack: of transaction.totalValue, totalValue.
func fieldClass(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// lineUp gives the room behind a number that puts its point under the others'.
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
