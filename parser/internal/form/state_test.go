package form

import "testing"

func TestStates(t *testing.T) {
	for name, want := range map[string]string{
		"MONTANA": "MT", "MT": "MT", "Georgia": "GA", "VIRGIN ISLANDS, U.S.": "VI", "AMERICAN SAMOA": "B5", "ISLE OF MAN": "Y8",
		"British Columbia, Canada": "A1", "MARSHALL ISLANDS": "1T", "SOMEWHERE": "", "": "",
	} {
		if got, ok := StateCode(name); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %t, want %q", name, got, ok, want)
		}
	}
	names, codes := map[string]int{}, map[string]bool{}
	for i := 0; i < len(states); i += 2 {
		if len(states[i]) != 2 || codes[states[i]] || states[i+1] == "" {
			t.Errorf("%q %q", states[i], states[i+1])
		}
		codes[states[i]] = true
		names[states[i+1]]++
	}
	delete(names, "GEORGIA")
	for name, n := range names {
		if n > 1 {
			t.Errorf("%q has %d codes", name, n)
		}
	}
}
