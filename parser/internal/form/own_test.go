package form

import (
	"strings"
	"testing"
)

// TestIsOwnText: the words of labels and heads are the form's, those of names and of
// natures that look like them are not.
func TestIsOwnText(t *testing.T) {
	for s, want := range map[string]bool{
		"Name and Address of Reporting Person*": true, "and Address of Reporting Person*": true, "g Symbol Quillmark Corp": false,
		"2. Issuer Name and Ticker or Trading Symbol": true, "Harrow Edith (Month/Day/Year)": true, "(Instr. 4)": true,
		"X Form filed by One Reporting Person": true, "* If the form is filed by more than one reporting person": true,
		"1. Title of Security": true, "(I) (Instr. 4)": true, "Reporting Owner Name / Address": true,
		"By spouse of Reporting Person": false, "Officer and Director": false, "See Remarks": false, "Check Point Software": false,
		"Title Resources Corp": false, "Deemed held by the trust": false, "Director of Transactions": false, "EVP, Ownership Programs": false,
		"Joint tenants": false, "": false,
	} {
		var words []string
		for _, w := range strings.Fields(s) {
			words = AppendFolded(words, w)
		}
		if got := IsOwnText(words); got != want {
			t.Errorf("%q %v: %t, want %t", s, words, got, want)
		}
	}
}
