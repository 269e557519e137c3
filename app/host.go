package app

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/session"
	"filingview/app/wire"
)

// host is the page around the frame that the viewer is shown in, as far as the
// program knows it. web/frame.js speaks with it; the zero host is of a viewer that
// is no frame.
//
// The host opens what it has, points at cells of that and is told of them, and gets
// their JSON. It learns nothing of what the user opens.
type host struct {
	bridge  app.Value // window.filingview.frame
	framed  bool      // there is a page around
	on      bool      // and it has spoken
	view    string    // what it wants to be shown: tables, holdings or source; or nothing
	asked   []int     // its requests to open something that are not answered
	heard   int       // Status.Answered as it was last
	asking  bool      // the engine is asked what became of a request
	result  *given    // what came of the latest, to be told once it is shown
	filings []wire.Ref
}

// given is what the host is told of what it gave.
type given struct {
	request  int
	opened   bool  // the request brought a filing
	filings  []any // all that the host gave and that are open
	failures []any
	why      string // the sentence if it brought none
}

// join begins to listen to the host, if there is one.
func (r *root) join() {
	h := &r.host
	h.bridge = app.Window().Get("filingview").Get("frame")
	h.framed = h.bridge.Get("framed").Bool()
	h.view = h.bridge.Get("view").String()
	r.address = viewed(r.address, h.view)
	in := func(f func(args []app.Value)) app.Func {
		return callback(func(args []app.Value) {
			r.ctx.Dispatch(func(app.Context) { h.on = true; f(args) })
		})
	}
	h.bridge.Call("connect",
		callback(func(args []app.Value) {
			request, files, add := args[0].Int(), args[1].Int(), args[2].Bool()
			r.session.Expect(request, files, add) // at once: the files come by another way
			r.ctx.Dispatch(func(app.Context) { r.hostGives(request) })
		}),
		in(func(args []app.Value) { r.hostPicks(args[0].Int(), args[1].String(), args[2].Int()) }),
		in(func(args []app.Value) { r.hostAsks(args[0].Int()) }),
		in(func(args []app.Value) { r.hostLooks(args[0].String()) }))
}

// viewed is an address with another view.
func viewed(a address.Address, view string) address.Address {
	switch view {
	case "holdings":
		a.Accounts, a.Account, a.At = "all", "", ""
	case "source", "tables":
		a.Accounts, a.Account, a.Source = "", "", view == "source"
	}
	return a
}

// hostLooks shows a view that the host asks for.
func (r *root) hostLooks(view string) {
	r.host.view = view
	a := viewed(r.address, view)
	if a.Filing.File == 0 && a.Accounts == "" && len(r.host.filings) == 1 {
		a.Filing = r.host.filings[0]
	}
	r.step(a)
}

// hostGives remembers that the host gives something.
func (r *root) hostGives(request int) {
	r.host.on = true
	r.host.asked = append(r.host.asked, request)
	r.hostBroken()
}

// hostBroken refuses what the host has asked if there is no engine any more.
func (r *root) hostBroken() bool {
	if r.status.Broken == "" {
		return false
	}
	for _, request := range r.host.asked {
		r.host.bridge.Call("failed", request, r.status.Broken, []any{})
	}
	r.host.asked = nil
	return true
}

// hostHeard looks whether something is read that the host gave, and goes there.
func (r *root) hostHeard() {
	h := &r.host
	if r.status.Files == 0 {
		h.filings = nil
	}
	// A new engine reads again what was answered long ago.
	if r.hostBroken() || h.asking || r.status.Answered <= h.heard {
		return
	}
	answered := r.status.Answered
	h.asking = true
	r.session.Given(on(r.ctx), func(entries []wire.Entry, first int, err error) {
		h.asking, h.heard = false, answered
		r.hostShown(answered, entries, first, err)
		r.hostHeard() // of what came meanwhile
		r.settle(r.ctx)
	})
}

// hostShown goes to what the host gave, and has it told once that is drawn.
func (r *root) hostShown(request int, entries []wire.Entry, first int, err error) {
	h := &r.host
	g := &given{request: request}
	h.filings = nil
	var news []wire.Ref
	for i := range entries {
		e := &entries[i]
		if e.Failed != "" {
			g.failures = append(g.failures, map[string]any{"name": e.Name, "message": e.Failed})
			if i >= first && g.why == "" {
				g.why = e.Failed
			}
			continue
		}
		h.filings = append(h.filings, e.Ref)
		g.filings = append(g.filings, summaryOf(e))
		if i >= first {
			news = append(news, e.Ref)
			g.opened = true
		}
	}
	switch {
	case err != nil:
		g.why = err.Error()
	case g.why == "" && !g.opened:
		g.why = "It was closed before it was read."
	}
	h.result = g
	if h.view == "holdings" {
		return // which show all filings
	}
	a := r.address.Follow("#")
	if len(news) == 1 {
		a = r.address.Follow(address.OfFiling(news[0]))
	}
	r.step(a)
}

