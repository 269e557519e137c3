package notetext

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Halewood Fund VI, L.P.":  "halewood fund vi lp",
		"L.L.C. of the Trust's":   "llc of the trusts",
		"The Ada Trust’s shares.": "the ada trusts shares",
		"Sold.Bought":             "sold bought",
		"Jean B. Doe":             "jean b doe",
		"Form 4, part 2":          "form 4 part 2",
		"No.4":                    "no 4",
		"":                        "",
		" - ":                     "",
		"Über-Fonds":              "über fonds",
	} {
		if got := strings.Join(Words(text), " "); got != want {
			t.Errorf("%q has the words %q, not %q", text, got, want)
		}
	}
}

func TestSingular(t *testing.T) {
	for w, want := range map[string]string{"shares": "share", "gas": "gas", "class": "class", "units": "unit", "stock": "stock", "rsus": "rsu"} {
		if got := Singular(w); got != want {
			t.Errorf("%q is %q, not %q", w, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	all := strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth")
	for i, w := range all {
		if Ordinal(w) != i+1 {
			t.Errorf("%q is %d", w, Ordinal(w))
		}
	}
	for w, want := range map[string]int{"one": 1, "2nd": 2, "10": 10, "eleven": 0, "11": 0, "": 0, "0": 0} {
		if got := Ordinal(w); got != want {
			t.Errorf("%q is %d, not %d", w, got, want)
		}
	}
}

func TestIsAlnum(t *testing.T) {
	var got []byte
	for c := byte(' '); c < 0x80; c++ {
		if IsAlnum(c) {
			got = append(got, c)
		}
	}
	if want := "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"; string(got) != want || IsAlnum(0xE9) {
		t.Errorf("got %q", got)
	}
}

// TestClause: the words around the bytes that are marked by brackets.
func TestClause(t *testing.T) {
	for marked, want := range map[string]string{
		"Sold earlier. Includes [312] shares; of these some vest.": "Includes 312 shares",
		"[312] shares":                             "312 shares",
		"Held by Fund VI, L.P. and [312] more.":    "Held by Fund VI, L.P. and 312 more",
		"Includes [1]":                             "Includes 1",
		"A price of 3.50 for [312] shares.\nMore.": "A price of 3.50 for 312 shares",
		"By Doe Inc. Includes [312] shares.":       "Includes 312 shares",
	} {
		from := strings.Index(marked, "[")
		to := strings.Index(marked, "]") - 1
		text := strings.NewReplacer("[", "", "]", "").Replace(marked)
		if a, b := Clause(text, from, to); text[a:b] != want {
			t.Errorf("%q: %q, not %q", marked, text[a:b], want)
		}
	}
}

func TestEndsInAbbreviation(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"Jean B.", "Smith", true},
		{"Fund VI, L.P.", "of which", true},
		{"Fund VI, L.P.", "Mr. Doe", false},
		{"Fund VI, L.L.C.", "", true},
		{"Banco S.A.", "The rest", false},
		{"Mr.", "Doe", true},
		{"Doe Inc.", "of Delaware", true},
		{"Doe Inc.", "Delaware", false},
		{"Doe Inc.", "", false},
		{"DOE INC.", "", true},
		{"Doe Ltd.", "runs it", true},
		{"Doe Ltd.", "Delaware", false},
		{"Doe & Co.", "and others", true},
		{"Doe Corp.", "The rest", false},
		{"shares.", "More", false},
		{"No.", "4", true},
	} {
		if got := EndsInAbbreviation(c.before, c.after); got != c.want {
			t.Errorf("%q before %q: %v", c.before, c.after, got)
		}
	}
}

func TestCountFollows(t *testing.T) {
	for after, want := range map[string]bool{
		" shares": true, " restricted stock units": true, " of the RSUs": true, " dollars": false, "": false,
		" a b c d shares": true, " a b c d e shares": false, " ADS": true, " securities": true, " options": true,
	} {
		if got := CountFollows(after); got != want {
			t.Errorf("%q: %v", after, got)
		}
	}
}

func TestEndsInMonth(t *testing.T) {
	for before, want := range map[string]bool{
		"On March": true, "On Mar.": true, "On Sept.": true, "On May 20,": true, "On the 20,": false, "March,": false, "in": false, "": false, "Marches": false,
	} {
		if got := EndsInMonth(before); got != want {
			t.Errorf("%q: %v", before, got)
		}
	}
}

func TestNumbersQuoteTheirClause(t *testing.T) {
	text := "Sold earlier. Includes 120 shares acquired on June 30, 2020; and 2 units"
	var got []string
	for _, n := range Numbers(text) {
		got = append(got, n.Value.String()+": "+text[n.From:n.To])
	}
	if want := []string{"120: Includes 120 shares acquired on June 30, 2020", "2: and 2 units"}; !slices.Equal(got, want) {
		t.Errorf("got %q, not %q", got, want)
	}
}
