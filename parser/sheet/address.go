package sheet

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
	for _, words := range lines[from:row] {
		column := 0
		for k := range words {
			w := &words[k]
			if k == 0 || w.x0-words[k-1].x1 > 1.7*letter {
				column = nearest(&labels, w.x0)
			}
			cell := cells[column]
			if n := len(cell); n > 0 && k == 0 && cell[n-1].Text[len(cell[n-1].Text)-1] == '-' {
				w.Glued = true
			}
			cells[column] = append(cell, *w)
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
