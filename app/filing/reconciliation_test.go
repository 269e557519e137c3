package filing

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/ledger"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// TestMarks: each line that the ledger knows has its mark, and the words of a note
// are lit where they stand, and only there.
func TestMarks(t *testing.T) {
	f := long(2)
	f.Footnotes[0].Text.V = "Includes 312 shares."
	s := New(wire.Ref{File: 1}, f)
	evidence := ownership.Evidence{Path: "footnotes[0].text", Words: "312 shares", From: 9, To: 19}
	elsewhere := ownership.Evidence{Path: "footnotes[0].text", Words: "313 shares", From: 9, To: 19}
	s.tell(&wire.Reconciliation{
		Accounts: []wire.Summary{{AccountSummary: ownership.AccountSummary{ID: "x", Table: 1, Title: "Common Stock"}}},
		Lines:    []wire.ReconciledLine{{Line: ownership.Line{LineRef: ownership.LineRef{Path: "tableI[1]"}, LineFigures: ownership.LineFigures{State: ownership.Unexplained, Rule: ownership.RuleRollForward}}}},
		Words:    []ownership.Evidence{evidence, elsewhere},
	}, "")
	var l look
	s.drawAll(&l)
	l.open = []string{"tableI[1]"}
	got := app.HTMLString(s.lines(&s.tables[0], 0, 2, l.open))
	if strings.Count(got, `data-line-state="unexplained"`) != 1 || strings.Count(got, `id="why-tableI[1]"`) != 1 {
		t.Errorf("one mark and its evidence are wanted:\n%s", got)
	}
	if note := app.HTMLString(s.noteList(0, 1)); strings.Count(note, "<mark") != 1 || !strings.Contains(note, "312 shares") {
		t.Errorf("the words are not lit:\n%s", note)
	}
}

// TestTotals: what a class adds up to, never over classes or units.
func TestTotals(t *testing.T) {
	of := func(class, unit string, own ownership.DirectIndirect, n int64) wire.Summary {
		return wire.Summary{Class: class, AccountSummary: ownership.AccountSummary{
			Table: 1, Title: class, Unit: unit, Ownership: own, Closing: ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true},
		}}
	}
	rows := holdingRows([]wire.Summary{
		of("a", "shares", ownership.Direct, 1163085), of("b", "shares", ownership.Direct, 7),
		of("a", "shares", ownership.Indirect, 2042800), of("a", "dollars", ownership.Direct, 50), of("b", "shares", ownership.Indirect, 0),
	})
	var got []string
	for _, r := range rows {
		if r.class != nil {
			got = append(got, r.class.total())
		}
	}
	want := "1,163,085 direct + 2,042,800 indirect, in 2 accounts|7 direct, in 1 account|$50 direct, in 1 account"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

// TestStrengths: what is told and what is likely says so beside the explanation, in the
// mark and in the legend.
func TestStrengths(t *testing.T) {
	for strength, want := range map[ownership.Strength]string{
		ownership.StrengthProved: "Explained and proved",
		ownership.StrengthTold:   "Told by a note, amount not checked",
		ownership.StrengthLikely: "Likely explained",
	} {
		s := New(wire.Ref{File: 1}, long(1))
		s.tell(&wire.Reconciliation{
			Rates: ownership.Rates{Lines: 1, Explained: 1, Told: map[bool]int{true: 1}[strength == ownership.StrengthTold], Likely: map[bool]int{true: 1}[strength == ownership.StrengthLikely]},
			Lines: []wire.ReconciledLine{{Account: -1, Line: ownership.Line{LineRef: ownership.LineRef{Path: "tableI[0]"},
				LineFigures: ownership.LineFigures{State: ownership.Explained, Strength: strength, Rule: ownership.RuleMisprint, Explanation: "So it is."}}}},
			Findings: []ownership.LedgerFinding{
				ownership.RuleMisprint.LedgerFinding("So it is.", []ownership.LineRef{{Path: "tableI[0]"}}),
				ownership.RuleRollForward.LedgerFinding("Another rule's.", []ownership.LineRef{{Path: "tableI[0]"}}),
			},
		}, "")
		if n, want := strings.Count(app.HTMLString(s.ledger.findingList(0, 2)), want+"\n"), map[bool]int{true: 1}[strength != ownership.StrengthProved]; n != want {
			t.Errorf("%s: %d findings say so, want %d", strength, n, want)
		}
		row := app.HTMLString(s.lines(&s.tables[0], 0, 1, []string{"tableI[0]"}))
		if n := strings.Count(row, want); n != 3 { // the mark, its tip and the evidence
			t.Errorf("%s: the line says %q %d times, want 3:\n%s", strength, want, n, row)
		}
		if legend := app.HTMLString(s.legend.view(s.ledger.marks())); !strings.Contains(legend, want+": ") {
			t.Errorf("%s: the legend does not say what %q means:\n%s", strength, want, legend)
		}
	}
}

