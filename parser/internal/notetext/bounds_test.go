package notetext

import (
	"fmt"
	"strings"
	"testing"
)

func TestClauseAmongPoints(t *testing.T) {
	for _, c := range []struct{ text, at, want string }{
		{"5 units", "5 units", "5 units"},
		{"Sold early. Includes 5 units.", "5 units", "Includes 5 units"},
		{"Sold early. Includes 5 units.\nMore follows", "5 units", "Includes 5 units"},
		{"Sold early; includes 5 units; more", "5 units", "includes 5 units"},
		{"Sold early;\nincludes 5 units; more", "5 units", "includes 5 units"},
		{"Mr. Doe holds 5 units. More", "5 units", "Mr. Doe holds 5 units"},
		{"Holds 5 units of Halewood, L.P. interest. More", "5 units", "Holds 5 units of Halewood, L.P. interest"},
		{"By Halewood, L.P. Mr. Doe holds 5 units. More", "5 units", "Mr. Doe holds 5 units"},
		{"At 3.5 times it holds 5 units at 2.5 times; more", "5 units", "At 3.5 times it holds 5 units at 2.5 times"},
		{"Holds 5 units of Halewood, Inc. The rest", "5 units", "Holds 5 units of Halewood, Inc"},
		{"Holds 5 units of Halewood, Inc. and more", "5 units", "Holds 5 units of Halewood, Inc. and more"},
	} {
		i := strings.Index(c.text, c.at)
		from, to := Clause(c.text, i, i+len(c.at))
		if got := c.text[from:to]; got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}

func TestPointsOfAbbreviations(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"L.P.", "", true}, {"L.P.", "a", true}, {"L.P.", "z", true}, {"L.P.", "Mr", false}, {"L.P.", "{", false},
		{"L.L.C.", "The", false}, {"S.A.", "The", false}, {"R.G.", "Smith", true}, {"Jean B.", "Smith", true}, {"A.", "Smith", true},
		{"Mr.", "Doe", true}, {"dated No.", "5", true}, {"Halewood Inc.", "", false}, {"Halewood Inc.", "a", true}, {"Halewood Inc.", "z", true},
		{"Halewood Inc.", "The", false}, {"Halewood Inc.", "{", false}, {"Halewood inc.", "The", true}, {"units.", "and", false}, {"of it.", "and", false},
	} {
		if got := EndsInAbbreviation(c.before, c.after); got != c.want {
			t.Errorf("%q before %q: %v", c.before, c.after, got)
		}
	}
}

func TestNumbersAmongOthers(t *testing.T) {
	for text, want := range map[string]string{
		"5 units": "5", "90 units": "90", "Bought 9,000 units": "9000", "Bought 10.5 units": "10.5", "bought 5,": "5", "bought 5.": "5", "bought 5": "5",
		"0 units": "", "$5 of it": "", "$ 5 of it": "", "A5 units": "", "B-5 units": "", "3/5 units": "", "#5 units": "",
		"5% of it": "", "5th unit": "", "5/8 units": "", "5-year units": "", "bought 5- units": "5", "bought 5-": "5", "(5) units": "5",
		"Rule 16": "", "Form 4": "", "Section 16": "", "Footnote 5": "", "note 5": "", "Column 5": "", "column 5": "",
		"in 2020 it": "", "in 1999 it": "", "bought 1850 of it": "1850", "bought 2100 of it": "2100", "2020 shares": "2020", "bought 2,020 of it": "2020", "bought 20200 of it": "20200",
		"bought 5 in 2020 and 7 of it":                      "5 7",
		"bought 123456789012345678901234567890 and 5 units": "5",
		"one share": "1", "One unit": "1", "two additional shares": "2", "three additional units": "3", "ten shares": "10",
		"twenty-one shares": "", "anyone shares": "", "anyone shares one share": "1", "one tranche": "", "it is one ": "", "one tranche of one share": "1",
	} {
		var got []string
		for _, n := range Numbers(text) {
			got = append(got, n.Value.String())
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q has %q, not %q", text, g, want)
		}
	}
}

// TestNumbersInWordsQuoteTheirClause: as those in digits do.
func TestNumbersInWordsQuoteTheirClause(t *testing.T) {
	text := "Sold earlier; one share was kept; more"
	n := Numbers(text)
	if len(n) != 1 || text[n[0].From:n[0].To] != "one share was kept" {
		t.Errorf("%+v", n)
	}
}

func TestCountFollowsSoon(t *testing.T) {
	for after, want := range map[string]bool{"a b c d share": true, "a b c d e share": false, "": false} {
		if got := CountFollows(after); got != want {
			t.Errorf("%q: %v", after, got)
		}
	}
}

func TestPartsNearTheirForm(t *testing.T) {
	for text, want := range map[string]Part{
		"This is form 2 of 2":                              {2, 2},
		"This is form 3 of 2":                              {},
		"This is form 1 of 1":                              {},
		"form a b first of two":                            {1, 2},
		"form a b c first of two":                          {},
		"first of two a b form":                            {1, 2},
		"first of two a b c form":                          {},
		"form 5 of 2, form 1 of 2":                         {1, 2},
		"none of it, form 1 of 2":                          {1, 2},
		"the form is first of ":                            {},
		"of form 1 of 2":                                   {1, 2},
		"1 of 2 tranches, while at last comes form 2 of 3": {2, 3},
	} {
		if got := PartOf(text); got != want {
			t.Errorf("%q: %v, not %v", text, got, want)
		}
	}
}

func TestPointsInWords(t *testing.T) {
	for text, want := range map[string]string{
		"L.P.": "[lp]", "L.P": "[lp]", "U.S.A. Fund": "[usa fund]", "x A.B": "[x ab]", "Fund.Next": "[fund next]", "an.b": "[an b]",
		"1.P": "[1 p]", "a.5": "[a 5]", ".A": "[a]", "a.": "[a]", "Trust's": "[trusts]", "By\u00a0L.P.": "[by lp]",
	} {
		if got := fmt.Sprint(Words(text)); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}
