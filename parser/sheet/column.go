package sheet

import (
	"cmp"
	"slices"
)

// maxBorders bounds the places where a column may start that are tried.
const maxBorders = 360

// findColumns finds where the columns of a table start on one page: of all ways to
// part it, the one in which heads and values fit their columns best and the fewest
// words are cut. It gives the left edges of all columns but the first. Columns go on
// from those of the page before; apart are places that are not of one column.
func findColumns(p *sheetPage, cols []leaf, voc *vocabulary, heads, body []*line, before []float32, apart [][2]float32) []float32 {
	type scored struct {
		mid  float32
		fits []float32 // of each column
	}
	var words []scored
	type cut struct {
		x0, x1, cost float32
		fits         []float32 // of a word of a head
		head         bool
	}
	var cuts []cut
	// The numbers of the heads are where columns start, if all else is equal.
	type start struct {
		col int
		x   float32
	}
	var starts []start
	pairs := apart // values side by side
	var xs []float32
	n := len(cols)
	for part, lines := range [2][]*line{heads, body} {
		for _, l := range lines {
			for i := range l.words {
				w := &l.words[i]
				s := scored{mid: w.mid()}
				cost := float32(8)
				if part == 0 {
					s.fits = voc.fits(w)
					if isolated(p, l, i) {
						if f := voc.leafFits(w); f != nil {
							s.fits = f
						}
					}
					cost = 4
				} else {
					s.fits = make([]float32, n)
					for c := range cols {
						if s.fits[c] = fit(cols[c].class, w.what); s.fits[c] > 0 && cols[c].rare() {
							s.fits[c] *= 0.7
						}
						if w.what == kindMark && isolated(p, l, i) {
							s.fits[c] = fitMark(cols[c])
						}
					}
				}
				if s.fits != nil {
					words = append(words, s)
				}
				if part == 0 {
					for c, f := range s.fits {
						if f == numbered && (i == 0 || w.x0-l.words[i-1].x1 > 0.8*p.letter) {
							starts = append(starts, start{c, w.x0})
						}
					}
				}
				cuts = append(cuts, cut{w.x0, w.x1, cost, s.fits, part == 0})
				xs = append(xs, w.x0-0.1*p.letter, w.x1+0.1*p.letter)
				if i > 0 {
					b := &l.words[i-1]
					gap := w.x0 - b.x1
					if gap > 0 && gap < 1.2*p.letter && (part == 0 || b.what == kindText && w.what == kindText || b.what == kindDollar || w.what == kindMark) {
						cuts = append(cuts, cut{x0: b.x1 - 0.05*p.letter, x1: w.x0 + 0.05*p.letter, cost: 2, head: part == 0})
					}
					if part == 1 && standApart(b.what, w.what, gap/p.letter) {
						pairs = append(pairs, [2]float32{b.mid(), w.mid()})
					}
				}
			}
		}
	}
	if len(words) == 0 {
		return nil
	}
	ruled := verticals(p, heads, body)
	xs = append(xs, ruled...)
	slices.Sort(xs)
	xs = places(xs, p.letter)
	slices.SortFunc(words, func(a, b scored) int { return cmp.Compare(a.mid, b.mid) })
	// What a border costs: the words that it cuts. A head that stands over several
	// columns may be cut by those between them.
	m := len(xs)
	price := make([]float32, m)
	gain := make([][]float32, n)
	for c := 1; c < n; c++ {
		gain[c] = make([]float32, m)
	}
	for _, u := range cuts {
		k, _ := slices.BinarySearch(xs, u.x0)
		for ; k < m && xs[k] < u.x1; k++ {
			if xs[k] <= u.x0 {
				continue
			}
			price[k] += u.cost
			if !u.head {
				continue
			}
			for c := 1; c < n; c++ {
				if cols[c].over != "" && cols[c-1].over != "" && (u.fits == nil || u.fits[c] > 0 && u.fits[c-1] > 0) {
					gain[c][k] += u.cost
				}
			}
		}
	}
	for k, x := range xs {
		if len(ruled) >= n-1 && !near(ruled, x, p.letter/2) {
			price[k] += 20
		}
	}
	// Columns go on from the page before.
	drift := func(c, k int) float32 {
		if before == nil {
			return 0
		}
		d := (xs[k] - before[c-1]) / p.letter
		return min(12, max(0, max(d, -d)-1))
	}
	for c := 1; c < n; c++ {
		for k := range m {
			gain[c][k] -= drift(c, k)
		}
	}
	for _, st := range starts {
		if st.col > 0 {
			for k := range m {
				d := (xs[k] - st.x) / p.letter
				gain[st.col][k] -= min(1.5, 0.05*max(d, -d))
			}
		}
	}
	sums := make([][]float32, n) // sums[c][k]: the fits to column c of words left of xs[k]
	for c := range sums {
		sums[c] = make([]float32, m+1)
		i, sum := 0, float32(0)
		for k := range m {
			for i < len(words) && words[i].mid < xs[k] {
				sum += words[i].fits[c]
				i++
			}
			sums[c][k] = sum
		}
		for ; i < len(words); i++ {
			sum += words[i].fits[c]
		}
		sums[c][m] = sum
	}
	both := pairsWithin(xs, pairs)
	least := make([]float32, n) // how wide a column is at least
	for c := range least {
		least[c] = cols[c].least() * p.letter
	}
	// best[k]: the columns up to c, of which the last ends at xs[k]
	best := make([]float32, m)
	from := make([][]int32, n)
	for k := range m {
		best[k] = sums[0][k] - price[k] + gain[1][k]
	}
	for c := 1; c < n-1; c++ {
		next := make([]float32, m)
		from[c] = make([]int32, m)
		for k := range m {
			top, at := float32(-1e9), int32(-1)
			for j := range k {
				v := best[j] - sums[c][j]
				if cols[c].class != classText {
					v -= 12 * float32(both[j*m+k])
				}
				if w := xs[k] - xs[j]; w < least[c] {
					v -= 5 * (1 - w/least[c])
				}
				if v > top {
					top, at = v, int32(j)
				}
			}
			next[k], from[c][k] = top+sums[c][k]-price[k]+gain[c+1][k], at
		}
		best = next
	}
	end, top := -1, float32(-1e9)
	for k := range m {
		if v := best[k] + sums[n-1][m] - sums[n-1][k]; v > top {
			top, end = v, k
		}
	}
	if end < 0 {
		return nil
	}
	out := make([]float32, n-1)
	for c, k := n-2, int32(end); c >= 0 && k >= 0; c-- {
		out[c] = xs[k]
		if c > 0 {
			k = from[c][k]
		}
	}
	return out
}

