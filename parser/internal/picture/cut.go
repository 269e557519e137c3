package picture

// cut parts ink in which several letters touch, so that each is like one of the
// document; empty if it cannot.
func (r *raster) cut(a *alphabet, b *blot, foot float32, number bool) string {
	const most = 5 // letters
	least := r.dots(4)
	if b.width() < 2*least || b.height() < r.dots(8) || b.width() > r.dots(60) {
		return ""
	}
	// Where there is less ink than beside it, a cut may be.
	ink := make([]int, b.width())
	for x := range ink {
		for y := b.y0; y < b.y1; y++ {
			ink[x] += int(r.ink[y*r.width+b.x0+x])
		}
	}
	at := []int{0}
	for x := least - 1; x <= len(ink)-least+1 && x < len(ink)-1; x++ {
		if ink[x] <= ink[x-1] && ink[x] <= ink[x+1] {
			at = append(at, x)
		}
	}
	at = append(at, len(ink))
	if len(at) < 3 || len(at) > 14 {
		return ""
	}
	type way struct {
		cost float32
		text string
	}
	best := make([]way, len(at))
	for e := 1; e < len(at); e++ {
		best[e].cost = far
		for s := e - 1; s >= 0; s-- {
			if best[s].cost >= far || at[e]-at[s] < least/2 || s == 0 && e == len(at)-1 {
				continue
			}
			part := r.trim(blot{x0: b.x0 + at[s], y0: b.y0, x1: b.x0 + at[e], y1: b.y1})
			if part.x1 <= part.x0 || part.y1 <= part.y0 {
				continue
			}
			sh := r.shapeOf(&part, foot)
			g := a.read(&sh, number)
			if !g.ok(number) {
				continue
			}
			if c := best[s].cost + g.far + 0.5; c < best[e].cost {
				best[e] = way{c, best[s].text + string(g.letter)}
			}
		}
	}
	if w := best[len(at)-1]; w.cost < far && len(w.text) <= most {
		return w.text
	}
	return ""
}

// trim draws a box close around the ink in it.
func (r *raster) trim(b blot) blot {
	out := blot{x0: b.x1, y0: b.y1, x1: b.x0, y1: b.y0}
	for y := b.y0; y < b.y1; y++ {
		for x := b.x0; x < b.x1; x++ {
			if i := y*r.width + x; r.dark(i) && !r.lined[i] {
				out.x0, out.y0, out.x1, out.y1 = min(out.x0, x), min(out.y0, y), max(out.x1, x+1), max(out.y1, y+1)
			}
		}
	}
	return out
}
