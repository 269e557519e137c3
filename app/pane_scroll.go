package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/parser/ownership"
)

// laySource has the pane show the source of the filing that is shown.
func (r *root) laySource() {
	v := &r.view
	if !v.made {
		return
	}
	if !r.address.Source || !r.filing.Shown() {
		*v = viewing{ctx: v.ctx, made: true}
		return
	}
	if f, generation := r.filing.Filing(); v.src == nil || v.generation != generation {
		*v = viewing{
			ctx: v.ctx, made: true, src: newSource(f), ref: r.filing.Ref(), generation: generation,
			pages: map[int]*ownership.Page{},
		}
		if len(v.src.places) > 0 {
			v.stop = v.src.places[0].path
		}
		if path, ok := strings.CutPrefix(r.address.At, "cell-"); ok {
			v.light(path)
		}
	}
	if r.place != nil {
		v.picked, v.lit, v.note, v.goTo = "", []ownership.Span{*r.place}, "", true
		r.place = nil
	}
	r.frame(r.beginLeaf)
}

// frame has the frame of the pane drawn and then calls next, if there is one.
func (r *root) frame(next func()) {
	if !r.view.made {
		return
	}
	r.view.ctx.Dispatch(func(ctx app.Context) {
		if next != nil {
			ctx.Defer(func(app.Context) { next() })
		}
	})
}

// light has a cell or a line lit, by its path.
func (v *viewing) light(path string) {
	if v.src == nil {
		return
	}
	v.picked, v.lit, v.note = path, nil, ""
	for _, at := range v.src.spansOf(path) {
		if at != (ownership.Span{}) {
			v.lit = append(v.lit, at)
		}
	}
	v.goTo = len(v.lit) > 0
	for i := range v.src.places {
		if v.src.places[i].path == path {
			v.stop = path
			break
		}
	}
}

// drawing is what web/source.js offers.
func drawing() app.Value { return app.Window().Get("filingview").Get("source") }

// leafOf returns the element that is scrolled, while there is a source in it.
func (r *root) leafOf() (leaf app.Value, ok bool) {
	if r.view.src == nil {
		return nil, false
	}
	leaf = dom.ByID("leaf")
	return leaf, leaf.Truthy()
}

// beginLeaf draws a source from its beginning, or from what is lit.
func (r *root) beginLeaf() {
	leaf, ok := r.leafOf()
	if !ok {
		return
	}
	v := &r.view
	if len(v.src.pages) > 0 {
		drawing().Call("pages", leaf, v.src.pageSizes())
	} else {
		drawing().Call("rows", leaf, 0, 0, "")
	}
	leaf.Set("scrollTop", 0)
	if r.enter {
		r.enter = false
		leaf.Call("focus", map[string]any{"preventScroll": true})
	}
	r.arrange()
}

// relight draws anew what is lit, and goes there.
func (r *root) relight() {
	r.frame(nil)
	r.arrange()
}

// margin is how many rows are drawn beyond those that can be seen, and edge how near
// to the last of them one may come before more are drawn.
const (
	margin = 80
	edge   = 15
)

// arrange measures the pane and draws what can be seen of the source there.
func (r *root) arrange() {
	leaf, ok := r.leafOf()
	if !ok {
		return
	}
	v := &r.view
	if len(v.src.pages) > 0 {
		r.arrangePages(leaf)
		return
	}
	ruler := leaf.Call("querySelector", ".ruler")
	if !ruler.Truthy() {
		return
	}
	letter := ruler.Call("getBoundingClientRect").Get("width").Float() / 10
	if v.line = dom.Pixels(leaf, "lineHeight"); v.line <= 0 || letter <= 0 {
		return // not to be seen
	}
	top, seen := v.seen(leaf)
	columns := int((leaf.Get("clientWidth").Float() - dom.Pixels(leaf, "paddingLeft") - dom.Pixels(leaf, "paddingRight")) / letter)
	turned := false
	if columns = max(20, min(columns, 200)); columns != v.src.rows.width {
		at := v.src.lo
		if top < v.src.rows.count() {
			at = int(v.src.rows.starts[top])
		}
		v.src.rows = newRows(v.src.lo, columns)
		v.src.rows.grow(v.src.text, v.src.hi, at-v.src.lo+growth)
		dom.Later(r.growTurn)
		top, turned = v.src.rows.rowOf(at), true
	}
	if v.waits() {
		return // grow goes on until it is there
	}
	if v.goTo {
		if row := v.src.rows.rowOf(int(v.lit[0].Start)); row < top || row >= top+seen-1 {
			top, turned = max(0, row-seen/3), true
		}
	}
	v.from, v.to = max(0, top-margin), min(v.src.rows.count(), top+seen+margin)
	drawing().Call("rows", leaf, float64(v.from)*rowHeight, float64(v.src.rows.count()-v.to)*rowHeight,
		v.src.drawRows(v.from, v.to, v.lit, v.stop))
	if turned {
		leaf.Set("scrollTop", float64(top)*v.line)
	}
	v.arrive(leaf)
}

// rowHeight is the height of a row in parts of the letters'; the style sheet has it
// too.
const rowHeight = 1.5