// TestHoldingsOfACopy: balances that stand in another file are not said to be this one's.
func TestHoldingsOfACopy(t *testing.T) {
	const own = "As this filing reports them."
	s := New(wire.Ref{File: 1}, long(1))
	places := []wire.Place{{Number: 0, Filing: ownership.LedgerFiling{Name: "first.xml"}}, {Number: 1, Filing: ownership.LedgerFiling{Name: "second.xml"}}}
	s.tell(&wire.Reconciliation{Self: 1, Same: 1, Places: places}, "")
	if got := s.ledger.holdingsSource(); got != own {
		t.Errorf("it says %q", got)
	}
	s.tell(&wire.Reconciliation{Self: 1, Same: 0, Places: places}, "")
	if got := s.ledger.holdingsSource(); got == own || !strings.Contains(got, "first.xml") {
		t.Errorf("of a copy it says %q", got)
	}
}

// TestHoldingsOrder: in a class accounts with unexplained lines come first, and say so.
func TestHoldingsOrder(t *testing.T) {
	of := func(id string, n int64, r ownership.Rates) wire.Summary {
		return wire.Summary{Rates: r, AccountSummary: ownership.AccountSummary{ID: id, Table: 1, Closing: ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}}}
	}
	s := New(wire.Ref{File: 1}, long(1))
	s.tell(&wire.Reconciliation{Accounts: []wire.Summary{
		of("whole", 5, ownership.Rates{Reconciled: 1}), of("gone", 0, ownership.Rates{Explained: 1}),
		of("likely", 5, ownership.Rates{Explained: 1, Likely: 1}), of("open", 0, ownership.Rates{Unexplained: 1}),
	}}, "")
	var got []string
	for _, h := range s.ledger.holdings[1:] {
		got = append(got, h.account.ID)
	}
	if want := "open likely gone whole"; strings.Join(got, " ") != want {
		t.Errorf("the order is %q, want %q", got, want)
	}
	list := app.HTMLString(s.ledger.holdingList(0, 5))
	for _, want := range []string{"with unexplained lines", "gaps likely explained", "gaps explained"} {
		if strings.Count(list, ">"+want+"<") != 1 {
			t.Errorf("the list does not say once %q:\n%s", want, list)
		}
	}
}

// TestSumInDoubt: a sum over balances that rest on figures in doubt says of how many, and so
// does each of these balances.
func TestSumInDoubt(t *testing.T) {
	of := func(n int64, doubted int) *wire.Summary {
		return &wire.Summary{AccountSummary: ownership.AccountSummary{Table: 1, Unit: "shares", Doubted: doubted, Ownership: ownership.Direct, Closing: ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}}}
	}
	for _, c := range []struct {
		accounts []*wire.Summary
		want     string
	}{
		{[]*wire.Summary{of(5, 0), of(7, 0)}, "12 direct, in 2 accounts"},
		{[]*wire.Summary{of(5, 3), of(7, 0)}, "12 direct, in 2 accounts; the figures of 1 account are not certain"},
		{[]*wire.Summary{of(0, 2)}, "none left; the figures of 1 account are not certain"},
	} {
		class := holdingClass{accounts: c.accounts}
		if got := class.total(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if a, b := ledger.Closing(of(5, 0)), ledger.Closing(of(5, 1)); a != "5" || b != "5 (not certain)" {
		t.Errorf("balances are %q and %q", a, b)
	}
}
