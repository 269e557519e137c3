package rules

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/notetext"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Days that the rules on plans begin with.
var (
	planBoxRequired = ownership.Date{Year: 2023, Month: 4, Day: 1}  // the box of Forms 4 and 5
	planRuleAmended = ownership.Date{Year: 2023, Month: 2, Day: 27} // Rule 10b5-1(c) with a cooling-off period
)

// checkPlan holds the Rule 10b5-1(c) box against the notes and the lines:
// plan-box-no-date, plan-footnote-no-box, plan-cooling-off-short,
// plan-box-unrelated-codes (Form 4, Instruction 10).
func checkPlan(f *ownership.Filing) {
	if f.Plan10b51.IsKnown() && f.Plan10b51.V {
		planWithoutDate(f)
		planWithoutTrade(f)
	}
	if d := &f.PeriodOfReport; !f.Plan10b51.Present() && d.IsKnown() && d.V.Compare(planRuleAmended) < 0 {
		return // before there was the box and the cooling-off period
	}
	if !slices.ContainsFunc(f.Footnotes, func(n ownership.Footnote) bool { return namesPlanRule(n.Text.V) }) {
		return
	}
	if f.Plan10b51.IsKnown() && !f.Plan10b51.V {
		planWithoutBox(f)
	}
	coolingOff(f)
}

// namesPlanRule reports whether a text speaks of Rule 10b5-1.
func namesPlanRule(text string) bool {
	return strings.Contains(text, "10b5") || strings.Contains(text, "10B5")
}

// planWithoutDate tells of a box that is set where no text gives the day on which
// the plan was adopted. Any date counts, also of a month alone, in a note or in
// remarks that speak of a plan, in the note after it, and all that an exhibit
// may hold.
func planWithoutDate(f *ownership.Filing) {
	var evidence []string
	speaks := func(text string) bool {
		return namesPlanRule(text) || mentions(text, "plan", "instruction", "contract", "arrangement", "adopt")
	}
	for i := range f.Footnotes {
		text := f.Footnotes[i].Text.V
		if mentions(text, "exhibit") || speaks(text) && (holdsDate(text) || i+1 < len(f.Footnotes) && holdsDate(f.Footnotes[i+1].Text.V)) {
			return
		}
		if namesPlanRule(text) && len(evidence) < 3 {
			evidence = append(evidence, fmt.Sprintf("footnotes[%d].text", i))
		}
	}
	if text := f.Remarks.V; hasExhibit99(f) || mentions(text, "exhibit") || speaks(text) && holdsDate(text) {
		return
	}
	message := "The Rule 10b5-1(c) box is set, but no footnote or remark speaks of the plan and the day of its adoption."
	if len(evidence) > 0 {
		message = "The Rule 10b5-1(c) box is set, but the footnotes do not give the day on which the plan was adopted."
	}
	addFinding(f, ownership.RulePlanBoxNoDate, ownership.Finding{Message: message,
		Paths: []string{"plan10b51"}, Evidence: evidence})
}

// planWithoutTrade tells of a box that is set where no transaction is of a kind
// that plans make: plan-box-unrelated-codes.
func planWithoutTrade(f *ownership.Filing) {
	var codes []string
	for _, table := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range table {
			if table[i].Kind != ownership.Transaction {
				continue
			}
			switch code := &table[i].Transaction.Code; {
			case !code.IsKnown(), strings.Contains("PSFMG", code.V):
				return
			default:
				if len(codes) < 5 && !strings.Contains(strings.Join(codes, " "), code.V) {
					codes = append(codes, code.V)
				}
			}
		}
	}
	if len(codes) > 0 {
		report(f, ownership.RulePlanBoxUnrelatedCodes,
			fmt.Sprintf("The Rule 10b5-1(c) box is set, but the only codes are %s: none is of a purchase, sale, gift, exercise or withholding.", wording.Clip(strings.Join(codes, ", "))), "plan10b51")
	}
}

