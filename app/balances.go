package app

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// accountWindow is how many accounts are in the page at once.
const accountWindow = 50

// accountsAtOnce is how many rows the table gains in one turn.
const accountsAtOnce = 10

// accountsState is a window of the accounts of all filings, as far as it is drawn.
type accountsState struct {
	*wire.Balances     // nil while there are none
	drawn          int // how many of its rows are drawn, at most
}

// waits reports whether rows are still to be drawn.
func (s *accountsState) waits() bool { return s.Balances != nil && s.drawn < len(s.Window) }

// drawMore has a few more rows drawn, and reports whether there were any.
func (s *accountsState) drawMore() bool {
	if !s.waits() {
		return false
	}
	s.drawn += accountsAtOnce
	return true
}

// again has the rows drawn anew, as when something else was shown meanwhile.
func (s *accountsState) again() { s.drawn = 0 }

// view draws the accounts, or the sentence of why there are none.
func (s *accountsState) view(a address.Address, failed string) app.UI {
	b := s.Balances
	head := []app.UI{
		markup.El("p", "way", markup.Link("#", "", "← The open filings")),
		markup.Text("h1", "total", "Do the holdings add up?"),
	}
	if failed != "" {
		return markup.El("section", "balances", append(head, markup.Text("p", "refused", failed))...)
	}
	if b == nil {
		return markup.El("section", "balances", append(head, markup.Text("p", "sum", "Comparing the filings …"))...)
	}
	section := markup.El("section", "balances", append(head, progressOf(b), rateBar(b.Rates), choice(b, a), markup.Filter("Filter the accounts", "Issuer, owner, ticker, security, holder…", a.Query), accountTable(b, s.drawn, a), accountPager(b))...)
	if b.Done < b.Groups {
		section = section.Attr("aria-busy", "true")
	}
	return section
}

// progressOf says of how much the numbers speak.
func progressOf(b *wire.Balances) app.UI {
	if b.Done < b.Groups {
		return markup.El("div", "work",
			markup.Text("p", "", "Comparing: "+format.Group(strconv.Itoa(b.Done))+" of "+format.Count(b.Groups, "issuer", "issuers")+" so far"),
			markup.El("progress", "").Attr("max", strconv.Itoa(b.Groups)).Attr("value", strconv.Itoa(b.Done)).Attr("aria-label", "Issuers compared"))
	}
	return markup.Text("p", "sum", format.Count(b.Filings, "filing", "filings")+" about "+format.Count(b.Groups, "issuer", "issuers")+", "+
		format.Count(b.Accounts, "account", "accounts")+", "+format.Count(b.Rates.Lines, "line", "lines"))
}

// rateBar draws the shares of the states as a bar, each part with its sign, and as
// a list with the numbers.
func rateBar(r ownership.Rates) app.UI {
	if r.Lines == 0 {
		return nil
	}
	const width = 100.0
	var parts []app.UI
	var words []app.UI
	x := 0.0
	for _, c := range ledger.Counts(r) {
		words = append(words, markup.El("li", "", ledger.Badge(c.State, true), markup.Text("strong", "", " "+format.Percent(c.N, r.Lines)), markup.Text("span", "what", " "+format.Count(c.N, "line", "lines"))).
			Attr("data-rate", c.State.String()))
		if c.N == 0 {
			continue
		}
		w := width * float64(c.N) / float64(r.Lines)
		parts = append(parts, markup.Place(markup.Draw("rect", ledger.Class(c.State)).Attr("x", markup.Coordinate(x)+"%").Attr("width", markup.Coordinate(max(0.1, w-0.2))+"%"), "height", 26))
		if w > 8 {
			parts = append(parts, markup.Draw("text", "on-"+ledger.Class(c.State), app.Text(ledger.Glyph(c.State))).Attr("x", markup.Coordinate(x+w/2)+"%").Attr("y", "18"))
		}
		x += w
	}
	return markup.El("div", "rate-bar",
		markup.Draw("svg", "bar", parts...).Attr("aria-hidden", "true"),
		markup.El("ul", "", words...).Attr("role", "list").Attr("aria-label", "Lines by state"))
}

// choice leads to the accounts that do not close, those with an unexplained line,
// and all.
func choice(b *wire.Balances, a address.Address) app.UI {
	var body []app.UI
	for _, c := range [...]struct {
		which, text string
		n           int
	}{
		{"open", "Do not close", b.Open}, {"unexplained", "With unexplained lines", b.Unexplained}, {"all", "All", b.Accounts},
	} {
		to := a
		to.Accounts, to.From, to.At = c.which, 0, ""
		l := markup.Link(to.String(), "button", c.text+" ("+format.Group(strconv.Itoa(c.n))+")")
		if c.which == a.Accounts {
			l = l.Attr("aria-current", "true")
		}
		body = append(body, l)
	}
	return markup.El("div", "group", body...).Attr("role", "group").Attr("aria-label", "Which accounts")
}

