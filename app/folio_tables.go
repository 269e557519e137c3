package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
)

// folioPart is a part of one of the tables that is drawn by itself.
type folioPart struct {
	lines    bool // of the table of lines, not of filings
	from, to int
}

func parted(lines bool, n int) (all []folioPart) {
	for from := 0; from < n; from += folioStep {
		all = append(all, folioPart{lines, from, min(n, from+folioStep)})
	}
	return all
}

// leaf is a part of a table of the account as a component of its own, so that it
// is drawn once.
type leaf struct {
	app.Compo

	Of leafKey

	account *accountState
}

// leafKey says which part of which account it is.
type leafKey struct {
	generation int
	part       folioPart
}

func (s *accountState) rows(p folioPart) app.UI {
	return &leaf{Of: leafKey{s.generation, p}, account: s}
}

// Render draws the part.
func (l *leaf) Render() app.UI {
	if l.account.page == nil {
		return markup.El("tbody", "")
	}
	return l.account.page.draw(l.Of.part)
}

// table draws one of the tables around its rows.
func (s *accountState) table(id, title, sum string, columns []string, parts []folioPart, left int) app.UI {
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
		body = append(body, markup.El("tbody", "", markup.El("tr", "", markup.El("td", "more", markup.Button("more", "more-lines", "", "Show "+format.Group(strconv.Itoa(min(left, folioRoom)))+" more of "+format.Group(strconv.Itoa(left)))).Attr("colspan", "12"))))
	}
	return markup.El("section", "lines",
		markup.El("div", "caption", markup.Text("h2", "", title).Attr("id", id), markup.Text("p", "sum", sum)),
		markup.El("div", "scroll", markup.El("table", "flat", body...).Attr("aria-labelledby", id)).
			Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0"))
}

// rollForward draws the account filing by filing.
func (s *accountState) rollForward() app.UI {
	n := len(s.page.Account.Statements)
	return s.table("roll-forward", "From filing to filing", format.Count(n, "filing", "filings"),
		[]string{"Filing", "Until", "Opening#", "Change#", "Closing#", "Gap#", "How the gap is explained"},
		parted(false, min(n, s.statements)), n-min(n, s.room))
}

// lineTable draws the account line by line.
func (s *accountState) lineTable() app.UI {
	n := len(s.page.Account.Lines)
	return s.table("all-lines", "Line by line", format.Count(n, "line", "lines"),
		[]string{"Line", "Date", "Code", "Change#", "Printed#", "Computed#", "Off by#", "Adds up"},
		parted(true, min(n, s.lines)), n-min(n, s.room))
}
