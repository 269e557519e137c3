package layout

import (
	"cmp"
	"slices"

	"filingview/parser/internal/form"
)

// maxBorders bounds the places where a column may start that are tried.
const maxBorders = 360

// findColumns finds where the columns of a table start on one page: of all ways to
// part it, the one in which heads and values fit their columns best and the fewest
// words are cut. It gives the left edges of all columns but the first. Columns go on
// from those of the page before; apart are places that are not of one column.
func findColumns(p *sheetPage, cols []form.Head, voc *vocabulary, heads, body []*line, before []float32, apart [][2]float32) []float32 {
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
				cost := float32(costCutWord)
				if part == 0 {
					s.fits = voc.fits(w)
					if isolated(p, l, i) {
						if f := voc.leafFits(w); f != nil {
							s.fits = f
						}
					}
					cost = costCutHead
				} else {
					s.fits = make([]float32, n)
					for c := range cols {
						if s.fits[c] = valueFits[cols[c].Column.Class()][w.what]; s.fits[c] > 0 && cols[c].Column.Rare() {
							s.fits[c] *= fitRare
						}
						if w.what == kindMark && isolated(p, l, i) {
							s.fits[c] = fitMark(cols[c].Column)
						}
					}
				}
				if s.fits != nil {
					words = append(words, s)
				}
				if part == 0 {
					for c, f := range s.fits {
						if f == fitNumbered && (i == 0 || w.x0-l.words[i-1].x1 > letterInSense*p.letter) {
							starts = append(starts, start{c, w.x0})
						}
					}
				}
				cuts = append(cuts, cut{w.x0, w.x1, cost, s.fits, part == 0})
				xs = append(xs, w.x0-letterSlip*p.letter, w.x1+letterSlip*p.letter)
				if i > 0 {
					b := &l.words[i-1]
					gap := w.x0 - b.x1
					if gap > 0 && gap < letterInText*p.letter && (part == 0 || b.what == kindText && w.what == kindText || b.what == kindDollar || w.what == kindMark) {
						cuts = append(cuts, cut{x0: b.x1 - 0.05*p.letter, x1: w.x0 + 0.05*p.letter, cost: costCutGap, head: part == 0})
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
				if cols[c].Over != "" && cols[c-1].Over != "" && (u.fits == nil || u.fits[c] > 0 && u.fits[c-1] > 0) {
					gain[c][k] += u.cost
				}
			}
		}
	}
	for k, x := range xs {
		if len(ruled) >= n-1 && !near(ruled, x, p.letter/2) {
			price[k] += costOffRule
		}
	}
	// Columns go on from the page before.
	drift := func(c, k int) float32 {
		if before == nil {
			return 0
		}
		d := (xs[k] - before[c-1]) / p.letter
		return min(costDrift, max(0, max(d, -d)-1))
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
				gain[st.col][k] -= min(mostFromNumber, costFromNumber*max(d, -d))
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
		least[c] = cols[c].Column.Letters() * p.letter
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
		text := cols[c].Column.IsText()
		for k := range m {
			top, at := float32(-1e9), int32(-1)
			for j := range k {
				v := best[j] - sums[c][j]
				if !text {
					v -= costTwoValues * float32(both[j*m+k])
				}
				if w := xs[k] - xs[j]; w < least[c] {
					v -= costNarrow * (1 - w/least[c])
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

// columnOf gives the column in which the middle of a word stands.
func columnOf(borders []float32, w *token) int {
	x := w.mid()
	c := 0
	for c < len(borders) && x >= borders[c] {
		c++
	}
	return c
}
