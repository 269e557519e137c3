package rules

import (
	"fmt"
	"slices"

	"filingview/parser/ownership"
)

// checkDuplicates tells of lines that are there twice: duplicate-row for
// transactions, holding-row-duplicate for holdings. Lines that differ in anything,
// a footnote included, are two.
func checkDuplicates(f *ownership.Filing) {
	duplicates(f, f.TableI, "tableI", "Table I")
	duplicates(f, f.TableII, "tableII", "Table II")
}

func duplicates(f *ownership.Filing, table []ownership.Row, path, name string) {
	for i := range table {
		r := &table[i]
		for j := i - 1; j >= max(0, i-lookAround); j-- {
			o := &table[j]
			if o.Kind != r.Kind || o.SharesFollowing.V != r.SharesFollowing.V || o.Transaction.Shares.V != r.Transaction.Shares.V || !sameRow(o, r) {
				continue
			}
			rule, message := ownership.RuleDuplicateRow, "Lines %d and %d of %s are the same in every cell and footnote: one transaction may be entered twice."
			if r.Kind == ownership.Holding {
				rule, message = ownership.RuleHoldingRowDuplicate, "Lines %d and %d of %s are the same in every cell and footnote: one holding may be entered twice."
			}
			if r.Kind == ownership.Holding && ofSeveralOwners(f, r) || r.Kind == ownership.Transaction && repeatsTotal(table[max(0, i-lookAround):min(len(table), i+lookAround)], r, path) {
				break
			}
			x := ownership.Finding{Message: fmt.Sprintf(message, j+1, i+1, name)}
			if r.SecurityTitle.Present() {
				x.Paths = []string{fmt.Sprintf("%s[%d].securityTitle", path, j), fmt.Sprintf("%s[%d].securityTitle", path, i)}
			} else {
				x.At = []ownership.Span{o.At, r.At}
			}
			addFinding(f, rule, x)
			break
		}
	}
}

// sameRow reports whether two rows say the same in every cell, notes included.
func sameRow(a, b *ownership.Row) bool {
	x, y := a.Readings(), b.Readings()
	for i := range x {
		if x[i].State != y[i].State || x[i].State != ownership.Known && x[i].Raw != y[i].Raw || !slices.Equal(x[i].Notes, y[i].Notes) {
			return false
		}
	}
	return a.SameValues(b)
}

// ofSeveralOwners reports whether equal holdings may be of two owners of a joint
// filing: nothing on the line says whose they are.
func ofSeveralOwners(f *ownership.Filing, r *ownership.Row) bool {
	l := line{f: f, r: r}
	return len(f.Owners) > 1 && !l.cites()
}

// repeatsTotal reports whether equal lines may be two transactions of the same
// size: the filer gives the total after all transactions on each line, as Form 4
// allows, or the total of each lot, so that equal totals mean nothing. It is so
// where a line of another amount has the same total, where the total is 0, and
// where a grant in Table II has its own amount for a total.
func repeatsTotal(table []ownership.Row, r *ownership.Row, path string) bool {
	if !r.SharesFollowing.IsKnown() || r.SharesFollowing.V.Sign() == 0 || !r.Transaction.Shares.IsKnown() {
		return true
	}
	if path == "tableII" && r.SharesFollowing.V.Cmp(r.Transaction.Shares.V) == 0 {
		return true
	}
	for i := range table {
		o := &table[i]
		if o.Kind == ownership.Transaction && o.SharesFollowing.IsKnown() && o.SharesFollowing.V.Cmp(r.SharesFollowing.V) == 0 &&
			o.Transaction.Shares.V.Cmp(r.Transaction.Shares.V) != 0 {
			return true
		}
	}
	return false
}