func near(xs []float32, x, tolerance float32) bool {
	for _, v := range xs {
		if v > x-tolerance && v < x+tolerance {
			return true
		}
	}
	return false
}

// places are where borders are tried, from the edges of words: among them, and in the
// white between.
func places(xs []float32, letter float32) []float32 {
	xs = thin(xs, letter/4)
	if len(xs) > maxBorders {
		xs = thin(xs, (xs[len(xs)-1]-xs[0])/maxBorders)
	}
	out := make([]float32, 0, len(xs)*2)
	for i, x := range xs {
		if i > 0 {
			// Columns that are empty on this page have their places there, too.
			if gap := x - xs[i-1]; gap > letter {
				steps := min(40, 1+int(gap/(2*letter)))
				for k := 1; k <= steps; k++ {
					out = append(out, xs[i-1]+gap*float32(k)/float32(steps+1))
				}
			}
		}
		out = append(out, x)
	}
	return out
}

// thin leaves out of sorted places those that are close to the one before.
func thin(xs []float32, least float32) []float32 {
	out := xs[:0]
	for _, x := range xs {
		if len(out) == 0 || x-out[len(out)-1] >= least {
			out = append(out, x)
		}
	}
	return out
}

// verticals gives the places of the vertical rules within some lines.
func verticals(p *sheetPage, parts ...[]*line) []float32 {
	y0, y1 := float32(1e9), float32(-1e9)
	for _, lines := range parts {
		for _, l := range lines {
			y0, y1 = min(y0, l.y0), max(y1, l.y1)
		}
	}
	length := map[int]float32{}
	for _, r := range p.rules {
		if r.X1-r.X0 > 2 || r.Y1-r.Y0 < p.height {
			continue
		}
		if a, b := max(y0, r.Y0), min(y1, r.Y1); b > a {
			length[int((r.X0+r.X1)/2+0.5)] += b - a
		}
	}
	var xs []float32
	for x, l := range length {
		if l > (y1-y0)*0.12 {
			xs = append(xs, float32(x))
		}
	}
	slices.Sort(xs)
	return thin(xs, p.letter)
}

