package pdf

import (
	"math"
	"slices"
	"strings"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// shape is something small that is drawn: it may be a box to tick, or the tick in one.
type shape struct {
	x0, y0, x1, y1 float64
	tag            int32
	round          bool
}

// maxShapes bounds the small shapes of a page that are looked at.
const maxShapes = 3000

// keepShapes keeps what is no larger than a box to tick.
func (in *interpreter) keepShapes() {
	for _, part := range in.path.parts {
		x0, y0, x1, y1 := extent(part)
		if x1-x0 > 20 || y1-y0 > 20 || x1-x0 < 0.5 && y1-y0 < 0.5 || len(in.page.shapes) >= maxShapes {
			continue
		}
		in.page.shapes = append(in.page.shapes, shape{x0, y0, x1, y1, in.tag(), in.path.round})
	}
}

// square reports whether a shape has the form and size of a box to tick.
func (s *shape) square() bool {
	w, h := s.x1-s.x0, s.y1-s.y0
	return w >= 4 && h >= 4 && math.Abs(w-h) <= 0.2*max(w, h)
}

// tickBoxes makes words of the boxes to tick that are drawn, as browsers print them:
// a small square, with something smaller in it if it is ticked. A square with
// straight corners may be a cell of a table; it must stand before "Check".
func (p *pageContent) tickBoxes() {
	var boxes []shape
	for _, s := range p.shapes {
		if !s.square() {
			continue
		}
		if i := slices.IndexFunc(boxes, func(b shape) bool { return near(b, s) }); i >= 0 {
			b := &boxes[i]
			b.x0, b.y0, b.x1, b.y1 = min(b.x0, s.x0), min(b.y0, s.y0), max(b.x1, s.x1), max(b.y1, s.y1)
			b.round = b.round || s.round
			continue
		}
		if len(boxes) < 200 {
			boxes = append(boxes, s)
		}
	}
	for _, b := range boxes {
		if !b.round && !p.beforeCheck(b) || p.holdsWord(b) {
			continue
		}
		text := sheet.Unchecked
		for _, s := range p.shapes {
			inside := s.x0 >= b.x0-1 && s.x1 <= b.x1+1 && s.y0 >= b.y0-1 && s.y1 <= b.y1+1
			smaller := s.x1-s.x0 < 0.8*(b.x1-b.x0) || s.y1-s.y0 < 0.8*(b.y1-b.y0) // a frame has an inner edge
			if inside && smaller && s.x1-s.x0 > 0.15*(b.x1-b.x0) {
				text = sheet.Checked
			}
		}
		box := box{X0: float32(b.x0), Y0: float32(b.y0), X1: float32(b.x1), Y1: float32(b.y1)}
		p.words = slices.Insert(p.words, p.after(b), placedWord{Word: sheet.Word{Text: text, Box: box, At: ownership.Span{Page: int32(p.number), Box: box}},
			base: b.y1 - 0.2*(b.y1-b.y0), size: b.y1 - b.y0, tag: b.tag})
	}
}

// after gives the place of the word to the right of a box, where it is to be read.
func (p *pageContent) after(b shape) int {
	place, nearest := len(p.words), 60.0
	for i := range p.words {
		w := &p.words[i].Box
		if gap := float64(w.X0) - b.x1; gap >= -1 && gap < nearest && float64(w.Y0) < b.y1 && float64(w.Y1) > b.y0 {
			place, nearest = i, gap
		}
	}
	return place
}

// near reports whether two squares are one, drawn twice.
func near(a, b shape) bool {
	return math.Abs(a.x0+a.x1-b.x0-b.x1) < 5 && math.Abs(a.y0+a.y1-b.y0-b.y1) < 5
}

// beforeCheck reports whether "Check" is the next word to the right of a box.
func (p *pageContent) beforeCheck(b shape) bool {
	for i := range p.words {
		w := &p.words[i]
		if gap := float64(w.Box.X0) - b.x1; gap >= -1 && gap < 30 && float64(w.Box.Y0) < b.y1+6 && float64(w.Box.Y1) > b.y0-6 &&
			strings.EqualFold(w.Text, "check") {
			return true
		}
	}
	return false
}

func (p *pageContent) holdsWord(b shape) bool {
	for i := range p.words {
		w := &p.words[i].Box
		if float64(w.X0) < b.x1 && float64(w.X1) > b.x0 && float64(w.Y0) < b.y1-1 && float64(w.Y1) > b.y0+1 {
			return true
		}
	}
	return false
}