// summaryOf is what the host is told of a filing.
func summaryOf(e *wire.Entry) map[string]any {
	owners := make([]any, len(e.Owners))
	for i, o := range e.Owners {
		owners[i] = o
	}
	return map[string]any{
		"name": e.Name, "form": e.Form, "issuer": e.Issuer, "symbol": e.Symbol, "owners": owners,
		"period": e.Period, "filedAt": e.FiledAt, "tableI": e.TableI, "tableII": e.TableII,
		"errors": e.Errors, "warnings": e.Warnings,
	}
}

// hostSettled tells what came of the host's requests, once it is drawn.
func (r *root) hostSettled(state string) {
	h := &r.host
	if h.result == nil || state == "reading" {
		return
	}
	g := h.result
	h.result = nil
	for len(h.asked) > 0 && h.asked[0] <= g.request {
		request := h.asked[0]
		h.asked = h.asked[1:]
		switch {
		case request < g.request:
			h.bridge.Call("failed", request, "Something else was opened in its place.", []any{})
		case g.opened:
			h.bridge.Call("opened", request, append([]any{}, g.filings...), append([]any{}, g.failures...))
		default:
			h.bridge.Call("failed", request, g.why, append([]any{}, g.failures...))
		}
	}
}

// hostPicks lights a cell, or all of a filing, without taking the focus: of the
// filing of a number, or of the one that is shown for -1.
func (r *root) hostPicks(request int, path string, number int) {
	h := &r.host
	ref := r.address.Filing
	if number >= 0 && number < len(h.filings) {
		ref = h.filings[number]
	}
	why := ""
	switch {
	case len(h.filings) == 0:
		why = "The page has opened no filing."
	case number >= len(h.filings):
		why = "There is no filing of this number."
	case number < 0 && len(h.filings) == 1:
		ref = h.filings[0]
	case !slices.Contains(h.filings, ref):
		why = "What is shown is not of the page. Say which of its filings is meant."
	}
	if why == "" && r.filing.Shows(ref) && path != "" && r.filing.CellText(path) == nil {
		why = "The filing has no cell " + path + "."
	}
	if why == "" {
		a := r.address.Follow(address.OfFiling(ref))
		if path != "" {
			a.At = "cell-" + path
		}
		r.step(a)
		r.still = true
	}
	h.bridge.Call("selected", request, why)
}

// hostPicked tells the host of an element that the user went to, if it is a cell of a
// filing of the host's.
func (r *root) hostPicked(id string) {
	path, ok := strings.CutPrefix(id, "cell-")
	if !r.host.on || !ok || !r.filing.Shown() {
		return
	}
	number := slices.Index(r.host.filings, r.filing.Ref())
	if number < 0 {
		return
	}
	if text := r.filing.CellText(path); text != nil {
		r.host.bridge.Call("picked", path, number, *text)
	}
}

// hostAsks gives the host the JSON of its filings.
func (r *root) hostAsks(request int) {
	r.session.GivenJSON(on(r.ctx), func(lines session.Body, err error) {
		switch {
		case err != nil:
			r.host.bridge.Call("data", request, "", err.Error())
		case lines == nil:
			r.host.bridge.Call("data", request, "", "")
		default:
			r.host.bridge.Call("data", request, lines, "")
		}
	})
}

// step goes to an address without a step of Back in a frame, where Back is the
// host's.
func (r *root) step(a address.Address) {
	if !r.host.framed {
		r.push(a)
		return
	}
	if a.String() != r.address.String() {
		replaceAddress(a)
	}
	r.arrive(a)
}

// picking reports whether cells can be picked: there is something that shows or
// tells which it is.
func (r *root) picking() bool { return r.address.Source || r.host.on }

// hasFocus reports whether the focus is the viewer's to move: in a frame it may be
// with the page around.
func (r *root) hasFocus() bool {
	return !r.host.framed || app.Window().Get("document").Call("hasFocus").Bool()
}

// reveal has the host scroll to an element, where the frame is as high as what is in
// it and does not scroll.
func (r *root) reveal(e app.Value) {
	if r.host.framed {
		r.host.bridge.Call("reveal", e)
	}
}
