package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// table is Table I or Table II.
type table struct {
	at      int // the block where its heads begin, or -1
	end     int // after its last block
	columns []form.Column
	rows    [][]printed.Cell
	mixed   bool // a head holds a value
	wide    bool // a line has text in a cell below no head
}

// tableReader reads the rows of Table I and Table II.
type tableReader struct {
	*document
	tables    [2]table
	lines     [2][]printed.Line // the rows with the cells that they are made of
	readTwice int               // lines that were read twice from a picture
}

// findTables finds the tables by their first head: "1. Title of Security" and "1.
// Title of Derivative Security". Where that is cut over rows, the title of the table
// before it tells which it is.
func (r *tableReader) findTables() {
	for i := range r.tables {
		r.tables[i].at = -1
	}
	second := -1 // the last title of a table that was seen: 0 of Table I, 1
	for i := 0; i < len(r.blocks); i++ {
		b := &r.blocks[i]
		if len(b.Lines) == 0 {
			continue
		}
		text := form.Folded(blockWords(b))
		if n := form.TableTitle(text); n > 0 {
			second = n - 1
			if len(text) > 30 {
				continue
			}
		}
		if b.Table == 0 {
			continue
		}
		at := form.TitleHead(text, 1)
		if at < 0 {
			// Where places showed the table, its first head may be unreadable.
			if r.sheet.Blocks != nil || !b.Head || b.Col > 0 || second < 0 || form.HasPrefix(text, "reporting", "owner") {
				continue
			}
			at = 0
		}
		n := second
		if form.Index(text[at:], "title", "of", "derivative") == 0 {
			n = 1
		} else if form.Index(text[at:], "title", "of", "security") == 0 {
			n = 0
		}
		if n < 0 {
			continue
		}
		i = r.takeTable(&r.tables[n], n == 1, i) - 1
	}
}

// start is where the heads of the first table begin, or the end of the document.
func (r *tableReader) start() int {
	start := len(r.blocks)
	for _, t := range r.tables {
		if t.at >= 0 {
			start = min(start, t.at)
		}
	}
	return start
}

// end is the block after the last table.
func (r *tableReader) end() int { return max(r.tables[0].end, r.tables[1].end) }

// takeTable takes the rows of the table whose heads begin at a block, and returns
// the block after them. A table that goes on under heads of its own, on the next
// page, adds to what is there.
func (r *tableReader) takeTable(t *table, second bool, at int) int {
	number := r.blocks[at].Table
	end := at
	var grid [][]*sheet.Block
	row := int32(-1)
	for ; end < len(r.blocks); end++ {
		b := &r.blocks[end]
		if b.Table != number {
			// A table may stand inside a cell; what follows it is told by its number.
			if b.Table > number && containsTable(r.blocks[end:], number) {
				continue
			}
			break
		}
		if b.Part > 0 {
			continue
		}
		if b.Row != row {
			if end > at && startsOther(b, second) {
				break
			}
			if len(grid) == maxRows {
				break
			}
			grid = append(grid, nil)
			row = b.Row
		}
		grid[len(grid)-1] = append(grid[len(grid)-1], b)
	}
	heads := headRows(grid, r.sheet.Loose)
	body := grid[heads:]
	t.mixed = t.mixed || slices.ContainsFunc(grid[:heads], holdsValues)
	if t.at < 0 {
		t.at = at
		width := widthOf(body, grid[:heads])
		names := headNames(grid[:heads], width)
		var cells [][]printed.Cell
		for _, line := range body {
			cells = append(cells, cellsOf(line))
		}
		t.columns = assign(r.formNumber(), second, names, cells, width)
		t.rows = cells
	} else {
		for _, line := range body {
			t.rows = append(t.rows, cellsOf(line))
		}
	}
	t.end = end
	return max(end, at+1)
}

func containsTable(blocks []sheet.Block, number int32) bool {
	for i := range blocks {
		if i == 200 {
			return false
		}
		if blocks[i].Table == number {
			return true
		}
	}
	return false
}

// startsOther reports whether a row begins the other table within the same one.
func startsOther(b *sheet.Block, second bool) bool {
	if len(b.Lines) == 0 {
		return false
	}
	n := form.TableTitle(form.Folded(blockWords(b)))
	return n == 2 && !second || n == 1 && second
}

// headRows counts the rows of heads at the start of a table: up to the last row that
// speaks as heads do before one that holds values. Rows of text may be cut in such
// small pieces that only the last is recognised.
func headRows(grid [][]*sheet.Block, loose bool) int {
	n := 0
	for i, row := range grid {
		if isHeadRow(row) {
			n = i + 1
			continue
		}
		if !loose || holdsValues(row) {
			break
		}
	}
	return n
}

