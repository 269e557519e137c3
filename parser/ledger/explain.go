package ledger

import (
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// explainer looks for what closes a gap: of one gap by itself, or of several that
// belong together.
type explainer struct {
	one  func(x *gap)
	many func(gaps []*gap)
}

// explainers are in the order that keeps chance out: what the form and a note say,
// rounding, what another account says, a split, a correction, a late report, a
// misprint, and a missing filing last.
func (g *group) explainers(gaps []*gap, splits []splitNote) []explainer {
	return []explainer{
		{one: (*gap).byFormUnit},
		{one: (*gap).byNote},
		{one: (*gap).byRounding},
		{one: (*gap).bySign},
		{one: func(x *gap) { x.byRemainder(gaps) }},
		{many: g.byLateLine},
		{many: g.byOwnFiling},
		{many: g.byTransfer},
		{one: func(x *gap) { g.bySplit(x, splits) }},
		{one: (*gap).byUncorrected},
		{many: g.byCatchUp},
		{one: g.byOtherNote},
		{many: g.byReturn},
		{one: (*gap).byAmount},
		{one: g.byAllSeries},
		{one: (*gap).byWords},
		{one: func(x *gap) { g.byMissing(x, gaps, splits) }},
	}
}

// explain tries every explainer in turn; each gap is closed once. Then it looks at
// the lines that are no gaps and yet need a word.
func (g *group) explain(gaps []*gap, splits []splitNote) {
	markOthers(gaps)
	for _, e := range g.explainers(gaps, splits) {
		if e.many != nil {
			e.many(gaps)
			continue
		}
		for _, x := range gaps {
			if !x.closed {
				e.one(x)
			}
		}
	}
	g.leaveOpen(gaps)
	g.explainBeforeForm3()
	g.firstLines()
	g.firstDepositary()
	g.duplicates()
	g.explainAmendments()
}

// markOthers marks the gaps that are not alone between their two filings.
func markOthers(gaps []*gap) {
	type between struct{ before, first *filing }
	n := map[between]int{}
	for _, x := range gaps {
		n[between{x.before.filing, x.first.filing}]++
	}
	for _, x := range gaps {
		x.others = !x.within() && n[between{x.before.filing, x.first.filing}] > 1
	}
}

// byFormUnit: Form 3's Table II has no column for the number of derivative
// securities. If the next filing's ratio of underlying to derivative securities
// leads from one amount to the other, Form 3 put the underlying amount there.
func (x *gap) byFormUnit() {
	if !x.before.fromForm || len(x.statement.chain.Steps[x.step].Lines) != 1 {
		return
	}
	e := x.first
	under, ok := e.row.UnderlyingShares.Get()
	amount := e.change.V.Magnitude()
	if e.kind == ownership.Holding {
		amount = e.printed.V
	}
	if !ok || amount.Sign() == 0 {
		return
	}
	// underlying x opening / amount = what Form 3 says, without a division.
	opening := x.statement.chain.Steps[x.step].Opening
	a, okA := under.Product(opening)
	b, okB := x.before.printed.V.Product(amount)
	if okA && okB && a.Cmp(b) == 0 && under.Cmp(amount) != 0 && (e.kind != ownership.Holding || e.sharesRatio()) {
		x.explain(cause.Because(cause.Form3Underlying,
			wording.Grouped(x.before.printed.V), cause.Unit(e.table, e.dollars, opening), wording.Grouped(opening), wording.Grouped(under), wording.Grouped(amount)),
			x.cells(e.filing.cellEvidence(e.cell("underlyingShares")))...)
	}
}

// sharesRatio reports whether another holding of the filing's Table II has as many
// underlying shares for each derivative security: on a holding alone, any wrong total
// would look like a ratio.
func (e *entry) sharesRatio() bool {
	under := e.row.UnderlyingShares.V
	return slices.ContainsFunc(e.filing.entries, func(o *entry) bool {
		other, ok := o.row.UnderlyingShares.Get()
		if o == e || !ok || o.table != 2 || o.kind != ownership.Holding || !o.printed.Known || other.Cmp(o.printed.V) == 0 {
			return false
		}
		a, okA := under.Product(o.printed.V)
		b, okB := other.Product(e.printed.V)
		return okA && okB && a.Cmp(b) == 0
	})
}

// byRounding: fractions of units that one of the two totals leaves out.
func (x *gap) byRounding() {
	if !atMost(x.size, 1) || !x.fractional() {
		return
	}
	x.explain(cause.Because(cause.Rounding, wording.Grouped(x.size.Magnitude())), x.cells()...)
}

// fractional reports whether fractions are in the figures beside the gap.
func (x *gap) fractional() bool {
	if !x.size.IsInteger() {
		return true
	}
	// Whole totals that differ by one are rounded only where the account has
	// fractions.
	for _, s := range x.account.statements {
		for _, e := range s.entries {
			if !e.printed.V.IsInteger() || !e.change.V.IsInteger() {
				return true
			}
		}
	}
	return false
}

// byAllSeries: the total counts all series of the title.
func (g *group) byAllSeries(x *gap) {
	if len(g.accounts) > many {
		return
	}
	e := x.first
	if e.table != 2 {
		return
	}
	opening := x.statement.chain.Steps[x.step].Opening
	sum, n := ownership.Decimal{}, 0
	evidence := x.cells()
	for _, a := range g.accounts {
		last := a.lastBefore(e.filing)
		if last == nil || identity.CompareTitles(a.ids[0].Title, e.id.Title) < identity.Alike || a.ids[0].Own != e.id.Own || a.dollars != e.dollars || last.chain.Closing().Sign() == 0 {
			continue
		}
		if e.id.Own == ownership.Indirect && a.ids[0].Holder.Like(&e.id.Holder) < identity.Alike {
			continue
		}
		sum, _ = sum.Sum(last.chain.Closing())
		n++
		if a != x.account {
			last := last.entries[len(last.entries)-1]
			evidence = append(evidence, last.filing.cellEvidence(last.total()))
		}
	}
	if n > 1 && sum.Cmp(opening) == 0 {
		x.explain(cause.Because(cause.AllSeries, n, wording.Grouped(sum)), evidence...)
	}
}

// lastBefore returns the account's last statement before a filing.
func (a *account) lastBefore(f *filing) *statement {
	var last *statement
	for _, s := range a.statements {
		if s.filing.index >= f.index {
			break
		}
		last = s
	}
	return last
}
