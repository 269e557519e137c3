package rules

import (
	"fmt"

	"filingview/parser/internal/calendar"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// twoDays is the first day of transactions that are due on the second business day
// (Exchange Act Release 34-46421); before, Form 4 was due on the tenth day of the
// next month.
func twoDays(d ownership.Date) bool {
	return d.Compare(ownership.Date{Year: 2002, Month: 8, Day: 29}) >= 0
}

// checkLate holds the filing date and the marks of lateness against the rules:
// late-form3, late-form4, late-form5, accepted-after-2200,
// timeliness-inconsistent, form4-type-on-form5, original-date-…,
// doctype-header-mismatch. Without a filing date in an envelope nothing is called
// late: a signature is no filing.
func checkLate(f *ownership.Filing) {
	t := timingOf(f)
	checkOriginal(f, &t)
	checkDocumentType(f)
	checkTimeliness(f)
	if f.Header.AcceptedAt.IsKnown() {
		acceptedLate(f)
	}
	if t.filed.IsZero() {
		return
	}
	period := t.sane(&f.PeriodOfReport)
	switch f.DocumentType.V {
	case ownership.Form4:
		t.lateForm4(f)
	case ownership.Form3:
		if !period.IsZero() && !foreignIssuersStart(period, t.filed) {
			t.lateFrom(f, ownership.RuleLateForm3, period, 10, "event of")
		}
	case ownership.Form5:
		if !period.IsZero() {
			t.lateFrom(f, ownership.RuleLateForm5, period, 45, "fiscal year end")
		}
	}
}

// foreignIssuersStart reports whether a Form 3 may be one of the directors and
// officers of foreign private issuers, who are reporting owners since 2026-03-18
// (Holding Foreign Insiders Accountable Act) whatever the date of their event.
func foreignIssuersStart(period, filed ownership.Date) bool {
	start := ownership.Date{Year: 2026, Month: 3, Day: 18}
	return period.Compare(start) < 0 && filed.Compare(start) >= 0
}

// lateFrom tells of a form that was filed more than so many calendar days after
// the period of report. It says nothing of the Form 3 of an issuer that newly
// registers, which is due on the day itself: the form does not say that it is one.
func (t *timing) lateFrom(f *ownership.Filing, rule ownership.Rule, period ownership.Date, days int, what string) {
	if due := calendar.Days(calendar.MaybeBusinessDay).RollForward(calendar.AddDays(period, days)); t.filed.Compare(due) > 0 {
		addFinding(f, rule, ownership.Finding{
			Message: fmt.Sprintf("Filed %s, %s after the due date %s (%s %s).", t.filed, t.daysLate(due), due, what, period),
			Paths:   []string{"periodOfReport"}, Evidence: []string{"header.filedAt"}})
	}
}

// daysLate writes how many business days after the due date the filing came.
func (t *timing) daysLate(due ownership.Date) string {
	if t.filed.Year > due.Year+5 {
		return "more than five years"
	}
	if n := calendar.Days(calendar.IsBusinessDay).Between(due, t.filed); n != 1 {
		return wording.Number(n) + " business days"
	}
	return "1 business day"
}

// lateForm4 is late-form4, one finding a day of transactions. Lines that say of
// themselves that they are early reports (form type 5, timeliness E) are left out.
// A line of a Rule 10b5-1 plan, or of code I, without a deemed execution date gets
// the longest time that Rule 16a-3(g) can give it. A line from before the period
// of report, or from before Section 16 applied, is left alone.
func (t *timing) lateForm4(f *ownership.Filing) {
	var late []lateDay
	period := t.sane(&f.PeriodOfReport)
	for _, l := range lines(f) {
		r := l.r
		deemed := &r.Transaction.DeemedExecutionDate
		if r.Kind != ownership.Transaction || r.FormType.V != "4" || r.Transaction.Timeliness.V == ownership.Early || deemed.State == ownership.Malformed {
			continue
		}
		traded := t.sane(&r.Transaction.Date)
		if traded.IsZero() || t.filed.Compare(traded) <= 0 || traded.Compare(period) < 0 {
			continue
		}
		executed, due := dueForm4(traded, t.sane(deemed))
		if t.filed.Compare(due) <= 0 {
			continue
		}
		if !deemed.IsKnown() && twoDays(traded) {
			if (f.Plan10b51.V || t.speaksOfPlan(f) || r.Transaction.Code.V == "I") && t.filed.Compare(calendar.Days(calendar.MaybeBusinessDay).Later(due, 3)) <= 0 {
				continue
			}
		}
		if mayPrecede(&l) {
			continue
		}
		late = addLate(late, lateDay{traded, executed, due, nil}, l.path("transaction.date"))
	}
	for _, g := range late {
		when := "transaction of " + g.traded.String()
		if g.executed != g.traded {
			when += ", executed by Rule 16a-3(g) at the latest on " + g.executed.String()
		}
		addFinding(f, ownership.RuleLateForm4, ownership.Finding{
			Message: fmt.Sprintf("Filed %s, %s after the due date %s (%s).", t.filed, t.daysLate(g.due), g.due, when),
			Paths:   g.paths, Evidence: []string{"header.filedAt"}})
	}
}

// mayPrecede reports whether a note of the line speaks of a public offering, of a
// Form 3 or of becoming subject to Section 16: the line may be one from before
// that, which the first Form 4 brings without being late (Rule 16a-2(a)).
func mayPrecede(l *line) bool {
	return l.noted("16a-2", "public offering", "ipo", "form 3", "subject to section 16", "registration under section 12", "prior to the effectiveness", "became a director", "became an officer", "became an executive")
}

// lateDay gathers the late lines of one trade date and one due date.
type lateDay struct {
	traded, executed, due ownership.Date
	paths                 []string
}

func addLate(all []lateDay, d lateDay, path string) []lateDay {
	for i := range all {
		if g := &all[i]; g.traded == d.traded && g.executed == d.executed {
			g.paths = append(g.paths, path)
			return all
		}
	}
	if len(all) == maxFindings {
		return all
	}
	d.paths = []string{path}
	return append(all, d)
}

// dueForm4 returns the day of execution and the last day for the form: the second
// business day after execution. A deemed execution is at the latest on the third
// business day after the trade (Rule 16a-3(g)). Trades before 2002-08-29 were due
// on the tenth day of the next month.
func dueForm4(traded, deemed ownership.Date) (executed, due ownership.Date) {
	c := calendar.Days(calendar.MaybeBusinessDay)
	if !twoDays(traded) {
		due := ownership.Date{Year: traded.Year, Month: traded.Month + 1, Day: 10}
		if due.Month > 12 {
			due.Year, due.Month = due.Year+1, 1
		}
		return traded, c.RollForward(due)
	}
	executed = traded
	if deemed.Compare(traded) > 0 {
		executed = deemed
		if last := c.Later(traded, 3); deemed.Compare(last) > 0 {
			executed = last
		}
	}
	return executed, c.Later(executed, 2)
}

// acceptedLate is accepted-after-2200: what EDGAR takes after 22:00 Eastern, or on
// a day that is no business day, is filed on the next one (Regulation S-T, Rules
// 12(c) and 13(a)(4); for these forms since 2003-06-30).
func acceptedLate(f *ownership.Filing) {
	at := f.Header.AcceptedAt.V
	after := at.Hour > 22 || at.Hour == 22 && (at.Minute > 0 || at.Second > 0)
	if at.Date.Compare(ownership.Date{Year: 2003, Month: 6, Day: 30}) < 0 || !after && calendar.IsBusinessDay(at.Date) {
		return
	}
	why := "after EDGAR's day ends at 22:00"
	if !calendar.IsBusinessDay(at.Date) {
		why = "on a day on which EDGAR takes no filings"
	}
	filed := "the next business day is the filing date"
	if d, ok := f.Header.FiledAt.Get(); ok {
		filed = "the filing date is " + d.String()
	}
	addFinding(f, ownership.RuleAcceptedAfter2200, ownership.Finding{
		Message: fmt.Sprintf("Accepted %s at %02d:%02d:%02d Eastern, %s; %s.", at.Date, at.Hour, at.Minute, at.Second, why, filed),
		Paths:   []string{"header.acceptedAt"}})
}

// checkTimeliness holds the marks E and L and the form types of the lines against
// the form: timeliness-inconsistent, form4-type-on-form5.
func checkTimeliness(f *ownership.Filing) {
	form := f.DocumentType.V.Form()
	for _, l := range lines(f) {
		r := l.r
		mark := r.Transaction.Timeliness.V
		if r.Kind == ownership.Holding {
			if mark != "" {
				l.tell(ownership.RuleTimelinessInconsistent,
					fmt.Sprintf("This holding is marked %s, early or late, which only a transaction can be.", mark), "transaction.timeliness")
			}
			if form == '5' && r.FormType.V == "3" {
				l.tell(ownership.RuleForm4TypeOnForm5, "This holding should have been on Form 3; it is reported late here.", "formType")
			}
			continue
		}
		if form == '5' && r.FormType.V == "4" {
			l.tell(ownership.RuleForm4TypeOnForm5, "This transaction should have been on Form 4; it is reported late here.", "formType")
		}
		switch {
		case mark == "":
		case form == '4' && r.FormType.V == "4" && mark == ownership.Late:
			// Common, and it misleads nobody.
			l.tellAs(ownership.RuleTimelinessInconsistent, ownership.Info,
				"This line is marked late (L), which Form 4 does not provide for: whether it is late follows from the dates.", "transaction.timeliness")
		case form == '4' && r.FormType.V == "4":
			l.tell(ownership.RuleTimelinessInconsistent,
				"This line is marked early (E), but is one that Form 4 is for.", "transaction.timeliness", "formType")
		case form == '4' && r.FormType.V == "5" && mark == ownership.Late:
			l.tell(ownership.RuleTimelinessInconsistent,
				"This line is marked late (L), but is one of Form 5, which Form 4 can only bring early.", "transaction.timeliness", "formType")
		case form == '5' && mark == ownership.Early:
			l.tell(ownership.RuleTimelinessInconsistent,
				"This line is marked early (E), which only a line of Form 4 can be.", "transaction.timeliness")
		}
	}
}

// checkOriginal is original-date-missing, original-date-unexpected and
// original-date-not-before-filed.
func checkOriginal(f *ownership.Filing, t *timing) {
	if !f.DocumentType.IsKnown() {
		return
	}
	original := &f.DateOfOriginalSubmission
	switch amended := f.DocumentType.V.IsAmendment(); {
	case amended && (original.State == ownership.Absent || original.State == ownership.Blank):
		paths := []string{"documentType"}
		if original.Present() {
			paths = append(paths, "dateOfOriginalSubmission")
		}
		report(f, ownership.RuleOriginalDateMissing, "This amendment does not say when the original was filed.", paths...)
	case !amended && original.IsKnown():
		report(f, ownership.RuleOriginalDateUnexpected,
			fmt.Sprintf("This form names an original filed on %s, but is not marked as an amendment (%s/A).", original.V, f.DocumentType.V),
			"dateOfOriginalSubmission", "documentType")
	}
	first := t.sane(original)
	if first.IsZero() {
		return
	}
	if !t.filed.IsZero() && first.Compare(t.filed) > 0 {
		addFinding(f, ownership.RuleOriginalDateNotBeforeFiled, ownership.Finding{
			Message: fmt.Sprintf("The original is said to be filed on %s, after this form itself (%s).", first, t.filed),
			Paths:   []string{"dateOfOriginalSubmission"}, Evidence: []string{"header.filedAt"}})
	}
	if p := t.sane(&f.PeriodOfReport); f.DocumentType.V == ownership.Form4A && !p.IsZero() && first.Compare(p) < 0 {
		report(f, ownership.RuleOriginalDateNotBeforeFiled,
			fmt.Sprintf("The original is said to be filed on %s, before the earliest transaction (%s).", first, p), "dateOfOriginalSubmission", "periodOfReport")
	}
}

// checkDocumentType is doctype-header-mismatch: the form must be of the type that
// it was submitted as.
func checkDocumentType(f *ownership.Filing) {
	is, ok := f.DocumentType.Get()
	if !ok {
		return
	}
	if s, ok := f.Header.SubmissionType.Get(); ok && s != string(is) {
		report(f, ownership.RuleDoctypeHeaderMismatch,
			fmt.Sprintf("The form says that it is of type %s, EDGAR's header that it was submitted as %s.", is, wording.Clip(s)), "documentType", "header.submissionType")
		return
	}
	for i := range f.Header.Documents {
		d := &f.Header.Documents[i]
		if s, ok := d.Type.Get(); ok && s != string(is) && len(f.DocumentType.At) > 0 && d.At.Start <= f.DocumentType.At[0].Start && f.DocumentType.At[0].End <= d.At.End {
			report(f, ownership.RuleDoctypeHeaderMismatch,
				fmt.Sprintf("The form says that it is of type %s, the line before it that it is of type %s.", is, wording.Clip(s)),
				"documentType", fmt.Sprintf("header.documents[%d].type", i))
		}
	}
}
