package plaintext

import (
	"strings"
	"testing"
)

// TestEdges: explanations that end where the paper did are known to; those that are
// wrapped, or shorter than others, are not.
func TestEdges(t *testing.T) {
	note := func(words int) string { return strings.TrimSpace(strings.Repeat("shares ", words)) }
	for name, c := range map[string]struct {
		text string
		want string // the lines whose last word is at the edge
	}{
		"cut":               {"(1)   " + note(20) + " of th\n(2)   " + note(19) + " in the\n\n(3)   " + note(5), "01"},
		"wrapped":           {"(1)   " + note(20) + " of the\n      " + note(8) + "\n(2)   " + note(3), ""},
		"shorter":           {"(1)   " + note(40) + " of the\n      " + note(8) + "\n(2)   " + note(20), ""},
		"narrow":            {"(1)   " + note(13), ""},
		"a row":             {"Common   05/06/2024   S   " + note(20), ""},
		"the end of a text": {note(20) + "\n" + note(20) + "\n\n", ""},
	} {
		s, _, _ := Read(c.text, 0, len(c.text))
		got := ""
		for _, p := range s.Pages {
			for _, w := range p.Words {
				if w.Edge {
					got += string(rune('0' + int(w.Box.Y0)))
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: the edge is at %q, want %q", name, got, c.want)
		}
	}
}
