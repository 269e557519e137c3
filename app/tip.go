package app

import (
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
)

// tip is the preview of what a mark or a letter stands for: on hover, on focus
// and, on screens without a pointer, on the first touch. There is one element for
// all of them, #tip of index.html; Escape closes it, and the pointer may move
// onto it.
type tip struct {
	of      app.Value // the element that it is shown for
	leaving *time.Timer
}

// tipped are the elements that have a preview.
const tipped = "a.mark, a.how, button.code, button.state, a[data-point], #leaf a"

func (t *tip) listen(on func(app.Value, string, func(app.Value))) {
	document := app.Window().Get("document")
	on(document, "pointerover", func(e app.Value) {
		if e.Get("pointerType").String() == "touch" {
			return
		}
		if of := dom.Closest(e, tipped); of.Truthy() {
			t.show(of)
		} else if dom.Closest(e, "#tip").Truthy() {
			t.stay()
		} else if t.of != nil {
			t.leave()
		}
	})
	on(document, "focusin", func(e app.Value) {
		if of := dom.Closest(e, tipped); of.Truthy() && of.Call("matches", ":focus-visible").Bool() {
			t.show(of)
		} else {
			t.hide()
		}
	})
	on(document, "keydown", func(e app.Value) {
		if t.of != nil && e.Get("key").String() == "Escape" {
			t.hide()
		}
	})
	on(document, "pointerdown", func(e app.Value) {
		if t.of != nil && !dom.Closest(e, "#tip").Truthy() && !dom.Closest(e, tipped).Truthy() {
			t.hide()
		}
	})
	on(document, "click", func(e app.Value) {
		if of := dom.Closest(e, "button.code"); of.Truthy() {
			t.show(of)
		}
	})
	on(document, "scroll", func(app.Value) {
		if t.of != nil {
			moveTo(dom.ByID("tip"), t.of)
		}
	})
}

// holdsBack reports whether a touch of a mark is its first, which only shows the
// note; the second one goes there.
func (t *tip) holdsBack(e, mark app.Value) bool {
	if e.Get("pointerType").String() != "touch" || !mark.Call("matches", "a.mark, a.how, a[data-point]").Bool() {
		return false
	}
	if t.of != nil && t.of.Equal(mark) {
		return false
	}
	t.show(mark)
	return true
}

func (t *tip) show(of app.Value) {
	t.stay()
	if t.of != nil && t.of.Equal(of) {
		return
	}
	text := tipText(of)
	if text == "" {
		return
	}
	t.hide()
	t.of = of
	box := dom.ByID("tip")
	box.Set("textContent", text)
	if told := dom.ByID(strings.TrimPrefix(dom.Attribute(of, "href"), "#")); told.Truthy() && of.Call("matches", "a.how").Bool() {
		box.Call("replaceChildren", told.Call("cloneNode", true)) // with its links
		box.Get("firstChild").Call("removeAttribute", "id")
	}
	box.Call("removeAttribute", "hidden")
	moveTo(box, of)
	if !of.Call("hasAttribute", "aria-describedby").Bool() {
		of.Call("setAttribute", "aria-describedby", "tip")
	}
}

// moveTo puts the box above the element, or below it where there is no room, and
// within the window.
func moveTo(box, of app.Value) {
	width, height := app.Window().Size()
	at, size := of.Call("getBoundingClientRect"), box.Call("getBoundingClientRect")
	left := at.Get("left").Float()
	left = max(8, min(left, float64(width)-size.Get("width").Float()-8))
	top := at.Get("top").Float() - size.Get("height").Float() - 6
	if top < 4 {
		top = min(at.Get("bottom").Float()+6, max(4, float64(height)-size.Get("height").Float()-4))
	}
	style := box.Get("style")
	style.Call("setProperty", "--left", strconv.Itoa(int(left))+"px")
	style.Call("setProperty", "--top", strconv.Itoa(int(top))+"px")
}

// tipText is what an element stands for: the note that it leads to, the meaning
// that describes it, or its own words.
func tipText(of app.Value) string {
	if own := dom.Attribute(of, "data-tip"); own != "" {
		return own
	}
	var source app.Value
	if href := dom.Attribute(of, "href"); len(href) > 1 {
		note := dom.ByID(href[1:])
		if !note.Truthy() {
			return ""
		}
		source = note.Call("querySelector", ".text")
	} else if id := dom.Attribute(of, "aria-describedby"); id != "" && id != "tip" {
		source = dom.ByID(id)
	}
	if source == nil || !source.Truthy() {
		return ""
	}
	return source.Get("textContent").String()
}

// stay takes back that the pointer has left.
func (t *tip) stay() {
	if t.leaving != nil {
		t.leaving.Stop()
		t.leaving = nil
	}
}

// leave hides the preview unless the pointer comes back, or onto it, in time.
func (t *tip) leave() {
	if t.leaving != nil {
		return
	}
	t.leaving = time.AfterFunc(200*time.Millisecond, t.hide)
}

func (t *tip) hide() {
	t.stay()
	if t.of == nil {
		return
	}
	if dom.Attribute(t.of, "aria-describedby") == "tip" {
		t.of.Call("removeAttribute", "aria-describedby")
	}
	t.of = nil
	dom.ByID("tip").Call("setAttribute", "hidden", "")
}
