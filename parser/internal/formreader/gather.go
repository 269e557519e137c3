package formreader

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/repair"
)

// gather joins the lines of text that make one row of the form: a line that holds
// values is a row, what holds text alone is more of the title or of another text of
// the row beside it, and a line that was read twice is one.
func (r *tableReader) gather(cols []form.Column, lines [][]printed.Cell) [][]printed.Cell {
	var rows [][]printed.Cell
	var before [][]printed.Cell // lines of text that no row has taken
	for _, line := range lines {
		switch {
		case !anything(line):
		case isFragment(cols, line):
			if len(rows) > 0 && len(before) == 0 {
				appendText(cols, rows[len(rows)-1], line)
				continue
			}
			before = append(before, line)
		case len(rows) > 0 && len(before) == 0 && r.isSecondReading(cols, rows[len(rows)-1], line):
			r.merge(cols, rows[len(rows)-1], line)
		default:
			row := make([]printed.Cell, max(len(line), len(cols)))
			for _, b := range before {
				appendText(cols, row, b)
			}
			before = nil
			for i := range line {
				row[i].Lines = append(row[i].Lines, line[i].Lines...)
			}
			rows = append(rows, row)
		}
	}
	for _, b := range before {
		if len(rows) == 0 {
			rows = append(rows, b)
			continue
		}
		appendText(cols, rows[len(rows)-1], b)
	}
	return rows
}

func anything(line []printed.Cell) bool {
	return slices.ContainsFunc(line, func(c printed.Cell) bool { return len(c.Lines) > 0 })
}

// isFragment reports whether a line holds text only, in columns of text.
func isFragment(cols []form.Column, line []printed.Cell) bool {
	for i := range line {
		if len(line[i].Lines) == 0 {
			continue
		}
		if i >= len(cols) || !cols[i].IsText() || holdsNumber(joinLines(line[i].Lines)) {
			return false
		}
	}
	return true
}

func appendText(cols []form.Column, row, line []printed.Cell) {
	for i := range line {
		if i < len(row) {
			row[i].Lines = append(row[i].Lines, line[i].Lines...)
		}
	}
}

// isSecondReading reports whether a line is the one before read again: most of the values
// that both have are alike but for letters that a machine confuses, and one of the
// two lacks the form of ownership, which every row has.
func (r *tableReader) isSecondReading(cols []form.Column, row, line []printed.Cell) bool {
	if own := slices.Index(cols, form.ColOwnership); own < 0 || own < len(row) && own < len(line) && len(row[own].Lines) > 0 && len(line[own].Lines) > 0 {
		return false
	}
	both, alike := 0, 0
	for i := range line {
		if i >= len(cols) || cols[i].IsText() || i >= len(row) || len(line[i].Lines) == 0 || len(row[i].Lines) == 0 {
			continue
		}
		both++
		if repair.Confusable(printed.JoinedLines(row[i].Lines), printed.JoinedLines(line[i].Lines)) {
			alike++
		}
	}
	return both >= 3 && alike*10 >= both*7
}

// merge keeps a second reading of a row beside the first; texts are wrapped over
// both lines.
func (r *tableReader) merge(cols []form.Column, row, line []printed.Cell) {
	for i := range line {
		if i >= len(row) || len(line[i].Lines) == 0 {
			continue
		}
		switch {
		case i < len(cols) && cols[i].IsText(), len(row[i].Lines) == 0:
			row[i].Lines = append(row[i].Lines, line[i].Lines...)
		default:
			row[i].Also = append(row[i].Also, joinLines(line[i].Lines)...)
		}
	}
	for i := range row {
		row[i].Twice = true
	}
	r.readTwice++
}
