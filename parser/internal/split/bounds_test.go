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
	usual := map[Ratio]bool{{3, 2}: true, {4, 3}: true, {5, 4}: true, {5, 2}: true, {6, 5}: true, {11, 10}: true, {21, 20}: true}
	for _, n := range []int64{2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50} {
		usual[Ratio{n, 1}] = true
	}
	for _, d := range []int64{2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 75, 80, 100, 150, 200} {
		usual[Ratio{1, d}] = true
	}
	unusual := []Ratio{{9, 1}, {11, 1}, {13, 1}, {60, 1}, {7, 2}, {7, 5}, {2, 3}, {7, 6}, {1, 11}, {1, 90}}
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

func TestNames(t *testing.T) {
	for r, want := range map[Ratio]string{
		{2, 1}: "2-for-1 split", {3, 2}: "3-for-2 split", {5, 4}: "5-for-4 split", {1, 25}: "1-for-25 reverse split", {2, 3}: "2-for-3 reverse split",
		{21, 20}: "stock dividend of 5% (21-for-20)", {41, 40}: "stock dividend of 2.5% (41-for-40)", {6, 5}: "stock dividend of 20% (6-for-5)",
	} {
		if got := r.String(); got != want {
			t.Errorf("%d for %d is called %q, not %q", r.N, r.D, got, want)
		}
	}
}

// TestAllLead: splits one after the other, each with a fraction that is cashed out.
func TestAllLead(t *testing.T) {
	for _, c := range []struct {
		splits        []Ratio
		before, after int64
		want          bool
	}{
		{[]Ratio{{2, 1}, {3, 1}}, 1_000, 6_000, true},
		{[]Ratio{{2, 1}, {3, 1}}, 1_000, 5_999, true}, // three for a fraction that the first may have left
		{[]Ratio{{2, 1}, {3, 1}}, 1_000, 5_996, false},
		{[]Ratio{{1, 10}, {20, 1}}, 1_009, 2_000, true},
		{[]Ratio{{1, 10}, {20, 1}}, 1_009, 2_020, true},
		{[]Ratio{{1, 10}, {20, 1}}, 1_009, 1_990, false},
		{[]Ratio{{20, 1}, {1, 10}}, 1_009, 2_018, true},
		{[]Ratio{{20, 1}, {1, 10}}, 1_009, 2_016, false},
		{nil, 1_000, 1_000, false},
		{[]Ratio{{}}, 1_000, 1_000, false},
	} {
		if got := AllLead(c.splits, ownership.NewDecimal(c.before, 0), ownership.NewDecimal(c.after, 0)); got != c.want {
			t.Errorf("%v lead from %d to %d: %v", c.splits, c.before, c.after, got)
		}
	}
}

// TestFractionsOfFewShares: of few shares, a fraction leaves too little to tell by.
func TestFractionsOfFewShares(t *testing.T) {
	tenth := Ratio{1, 10}
	for _, c := range []struct {
		before, after int64
		want          bool
	}{{100, 10, true}, {109, 10, true}, {109, 11, true}, {110, 10, false}, {99, 9, false}, {90, 9, true}} {
		if got := tenth.Leads(ownership.NewDecimal(c.before, 0), ownership.NewDecimal(c.after, 0)); got != c.want {
			t.Errorf("%d to %d: %v", c.before, c.after, got)
		}
	}
}

// TestMayLead: a series that was split and exercised in part has more than it had, and no
// more than the split makes of it.
func TestMayLead(t *testing.T) {
	dec := func(s string) ownership.Decimal {
		d, err := ownership.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		price, after, held, opening string
		want                        bool
	}{
		{"31.17", "6.24", "5099901", "23344933", true}, {"31.17", "6.24", "5099901", "25499505", true}, {"31.17", "6.24", "5099901", "25499506", false},
		{"31.17", "6.24", "5099901", "5099901", false}, {"31.17", "7.00", "5099901", "23344933", false}, {"12.00", "10.00", "1000", "1100", false},
		{"2.00", "20.00", "50000", "4000", true}, {"2.00", "20.00", "50000", "5001", false}, {"10.00", "10.00", "1000", "1500", false},
	} {
		if got := MayLead(dec(c.price), dec(c.after), dec(c.held), dec(c.opening)); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestLeavesUsual(t *testing.T) {
	for _, c := range []struct {
		r     Ratio
		known []Ratio
		want  bool
	}{
		{Ratio{15, 1}, []Ratio{{5, 1}}, true}, {Ratio{15, 1}, []Ratio{{3, 1}}, true}, {Ratio{1, 40}, []Ratio{{1, 5}}, true}, {Ratio{3, 1}, []Ratio{{3, 2}}, true},
		{Ratio{2, 1}, []Ratio{{3, 1}}, false}, {Ratio{2, 1}, []Ratio{{4, 1}}, false}, {Ratio{1, 2}, []Ratio{{2, 1}}, false}, {Ratio{2, 1}, []Ratio{{1, 2}}, false},
		{Ratio{5, 1}, []Ratio{{5, 1}}, false}, {Ratio{15, 1}, []Ratio{{2, 1}, {1, 2}}, false}, {Ratio{7, 1}, []Ratio{{2, 1}}, false},
	} {
		if got := c.r.LeavesUsual(c.known); got != c.want {
			t.Errorf("%v after %v: %v", c.r, c.known, got)
		}
	}
}
