package account

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/markup"
	"filingview/app/request"
	"filingview/app/wire"
)

// State is the account that is asked for or shown, and how much of it is drawn. Its
// zero value shows none.
type State struct {
	request    request.Request[string] // by the account's ID
	page       *page                   // nil while there is none
	generation int                     // counts the accounts that were shown
	narrow     bool                    // the window is as wide as a phone's
	statements int                     // how many are drawn of the table of filings
	lines      int                     // how many are drawn of the table of lines
	room       int                     // how many of each are drawn without being asked for more
	done       bool                    // all of these are drawn
}

const (
	// rowsAtOnce is how many lines of a table are shown before the page asks for more.
	rowsAtOnce = 300
	// rowsPerTurn is how many are drawn in one turn.
	rowsPerTurn = 8
)

// Ask takes note that the engine is asked for an account. None is shown meanwhile.
func (s *State) Ask(id string) {
	s.Close()
	s.request.Ask(id)
}

// Answer shows an account, if it is still the one that is wanted, and reports whether
// it is. Its tables are drawn bit by bit, by DrawMore.
func (s *State) Answer(id string, f *wire.FullAccount, narrow bool) bool {
	if wanted, _ := s.request.Answer(id); !wanted {
		return false
	}
	s.request.Show()
	*s = State{request: s.request, page: newPage(f), generation: s.generation + 1, narrow: narrow, room: rowsAtOnce}
	return true
}

// Refuse takes the sentence of why there is no account of an ID.
func (s *State) Refuse(id, sentence string) { s.request.Refuse(id, sentence) }

// Close shows no account and wants none.
func (s *State) Close() { *s = State{generation: s.generation} }

// Shown reports whether there is an account.
func (s *State) Shown() bool { return s.page != nil }

// Complete reports whether all is drawn that is to be.
func (s *State) Complete() bool { return s.page != nil && s.done }

// Settled reports whether nothing more is to come: the account, or why there is none.
func (s *State) Settled() bool { return s.Complete() || s.request.State() == request.Refused }

// More has more lines of the tables drawn than are shown without being asked for.
func (s *State) More() {
	s.room += rowsAtOnce
	s.done = false
}

// DrawMore has a few more lines drawn and reports whether there are still more.
func (s *State) DrawMore() bool {
	acc := &s.page.Account
	statements, lines := min(len(acc.Statements), s.room), min(len(acc.Lines), s.room)
	if s.statements < statements {
		s.statements = min(statements, s.statements+rowsPerTurn)
	} else {
		s.lines = min(lines, s.lines+rowsPerTurn)
	}
	s.done = s.statements >= statements && s.lines >= lines
	return !s.done
}

// Fit has the plot drawn for a narrow window or a wide one.
func (s *State) Fit(narrow bool) { s.narrow = narrow }

// Fits reports whether the plot is drawn for such a window.
func (s *State) Fits(narrow bool) bool { return s.page == nil || s.narrow == narrow }

// Title is the page's.
func (s *State) Title() string { return s.page.title() }

// View draws the account, that it is awaited, or why there is none.
func (s *State) View(a address.Address) app.UI {
	switch {
	case s.request.State() == request.Refused:
		return markup.Refusal(s.request.Refusal())
	case s.page == nil:
		return markup.El("section", "full-account", markup.Text("p", "sum", "Comparing the filings …")).Attr("aria-busy", "true")
	}
	body := []app.UI{s.page.head(a)}
	if p := newPlot(s.page, s.narrow); p != nil {
		body = append(body, p.view())
	}
	body = append(body, s.rollForward(), s.lineTable())
	return markup.El("section", "full-account", body...).Attr("data-account", s.page.Account.ID)
}
