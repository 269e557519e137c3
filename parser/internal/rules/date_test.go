package rules

import (
	"testing"

	"filingview/parser/ownership"
)

func TestNearestCentury(t *testing.T) {
	for _, c := range []struct{ short, to, want int16 }{{24, 2024, 2024}, {3, 2024, 2003}, {74, 2024, 2074}, {75, 2024, 1975}, {99, 2003, 1999}, {49, 1999, 1949}, {48, 1999, 2048}, {50, 1999, 1950}, {45, 1995, 1945}, {44, 1995, 2044}, {46, 1995, 1946}} {
		if got := nearestCentury(c.short, c.to); got != c.want {
			t.Errorf("%d near %d is %d, want %d", c.short, c.to, got, c.want)
		}
	}
}

func TestApart(t *testing.T) {
	for _, c := range []struct {
		a, b ownership.Date
		want int
	}{
		{day(2023, 12, 31), day(2000, 12, 31), 0}, {day(2023, 12, 31), day(2000, 1, 7), 7}, {day(2023, 1, 7), day(2000, 12, 31), 7}, {day(2023, 3, 1), day(2000, 2, 29), 1},
		{day(2023, 12, 24), day(2000, 12, 31), 7}, {day(2023, 7, 1), day(2000, 1, 1), 182},
	} {
		if got := apart(c.a, c.b); got != c.want {
			t.Errorf("%s and %s are %d days apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

// TestCenturies: a year before 1930, or more than 60 years after the filing's, cannot be
// right; a term so long stands for "never".
func TestCenturies(t *testing.T) {
	for _, c := range []struct {
		year    int16
		want    int
		term    ownership.Severity
		filedIn int16
	}{
		{1929, 1, ownership.RuleDateImplausibleCentury.Severity(), 2024}, {1930, 0, 0, 2024}, {2084, 0, 0, 2024}, {2085, 1, ownership.Info, 2024}, {24, 1, ownership.RuleDateImplausibleCentury.Severity(), 2024},
		{2085, 0, 0, 0}, {1929, 1, ownership.RuleDateImplausibleCentury.Severity(), 0},
	} {
		make := func() *ownership.Filing {
			f := form4(option("A", ownership.Acquired))
			f.PeriodOfReport = ownership.Value[ownership.Date]{}
			if c.filedIn != 0 {
				filedOn(f, day(c.filedIn, 3, 7))
			}
			return f
		}
		wrong := known(day(c.year, 3, 5))
		for name, edit := range map[string]func(*ownership.Filing){
			"the period":          func(f *ownership.Filing) { f.PeriodOfReport = wrong },
			"the original's day":  func(f *ownership.Filing) { f.DateOfOriginalSubmission = wrong },
			"a transaction's day": func(f *ownership.Filing) { f.TableI[0].Transaction.Date = wrong },
			"a deemed day":        func(f *ownership.Filing) { f.TableI[0].Transaction.DeemedExecutionDate = wrong },
			"a signature's day":   func(f *ownership.Filing) { f.Signatures = []ownership.Signature{{Date: wrong}} },
			"a term's beginning":  func(f *ownership.Filing) { f.TableI[0].ExerciseDate = wrong },
			"a term's end":        func(f *ownership.Filing) { f.TableI[0].ExpirationDate = wrong },
		} {
			f := make()
			if c.filedIn == 0 && (name == "the period" || name == "a signature's day") && c.year > 2000 {
				continue // it would tell the year of filing itself
			}
			edit(f)
			if got := countOf(f, checkDates, ownership.RuleDateImplausibleCentury); got != c.want {
				t.Errorf("%s in %d, filed in %d: %d findings, want %d", name, c.year, c.filedIn, got, c.want)
			}
			if term := name == "a term's beginning" || name == "a term's end"; term {
				if got := severityOf(f, checkDates, ownership.RuleDateImplausibleCentury); got != c.term {
					t.Errorf("%s in %d: %s", name, c.year, got)
				}
			}
		}
	}
}

// TestDaysOfLines: a transaction is neither after the signature nor after the filing, and a
// trade of a day on which the exchanges were open, unless a note may say otherwise.
func TestDaysOfLines(t *testing.T) {
	make := func() *ownership.Filing {
		f := filedOn(form4(trade("S", ownership.Disposed)), day(2024, 3, 7))
		f.Signatures = []ownership.Signature{{Date: known(day(2024, 3, 6))}}
		return f
	}
	on := func(d ownership.Date) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(d) }
	}
	tryEdits(t, ownership.RuleTxnAfterSignature, checkDates, make, []edited{
		{"before it", asItIs, 0}, {"on its day", on(day(2024, 3, 6)), 0}, {"a day after", on(day(2024, 3, 7)), 1},
		{"no signature", func(f *ownership.Filing) { on(day(2024, 3, 7))(f); f.Signatures = nil }, 0},
		{"two signatures, the earlier counts", func(f *ownership.Filing) {
			on(day(2024, 3, 6))(f)
			f.Signatures = append(f.Signatures, ownership.Signature{Date: known(day(2024, 3, 5))})
		}, 1},
		{"a signature of another century", func(f *ownership.Filing) {
			f.Signatures = append(f.Signatures, ownership.Signature{Date: known(day(24, 3, 5))})
		}, 0},
		{"two lines of one day", func(f *ownership.Filing) { on(day(2024, 3, 7))(f); f.TableI = append(f.TableI, f.TableI[0]) }, 1},
		{"a holding", func(f *ownership.Filing) { on(day(2024, 3, 7))(f); f.TableI[0].Kind = ownership.Holding }, 0},
	})
	tryEdits(t, ownership.RuleTxnAfterFiled, checkDates, make, []edited{
		{"on its day", on(day(2024, 3, 7)), 0}, {"a day after", on(day(2024, 3, 8)), 1},
		{"no envelope", func(f *ownership.Filing) {
			on(day(2024, 3, 8))(f)
			f.Header.FiledAt = ownership.Value[ownership.Date]{}
		}, 0},
	})
	signed := func(d ownership.Date) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.Signatures[0].Date = known(d) }
	}
	tryEdits(t, ownership.RuleSignatureAfterFiled, checkDates, make, []edited{
		{"before", asItIs, 0}, {"on the day of filing", signed(day(2024, 3, 7)), 0}, {"a day after", signed(day(2024, 3, 8)), 1},
		{"in another century", signed(day(2104, 3, 8)), 0},
	})
	tryEdits(t, ownership.RuleTxnOnNontradingDay, checkDates, make, []edited{
		{"a Tuesday", asItIs, 0}, {"a Saturday", on(day(2024, 3, 2)), 1},
		{"a purchase", func(f *ownership.Filing) { on(day(2024, 3, 2))(f); f.TableI[0].Transaction.Code = known("P") }, 1},
		{"a gift", func(f *ownership.Filing) { on(day(2024, 3, 2))(f); f.TableI[0].Transaction.Code = known("G") }, 0},
		{"a note", func(f *ownership.Filing) {
			on(day(2024, 3, 2))(f)
			f.TableI[0].Transaction.Price.Notes = []string{"F1"}
		}, 0},
		{"a foreign symbol", func(f *ownership.Filing) { on(day(2024, 3, 2))(f); f.Issuer.ForeignTradingSymbol = known("QLM") }, 0},
		{"remarks", func(f *ownership.Filing) { on(day(2024, 3, 2))(f); f.Remarks = known("A private sale.") }, 0},
		{"in Table II", func(f *ownership.Filing) { on(day(2024, 3, 2))(f); f.TableI, f.TableII = nil, f.TableI }, 0},
	})
	undated := func(s ownership.State) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			f.TableI[0].Transaction.Date = ownership.Value[ownership.Date]{Reading: ownership.Reading{State: s}}
		}
	}
	tryEdits(t, ownership.RuleDateMissing, checkDates, make, []edited{
		{"as it is", asItIs, 0}, {"blank", undated(ownership.Blank), 1}, {"absent", undated(ownership.Absent), 1}, {"not read", undated(ownership.Malformed), 0},
		{"a holding", func(f *ownership.Filing) { undated(ownership.Blank)(f); f.TableI[0].Kind = ownership.Holding }, 0},
	})
}

