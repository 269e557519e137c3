package picture

import (
	"cmp"
	"math"
	"slices"
)

// region is ink that hangs together, and the words of the text layer whose boxes it
// lies in.
type region struct {
	words []int // of the page; none where the text layer passed over it
	rows  []row
}

// maxTogether bounds the words of one region.
const maxTogether = 6

// part sorts ink and words into regions: ink that stands close together belongs
// together, and so do the words that it lies in.
func (p *page) part(blots []blot) {
	r := p.raster
	home := p.homes(blots)
	// Sets of words and of groups of ink, the words first.
	groups := r.near(blots, r.dots(5))
	n := len(p.sheet.Words)
	up := make([]int, n+len(groups))
	size := make([]int, len(up))
	for i := range up {
		up[i] = i
		if i < n {
			size[i] = 1
		}
	}
	find := func(i int) int {
		for up[i] != i {
			up[i] = up[up[i]]
			i = up[i]
		}
		return i
	}
	apart := make([]bool, len(groups)) // a whole line in one: each blot goes to its word
	for g, list := range groups {
		for _, i := range list {
			for _, k := range home[i] {
				a, b := find(k), find(n+g)
				if a == b {
					continue
				}
				if size[a]+size[b] > maxTogether {
					apart[g] = true
					continue
				}
				up[max(a, b)] = min(a, b)
				size[min(a, b)] += size[max(a, b)]
			}
		}
	}
	ink := make(map[int][]blot, n)
	for g, list := range groups {
		for _, i := range list {
			to := find(n + g)
			if apart[g] && len(home[i]) > 0 {
				to = find(home[i][0])
			}
			ink[to] = append(ink[to], blots[i])
		}
	}
	words := make(map[int][]int, n)
	for i := range n {
		words[find(i)] = append(words[find(i)], i)
	}
	for i := range up {
		if find(i) != i {
			continue
		}
		list := ink[i]
		if len(words[i]) == 0 && !slices.ContainsFunc(list, func(b blot) bool { return b.height() >= r.dots(8) }) {
			continue // specks
		}
		p.regions = append(p.regions, region{words: words[i], rows: r.rows(list)})
	}
}

// homes gives the words in whose boxes each blot lies, the nearest first.
func (p *page) homes(blots []blot) [][]int {
	const band = 32
	r := p.raster
	rows := map[int][]int{}
	type place struct{ x0, y0, x1, y1 float32 }
	boxes := make([]place, len(p.sheet.Words))
	for i := range p.sheet.Words {
		b := p.sheet.Words[i].Box
		x0, y0 := (b.X0-r.box[0])*r.scale, (b.Y0-r.box[1])*r.scale
		x1, y1 := (b.X1-r.box[0])*r.scale, (b.Y1-r.box[1])*r.scale
		boxes[i] = place{x0 - 2, y0, x1 + 2, y1}
		slack := 0.15 * (y1 - y0)
		for y := int(max(0, y0-slack)) / band; y <= int(max(0, min(float32(r.height), y1+slack)))/band; y++ {
			rows[y] = append(rows[y], i)
		}
	}
	out := make([][]int, len(blots))
	for i := range blots {
		b := &blots[i]
		x, y := float32(b.x0+b.x1)/2, float32(b.y0+b.y1)/2
		best, least := -1, float32(math.MaxFloat32)
		var also []int
		for _, k := range rows[int(y)/band] {
			w := &boxes[k]
			slack := 0.15 * (w.y1 - w.y0)
			if x < w.x0 || x > w.x1 || y < w.y0-slack || y > w.y1+slack {
				continue
			}
			if d := y - (w.y0+w.y1)/2; d*d < least {
				best, least = k, d*d
			}
			if x >= w.x0+2 && x <= w.x1-2 && y >= w.y0 && y <= w.y1 {
				also = append(also, k)
			}
		}
		if best >= 0 {
			out[i] = append(out[i], best)
			for _, k := range also {
				if k != best {
					out[i] = append(out[i], k)
				}
			}
		}
	}
	return out
}

// near gathers blots that stand close to each other on a line, by their indices.
func (r *raster) near(blots []blot, gap int) [][]int {
	order := make([]int, len(blots))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(blots[a].x0, blots[b].x0) })
	var open, done [][]int
	for _, i := range order {
		b := &blots[i]
		at := -1
		kept := open[:0]
		for _, list := range open {
			last := &blots[list[len(list)-1]]
			if b.x0-last.x1 > 3*gap {
				done = append(done, list)
				continue
			}
			kept = append(kept, list)
			if over := min(b.y1, last.y1) - max(b.y0, last.y0); at < 0 && b.x0-last.x1 <= max(gap, last.height()*35/100) && (2*over >= min(b.height(), last.height()) || small(b, last) && over >= 0) {
				at = len(kept) - 1
			}
		}
		open = kept
		if at >= 0 {
			open[at] = append(open[at], i)
		} else {
			open = append(open, []int{i})
		}
	}
	return append(done, open...)
}

// small reports whether one of two blots is a point or comma beside a letter, which
// need not reach up to its middle.
func small(a, b *blot) bool {
	low, high := min(a.height(), b.height()), max(a.height(), b.height())
	return 2*low < high
}
