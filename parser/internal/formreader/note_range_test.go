package formreader

import (
	"strings"
	"testing"
)

func TestRangesIn(t *testing.T) {
	for text, want := range map[string]string{
		"These shares were sold at prices ranging from $6.65 to $6.86, inclusive.":              "6.65 6.86",
		"The price range is between $1,020.000 and $1,020.990.":                                 "1020.000 1020.990",
		"prices ranging from $1,139.050 to $1,139,620, inclusive":                               "1139.050 1139.620",
		"prices ranging from $1,143,370 to $1,144,050, inclusive":                               "1143370 1144050; 1143.370 1144.050",
		"Sold at prices from $6.65 to $6.86 and from $7.00 to $7.10.":                           "",
		"Represents shares sold to cover taxes in accordance with a plan adopted on 01/02/2020": "",
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

// TestLinkRanges: a price without a readable mark cites the one note whose range holds
// it, and says why; one that two notes may be of cites none.
func TestLinkRanges(t *testing.T) {
	text := header + "Table I - Non-Derivative Securities\n" + headsI +
		"Common Stock, \\$.01par value\t103/05/2012 IVI 14.0001A\t\t\\$ 0.75\t2,163,085\tD\t\t\t\t\t\n" +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 12.50 (S)\t96,000\tD\t\n" +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 15.50 (S)\t92,000\tD\t\n" +
		"Signatures\nBy: /s/ Odile M. Ferrand\t03/07/2012\n**Signature of Reporting Person\tDate\n\nExplanation of Responses:\n" +
		"(1) An average of prices ranging from $12.40 to $12.60.\n(2) An average of prices ranging from $15.10 to $15.80.\n(3) An average of prices ranging from $15.20 to $15.90.\nNote: File three copies of this Form.\n"
	f := readOne(t, text)
	if len(f.TableI) != 3 {
		t.Fatalf("%d lines", len(f.TableI))
	}
	if v := f.TableI[1].Transaction.Price; len(v.Notes) != 1 || v.Notes[0] != "F1" || len(v.Repairs) == 0 {
		t.Errorf("%+v", v)
	}
	if v := f.TableI[2].Transaction.Price; len(v.Notes) != 0 {
		t.Errorf("two notes fit, and %v is cited", v.Notes)
	}
}
