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
