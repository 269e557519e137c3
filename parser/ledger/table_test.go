package ledger

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestHolderNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want likeness
	}{
		{"By The Founders Fund VI, LP", "The Founders Fund VI LP", same},
		{"By Founders Funds VI, L.P.", "Founders Fund VI LP", same},
		{"The Thornbury Family Trust", "Thornbury Family Trust", same},
		{"Founders Fund VI, LP", "Founders Fund VII, LP", different},
		{"Trust for Child 1", "Trust for Child 2", different},
		{"By wife", "By spouse", same},
		{"Halewood Partners LLC", "Marchbank Capital LLC", different},
		{"Thornbury Family Trust", "Thornbury Family GST Trust", doubtful},
		{"Halewood Partners", "Halewod Partners", alike},
	} {
		a, b := nameOf(c.a), nameOf(c.b)
		if got := a.like(&b); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.a, c.b, got, c.want)
		}
		if got := b.like(&a); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.b, c.a, got, c.want)
		}
	}
}

func TestHeldBy(t *testing.T) {
	for note, want := range map[string]string{
		"Shares are held by Halewood Fund VI, L.P., of which the reporting person is a manager.": "Halewood Fund VI, L.P.",
		"The shares are held of record by the Thornbury 2010 Annuity Trust.":                     "the Thornbury 2010 Annuity Trust",
		"The Ada Thornbury Revocable Trust dated July 22, 2003, for which she is trustee.":       "The Ada Thornbury Revocable Trust dated July 22, 2003",
		"Shares are held by the reporting person.":                                               "",
		"Owned directly by the Reporting Person.":                                                "",
		"The price is a weighted average.":                                                       "",
		"Represents restricted stock units.":                                                     "",
	} {
		if got := heldBy(note); got.shown != want {
			t.Errorf("%q names %q, not %q", note, got.shown, want)
		}
	}
}

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
		for _, n := range numbersIn(note) {
			got = append(got, plain(n.n))
			if n.from < 0 || n.from >= n.to || n.to > len(note) {
				t.Errorf("%q: words from %d to %d", note, n.from, n.to)
			}
		}
		if have := strings.Join(got, " "); have != want {
			t.Errorf("%q counts %q, not %q", note, have, want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct{ right, wrong, want string }{
		{"757576", "757756", "two digits are transposed"},
		{"12345", "12435", "two digits are transposed"},
		{"12345", "12355", "one digit is wrong"},
		{"12345", "1245", "a digit is left out"},
		{"12345", "123345", "a digit is too many"},
		{"12000", "1200", "a zero is left out"},
		{"12345", "12345", ""},
		{"12345", "54321", ""},
		{"12", "21", ""},
		{"-123", "-132", ""},
	} {
		if got := slipOf(c.right, c.wrong); got != c.want {
			t.Errorf("%s typed as %s: %q, not %q", c.right, c.wrong, got, c.want)
		}
	}
}

func TestSplitRatios(t *testing.T) {
	for _, c := range []struct {
		before, after int64
		want          string
	}{
		{12_500, 25_000, "2-for-1 split"},
		{1_001, 1_501, "3-for-2 split"},
		{1_009, 100, "1-for-10 reverse split"},
		{1_010, 100, ""},
		{1_000, 2_001, ""},
		{10, 20, ""},
		{1_000, 1_000, ""},
		{0, 1_000, ""},
		{-100, -200, ""},
	} {
		r, ok := ratioOf(ownership.NewDecimal(c.before, 0), ownership.NewDecimal(c.after, 0))
		got := ""
		if ok {
			got = r.String()
		}
		if got != c.want {
			t.Errorf("%d to %d: %q, not %q", c.before, c.after, got, c.want)
		}
	}
}

func TestSplitsInNotes(t *testing.T) {
	for note, want := range map[string][]ratio{
		"the five-for-one split of the stock":                {{5, 1}},
		"a 3-for-1 stock split":                              {{3, 1}},
		"a 1-for-10 reverse stock split":                     {{1, 10}},
		"a ten-for-one reverse split":                        {{1, 10}},
		"exchanged one-for-one upon the split":               nil,
		"exchanged two-for-one in the merger":                nil,
		"the twenty-for-one split in the form of a dividend": {{20, 1}},
		"adjusted for the 2:1 stock split":                   {{2, 1}},
	} {
		var got []ratio
		for _, r := range ratiosIn(note) {
			got = append(got, r.ratio)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q tells of %v, not %v", note, got, want)
		}
	}
}

func TestParts(t *testing.T) {
	for remarks, want := range map[string]part{
		"This Form 4 is the first of two Form 4s filed today.": {1, 2},
		"Form 4, part 2 of 3":                   {2, 3},
		"Filing 1 of 3":                         {1, 3},
		"The first of two tranches was sold.":   {},
		"Report 3 of 2":                         {},
		"One of one filing":                     {},
		"Trustee of the two reporting persons.": {},
		"":                                      {},
	} {
		if got := partOf(remarks); got != want {
			t.Errorf("%q is part %v, not %v", remarks, got, want)
		}
	}
}
