package filing

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

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
