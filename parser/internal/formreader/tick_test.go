package formreader

import (
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
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

// TestWithoutLabels: of the labels over the officer's title nothing is left in it, and a
// title that begins with one of their words keeps it.
func TestWithoutLabels(t *testing.T) {
	for s, want := range map[string]string{
		"(give title) -- (specify) below below President": "President", "below) below) Vice President": "Vice President",
		"Title Officer": "Title Officer", "Chief Financial below) Officer": "Chief Financial Officer", "below)": "", "title": "", "": "",
		"President -- Works": "President -- Works",
	} {
		if got := printed.Joined(withoutLabels(words(s, 0))); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