// seen returns the first row that can be seen and how many can.
func (v *viewing) seen(leaf app.Value) (top, rows int) {
	return int(leaf.Get("scrollTop").Float() / v.line), int(leaf.Get("clientHeight").Float()/v.line) + 1
}

// growth is how many bytes of a text are divided into rows in one turn.
const growth = 128 << 10

// grow divides more of the text into rows, and goes on until all is divided.
func (r *root) grow() {
	v := &r.view
	if v.src == nil || v.src.rows.width == 0 || v.src.rows.reach() >= v.src.hi {
		return
	}
	waited := v.waits()
	v.src.rows.grow(v.src.text, v.src.hi, growth)
	if waited && !v.waits() || v.src.rows.reach() >= v.src.hi {
		r.arrange()
	}
	dom.Later(r.growTurn)
}

// waits reports whether what the pane is to scroll to is not in a row yet.
func (v *viewing) waits() bool {
	return v.goTo && int(v.lit[0].Start) >= v.src.rows.reach() && v.src.rows.reach() < v.src.hi
}

// arrive goes to what is lit, now that it is drawn.
func (v *viewing) arrive(leaf app.Value) {
	if v.goTo {
		v.goTo = false
		if lit := leaf.Call("querySelector", ".lit, [data-is=lit]"); lit.Truthy() {
			bring(leaf, lit)
		}
	}
	if v.follow {
		v.follow = false
		if stop := leaf.Call("querySelector", "a[tabindex='0']"); stop.Truthy() {
			stop.Call("focus", map[string]any{"preventScroll": true, "focusVisible": true})
		}
	}
}

// bring scrolls an element into sight within the leaf, and nothing else.
func bring(leaf, e app.Value) {
	frame, at := leaf.Call("getBoundingClientRect"), e.Call("getBoundingClientRect")
	top, bottom := at.Get("top").Float()-frame.Get("top").Float(), at.Get("bottom").Float()-frame.Get("top").Float()
	if height := leaf.Get("clientHeight").Float(); top < 0 || bottom > height && top > height/3 {
		leaf.Set("scrollTop", leaf.Get("scrollTop").Float()+top-height/3)
	}
	left, right := at.Get("left").Float()-frame.Get("left").Float(), at.Get("right").Float()-frame.Get("left").Float()
	if width := leaf.Get("clientWidth").Float(); left < 0 || right > width && left > width/3 {
		leaf.Set("scrollLeft", leaf.Get("scrollLeft").Float()+left-width/3)
	}
}

// scrolled draws more where the user has come near the end of what is drawn.
func (r *root) scrolled(of app.Value) {
	leaf, ok := r.leafOf()
	if !ok || !leaf.Equal(of) {
		return
	}
	v := &r.view
	if len(v.src.pages) > 0 {
		if from, to := v.pagesSeen(leaf); from < v.from || to > v.to {
			r.arrange()
		}
		return
	}
	if v.line > 0 {
		top, seen := v.seen(leaf)
		if v.from > max(0, top-edge) || v.to < min(v.src.rows.count(), top+seen+edge) {
			r.arrange()
		}
	}
}

// pagesSeen returns the first page that can be seen, and the one behind the last.
func (v *viewing) pagesSeen(leaf app.Value) (from, to int) {
	frame := leaf.Call("getBoundingClientRect")
	pages := leaf.Get("children")
	from, to = 1, 2
	for i := range pages.Length() {
		at := pages.Index(i).Call("getBoundingClientRect")
		if at.Get("bottom").Float() < frame.Get("top").Float() {
			from = i + 2
			continue
		}
		if at.Get("top").Float() > frame.Get("bottom").Float() {
			break
		}
		to = i + 2
	}
	return from, to
}

// arrangePages draws the pages that can be seen and one beside them.
func (r *root) arrangePages(leaf app.Value) {
	v := &r.view
	from, to := v.pagesSeen(leaf)
	if v.goTo {
		if n := int(v.lit[0].Page); n < from || n >= to {
			from, to = n, n+1
		}
	}
	v.from, v.to = max(1, from-1), min(len(v.src.pages)+1, to+1)
	frames := leaf.Get("children")
	for n := 1; n <= len(v.src.pages); n++ {
		frame := frames.Index(n - 1)
		if !frame.Truthy() {
			return
		}
		if n < v.from || n >= v.to {
			if frame.Get("childElementCount").Int() > 1 {
				drawing().Call("page", frame, "")
			}
			continue
		}
		var words []ownership.PageWord
		if p := v.pages[n]; p != nil {
			words = p.Words
		} else {
			r.askPage(n)
		}
		drawing().Call("page", frame, v.src.drawPage(n, words, v.lit, v.stop))
	}
	v.arrive(leaf)
}

// askPage asks the engine for the words of a page, once.
func (r *root) askPage(n int) {
	v := &r.view
	if _, asked := v.pages[n]; asked {
		return
	}
	v.pages[n] = nil
	src := v.src
	r.session.Page(on(v.ctx), v.ref, n, func(p *ownership.Page, err error) {
		switch {
		case r.view.src != src:
		case err != nil:
			r.view.note = err.Error()
		default:
			r.view.pages[n] = p
			r.arrange()
		}
	})
}
