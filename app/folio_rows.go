package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// draw draws a part of a table.
func (f *folio) draw(p folioPart) app.UI {
	rows := make([]app.UI, 0, p.to-p.from)
	for i := p.from; i < p.to; i++ {
		if p.lines {
			rows = append(rows, f.line(i))
		} else {
			rows = append(rows, f.statement(i))
		}
	}
	return markup.El("tbody", "", rows...)
}

// statementWords says in a sentence what a filing does to the account.
func (f *folio) statementWords(i int) string {
	st := &f.Account.Statements[i]
	text := format.Date(st.Date) + ", " + f.places.Name(st.Filing) + ": from " + format.Amount(st.Opening, f.Account.Unit) + " to " + format.Amount(st.Closing, f.Account.Unit) + "."
	if n, ok := f.amending(i); ok && n == st.Filing {
		text += " An amendment."
	} else if ok {
		text += " Amended by the " + f.places.Name(n) + "."
	}
	if st.Gap.Known && st.Gap.V.Sign() != 0 {
		text += " Gap of " + format.Signed(st.Gap.V) + " to the filing before."
	}
	if f.mark(i) == "broken" {
		text += " A line is unexplained."
	}
	return text
}

func (f *folio) statement(i int) app.UI {
	st := &f.Account.Statements[i]
	change := ""
	if st.Opening.Known && st.Closing.Known {
		if d, ok := st.Closing.V.Difference(st.Opening.V); ok {
			change = format.Signed(d)
		}
	}
	path := ""
	var how app.UI
	gap := ""
	class := ""
	if st.From < st.To && st.From < len(f.Account.Lines) {
		l := &f.Account.Lines[st.From]
		path = l.Path
		if st.Gap.Known && st.Gap.V.Sign() != 0 {
			class = "gap"
			gap = format.Signed(st.Gap.V)
			how = markup.El("span", "", ledger.Badge(l.State, true), app.Text(". "), markup.Text("span", "", l.Explanation).Attr("dir", "auto"))
		}
	}
	if st.Gap.Known && st.Gap.V.Sign() == 0 {
		gap = "0"
	}
	name := f.places.Name(st.Filing)
	if p := f.places[st.Filing]; p != nil && p.Filing.Amends >= 0 {
		name += ", amends " + f.places.Name(p.Filing.Amends)
	} else if n, ok := f.amending(i); ok && n != st.Filing {
		name += ", amended by " + f.places.Name(n)
	}
	return markup.El("tr", class,
		markup.El("th", "", markup.LinkIf(f.places.Address(st.Filing, path), name)).Attr("scope", "row"),
		markup.El("td", "date", markup.Date(st.Date)).Attr("data-label", "Until"),
		markup.Text("td", "num", format.Amount(st.Opening, f.Account.Unit)).Attr("data-label", "Opening"),
		markup.Text("td", "num", change).Attr("data-label", "Change"),
		markup.Text("td", "num", format.Amount(st.Closing, f.Account.Unit)).Attr("data-label", "Closing"),
		markup.Text("td", "num", gap).Attr("data-label", "Gap"),
		markup.El("td", "how-so", how)).Attr("data-statement", strconv.Itoa(i+1))
}

func (f *folio) line(i int) app.UI {
	l := &f.Account.Lines[i]
	known := func(a ownership.Amount) string {
		if !a.Known {
			return ""
		}
		return format.Group(a.V.String())
	}
	change, off := "", ""
	if l.Change.Known && l.Kind == ownership.Transaction {
		change = format.Signed(l.Change.V)
	}
	if l.Residual.Known && l.Residual.V.Sign() != 0 {
		off = format.Signed(l.Residual.V)
	}
	says := []app.UI{ledger.Badge(l.State, true)}
	if l.State != ownership.Reconciled && l.Explanation != "" {
		says = append(says, app.Text(". "), markup.Text("span", "text", l.Explanation).Attr("dir", "auto"))
	}
	if l.Uncounted != "" {
		says = append(says, app.Text(" Not counted: "), markup.Text("code", "", l.Uncounted))
	}
	if items := f.ways(l); l.State != ownership.Reconciled && items != nil {
		says = append(says, markup.El("span", "cited", items...))
	}
	var code app.UI = markup.Text("span", "gone", "Holding")
	if l.Kind == ownership.Transaction {
		code = app.Text(l.Code)
	}
	return markup.El("tr", "",
		markup.El("th", "", markup.LinkIf(f.places.Address(l.Filing, l.Path), f.places.Name(l.Filing)+", "+field.PathLabel(l.Path))).Attr("scope", "row"),
		markup.El("td", "date", markup.Date(l.Date)).Attr("data-label", "Date"),
		markup.El("td", "", code).Attr("data-label", "Code"),
		markup.Text("td", "num", change).Attr("data-label", "Change"),
		markup.Text("td", "num", known(l.Printed)).Attr("data-label", "Printed"),
		markup.Text("td", "num", known(l.Computed)).Attr("data-label", "Computed"),
		markup.Text("td", "num", off).Attr("data-label", "Off by"),
		markup.El("td", "how-so", says...)).
		Attr("id", f.lineID(i)).Attr("data-line-state", l.State.String()).Attr("data-rule", l.Rule)
}

// ways are the links of a line: to the words of notes and to the lines that are
// about the same event. What other cells support its state, the filing shows.
func (f *folio) ways(l *ownership.Line) []app.UI {
	var body []app.UI
	put := func(filing int, path string) {
		if len(body) > 0 {
			body = append(body, app.Text("; "))
		} else {
			body = append(body, app.Text(" See "))
		}
		body = append(body, markup.LinkIf(f.places.Address(filing, path), f.places.Name(filing)+", "+field.PathLabel(path)))
	}
	for _, v := range l.Evidence[:min(len(l.Evidence), maxWays)] {
		if v.Words != "" {
			put(v.Filing, v.Path)
		}
	}
	for _, k := range l.Links[:min(len(l.Links), maxWays)] {
		put(k.To.Filing, k.To.Path)
	}
	return body
}

// maxWays is how many links of each kind a line has in the table; the filing has
// all.
const maxWays = 6