// planNotes yields the notes that name the rule on plans, with the part of each text that
// is looked at.
func planNotes(f *ownership.Filing) iter.Seq2[*ownership.Footnote, string] {
	return func(yield func(*ownership.Footnote, string) bool) {
		seen := 0
		for i := range f.Footnotes {
			n := &f.Footnotes[i]
			text := clipNote(n.Text.V)
			if !namesPlanRule(text) {
				continue
			}
			if seen++; seen > maxPlanNotes || !yield(n, text) {
				return
			}
		}
	}
}

// planWithoutBox tells of a box that says no where a note on a transaction says
// that it was made under a plan: plan-footnote-no-box. The narrow reading: the
// note says so in one sentence without a denial, the line is dated on or after the
// day the box came to be required, and no date of the note lies before the rule
// was amended, since the box asks for plans under the amended rule.
func planWithoutBox(f *ownership.Filing) {
	for n, text := range planNotes(f) {
		words := madeUnderPlan(text)
		if words == "" || datedBefore(text, planRuleAmended) {
			continue
		}
		path := ""
		for l := range citing(f, n.ID) {
			if l.r.Transaction.Date.V.Compare(planBoxRequired) >= 0 {
				path = l.path("transaction.date")
				break
			}
		}
		if path == "" {
			continue
		}
		addFinding(f, ownership.RulePlanFootnoteNoBox, ownership.Finding{
			Message: fmt.Sprintf("Footnote %s says that the transaction was made under a Rule 10b5-1 plan, but the box says no.", wording.Clip(n.ID)),
			Paths:   []string{"plan10b51", path}, Evidence: []string{strings.ToValidUTF8(words[:min(len(words), 300)], "")}})
		return
	}
}

// maxPlanNotes bounds the notes on plans that are looked at.
const maxPlanNotes = 100

// citing yields the transactions with a date that cite a note.
func citing(f *ownership.Filing, id string) iter.Seq[line] {
	return func(yield func(line) bool) {
		for t, table := range [...][]ownership.Row{f.TableI, f.TableII} {
			for i := range table {
				r := &table[i]
				if r.Kind != ownership.Transaction || !r.Transaction.Date.IsKnown() {
					continue
				}
				for _, c := range r.Readings() {
					if slices.Contains(c.Notes, id) {
						if !yield(line{f, r, [...]string{"tableI", "tableII"}[t], i}) {
							return
						}
						break
					}
				}
			}
		}
	}
}

// madeUnderPlan returns the sentence of a note that says that a transaction was
// made under a Rule 10b5-1 plan, or "".
func madeUnderPlan(text string) string {
	for text != "" {
		sentence := text
		if i := strings.Index(text, ". "); i >= 0 {
			sentence, text = text[:i+1], text[i+2:]
		} else {
			text = ""
		}
		at := strings.Index(sentence, "10b5")
		if at < 0 {
			at = strings.Index(sentence, "10B5")
		}
		if at < 0 {
			continue
		}
		before := sentence[:at]
		under := -1
		for _, w := range [...]string{"pursuant to", "under", "in accordance with", "in compliance with"} {
			if i := wholeWordAt(before, w); i >= 0 && (under < 0 || i < under) {
				under = i
			}
		}
		if under < 0 || !hasWord(before[:under], "transaction", "transactions", "sale", "sales", "sold", "purchase", "purchases", "purchased",
			"disposition", "dispositions", "trade", "trades", "exercise", "exercises", "exercised", "effected", "executed", "made") {
			continue
		}
		if hasWord(sentence, "not", "no", "terminated", "termination", "cancelled", "canceled", "expired", "other than", "except", "outside",
			"without", "separate", "another", "previously", "prior", "will", "would", "future", "until", "if") || saysMay(sentence) || strings.Contains(sentence, "n't ") {
			continue
		}
		return sentence
	}
	return ""
}

