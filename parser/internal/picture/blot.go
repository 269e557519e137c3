package picture

import "slices"

// blot is ink that hangs together, in dots; x1 and y1 are after it.
type blot struct {
	x0, y0, x1, y1 int
	ink            int // dots
	lined          bool
	word           int // whose it is; -1 for none
}

func (b *blot) width() int  { return b.x1 - b.x0 }
func (b *blot) height() int { return b.y1 - b.y0 }
func (b *blot) join(o *blot) {
	b.x0, b.y0, b.x1, b.y1 = min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)
	b.ink += o.ink
}

// maxBlots bounds the ink on one page that is looked at.
const maxBlots = 15_000

// blots gathers the ink that is no ruled line, from left to right within each row of
// dots. What is smaller than a point of type or larger than a letter is left out; nil
// where there is more than a page of print has.
func (r *raster) blots() []blot {
	type run struct{ start, end, of int }
	var up []int // what a blot was joined to
	var all []blot
	find := func(i int) int {
		for up[i] != i {
			up[i] = up[up[i]]
			i = up[i]
		}
		return i
	}
	var before, now []run
	for y := range r.height {
		now = now[:0]
		k := 0
		row := y * r.width
		for x := 0; x < r.width; {
			if !r.dark(row+x) || r.lined[row+x] {
				x++
				continue
			}
			start := x
			for x < r.width && r.dark(row+x) && !r.lined[row+x] {
				x++
			}
			beside := start > 0 && r.lined[row+start-1] || x < r.width && r.lined[row+x] ||
				y > 0 && r.lined[row-r.width+start] || y+1 < r.height && r.lined[row+r.width+start]
			b := blot{x0: start, y0: y, x1: x, y1: y + 1, ink: x - start, lined: beside, word: -1}
			of := -1
			for k < len(before) && before[k].end < start {
				k++
			}
			for j := k; j < len(before) && before[j].start <= x; j++ {
				o := find(before[j].of)
				switch {
				case of < 0:
					of = o
				case o != of:
					all[of].join(&all[o])
					all[of].lined = all[of].lined || all[o].lined
					up[o] = of
				}
			}
			if of < 0 {
				of = len(all)
				if of > 8*maxBlots {
					return nil
				}
				all, up = append(all, b), append(up, of)
			} else {
				all[of].join(&b)
				all[of].lined = all[of].lined || beside
			}
			now = append(now, run{start, x, of})
		}
		before, now = now, before
	}
	var out []blot
	speck := max(3, r.dots(5)*r.dots(5)/8)
	high, wide, thin := r.dots(70), r.dots(120), r.dots(3)
	for i := range all {
		b := &all[i]
		if up[i] != i || b.ink < speck || b.height() > high || b.width() > wide {
			continue
		}
		if b.lined && (b.height() <= thin || b.width() <= thin && (b.height() < r.dots(8) || b.height() > r.dots(24))) {
			continue // the ragged edge of a ruled line
		}
		out = append(out, *b)
	}
	if len(out) > maxBlots {
		return nil
	}
	return out
}

// measure finds how high capitals and digits are: what three in four blots that may be
// letters are at most.
func (r *raster) measure(blots []blot) {
	var highs []int
	for i := range blots {
		if h := blots[i].height(); h >= r.dots(6) && h <= r.dots(60) {
			highs = append(highs, h)
		}
	}
	slices.Sort(highs)
	r.tall = r.dots(15)
	if len(highs) > 0 {
		r.tall = highs[len(highs)*3/4]
	}
}
