package plaintext

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// What is copied from a page in a browser has tabs between its cells, but cells of
// several lines bring their line ends along, and empty cells that others span are
// gone. Here is what puts such rows together again.

// goesOn reports whether a field is the rest of a heading that a line end cut.
func (t *textReader) goesOn(field []piece) bool {
	if len(field) == 0 {
		return false
	}
	s := strings.ToLower(strings.TrimSpace(t.src[field[0].start:field[0].end]))
	return strings.HasPrefix(s, "(instr") || strings.HasPrefix(s, "(month/day/year)")
}

// fillsUp reports whether a line goes on with a row that is short of columns. A cell
// that begins or ends with a block of its own brings a line end along in a copy, so
// that its row seems to end with an empty field. It makes room for a field of its own
// if the last one is filled.
func (t *textReader) fillsUp(open, next *fieldRow, width int) bool {
	last := open.fields[len(open.fields)-1]
	empty := true
	for _, p := range last {
		empty = empty && strings.TrimSpace(t.src[p.start:p.end]) == ""
	}
	open.broken = open.broken || empty && len(open.fields) < width
	if !open.broken || isOwnLine(t.lineText(next.line)) {
		return false
	}
	if empty {
		return len(open.fields)+len(next.fields)-1 <= width
	}
	if len(open.fields)+len(next.fields) > width {
		return false
	}
	open.fields = append(open.fields, nil)
	return true
}

// headsOwners tells the lower heads of the table of reporting owners, whose first
// cells hold a name and an address, line by line.
func (t *textReader) headsOwners(r *fieldRow) bool {
	s := strings.ToLower(t.text(t.lines[r.line]))
	return strings.Contains(s, "director") && strings.Contains(s, "10% owner") && strings.Contains(s, "officer")
}

// isLabel tells lines that are no part of a cell though a row comes after them.
func (t *textReader) isLabel(i int) bool {
	s := t.lineText(i)
	first, words := opening(s)
	return form.BeginsTable(words) || form.IsTableSubtitle(words) || form.HeadingOf(first, words) != form.HeadingNone || isOwnLine(s) || isHeadNumber(first)
}

// cityRow adds to "City" the state and the zip code that stand on lines of their own
// after it in some copies, and returns the last line.
func (t *textReader) cityRow(r *fieldRow) int {
	last := r.line
	if len(r.fields) != 2 || strings.TrimSpace(t.lineText(last)) != strings.TrimSpace(t.src[r.fields[0][0].start:r.fields[0][0].end]) {
		return last
	}
	above := last - 1
	for above >= 0 && above > last-4 && strings.TrimSpace(t.lineText(above)) == "" {
		above--
	}
	if above < 0 || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(t.lineText(above))), "(street)") {
		return last
	}
	labelled := false
	var more [][]piece
	for i := last + 1; i < min(len(t.lines), last+14); i++ {
		s := strings.ToLower(strings.TrimSpace(t.lineText(i)))
		if labelled = strings.HasPrefix(s, "(city)"); labelled {
			break
		}
		switch {
		case s == "":
		case len(more) < 2 && !isHeadNumber(firstWord(s)) && strings.Count(strings.TrimRight(t.lineText(i), "\t "), "\t") == 0 && i <= last+4:
			// They stand side by side on the page.
			more, last = append(more, []piece{{t.lines[i].start, t.lines[i].end, r.line}}), i
		}
	}
	if !labelled || len(more) != 2 {
		return r.line
	}
	r.fields = append(r.fields[:1], more...)
	return last
}

// spans gives the headings of a table the spans that a copy of it has lost: the row
// after them holds only the lower headings, one after the other ("Code", "V",
// "Amount", …), without the empty fields that would stand below the others.
func spans(upper, lower []sheet.Block) {
	if columnsBelow(upper) == 0 || len(lower) == 0 {
		return
	}
	counts := make([]int32, len(upper))
	next := 0
	for i := range upper {
		below := lowerHeads(strings.ToLower(blockText(&upper[i])))
		for _, name := range below {
			if next < len(lower) && lowered(&lower[next]) == name {
				next++
				counts[i]++
			}
		}
	}
	if next != len(lower) {
		return // something else stands below
	}
	for i := range upper {
		upper[i].Head = true
		if counts[i] == 0 {
			upper[i].RowSpan = 2
		} else {
			upper[i].ColSpan = counts[i]
		}
	}
	for i := range lower {
		lower[i].Head = true
	}
}

// columnsBelow counts the columns that a row of numbered headings spans; 0 for any
// other row.
func columnsBelow(row []sheet.Block) int {
	numbers, columns := 0, 0
	for i := range row {
		if isHeadNumber(firstWord(blockText(&row[i]))) {
			numbers++
		}
		columns += int(row[i].ColSpan)
	}
	if numbers < 3 {
		return 0
	}
	return columns
}

// lowerHeads names what the form prints below a heading.
func lowerHeads(head string) []string {
	switch {
	case strings.Contains(head, "transaction code"):
		return []string{"code", "v"}
	case strings.Contains(head, "number of derivative securities acquired"):
		return []string{"(a)", "(d)"}
	case strings.Contains(head, "securities acquired"):
		return []string{"amount", "(a) or (d)", "price"}
	case strings.Contains(head, "date exercisable and"):
		return []string{"date exercisable", "expiration date"}
	case strings.Contains(head, "title and amount"):
		return []string{"title", "amount or number of shares"}
	}
	return nil
}

func lowered(b *sheet.Block) string { return strings.ToLower(blockText(b)) }

func blockText(b *sheet.Block) string {
	var all []string
	for _, l := range b.Lines {
		all = append(all, textOf(l))
	}
	return strings.Join(all, " ")
}
