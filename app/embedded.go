package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/embedding"
	"filingview/app/session"
	"filingview/app/wire"
)

// hosting is the host and what is asked of the page for it.
type hosting struct {
	embedding.Host

	page *root
}

// join begins to listen to the host, if there is one.
func (h *hosting) join() {
	r := h.page
	bridge := app.Window().Get("filingview").Get("frame")
	h.Framed = bridge.Get("framed").Bool()
	h.View = bridge.Get("view").String()
	h.Send = func(message string, with ...any) { bridge.Call(message, with...) }
	r.address = embedding.Viewed(r.address, h.View)
	in := func(f func(args []app.Value)) app.Func {
		return callback(func(args []app.Value) {
			r.ctx.Dispatch(func(app.Context) { h.Hear(); f(args) })
		})
	}
	bridge.Call("connect",
		callback(func(args []app.Value) {
			request, files, add := args[0].Int(), args[1].Int(), args[2].Bool()
			r.session.Expect(request, files, add) // at once: the files come by another way
			r.ctx.Dispatch(func(app.Context) {
				h.Opens(request)
				h.refuseIfBroken()
			})
		}),
		in(func(args []app.Value) { h.selects(args[0].Int(), args[1].String(), args[2].Int()) }),
		in(func(args []app.Value) {
			request := args[0].Int()
			r.session.GivenJSON(on(r.ctx), func(lines session.Body, err error) { h.Answer(request, lines, err) })
		}),
		in(func(args []app.Value) { h.show(args[0].String()) }))
}

// show shows a view that the host asks for.
func (h *hosting) show(view string) {
	r := h.page
	h.View = view
	a := embedding.Viewed(r.address, view)
	if given := h.Filings(); a.Filing.File == 0 && a.Accounts == "" && len(given) == 1 {
		a.Filing = given[0]
	}
	r.step(a)
}

// refuseIfBroken refuses what the host wants to open if there is no engine any more.
func (h *hosting) refuseIfBroken() bool {
	r := h.page
	if r.status.Broken == "" {
		return false
	}
	h.Refuse(r.status.Broken)
	return true
}

// refresh looks whether something is read that the host gave, and goes there.
func (h *hosting) refresh() {
	r := h.page
	if r.status.Files == 0 {
		h.Empty()
	}
	answered := r.status.Answered
	if h.refuseIfBroken() || !h.Refresh(answered) {
		return
	}
	r.session.Given(on(r.ctx), func(entries []wire.Entry, first int, err error) {
		latest := h.Given(answered, entries, first, err)
		if h.View != "holdings" { // which shows all filings
			a := r.address.Follow("#")
			if len(latest) == 1 {
				a = r.address.Follow(address.OfFiling(latest[0]))
			}
			r.step(a)
		}
		h.refresh() // of what came meanwhile
		r.settle(r.ctx)
	})
}

// selects lights a cell, or all of a filing, without taking the focus: of the
// filing of a number, or of the one that is shown for -1.
func (h *hosting) selects(request int, path string, number int) {
	r := h.page
	ref, why := h.Select(number, r.address.Filing)
	if why == "" && r.filing.Shows(ref) && path != "" && r.filing.CellText(path) == nil {
		why = "The filing has no cell " + path + "."
	}
	if why == "" {
		a := r.address.Follow(address.OfFiling(ref))
		if path != "" {
			a.At = address.CellID(path)
		}
		r.step(a)
		r.still = true
	}
	h.Selected(request, why)
}

// tell tells the host of an element that the user went to, if it is a cell of a
// filing of the host's.
func (h *hosting) tell(id string) {
	r := h.page
	path, ok := strings.CutPrefix(id, "cell-")
	if !h.Listens() || !ok || !r.filing.Shown() {
		return
	}
	if text := r.filing.CellText(path); text != nil {
		h.Picked(path, r.filing.Ref(), *text)
	}
}

// hasFocus reports whether the focus is the viewer's to move: in a frame it may be
// with the page around.
func (h *hosting) hasFocus() bool {
	return !h.Framed || app.Window().Get("document").Call("hasFocus").Bool()
}

// reveal has the host scroll to an element, where the frame is as high as what is in
// it and does not scroll.
func (h *hosting) reveal(e app.Value) {
	if h.Framed {
		h.Send("reveal", e)
	}
}
