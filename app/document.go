package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/account"
	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/filing"
)

// fragment is what stands behind the # of the page's address.
func fragment() string { return app.Window().Get("location").Get("hash").String() }

func pushAddress(a address.Address) { writeAddress("pushState", a) }

func replaceAddress(a address.Address) { writeAddress("replaceState", a) }

// writeAddress goes past go-app, which knows paths and no states.
func writeAddress(how string, a address.Address) {
	location := app.Window().Get("location")
	url := location.Get("pathname").String() + location.Get("search").String() + a.String()
	app.Window().Get("history").Call(how, nil, "", url)
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

// pressable are the elements of #app that can have the focus, as index.html has
// them.
func pressable() app.Value {
	return app.Window().Get("document").Call("querySelectorAll", "#app a, #app button")
}

// focusPlace tells which of them has the focus, or -1.
func focusPlace() int {
	all, active := pressable(), app.Window().Get("document").Get("activeElement")
	for i := range all.Length() {
		if all.Index(i).Equal(active) {
			return i
		}
	}
	return -1
}

func focusAgain(place int) {
	if all := pressable(); place >= 0 && place < all.Length() {
		all.Index(place).Call("focus")
	}
}

// rescueFocus gives the focus to the content when what had it is gone or hidden.
func rescueFocus() {
	document := app.Window().Get("document")
	active := document.Get("activeElement")
	if !active.Truthy() || active.Equal(document.Get("body")) || active.Call("getClientRects").Get("length").Int() == 0 {
		dom.ByID("main").Call("focus", map[string]any{"preventScroll": true})
	}
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

// listen has the document bring what is pressed, typed and pointed at. One
// listener for all of it: a handler for each line would cost more than the line.
func (r *root) listen() {
	document := app.Window().Get("document")
	on := func(target app.Value, event string, f func(e app.Value)) {
		// Scrolling does not bubble, so it is caught on its way in.
		target.Call("addEventListener", event, callback(func(args []app.Value) { f(args[0]) }), event == "scroll")
	}
	on(document, "click", r.clicked)
	on(document, "input", func(e app.Value) {
		if field := dom.Closest(e, "[data-do=filter]"); field.Truthy() {
			words := field.Get("value").String()
			r.ctx.Dispatch(func(app.Context) { r.filter(words) })
		}
	})
	on(app.Window(), "popstate", func(app.Value) {
		r.ctx.Dispatch(func(app.Context) { r.wentTo(fragment()) })
	})
	on(document, "keydown", account.PlotKey)
	on(document, "keydown", r.keyed)
	on(document, "scroll", func(e app.Value) {
		if r.source.Laid() {
			r.source.Scrolled(e.Get("target"))
		}
	})
	on(app.Window(), "resize", func(app.Value) {
		r.account.resized()
		r.source.Resized()
	})
	on(document, "focusin", func(app.Value) { r.focused = true })
	r.tip.listen(on)
}

// alone takes back go-app's hands from the links and the history: it would open a
// link in a new window, and end the program at an address that Go cannot parse.
func alone() {
	app.Window().Set("onclick", nil)
	app.Window().Set("onpopstate", nil)
}

// wentTo follows the browser to another address: Back, Forward, or one typed in.
func (r *root) wentTo(fragment string) {
	if address.IsPlace(strings.TrimPrefix(fragment, "#")) {
		a := r.address.Follow(fragment)
		replaceAddress(a)
		r.arrive(a)
		return
	}
	r.arrive(address.Parse(fragment))
}

// clicked does what a button says, and follows links within the page.
func (r *root) clicked(e app.Value) {
	if b := dom.Closest(e, "[data-do]"); b.Truthy() {
		what, with := dom.Attribute(b, "data-do"), dom.Attribute(b, "data-with")
		if what == "why" {
			r.tip.hide()
		}
		if what != "filter" {
			r.ctx.Dispatch(func(ctx app.Context) { r.do(ctx, what, with) })
		}
		return
	}
	a := dom.Closest(e, "a[href^='#']")
	if !a.Truthy() && e.Get("button").Int() == 0 {
		if dom.Closest(e, "#leaf").Truthy() {
			r.ctx.Dispatch(func(app.Context) {
				if path, ok := r.source.Clicked(e); ok {
					r.pickInSource(path, true)
				}
			})
		} else if cell := filing.Pickable(e); cell.Truthy() && r.picking() {
			path := dom.Attribute(cell, "data-path")
			r.ctx.Dispatch(func(app.Context) { r.pick(path) })
		}
		return
	}
	if !a.Truthy() || e.Get("button").Int() != 0 ||
		e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("shiftKey").Bool() || e.Get("altKey").Bool() {
		return
	}
	e.Call("preventDefault")
	href := dom.Attribute(a, "href")
	if r.tip.holdsBack(e, a) {
		return
	}
	if path, ok := strings.CutPrefix(href, "#cell-"); ok && a.Call("matches", "#leaf a").Bool() {
		r.tip.hide()
		r.ctx.Dispatch(func(app.Context) { r.pickInSource(path, true) })
		return
	}
	from := ""
	if c := a.Call("closest", "[id^='cell-'], [id^='footnote-'], [id^='repair-'], [id^='finding-'], [id^='line-']"); c.Truthy() {
		from = dom.Attribute(c, "id")
	}
	r.tip.hide()
	r.ctx.Dispatch(func(app.Context) { r.follow(href, from) })
}

// follow goes where a link leads. Back then leads to the cell or note from which
// it was followed.
func (r *root) follow(href, from string) {
	if href == "#main" {
		dom.ByID("main").Call("focus")
		return
	}
	if from != "" && from != r.address.At {
		r.address.At = from
		replaceAddress(r.address)
	}
	r.push(r.address.Follow(href))
	r.host.tell(r.address.At)
}
