package ledger

import (
	"slices"

	"filingview/parser/internal/notetext"
	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// otherLot reports whether a statement that does not continue a derivative holding is
// of another lot. Units and options of one title are often reported lot by lot: a grant
// begins with nothing while others are held, and the notes on the terms of two lots
// give other days of vesting. Notes that only are worded otherwise tell nothing. A later
// filing that goes on from both shows two lots as well.
func (g *group) otherLot(s *statement, a *account) bool {
	if s.id().Table != 2 {
		return false
	}
	if _, fromZero := s.continues(ownership.Decimal{}); fromZero && s.chains[0].Closing().Sign() != 0 && a.closing().Sign() != 0 {
		return true
	}
	last := a.last()
	if last.entries[0].fromForm {
		return false // its unit is not sure
	}
	both := []*part{{entries: last.chain.End().Lines}, {entries: s.chains[0].End().Lines}}
	if g.carry(s, both) == len(both) {
		return true
	}
	balance := a.closing()
	for _, c := range s.chains {
		off, _ := c.Opening().Difference(balance)
		if atMost(off, 1) {
			return false // rounded
		}
		if _, found := c.Steps[0].Lines[0].noteOf(off); found || len(totals.Slips(c.Steps, &balance)) > 0 {
			return false
		}
	}
	return !s.id().SameTerms(last.id()) && otherDays(s.id().Notes, last.id().Notes)
}

// otherDays reports whether both notes give days and have none in common.
func otherDays(a, b string) bool {
	x, y := notetext.Days(a), notetext.Days(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(d ownership.Date) bool { return slices.Contains(y, d) })
}
