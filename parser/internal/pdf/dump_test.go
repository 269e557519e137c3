package pdf

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var dumped = flag.String("dump", "", "print the words, rules and blocks of a `file`")

// TestDump prints what a PDF gives, for a person to look at.
func TestDump(t *testing.T) {
	if *dumped == "" {
		t.Skip("no file is named with -dump")
	}
	data, err := os.ReadFile(*dumped)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.Pages {
		t.Logf("page %d, %.0f x %.0f, %d words, %d rules, picture %v", p.Number, p.Width, p.Height, len(p.Words), len(p.Rules), p.Picture)
		for _, w := range p.Words {
			t.Logf("  %6.1f %6.1f %6.1f %6.1f raised %v glued %v cut %v %q", w.Box.X0, w.Box.Y0, w.Box.X1, w.Box.Y1, w.Raised, w.Glued, w.Cut, w.Text)
		}
		for _, r := range p.Rules {
			t.Logf("  rule %6.1f %6.1f %6.1f %6.1f", r.X0, r.Y0, r.X1, r.Y1)
		}
	}
	for _, b := range s.Blocks {
		var lines []string
		for _, l := range b.Lines {
			var words []string
			for _, w := range l {
				words = append(words, w.Text)
			}
			lines = append(lines, strings.Join(words, " "))
		}
		t.Logf("block table %d row %d col %d part %d head %v: %q", b.Table, b.Row, b.Col, b.Part, b.Head, lines)
	}
}
