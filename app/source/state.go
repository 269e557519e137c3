package source

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// State is the source beside the tables, if it is shown: what it shows and where. Its
// zero value shows nothing.
type State struct {
	needs Needs
	turn  app.Func        // calls grow
	shown Filing          // as of the page's last drawing
	ctx   app.Context     // of the pane, while it is there
	made  bool            // and there is a ctx
	place *ownership.Span // the place of the source to go to
	enter bool            // give the source the focus once it is drawn
	viewing
}

// Needs is what the source asks of the page around it.
type Needs struct {
	// Words asks for the words of a page of a filing's source, counted from 1.
	Words func(ctx app.Context, ref wire.Ref, page int, done func(*ownership.Page, error))
	// Callback makes a function for the browser to call.
	Callback func(f func(args []app.Value)) app.Func
}

// Filing is the filing whose source is shown, or can be.
type Filing struct {
	Filing     *ownership.Filing // nil for none
	Ref        wire.Ref
	Generation int    // of all filings that were shown
	Open       bool   // the source is shown
	At         string // the element that the address names
}

// Start tells the source what it may ask of the page.
func (s *State) Start(p Needs) {
	s.needs = p
	s.turn = p.Callback(func([]app.Value) { s.grow() })
}

// View draws a filing with its source beside it, or alone.
func (s *State) View(filing app.UI, shown Filing) app.UI {
	s.shown = shown
	class := "pair"
	if shown.Open {
		class += " open"
	}
	return markup.El("div", class, filing, &pane{Of: paneKey{shown.Generation, shown.Open}, state: s})
}

// Laid reports whether there is a source.
func (s *State) Laid() bool { return s.src != nil }

// viewing is what the pane shows. Its zero value shows nothing.
type viewing struct {
	src        *source
	ref        wire.Ref
	generation int // of the filing that src is of

	picked string           // path of what is lit
	lit    []ownership.Span // where it stands
	stop   string           // path of the cell whose place Tab stops at
	note   string           // a sentence in place of what is picked

	from, to int     // rows or pages that are drawn
	line     float64 // height of a row in pixels
	goTo     bool    // scroll to what is lit, and
	follow   bool    // give its place the focus

	pages map[int]*ownership.Page // with their words; nil for one that was asked for
}
