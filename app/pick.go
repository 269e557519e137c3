package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/filing"
)

// pick has a cell of the tables lit, and its place in the source.
func (r *root) pick(path string) {
	if !r.filing.Shown() {
		return
	}
	r.at("cell-" + path)
	dom.MarkHere(dom.ByID(address.CellID(path)))
	r.source.Show(path)
}

// at notes a place in the address, without a step of Back.
func (r *root) at(id string) {
	r.address.At = id
	replaceAddress(r.address)
	r.host.tell(id)
}

// pickInSource shows in the tables what stands at a place of the source. It takes
// the focus there unless the user is going through the source.
func (r *root) pickInSource(path string, focus bool) {
	r.at("cell-" + path)
	r.source.Pick(path, !focus)
	r.still = !focus
	r.target = "cell-" + path
	r.settle(r.ctx)
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
			r.ctx.Dispatch(func(app.Context) { r.pickInSource(path, false) })
		}
	case target.Call("matches", "article [data-path]").Bool():
		switch key {
		case "Enter", " ":
			e.Call("preventDefault")
			path := dom.Attribute(target, "data-path")
			r.ctx.Dispatch(func(app.Context) {
				if !r.picking() {
					r.at(address.CellID(path))
					r.openSource(true)
					return
				}
				r.pick(path)
			})
		case "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown":
			if r.picking() {
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

// openSource shows the source, or no longer.
func (r *root) openSource(open bool) {
	r.address.Source = open
	replaceAddress(r.address)
	filing.TabStops(r.picking())
	if !open {
		if b := app.Window().Get("document").Call("querySelector", ".tools [data-do=source]"); b.Truthy() {
			b.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// showPlace shows a place of the source that no cell has.
func (r *root) showPlace(place string) {
	if !r.address.Source {
		r.openSource(true)
	}
	r.source.ShowPlace(place)
}
