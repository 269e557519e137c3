package honesty

import (
	"testing"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// said makes what a ledger says of some lines and findings.
func said(lines []report.Line, findings ...report.Finding) *ledger {
	l := &ledger{&report.Report{Lines: lines, Findings: findings}, map[report.Place]*report.Line{}, map[report.Place]int{}}
	for i := range lines {
		l.lines[placeOf(&lines[i])], l.order[placeOf(&lines[i])] = &lines[i], i
	}
	return l
}

func line(path string, state ownership.LineState, rule ownership.Rule, explanation string) report.Line {
	return report.Line{File: "a.xml", Path: path, Account: "one", LineFigures: ownership.LineFigures{State: state, Rule: rule, Explanation: explanation}}
}

func reconciled(path string) report.Line {
	return line(path, ownership.Reconciled, ownership.RuleRunningBalance, "It follows.")
}

// TestVerdict: what is said of a fault in tableI[1], whose total was 12,345, and the lines
// around it.
func TestVerdict(t *testing.T) {
	rest := func(l ...report.Line) []report.Line { return append(l, reconciled("tableI[3]")) }
	about := func(path string) []report.Place { return []report.Place{{File: "a.xml", Path: path}} }
	date := report.Finding{Rule: ownership.RuleTxnAfterSignature, Message: "It is dated after the signature.", About: about("tableI[1].transaction.date")}
	for name, c := range map[string]struct {
		kind      Kind
		was       string
		now       *ledger
		said      Said
		named     bool
		elsewhere bool
	}{
		"the right total": {Transposed, "12345", said(rest(
			line("tableI[1]", ownership.Explained, ownership.RuleDigitSlip, "The printed total 12,435 should be 12,345."),
			line("tableI[2]", ownership.Explained, ownership.RuleDigitSlip, "It goes on from 12,345."))), Named, true, false},
		"another total": {Transposed, "12345", said(rest(
			line("tableI[1]", ownership.Explained, ownership.RuleDigitSlip, "The printed total 12,435 should be 99,345."), reconciled("tableI[2]"))), Wrong, false, false},
		"the right total, and more": {Dropped, "12345", said(rest(
			line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 12,345."),
			line("tableI[2]", ownership.Explained, ownership.RuleMissingFiling, "A filing is missing."))), Wrong, true, false},
		"left open": {OtherTotal, "12345", said(rest(
			reconciled("tableI[1]"), line("tableI[2]", ownership.Unexplained, ownership.RuleRunningBalance, "It is off by 90."))), Open, false, false},
		"left open elsewhere": {OtherTotal, "12345", said([]report.Line{
			reconciled("tableI[1]"), reconciled("tableI[2]"), line("tableI[3]", ownership.Unexplained, ownership.RuleRunningBalance, "It is off by 90.")}), Open, false, true},
		"put away": {Dropped, "12345", said(rest(
			line("tableI[1]", ownership.CannotBeTested, ownership.RuleFirstSeen, "First seen."), reconciled("tableI[2]"))), HiddenAsUntestable, false, false},
		"not seen": {Dropped, "12345", said(rest(reconciled("tableI[1]"), reconciled("tableI[2]"))), HiddenAsReconciled, false, false},
		"figures of the same sentence": {Dropped, "12345", said(rest(reconciled("tableI[1]"), reconciled("tableI[2]"),
			line("tableI[4]", ownership.Explained, ownership.RuleNoteOnTotal, "The note tells of 700 from 2021-02-02."))), HiddenAsReconciled, false, false},
		"the sign": {WrongSign, "A", said(rest(
			line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It is marked disposed of (D), but the totals say acquired (A)."), reconciled("tableI[2]"))), Named, true, false},
		"the sign of another line": {WrongSign, "A", said(rest(
			reconciled("tableI[1]"), line("tableI[2]", ownership.Explained, ownership.RuleMisprint, "It is marked disposed of (D)."))), Wrong, false, false},
		"the year, by a finding": {WrongYear, "2021-02-03", said(rest(reconciled("tableI[1]"), reconciled("tableI[2]")), date), Named, true, false},
		"the year of another line": {WrongYear, "2021-02-03", said(rest(reconciled("tableI[1]"), reconciled("tableI[2]")),
			report.Finding{Rule: date.Rule, Message: date.Message, About: about("tableI[2].transaction.date")}), HiddenAsReconciled, false, false},
		"the missing row": {MissingRow, "700", said([]report.Line{ // the rows behind have moved up
			line("tableI[1]", ownership.Explained, ownership.RuleNoteOnTotal, "A line of 700 is not here."), reconciled("tableI[2]")}), Named, true, false},
		"a missing filing for the missing row": {MissingRow, "700", said([]report.Line{
			line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "A filing is missing: 700 more."), reconciled("tableI[2]")}), Wrong, false, false},
		"the missing row, moved up": {MissingRow, "700", said([]report.Line{
			line("tableI[1]", ownership.Unexplained, ownership.RuleRunningBalance, "It is off by 700."), reconciled("tableI[2]")}), Open, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			base := said([]report.Line{reconciled("tableI[0]"), reconciled("tableI[1]"), reconciled("tableI[2]"), reconciled("tableI[3]"),
				line("tableI[4]", ownership.Explained, ownership.RuleNoteOnTotal, "The note tells of 900 from 2020-01-01.")})
			trial := trial{kind: c.kind, was: c.was, key: report.Place{File: "a.xml", Path: "tableI[1]"}, behind: report.Place{File: "a.xml", Path: "tableI[2]"}, base: base, now: c.now}
			said, text, named, elsewhere := trial.verdict()
			if said != c.said || named != c.named || elsewhere != c.elsewhere {
				t.Errorf("it is %s (%s), named %t, elsewhere %t; want %s, %t, %t", said, text, named, elsewhere, c.said, c.named, c.elsewhere)
			}
		})
	}
}

// TestOldFinding: a finding that is there without the fault does not name it.
func TestOldFinding(t *testing.T) {
	f := report.Finding{Rule: ownership.RuleTxnAfterSignature, Message: "It is dated after the signature.", About: []report.Place{{File: "a.xml", Path: "tableI[0].transaction.date"}}}
	trial := trial{kind: WrongYear, was: "2021-02-03", key: report.Place{File: "a.xml", Path: "tableI[0]"}, base: said([]report.Line{reconciled("tableI[0]")}, f), now: said([]report.Line{reconciled("tableI[0]")}, f)}
	if said, text, _, _ := trial.verdict(); said != HiddenAsReconciled {
		t.Errorf("it is %s: %s", said, text)
	}
	trial.now = said([]report.Line{reconciled("tableI[0]")}, f, f)
	if said, text, _, _ := trial.verdict(); said != Named {
		t.Errorf("of a second one it is %s: %s", said, text)
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct {
		text, number string
		want         bool
	}{
		{"should be 345", "345", true}, {"345.", "345", true}, {"it is 12,345", "345", false}, {"it is 345,000", "345", false},
		{"12,345 and 345", "345", true}, {"3450", "345", false}, {"", "345", false},
	} {
		if got := mentions(c.text, c.number); got != c.want {
			t.Errorf("%q has %s: %t", c.text, c.number, got)
		}
	}
}
