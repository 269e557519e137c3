package repair

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
