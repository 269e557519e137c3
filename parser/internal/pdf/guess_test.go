package pdf

import "testing"

func TestFigures(t *testing.T) {
	for w, want := range map[string]bool{
		"1/31/2024": true, "01/31/2024": true, "1/31/24": false, "1/31": false, "//": false, "a/b/2024": false, "111/1/2024": false,
		"1,500": true, "$12,345.67": true, "1,234,567": true, "1500": false, "1,50": false, ",500": false, "1,500.": false,
		"1,500.a": false, "$": false, "": false, "1,5000": false, "1,,500": false,
	} {
		if got := isFigure(w); got != want {
			t.Errorf("%q: %v", w, got)
		}
	}
}
