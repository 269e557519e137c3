package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// cellLine makes the cells of a line of a table, with bars between.
func cellLine(s string) []printed.Cell {
	var line []printed.Cell
	for _, text := range strings.Split(s, "|") {
		c := printed.Cell{Words: words(text, 0)}
		if len(c.Words) > 0 {
			c.Lines = [][]sheet.Word{c.Words}
		}
		line = append(line, c)
	}
	return line
}

// cellsShown gives cells with bars between, > after one that was moved, = after one that
// was cut, and its notes.
func cellsShown(line []printed.Cell) string {
	var got []string
	for _, c := range line {
		s := printed.Joined(c.Words)
		if len(c.Notes) > 0 {
			s += "[" + strings.Join(c.Notes, " ") + "]"
		}
		if c.Moved {
			s += ">"
		}
		if c.Parted {
			s += "="
		}
		got = append(got, s)
	}
	return strings.Join(got, "|")
}

// TestPairAmounts: text forms before 2003 print what was acquired and what was disposed of
// in one cell, a dash for none, and (A) and (D) beside them.
func TestPairAmounts(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"12,000 -|A,D", "12,000|A"},
		{"- 12,000|A/D", "12,000|D"},
		{"12,000 -|A D", "12,000|A"},
		{"12,000 3,000|A,D", "12,000 3,000|A,D"}, // nothing tells which
		{"- -|A,D", "- -|A,D"},
		{"12,000|A,D", "12,000|A,D"},
		{"12,000 - -|A,D", "12,000 - -|A,D"},
		{"12,000 -|A", "12,000 -|A"},
		{"12,000 -|A,D,A", "12,000 -|A,D,A"},
		{"-|—", "|"},
	} {
		line := cellLine(c.line)
		pairAmounts(&line[0], &line[1])
		if got := cellsShown(line); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

// TestIsTransaction: a line with a date, a code, an amount or a side is a transaction, the
// others are holdings (Form 4 General Instruction 4(a)(i)); a form's number among the
// codes is no code.
func TestIsTransaction(t *testing.T) {
	first := []form.Column{form.ColTitle, form.ColDate, form.ColDeemed, form.ColCode, form.ColV, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing}
	second := []form.Column{form.ColTitle, form.ColExercisePrice, form.ColDate, form.ColCode, form.ColAcquired, form.ColDisposed, form.ColExpiration}
	r := &tableReader{document: &document{}}
	for _, c := range []struct {
		columns []form.Column
		line    string
		want    bool
	}{
		{first, "Stock||||||||100", false},
		{first, "Stock|03/05/2012|||||||100", true},
		{first, "Stock|||S|||||100", true},
		{first, "Stock|||4|||||100", false},
		{first, "Stock|03/05/2012||4|||||100", true},
		{first, "Stock|||?!|||||100", true}, // not read, but there
		{first, "Stock|||||40|||100", true},
		{first, "Stock||||||D||100", true},
		{first, "Stock|||||||$ 4|100", false},
		{first, "Stock|||||", false},
		{second, "Option|$ 4|||||03/05/2012", false},
		{second, "Option|$ 4|||40||03/05/2012", true},
		{second, "Option|$ 4||||40|03/05/2012", true},
		{second, "Option|$ 4|03/05/2002||||03/05/2012", true},
	} {
		if got := r.isTransaction(c.columns, cellLine(c.line)); got != c.want {
			t.Errorf("%q: %t, want %t", c.line, got, c.want)
		}
	}
	noted := cellLine("Stock||||||||100")
	if noted[5].Notes = []string{"F1"}; !r.isTransaction(first, noted) {
		t.Error("a mark in the column of amounts is of no transaction")
	}
}

// TestQuantity: in Table II the column that is filled says whether securities were
// acquired or disposed of; where both are, nothing does.
func TestQuantity(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColCode, form.ColAcquired, form.ColDisposed}
	for _, c := range []struct{ line, shares, side string }{
		{"Option|A|40|", "40", "A"},
		{"Option|M||40", "40", "D"},
		{"Option|M|-|40", "40", "D"},
		{"Option|A|40|-", "40", "A"},
		{"Option|A|40|30", "Malformed", "Malformed"},
		{"Option|A||", "Blank", "Blank"},
	} {
		r := &tableReader{document: &document{f: &ownership.Filing{}}}
		row := ownership.Row{Kind: ownership.Transaction}
		r.quantity(&row, columns, cellLine(c.line))
		shares, side := row.Transaction.Shares.V.String(), string(row.Transaction.AcquiredDisposed.V)
		if s := row.Transaction.Shares.State; s != ownership.Known {
			shares = s.String()
		}
		if s := row.Transaction.AcquiredDisposed.State; s != ownership.Known {
			side = s.String()
		}
		if !strings.EqualFold(shares, c.shares) || !strings.EqualFold(side, c.side) {
			t.Errorf("%q: %s %s, want %s %s", c.line, shares, side, c.shares, c.side)
		}
	}
	holding := ownership.Row{}
	r := &tableReader{document: &document{f: &ownership.Filing{}}}
	r.quantity(&holding, columns, cellLine("Option|||"))
	if s := holding.Transaction.Shares.State; s != ownership.Absent {
		t.Errorf("the amount of a holding is %v", s)
	}
}

// TestSpanning: a line's place holds all its words on the page where it begins.
func TestSpanning(t *testing.T) {
	at := func(start, end, page int32) ownership.Span {
		return ownership.Span{Start: start, End: end, Page: page}
	}
	for _, c := range []struct{ a, w, want ownership.Span }{
		{ownership.Span{}, at(5, 9, 1), at(5, 9, 1)},
		{at(5, 9, 1), at(12, 20, 1), at(5, 20, 1)},
		{at(12, 20, 1), at(5, 9, 1), at(5, 20, 1)},
		{at(5, 9, 1), at(1, 20, 2), at(5, 9, 1)},
	} {
		if got := spanning(c.a, c.w); got != c.want {
			t.Errorf("%v and %v: %v, want %v", c.a, c.w, got, c.want)
		}
	}
}
