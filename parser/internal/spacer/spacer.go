// Package spacer takes out of tables the empty columns that only part others: agents of 2002
// and 2003 set one between each two.
package spacer

import (
	"slices"

	"filingview/parser/internal/sheet"
)

// cell is a block in the columns that it covers.
type cell struct {
	block    *sheet.Block
	row      int // counted from 0
	from, to int // columns
}

// empty reports whether nothing stands in the cell, or only the sign of the dollars in the
// next one.
func (c *cell) empty() bool { return len(c.block.Lines) == 0 || c.dollar() }

func (c *cell) dollar() bool {
	return len(c.block.Lines) == 1 && len(c.block.Lines[0]) == 1 && c.block.Lines[0][0].Text == "$"
}

// Drop takes out, where they part the others of a table, the columns in which each row has an empty cell of its own, or one that
// covers others too.
func Drop(blocks []sheet.Block) []sheet.Block {
	var out []sheet.Block
	for at := 0; at < len(blocks); {
		end := at + 1
		for end < len(blocks) && blocks[end].Table == blocks[at].Table {
			end++
		}
		if blocks[at].Table > 0 {
			out = append(out, without(blocks[at:end])...)
		} else {
			out = append(out, blocks[at:end]...)
		}
		at = end
	}
	return out
}

// maxColumns bounds the columns of a table: no form has so many.
const maxColumns = 200

// without gives the blocks of a table without its empty columns.
func without(table []sheet.Block) []sheet.Block {
	cells, width := place(table)
	if width > maxColumns {
		return table
	}
	filled, own := make([]bool, width), make([]bool, width)
	for i := range cells {
		c := &cells[i]
		switch {
		case c.to-c.from > 1: // it tells nothing of its columns
		case c.empty():
			own[c.from] = true
		default:
			filled[c.from] = true
		}
	}
	keep := make([]bool, width)
	for i := range keep {
		keep[i] = filled[i] || !own[i]
	}
	for i := range cells {
		if c := &cells[i]; !c.empty() && !slices.Contains(keep[c.from:c.to], true) {
			keep[c.from] = true
		}
	}
	if !parts(keep) {
		return table
	}
	var out []sheet.Block
	var sign []sheet.Word // the dollar before the next cell
	row, col := -1, int32(0)
	for i := range cells {
		c := &cells[i]
		span := int32(0)
		for _, k := range keep[c.from:c.to] {
			if k {
				span++
			}
		}
		if c.row != row {
			row, col, sign = c.row, 0, nil
		}
		if span == 0 && c.dollar() {
			sign = c.block.Lines[0]
		}
		if span > 0 {
			b := *c.block
			if len(sign) > 0 && len(b.Lines) > 0 {
				b.Lines = slices.Clone(b.Lines)
				b.Lines[0] = slices.Concat(sign, b.Lines[0])
			}
			sign = nil
			b.ColSpan, b.Col = span, col
			out = append(out, b)
			col++
		}
	}
	return out
}

// parts reports whether the columns that go part others throughout the table: there are
// three at least, and each stands between two that stay. A single one may hold boxes to tick,
// and the last may have lost its head.
func parts(keep []bool) bool {
	n := 0
	for i, k := range keep {
		if k {
			continue
		}
		if n++; i == 0 || i+1 == len(keep) || !keep[i-1] || !keep[i+1] {
			return false
		}
	}
	return n >= 3
}

// place gives the cells of a table in their columns, and how many columns there are.
func place(table []sheet.Block) (cells []cell, width int) {
	var busy []int // rows that a cell from above still takes, by column
	row, col := -1, 0
	number := int32(-1)
	for i := range table {
		b := &table[i]
		if b.Row != number || row < 0 {
			for k := range busy {
				busy[k] = max(0, busy[k]-1)
			}
			number, col = b.Row, 0
			row++
		}
		for col < len(busy) && busy[col] > 0 {
			col++
		}
		to := col + min(max(1, int(b.ColSpan)), maxColumns)
		for len(busy) < to {
			busy = append(busy, 0)
		}
		for k := col; k < to; k++ {
			busy[k] = max(1, int(b.RowSpan))
		}
		cells = append(cells, cell{b, row, col, to})
		col = to
		width = max(width, to)
		if width > maxColumns {
			return cells, width
		}
	}
	return cells, width
}
