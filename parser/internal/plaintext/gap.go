package plaintext

import (
	"slices"

	"filingview/parser/internal/form"
)

// fromGaps finds the columns of a table that only lines of dashes rule. The runs of these, or
// the numbers of the heads, start them; where a heading is parted below, gaps that no line
// crosses part its columns.
func (g *grid) fromGaps(lines []ruledLine) {
	start := bandWithNumbers(lines)
	if start < 0 {
		return
	}
	end := start
	for end < len(lines) && !(lines[end].kind == lineRule && ruleWidth(&lines[end]) >= 60) {
		end++
	}
	heads := lines[start:end]
	var body []ruledLine
	for i := range lines[end:] {
		if l := &lines[end+i]; l.kind == lineText && !isSentence(l) {
			body = append(body, *l)
		}
	}
	var anchors []int
	for i := range heads {
		for k, w := range heads[i].words {
			if isHeadNumber(w.Text) && (k == 0 || w.Box.X0-heads[i].words[k-1].Box.X1 >= 2) {
				anchors = append(anchors, int(w.Box.X0))
			}
		}
	}
	slices.Sort(anchors)
	anchors = slices.Compact(anchors)
	anchors = anchors[:min(len(anchors), maxColumns)]
	groups := runs(lines)
	if len(groups) > len(anchors) { // more than heads with a number: each is a column
		g.borders = groups
		return
	}
	if groups == nil {
		groups = []int{0}
		for _, x := range anchors[1:] {
			groups = append(groups, border(x, groups[len(groups)-1]+2, heads, body))
		}
	}
	for i, x0 := range groups {
		x1 := 1 << 20
		if i+1 < len(groups) {
			x1 = groups[i+1]
		}
		g.borders = append(g.borders, x0)
		if low := partedAt(heads, x0, x1); low < len(heads) {
			starts, unsure := gaps(heads[low:], body, x0, x1)
			if unsure {
				g.borders = nil
				return
			}
			g.borders = append(g.borders, starts...)
		}
	}
}

// runs gives where the runs of a rule start that two rules of the table have alike:
// "------------ ------- ------". Each stands over a column, or over a heading and the columns
// into which it is parted.
func runs(lines []ruledLine) []int {
	var first []dash
	for i := range lines {
		l := &lines[i]
		if l.kind != lineRule || len(l.dashes) < 4 || ruleWidth(l) < 60 {
			continue
		}
		if first == nil {
			first = l.dashes
		} else if slices.Equal(first, l.dashes) {
			starts := make([]int, len(first))
			for k, d := range first {
				starts[k] = d.x0
			}
			return starts
		}
	}
	return nil
}

// border gives where the column of a number at x starts: there, or to its left if it
// stands in the middle of its column, where fewer words cross.
func border(x, least int, lines ...[]ruledLine) int {
	best, cost := x, 1<<30
	for b := x; b >= max(least, x-12); b-- {
		c := x - b
		for _, part := range lines {
			for i := range part {
				for _, w := range part[i].words {
					if int(w.Box.X0) < b && int(w.Box.X1) > b && !isDashWord(w.Text) {
						c += 4
					}
				}
			}
		}
		if c < cost {
			best, cost = b, c
		}
	}
	return best
}

// gaps gives the columns of letters, after x0, in which the columns start that a
// heading between x0 and x1 is parted into. Each has a head of its own. It is unsure where a
// value stands between two heads of one kind, since some set numbers left under their heads
// and others right.
func gaps(heads, body []ruledLine, x0, x1 int) (starts []int, unsure bool) {
	head := inkOf(heads, x0, x1)
	all := inkOf(body, x0, x1)
	all.add(head)
	twins := areTwins(heads, x0, x1)
	gap, first, headed := 0, true, false // of the piece of ink that goes on
	for x := x0; x < min(x1, len(all)); x++ {
		if !all.at(x) {
			gap++
			continue
		}
		if gap >= 2 && !first {
			switch {
			case headed:
				starts, headed = append(starts, x), false
			case twins && len(starts) > 0 && headAfter(head, x, x1):
				return nil, true
			}
		}
		first = false
		headed = headed || head.at(x)
		gap = 0
	}
	if n := len(starts); n > 0 && !headed {
		starts = starts[:n-1]
	}
	// "Code V" may have a single space between its two heads.
	for i := range heads {
		for k, w := range heads[i].words {
			if x := int(w.Box.X0); w.Text == "V" && x > x0 && x < x1 && k > 0 && !slices.ContainsFunc(starts, func(s int) bool { return s >= x-1 && s <= x+1 }) {
				starts = append(starts, x)
			}
		}
	}
	slices.Sort(starts)
	return starts, false
}

