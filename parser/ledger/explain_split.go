package ledger

import (
	"cmp"
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/split"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// bySplit explains a balance that a split or a stock dividend leads to. The ratio of two
// balances alone tells nothing: a note of a filing about the issuer must name it, in the
// time between the two lines, or the exercise price of a series must scale the other
// way in that time. Nothing is said if a note names another ratio for that time, or if
// a balance of the class went through it unchanged.
func (g *group) bySplit(x *gap, notes []splitNote) {
	if x.account.dollars || g.byDepositary(x) {
		return
	}
	opening := x.statement.chain.Steps[x.step].Opening
	told := x.splitsTold(notes)
	if r, of := x.fitting(told, opening); r != (split.Ratio{}) {
		// A price of the series itself that agrees with the note outweighs a balance of
		// another holding, which may be stale or misdated.
		a, b, priced := prices(x.before, x.first)
		if priced && r.Scales(a, b) || !(priced && r.Contradicts(a, b)) && !g.refutes(x, r, of) {
			x.explainBySplits(of, opening)
		}
		return
	}
	if x.within() {
		return
	}
	r, ok := split.Between(x.before.printed.V, opening)
	// The notes here need not tell of every split, but must leave room for one more.
	known := make([]split.Ratio, len(told))
	for i, t := range told {
		known[i] = t.ratio
	}
	if !ok || len(told) > 0 && !r.LeavesUsual(known) || g.refutes(x, r, nil) {
		return
	}
	between := x.splitBetween(r.With(known), opening)
	if a, b, ok := prices(x.before, x.first); ok {
		if r.Scales(a, b) {
			x.explain(cause.Because(cause.SplitByPrice, between, wording.Plain(a), wording.Plain(b)),
				x.cells(x.priceCells()...)...)
		}
		return
	}
	g.bySeries(x, r, between, notes)
}

// splitBetween is what a sentence says of a split before it names the evidence.
func (x *gap) splitBetween(what string, opening ownership.Decimal) string {
	from, to := "the "+x.before.filing.name(), "the "+x.first.filing.name()
	if x.within() {
		from, to = "the line of "+x.before.date.String(), "that of "+x.first.date.String()
	}
	return what + " between " + from + " and " + to + ": " +
		wording.Grouped(x.before.printed.V) + " became " + wording.Grouped(opening)
}

// prices returns the exercise prices of two lines, if both have one.
func prices(before, after *entry) (a, b ownership.Decimal, ok bool) {
	a, okA := before.row.ConversionOrExercisePrice.Get()
	b, okB := after.row.ConversionOrExercisePrice.Get()
	return a, b, before.table == 2 && after.table == 2 && okA && okB && a.Sign() > 0 && b.Sign() > 0
}

func (x *gap) priceCells() []ownership.Evidence {
	return []ownership.Evidence{x.before.filing.cellEvidence(x.before.cell("conversionOrExercisePrice")), x.first.filing.cellEvidence(x.first.cell("conversionOrExercisePrice"))}
}

// bySeries: a series of the same owners and class scales in the same time. If a note
// dates the split of that series, and not in the time of the gap, it is not this one.
func (g *group) bySeries(x *gap, r split.Ratio, between string, notes []splitNote) {
	for _, a := range g.accounts[:min(len(g.accounts), many)] {
		for _, s := range a.statements {
			if s.before == nil || s.id().Table != 2 || a == x.account || !s.id().OnClassOf(&x.first.id) {
				continue
			}
			b, e := s.before.entries[len(s.before.entries)-1], s.entries[0]
			if b.filing.index >= x.first.filing.index || e.filing.index <= x.before.filing.index {
				continue
			}
			rr, ok := split.Between(s.before.chain.Closing(), s.chain.Opening())
			pb, pe, known := prices(b, e)
			elsewhere := func(n splitNote) bool {
				return n.Ratio == r && n.Span.Told() && n.Span.Last.Compare(b.filing.since()) >= 0 && n.Span.First.Compare(e.filing.day()) <= 0
			}
			if ok && rr == r && known && r.Scales(pb, pe) && !slices.ContainsFunc(notes, elsewhere) {
				x.explain(cause.Because(cause.SplitBySeries, between,
					wording.Grouped(s.before.chain.Closing()), wording.Plain(pb), wording.Grouped(s.chain.Opening()), wording.Plain(pe)),
					x.cells(b.filing.cellEvidence(b.cell("conversionOrExercisePrice")), e.filing.cellEvidence(e.cell("conversionOrExercisePrice")))...)
				return
			}
		}
	}
}

func (x *gap) explainBySplits(of []*toldSplit, opening ownership.Decimal) {
	c, evidence := cause.SplitByNote, x.cells()
	if len(of) > 1 {
		c = cause.SplitBySeveral
	}
	names := make([]string, len(of))
	for i := range of {
		names[i] = of[i].ratio.String()
		if of[i].note.Depositary {
			names[i] = "change of what an ADS represents, like a " + names[i] + ","
		}
		evidence = append(evidence, of[i].note.evidence())
	}
	x.explain(cause.Because(c, x.splitBetween(strings.Join(names, " and a "), opening)), evidence...)
}

// fitting returns the splits whose product leads from the balance before to the one
// given: all that are certain, and as few as can be of the others.
func (x *gap) fitting(told []*toldSplit, opening ownership.Decimal) (split.Ratio, []*toldSplit) {
	slices.SortStableFunc(told, func(a, b *toldSplit) int { return a.span.First.Compare(b.span.First) })
	ratios, certain := make([]split.Ratio, len(told)), make([]bool, len(told))
	for i, t := range told {
		ratios[i], certain[i] = t.ratio, t.certain
	}
	var of []*toldSplit
	r, fit := split.Fitting(ratios, certain, x.before.printed.V, opening)
	for _, i := range fit {
		of = append(of, told[i])
	}
	return r, of
}

// refutes reports whether balances of the same owners and class demonstrably went
// through the time of a split unchanged.
func (g *group) refutes(x *gap, r split.Ratio, of []*toldSplit) bool {
	type span struct{ from, to *filing }
	var still []*span
	for _, a := range g.accounts[:min(len(g.accounts), many)] {
		for _, s := range a.statements {
			if s.before == nil || a == x.account || a.dollars || !s.id().Splits() || !s.id().OnClassOf(&x.first.id) {
				continue
			}
			if c := s.before.chain.Closing(); c.Sign() > 0 && c.Cmp(s.chain.Opening()) == 0 && !r.Leads(c, c) {
				still = append(still, &span{s.before.filing, s.filing})
			}
		}
	}
	for _, t := range of {
		if t.span.Told() && slices.ContainsFunc(still, func(s *span) bool {
			return s.from.day().Compare(t.span.First) < 0 && s.to.since().Compare(t.span.Last) > 0
		}) {
			return true
		}
	}
	slices.SortFunc(still, func(a, b *span) int { return cmp.Compare(a.from.index, b.from.index) })
	at := x.before.filing.index
	for _, s := range still {
		if s.from.index <= at {
			at = max(at, s.to.index)
		}
	}
	return at >= x.first.filing.index && !x.within()
}

// splitsInto reports whether a statement continues an account across a split: the exercise
// prices scale inversely to the balances. Few lets some be gone since.
func (s *statement) splitsInto(a *account, few bool) bool {
	if s.id().Table != 2 || a.dollars || s.dollars() {
		return false
	}
	last := a.last()
	before, after, ok := prices(last.entries[len(last.entries)-1], s.entries[0])
	if !ok || identity.CompareTerms(last.id().Expiry, s.id().Expiry) != identity.Same {
		return false
	}
	return slices.ContainsFunc(s.chains, func(c chain) bool {
		r, ok := split.Between(a.closing(), c.Opening())
		return ok && r.Scales(before, after) || few && split.MayLead(before, after, a.closing(), c.Opening())
	})
}
