package plaintext

import (
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/sheet"
)

// hasTabs reports whether tabs part the text into fields: at least three lines have
// three or more fields.
func (t *textReader) hasTabs() bool {
	n := 0
	for _, l := range t.lines {
		if strings.Count(t.text(l), "\t") >= 2 && !isIndented(t.text(l)) {
			n++
		}
	}
	return n >= 3
}

// isIndented tells lines in which tabs only stand before the text.
func isIndented(s string) bool {
	rest := strings.TrimLeft(s, " \t")
	return rest != "" && strings.Count(s, "\t") < 4 && !strings.Contains(rest, "\t")
}

// hasMarkdown reports whether the text has a table in Markdown: a line of dashes and
// bars below its first line, and no other. Tables that are ruled have more.
func (t *textReader) hasMarkdown() bool {
	found := false
	first, dashes := 0, 0 // of the run of lines that are not blank
	for i := range t.lines {
		s := t.text(t.lines[i])
		if isFrame(s) || strings.Contains(s, "<S>") && strings.Contains(s, "<C>") {
			return false // of a box that somebody typed, or of a table as EDGAR asked for
		}
		if strings.TrimSpace(s) == "" || !strings.Contains(s, "|") {
			first, dashes = i+1, 0
			continue
		}
		if !isDashes(s) {
			continue
		}
		if dashes++; dashes > 1 {
			return false
		}
		found = found || i == first+1 && i+1 < len(t.lines) && strings.Contains(t.text(t.lines[i+1]), "|")
	}
	return found
}

// isFrame tells the upper or the lower side of a box that is typed: "+-----+------+".
func isFrame(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "+--") && strings.Trim(s, "+-") == "" && strings.HasSuffix(s, "+")
}

