package rules

import (
	"testing"

	"filingview/parser/ownership"
)

// filedOn gives a filing the day of its envelope.
func filedOn(f *ownership.Filing, d ownership.Date) *ownership.Filing {
	f.Header.FiledAt = known(d)
	return f
}

// TestDueForm4: the second business day after execution; a deemed execution is on the third
// after the trade at the latest (Rule 16a-3(g)); before 2002-08-29 the tenth of the next
// month.
func TestDueForm4(t *testing.T) {
	for _, c := range []struct{ traded, deemed, executed, due ownership.Date }{
		{day(2024, 3, 5), ownership.Date{}, day(2024, 3, 5), day(2024, 3, 7)},
		{day(2024, 3, 7), ownership.Date{}, day(2024, 3, 7), day(2024, 3, 11)}, // over a weekend
		{day(2024, 3, 5), day(2024, 3, 6), day(2024, 3, 6), day(2024, 3, 8)},
		{day(2024, 3, 5), day(2024, 3, 8), day(2024, 3, 8), day(2024, 3, 12)},
		{day(2024, 3, 5), day(2024, 3, 11), day(2024, 3, 8), day(2024, 3, 12)},
		{day(2024, 3, 5), day(2024, 3, 4), day(2024, 3, 5), day(2024, 3, 7)},
		{day(2002, 8, 29), ownership.Date{}, day(2002, 8, 29), day(2002, 9, 3)}, // Labor Day
		{day(2002, 8, 28), ownership.Date{}, day(2002, 8, 28), day(2002, 9, 10)},
		{day(2001, 12, 5), ownership.Date{}, day(2001, 12, 5), day(2002, 1, 10)},
		{day(2001, 10, 5), ownership.Date{}, day(2001, 10, 5), day(2001, 11, 13)}, // a Saturday, and Veterans Day
	} {
		if executed, due := dueForm4(c.traded, c.deemed); executed != c.executed || due != c.due {
			t.Errorf("traded %s, deemed %s: executed %s, due %s; want %s, %s", c.traded, c.deemed, executed, due, c.executed, c.due)
		}
	}
}

func TestLateForm4(t *testing.T) {
	plan := func(f *ownership.Filing) { f.Plan10b51 = known(true) }
	on := func(d ownership.Date) func() *ownership.Filing {
		return func() *ownership.Filing { return filedOn(form4(trade("S", ownership.Disposed)), d) }
	}
	is := ownership.RuleLateForm4
	tryEdits(t, is, checkLate, on(day(2024, 3, 7)), []edited{{"on the last day", asItIs, 0}})
	tryEdits(t, is, checkLate, on(day(2024, 3, 8)), []edited{
		{"a day late", asItIs, 1},
		{"a holding", func(f *ownership.Filing) { f.TableI[0].Kind = ownership.Holding }, 0},
		{"of form type 5", func(f *ownership.Filing) { f.TableI[0].FormType = known("5") }, 0},
		{"early by itself", func(f *ownership.Filing) { f.TableI[0].Transaction.Timeliness = known(ownership.Early) }, 0},
		{"late by itself", func(f *ownership.Filing) { f.TableI[0].Transaction.Timeliness = known(ownership.Late) }, 1},
		{"a deemed date that is not read", func(f *ownership.Filing) { f.TableI[0].Transaction.DeemedExecutionDate.State = ownership.Malformed }, 0},
		{"deemed the day after", func(f *ownership.Filing) { f.TableI[0].Transaction.DeemedExecutionDate = known(day(2024, 3, 6)) }, 0},
		{"an amendment", func(f *ownership.Filing) { f.DocumentType = known(ownership.Form4A) }, 0},
		{"no envelope", func(f *ownership.Filing) { f.Header.FiledAt = ownership.Value[ownership.Date]{} }, 0},
		{"before the period", func(f *ownership.Filing) { f.PeriodOfReport = known(day(2024, 3, 6)) }, 0},
		{"under a plan", plan, 0},
		{"of code I", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("I") }, 0},
		{"a note on a plan", func(f *ownership.Filing) { noted(f, "Under a Rule 10b5-1 plan.") }, 0},
		{"a note on an offering", func(f *ownership.Filing) {
			noted(f, "In the public offering.").TableI[0].SecurityTitle.Notes = []string{"F1"}
		}, 0},
		{"two lines of a day", func(f *ownership.Filing) { f.TableI = append(f.TableI, f.TableI[0]) }, 1},
		{"two days", func(f *ownership.Filing) {
			f.TableI = append(f.TableI, f.TableI[0])
			f.PeriodOfReport, f.TableI[1].Transaction.Date = known(day(2024, 3, 4)), known(day(2024, 3, 4))
		}, 2},
		{"traded on the day of filing", func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(day(2024, 3, 8)) }, 0},
	})
	tryEdits(t, is, checkLate, on(day(2024, 3, 12)), []edited{{"under a plan, three days more", plan, 0}})
	tryEdits(t, is, checkLate, on(day(2024, 3, 13)), []edited{{"under a plan, four days more", plan, 1}})
	old := on(day(2002, 9, 11))()
	old.PeriodOfReport, old.TableI[0].Transaction.Date, old.Plan10b51 = known(day(2002, 8, 28)), known(day(2002, 8, 28)), known(true)
	if got := countOf(old, checkLate, is); got != 1 {
		t.Errorf("a plan before the two days: %d findings", got)
	}
}

