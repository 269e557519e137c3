package plaintext

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// Firefox puts the tab that parts two cells before the first line of the second one, so
// that a line which begins with a tab begins a cell, and the line before it is the end of
// the cell before. Here is what that means for the boxes of the header.

// beginsBoxRow reports whether a row is the end of one cell, or nothing, and a box that
// begins another. In a table that stands side by side, as a spreadsheet has it, more
// fields are in a row, or rows before it are open.
func (t *fieldTable) beginsBoxRow(r *fieldRow) bool {
	if len(r.fields) != 2 || !beginsBox(fieldText(t.src, r.fields[1])) {
		return false
	}
	return !t.open || strings.TrimSpace(fieldText(t.src, r.fields[0])) == ""
}

func fieldText(src string, field []piece) string {
	text := ""
	for _, p := range field {
		text += src[p.start:p.end] + " "
	}
	return text
}

// beginsBox tells "2. Issuer Name and Ticker or Trading Symbol" and the other boxes but
// the first.
func beginsBox(text string) bool {
	first, words := opening(text)
	if !isHeadNumber(first) || len(words) < 2 {
		return false
	}
	if form.IsBoxNumber(words[0]) {
		words = words[1:]
	}
	for _, l := range form.Labels() {
		if l.Numbered > 0 && l.Box != form.BoxOwner && form.HasPrefix(words, l.Begin[:l.Numbered]...) {
			return true
		}
	}
	return false
}

// boxRow gives such a row as paragraphs: its first field is the end of the box before.
func (t *fieldTable) boxRow(r *fieldRow) {
	t.close()
	t.open = false
	for i, field := range r.fields {
		var lines [][]sheet.Word
		for _, p := range field {
			lines = append(lines, t.field(p.start, p.end, p.line)...)
		}
		if len(lines) == 0 {
			continue
		}
		if n := len(t.sheet.Blocks); i == 0 && n > 0 && t.sheet.Blocks[n-1].Table == 0 {
			t.sheet.Blocks[n-1].Lines = append(t.sheet.Blocks[n-1].Lines, lines...)
			continue
		}
		t.give(sheet.Block{Lines: lines})
	}
}

// marksCorner reports whether a line holds the mark alone of the corner box whose
// sentence a row has in its second cell.
func (t *fieldTable) marksCorner(line int, r *fieldRow) bool {
	if len(r.fields) < 2 || strings.TrimSpace(fieldText(t.src, r.fields[0])) != "" {
		return false
	}
	_, words := opening(fieldText(t.src, r.fields[1]))
	return form.CornerOf(words) != form.CornerNone && form.ReadTick(strings.TrimSpace(t.lineText(line))) == form.TickSet
}

// goesOnAfterBlock reports whether a line goes on with a row in which a cell held a block:
// that brought line ends along on both sides, and the tab before the next cell begins the
// line.
func (t *fieldTable) goesOnAfterBlock(o, r *fieldRow) bool {
	return o.broken && o.tabs && r.tabs && o.line == r.line-1 && len(r.fields) > 1 && strings.TrimSpace(fieldText(t.src, r.fields[0])) == "" &&
		len(o.fields)+len(r.fields)-1 <= t.width
}
