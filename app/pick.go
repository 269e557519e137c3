package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
	"filingview/parser/ownership"
)

// pickable reports whether a click on an element of the tables picks the cell that
// it is in: not one on something that does something else, nor the end of marking
// text.
func pickable(e app.Value) app.Value {
	if dom.Closest(e, "a, button, summary, input, label").Truthy() || dom.SelectingText() {
		return app.Null()
	}
	return dom.Closest(e, "article [data-path]")
}

// pick has a cell of the tables lit, and its place in the source.
func (r *root) pick(path string) {
	if !r.filing.Shown() {
		return
	}
	r.at("cell-" + path)
	r.lightUpHere(dom.ByID(address.CellID(path)))
	r.showInSource(path)
}

// at notes a place in the address, without a step of Back.
func (r *root) at(id string) {
	r.address.At = id
	replaceAddress(r.address)
	r.tellHost(id)
}

// showInSource lights a cell in the source, if that is shown.
func (r *root) showInSource(path string) {
	v := &r.view
	if v.src == nil {
		return
	}
	v.light(path)
	dom.Announce("Source, " + v.src.whereWords(v.lit))
	r.relight()
}

// lightUpHere marks an element of the page as the one that was gone to.
func (r *root) lightUpHere(e app.Value) {
	if old := app.Window().Get("document").Call("querySelector", "[data-here]"); old.Truthy() {
		old.Call("removeAttribute", "data-here")
	}
	if e.Truthy() {
		e.Call("setAttribute", "data-here", "")
	}
}

// pickInSource shows in the tables what stands at a place of the source. It takes
// the focus there unless the user is going through the source.
func (r *root) pickInSource(path string, focus bool) {
	r.at("cell-" + path)
	r.view.light(path)
	r.view.follow = !focus
	r.relight()
	r.still = !focus
	r.target = "cell-" + path
	r.settle(r.ctx)
}

// clickedSource picks what stands where the source was clicked.
func (r *root) clickedSource(e app.Value) {
	v := &r.view
	if v.src == nil || dom.SelectingText() {
		return
	}
	path, ok := "", false
	if page := dom.Closest(e, "svg[data-page]"); page.Truthy() {
		n, err := strconv.Atoi(dom.Attribute(page, "data-page"))
		frame := page.Call("getBoundingClientRect")
		if width := frame.Get("width").Float(); err == nil && width > 0 && n >= 1 && n <= len(v.src.pages) {
			w, _ := paper(&v.src.pages[n-1])
			x := (e.Get("clientX").Float() - frame.Get("left").Float()) * w / width
			y := (e.Get("clientY").Float() - frame.Get("top").Float()) * w / width
			path, ok = v.src.cellOn(n, x, y)
		}
	} else if offset := v.offsetAt(e.Get("clientX").Float(), e.Get("clientY").Float()); offset >= 0 {
		path, ok = v.src.cellAt(offset)
	}
	if !ok {
		v.picked, v.lit, v.note = "", nil, "No cell was read from this place."
		dom.Announce(v.note)
		r.relight()
		return
	}
	r.pickInSource(path, true)
}

// offsetAt returns the offset of the letter at a point of the window, or -1.
func (v *viewing) offsetAt(x, y float64) int {
	document := app.Window().Get("document")
	var node app.Value
	units := 0
	if document.Get("caretPositionFromPoint").Truthy() {
		p := document.Call("caretPositionFromPoint", x, y)
		if !p.Truthy() {
			return -1
		}
		node, units = p.Get("offsetNode"), p.Get("offset").Int()
	} else {
		p := document.Call("caretRangeFromPoint", x, y)
		if !p.Truthy() {
			return -1
		}
		node, units = p.Get("startContainer"), p.Get("startOffset").Int()
	}
	const textNode = 3
	if node.Get("nodeType").Int() != textNode {
		return -1
	}
	e := node.Get("parentElement")
	if inside := e.Call("closest", "[data-n]"); inside.Truthy() {
		node, units = inside, 0
		e = inside.Get("parentElement")
	}
	e = e.Call("closest", "[data-at]")
	if !e.Truthy() {
		return -1
	}
	offset, err := strconv.Atoi(dom.Attribute(e, "data-at"))
	if err != nil {
		return -1
	}
	for c := e.Get("firstChild"); c.Truthy(); c = c.Get("nextSibling") {
		if c.Equal(node) {
			offset = v.src.advance(offset, units)
			break
		}
		if c.Get("nodeType").Int() == textNode {
			offset = v.src.advance(offset, c.Get("length").Int())
		} else if n, err := strconv.Atoi(dom.Attribute(c, "data-n")); err == nil {
			offset += n
		}
	}
	return min(offset, len(v.src.text))
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
		if step == 0 || r.view.src == nil {
			return
		}
		e.Call("preventDefault")
		path, ok := r.view.src.neighbour(strings.TrimPrefix(dom.Attribute(target, "href"), "#cell-"), step)
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
				if next := beside(target, key); next.Truthy() {
					e.Call("preventDefault")
					stopAt(next)
					next.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
					next.Call("focus", map[string]any{"preventScroll": true})
				}
			}
		}
	}
}

