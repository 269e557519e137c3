package formreader

import (
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestTickBefore: a mark stands before its sentence, in its cell or in the one before; an
// empty cell is an empty box only where the source says which cells there are.
func TestTickBefore(t *testing.T) {
	for _, c := range []struct {
		name, before, inside string
		loose                bool
		want                 form.Tick
	}{
		{"in its cell", "", "X", false, form.TickSet},
		{"the last word before it", "", "X a", false, form.TickUnknown},
		{"in two words", "", "( )", false, form.TickEmpty},
		{"in the cell before", "X", "", false, form.TickSet},
		{"an empty box before", "☐", "", false, form.TickEmpty},
		{"an empty cell", "", "", false, form.TickEmpty},
		{"an empty cell of loose text", "", "", true, form.TickUnknown},
		{"two words before", "a X", "", false, form.TickSet},
		{"three words before", "a b X", "", false, form.TickUnknown},
		{"a word before", "a", "", false, form.TickUnknown},
	} {
		blocks := blocksOf(c.before + "|Check this box if no longer subject")
		blocks[0].Table, blocks[1].Table = 1, 1
		r := &tickReader{document: &document{sheet: &sheet.Sheet{Loose: c.loose}}}
		if got, _ := r.tickBefore(blocks, 1, words(c.inside, 0)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	r := &tickReader{document: &document{sheet: &sheet.Sheet{}}}
	if got, _ := r.tickBefore(blocksOf("Check"), 0, nil); got != form.TickUnknown {
		t.Errorf("before the first block stands %d", got)
	}
	// An empty line between paragraphs is no cell.
	for _, tables := range [][2]int32{{0, 1}, {1, 0}, {0, 0}} {
		blocks := blocksOf("|Check this box")
		blocks[0].Table, blocks[1].Table = tables[0], tables[1]
		if got, _ := r.tickBefore(blocks, 1, nil); got != form.TickUnknown {
			t.Errorf("tables %v: %d", tables, got)
		}
	}
}

// TestTickBeside: a mark left of a sentence of several lines counts at any height of it,
// and nowhere else.
func TestTickBeside(t *testing.T) {
	at := func(text string, x, y float32, page int32) sheet.Word {
		return sheet.Word{Text: text, Box: ownership.Box{X0: x, Y0: y, X1: x + 8, Y1: y + 8}, At: ownership.Span{Page: page}}
	}
	for _, c := range []struct {
		name string
		mark sheet.Word
		want form.Tick
	}{
		{"in the middle", at("X", 10, 112, 1), form.TickSet},
		{"at the top", at("X", 10, 100, 1), form.TickSet},
		{"above it", at("X", 10, 80, 1), form.TickUnknown},
		{"below it", at("X", 10, 140, 1), form.TickUnknown},
		{"right of it", at("X", 70, 112, 1), form.TickUnknown},
		{"far left of it", at("X", -40, 112, 1), form.TickUnknown},
		{"on another page", at("X", 10, 112, 2), form.TickUnknown},
		{"another word", at("of", 10, 112, 1), form.TickUnknown},
		{"a stroke", at("_", 10, 112, 1), form.TickUnknown},
	} {
		blocks := []sheet.Block{{Lines: [][]sheet.Word{{at("Check", 30, 100, 1), at("this", 60, 100, 1)}, {at("box", 30, 110, 1)}, {at("to", 30, 120, 1)}}}, {Lines: [][]sheet.Word{{c.mark}}}}
		if got, _ := tickBeside(blocks, 0); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
		for i := range blocks[0].Lines {
			for k := range blocks[0].Lines[i] {
				blocks[0].Lines[i][k].At.Page = 0
			}
		}
		if got, _ := tickBeside(blocks, 0); got != form.TickUnknown {
			t.Errorf("%s, without places: %d", c.name, got)
		}
	}
}
