package app

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// folio is one account made ready to be drawn.
type folio struct {
	*wire.Folio
	places placeMap
}

func newFolio(f *wire.Folio) *folio { return &folio{f, placesOf(f.Places)} }

// folioLook is how an account is looked at.
type folioLook struct {
	narrow     bool
	statements int // how many are drawn of the table of filings
	lines      int // how many are drawn of the table of lines
	room       int // how many of each are drawn without being asked for more
	done       bool
}

const (
	// folioRoom is how many lines of a table are shown before one is asked.
	folioRoom = 300
	// folioStep is how many are drawn in one turn.
	folioStep = 8
)

// next has a few more lines drawn and reports whether there are more.
func (f *folio) next(l *folioLook) bool {
	statements, lines := min(len(f.Account.Statements), l.room), min(len(f.Account.Lines), l.room)
	if l.statements < statements {
		l.statements = min(statements, l.statements+folioStep)
	} else {
		l.lines = min(lines, l.lines+folioStep)
	}
	return l.statements < statements || l.lines < lines
}

// title is the page's.
func (f *folio) title() string {
	s := wire.SummaryOf(&f.Account)
	return accountName(&s) + " · " + f.Account.Issuer.Name
}

// lineID is the id of the element of a line.
func (f *folio) lineID(i int) string { return "line-" + strconv.Itoa(i+1) }

// amendment reports whether a filing is one.
func (f *folio) amendment(filing int) bool {
	p := f.places[filing]
	return p != nil && (p.Filing.Amends >= 0 || p.Filing.DocumentType.IsAmendment())
}

// view draws the account, its tables by means of rows.
func (f *folio) view(a Address, l *folioLook, rows func(folioPart) app.UI) app.UI {
	body := []app.UI{f.head(a)}
	if p := newPlot(f, l.narrow); p != nil {
		body = append(body, p.view())
	}
	body = append(body, f.rollForward(l, rows), f.lineTable(l, rows))
	return el("section", "folio", body...).Attr("data-account", f.Account.ID)
}

func (f *folio) head(a Address) app.UI {
	acc := &f.Account
	s := wire.SummaryOf(acc)
	back := a
	back.Account, back.At = "", ""
	var way app.UI
	switch {
	case back.Filing.File > 0:
		way = el("p", "way", anchor(back.String(), "", "← Back to the filing"))
	case back.Accounts != "":
		way = el("p", "way", anchor(back.String(), "", "← All accounts"))
	}
	owners := make([]app.UI, len(acc.Owners))
	for i, o := range acc.Owners {
		owners[i] = el("li", "", said("bdi", "", cmp.Or(o.Name, "Owner not named")))
	}
	var facts []app.UI
	fact := func(name string, u app.UI) {
		facts = append(facts, el("div", "", said("dt", "", name), el("dd", "", u)))
	}
	fact("Opening balance", app.Text(amountText(acc.Opening, acc.Unit)))
	fact("Closing balance", el("span", "", app.Text(amountText(acc.Closing, acc.Unit)), dated(s.Date)))
	fact("Lines", rateWords(count(s.Rates.Lines, "line", "lines"), s.Rates))
	fact("Gaps between filings", app.Text(strconv.Itoa(s.Gaps)))
	if acc.UnderlyingTitle != "" {
		fact("Underlying security", said("bdi", "", acc.UnderlyingTitle))
	}
	if len(acc.Titles) > 1 {
		fact("Also titled", said("bdi", "", strings.Join(others(acc.Titles, acc.Title), "; ")))
	}
	if len(acc.Natures) > 1 {
		fact("Also held", said("bdi", "", strings.Join(others(acc.Natures, acc.Holder), "; ")))
	}
	table := "Table I"
	if acc.Table == 2 {
		table = "Table II"
	}
	issuer := cmp.Or(acc.Issuer.Name, "Issuer not named")
	if acc.Symbol != "" {
		issuer += " (" + acc.Symbol + ")"
	}
	return el("header", "card",
		way,
		el("div", "issuer", said("p", "kind", table+" account"), el("h1", "", said("bdi", "", accountName(&s)))),
		el("div", "people", el("p", "name", said("bdi", "", issuer)), el("ul", "", owners...).Attr("role", "list")),
		el("dl", "facts", facts...))
}

func dated(d ownership.Date) app.UI {
	if d.IsZero() {
		return nil
	}
	return el("span", "what", app.Text(" on "), timeElement(d.String(), dateWords(d)))
}

func others(all []string, but string) (rest []string) {
	for _, s := range all {
		if s != but {
			rest = append(rest, s)
		}
	}
	return rest
}

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

