package main

import (
	"strings"
	"testing"
)

// TestTricksWithout: each trick can be left out by its name, and no other name is taken.
func TestTricksWithout(t *testing.T) {
	for _, c := range []struct {
		names string
		want  tricks
		err   string
	}{
		{"", tricks{true, true, true, true, true}, ""},
		{"all", tricks{}, ""},
		{"lean", tricks{false, true, true, true, true}, ""},
		{"rehearsal,inlining", tricks{true, false, true, true, false}, ""},
		{"lines", tricks{true, true, true, false, true}, ""},
		{"memory,lines", tricks{true, true, false, false, true}, ""},
		{"memory", tricks{}, "so leave out lines too"},
		{"lean,speed", tricks{}, `no trick "speed"; it knows all, inlining, lean, lines, memory, rehearsal`},
	} {
		got, err := tricksWithout(c.names)
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q: %+v, %v; want %+v, %q", c.names, got, err, c.want, c.err)
		}
	}
}

// TestWithoutRehearsal: the page's only mention of the script goes, and a page that is not
// as the build knows it is refused.
func TestWithoutRehearsal(t *testing.T) {
	page := []byte(`<script src="program.js" data-wasm="viewer.wasm" data-rehearse="rehearse.js" data-later-reader="reader.wasm"></script>`)
	got, err := withoutRehearsal(page)
	if want := `<script src="program.js" data-wasm="viewer.wasm" data-later-reader="reader.wasm"></script>`; err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := withoutRehearsal(got); err == nil {
		t.Error("a page without the attribute is taken")
	}
}
