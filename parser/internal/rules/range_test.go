package rules

import (
	"testing"

	"filingview/parser/ownership"
)

// TestReadRange: which range, if any, a note on an average price gives.
func TestReadRange(t *testing.T) {
	for _, c := range []struct {
		text   string
		want   string // "lo hi", or "" for no range
		ranges int
		prices int
	}{
		{"average; prices ranging from $12.40 to $12.95, inclusive", "12.40 12.95", 1, 2},
		{"average; between $12.40 and $12.95", "12.40 12.95", 1, 2},
		{"average; between US$12.40 and US$12.95 per share", "12.40 12.95", 1, 2},
		{"average; between a low of $12.40 and a high of $12.95", "12.40 12.95", 1, 2},
		{"average; $12.40-$12.95", "12.40 12.95", 1, 2},
		{"average; $12.40 – $12.95", "12.40 12.95", 1, 2},
		{"average; $12.40 per share to $12.95 per share", "12.40 12.95", 1, 2},
		{"average; $12.40 through 12.95", "12.40 12.95", 1, 2},
		{"average; from 12.40 to 12.95", "12.40 12.95", 1, 2},
		{"average; $1,139.920 to $1,140.890", "1139.920 1140.890", 1, 2},
		{"average; $12 to $13", "12 13", 1, 2},
		{"AVERAGE PRICE, $12.40 TO $12.95", "12.40 12.95", 1, 2},

		{"average; $1,139.920 to $1,1140.890", "", 0, 1},                     // a misprint
		{"average; from $12.95 to $12.40", "", 0, 2},                         // the wrong way round
		{"average; sold at $12.40 and $12.95", "", 0, 2},                     // two prices, no range
		{"average; 100 shares at $12.40 and 200 shares at $12.95", "", 0, 2}, // amounts between
		{"average; from $1 to $2, and from $3 to $4", "1 2", 2, 4},           // of several the last counts for nothing
		{"average of 5% to 10% of the shares", "", 0, 0},                     // no prices
		{"average of footnotes (2) through (18)", "", 0, 0},                  // no prices
		{"average of the 10b5-1 plan of 2024-03-05", "", 0, 0},               // no prices
		{"average; no range", "", 0, 0},                                      //
		{"prices ranging from $12.40 to $12.95", "", 0, 0},                   // of no average
		{"average; from $12.40 to", "", 0, 1},                                // cut off
		{"average; $", "", 0, 0},                                             //
		{"average; from $12.40 to $999999999999999999999.99", "", 0, 1},      // more digits than a price has
		{"average; $12.40, $12.50 and $12.60", "", 0, 3},                     // a list
		{"average; sold on 03.05.2024 at 12.40", "", 0, 1},                   // a date is no price
		{"average of more than one trade from $12.40 to 20 days later", "", 0, 1},
	} {
		var r priceRange
		readRange(&r, c.text)
		have := ""
		if r.found > 0 {
			have = r.lo.String() + " " + r.hi.String()
		}
		if c.ranges == 2 {
			have, c.want = "", ""
		}
		if have != c.want || r.found != c.ranges || r.prices != c.prices {
			t.Errorf("%q: range %q of %d, %d prices; want %q of %d, %d", c.text, have, r.found, r.prices, c.want, c.ranges, c.prices)
		}
	}
}

func TestForeignMoney(t *testing.T) {
	for text, want := range map[string]bool{
		"Sold at US$12.40.":                                false,
		"Sold at $12.40 in New York.":                      false,
		"Sold at C$12.40.":                                 true,
		"Sold at CAD 12.40.":                               true,
		"Sold at €12.40.":                                  true,
		"Sold for 12.40 euros.":                            true,
		"Turned into dollars at an exchange rate of 1.10.": true,
		"Academy, decade and procedure.":                   false,
		"The price is in New Israeli Shekels":              true,
	} {
		if have := isForeignMoney(text); have != want {
			t.Errorf("isForeignMoney(%q) = %v", text, have)
		}
	}
}

func TestMoney(t *testing.T) {
	for text, want := range map[string]string{"0": "0.00", "5": "5.00", "1234.5": "1,234.50", "1234567.1230": "1,234,567.123", "-1234": "-1,234.00", "999.99": "999.99", "-999999.9": "-999,999.90"} {
		if have := money(decimal(t, text)); have != want {
			t.Errorf("money(%s) = %s, want %s", text, have, want)
		}
	}
}

func decimal(t *testing.T, s string) ownership.Decimal {
	t.Helper()
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
