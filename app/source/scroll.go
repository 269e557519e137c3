package source

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/parser/ownership"
)

// lay has the pane show the source of the filing that is shown.
func (s *State) lay() {
	if !s.made {
		return
	}
	if !s.shown.Open || s.shown.Filing == nil {
		s.viewing = viewing{}
		return
	}
	if s.src == nil || s.generation != s.shown.Generation {
		s.viewing = viewing{
			src: newSource(s.shown.Filing), ref: s.shown.Ref, generation: s.shown.Generation,
			pages: map[int]*ownership.Page{},
		}
		if len(s.src.places) > 0 {
			s.stop = s.src.places[0].path
		}
		if path, ok := strings.CutPrefix(s.shown.At, "cell-"); ok {
			s.light(path)
		}
	}
	if s.place != nil {
		s.picked, s.lit, s.note, s.goTo = "", []ownership.Span{*s.place}, "", true
		s.place = nil
	}
	s.frame(s.begin)
}

// frame has the frame of the pane drawn and then calls next, if there is one.
func (s *State) frame(next func()) {
	if !s.made {
		return
	}
	s.ctx.Dispatch(func(ctx app.Context) {
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

// content returns the element that is scrolled, while there is a source in it.
func (s *State) content() (content app.Value, ok bool) {
	if s.src == nil {
		return nil, false
	}
	content = dom.ByID("leaf")
	return content, content.Truthy()
}

// begin draws a source from its beginning, or from what is lit.
func (s *State) begin() {
	content, ok := s.content()
	if !ok {
		return
	}
	v := &s.viewing
	if len(v.src.pages) > 0 {
		drawing().Call("pages", content, v.src.pageSizes())
	} else {
		drawing().Call("rows", content, 0, 0, "")
	}
	content.Set("scrollTop", 0)
	if s.enter {
		s.enter = false
		content.Call("focus", map[string]any{"preventScroll": true})
	}
	s.arrange()
}

// relight draws anew what is lit, and goes there.
func (s *State) relight() {
	s.frame(nil)
	s.arrange()
}

// margin is how many rows are drawn beyond those that can be seen, and edge how near
// to the last of them one may come before more are drawn.
const (
	margin = 80
	edge   = 15
)

// arrange measures the pane and draws what can be seen of the source there.
func (s *State) arrange() {
	content, ok := s.content()
	if !ok {
		return
	}
	v := &s.viewing
	if len(v.src.pages) > 0 {
		s.arrangePages(content)
		return
	}
	ruler := content.Call("querySelector", ".ruler")
	if !ruler.Truthy() {
		return
	}
	letter := ruler.Call("getBoundingClientRect").Get("width").Float() / 10
	if v.line = dom.Pixels(content, "lineHeight"); v.line <= 0 || letter <= 0 {
		return // not to be seen
	}
	top, seen := v.seen(content)
	columns := int((content.Get("clientWidth").Float() - dom.Pixels(content, "paddingLeft") - dom.Pixels(content, "paddingRight")) / letter)
	turned := false
	if columns = max(20, min(columns, 200)); columns != v.src.rows.width {
		at := v.src.lo
		if top < v.src.rows.count() {
			at = int(v.src.rows.starts[top])
		}
		v.src.rows = newRows(v.src.lo, columns)
		v.src.rows.grow(v.src.text, v.src.hi, at-v.src.lo+growth)
		dom.Later(s.turn)
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
	drawing().Call("rows", content, float64(v.from)*rowHeight, float64(v.src.rows.count()-v.to)*rowHeight,
		v.src.drawRows(v.from, v.to, v.lit, v.stop))
	if turned {
		content.Set("scrollTop", float64(top)*v.line)
	}
	v.arrive(content)
}

// rowHeight is the height of a row in parts of the letters'; the style sheet has it
// too.
const rowHeight = 1.5

// seen returns the first row that can be seen and how many can.
func (v *viewing) seen(content app.Value) (top, rows int) {
	return int(content.Get("scrollTop").Float() / v.line), int(content.Get("clientHeight").Float()/v.line) + 1
}

// growth is how many bytes of a text are divided into rows in one turn.
const growth = 128 << 10

// grow divides more of the text into rows, and goes on until all is divided.
func (s *State) grow() {
	v := &s.viewing
	if v.src == nil || v.src.rows.width == 0 || v.src.rows.reach() >= v.src.hi {
		return
	}
	waited := v.waits()
	v.src.rows.grow(v.src.text, v.src.hi, growth)
	if waited && !v.waits() || v.src.rows.reach() >= v.src.hi {
		s.arrange()
	}
	dom.Later(s.turn)
}

// waits reports whether what the pane is to scroll to is not in a row yet.
func (v *viewing) waits() bool {
	return v.goTo && int(v.lit[0].Start) >= v.src.rows.reach() && v.src.rows.reach() < v.src.hi
}

// arrive goes to what is lit, now that it is drawn.
func (v *viewing) arrive(content app.Value) {
	if v.goTo {
		v.goTo = false
		if lit := content.Call("querySelector", ".lit, [data-is=lit]"); lit.Truthy() {
			bring(content, lit)
		}
	}
	if v.follow {
		v.follow = false
		if stop := content.Call("querySelector", "a[tabindex='0']"); stop.Truthy() {
			stop.Call("focus", map[string]any{"preventScroll": true, "focusVisible": true})
		}
	}
}

// bring scrolls an element into sight within the content, and nothing else.
func bring(content, e app.Value) {
	frame, at := content.Call("getBoundingClientRect"), e.Call("getBoundingClientRect")
	top, bottom := at.Get("top").Float()-frame.Get("top").Float(), at.Get("bottom").Float()-frame.Get("top").Float()
	if height := content.Get("clientHeight").Float(); top < 0 || bottom > height && top > height/3 {
		content.Set("scrollTop", content.Get("scrollTop").Float()+top-height/3)
	}
	left, right := at.Get("left").Float()-frame.Get("left").Float(), at.Get("right").Float()-frame.Get("left").Float()
	if width := content.Get("clientWidth").Float(); left < 0 || right > width && left > width/3 {
		content.Set("scrollLeft", content.Get("scrollLeft").Float()+left-width/3)
	}
}

// Scrolled draws more where the user has come near the end of what is drawn.
func (s *State) Scrolled(of app.Value) {
	content, ok := s.content()
	if !ok || !content.Equal(of) {
		return
	}
	v := &s.viewing
	if len(v.src.pages) > 0 {
		if from, to := v.pagesSeen(content); from < v.from || to > v.to {
			s.arrange()
		}
		return
	}
	if v.line > 0 {
		top, seen := v.seen(content)
		if v.from > max(0, top-edge) || v.to < min(v.src.rows.count(), top+seen+edge) {
			s.arrange()
		}
	}
}
