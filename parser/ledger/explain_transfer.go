package ledger

import (
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byTransfer pairs gaps that are equal and opposite in two accounts of one class,
// from the last report of both until both have been reported again: a change in
// the form of ownership without a line of its own (Rule 16a-13). The amounts are sure;
// that they went from one to the other is likely, unless a note tells of it.
func (g *group) byTransfer(gaps []*gap) {
	if len(g.accounts) > many || len(gaps) > maxMatchingGaps {
		return
	}
	for _, x := range gaps {
		if x.closed {
			continue
		}
		var best *gap
		for _, y := range gaps {
			if x.mirrors(y) && (best == nil || distance(x, y) < distance(x, best)) {
				best = y
			}
		}
		switch {
		case best == nil || x.reported():
		case !x.outweighsChance(best):
			x.readings = append(x.readings, cause.Because(cause.ReadMoved, cause.Sentence(accountName(best.first)), cause.MoreOrLess(best.size)))
		default:
			x.explainMirrored(best)
			if !best.closed {
				best.explainMirrored(x)
			} else {
				link(cause.LinkOtherSide, x.first, best.first)
			}
		}
	}
	for _, try := range []func(*gap){g.byLine, func(x *gap) { x.bySum(gaps) }, g.byNewLine, g.byWholeBalance} {
		for _, x := range gaps {
			if !x.closed {
				try(x)
			}
		}
	}
}

// outweighsChance reports whether equal and opposite gaps are too large to be a corrected
// division: a hundred or more, and a thousandth of the smaller balance.
func (x *gap) outweighsChance(y *gap) bool {
	smaller := x.before.printed.V
	if y.before.printed.V.Cmp(smaller) < 0 {
		smaller = y.before.printed.V
	}
	times, ok := x.size.Magnitude().Product(ownership.NewDecimal(noticeablePart, 0))
	return ok && atLeast(x.size, leastTransfer) && times.Cmp(smaller) >= 0
}

// reported reports whether the account's lines since its last report have the amount, as
// a transfer: then it is not moved again without one.
func (x *gap) reported() bool {
	for _, s := range x.account.statements {
		if s.filing.index < x.before.filing.index || s.filing.index > x.first.filing.index {
			continue
		}
		for _, e := range s.entries {
			if e.kind == ownership.Transaction && transferCode(e.code) && e.change.V.Magnitude().Cmp(x.size.Magnitude()) == 0 {
				return true
			}
		}
	}
	return false
}

// strengthOf is how sure a transfer between accounts is that no line reports.
func strengthOf(gaps ...*gap) ownership.Strength {
	for _, x := range gaps {
		if _, told := x.told(); told {
			return ownership.StrengthProved // the amounts agree, and a note says why
		}
	}
	return ownership.StrengthLikely
}

func distance(x, y *gap) int {
	d := x.first.filing.index - y.first.filing.index
	return max(d, -d)
}

// mayMirror reports whether two gaps can be sides of one event.
func (x *gap) mayMirror(y *gap) bool {
	if x == y || x.account == y.account || x.account.dollars != y.account.dollars || x.within() || y.within() {
		return false
	}
	a, b := x.first.id, y.first.id
	if !a.OfClass(&b) {
		return false
	}
	return x.before.filing.index < y.first.filing.index && y.before.filing.index < x.first.filing.index
}

func (x *gap) mirrors(y *gap) bool {
	if y.closed && !y.first.explainedByNote() || !x.mayMirror(y) {
		return false
	}
	sum, ok := x.size.Sum(y.size)
	if !ok || sum.Sign() != 0 {
		return false
	}
	// A few shares agree by chance, unless both gaps are between the same two filings.
	between := x.before.filing == y.before.filing && x.first.filing == y.first.filing
	return between || atLeast(x.size, leastTransfer)
}

// byLine: the gap is the amount of a line in another account of the class that
// gives or takes it without a price, between the same reports.
func (g *group) byLine(x *gap) {
	if x.within() || !atLeast(x.size, leastTransfer) {
		return
	}
	var found *entry
	for _, a := range g.accounts {
		if a == x.account || a.dollars != x.account.dollars {
			continue
		}
		for _, s := range a.statements {
			if s.filing.index < x.before.filing.index || s.filing.index > x.first.filing.index {
				continue
			}
			for _, e := range s.entries {
				if e.kind != ownership.Transaction || !transferCode(e.code) || !e.unpriced() || e.change.V.Cmp(x.size.Negated()) != 0 ||
					e.id.Table != x.first.id.Table || identity.CompareTitles(e.id.Title, x.first.id.Title) < identity.Alike || e.filing == x.before.filing && e.date.Compare(x.before.filing.last) < 0 ||
					len(e.line.Links) > 0 {
					continue
				}
				if found != nil {
					return // two that it may be
				}
				found = e
			}
		}
	}
	if found == nil {
		return
	}
	x.explain(cause.Because(cause.TransferLine,
		counted(x.first, x.size), found.date, accountName(found)), x.cells(found.filing.cellEvidence(found.amount()))...)
	link(cause.LinkTransferLine, x.first, found)
}

func (x *gap) explainMirrored(y *gap) {
	from, to := x, y
	if x.size.Sign() > 0 {
		from, to = y, x
	}
	exempt := ""
	if from.first.id.Own != to.first.id.Own {
		exempt = " A change in form of ownership alone is exempt (Rule 16a-13)."
	}
	strength := strengthOf(x, y)
	r := cause.Because(cause.Mirrored, cause.Likely(strength), counted(x.first, x.size), accountName(from.first), accountName(to.first), exempt)
	r.Strength = strength
	x.explain(r, append(x.cells(y.cells()...), x.words(y)...)...)
	link(cause.LinkOtherSide, x.first, y.first)
}

// accountName names the account of a line in a sentence.
func accountName(e *entry) string { return e.id.Called(wording.Fold(e.row.NatureOfOwnership.V)) }

// words returns what notes on the totals of the gaps tell.
func (x *gap) words(others ...*gap) []ownership.Evidence {
	var all []ownership.Evidence
	for _, y := range append([]*gap{x}, others...) {
		if t, ok := y.told(); ok && !slices.Contains(all, t.evidence) {
			all = append(all, t.evidence)
		}
	}
	return all
}

// bySum: one gap is the sum of all others that are between the same two filings, or of two
// or three that stand in one filing.
func (x *gap) bySum(gaps []*gap) {
	var others, between []*gap
	for _, y := range gaps {
		if !y.closed && x.mayMirror(y) && y.size.Sign() == -x.size.Sign() {
			others = append(others, y)
			if y.first.filing == x.first.filing && y.before.filing == x.before.filing {
				between = append(between, y)
			}
		}
	}
	if len(between) >= minSharedGaps && x.isSumOf(between) {
		x.explainSum(between)
		return
	}
	for i, first := range others {
		set := []*gap{first}
		for _, y := range others[i+1:] {
			if y.first.filing == first.first.filing {
				set = append(set, y)
			}
		}
		if len(set) >= minSharedGaps && len(set) <= maxSharedGaps && x.isSumOf(set) {
			x.explainSum(set)
			return
		}
	}
}

func (x *gap) isSumOf(set []*gap) bool {
	sum := x.size
	for _, y := range set {
		sum, _ = sum.Sum(y.size)
	}
	return sum.Sign() == 0
}

func (x *gap) explainSum(set []*gap) {
	evidence := x.cells()
	for _, y := range set {
		evidence = append(evidence, y.cells()...)
	}
	evidence = append(evidence, x.words(set...)...)
	strength := strengthOf(append(slices.Clone(set), x)...)
	say := func(c cause.Cause, args ...any) cause.Reason {
		r := cause.Because(c, append([]any{cause.Likely(strength)}, args...)...)
		r.Strength, r.Sentence = strength, cause.Sentence(r.Sentence)
		return r
	}
	way := "went to"
	if x.size.Sign() < 0 {
		way = "came from"
	}
	for _, y := range set {
		y.explain(say(cause.PartOfChange, counted(x.first, x.size), way, accountName(x.first)), evidence...)
		link(cause.LinkPartOfChange, x.first, y.first)
	}
	x.explain(say(cause.SumOfChanges, counted(x.first, x.size), cause.AppearOrLeave(x.size), len(set)), evidence...)
}

// byNewLine: what a holding has less is what another line of the class, in the same filing
// and first seen there, begins with.
func (g *group) byNewLine(x *gap) {
	if x.size.Sign() >= 0 || !atLeast(x.size, distinctive) || x.within() {
		return
	}
	size := x.size.Magnitude()
	var found *account
	for _, a := range g.accounts {
		if a == x.account || len(a.statements) == 0 || a.statements[0].filing != x.first.filing || a.dollars != x.account.dollars {
			continue
		}
		e := a.statements[0].chain.Steps[0].Lines[0]
		if e.line.Rule != ownership.RuleFirstSeen || a.statements[0].chain.Opening().Cmp(size) != 0 || e.id.Table != x.first.id.Table || identity.CompareTitles(e.id.Title, x.first.id.Title) < identity.Alike {
			continue
		}
		if found != nil {
			return // two that it may be
		}
		found = a
	}
	if found == nil {
		return
	}
	e := found.statements[0].chain.Steps[0].Lines[0]
	evidence := x.cells(e.filing.cellEvidence(e.total()))
	x.explain(cause.Because(cause.HeldInNewLine, counted(x.first, size), accountName(e), e.filing.name()), evidence...)
	e.say(cause.Because(cause.CameFromGap, counted(x.first, size), accountName(x.first)), evidence...)
	link(cause.LinkOtherSide, x.first, e)
}

// byWholeBalance: the gap is the whole balance of another account of the class, which is
// not reported again, or again from zero.
func (g *group) byWholeBalance(x *gap) {
	if x.size.Sign() <= 0 || !atLeast(x.size, distinctive) || x.within() {
		return
	}
	for _, a := range g.accounts {
		last := a.lastBefore(x.first.filing)
		if a == x.account || last == nil || a.dollars != x.account.dollars || last.filing.index < x.before.filing.index || last.chain.Closing().Cmp(x.size) != 0 {
			continue
		}
		id := last.id()
		if !id.OfClass(&x.first.id) {
			continue
		}
		if i := slices.Index(a.statements, last); i+1 < len(a.statements) && a.statements[i+1].chain.Opening().Sign() != 0 {
			continue
		}
		lines := last.chain.Steps[len(last.chain.Steps)-1].Lines
		e := lines[len(lines)-1]
		x.explain(cause.Because(cause.BalanceTaken, counted(x.first, x.size), accountName(e)), x.cells(e.filing.cellEvidence(e.total()))...)
		link(cause.LinkBalanceTaken, x.first, e)
		return
	}
}
