package dom

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// ByID is the element of an id; one that is not there is not truthy.
func ByID(id string) app.Value { return app.Window().GetElementByID(id) }

// Closest is the element of an event, or the nearest around it, that fits.
func Closest(e app.Value, selector string) app.Value {
	target := e.Get("target")
	if !target.Get("closest").Truthy() {
		return app.Null() // the document itself
	}
	return target.Call("closest", selector)
}

// Attribute is an element's, or nothing if it has none of the name.
func Attribute(e app.Value, name string) string {
	v := e.Call("getAttribute", name)
	if !v.Truthy() {
		return ""
	}
	return v.String()
}

// Announce has the text read out to those who listen to the page.
func Announce(text string) { ByID("said").Set("textContent", text) }

// ScrollToTop scrolls the page to its beginning.
func ScrollToTop() { app.Window().Call("scrollTo", 0, 0) }

// Later has the browser call f when it has done what it has to. A sleeping
// goroutine does not do for that: it may wake before the browser gets a turn.
func Later(f app.Func) { app.Window().Call("setTimeout", f) }

// Pixels is a length of an element's style.
func Pixels(e app.Value, name string) float64 {
	text := app.Window().Call("getComputedStyle", e).Get(name).String()
	n, err := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
	if err != nil {
		return 0
	}
	return n
}

// SelectingText reports whether the user has marked text.
func SelectingText() bool {
	s := app.Window().Call("getSelection")
	return s.Truthy() && !s.Get("isCollapsed").Bool()
}

// Narrow reports whether the window is as wide as a phone's.
func Narrow() bool {
	width, _ := app.Window().Size()
	return width > 0 && width <= 704
}

// MarkHere marks an element of the page as the one that was gone to, and no other.
func MarkHere(e app.Value) {
	if old := app.Window().Get("document").Call("querySelector", "[data-here]"); old.Truthy() {
		old.Call("removeAttribute", "data-here")
	}
	if e.Truthy() {
		e.Call("setAttribute", "data-here", "")
	}
}
