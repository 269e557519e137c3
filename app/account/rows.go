package account

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
func (pg *page) draw(p rowRange) app.UI {
	rows := make([]app.UI, 0, p.to-p.from)
	for i := p.from; i < p.to; i++ {
		if p.lines {
			rows = append(rows, pg.line(i))
		} else {
			rows = append(rows, pg.statement(i))
		}
	}
	return markup.El("tbody", "", rows...)
}

// statementWords says in a sentence what a filing does to the account.
func (pg *page) statementWords(i int) string {
	st := &pg.Account.Statements[i]
	text := format.Date(st.Date) + ", " + pg.places.Name(st.Filing) + ": from " + format.Amount(st.Opening, pg.Account.Unit) + " to " + format.Amount(st.Closing, pg.Account.Unit) + "."
	if n, ok := pg.amending(i); ok && n == st.Filing {
		text += " An amendment."
	} else if ok {
		text += " Amended by the " + pg.places.Name(n) + "."
	}
	if st.Gap.Known && st.Gap.V.Sign() != 0 {
		text += " Gap of " + format.Signed(st.Gap.V) + " to the filing before"
		if l := pg.gapLine(i); l != nil {
			text += ", " + ledger.MarkOf(&l.LineFigures).String()
		}
		text += "."
	}
	if pg.mark(i) == "broken" {
		text += " A line is unexplained."
	}
	if pg.doubted(i) {
		text += " " + notCertain
	}
	return text
}

// notCertain is said of a statement with a figure that was not read for certain; what a gap
// is explained by says it itself.
const notCertain = "Not certain: a figure may be misread."

// doubted reports whether a line of a statement has such a figure.
func (pg *page) doubted(i int) bool {
	st := &pg.Account.Statements[i]
	for j := st.From; j < st.To && j < len(pg.Account.Lines); j++ {
		if pg.Account.Lines[j].Doubted {
			return true
		}
	}
	return false
}

func (pg *page) statement(i int) app.UI {
	st := &pg.Account.Statements[i]
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
	if st.From < st.To && st.From < len(pg.Account.Lines) {
		path = pg.Account.Lines[st.From].Path
		if l := pg.gapLine(i); l != nil {
			class = "gap"
			gap = format.Signed(st.Gap.V)
			how = markup.El("span", "", ledger.Badge(ledger.MarkOf(&l.LineFigures), true), app.Text(". "), markup.Text("span", "", l.Explanation).Attr("dir", "auto"))
		}
	}
	if st.Gap.Known && st.Gap.V.Sign() == 0 {
		gap = "0"
	}
	if how == nil && pg.doubted(i) {
		how = app.Text(notCertain)
	}
	name := pg.places.Name(st.Filing)
	if p := pg.places[st.Filing]; p != nil && p.Filing.Amends >= 0 {
		name += ", amends " + pg.places.Name(p.Filing.Amends)
	} else if n, ok := pg.amending(i); ok && n != st.Filing {
		name += ", amended by " + pg.places.Name(n)
	}
	return markup.El("tr", class,
		markup.El("th", "", markup.LinkIf(pg.places.Address(st.Filing, path), name)).Attr("scope", "row"),
		markup.El("td", "date", markup.Date(st.Date)).Attr("data-label", "Until"),
		markup.Text("td", "num", format.Amount(st.Opening, pg.Account.Unit)).Attr("data-label", "Opening"),
		markup.Text("td", "num", change).Attr("data-label", "Change"),
		markup.Text("td", "num", format.Amount(st.Closing, pg.Account.Unit)).Attr("data-label", "Closing"),
		markup.Text("td", "num", gap).Attr("data-label", "Gap"),
		markup.El("td", "how-so", how)).Attr("data-statement", strconv.Itoa(i+1))
}

func (pg *page) line(i int) app.UI {
	l := &pg.Account.Lines[i]
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
	says := []app.UI{ledger.Badge(ledger.MarkOf(&l.LineFigures), true)}
	if l.Explanation != "" && (l.State != ownership.Reconciled || l.Doubted) {
		says = append(says, app.Text(". "), markup.Text("span", "text", l.Explanation).Attr("dir", "auto"))
	}
	if l.Uncounted != 0 {
		says = append(says, app.Text(" Not counted: "), markup.Rule(l.Uncounted))
	}
	if items := pg.links(l); l.State != ownership.Reconciled && items != nil {
		says = append(says, markup.El("span", "cited", items...))
	}
	var code app.UI = markup.Text("span", "gone", "Holding")
	if l.Kind == ownership.Transaction {
		code = app.Text(l.Code)
	}
	return markup.El("tr", "",
		markup.El("th", "", markup.LinkIf(pg.places.Address(l.Filing, l.Path), pg.places.Name(l.Filing)+", "+field.PathLabel(l.Path))).Attr("scope", "row"),
		markup.El("td", "date", markup.Date(l.Date)).Attr("data-label", "Date"),
		markup.El("td", "", code).Attr("data-label", "Code"),
		markup.Text("td", "num", change).Attr("data-label", "Change"),
		markup.Text("td", "num", known(l.Printed)).Attr("data-label", "Printed"),
		markup.Text("td", "num", known(l.Computed)).Attr("data-label", "Computed"),
		markup.Text("td", "num", off).Attr("data-label", "Off by"),
		markup.El("td", "how-so", says...)).
		Attr("id", pg.lineID(i)).Attr("data-line-state", l.State.String()).Attr("data-mark", ledger.MarkOf(&l.LineFigures).Class()).Attr("data-rule", l.Rule.String())
}

// links are the links of a line: to the words of notes and to the lines that are
// about the same event. What other cells support its state, the filing shows.
func (pg *page) links(l *ownership.Line) []app.UI {
	var body []app.UI
	put := func(filing int, path string) {
		if len(body) > 0 {
			body = append(body, app.Text("; "))
		} else {
			body = append(body, app.Text(" See "))
		}
		body = append(body, markup.LinkIf(pg.places.Address(filing, path), pg.places.Name(filing)+", "+field.PathLabel(path)))
	}
	for _, v := range l.Evidence[:min(len(l.Evidence), maxLinks)] {
		if v.Words != "" {
			put(v.Filing, v.Path)
		}
	}
	for _, k := range l.Links[:min(len(l.Links), maxLinks)] {
		put(k.To.Filing, k.To.Path)
	}
	return body
}

// maxLinks is how many links of each kind a line has in the table; the filing has
// all.
const maxLinks = 6
