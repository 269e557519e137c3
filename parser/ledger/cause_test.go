package ledger

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestCauses: every cause gives a state and a sentence, and a rule that a reason may
// replace.
func TestCauses(t *testing.T) {
	if len(causes) != int(causeNothingSays)+1 || len(linkCauses) != int(linkUncorrected)+1 {
		t.Fatalf("%d causes and %d of links", len(causes), len(linkCauses))
	}
	for c := range causes {
		x := &causes[c]
		if x.sentence == "" || (x.state == ownership.Explained) != (x.strength != 0) || x.state == ownership.Explained && x.rule == ownership.RuleRunningBalance {
			t.Errorf("cause %d: %+v", c, x)
		}
		verbs := make([]any, strings.Count(x.sentence, "%s")+strings.Count(x.sentence, "%d"))
		if got := because(cause(c)); got.rule != x.rule || got.sentence != x.sentence || len(verbs) != strings.Count(x.sentence, "%") {
			t.Errorf("cause %d: %+v", c, got)
		}
	}
	for c, x := range linkCauses {
		if x.there == "" || x.back == "" {
			t.Errorf("cause %d of a link: %+v", c, x)
		}
	}
	if got := because(causeRollsForward, "1,000", "Form 4").by(ownership.RuleReverseOrder); got.rule != ownership.RuleReverseOrder ||
		got.sentence != "It goes on from the 1,000 after the Form 4." {
		t.Errorf("got %+v", got)
	}
}

func TestBounds(t *testing.T) {
	for _, n := range []int64{-5, -4, 0, 4, 5} {
		d := ownership.NewDecimal(n, 0)
		size := max(n, -n)
		if atLeast(d, 4) != (size >= 4) || atMost(d, 4) != (size <= 4) {
			t.Errorf("%d: at least 4 %v, at most 4 %v", n, atLeast(d, 4), atMost(d, 4))
		}
	}
	from := ownership.Date{Year: 2024, Month: 2, Day: 27}
	if n := daysBetween(from, ownership.Date{Year: 2024, Month: 3, Day: 2}); n != 4 {
		t.Errorf("%d days over the end of February 2024", n)
	}
}
