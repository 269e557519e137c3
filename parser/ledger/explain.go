package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/misprint"
	"filingview/parser/internal/notetext"
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
func (g *group) explainers(splits []splitNote) []explainer {
	return []explainer{
		{one: (*gap).byFormUnit},
		{one: (*gap).byNote},
		{one: (*gap).byRounding},
		{many: g.byTransfer},
		{one: func(x *gap) { g.bySplit(x, splits) }},
		{one: (*gap).byUncorrected},
		{many: g.byCatchUp},
		{many: g.byReturn},
		{one: (*gap).byAmount},
		{one: g.byAllSeries},
		{one: g.byMissing},
	}
}

// explain tries every explainer in turn; each gap is closed once. Then it looks at
// the lines that are no gaps and yet need a word.
func (g *group) explain(gaps []*gap, splits []splitNote) {
	for _, e := range g.explainers(splits) {
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
	g.explainBeforeForm3()
	g.firstLines()
	g.duplicates()
	g.explainAmendments()
}

// byFormUnit: Form 3's Table II has no column for the number of derivative
// securities. If the next filing's ratio of underlying to derivative securities
// leads from one amount to the other, Form 3 put the underlying amount there.
func (x *gap) byFormUnit() {
	if !x.before.fromForm || len(x.statement.chain.steps[x.step].entries) != 1 {
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
	opening := x.statement.chain.steps[x.step].opening
	a, okA := under.Product(opening)
	b, okB := x.before.printed.V.Product(amount)
	if okA && okB && a.Cmp(b) == 0 && under.Cmp(amount) != 0 {
		x.explain(because(causeForm3Underlying,
			wording.Grouped(x.before.printed.V), unitOf(e), wording.Grouped(opening), wording.Grouped(under), wording.Grouped(amount)),
			append(x.cells(), e.filing.cellEvidence(e.cell("underlyingShares")))...)
	}
}

// byNote: a note on the total that holds a number equal to the gap. Words alone
// explain nothing.
func (x *gap) byNote() {
	for _, e := range x.statement.chain.steps[x.step].entries {
		if note, ok := e.noteOf(x.size); ok {
			x.explain(because(causeNote, wording.Grouped(x.size.Magnitude()), unitOf(e), note.Words),
				append([]ownership.Evidence{note}, x.cells()...)...)
			return
		}
	}
}

// noteOf finds the words of a note on the line's total that hold a number.
func (e *entry) noteOf(size ownership.Decimal) (ownership.Evidence, bool) {
	size = size.Magnitude()
	for _, at := range e.totalNotes() {
		text := e.filing.asFiled.Footnotes[at].Text.V
		var parts []notetext.Number
		for _, n := range notetext.Numbers(text) {
			if n.Value.Cmp(size) == 0 {
				return e.filing.noteEvidence(at, n.From, n.To), true
			}
			if notetext.CountFollows(text[n.From:n.To]) {
				parts = append(parts, n)
			}
		}
		// "includes 120 shares acquired on June 30 and 130 shares on December 31"
		if len(parts) > 1 && len(parts) <= maxPartsOfNumber {
			sum := ownership.Decimal{}
			for _, n := range parts {
				sum, _ = sum.Sum(n.Value)
			}
			if sum.Cmp(size) == 0 {
				return e.filing.noteEvidence(at, parts[0].From, parts[len(parts)-1].To), true
			}
		}
	}
	return ownership.Evidence{}, false
}

// byRounding: fractions of units that one of the two totals leaves out.
func (x *gap) byRounding() {
	if !atMost(x.size, 1) || !x.fractional() {
		return
	}
	x.explain(because(causeRounding, wording.Grouped(x.size.Magnitude())), x.cells()...)
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

// byAmount: the amount of the transaction is misprinted, by one digit or by a point
// for a comma, and the next line confirms the total.
func (x *gap) byAmount() {
	e := x.first
	if e.kind != ownership.Transaction || len(x.statement.chain.steps[x.step].entries) != 1 || !x.confirmed() {
		return
	}
	right, ok := e.change.V.Sum(x.size) // the change that the totals ask for
	if !ok || right.Sign() != e.change.V.Sign() {
		return
	}
	kind := misprint.Of(right.Magnitude(), e.change.V.Magnitude())
	if kind != misprint.None && !misprint.IsLikely(right.Magnitude(), e.change.V.Magnitude()) {
		return // short numbers look alike by chance
	}
	if kind == misprint.None {
		kind = misprint.OfPoint(right.Magnitude(), e.change.V.Magnitude())
	}
	if kind == misprint.None {
		return
	}
	x.explain(because(causeAmountMisprinted,
		kind, wording.Grouped(right.Magnitude()), wording.Grouped(e.change.V.Magnitude())),
		append(x.cells(), e.filing.cellEvidence(e.amount()))...)
	x.explainCarried(right.Magnitude())
}

// explainCarried explains the lines that carry a misprinted amount on: the other table's line
// of the same conversion, and what it was passed on to. They add up by chance.
func (x *gap) explainCarried(right ownership.Decimal) {
	e := x.first
	wrong := e.change.V.Magnitude()
	for _, l := range e.line.Links {
		if l.Rule != ownership.RuleExerciseLink {
			continue
		}
		for _, o := range e.filing.entries {
			if o.path != l.To.Path || o.change.V.Magnitude().Cmp(wrong) != 0 {
				continue
			}
			for _, t := range e.filing.entries {
				if t.table == o.table && t.id.Like(&o.id) == identity.Same && t.change.Known && t.change.V.Magnitude().Cmp(wrong) == 0 && t.line.State == ownership.Reconciled {
					t.say(because(causeAmountCarried, wording.Grouped(right), wording.Grouped(wrong)), t.filing.cellEvidence(t.amount()), e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.total()), x.before.filing.cellEvidence(x.before.total()))
					link(linkMisprint, t, e)
				}
			}
		}
	}
}

// confirmed reports whether the next step goes on from the total of this one.
func (x *gap) confirmed() bool {
	next, _ := x.next()
	return next != nil && next.opening.Cmp(x.statement.chain.steps[x.step].want) == 0
}

// next returns the step after the gap's in the account, and its statement.
func (x *gap) next() (*step, *statement) {
	if x.step+1 < len(x.statement.chain.steps) {
		return &x.statement.chain.steps[x.step+1], x.statement
	}
	i := slices.Index(x.account.statements, x.statement)
	if i+1 < len(x.account.statements) {
		s := x.account.statements[i+1]
		return &s.chain.steps[0], s
	}
	return nil, nil
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
	opening := x.statement.chain.steps[x.step].opening
	sum, n := ownership.Decimal{}, 0
	evidence := x.cells()
	for _, a := range g.accounts {
		last := a.lastBefore(e.filing)
		if last == nil || identity.CompareTitles(a.ids[0].Title, e.id.Title) < identity.Alike || a.ids[0].Own != e.id.Own || a.dollars != e.dollars || last.chain.closing().Sign() == 0 {
			continue
		}
		if e.id.Own == ownership.Indirect && a.ids[0].Holder.Like(&e.id.Holder) < identity.Alike {
			continue
		}
		sum, _ = sum.Sum(last.chain.closing())
		n++
		if a != x.account {
			last := last.entries[len(last.entries)-1]
			evidence = append(evidence, last.filing.cellEvidence(last.total()))
		}
	}
	if n > 1 && sum.Cmp(opening) == 0 {
		x.explain(because(causeAllSeries, n, wording.Grouped(sum)), evidence...)
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

// byMissing: a part of a report that the remarks count is not here, or none of the
// owners' filings of a long time, while a change must be reported within days.
func (g *group) byMissing(x *gap) {
	if x.within() {
		return
	}
	// The longest time without a report of these owners about this issuer.
	longest, from, to := 0, ownership.Date{}, ownership.Date{}
	for i := slices.Index(g.filings, x.before.filing) + 1; i < len(g.filings); i++ {
		before, f := g.filings[i-1], g.filings[i]
		days := daysBetween(before.day(), f.place())
		if days > longest {
			longest, from, to = days, before.day(), f.place()
		}
		if f == x.first.filing {
			break
		}
	}
	// In some months a plan may have added a little without a report; not a tenth
	// of the holding.
	if longest <= quietYear && x.byMissingPart(g) || longest <= quietDays || longest <= quietYear && (!x.large() || x.first.indistinct()) {
		return
	}
	x.explain(because(causeMissingFiling,
		from, to, wording.Grouped(x.size.Magnitude()), unitOf(x.first), moreOrLess(x.size)), x.cells()...)
}

// large reports whether the gap is a tenth of the balance or more.
func (x *gap) large() bool {
	times, ok := x.size.Magnitude().Product(ownership.NewDecimal(largePart, 0))
	opening := x.statement.chain.steps[x.step].opening
	if opening.Cmp(x.before.printed.V) < 0 {
		opening = x.before.printed.V
	}
	return ok && times.Cmp(opening) >= 0
}

// byMissingPart: a filing beside the gap says that it is one of several parts, and
// one that belongs between is not here.
func (x *gap) byMissingPart(g *group) bool {
	for _, f := range []*filing{x.before.filing, x.first.filing} {
		if f.part.Of == 0 {
			continue
		}
		want := f.part.N + 1 // the part after that of the line before
		if f == x.first.filing {
			want = f.part.N - 1
		}
		if want < 1 || want > f.part.Of || slices.ContainsFunc(g.filings, func(q *filing) bool {
			return q.part == notetext.Part{N: want, Of: f.part.Of} && q.period == f.period
		}) {
			continue
		}
		text := f.asFiled.Remarks.V
		evidence := ownership.Evidence{Filing: f.index, Path: "remarks", Words: text, From: 0, To: len(text)}
		x.explain(because(causeMissingPart,
			want, f.part.Of, f.name(), f.part.Of, wording.Grouped(x.size.Magnitude()), unitOf(x.first), moreOrLess(x.size)),
			append(x.cells(), evidence)...)
		return true
	}
	return false
}
