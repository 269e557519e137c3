package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// root is the page: it holds the state, and everything that is pressed comes to it.
type root struct {
	app.Compo

	ctx     app.Context
	worker  *Worker
	status  Status
	address Address
	tip     tip
	turn    app.Func // calls drawMore
	focus   int      // where it was before the program ran
	focused bool     // something has had it since

	listing Listing
	entries int  // how many of its entries are drawn, at most
	behind  bool // and it does not have what was just opened
	asking  bool // the engine has been asked for the list
	stale   bool // and there is reason to ask again
	folded  bool // the list, on narrow screens
	known   int  // entries when nothing was left to read

	sheet      *sheet
	look       look
	generation int               // counts the filings that were shown
	wanted     wire.Ref          // the filing that the engine has been asked for
	arrived    *ownership.Filing // it, as the engine gave it
	ready      *sheet            // it, as it will be shown
	refused    string            // the sentence of why there is none
	target     string            // the element to go to once it is drawn
	settling   bool              // the engine is asked which of the new entries to show

	exporting string // the format that is being written
	saved     string // the sentence of the last export
}

// OnInit looks where the focus is before what index.html shows is replaced.
func (r *root) OnInit() { r.focus = focusPlace() }

// OnMount starts the engine and listens to the page.
func (r *root) OnMount(ctx app.Context) {
	r.ctx = ctx
	focusAgain(r.focus)
	r.address = ParseAddress(fragment())
	r.turn = callback(func([]app.Value) { r.drawMore() })
	r.listen()
	alone()
	r.worker = StartWorker()
	r.worker.Watch(ctx, r.heard)
}

// Render draws the page.
func (r *root) Render() app.UI {
	return el("div", "",
		skip(),
		bar(),
		progress(r.status, r.exporting, r.saved),
		el("main", "", r.content()).Attr("id", "main").Attr("tabindex", "-1"),
		cover()).Attr("id", "app")
}

func (r *root) content() app.UI {
	if r.status.Files == 0 {
		return welcome()
	}
	// Each stands in its place, shown or not: of two elements in one place the
	// second would be made anew, and a whole filing at once takes too long.
	open := el("nav", "").Attr("hidden", true)
	if r.listed() {
		open = list(r.listing, r.entries, r.address, r.status, r.folded && r.address.Filing.File > 0)
	}
	var filing app.UI
	switch {
	case r.refused != "":
		filing = el("section", "refused", said("h1", "", "Not shown"), said("p", "", r.refused).Attr("dir", "auto"))
	case r.sheet != nil:
		filing = r.sheet.view(&r.look, r.piece)
	case r.status.Opened == 0 && !r.reading():
		return el("div", "desk", open, drop())
	}
	class := "desk"
	if r.listed() && filing != nil {
		class += " both"
	}
	return el("div", class, open, filing)
}

// listed reports whether the list has more to say than the filing that is shown
// or is about to be.
func (r *root) listed() bool {
	return r.status.Total > 1 || r.status.Failed > 0 ||
		r.status.Total > 0 && r.sheet == nil && r.wanted.File == 0 && !r.settling && !r.status.Busy()
}

// heard takes in how the reading stands.
func (r *root) heard(ctx app.Context, s Status) {
	before := r.status
	r.status = s
	if s.Total != before.Total || s.Failed != before.Failed || s.Done != before.Done {
		r.behind = true
		r.refresh()
	}
	news := s.Total != before.Total || before.Busy() && !s.Busy()
	if news && r.address.Filing.File > 0 && r.sheet == nil && r.refused == "" {
		r.open(r.address.Filing)
	}
	if before.Files > 0 && s.Files == 0 {
		r.close()
		r.known = 0
	}
	if s.Total > r.known && !s.Busy() {
		r.choose(s.Total - r.known)
		r.known = s.Total
	}
	r.settle(ctx)
}

// choose goes to what was just opened: to the filing if it is only one and the
// address does not ask for another, else to the list.
func (r *root) choose(news int) {
	if r.address.Filing.File > 0 && r.known == 0 {
		return
	}
	if news > 1 {
		if r.known > 0 {
			r.push(r.address.Follow("#"))
		}
		return
	}
	r.settling = true
	r.worker.List(r.ctx, r.status.Total-1, 1, "", func(ctx app.Context, l Listing, err error) {
		r.settling = false
		if err == nil && len(l.Entries) == 1 {
			if e := l.Entries[0]; e.Failed == "" {
				r.push(r.address.Follow(filingAddress(e.Ref)))
			} else if r.known > 1 {
				r.push(r.address.Follow("#"))
			}
		}
		r.settle(ctx)
	})
}

