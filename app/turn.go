package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/app/list"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// openFiling asks the engine for a filing and shows it.
func (r *root) openFiling(ref wire.Ref) {
	r.wanted, r.arrived, r.ready = ref, nil, nil
	r.told = nil
	r.worker.Show(r.ctx, ref, func(ctx app.Context, f *ownership.Filing, err error) {
		if ref != r.wanted {
			return // another one was asked for meanwhile
		}
		if err != nil {
			r.wanted = wire.Ref{}
			r.sheet = nil
			if !r.status.Busy() {
				r.refused = err.Error()
			}
			r.settle(ctx)
			return
		}
		r.arrived = f
		dom.Later(r.turn) // decoding was enough for one turn
	})
	r.reconcile(ref)
}

// lay shows a filing in place of another.
func (r *root) lay(s *sheet) {
	r.sheet, r.refused = s, ""
	r.generation++
	r.look = look{secNames: r.address.SECNames, all: r.address.All, source: r.address.Source}
	r.list.Folded = true
	r.tell()
	if r.target == "" {
		dom.ScrollToTop()
	}
}

// close shows no filing.
func (r *root) close() {
	r.sheet, r.wanted, r.arrived, r.ready, r.refused, r.target = nil, wire.Ref{}, nil, nil, "", ""
	r.address.Filing, r.address.At = wire.Ref{}, ""
	r.told, r.reconciling = nil, wire.Ref{}
}

// draw draws the next chunks of the filing, and goes on until all are drawn.
func (r *root) draw(ctx app.Context) {
	r.sheet.drawNext(&r.look)
	if r.look.done && !r.look.stale {
		r.settle(ctx)
		return
	}
	ctx.Defer(func(app.Context) { dom.Later(r.turn) })
}

// drawMore goes on once the browser has had its turn.
func (r *root) drawMore() {
	r.ctx.Dispatch(func(ctx app.Context) {
		switch {
		case r.arrived != nil:
			r.ready, r.arrived = newSheet(r.wanted, r.arrived), nil
			dom.Later(r.turn)
		case r.ready != nil:
			r.lay(r.ready)
			r.wanted, r.ready = wire.Ref{}, nil
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
		case r.sheet != nil && (!r.look.done || r.look.stale):
			r.draw(ctx)
		}
		if r.list.DrawMore() {
			ctx.Defer(func(app.Context) { dom.Later(r.turn) })
			r.settle(ctx)
		}
	})
}

// piece is one chunk of the filing as a component of its own, so that it is drawn
// once and not again with everything else.
type piece struct {
	app.Compo

	Of pieceKey

	root *root
}

// pieceKey says which chunk of which filing a piece is.
type pieceKey struct {
	generation int
	chunk      chunk
}

func (r *root) piece(c chunk) app.UI {
	return &piece{Of: pieceKey{r.generation, c}, root: r}
}

// Render draws the chunk.
func (p *piece) Render() app.UI { return p.root.sheet.draw(p.Of.chunk, &p.root.look) }

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
		} else if r.sheet != nil && !r.away() {
			title = r.sheet.title() + " · Filingview"
		} else if r.status.Files > 0 {
			title = list.Title(r.open()) + " · Filingview"
		}
		mark(state, title)
		if state != "reading" && r.focused && r.hasFocus() {
			rescueFocus()
		}
		if r.sheet != nil && !r.away() && r.look.done {
			r.stops()
		}
		switch {
		case r.target == "":
		case r.away():
			if state == "showing" {
				r.tryReach(r.target)
				r.target = ""
			}
		case r.sheet != nil && r.look.done:
			r.reach(ctx)
		}
		r.hostSettled(state)
	})
}

// reach goes to the target, and makes it visible first if it is not.
func (r *root) reach(ctx app.Context) {
	id := r.target
	switch r.tryReach(id) {
	case reached:
	case hiddenThere:
		if r.look.all {
			break
		}
		r.address.All, r.look.all = true, true
		replaceAddress(r.address)
		r.settle(ctx) // once more, when it is shown
		return
	case notThere:
		if p, n, ok := r.sheet.whereIs(id); ok && n >= r.sheet.shown(p, &r.look) {
			r.look.windows[p] = n / window
			r.look.done = false
			r.draw(ctx)
			return
		}
	}
	r.target, r.still = "", false
}
