package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/markup"
	"filingview/app/wire"
)

// accountState is the account that is shown and how much of it is drawn. Its zero
// value shows none.
type accountState struct {
	page       *folio // nil while there is none
	generation int    // counts the accounts that were shown
	narrow     bool   // the window is as wide as a phone's
	statements int    // how many are drawn of the table of filings
	lines      int    // how many are drawn of the table of lines
	room       int    // how many of each are drawn without being asked for more
	done       bool   // all of these are drawn
}

const (
	// folioRoom is how many lines of a table are shown before one is asked.
	folioRoom = 300
	// folioStep is how many are drawn in one turn.
	folioStep = 8
)

// show shows an account in place of another. Its tables are drawn bit by bit, by
// drawMore.
func (s *accountState) show(f *wire.Folio, narrow bool) {
	*s = accountState{page: newFolio(f), generation: s.generation + 1, narrow: narrow, room: folioRoom}
}

// close shows no account.
func (s *accountState) close() { *s = accountState{generation: s.generation} }

// shown reports whether there is an account.
func (s *accountState) shown() bool { return s.page != nil }

// complete reports whether all is drawn that is to be.
func (s *accountState) complete() bool { return s.page != nil && s.done }

// more has the next lines of the tables drawn, too.
func (s *accountState) more() {
	s.room += folioRoom
	s.done = false
}

// drawMore has a few more lines drawn and reports whether there are still more.
func (s *accountState) drawMore() bool {
	acc := &s.page.Account
	statements, lines := min(len(acc.Statements), s.room), min(len(acc.Lines), s.room)
	if s.statements < statements {
		s.statements = min(statements, s.statements+folioStep)
	} else {
		s.lines = min(lines, s.lines+folioStep)
	}
	s.done = s.statements >= statements && s.lines >= lines
	return !s.done
}

// fit has the plot drawn for a narrow window or a wide one.
func (s *accountState) fit(narrow bool) { s.narrow = narrow }

// fits reports whether the plot is drawn for such a window.
func (s *accountState) fits(narrow bool) bool { return s.page == nil || s.narrow == narrow }

// title is the page's.
func (s *accountState) title() string { return s.page.title() }

// view draws the account.
func (s *accountState) view(a address.Address) app.UI {
	body := []app.UI{s.page.head(a)}
	if p := newPlot(s.page, s.narrow); p != nil {
		body = append(body, p.view())
	}
	body = append(body, s.rollForward(), s.lineTable())
	return markup.El("section", "folio", body...).Attr("data-account", s.page.Account.ID)
}
