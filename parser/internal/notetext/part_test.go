package notetext

import "testing"

func TestParts(t *testing.T) {
	for remarks, want := range map[string]Part{
		"This Form 4 is the first of two Form 4s filed today.": {1, 2},
		"Form 4, part 2 of 3":                   {2, 3},
		"Filing 1 of 3":                         {1, 3},
		"The first of two tranches was sold.":   {},
		"Report 3 of 2":                         {},
		"One of one filing":                     {},
		"Trustee of the two reporting persons.": {},
		"":                                      {},
	} {
		if got := PartOf(remarks); got != want {
			t.Errorf("%q is part %v, not %v", remarks, got, want)
		}
	}
}
