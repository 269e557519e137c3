package account

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/markup"
	"filingview/app/wire"
)

// State is the account that is shown and how much of it is drawn. Its zero
// value shows none.
type State struct {
	page       *page // nil while there is none
	generation int   // counts the accounts that were shown
	narrow     bool  // the window is as wide as a phone's
	statements int   // how many are drawn of the table of filings
	lines      int   // how many are drawn of the table of lines
	room       int   // how many of each are drawn without being asked for more
	done       bool  // all of these are drawn
}

const (
	// rowsAtOnce is how many lines of a table are shown before the page asks for more.
	rowsAtOnce = 300
	// rowsPerTurn is how many are drawn in one turn.
	rowsPerTurn = 8
)

// Show shows an account in place of another. Its tables are drawn bit by bit, by
// DrawMore.
func (s *State) Show(f *wire.Folio, narrow bool) {
	*s = State{page: newPage(f), generation: s.generation + 1, narrow: narrow, room: rowsAtOnce}
}

// Close shows no account.
func (s *State) Close() { *s = State{generation: s.generation} }

// Shown reports whether there is an account.
func (s *State) Shown() bool { return s.page != nil }

// Complete reports whether all is drawn that is to be.
func (s *State) Complete() bool { return s.page != nil && s.done }

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

// View draws the account.
func (s *State) View(a address.Address) app.UI {
	body := []app.UI{s.page.head(a)}
	if p := newPlot(s.page, s.narrow); p != nil {
		body = append(body, p.view())
	}
	body = append(body, s.rollForward(), s.lineTable())
	return markup.El("section", "folio", body...).Attr("data-account", s.page.Account.ID)
}
