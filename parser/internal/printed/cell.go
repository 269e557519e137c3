package printed

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Cell is what stands in one column of one row: the words that make its value, and
// the notes that it cites.
type Cell struct {
	Lines [][]sheet.Word // as given
	Words []sheet.Word   // without the marks of notes
	Notes []string
	// Unread is set where a mark of a note stands whose number is not read.
	Unread bool
	// Moved is set where the value stood in another column.
	Moved bool
	// Parted is set where it stood among the words of another cell.
	Parted bool
	// Also holds what a second reading of the same line says.
	Also []sheet.Word
	// Twice is set in a row that was read twice.
	Twice bool
}

// Line is a line of a table with the cells that it was made of.
type Line struct {
	Row     *ownership.Row
	Table   int // 0 or 1
	Index   int
	Columns []form.Column
	Cells   []Cell
}

func (h *Line) Path(field string) string {
	name := "tableI"
	if h.Table == 1 {
		name = "tableII"
	}
	return fmt.Sprintf("%s[%d].%s", name, h.Index, field)
}

// Cell gives the cell of a column.
func (h *Line) Cell(c form.Column) *Cell { return At(h.Columns, h.Cells, c) }

// Reading gives what the cell of a column knows besides its value; nil for a column
// that no cell of the line was filled from.
func (h *Line) Reading(c form.Column) *ownership.Reading {
	t := &h.Row.Transaction
	pick := func(a, b *ownership.Reading) *ownership.Reading {
		if b.State != ownership.Absent {
			return b
		}
		return a
	}
	switch c {
	case form.ColTitle:
		return &h.Row.SecurityTitle.Reading
	case form.ColExercisePrice:
		return &h.Row.ConversionOrExercisePrice.Reading
	case form.ColDate:
		return &t.Date.Reading
	case form.ColDeemed:
		return &t.DeemedExecutionDate.Reading
	case form.ColCode:
		return &t.Code.Reading
	case form.ColV:
		return &t.Timeliness.Reading
	case form.ColAmount:
		return pick(&t.Shares.Reading, &t.TotalValue.Reading)
	case form.ColAcquired:
		if t.AcquiredDisposed.V == ownership.Acquired {
			return pick(&t.Shares.Reading, &t.TotalValue.Reading)
		}
	case form.ColDisposed:
		if t.AcquiredDisposed.V == ownership.Disposed {
			return pick(&t.Shares.Reading, &t.TotalValue.Reading)
		}
	case form.ColAcquiredDisposed:
		return &t.AcquiredDisposed.Reading
	case form.ColExercisable:
		return &h.Row.ExerciseDate.Reading
	case form.ColExpiration:
		return &h.Row.ExpirationDate.Reading
	case form.ColUnderlyingTitle:
		return &h.Row.UnderlyingTitle.Reading
	case form.ColUnderlyingAmount:
		return pick(&h.Row.UnderlyingShares.Reading, &h.Row.UnderlyingValue.Reading)
	case form.ColPrice:
		return &t.Price.Reading
	case form.ColFollowing:
		return pick(&h.Row.SharesFollowing.Reading, &h.Row.ValueFollowing.Reading)
	case form.ColOwnership:
		return &h.Row.Ownership.Reading
	case form.ColNature:
		return &h.Row.NatureOfOwnership.Reading
	}
	return nil
}

// At gives the cell of a column, or an empty one.
func At(cols []form.Column, line []Cell, c form.Column) *Cell {
	if i := slices.Index(cols, c); i >= 0 && i < len(line) {
		return &line[i]
	}
	return &Cell{}
}

// Has reports whether a table has a column.
func Has(cols []form.Column, c form.Column) bool { return slices.Contains(cols, c) }

// IsDash reports whether a word is of dashes alone, which stand for nothing.
func IsDash(s string) bool { return s != "" && strings.Trim(s, "-–—_") == "" }
