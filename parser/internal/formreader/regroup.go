package formreader

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// regroup finds tables again whose cells come in a row, empty ones too, without their
// rows: the heads of the form say how many cells a row has.
//
// It reports false where something is left over between the rows and what follows the
// table: then some cell is not told, and a row would be lost.
func regroup(blocks []sheet.Block) (out []sheet.Block, whole bool) {
	whole = true
	table := int32(0)
	for _, b := range blocks {
		table = max(table, b.Table)
	}
	for i := 0; i < len(blocks); {
		heads, width := headCells(blocks[i:])
		if width == 0 {
			out = append(out, blocks[i])
			i++
			continue
		}
		table++
		out = append(out, heads.blocks(blocks[i:i+heads.count], table)...)
		if heads.owners {
			var rows []sheet.Block
			rows, i = ownerCells(blocks, i, table)
			out = append(out, rows...)
			continue
		}
		i += heads.count
		row := int32(heads.rows)
		for i+width <= len(blocks) && !endsTable(blocks[i:i+width]) {
			for col := range width {
				b := blocks[i+col]
				b.Table, b.Row, b.Col, b.RowSpan, b.ColSpan = table, row, int32(col), 1, 1
				out = append(out, b)
			}
			i += width
			row++
		}
		next := i
		for next < len(blocks) && next < i+width && len(blocks[next].Lines) == 0 {
			next++
		}
		if next < len(blocks) && !endsTable(blocks[next:next+1]) {
			whole = false
		}
	}
	return out, whole
}

// inOrder reports whether the cells of each row that was found again stand beside each
// other from left to right, the first below its head: if a cell is not told where
// nothing stands in it, all after it slide.
func inOrder(blocks []sheet.Block) bool {
	left := map[int32]float32{} // where the first column begins
	table, row, x := int32(0), int32(-1), float32(0)
	for i := range blocks {
		b := &blocks[i]
		if b.Table == 0 || b.Part > 0 || len(b.Lines) == 0 {
			continue
		}
		at := b.Lines[0][0].Box
		for _, l := range b.Lines {
			if l[0].Box.X0 < at.X0 {
				at = l[0].Box
			}
		}
		if b.Head {
			if have, ok := left[b.Table]; b.Col == 0 && b.Row == 0 && !ok {
				left[b.Table] = at.X0
			} else if ok && b.Col == 0 && b.Row == 0 {
				left[b.Table] = min(have, at.X0)
			}
			continue
		}
		begin, told := left[b.Table]
		if !told {
			continue
		}
		if b.Table != table || b.Row != row {
			table, row, x = b.Table, b.Row, at.X0
			if b.Col == 0 && at.X0 > begin+60 || b.Col > 0 && at.X0 < begin+4 {
				return false
			}
			continue
		}
		if at.X0 <= x {
			return false
		}
		x = at.X0
	}
	return true
}

// headers are the cells of a table's heads: those of the upper row, with how many
// columns each has, and those of the lower.
type headers struct {
	count  int // all cells
	rows   int
	spans  []int // of the upper row's cells
	owners bool  // it is the table of owners
}

func (h *headers) blocks(cells []sheet.Block, table int32) []sheet.Block {
	out := slices.Clone(cells)
	for i := range out {
		b := &out[i]
		b.Table, b.Head, b.RowSpan, b.ColSpan = table, true, 1, 1
		if i < len(h.spans) {
			b.Row, b.Col = 0, int32(i)
			if b.ColSpan = int32(max(1, h.spans[i])); h.spans[i] == 0 {
				b.RowSpan = int32(h.rows)
			}
		} else {
			b.Row, b.Col = 1, int32(i-len(h.spans))
		}
	}
	return out
}

