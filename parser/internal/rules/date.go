package rules

import (
	"fmt"

	"filingview/parser/internal/calendar"
	"filingview/parser/ownership"
)

// firstYear is the year before which no date of a filing is right: the Exchange
// Act is of 1934, and electronic filing of the 1990s.
const firstYear = 1930

// timing is what the dates of the lines are held against.
type timing struct {
	filed ownership.Date // FILED AS OF DATE; zero if not known
	// signed is the earliest plausible signature date, signature its index.
	signed    ownership.Date
	signature int
	plan      hint // some text speaks of a Rule 10b5-1 plan
	// year is the year of filing as far as it is known, or 0.
	year int16
}

func timingOf(f *ownership.Filing) timing {
	var t timing
	t.filed, _ = f.Header.FiledAt.Get()
	t.year = t.filed.Year
	if t.year == 0 && f.Header.AcceptedAt.IsKnown() {
		t.year = f.Header.AcceptedAt.V.Date.Year
	}
	for i := range f.Signatures {
		d, ok := f.Signatures[i].Date.Get()
		if !ok || d.Year < firstYear {
			continue
		}
		if t.signed.IsZero() || d.Compare(t.signed) < 0 {
			t.signed, t.signature = d, i
		}
	}
	if t.year == 0 {
		t.year = t.signed.Year
	}
	if p, ok := f.PeriodOfReport.Get(); ok && t.year == 0 && p.Year >= firstYear {
		t.year = p.Year
	}
	return t
}

// sane returns the date of a cell, or no date where the cell is not known or its
// year cannot be right: such a date has one finding, and no second one for what
// follows from it.
func (t *timing) sane(v *ownership.Value[ownership.Date]) ownership.Date {
	if v.State != ownership.Known || v.V.Year < firstYear || t.year != 0 && v.V.Year > t.year+60 {
		return ownership.Date{}
	}
	return v.V
}

// checkDates holds the dates of a filing against each other.
func checkDates(f *ownership.Filing) {
	t := timingOf(f)
	t.checkCentury(f, "periodOfReport", &f.PeriodOfReport, false)
	t.checkCentury(f, "dateOfOriginalSubmission", &f.DateOfOriginalSubmission, false)
	for i := range f.Signatures {
		s := &f.Signatures[i].Date
		if s.State != ownership.Known {
			continue
		}
		if s.V.Year < firstYear || t.year != 0 && s.V.Year > t.year+60 {
			t.checkCentury(f, fmt.Sprintf("signatures[%d].date", i), s, false)
		} else if !t.filed.IsZero() && s.V.Compare(t.filed) > 0 {
			addFinding(f, ownership.RuleSignatureAfterFiled, ownership.Finding{
				Message: fmt.Sprintf("The signature is dated %s, after the filing date %s.", s.V, t.filed),
				Paths:   []string{fmt.Sprintf("signatures[%d].date", i)}, Evidence: []string{"header.filedAt"}})
		}
	}
	var afterSignature, afterFiled, shut dayGroups
	for table, l := range lines(f) {
		r := l.r
		t.checkCenturies(&l)
		if r.Kind == ownership.Transaction {
			d := t.sane(&r.Transaction.Date)
			if d.IsZero() {
				dateMissing(&l)
			} else {
				if !t.signed.IsZero() && d.Compare(t.signed) > 0 {
					afterSignature.add(d, &l, "transaction.date")
				}
				if !t.filed.IsZero() && d.Compare(t.filed) > 0 {
					afterFiled.add(d, &l, "transaction.date")
				}
				if table == 1 && offMarket(&l, d) {
					shut.add(d, &l, "transaction.date")
				}
				if r.Transaction.DeemedExecutionDate.IsKnown() {
					t.checkDeemed(&l, d)
				}
			}
			if table == 2 {
				t.checkTerm(&l, d)
			}
		} else if table == 2 {
			t.checkTerm(&l, ownership.Date{})
		}
	}
	for _, g := range afterSignature {
		addFinding(f, ownership.RuleTxnAfterSignature, ownership.Finding{
			Message: fmt.Sprintf("The transaction is dated %s, after the form was signed (%s).", g.day, t.signed),
			Paths:   g.paths, Evidence: []string{fmt.Sprintf("signatures[%d].date", t.signature)}})
	}
	for _, g := range afterFiled {
		addFinding(f, ownership.RuleTxnAfterFiled, ownership.Finding{
			Message: fmt.Sprintf("The transaction is dated %s, after the form was filed (%s).", g.day, t.filed),
			Paths:   g.paths, Evidence: []string{"header.filedAt"}})
	}
	if mentions(f.Remarks.V, "private", "foreign", "exchange") {
		shut = nil // the trade may have been made elsewhere
	}
	for _, g := range shut {
		addFinding(f, ownership.RuleTxnOnNontradingDay, ownership.Finding{
			Message: fmt.Sprintf("The exchanges were closed on %s %s, and no note says that the transaction was private.", g.day.Weekday(), g.day),
			Paths:   g.paths})
	}
	t.checkPeriod(f)
}

