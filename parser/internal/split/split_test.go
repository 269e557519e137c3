package split

import (
	"slices"
	"testing"

	"filingview/parser/ownership"
)

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
		r, ok := Between(ownership.NewDecimal(c.before, 0), ownership.NewDecimal(c.after, 0))
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
	for note, want := range map[string][]Ratio{
		"the five-for-one split of the stock":                {{5, 1}},
		"a 3-for-1 stock split":                              {{3, 1}},
		"a 1-for-10 reverse stock split":                     {{1, 10}},
		"a ten-for-one reverse split":                        {{1, 10}},
		"exchanged one-for-one upon the split":               nil,
		"exchanged two-for-one in the merger":                nil,
		"the twenty-for-one split in the form of a dividend": {{20, 1}},
		"adjusted for the 2:1 stock split":                   {{2, 1}},
	} {
		var got []Ratio
		for _, r := range Mentions(note) {
			got = append(got, r.Ratio)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q tells of %v, not %v", note, got, want)
		}
	}
}
