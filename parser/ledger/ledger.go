// Package ledger reconciles filings: it finds the accounts that their lines
// belong to, follows each balance line by line and filing by filing, and says of
// every line whether it is reconciled, explained, unexplained or cannot be tested,
// with the evidence. As-filed figures are never altered.
package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/ownership"
)

// Key returns what the filings of one issuer have in common: its CIK, or its name
// where the document does not print the number, as pages and PDFs do not. Filings
// with different keys have no influence on one another.
func Key(f *ownership.Filing) string { return identity.Issuer(f) }

// Reconcile returns the ledger of the filings. It does not depend on their order
// and does not change them.
func Reconcile(filings []*ownership.Filing) *ownership.Ledger {
	return ReconcileStepwise(filings, func() {})
}

// ReconcileStepwise does as Reconcile and calls turn every few filings, so that a
// program with one thread can do something else meanwhile.
func ReconcileStepwise(filings []*ownership.Filing, turn func()) *ownership.Ledger {
	sorted := make([]*filing, len(filings))
	readers := map[string]*identity.Reader{}
	for i, f := range filings {
		key := Key(f)
		if readers[key] == nil {
			readers[key] = identity.NewReader()
		}
		sorted[i] = newFiling(f, i, readers[key])
		turn()
	}
	slices.SortStableFunc(sorted, (*filing).compare)
	l := &ownership.Ledger{}
	b := builder{l, map[string]bool{}, turn}
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j].issuer == sorted[i].issuer {
			j++
		}
		b.issuer(sorted[i:j])
		i = j
	}
	return l
}
