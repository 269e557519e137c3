package rules

import (
	"fmt"

	"filingview/parser/internal/calendar"
	"filingview/parser/ownership"
)

// checkDeemed holds a deemed execution date against Rule 16a-3(g): not before the
// transaction, not later than its third business day, and only for plan
// transactions.
func (t *timing) checkDeemed(l *line, traded ownership.Date) {
	deemed := t.sane(&l.r.Transaction.DeemedExecutionDate)
	switch {
	case deemed.IsZero() || deemed == traded:
	case deemed.Compare(traded) < 0:
		l.tell(ownership.RuleDeemedBeforeTxn,
			fmt.Sprintf("The deemed execution date %s is before the transaction of %s.", deemed, traded), "transaction.deemedExecutionDate", "transaction.date")
	default:
		if last := calendar.Days(calendar.MaybeBusinessDay).Later(traded, 3); deemed.Compare(last) > 0 {
			l.tell(ownership.RuleDeemedTooLate,
				fmt.Sprintf("The deemed execution date %s is after %s, the third business day after the transaction of %s and the last that the rule allows.", deemed, last, traded),
				"transaction.deemedExecutionDate", "transaction.date")
		}
		if t.deemedWithoutGround(l) {
			l.tell(ownership.RuleDeemedWithoutGround,
				fmt.Sprintf("The deemed execution date %s differs from the transaction date %s, but the filing says neither Rule 10b5-1 plan nor discretionary transaction (code I), the two that have one.", deemed, traded),
				"transaction.deemedExecutionDate")
		}
	}
}

// deemedWithoutGround looks only at filings that have the plan's box, as they do
// since 2023, and where nothing at all speaks of a plan.
func (t *timing) deemedWithoutGround(l *line) bool {
	box, ok := l.f.Plan10b51.Get()
	return ok && !box && l.r.Transaction.Code.V != "I" && len(l.r.Transaction.DeemedExecutionDate.Notes) == 0 && !t.speaksOfPlan(l.f)
}

// speaksOfPlan reports whether any note or the remarks have "10b5" in any of its
// spellings.
func (t *timing) speaksOfPlan(f *ownership.Filing) bool {
	return t.plan.of("", func(string) bool {
		plan := func(s string) bool {
			return mentions(s, "10b5", "10b-5", "10(b)5", "10(b)-5", "10 b5", "10b 5", "trading plan")
		}
		for i := range f.Footnotes {
			if plan(f.Footnotes[i].Text.V) {
				return true
			}
		}
		return plan(f.Remarks.V)
	})
}

// checkTerm holds the term of a derivative security against itself and the
// transaction: exercisable-after-expiration, expired-before-txn,
// exercised-before-exercisable. A date that cites a note is left alone.
func (t *timing) checkTerm(l *line, traded ownership.Date) {
	from, to := &l.r.ExerciseDate, &l.r.ExpirationDate
	begin, end := t.sane(from), t.sane(to)
	if len(from.Notes) > 0 {
		begin = ownership.Date{}
	}
	if len(to.Notes) > 0 {
		end = ownership.Date{}
	}
	if !begin.IsZero() && !end.IsZero() && begin.Compare(end) > 0 {
		l.tell(ownership.RuleExercisableAfterExpiration,
			fmt.Sprintf("The security becomes exercisable on %s, after it expires on %s.", begin, end), "exerciseDate", "expirationDate")
	}
	if traded.IsZero() {
		return
	}
	if !end.IsZero() && end.Compare(traded) < 0 {
		t.expired(l, traded, end)
	}
	if !begin.IsZero() && traded.Compare(begin) < 0 {
		t.exercisedEarly(l, traded, begin)
	}
}

// expired is expired-before-txn. Expiries report their own end (codes E and H),
// swaps settle after theirs, and a term that ends on a weekend, or whose
// assignment comes the day after, gets the next business day.
func (t *timing) expired(l *line, traded, end ownership.Date) {
	code := l.r.Transaction.Code.V
	if code == "E" || code == "H" || l.r.Transaction.EquitySwapInvolved.V {
		return
	}
	c := calendar.Days(calendar.MaybeBusinessDay)
	if traded.Compare(c.Later(c.RollForward(end), 1)) <= 0 {
		return
	}
	s := ownership.RuleExpiredBeforeTxn.Severity()
	if code == "J" && l.cites() {
		s = ownership.Warning // the note may say that the term was extended
	}
	l.tellAs(ownership.RuleExpiredBeforeTxn, s, fmt.Sprintf("The security had expired on %s, before the transaction of %s.", end, traded),
		"expirationDate", "transaction.date")
}

// exercisedEarly is exercised-before-exercisable. A note of the line that speaks
// of vesting or of an early exercise explains it.
func (t *timing) exercisedEarly(l *line, traded, begin ownership.Date) {
	switch l.r.Transaction.Code.V {
	case "M", "X", "O", "C":
	default:
		return
	}
	if l.r.Transaction.AcquiredDisposed.V != ownership.Disposed || l.noted("vest", "accelerat", "exercis", "early", "settle", "convert", "unvested") {
		return
	}
	l.tell(ownership.RuleExercisedBeforeExercisable,
		fmt.Sprintf("The security was exercised or converted on %s, before it became exercisable on %s.", traded, begin),
		"transaction.date", "exerciseDate")
}
