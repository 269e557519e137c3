package source

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// pageSizes writes for web/source.js how large the pages are: width, height, and what
// the page is called.
func (src *source) pageSizes() string {
	var b strings.Builder
	for i := range src.pages {
		w, h := pageSize(&src.pages[i])
		b.WriteString(markup.Coordinate(w) + endOfField + markup.Coordinate(h) + endOfField +
			"Page " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(src.pages)) + endOfPiece)
	}
	return b.String()
}

// pageSize returns the size of a page; one that has none is a letter.
func pageSize(p *ownership.Page) (w, h float64) {
	w, h = float64(p.Width), float64(p.Height)
	if !(w > 0 && h > 0 && w < 1e5 && h < 1e5) {
		return 612, 792
	}
	return w, h
}

// drawPage writes a page of the source for web/source.js: its words where they stand,
// the places of cells, which become links to these, and what is lit. Each piece begins
// with its kind: w a word (x, y of its foot, height, width, text), p a place (x, y,
// width, height, path, the words for it, s for Tab to stop at), l what is lit (x, y,
// width, height).
func (src *source) drawPage(number int, words []ownership.PageWord, lit []ownership.Span, stop string) string {
	var b strings.Builder
	put := func(fields ...string) { b.WriteString(strings.Join(fields, endOfField) + endOfPiece) }
	for _, s := range lit {
		if int(s.Page) == number {
			x, y, w, h := box(s.Box, 1.5)
			put("l", x, y, w, h)
		}
	}
	for i := range words {
		w := &words[i]
		height := float64(w.Box.Y1 - w.Box.Y0)
		if text := markup.Visible(w.Text); text != "" && height > 0 {
			put("w", markup.Coordinate(float64(w.Box.X0)), markup.Coordinate(float64(w.Box.Y1)-0.22*height),
				markup.Coordinate(height*0.86), markup.Coordinate(float64(w.Box.X1-w.Box.X0)), text)
		}
	}
	for i := range src.places {
		q := &src.places[i]
		if int(q.Page) != number {
			continue
		}
		mark := ""
		if q.path == stop {
			stop, mark = "", "s"
		}
		x, y, w, h := box(q.Box, 1)
		put("p", x, y, w, h, q.path, markup.Visible(field.Label(src.f, q.path)), mark)
	}
	return b.String()
}

// box writes a box, a little larger than it is.
func box(b ownership.Box, more float64) (x, y, w, h string) {
	return markup.Coordinate(float64(b.X0) - more), markup.Coordinate(float64(b.Y0) - more),
		markup.Coordinate(max(0, float64(b.X1-b.X0)) + 2*more), markup.Coordinate(max(0, float64(b.Y1-b.Y0)) + 2*more)
}

// pagesSeen returns the first page that can be seen, and the one after the last.
func (v *viewing) pagesSeen(content app.Value) (from, to int) {
	frame := content.Call("getBoundingClientRect")
	pages := content.Get("children")
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
func (s *State) arrangePages(content app.Value) {
	v := &s.viewing
	from, to := v.pagesSeen(content)
	if v.goTo {
		if n := int(v.lit[0].Page); n < from || n >= to {
			from, to = n, n+1
		}
	}
	v.from, v.to = max(1, from-1), min(len(v.src.pages)+1, to+1)
	frames := content.Get("children")
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
			s.askPage(n)
		}
		drawing().Call("page", frame, v.src.drawPage(n, words, v.lit, v.stop))
	}
	v.arrive(content)
}

// askPage asks the engine for the words of a page, once.
func (s *State) askPage(n int) {
	v := &s.viewing
	if _, asked := v.pages[n]; asked {
		return
	}
	v.pages[n] = nil
	src := v.src
	s.needs.Words(s.ctx, v.ref, n, func(p *ownership.Page, err error) {
		switch {
		case s.src != src:
		case err != nil:
			s.note = err.Error()
		default:
			s.pages[n] = p
			s.arrange()
		}
	})
}
