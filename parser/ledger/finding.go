package ledger

import (
	"fmt"
	"math"
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/misprint"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// find adds what a rule over lines or filings found.
func (b *builder) find(rule ownership.Rule, message string, lines []*entry, evidence ...ownership.Evidence) {
	b.findAs(rule, rule.Severity(), message, lines, evidence...)
}

// findAs adds a finding with another severity than the rule's own.
func (b *builder) findAs(rule ownership.Rule, s ownership.Severity, message string, lines []*entry, evidence ...ownership.Evidence) {
	f := ownership.LedgerFinding{Rule: rule, Severity: s, Message: message, Evidence: evidence}
	for _, e := range lines {
		f.Lines = append(f.Lines, e.ref())
	}
	b.ledger.Findings = append(b.ledger.Findings, f)
}

// findings adds what is found in the accounts of a group.
func (b *builder) findings(g *group, gaps []*gap) {
	for _, x := range gaps {
		b.ofGap(x)
	}
	for _, a := range g.accounts {
		for i, s := range a.statements {
			b.ofStyle(s)
			b.ofBalance(a, s, i == 0)
		}
		b.ratio(a)
	}
	for _, f := range g.filings {
		if f.original != nil {
			m := f.merged
			b.find(ownership.RuleAmendmentMerge, fmt.Sprintf("Amends the %s: %d replaced, %d added, %d kept, %d ambiguous.",
				f.original.name(), m.replaced, m.added, m.kept, m.ambiguous), f.entries)
		}
	}
}

// ofGap adds the finding of a gap: of the rule that it breaks, or of the one that
// explains it.
func (b *builder) ofGap(x *gap) {
	l := &x.first.line
	if x.closed {
		b.find(l.Rule, l.Explanation, []*entry{x.before, x.first}, l.Evidence...)
		return
	}
	rule := ownership.RuleRollForward
	switch e := x.first; {
	case !x.within():
	case e.dollars:
		rule = ownership.RuleValueChain
	case e.kind == ownership.Holding:
		rule = ownership.RuleHoldingVsChain
	case e.table == 2:
		rule = ownership.RuleDerivFollowing
	default:
		rule = ownership.RuleRunningBalance
	}
	l.Rule = rule
	b.find(rule, l.Explanation, []*entry{x.before, x.first}, x.cells()...)
	right := x.first.line.Computed.V
	if kind := misprint.Of(right, x.first.printed.V); kind.IsTransposition() {
		b.find(ownership.RuleDigitSlip, fmt.Sprintf("%s printed, %s expected: possibly %s.", wording.Grouped(x.first.printed.V), wording.Grouped(right), kind), []*entry{x.first}, x.cells()...)
	}
	b.roundTypo(x)
}

// roundTypo: what is off is a zero too many or too few in the amount.
func (b *builder) roundTypo(x *gap) {
	e := x.first
	if e.kind != ownership.Transaction || e.change.V.Sign() == 0 {
		return
	}
	right, ok := e.change.V.Sum(x.size)
	if !ok || right.Sign() != e.change.V.Sign() {
		return
	}
	if misprint.OfPoint(right.Magnitude(), e.change.V.Magnitude()) != misprint.None {
		b.find(ownership.RuleRoundNumberTypo, fmt.Sprintf("The total would be right with an amount of %s in place of %s: possibly a zero too many or too few.",
			wording.Grouped(right.Magnitude()), wording.Grouped(e.change.V.Magnitude())), []*entry{e}, e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.total()))
	}
}

// ofStyle adds the finding of totals that are no running ones.
func (b *builder) ofStyle(s *statement) {
	lines := 0
	for _, e := range s.entries {
		if e.kind == ownership.Transaction {
			lines++
		}
	}
	if lines < 2 {
		return
	}
	if says := cause.Style(s.chain.Style, lines, s.chain.Closing()); says != "" {
		b.find(s.chain.Style, says, s.entries)
	}
}