// TestPeriods: the period of a Form 4 is its earliest transaction (Form 4, box 3), that of a
// Form 5 the fiscal year's end; the header's is the form's.
func TestPeriods(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4(trade("S", ownership.Disposed), trade("S", ownership.Disposed))
		f.TableI[1].Transaction.Date = known(day(2024, 3, 6))
		return f
	}
	period := func(d ownership.Date) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.PeriodOfReport = known(d) }
	}
	late := period(day(2024, 3, 6))
	tryEdits(t, ownership.RulePeriodNotEarliest, checkDates, make, []edited{
		{"the earliest", asItIs, 0}, {"a later one", late, 1}, {"a day before", period(day(2024, 3, 4)), 1},
		{"an amendment", func(f *ownership.Filing) { late(f); f.DocumentType = known(ownership.Form4A) }, 0},
		{"a line that is not dated", func(f *ownership.Filing) { late(f); f.TableI[1].Transaction.Date.State = ownership.Blank }, 0},
		{"a holding", func(f *ownership.Filing) { late(f); f.TableI[0].Kind = ownership.Holding }, 0},
		{"the earliest due on Form 4", func(f *ownership.Filing) { late(f); f.TableI[0].FormType = known("5") }, 0},
		{"the earliest that is deemed", func(f *ownership.Filing) {
			late(f)
			f.TableI[0].Transaction.DeemedExecutionDate = known(day(2024, 3, 7))
		}, 0},
		{"lines from before Section 16", func(f *ownership.Filing) {
			late(f)
			noted(f, "Sold before the reporting person was subject to Section 16.").TableI[0].Transaction.Date.Notes = []string{"F1"}
		}, 0},
		{"a period before them and a note on that", func(f *ownership.Filing) {
			period(day(2024, 3, 4))(f)
			noted(f, "Sold before the reporting person was subject to Section 16.").TableI[0].Transaction.Date.Notes = []string{"F1"}
		}, 1},
		{"a part of a report", func(f *ownership.Filing) { period(day(2024, 3, 4))(f); f.Remarks = known("Form 2 of 2") }, 0},
		{"a part, a later period", func(f *ownership.Filing) { late(f); f.Remarks = known("Form 2 of 2") }, 1},
		{"no period", func(f *ownership.Filing) { f.PeriodOfReport = ownership.Value[ownership.Date]{} }, 0},
	})
	tryEdits(t, ownership.RulePeriodHeaderMismatch, checkDates, make, []edited{
		{"none in the header", asItIs, 0}, {"the same", func(f *ownership.Filing) { f.Header.PeriodOfReport = known(day(2024, 3, 5)) }, 0},
		{"another", func(f *ownership.Filing) { f.Header.PeriodOfReport = known(day(2024, 3, 6)) }, 1},
	})
	annual := func() *ownership.Filing {
		f := form4()
		f.DocumentType, f.PeriodOfReport = known(ownership.Form5), known(day(2023, 12, 31))
		f.Header.Parties = []ownership.Party{{Role: "reporting-owner", FiscalYearEnd: known("0630")}, {Role: "issuer", FiscalYearEnd: known("1231")}}
		return f
	}
	tryEdits(t, ownership.RuleForm5PeriodNotFYE, checkDates, annual, []edited{
		{"the end", asItIs, 0}, {"a week before", period(day(2023, 12, 24)), 0}, {"eight days before", period(day(2023, 12, 23)), 1}, {"a week after", period(day(2024, 1, 7)), 0},
		{"an amendment", func(f *ownership.Filing) { period(day(2023, 6, 30))(f); f.DocumentType = known(ownership.Form5A) }, 1},
		{"a Form 4", func(f *ownership.Filing) { period(day(2023, 6, 30))(f); f.DocumentType = known(ownership.Form4) }, 0},
		{"of a subject company", func(f *ownership.Filing) { period(day(2023, 6, 30))(f); f.Header.Parties[1].Role = "subject-company" }, 1},
		{"a day that is none", func(f *ownership.Filing) {
			period(day(2023, 6, 30))(f)
			f.Header.Parties[1].FiscalYearEnd = known("1399")
		}, 0},
		{"of the owner alone", func(f *ownership.Filing) { period(day(2023, 9, 30))(f); f.Header.Parties = f.Header.Parties[:1] }, 0},
	})
}

// TestIsPart: a form that fills a table, or whose texts count forms, may be one of several.
func TestIsPart(t *testing.T) {
	for n, want := range map[int]bool{29: false, 30: true} {
		one, two := form4(make([]ownership.Row, n)...), form4()
		two.TableII = make([]ownership.Row, n)
		if isPart(one) != want || isPart(two) != want {
			t.Errorf("%d lines: %t", n, !want)
		}
	}
	f := form4()
	f.Remarks = known("The first of two forms.")
	if !isPart(f) || !isPart(noted(form4(), "See part 2.")) || isPart(noted(form4(), "Sold under a plan.")) {
		t.Error("texts that count forms")
	}
}
