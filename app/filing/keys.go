package filing

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
)

// Pickable returns the cell that a click on an element of the tables picks: none if the
// element does something else, or if the click only ends the marking of text.
func Pickable(e app.Value) app.Value {
	if dom.Closest(e, "a, button, summary, input, label").Truthy() || dom.SelectingText() {
		return app.Null()
	}
	return dom.Closest(e, "article [data-path]")
}

// Beside returns the cell that an arrow key leads to: in a table that of the same
// column in another line, else the one before or after.
func Beside(cell app.Value, key string) app.Value {
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

// StopAt makes a cell the one that Tab stops at.
func StopAt(cell app.Value) {
	old := app.Window().Get("document").Call("querySelectorAll", "article [data-path][tabindex='0']")
	for i := range old.Length() {
		old.Index(i).Call("setAttribute", "tabindex", "-1")
	}
	cell.Call("setAttribute", "tabindex", "0")
}

// TabStops has Tab stop at one cell of the tables while cells can be picked, and at none
// else.
func TabStops(picking bool) {
	document := app.Window().Get("document")
	at := document.Call("querySelector", "article [data-path][tabindex='0']")
	switch {
	case !picking:
		if at.Truthy() {
			at.Call("setAttribute", "tabindex", "-1")
		}
	case !at.Truthy():
		if at = document.Call("querySelector", "article tbody [data-path], article [data-path]"); at.Truthy() {
			StopAt(at)
		}
	}
}
