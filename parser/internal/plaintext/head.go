package plaintext

import (
	"slices"
	"strings"

	"filingview/parser/internal/sheet"
)

// head gives the headings of a table in two rows, as printed: those with numbers
// span what they are parted into below ("3. Transaction" over "Code" and "V").
func (g *grid) head(lines []ruledLine) []sheet.Block {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l ruledLine) bool { return l.kind != lineText && l.kind != lineRule })
	groups := g.groups(lines)
	subs := false
	var top, below []sheet.Block
	col := int32(0)
	for i, from := range groups {
		to := g.columns()
		if i+1 < len(groups) {
			to = groups[i+1]
		}
		inner, start := g.parted(lines, from, to)
		t := sheet.Block{Col: int32(i), ColSpan: int32(to - from), Head: true}
		cells := make([]sheet.Block, len(inner))
		for k := range inner {
			end := to
			if k+1 < len(inner) {
				end = inner[k+1]
			}
			cells[k] = sheet.Block{Row: 1, Col: col, ColSpan: int32(end - inner[k]), Head: true}
			col++
		}
		for n := range lines {
			words := g.within(&lines[n], groups, i)
			if n < start || len(inner) == 0 {
				if len(words) > 0 {
					t.Lines = append(t.Lines, words)
				}
				continue
			}
			parts := make([][]sheet.Word, len(inner))
			for _, w := range words {
				k := 0
				at := g.column(int(w.Box.X0+w.Box.X1) / 2)
				for k+1 < len(inner) && at >= inner[k+1] {
					k++
				}
				parts[k] = append(parts[k], w)
			}
			for k, p := range parts {
				if len(p) > 0 {
					cells[k].Lines = append(cells[k].Lines, p)
				}
			}
		}
		if len(inner) > 0 {
			subs = true
		} else {
			t.RowSpan = 2
		}
		top = append(top, t)
		below = append(below, cells...)
	}
	if !subs {
		for i := range top {
			top[i].RowSpan = 1
		}
	}
	return append(top, below...)
}

// columns is the number of columns; with bars, the last border may only close the
// last column.
func (g *grid) columns() int {
	if g.barred {
		return max(1, len(g.borders)-1)
	}
	return len(g.borders)
}

// groups gives the columns in which the headings of the upper row start: where the
// first line with bars has them, or where numbers stand ("2.", "3.").
func (g *grid) groups(lines []ruledLine) []int {
	groups := []int{0}
	if g.barred {
		for i := range lines {
			if lines[i].kind != lineText || len(lines[i].bars) < 2 {
				continue
			}
			for _, s := range g.segments(&lines[i]) {
				if s.from > groups[len(groups)-1] && s.from < g.columns() {
					groups = append(groups, s.from)
				}
			}
			return groups
		}
		return groups
	}
	for i := range lines {
		for _, w := range lines[i].words {
			if !isHeadNumber(w.Text) {
				continue
			}
			// The number may stand a little before its column.
			if k := g.column(int(w.Box.X0) + 3); !slices.Contains(groups, k) {
				groups = append(groups, k)
			}
		}
	}
	slices.Sort(groups)
	return groups
}

// isHeadNumber tells "2." and "3A.Deemed".
func isHeadNumber(s string) bool {
	n := 0
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n == len(s) {
		return false
	}
	if s[n] == 'A' || s[n] == 'a' {
		n++
	}
	return n < len(s) && s[n] == '.' && (n+1 == len(s) || s[n+1] < '0' || s[n+1] > '9')
}

// parted gives the columns into which the heading over [from, to) is parted below,
// and the first line that is below; none if it is not parted.
func (g *grid) parted(lines []ruledLine, from, to int) (inner []int, start int) {
	start = len(lines)
	if to-from < 2 {
		return nil, start
	}
	if g.barred {
		inner = []int{from}
		for i := range lines {
			if lines[i].kind != lineText {
				continue
			}
			for _, x := range lines[i].bars {
				if k := g.index(x); k > from && k < to && !slices.Contains(inner, k) {
					inner = append(inner, k)
					start = min(start, i)
				}
			}
		}
		if slices.Sort(inner); len(inner) == 1 {
			return nil, len(lines)
		}
		return inner, start
	}
	x0, x1 := g.borders[from], 1<<20
	if to < len(g.borders) {
		x1 = g.borders[to]
	}
	start = partedAt(lines, x0, x1)
	if start == len(lines) {
		return nil, start
	}
	for k := from; k < to; k++ {
		inner = append(inner, k)
	}
	return inner, start
}

// isSubHead tells the words of the lower headings that stand alone.
func isSubHead(s string) bool {
	switch strings.ToLower(strings.Trim(s, ".:")) {
	case "code", "v", "amount", "price", "(a)", "(d)", "a/d", "(a)or", "title", "exercisable", "exer-", "expiration", "expira-":
		return true
	}
	return false
}

// within gives the words of a line that stand below the heading of a group.
func (g *grid) within(l *ruledLine, groups []int, i int) []sheet.Word {
	var words []sheet.Word
	for _, w := range l.words {
		if isDashWord(w.Text) {
			continue
		}
		at := g.column(int(w.Box.X0+w.Box.X1) / 2)
		if g.barred {
			at = min(at, g.columns()-1)
		} else if isHeadNumber(w.Text) {
			at = g.column(int(w.Box.X0) + 3)
		}
		if at >= groups[i] && (i+1 == len(groups) || at < groups[i+1]) {
			words = append(words, w)
		}
	}
	return words
}

// headEnd finds where the headings end in a table without <S> and <C>: after the
// band with their numbers, and a further one of the lower headings.
func (g *grid) headEnd(lines []ruledLine) int {
	end, numbers, lower := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.kind == lineRule && !g.isPartial(l) || i+1 == len(lines) {
			switch {
			case numbers >= 2 || end > 0 && lower >= 2:
				end = i
			case end > 0:
				return end
			}
			numbers, lower = 0, 0
			continue
		}
		for _, s := range g.segments(l) {
			if len(s.words) > 0 && isHeadNumber(s.words[0].Text) {
				numbers++
			}
			for _, w := range s.words {
				if isSubHead(w.Text) {
					lower++
				}
			}
		}
	}
	return end
}

// isPartial tells a rule that parts a heading from those below it, and not the
// whole table.
func (g *grid) isPartial(l *ruledLine) bool {
	n := 0
	for _, d := range l.dashes {
		n += d.x1 - d.x0
	}
	return n*2 < g.borders[len(g.borders)-1]
}
