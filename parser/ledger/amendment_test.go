package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// amendmentOn is a Form 4/A that is signed on the n-th day and of the period of another.
func amendmentOn(n, period int, rows ...ownership.Row) *ownership.Filing {
	f := reportOn(n, rows...)
	f.Source.Name = fmt.Sprintf("amendment-%03d.xml", n)
	simulate.Set(&f.DocumentType, ownership.Form4A)
	simulate.Set(&f.PeriodOfReport, simulate.Day(day(period)))
	return f
}

// named gives a filing another name.
func named(f *ownership.Filing, name string) *ownership.Filing {
	f.Source.Name = name
	return f
}

// amendedBy gives the name of the filing that the one with a name amends, or "".
func amendedBy(t *testing.T, l *ownership.Ledger, name string) string {
	t.Helper()
	for _, f := range l.Filings {
		if f.Name != name {
			continue
		}
		if f.Amends < 0 {
			return ""
		}
		return l.Filings[f.Amends].Name
	}
	t.Fatalf("%s is not in the ledger", name)
	return ""
}

// TestWhatIsAmended: an amendment is about a filing of its form and period that was made
// before it: the one of the day that it names, else the one whose lines it restates; the
// original goes before an earlier amendment of it.
func TestWhatIsAmended(t *testing.T) {
	first := func() *ownership.Filing { return named(reportOn(2, moved(1, "", "P", 100, 10_100)), "first.xml") }
	second := func() *ownership.Filing {
		f := named(reportOn(3, moved(1, "", "P", 200, 10_300)), "second.xml")
		simulate.Set(&f.PeriodOfReport, simulate.Day(day(2)))
		return f
	}
	filed := func(f *ownership.Filing, n int) *ownership.Filing {
		simulate.Set(&f.Header.FiledAt, simulate.Day(day(n)))
		return f
	}
	dated := func(n int, rows ...ownership.Row) *ownership.Filing {
		f := amendmentOn(40, 2, rows...)
		simulate.Set(&f.DateOfOriginalSubmission, simulate.Day(day(n)))
		return f
	}
	form5 := first()
	simulate.Set(&form5.DocumentType, ownership.Form5)
	other := moved(1, "", "S", -7, 10_293) // a line that neither has
	for _, c := range []struct {
		name      string
		originals []*ownership.Filing
		amendment *ownership.Filing
		want      string
	}{
		{"the only one", []*ownership.Filing{first()}, amendmentOn(40, 2, other), "first.xml"},
		{"of another period", []*ownership.Filing{first()}, amendmentOn(40, 3, other), ""},
		{"of another form", []*ownership.Filing{form5}, amendmentOn(40, 2, other), ""},
		{"made after it", []*ownership.Filing{second()}, amendmentOn(2, 2, other), ""},
		{"made on its day", []*ownership.Filing{first()}, amendmentOn(2, 2, other), "first.xml"},
		{"its line is in the first", []*ownership.Filing{first(), second()}, amendmentOn(40, 2, moved(1, "", "P", 100, 10_101)), "first.xml"},
		{"its line is in the second", []*ownership.Filing{first(), second()}, amendmentOn(40, 2, moved(1, "", "P", 200, 10_301)), "second.xml"},
		{"the day of the first", []*ownership.Filing{first(), second()}, dated(2, other), "first.xml"},
		{"the day of filing of the first", []*ownership.Filing{filed(first(), 4), filed(second(), 5)}, dated(4, other), "first.xml"},
		{"the day of filing of the second", []*ownership.Filing{filed(first(), 4), filed(second(), 5)}, dated(5, other), "second.xml"},
		{"the day of filing against the lines", []*ownership.Filing{filed(first(), 4), filed(second(), 5)}, dated(5, moved(1, "", "P", 100, 10_101)), "second.xml"},
		{"the day of filing of none", []*ownership.Filing{filed(first(), 4), filed(second(), 5)}, dated(6, other), ""},
		{"signed after the day it names", []*ownership.Filing{first(), second()}, dated(1, moved(1, "", "P", 200, 10_301)), "second.xml"},
	} {
		l := ledger.Reconcile(append(c.originals, c.amendment))
		if got := amendedBy(t, l, c.amendment.Source.Name); got != c.want {
			t.Errorf("%s: it amends %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAmendmentsOfAmendments: two amendments of one filing are both of the original; where
// that is not here, the later may be of the earlier, but not of one of its own day.
func TestAmendmentsOfAmendments(t *testing.T) {
	original := named(reportOn(2, moved(1, "", "P", 100, 10_100)), "original.xml")
	row := func(n int64) ownership.Row { return moved(1, "", "P", n, 10_000+n) }
	l := ledger.Reconcile([]*ownership.Filing{original, amendmentOn(40, 2, row(110)), amendmentOn(50, 2, row(120))})
	for _, name := range []string{"amendment-040.xml", "amendment-050.xml"} {
		if got := amendedBy(t, l, name); got != "original.xml" {
			t.Errorf("%s amends %q", name, got)
		}
	}
	l = ledger.Reconcile([]*ownership.Filing{amendmentOn(40, 2, row(110)), amendmentOn(50, 2, row(120))})
	if a, b := amendedBy(t, l, "amendment-040.xml"), amendedBy(t, l, "amendment-050.xml"); a != "" || b != "amendment-040.xml" {
		t.Errorf("without the original the first amends %q, the second %q", a, b)
	}
	same := named(amendmentOn(40, 2, row(120)), "same-day.xml")
	l = ledger.Reconcile([]*ownership.Filing{amendmentOn(40, 2, row(110)), same})
	if a, b := amendedBy(t, l, "amendment-040.xml"), amendedBy(t, l, "same-day.xml"); a != "" || b != "" {
		t.Errorf("amendments of one day amend %q and %q", a, b)
	}
}

// TestLinesOfAmendments: a line of an amendment takes the place of the one that it agrees
// with best: in amount, total and price. Where two may be meant, it is not counted, and
// where none, it is added; what the amendment leaves out stays.
func TestLinesOfAmendments(t *testing.T) {
	priced := func(row ownership.Row, price string) ownership.Row {
		simulate.SetDecimal(&row.Transaction.Price, price)
		return row
	}
	without := func(row ownership.Row) ownership.Row {
		row.Transaction.Shares = ownership.Value[ownership.Decimal]{}
		return row
	}
	bare := func(row ownership.Row) ownership.Row {
		row.SharesFollowing = ownership.Value[ownership.Decimal]{}
		return row
	}
	a, b := moved(1, "", "P", 100, 10_100), moved(1, "", "P", 60, 10_160)
	for _, c := range []struct {
		name             string
		original, amends []ownership.Row
		replaced         string // the lines of the original that are not counted
		counts           [4]int // replaced, added, kept, ambiguous
	}{
		{"the amount agrees", []ownership.Row{a, b}, []ownership.Row{moved(1, "", "P", 60, 10_170)}, "1", [4]int{1, 0, 1, 0}},
		{"the total agrees", []ownership.Row{a, b}, []ownership.Row{moved(1, "", "P", 70, 10_160)}, "1", [4]int{1, 0, 1, 0}},
		{"amount and total are corrected alike", []ownership.Row{a, b}, []ownership.Row{moved(1, "", "P", 50, 10_150)}, "1", [4]int{1, 0, 1, 0}},
		{"the price agrees", []ownership.Row{priced(a, "5"), priced(b, "6")}, []ownership.Row{priced(moved(1, "", "P", 77, 10_999), "6")}, "1", [4]int{1, 0, 1, 0}},
		{"restated as it was", []ownership.Row{a, b}, []ownership.Row{a, b}, "0 1", [4]int{0, 0, 2, 0}},
		{"one of two alike", []ownership.Row{a, a}, []ownership.Row{a}, "0", [4]int{0, 0, 2, 0}},
		{"nothing agrees", []ownership.Row{a, b}, []ownership.Row{moved(1, "", "P", 77, 10_999)}, "", [4]int{0, 0, 2, 1}},
		{"nothing agrees with the only one", []ownership.Row{a}, []ownership.Row{moved(1, "", "P", 77, 10_999)}, "0", [4]int{1, 0, 0, 0}},
		{"a line that was left out", []ownership.Row{a}, []ownership.Row{moved(1, "", "S", -7, 10_093)}, "", [4]int{0, 1, 1, 0}},
		{"of another day", []ownership.Row{a}, []ownership.Row{moved(2, "", "P", 100, 10_100)}, "", [4]int{0, 1, 1, 0}},
		{"of another holding", []ownership.Row{a}, []ownership.Row{moved(1, "By Halewood Trust", "P", 100, 10_100)}, "", [4]int{0, 1, 1, 0}},
		{"the surest first", []ownership.Row{a, b}, []ownership.Row{moved(1, "", "P", 60, 10_170), b}, "0 1", [4]int{1, 0, 1, 0}},
		{"amounts that are not there agree with nothing", []ownership.Row{without(moved(1, "", "P", 1, 10_100)), moved(1, "", "P", 50, 10_150)},
			[]ownership.Row{without(moved(1, "", "P", 1, 10_150))}, "1", [4]int{1, 0, 1, 0}},
		{"nor do totals", []ownership.Row{bare(moved(1, "", "P", 40, 1)), moved(1, "", "P", 50, 10_150)},
			[]ownership.Row{bare(moved(1, "", "P", 50, 1))}, "1", [4]int{1, 0, 1, 0}},
	} {
		original := named(reportOn(2, c.original...), "original.xml")
		l := ledger.Reconcile([]*ownership.Filing{original, amendmentOn(40, 2, c.amends...)})
		var replaced []string
		for i := range c.original {
			path := fmt.Sprintf("tableI[%d]", i)
			for _, account := range l.Accounts {
				for _, line := range account.Lines {
					if l.Filings[line.Filing].Name == "original.xml" && line.Path == path && line.Uncounted == ownership.RuleAmendmentMerge {
						replaced = append(replaced, fmt.Sprint(i))
					}
				}
			}
		}
		for _, f := range l.Filings {
			if got := [4]int{f.Replaced, f.Added, f.Kept, f.Ambiguous}; f.Name != "original.xml" && got != c.counts {
				t.Errorf("%s: replaced, added, kept, ambiguous: %v, want %v", c.name, got, c.counts)
			}
		}
		if got := strings.Join(replaced, " "); got != c.replaced {
			t.Errorf("%s: the lines %q are not counted, want %q", c.name, got, c.replaced)
		}
	}
}

// TestAmendedLinesAreLinked: a line that an amendment restates is linked with the one that
// takes its place, and has its state where it is restated as it was; one that may be meant
// of two is linked with both.
func TestAmendedLinesAreLinked(t *testing.T) {
	linksOf := func(filings ...*ownership.Filing) (links []string, states map[ownership.LineRef]ownership.LineState) {
		l := ledger.Reconcile(filings)
		states = map[ownership.LineRef]ownership.LineState{}
		for _, account := range l.Accounts {
			for _, line := range account.Lines {
				states[line.LineRef] = line.State
				for _, k := range line.Links {
					links = append(links, fmt.Sprintf("%s %s to %s %s", l.Filings[line.Filing].Name, line.Path, l.Filings[k.To.Filing].Name, k.To.Path))
				}
			}
		}
		return links, states
	}
	original := named(reportOn(2, moved(1, "", "P", 100, 10_100), moved(1, "", "P", 60, 10_160)), "original.xml")
	got, states := linksOf(original, named(amendmentOn(40, 2, moved(1, "", "P", 60, 10_160)), "amendment.xml"))
	want := []string{"original.xml tableI[1] to amendment.xml tableI[0]", "amendment.xml tableI[0] to original.xml tableI[1]"}
	for _, w := range want {
		if !strings.Contains(strings.Join(got, ";"), w) {
			t.Errorf("no link from %s among %q", w, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the links %q", got)
	}
	if a, b := states[ownership.LineRef{Filing: 0, Path: "tableI[1]"}], states[ownership.LineRef{Filing: 1, Path: "tableI[0]"}]; a != b {
		t.Errorf("a line that is restated is %s, the one that restates it %s", a, b)
	}
	got, _ = linksOf(original, named(amendmentOn(40, 2, moved(1, "", "P", 77, 10_999)), "amendment.xml"))
	for _, w := range []string{"amendment.xml tableI[0] to original.xml tableI[0]", "amendment.xml tableI[0] to original.xml tableI[1]"} {
		if !strings.Contains(strings.Join(got, ";"), w) {
			t.Errorf("a line that may be meant of two has no link from %s among %q", w, got)
		}
	}
}
