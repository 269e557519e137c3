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
	s := columnSearch{p: p, cols: cols, voc: voc, pairs: apart}
	s.gather(heads, true)
	s.gather(body, false)
	if len(s.words) == 0 {
		return nil
	}
	ruled := verticals(p, heads, body)
	s.xs = append(s.xs, ruled...)
	slices.Sort(s.xs)
	s.xs = places(s.xs, p.letter)
	slices.SortFunc(s.words, func(a, b fittedWord) int { return cmp.Compare(a.mid, b.mid) })
	s.weighBorders(ruled)
	s.weighPlaces(before)
	return s.best(s.sumFits(), pairsWithin(s.xs, s.pairs))
}

// columnSearch is the search for the columns of a table on one page.
type columnSearch struct {
	p      *sheetPage
	cols   []form.Head
	voc    *vocabulary
	words  []fittedWord
	cuts   []cut
	starts []headNumber
	pairs  [][2]float32 // values side by side
	xs     []float32    // where a border may be
	price  []float32    // what a border costs at each place
	gain   [][]float32  // what each column but the first gains by beginning there
}

// fittedWord is how well a word fits each column.
type fittedWord struct {
	mid  float32
	fits []float32
}

// cut is what a border from x0 to x1 costs: a word, or the gap between two.
type cut struct {
	x0, x1, cost float32
	fits         []float32 // of a word of a head
	head         bool
}

// headNumber is the number of a head. Columns start there, if all else is equal.
type headNumber struct {
	col int
	x   float32
}

// gather takes the words of lines of heads or of rows.
func (s *columnSearch) gather(lines []*line, head bool) {
	p := s.p
	for _, l := range lines {
		for i := range l.words {
			w := &l.words[i]
			var fits []float32
			cost := float32(costCutWord)
			if head {
				fits, cost = s.headFits(l, i), costCutHead
			} else {
				fits = s.rowFits(l, i)
			}
			if fits != nil {
				s.words = append(s.words, fittedWord{w.mid(), fits})
			}
			s.cuts = append(s.cuts, cut{w.x0, w.x1, cost, fits, head})
			s.xs = append(s.xs, w.x0-letterError*p.letter, w.x1+letterError*p.letter)
			if i == 0 {
				continue
			}
			b := &l.words[i-1]
			gap := w.x0 - b.x1
			if gap > 0 && gap < letterInText*p.letter && (head || b.what == kindText && w.what == kindText || b.what == kindDollar || w.what == kindMark) {
				s.cuts = append(s.cuts, cut{x0: b.x1 - letterError/2*p.letter, x1: w.x0 + letterError/2*p.letter, cost: costCutGap, head: head})
			}
			if !head && standApart(b.what, w.what, gap/p.letter) {
				s.pairs = append(s.pairs, [2]float32{b.mid(), w.mid()})
			}
		}
	}
}

// headFits tells how well a word of a head fits each column, nil for one that no head
// has, and keeps the number of a head.
func (s *columnSearch) headFits(l *line, i int) []float32 {
	w := &l.words[i]
	fits := s.voc.fits(w)
	if isolated(s.p, l, i) {
		if f := s.voc.leafFits(w); f != nil {
			fits = f
		}
	}
	for c, f := range fits {
		if f == fitNumbered && (i == 0 || w.x0-l.words[i-1].x1 > letterInSense*s.p.letter) {
			s.starts = append(s.starts, headNumber{c, w.x0})
		}
	}
	return fits
}

// rowFits tells how well a word of a row fits each column.
func (s *columnSearch) rowFits(l *line, i int) []float32 {
	what := l.words[i].what
	loneMark := what == kindMark && isolated(s.p, l, i)
	fits := make([]float32, len(s.cols))
	for c := range s.cols {
		col := s.cols[c].Column
		if loneMark {
			fits[c] = fitMark(col)
			continue
		}
		if fits[c] = valueFits[col.Class()][what]; fits[c] > 0 && col.Rare() {
			fits[c] *= fitRare
		}
	}
	return fits
}