// isDashes tells the line of a Markdown table that parts the heads from the rows:
// "| --- | :-: |".
func isDashes(s string) bool {
	s = strings.TrimSpace(s)
	if strings.Count(s, "|") < 2 {
		return false
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	for f := range strings.SplitSeq(inner, "|") {
		f = strings.TrimSpace(f)
		if strings.Trim(f, "-") != "" && strings.Trim(f, "-:") != "" || !strings.Contains(f, "-") {
			return false
		}
	}
	return true
}

// isRow tells a line with fields: tabs between them, or a bar before the first.
func isRow(s string) bool {
	return strings.Contains(s, "\t") || strings.HasPrefix(strings.TrimLeft(s, " "), "|")
}

// fieldRow is a row of fields, each of which may go over lines.
type fieldRow struct {
	fields [][]piece
	line   int  // the last one
	tabs   bool // parted by tabs, not by bars
	broken bool // it has fewer fields than its table, and ended with an empty one
}

// piece is a part of a line.
type piece struct{ start, end, line int }

// fields gives a table for each run of lines with fields, a row a line, and a
// paragraph for each run of lines without. Empty fields are cells, so that those
// after them keep their numbers.
//
// What is copied from a page in a browser has tabs between its cells too, but those
// of several lines bring their line ends along: such rows are joined again.
func (t *textReader) fields() {
	t.sheet.Loose = true
	table := fieldTable{textReader: t}
	for i := 0; i < len(t.lines); {
		text := t.text(t.lines[i])
		switch {
		case strings.TrimSpace(text) == "":
			table.close()
			// A line of tabs only is a row of empty cells, and no end of the table.
			if !strings.Contains(text, "\t") {
				table.open = false
			} else {
				table.number++
			}
			i++
		case isDashes(text):
			table.close()
			t.head(table.number - 1)
			i++
		case isRow(text):
			i = table.rowAt(i)
		default:
			i = table.plainAt(i)
		}
	}
	table.close()
}

// fieldTable is the table of fields that is being read.
type fieldTable struct {
	*textReader
	last   *fieldRow // the last row, which may go on; nil if it is closed
	number int32     // of that row, or of the next one
	above  int       // where the blocks start of the row before it
	width  int       // columns of the table, if its heads are read
	open   bool      // there is a table
	owners bool      // it is that of the reporting owners
}

// close gives the blocks of the last row.
func (t *fieldTable) close() {
	if t.last == nil {
		return
	}
	from := len(t.sheet.Blocks)
	t.row(t.last, t.number)
	given := t.sheet.Blocks[from:]
	if t.last.tabs && t.above < from && len(given) > 0 && t.sheet.Blocks[t.above].Table == t.table {
		spans(t.sheet.Blocks[t.above:from], given)
		t.width = max(t.width, columnsBelow(t.sheet.Blocks[t.above:from]))
	}
	if t.number == 0 {
		t.width = columnsBelow(given)
	}
	t.above, t.last = from, nil
	t.number++
}

// begin begins a table if there is none.
func (t *fieldTable) begin() {
	if !t.open {
		t.table++
		t.number, t.open, t.width, t.owners = 0, true, 0, false
	}
}

// rowAt reads the row that begins in line i, and returns the line after it.
func (t *fieldTable) rowAt(i int) int {
	r := t.split(i)
	if r.tabs {
		if t.beginsBoxRow(r) {
			t.boxRow(r)
			return i + 1
		}
		r.line = t.cityRow(r)
	}
	next := r.line + 1
	if o := t.last; o != nil && o.tabs && r.tabs && o.line == r.line-1 && t.goesOn(r.fields[0]) {
		o.join(r.fields[0])
		o.fields = append(o.fields, r.fields[1:]...)
		o.line = r.line
		return next
	}
	if o := t.last; o != nil && t.goesOnAfterBlock(o, r) {
		o.fields = append(o.fields, r.fields[1:]...)
		o.line = r.line
		return next
	}
	t.close()
	if t.open && isOwnLine(t.lineText(r.line)) {
		t.open = false
	}
	t.begin()
	t.last = r
	t.owners = t.owners || t.headsOwners(r)
	return next
}

// plainAt reads the lines without fields that begin with line i: they go on with the row
// above, belong to the first cell of the row below, or are paragraphs. It returns the
// line after them.
func (t *fieldTable) plainAt(i int) int {
	end := i
	for end < len(t.lines) && strings.TrimSpace(t.lineText(end)) != "" && !isRow(t.lineText(end)) {
		end++
	}
	for t.last != nil && t.last.tabs && t.last.line == i-1 && i < end {
		line := &fieldRow{fields: [][]piece{t.whole(i)}, line: i}
		if !t.goesOn(line.fields[0]) && !t.fillsUp(t.last, line, t.width) {
			break
		}
		t.last.join(line.fields[0])
		t.last.line = i
		i++
	}
	if i == end {
		return i
	}
	next, from := t.rowBelow(i, end)
	if from > i {
		t.close()
		t.open = false
		for i < from {
			i = t.paragraph(i, from)
		}
	}
	if from == end {
		return i
	}
	t.close()
	t.begin()
	var first []piece
	for k := from; k < end; k++ {
		first = append(first, t.whole(k)...)
	}
	next.fields[0] = append(first, next.fields[0]...)
	t.last = next
	return end + 1
}

// rowBelow returns the row in line end, if there is one, and from which of the lines from
// i on they belong to its first cell; from is end if none does.
func (t *fieldTable) rowBelow(i, end int) (next *fieldRow, from int) {
	if end == len(t.lines) || !strings.Contains(t.lineText(end), "\t") {
		return nil, end
	}
	next, from = t.split(end), end
	switch {
	case t.goesOn(next.fields[0]) && isHeadNumber(firstWord(t.lineText(end-1))), t.marksCorner(end-1, next):
		from = end - 1
	case t.last != nil && t.last.tabs && t.last.line == i-1 && len(next.fields) >= 4 && (len(next.fields) <= t.width || t.owners):
		from = i
		for k := i; k < end; k++ {
			if t.isLabel(k) {
				from = k + 1
			}
		}
	}
	return next, from
}

func (t *textReader) lineText(i int) string { return t.text(t.lines[i]) }

func firstWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[0]
}

// whole gives a line as a field.
func (t *textReader) whole(i int) []piece {
	return []piece{{t.lines[i].start, t.lines[i].end, i}}
}