// lines yields the lines of Table I (1) and of Table II (2).
func lines(f *ownership.Filing) func(yield func(int, line) bool) {
	return func(yield func(int, line) bool) {
		for i := range f.TableI {
			if !yield(1, line{f, &f.TableI[i], "tableI", i}) {
				return
			}
		}
		for i := range f.TableII {
			if !yield(2, line{f, &f.TableII[i], "tableII", i}) {
				return
			}
		}
	}
}

// dayGroups gathers lines of one day for one finding, days in order of first
// mention.
type dayGroups []dayGroup

type dayGroup struct {
	day   ownership.Date
	paths []string
}

func (g *dayGroups) add(d ownership.Date, l *line, cell string) {
	for i := range *g {
		if (*g)[i].day == d {
			(*g)[i].paths = append((*g)[i].paths, l.path(cell))
			return
		}
	}
	if len(*g) < maxFindings {
		*g = append(*g, dayGroup{d, []string{l.path(cell)}})
	}
}

// checkCenturies runs date-implausible-century over the dates of a line.
func (t *timing) checkCenturies(l *line) {
	for i, v := range [...]*ownership.Value[ownership.Date]{&l.r.Transaction.Date, &l.r.Transaction.DeemedExecutionDate, &l.r.ExerciseDate, &l.r.ExpirationDate} {
		if v.State == ownership.Known && (v.V.Year < firstYear || t.year != 0 && v.V.Year > t.year+60) {
			name := [...]string{"transaction.date", "transaction.deemedExecutionDate", "exerciseDate", "expirationDate"}[i]
			t.checkCentury(l.f, l.path(name), v, i >= 2)
		}
	}
}

// checkCentury is date-implausible-century: a year before 1930, or more than 60
// years after the filing's. A term that ends so far away stands for "never" and is
// no mistake.
func (t *timing) checkCentury(f *ownership.Filing, path string, v *ownership.Value[ownership.Date], term bool) {
	if v.State != ownership.Known {
		return
	}
	switch d := v.V; {
	case d.Year < firstYear:
		message := fmt.Sprintf("The year %d of this date cannot be right.", d.Year)
		if d.Year < 100 && t.year != 0 {
			message = fmt.Sprintf("The year %04d of this date cannot be right; %d is likely meant.", d.Year, nearestCentury(d.Year, t.year))
		}
		report(f, ownership.RuleDateImplausibleCentury, message, path)
	case t.year == 0 || d.Year <= t.year+60:
	case term:
		// A custom, not a mistake.
		reportAs(f, ownership.RuleDateImplausibleCentury, ownership.Info,
			fmt.Sprintf("%s is more than 60 years after the filing; filers write such a date for no end of the term.", d), path)
	default:
		report(f, ownership.RuleDateImplausibleCentury,
			fmt.Sprintf("The year %d of this date is more than 60 years after the filing's, %d.", d.Year, t.year), path)
	}
}

// nearestCentury gives a year of two digits the century that brings it nearest to
// another.
func nearestCentury(short, to int16) int16 {
	y := to - to%100 + short
	switch {
	case y > to+50:
		y -= 100
	case y < to-50:
		y += 100
	}
	return y
}

// dateMissing is date-missing: a transaction must have its date. Text that is no
// date is told of as value-malformed.
func dateMissing(l *line) {
	if s := l.r.Transaction.Date.State; s == ownership.Blank || s == ownership.Absent {
		l.tell(ownership.RuleDateMissing, "This transaction has no date.", "transaction.date")
	}
}

// offMarket is the condition of txn-on-nontrading-day: code P or S in Table I on a
// day on which the exchanges of New York are closed. A line that cites any note, a
// filing whose remarks speak of something private and an issuer with a foreign
// symbol are left alone: the trade may have been made elsewhere.
func offMarket(l *line, d ownership.Date) bool {
	if c := l.r.Transaction.Code.V; c != "P" && c != "S" || calendar.IsTradingDay(d) {
		return false
	}
	return !l.cites() && !l.f.Issuer.ForeignTradingSymbol.IsKnown()
}

