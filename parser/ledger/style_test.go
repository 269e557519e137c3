package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// statementOf gives the first statement of the first account: how its totals are read, its
// opening and closing balance, and the order of its lines.
func statementOf(rows ...ownership.Row) string {
	a := ledger.Reconcile([]*ownership.Filing{reportOn(9, rows...)}).Accounts[0]
	s := a.Statements[0]
	var order []string
	for _, line := range a.Lines[s.From:s.To] {
		order = append(order, strings.Trim(line.Path, "tableI[]"))
	}
	return fmt.Sprintf("%s %s-%s %s", s.Style, s.Opening, s.Closing, strings.Join(order, ""))
}

// TestReadingsOfTotals: filers print the total after each line, after all lines or after
// those of a day, in the order of the lines or against it (SECTION16.md, totals).
func TestReadingsOfTotals(t *testing.T) {
	none, running, final := ownership.Rule(0), ownership.RuleRunningBalance, ownership.RuleFinalTotalRepeated
	blocks, reverse := ownership.RuleDateBlockTotal, ownership.RuleReverseOrder
	for _, c := range []struct {
		name  string
		rows  []ownership.Row
		style ownership.Rule
		want  string
	}{
		{"one line", []ownership.Row{moved(0, "", "P", 100, 10_100)}, none, "10000-10100 0"},
		{"running", []ownership.Row{moved(0, "", "P", 100, 10_100), moved(0, "", "P", 50, 10_150)}, running, "10000-10150 01"},
		{"after all", []ownership.Row{moved(0, "", "P", 100, 10_150), moved(0, "", "P", 50, 10_150)}, final, "10000-10150 01"},
		{"after all, over two days", []ownership.Row{moved(0, "", "P", 100, 10_150), moved(1, "", "P", 50, 10_150)}, final, "10000-10150 01"},
		{"nothing is left", []ownership.Row{moved(0, "", "S", -100, 0), moved(0, "", "S", -50, 0)}, running, "100-0 01"}, // not 150
		{"after each day", []ownership.Row{moved(0, "", "P", 100, 10_150), moved(0, "", "P", 50, 10_150), moved(1, "", "P", 7, 10_157)}, blocks, "10000-10157 012"},
		{"after each day, out of order", []ownership.Row{moved(1, "", "P", 7, 10_157), moved(0, "", "P", 100, 10_150), moved(0, "", "P", 50, 10_150)}, blocks, "10000-10157 120"},
		{"newest first", []ownership.Row{moved(0, "", "P", 50, 10_150), moved(0, "", "P", 100, 10_100)}, reverse, "10000-10150 10"},
		{"by date", []ownership.Row{moved(1, "", "P", 50, 10_150), moved(2, "", "P", 7, 10_157), moved(0, "", "P", 100, 10_100)}, running, "10000-10157 201"},
		{"in another order of one day", []ownership.Row{moved(0, "", "P", 50, 10_150), moved(0, "", "P", 100, 10_100), moved(0, "", "P", 7, 10_157)}, running, "10000-10157 102"},
	} {
		want := fmt.Sprintf("%s %s", c.style, c.want)
		if got := statementOf(c.rows...); got != want {
			t.Errorf("%s: %s, want %s", c.name, got, want)
		}
	}
}

// TestHoldingsBesideTransactions: a line of a holding beside transactions says what is held
// after them, or before them where that alone agrees.
func TestHoldingsBesideTransactions(t *testing.T) {
	bought := moved(0, "", "P", 100, 10_100)
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want string // the order of the lines
	}{
		{"after", []ownership.Row{bought, heldBy("", 10_100)}, "01"},
		{"before", []ownership.Row{bought, heldBy("", 10_000)}, "10"},
		{"neither", []ownership.Row{bought, heldBy("", 10_050)}, "01"},
		{"both", []ownership.Row{bought, moved(0, "", "S", -100, 10_000), heldBy("", 10_000)}, "012"},
		{"one each", []ownership.Row{heldBy("", 10_100), bought, heldBy("", 10_000)}, "210"},
	} {
		got := statementOf(c.rows...)
		if got = got[strings.LastIndexByte(got, ' ')+1:]; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestFewestBreaks: where no reading of the totals runs, the one by date is taken if fewer
// lines break in it.
func TestFewestBreaks(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want string // the order of the lines
		open int
	}{
		{"by date", []ownership.Row{moved(1, "", "P", 50, 10_150), moved(0, "", "P", 100, 10_100), moved(2, "", "P", 10, 10_999)}, "102", 1},
		{"as they stand", []ownership.Row{moved(0, "", "P", 100, 10_100), moved(1, "", "P", 50, 10_999), moved(2, "", "P", 10, 11_009)}, "012", 1},
		{"as many", []ownership.Row{moved(2, "", "P", 10, 10_999), moved(0, "", "P", 100, 10_100), moved(1, "", "P", 50, 10_150)}, "012", 1},
	} {
		l := ledger.Reconcile([]*ownership.Filing{reportOn(9, c.rows...)})
		var order []string
		open := 0
		for _, line := range l.Accounts[0].Lines {
			order = append(order, strings.Trim(line.Path, "tableI[]"))
			if line.Residual.Known && line.Residual.V.Sign() != 0 {
				open++
			}
		}
		if got := strings.Join(order, ""); got != c.want || open != c.open {
			t.Errorf("%s: %s with %d breaks, want %s with %d", c.name, got, open, c.want, c.open)
		}
	}
}

// TestSumInDoubt: an account says how many of its lines have a figure that was not read for
// certain, or not at all, and each of these says so; a price, a date or a note in doubt says
// nothing of the balance.
func TestSumInDoubt(t *testing.T) {
	for name, c := range map[string]struct {
		doubt func(*ownership.Row)
		want  int
	}{
		"nothing":                     {func(*ownership.Row) {}, 0},
		"a guessed balance":           {func(r *ownership.Row) { r.SharesFollowing.How = ownership.Guessed }, 1},
		"a repaired amount":           {func(r *ownership.Row) { r.Transaction.Shares.How = ownership.Repaired }, 1},
		"a guessed sign":              {func(r *ownership.Row) { r.Transaction.AcquiredDisposed.How = ownership.Guessed }, 1},
		"a balance that is no number": {func(r *ownership.Row) { r.SharesFollowing.State = ownership.Malformed }, 1},
		"a guessed price":             {func(r *ownership.Row) { r.Transaction.Price.How = ownership.Guessed }, 0},
		"a repaired title":            {func(r *ownership.Row) { r.SecurityTitle.How = ownership.Repaired }, 0},
	} {
		rows := []ownership.Row{moved(0, "", "P", 100, 10_100), moved(0, "", "P", 50, 10_150)}
		c.doubt(&rows[1])
		l := ledger.Reconcile([]*ownership.Filing{reportOn(9, rows...)})
		doubted, said := 0, 0
		for _, a := range l.Accounts {
			doubted += a.Doubted
			for _, line := range a.Lines {
				if line.Doubted != (line.Path == "tableI[1]" && c.want > 0) {
					t.Errorf("%s: line %s in doubt: %t", name, line.Path, line.Doubted)
				}
				if strings.Contains(line.Explanation, "not read for certain") {
					said++
				}
			}
		}
		if doubted != c.want || said != c.want {
			t.Errorf("%s: %d lines are in doubt, and %d say so; want %d", name, doubted, said, c.want)
		}
	}
}
