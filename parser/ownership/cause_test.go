package ownership

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestCauseNames(t *testing.T) {
	seen := map[string]bool{}
	for c := range causes {
		if s := c.String(); s == "" || seen[s] {
			t.Errorf("cause %d is called %q", c, s)
		} else {
			seen[s] = true
		}
	}
	if got := causes.String(); got != "Cause(18)" {
		t.Errorf("no cause is called %s", got)
	}
}

// TestRepairJSON: JSON has a repair's sentence, and no other word of its cause.
func TestRepairJSON(t *testing.T) {
	b, err := json.Marshal(Repair{Cause: CauseOneReading, Reason: "nothing confirms it", Confidence: Possible})
	if err != nil || string(b) != `{"reason":"nothing confirms it","confidence":"possible"}` {
		t.Errorf("%s, %v", b, err)
	}
	var r Repair
	if err := json.NewDecoder(strings.NewReader(string(b))).Decode(&r); err != nil || r.Cause != CauseUnknown || r.Confidence != Possible {
		t.Errorf("%+v, %v", r, err)
	}
}
