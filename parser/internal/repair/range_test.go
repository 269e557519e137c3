package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

func TestRangesIn(t *testing.T) {
	for text, want := range map[string]string{
		"These shares were sold at prices ranging from $6.65 to $6.86, inclusive.":              "6.65 6.86",
		"The price range is between $1,020.000 and $1,020.990.":                                 "1020.000 1020.990",
		"prices ranging from $1,139.050 to $1,139,620, inclusive":                               "1139.050 1139.620",
		"prices ranging from $1,143,370 to $1,144,050, inclusive":                               "1143370 1144050; 1143.370 1144.050",
		"Sold at prices from $6.65 to $6.86 and from $7.00 to $7.10.":                           "",
		"Represents shares sold to cover taxes in accordance with a plan adopted on 01/02/2020": "",
		"Sold at prices from $6.65 to $6.65.":                                                   "",
		"Sold at prices from $6.86 to $6.65.":                                                   "",
		"Sold at prices from $4.00 to $5.00.":                                                   "4.00 5.00", // as wide as a fourth of its lower end
		"Sold at prices from $4.00 to $5.01.":                                                   "",
		"Sold at prices from 6.65 to $6.86.":                                                    "",
		"to $6.86 at the price":                                                                 "",
		"The price was $6.65 to":                                                                "",
		"The option vests from 2020 to 2024 at a price of $5.":                                  "",
	} {
		got := ""
		for _, way := range rangesIn(text) {
			got += way[0].String() + " " + way[1].String() + "; "
		}
		if got = strings.TrimSuffix(got, "; "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestLinkRanges: a price without a mark cites the one note whose range holds it, if a mark
// is seen there or nothing else cites the note.
func TestLinkRanges(t *testing.T) {
	const a, b, wide = "Prices ranged from $6.50 to $6.90.", "Prices ranged from $7.00 to $7.50.", "Prices ranged from $6.00 to $7.00."
	for _, c := range []struct {
		name   string
		price  number
		notes  []string // F1, F2 …
		unread bool
		cited  string // by another cell
		want   string
	}{
		{"of the first note", "6.65", []string{a, b}, false, "", "F1"},
		{"of the second", "7.25", []string{a, b}, false, "", "F2"},
		{"the lower end", "6.50", []string{a, b}, false, "", "F1"},
		{"the upper end", "6.90", []string{a, b}, false, "", "F1"},
		{"below", "6.49", []string{a, b}, false, "", ""},
		{"above", "6.91", []string{a, b}, false, "", ""},
		{"of two notes", "6.65", []string{a, wide}, false, "", ""},
		{"of a note that another cell cites", "6.65", []string{a, b}, false, "F1", ""},
		{"where a mark is seen", "6.65", []string{a, b}, true, "F1", "F1"},
		{"no ranges", "6.65", []string{"Held by a trust."}, true, "", ""},
	} {
		lines := linesFor(t, entry{price: c.price}, entry{price: "1"})
		lines[0].Columns, lines[0].Cells = []form.Column{form.ColPrice}, []printed.Cell{{Unread: c.unread}}
		r := repairerOf(lines)
		for i, s := range c.notes {
			r.f.Footnotes = append(r.f.Footnotes, ownership.Footnote{ID: fmt.Sprintf("F%d", i+1), Text: knownAs(s)})
		}
		if c.cited != "" {
			r.f.Remarks.Reading = ownership.Reading{State: ownership.Known, Notes: []string{c.cited}}
		}
		r.linkRanges(lines)
		v := &lines[0].Row.Transaction.Price
		if got := strings.Join(v.Notes, " "); got != c.want || (v.How == ownership.Repaired) != (c.want != "") {
			t.Errorf("%s: %q, want %q; %s", c.name, got, c.want, told(v))
		}
		if other := &lines[1].Row.Transaction.Price; len(other.Notes) > 0 {
			t.Errorf("%s: a price far away cites %v", c.name, other.Notes)
		}
	}
}