// TestLateFrom: Form 3 is due ten days after the event, Form 5 forty-five after the fiscal
// year, on the next business day if that is none.
func TestLateFrom(t *testing.T) {
	for _, c := range []struct {
		form          ownership.DocumentType
		period, filed ownership.Date
		rule          ownership.Rule
		want          int
	}{
		{ownership.Form3, day(2024, 3, 4), day(2024, 3, 14), ownership.RuleLateForm3, 0},
		{ownership.Form3, day(2024, 3, 4), day(2024, 3, 15), ownership.RuleLateForm3, 1},
		{ownership.Form3, day(2024, 3, 6), day(2024, 3, 18), ownership.RuleLateForm3, 0}, // the tenth is a Saturday
		{ownership.Form3, day(2024, 3, 6), day(2024, 3, 19), ownership.RuleLateForm3, 1},
		{ownership.Form3, day(2026, 3, 17), day(2026, 4, 30), ownership.RuleLateForm3, 0}, // of a foreign issuer, maybe
		{ownership.Form3, day(2026, 3, 18), day(2026, 4, 30), ownership.RuleLateForm3, 1},
		{ownership.Form3, day(2026, 2, 17), day(2026, 3, 17), ownership.RuleLateForm3, 1},
		{ownership.Form3, day(2026, 2, 17), day(2026, 3, 18), ownership.RuleLateForm3, 0},
		{ownership.Form3A, day(2024, 3, 4), day(2024, 3, 15), ownership.RuleLateForm3, 0},
		{ownership.Form5, day(2023, 12, 31), day(2024, 2, 14), ownership.RuleLateForm5, 0},
		{ownership.Form5, day(2023, 12, 31), day(2024, 2, 15), ownership.RuleLateForm5, 1},
		{ownership.Form5, ownership.Date{}, day(2024, 2, 15), ownership.RuleLateForm5, 0},
		{ownership.Form3, ownership.Date{}, day(2024, 3, 15), ownership.RuleLateForm3, 0},
	} {
		f := filedOn(form4(), c.filed)
		f.DocumentType, f.PeriodOfReport = known(c.form), known(c.period)
		if got := countOf(f, checkLate, c.rule); got != c.want {
			t.Errorf("%s of %s filed %s: %d findings, want %d", c.form, c.period, c.filed, got, c.want)
		}
	}
}

func TestDaysLate(t *testing.T) {
	for _, c := range []struct {
		due, filed ownership.Date
		want       string
	}{
		{day(2024, 3, 7), day(2024, 3, 8), "1 business day"}, {day(2024, 3, 7), day(2024, 3, 11), "2 business days"}, {day(2024, 3, 8), day(2024, 3, 9), "0 business days"},
		{day(2014, 3, 7), day(2020, 1, 2), "more than five years"},
	} {
		tm := timing{filed: c.filed}
		if got := tm.daysLate(c.due); got != c.want {
			t.Errorf("due %s, filed %s: %s late, want %s", c.due, c.filed, got, c.want)
		}
	}
}

// TestAcceptedLate: EDGAR's day ends at 22:00 for these forms since 2003-06-30 (Regulation
// S-T, Rule 13(a)(4)).
func TestAcceptedLate(t *testing.T) {
	for _, c := range []struct {
		date           ownership.Date
		hour, min, sec uint8
		want           int
	}{
		{day(2024, 3, 5), 22, 0, 0, 0}, {day(2024, 3, 5), 22, 0, 1, 1}, {day(2024, 3, 5), 22, 1, 0, 1}, {day(2024, 3, 5), 23, 0, 0, 1}, {day(2024, 3, 5), 21, 59, 59, 0},
		{day(2024, 3, 9), 12, 0, 0, 1}, {day(2003, 6, 30), 23, 0, 0, 1}, {day(2003, 6, 27), 23, 0, 0, 0},
	} {
		f := form4()
		at := ownership.Time{Date: c.date}
		at.Hour, at.Minute, at.Second = c.hour, c.min, c.sec
		f.Header.AcceptedAt = known(at)
		if got := countOf(f, checkLate, ownership.RuleAcceptedAfter2200); got != c.want {
			t.Errorf("%s %d:%d:%d: %d findings", c.date, c.hour, c.min, c.sec, got)
		}
	}
}

