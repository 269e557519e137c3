package notetext

import (
	"strings"
	"testing"

	"filingview/parser/internal/wording"
)

func TestNumbersInNotes(t *testing.T) {
	for note, want := range map[string]string{
		"Includes 312 shares acquired under the ESPP.": "312",
		"Includes 1,234.5 units.":                      "1234.5",
		"Bought at $312 a share.":                      "",
		"A 15% discount.":                              "",
		"On March 29, 2024.":                           "",
		"On 3/29/2024.":                                "",
		"Under the 2012 Plan.":                         "",
		"Includes 2,012 shares.":                       "2012",
		"Includes 2012 shares.":                        "2012",
		"Rule 10b5-1, Rule 144 and Form 4.":            "",
		"See footnote 3.":                              "",
		"A difference of one share.":                   "1",
		"Includes 120 and 130 shares, respectively.":   "120 130",
		"Series A-2 units and 12b grants.":             "",
		"Includes 99999999999999999999 shares, which is more than any issue.": "",
	} {
		var got []string
		for _, n := range Numbers(note) {
			got = append(got, wording.Plain(n.Value))
			if n.From < 0 || n.From >= n.To || n.To > len(note) {
				t.Errorf("%q: words from %d to %d", note, n.From, n.To)
			}
		}
		if have := strings.Join(got, " "); have != want {
			t.Errorf("%q counts %q, not %q", note, have, want)
		}
	}
}