// refresh asks the engine for the list, once at a time.
func (r *root) refresh() {
	if r.asking {
		r.stale = true
		return
	}
	r.asking, r.stale = true, false
	r.worker.List(r.ctx, r.address.From, listWindow, r.address.Query, func(ctx app.Context, l Listing, err error) {
		r.asking = false
		if err != nil {
			r.saved = err.Error()
		} else if l.From > 0 && len(l.Entries) == 0 {
			r.address.From, r.stale = 0, true
		} else {
			r.listing = l
			if r.entries < len(l.Entries) {
				later(r.turn)
			}
		}
		if r.stale {
			r.refresh()
			return
		}
		if text := found(r.listing, r.address.Query); text != "" && !r.behind {
			say(text)
		}
		r.behind = false
		r.settle(ctx)
	})
}

// open asks the engine for a filing and shows it.
func (r *root) open(ref wire.Ref) {
	r.wanted, r.arrived, r.ready = ref, nil, nil
	r.worker.Show(r.ctx, ref, func(ctx app.Context, f *ownership.Filing, err error) {
		if ref != r.wanted {
			return // another one was asked for meanwhile
		}
		if err != nil {
			r.wanted = wire.Ref{}
			r.sheet = nil
			if !r.status.Busy() {
				r.refused = err.Error()
			}
			r.settle(ctx)
			return
		}
		r.arrived = f
		later(r.turn) // decoding was enough for one turn
	})
}

// lay shows a filing in place of another.
func (r *root) lay(s *sheet) {
	r.sheet, r.refused = s, ""
	r.generation++
	r.look = look{secNames: r.address.SECNames, all: r.address.All}
	r.folded = true
	if r.target == "" {
		scrollToTop()
	}
}

// close shows no filing.
func (r *root) close() {
	r.sheet, r.wanted, r.arrived, r.ready, r.refused, r.target = nil, wire.Ref{}, nil, nil, "", ""
	r.address.Filing, r.address.At = wire.Ref{}, ""
}

// entriesAtOnce is how many entries the list gains in one turn.
const entriesAtOnce = 15

// draw draws the next chunks of the filing, and goes on until all are drawn.
func (r *root) draw(ctx app.Context) {
	r.sheet.drawNext(&r.look)
	if r.look.done {
		r.settle(ctx)
		return
	}
	ctx.Defer(func(app.Context) { later(r.turn) })
}

// drawMore goes on once the browser has had its turn.
func (r *root) drawMore() {
	r.ctx.Dispatch(func(ctx app.Context) {
		switch {
		case r.arrived != nil:
			r.ready, r.arrived = newSheet(r.wanted, r.arrived), nil
			later(r.turn)
		case r.ready != nil:
			r.lay(r.ready)
			r.wanted, r.ready = wire.Ref{}, nil
			later(r.turn)
		case r.sheet != nil && !r.look.done:
			r.draw(ctx)
		}
		if r.entries < len(r.listing.Entries) {
			r.entries += entriesAtOnce
			ctx.Defer(func(app.Context) { later(r.turn) })
			r.settle(ctx)
		}
	})
}

// piece is one chunk of the filing as a component of its own, so that it is drawn
// once and not again with everything else.
type piece struct {
	app.Compo

	Of pieceKey

	root *root
}

// pieceKey says which chunk of which filing a piece is.
type pieceKey struct {
	generation int
	chunk      chunk
}

func (r *root) piece(c chunk) app.UI {
	return &piece{Of: pieceKey{r.generation, c}, root: r}
}

// Render draws the chunk.
func (p *piece) Render() app.UI { return p.root.sheet.draw(p.Of.chunk) }

// reading reports whether what is to be shown is not there yet.
func (r *root) reading() bool {
	return r.status.Busy() || r.settling || r.behind || r.listed() && r.entries < len(r.listing.Entries) ||
		r.wanted.File > 0 || r.sheet != nil && !r.look.done
}

