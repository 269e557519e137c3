package rules

import (
	"testing"

	"filingview/parser/ownership"
)

// TestPlanBoxes: the box of Rule 10b5-1(c) asks for the day on which the plan was adopted,
// and a note that says that a trade was made under a plan asks for the box (Form 4,
// Instruction 10).
func TestPlanBoxes(t *testing.T) {
	make := func() *ownership.Filing {
		f := noted(form4(trade("S", ownership.Disposed)), "Sold pursuant to a Rule 10b5-1 plan adopted on May 5, 2023.")
		f.Plan10b51, f.TableI[0].Transaction.Price.Notes = known(true), []string{"F1"}
		return f
	}
	note := func(text string) func(*ownership.Filing) { return func(f *ownership.Filing) { noted(f, text) } }
	tryEdits(t, ownership.RulePlanBoxNoDate, checkPlan, make, []edited{
		{"a date", asItIs, 0}, {"none", note("Sold pursuant to a Rule 10b5-1 plan."), 1}, {"a month", note("Sold under a plan of May 2023."), 0}, {"a date of something else", note("Held since May 5, 2023."), 1},
		{"in an exhibit", note("See Exhibit 99."), 0}, {"no note", func(f *ownership.Filing) { f.Footnotes = nil }, 1}, {"the box says no", func(f *ownership.Filing) { note("A Rule 10b5-1 plan.")(f); f.Plan10b51 = known(false) }, 0},
		{"in the next note", func(f *ownership.Filing) {
			f.Footnotes = []ownership.Footnote{{ID: "F1", Text: known("Under a plan.")}, {ID: "F2", Text: known("Since May 5, 2023.")}}
		}, 0},
		{"in the note before", func(f *ownership.Filing) {
			f.Footnotes = []ownership.Footnote{{ID: "F1", Text: known("Since May 5, 2023.")}, {ID: "F2", Text: known("Under a plan.")}}
		}, 1},
		{"in the remarks", func(f *ownership.Filing) {
			note("A Rule 10b5-1 plan.")(f)
			f.Remarks = known("The plan is of May 5, 2023.")
		}, 0},
		{"in remarks on something else", func(f *ownership.Filing) {
			note("A Rule 10b5-1 plan.")(f)
			f.Remarks = known("Held since May 5, 2023.")
		}, 1},
		{"an exhibit of the submission", func(f *ownership.Filing) {
			note("A Rule 10b5-1 plan.")(f)
			f.Header.Documents = []ownership.Document{{Type: known("EX-99.1")}}
		}, 0},
	})
	code := func(c string) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known(c) }
	}
	tryEdits(t, ownership.RulePlanBoxUnrelatedCodes, checkPlan, make, []edited{
		{"a sale", asItIs, 0}, {"a purchase", code("P"), 0}, {"shares withheld", code("F"), 0}, {"a gift", code("G"), 0}, {"an exercise", code("M"), 0}, {"a grant", code("A"), 1},
		{"a grant and a sale", func(f *ownership.Filing) { code("A")(f); f.TableII = []ownership.Row{trade("S", ownership.Disposed)} }, 0},
		{"a holding", func(f *ownership.Filing) { f.TableI[0].Kind = ownership.Holding }, 0}, {"a code that is not known", func(f *ownership.Filing) { f.TableI[0].Transaction.Code.State = ownership.Malformed }, 0},
	})
	no := func(f *ownership.Filing) { f.Plan10b51 = known(false) }
	tryEdits(t, ownership.RulePlanFootnoteNoBox, checkPlan, make, []edited{
		{"the box is set", asItIs, 0}, {"the box says no", no, 1}, {"no box", func(f *ownership.Filing) { f.Plan10b51 = ownership.Value[bool]{} }, 0},
		{"of the day of the box", func(f *ownership.Filing) { no(f); f.TableI[0].Transaction.Date = known(day(2023, 4, 1)) }, 0 + 1},
		{"a day before", func(f *ownership.Filing) { no(f); f.TableI[0].Transaction.Date = known(day(2023, 3, 31)) }, 0},
		{"nothing cites it", func(f *ownership.Filing) { no(f); f.TableI[0].Transaction.Price.Notes = nil }, 0},
		{"a plan from before the rule was amended", func(f *ownership.Filing) {
			no(f)
			noted(f, "Sold pursuant to a Rule 10b5-1 plan adopted on February 26, 2023.")
		}, 0},
		{"on the day", func(f *ownership.Filing) {
			no(f)
			noted(f, "Sold pursuant to a Rule 10b5-1 plan adopted on February 27, 2023.")
		}, 1},
		{"not sold under it", func(f *ownership.Filing) { no(f); noted(f, "Not sold pursuant to a Rule 10b5-1 plan.") }, 0},
	})
}

