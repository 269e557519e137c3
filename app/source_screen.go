package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/source"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// sourceScreen is the source beside the tables and what is asked of the page for it.
type sourceScreen struct {
	source.State

	page *root
}

// start tells the source how to reach the page.
func (s *sourceScreen) start() {
	s.Start(source.Needs{
		Words: func(ctx app.Context, ref wire.Ref, page int, done func(*ownership.Page, error)) {
			s.page.session.Page(on(ctx), ref, page, done)
		},
		Callback: callback,
	})
}

// picking reports whether cells can be picked: there is something that shows or
// tells which it is.
func (s *sourceScreen) picking() bool { return s.page.address.Source || s.page.host.Listens() }

// shown is the filing whose source can be shown.
func (s *sourceScreen) shown() source.Filing {
	r := s.page
	f, generation := r.filing.Filing()
	return source.Filing{Filing: f, Ref: r.filing.Ref(), Generation: generation, Open: r.address.Source, At: r.address.At}
}

// pick has a cell of the tables lit, and its place in the source.
func (s *sourceScreen) pick(path string) {
	r := s.page
	if !r.filing.Shown() {
		return
	}
	r.at(address.CellID(path))
	dom.MarkHere(dom.ByID(address.CellID(path)))
	s.Show(path)
}

// follow shows in the tables what stands at a place of the source. It takes
// the focus there unless the user is going through the source.
func (s *sourceScreen) follow(path string, focus bool) {
	r := s.page
	r.at(address.CellID(path))
	s.Pick(path, !focus)
	r.still = !focus
	r.target = address.CellID(path)
	r.settle(r.ctx)
}

// open shows the source, or no longer.
func (s *sourceScreen) open(open bool) {
	r := s.page
	r.address.Source = open
	replaceAddress(r.address)
	filing.TabStops(s.picking())
	if !open {
		if b := app.Window().Get("document").Call("querySelector", ".tools [data-do=source]"); b.Truthy() {
			b.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// goTo shows a place of the source that no cell has.
func (s *sourceScreen) goTo(place string) {
	if !s.page.address.Source {
		s.open(true)
	}
	s.ShowPlace(place)
}
