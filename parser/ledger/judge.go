package ledger

import (
	"fmt"

	"filingview/parser/ownership"
)

// gap is a step that does not follow the one before it.
type gap struct {
	account *account
	at      *statement
	step    int // in at.fit
	size    ownership.Decimal
	before  *entry // the line whose balance it should continue
	first   *entry // the first line of the step
	closed  bool   // explained
}

// within reports whether both lines stand in one filing.
func (g *gap) within() bool { return g.before.paper == g.first.paper }

// judge gives the lines of the group their figures and states, and returns the gaps.
func (g *group) judge() []*gap {
	var gaps []*gap
	for _, a := range g.accounts {
		var last *entry
		var balance ownership.Decimal
		for _, s := range a.statements {
			for i := range s.fit.steps {
				st := &s.fit.steps[i]
				known := last != nil
				size, _ := st.opening.Difference(balance)
				expected, _ := st.want.Difference(size)
				for k, e := range st.entries {
					l := e.begin()
					if known {
						l.Computed = ownership.Amount{V: expected, Known: true}
						r, _ := e.printed.V.Difference(expected)
						l.Residual = ownership.Amount{V: r, Known: true}
					} else if k > 0 {
						l.Computed, l.Residual = e.printed, ownership.Amount{Known: true}
					}
					l.State, l.Rule = ownership.Reconciled, s.fit.style
					switch {
					case k > 0:
						l.Explanation = "The total after all of these lines is shown on each of them, and it adds up."
					case known && last.paper != e.paper:
						l.Rule = ownership.RuleRollForward
						l.Explanation = fmt.Sprintf("It goes on from the %s after the %s.", grouped(balance), last.paper.name())
					case known && e.kind == ownership.Holding:
						l.Rule = ownership.RuleHoldingVsChain
						l.Explanation = "The holding is the balance that the lines above lead to."
					default:
						if l.Rule == 0 {
							l.Rule = ownership.RuleRunningBalance
						}
						l.Explanation = "It follows from the line before."
					}
				}
				first := st.entries[0]
				switch {
				case !known && st.opening.Sign() == 0 && !first.fromForm:
					first.line.State, first.line.Rule = ownership.Reconciled, ownership.RuleRunningBalance
					first.line.Computed, first.line.Residual = first.printed, ownership.Amount{Known: true}
					first.line.Explanation = "The account begins here: nothing was held before this line."
				case !known:
					first.line.State, first.line.Rule = ownership.CannotBeTested, ownership.RuleFirstSeen
					first.line.Explanation = firstSeen(first)
				case size.Sign() != 0:
					first.line.State, first.line.Rule = ownership.Unexplained, ownership.RuleRunningBalance
					if last.paper != first.paper {
						first.line.Rule = ownership.RuleRollForward
					}
					first.line.Explanation = unexplained(size, last, first)
					gaps = append(gaps, &gap{a, s, i, size, last, first, false})
				}
				last, balance = st.entries[len(st.entries)-1], st.want
			}
		}
	}
	for _, a := range g.accounts {
		for _, e := range a.aside {
			e.begin()
		}
	}
	for _, e := range g.idle {
		l := &e.line
		l.State, l.Rule = ownership.CannotBeTested, ownership.RuleFollowingMissing
		l.Explanation = "The line has no amount owned following it that can be read, so nothing can be checked."
		if e.printed.Known {
			l.Rule = ownership.RuleAmountMissing
			l.Explanation = "The amount of the transaction, or whether it was acquired or disposed of, cannot be read, so nothing can be checked."
		}
	}
	return gaps
}

// begin fills the line with what the filing says.
func (e *entry) begin() *ownership.Line {
	e.line = ownership.Line{
		LineRef: e.ref(), Kind: e.kind, Date: e.date, Code: e.code,
		Change: e.change, Printed: e.printed, Uncounted: e.aside,
	}
	return &e.line
}

func firstSeen(e *entry) string {
	switch {
	case e.fromForm:
		return "First seen: Form 3 opens this account. Its Table II has no column for the number of derivative securities, so the amount is the one in column 3."
	case e.paper.form == '3':
		return "First seen: Form 3 opens this account, and nothing before it could be added up."
	case e.kind == ownership.Holding:
		return "First seen: no earlier filing here tells of this holding. Drop the owner's earlier filings to test it."
	}
	return fmt.Sprintf("First seen: it implies %s held before, and no earlier filing here tells of it. Drop the owner's earlier filings to test it.", grouped(e.opening()))
}

func unexplained(size ownership.Decimal, last, first *entry) string {
	if last.paper == first.paper {
		return fmt.Sprintf("%s %s are printed, but %s follow from the %s before: off by %s, and nothing here says why.",
			grouped(first.printed.V), unitOf(first), grouped(first.line.Computed.V), grouped(last.printed.V), grouped(size))
	}
	return fmt.Sprintf("It implies %s %s before it, but %s stood after the %s: %s %s, and nothing here says why.",
		grouped(first.openingIn(size)), unitOf(first), grouped(last.printed.V), last.paper.name(), grouped(size.Magnitude()), moreOrLess(size))
}

// openingIn is the balance that the step of the line begins with.
func (e *entry) openingIn(size ownership.Decimal) ownership.Decimal {
	before, _ := e.line.Computed.V.Sum(size)
	before, _ = before.Difference(e.change.V)
	return before
}

func moreOrLess(d ownership.Decimal) string {
	if d.Sign() < 0 {
		return "less"
	}
	return "more"
}

func unitOf(e *entry) string {
	if e.dollars {
		return "dollars"
	}
	if e.table == 2 {
		return "derivative securities"
	}
	return "shares"
}
