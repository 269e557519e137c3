package accounts

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/request"
	"filingview/app/wire"
)

// WindowSize is how many accounts are in the page at once.
const WindowSize = 50

// rowsPerTurn is how many rows the table gains in one turn.
const rowsPerTurn = 10

// Query says which accounts are wanted; see session.Session.Accounts.
type Query struct {
	From               int
	Which, Words, Sort string
}

// State is a window of the accounts of all filings, as far as it is drawn.
type State struct {
	request        request.Request[Query]
	*wire.Balances     // nil while there are none
	drawn          int // how many of its rows are drawn, at most
}

// Refresh reports whether the engine is to be asked for a window now: it is asked for
// one at a time.
func (s *State) Refresh(q Query) bool { return s.request.Refresh(q) }

// Answer takes what the engine says to a query, and reports whether it is to be asked
// again. A window after the last account is not shown.
func (s *State) Answer(q Query, b *wire.Balances) (again bool) {
	_, again = s.request.Answer(q)
	s.request.Show()
	if b.From > 0 && len(b.Window) == 0 {
		return true
	}
	s.Balances = b
	return again
}

// Refuse takes the sentence of why there is no answer to a query.
func (s *State) Refuse(q Query, sentence string) { s.request.Refuse(q, sentence) }

// Forget forgets the accounts.
func (s *State) Forget() { s.Balances = nil }

// Settled reports whether nothing more is to come: the accounts, or why there are none.
func (s *State) Settled() bool {
	return s.request.Refusal() != "" || s.Balances != nil && !s.Waits()
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
func (s *State) View(a address.Address) app.UI {
	b := s.Balances
	head := []app.UI{
		markup.El("p", "way", markup.Link("#", "", "← The open filings")),
		markup.Text("h1", "total", "Do the holdings add up?"),
	}
	if failed := s.request.Refusal(); failed != "" {
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

// choice leads to the accounts with an unexplained line, those whose gaps are all
// explained, and all.
func choice(b *wire.Balances, a address.Address) app.UI {
	explained := format.Group(strconv.Itoa(b.Explained))
	if b.Likely > 0 {
		explained += ", of these " + format.Group(strconv.Itoa(b.Likely)) + " likely"
	}
	if b.Told > 0 {
		explained += ", " + format.Group(strconv.Itoa(b.Told)) + " told by a note"
	}
	var body []app.UI
	for _, c := range [...]struct{ which, text, n string }{
		{"unexplained", standingWords(wire.WithUnexplained), format.Group(strconv.Itoa(b.Unexplained))},
		{"explained", standingWords(wire.GapsProved), explained},
		{"all", "All", format.Group(strconv.Itoa(b.Accounts))},
	} {
		to := a
		to.Accounts, to.From, to.At = c.which, 0, ""
		l := markup.Link(to.String(), "button", c.text+" ("+c.n+")")
		if c.which == a.Accounts {
			l = l.Attr("aria-current", "true")
		}
		body = append(body, l)
	}
	return markup.El("div", "group", body...).Attr("role", "group").Attr("aria-label", "Which accounts")
}

// standingWords names the accounts of a standing.
func standingWords(s wire.Standing) string {
	switch {
	case s == wire.WithUnexplained:
		return "With unexplained lines"
	case s.Explained():
		return "Gaps explained"
	}
	return "Without gaps"
}
