// Package honesty measures whether the ledger tells the truth on filings that nobody
// has read, without a key of right answers.
//
// [LeaveOneOut] leaves one filing out at a time and lets that filing judge what is said
// without it. [OneFault] puts one fault at a time into lines that reconcile and looks
// whether the fault is named, left open, hidden or explained by something else. [Cases]
// holds invented filings against what is written down of them.
//
// All of them judge what a reader is told. So this package reads the sentences of
// explanations, which no other code may.
package honesty

import (
	"cmp"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// issuer is the filings of one issuer and what the ledger says of them together.
type issuer struct {
	filings []*ownership.Filing
	ledger  *ledger
}

// ledger is what the ledger says of some filings, by the place of each line.
type ledger struct {
	*report.Report
	lines map[report.Place]*report.Line
	order map[report.Place]int // account by account
}

func newLedger(filings []*ownership.Filing) (*ledger, error) {
	r, err := report.New(filings)
	if err != nil {
		return nil, err
	}
	l := &ledger{r, make(map[report.Place]*report.Line, len(r.Lines)), make(map[report.Place]int, len(r.Lines))}
	for i := range r.Lines {
		at := placeOf(&r.Lines[i])
		l.lines[at], l.order[at] = &r.Lines[i], i
	}
	return l, nil
}

func placeOf(l *report.Line) report.Place { return report.Place{File: l.File, Path: l.Path} }

// byIssuer reconciles the filings of each issuer, in the order of the issuers' numbers.
// Filings that name no issuer by number are left aside, since nothing says which of them
// belong together.
func byIssuer(filings []*ownership.Filing) ([]issuer, error) {
	of := map[string][]*ownership.Filing{}
	for _, f := range filings {
		if cik := plainCIK(f.Issuer.CIK.V); cik != "" {
			of[cik] = append(of[cik], f)
		}
	}
	var all []issuer
	for _, cik := range slices.Sorted(maps.Keys(of)) {
		group := slices.SortedStableFunc(slices.Values(of[cik]), func(f, g *ownership.Filing) int { return cmp.Compare(f.Source.Name, g.Source.Name) })
		all = append(all, issuer{filings: group})
	}
	err := inParallel(len(all), func(i int) (err error) {
		all[i].ledger, err = newLedger(all[i].filings)
		return err
	})
	return all, err
}

func plainCIK(s string) string { return strings.TrimLeft(strings.TrimSpace(s), "0") }

// ownersOf returns the numbers of a filing's owners, which have no order.
func ownersOf(f *ownership.Filing) []string {
	var all []string
	for i := range f.Owners {
		all = append(all, plainCIK(f.Owners[i].CIK.V))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// inParallel calls f with 0 to n-1 on all processors and returns the first error, by
// number.
func inParallel(n int, f func(int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				errs[i] = f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// isMisprint reports whether a rule says that a printed figure is wrong.
func isMisprint(r ownership.Rule) bool {
	switch r {
	case ownership.RuleMisprint, ownership.RuleDigitSlip, ownership.RuleStaleTotal, ownership.RulePerLotTotal, ownership.RuleHolderMisprint:
		return true
	}
	return false
}

// isTransfer reports whether a rule says that securities went from one holding to another.
func isTransfer(r ownership.Rule) bool {
	return r == ownership.RuleFormChangeGap || r == ownership.RuleTransferPair
}

// otherSide begins a sentence that belongs to one about another line.
var otherSide = regexp.MustCompile(`^It (goes on from|carries)\b`)
