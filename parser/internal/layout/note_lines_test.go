package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// notesIn makes lines of explanations of a picture, with the labels that they begin with.
func notesIn(picture string, print, scan bool) *noteLines {
	l := linesIn(picture, print, scan)
	n := &noteLines{l: l, lines: l.lines, label: make([]int, len(l.lines)), number: make([]int, len(l.lines)), piece: make([]bool, len(l.lines)), cuts: make([]float32, len(l.lines))}
	for i, ln := range l.lines {
		n.number[i], n.label[i] = labelAt(ln.words, scan)
		n.mids = append(n.mids, ln.mid())
		n.right = max(n.right, ln.words[len(ln.words)-1].x1)
	}
	return n
}

// TestLabelAt: a label is "(1)", "1.", "1)", in up to three words.
func TestLabelAt(t *testing.T) {
	for text, want := range map[string]string{
		"(1) Held": "1 1", "1. Held": "1 1", "1) Held": "1 1", "( 1 ) Held": "1 3", "(1 ) Held": "1 2", "( 1) Held": "1 2", "(12) Held": "12 1",
		"Held (1)": "0 0", "1 Held": "0 0", "(a) Held": "0 0", "1.5 Held": "0 0", "(1)Held": "0 0", "( x 1 )": "0 0", "(1": "0 0",
	} {
		number, count := labelAt(lineOf(text).words, false)
		if got := fmt.Sprint(number, " ", count); got != strings.Replace(want, " ", " ", 1) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestLooksLabel: what a machine makes of a label is short and has a digit or a bracket.
func TestLooksLabel(t *testing.T) {
	for s, want := range map[string]bool{"(l)": true, "Q)": true, "{2}": true, "12345": true, "(1234": true, "(12345": false, "Held": false, "": false, "[": true} {
		if got := looksLabel(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	for s, want := range map[string]bool{"held": true, "Held": false, "1": false, "(held": false, "éclat": true, "": false} {
		if got := startsLower(s); got != want {
			t.Errorf("%q begins with a small letter: %t", s, got)
		}
	}
}

// TestGap: the gap of a line is from the line of text above it; a line that holds nothing
// but a label is none, and over a page there is no gap.
func TestGap(t *testing.T) {
	n := notesIn("(1) Held by\na trust\n(2)\nSold\n\n(3) Sold\n~~~\nmore", true, false)
	for i, want := range []float32{0, 10, 10, 20, 20, -1} {
		if i == 0 {
			continue
		}
		if got := n.gap(i); got != want {
			t.Errorf("line %d: %v, want %v", i, got, want)
		}
	}
	// In plain text the line of the label takes a line of its own.
	n = notesIn("(1) Held by\na trust\n(2)\nSold\n\n(3) Sold", false, false)
	for i, want := range []float32{0, 1, 1, 1, 2} {
		if i > 0 && n.gap(i) != want {
			t.Errorf("plain text, line %d: %v, want %v", i, n.gap(i), want)
		}
	}
	for i, want := range []int{-1, 0, 1, 1, 3} {
		if i > 0 && n.textAbove(i) != want {
			t.Errorf("above line %d stands text in line %d, want %d", i, n.textAbove(i), want)
		}
	}
	if n := notesIn("(1)\nHeld", true, false); n.textAbove(1) != 0 {
		t.Errorf("a label in the first line: %d", n.textAbove(1))
	}
}

// TestGaps: lines that begin with a small letter tell how far lines stand apart within an
// explanation; labels that stand farther apart part explanations half way between.
func TestGaps(t *testing.T) {
	lines := func(ys ...float32) *noteLines {
		n := &noteLines{l: &layout{pages: []sheetPage{{letter: 5, height: 10}}}}
		for i, y := range ys {
			text := "(1) Held by a trust"
			if i%2 == 1 {
				text = "of the owner"
			}
			ln := lineOf(text)
			n.lines, n.mids, n.label, n.number = append(n.lines, ln), append(n.mids, y), append(n.label, (i+1)%2), append(n.number, (i+1)%2)
		}
		return n
	}
	if got := lines(0, 10, 30, 40, 60, 70).usualGap(); got != 10 {
		t.Errorf("lines stand %v apart", got)
	}
	labels := notesIn("(1) Held.\n\n(2) Sold.\n\n(3) Given.", true, false)
	if usual := labels.usualGap(); usual != 20 {
		t.Errorf("without lines that go on: %v", usual)
	}
	if got, height := labels.wideGap(10), labels.page(0).height; got != min(10+heightNote*height, 15) {
		t.Errorf("labels at 20 and lines at 10: %v", got)
	}
	if got := labels.wideGap(20); got != 20+heightNote*labels.page(0).height {
		t.Errorf("labels and lines at 20: %v", got)
	}
	near := notesIn("(1) Held.\n(2) Sold.\n(3) Given.", true, false)
	near.mids = []float32{0, 12, 24}
	if got := near.wideGap(9); got <= 9 || got >= 12 {
		t.Errorf("labels at 12 and lines at 9: %v", got)
	}
}

// TestCut: what tells that an explanation begins with a line: white above it, a sentence that
// ends there, a capital, and room that was left for the first word.
func TestCut(t *testing.T) {
	long := "held by the trust of which the owner is a trustee and which"
	costs := map[string]float32{}
	for name, lines := range map[string]string{
		"goes on":         long + "\nlikewise",
		"a sentence ends": long[:len(long)-5] + "this.\nlikewise",
		"a capital":       long + "\nLikewise",
		"room is left":    long[:20] + "\nlikewise\n" + long,
		"white":           long + "\n\nlikewise",
	} {
		n := notesIn(lines, true, false)
		costs[name] = n.cut(1, 12)
		if n.cut(0, 12) != 0 {
			t.Errorf("%s: the first line has the cost %v", name, n.cut(0, 12))
		}
	}
	want := map[string]float32{
		"goes on": costSentence + costSmallLetter + costNoRoom, "a sentence ends": -costSentence + costSmallLetter + costNoRoom, "a capital": costSentence + costNoRoom,
		"room is left": costSentence + costSmallLetter - gainRoom, "white": costSentence + costSmallLetter + costNoRoom - gainWideGap,
	}
	for name, c := range costs {
		if c != want[name] {
			t.Errorf("%s: %v, want %v", name, c, want[name])
		}
	}
	// A label alone in its line is judged by the text below it.
	n := notesIn(long+"\n(2)\nlikewise", true, false)
	if got := n.cut(1, 12); got != costSentence+costSmallLetter+costNoRoom-gainWideGap {
		t.Errorf("a label alone: %v", got)
	}
}

// TestFindHanging: labels hang where all text stands right of them; what stands there is a
// label then, though it is not read, and a number within the text is none.
func TestFindHanging(t *testing.T) {
	for _, c := range []struct {
		name, picture string
		hanging       bool
		want          string // how many words of each line are a label
	}{
		{"left of all text", "(1)  Held by a trust\n     of the owner\n(2)  Sold", true, "[1 0 1]"},
		{"within the text", "(1) Held by a trust\nof the owner\n(2) Sold", false, "[1 0 1]"},
		{"a list within", "(1)  Held by those\n     of the owner\n     (1) that are named\n(2)  Sold", true, "[1 0 0 1]"},
		{"a misread label", "(1)\n     Held by a trust\n     of the owner\n     and others\nQ)   Sold", true, "[1 0 0 0 1]"},
		{"a word in its place", "(1)\n     Held by a trust\n     of the owner\n     and others\nor   Sold", true, "[1 0 0 0 0]"},
		{"alone in its line", "     Held by a trust\n(1)\n     of the owner", true, "[0 1 0]"},
		{"every line has one", "(1) Held\n(2) Sold", false, "[1 1]"},
		{"none", "Held by a trust\nof the owner", false, "[0 0]"},
	} {
		n := notesIn(c.picture, true, false)
		n.findHanging()
		if got := fmt.Sprint(n.label); n.hanging != c.hanging || got != c.want {
			t.Errorf("%s: %t, labels of %s words, want %t, %s", c.name, n.hanging, got, c.hanging, c.want)
		}
		for i := range n.label {
			if n.label[i] == 0 && n.number[i] != 0 {
				t.Errorf("%s: line %d has no label that says %d", c.name, i, n.number[i])
			}
		}
	}
}

// TestHangingScan: in a scan most text begins at one place, and what is short and left of it
// is a label, be it read or not; a word in the line of the text is none.
func TestHangingScan(t *testing.T) {
	for _, c := range []struct {
		name, picture string
		hanging       bool
		want          string
	}{
		{"read", "(1)  Held by a trust\n     of the owner\n(2)  Sold", true, "[1 0 1]"},
		{"not read", "(l)  Held by a trust\n     of the owner\n®)   Sold", true, "[1 0 1]"},
		{"a long word", "(1)  Held by a trust\n     of the owner\nwhatever  Sold to\n     them", true, "[1 0 0 0]"},
		{"a star of the form", "*    If the form is\n     filed by more\n(1)  Held by them", true, "[0 0 1]"},
		{"a star alone", "     Held by a trust\n*\n     of the owner\n(1)  Held by them", true, "[0 0 0 1]"},
		{"at the same place", "(1) Held by a trust\nof the owner\n(2) Sold", false, "[1 0 1]"},
	} {
		n := notesIn(c.picture, true, true)
		if got := n.hangingScan(); got != c.hanging || n.hanging != c.hanging || fmt.Sprint(n.label) != c.want {
			t.Errorf("%s: %t, %v, want %t, %s", c.name, got, n.label, c.hanging, c.want)
		}
	}
}

// TestFindPieces: a label that was read as two pieces, one a little above the other, is one;
// two labels a line apart are two, and plain text has no such pieces.
func TestFindPieces(t *testing.T) {
	for _, c := range []struct {
		name  string
		apart float32
		text  string
		plain bool
		want  bool
	}{
		{"two pieces", 8, "(1)\n(2) Held", false, true},
		{"the lower alone", 8, "(1) Held\n(2)", false, true},
		{"both with text", 8, "(1) Held\n(2) Sold", false, false},
		{"a line apart", 9.1, "(1)\n(2) Held", false, false},
		{"no label below", 8, "(1)\nHeld", false, false},
		{"no label above", 8, "Held\n(2)", false, false},
		{"plain text", 8, "(1)\n(2) Held", true, false},
	} {
		n := notesIn(c.text, true, false)
		n.l.pages[0].text, n.l.pages[0].height = c.plain, 10
		n.mids = []float32{0, c.apart}
		if n.findPieces(); n.piece[1] != c.want || n.piece[0] {
			t.Errorf("%s: %v", c.name, n.piece)
		}
	}
	n := notesIn("(1)\n~~~\n(2) Held", true, false)
	n.mids = []float32{0, 1}
	if n.findPieces(); n.piece[1] {
		t.Error("pieces on two pages are one label")
	}
}

// TestChoose: of what may be labels those that count upwards are labels, and one that begins
// with 1 and is printed as the others is likelier; a list within an explanation is none.
func TestChoose(t *testing.T) {
	for lines, want := range map[string]string{
		"(1) a\n(2) b\n(3) c":                "[1 2 3]",
		"(1) a\n(3) b\n(2) c\n(3) d":         "[1 0 2 3]",
		"1. a\n(1) b\n(2) c\n2. d\n3. e":     "[1 0 0 2 3]",
		"(4) a\n(5) b":                       "[4 5]",
		"(1) a\n(14) b\n(2) c":               "[1 0 2]",
		"(1) a\n(13) b":                      "[1 13]",
		"(2) a\n(1) b\n(2) c":                "[0 1 2]",
		"a\nb":                               "[0 0]",
		"(7) a\n(1) b\n(2) c\n(3) d\n(8) e ": "[0 1 2 3 8]",
	} {
		n := notesIn(lines, true, false)
		n.choose()
		if got := fmt.Sprint(n.number); got != want {
			t.Errorf("%q: %s, want %s", lines, got, want)
		}
		for i := range n.label {
			if (n.label[i] > 0) != (n.number[i] > 0) {
				t.Errorf("%q: line %d has a label of %d words that says %d", lines, i, n.label[i], n.number[i])
			}
		}
	}
}

// TestNoteOffset: a label stands in the first line of its explanation, or in the middle; lines
// that hold nothing but a label do not count, and over a page it may be off.
func TestNoteOffset(t *testing.T) {
	n := notesIn("Held by\n(1) a trust\nof the owner\n(2)\nSold\n~~~\nmore", true, false)
	n.l.pages[0].height = 10
	for _, c := range []struct {
		s, e, label int
		middle      bool
		want        float32
	}{
		{0, 3, 0, false, 0}, {0, 3, 1, false, 1}, {0, 3, 1, true, 0}, {0, 3, 2, true, 1}, {3, 5, 3, false, 1}, {2, 4, 3, false, 1}, {0, 5, 4, false, mostOffLabel}, {4, 6, 4, false, offOverPage}, {4, 6, 5, true, offOverPage},
	} {
		if got := n.offset(c.s, c.e, c.label, c.middle); got != c.want {
			t.Errorf("the label in line %d of %d to %d (middle %t) is %v off, want %v", c.label, c.s, c.e, c.middle, got, c.want)
		}
	}
}

// TestGiveNote: an explanation is a block that begins with its label, wherever that stands.
func TestGiveNote(t *testing.T) {
	for picture, want := range map[string]string{
		"(1) Held by\na trust":      "(1) Held by / a trust",
		"Held by\n(1) a trust":      "(1) Held by / a trust",
		"Held by\n(1)\na trust":     "(1) Held by / a trust",
		"(1)\nHeld by":              "(1) Held by",
		"(1)":                       "(1)",
		"Held by\na trust":          "Held by / a trust",
		"(1) Held by\n(2) a trust":  "(1) Held by / (2) a trust",
		"( 1 ) Held by\nthe trust.": "( 1 ) Held by / the trust.",
	} {
		n := notesIn(picture, true, false)
		n.give(0, len(n.lines))
		if got := paragraphsOf(n.l.out); !slices.Equal(got, []string{want}) {
			t.Errorf("%q: %q, want %q", picture, got, want)
		}
	}
	// A piece of a label goes with the first.
	n := notesIn("(1)\n(2) Held", true, false)
	n.piece[1] = true
	if n.give(0, 2); textOf(&n.l.out[0]) != "(1) (2) Held" {
		t.Errorf("%q", textOf(&n.l.out[0]))
	}
}

// TestSentenceGoesOn: one of the form's own sentences goes on in the next line, but for one
// that ends, is short, or is followed by white, a label, a star or another sentence of the form.
func TestSentenceGoesOn(t *testing.T) {
	const own = "Note: File three copies of this Form, one of which must be"
	for below, want := range map[string]bool{
		own + "\nmanually signed":                  true,
		own + ".\nmanually signed":                 false,
		"Note: File three\nmanually signed":        false,
		"Note: File three copies\nmanually":        true,
		own + "\n\n\nmanually signed":              false,
		own + "\n(1) Held":                         false,
		own + "\n*":                                false,
		own + "\n**":                               false,
		own + "\n~~~\nmanually signed":             false,
		own + "\nPotential persons who are to":     false,
		own + "\n***":                              true,
		own + "\n* If the form":                    true,
		"Potential persons who are\nto respond to": true,
	} {
		l := linesIn(below, true, false)
		if got := l.sentenceGoesOn(l.lines[0], l.lines[1]); got != want {
			t.Errorf("%q: %t", below, got)
		}
	}
}
