package rules

import (
	"slices"
	"testing"
)

func TestNoteNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"See footnote (2)", []int{2}},
		{"See Footnotes 1 and 3", []int{1, 3}},
		{"footnotes (1)(2)", []int{1, 2}},
		{"Notes 2 through 5.", []int{2, 3, 4, 5}},
		{"See notes 1-3", []int{1, 2, 3}},
		{"See foot note 4, and note F7", []int{4, 7}},
		{"See footnotes 1, 2 and 4", []int{1, 2, 4}},
		{"See footnote", nil},
		{"Notes due 2027", nil},
		{"Notes 2027", nil},
		{"Note 5% Series", nil},
		{"Note 2.5", nil},
		{"Keynote 3", nil},
		{"", nil},
	} {
		var got []int
		noteNumbers(c.text, func(n int) { got = append(got, n) })
		if !slices.Equal(got, c.want) {
			t.Errorf("noteNumbers(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}

func TestIsSeeNote(t *testing.T) {
	for text, want := range map[string]bool{
		"See footnote": true, "see Footnotes (1) and (2)": true, "Footnote 1": true, "See note below.": true,
		"See footnote for the trust": false, "By Trust": false, "Convertible Note": false, "": false,
	} {
		if got := isSeeNote(text); got != want {
			t.Errorf("isSeeNote(%q) = %v", text, got)
		}
	}
}

func TestMadeUnderPlan(t *testing.T) {
	for text, want := range map[string]bool{
		"The sales reported in this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted on September 12, 2024.": true,
		"Shares sold under a 10b5-1 plan. Granted in 2021.":                                                                     true,
		"The sale was not made pursuant to a Rule 10b5-1 plan.":                                                                 false,
		"The sale was made in the open market. A Rule 10b5-1 plan was adopted on May 5, 2024.":                                  false,
		"The reporting person may sell shares pursuant to a Rule 10b5-1 plan.":                                                  false,
		"Sold after the Rule 10b5-1 plan was terminated.":                                                                       false,
	} {
		if got := madeUnderPlan(text) != ""; got != want {
			t.Errorf("madeUnderPlan(%q) is %v", text, got)
		}
	}
}

func TestPointsOut(t *testing.T) {
	for text, want := range map[string]string{
		"See Exhibit 99.1": "Exhibit 99",
		"See Remarks":      "the remarks",
		"Her remarks; see the \"Remarks\" below.":    "the remarks",
		"Oversee remarks":                            "",
		"Please see Remarks section.":                "the remarks",
		"Described in Exhibit 99.1 to the Form 8-K.": "",
		"See Exhibit 10.1":                           "",
		"She remarks on nothing.":                    "",
	} {
		if got := pointsOut(text); got != want {
			t.Errorf("pointsOut(%q) = %q, want %q", text, got, want)
		}
	}
}
