package ledger

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// beforeForm3 leaves uncounted the transactions from before the owner became subject to
// Section 16: a later Form 4 reports them under Rule 16a-2(a), and the Form 3
// already holds what they left. Those of the Form 3's own day count as such only
// if their note speaks of the Form 3.
func beforeForm3(filings []*filing) {
	i := slices.IndexFunc(filings, func(f *filing) bool { return f.form == '3' && !f.amends })
	if i < 0 {
		noForm3(filings)
		return
	}
	form3 := filings[i]
	for _, f := range filings {
		if f.form == '3' || f.day().Compare(form3.day()) < 0 {
			continue
		}
		early := 0
		for _, e := range f.entries {
			if e.kind != ownership.Transaction || e.date == (ownership.Date{}) {
				continue
			}
			c := e.date.Compare(form3.period)
			if c > 0 || c == 0 && e.form3Note() < 0 {
				continue
			}
			e.uncounted, e.form3 = ownership.RuleBeforeForm3, form3
			early++
		}
		if early > 0 && early == len(f.entries) {
			f.last = f.day() // it has no place among balances of its dates
		}
	}
}

// noForm3 leaves uncounted what a note says a Form 3 holds, where that is not here.
func noForm3(filings []*filing) {
	for _, f := range filings {
		for _, e := range f.entries {
			if e.kind != ownership.Transaction {
				continue
			}
			if at := e.form3Note(); at >= 0 {
				text := f.asFiled.Footnotes[at].Text.V
				if strings.Contains(text, "16a-2(a)") || strings.Contains(text, "previously") && strings.Contains(text, "Form 3") {
					e.uncounted = ownership.RuleBeforeForm3
				}
			}
		}
	}
}

// form3Note returns the place of a note of the line that speaks of the Form 3, or
// -1.
func (e *entry) form3Note() int {
	t := &e.row.Transaction
	for _, marks := range [...][]string{t.Code.Notes, t.Date.Notes, t.Shares.Notes, t.TotalValue.Notes, e.row.SecurityTitle.Notes, e.row.SharesFollowing.Notes, e.row.ValueFollowing.Notes,
		e.row.ExerciseDate.Notes, e.row.ConversionOrExercisePrice.Notes} {
		for _, id := range marks {
			for i := range e.filing.asFiled.Footnotes {
				n := &e.filing.asFiled.Footnotes[i]
				if n.ID == id && (strings.Contains(n.Text.V, "Form 3") || strings.Contains(n.Text.V, "16a-2(a)")) {
					return i
				}
			}
		}
	}
	return -1
}

// explainBeforeForm3 explains the lines that are not counted for that.
func (g *group) explainBeforeForm3() {
	for _, a := range g.accounts {
		for _, e := range a.uncounted {
			if e.uncounted != ownership.RuleBeforeForm3 {
				continue
			}
			evidence := []ownership.Evidence{e.filing.cellEvidence(e.cell("transaction.date"))}
			what := "From before the Form 3, which"
			if e.form3 != nil {
				what = fmt.Sprintf("Dated %s, not after the event of the Form 3 of %s, which", e.date, e.form3.period)
				evidence = append(evidence, e.form3.cellEvidence("periodOfReport"))
			}
			say := ""
			if at := e.form3Note(); at >= 0 {
				text := e.filing.asFiled.Footnotes[at].Text.V
				word := max(strings.Index(text, "Form 3"), 0)
				from, to := notetext.Clause(text, word, word+6)
				evidence = append(evidence, e.filing.noteEvidence(at, from, to))
				say = fmt.Sprintf(" The note says: “%s”", text[from:to])
			}
			e.say(cause.Because(cause.BeforeForm3, what, say), evidence...)
		}
	}
}
