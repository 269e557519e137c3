package account

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

func known(n int64) ownership.Amount {
	return ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}
}

// example is an account of three filings: the second leaves a gap, the third amends it.
func example() *wire.FullAccount {
	day := func(d uint8) ownership.Date { return ownership.Date{Year: 2024, Month: 3, Day: d} }
	line := func(filing int, path string, state ownership.LineState) ownership.Line {
		return ownership.Line{LineRef: ownership.LineRef{Filing: filing, Path: path}, LineFigures: ownership.LineFigures{Kind: ownership.Transaction, Code: "S", State: state}}
	}
	return &wire.FullAccount{
		Account: ownership.Account{
			AccountSummary: ownership.AccountSummary{ID: "a1", Table: 1, Title: "Common <b>Stock</b>", Unit: "shares", Ownership: ownership.Direct, Closing: known(1100)},
			Statements: []ownership.Statement{
				{Filing: 0, StatementFigures: ownership.StatementFigures{Date: day(1), Opening: known(0), Closing: known(1000), From: 0, To: 1}},
				{Filing: 1, StatementFigures: ownership.StatementFigures{Date: day(5), Opening: known(1200), Closing: known(1100), Gap: known(200), From: 1, To: 2}},
				{Filing: 2, StatementFigures: ownership.StatementFigures{Date: day(9), Opening: known(1100), Closing: known(1100), Gap: known(0), From: 2, To: 3}},
			},
			Lines: []ownership.Line{
				line(0, "tableI[0]", ownership.Reconciled), line(1, "tableI[0]", ownership.Reconciled), line(2, "tableI[1]", ownership.Unexplained),
			},
		},
		Places: []wire.Place{
			{Number: 0, Ref: wire.Ref{File: 1}, Filing: ownership.LedgerFiling{DocumentType: ownership.Form4, Amends: -1}},
			{Number: 1, Ref: wire.Ref{File: 2}, Filing: ownership.LedgerFiling{DocumentType: ownership.Form4, Amends: -1}},
			{Number: 2, Ref: wire.Ref{File: 3}, Filing: ownership.LedgerFiling{DocumentType: ownership.Form4A, Amends: 1}},
		},
	}
}

// TestView: every statement and every line has its row, each point of the plot leads to
// a line, and each line to the filing that it is of.
func TestView(t *testing.T) {
	s := State{page: newPage(example()), room: rowsAtOnce}
	for s.DrawMore() {
	}
	if !s.Complete() {
		t.Error("the account is not complete when all is drawn")
	}
	got := app.HTMLString(s.View(address.Address{Filing: wire.Ref{File: 1}, Account: "a1"}))
	for _, want := range []string{"Common &lt;b&gt;Stock&lt;/b&gt;, Direct", "← Back to the filing", "+200", "Form 4/A, amends Form 4", `href="#filing=3.0&at=cell-tableI[1]"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the account has no %q:\n%s", want, got)
		}
	}
	count := func(what string) int { return strings.Count(got, what) }
	if count("data-statement=") != 3 || count(`id="line-`) != 3 || count("data-point=") != 3 {
		t.Errorf("%d statements, %d lines and %d points are drawn, want 3 of each", count("data-statement="), count(`id="line-`), count("data-point="))
	}
	for _, link := range regexp.MustCompile(`href="#(line-\d+)"`).FindAllStringSubmatch(got, -1) {
		if !strings.Contains(got, `id="`+link[1]+`"`) {
			t.Errorf("the point's line %s is not there", link[1])
		}
	}
}

// TestMarks: what is most to be looked at decides a point's mark.
func TestMarks(t *testing.T) {
	pg := newPage(example())
	var got []string
	for i := range pg.Account.Statements {
		got = append(got, pg.mark(i))
	}
	if want := []string{"point", "gap", "broken"}; !slices.Equal(got, want) {
		t.Errorf("the marks are %q, want %q", got, want)
	}
	likely := &pg.Account.Lines[1]
	likely.State, likely.Strength = ownership.Explained, ownership.StrengthLikely
	if got, says := pg.mark(1), pg.statementWords(1); got != "likely" || !strings.Contains(says, "Gap of +200 to the filing before, likely explained.") {
		t.Errorf("a gap that is likely explained is marked %q and says %q", got, says)
	}
	pg.Account.Lines[2].State = ownership.Reconciled
	if got := pg.mark(2); got != "amended" {
		t.Errorf("an amendment that adds up is marked %q", got)
	}
}

// TestRoom: no more rows are drawn than there is room for, until more are asked for.
func TestRoom(t *testing.T) {
	f := example()
	for len(f.Account.Lines) <= rowsAtOnce {
		f.Account.Lines = append(f.Account.Lines, f.Account.Lines[0])
	}
	s := State{page: newPage(f), room: rowsAtOnce}
	for s.DrawMore() {
	}
	if s.lines != rowsAtOnce {
		t.Errorf("%d lines are drawn, want %d", s.lines, rowsAtOnce)
	}
	for s.More(); s.DrawMore(); {
	}
	if s.lines != len(f.Account.Lines) {
		t.Errorf("%d lines are drawn after more were asked for, want %d", s.lines, len(f.Account.Lines))
	}
}

// TestPlot: the axis has round steps around all balances, and a single statement has no
// plot.
func TestPlot(t *testing.T) {
	f := example()
	p := newPlot(newPage(f), false)
	if p == nil || p.low != 0 || p.high < 1200 || p.y(p.high) != plotTop || p.x(p.first) != plotLeft {
		t.Errorf("the plot is %+v", p)
	}
	f.Account.Statements = f.Account.Statements[:1]
	if newPlot(newPage(f), false) != nil {
		t.Error("one statement has a plot")
	}
}

// TestNotCertain: an account that is added up from a figure in doubt says so at its balance,
// at the filing and at the line; one that is not says nothing of it.
func TestNotCertain(t *testing.T) {
	for _, doubted := range []bool{false, true} {
		x := example()
		if doubted {
			x.Account.Doubted = 1
			x.Account.Lines[0].Doubted, x.Account.Lines[0].Explanation = true, "A figure of this line was repaired."
		}
		s := State{page: newPage(x), room: rowsAtOnce}
		for s.DrawMore() {
		}
		got := app.HTMLString(s.View(address.Address{Account: "a1"}))
		for _, words := range []string{"1 line has a figure that", ">" + notCertain + "<", "A figure of this line was repaired."} {
			if strings.Contains(got, words) != doubted {
				t.Errorf("in doubt is %t, and it says %q: %t", doubted, words, !doubted)
			}
		}
		if strings.Contains(s.page.statementWords(0), notCertain) != doubted || strings.Contains(s.page.statementWords(1), notCertain) {
			t.Errorf("of the filings it is said %q and %q", s.page.statementWords(0), s.page.statementWords(1))
		}
	}
}