// beside returns the cell that an arrow key leads to: in a table that of the same
// column in another line, else the one before or behind.
func beside(cell app.Value, key string) app.Value {
	if own := cell.Call("closest", "tbody :is(td, th)"); own.Truthy() && (key == "ArrowUp" || key == "ArrowDown") {
		sibling := map[string]string{"ArrowUp": "previousElementSibling", "ArrowDown": "nextElementSibling"}[key]
		column := own.Get("cellIndex").Int()
		row := own.Get("parentElement")
		for {
			next := row.Get(sibling)
			if !next.Truthy() {
				body := row.Get("parentElement").Get(sibling) // lines come in several bodies
				if !body.Truthy() || !body.Call("matches", "tbody").Bool() {
					return app.Null()
				}
				child := map[string]string{"ArrowUp": "lastElementChild", "ArrowDown": "firstElementChild"}[key]
				if next = body.Get(child); !next.Truthy() {
					return app.Null()
				}
			}
			row = next
			if at := row.Get("cells").Index(column); at.Truthy() && row.Call("hasAttribute", "data-line").Bool() {
				if at.Call("hasAttribute", "data-path").Bool() {
					return at
				}
				if inner := at.Call("querySelector", "[data-path]"); inner.Truthy() {
					return inner
				}
			}
		}
	}
	all := app.Window().Get("document").Call("querySelectorAll", "article [data-path]")
	step := 1
	if key == "ArrowLeft" || key == "ArrowUp" {
		step = -1
	}
	n := all.Length()
	for i := range n {
		if !all.Index(i).Equal(cell) {
			continue
		}
		for i += step; i >= 0 && i < n; i += step {
			if next := all.Index(i); next.Call("getClientRects").Get("length").Int() > 0 {
				return next
			}
		}
	}
	return app.Null()
}

// stopAt makes a cell the one that Tab stops at.
func stopAt(cell app.Value) {
	old := app.Window().Get("document").Call("querySelectorAll", "article [data-path][tabindex='0']")
	for i := range old.Length() {
		old.Index(i).Call("setAttribute", "tabindex", "-1")
	}
	cell.Call("setAttribute", "tabindex", "0")
}

// stops has Tab stop at one cell of the tables while the source is shown, and at
// none else.
func (r *root) stops() {
	document := app.Window().Get("document")
	at := document.Call("querySelector", "article [data-path][tabindex='0']")
	switch {
	case !r.picking():
		if at.Truthy() {
			at.Call("setAttribute", "tabindex", "-1")
		}
	case !at.Truthy():
		if at = document.Call("querySelector", "article tbody [data-path], article [data-path]"); at.Truthy() {
			stopAt(at)
		}
	}
}

// openSource shows the source, or no longer.
func (r *root) openSource(open bool) {
	r.address.Source = open
	replaceAddress(r.address)
	r.stops()
	if !open {
		if b := app.Window().Get("document").Call("querySelector", ".tools [data-do=source]"); b.Truthy() {
			b.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// showPlace shows a place of the source that no cell has: START-END or pN.
func (r *root) showPlace(with string) {
	var at ownership.Span
	if page, ok := strings.CutPrefix(with, "p"); ok {
		n, _ := strconv.Atoi(page)
		at.Page = int32(n)
	} else {
		from, to, _ := strings.Cut(with, "-")
		start, _ := strconv.Atoi(from)
		end, _ := strconv.Atoi(to)
		at.Start, at.End = int32(start), int32(max(end, start+1))
	}
	if !r.address.Source {
		r.openSource(true)
	}
	r.place = &at
	if r.view.src != nil {
		r.laySource()
	}
}
