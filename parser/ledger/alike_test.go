package ledger_test

import (
	"testing"
	"time"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// TestLinesOfOneHolderAreJoined: two spellings of a holder in one filing are one account
// where the totals of its lines run.
func TestLinesOfOneHolderAreJoined(t *testing.T) {
	for total, want := range map[int64]int{10_150: 1, 10_151: 2, 50: 2} {
		l := ledger.Reconcile([]*ownership.Filing{reportOn(0,
			moved(0, "By Halewood Partners", "P", 100, 10_100), moved(0, "By Halewod Partners", "P", 50, total))})
		if len(l.Accounts) != want {
			t.Errorf("a total of %d: %d accounts, not %d", total, len(l.Accounts), want)
		}
	}
}

// series is a line of a holding of options.
func series(nature, strike string, total int64) ownership.Row {
	row := heldBy(nature, total)
	simulate.Set(&row.SecurityTitle, "Stock Option (right to buy)")
	simulate.Set(&row.UnderlyingTitle, "Common Stock")
	simulate.SetDecimal(&row.ConversionOrExercisePrice, strike)
	simulate.Set(&row.ExpirationDate, simulate.Day(time.Date(2029, 2, 1, 0, 0, 0, 0, time.UTC)))
	return row
}

// TestSeriesDoNotMirror: options go from one holder to another, not from one series to
// another.
func TestSeriesDoNotMirror(t *testing.T) {
	for strike, want := range map[string]int{"12.50": 2, "31.20": 0} {
		before, after := reportOn(0), reportOn(2)
		before.TableII = []ownership.Row{series("", "12.50", 50_000), series("By Halewood Trust", strike, 70_000)}
		after.TableII = []ownership.Row{series("", "12.50", 49_000), series("By Halewood Trust", strike, 71_000)}
		if got := explainedBy(ownership.RuleFormChangeGap, before, after); got != want {
			t.Errorf("a price of %s: %d lines are explained, not %d", strike, got, want)
		}
	}
}

// TestLateReportsStandWhereTheyFollow: a report that comes long after its transaction
// shows the balance of then or of its own day.
func TestLateReportsStandWhereTheyFollow(t *testing.T) {
	for _, c := range []struct{ late, first, second int64 }{
		{10_107, 10_000, 10_100}, // of its own day
		{9_507, 10_007, 10_107},  // of then
	} {
		late := reportOn(40, moved(5, "", "P", 7, c.late))
		filings := []*ownership.Filing{
			reportOn(1, moved(1, "", "P", 20, 9_500)), late,
			reportOn(10, moved(10, "", "P", 500, c.first)), reportOn(20, moved(20, "", "P", 100, c.second)),
		}
		for _, a := range ledger.Reconcile(filings).Accounts {
			for _, line := range a.Lines[1:] {
				if line.State != ownership.Reconciled {
					t.Errorf("%+v: %s is %s: %s", c, line.Date, line.State, line.Explanation)
				}
			}
		}
	}
}

// TestHolderPrintedTwice: the second line is of a holder that the filing leaves out, and
// of none that stands in it.
func TestHolderPrintedTwice(t *testing.T) {
	const fund, other = "By Halewood Valley Fund", "By Halewood Ridge Fund"
	before := reportOn(0, heldBy(fund, 70_000), heldBy(other, 70_000))
	twice := func(rows ...ownership.Row) *ownership.Filing {
		return reportOn(2, append(rows, heldBy(fund, 70_000), heldBy(fund, 70_000))...)
	}
	if got := explainedBy(ownership.RuleHolderMisprint, before, twice()); got != 1 {
		t.Errorf("%d lines have a misprinted holder, not 1", got)
	}
	if got := explainedBy(ownership.RuleHolderMisprint, before, twice(heldBy(other, 70_000))); got != 0 {
		t.Errorf("the other holder is there, and %d lines are of it", got)
	}
	if got := explainedBy(ownership.RuleHolderMisprint, reportOn(0, heldBy(fund, 70_000), heldBy(other, 70_001)), twice()); got != 0 {
		t.Errorf("the other holder has another amount, and %d lines are of it", got)
	}
}
