package engine

import (
	"cmp"
	"slices"
	"strings"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// sortAccounts sorts by the column of a name, those of equal rank by what a reader
// would look for: issuer, owners, class, holder, and at last the ID, so that the
// order is always the same. A name that it does not know, as the empty one, puts
// those first that have most to be looked at.
func sortAccounts(all []*wire.Summary, by string) {
	name, down := strings.CutPrefix(by, "-")
	compare := comparison(name)
	slices.SortFunc(all, func(a, b *wire.Summary) int {
		n := compare(a, b)
		if down {
			n = -n
		}
		return cmp.Or(n,
			compareFold(a.Issuer.Name, b.Issuer.Name), compareFold(ownersOf(a), ownersOf(b)), cmp.Compare(a.Table, b.Table),
			compareFold(a.Title, b.Title), compareFold(a.Holder, b.Holder), cmp.Compare(a.ID, b.ID))
	})
}

func comparison(name string) func(a, b *wire.Summary) int {
	switch name {
	case "issuer":
		return func(a, b *wire.Summary) int { return compareFold(a.Issuer.Name, b.Issuer.Name) }
	case "owner":
		return func(a, b *wire.Summary) int { return compareFold(ownersOf(a), ownersOf(b)) }
	case "security":
		return func(a, b *wire.Summary) int { return compareFold(a.Title, b.Title) }
	case "holder":
		return func(a, b *wire.Summary) int {
			return cmp.Or(cmp.Compare(a.Ownership, b.Ownership), compareFold(a.Holder, b.Holder))
		}
	case "lines":
		return func(a, b *wire.Summary) int { return cmp.Compare(a.Rates.Lines, b.Rates.Lines) }
	case "unexplained":
		return func(a, b *wire.Summary) int { return cmp.Compare(a.Rates.Unexplained, b.Rates.Unexplained) }
	case "explained":
		return func(a, b *wire.Summary) int {
			return cmp.Or(cmp.Compare(a.Rates.Explained, b.Rates.Explained), cmp.Compare(a.Rates.Likely, b.Rates.Likely))
		}
	case "gaps":
		return func(a, b *wire.Summary) int { return cmp.Compare(a.Gaps, b.Gaps) }
	case "gap":
		return func(a, b *wire.Summary) int {
			return compareAmounts(magnitude(a.Gap), magnitude(b.Gap))
		}
	case "closing":
		return func(a, b *wire.Summary) int { return compareAmounts(a.Closing, b.Closing) }
	case "date":
		return func(a, b *wire.Summary) int { return a.Date.Compare(b.Date) }
	}
	return func(a, b *wire.Summary) int {
		return cmp.Or(cmp.Compare(b.Rates.Unexplained, a.Rates.Unexplained), cmp.Compare(b.Standing(), a.Standing()), cmp.Compare(b.Gaps, a.Gaps))
	}
}

func compareFold(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) }

func ownersOf(s *wire.Summary) string {
	if len(s.Owners) == 0 {
		return ""
	}
	return s.Owners[0].Name
}

func magnitude(a ownership.Amount) ownership.Amount {
	a.V = a.V.Magnitude()
	return a
}

// compareAmounts puts what is not known before all numbers.
func compareAmounts(a, b ownership.Amount) int {
	switch {
	case a.Known && b.Known:
		return a.V.Cmp(b.V)
	case a.Known:
		return 1
	case b.Known:
		return -1
	}
	return 0
}
