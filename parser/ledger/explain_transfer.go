package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byTransfer pairs gaps that are equal and opposite in two accounts of one class,
// from the last report of both until both have been reported again: a change in
// the form of ownership without a line of its own (Rule 16a-13).
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
		if best != nil {
			x.explainMirrored(best)
			if !best.closed {
				best.explainMirrored(x)
			} else {
				link(linkOtherSide, x.first, best.first)
			}
		}
	}
	for _, try := range []func(*gap){g.byLine, func(x *gap) { x.bySum(gaps) }, g.byWholeBalance} {
		for _, x := range gaps {
			if !x.closed {
				try(x)
			}
		}
	}
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
	if a.Table != b.Table || identity.CompareTitles(a.Title, b.Title) < identity.Alike || a.Table == 2 && identity.CompareTerms(a.Strike, b.Strike) < identity.Alike {
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
	// A few shares may agree by chance, unless both gaps are between the same two
	// filings.
	least := int64(leastTransfer)
	if x.before.filing == y.before.filing && x.first.filing == y.first.filing {
		least = leastTransferBetween
	}
	return atLeast(x.size, least)
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
	x.explain(because(causeTransferLine,
		wording.Grouped(x.size.Magnitude()), unitOf(x.first), found.date, accountName(found)), append(x.cells(), found.filing.cellEvidence(found.amount()))...)
	link(linkTransferLine, x.first, found)
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
	x.explain(because(causeMirrored,
		wording.Grouped(x.size.Magnitude()), unitOf(x.first), accountName(from.first), accountName(to.first), exempt),
		append(x.cells(), y.cells()...)...)
	link(linkOtherSide, x.first, y.first)
}

// accountName names the account of a line in a sentence.
func accountName(e *entry) string {
	if e.id.Own != ownership.Indirect {
		return "the direct holding"
	}
	if n := e.id.Holder.Name.Shown; n != "" {
		return "the indirect holding “" + n + "”"
	}
	if n := e.row.NatureOfOwnership.V; n != "" {
		return "the indirect holding “" + n + "”"
	}
	return "an indirect holding"
}

// bySum: one gap is the sum of two or three others that stand in one filing.
func (x *gap) bySum(gaps []*gap) {
	var others []*gap
	for _, y := range gaps {
		if !y.closed && x.mayMirror(y) && y.size.Sign() == -x.size.Sign() {
			others = append(others, y)
		}
	}
	for i, first := range others {
		set := []*gap{first}
		for _, y := range others[i+1:] {
			if y.first.filing == first.first.filing {
				set = append(set, y)
			}
		}
		sum := x.size
		for _, y := range set {
			sum, _ = sum.Sum(y.size)
		}
		if len(set) < minSharedGaps || len(set) > maxSharedGaps || sum.Sign() != 0 {
			continue
		}
		evidence := x.cells()
		for _, y := range set {
			evidence = append(evidence, y.cells()...)
		}
		for _, y := range set {
			y.explain(because(causePartOfChange,
				wording.Grouped(x.size.Magnitude()), appearOrLeave(x.size), x.first.id.Title), evidence...)
			link(linkPartOfChange, x.first, y.first)
		}
		x.explain(because(causeSumOfChanges,
			wording.Grouped(x.size.Magnitude()), unitOf(x.first), appearOrLeave(x.size), len(set)), evidence...)
		return
	}
}

func appearOrLeave(d ownership.Decimal) string {
	if d.Sign() < 0 {
		return "leave"
	}
	return "appear"
}

// byWholeBalance: the gap is the whole balance of another account of the class, which is
// not reported again, or again from zero.
func (g *group) byWholeBalance(x *gap) {
	if x.size.Sign() <= 0 || !atLeast(x.size, distinctive) || x.within() {
		return
	}
	for _, a := range g.accounts {
		last := a.lastBefore(x.first.filing)
		if a == x.account || last == nil || a.dollars != x.account.dollars || last.filing.index < x.before.filing.index || last.chain.closing().Cmp(x.size) != 0 {
			continue
		}
		id := last.id()
		if id.Table != x.first.id.Table || identity.CompareTitles(id.Title, x.first.id.Title) < identity.Alike || id.Table == 2 && identity.CompareTerms(id.Strike, x.first.id.Strike) < identity.Alike {
			continue
		}
		if i := slices.Index(a.statements, last); i+1 < len(a.statements) && a.statements[i+1].chain.opening().Sign() != 0 {
			continue
		}
		lines := last.chain.steps[len(last.chain.steps)-1].entries
		e := lines[len(lines)-1]
		x.explain(because(causeBalanceTaken,
			wording.Grouped(x.size), unitOf(x.first), accountName(e)), append(x.cells(), e.filing.cellEvidence(e.total()))...)
		link(linkBalanceTaken, x.first, e)
		return
	}
}