// join adds to the last field.
func (r *fieldRow) join(field []piece) {
	n := len(r.fields) - 1
	r.fields[n] = append(r.fields[n], field...)
}

// head marks the cells of a row of the last table as headings.
func (t *textReader) head(row int32) {
	for i := len(t.sheet.Blocks) - 1; i >= 0; i-- {
		b := &t.sheet.Blocks[i]
		if b.Table != t.table || b.Row != row {
			return
		}
		b.Head = true
	}
}

// split gives the fields of a line.
func (t *textReader) split(i int) *fieldRow {
	l := t.lines[i]
	r := &fieldRow{line: i, tabs: true}
	sep := byte('\t')
	start, end := l.start, l.end
	if text := t.text(l); !strings.Contains(text, "\t") {
		sep, r.tabs = '|', false
		start += strings.IndexByte(text, '|') + 1
		if trimmed := strings.TrimRight(t.src[start:end], " "); strings.HasSuffix(trimmed, "|") && !strings.HasSuffix(trimmed, `\|`) {
			end = start + len(trimmed) - 1
		}
	}
	for at := start; len(r.fields) < MaxBlocks; {
		to := end
		for k := at; k < end; k++ {
			if t.src[k] == sep && (sep == '\t' || k == at || t.src[k-1] != '\\') {
				to = k
				break
			}
		}
		r.fields = append(r.fields, []piece{{at, to, i}})
		if to == end {
			break
		}
		at = to + 1
	}
	return r
}

// row gives the cells of a row.
func (t *textReader) row(r *fieldRow, row int32) {
	for col, field := range r.fields {
		var lines [][]sheet.Word
		for _, p := range field {
			lines = append(lines, t.field(p.start, p.end, p.line)...)
		}
		t.give(sheet.Block{Table: t.table, Row: row, Col: int32(col), Lines: lines})
		if t.full {
			return
		}
	}
}

// field gives the lines of a field: <br> ends one, <sup> raises what is in it.
func (t *textReader) field(start, end, y int) [][]sheet.Word {
	var lines [][]sheet.Word
	var line []sheet.Word
	raised := false
	for at := start; at < end; {
		to, after, tag := nextTag(t.src, at, end)
		words := t.place(at, to, at-start, y)
		for i := range words {
			words[i].Raised = raised
		}
		if len(words) > 0 && len(line) > 0 && int(words[0].At.Start) == at && !char.IsSpace(t.src[line[len(line)-1].At.End]) {
			words[0].Glued = true
		}
		line = append(line, words...)
		switch tag {
		case "br":
			if len(line) > 0 {
				lines = append(lines, line)
			}
			line = nil
		case "sup":
			raised = true
		case "/sup":
			raised = false
		}
		at = after
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// nextTag finds the next of the few tags that Markdown may hold. to is where it
// starts, after where it ends; both are end if there is none.
func nextTag(s string, from, end int) (to, after int, name string) {
	for i := from; i < end; i++ {
		if s[i] != '<' {
			continue
		}
		n := strings.IndexByte(s[i:min(end, i+8)], '>')
		if n < 0 {
			continue
		}
		switch name := strings.ToLower(strings.TrimRight(s[i+1:i+n], " /")); name {
		case "br", "sup", "/sup":
			return i, i + n + 1, name
		}
	}
	return end, end, ""
}

// paragraph gives lines from i on, but not beyond end, as one block, and returns
// where they end. Marks of Markdown's headings, which stand alone, are left out.
func (t *textReader) paragraph(i, end int) int {
	var b sheet.Block
	for ; i < end; i++ {
		l := t.lines[i]
		text := t.text(l)
		if len(b.Lines) > 0 && isOwnLine(text) {
			break
		}
		start := l.start
		if rest := strings.TrimLeft(text, "#"); rest != text && strings.HasPrefix(rest, " ") {
			if len(b.Lines) > 0 {
				break
			}
			start = l.end - len(rest)
		}
		if lines := t.field(start, l.end, i); len(lines) > 0 {
			b.Lines = append(b.Lines, lines...)
		}
		if start > l.start {
			i++
			break
		}
	}
	if len(b.Lines) > 0 {
		t.give(b)
	}
	return i
}
