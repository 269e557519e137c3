package markup

import "testing"

// TestID: no two texts give one id.
func TestID(t *testing.T) {
	seen := map[string]string{}
	for _, text := range []string{"", "_", "F1", "F 1", "F_1", "é", "_0000e9", `"><`, "\x00", "F1.", "界"} {
		id := ID(text)
		if other, ok := seen[id]; ok {
			t.Errorf("%q and %q both give %q", text, other, id)
		}
		seen[id] = text
	}
	if ID("F12") != "F12" {
		t.Error("a plain id is changed:", ID("F12"))
	}
}
