package plaintext

import (
	"cmp"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// grid is where the columns of a ruled table start and end.
type grid struct {
	barred bool
	// borders are the columns of letters in which a column of the table starts; with
	// bars, those of the bars, of which the first may stand before the first column.
	borders []int
}

// segment is what stands in one line between two borders of the grid.
type segment struct {
	from, to int // columns of the grid: [from, to)
	x0, x1   int // columns of letters between the bars: [x0, x1); 0 without bars
	words    []sheet.Word
}

// fromBars takes the bars of all lines as borders: those that at least two lines
// share, bars side by side counting as one.
func (g *grid) fromBars(lines []ruledLine) {
	count := map[int]int{}
	for i := range lines {
		for _, x := range lines[i].bars {
			count[x]++
		}
	}
	xs := make([]int, 0, len(count))
	for x, n := range count {
		if n >= 2 || len(lines) < 4 {
			xs = append(xs, x)
		}
	}
	slices.SortFunc(xs, func(a, b int) int { return cmp.Or(count[b]-count[a], a-b) })
	xs = xs[:min(len(xs), maxColumns)]
	slices.Sort(xs)
	g.borders = append(g.borders, -1)
	for _, x := range xs {
		last := g.borders[len(g.borders)-1]
		switch {
		case x-last > 1:
			g.borders = append(g.borders, x)
		case last >= 0 && count[x] > count[last]:
			g.borders[len(g.borders)-1] = x
		case last < 0 && x == 0:
			g.borders[0] = 0
		}
	}
}

// isDashWord tells a rule that stands in a line among words.
func isDashWord(s string) bool { return len(s) >= 3 && strings.Trim(s, "-_=") == "" }

// index gives the border of the grid that a bar is, or -1.
func (g *grid) index(x int) int {
	for i, b := range g.borders {
		if x >= b-1 && x <= b+1 {
			return i
		}
	}
	return -1
}

// segments gives the parts of a line, one for every cell that the line shows.
func (g *grid) segments(l *ruledLine) []segment {
	if !g.barred {
		return g.byColumn(l)
	}
	bars := []int{0} // borders of the line
	for _, x := range l.bars {
		if i := g.index(x); i > bars[len(bars)-1] {
			bars = append(bars, i)
		}
	}
	all := make([]segment, 0, len(bars))
	for k, from := range bars {
		to := len(g.borders)
		s := segment{from: from, to: to, x0: g.borders[from] + 1}
		if k+1 < len(bars) {
			s.to = bars[k+1]
			s.x1 = g.borders[s.to]
		}
		all = append(all, s)
	}
	for _, w := range l.words {
		k := 0
		for k+1 < len(all) && int(w.Box.X0) >= all[k].x1 {
			k++
		}
		if wide := all[k].x1 - all[k].x0; isDashWord(w.Text) && len(w.Text)*5 >= wide*4 {
			continue // a rule that goes through some of the columns
		}
		all[k].words = append(all[k].words, w)
	}
	// Behind the last bar there is a column only if there is text.
	if last := &all[len(all)-1]; len(all) > 1 && len(last.words) == 0 && last.from == len(g.borders)-1 {
		all = all[:len(all)-1]
	}
	return all
}

// byColumn sorts the words of a line without bars into the columns of the grid: a
// word that stands apart goes where its middle is, one after another stays with it
// unless it starts in the next column.
func (g *grid) byColumn(l *ruledLine) []segment {
	all := make([]segment, len(g.borders))
	for i := range all {
		all[i].from, all[i].to = i, i+1
	}
	before, after := 0, float32(-9)
	for _, w := range l.words {
		k := g.column(int(w.Box.X0+w.Box.X1) / 2)
		if near := w.Box.X0-after <= 1; near && k > before && int(w.Box.X0) < g.borders[k] {
			k = before
		}
		k = max(k, before)
		all[k].words = append(all[k].words, w)
		before, after = k, w.Box.X1
	}
	return all
}

// column gives the column of the grid that a column of letters is in.
func (g *grid) column(x int) int {
	k := 0
	for i, b := range g.borders {
		if x >= b {
			k = i
		}
	}
	return k
}

// isTitle tells a line that spans the table, as its title does.
func (g *grid) isTitle(l *ruledLine) bool {
	text := textOf(l.words)
	if g.barred {
		return len(l.bars) < 2 || len(l.bars) == 2 && (isTableTitle(text) || isTableSubtitle(text))
	}
	_, words := opening(text)
	return form.BeginsTable(words) || form.IsTableSubtitle(words) || g.isProse(l)
}

// isProse tells a line that is a sentence and no row: without bars in a table of
// bars, else running on through three columns.
func (g *grid) isProse(l *ruledLine) bool {
	if g.barred {
		return len(l.bars) < 2
	}
	for i := 0; i < len(l.words); {
		k := i
		for k+1 < len(l.words) && l.words[k+1].Box.X0-l.words[k].Box.X1 <= 2 {
			k++
		}
		if k-i >= 5 && l.words[k].Box.X1-l.words[i].Box.X0 > 40 && g.column(int(l.words[k].Box.X1))-g.column(int(l.words[i].Box.X0)) >= 3 {
			return true
		}
		i = k + 1
	}
	return false
}

func textOf(words []sheet.Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !w.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// rows parts the lines of a band, between two rules or blank lines, into rows. A line
// starts one if it has another whole date, amount or (D) or (I) in a column where the
// row has one.
func (g *grid) rows(band []ruledLine) [][]ruledLine {
	var rows [][]ruledLine
	have := map[int]string{} // the kinds of whole cells of the row, by column
	for i := range band {
		whole := g.whole(&band[i])
		starts := len(rows) == 0 || len(rows[len(rows)-1]) == maxRowLines
		for col, kind := range whole {
			starts = starts || strings.IndexByte(have[col], kind) >= 0
		}
		if starts {
			rows = append(rows, nil)
			clear(have)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], band[i])
		for col, kind := range whole {
			have[col] += string(kind)
		}
	}
	return rows
}

// whole tells the cells of a line that need no second line, by column.
func (g *grid) whole(l *ruledLine) map[int]byte {
	whole := map[int]byte{}
	for _, s := range g.segments(l) {
		if len(s.words) == 0 {
			continue
		}
		// A number that is full to the border may go on below it.
		full := s.x1 > 0 && int(s.words[len(s.words)-1].Box.X1) >= s.x1
		if kind := wholeKind(textOf(s.words)); kind != 0 && (kind != '0' || !full) {
			whole[s.from] = kind
		}
	}
	return whole
}

// startsRow reports whether b cannot belong to the row of a.
func (g *grid) startsRow(a, b *ruledLine) bool {
	next := g.whole(b)
	for col, kind := range g.whole(a) {
		if next[col] == kind {
			return true
		}
	}
	return false
}

// wholeKind tells cells that need no second line: '/' a date, '0' an amount, 'D' a
// letter alone; 0 any other.
func wholeKind(s string) byte {
	s = strings.Trim(s, "$ ")
	digits, slashes := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '/':
			slashes++
		case c == ',' || c == '.':
		case c == 'D' || c == 'I' || c == 'A':
			if len(s) == 1 {
				return 'D'
			}
			return 0
		default:
			return 0
		}
	}
	switch {
	case slashes == 2 && digits >= 4 && s[len(s)-1] != '/':
		return '/'
	case slashes == 0 && digits > 0:
		return '0'
	}
	return 0
}
