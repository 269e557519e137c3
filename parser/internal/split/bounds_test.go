package split

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestMentionsAmongOthers: what is no split does not hide one after it.
func TestMentionsAmongOthers(t *testing.T) {
	far := func(n int) string { return strings.Repeat(" ", n) }
	for note, want := range map[string][]Ratio{
		"split 3-for-1": {{3, 1}},
		"exchanged one-for-one, then the 3-for-1 split":              {{3, 1}},
		"at 10:30 the 2:1 split":                                     {{2, 1}},
		"a two-for-one exchange" + far(90) + "and the 3-for-1 split": {{3, 1}},
		"a 3-for-1" + far(55) + "split":                              {{3, 1}}, // within 60 bytes
		"a 3-for-1" + far(56) + "split":                              nil,
		"split" + far(55) + "3-for-1":                                {{3, 1}},
		"split" + far(56) + "3-for-1":                                nil,
	} {
		got := Mentions(note)
		if len(got) != len(want) || len(want) > 0 && got[0].Ratio != want[0] {
			t.Errorf("%q: %v, not %v", note, got, want)
		}
	}
}

func TestCountAtTheEnds(t *testing.T) {
	for w, want := range map[string]int64{"19": 19, "90": 90, "1000": 1000, "10001": 10001, "10010": 0, "100100": 0, "1/": 0, "1:": 0} {
		if got := count(w); got != want {
			t.Errorf("%q counts %d, not %d", w, got, want)
		}
	}
}

// TestNoSplit: nothing is split from or to nothing, and only one share is cashed out.
func TestNoSplit(t *testing.T) {
	for _, c := range [][2]int64{{50, 0}, {50, -1}, {-50, 1}, {1_000, 1_501}, {1_000, 1_499}} {
		if r, ok := Between(ownership.NewDecimal(c[0], 0), ownership.NewDecimal(c[1], 0)); ok {
			t.Errorf("%d to %d is a %s", c[0], c[1], r)
		}
	}
}

// TestTooManyShares: balances of more digits than are exact are of no split.
func TestTooManyShares(t *testing.T) {
	if r, ok := Between(ownership.NewDecimal(999_999_999_999_999_999, 0), ownership.NewDecimal(5, 1)); ok {
		t.Errorf("half a share is left of all by a %s", r)
	}
}

// TestUsualSplits: the splits that companies make are told by the balances alone, and
// no others.
func TestUsualSplits(t *testing.T) {
	usual := map[Ratio]bool{{3, 2}: true, {4, 3}: true, {5, 4}: true, {5, 2}: true}
	for _, n := range []int64{2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50} {
		usual[Ratio{n, 1}] = true
	}
	for _, d := range []int64{2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50, 100} {
		usual[Ratio{1, d}] = true
	}
	unusual := []Ratio{{9, 1}, {11, 1}, {13, 1}, {60, 1}, {7, 2}, {7, 5}, {2, 3}}
	for _, r := range unusual {
		usual[r] = false
	}
	for r, want := range usual {
		got, ok := Between(ownership.NewDecimal(1200*r.D, 0), ownership.NewDecimal(1200*r.N, 0))
		if ok != want || ok && got != r {
			t.Errorf("%d for %d: %v, %v", r.N, r.D, got, ok)
		}
	}
}