// ofBalance adds findings of balances below zero, and of a misprint in the first
// total of an account, which nothing else could show.
func (b *builder) ofBalance(a *account, s *statement, first bool) {
	for i := range s.chain.Steps {
		st := &s.chain.Steps[i]
		e := st.Lines[0]
		if first && i == 0 && st.Opening.Sign() < 0 && st.Opening.Cmp(lowest(s)) < 0 {
			b.find(ownership.RuleOpeningNegative, fmt.Sprintf("The holding before this line would be %s.", wording.Grouped(st.Opening)), st.Lines, e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.total()))
		}
		if i == 0 && first && e.kind == ownership.Transaction && e.acquired() && len(st.Lines) == 1 {
			if misprint.Of(e.change.V, e.printed.V).IsTransposition() && atLeast(e.change.V, distinctive) {
				b.find(ownership.RuleDigitSlip, fmt.Sprintf(
					"The amount is %s and the total %s, a difference of %s with the same digits: possibly transposed in one of them. If nothing was held before, the total should be the amount.",
					wording.Grouped(e.change.V), wording.Grouped(e.printed.V), wording.Grouped(st.Opening)), []*entry{e}, e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.total()))
			}
		}
		for _, e := range st.Lines {
			if e.line.Computed.Known && e.line.Computed.V.Sign() < 0 && e.line.Computed.V.Cmp(lowest(s)) < 0 && e.line.State == ownership.Unexplained {
				b.find(ownership.RuleBalanceNegative, fmt.Sprintf("It disposes of more than was held: %s would be left.", wording.Grouped(e.line.Computed.V)), []*entry{e}, e.filing.cellEvidence(e.amount()))
			}
		}
	}
}

// lowest is the least balance that rounding can leave: -1 where there are
// fractions, else 0.
func lowest(s *statement) ownership.Decimal {
	for _, e := range s.entries {
		if !e.printed.V.IsInteger() || !e.change.V.IsInteger() {
			return ownership.NewDecimal(-1, 0)
		}
	}
	return ownership.Decimal{}
}

// ratio adds a finding where two lines of one series have another underlying
// amount for a derivative security.
func (b *builder) ratio(a *account) {
	var before *entry
	was := 0.0
	for _, s := range a.statements {
		for _, e := range s.entries {
			under, ok := e.row.UnderlyingShares.Get()
			if e.table != 2 || !ok || e.fromForm || e.dollars || len(e.row.UnderlyingShares.Notes) > 0 || len(e.row.Transaction.Shares.Notes) > 0 {
				continue
			}
			amount := e.change.V.Magnitude()
			if e.kind == ownership.Holding {
				amount = e.printed.V
			}
			if amount.Sign() == 0 || under.Sign() == 0 {
				continue
			}
			now := under.Float() / amount.Float()
			if before != nil && math.Abs(now-was) > was*ratioTolerance && e.line.Rule != ownership.RuleSplitRatio {
				b.find(ownership.RuleRatioConstant, fmt.Sprintf("The underlying shares per derivative security change from %s (%s for %s) to %s (%s for %s).",
					shortRatio(was), wording.Grouped(before.row.UnderlyingShares.V), wording.Grouped(before.amountOrTotal()), shortRatio(now), wording.Grouped(under), wording.Grouped(amount)),
					[]*entry{before, e}, before.filing.cellEvidence(before.cell("underlyingShares")), e.filing.cellEvidence(e.cell("underlyingShares")))
			}
			before, was = e, now
		}
	}
}

func (e *entry) amountOrTotal() ownership.Decimal {
	if e.kind == ownership.Holding {
		return e.printed.V
	}
	return e.change.V.Magnitude()
}

func shortRatio(r float64) string { return fmt.Sprintf("%.6g", r) }

// ofFilings adds a finding for filings that share their rows.
func (b *builder) ofFilings(filings []*filing) {
	for _, f := range filings {
		if f.jointWith != nil {
			b.find(ownership.RuleJointNoDouble, fmt.Sprintf("The same rows are reported by other owners too, in the %s (%s): one event, counted once.",
				f.jointWith.name(), f.jointWith.asFiled.Source.Name), slices.Concat(f.jointWith.entries, f.entries))
		}
	}
}

// ofParts adds a finding for filings that continue another because a table was
// full.
func (b *builder) ofParts(g *group) {
	for i := 1; i < len(g.filings); i++ {
		f, q := g.filings[i-1], g.filings[i]
		if f.period != q.period || f.day() != q.day() || f.original != nil || q.original != nil || len(f.asFiled.TableI) < rowsOfTable && len(f.asFiled.TableII) < rowsOfTable {
			continue
		}
		for _, a := range g.accounts {
			for k := 1; k < len(a.statements); k++ {
				s, t := a.statements[k-1], a.statements[k]
				if s.filing == f && t.filing == q && s.chain.Closing().Cmp(t.chain.Opening()) == 0 && t.entries[0].kind == ownership.Transaction {
					from, to := s.entries[len(s.entries)-1], t.entries[0]
					b.find(ownership.RuleSplitFilingChain, fmt.Sprintf("Continues the filing before it, whose table was full: it goes on from %s.", wording.Grouped(t.chain.Opening())), []*entry{from, to})
				}
			}
		}
	}
}
