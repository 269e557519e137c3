package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// orderOf gives the names of filings in the order of the ledger, without endings.
func orderOf(filings ...*ownership.Filing) string {
	var names []string
	for _, f := range ledger.Reconcile(filings).Filings {
		names = append(names, strings.TrimSuffix(f.Name, ".xml"))
	}
	return strings.Join(names, " ")
}

// TestOverlapsAreOrderedByBalances: filings whose days overlap stand in the order in which
// their balances follow; others by their days, whatever the balances.
func TestOverlapsAreOrderedByBalances(t *testing.T) {
	signed := func(name string, n int, rows ...ownership.Row) *ownership.Filing {
		return named(reportOn(n, rows...), name+".xml")
	}
	for _, c := range []struct {
		name    string
		filings []*ownership.Filing
		want    string
	}{
		{"of one day", []*ownership.Filing{signed("a", 0, moved(0, "", "P", 50, 10_150)), signed("b", 0, moved(0, "", "P", 100, 10_100))}, "b a"},
		{"made before the other's day", []*ownership.Filing{signed("a", 2, moved(0, "", "P", 50, 10_150)), signed("b", 5, moved(3, "", "P", 100, 10_100))}, "a b"},
		{"made on the other's day", []*ownership.Filing{signed("a", 3, moved(0, "", "P", 50, 10_150)), signed("b", 5, moved(3, "", "P", 100, 10_100))}, "b a"},
		{"three of which two do not touch", []*ownership.Filing{signed("a", 3, moved(0, "", "P", 7, 10_157)), signed("b", 7, moved(2, "", "P", 50, 10_150)), signed("c", 7, moved(6, "", "P", 100, 10_100))}, "c b a"},
		{"after one that goes before", []*ownership.Filing{signed("a", 0, moved(0, "", "P", 50, 10_150)), signed("b", 0, moved(0, "", "P", 50, 10_100)), signed("z", 0, heldBy("By Halewood Trust", 7))}, "b a z"},
		{"beginning at nothing", []*ownership.Filing{signed("a", 0, moved(0, "", "S", -50, 50)), signed("b", 0, moved(0, "", "P", 100, 100))}, "b a"},
		{"of two holdings", []*ownership.Filing{signed("a", 0, moved(0, "", "P", 50, 10_150)), signed("b", 0, moved(0, "By Halewood Trust", "P", 100, 10_100))}, "a b"},
	} {
		if got := orderOf(c.filings...); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestPartsAreOrderedByRemarks: "first of two" goes before "second of two" of the same
// report, whatever the balances say.
func TestPartsAreOrderedByRemarks(t *testing.T) {
	part := func(name, remarks string, total int64) *ownership.Filing {
		f := named(reportOn(2, moved(0, "", "P", 50, total)), name+".xml")
		simulate.Set(&f.Remarks, remarks)
		return f
	}
	other := part("b", "This Form 4 is the first of two Form 4s.", 10_150)
	simulate.Set(&other.PeriodOfReport, simulate.Day(day(1)))
	for _, c := range []struct {
		name  string
		a, b  *ownership.Filing
		wants string
	}{
		{"parts of one report", part("a", "This Form 4 is the second of two Form 4s.", 10_100), part("b", "This Form 4 is the first of two Form 4s.", 10_150), "b a"},
		{"as many parts, the other way", part("a", "This Form 4 is the first of two Form 4s.", 10_150), part("b", "This Form 4 is the second of two Form 4s.", 10_100), "a b"},
		{"parts of different reports", part("a", "This Form 4 is the second of three Form 4s.", 10_100), part("b", "This Form 4 is the first of two Form 4s.", 10_150), "a b"},
		{"of another period", part("a", "This Form 4 is the second of two Form 4s.", 10_100), other, "a b"},
		{"no parts", part("a", "", 10_150), part("b", "", 10_100), "b a"},
		{"the same part", part("a", "This Form 4 is the first of two Form 4s.", 10_150), part("b", "This Form 4 is the first of two Form 4s.", 10_100), "b a"},
	} {
		if got := orderOf(c.a, c.b); got != c.wants {
			t.Errorf("%s: %s, want %s", c.name, got, c.wants)
		}
	}
}

// TestLateFilings: a report that is late shows the balance of its transactions' time or of
// its own; it stands where the balances follow, and not after what came later.
func TestLateFilings(t *testing.T) {
	late := func(total int64) *ownership.Filing {
		return named(reportOn(20, moved(0, "", "P", 100, total)), "late.xml")
	}
	on := func(n int, change, total int64) *ownership.Filing {
		return named(reportOn(n, moved(n, "", "P", change, total)), fmt.Sprintf("day-%02d.xml", n))
	}
	for _, c := range []struct {
		name    string
		filings []*ownership.Filing
		want    string
	}{
		{"the balance of its report", []*ownership.Filing{late(10_300), on(10, 200, 10_200)}, "day-10 late"},
		{"the balance of its transactions", []*ownership.Filing{late(10_100), on(10, 200, 10_300)}, "late day-10"},
		{"neither", []*ownership.Filing{late(50_000), on(10, 200, 10_200)}, "late day-10"},
		{"over two filings", []*ownership.Filing{late(10_350), on(10, 200, 10_200), on(15, 50, 10_250)}, "day-10 day-15 late"},
		{"on the day of another", []*ownership.Filing{late(10_300), on(20, 200, 10_200)}, "day-20 late"},
		{"before another", []*ownership.Filing{late(10_300), on(21, 200, 10_200)}, "late day-21"},
		{"after one before", []*ownership.Filing{named(reportOn(-5, moved(-5, "", "P", 7, 10_000)), "first.xml"), late(10_300), on(10, 200, 10_200)}, "first day-10 late"},
		{"between two", []*ownership.Filing{late(10_300), on(10, 200, 10_200), on(30, 1, 10_301)}, "day-10 late day-30"},
	} {
		if got := orderOf(c.filings...); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAmendmentsFollowTheirOriginals: an amendment stands after its original, one of several
// after the others, however late it is.
func TestAmendmentsFollowTheirOriginals(t *testing.T) {
	original := named(reportOn(2, moved(1, "", "P", 100, 10_100)), "original.xml")
	next := named(reportOn(5, moved(5, "", "P", 50, 10_160)), "next.xml")
	got := orderOf(next, named(amendmentOn(50, 2, moved(1, "", "P", 120, 10_120)), "second.xml"), original, named(amendmentOn(40, 2, moved(1, "", "P", 110, 10_110)), "first.xml"))
	if want := "original first second next"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
