package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/account"
	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/wire"
)

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
					r.source.follow(path, true)
				}
			})
		} else if cell := filing.Pickable(e); cell.Truthy() && r.source.picking() {
			path := dom.Attribute(cell, "data-path")
			r.ctx.Dispatch(func(app.Context) { r.source.pick(path) })
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
		r.ctx.Dispatch(func(app.Context) { r.source.follow(path, true) })
		return
	}
	from := ""
	if c := a.Call("closest", "[id^='cell-'], [id^='footnote-'], [id^='repair-'], [id^='finding-'], [id^='line-']"); c.Truthy() {
		from = dom.Attribute(c, "id")
	}
	r.tip.hide()
	r.ctx.Dispatch(func(app.Context) { r.follow(href, from) })
}

// keyed goes from cell to cell by the arrow keys: in the source, and in the tables
// where a cell has the focus. Enter on a cell of the tables shows its place in the
// source.
func (r *root) keyed(e app.Value) {
	if !r.filing.Shown() || r.away() || e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
		return
	}
	key := e.Get("key").String()
	target := e.Get("target")
	if !target.Get("matches").Truthy() {
		return
	}
	switch {
	case target.Call("matches", "#leaf a").Bool():
		step := map[string]int{"ArrowRight": 1, "ArrowDown": 1, "ArrowLeft": -1, "ArrowUp": -1}[key]
		if step == 0 || !r.source.Laid() {
			return
		}
		e.Call("preventDefault")
		path, ok := r.source.Next(strings.TrimPrefix(dom.Attribute(target, "href"), "#cell-"), step)
		if ok {
			r.ctx.Dispatch(func(app.Context) { r.source.follow(path, false) })
		}
	case target.Call("matches", "article [data-path]").Bool():
		switch key {
		case "Enter", " ":
			e.Call("preventDefault")
			path := dom.Attribute(target, "data-path")
			r.ctx.Dispatch(func(app.Context) {
				if !r.source.picking() {
					r.at(address.CellID(path))
					r.source.open(true)
					return
				}
				r.source.pick(path)
			})
		case "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown":
			if r.source.picking() {
				if next := filing.Beside(target, key); next.Truthy() {
					e.Call("preventDefault")
					filing.StopAt(next)
					next.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
					next.Call("focus", map[string]any{"preventScroll": true})
				}
			}
		}
	}
}

// do does what an element of the page says when it is pressed.
func (r *root) do(ctx app.Context, what, with string) {
	switch what {
	case "names":
		r.address.SECNames = !r.address.SECNames
		replaceAddress(r.address)
	case "columns":
		r.address.All = !r.address.All
		replaceAddress(r.address)
	case "source":
		r.source.open(!r.address.Source)
		r.source.TakeFocus(r.address.Source)
	case "place":
		r.source.goTo(with)
	case "more":
		if n, err := strconv.Atoi(with); err == nil && r.filing.More(n) {
			r.filing.draw(ctx)
		}
	case "why":
		r.filing.ToggleEvidence(with)
	case "more-lines":
		r.account.More()
		dom.Later(r.turn)
	case "sort":
		r.address.Sort, r.address.From = with, 0
		replaceAddress(r.address)
		r.accounts.refresh()
	case "export":
		r.exports.save(with, []wire.Ref{r.address.Filing})
	case "export-all":
		r.exports.save(with, nil)
	case "fold":
		r.list.Folded = !r.list.Folded
	case "from":
		if n, err := strconv.Atoi(with); err == nil {
			a := r.address
			a.From = n
			r.push(a)
		}
	case "cancel":
		r.session.Cancel(0)
	case "forget":
		r.session.Forget(0)
		r.push(address.Address{SECNames: r.address.SECNames, All: r.address.All, Source: r.address.Source, Rest: r.address.Rest})
	case "forget-file":
		if n, err := strconv.Atoi(with); err == nil {
			r.forget(n)
		}
	case "install":
		ctx.ShowAppInstallPrompt()
	}
}

// forget closes a file, and leaves the filing that is shown if it is of it.
func (r *root) forget(file int) {
	r.session.Forget(file)
	dom.Announce("Forgotten.")
	if r.address.Filing.File == file {
		a := r.address
		a.Filing, a.At, a.Account = wire.Ref{}, "", ""
		r.push(a)
	}
}

// filter narrows the list, letter by letter, without a step of Back for each.
func (r *root) filter(words string) {
	r.address.Query, r.address.From = words, 0
	replaceAddress(r.address)
	if r.address.Accounts != "" {
		r.accounts.refresh()
		return
	}
	r.list.refresh()
}
