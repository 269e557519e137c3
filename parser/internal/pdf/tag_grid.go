package pdf

import (
	"slices"

	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/sheet"
)

// taggedCell is a cell of a table as its tags say it: browsers name the heads of each
// cell, and leave out cells without a word.
type taggedCell struct {
	row, col   int32 // as given
	rows, cols int32 // that it spans
	head       bool
	id         string
	heads      []string
	column     int32 // of the grid
}

// cellOf reads what a cell's tags say of its heads.
func (t *tagger) cellOf(e library.Value, b *sheet.Block) taggedCell {
	c := taggedCell{row: b.Row, col: b.Col, rows: b.RowSpan, cols: b.ColSpan, head: b.Head, column: -1}
	if id := e.Key("ID"); id.Kind() == library.String && c.head {
		c.id = id.RawString()
	}
	a := e.Key("A")
	for i := range min(a.Len(), 20) {
		heads := a.Index(i).Key("Headers")
		for k := range min(heads.Len(), 20) {
			t.d.clock.tick()
			if h := heads.Index(k); h.Kind() == library.String {
				c.heads = append(c.heads, h.RawString())
			}
		}
	}
	return c
}

// fill puts the cells that were left out back into the rows of a table: blocks from
// start on are its, and those of tables inside it. Where the heads do not make one
// grid, or a row's cells do not stand in it, things stay as they are.
func (t *tagger) fill(table int32, start int, cells []taggedCell) {
	width, columns := headColumns(cells)
	if width < 2 {
		t.ragged = t.ragged || ragged(cells, nil)
		return
	}
	full := map[int32][]taggedCell{} // the rows that can be filled
	for from := 0; from < len(cells); {
		to := from + 1
		for to < len(cells) && cells[to].row == cells[from].row {
			to++
		}
		if row := cells[from:to]; placeRow(row, columns, width) {
			full[row[0].row] = row
		}
		from = to
	}
	t.ragged = t.ragged || ragged(cells, full)
	if len(full) == 0 {
		return
	}
	old := slices.Clone(t.blocks[start:])
	out := t.blocks[:start]
	row, next := int32(-1), int32(0) // the row that is being filled, and its next column
	upTo := func(column int32) {
		for ; row >= 0 && next < column; next++ {
			out = append(out, sheet.Block{Table: table, Row: row, Col: next, RowSpan: 1, ColSpan: 1})
		}
	}
	for _, b := range old {
		if b.Table != table {
			out = append(out, b)
			continue
		}
		if b.Row != row {
			upTo(width)
			row, next = -1, 0
			if full[b.Row] != nil {
				row = b.Row
			}
		}
		if row >= 0 && int(b.Col) < len(full[row]) {
			column := full[row][b.Col].column
			upTo(column)
			b.Col, next = column, column+1
		}
		out = append(out, b)
	}
	upTo(width)
	t.blocks = out
}

// wide is how many columns a table of the form has at least. Table I of Form 3 has
// fewer, of which only the last may be empty.
const wide = 8

// ragged reports whether a table as wide as those of the form has rows of values that
// are shorter than others, and are not known to be filled: then cells are left out, and
// nothing says which.
func ragged(cells []taggedCell, full map[int32][]taggedCell) bool {
	most, least := int32(0), int32(1<<20)
	over := map[int32]int32{} // columns that cells from rows above take
	for from := 0; from < len(cells); {
		row, sum, head := cells[from].row, int32(0), false
		for ; from < len(cells) && cells[from].row == row; from++ {
			c := &cells[from]
			sum += c.cols
			head = head || c.head
			for r := int32(1); r < min(c.rows, 50); r++ {
				over[row+r] += c.cols
			}
		}
		sum += over[row]
		if most = max(most, sum); !head && full[row] == nil {
			least = min(least, sum)
		}
	}
	return most >= wide && least < most
}

// headColumns lays the heads out as a grid, by the spans that they say, and gives its
// width and the column of each head that stands over a single one. The width is 0
// where they leave holes.
func headColumns(cells []taggedCell) (width int32, columns map[string]int32) {
	const most = 64
	columns = map[string]int32{}
	var taken [most]int32 // for each column, the first row that is free
	for from := 0; from < len(cells) && cells[from].head; {
		row := cells[from].row
		column := int32(0)
		for ; from < len(cells) && cells[from].row == row; from++ {
			c := &cells[from]
			if !c.head {
				return 0, nil
			}
			for column < most && taken[column] > row {
				column++
			}
			if column+c.cols > most {
				return 0, nil
			}
			for k := range c.cols {
				if taken[column+k] > row {
					return 0, nil
				}
				taken[column+k] = row + c.rows
			}
			if c.cols == 1 && c.id != "" {
				columns[c.id] = column
			}
			column += c.cols
			width = max(width, column)
		}
		for k := range width {
			if taken[k] <= row {
				return 0, nil
			}
		}
	}
	return width, columns
}

// placeRow finds the columns of a row of values. It reports false if a cell has no
// head of its own, or they do not stand one after the other.
func placeRow(row []taggedCell, columns map[string]int32, width int32) bool {
	last := int32(-1)
	for i := range row {
		c := &row[i]
		if c.head || c.rows != 1 || c.cols != 1 {
			return false
		}
		c.column = -1
		for _, h := range c.heads {
			if column, ok := columns[h]; ok {
				c.column = column
			}
		}
		if c.column <= last || c.column >= width {
			return false
		}
		last = c.column
	}
	return true
}
