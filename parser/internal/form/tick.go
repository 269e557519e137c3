package form

import (
	"strings"

	"filingview/parser/internal/sheet"
)

// Tick tells what stands in a box to tick.
type Tick uint8

// What stands in a box to tick.
const (
	TickUnknown Tick = iota // nothing shows whether the box is empty
	TickEmpty
	TickSet
)

// ReadTick reads a word as what stands in a box to tick, if it can be that: X, _X_,
// [X], (X), ☒, or an empty one.
func ReadTick(s string) Tick {
	switch s {
	case sheet.Checked, "☑", "✓", "✔", "√", "✗", "✘", "×":
		return TickSet
	case sheet.Unchecked, "□", "[]", "()", "( )", "[ ]":
		return TickEmpty
	}
	inner := strings.Trim(s, "_[](){}|-.:")
	switch {
	case inner == "" && s != "":
		return TickEmpty
	case len(inner) <= 2 && (inner == "X" || inner == "x" || inner == "Х" || inner == "х" || inner == "Χ"):
		return TickSet
	}
	return TickUnknown
}
