package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// stated writes a value that is known, else its state, and its notes.
func stated[T any](v *ownership.Value[T]) string {
	s := fmt.Sprint(v.V)
	if v.State != ownership.Known {
		if s = strings.ToLower(v.State.String()); v.Raw != "" {
			s += " " + v.Raw
		}
	}
	if len(v.Notes) > 0 {
		s += " [" + strings.Join(v.Notes, " ") + "]"
	}
	return s
}

// sourceOf makes a document of one line, so that cells keep what is printed in them.
func sourceOf(text string) *document {
	return &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{Source: ownership.Source{Text: text}}}
}

// cellsOfText makes the cells of a line with bars between, whose words stand where they
// stand in the text.
func cellsOfText(text string) []printed.Cell {
	var line []printed.Cell
	at := 0
	for _, s := range strings.Split(text, "|") {
		c := printed.Cell{Words: words(s, at)}
		if len(c.Words) > 0 {
			c.Lines = [][]sheet.Word{c.Words}
		}
		line, at = append(line, c), at+len(s)+1
	}
	return line
}

// TestCoding: a code may have before it the form that the transaction was due on, as Form 5
// prints it, and after it K for an equity swap or V for one that is reported early (Form 4
// General Instruction 8). A form's number alone is the form of a holding.
func TestCoding(t *testing.T) {
	columns := []form.Column{form.ColCode, form.ColV}
	for _, c := range []struct {
		line                   string
		transaction            bool
		code, form, swap, time string
	}{
		{"S|", true, "S", "absent", "absent", "absent"},
		{"S/K|", true, "S", "absent", "true", "absent"},
		{"SK|", true, "S", "absent", "true", "absent"},
		{"4S|", true, "S", "4", "absent", "absent"},
		{"4 S|", true, "S", "4", "absent", "absent"},
		{"4|", true, "absent", "4", "absent", "absent"},
		{"3|", false, "absent", "3", "absent", "absent"},
		{"SV|", true, "S", "absent", "absent", "E"},
		{"S V|", true, "S", "absent", "absent", "E"},
		{"5S/KV|", true, "S", "5", "true", "E"},
		{"S|V", true, "S", "absent", "absent", "E"},
		{"S|L", true, "S", "absent", "absent", "L"},
		{"S|x", true, "S", "absent", "absent", "malformed x"},
		{"?!|", true, "malformed ?!", "absent", "absent", "absent"},
		{"SS|", true, "malformed SS", "absent", "absent", "absent"},
		{"|", true, "blank", "absent", "absent", "absent"},
		{"|", false, "absent", "absent", "absent", "absent"},
		{"|V", true, "blank", "absent", "absent", "E"},
	} {
		var row ownership.Row
		if row.Kind = ownership.Holding; c.transaction {
			row.Kind = ownership.Transaction
		}
		r := &tableReader{document: sourceOf(c.line)}
		r.coding(&row, columns, cellsOfText(c.line))
		tr := &row.Transaction
		got := [4]string{stated(&tr.Code), stated(&row.FormType), stated(&tr.EquitySwapInvolved), stated(&tr.Timeliness)}
		if want := [4]string{c.code, c.form, c.swap, c.time}; got != want {
			t.Errorf("%q: %q, want %q", c.line, got, want)
		}
	}
}

// TestCodingNotes: a mark beside a code is of the code, one alone is of a code that is not
// there, and one in the column of early reports stays there.
func TestCodingNotes(t *testing.T) {
	columns := []form.Column{form.ColCode, form.ColV}
	for _, c := range []struct {
		line       string
		mark       int
		code, time string
	}{
		{"S|", 0, "S [F1]", "absent"},
		{"|", 0, "blank [F1]", "absent"},
		{"S|", 1, "S", "blank [F1]"},
		{"4|", 0, "absent", "absent"},
	} {
		line := cellsOfText(c.line)
		line[c.mark].Notes = []string{"F1"}
		var row ownership.Row
		(&tableReader{document: sourceOf(c.line)}).coding(&row, columns, line)
		if got := [2]string{stated(&row.Transaction.Code), stated(&row.Transaction.Timeliness)}; got != [2]string{c.code, c.time} {
			t.Errorf("%q: %q", c.line, got)
		}
		if c.line == "4|" && stated(&row.FormType) != "4 [F1]" {
			t.Errorf("the form is %s", stated(&row.FormType))
		}
	}
}

