package parser

import (
	"strings"

	"filingview/parser/sheet"
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

// hasMarkdown reports whether the text has a table in Markdown: a line of dashes
// and bars below a line with bars.
func (t *textReader) hasMarkdown() bool {
	for i := 1; i < len(t.lines); i++ {
		if isDashes(t.text(t.lines[i])) && strings.Contains(t.text(t.lines[i-1]), "|") {
			return true
		}
	}
	return false
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

// fields gives a table for each run of lines with fields, a row a line, and a
// paragraph for each run of lines without. Empty fields are cells, so that those
// behind them keep their numbers.
func (t *textReader) fields() {
	t.sheet.Loose = true
	row := int32(0)
	inTable := false
	for i := 0; i < len(t.lines); {
		l := t.lines[i]
		switch text := t.text(l); {
		case strings.TrimSpace(text) == "":
			// A line of tabs only is a row of empty cells, and no end of the table.
			if !strings.Contains(text, "\t") {
				inTable = false
			} else {
				row++
			}
			i++
		case isDashes(text):
			t.head(row - 1)
			i++
		case isRow(text):
			if !inTable {
				t.table++
				row, inTable = 0, true
			}
			t.row(l, row, i)
			row++
			i++
		default:
			inTable = false
			i = t.paragraph(i)
		}
	}
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

// row gives the fields of a line.
func (t *textReader) row(l textLine, row int32, y int) {
	sep := byte('\t')
	start, end := l.start, l.end
	if text := t.text(l); !strings.Contains(text, "\t") {
		sep = '|'
		start += strings.IndexByte(text, '|') + 1
		if trimmed := strings.TrimRight(t.src[start:end], " "); strings.HasSuffix(trimmed, "|") && !strings.HasSuffix(trimmed, `\|`) {
			end = start + len(trimmed) - 1
		}
	}
	col := int32(0)
	for at := start; ; col++ {
		to := end
		for i := at; i < end; i++ {
			if t.src[i] == sep && (sep == '\t' || i == at || t.src[i-1] != '\\') {
				to = i
				break
			}
		}
		t.give(sheet.Block{Table: t.table, Row: row, Col: col, Lines: t.field(at, to, y)})
		if to == end || t.full {
			return
		}
		at = to + 1
	}
}

// field gives the lines of a field: <br> ends one, <sup> raises what is in it.
func (t *textReader) field(start, end, y int) [][]sheet.Word {
	var lines [][]sheet.Word
	var line []sheet.Word
	raised := false
	for at := start; at < end; {
		to, behind, tag := nextTag(t.src, at, end)
		words := t.place(at, to, at-start, y)
		for i := range words {
			words[i].Raised = raised
		}
		if len(words) > 0 && len(line) > 0 && int(words[0].At.Start) == at && !isSpace(t.src[line[len(line)-1].At.End]) {
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
		at = behind
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// nextTag finds the next of the few tags that Markdown may hold. to is where it
// starts, behind where it ends; both are end if there is none.
func nextTag(s string, from, end int) (to, behind int, name string) {
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

// paragraph gives the lines from i up to the next blank line or row as one block,
// and returns where they end. Marks of Markdown's headings are left out.
func (t *textReader) paragraph(i int) int {
	var b sheet.Block
	for ; i < len(t.lines); i++ {
		l := t.lines[i]
		text := t.text(l)
		if strings.TrimSpace(text) == "" || isRow(text) {
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
