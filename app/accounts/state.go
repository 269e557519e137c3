package accounts

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/wire"
)

// WindowSize is how many accounts are in the page at once.
const WindowSize = 50

// rowsPerTurn is how many rows the table gains in one turn.
const rowsPerTurn = 10

// State is a window of the accounts of all filings, as far as it is drawn.
type State struct {
	*wire.Balances     // nil while there are none
	drawn          int // how many of its rows are drawn, at most
}

// Waits reports whether rows are still to be drawn.
func (s *State) Waits() bool { return s.Balances != nil && s.drawn < len(s.Window) }

// DrawMore has a few more rows drawn, and reports whether there were any.
func (s *State) DrawMore() bool {
	if !s.Waits() {
		return false
	}
	s.drawn += rowsPerTurn
	return true
}

// Again has the rows drawn anew, as when something else was shown meanwhile.
func (s *State) Again() { s.drawn = 0 }

// View draws the accounts, or the sentence of why there are none.
func (s *State) View(a address.Address, failed string) app.UI {
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
	section := markup.El("section", "balances", append(head,
		progressOf(b), rateBar(b.Rates), choice(b, a),
		markup.Filter("Filter the accounts", "Issuer, owner, ticker, security, holder…", a.Query),
		accountTable(b, s.drawn, a),
		markup.Pager(b.From, len(b.Window), b.Matching, WindowSize, "Parts of the accounts"))...)
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
