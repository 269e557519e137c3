package layout

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
)

// TestSplitHeads: heads end before the first value; lines right above it that speak of
// something else are of the row, and a title that is repeated is neither.
func TestSplitHeads(t *testing.T) {
	const title = "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned"
	_, heads, _ := strings.Cut(form4Heads, title)
	heads = title + heads
	for _, c := range []struct {
		name, rows  string
		heads, body int // how many lines
	}{
		{"a row", " Common Stock             03/04/2024                          S              1,250  D    12.5    48,000                   D\n", 6, 1},
		{"a title over its row", " Class A Common\n Stock                    03/04/2024                          S              1,250  D    12.5    48,000                   D\n", 6, 2},
		{"no rows", "", 6, 0},
		{"a row without values but text", " Common Stock\n", 6, 1},
	} {
		l := linesIn(heads+c.rows, true, false)
		l.sectionAt(0)
		voc := newVocabulary(form.Heads('4', false))
		above, below := l.splitHeads(&voc, 0, len(l.lines), true)
		if len(above) != c.heads || len(below) != c.body {
			t.Errorf("%s: %d lines of heads and %d of rows, want %d and %d", c.name, len(above), len(below), c.heads, c.body)
		}
		for _, ln := range append(above, below...) {
			if strings.HasPrefix(saidBy(ln.words), "Table I") {
				t.Errorf("%s: the title is among them", c.name)
			}
		}
	}
	// A page without heads has rows alone, once the heads are known.
	l := linesIn(" Common Stock             03/04/2024                          S              1,250  D    12.5    48,000                   D\n", true, false)
	l.sectionAt(0)
	voc := newVocabulary(form.Heads('4', false))
	if above, below := l.splitHeads(&voc, 0, 1, false); len(above) != 0 || len(below) != 1 {
		t.Errorf("%d lines of heads, %d of rows", len(above), len(below))
	}
}

// TestSpeaksHead: a line speaks as heads do if most of its words are theirs, numbers of
// instructions and fillers counted.
func TestSpeaksHead(t *testing.T) {
	voc := newVocabulary(form.Heads('4', false))
	for text, want := range map[string]struct {
		words  int
		speaks bool
	}{
		"Transaction Date":           {2, true},
		"Transaction Quillmark":      {1, false},
		"Transaction Date Quillmark": {2, true},
		"(Instr. 3, 4 and 5)":        {1, true},
		"3 4":                        {0, false},
		"Quillmark Works":            {0, false},
		"Transaction Date Code Amount a1 b2 c3 d4": {4, true},
		"Transaction Date Code a1 b2 c3":           {3, false},
		"":                                         {0, false},
	} {
		words, speaks := speaksHead(&voc, lineOf(text))
		if words != want.words || speaks != want.speaks {
			t.Errorf("%q: %d words, %t, want %d, %t", text, words, speaks, want.words, want.speaks)
		}
	}
}

// TestHasDeemed: forms before August 2002 have no deemed execution date among their heads.
func TestHasDeemed(t *testing.T) {
	far := strings.Repeat("Transaction Date\n", deemedLines)
	for picture, want := range map[string]bool{"2A. Deemed Execution Date": true, "2. Transaction Date": false, "Transaction\nDeemed": true, far + "Deemed": false, strings.TrimPrefix(far, "Transaction Date\n") + "Deemed": true} {
		if got := hasDeemed(linesIn(picture, true, false).lines); got != want {
			t.Errorf("%.40q: %t", picture, got)
		}
	}
}

// TestAnyValue: what no head has is a date, a dollar sign, a number of three digits, or an I
// without brackets.
func TestAnyValue(t *testing.T) {
	for text, want := range map[string]bool{"03/04/2024": true, "$": true, "100": true, "99": false, "I": true, "(I)": false, "D": false, "Stock": false, "(1)": false} {
		if got := anyValue([]*line{lineOf("Date"), lineOf(text)}); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	for text, want := range map[string]int{"Title 2. Transaction": 15, "Title 3. Code": 0, "Title 2 Date": 0} {
		if got := secondHead(lineOf(text)); got != float32(want) {
			t.Errorf("%q: the second head is at %v, want %d", text, got, want)
		}
	}
	for _, c := range []struct {
		text   string
		second float32
		want   bool
	}{{"Common Stock", 26, true}, {"Common Stock", 25, false}, {"Common Stock", 100, true}, {"(Instr. 3)", 100, false}} {
		if got := onlyTitle(lineOf(c.text), c.second); got != c.want {
			t.Errorf("%q before %v: %t", c.text, c.second, got)
		}
	}
}
