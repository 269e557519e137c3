package ledger

import (
	"filingview/parser/internal/cause"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// gap is a step that does not follow the one before it. It has many methods because
// each explanation is one.
type gap struct {
	account   *account
	statement *statement
	step      int // in at.fit
	size      ownership.Decimal
	before    *entry         // the line whose balance it should continue
	first     *entry         // the first line of the step
	closed    bool           // explained
	others    bool           // other accounts do not go on between the same two filings
	readings  []cause.Reason // what may explain it, where nothing decides
}

// within reports whether both lines stand in one filing.
func (g *gap) within() bool { return g.before.filing == g.first.filing }

// judge gives the lines of the group their figures and states, and returns the gaps.
func (g *group) judge() []*gap {
	var gaps []*gap
	for _, a := range g.accounts {
		var last *entry
		var balance ownership.Decimal
		for _, s := range a.statements {
			for i := range s.chain.Steps {
				st := &s.chain.Steps[i]
				known := last != nil
				size, _ := st.Opening.Difference(balance)
				expected, _ := st.Want.Difference(size)
				for k, e := range st.Lines {
					l := e.begin()
					if known {
						l.Computed = ownership.Amount{V: expected, Known: true}
						r, _ := e.printed.V.Difference(expected)
						l.Residual = ownership.Amount{V: r, Known: true}
					} else if k > 0 {
						l.Computed, l.Residual = e.printed, ownership.Amount{Known: true}
					}
					switch {
					case k > 0:
						e.say(cause.Because(cause.TotalRepeated).By(s.chain.Style))
					case known && last.filing != e.filing:
						e.say(cause.Because(cause.RollsForward, wording.Grouped(balance), last.filing.name()))
					case known && e.kind == ownership.Holding:
						e.say(cause.Because(cause.HoldingAgrees))
					case s.chain.Style != 0:
						e.say(cause.Because(cause.Follows).By(s.chain.Style))
					default:
						e.say(cause.Because(cause.Follows))
					}
				}
				first := st.Lines[0]
				switch {
				case !known && st.Opening.Sign() == 0 && !first.fromForm:
					first.say(cause.Because(cause.Begins))
					first.line.Computed, first.line.Residual = first.printed, ownership.Amount{Known: true}
				case !known:
					first.say(firstSeen(first, st.Opening))
				case size.Sign() != 0:
					first.say(unexplained(size, last, first))
					gaps = append(gaps, &gap{account: a, statement: s, step: i, size: size, before: last, first: first})
				}
				last, balance = st.Lines[len(st.Lines)-1], st.Want
			}
		}
	}
	for _, a := range g.accounts {
		for _, e := range a.uncounted {
			e.begin()
		}
	}
	for _, e := range g.untestable {
		if e.printed.Known {
			e.say(cause.Because(cause.NoAmount))
		} else {
			e.say(cause.Because(cause.NoTotal))
		}
	}
	return gaps
}

// begin fills the line with what the filing says.
func (e *entry) begin() *ownership.Line {
	e.line = ownership.Line{
		LineRef: e.ref(),
		LineFigures: ownership.LineFigures{
			Kind: e.kind, Date: e.dateAsFiled(), Code: e.code, Change: e.change, Printed: e.printed, Uncounted: e.uncounted,
		},
	}
	return &e.line
}

func firstSeen(e *entry, opening ownership.Decimal) cause.Reason {
	switch {
	case e.fromForm:
		return cause.Because(cause.FirstSeenUnderlying)
	case len(e.id.Holder.Several) > 0 && e.filing.form != '3':
		return cause.Because(cause.FirstSeenSeveral)
	case e.filing.form == '3':
		return cause.Because(cause.FirstSeenForm3)
	case e.kind == ownership.Holding:
		return cause.Because(cause.FirstSeenHolding)
	}
	return cause.Because(cause.FirstSeen, wording.Grouped(opening))
}

func unexplained(size ownership.Decimal, last, first *entry) cause.Reason {
	if last.filing == first.filing {
		return cause.Because(cause.UnexplainedWithin,
			wording.Grouped(first.printed.V), cause.Unit(first.table, first.dollars, first.printed.V), cause.IsOrAre(first.printed.V), wording.Grouped(first.line.Computed.V), wording.Grouped(last.printed.V), wording.Grouped(size))
	}
	implied := first.openingIn(size)
	return cause.Because(cause.UnexplainedBetween,
		wording.Grouped(implied), cause.Unit(first.table, first.dollars, implied), wording.Grouped(last.printed.V), last.filing.name(), wording.Grouped(size.Magnitude()), cause.MoreOrLess(size))
}

// openingIn is the balance that the step of the line begins with.
func (e *entry) openingIn(size ownership.Decimal) ownership.Decimal {
	before, _ := e.line.Computed.V.Sum(size)
	before, _ = before.Difference(e.change.V)
	return before
}

// counted is a number of the line with its unit: 1 share, 2,118 shares.
func counted(e *entry, n ownership.Decimal) string { return cause.Count(e.table, e.dollars, n) }
