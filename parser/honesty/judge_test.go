package honesty

import (
	"testing"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// TestJudge: what the filing left out says of an explanation.
func TestJudge(t *testing.T) {
	left := mustOpen(t, "left.xml", "0000000007", "2021-03-01")
	stays := mustOpen(t, "a.xml", "0000000007", "2021-06-01")
	stranger := mustOpen(t, "b.xml", "0000000008", "2021-06-01")
	change := func(file, account string, n int64) report.Line {
		l := report.Line{File: file, Path: "tableI[0]", Account: account, LineFigures: ownership.LineFigures{State: ownership.Reconciled}}
		l.Change = ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}
		return l
	}
	ofLeft := func(rule ownership.Rule, says string) report.Line {
		l := line("tableI[0]", ownership.Explained, rule, says)
		l.File = "left.xml"
		return l
	}
	in := func(file string, l report.Line) report.Line { l.File = file; return l }
	transfer := line("tableI[1]", ownership.Explained, ownership.RuleFormChangeGap, "500 went to the trust.")
	transfer.Residual = ownership.Amount{V: ownership.NewDecimal(-500, 0), Known: true}
	transfer.Evidence = []report.Evidence{{Place: report.Place{File: "a.xml", Path: "tableI[1].sharesFollowing"}}, {Place: report.Place{File: "a.xml", Path: "tableI[2].sharesFollowing"}}}
	trust := reconciled("tableI[2]")
	trust.Account = "trust"
	for name, c := range map[string]struct {
		now, was report.Line
		base     []report.Line // besides
		want     Verdict
	}{
		"a figure that reconciles": {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "The printed total 5 should be 6."), reconciled("tableI[1]"), nil, Refuted},
		"a figure called wrong alike": {line("tableI[1]", ownership.Explained, ownership.RuleDigitSlip, "It should be 6: one digit is wrong."),
			line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "The printed total 5 should be 6."), nil, Right},
		"another right figure": {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 6."),
			line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 7."), nil, Refuted},
		"a figure that stands": {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 6."),
			line("tableI[1]", ownership.Explained, ownership.RuleNoteOnTotal, "The note tells of it."), nil, Refuted},
		"a figure carried": {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 6."),
			line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It carries a slip."), nil, Right},
		"a figure left open": {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It should be 6."),
			line("tableI[1]", ownership.Unexplained, ownership.RuleRunningBalance, "It is off."), nil, NotJudged},
		"the other side":           {line("tableI[1]", ownership.Explained, ownership.RuleMisprint, "It goes on from 6."), reconciled("tableI[1]"), nil, Companion},
		"a filing of that time":    {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Filings are missing from 2021-02-01 to 2021-05-01."), reconciled("tableI[1]"), nil, Right},
		"a filing of another time": {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Filings are missing from 2021-04-01 to 2021-05-01."), reconciled("tableI[1]"), nil, Refuted},
		"a filing of others":       {in("b.xml", line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Filings are missing from 2021-02-01 to 2021-05-01.")), in("b.xml", reconciled("tableI[1]")), nil, Refuted},
		"a filing that the base misses too": {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Filings are missing from 2020-04-01 to 2020-05-01."), reconciled("tableI[1]"),
			[]report.Line{ofLeft(ownership.RuleMissingFiling, "From 2020-04-01 to 2020-05-01 there is none.")}, Right},
		"no time":          {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Filings are missing."), reconciled("tableI[1]"), nil, NotJudged},
		"a part":           {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Part 2 of 3 of 2021-03-01 is missing."), reconciled("tableI[1]"), nil, Right},
		"another part":     {line("tableI[1]", ownership.Explained, ownership.RuleMissingFiling, "Part 2 of 3 of 2021-06-01 is missing."), reconciled("tableI[1]"), nil, Refuted},
		"a move":           {transfer, reconciled("tableI[1]"), []report.Line{trust, change("left.xml", "one", -500), change("left.xml", "trust", 500)}, Right},
		"a move here":      {transfer, reconciled("tableI[1]"), []report.Line{trust, change("left.xml", "one", -500)}, Refuted},
		"a move of less":   {transfer, reconciled("tableI[1]"), []report.Line{trust, change("left.xml", "one", -400), change("left.xml", "trust", 400)}, Refuted},
		"a move left open": {transfer, line("tableI[1]", ownership.Unexplained, ownership.RuleRollForward, "It is off."), []report.Line{trust}, NotJudged},
		"a split": {line("tableI[1]", ownership.Explained, ownership.RuleSplitRatio, "A 2-for-1 split."), reconciled("tableI[1]"),
			[]report.Line{ofLeft(ownership.RuleSplitRatio, "It is a 2-for-1 split.")}, Right},
		"another split": {line("tableI[1]", ownership.Explained, ownership.RuleSplitRatio, "A 2-for-1 split."), reconciled("tableI[1]"),
			[]report.Line{ofLeft(ownership.RuleSplitRatio, "It is a 3-for-1 split.")}, Refuted},
		"late":         {line("tableI[1]", ownership.Explained, ownership.RuleForm5Catchup, "It is counted already."), reconciled("tableI[1]"), nil, Refuted},
		"another rule": {line("tableI[1]", ownership.Explained, ownership.RuleNoteOnTotal, "The note tells of it."), reconciled("tableI[1]"), nil, NotJudged},
	} {
		t.Run(name, func(t *testing.T) {
			j := judge{left: left, base: said(append([]report.Line{c.was}, c.base...)), now: said([]report.Line{c.now}),
				filings: map[string]*ownership.Filing{"a.xml": stays, "b.xml": stranger}}
			if got, why := j.explanation(&c.now, &c.was); got != c.want {
				t.Errorf("it is %s (%s), not %s", got, why, c.want)
			}
		})
	}
}

// mustOpen makes a filing of an owner and a day.
func mustOpen(t *testing.T, name, owner, day string) *ownership.Filing {
	t.Helper()
	f, err := open(name, `<ownershipDocument><documentType>4</documentType><periodOfReport>`+day+`</periodOfReport><issuer><issuerCik>0000000001</issuerCik></issuer>`+
		`<reportingOwner><reportingOwnerId><rptOwnerCik>`+owner+`</rptOwnerCik></reportingOwnerId></reportingOwner>`+
		`<ownerSignature><signatureDate>`+day+`</signatureDate></ownerSignature></ownershipDocument>`)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