// isHeadRow reports whether most cells of a row say what heads say.
func isHeadRow(row []*sheet.Block) bool {
	filled, heads, marked := 0, 0, 0
	number, side := false, false
	for _, b := range row {
		if b.Head {
			marked++
		}
		if len(b.Lines) == 0 {
			continue
		}
		filled++
		text := printed.Joined(blockWords(b))
		_, isNumber := printed.ParseNumber(text)
		number, side = number || isNumber, side || text == "D" || text == "I"
		if form.SaysHead(form.Folded(blockWords(b))) {
			heads++
		}
	}
	if marked > 0 && marked == len(row) {
		return true
	}
	// A line may have a title such as "No securities are beneficially owned".
	return heads*2 > filled && !(number && side)
}

// holdsValues reports whether a row has what only values are: a date, or a number of
// some size beside a D or an I.
func holdsValues(row []*sheet.Block) bool {
	numbers, sides := 0, 0
	for _, b := range row {
		for _, l := range b.Lines {
			for _, w := range l {
				if _, ok := printed.ParseDate(w.Text); ok {
					return true
				}
				if strings.Count(w.Text, "/") == 2 && strings.ContainsAny(w.Text, "0123456789") && len(w.Text) >= 8 {
					return true
				}
				if v, ok := printed.ParseNumber(w.Text); ok && v.V.Cmp(ownership.NewDecimal(99, 0)) > 0 {
					numbers++
				}
			}
		}
		if s := printed.Joined(blockWords(b)); s == "D" || s == "I" {
			sides++
		}
	}
	return numbers > 0 && sides > 0 || numbers > 1
}

// widthOf is the number of cells that most rows have.
func widthOf(body, heads [][]*sheet.Block) int {
	count := map[int]int{}
	for _, row := range body {
		count[len(row)]++
	}
	best := 0
	for n, c := range count {
		if c > count[best] || c == count[best] && n > best {
			best = n
		}
	}
	if best == 0 {
		for _, row := range heads {
			best = max(best, len(row))
		}
	}
	return best
}

// headNames gives the folded words above each column, those of heads that span
// several included.
func headNames(heads [][]*sheet.Block, width int) [][]string {
	names := make([][]string, width)
	busy := make([]int, width) // rows that a head from above still takes
	for _, row := range heads {
		col := 0
		for _, b := range row {
			for col < width && busy[col] > 0 {
				col++
			}
			span := max(1, int(b.ColSpan))
			for k := 0; k < span && col < width; k++ {
				names[col] = append(names[col], form.Folded(blockWords(b))...)
				busy[col] = max(1, int(b.RowSpan))
				col++
			}
		}
		for i := range busy {
			busy[i] = max(0, busy[i]-1)
		}
	}
	return names
}

// cellsOf turns the blocks of a row into cells.
func cellsOf(row []*sheet.Block) []printed.Cell {
	out := make([]printed.Cell, 0, len(row))
	for _, b := range row {
		out = append(out, printed.Cell{Lines: b.Lines})
	}
	return out
}

// readTables reads the rows of both tables.
func (r *tableReader) readTables() {
	for n := range r.tables {
		t := &r.tables[n]
		if t.at < 0 {
			continue
		}
		rows := &r.f.TableI
		if n == 1 {
			rows = &r.f.TableII
		}
		lines := t.rows
		if r.sheet.Loose {
			lines = r.gather(t.columns, lines)
		}
		lines = r.dropHeads(t.columns, lines)
		r.pullNature(t.columns, lines)
		for _, line := range lines {
			t.wide = t.wide || isWide(t.columns, line)
			if row, ok := r.row(t.columns, line, n == 1); ok {
				*rows = append(*rows, row)
				r.lines[n] = append(r.lines[n], printed.Line{Table: n, Index: len(*rows) - 1, Columns: t.columns, Cells: line})
			}
		}
	}
}

// isWide reports whether a line has text in a cell for which there is no column.
func isWide(cols []form.Column, line []printed.Cell) bool {
	for i := range line {
		if (i >= len(cols) || cols[i] == form.ColNone) && len(line[i].Lines) > 0 {
			return true
		}
	}
	return false
}

// noneOwned looks for the sentence that a Form 3 without holdings prints.
func (r *tableReader) noneOwned() {
	if r.f.DocumentType.V.Form() != '3' {
		return
	}
	for i := range r.blocks {
		if slices.ContainsFunc(r.tables[:], func(t table) bool { return t.at >= 0 && t.at <= i && i < t.end }) {
			continue // some write it as a line's title, and do not mark the box
		}
		if form.SaysNoneOwned(form.Folded(blockWords(&r.blocks[i]))) {
			v := &r.f.NoSecuritiesOwned
			v.V, v.State, v.How = true, ownership.Known, ownership.Labeled
			v.Raw, v.At = printed.Raw(&r.f.Source, r.blocks[i].Lines)
			return
		}
	}
}
