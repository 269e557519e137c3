package layout

import (
	"fmt"
	"strings"
	"testing"
)

// begins gives the lines with which explanations of a picture begin.
func begins(picture string, scan bool) string {
	l := linesIn(picture, true, scan)
	var at []int
	for i, starts := range l.newNoteLines(l.lines).part() {
		if starts {
			at = append(at, i)
		}
	}
	return fmt.Sprint(at)
}

// TestPart: each explanation has one label, in its first line, or where labels hang left of
// the text in its first line or in the middle of its height.
func TestPart(t *testing.T) {
	const text = "The shares are held by a trust of which the reporting person is a trustee and the"
	for _, c := range []struct {
		name, picture string
		scan          bool
		want          string
	}{
		{"one line each", "(1) Held.\n(2) Sold.\n(3) Given.", false, "[0 1 2]"},
		{"two lines each", "(1) " + text + "\nchildren.\n(2) " + text + "\nchildren.", false, "[0 2]"},
		{"hanging in the first line", "(1)  " + text + "\n     children.\n(2)  " + text + "\n     children.", false, "[0 2]"},
		{"hanging in the middle", "     " + text + "\n(1)  children " + text[:60] + "\n     children.\n     " + text + "\n(2)  children " + text[:60] + "\n     children.", false, "[0 3]"},
		{"hanging between two lines", "     " + text + "\n(1)\n     children.\n     " + text + "\n(2)\n     children.", false, "[0 3]"},
		{"one alone", "(1) " + text + "\nchildren.", false, "[0]"},
		{"none has a label", text + "\nchildren.", false, "[0]"},
		{"labels that are not read", "     Held by a trust.\n\n(2)  " + text + "\n     children.\n\n     Sold under a plan.\n\n(4)  Given.", true, "[0 1 3 4]"},
		{"a page between", "(1) " + text + "\n~~~\nchildren.\n(2) Sold.", false, "[0 2]"},
		{"a list in one", "1. " + text + "\n(1) children;\n(2) others.\n2. Sold.", false, "[0 3]"},
	} {
		if got := begins(c.picture, c.scan); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestPartIsWhole: whatever the lines, explanations begin with the first one, and all words
// are given once, in their order but for labels.
func TestPartIsWhole(t *testing.T) {
	pieces := []string{"(1) Held.", "held by", "     Sold to them", "(2)", "Q) odd", "Remarkable.", "     (3) more", "1. One", ""}
	for n := range 400 {
		var lines []string
		for k := range 6 {
			lines = append(lines, pieces[(n*7+k*k*3+n/(k+1))%len(pieces)])
		}
		for _, scan := range []bool{false, true} {
			l := linesIn("x\n"+strings.Join(lines, "\n"), true, scan)
			if starts := l.newNoteLines(l.lines).part(); !starts[0] {
				t.Fatalf("%q: no explanation begins with the first line", lines)
			}
			want := 0
			for _, ln := range l.lines {
				want += len(ln.words)
			}
			got := 0
			l.noteBlocks(l.lines)
			for _, b := range l.out {
				for _, words := range b.Lines {
					got += len(words)
				}
			}
			if got != want {
				t.Fatalf("%q (scan %t): %d words of %d", lines, scan, got, want)
			}
		}
	}
}

// TestManyLines: an explanation has no more lines than a bound, so that parting stays quick.
func TestManyLines(t *testing.T) {
	l := linesIn("(1) Held by\n"+strings.Repeat("the trust and\n", 2*maxNoteLines), true, false)
	last := 0
	for i, starts := range l.newNoteLines(l.lines).part() {
		if starts {
			if i-last > maxNoteLines {
				t.Errorf("an explanation has %d lines", i-last)
			}
			last = i
		}
	}
}
