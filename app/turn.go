package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/list"
	"filingview/app/wire"
)

// close shows no filing.
func (r *root) close() {
	r.filing.Close()
	r.target = ""
	r.address.Filing, r.address.At = wire.Ref{}, ""
}

// drawMore goes on once the browser has had its turn.
func (r *root) drawMore() {
	r.ctx.Dispatch(func(ctx app.Context) {
		switch {
		case r.filing.advance():
			dom.Later(r.turn)
		case r.address.Account != "":
			if r.account.Shown() && !r.account.Complete() {
				r.account.draw(ctx)
			}
		case r.address.Accounts != "":
			if r.accounts.DrawMore() {
				ctx.Defer(func(app.Context) { dom.Later(r.turn) })
				r.settle(ctx)
			}
		case r.filing.Waits():
			r.filing.draw(ctx)
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
		mark(state, r.title())
		if state != "reading" && r.focused && r.host.hasFocus() {
			rescueFocus()
		}
		if r.filing.Complete() && !r.away() {
			filing.TabStops(r.source.picking())
		}
		switch {
		case r.target == "":
		case r.away():
			if state == "showing" {
				r.tryReach(r.target)
				r.target = ""
			}
		case r.filing.Complete() && !r.filing.Pending(): // the one before may have such an element, too
			r.reach(ctx)
		}
		if state != "reading" {
			r.host.Settled()
		}
	})
}

// title is that of the document.
func (r *root) title() string {
	const name = "Filingview"
	switch {
	case r.address.Account != "" && r.account.Shown():
		return r.account.Title() + " · " + name
	case r.address.Account == "" && r.address.Accounts != "":
		return "Do the holdings add up? · " + name
	case r.filing.Shown() && !r.away():
		return r.filing.Title() + " · " + name
	case r.status.Files > 0:
		return list.Title(r.open()) + " · " + name
	}
	return name
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
			r.filing.draw(ctx)
			return
		}
	}
	r.target, r.still = "", false
}

// What came of going to an element.
type arrival uint8

const (
	reached arrival = iota
	notThere
	hiddenThere
)

// tryReach scrolls to an element, gives it the focus and has it light up.
func (r *root) tryReach(id string) arrival {
	e := dom.ByID(id)
	if !e.Truthy() {
		return notThere
	}
	for d := e.Call("closest", "details:not([open])"); d.Truthy(); d = e.Call("closest", "details:not([open])") {
		d.Set("open", true)
	}
	if e.Call("getClientRects").Get("length").Int() == 0 {
		return hiddenThere
	}
	if !e.Call("hasAttribute", "tabindex").Bool() {
		e.Call("setAttribute", "tabindex", "-1")
	}
	e.Call("scrollIntoView", map[string]any{"block": "center", "inline": "nearest"})
	if !r.still {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
	dom.MarkHere(e)
	r.host.reveal(e)
	return reached
}

// mark tells the document the state of the page and its title.
func mark(state, title string) {
	document := app.Window().Get("document")
	html := document.Get("documentElement")
	if html.Call("getAttribute", "data-state").String() != state {
		html.Call("setAttribute", "data-state", state)
		if state == "showing" || state == "failed" {
			dom.Announce(strings.TrimSuffix(title, " · Filingview"))
		}
	}
	if document.Get("title").String() != title {
		document.Set("title", title)
	}
}
