package picture

import (
	"cmp"
	"slices"
)

// letter is ink that makes one letter.
type letter struct {
	blot
	shape shape
}

// row is a row of letters from left to right.
type row struct {
	letters []letter
	foot    float32 // the line that they stand on, in dots
	high    int     // the height of its tallest letter
}

// rows parts the ink of a region into rows of letters.
func (r *raster) rows(blots []blot) []row {
	if len(blots) == 0 || len(blots) > 400 {
		return nil
	}
	tall := 0
	for i := range blots {
		tall = max(tall, blots[i].height())
	}
	// The rows are where tall ink is; small ink goes to the nearest.
	var bands [][2]int
	order := slices.Clone(blots)
	slices.SortFunc(order, func(a, b blot) int { return cmp.Compare(a.y0, b.y0) })
	for _, b := range order {
		if 2*b.height() < tall {
			continue
		}
		if n := len(bands); n > 0 && b.y0 < bands[n-1][1]-b.height()/4 {
			bands[n-1][1] = max(bands[n-1][1], b.y1)
			continue
		}
		bands = append(bands, [2]int{b.y0, b.y1})
	}
	parts := make([][]blot, len(bands))
	for _, b := range order {
		best, least := 0, 1<<30
		for i, band := range bands {
			d := abs(2*(b.y0+b.y1)/2 - band[0] - band[1])
			if d < least {
				best, least = i, d
			}
		}
		parts[best] = append(parts[best], b)
	}
	var out []row
	for _, p := range parts {
		out = append(out, r.row(p))
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// row makes letters of the ink of one row: what stands above each other is one, as the
// dot of an i.
func (r *raster) row(blots []blot) row {
	slices.SortFunc(blots, func(a, b blot) int { return cmp.Compare(a.x0, b.x0) })
	var out row
	for i := range blots {
		b := &blots[i]
		if n := len(out.letters); n > 0 {
			l := &out.letters[n-1]
			over := min(b.x1, l.x1) - max(b.x0, l.x0)
			if over*10 >= 6*min(b.width(), l.width()) && min(b.y1, l.y1)-max(b.y0, l.y0) <= 1 {
				l.join(b)
				continue
			}
		}
		out.letters = append(out.letters, letter{blot: *b})
	}
	out.measure()
	out.letters = slices.DeleteFunc(out.letters, func(l letter) bool {
		// A speck above the line is no point.
		return l.height() <= r.dots(3) && l.width() <= r.dots(3) && float32(l.y1) < out.foot-float32(r.dots(7)) && out.high > r.dots(8)
	})
	for i := range out.letters {
		l := &out.letters[i]
		l.shape = r.shapeOf(&l.blot, out.foot)
	}
	return out
}

// measure finds the line on which the first letters stand; those after may be raised.
func (w *row) measure() {
	tall := 0
	for i := range w.letters {
		tall = max(tall, w.letters[i].height())
	}
	votes := 0
	for i := range w.letters {
		l := &w.letters[i]
		if 2*i > len(w.letters) && votes > 0 || 2*l.height() < tall {
			continue
		}
		n := 0
		for j := range w.letters {
			if m := &w.letters[j]; 2*j <= len(w.letters) && 2*m.height() >= tall && abs(m.y1-l.y1) <= 1 {
				n++
			}
		}
		if n > votes {
			votes, w.foot = n, float32(l.y1)
		}
	}
	w.high = tall
}
