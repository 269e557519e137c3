package pdf

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// grid builds a table whose head has two rows, of which A stands alone and B over
// B1 and B2, and whose last column nothing stands in.
func grid() []taggedCell {
	return []taggedCell{
		{row: 0, col: 0, rows: 2, cols: 1, head: true, id: "A"},
		{row: 0, col: 1, rows: 1, cols: 2, head: true, id: "B"},
		{row: 0, col: 2, rows: 2, cols: 1, head: true},
		{row: 1, col: 0, rows: 1, cols: 1, head: true, id: "B1"},
		{row: 1, col: 1, rows: 1, cols: 1, head: true, id: "B2"},
	}
}

// filled gives the rows of values of a table after fill, "·" for an empty cell.
func filled(cells []taggedCell) string {
	t := tagger{}
	for _, c := range cells {
		b := sheet.Block{Table: 1, Row: c.row, Col: c.col, Head: c.head, Lines: [][]sheet.Word{{{Text: strings.Join(c.heads, "")}}}}
		t.blocks = append(t.blocks, b)
	}
	t.fill(1, 0, cells)
	var out strings.Builder
	row := int32(-1)
	for _, b := range t.blocks {
		if b.Head {
			continue
		}
		if b.Row != row {
			out.WriteString("|")
			row = b.Row
		}
		if len(b.Lines) == 0 {
			out.WriteString("·")
			continue
		}
		out.WriteString(b.Lines[0][0].Text)
	}
	return out.String()
}

func TestFill(t *testing.T) {
	value := func(row, col int32, head string) taggedCell {
		return taggedCell{row: row, col: col, rows: 1, cols: 1, heads: []string{head}}
	}
	full := append(grid(), value(2, 0, "B2"), value(3, 0, "A"), value(3, 1, "B1"), value(3, 2, "B2"))
	if s, want := filled(full), "|··B2·|AB1B2·"; s != want {
		t.Errorf("%s, want %s", s, want)
	}
	// A row whose cells name no head of their own stays as it is.
	for name, row := range map[string][]taggedCell{
		"unknown head": {value(2, 0, "X"), value(2, 1, "B2")},
		"group only":   {value(2, 0, "B")},
		"backwards":    {value(2, 0, "B1"), value(2, 1, "A")},
		"twice":        {value(2, 0, "A"), value(2, 1, "A")},
		"spanning":     {{row: 2, rows: 1, cols: 2, heads: []string{"A"}}},
	} {
		if s := filled(append(grid(), row...)); strings.Contains(s, "·") {
			t.Errorf("%s: %s", name, s)
		}
	}
	// So does everything where the heads leave holes.
	if s := filled(append(append(grid()[:3:3], grid()[4]), value(2, 0, "B2"))); strings.Contains(s, "·") {
		t.Errorf("heads with holes: %s", s)
	}
}