// settle tells the document how things stand, once they are drawn, and goes to
// where the address leads.
func (r *root) settle(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		state := "showing"
		switch {
		case r.status.Files == 0:
			state = "empty"
		case r.reading():
			state = "reading"
		case r.status.Opened == 0:
			state = "failed"
		}
		title := "Filingview"
		if r.sheet != nil {
			title = r.sheet.title() + " · Filingview"
		} else if r.status.Files > 0 {
			title = listTitle(r.status) + " · Filingview"
		}
		mark(state, title)
		if r.look.done && r.focused {
			rescueFocus()
		}
		if r.target != "" && r.sheet != nil && r.look.done {
			r.reach(ctx)
		}
	})
}

// reach goes to the target, and makes it visible first if it is not.
func (r *root) reach(ctx app.Context) {
	id := r.target
	switch r.tryReach(id) {
	case reached:
	case hiddenThere:
		if r.look.all {
			break
		}
		r.address.All, r.look.all = true, true
		replaceAddress(r.address)
		r.settle(ctx) // once more, when it is shown
		return
	case notThere:
		if p, n, ok := r.sheet.whereIs(id); ok && n >= r.sheet.shown(p, &r.look) {
			r.look.windows[p] = n / window
			r.look.done = false
			r.draw(ctx)
			return
		}
	}
	r.target = ""
}

// whereIs tells which part of the filing has the element of an id, and how many
// of its things stand before it.
func (s *sheet) whereIs(id string) (part, int, bool) {
	for i := range s.notes {
		if s.notes[i].id == id {
			return partNotes, i, true
		}
	}
	name, n := indexed(firstOf(id))
	switch name {
	case "cell-tableI":
		return partTableI, n - 1, n > 0 && n <= len(s.f.TableI)
	case "cell-tableII":
		return partTableII, n - 1, n > 0 && n <= len(s.f.TableII)
	case "cell-footnotes":
		return partNotes, n - 1, n > 0 && n <= len(s.f.Footnotes)
	case "cell-owners":
		return partOwners, n - 1, n > 0 && n <= len(s.f.Owners)
	}
	return 0, 0, false
}

func firstOf(id string) string {
	for i := range len(id) {
		if id[i] == '.' {
			return id[:i]
		}
	}
	return id
}

// push goes to an address, so that Back leads here.
func (r *root) push(a Address) {
	if a.String() != r.address.String() {
		pushAddress(a)
	}
	r.arrive(a)
}

// arrive shows what an address says.
func (r *root) arrive(a Address) {
	before := r.address
	r.address = a
	r.look.secNames, r.look.all = a.SECNames, a.All
	r.target = a.At
	r.saved = ""
	if a.Query != before.Query || a.From != before.From {
		r.refresh()
	}
	switch {
	case a.Filing.File == 0:
		r.close()
		r.folded = false
	case r.sheet == nil || r.sheet.ref != a.Filing:
		r.open(a.Filing)
	}
	r.settle(r.ctx)
}

// do does what an element of the page says when it is pressed.
func (r *root) do(ctx app.Context, what, with string) {
	switch what {
	case "names":
		r.address.SECNames = !r.address.SECNames
		r.look.secNames = r.address.SECNames
		replaceAddress(r.address)
	case "columns":
		r.address.All = !r.address.All
		r.look.all = r.address.All
		replaceAddress(r.address)
	case "more":
		if p, err := strconv.Atoi(with); err == nil && p >= 0 && p < int(parts) && r.sheet != nil {
			r.look.windows[p]++
			r.look.done = false
			r.draw(ctx)
		}
	case "export":
		r.export(with, []wire.Ref{r.address.Filing})
	case "export-all":
		r.export(with, nil)
	case "fold":
		r.folded = !r.folded
	case "from":
		if n, err := strconv.Atoi(with); err == nil {
			a := r.address
			a.From = n
			r.push(a)
		}
	case "cancel":
		r.worker.Cancel(0)
	case "forget":
		r.worker.Forget(0)
		r.push(Address{SECNames: r.address.SECNames, All: r.address.All, Rest: r.address.Rest})
	}
}

// filter narrows the list, letter by letter, without a step of Back for each.
func (r *root) filter(words string) {
	r.address.Query, r.address.From = words, 0
	replaceAddress(r.address)
	r.refresh()
}

func (r *root) export(format string, refs []wire.Ref) {
	r.exporting, r.saved = format, ""
	r.worker.Export(r.ctx, format, refs, func(_ app.Context, name string, err error) {
		r.exporting = ""
		if err != nil {
			r.saved = "Not saved: " + err.Error()
		} else {
			r.saved = "Saved as " + name + "."
		}
		say(r.saved)
	})
}
