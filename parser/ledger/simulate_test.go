package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// A simulated owner buys, sells, exercises, vests and gives for some years and
// reports it in one of the styles that filers have. Nothing is wrong in these
// filings: every line must be reconciled but the first of an account that was not
// empty before, however the files are given.
func TestSimulatedOwnersReconcile(t *testing.T) {
	for seed := range uint64(300) {
		s := simulate.New(seed)
		filings := s.Filings(12)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(filings), func(i, j int) { filings[i], filings[j] = filings[j], filings[i] })
		l := ledger.Reconcile(filings)
		if r := l.Rates(); r.Lines != s.Rows {
			t.Fatalf("seed %d: %d lines of %d rows", seed, r.Lines, s.Rows)
		}
		for i := range l.Accounts {
			a := &l.Accounts[i]
			for j := range a.Lines {
				line := &a.Lines[j]
				first := j == 0 && a.Opening.V.Sign() != 0 && line.Rule == ownership.RuleFirstSeen
				if line.State != ownership.Reconciled && !first {
					t.Errorf("seed %d: %s %s of %s (%s %s): %s %s: %s", seed, l.Filings[line.Filing].Name, line.Path, a.Title, a.Ownership, a.Holder, line.State, line.Rule, line.Explanation)
				}
			}
		}
		if len(l.Accounts) != len(s.Used) {
			t.Errorf("seed %d: %d accounts, not %d", seed, len(l.Accounts), len(s.Used))
		}
		if t.Failed() {
			for _, f := range filings {
				t.Log(told(f))
			}
			return
		}
	}
}

// told writes a filing's lines for the log.
func told(f *ownership.Filing) string {
	s := fmt.Sprintf("%s %s signed %s", f.Source.Name, f.PeriodOfReport.V, f.Signatures[0].Date.V)
	for i, rows := range [][]ownership.Row{f.TableI, f.TableII} {
		for j := range rows {
			r := &rows[j]
			t := &r.Transaction
			s += fmt.Sprintf("\n  %d[%d] %s %s %s %s%s -> %s %s X%s", i+1, j, r.SecurityTitle.V, t.Date.Raw, t.Code.V, t.AcquiredDisposed.V, t.Shares.Raw, r.SharesFollowing.Raw, r.NatureOfOwnership.V, r.ConversionOrExercisePrice.Raw)
		}
	}
	return s
}
