package formreader

import (
	"testing"

	"filingview/parser/ownership"
)

// TestAgreeOnTitle: a title that stands one column off, and the marks before it, do not
// speak against the box of relationships.
func TestAgreeOnTitle(t *testing.T) {
	var a, b ownership.Relationship
	for i, v := range flags(&a) {
		v.State, v.V = ownership.Known, i != 3 // director, 10% owner, officer
	}
	for i, v := range flags(&b) {
		v.State, v.V = ownership.Known, i != 1
	}
	b.OtherText = ownership.Value[string]{V: "CEO", Reading: ownership.Reading{State: ownership.Known}}
	agree(&a, &b)
	if !a.IsTenPercentOwner.V || !a.IsOfficer.V || a.IsOther.State != ownership.Known || b.OfficerTitle.V != "CEO" || b.OfficerTitle.How != ownership.Guessed || b.OtherText.State != ownership.Absent {
		t.Errorf("%+v, %+v", a, b)
	}
}

// TestAgree: a box that only one of the two readings has ticked is not known; where one has
// no mark at all the other is right.
func TestAgree(t *testing.T) {
	boxes := func(s string) ownership.Relationship {
		var r ownership.Relationship
		for i, v := range flags(&r) {
			v.State, v.V = ownership.Known, s[i] == 'X'
		}
		return r
	}
	for _, c := range []struct{ first, listed, want string }{
		{"X---", "X---", "X---"}, {"X---", "XX--", "X?--"}, {"X---", "-X--", "??--"}, {"----", "-X--", "-X--"}, {"X---", "----", "X---"}, {"----", "----", "----"},
		{"--X-", "---X", "--??"},
	} {
		a, b := boxes(c.first), boxes(c.listed)
		agree(&a, &b)
		got := ""
		for _, v := range flags(&a) {
			got += map[bool]string{true: "X", false: "-"}[v.V && v.State == ownership.Known]
			if v.State == ownership.Malformed {
				got = got[:len(got)-1] + "?"
			}
		}
		if got != c.want {
			t.Errorf("%s and %s: %s, want %s", c.first, c.listed, got, c.want)
		}
	}
}