// accountColumns are the columns of the table of accounts; numbers are sorted with
// the greatest first when one begins to.
func accountColumns() [9]struct {
	sort, name string
	num        bool
} {
	return [...]struct {
		sort, name string
		num        bool
	}{
		{"issuer", "Issuer", false}, {"owner", "Owner", false}, {"security", "Security", false}, {"holder", "Held", false},
		{"unexplained", "Unexplained lines", true}, {"gaps", "Gaps", true}, {"gap", "Greatest gap", true},
		{"closing", "Balance", true}, {"date", "As of", false},
	}
}

func accountTable(b *wire.Balances, drawn int, a address.Address) app.UI {
	if b.Matching == 0 {
		text := "No account holds these words."
		if a.Query == "" {
			text = "There is none: every account closes."
			if b.Done < b.Groups {
				text = "None so far."
			} else if b.Accounts == 0 {
				text = "The open filings have no lines."
			}
		}
		return markup.Text("p", "none-found", text)
	}
	columns := accountColumns()
	names := make([]app.UI, len(columns))
	for i, c := range columns {
		first, other := c.sort, "-"+c.sort
		if c.num || c.sort == "date" {
			first, other = other, first
		}
		next, arrow, order := first, "", ""
		switch a.Sort {
		case c.sort:
			arrow, order = " ▴", "ascending"
		case "-" + c.sort:
			arrow, order = " ▾", "descending"
		}
		if a.Sort == first {
			next = other
		}
		th := markup.El("th", map[bool]string{true: "num"}[c.num],
			markup.El("button", "sort", app.Text(c.name), markup.Text("span", "arrow", arrow).Attr("aria-hidden", "true")).
				Attr("type", "button").Attr("data-do", "sort").Attr("data-with", next)).Attr("scope", "col")
		if order != "" {
			th = th.Attr("aria-sort", order)
		}
		names[i] = th
	}
	rows := make([]app.UI, 0, drawn)
	for i := range b.Window[:min(drawn, len(b.Window))] {
		rows = append(rows, accountRow(&b.Window[i], a))
	}
	return markup.El("div", "scroll",
		markup.El("table", "flat", markup.El("thead", "", markup.El("tr", "", names...)), markup.El("tbody", "", rows...)).Attr("aria-label", "Accounts")).
		Attr("role", "region").Attr("aria-label", "Accounts").Attr("tabindex", "0")
}

func accountRow(s *wire.Summary, a address.Address) app.UI {
	a.Account, a.At = s.ID, ""
	owner := "Owner not named"
	if len(s.Owners) > 0 {
		owner = cmp.Or(s.Owners[0].Name, owner)
		if n := len(s.Owners) - 1; n > 0 {
			owner += " and " + format.Count(n, "other", "others")
		}
	}
	issuer := cmp.Or(s.Issuer.Name, "Issuer not named")
	if s.Symbol != "" {
		issuer += " " + s.Symbol
	}
	gap := ""
	if s.Gap.Known {
		gap = format.Signed(s.Gap.V)
	}
	columns := accountColumns()
	named := func(i int, e app.HTMLElem) app.UI { return e.Attr("data-label", columns[i].name) }
	number := func(i, n int) app.UI { return named(i, markup.Text("td", "num", format.Group(strconv.Itoa(n)))) }
	return markup.El("tr", "",
		named(0, markup.El("td", "", markup.Text("bdi", "", issuer))),
		named(1, markup.El("td", "", markup.Text("bdi", "", owner))),
		markup.El("th", "", markup.Link(a.String(), "", strings.TrimSpace(cmp.Or(s.Title, "Security without a title")+" "+s.Terms))).Attr("scope", "row"),
		named(3, markup.El("td", "", markup.Text("bdi", "", ledger.HeldAs(s)))),
		number(4, s.Rates.Unexplained), number(5, s.Gaps), named(6, markup.Text("td", "num", gap)),
		named(7, markup.Text("td", "num", format.Amount(s.Closing, s.Unit))),
		named(8, markup.El("td", "date", markup.Date(s.Date)))).Attr("data-account", s.ID)
}

func accountPager(b *wire.Balances) app.UI {
	return markup.Pager(b.From, len(b.Window), b.Matching, accountWindow, "Parts of the accounts")
}
