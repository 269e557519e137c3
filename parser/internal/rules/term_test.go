package rules

import (
	"testing"

	"filingview/parser/ownership"
)

// TestDeemedDates: a deemed execution is not before the trade nor after its third business
// day, and only a plan or code I has one (Rule 16a-3(g)).
func TestDeemedDates(t *testing.T) {
	make := func(d ownership.Date) func() *ownership.Filing {
		return func() *ownership.Filing {
			f := form4(trade("S", ownership.Disposed))
			f.TableI[0].Transaction.DeemedExecutionDate, f.Plan10b51 = known(d), known(false)
			return f
		}
	}
	for _, c := range []struct {
		d                     ownership.Date
		before, late, without int
	}{
		{day(2024, 3, 4), 1, 0, 0}, {day(2024, 3, 5), 0, 0, 0}, {day(2024, 3, 6), 0, 0, 1}, {day(2024, 3, 8), 0, 0, 1}, {day(2024, 3, 9), 0, 1, 1}, {day(2024, 3, 11), 0, 1, 1},
	} {
		for rule, want := range map[ownership.Rule]int{ownership.RuleDeemedBeforeTxn: c.before, ownership.RuleDeemedTooLate: c.late, ownership.RuleDeemedWithoutGround: c.without} {
			if got := countOf(make(c.d)(), checkDates, rule); got != want {
				t.Errorf("%s on %s: %d findings, want %d", rule, c.d, got, want)
			}
		}
	}
	tryEdits(t, ownership.RuleDeemedWithoutGround, checkDates, make(day(2024, 3, 6)), []edited{
		{"as it is", asItIs, 1},
		{"the box is set", func(f *ownership.Filing) { f.Plan10b51 = known(true) }, 0},
		{"no box", func(f *ownership.Filing) { f.Plan10b51 = ownership.Value[bool]{} }, 0},
		{"code I", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("I") }, 0},
		{"a note on the date", func(f *ownership.Filing) { f.TableI[0].Transaction.DeemedExecutionDate.Notes = []string{"F1"} }, 0},
		{"a note on a plan", func(f *ownership.Filing) { noted(f, "A 10b5-1 plan.") }, 0},
		{"remarks on a plan", func(f *ownership.Filing) { f.Remarks = known("A trading plan.") }, 0},
		{"a note on something else", func(f *ownership.Filing) { noted(f, "Held by a trust.") }, 1},
	})
}

// TestTerms: a derivative security is exercised within its term, and the term ends after it
// begins; a date with a note is left alone.
func TestTerms(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4()
		f.TableII = []ownership.Row{option("M", ownership.Disposed)}
		f.TableII[0].ExerciseDate, f.TableII[0].ExpirationDate = known(day(2020, 3, 5)), known(day(2030, 3, 5))
		return f
	}
	term := func(from, to ownership.Date) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.TableII[0].ExerciseDate.V, f.TableII[0].ExpirationDate.V = from, to }
	}
	turned := term(day(2024, 3, 5), day(2024, 3, 4))
	tryEdits(t, ownership.RuleExercisableAfterExpiration, checkDates, make, []edited{
		{"as it is", asItIs, 0}, {"on one day", term(day(2024, 3, 5), day(2024, 3, 5)), 0}, {"the wrong way round", turned, 1},
		{"a note on its beginning", func(f *ownership.Filing) { turned(f); f.TableII[0].ExerciseDate.Notes = []string{"F1"} }, 0},
		{"a note on its end", func(f *ownership.Filing) { turned(f); f.TableII[0].ExpirationDate.Notes = []string{"F1"} }, 0},
		{"of a holding", func(f *ownership.Filing) { turned(f); f.TableII[0].Kind = ownership.Holding }, 1},
		{"in Table I", func(f *ownership.Filing) { turned(f); f.TableI, f.TableII = f.TableII, nil }, 0},
	})
	ended := func(d ownership.Date) func(*ownership.Filing) { return term(day(2020, 3, 5), d) }
	tryEdits(t, ownership.RuleExpiredBeforeTxn, checkDates, make, []edited{
		{"on the day", ended(day(2024, 3, 5)), 0}, {"the day before", ended(day(2024, 3, 4)), 0}, {"two days before", ended(day(2024, 3, 3)), 0}, // a Sunday
		{"the last business day but one", ended(day(2024, 3, 1)), 1},
		{"an expiry", func(f *ownership.Filing) { ended(day(2024, 2, 1))(f); f.TableII[0].Transaction.Code = known("E") }, 0},
		{"an expiry of a short position", func(f *ownership.Filing) { ended(day(2024, 2, 1))(f); f.TableII[0].Transaction.Code = known("H") }, 0},
		{"a swap", func(f *ownership.Filing) {
			ended(day(2024, 2, 1))(f)
			f.TableII[0].Transaction.EquitySwapInvolved = known(true)
		}, 0},
		{"a holding", func(f *ownership.Filing) { ended(day(2024, 2, 1))(f); f.TableII[0].Kind = ownership.Holding }, 0},
	})
	extended := make()
	ended(day(2024, 2, 1))(extended)
	extended.TableII[0].Transaction.Code = known("J", "F1")
	if got := severityOf(extended, checkDates, ownership.RuleExpiredBeforeTxn); got != ownership.Warning {
		t.Errorf("code J with a note: %s", got)
	}
	plain := make()
	ended(day(2024, 2, 1))(plain)
	if got := severityOf(plain, checkDates, ownership.RuleExpiredBeforeTxn); got != ownership.RuleExpiredBeforeTxn.Severity() {
		t.Errorf("without a note: %s", got)
	}
	begins := func(d ownership.Date) func(*ownership.Filing) { return term(d, day(2030, 3, 5)) }
	early := begins(day(2024, 3, 6))
	tryEdits(t, ownership.RuleExercisedBeforeExercisable, checkDates, make, []edited{
		{"on the day", begins(day(2024, 3, 5)), 0}, {"a day early", early, 1},
		{"acquired", func(f *ownership.Filing) {
			early(f)
			f.TableII[0].Transaction.AcquiredDisposed = known(ownership.Acquired)
		}, 0},
		{"sold", func(f *ownership.Filing) { early(f); f.TableII[0].Transaction.Code = known("S") }, 0},
		{"converted", func(f *ownership.Filing) { early(f); f.TableII[0].Transaction.Code = known("C") }, 1},
		{"in the money", func(f *ownership.Filing) { early(f); f.TableII[0].Transaction.Code = known("X") }, 1},
		{"out of the money", func(f *ownership.Filing) { early(f); f.TableII[0].Transaction.Code = known("O") }, 1},
		{"a note on vesting", func(f *ownership.Filing) {
			early(f)
			noted(f, "Vested early.").TableII[0].SecurityTitle.Notes = []string{"F1"}
		}, 0},
	})
}
