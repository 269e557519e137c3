package repair

import (
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// TestUnlined: ruled lines that a machine read as letters go from the ends of words;
// brackets that are whole, and bars that are all of a word, stay.
func TestUnlined(t *testing.T) {
	for text, want := range map[string]string{
		"Class A Common] Stock":       "Class A Common Stock",
		"|Common Stock":               "Common Stock",
		"Common| Stock}":              "Common Stock",
		"Units [Series A]":            "Units [Series A]",
		"Units [Series A]]":           "Units Series A]]", // which half is the line is not known
		"Units {Series A}, Common]":   "Units {Series A}, Common",
		"‘Common Stock":               "Common Stock",
		"'Common Stock":               "Common Stock",
		"Holders’ Units":              "Holders’ Units",
		"Holders' Units":              "Holders' Units",
		"‘Class A’ Units":             "‘Class A’ Units",
		"“Class A Units":              "Class A Units",
		"Option (right to buy)":       "Option (right to buy)",
		"Common | Stock":              "Common | Stock",        // a word of its own is left to those who know specks
		"Class A] Common Stock":       "Class A] Common Stock", // one letter with a line beside it may be another letter
		"Common Stock, $.01 per unit": "Common Stock, $.01 per unit",
		"Common / Ordinary":           "Common / Ordinary",
	} {
		if got := unlined(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLineOnTitles: two titles that a ruled line damaged alike do not confirm each other.
func TestLineOnTitles(t *testing.T) {
	lines := linesFor(t, entry{title: "Common] Stock"}, entry{title: "Common] Stock"})
	r := repairerOf(lines)
	r.repairTexts(lines)
	for i := range lines {
		v := &lines[i].Row.SecurityTitle
		if v.V != "Common Stock" || v.How != ownership.Repaired || v.Repairs[0].Cause != ownership.CauseRuledLine {
			t.Errorf("line %d: %s", i, told(v))
		}
	}
}

// TestMarkAlone: a note that an empty cell cites rests on what may be a speck, unless it is
// confirmed; an empty cell that cites none says nothing that could be wrong.
func TestMarkAlone(t *testing.T) {
	lines := linesFor(t, entry{title: "Common Stock", code: "S", shares: "5"}, entry{title: "Common Stock", code: "S", shares: "5"}, entry{title: "Common Stock", code: "S", shares: "5"})
	for i := range lines {
		lines[i].Row.NatureOfOwnership.State = ownership.Blank
	}
	lines[0].Row.NatureOfOwnership.Notes = []string{"F1"}
	lines[1].Row.NatureOfOwnership.Notes = []string{"F1"}
	r := repairerOf(lines)
	for i := range lines {
		r.f.TableI = append(r.f.TableI, *lines[i].Row)
	}
	for i := range lines {
		lines[i].Row = &r.f.TableI[i]
	}
	r.sure[&lines[1].Row.NatureOfOwnership.Reading] = true
	r.doubt(lines)
	for i, want := range []ownership.How{ownership.Guessed, ownership.Placed, ownership.Placed} {
		if v := &lines[i].Row.NatureOfOwnership; v.How != want && (want == ownership.Guessed || v.How == ownership.Guessed) {
			t.Errorf("line %d: %s", i, told(v))
		}
	}
}

// TestEmptyTrades: a line of a transaction of which neither day nor code nor amount is read
// is in doubt as a whole; one of which any is read is not; nor is a holding.
func TestEmptyTrades(t *testing.T) {
	for _, c := range []struct {
		name  string
		keep  func(*ownership.Row)
		doubt bool
	}{
		{"nothing", func(*ownership.Row) {}, true},
		{"a day", func(r *ownership.Row) { r.Transaction.Date.State = ownership.Known }, false},
		{"a code", func(r *ownership.Row) { r.Transaction.Code.State = ownership.Known }, false},
		{"a word of the head for a code", func(r *ownership.Row) { r.Transaction.Code.State = ownership.Malformed }, true},
		{"an amount", func(r *ownership.Row) { r.Transaction.Shares.State = ownership.Known }, false},
		{"an amount in dollars", func(r *ownership.Row) { r.Transaction.TotalValue.State = ownership.Known }, false},
		{"a mark for an amount", func(r *ownership.Row) { r.Transaction.Shares.Notes = []string{"F1"} }, true},
		{"a holding", func(r *ownership.Row) { r.Kind = ownership.Holding }, false},
	} {
		lines := linesFor(t, entry{title: "Common Stock", side: "I", following: "100"})
		row := lines[0].Row
		row.Transaction.Date = ownership.Value[ownership.Date]{Reading: ownership.Reading{State: ownership.Blank}}
		c.keep(row)
		doubtEmptyTrades(lines)
		for _, v := range []*ownership.Reading{&row.SecurityTitle.Reading, &row.Ownership.Reading, &row.SharesFollowing.Reading} {
			if (v.How == ownership.Guessed) != c.doubt {
				t.Errorf("%s: %+v", c.name, v)
			}
		}
		if row.NatureOfOwnership.How == ownership.Guessed {
			t.Errorf("%s: an empty cell is in doubt", c.name)
		}
	}
}

// TestMarksAlone: a mark that no other cell of its column has is in doubt, though the value
// beside it is confirmed; a mark that another cell of the column has, too, is not.
func TestMarksAlone(t *testing.T) {
	lines := linesFor(t, entry{title: "Common", price: "5"}, entry{title: "Common", price: "5"}, entry{title: "Common", price: "5"})
	for i, notes := range [][]string{{"F1"}, {"F1"}, {"F2"}} {
		h := &lines[i]
		h.Columns, h.Cells = []form.Column{form.ColTitle, form.ColPrice}, make([]printed.Cell, 2)
		h.Row.SecurityTitle.Notes = notes
	}
	lines[0].Row.Transaction.Price.Notes = []string{"F2"} // in another column
	r := repairerOf(lines)
	r.f.TableI = []ownership.Row{*lines[0].Row, *lines[1].Row, *lines[2].Row}
	for i := range lines {
		lines[i].Row = &r.f.TableI[i]
		r.sure[&lines[i].Row.SecurityTitle.Reading] = true
		r.sure[&lines[i].Row.Transaction.Price.Reading] = true
	}
	r.doubt(lines)
	for i, want := range []bool{false, false, true} {
		if v := &lines[i].Row.SecurityTitle; (v.How == ownership.Guessed) != want {
			t.Errorf("title %d: %s", i, told(v))
		}
	}
	for i, want := range []bool{true, false, false} {
		if v := &lines[i].Row.Transaction.Price; (v.How == ownership.Guessed) != want {
			t.Errorf("price %d: %s", i, told(v))
		}
	}
}
