package ledger

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// beforeForm3 sets aside transactions from before the owner became subject to
// Section 16: a later Form 4 reports them under Rule 16a-2(a), and the Form 3
// already holds what they left. Those of the Form 3's own day count as such only
// if their note speaks of the Form 3.
func beforeForm3(papers []*paper) {
	i := slices.IndexFunc(papers, func(p *paper) bool { return p.form == '3' && !p.amends })
	if i < 0 {
		noForm3(papers)
		return
	}
	form3 := papers[i]
	for _, p := range papers {
		if p.form == '3' || p.day().Compare(form3.day()) < 0 {
			continue
		}
		early := 0
		for _, e := range p.entries {
			if e.kind != ownership.Transaction || e.date == (ownership.Date{}) {
				continue
			}
			c := e.date.Compare(form3.period)
			if c > 0 || c == 0 && e.form3Note() < 0 {
				continue
			}
			e.aside, e.form3 = ownership.RuleBeforeForm3, form3
			early++
		}
		if early > 0 && early == len(p.entries) {
			p.last = p.day() // it has no place among balances of its dates
		}
	}
}

// noForm3 sets aside what a note says a Form 3 holds, where that is not here.
func noForm3(papers []*paper) {
	for _, p := range papers {
		for _, e := range p.entries {
			if e.kind != ownership.Transaction {
				continue
			}
			if at := e.form3Note(); at >= 0 {
				text := p.filing.Footnotes[at].Text.V
				if strings.Contains(text, "16a-2(a)") || strings.Contains(text, "previously") && strings.Contains(text, "Form 3") {
					e.aside = ownership.RuleBeforeForm3
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
			for i := range e.paper.filing.Footnotes {
				n := &e.paper.filing.Footnotes[i]
				if n.ID == id && (strings.Contains(n.Text.V, "Form 3") || strings.Contains(n.Text.V, "16a-2(a)")) {
					return i
				}
			}
		}
	}
	return -1
}

// explainBeforeForm3 explains the lines that were set aside.
func (g *group) explainBeforeForm3() {
	for _, a := range g.accounts {
		for _, e := range a.aside {
			if e.aside != ownership.RuleBeforeForm3 {
				continue
			}
			evidence := []ownership.Evidence{e.paper.cellEvidence(e.cell("transaction.date"))}
			what := "From before the Form 3, which"
			if e.form3 != nil {
				what = fmt.Sprintf("Dated %s, not after the event of the Form 3 of %s, which", e.date, e.form3.period)
				evidence = append(evidence, e.form3.cellEvidence("periodOfReport"))
			}
			say := ""
			if at := e.form3Note(); at >= 0 {
				text := e.paper.filing.Footnotes[at].Text.V
				word := max(strings.Index(text, "Form 3"), 0)
				from, to := notetext.Clause(text, word, word+6)
				evidence = append(evidence, e.paper.noteEvidence(at, from, to))
				say = fmt.Sprintf(" The note says: “%s”", text[from:to])
			}
			e.say(because(causeBeforeForm3, what, say), evidence...)
		}
	}
}
