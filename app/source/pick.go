package source

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/dom"
	"filingview/parser/ownership"
)

// Show lights a cell in the source, if that is shown, and says where it stands.
func (s *State) Show(path string) {
	if s.src == nil {
		return
	}
	s.light(path)
	dom.Announce("Source, " + s.src.whereWords(s.lit))
	s.relight()
}

// Pick lights a cell in the source whose place was gone to there. Follow is to give the
// place the focus.
func (s *State) Pick(path string, follow bool) {
	s.light(path)
	s.follow = follow
	s.relight()
}

// LightUp lights a cell in the source, if that is shown.
func (s *State) LightUp(path string) {
	if s.src != nil {
		s.light(path)
		s.relight()
	}
}

// Next returns the cell whose place comes step places after that of a path.
func (s *State) Next(path string, step int) (string, bool) {
	if s.src == nil {
		return "", false
	}
	return s.src.neighbour(path, step)
}

// TakeFocus gives the source the focus once it is drawn, or does not.
func (s *State) TakeFocus(take bool) { s.enter = take }

// Resized draws the source anew in a window of another size.
func (s *State) Resized() {
	s.goTo = len(s.lit) > 0
	s.arrange()
}

// ShowPlace shows a place of the source that no cell has, once the source is shown:
// START-END in bytes, or pN for a page.
func (s *State) ShowPlace(place string) {
	var at ownership.Span
	if page, ok := strings.CutPrefix(place, "p"); ok {
		n, _ := strconv.Atoi(page)
		at.Page = int32(n)
	} else {
		from, to, _ := strings.Cut(place, "-")
		start, _ := strconv.Atoi(from)
		end, _ := strconv.Atoi(to)
		at.Start, at.End = int32(start), int32(max(end, start+1))
	}
	s.place = &at
	if s.src != nil {
		s.lay()
	}
}

// Clicked returns the path of what stands where the source was clicked, and says so if
// nothing does.
func (s *State) Clicked(e app.Value) (path string, ok bool) {
	v := &s.viewing
	if v.src == nil || dom.SelectingText() {
		return "", false
	}
	if page := dom.Closest(e, "svg[data-page]"); page.Truthy() {
		n, err := strconv.Atoi(dom.Attribute(page, "data-page"))
		frame := page.Call("getBoundingClientRect")
		if width := frame.Get("width").Float(); err == nil && width > 0 && n >= 1 && n <= len(v.src.pages) {
			w, _ := pageSize(&v.src.pages[n-1])
			x := (e.Get("clientX").Float() - frame.Get("left").Float()) * w / width
			y := (e.Get("clientY").Float() - frame.Get("top").Float()) * w / width
			path, ok = v.src.cellOn(n, x, y)
		}
	} else if offset := v.offsetAt(e.Get("clientX").Float(), e.Get("clientY").Float()); offset >= 0 {
		path, ok = v.src.cellAt(offset)
	}
	if !ok {
		v.picked, v.lit, v.note = "", nil, "No cell was read from this place."
		dom.Announce(v.note)
		s.relight()
	}
	return path, ok
}

// offsetAt returns the offset of the letter at a point of the window, or -1.
func (v *viewing) offsetAt(x, y float64) int {
	document := app.Window().Get("document")
	var node app.Value
	units := 0
	if document.Get("caretPositionFromPoint").Truthy() {
		p := document.Call("caretPositionFromPoint", x, y)
		if !p.Truthy() {
			return -1
		}
		node, units = p.Get("offsetNode"), p.Get("offset").Int()
	} else {
		p := document.Call("caretRangeFromPoint", x, y)
		if !p.Truthy() {
			return -1
		}
		node, units = p.Get("startContainer"), p.Get("startOffset").Int()
	}
	const textNode = 3
	if node.Get("nodeType").Int() != textNode {
		return -1
	}
	e := node.Get("parentElement")
	if inside := e.Call("closest", "[data-n]"); inside.Truthy() {
		node, units = inside, 0
		e = inside.Get("parentElement")
	}
	e = e.Call("closest", "[data-at]")
	if !e.Truthy() {
		return -1
	}
	offset, err := strconv.Atoi(dom.Attribute(e, "data-at"))
	if err != nil {
		return -1
	}
	for c := e.Get("firstChild"); c.Truthy(); c = c.Get("nextSibling") {
		if c.Equal(node) {
			offset = v.src.advance(offset, units)
			break
		}
		if c.Get("nodeType").Int() == textNode {
			offset = v.src.advance(offset, c.Get("length").Int())
		} else if n, err := strconv.Atoi(dom.Attribute(c, "data-n")); err == nil {
			offset += n
		}
	}
	return min(offset, len(v.src.text))
}