// TestCoolingOff: a director or officer waits ninety days at least after adopting a plan
// (Rule 10b5-1(c)(1)(ii)(B)(1)).
func TestCoolingOff(t *testing.T) {
	make := func(adopted string) func() *ownership.Filing {
		return func() *ownership.Filing {
			f := noted(form4(trade("S", ownership.Disposed)), "Sold pursuant to a Rule 10b5-1 plan adopted on "+adopted+".")
			f.TableI[0].Transaction.Price.Notes = []string{"F1"}
			return f
		}
	}
	is := ownership.RulePlanCoolingOffShort
	tryEdits(t, is, checkPlan, make("December 6, 2023"), []edited{{"ninety days", asItIs, 0}})
	tryEdits(t, is, checkPlan, make("March 5, 2024"), []edited{{"on the day", asItIs, 1}})
	tryEdits(t, is, checkPlan, make("March 6, 2024"), []edited{{"after the trade", asItIs, 0}})
	tryEdits(t, is, checkPlan, make("February 26, 2023"), []edited{{"before the rule", func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(day(2023, 3, 1)) }, 0}})
	tryEdits(t, is, checkPlan, make("February 27, 2023"), []edited{{"under the rule", func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(day(2023, 3, 1)) }, 1}})
	note := func(text string) func(*ownership.Filing) { return func(f *ownership.Filing) { noted(f, text) } }
	tryEdits(t, is, checkPlan, make("December 7, 2023"), []edited{
		{"a day less", asItIs, 1},
		{"a purchase", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("P") }, 1}, {"a gift", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("G") }, 0},
		{"an officer", func(f *ownership.Filing) {
			f.Owners[0].Relationship = ownership.Relationship{IsOfficer: known(true)}
		}, 1},
		{"a ten percent owner", func(f *ownership.Filing) {
			f.Owners[0].Relationship = ownership.Relationship{IsTenPercentOwner: known(true), IsDirector: known(false), IsOfficer: known(false)}
		}, 0},
		{"two owners", func(f *ownership.Filing) { f.Owners = append(f.Owners, f.Owners[0]) }, 0},
		{"two dates", note("Sold on March 5, 2024 pursuant to a Rule 10b5-1 plan adopted on December 7, 2023."), 0},
		{"modified", note("Sold pursuant to a Rule 10b5-1 plan adopted on December 7, 2023, as modified."), 0},
		{"a month", note("Sold pursuant to a Rule 10b5-1 plan adopted in December 2023."), 0},
		{"entered into", note("Sold pursuant to a Rule 10b5-1 plan entered into on December 7, 2023."), 1},
		{"of another sentence", note("Adopted before. Sold pursuant to a Rule 10b5-1 plan of December 7, 2023."), 0},
		{"a later trade first", func(f *ownership.Filing) {
			f.TableI = append([]ownership.Row{f.TableI[0]}, f.TableI...)
			f.TableI[0].Transaction.Date = known(day(2024, 6, 5))
		}, 1},
	})
}

// TestSaysMay: the month of May is no word that leaves it open whether a plan was used.
func TestSaysMay(t *testing.T) {
	for text, want := range map[string]bool{
		"adopted on May 5, 2023": false, "adopted in May 2023": false, "may be sold": true, "MAY BE SOLD": true, "on May 5, 2023 and may be sold": true, "adopted 5 May": true, "Maynard": false, "dismay": false, "may": true, "": false,
	} {
		if got := saysMay(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
