package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// filingScreen is the filing that is shown and what is asked of the session for it.
type filingScreen struct {
	filing.State

	page *root
}

// open asks the engine for a filing and shows it.
func (s *filingScreen) open(ref wire.Ref) {
	r := s.page
	s.Ask(ref)
	r.session.Show(on(r.ctx), ref, func(f *ownership.Filing, err error) {
		if err == nil {
			if s.Answer(ref, f) {
				dom.Later(r.turn) // decoding was enough for one turn
			}
			return
		}
		why := err.Error()
		if r.status.Busy() {
			why = "" // the filing may still be read
		}
		if s.Refuse(ref, why) {
			r.settle(r.ctx)
		}
	})
	s.reconcile(ref)
}

// reconcile asks what the ledger says of the filing that is shown or about to be.
// The filing does not wait for it.
func (s *filingScreen) reconcile(ref wire.Ref) {
	r := s.page
	r.session.Reconcile(on(r.ctx), ref, func(t *wire.Reconciliation, err error) {
		failure := ""
		if err != nil {
			failure = err.Error()
		}
		if s.Tell(ref, t, failure) {
			dom.Later(r.turn)
		}
	})
}

// advance takes a filing that has arrived one step on to the screen, and reports
// whether there is one.
func (s *filingScreen) advance() bool {
	moved, shown := s.Advance()
	if shown {
		s.page.list.Folded = true
		if s.page.target == "" {
			dom.ScrollToTop()
		}
	}
	return moved
}

// draw draws the next chunks of the filing, and goes on until all are drawn.
func (s *filingScreen) draw(ctx app.Context) {
	if !s.DrawMore() {
		s.page.settle(ctx)
		return
	}
	ctx.Defer(func(app.Context) { dom.Later(s.page.turn) })
}