// TestTimeliness: Form 4 can bring a line of Form 5 early, and Form 5 one of Form 4 late.
func TestTimeliness(t *testing.T) {
	for _, c := range []struct {
		form     ownership.DocumentType
		formType string
		mark     ownership.Timeliness
		holding  bool
		want     [2]int // timeliness-inconsistent, form4-type-on-form5
	}{
		{ownership.Form4, "4", "", false, [2]int{}}, {ownership.Form4, "4", ownership.Early, false, [2]int{1, 0}}, {ownership.Form4, "4", ownership.Late, false, [2]int{1, 0}},
		{ownership.Form4, "5", ownership.Early, false, [2]int{}}, {ownership.Form4, "5", ownership.Late, false, [2]int{1, 0}},
		{ownership.Form5, "5", ownership.Early, false, [2]int{1, 0}}, {ownership.Form5, "5", ownership.Late, false, [2]int{}}, {ownership.Form5, "4", ownership.Late, false, [2]int{0, 1}},
		{ownership.Form5, "3", "", true, [2]int{0, 1}}, {ownership.Form5, "3", "", false, [2]int{}}, {ownership.Form5, "4", "", true, [2]int{}}, {ownership.Form4, "3", "", true, [2]int{}},
		{ownership.Form4, "4", ownership.Early, true, [2]int{1, 0}},
	} {
		f := form4(trade("S", ownership.Disposed))
		f.DocumentType, f.TableI[0].FormType = known(c.form), known(c.formType)
		if c.mark != "" {
			f.TableI[0].Transaction.Timeliness = known(c.mark)
		}
		if c.holding {
			f.TableI[0].Kind = ownership.Holding
		}
		if got := [2]int{countOf(f, checkLate, ownership.RuleTimelinessInconsistent), countOf(f, checkLate, ownership.RuleForm4TypeOnForm5)}; got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	f := form4(trade("S", ownership.Disposed))
	f.TableI[0].Transaction.Timeliness = known(ownership.Late)
	if got := severityOf(f, checkLate, ownership.RuleTimelinessInconsistent); got != ownership.Info {
		t.Errorf("a line of Form 4 that says that it is late: %s", got)
	}
}

// TestOriginals: an amendment names the day of its original, which is neither after its own
// nor before the earliest transaction; another form names none.
func TestOriginals(t *testing.T) {
	amendment := func() *ownership.Filing {
		f := filedOn(form4(), day(2024, 4, 1))
		f.DocumentType, f.DateOfOriginalSubmission = known(ownership.Form4A), known(day(2024, 3, 7))
		return f
	}
	other := func(f *ownership.Filing) { f.DocumentType = known(ownership.Form4) }
	none := func(f *ownership.Filing) { f.DateOfOriginalSubmission = ownership.Value[ownership.Date]{} }
	tryEdits(t, ownership.RuleOriginalDateMissing, checkLate, amendment, []edited{
		{"as it is", asItIs, 0}, {"none", none, 1}, {"no amendment", func(f *ownership.Filing) { none(f); other(f) }, 0},
		{"blank", func(f *ownership.Filing) { f.DateOfOriginalSubmission.State = ownership.Blank }, 1},
		{"not read", func(f *ownership.Filing) { f.DateOfOriginalSubmission.State = ownership.Malformed }, 0},
		{"a form that is not known", func(f *ownership.Filing) { none(f); f.DocumentType.State = ownership.Absent }, 0},
	})
	tryEdits(t, ownership.RuleOriginalDateUnexpected, checkLate, amendment, []edited{{"as it is", asItIs, 0}, {"no amendment", other, 1}, {"none", func(f *ownership.Filing) { none(f); other(f) }, 0}})
	tryEdits(t, ownership.RuleOriginalDateNotBeforeFiled, checkLate, amendment, []edited{
		{"as it is", asItIs, 0},
		{"on the day of the amendment", func(f *ownership.Filing) { f.DateOfOriginalSubmission.V = day(2024, 4, 1) }, 0},
		{"a day after it", func(f *ownership.Filing) { f.DateOfOriginalSubmission.V = day(2024, 4, 2) }, 1},
		{"on the day of the transaction", func(f *ownership.Filing) { f.DateOfOriginalSubmission.V = day(2024, 3, 5) }, 0},
		{"a day before it", func(f *ownership.Filing) { f.DateOfOriginalSubmission.V = day(2024, 3, 4) }, 1},
		{"of a Form 5", func(f *ownership.Filing) {
			f.DateOfOriginalSubmission.V, f.DocumentType = day(2024, 3, 4), known(ownership.Form5A)
		}, 0},
	})
}
