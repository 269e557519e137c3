package plaintext

import (
	"strings"

	"filingview/parser/internal/form"
)

// What the form itself says tells where a table or a paragraph ends. [form] knows the
// words; here they are sought in lines of text.

// maxOpening is how many words of a line are enough to know it by. The longest sentence
// needs six, of which a mark may stand before the first.
const maxOpening = 8

// opening gives the first word of a line as it stands, and folded the words that it
// begins with.
func opening(line string) (first string, words []string) {
	for w := range strings.FieldsSeq(line) {
		if first == "" {
			first = w
		}
		if words = form.AppendFolded(words, w); len(words) >= maxOpening {
			break
		}
	}
	return first, words
}

// isOwnLine tells the lines of the form that stand after its tables and are paragraphs
// of their own, also where no blank line parts them from what stands before.
func isOwnLine(line string) bool {
	first, words := opening(line)
	switch form.HeadingOf(first, words) {
	case form.HeadingNotes, form.HeadingRemarks:
		return true
	}
	return form.IsOwnLine(words) || form.IsListNumber(words)
}

// endsTable tells a line that the form prints after its tables, or at the head of the
// next page: "FORM 4 (continued)".
func endsTable(line string) bool {
	if isOwnLine(line) {
		return true
	}
	_, words := opening(line)
	return form.TitleNumber(words) != 0
}

// isTableTitle tells "Table I - Non-Derivative Securities …".
func isTableTitle(line string) bool {
	_, words := opening(line)
	return form.BeginsTableTitle(words) || form.ContinuesTable(words)
}

// isTableSubtitle tells "(e.g., puts, calls, warrants, options, convertible securities)".
func isTableSubtitle(line string) bool {
	_, words := opening(line)
	return form.IsTableSubtitle(words)
}