// table draws one of the tables around its rows.
func (f *folio) table(id, title, sum string, columns []string, parts []folioPart, left int, rows func(folioPart) app.UI) app.UI {
	names := make([]app.UI, len(columns))
	for i, c := range columns {
		name, num := strings.CutSuffix(c, "#")
		names[i] = said("th", map[bool]string{true: "num"}[num], name).Attr("scope", "col")
	}
	body := []app.UI{el("thead", "", el("tr", "", names...))}
	for _, p := range parts {
		body = append(body, rows(p))
	}
	if left > 0 {
		body = append(body, el("tbody", "", el("tr", "", el("td", "more", button("more", "more-lines", "", "Show "+group(strconv.Itoa(min(left, folioRoom)))+" more of "+group(strconv.Itoa(left)))).Attr("colspan", "12"))))
	}
	return el("section", "lines",
		el("div", "caption", said("h2", "", title).Attr("id", id), said("p", "sum", sum)),
		el("div", "scroll", el("table", "flat", body...).Attr("aria-labelledby", id)).
			Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0"))
}

// rollForward draws the account filing by filing.
func (f *folio) rollForward(l *folioLook, rows func(folioPart) app.UI) app.UI {
	n := len(f.Account.Statements)
	return f.table("roll-forward", "From filing to filing", count(n, "filing", "filings"),
		[]string{"Filing", "Until", "Opening#", "Change#", "Closing#", "Gap#", "How the gap is explained"},
		parted(false, min(n, l.statements)), n-min(n, l.room), rows)
}

// lineTable draws the account line by line.
func (f *folio) lineTable(l *folioLook, rows func(folioPart) app.UI) app.UI {
	n := len(f.Account.Lines)
	return f.table("all-lines", "Line by line", count(n, "line", "lines"),
		[]string{"Line", "Date", "Code", "Change#", "Printed#", "Computed#", "Off by#", "Adds up"},
		parted(true, min(n, l.lines)), n-min(n, l.room), rows)
}

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
	return el("tbody", "", rows...)
}

// statementWords says in a sentence what a filing does to the account.
func (f *folio) statementWords(i int) string {
	st := &f.Account.Statements[i]
	text := dateWords(st.Date) + ", " + f.places.name(st.Filing) + ": from " + amountText(st.Opening, f.Account.Unit) + " to " + amountText(st.Closing, f.Account.Unit) + "."
	if n, ok := f.amending(i); ok && n == st.Filing {
		text += " An amendment."
	} else if ok {
		text += " Amended by the " + f.places.name(n) + "."
	}
	if st.Gap.Known && st.Gap.V.Sign() != 0 {
		text += " Gap of " + signed(st.Gap.V) + " to the filing before."
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
			change = signed(d)
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
			gap = signed(st.Gap.V)
			how = el("span", "", badge(l.State, true), app.Text(". "), said("span", "", l.Explanation).Attr("dir", "auto"))
		}
	}
	if st.Gap.Known && st.Gap.V.Sign() == 0 {
		gap = "0"
	}
	name := f.places.name(st.Filing)
	if p := f.places[st.Filing]; p != nil && p.Filing.Amends >= 0 {
		name += ", amends " + f.places.name(p.Filing.Amends)
	} else if n, ok := f.amending(i); ok && n != st.Filing {
		name += ", amended by " + f.places.name(n)
	}
	return el("tr", class,
		el("th", "", hereOrName(f.places.to(st.Filing, path), name)).Attr("scope", "row"),
		el("td", "date", dateOrNothing(st.Date)).Attr("data-label", "Until"),
		said("td", "num", amountText(st.Opening, f.Account.Unit)).Attr("data-label", "Opening"),
		said("td", "num", change).Attr("data-label", "Change"),
		said("td", "num", amountText(st.Closing, f.Account.Unit)).Attr("data-label", "Closing"),
		said("td", "num", gap).Attr("data-label", "Gap"),
		el("td", "how-so", how)).Attr("data-statement", strconv.Itoa(i+1))
}

func (f *folio) line(i int) app.UI {
	l := &f.Account.Lines[i]
	known := func(a ownership.Amount) string {
		if !a.Known {
			return ""
		}
		return group(a.V.String())
	}
	change, off := "", ""
	if l.Change.Known && l.Kind == ownership.Transaction {
		change = signed(l.Change.V)
	}
	if l.Residual.Known && l.Residual.V.Sign() != 0 {
		off = signed(l.Residual.V)
	}
	says := []app.UI{badge(l.State, true)}
	if l.State != ownership.Reconciled && l.Explanation != "" {
		says = append(says, app.Text(". "), said("span", "text", l.Explanation).Attr("dir", "auto"))
	}
	if l.Uncounted != "" {
		says = append(says, app.Text(" Not counted: "), said("code", "", l.Uncounted))
	}
	if items := f.ways(l); l.State != ownership.Reconciled && items != nil {
		says = append(says, el("span", "cited", items...))
	}
	var code app.UI = said("span", "gone", "Holding")
	if l.Kind == ownership.Transaction {
		code = app.Text(l.Code)
	}
	return el("tr", "",
		el("th", "", hereOrName(f.places.to(l.Filing, l.Path), f.places.name(l.Filing)+", "+pathLabel(l.Path))).Attr("scope", "row"),
		el("td", "date", dateOrNothing(l.Date)).Attr("data-label", "Date"),
		el("td", "", code).Attr("data-label", "Code"),
		said("td", "num", change).Attr("data-label", "Change"),
		said("td", "num", known(l.Printed)).Attr("data-label", "Printed"),
		said("td", "num", known(l.Computed)).Attr("data-label", "Computed"),
		said("td", "num", off).Attr("data-label", "Off by"),
		el("td", "how-so", says...)).
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
		body = append(body, hereOrName(f.places.to(filing, path), f.places.name(filing)+", "+pathLabel(path)))
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
