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
		{20, 40, "2-for-1 split"},
		{19, 38, ""}, // too few to tell
		{1_000, 501, ""},
		{1_001, 500, "1-for-2 reverse split"}, // a half share was cashed out
		{1_002, 500, ""},
		{1_500, 2_000, "4-for-3 split"},
		{1_000, 1_502, ""},
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

func TestScales(t *testing.T) {
	for _, c := range []struct {
		r             Ratio
		before, after int64 // cents
		want          bool
	}{
		{Ratio{2, 1}, 1000, 500, true},
		{Ratio{3, 1}, 1000, 333, true},
		{Ratio{3, 1}, 1000, 334, true}, // within a cent
		{Ratio{3, 1}, 1000, 335, false},
		{Ratio{3, 1}, 1000, 332, false},
		{Ratio{1, 10}, 100, 1000, true},
		{Ratio{1, 10}, 1000, 100, false},
	} {
		if got := c.r.Scales(ownership.NewDecimal(c.before, 2), ownership.NewDecimal(c.after, 2)); got != c.want {
			t.Errorf("%v: %d to %d cents: %v", c.r, c.before, c.after, got)
		}
	}
}

func TestMentionsQuoteTheClause(t *testing.T) {
	note := "sold earlier. adjusted for the 3-for-1 split of the stock; held since"
	all := Mentions(note)
	if len(all) != 1 || note[all[0].From:all[0].To] != "adjusted for the 3-for-1 split of the stock" {
		t.Errorf("%v", all)
	}
	for note, want := range map[string]int{
		"at 10:30 on the day of the split":            0, // a time
		"a 2:1 exchange, long before the stock split": 0, // “split” is not beside it
		"a ratio of 1:20 upon the reverse split":      1,
		"at 1:20 upon the reverse split":              0, // a time, as it may be
		"the 1:20 split":                              1,
		"a two-for-one stock dividend":                1,
		"a 1001-for-1 split":                          1,
		"a 10010-for-1 split":                         1,
		"a 100100-for-1 split":                        0, // no split has as many
		"three-for-two split":                         1,
		"the fifteen-to-one split":                    1,
		"1 for 30 reverse split":                      1,
		"one for hundred split":                       1,
	} {
		if got := len(Mentions(note)); got != want {
			t.Errorf("%q: %v, want %d", note, Mentions(note), want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]number{
		"two": {2, 1}, "fifteen": {15, 1}, "twenty": {20, 1}, "twenty-five": {25, 1}, "twenty five": {25, 1}, "ninety-nine": {99, 1}, "hundred": {100, 1},
		"one hundred": {100, 1}, "two hundred": {200, 1}, "one-hundred": {100, 1}, "12": {12, 1}, "1,000": {1000, 1}, "1.5": {15, 10}, "1.50": {15, 10}, ".25": {25, 100},
		"twenty-five (25)": {25, 1}, "ten (10)": {10, 1}, "25 (twenty-five)": {25, 1},
		"many": {}, "": {}, "100000": {}, "0": {}, "0.0": {}, "twenty-for": {20, 1}, "99999": {99999, 1},
	} {
		words := wordsOf(text)
		got, next := numberAt(words, 0)
		if got != want || (next > 0) != (want != number{}) {
			t.Errorf("%q is %v up to %d, not %v", text, got, next, want)
		}
	}
	// Another number in brackets is not the same one.
	if _, next := numberAt(wordsOf("ten (12)"), 0); next != 1 {
		t.Errorf("ten (12) ends at %d", next)
	}
}
