// Package halves joins tables that were set in two halves, one below the other.
package halves

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// Agents before mid-2003 set the eleven columns of Table II in two tables, one below the
// other: the second begins with the column that follows the last one of the first, and
// has a line for each of its lines. Here they become one table.

// Join puts the lines of a second half beside those of the first. A half with another
// number of lines stays alone: which line is whose is not known.
func Join(blocks []sheet.Block) []sheet.Block {
	for at := 0; at < len(blocks); {
		first, next := tableAt(blocks, at)
		if first == nil {
			at = next
			continue
		}
		second, end := tableAt(blocks, next)
		if second == nil || !first.goesOnIn(second) {
			at = next
			continue
		}
		joined := append(blocks[:at:at], first.beside(second)...)
		return Join(append(joined, blocks[end:]...))
	}
	return blocks
}

// half is a table as it may be one of two.
type half struct {
	rows  [][]*sheet.Block
	heads int // how many of the rows are heads
	width int
}

// tableAt reads the table that begins at a block, and returns the block after it; nil if
// none begins there. Paragraphs before it are passed over
// that are empty or say that the table goes on.
func tableAt(blocks []sheet.Block, at int) (*half, int) {
	for at < len(blocks) && blocks[at].Table == 0 && (len(blocks[at].Lines) == 0 || form.ContinuesTable(form.Folded(slices.Concat(blocks[at].Lines...)))) {
		at++
	}
	if at == len(blocks) || blocks[at].Table == 0 {
		return nil, at + 1
	}
	h := &half{}
	number, row := blocks[at].Table, int32(-1)
	for ; at < len(blocks) && blocks[at].Table == number; at++ {
		if b := &blocks[at]; b.Row != row {
			row = b.Row
			h.rows = append(h.rows, nil)
		}
		h.rows[len(h.rows)-1] = append(h.rows[len(h.rows)-1], &blocks[at])
	}
	for h.heads < len(h.rows) && isHead(h.rows[h.heads]) {
		h.heads++
	}
	for _, row := range h.rows[h.heads:] {
		h.width = max(h.width, len(row))
	}
	return h, at
}

// isHead reports whether most cells of a row say what heads say, or the source calls them
// heads.
func isHead(row []*sheet.Block) bool {
	filled, heads := 0, 0
	for _, b := range row {
		if len(b.Lines) == 0 {
			continue
		}
		filled++
		if b.Head || form.SaysHead(form.Folded(slices.Concat(b.Lines...))) {
			heads++
		}
	}
	return heads*2 > filled
}

// goesOnIn reports whether the heads of another table go on counting where those of this
// one end, and as many lines are below them.
func (h *half) goesOnIn(other *half) bool {
	if h.heads == 0 || other.heads == 0 || len(h.rows)-h.heads != len(other.rows)-other.heads {
		return false
	}
	first, last := headNumbers(h.rows[0])
	next, _ := headNumbers(other.rows[0])
	return first == 1 && last > first && next == last+1
}

// headNumbers gives the numbers of the first and the last head of a row, 0 if it has none.
func headNumbers(row []*sheet.Block) (first, last int) {
	for _, b := range row {
		words := slices.Concat(b.Lines...)
		if len(words) == 0 {
			continue
		}
		n := 0
		for _, c := range strings.TrimSuffix(form.NumberedWord(words[0].Text), "a") {
			n = 10*n + int(c-'0')
		}
		if n == 0 {
			continue
		}
		if first == 0 {
			first = n
		}
		last = n
	}
	return first, last
}

// beside gives the blocks of both halves as one table, each line of the first filled up to
// its width.
func (h *half) beside(other *half) []sheet.Block {
	var out []sheet.Block
	table := h.rows[0][0].Table
	heads := max(h.heads, other.heads)
	h.raise(heads)
	other.raise(heads)
	for i := range h.rows {
		col := int32(0)
		give := func(b sheet.Block) {
			b.Table, b.Row, b.Col = table, int32(i), col
			out = append(out, b)
			col++
		}
		for _, b := range h.rows[i] {
			give(*b)
		}
		for i >= h.heads && int(col) < h.width {
			give(sheet.Block{RowSpan: 1, ColSpan: 1})
		}
		for _, b := range other.rows[i] {
			give(*b)
		}
	}
	return out
}

// raise gives a half as many rows of heads as the other has: its last ones reach down.
func (h *half) raise(heads int) {
	for ; h.heads < heads; h.heads++ {
		for _, b := range h.rows[h.heads-1] {
			b.RowSpan = max(1, b.RowSpan) + 1
		}
		h.rows = slices.Insert(h.rows, h.heads, []*sheet.Block(nil))
	}
}
