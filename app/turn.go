package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/list"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// openFiling asks the engine for a filing and shows it.
func (r *root) openFiling(ref wire.Ref) {
	r.filing.Ask(ref)
	r.session.Show(on(r.ctx), ref, func(f *ownership.Filing, err error) {
		if err == nil {
			if r.filing.Answer(ref, f) {
				dom.Later(r.turn) // decoding was enough for one turn
			}
			return
		}
		why := err.Error()
		if r.status.Busy() {
			why = "" // the filing may still be read
		}
		if r.filing.Refuse(ref, why) {
			r.settle(r.ctx)
		}
	})
	r.reconcile(ref)
}

// close shows no filing.
func (r *root) close() {
	r.filing.Close()
	r.target = ""
	r.address.Filing, r.address.At = wire.Ref{}, ""
}

// draw draws the next chunks of the filing, and goes on until all are drawn.
func (r *root) draw(ctx app.Context) {
	if !r.filing.DrawMore() {
		r.settle(ctx)
		return
	}
	ctx.Defer(func(app.Context) { dom.Later(r.turn) })
}

// drawMore goes on once the browser has had its turn.
func (r *root) drawMore() {
	r.ctx.Dispatch(func(ctx app.Context) {
		moved, shown := r.filing.Advance()
		if shown {
			r.list.Folded = true
			if r.target == "" {
				dom.ScrollToTop()
			}
		}
		switch {
		case moved:
			dom.Later(r.turn)
		case r.address.Account != "":
			if r.account.Shown() && !r.account.Complete() {
				r.drawAccount(ctx)
			}
		case r.address.Accounts != "":
			if r.accounts.DrawMore() {
				ctx.Defer(func(app.Context) { dom.Later(r.turn) })
				r.settle(ctx)
			}
		case r.filing.Waits():
			r.draw(ctx)
		}
		if r.list.DrawMore() {
			ctx.Defer(func(app.Context) { dom.Later(r.turn) })
			r.settle(ctx)
		}
	})
}

// settle tells the document how things stand, once they are drawn, and goes to
// where the address leads.
func (r *root) settle(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		state := "showing"
		switch {
		case r.status.Files == 0:
			state = "empty"
		case r.reading():
			state = "reading"
		case r.status.Opened == 0:
			state = "failed"
		}
		title := "Filingview"
		if r.address.Account != "" && r.account.Shown() {
			title = r.account.Title() + " · Filingview"
		} else if r.address.Account == "" && r.address.Accounts != "" {
			title = "Do the holdings add up? · Filingview"
		} else if r.filing.Shown() && !r.away() {
			title = r.filing.Title() + " · Filingview"
		} else if r.status.Files > 0 {
			title = list.Title(r.open()) + " · Filingview"
		}
		mark(state, title)
		if state != "reading" && r.focused && r.hasFocus() {
			rescueFocus()
		}
		if r.filing.Complete() && !r.away() {
			filing.TabStops(r.picking())
		}
		switch {
		case r.target == "":
		case r.away():
			if state == "showing" {
				r.tryReach(r.target)
				r.target = ""
			}
		case r.filing.Complete():
			r.reach(ctx)
		}
		if state != "reading" {
			r.host.Settled()
		}
	})
}

// reach goes to the target, and makes it visible first if it is not.
func (r *root) reach(ctx app.Context) {
	id := r.target
	switch r.tryReach(id) {
	case reached:
	case hiddenThere:
		if r.address.All {
			break
		}
		r.address.All = true
		replaceAddress(r.address)
		r.settle(ctx) // once more, when it is shown
		return
	case notThere:
		if r.filing.Uncover(id) {
			r.draw(ctx)
			return
		}
	}
	r.target, r.still = "", false
}
