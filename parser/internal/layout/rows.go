package layout

import (
	"slices"

	"filingview/parser/internal/form"
)

// maxRowLines bounds the lines of one row.
const maxRowLines = 60

// align is how the cells of a table stand in their row.
type align uint8

const (
	alignTop align = iota
	alignMiddle
	alignBottom
)

// findRows parts the lines of a table on one page into rows: of all ways, the one in
// which every row has one D or I, one amount that follows and no column two values,
// is parted from the next by white or a rule, and has its cells at the same height.
// It gives the first line of each row. The first lines of a page may be more of the
// row on the page before, and the last ones the beginning of the next.
func findRows(p *sheetPage, cols []form.Head, borders []float32, body []*line, goesOn, more bool) []int {
	if len(body) == 0 {
		return nil
	}
	lines := make([]rowLine, len(body))
	for i, l := range body {
		lines[i] = rowLine{y0: l.y0, y1: l.y1, counts: make([]uint8, len(cols))}
		for k := range l.words {
			w := &l.words[k]
			c := columnOf(borders, w)
			if isValue(cols[c].Column.Class(), w.what) {
				lines[i].counts[c]++
				lines[i].values++
			}
			if cols[c].Column.Class() == form.ClassText {
				if w.what == kindMark {
					lines[i].marked |= 1 << c
				} else {
					lines[i].marked &^= 1 << c
					if lines[i].opened>>c&1 == 0 {
						lines[i].begun |= 1 << c
					}
				}
				lines[i].opened |= 1 << c
			}
			if c == 0 && w.what != kindMark {
				if !lines[i].titled {
					lines[i].goesOn, lines[i].title = goesOnTitle(w.Text), w.Text
				}
				lines[i].titled = true
			}
		}
	}
	ruled := horizontals(p, body)
	var best []int
	lowest := float32(1e30)
	for _, a := range [...]align{alignMiddle, alignTop, alignBottom} {
		if a == alignBottom && p.text {
			continue // only where lines of text are out of step
		}
		starts, cost := partRows(p, cols, lines, ruled, a, goesOn, more)
		if cost < lowest-0.01 {
			best, lowest = starts, cost
		}
	}
	return best
}

type rowLine struct {
	y0, y1 float32
	counts []uint8 // values in each column
	values float32
	titled bool
	title  string // its first word
	goesOn bool   // the words of the title are no beginning
	// Columns of text, one bit each: where words stand, where the first is no mark,
	// and where the last is one.
	opened, begun, marked uint32
}

// isValue reports whether a word is a value of which a row has one in its column.
func isValue(c form.Class, k kind) bool {
	switch c {
	case form.ClassDate:
		return k == kindDate
	case form.ClassCode:
		return k == kindCode || k == kindA || k == kindD || k == kindI
	case form.ClassAmount, form.ClassPrice:
		return k == kindNumber
	case form.ClassSign:
		return k == kindA || k == kindD
	case form.ClassOwner:
		return k == kindD || k == kindI
	}
	return false
}

// partRows finds the cheapest way to part lines into rows whose cells stand as told.
func partRows(p *sheetPage, cols []form.Head, lines []rowLine, ruled []bool, a align, goesOn, more bool) ([]int, float32) {
	n := len(lines)
	r := rowSearch{p: p, cols: cols, lines: lines, ruled: ruled, align: a, goesOn: goesOn, more: more, begins: beginnings(p, lines)}
	r.owner, r.follow = len(cols)-2, len(cols)-3
	if cols[r.follow].Column.Class() != form.ClassAmount {
		r.follow = 1 // Form 3, Table I has it there as well
		for i, c := range cols {
			if c.Column.Class() == form.ClassAmount {
				r.follow = i
			}
		}
	}
	for _, rule := range ruled {
		r.anyRule = r.anyRule || rule
	}
	best := make([]float32, n+1)
	from := make([]int, n+1)
	sums := make([]int, len(cols))
	for e := 1; e <= n; e++ {
		best[e] = 1e30
		clear(sums)
		row := rowSpan{sums: sums}
		for s := e - 1; s >= 0 && e-s <= maxRowLines; s-- {
			r.add(&row, s, s+1 == e)
			doubles := r.doubles(&row)
			if total := best[s] + r.cost(&row, s, e, doubles); total < best[e] {
				best[e], from[e] = total, s
			}
			if doubles > hopelessDoubles || row.inside > hopelessInside {
				break
			}
		}
	}
	var starts []int
	for e := n; e > 0; e = from[e] {
		starts = append(starts, from[e])
	}
	slices.Reverse(starts)
	return starts, best[n]
}

// rowSearch is the search for the rows of a table on one page.
type rowSearch struct {
	p             *sheetPage
	cols          []form.Head
	lines         []rowLine
	ruled         []bool // of each line: a rule runs over it
	align         align
	goesOn, more  bool
	owner, follow int             // the columns that every row has filled once
	begins        map[string]bool // words with which titles begin for certain
	anyRule       bool
}

