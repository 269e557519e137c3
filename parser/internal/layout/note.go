package layout

// noteLines are lines of explanations and the labels that stand in them.
type noteLines struct {
	l      *layout
	lines  []*line
	label  []int  // how many words of a line are a label; 0 for none
	number []int  // what the label says; 0 for unread
	piece  []bool // the label goes on with that of the line above
	// hanging is set where labels stand left of all text, at the height of the first
	// line or of the middle of their explanation.
	hanging bool
	right   float32   // where full lines end
	mids    []float32 // the heights at which most words of a line stand
	cuts    []float32 // how unlikely it is that an explanation begins with a line
}

func (l *layout) newNoteLines(lines []*line) *noteLines {
	n := &noteLines{l: l, lines: lines, label: make([]int, len(lines)), number: make([]int, len(lines)), piece: make([]bool, len(lines)), mids: make([]float32, len(lines)), cuts: make([]float32, len(lines))}
	ends := make([]float32, len(lines))
	for i, ln := range lines {
		n.number[i], n.label[i] = labelAt(ln.words, n.page(i).scan)
		ends[i] = ln.words[len(ln.words)-1].x1
		n.mids[i] = ln.mid()
	}
	n.right = quantile(ends, shareFull)
	n.findHanging()
	wide := n.wideGap(n.usualGap())
	for i := range lines {
		n.cuts[i] = n.cut(i, wide)
	}
	n.choose()
	return n
}

func (n *noteLines) page(i int) *sheetPage { return &n.l.pages[n.lines[i].page] }

// alone reports whether a line holds nothing but a label.
func (n *noteLines) alone(i int) bool { return n.label[i] == len(n.lines[i].words) }

// textAbove gives the line over another, but for one that holds nothing but a label.
func (n *noteLines) textAbove(i int) int {
	if i > 1 && n.alone(i-1) {
		return i - 2
	}
	return i - 1
}

// gap is from a line to the line of text above it, -1 over pages.
func (n *noteLines) gap(i int) float32 {
	above := n.textAbove(i)
	if n.lines[above].page != n.lines[i].page {
		return -1
	}
	d := n.mids[i] - n.mids[above]
	if n.page(i).text {
		d -= float32(i - 1 - above)
	}
	return d
}

// usualGap is from line to line within an explanation: lines that begin with a small
// letter go on with one.
func (n *noteLines) usualGap() float32 {
	var all, inner []float32
	for i := 1; i < len(n.lines); i++ {
		g := n.gap(i)
		if g <= 0 || n.alone(i) {
			continue
		}
		all = append(all, g)
		if n.label[i] == 0 && startsLower(n.lines[i].words[0].Text) {
			inner = append(inner, g)
		}
	}
	if len(inner) > 0 {
		return quantile(inner, shareMiddle)
	}
	return quantile(all, shareUsual)
}

// wideGap is from where on a gap parts explanations: half way between that of lines
// and that of labels, if these stand farther apart.
func (n *noteLines) wideGap(usual float32) float32 {
	var labels []float32
	for i := 1; i < len(n.lines); i++ {
		if g := n.gap(i); g > 0 && n.label[i] > 0 && n.label[i-1] > 0 && !n.alone(i) && !n.alone(i-1) {
			labels = append(labels, g)
		}
	}
	height := n.page(0).height
	if apart := quantile(labels, shareMiddle); apart > usual+heightNoteGap*height {
		return min(usual+heightNote*height, (usual+apart)/2)
	}
	return usual + heightNote*height
}

// cut tells how unlikely it is that an explanation begins with a line.
func (n *noteLines) cut(i int, wide float32) float32 {
	if i == 0 {
		return 0
	}
	above, at := n.textAbove(i), i
	if at+1 < len(n.lines) && n.alone(at) {
		at++
	}
	a, b, p := n.lines[above], n.lines[at], n.page(at)
	cost := float32(0)
	if n.gap(at) > wide {
		cost -= gainWideGap
	}
	if sentenceEnds(a.words) {
		cost -= costSentence
	} else {
		cost += costSentence
	}
	first := &b.words[min(n.label[at], len(b.words)-1)]
	if startsLower(first.Text) {
		cost += costSmallLetter
	}
	// A line breaks where the next word has no room.
	if n.right-a.words[len(a.words)-1].x1 > first.x1-first.x0+letterBelow*p.letter {
		cost -= gainRoom
	} else {
		cost += costNoRoom
	}
	return cost
}

// maxNoteLines bounds the lines of one explanation.
const maxNoteLines = 100

// part tells with which lines explanations begin: of all ways to part them the one
// in which each has one label, at the height of its first line or of its middle, and
// begins where one can begin.
func (n *noteLines) part() []bool {
	starts, cost := n.partBy(false)
	if n.hanging {
		if other, less := n.partBy(true); less < cost {
			return other
		}
	}
	return starts
}

func (n *noteLines) partBy(middle bool) ([]bool, float32) {
	m := len(n.lines)
	best := make([]float32, m+1)
	from := make([]int, m+1)
	for e := 1; e <= m; e++ {
		best[e] = 1e30
		label, labels := -1, 0
		for s := e - 1; s >= 0 && e-s <= maxNoteLines; s-- {
			if n.label[s] > 0 && !n.piece[s] {
				label = s
				labels++
			}
			if labels > 1 && n.hanging {
				break
			}
			cost := best[s]
			if s > 0 {
				cost += n.cuts[s]
			}
			if n.piece[s] {
				continue
			}
			switch {
			case labels == 0 && n.page(s).scan:
				cost += costUnreadLabel
			case labels == 0:
				cost += costNoLabel
			case n.hanging:
				cost += costOffLabel * n.offset(s, e, label, middle)
			case label > s:
				cost += costLateLabel + costManyLabels*float32(labels)
			default:
				cost += costManyLabels * float32(labels-1)
			}
			if cost < best[e] {
				best[e], from[e] = cost, s
			}
		}
	}
	starts := make([]bool, m)
	for e := m; e > 0; e = from[e] {
		starts[from[e]] = true
	}
	return starts, best[m]
}

// offset tells by how many lines a label stands off its place.
func (n *noteLines) offset(s, e, label int, middle bool) float32 {
	first, last := s, e-1
	if n.alone(first) && first < last {
		first++
	}
	if n.alone(last) && first < last {
		last--
	}
	a, b, c := n.lines[first], n.lines[last], n.lines[label]
	switch {
	case a.page == b.page:
	case c.page != a.page && c.page != b.page:
		return offOnPage
	default:
		return offOverPage
	}
	d := n.mids[label] - n.mids[first]
	if middle {
		d = n.mids[label] - (n.mids[first]+n.mids[last])/2
	}
	return min(mostOffLabel, max(d, -d)/n.page(label).height)
}

// give gives the lines of an explanation, its label first.
func (n *noteLines) give(s, e int) {
	var label []token
	var all [][]token
	for i := s; i < e; i++ {
		words := n.lines[i].words
		if k := n.label[i]; k > 0 && (label == nil || n.piece[i]) {
			label, words = append(label[:len(label):len(label)], words[:k]...), words[k:]
		}
		if len(words) > 0 {
			all = append(all, words)
		}
	}
	switch {
	case len(label) > 0 && len(all) > 0:
		all[0] = append(append([]token{}, label...), all[0]...)
	case len(label) > 0:
		all = [][]token{label}
	}
	n.l.paragraph(all...)
}