// checkPeriod holds the period of report against the lines and the header:
// period-not-earliest, period-header-mismatch, form5-period-not-fye.
func (t *timing) checkPeriod(f *ownership.Filing) {
	period := t.sane(&f.PeriodOfReport)
	if period.IsZero() {
		return
	}
	if h, ok := f.Header.PeriodOfReport.Get(); ok && h != period {
		addFinding(f, ownership.RulePeriodHeaderMismatch, ownership.Finding{
			Message: fmt.Sprintf("The form's period of report is %s, EDGAR's header has %s.", period, h),
			Paths:   []string{"periodOfReport", "header.periodOfReport"}})
	}
	switch f.DocumentType.V {
	case ownership.Form4:
		t.notEarliest(f, period)
	case ownership.Form5, ownership.Form5A:
		notFiscalYearEnd(f, period)
	}
}

// yearOff reports whether a date that is not marked late is within days of the period of
// report, but for its year.
func yearOff(l *line, d, period ownership.Date) bool {
	d.Year++
	days := d.AddDays(0).Sub(period.AddDays(0)).Hours() / 24
	return l.r.Transaction.Timeliness.V != ownership.Late && days >= 0 && days <= 7
}

// notEarliest is period-not-earliest, for original filings alone: an amendment
// may list some of the lines. A period that is the earliest date of the lines due
// on Form 4, or the earliest deemed execution date, is taken for right as well; so
// is one that leaves out lines from before Section 16 applied, or that belongs to
// several forms over one event.
func (t *timing) notEarliest(f *ownership.Filing, period ownership.Date) {
	var all, due, deemed ownership.Date
	var earliest line
	earlier := func(have *ownership.Date, d ownership.Date) bool {
		if have.IsZero() || d.Compare(*have) < 0 {
			*have = d
			return true
		}
		return false
	}
	for _, l := range lines(f) {
		if l.r.Kind != ownership.Transaction {
			continue
		}
		d := t.sane(&l.r.Transaction.Date)
		if d.IsZero() {
			return // it could be the earliest
		}
		if earlier(&all, d) {
			earliest = l
		}
		if l.r.FormType.V == "4" {
			earlier(&due, d)
		}
		if e := t.sane(&l.r.Transaction.DeemedExecutionDate); !e.IsZero() {
			d = e
		}
		earlier(&deemed, d)
	}
	if all.IsZero() || period == all || period == due || period == deemed || period.Compare(all) < 0 && isPart(f) || period.Compare(all) > 0 && mayPrecede(&earliest) && !yearOff(&earliest, all, period) {
		return
	}
	addFinding(f, ownership.RulePeriodNotEarliest, ownership.Finding{
		Message: fmt.Sprintf("The period of report is %s, but the earliest transaction is of %s.", period, all),
		Paths:   []string{"periodOfReport", earliest.path("transaction.date")}})
}

// isPart reports whether a filing may be one of several over the same
// transactions: it fills a table (30 lines), or its remarks or notes count forms.
func isPart(f *ownership.Filing) bool {
	counts := func(s string) bool {
		return mentions(s, "first of", "second of", "third of", "fourth of", "fifth of", "last of", "one of", "form 1 of", "form 2 of", "form 3 of", "part 1", "part 2", "part 3",
			"of two", "of three", "of four", "of five", "of six", "of 2", "of 3", "of 4", "of 5", "of 6", "split", "continu", "additional form", "separate form", "multiple form", "forms 4", "form 4s")
	}
	if len(f.TableI) >= 30 || len(f.TableII) >= 30 || counts(f.Remarks.V) {
		return true
	}
	for i := range f.Footnotes {
		if counts(f.Footnotes[i].Text.V) {
			return true
		}
	}
	return false
}

// notFiscalYearEnd is form5-period-not-fye. Years of 52 or 53 weeks end within
// seven days of the day in the header, which is the one at the time of filing.
func notFiscalYearEnd(f *ownership.Filing, period ownership.Date) {
	for i := range f.Header.Parties {
		p := &f.Header.Parties[i]
		if p.Role != "issuer" && p.Role != "subject-company" || !p.FiscalYearEnd.IsKnown() {
			continue
		}
		end, err := ownership.ParseCompactDate("2000" + p.FiscalYearEnd.V) // a leap year takes 0229
		if err != nil {
			return // nothing to hold the period against
		}
		if apart(period, end) <= 7 {
			return
		}
		addFinding(f, ownership.RuleForm5PeriodNotFYE, ownership.Finding{
			Message: fmt.Sprintf("Form 5 is for a fiscal year, and the issuer's ends on %02d-%02d by EDGAR's header; the period of report is %s.", end.Month, end.Day, period),
			Paths:   []string{"periodOfReport", fmt.Sprintf("header.parties[%d].fiscalYearEnd", i)}})
		return
	}
}

// apart returns the days between two days of the year, the shorter way round.
func apart(d, e ownership.Date) int {
	d.Year, e.Year = 2000, 2000
	n := int(d.AddDays(0).Sub(e.AddDays(0)).Hours()) / 24
	if n < 0 {
		n = -n
	}
	return min(n, 366-n)
}
