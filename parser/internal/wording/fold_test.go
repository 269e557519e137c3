package wording

import "testing"

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"Class A  Common\tStock ":    "Class A Common Stock",
		"Class A\u00a0Common\nStock": "Class A Common Stock",
		"Com\u00admon\u200b Stock":   "Common Stock",
		"\u200eCommon\ufeff Stock":   "Common Stock",
		"Common-Stock":               "Common-Stock", // a hyphen is seen
		"CommonStock":                "CommonStock",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q is shown as %q, not %q", text, got, want)
		}
	}
}
