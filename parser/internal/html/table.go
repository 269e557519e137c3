package html

import (
	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/sheet"
)

// table opens a table. Text that comes before it in a cell is a part of its own.
func (r *htmlReader) table() {
	r.flush()
	r.unstyle()
	if t := r.top(); t != nil && t.inCell && !t.given {
		r.give(t.cell)
	}
	if len(r.tables) == maxTableDepth {
		r.full = true
		return
	}
	r.count++
	r.tables = append(r.tables, htmlTable{number: r.count, row: -1, col: -1})
}

func (r *htmlReader) top() *htmlTable {
	if n := len(r.tables); n > 0 {
		return &r.tables[n-1]
	}
	return nil
}

// endTable closes the innermost table; what follows belongs to the cell around it.
func (r *htmlReader) endTable() {
	if len(r.tables) == 0 {
		r.line()
		return
	}
	r.endRow()
	r.flush()
	r.tables = r.tables[:len(r.tables)-1]
	r.space = true
}

// tr opens a row, and closes the one before if nothing did.
func (r *htmlReader) tr() {
	t := r.top()
	if t == nil {
		r.line()
		return
	}
	r.endRow()
	t.row++
	t.col = -1
	t.inRow = true
}

func (r *htmlReader) endRow() {
	if t := r.top(); t != nil {
		r.endCell()
		t.inRow = false
	}
}

// td opens a cell, and a row if none is open. Outside of tables it is nothing.
func (r *htmlReader) td(tag *htmlTag) {
	t := r.top()
	if t == nil {
		r.line()
		return
	}
	r.endCell()
	r.flush() // text between cells
	if !t.inRow {
		r.tr()
	}
	t.col++
	t.inCell, t.given = true, false
	t.cell = sheet.Block{Table: t.number, Row: t.row, Col: t.col, RowSpan: max(1, tag.rowSpan), ColSpan: max(1, tag.colSpan), Head: tag.name == "th"}
	r.unstyle()
	r.space = true
}

// endCell closes the cell of the innermost table, if one is open. Every cell gives
// at least one block, so that an empty one counts.
func (r *htmlReader) endCell() {
	t := r.top()
	if t == nil || !t.inCell {
		return
	}
	r.flush()
	if !t.given {
		r.give(t.cell)
	}
	t.inCell = false
	r.unstyle()
	r.space = true
}

// unstyle forgets inline elements that a cell's border ends.
func (r *htmlReader) unstyle() {
	r.styles, r.raised = r.styles[:0], 0
}

// line ends a line inside a cell, and a paragraph outside of tables.
func (r *htmlReader) line() {
	if t := r.top(); t != nil && t.inCell {
		r.newLine()
		return
	}
	r.flush()
	r.space = true
}

// newLine ends a line of a block.
func (r *htmlReader) newLine() {
	r.space = true
	if n := len(r.block.Lines); n > 0 && len(r.block.Lines[n-1]) > 0 {
		r.block.Lines = append(r.block.Lines, nil)
	}
}

// flush gives the block with the words gathered so far, if there are any. Text in
// a table but in no cell belongs to what is around the table.
func (r *htmlReader) flush() {
	lines := r.block.Lines
	if n := len(lines); n > 0 && len(lines[n-1]) == 0 {
		lines = lines[:n-1]
	}
	r.block.Lines = nil
	r.space = true
	if len(lines) == 0 {
		return
	}
	for i := len(r.tables) - 1; i >= 0; i-- {
		t := &r.tables[i]
		if !t.inCell {
			continue
		}
		t.cell.Lines = lines
		r.give(t.cell)
		t.cell.Lines = nil
		return
	}
	r.give(sheet.Block{Lines: lines, RowSpan: 1, ColSpan: 1})
}

// give adds a block. The next one of the same cell is its next part.
func (r *htmlReader) give(b sheet.Block) {
	if len(r.sheet.Blocks) == plaintext.MaxBlocks {
		r.full = true
		return
	}
	r.sheet.Blocks = append(r.sheet.Blocks, b)
	if b.Table == 0 {
		return
	}
	for i := range r.tables {
		if t := &r.tables[i]; t.number == b.Table {
			t.given = true
			t.cell.Part++
		}
	}
}
