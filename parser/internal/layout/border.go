package layout

import (
	"slices"

	"filingview/parser/internal/form"
)

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
		if l > (y1-y0)*shareRuled {
			xs = append(xs, float32(x))
		}
	}
	slices.Sort(xs)
	return thin(xs, p.letter)
}

// isWhole reports whether a word is the value of a cell by itself.
func isWhole(k kind) bool {
	return k != kindText && k != kindMark && k != kindDollar && k != kindDash
}

// standApart reports whether two words side by side, so many letters apart, are of
// two cells: two values, or a mark that does not stand after the value before it.
func standApart(a, b kind, gap float32) bool {
	switch {
	case isWhole(a) && isWhole(b), isWhole(a) && b == kindDollar:
		return true
	case a == kindMark && b == kindMark:
		return gap > letterMarkPair
	case a == kindMark && isWhole(b):
		return gap > letterMarkValue
	}
	return false
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

// clashes gives the values that stand side by side in one column of one row.
func clashes(cols []form.Head, borders []float32, body []*line, starts []int) [][2]float32 {
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
				if !isValue(cols[c].Column.Class(), w.what) {
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

// isolated reports whether white stands on both sides of a word.
func isolated(p *sheetPage, l *line, i int) bool {
	w := &l.words[i]
	return (i == 0 || w.x0-l.words[i-1].x1 > letterInCell*p.letter) && (i+1 == len(l.words) || l.words[i+1].x0-w.x1 > letterInCell*p.letter)
}
