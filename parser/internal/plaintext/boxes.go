package plaintext

import (
	"slices"

	"filingview/parser/internal/sheet"
)

// maxBoxLines bounds the lines of the boxes in the header of a form.
const maxBoxLines = 100

// boxesEnd returns where the boxes of the header end that start at line i, side by
// side without bars between them, or i if none do. Two numbers of boxes in one line
// start them; a table ends them.
func boxesEnd(lines []ruledLine, i int) int {
	if len(boxNumbers(&lines[i])) < 2 {
		return i
	}
	end := i + 1
	for end < len(lines) && end < i+maxBoxLines && lines[end].kind != lineTag && len(lines[end].bars) == 0 &&
		(lines[end].kind != lineText || !isTableTitle(textOf(lines[end].words))) {
		end++
	}
	return end
}

// boxNumbers gives the columns of letters in which the numbers of boxes stand: "2."
// after a gap.
func boxNumbers(l *ruledLine) []int {
	var all []int
	for k, w := range l.words {
		if len(l.bars) == 0 && isHeadNumber(w.Text) && w.Text[0] <= '9' && (k == 0 || w.Box.X0-l.words[k-1].Box.X1 >= 3) {
			all = append(all, int(w.Box.X0))
		}
	}
	return all
}

// boxes gives a block for each column of boxes. What is set with single spaces stays
// together where it reaches into the next column.
func (t *textReader) boxes(lines []ruledLine) {
	var columns []int
	for i := range lines {
		for _, x := range boxNumbers(&lines[i]) {
			if !slices.ContainsFunc(columns, func(c int) bool { return x >= c-3 && x <= c+3 }) && len(columns) < maxColumns {
				columns = append(columns, x)
			}
		}
	}
	slices.Sort(columns)
	blocks := make([]sheet.Block, len(columns))
	t.table++
	for k := range blocks {
		blocks[k] = sheet.Block{Table: t.table, Col: int32(k)}
	}
	for i := range lines {
		parts := make([][]sheet.Word, len(columns))
		at := 0
		for k, w := range lines[i].words {
			if k == 0 || w.Box.X0-lines[i].words[k-1].Box.X1 >= 2 {
				for at = 0; at+1 < len(columns) && int(w.Box.X0) >= columns[at+1]-3; {
					at++
				}
			}
			parts[at] = append(parts[at], w)
		}
		for k, p := range parts {
			if len(p) > 0 {
				blocks[k].Lines = append(blocks[k].Lines, p)
			}
		}
	}
	for _, b := range blocks {
		t.give(b)
	}
}
