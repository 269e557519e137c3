package formreader

import (
	"testing"

	"filingview/parser/ownership"
)

// TestIsAddress: an address is one where city, state and postal code are all read and
// are what such are.
func TestIsAddress(t *testing.T) {
	known := func(s string) ownership.Value[string] {
		return ownership.Value[string]{V: s, Reading: ownership.Reading{State: ownership.Known}}
	}
	for _, c := range []struct {
		city, state, zip string
		want             bool
	}{
		{"Marlow", "CT", "06831", true}, {"Marlow", "CT", "06831-1234", true}, {"Marlow", "Connecticut", "06831", true}, {"Rye", "NY", "10580", true},
		{"Ry", "NY", "10580", false}, {"Marlow 3", "CT", "06831", false}, {"=Marlow", "CT", "06831", false}, {"Marlow", "QQ", "06831", false}, {"Marlow", "CT", "Street", false},
		{"Marlow", "CT", "SW1A 1AA", true}, {"Marlow", "CT", "K1", false},
		{"", "CT", "06831", false}, {"Marlow", "", "06831", false}, {"Marlow", "CT", "", false},
	} {
		var a ownership.Address
		for _, x := range []struct {
			v *ownership.Value[string]
			s string
		}{{&a.City, c.city}, {&a.State, c.state}, {&a.ZipCode, c.zip}} {
			if x.s != "" {
				*x.v = known(x.s)
			}
		}
		if got := isAddress(&a); got != c.want {
			t.Errorf("%q, %q, %q: %t", c.city, c.state, c.zip, got)
		}
	}
	// A cell that is not read is none, whatever is left in it.
	for i := range 3 {
		a := ownership.Address{City: known("Marlow"), State: known("CT"), ZipCode: known("06831")}
		[]*ownership.Value[string]{&a.City, &a.State, &a.ZipCode}[i].Reading.State = ownership.Malformed
		if isAddress(&a) {
			t.Errorf("cell %d is malformed", i)
		}
	}
}

func TestSaysLabel(t *testing.T) {
	for s, want := range map[string]bool{
		"Chief Executive": false, "(give title below)": true, "specify": true, "Form filed by One Reporting Person": true, "10% Owner X": true, "10% Owner": false,
		"X": true, "_ _": true, "VP": false, "": false,
	} {
		if got := saysLabel(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}