// weighBorders tells what a border costs at each place: the words that it cuts, and that
// it stands off the rules. A head that stands over several columns may be cut by those
// between them.
func (s *columnSearch) weighBorders(ruled []float32) {
	n, m := len(s.cols), len(s.xs)
	s.price = make([]float32, m)
	s.gain = make([][]float32, n)
	for c := 1; c < n; c++ {
		s.gain[c] = make([]float32, m)
	}
	for _, u := range s.cuts {
		k, _ := slices.BinarySearch(s.xs, u.x0)
		for ; k < m && s.xs[k] < u.x1; k++ {
			if s.xs[k] <= u.x0 {
				continue
			}
			s.price[k] += u.cost
			if !u.head {
				continue
			}
			for c := 1; c < n; c++ {
				if s.cols[c].Over != "" && s.cols[c-1].Over != "" && (u.fits == nil || u.fits[c] > 0 && u.fits[c-1] > 0) {
					s.gain[c][k] += u.cost
				}
			}
		}
	}
	if len(ruled) < n-1 {
		return
	}
	for k, x := range s.xs {
		if !near(ruled, x, s.p.letter/2) {
			s.price[k] += costOffRule
		}
	}
}

// weighPlaces tells what each column loses by beginning far from where it did on the page
// before, and from the number of its head.
func (s *columnSearch) weighPlaces(before []float32) {
	if before != nil {
		for c := 1; c < len(s.cols); c++ {
			for k, x := range s.xs {
				d := (x - before[c-1]) / s.p.letter
				s.gain[c][k] -= min(costDrift, max(0, max(d, -d)-1))
			}
		}
	}
	for _, st := range s.starts {
		if st.col == 0 {
			continue
		}
		for k, x := range s.xs {
			d := (x - st.x) / s.p.letter
			s.gain[st.col][k] -= min(mostFromNumber, costFromNumber*max(d, -d))
		}
	}
}

// sumFits gives for each column and place the fits to the column of the words left of
// it, and last those of all words.
func (s *columnSearch) sumFits() [][]float32 {
	m := len(s.xs)
	sums := make([][]float32, len(s.cols))
	for c := range sums {
		sums[c] = make([]float32, m+1)
		i, sum := 0, float32(0)
		for k := range m {
			for i < len(s.words) && s.words[i].mid < s.xs[k] {
				sum += s.words[i].fits[c]
				i++
			}
			sums[c][k] = sum
		}
		for ; i < len(s.words); i++ {
			sum += s.words[i].fits[c]
		}
		sums[c][m] = sum
	}
	return sums
}

// best finds the borders by which words and columns fit best, or nil; sums are of
// sumFits, both of pairsWithin.
func (s *columnSearch) best(sums [][]float32, both []int32) []float32 {
	n, m, xs := len(s.cols), len(s.xs), s.xs
	// best[k]: the columns up to c, of which the last ends at xs[k]
	best := make([]float32, m)
	from := make([][]int32, n)
	for k := range m {
		best[k] = sums[0][k] - s.price[k] + s.gain[1][k]
	}
	for c := 1; c < n-1; c++ {
		next := make([]float32, m)
		from[c] = make([]int32, m)
		text, least := s.cols[c].Column.IsText(), s.cols[c].Column.Letters()*s.p.letter
		for k := range m {
			top, at := float32(-1e9), int32(-1)
			for j := range k {
				v := best[j] - sums[c][j]
				if !text {
					v -= costTwoValues * float32(both[j*m+k])
				}
				if w := xs[k] - xs[j]; w < least {
					v -= costNarrow * (1 - w/least)
				}
				if v > top {
					top, at = v, int32(j)
				}
			}
			next[k], from[c][k] = top+sums[c][k]-s.price[k]+s.gain[c+1][k], at
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
