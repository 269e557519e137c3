package sheet

import (
	"slices"
	"strings"
)

// byAddress makes the line over "(City) (State) (Zip)" a line for each of the three
// where they are cells side by side, each of which may be wrapped.
func byAddress(lines [][]token, letter float32) [][]token {
	var labels [3]*token
	street := -1
	row := -1 // the first line of the labels
	for i, words := range lines {
		for k := range words {
			f := fold(words[k].Text)
			switch {
			case like(f, "street") && words[k].Text[0] == '(':
				street = i
			case words[k].Text[0] != '(':
			case f == "city" || like(f, "city)"):
				labels[0] = &words[k]
			case like(f, "state"):
				labels[1] = &words[k]
			case f == "zip" || len(f) > 3 && f[:3] == "zip":
				labels[2] = &words[k]
			default:
				continue
			}
			if labels[0] != nil || labels[1] != nil || labels[2] != nil {
				if row < 0 {
					row = i
				}
			}
		}
	}
	if labels[0] == nil || labels[1] == nil || labels[2] == nil || row < 1 {
		return lines
	}
	from := street + 1
	if street < 0 || street >= row {
		from = row - 1
	}
	var cells [3][]token
	column := columnsOf(lines[from:row], &labels, letter)
	for _, words := range lines[from:row] {
		c := 0
		for k := range words {
			w := &words[k]
			if k == 0 || w.x0-words[k-1].x1 > 1.7*letter {
				c = column(w.x0)
			}
			if n := len(cells[c]); n > 0 && k == 0 && strings.HasSuffix(cells[c][n-1].Text, "-") {
				w.Glued = true
			}
			cells[c] = append(cells[c], *w)
		}
	}
	if len(cells[0]) == 0 || len(cells[1])+len(cells[2]) == 0 {
		return lines
	}
	out := append([][]token{}, lines[:from]...)
	for _, cell := range cells {
		if len(cell) > 0 {
			out = append(out, cell)
		}
	}
	return append(out, lines[row:]...)
}

// columnsOf tells which cell a text is in that begins at a place. In plain text the
// cells need not stand over their labels: where texts begin at three places they are
// the three.
func columnsOf(lines [][]token, labels *[3]*token, letter float32) func(float32) int {
	var starts []float32
	for _, words := range lines {
		for k := range words {
			if k == 0 || words[k].x0-words[k-1].x1 > 1.7*letter {
				starts = append(starts, words[k].x0)
			}
		}
	}
	slices.Sort(starts)
	starts = thin(starts, 1.5*letter)
	if len(starts) != 3 {
		return func(x float32) int { return nearest(labels, x) }
	}
	return func(x float32) int {
		c := 2
		for c > 0 && x < starts[c]-0.1*letter {
			c--
		}
		return c
	}
}

// nearest gives the label whose left edge is nearest to a place.
func nearest(labels *[3]*token, x float32) int {
	best := 0
	for c, l := range labels {
		if d, e := l.x0-x, labels[best].x0-x; max(d, -d) < max(e, -e) {
			best = c
		}
	}
	return best
}

// isAddressLabel reports whether a word is a label under the name or the address in
// box 1, wherever it stands: "(Zip/Postal" may reach into the next box.
func isAddressLabel(s string) bool {
	if s[0] != '(' {
		return false
	}
	f := fold(s)
	return f == "street" || f == "city" || f == "state" || f == "country" || f == "zip" || f == "zip/postal" || f == "middle"
}
