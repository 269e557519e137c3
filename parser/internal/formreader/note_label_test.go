package formreader

import (
	"testing"

	"filingview/parser/internal/sheet"
)

// TestLabelsRow: a cell that holds nothing but a label is one where it begins a row and
// text follows in the next cell.
func TestLabelsRow(t *testing.T) {
	cell := func(table, row, col int32, text string) sheet.Block {
		b := sheet.Block{Table: table, Row: row, Col: col}
		if text != "" {
			b.Lines = [][]sheet.Word{words(text, 0)}
		}
		return b
	}
	for _, c := range []struct {
		name    string
		blocks  []sheet.Block
		at      int
		damaged bool
		want    bool
	}{
		{"the first row", []sheet.Block{cell(1, 0, 0, "(1)"), cell(1, 0, 1, "Shares withheld.")}, 0, false, true},
		{"a further row", []sheet.Block{cell(1, 0, 0, "(1)"), cell(1, 0, 1, "Text."), cell(1, 1, 0, "(2)"), cell(1, 1, 1, "Text.")}, 2, false, true},
		{"after another table", []sheet.Block{cell(1, 0, 0, "Text."), cell(2, 0, 0, "(1)"), cell(2, 0, 1, "Text.")}, 1, false, true},
		{"no table", []sheet.Block{cell(0, 0, 0, "(1)"), cell(0, 0, 1, "Text.")}, 0, false, false},
		{"letters that may be others", []sheet.Block{cell(1, 0, 0, "(1)"), cell(1, 0, 1, "Text.")}, 0, true, false},
		{"the second cell", []sheet.Block{cell(1, 0, 0, "Text."), cell(1, 0, 1, "(1)"), cell(1, 0, 2, "Text.")}, 1, false, false},
		{"nothing beside it", []sheet.Block{cell(1, 0, 0, "(1)"), cell(1, 0, 1, "")}, 0, false, false},
		{"the last block", []sheet.Block{cell(1, 0, 0, "(1)")}, 0, false, false},
		{"alone in its row", []sheet.Block{cell(1, 0, 0, "(1)"), cell(1, 1, 0, "Text.")}, 0, false, false},
		{"alone in its table", []sheet.Block{cell(1, 0, 0, "(1)"), cell(2, 0, 1, "Text.")}, 0, false, false},
	} {
		r := noteReader{document: &document{blocks: c.blocks, damaged: c.damaged}}
		if got := r.labelsRow(c.at); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
