package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
)

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
