package agreement_test

import (
	"sort"
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

// printedPart returns what of a text stands on paper, letter for letter; all of it
// where less than half does, for then it is not the edge.
func printedPart(text, paper string) string {
	const enough = 30 // letters that do not stand somewhere else by chance
	var letters []rune
	var at []int
	for i, r := range text {
		if !unicode.IsSpace(r) {
			letters, at = append(letters, r), append(at, i)
		}
	}
	at = append(at, len(text))
	var b strings.Builder
	printed, lost := 0, false
	for i := 0; i < len(letters); {
		// As many as stand there one after the other; of fewer, fewer do.
		n := sort.Search(len(letters)-i, func(n int) bool { return !strings.Contains(paper, string(letters[i:i+n+1])) })
		if n < enough && (lost || i+n < len(letters)) {
			lost = true
			i++
			continue
		}
		if lost && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text[at[i]:at[i+n]])
		printed, lost = printed+n, false
		i += n
	}
	if 2*printed < len(letters) {
		return text
	}
	return strings.TrimSpace(b.String())
}

func TestPrintedPart(t *testing.T) {
	paper := squeeze("(1) The shares of the issuer were sold under a 10b5-\n   1 plan adopted i\nreported as weighted averages of several trades.\n" +
		"   The warrant will expire without any further notice\n(2)\n   next year.")
	for _, c := range []struct{ text, want string }{
		{"The shares of the issuer were sold under a 10b5-1 plan adopted in 2023. All prices are reported as weighted averages of several trades.",
			"The shares of the issuer were sold under a 10b5-1 plan adopted i reported as weighted averages of several trades."},
		{"The shares of the issuer were sold under a 10b5-1 plan", "The shares of the issuer were sold under a 10b5-1 plan"},
		{"The warrant will expire without any further notice next year.", "The warrant will expire without any further notice next year."},
		{"The warrant of another kind is not printed here.", "The warrant of another kind is not printed here."},
	} {
		if got := printedPart(c.text, paper); got != c.want {
			t.Errorf("of %q it finds %q", c.text, got)
		}
	}
}
