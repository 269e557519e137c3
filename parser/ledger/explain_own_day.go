package ledger

import (
	"fmt"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byLateLine explains a line that is reported late with the balance of its own day: it
// goes on from the last report before its day, and the line after it from the last
// report, with or without what the late one changed.
func (g *group) byLateLine(gaps []*gap) {
	for i, x := range gaps {
		if x.closed || x.within() || x.first.kind != ownership.Transaction || x.first.date.IsZero() {
			continue
		}
		own := x.reportBefore(x.first.date)
		if own == nil || own == x.statementBefore() || own.chain.Closing().Cmp(x.opening()) != 0 {
			continue
		}
		x.explain(cause.Because(cause.LateOwnDay, wording.Grouped(own.chain.Closing()), own.filing.name()),
			x.cells(own.filing.cellEvidence(own.chain.End().Lines[0].total()), x.first.filing.cellEvidence(x.first.cell("transaction.date")))...)
		if i+1 < len(gaps) && gaps[i+1].account == x.account && !gaps[i+1].closed {
			x.goesOnAfter(gaps[i+1])
		}
	}
}

// opening is the balance that the gap's step begins with.
func (x *gap) opening() ownership.Decimal { return x.statement.chain.Steps[x.step].Opening }

// statementBefore is the one whose balance the gap does not go on from.
func (x *gap) statementBefore() *statement { return x.account.lastBefore(x.first.filing) }

// reportBefore returns the last statement of the account before the gap whose
// transactions are all of the day or before it.
func (x *gap) reportBefore(day ownership.Date) *statement {
	var last *statement
	for _, s := range x.account.statements {
		if s.filing.index >= x.first.filing.index {
			break
		}
		if s.filing.last.Compare(day) <= 0 {
			last = s
		}
	}
	return last
}

// goesOnAfter explains the gap y after late lines: it begins with the balance that was
// last reported, and what the late lines changed if that did not count it yet.
func (x *gap) goesOnAfter(y *gap) {
	balance := x.before.printed.V
	late := x.between(y)
	sum := balance
	for _, e := range late {
		sum, _ = sum.Sum(e.change.V)
	}
	changed, _ := sum.Difference(balance)
	how := ""
	switch opening := y.opening(); {
	case opening.Cmp(sum) == 0:
		how = fmt.Sprintf(" and what the late line%s changed, %s", cause.Plural(len(late)), cause.Signed(changed))
	case opening.Cmp(balance) == 0:
		y.closed = true // it goes on from the last report, which had counted the late ones
		y.first.say(cause.Because(cause.RollsForward, wording.Grouped(balance), x.before.filing.name()), x.cells(y.first.filing.cellEvidence(y.first.total()))...)
		return
	default:
		return
	}
	evidence := x.cells(y.first.filing.cellEvidence(y.first.total()))
	for _, e := range late {
		evidence = append(evidence, e.filing.cellEvidence(e.amount()))
	}
	y.explain(cause.Because(cause.AfterLate, wording.Grouped(balance), x.before.filing.name(), how), evidence...)
}
