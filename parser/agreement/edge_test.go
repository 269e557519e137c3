package agreement_test

import (
	"strings"
	"testing"
	"unicode"
)

// cutAtEdge leaves of notes and remarks what is on paper: some pages are wider than
// it, and what runs over its edge is in no form of the print. The text copied from
// the print, by a program that is none of ours, says how far a text goes.
func cutAtEdge(want tables, copied string) {
	paper := squeeze(copied)
	for _, c := range []struct{ table, column string }{{"FOOTNOTES", "FOOTNOTE_TXT"}, {"SUBMISSION", "REMARKS"}} {
		for _, r := range want[c.table] {
			if x, ok := r[c.column]; ok {
				x.text = printedPart(x.text, paper)
				r[c.column] = x
			}
		}
	}
}

// squeeze drops white space, so that where lines break makes no difference.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// printedPart returns the words of a text, from its first on, that stand on paper one
// behind the other; all of it where less than half does, for then it is not the edge.
func printedPart(text, paper string) string {
	if strings.Contains(paper, squeeze(text)) {
		return text
	}
	words := strings.Fields(text)
	for n := len(words) - 1; 2*n >= len(words); n-- {
		if part := strings.Join(words[:n], " "); strings.Contains(paper, squeeze(part)) {
			if strings.Contains(paper, strings.Join(words[n:], "")) {
				break // it goes on elsewhere, behind its label for one
			}
			return part
		}
	}
	return text
}

func TestPrintedPart(t *testing.T) {
	paper := squeeze("(1) The shares were sold under a 10b5-\n   1 plan adopted in\n   The warrant will expire\n(2)\n   next year.")
	for _, c := range []struct{ text, want string }{
		{"The shares were sold under a 10b5-1 plan adopted in 2023.", "The shares were sold under a 10b5-1 plan adopted in"},
		{"The shares were sold under a 10b5-1 plan", "The shares were sold under a 10b5-1 plan"},
		{"The warrant will expire next year.", "The warrant will expire next year."},
		{"The warrant of another kind is not printed here.", "The warrant of another kind is not printed here."},
	} {
		if got := printedPart(c.text, paper); got != c.want {
			t.Errorf("of %q it finds %q", c.text, got)
		}
	}
}
