package plaintext

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// ruledTable gives the cells of a table that bars or a line of <S> and <C> rule.
func (t *textReader) ruledTable(lines []ruledLine) {
	g := grid{barred: barredLines(lines) >= 2}
	columns := -1
	for i := range lines {
		if lines[i].kind == lineColumns {
			columns = i
			break
		}
	}
	switch {
	case g.barred:
		g.fromBars(lines)
	case columns >= 0:
		g.borders = append(g.borders, lines[columns].starts...)
	default:
		g.fromGaps(lines)
	}
	if len(g.borders) < 2 {
		t.paragraphOf(lines)
		return
	}
	if g.barred && columns < 0 && holdsBoxes(lines) {
		t.table++
		for _, b := range g.head(lines) {
			b.Table, b.Head = t.table, false
			t.give(b)
		}
		return
	}
	heads := lines[:max(0, columns)]
	rest := lines[columns+1:]
	if columns < 0 {
		n := g.headEnd(lines)
		heads, rest = lines[:n], lines[n:]
		if start := bandWithNumbers(lines); start > 0 && start < n {
			for k := range lines[:start] {
				if lines[k].kind == lineText {
					t.paragraphOf(lines[k : k+1])
				}
			}
			heads = lines[start:n]
		}
	}
	table := tableNumber{reader: t}
	t.ruledBody(&g, &table, rest, t.ruledHeads(&g, &table, heads))
}

// tableNumber is the number of a table, which it has once it gives a block.
type tableNumber struct {
	reader *textReader
	number int32
}

func (n *tableNumber) get() int32 {
	if n.number == 0 {
		n.reader.table++
		n.number = n.reader.table
	}
	return n.number
}

// ruledHeads gives the heads of a table, and returns the number of its first row after
// them.
func (t *textReader) ruledHeads(g *grid, table *tableNumber, heads []ruledLine) (row int32) {
	// Titles span the table and have no column of their own.
	from := 0
	for from < len(heads) && (heads[from].kind != lineText || g.isTitle(&heads[from])) {
		if heads[from].kind == lineText {
			t.paragraphOf(heads[from : from+1])
		}
		from++
	}
	if heads = heads[from:]; len(heads) > 0 {
		for _, b := range g.head(heads) {
			b.Table = table.get()
			row = max(row, b.Row+1)
			t.give(b)
		}
	}
	return row
}

// ruledBody gives the rows of a table, from the one with the number row on.
func (t *textReader) ruledBody(g *grid, table *tableNumber, rest []ruledLine, row int32) {
	var open []ruledLine // the lines of the band
	var prose []ruledLine
	cut := g.cutsWords(rest)
	flush := func() {
		for _, r := range g.rows(open) {
			for _, b := range g.cells(r, cut) {
				b.Table, b.Row = table.get(), row
				t.give(b)
			}
			row++
		}
		open = nil
	}
	for i := range rest {
		l := &rest[i]
		if l.kind == lineText && g.isProse(l) {
			flush()
			prose = append(prose, *l)
			continue
		}
		t.paragraphOf(prose)
		prose = nil
		if l.kind == lineText {
			open = append(open, *l)
			continue
		}
		flush()
	}
	t.paragraphOf(prose)
	flush()
}

// holdsBoxes tells the boxes of the form's header from its tables.
func holdsBoxes(lines []ruledLine) bool {
	for i := range lines {
		if form.HasFirstBox(form.Folded(lines[i].words)) {
			return true
		}
	}
	return false
}

// cells gives the cells of one row, which goes over lines.
func (g *grid) cells(lines []ruledLine, cut bool) []sheet.Block {
	// The finest borders that all lines of the row share make its cells.
	first := g.segments(&lines[0])
	cells := make([]sheet.Block, len(first))
	for i, s := range first {
		cells[i] = sheet.Block{Col: int32(i), ColSpan: int32(s.to - s.from)}
	}
	for k := range lines {
		parts := make([][]sheet.Word, len(first))
		for _, s := range g.segments(&lines[k]) {
			i := slices.IndexFunc(first, func(f segment) bool { return s.from < f.to })
			if i < 0 {
				i = len(first) - 1
			}
			parts[i] = append(parts[i], s.words...)
		}
		for i, words := range parts {
			if len(words) == 0 {
				continue
			}
			c := &cells[i]
			if n := len(c.Lines); n > 0 && cut {
				last := c.Lines[n-1][len(c.Lines[n-1])-1]
				words[0].Glued = g.isCut(first[i], &last, &words[0])
			}
			c.Lines = append(c.Lines, words)
		}
	}
	return cells
}

// isCut reports whether the word goes on where the column was too narrow: the piece
// before it is full to the border and this one starts at the other.
func (g *grid) isCut(s segment, last, next *sheet.Word) bool {
	return s.x1 > s.x0 && int(last.Box.X1) >= s.x1 && int(next.Box.X0) <= s.x0 && joins(last.Text, next.Text)
}

// joins reports whether two pieces may be of one word or number.
func joins(a, b string) bool {
	x, y := a[len(a)-1], b[0]
	letter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }
	number := func(c byte) bool { return c >= '0' && c <= '9' || c == ',' || c == '.' || c == '/' || c == '$' }
	return letter(x) && letter(y) || number(x) && number(y) || x == '-' || y == ')' || x == '('
}

// cutsWords reports whether the table's program cut words where the column was
// full: no cell that goes on has room for more than a space.
func (g *grid) cutsWords(lines []ruledLine) bool {
	if !g.barred {
		return false
	}
	full := 0
	for i := 0; i+1 < len(lines); i++ {
		a, b := &lines[i], &lines[i+1]
		if a.kind != lineText || b.kind != lineText {
			continue
		}
		next := g.segments(b)
		for k, s := range g.segments(a) {
			if k >= len(next) || next[k].from != s.from || len(s.words) == 0 || len(next[k].words) == 0 {
				continue
			}
			switch room := s.x1 - int(s.words[len(s.words)-1].Box.X1); {
			case room >= 2 && !g.startsRow(a, b):
				return false
			case room <= 0:
				full++
			}
		}
	}
	return full > 0
}
