package report

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestGroupedAmounts(t *testing.T) {
	for raw, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-1163085.5": "-1,163,085.5", "-100": "-100", "12345678.0001": "12,345,678.0001"} {
		d, err := ownership.ParseDecimal(raw)
		if err != nil {
			t.Fatal(err)
		}
		if got := grouped(ownership.Amount{V: d, Known: true}); got != want {
			t.Errorf("%s is %q, want %q", raw, got, want)
		}
	}
	if got := grouped(ownership.Amount{}); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

// TestStrengths: only what is proved is stated as a fact. What is told or likely says so
// in the state and beside the explanation, and the rates count it apart.
func TestStrengths(t *testing.T) {
	for strength, want := range map[ownership.Strength][2]string{
		ownership.StrengthProved: {"~ explained", "rounding: So it is."},
		ownership.StrengthTold:   {"~ explained, told", "rounding, told by a note, amount not checked: So it is."},
		ownership.StrengthLikely: {"~ explained, likely", "rounding, likely: So it is."},
	} {
		l := Line{LineFigures: ownership.LineFigures{State: ownership.Explained, Strength: strength, Rule: ownership.RuleRounding, Explanation: "So it is."}}
		if mark, below := l.mark(), strings.TrimSpace(l.below()); mark != want[0] || below != want[1] {
			t.Errorf("%s: %q and %q, want %q", strength, mark, below, want)
		}
	}
	r := Report{
		Rates: ownership.Rates{Lines: 6, Explained: 6, Told: 1, Likely: 2},
		Lines: []Line{{File: "a.xml", Path: "tableI[0]", LineFigures: ownership.LineFigures{State: ownership.Explained, Strength: ownership.StrengthLikely, Rule: ownership.RuleMisprint}}},
		Findings: []Finding{
			{Rule: ownership.RuleMisprint, Message: "So it is.", About: []Place{{File: "a.xml", Path: "tableI[0]"}}},
			{Rule: ownership.RuleMisprint, Message: "So it is there.", About: []Place{{File: "b.xml", Path: "tableI[0]"}}},
		},
	}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil || !strings.Contains(b.String(), "~ explained (3 proved, 1 told, 2 likely)  6  100.0 %") ||
		!strings.Contains(b.String(), "hint misprint, likely: So it is.") || !strings.Contains(b.String(), "hint misprint: So it is there.") {
		t.Errorf("the rates and findings are (%v):\n%s", err, b.String())
	}
}
