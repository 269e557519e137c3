package parser_test

import (
	"strings"

	"filingview/parser/ownership"
)

// spokenOf reports whether the text of another cell may refer to a note: it has
// the word, and the note's number or no number at all.
func spokenOf(f *ownership.Filing, path, label string) bool {
	for c := range f.Cells() {
		text := strings.ToLower(c.Text())
		if c.Path != path && strings.Contains(text, "note") &&
			(strings.Contains(text, label) || strings.Contains(text, "-") || strings.Contains(text, "through") || strings.Contains(text, "to ") || !strings.ContainsAny(text, "0123456789")) {
			return true
		}
	}
	return false
}