// columnOf gives the column in which the middle of a word stands.
func columnOf(borders []float32, w *token) int {
	x := w.mid()
	c := 0
	for c < len(borders) && x >= borders[c] {
		c++
	}
	return c
}

// isWhole reports whether a word is the value of a cell by itself.
func isWhole(k kind) bool {
	return k != kindText && k != kindMark && k != kindDollar && k != kindDash
}

// pairsWithin counts for each two borders j < k how many pairs of values stand
// between them, at j*len(xs)+k.
func pairsWithin(xs []float32, pairs [][2]float32) []int32 {
	m := len(xs)
	count := make([]int32, m*m)
	for _, p := range pairs {
		// The last border left of both, the first right of both.
		j, _ := slices.BinarySearch(xs, p[0])
		k, _ := slices.BinarySearch(xs, p[1])
		if j--; j >= 0 && k < m {
			count[j*m+k]++
		}
	}
	for j := m - 1; j >= 0; j-- {
		for k := range m {
			if j+1 < m {
				count[j*m+k] += count[(j+1)*m+k]
			}
			if k > 0 {
				count[j*m+k] += count[j*m+k-1]
			}
			if j+1 < m && k > 0 {
				count[j*m+k] -= count[(j+1)*m+k-1]
			}
		}
	}
	return count
}

// isolated reports whether white stands on both sides of a word.
func isolated(p *sheetPage, l *line, i int) bool {
	w := &l.words[i]
	return (i == 0 || w.x0-l.words[i-1].x1 > 1.5*p.letter) && (i+1 == len(l.words) || l.words[i+1].x0-w.x1 > 1.5*p.letter)
}

// clashes gives the values that stand side by side in one column of one row.
func clashes(cols []leaf, borders []float32, body []*line, starts []int) [][2]float32 {
	var out [][2]float32
	for k, s := range starts {
		e := len(body)
		if k+1 < len(starts) {
			e = starts[k+1]
		}
		seen := make([]*token, len(cols))
		for _, l := range body[s:e] {
			for i := range l.words {
				w := &l.words[i]
				c := columnOf(borders, w)
				if !isValue(cols[c].class, w.what) {
					continue
				}
				if o := seen[c]; o != nil {
					switch {
					case o.x1 <= w.x0:
						out = append(out, [2]float32{o.mid(), w.mid()})
					case w.x1 <= o.x0:
						out = append(out, [2]float32{w.mid(), o.mid()})
					}
				}
				seen[c] = w
			}
		}
	}
	return out
}

// standApart reports whether two words side by side, so many letters apart, are of
// two cells: two values, or a mark that does not stand behind the value before it.
func standApart(a, b kind, gap float32) bool {
	switch {
	case isWhole(a) && isWhole(b):
		return true
	case a == kindMark && b == kindMark:
		return gap > 2.5
	case a == kindMark && isWhole(b):
		return gap > 1.5
	}
	return false
}
