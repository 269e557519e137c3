package repair

import (
	"slices"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// doubtShifted marks the values of lines that did not fall into their columns: those
// that were taken out of another cell, and all of a line in which two cells hold
// what they cannot, or had to be moved, for then the others may be strangers too.
func doubtShifted(lines []printed.Line) {
	for i := range lines {
		h := &lines[i]
		all := Misplaced(h.Columns, h.Cells) || slices.ContainsFunc(h.Cells, func(c printed.Cell) bool { return c.Moved })
		for j := range h.Cells {
			if j >= len(h.Columns) || !all && !h.Cells[j].Parted {
				continue
			}
			v := h.Reading(h.Columns[j])
			switch {
			case v == nil || v.State == ownership.Absent || v.State == ownership.Malformed || v.State == ownership.Blank && len(v.Notes) == 0:
			case h.Cells[j].Moved: // says so already
			case h.Cells[j].Parted:
				reason.Doubt(v, reason.AmongOtherWords.Of())
			default:
				reason.Doubt(v, reason.MisplacedLine.Of())
			}
		}
		if t := &h.Row.Transaction.AcquiredDisposed; all && t.State == ownership.Known && t.How != ownership.Guessed && t.How != ownership.Repaired {
			reason.Doubt(&t.Reading, reason.MisplacedLine.Of())
		}
	}
}