// headCells reads the heads of a table at the start of blocks: cells that say what
// heads do, the first "1. Title of …", or the heads of the table of owners. The width
// is 0 where there are none.
func headCells(blocks []sheet.Block) (headers, int) {
	if len(blocks) == 0 || len(blocks[0].Lines) == 0 {
		return headers{}, 0
	}
	first := form.Folded(blockWords(&blocks[0]))
	if form.IsOwnerHead(first) && len(first) < 8 {
		return ownerHeads(blocks)
	}
	if len(first) < 3 || form.Index(first[:min(len(first), 4)], "title", "of") > 1 || form.Index(first[:min(len(first), 4)], "title", "of") < 0 {
		return headers{}, 0
	}
	h := headers{rows: 1}
	var texts [][]string
	for i := 0; i < len(blocks) && i < 30; i++ {
		text := form.Folded(blockWords(&blocks[i]))
		if len(text) == 0 || !form.IsBoxNumber(text[0]) && text[0] != "10" && text[0] != "11" && text[0] != "9" {
			break
		}
		texts = append(texts, text)
	}
	if len(texts) < 4 {
		return headers{}, 0
	}
	h.count = len(texts)
	h.spans = make([]int, len(texts))
	width := len(texts)
	for i, text := range texts {
		for _, s := range form.Groups() {
			if !form.Holds(text, s.Upper...) {
				continue
			}
			n := lowerHeads(blocks[h.count:], s.Lower)
			if n == 0 {
				continue
			}
			h.spans[i] = n
			h.count += n
			h.rows = 2
			width += n - 1
			break
		}
	}
	return h, width
}

// lowerHeads counts the cells that are the lower heads in their order.
func lowerHeads(blocks []sheet.Block, lower [][]string) int {
	for i, want := range lower {
		if i >= len(blocks) {
			return 0
		}
		text := form.Folded(blockWords(&blocks[i]))
		if form.Index(text, want...) != 0 || len(text) > len(want)+2 {
			return 0
		}
	}
	return len(lower)
}

// ownerHeads reads the heads of the table of owners.
func ownerHeads(blocks []sheet.Block) (headers, int) {
	want := [...][]string{{"relationships"}, {"director"}, {"10%"}, {"officer"}, {"other"}}
	for i, w := range want {
		if i+1 >= len(blocks) || form.Index(form.Folded(blockWords(&blocks[i+1])), w...) != 0 {
			return headers{}, 0
		}
	}
	return headers{count: 6, rows: 2, spans: []int{0, 4}, owners: true}, 5
}

// ownerCells finds the rows of the table of owners whose heads begin at a block: a row
// begins left of the first mark's column, and each cell stands below its head, so
// that empty ones need not be told. It returns the block after the table.
func ownerCells(blocks []sheet.Block, at int, table int32) (out []sheet.Block, end int) {
	var centers [5]float32
	for i := range centers[1:] {
		centers[i+1] = middle(&blocks[at+2+i])
	}
	first := leftOf(&blocks[at+2])
	row := int32(1)
	var cells *[5]sheet.Block
	give := func() {
		if cells != nil {
			out = append(out, cells[:]...)
		}
	}
	for end = at + 6; end < len(blocks) && !endsTable(blocks[end:end+1]); end++ {
		b := blocks[end]
		if len(b.Lines) == 0 {
			continue
		}
		col := 0
		if leftOf(&b) >= first-3 {
			col = 1
			for c := 2; c < 5; c++ {
				if m := middle(&b); distanceOf(m, centers[c]) < distanceOf(m, centers[col]) {
					col = c
				}
			}
		}
		if col == 0 || cells == nil {
			give()
			row++
			cells = &[5]sheet.Block{}
			for c := range cells {
				cells[c] = sheet.Block{Table: table, Row: row, Col: int32(c), RowSpan: 1, ColSpan: 1}
			}
		}
		cells[col].Lines = append(cells[col].Lines, b.Lines...)
	}
	give()
	return out, end
}

func distanceOf(a, b float32) float32 { return max(a-b, b-a) }

// leftOf and middle tell where the words of a block stand.
func leftOf(b *sheet.Block) float32 {
	x := float32(1 << 20)
	for _, l := range b.Lines {
		x = min(x, l[0].Box.X0)
	}
	return x
}

func middle(b *sheet.Block) float32 {
	x0, x1 := leftOf(b), float32(0)
	for _, l := range b.Lines {
		x1 = max(x1, l[len(l)-1].Box.X1)
	}
	return (x0 + x1) / 2
}

// endsTable reports whether the cells of what would be the next row are no row any
// more: the first of them that says anything begins another part of the form.
func endsTable(cells []sheet.Block) bool {
	for i := range cells {
		text := form.Folded(blockWords(&cells[i]))
		if len(text) == 0 {
			continue
		}
		if form.IsOwnParagraph(printed.JoinedLines(cells[i].Lines), text) || form.TableTitle(text) > 0 || isFormTitle(&cells[i]) {
			return true
		}
		switch headingOf(&cells[i], text) {
		case form.HeadingOwners, form.HeadingSignatures, form.HeadingNotes:
			return true
		}
	}
	return false
}
