package app

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// folio is one account made ready to be drawn.
type folio struct {
	*wire.Folio
	places ledger.Filings
}

func newFolio(f *wire.Folio) *folio { return &folio{f, ledger.FilingsOf(f.Places)} }

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
	return ledger.AccountName(&s) + " · " + f.Account.Issuer.Name
}

// lineID is the id of the element of a line.
func (f *folio) lineID(i int) string { return "line-" + strconv.Itoa(i+1) }

// amendment reports whether a filing is one.
func (f *folio) amendment(filing int) bool {
	p := f.places[filing]
	return p != nil && (p.Filing.Amends >= 0 || p.Filing.DocumentType.IsAmendment())
}

// view draws the account, its tables by means of rows.
func (f *folio) view(a address.Address, l *folioLook, rows func(folioPart) app.UI) app.UI {
	body := []app.UI{f.head(a)}
	if p := newPlot(f, l.narrow); p != nil {
		body = append(body, p.view())
	}
	body = append(body, f.rollForward(l, rows), f.lineTable(l, rows))
	return markup.El("section", "folio", body...).Attr("data-account", f.Account.ID)
}

func (f *folio) head(a address.Address) app.UI {
	acc := &f.Account
	s := wire.SummaryOf(acc)
	back := a
	back.Account, back.At = "", ""
	var way app.UI
	switch {
	case back.Filing.File > 0:
		way = markup.El("p", "way", markup.Link(back.String(), "", "← Back to the filing"))
	case back.Accounts != "":
		way = markup.El("p", "way", markup.Link(back.String(), "", "← All accounts"))
	}
	owners := make([]app.UI, len(acc.Owners))
	for i, o := range acc.Owners {
		owners[i] = markup.El("li", "", markup.Text("bdi", "", cmp.Or(o.Name, "Owner not named")))
	}
	var facts []app.UI
	fact := func(name string, u app.UI) {
		facts = append(facts, markup.El("div", "", markup.Text("dt", "", name), markup.El("dd", "", u)))
	}
	fact("Opening balance", app.Text(format.Amount(acc.Opening, acc.Unit)))
	fact("Closing balance", markup.El("span", "", app.Text(format.Amount(acc.Closing, acc.Unit)), dated(s.Date)))
	fact("Lines", ledger.RateWords(format.Count(s.Rates.Lines, "line", "lines"), s.Rates))
	fact("Gaps between filings", app.Text(strconv.Itoa(s.Gaps)))
	if acc.UnderlyingTitle != "" {
		fact("Underlying security", markup.Text("bdi", "", acc.UnderlyingTitle))
	}
	if len(acc.Titles) > 1 {
		fact("Also titled", markup.Text("bdi", "", strings.Join(others(acc.Titles, acc.Title), "; ")))
	}
	if len(acc.Natures) > 1 {
		fact("Also held", markup.Text("bdi", "", strings.Join(others(acc.Natures, acc.Holder), "; ")))
	}
	table := "Table I"
	if acc.Table == 2 {
		table = "Table II"
	}
	issuer := cmp.Or(acc.Issuer.Name, "Issuer not named")
	if acc.Symbol != "" {
		issuer += " (" + acc.Symbol + ")"
	}
	return markup.El("header", "card",
		way,
		markup.El("div", "issuer", markup.Text("p", "kind", table+" account"), markup.El("h1", "", markup.Text("bdi", "", ledger.AccountName(&s)))),
		markup.El("div", "people", markup.El("p", "name", markup.Text("bdi", "", issuer)), markup.El("ul", "", owners...).Attr("role", "list")),
		markup.El("dl", "facts", facts...))
}

func dated(d ownership.Date) app.UI {
	if d.IsZero() {
		return nil
	}
	return markup.El("span", "what", app.Text(" on "), markup.Time(d.String(), format.Date(d)))
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
		names[i] = markup.Text("th", map[bool]string{true: "num"}[num], name).Attr("scope", "col")
	}
	body := []app.UI{markup.El("thead", "", markup.El("tr", "", names...))}
	for _, p := range parts {
		body = append(body, rows(p))
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
func (f *folio) rollForward(l *folioLook, rows func(folioPart) app.UI) app.UI {
	n := len(f.Account.Statements)
	return f.table("roll-forward", "From filing to filing", format.Count(n, "filing", "filings"),
		[]string{"Filing", "Until", "Opening#", "Change#", "Closing#", "Gap#", "How the gap is explained"},
		parted(false, min(n, l.statements)), n-min(n, l.room), rows)
}

// lineTable draws the account line by line.
func (f *folio) lineTable(l *folioLook, rows func(folioPart) app.UI) app.UI {
	n := len(f.Account.Lines)
	return f.table("all-lines", "Line by line", format.Count(n, "line", "lines"),
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
