package ledger_test

import (
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// TestTransferPairs: a gift, another transfer, a will and a trust move shares from one
// holding to another; a sale and a line with a price do not.
func TestTransferPairs(t *testing.T) {
	for code, want := range map[string]int{"G": 1, "J": 1, "W": 1, "Z": 1, "S": 0, "A": 0} {
		rows := func() (ownership.Row, ownership.Row) {
			return moved(0, "", code, -500, 50_000), moved(0, "By Halewood Trust", code, 500, 70_500)
		}
		out, in := rows()
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != want {
			t.Errorf("code %s: %d transfers, not %d", code, got, want)
		}
		simulate.SetDecimal(&in.Transaction.Price, "5")
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != 0 {
			t.Errorf("code %s with a price: %d transfers", code, got)
		}
		out, in = rows()
		simulate.SetDecimal(&out.Transaction.Price, "0")
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != want {
			t.Errorf("code %s at a price of zero: %d transfers, not %d", code, got, want)
		}
	}
}

// TestWithheldShares: no more are withheld than the lines of the day deliver, unless a
// note may speak of earlier awards.
func TestWithheldShares(t *testing.T) {
	report := func(code string, withheld int64) *ownership.Filing {
		return reportOn(0, moved(0, "", code, 300, 50_300), moved(0, "", "F", -withheld, 50_300-withheld))
	}
	for _, c := range []struct {
		code     string
		withheld int64
		want     int
	}{{"M", 300, 0}, {"M", 301, 1}, {"X", 301, 1}, {"C", 301, 1}, {"A", 301, 0}, {"P", 301, 0}} {
		if got := found(ownership.RuleWithholdBound, report(c.code, c.withheld)); got != c.want {
			t.Errorf("%+v: %d findings", c, got)
		}
	}
	for i := range 5 {
		f := report("M", 301)
		row := &f.TableI[1]
		*[]*[]string{&row.Transaction.Code.Notes, &row.Transaction.Shares.Notes, &row.Transaction.Date.Notes, &row.SecurityTitle.Notes, &row.SharesFollowing.Notes}[i] = []string{"F1"}
		if got := found(ownership.RuleWithholdBound, f); got != 0 {
			t.Errorf("note %d: %d findings", i, got)
		}
	}
	linked := func(f *ownership.Filing) bool {
		for _, a := range ledger.Reconcile([]*ownership.Filing{f}).Accounts {
			for _, line := range a.Lines {
				if len(line.Links) > 0 && line.Links[0].Rule == ownership.RuleWithholdBound {
					return true
				}
			}
		}
		return false
	}
	noted := report("A", 100)
	noted.TableI[1].SharesFollowing.Notes = []string{"F1"}
	for _, c := range []struct {
		name string
		f    *ownership.Filing
		want bool
	}{{"an exercise", report("M", 100), true}, {"an exercise in the money", report("X", 100), true}, {"a grant", report("A", 100), false}, {"a grant with a note", noted, true}} {
		if got := linked(c.f); got != c.want {
			t.Errorf("%s: linked: %v", c.name, got)
		}
	}
}

// TestLinesBeforeForm3: the Form 3 holds what happened before its event; of its own day
// it holds what a note says.
func TestLinesBeforeForm3(t *testing.T) {
	for _, c := range []struct {
		day  int
		note string
		want int
	}{{9, "", 1}, {10, "", 0}, {10, "It was reported on the Form 3.", 1}, {10, "It was reported before.", 0}, {11, "It was reported on the Form 3.", 0}} {
		three := reportOn(10, heldBy("", 50_000))
		three.Source.Name = "three.xml"
		simulate.Set(&three.DocumentType, ownership.Form3)
		early := reportOn(4, moved(4, "", "P", 3, 49_000))
		f := reportOn(12, moved(c.day, "", "P", 200, 50_200), moved(12, "", "P", 50, 50_250))
		note := ownership.Footnote{ID: "F1"}
		simulate.Set(&note.Text, c.note)
		f.Footnotes = []ownership.Footnote{note}
		f.TableI[0].Transaction.Code.Notes = []string{"F1"}
		got := 0
		for _, a := range ledger.Reconcile([]*ownership.Filing{three, f, early}).Accounts {
			for _, line := range a.Lines {
				if line.Uncounted == ownership.RuleBeforeForm3 {
					got++
				}
			}
		}
		if got != c.want {
			t.Errorf("%+v: %d lines are not counted", c, got)
		}
	}
}

// TestFilingsAreNamedByTheirDay: a Form 4 by that of its last transaction, a Form 5 by
// the end of its year.
func TestFilingsAreNamedByTheirDay(t *testing.T) {
	for form, want := range map[ownership.DocumentType]string{ownership.Form4: "Form 4 of 2020-01-03", ownership.Form5: "Form 5 of 2020-01-04"} {
		f := reportOn(3, moved(2, "", "P", 100, 10_100))
		simulate.Set(&f.DocumentType, form)
		l := ledger.Reconcile([]*ownership.Filing{f, reportOn(30, moved(30, "", "P", 50, 10_150))})
		if got := l.Accounts[0].Lines[1].Explanation; !strings.Contains(got, want) {
			t.Errorf("%q does not name the %s", got, want)
		}
	}
}

// TestAmendedLinesAreFound: an amendment takes the place of the line of its code, day and
// kind alone.
func TestAmendedLinesAreFound(t *testing.T) {
	original := reportOn(2, moved(1, "", "P", 100, 10_100), moved(2, "", "P", 60, 10_160), moved(2, "", "S", -60, 10_100), heldBy("By Halewood Trust", 70_000))
	for i, row := range []ownership.Row{moved(1, "", "P", 110, 10_110), moved(2, "", "P", 70, 10_170), moved(2, "", "S", -50, 10_110), heldBy("By Halewood Trust", 70_010)} {
		amendment := reportOn(2, row)
		amendment.Source.Name = "amendment.xml"
		simulate.Set(&amendment.DocumentType, ownership.Form4A)
		simulate.Set(&amendment.Signatures[0].Date, simulate.Day(day(40)))
		var got []string
		for _, a := range ledger.Reconcile([]*ownership.Filing{original, amendment}).Accounts {
			for _, line := range a.Lines {
				if line.Uncounted == ownership.RuleAmendmentMerge {
					got = append(got, line.Path)
				}
			}
		}
		if want := []string{"tableI[0]", "tableI[1]", "tableI[2]", "tableI[3]"}[i]; len(got) != 1 || got[0] != want {
			t.Errorf("line %d takes the place of %q", i, got)
		}
	}
}