// areTwins reports whether the heads between x0 and x1 are of columns that hold the same kind of
// values: (A) and (D) of Table II, or two dates.
func areTwins(heads []ruledLine, x0, x1 int) bool {
	var a, d, others bool
	for i := range heads {
		for _, w := range heads[i].words {
			if int(w.Box.X0) < x0 || int(w.Box.X0) >= x1 {
				continue
			}
			switch folded := form.Fold(w.Text); {
			case form.Like(folded, "exercisable"), form.Like(folded, "expiration"):
				return true
			case w.Text == "(A)":
				a = true
			case w.Text == "(D)":
				d = true
			case folded != "" && !isDashWord(w.Text):
				others = true // Table I has Amount, "(A) or (D)" and Price
			}
		}
	}
	return a && d && !others
}

// headAfter reports whether a head stands at x or after it, up to x1.
func headAfter(head ink, x, x1 int) bool {
	for ; x < min(x1, len(head)); x++ {
		if head[x] {
			return true
		}
	}
	return false
}

// ink tells which columns of letters are filled in some line.
type ink []bool

func (k ink) at(x int) bool { return x >= 0 && x < len(k) && k[x] }

func (k *ink) add(other ink) {
	for len(*k) < len(other) {
		*k = append(*k, false)
	}
	for x, f := range other {
		(*k)[x] = (*k)[x] || f
	}
}

// inkOf gives what words that begin in [x0, x1) fill.
func inkOf(lines []ruledLine, x0, x1 int) ink {
	var k ink
	for i := range lines {
		for _, w := range lines[i].words {
			if int(w.Box.X0) < x0 || int(w.Box.X0) >= x1 || isDashWord(w.Text) {
				continue
			}
			for x := int(w.Box.X0); x < int(w.Box.X1); x++ {
				for len(k) <= x {
					k = append(k, false)
				}
				k[x] = true
			}
		}
	}
	return k
}

// partedAt gives the first line that is below a heading between two columns of
// letters, where the heading is parted; all lines if it is not. A rule stands above
// the lower heads, or they can be told by their words.
func partedAt(lines []ruledLine, x0, x1 int) int {
	start := len(lines)
	for i := range lines {
		l := &lines[i]
		for _, d := range l.dashes {
			if d.x0 >= x0-3 && d.x1 <= x1+3 && i > 0 {
				start = min(start, i)
			}
		}
		for k, w := range l.words {
			alone := (k == 0 || w.Box.X0-l.words[k-1].Box.X1 >= 2) && (k+1 == len(l.words) || l.words[k+1].Box.X0-w.Box.X1 >= 2 || l.words[k+1].Text == "V")
			if at := int(w.Box.X0+w.Box.X1) / 2; alone && at >= x0 && at < x1 && isSubHead(w.Text) {
				start = min(start, i)
			}
		}
	}
	return start
}

// isSentence tells a line that runs on through most of a table.
func isSentence(l *ruledLine) bool {
	n := len(l.words)
	if n < 8 {
		return false
	}
	for k := 1; k < n; k++ {
		if l.words[k].Box.X0-l.words[k-1].Box.X1 > 2 {
			return false
		}
	}
	return l.words[n-1].Box.X1-l.words[0].Box.X0 > 50
}