// saysMay reports whether a text has the word "may" and not the month in its place.
func saysMay(text string) bool {
	for i := wordAt(text, "may", 0); i >= 0; i = wordAt(text, "may", i+1) {
		end := i + len("may")
		if _, month := notetext.DateAt(text, i); !month && (end == len(text) || !char.IsWordByte(text[end])) {
			return true
		}
	}
	return false
}

// coolingOffDays is the shortest time between adoption and first trade under Rule
// 10b5-1(c)(1)(ii)(B)(1) for directors and officers.
const coolingOffDays = 90

// coolingOff tells of a first trade sooner after the adoption of its plan than the
// rule lets directors and officers: plan-cooling-off-short. The narrow reading:
// one owner, who is a director or officer; a note on the P or S line itself that
// names the rule, one date, and "adopted" or "entered into" before it; adopted
// under the amended rule, never modified.
func coolingOff(f *ownership.Filing) {
	if len(f.Owners) != 1 {
		return
	}
	if r := &f.Owners[0].Relationship; !(r.IsDirector.IsKnown() && r.IsDirector.V) && !(r.IsOfficer.IsKnown() && r.IsOfficer.V) {
		return
	}
	var first ownership.Finding
	var on ownership.Date // the first transaction of all plans
	for n, text := range planNotes(f) {
		adopted, words, ok := adoption(text)
		if !ok || adopted.Compare(planRuleAmended) < 0 || madeUnderPlan(text) == "" {
			continue
		}
		d, path := firstTrade(f, n.ID)
		if d.IsZero() || adopted.Compare(d) > 0 || !d.AddDays(0).Before(adopted.AddDays(coolingOffDays)) || !on.IsZero() && d.Compare(on) >= 0 {
			continue
		}
		days := int(d.AddDays(0).Sub(adopted.AddDays(0)).Hours() / 24)
		on, first = d, ownership.Finding{
			Message: fmt.Sprintf("The plan was adopted on %s and traded on %s, %d days later; directors and officers wait at least %d days.", adopted, d, days, coolingOffDays),
			Paths:   []string{path}, Evidence: []string{words}}
	}
	if first.Message != "" {
		addFinding(f, ownership.RulePlanCoolingOffShort, first)
	}
}

// firstTrade returns the earliest date of the P and S lines that cite a note, and
// its path.
func firstTrade(f *ownership.Filing, id string) (first ownership.Date, path string) {
	for l := range citing(f, id) {
		t := &l.r.Transaction
		if (t.Code.V == "P" || t.Code.V == "S") && (first.IsZero() || t.Date.V.Compare(first) < 0) {
			first, path = t.Date.V, l.path("transaction.date")
		}
	}
	return first, path
}

// adoption returns the day on which a note says that its plan was adopted, and the
// words that say so: the one date of the note.
func adoption(text string) (d ownership.Date, words string, ok bool) {
	if mentions(text, "amend", "modif", "terminat", "renew", "replac", "restat") {
		return d, "", false
	}
	found := 0
	for day := range notetext.Dates(text) {
		if found++; found > 1 || day.Date.Day == 0 {
			return ownership.Date{}, "", false
		}
		before := text[max(0, day.From-90):day.From]
		if i := strings.LastIndex(before, ". "); i >= 0 {
			before = before[i+2:]
		}
		at := -1
		for _, w := range [...]string{"adopted", "entered into", "established"} {
			at = max(at, wordAt(before, w, 0))
		}
		if at < 0 {
			return ownership.Date{}, "", false
		}
		d, words = day.Date, strings.TrimSpace(before[at:]+text[day.From:day.To])
	}
	return d, words, found == 1
}

// holdsDate reports whether a text gives a date or at least a month of a year.
func holdsDate(text string) bool {
	for range notetext.Dates(text) {
		return true
	}
	return false
}

// datedBefore reports whether a text gives a date before d.
func datedBefore(text string, d ownership.Date) bool {
	for w := range notetext.Dates(text) {
		if w.Date.Compare(d) < 0 {
			return true
		}
	}
	return false
}
