package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
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
	both := []*totals.Part[*entry]{{Lines: last.chain.End().Lines}, {Lines: s.chains[0].End().Lines}}
	if g.carry(s, both) == len(both) {
		return true
	}
	for _, c := range s.chains {
		off, _ := c.Opening().Difference(a.closing())
		if _, found := c.Steps[0].Lines[0].noteOf(off); found || atMost(off, 1) {
			return false // told, or rounded
		}
	}
	return !s.id().SameTerms(last.id()) && notetext.OtherDays(s.id().Notes, last.id().Notes)
}

// holderLeft reports whether a statement that does not continue an account may be of a
// holder that has no account yet: its note names more holders than there are accounts.
func (g *group) holderLeft(s *statement, a *account) bool {
	n := 0
	for _, b := range g.candidates(s.id()) {
		if len(b.statements) > 0 && b.dollars == s.dollars() && b.like(s.id()) >= identity.Alike {
			n++
		}
	}
	balance := a.closing()
	return n < len(s.id().Holder.Several) && !slices.ContainsFunc(s.chains, func(c chain) bool { return len(totals.Slips(c.Steps, &balance)) > 0 })
}
