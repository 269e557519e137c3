package ledger_test

import (
	"fmt"
	"testing"
	"time"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// day is the n-th day of the owner's reports.
func day(n int) time.Time { return time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n) }

// reportOn is a Form 4 that is signed on the n-th day.
func reportOn(n int, rows ...ownership.Row) *ownership.Filing {
	f := &ownership.Filing{TableI: rows}
	f.Source.Name = fmt.Sprintf("day-%03d.xml", n)
	simulate.Set(&f.DocumentType, ownership.Form4)
	simulate.Set(&f.PeriodOfReport, simulate.Day(day(n)))
	simulate.Set(&f.Issuer.CIK, "0009990001")
	f.Owners = make([]ownership.Owner, 1)
	simulate.Set(&f.Owners[0].CIK, "0009990002")
	f.Signatures = make([]ownership.Signature, 1)
	simulate.Set(&f.Signatures[0].Date, simulate.Day(day(n)))
	return f
}

// moved is a transaction on the n-th day, in the direct holding or the one of the
// nature, after which the total is held.
func moved(n int, nature, code string, change, total int64) ownership.Row {
	row := heldBy(nature, total)
	row.Kind = ownership.Transaction
	simulate.Set(&row.Transaction.Date, simulate.Day(day(n)))
	simulate.Set(&row.Transaction.Code, code)
	simulate.Set(&row.Transaction.AcquiredDisposed, ownership.Acquired)
	if change < 0 {
		simulate.Set(&row.Transaction.AcquiredDisposed, ownership.Disposed)
	}
	simulate.Set(&row.Transaction.Shares, ownership.NewDecimal(max(change, -change), 0))
	return row
}

// heldBy is a line of a holding.
func heldBy(nature string, total int64) ownership.Row {
	row := ownership.Row{}
	simulate.Set(&row.SecurityTitle, "Common Stock")
	simulate.Set(&row.Ownership, ownership.Direct)
	if nature != "" {
		simulate.Set(&row.Ownership, ownership.Indirect)
		simulate.Set(&row.NatureOfOwnership, nature)
	}
	simulate.Set(&row.SharesFollowing, ownership.NewDecimal(total, 0))
	return row
}

// explainedBy counts the lines that a rule explains.
func explainedBy(rule ownership.Rule, filings ...*ownership.Filing) int {
	n := 0
	for _, a := range ledger.Reconcile(filings).Accounts {
		for _, line := range a.Lines {
			if line.State == ownership.Explained && line.Rule == rule {
				n++
			}
		}
	}
	return n
}