// TestSharesOrValue: an amount with a dollar sign is a value, one without is a number of
// shares (Form 4, columns 5 and 7); what is neither is an amount that is not read.
func TestSharesOrValue(t *testing.T) {
	for text, want := range map[string][2]string{
		"4,000":   {"4000", "absent"},
		"$ 4,000": {"absent", "4000"},
		"$4,000":  {"absent", "4000"},
		"":        {"blank", "absent"},
		"-":       {"blank -", "absent"},
		"all":     {"malformed all", "absent"},
	} {
		r := &tableReader{document: sourceOf(text)}
		var shares, value ownership.Value[ownership.Decimal]
		cell := cellsOfText(text)[0]
		sharesOrValue(r, &shares, &value, &cell)
		if got := [2]string{stated(&shares), stated(&value)}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		// The amount of a transaction goes the same way.
		var trade ownership.Trade
		amountOf(r, &trade, &cell, true)
		if got := [2]string{stated(&trade.Shares), stated(&trade.TotalValue)}; got != want {
			t.Errorf("a transaction of %q: %q, want %q", text, got, want)
		}
	}
	var trade ownership.Trade
	if amountOf(&tableReader{document: sourceOf("")}, &trade, &printed.Cell{}, false); trade.Shares.State != ownership.Absent {
		t.Errorf("a holding has the amount %s", stated(&trade.Shares))
	}
}

// TestRowAsPrinted: a line of Table I and one of Table II, cell by cell; a cell that the
// form has and in which nothing stands is blank, one that it has not is absent.
func TestRowAsPrinted(t *testing.T) {
	first := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership, form.ColNature}
	second := []form.Column{form.ColTitle, form.ColExercisePrice, form.ColDate, form.ColDeemed, form.ColCode, form.ColAcquired, form.ColDisposed, form.ColExercisable, form.ColExpiration, form.ColUnderlyingTitle, form.ColUnderlyingAmount, form.ColPrice, form.ColOwnership, form.ColNature}
	for _, c := range []struct {
		name, line string
		columns    []form.Column
		want       string // kind; title, date, deemed, price, strike, exercisable, expiration, underlying and how much, following, D or I, nature
	}{
		{"a sale", "Stock|03/05/2012|S|4,000|D|$12.50|96,000|D|", first,
			"transaction; Stock; 2012-03-05; absent; 12.50; absent; absent; absent; absent; absent; 96000; D; blank"},
		{"a holding", "Stock||||||96,000|I|By Trust", first,
			"holding; Stock; absent; absent; absent; absent; absent; absent; absent; absent; 96000; I; By Trust"},
		{"a holding with a price", "Stock|||||$12.50|96,000|I|By Trust", first,
			"holding; Stock; absent; absent; 12.50; absent; absent; absent; absent; absent; 96000; I; By Trust"},
		{"a deemed date", "Option|$1|03/05/2012|03/06/2012|M|4,000||03/05/2002|03/05/2013|Stock|4,000|$0|D|", second,
			"transaction; Option; 2012-03-05; 2012-03-06; 0; 1; 2002-03-05; 2013-03-05; Stock; 4000; absent; D; blank"},
		{"an option without dates", "Option|$1|03/05/2012||M|4,000||||Stock|4,000|||", second,
			"transaction; Option; 2012-03-05; blank; blank; 1; blank; blank; Stock; 4000; absent; blank; blank"},
		{"a held option", "Option|$1||||||03/05/2002|03/05/2013|Stock|4,000||D|", second,
			"holding; Option; absent; absent; absent; 1; 2002-03-05; 2013-03-05; Stock; 4000; absent; D; blank"},
	} {
		r := &tableReader{document: sourceOf(c.line)}
		r.sheet.Blocks = []sheet.Block{{}} // the source says which cells there are
		row, ok := r.row(c.columns, cellsOfText(c.line), len(c.columns) == len(second))
		kind := "holding"
		if row.Kind == ownership.Transaction {
			kind = "transaction"
		}
		tr := &row.Transaction
		got := strings.Join([]string{kind, stated(&row.SecurityTitle), stated(&tr.Date), stated(&tr.DeemedExecutionDate), stated(&tr.Price), stated(&row.ConversionOrExercisePrice),
			stated(&row.ExerciseDate), stated(&row.ExpirationDate), stated(&row.UnderlyingTitle), stated(&row.UnderlyingShares), stated(&row.SharesFollowing), stated(&row.Ownership), stated(&row.NatureOfOwnership)}, "; ")
		if !ok || got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
		if row.At.Start != 0 || int(row.At.End) != len(strings.TrimRight(c.line, "|")) {
			t.Errorf("%s: the line is at %v", c.name, row.At)
		}
	}
	if _, ok := (&tableReader{document: sourceOf("")}).row(first, cellsOfText("||||||||"), false); ok {
		t.Error("a line in which nothing stands is one")
	}
	if row, ok := (&tableReader{document: sourceOf("")}).row(first[:2], cellsOfText("||(1)"), false); !ok || row.Kind != ownership.Holding {
		t.Errorf("a line with a mark beside its columns: %t", ok)
	}
}
