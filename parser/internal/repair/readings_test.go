package repair

import (
	"slices"
	"testing"
)

func TestNumberReadings(t *testing.T) {
	for text, want := range map[string]string{
		"1153,020": "153020", "]301,097": "301097", "}101,097": "101097", "1,302": "1302", "4l,986": "41986", "$U": "0", "110.0001": "10000", "JD": "",
	} {
		found := slices.ContainsFunc(numberReadings(text, false), func(r reading) bool { return r.v.String() == want })
		if found != (want != "") {
			t.Errorf("%q has the readings %v, want %q among them", text, numberReadings(text, false), want)
		}
	}
}
