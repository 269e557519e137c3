package halves

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// words makes words of a text.
func words(text string) []sheet.Word {
	var all []sheet.Word
	for w := range strings.FieldsSeq(text) {
		all = append(all, sheet.Word{Text: w})
	}
	return all
}

func said(b *sheet.Block) string {
	text := ""
	for _, l := range b.Lines {
		for _, w := range l {
			text += " " + w.Text
		}
	}
	return strings.TrimSpace(text)
}

// tableOf makes a table of text: rows by lines, cells by bars; the first rows are heads.
func tableOf(number int32, heads int, text string) []sheet.Block {
	var blocks []sheet.Block
	for i, line := range strings.Split(text, "\n") {
		for k, cell := range strings.Split(line, "|") {
			b := sheet.Block{Table: number, Row: int32(i), Col: int32(k), RowSpan: 1, ColSpan: 1, Head: i < heads}
			if w := words(cell); len(w) > 0 {
				b.Lines = [][]sheet.Word{w}
			}
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// TestJoin: a table whose heads count on where those of the one before end, and that
// has as many lines, is its second half. Nothing else is.
func TestJoin(t *testing.T) {
	const first, second = "1. Title of Derivative Security|2. Conversion Price|3. Transaction Date\nOption|4.10|01/02/2003\nWarrant|5.20|01/03/2003", "4. Title of Underlying Securities|5. Nature of Indirect Ownership\nCommon|By A\nClass B|By B"
	for name, c := range map[string]struct {
		first, between, second string
		joined                 bool
	}{
		"two halves":                 {first, "", second, true},
		"a word between":             {first, "Reminder: report each class.", second, false},
		"heads that do not count on": {first, "", strings.Replace(second, "4. Title", "5. Title", 1), false},
		"without numbers":            {first, "", strings.NewReplacer("4. ", "", "5. ", "").Replace(second), false},
		"a table of its own":         {first, "", strings.Replace(first, "Option", "Right", 1), false},
		"a line less":                {first, "", "4. Title of Underlying Securities|5. Nature of Indirect Ownership\nCommon|By A", false},
		"no lines in both":           {strings.SplitN(first, "\n", 2)[0], "", strings.SplitN(second, "\n", 2)[0], true},
	} {
		blocks := tableOf(1, 1, c.first)
		if c.between != "" {
			blocks = append(blocks, sheet.Block{Lines: [][]sheet.Word{words(c.between)}})
		}
		before := len(blocks)
		blocks = append(blocks, tableOf(2, 1, c.second)...)
		got := Join(blocks)
		tables := map[int32]bool{}
		for _, b := range got {
			if b.Table > 0 {
				tables[b.Table] = true
			}
		}
		if joined := len(tables) == 1; joined != c.joined || len(got) != len(blocks) {
			t.Errorf("%s: joined %v, %d blocks of %d", name, joined, len(got), len(blocks))
		}
		if !c.joined && said(&got[before]) != said(&blocks[before]) {
			t.Errorf("%s: the blocks changed", name)
		}
	}
	var rows [3][]string
	for _, b := range Join(append(tableOf(1, 1, first), tableOf(2, 1, second)...)) {
		rows[b.Row] = append(rows[b.Row], said(&b))
		if int(b.Col) != len(rows[b.Row])-1 {
			t.Errorf("%q has the column %d", rows[b.Row], b.Col)
		}
	}
	if got := strings.Join(rows[2], "|"); got != "Warrant|5.20|01/03/2003|Class B|By B" {
		t.Errorf("the last line is %q", got)
	}
}
