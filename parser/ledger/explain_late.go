package ledger

import (
	"fmt"

	"filingview/parser/internal/cause"
	"filingview/parser/ownership"
)

// byCatchUp explains gaps by lines that were reported later than others of their
// time: on Form 5, or late. The line that the total already counted is not counted
// again where it is filed at last.
func (g *group) byCatchUp(gaps []*gap) {
	for _, x := range gaps {
		from, until := x.before.filing.last, x.first.date
		if until == (ownership.Date{}) {
			until = x.first.filing.last
		}
		if x.within() {
			from = x.before.date
		}
		if x.closed || until == (ownership.Date{}) {
			continue
		}
		for _, s := range x.account.statements {
			if s.filing.index <= x.first.filing.index {
				continue
			}
			// The lines of this later filing that are of the time of the gap.
			sum, ok := ownership.Decimal{}, true
			var late []*entry
			for _, e := range s.entries {
				if e.kind == ownership.Transaction && e.reportedLate() && e.date.Compare(until) <= 0 && e.date.Compare(from) >= 0 {
					sum, ok = sum.Sum(e.change.V)
					late = append(late, e)
				}
			}
			if !ok || len(late) == 0 || sum.Cmp(x.size) != 0 {
				continue
			}
			say := "the late line"
			if len(late) > 1 {
				say = fmt.Sprintf("the %d late lines", len(late))
			}
			evidence := x.cells()
			for _, e := range late {
				evidence = append(evidence, e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.cell("transaction.date")))
			}
			x.explain(cause.Because(cause.CountedBeforeFiled,
				say, s.filing.name(), late[0].date, cause.Signed(x.size)), evidence...)
			for _, e := range late {
				link(cause.LinkFiledLater, x.first, e)
			}
			for _, y := range gaps {
				if y.account == x.account && !y.closed && y.statement == s && y.size.Cmp(x.size.Negated()) == 0 {
					y.explain(cause.Because(cause.FiledAfterCounted, x.first.filing.name(), say), evidence...)
				}
			}
			break
		}
	}
}

// reportedLate reports whether the line came on Form 5, or is marked late, or came
// long after its day.
func (e *entry) reportedLate() bool {
	return e.filing.form == '5' || e.row.Transaction.Timeliness.V == ownership.Late ||
		daysBetween(e.date, e.filing.day()) > soon
}
