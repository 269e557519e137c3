package cause

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestCauses: every cause gives a state and a sentence, and a rule that a reason may
// replace.
func TestCauses(t *testing.T) {
	if len(causes) != int(NothingSays)+1 || len(links) != int(LinkUncorrected)+1 {
		t.Fatalf("%d causes and %d of links", len(causes), len(links))
	}
	for c := range causes {
		x := &causes[c]
		if x.sentence == "" || (x.state == ownership.Explained) != (x.strength != 0) || x.state == ownership.Explained && x.rule == ownership.RuleRunningBalance {
			t.Errorf("cause %d: %+v", c, x)
		}
		verbs := make([]any, strings.Count(x.sentence, "%s")+strings.Count(x.sentence, "%d"))
		if got := Because(Cause(c)); got.Rule != x.rule || got.Sentence != x.sentence || len(verbs) != strings.Count(x.sentence, "%") {
			t.Errorf("cause %d: %+v", c, got)
		}
	}
	for c, x := range links {
		if x.there == "" || x.back == "" {
			t.Errorf("cause %d of a link: %+v", c, x)
		}
	}
	if got := Because(RollsForward, "1,000", "Form 4").By(ownership.RuleReverseOrder); got.Rule != ownership.RuleReverseOrder ||
		got.Sentence != "It goes on from the 1,000 after the Form 4." {
		t.Errorf("got %+v", got)
	}
}
