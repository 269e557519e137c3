package honesty

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// sale is a filing of one sale of 100 shares, with the total that follows.
func sale(t *testing.T, name, issuer, day string, total int) *ownership.Filing {
	t.Helper()
	f, err := open(name, fmt.Sprintf(`<ownershipDocument><documentType>4</documentType><periodOfReport>%[2]s</periodOfReport><issuer><issuerCik>%[1]s</issuerCik></issuer>`+
		`<reportingOwner><reportingOwnerId><rptOwnerCik>0000000007</rptOwnerCik></reportingOwnerId></reportingOwner><nonDerivativeTable><nonDerivativeTransaction>`+
		`<securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>%[2]s</value></transactionDate><transactionCoding><transactionCode>S</transactionCode></transactionCoding>`+
		`<transactionAmounts><transactionShares><value>100</value></transactionShares><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>`+
		`<postTransactionAmounts><sharesOwnedFollowingTransaction><value>%[3]d</value></sharesOwnedFollowingTransaction></postTransactionAmounts>`+
		`<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>`+
		`<ownerSignature><signatureDate>%[2]s</signatureDate></ownerSignature></ownershipDocument>`, issuer, day, total))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestLeaveOneOut: without the first of three filings nothing is earlier; without the second
// the third does not follow; without the third nothing changes. An issuer with one filing has
// none to leave out.
func TestLeaveOneOut(t *testing.T) {
	l, err := LeaveOneOut([]*ownership.Filing{
		sale(t, "3.xml", "0000000001", "2024-03-05", 700), sale(t, "1.xml", "0000000001", "2024-01-09", 900),
		sale(t, "2.xml", "1", "2024-02-06", 800), sale(t, "other.xml", "0000000002", "2024-02-06", 500),
	})
	if err != nil {
		t.Fatal(err)
	}
	if l.Filings != 4 || l.Issuers != 1 || l.Runs != 3 {
		t.Errorf("%d filings, %d issuers, %d left out", l.Filings, l.Issuers, l.Runs)
	}
	explained := l.Count(Right) + l.Count(Refuted) + l.Count(NotJudged)
	if l.Affected != 2 || l.NothingEarlier != 1 || l.Unexplained+explained != 1 || l.Reconciled != 0 || l.Count(SplitOff) != 0 {
		t.Errorf("of the lines it says %+v", l)
	}
}

// TestSplitOff: a line that cannot be tested any more is split off if its account has lines
// of earlier filings that are still there.
func TestSplitOff(t *testing.T) {
	in := func(file, path, account string) report.Line {
		l := reconciled(path)
		l.File, l.Account = file, account
		return l
	}
	aside := in("early.xml", "tableI[0]", "one")
	aside.Uncounted = ownership.RuleAmendmentMerge
	left := &ownership.Filing{}
	left.Source.Name = "left.xml"
	for name, c := range map[string]struct {
		before []report.Line
		state  ownership.LineState
		rule   ownership.Rule
		want   string // the earlier line; "" if there is none
	}{
		"an earlier filing":          {[]report.Line{in("early.xml", "tableI[0]", "one"), in("left.xml", "tableI[0]", "one")}, ownership.Reconciled, ownership.RuleFirstSeen, "early.xml tableI[0]"},
		"two of them":                {[]report.Line{in("early.xml", "tableI[0]", "one"), in("early.xml", "tableI[1]", "one")}, ownership.Reconciled, ownership.RuleFirstSeen, "early.xml tableI[1]"},
		"the one left out alone":     {[]report.Line{in("left.xml", "tableI[0]", "one")}, ownership.Reconciled, ownership.RuleFirstSeen, ""},
		"its own filing":             {[]report.Line{in("a.xml", "tableI[0]", "one")}, ownership.Reconciled, ownership.RuleFirstSeen, ""},
		"another account":            {[]report.Line{in("early.xml", "tableI[0]", "two")}, ownership.Reconciled, ownership.RuleFirstSeen, ""},
		"a line that is not counted": {[]report.Line{aside}, ownership.Reconciled, ownership.RuleFirstSeen, ""},
		"it did not reconcile":       {[]report.Line{in("early.xml", "tableI[0]", "one")}, ownership.Unexplained, ownership.RuleFirstSeen, ""},
		"a copy":                     {[]report.Line{in("early.xml", "tableI[0]", "one")}, ownership.Reconciled, ownership.RuleHoldingRowDuplicate, ""},
	} {
		was := in("a.xml", "tableI[5]", "one")
		was.State = c.state
		now := line("tableI[5]", ownership.CannotBeTested, c.rule, "First seen.")
		later := in("later.xml", "tableI[0]", "one")
		j := judge{left: left, base: said(append(c.before, was, later))}
		at, ok := j.earlier(&now, &was)
		if got := strings.TrimSpace(at.File + " " + at.Path); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: the earlier line is %q, %t; want %q", name, got, ok, c.want)
		}
	}
}

