package filing

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// table draws Table I or II around its lines, which come in bodies.
func (v *View) table(g *table, bodies []app.UI) app.UI {
	id := "table-" + strconv.Itoa(g.number)
	head := markup.El("div", "caption",
		markup.El("h2", "", markup.Text("span", "number", g.name()), app.Text(" "+field.TableName(g.number, v.form))).Attr("id", id),
		markup.Text("p", "sum", g.summary()))
	if len(g.rows) == 0 {
		return markup.El("section", "lines none", head)
	}
	names := make([]app.UI, 0, len(g.columns)+1)
	at := g.stateAt()
	for i := range g.columns {
		names = append(names, g.columns[i].head())
		if i == at {
			names = append(names, stateColumn.head())
		}
	}
	parts := append([]app.UI{markup.El("thead", "", markup.El("tr", "", names...))}, bodies...)
	return markup.El("section", "lines", head,
		markup.El("div", "scroll", markup.El("table", "table"+strconv.Itoa(g.number), parts...).Attr("aria-labelledby", id)).
			Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0"))
}

// stateColumn has the marks that tell whether a line adds up. No form has it.
var stateColumn = tableColumn{Column: field.Column{Class: "adds-up", Name: "Adds up", More: "whether the amount owned follows from the lines before"}}

// stateAt is the place of the column after which the marks stand.
func (g *table) stateAt() int {
	for i := range g.columns {
		if g.columns[i].Class == "owned" && g.columns[i].hidden == "" {
			return i
		}
	}
	return len(g.columns) - 1
}

// lines draws the lines from and to as one body of the table. Below each that is in
// open stands what supports its state.
func (v *View) lines(g *table, from, to int, open []string) app.UI {
	at := g.stateAt()
	classes := make([]string, len(g.columns))
	for i := range g.columns {
		classes[i] = g.columns[i].classes()
	}
	rows := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		r, path := &g.rows[i], g.path(i)
		opened := slices.Contains(open, path) && v.ledger.line(path) != nil
		cells := make([]app.UI, 0, len(g.columns)+1)
		for j := range g.columns {
			cells = append(cells, v.columnCell(&g.columns[j], classes[j], path, r))
			if j == at {
				cells = append(cells, v.ledger.stateCell(path, opened))
			}
		}
		rows = append(rows, markup.El("tr", rowClass(r), cells...).Attr("id", address.CellID(path)).Attr("data-line", strconv.Itoa(i+1)))
		if opened {
			rows = append(rows, v.ledger.why(path, len(g.columns)+1))
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
