package layout

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
)

// byAddress makes the line over "(City) (State) (Zip)" a line for each of the three
// where they are cells side by side, each of which may be wrapped. What else stands
// on the height of these labels is none of the address: a label that was misread.
func byAddress(p *sheetPage, lines [][]token) (out [][]token, stray []token) {
	labels, street, row := addressLabels(lines)
	if row < 1 {
		return lines, nil
	}
	from := street + 1
	if street < 0 || street >= row {
		from = row - 1
	}
	var at *token
	for _, l := range labels {
		if l != nil {
			at = l
		}
	}
	out = append(out, lines[:from]...)
	values := lines[from:row]
	var rest [][]token
	for _, words := range lines[row:] {
		var kept []token
		for k := range words {
			w := &words[k]
			if form.AddressPartOf(w.Text) == form.PartNone && w.Text != "Code)" && p.scan && beside(w, at, heightLabel*p.height) {
				stray = append(stray, *w)
				continue
			}
			kept = append(kept, *w)
		}
		if len(kept) > 0 {
			rest = append(rest, kept)
		}
	}
	// Pieces of misread labels may stand a little above those that are read.
	for len(values) > 1 && p.scan && labels[0] == nil {
		last := values[len(values)-1]
		if (last[0].y0+last[0].y1)/2 < at.y0-heightAddress*p.height {
			break
		}
		stray = append(stray, last...)
		values = values[:len(values)-1]
	}
	var cells [3][]token
	column := columnsOf(p, values, &labels)
	for _, words := range values {
		c := 0
		for k := range words {
			w := &words[k]
			if k == 0 || w.x0-words[k-1].x1 > letterInAddress*p.letter {
				c = column(w.x0)
				if n := len(cells[c]); n > 0 && strings.HasSuffix(cells[c][n-1].Text, "-") && cells[c][n-1].y1 <= w.y0+heightOfBox*p.height {
					w.Glued = true
				}
			}
			cells[c] = append(cells[c], *w)
		}
	}
	if len(cells[0]) == 0 || len(cells[1])+len(cells[2]) == 0 {
		return append(append(out, values...), rest...), stray
	}
	for _, cell := range cells {
		if len(cell) > 0 {
			out = append(out, cell)
		}
	}
	return append(out, rest...), stray
}

// beside reports whether the middles of two words are not farther than d from each
// other in height.
func beside(a, b *token, d float32) bool {
	dy := (a.y0 + a.y1 - b.y0 - b.y1) / 2
	return dy < d && dy > -d
}

// addressLabels finds "(City)", "(State)" and "(Zip)", the line of "(Street)" and the
// first line of the three, or -1.
func addressLabels(lines [][]token) (labels [3]*token, street, row int) {
	street, row = -1, -1
	for i, words := range lines {
		for k := range words {
			which := -1
			switch form.AddressPartOf(words[k].Text) {
			case form.PartStreet:
				street = i
			case form.PartCity:
				which = 0
			case form.PartState:
				which = 1
			case form.PartZip:
				which = 2
			}
			if which < 0 || labels[which] != nil {
				continue
			}
			labels[which] = &words[k]
			if row < 0 {
				row = i
			}
		}
	}
	return labels, street, row
}

// columnsOf tells which cell a text is in that begins at a place: the one over its
// label. In plain text the cells need not stand over their labels: where texts begin
// at three places they are the three.
func columnsOf(p *sheetPage, lines [][]token, labels *[3]*token) func(float32) int {
	if p.text {
		var starts []float32
		for _, words := range lines {
			for k := range words {
				if k == 0 || words[k].x0-words[k-1].x1 > letterInAddress*p.letter {
					starts = append(starts, words[k].x0)
				}
			}
		}
		slices.Sort(starts)
		if starts = thin(starts, letterAddress*p.letter); len(starts) == 3 {
			return func(x float32) int {
				c := 2
				for c > 0 && x < starts[c]-letterError*p.letter {
					c--
				}
				return c
			}
		}
		if labels[0] != nil && labels[1] != nil && labels[2] != nil {
			return func(x float32) int { return nearest(labels, x) }
		}
	}
	return func(x float32) int {
		for c := 2; c > 0; c-- {
			if labels[c] != nil && x > labels[c].x0-letterAddress*p.letter {
				return c
			}
		}
		return 0
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
