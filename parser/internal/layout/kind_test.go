package layout

import "testing"

func TestKindOf(t *testing.T) {
	for s, want := range map[string]kind{
		"09/19/1999": kindDate, "1/1/99": kindDate, "1/1/9": kindText, "99/99": kindText,
		"9": kindNumber, "1,009.90": kindNumber, "$0": kindNumber, "(9)": kindMark, "9x": kindText, "1999x": kindNumber, "1999xy": kindText,
		"P": kindCode, "PK": kindCode, "P/K": kindCode, "P/V": kindText, "B": kindText,
		"V": kindV, "—": kindDash, "Stock": kindText,
	} {
		if have := kindOf(s); have != want {
			t.Errorf("%q: have %d, want %d", s, have, want)
		}
	}
}
