package rules

import (
	"testing"

	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

func TestIsAttorney(t *testing.T) {
	for name, want := range map[string]bool{
		"tess marlow, attorney-in-fact": true, "tess marlow, attorney in fact": true, "tess marlow as atty-in-fact": true, "by power of attorney": true, "on behalf of ada": true, "tess marlow, poa": true, "p.o.a": true,
		"tess marlow, attorney": false, "matt facts": false, "in fact attorney": false, "by tess marlow": false, "spoa": false, "": false,
	} {
		if got := isAttorney(name); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
}

// TestSignatures: each owner signs and dates, or somebody does for all.
func TestSignatures(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4()
		f.Signatures = []ownership.Signature{{Name: known("/s/ Tess Marlow"), Date: known(day(2024, 3, 6))}}
		return f
	}
	name := func(s string) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.Signatures[0].Name = known(s) }
	}
	both := func(f *ownership.Filing) { f.Owners = append(f.Owners, f.Owners[0]) }
	tryEdits(t, ownership.RuleSignatureMissing, checkSignatures, make, []edited{
		{"one", asItIs, 0}, {"none", func(f *ownership.Filing) { f.Signatures = nil }, 1}, {"no name", func(f *ownership.Filing) { f.Signatures[0].Name.State = ownership.Blank }, 1},
	})
	tryEdits(t, ownership.RuleSignatureDateMissing, checkSignatures, make, []edited{
		{"one", asItIs, 0}, {"blank", func(f *ownership.Filing) { f.Signatures[0].Date.State = ownership.Blank }, 1}, {"absent", func(f *ownership.Filing) { f.Signatures[0].Date.State = ownership.Absent }, 1},
		{"not read", func(f *ownership.Filing) { f.Signatures[0].Date.State = ownership.Malformed }, 0},
	})
	tryEdits(t, ownership.RuleSignatureFewerThanOwners, checkSignatures, make, []edited{
		{"one for one", asItIs, 0}, {"one for two", both, 1}, {"two for two", func(f *ownership.Filing) { both(f); f.Signatures = append(f.Signatures, f.Signatures[0]) }, 0},
		{"on behalf of all", func(f *ownership.Filing) { both(f); name("Tess Marlow on behalf of all")(f) }, 0}, {"each", func(f *ownership.Filing) { both(f); name("Tess Marlow for each of them")(f) }, 0},
		{"in an exhibit", func(f *ownership.Filing) { both(f); name("See Exhibit 99.2")(f) }, 0}, {"none", func(f *ownership.Filing) { both(f); f.Signatures = nil }, 0},
	})
	tryEdits(t, ownership.RuleSignatureInExhibit, checkSignatures, make, []edited{
		{"a name", asItIs, 0}, {"an exhibit", name("See Exhibit 99.2"), 1}, {"attached", name("See attached"), 1}, {"a page", name("See signature page"), 1},
	})
	tryEdits(t, ownership.RuleSignatureAttorney, checkSignatures, make, []edited{
		{"by itself", asItIs, 0}, {"for another", name("Tess Marlow, attorney-in-fact"), 1},
		{"two for others", func(f *ownership.Filing) {
			name("Tess Marlow, attorney-in-fact")(f)
			f.Signatures = append(f.Signatures, f.Signatures[0])
		}, 1},
	})
}

// TestDatesInWords: what a date in running text is, and what only looks like one.
func TestDatesInWords(t *testing.T) {
	for text, want := range map[string]string{
		"March 1, 1930": "1930-03-01", "March 1, 1929": "", "March 1, 2099": "2099-03-01", "March 1, 2100": "", "March 31, 2024": "2024-03-31", "March 0, 2024": "", "March 2024": "2024-03-00",
		"March, 2024": "2024-03-00", "Mar 2024": "2024-03-00", "Marc 2024": "2024-03-00", "Ma 2024": "", "March 20245": "", "March 5 , 2024": "2024-03-05", "March 5th, 2024": "2024-03-05", "March 5x, 2024": "",
		"5th March 2024": "2024-03-05", "5 March, 2024": "2024-03-05", "555 March 2024": "2024-03-00", "3-5-2024": "2024-03-05", "3-5-24": "", "3/5/24": "2024-03-05", "3/5-2024": "", "3/5/2024/6": "", "2024-3-5": "2024-03-05",
		"2024-03-": "", "13/5/2024": "", "3/5/202": "", "a3/5/2024": "", "12345-03-05": "", "September 2024": "2024-09-00", "Septembers 2024": "", "1st": "",
	} {
		got := ""
		for w := range notetext.Dates(text) {
			got += w.Date.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if !datedBefore("on March 5, 2024", day(2024, 3, 6)) || datedBefore("on March 5, 2024", day(2024, 3, 5)) || holdsDate("no date") || !holdsDate("March 2024") {
		t.Error("what a text is dated")
	}
}