// TestTables: what is printed, as the columns have it.
func TestTables(t *testing.T) {
	l := &LeftOut{Filings: 9, Issuers: 2, Runs: 8, Affected: 7, Unexplained: 2, NothingEarlier: 1, Reconciled: 1, Judged: []Judged{
		{"l.xml", "a.xml", "tableI[0]", ownership.RuleMisprint, Refuted, "It should be 5.", "it reconciles"},
		{"l.xml", "a.xml", "tableI[1]", ownership.RuleMisprint, Companion, "It goes on from 5.", "a.xml tableI[0]"},
		{"l.xml", "a.xml", "tableI[2]", ownership.RuleFirstSeen, SplitOff, "First seen.", "its account had b.xml tableI[0]"},
		{"l.xml", "b.xml", "tableI[0]", ownership.RuleMissingFiling, Right, "A filing is missing.", "of that time"},
		{"l.xml", "b.xml", "tableI[1]", ownership.RuleMissingFiling, NotJudged, "A filing is missing.", "no time named"},
		{"l.xml", "b.xml", "tableI[2]", ownership.RuleMissingFiling, Right, "A filing is missing.", "of that time"},
	}}
	o := &Outcome{Filings: 9, Lines: 30, Faults: []Fault{
		{WrongYear, "a.xml", "tableI[0]", "2021-01-02", "2020-01-02", Wrong, true, true, "a.xml tableI[1] missing-filing: A filing is missing."},
		{Dropped, "a.xml", "tableI[1]", "1234", "123", HiddenAsUntestable, false, false, "First seen."},
		{Dropped, "a.xml", "tableI[1]", "1234", "124", Wrong, false, false, "It should be 5."},
		{Dropped, "a.xml", "tableI[2]", "1234", "234", Named, true, false, "It should be 1,234."},
	}}
	var b strings.Builder
	if err := l.WriteText(&b, false); err != nil {
		t.Fatal(err)
	}
	if err := o.WriteText(&b, false); err != nil {
		t.Fatal(err)
	}
	want := `REFUTED  misprint  without l.xml
    a.xml tableI[0]: It should be 5.
    it reconciles
SPLIT OFF  first-seen  without l.xml
    a.xml tableI[2]: First seen.
    its account had b.xml tableI[0]

9 filings, 2 issuers with more than one, 8 left out

explanations that appear or change     all  right  refuted  not judged
missing-filing                           3      2        0           1
misprint                                 1      0        1           0
all rules                                4      2        1           1

refuted: 1 of 3 judged, 33.3 %
lines affected: 7 affected, 1 honest: nothing earlier, 2 honest: unexplained, 1 reconciled now, 1 split off
WRONG  year: 2021-01-02 -> 2020-01-02  a.xml tableI[0]
    a.xml tableI[1] missing-filing: A filing is missing.
HIDDEN as untestable  dropped: 1234 -> 123  a.xml tableI[1]
    First seen.
WRONG  dropped: 1234 -> 124  a.xml tableI[1]
    It should be 5.

9 filings, 30 lines to draw from, 4 faults

fault         all  named  unexplained  HIDDEN as untestable  HIDDEN as reconciled  WRONG  named too  blamed elsewhere
transposed      0      0            0                     0                     0      0          0                 0
dropped         3      1            0                     1                     0      1          0                 0
sign            0      0            0                     0                     0      0          0                 0
other total     0      0            0                     0                     0      0          0                 0
missing row     0      0            0                     0                     0      0          0                 0
year            1      0            0                     0                     0      1          1                 1
all             4      1            0                     1                     0      2          1                 1
`
	if got := b.String(); got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
	if l.RefutedShare() != 1.0/3 || o.Hidden() != 0.25 || o.Misexplained() != 0.25 {
		t.Errorf("the shares are %v, %v and %v", l.RefutedShare(), o.Hidden(), o.Misexplained())
	}
	b.Reset()
	if err := o.WriteText(&b, true); err != nil || !strings.Contains(b.String(), "named  dropped: 1234 -> 234  a.xml tableI[2]\n    It should be 1,234.\n") {
		t.Errorf("verbose, it says\n%s", &b)
	}
	if (&LeftOut{}).RefutedShare() != 0 || (&Outcome{}).Hidden() != 0 {
		t.Error("of nothing the shares are not 0")
	}
}
