package layout

import "slices"

// findHanging tells whether text stands right of all labels. What stands left of it
// is a label then, be it read or not.
func (n *noteLines) findHanging() {
	if n.page(0).scan && n.hangingScan() {
		n.findPieces()
		return
	}
	var left, text []float32
	alone := false
	for i, ln := range n.lines {
		k := n.label[i]
		if k > 0 {
			left = append(left, ln.words[k-1].x1)
		}
		if k < len(ln.words) {
			text = append(text, ln.words[k].x0)
		} else {
			alone = true
		}
	}
	if len(left) == 0 || len(text) == 0 || len(left) == len(n.lines) && !alone {
		return
	}
	letter := n.page(0).letter
	if n.page(0).scan {
		return
	}
	n.hanging = alone || quantile(text, shareLow) > quantile(left, shareMiddle)-letterLeft*letter
	if !n.hanging {
		return
	}
	start := quantile(text, shareQuarter)
	for i, ln := range n.lines {
		if w := &ln.words[0]; n.label[i] > 0 && w.x0 > start-letterHanging*letter {
			n.label[i], n.number[i] = 0, 0 // of a list within an explanation
		}
		if w := &ln.words[0]; n.label[i] == 0 && w.x1 < start && w.x0 < start-letter && looksLabel(w.Text) {
			n.label[i] = 1
		}
	}
	n.findPieces()
}

// hangingScan finds labels by place, be they read or not: most text begins at one
// place, and what is short and left of it is a label.
func (n *noteLines) hangingScan() bool {
	letter := n.page(0).letter
	var starts []float32
	for _, ln := range n.lines {
		starts = append(starts, ln.words[0].x0)
		if len(ln.words) > 1 && len(ln.words[0].Text) <= labelLetters {
			starts = append(starts, ln.words[1].x0)
		}
	}
	slices.Sort(starts)
	most, start := 0, float32(0)
	low, high := 0, 0
	for _, x := range starts {
		for starts[low] < x-letterHangScan*letter {
			low++
		}
		for high < len(starts) && starts[high] <= x+letterHangScan*letter {
			high++
		}
		if high-low >= most {
			most, start = high-low, x
		}
	}
	found := false
	for i, ln := range n.lines {
		w := &ln.words[0]
		inner := len(ln.words) > 1 && ln.words[1].x0 > start+letterInLabel*letter
		if w.x0 < start-letter && w.x1 < start+letterHanging*letter && len([]rune(w.Text)) <= labelLetters && !inner && !isStars(ln.words[:1]) {
			n.label[i] = max(1, n.label[i])
			found = true
		} else {
			n.label[i], n.number[i] = 0, 0
		}
	}
	if !found {
		for i, ln := range n.lines {
			n.number[i], n.label[i] = labelAt(ln.words, true)
		}
	}
	n.hanging = found
	return found
}

// findPieces finds labels that were read as two pieces, one a little above the other.
func (n *noteLines) findPieces() {
	for i := 1; i < len(n.lines); i++ {
		a, b := n.lines[i-1], n.lines[i]
		near := a.page == b.page && n.mids[i]-n.mids[i-1] < heightLabel*n.page(i).height && !n.page(i).text
		n.piece[i] = near && n.label[i] > 0 && n.label[i-1] > 0 && (n.alone(i) || n.alone(i-1))
	}
}

// choose keeps of what may be labels those that count upwards and stand where
// explanations begin: they hold lists of their own.
func (n *noteLines) choose() {
	const most = wordsCompared
	var at []int
	for i := range n.lines {
		if n.number[i] > 0 && !n.piece[i] && len(at) < most {
			at = append(at, i)
		}
	}
	best := make([]float32, len(at))
	from := make([]int, len(at))
	last := -1
	for j, i := range at {
		from[j] = -1
		if n.number[i] == 1 {
			best[j] = gainFirstLabel
		}
		for k := range j {
			step := n.number[i] - n.number[at[k]]
			if step <= 0 || step > mostLabelStep {
				continue
			}
			v := best[k]
			if step == 1 {
				v += gainNextLabel
			}
			if n.bracketed(i) == n.bracketed(at[k]) {
				v += gainSameBracket
			}
			if v > best[j] {
				best[j], from[j] = v, k
			}
		}
		best[j] += gainLabel
		if n.cuts[i] < 0 || n.hanging || i == 0 {
			best[j] += gainLabelPlace
		}
		if last < 0 || best[j] > best[last] {
			last = j
		}
	}
	chosen := map[int]bool{}
	for ; last >= 0; last = from[last] {
		chosen[at[last]] = true
	}
	for i := range n.lines {
		scan := n.page(i).scan
		if n.label[i] > 0 && !n.piece[i] && !chosen[i] && !(n.hanging && scan) && !(scan && n.cuts[i] < -1) {
			n.label[i], n.number[i] = 0, 0
		}
	}
}

// bracketed reports whether a label is "(1)" rather than "1.".
func (n *noteLines) bracketed(i int) bool { return n.lines[i].words[0].Text[0] == '(' }
