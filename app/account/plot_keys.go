package account

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
)

// PlotKey goes from one point of the plot to another by the arrow keys.
func PlotKey(e app.Value) {
	from := dom.Closest(e, "a[data-point]")
	if !from.Truthy() {
		return
	}
	all := from.Call("closest", "svg").Call("querySelectorAll", "a[data-point]")
	n := -1
	for i := range all.Length() {
		if all.Index(i).Equal(from) {
			n = i
		}
	}
	to := n
	switch e.Get("key").String() {
	case "ArrowLeft", "ArrowUp":
		to--
	case "ArrowRight", "ArrowDown":
		to++
	case "Home":
		to = 0
	case "End":
		to = all.Length() - 1
	default:
		return
	}
	e.Call("preventDefault")
	if to = max(0, min(to, all.Length()-1)); to != n {
		from.Call("setAttribute", "tabindex", "-1")
		all.Index(to).Call("setAttribute", "tabindex", "0")
		all.Index(to).Call("focus")
	}
}