// rowSpan is what some lines have that may be one row.
type rowSpan struct {
	sums         []int   // values in each column
	inside       float32 // what it costs that they are one
	high, values float32 // where the values stand, summed, and how many there are
	titled       bool
	small        bool   // the title begins as none does
	word         string // its first
	begun        uint32 // columns in which the next words below are no mark
}

// add puts a line on top of a span.
func (r *rowSearch) add(row *rowSpan, s int, last bool) {
	l := &r.lines[s]
	for c, k := range l.counts {
		row.sums[c] += int(k)
	}
	if l.titled {
		row.titled, row.small, row.word = true, l.goesOn, l.title
	}
	row.high += l.values * (l.y0 + l.y1) / 2
	row.values += l.values
	if !last {
		row.inside += insideCost(r.p, l, &r.lines[s+1], r.ruled[s+1])
		if l.marked&row.begun != 0 {
			row.inside += costAfterMark
		}
	}
	row.begun = row.begun&^l.opened | l.begun
}

// doubles is what it costs that columns of a span have more than one value.
func (r *rowSearch) doubles(row *rowSpan) float32 {
	doubles := float32(0)
	for c, k := range row.sums {
		if k > 1 {
			weight := float32(costDouble)
			if c == r.owner || c == r.follow || r.cols[c].Column.Class() == form.ClassDate {
				weight = costSureDouble
			}
			doubles += weight * float32(k-1)
		}
	}
	return doubles
}

// cost is what it costs that the lines from s to e are a row.
func (r *rowSearch) cost(row *rowSpan, s, e int, doubles float32) float32 {
	cost := row.inside + costRow
	cost += doubles
	part := row.values == 0 && (s == 0 && r.goesOn || e == len(r.lines) && r.more)
	switch {
	case part:
		cost += costPart
	case row.sums[r.owner] == 0 && row.sums[r.follow] == 0:
		cost += costNeither
	case row.sums[r.owner] == 0:
		cost += costNoOwner
	case row.sums[r.follow] == 0:
		cost += costNoAmount
	}
	switch {
	case part:
	case !row.titled:
		cost += costNoTitle
	case row.small:
		cost += costSmallTitle
	case r.begins[row.word]:
		cost -= gainKnownTitle
	}
	if row.values > 0 {
		cost += min(mostOffAlign, offset(r.lines[s:e], row.high/row.values, r.align)/r.p.height)
	}
	if s > 0 {
		cost += cutCost(r.p, &r.lines[s-1], &r.lines[s], r.ruled[s], r.anyRule)
	}
	return cost
}

// offset tells how far the values of a row stand from where its cells are aligned.
func offset(lines []rowLine, y float32, a align) float32 {
	first, last := &lines[0], &lines[len(lines)-1]
	var d float32
	switch a {
	case alignTop:
		d = y - (first.y0+first.y1)/2
	case alignBottom:
		d = (last.y0+last.y1)/2 - y
	default:
		d = y - (first.y0+last.y1)/2
	}
	return max(d, -d)
}

// insideCost is what it costs that two lines are of one row.
func insideCost(p *sheetPage, a, b *rowLine, rule bool) float32 {
	if rule {
		return costInsideRule
	}
	gap := (b.y0 - a.y1) / p.height
	if p.text {
		return costTextGap * max(0, min(mostInsideGap, gap))
	}
	return costInsideGap * max(0, min(mostInsideGap, gap-freeInsideGap))
}

// cutCost is what it costs to part two lines.
func cutCost(p *sheetPage, a, b *rowLine, rule, anyRule bool) float32 {
	if rule {
		return 0
	}
	cost := float32(0)
	if anyRule {
		cost = costMissedRule
	}
	gap := (b.y0 - a.y1) / p.height
	return cost + costBorder - costBorder*max(-1, min(1, gap))
}

// horizontals tells of each line whether a rule runs over it.
func horizontals(p *sheetPage, body []*line) []bool {
	out := make([]bool, len(body))
	if len(p.rules) == 0 {
		return out
	}
	width := p.right - p.left
	for i := 1; i < len(body); i++ {
		lo := (body[i-1].y0 + body[i-1].y1) / 2
		hi := (body[i].y0 + body[i].y1) / 2
		drawn := float32(0)
		for _, r := range p.rules {
			if y := (r.Y0 + r.Y1) / 2; r.Y1-r.Y0 <= 2 && y > lo && y < hi {
				drawn += r.X1 - r.X0
			}
		}
		out[i] = drawn > width*shareOver
	}
	return out
}

// goesOnTitle reports whether a word is no beginning of a title: it is small, or in
// brackets.
func goesOnTitle(s string) bool {
	return s[0] >= 'a' && s[0] <= 'z' && len(s) > 1 || s[0] == '('
}

// beginnings are the words with which titles begin for certain: the first, and those
// after white.
func beginnings(p *sheetPage, lines []rowLine) map[string]bool {
	out := map[string]bool{}
	for i := range lines {
		l := &lines[i]
		if l.titled && !l.goesOn && (i == 0 || (l.y0-lines[i-1].y1)/p.height > heightOfCell) {
			out[l.title] = true
		}
	}
	return out
}