// found counts the findings of a rule.
func found(rule ownership.Rule, filings ...*ownership.Filing) int {
	n := 0
	for _, f := range ledger.Reconcile(filings).Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

// TestFilingsAreMissingAfterQuiet: a change of a tenth of the balance that the next filing
// goes on from lets a filing be missing: after a year, or after 90 days if another account
// does not go on either. Alone it may as well be a wrong or a missing line.
func TestFilingsAreMissingAfterQuiet(t *testing.T) {
	const trust = "By Halewood Trust"
	for _, c := range []struct {
		days      int
		gap       int64
		confirmed bool
		trust     int64 // what the trust's holding is off
		missing   int
	}{
		{366, -1000, true, 0, 1}, {366, 1112, true, 0, 1}, {366, -999, true, 0, 0}, {366, 1111, true, 0, 0}, {366, -1000, false, 0, 0}, {365, -1000, true, 0, 0},
		{91, -1000, true, 0, 0}, {91, -1000, true, -9000, 2}, {90, -1000, true, -9000, 0}, {91, -1000, true, -2, 1},
	} {
		filings := []*ownership.Filing{
			reportOn(0, moved(0, "", "P", 500, 10_000), heldBy(trust, 70_000)),
			reportOn(c.days, moved(c.days, "", "P", 13, 10_013+c.gap), heldBy(trust, 70_000+c.trust)),
		}
		if c.confirmed {
			filings = append(filings, reportOn(c.days+1, moved(c.days+1, "", "P", 7, 10_020+c.gap), heldBy(trust, 70_000+c.trust)))
		}
		if got := explainedBy(ownership.RuleMissingFiling, filings...); got != c.missing {
			t.Errorf("%+v: %d lines are explained by a missing filing", c, got)
		}
	}
}

// TestTransfersOfFewShares: opposite gaps are one transfer from 100 shares and a
// thousandth of the smaller balance on; less may be a corrected division.
func TestTransfersOfFewShares(t *testing.T) {
	const trust = "By Halewood Trust"
	for n, want := range map[int64]int{1: 0, 2: 0, 99: 0, 100: 2} {
		got := explainedBy(ownership.RuleFormChangeGap,
			reportOn(0, heldBy("", 50_000), heldBy(trust, 70_000)), reportOn(2, heldBy("", 50_000-n), heldBy(trust, 70_000+n)))
		if got != want {
			t.Errorf("%d shares between two filings: %d lines are explained, not %d", n, got, want)
		}
	}
	for n, want := range map[int64]int{99: 0, 100: 2} {
		got := explainedBy(ownership.RuleFormChangeGap,
			reportOn(0, heldBy("", 50_000), heldBy(trust, 70_000)), reportOn(2, heldBy("", 50_000-n)), reportOn(4, heldBy(trust, 70_000+n)))
		if got != want {
			t.Errorf("%d shares over three filings: %d lines are explained, not %d", n, got, want)
		}
	}
	for n, want := range map[int64]int{99: 0, 100: 1} {
		got := explainedBy(ownership.RuleTransferPair,
			reportOn(0, heldBy("", 50_000), heldBy(trust, 70_000)), reportOn(2, moved(2, "", "G", -n, 50_000-n)), reportOn(4, heldBy(trust, 70_000+n)))
		if got != want {
			t.Errorf("a gift of %d shares: %d lines are explained, not %d", n, got, want)
		}
	}
}

// TestOneChangeIsTheSumOfAll: all changes between the same two filings may make up one,
// however many.
func TestOneChangeIsTheSumOfAll(t *testing.T) {
	natures := []string{"By Alder Trust", "By Birch Partners", "By Cedar Fund", "By Dogwood Company"}
	for _, c := range []struct {
		parts []int64
		want  int
	}{{[]int64{1100, 2300}, 3}, {[]int64{1100, 2300, 3700}, 4}, {[]int64{1100, 2300, 3700, 4300}, 5}, {[]int64{1100, 2301}, 3}} {
		before, after := []ownership.Row{heldBy("", 50_000)}, []ownership.Row{heldBy("", 50_000)}
		sum := int64(0)
		for i, n := range c.parts {
			held := int64(70_000 + 1000*i)
			before, after = append(before, heldBy(natures[i], held)), append(after, heldBy(natures[i], held+n))
			sum += n
		}
		after[0] = heldBy("", 50_000-sum)
		if got := explainedBy(ownership.RuleFormChangeGap, reportOn(0, before...), reportOn(2, after...)); got != c.want {
			t.Errorf("%v: %d lines are explained, not %d", c.parts, got, c.want)
		}
	}
	if got := explainedBy(ownership.RuleFormChangeGap, reportOn(0, heldBy("", 50_000), heldBy(natures[0], 70_000), heldBy(natures[1], 71_000)),
		reportOn(2, heldBy("", 46_601), heldBy(natures[0], 71_100), heldBy(natures[1], 73_300))); got != 0 {
		t.Errorf("a share is left over, and %d lines are explained", got)
	}
}

// TestBalancesContinueElsewhere: a balance of 1,000 or more that begins where another of
// the class ends came from there.
func TestBalancesContinueElsewhere(t *testing.T) {
	for n, want := range map[int64]int{999: 0, 1000: 1} {
		got := explainedBy(ownership.RuleFormChangeGap,
			reportOn(0, heldBy("By Halewood Trust", n)), reportOn(2, moved(2, "", "P", 50, n+50)))
		if got != want {
			t.Errorf("%d shares: %d lines are explained, not %d", n, got, want)
		}
	}
}

// TestFullTables: a filing continues another of the day where that one's table is full.
func TestFullTables(t *testing.T) {
	for lines, want := range map[int]int{29: 0, 30: 1} {
		var rows []ownership.Row
		total := int64(90_000)
		for i := range lines {
			total -= int64(100 + i)
			rows = append(rows, moved(0, "", "S", -int64(100+i), total))
		}
		rest := reportOn(0, moved(0, "", "S", -17, total-17), moved(0, "", "S", -19, total-36))
		rest.Source.Name = "rest.xml"
		if got := found(ownership.RuleSplitFilingChain, reportOn(0, rows...), rest); got != want {
			t.Errorf("%d lines: %d findings, not %d", lines, got, want)
		}
	}
}

// TestLinesInAnyOrder: among 3 to 30 lines of a day an order is found in which the
// totals run.
func TestLinesInAnyOrder(t *testing.T) {
	for lines, runs := range map[int]bool{3: true, 30: true, 31: false} {
		var rows []ownership.Row
		total := int64(90_000)
		for i := range lines {
			total -= int64(100 + i)
			rows = append(rows, moved(0, "", "S", -int64(100+i), total))
		}
		rows = append(rows[lines-1:], rows[:lines-1]...) // the last comes first
		open := 0
		for _, a := range ledger.Reconcile([]*ownership.Filing{reportOn(0, rows...)}).Accounts {
			for _, line := range a.Lines {
				if line.State == ownership.Unexplained {
					open++
				}
			}
		}
		if (open == 0) != runs {
			t.Errorf("%d lines: %d are unexplained", lines, open)
		}
	}
}

// TestNumbersOfNotesAddUp: up to four numbers of a note on the total make up a gap.
func TestNumbersOfNotesAddUp(t *testing.T) {
	for text, want := range map[string]int{
		"Includes 127 shares bought under the plan.":                                                                  1,
		"Includes 126 shares bought under the plan.":                                                                  0,
		"Includes 100 shares bought in March and 27 shares bought in June.":                                           1,
		"Includes 50 shares of May, 30 shares of June, 27 shares of July and 20 shares of August.":                    1,
		"Includes 40 shares of May, 30 shares of June, 27 shares of July, 20 shares of August and 10 shares of then.": 0,
	} {
		f := reportOn(2, moved(2, "", "P", 500, 10_627))
		note := ownership.Footnote{ID: "F1"}
		simulate.Set(&note.Text, text)
		f.Footnotes = []ownership.Footnote{note}
		f.TableI[0].SharesFollowing.Notes = []string{"F1"}
		if got := explainedBy(ownership.RuleNoteOnTotal, reportOn(0, heldBy("", 10_000)), f); got != want {
			t.Errorf("%q: %d lines are explained, not %d", text, got, want)
		}
	}
}

// exercised is a filing of an exercise: the shares and the price that Table I has, and
// the underlying shares and the exercise price of Table II.
func exercised(shares int64, price string, underlying int64, strike string) *ownership.Filing {
	f := reportOn(0, moved(0, "", "M", shares, 50_000+shares))
	simulate.SetDecimal(&f.TableI[0].Transaction.Price, price)
	option := moved(0, "", "M", -underlying, 20_000)
	simulate.Set(&option.SecurityTitle, "Stock Option (right to buy)")
	simulate.Set(&option.UnderlyingTitle, "Common Stock")
	simulate.Set(&option.UnderlyingShares, ownership.NewDecimal(underlying, 0))
	simulate.SetDecimal(&option.ConversionOrExercisePrice, strike)
	f.TableII = []ownership.Row{option}
	return f
}

// TestExercisesAgree: the tables agree to one share and half a cent.
func TestExercisesAgree(t *testing.T) {
	for _, c := range []struct {
		shares, underlying int64
		price, strike      string
		amounts, prices    int
	}{
		{1000, 1000, "12.50", "12.50", 0, 0},
		{1001, 1000, "12.50", "12.50", 0, 0},
		{999, 1000, "12.50", "12.50", 0, 0},
		{1002, 1000, "12.50", "12.50", 1, 0},
		{998, 1000, "12.50", "12.50", 1, 0},
		{20_002, 20_000, "12.50", "12.50", 0, 0},
		{20_003, 20_000, "12.50", "12.50", 1, 0},
		{1000, 1000, "12.504", "12.50", 0, 0},
		{1000, 1000, "12.506", "12.50", 0, 1},
		{1000, 1000, "12.494", "12.50", 0, 1},
		{1000, 1000, "0", "12.50", 0, 0},
		{1000, 1000, "12.50", "0", 0, 0},
	} {
		f := exercised(c.shares, c.price, c.underlying, c.strike)
		if a, p := found(ownership.RuleExerciseLink, f), found(ownership.RuleExercisePriceLink, f); a != c.amounts || p != c.prices {
			t.Errorf("%+v: %d findings of the amounts and %d of the prices", c, a, p)
		}
	}
	// A stock appreciation right is settled in fewer shares.
	for _, title := range []string{"Stock Appreciation Right", "SAR", "Phantom Stock"} {
		f := exercised(400, "12.50", 1000, "12.50")
		simulate.Set(&f.TableII[0].SecurityTitle, title)
		if n := found(ownership.RuleExerciseLink, f); n != 0 {
			t.Errorf("%s: %d findings", title, n)
		}
	}
	// A note on an amount may tell why they differ.
	for i := range 3 {
		f := exercised(400, "12.50", 1000, "12.50")
		*[]*[]string{&f.TableI[0].Transaction.Shares.Notes, &f.TableII[0].Transaction.Shares.Notes, &f.TableII[0].UnderlyingShares.Notes}[i] = []string{"F1"}
		if n := found(ownership.RuleExerciseLink, f); n != 0 {
			t.Errorf("note %d: %d findings", i, n)
		}
	}
}
