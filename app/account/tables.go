package account

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
)

// rowRange is a part of one of the tables that is drawn by itself.
type rowRange struct {
	lines    bool // of the table of lines, not of filings
	from, to int
}

func rowRanges(lines bool, n int) (all []rowRange) {
	for from := 0; from < n; from += rowsPerTurn {
		all = append(all, rowRange{lines, from, min(n, from+rowsPerTurn)})
	}
	return all
}

// rows is a part of a table of the account as a component of its own, so that it
// is drawn once.
type rows struct {
	app.Compo

	Of rowsKey

	state *State
}

// rowsKey says which part of which account it is.
type rowsKey struct {
	generation int
	rows       rowRange
}

func (s *State) rows(p rowRange) app.UI {
	return &rows{Of: rowsKey{s.generation, p}, state: s}
}

// Render draws the part.
func (l *rows) Render() app.UI {
	if l.state.page == nil {
		return markup.El("tbody", "")
	}
	return l.state.page.draw(l.Of.rows)
}

// table draws one of the tables around its rows.
func (s *State) table(id, title, sum string, columns []string, parts []rowRange, left int) app.UI {
	names := make([]app.UI, len(columns))
	for i, c := range columns {
		name, num := strings.CutSuffix(c, "#")
		names[i] = markup.Text("th", map[bool]string{true: "num"}[num], name).Attr("scope", "col")
	}
	body := []app.UI{markup.El("thead", "", markup.El("tr", "", names...))}
	for _, p := range parts {
		body = append(body, s.rows(p))
	}
	if left > 0 {
		body = append(body, markup.El("tbody", "", markup.El("tr", "", markup.El("td", "more", markup.Button("more", "more-lines", "", "Show "+format.Group(strconv.Itoa(min(left, rowsAtOnce)))+" more of "+format.Group(strconv.Itoa(left)))).Attr("colspan", "12"))))
	}
	return markup.El("section", "lines",
		markup.El("div", "caption", markup.Text("h2", "", title).Attr("id", id), markup.Text("p", "sum", sum)),
		markup.El("div", "scroll", markup.El("table", "flat", body...).Attr("aria-labelledby", id)).
			Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0"))
}

// rollForward draws the account filing by filing.
func (s *State) rollForward() app.UI {
	n := len(s.page.Account.Statements)
	return s.table("roll-forward", "From filing to filing", format.Count(n, "filing", "filings"),
		[]string{"Filing", "Until", "Opening#", "Change#", "Closing#", "Gap#", "How the gap is explained"},
		rowRanges(false, min(n, s.statements)), n-min(n, s.room))
}

// lineTable draws the account line by line.
func (s *State) lineTable() app.UI {
	n := len(s.page.Account.Lines)
	return s.table("all-lines", "Line by line", format.Count(n, "line", "lines"),
		[]string{"Line", "Date", "Code", "Change#", "Printed#", "Computed#", "Off by#", "Adds up"},
		rowRanges(true, min(n, s.lines)), n-min(n, s.room))
}
