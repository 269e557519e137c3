package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// linesIn makes the lines of a picture, which are not laid out yet.
func linesIn(picture string, print, scan bool) *layout {
	l := &layout{}
	pages := pictureOf(picture, print)
	for i := range pages {
		l.pages = append(l.pages, cutLines(&pages[i], i, scan))
	}
	for i := range l.pages {
		for k := range l.pages[i].lines {
			l.lines = append(l.lines, &l.pages[i].lines[k])
		}
	}
	return l
}

func saidBy(words []token) string {
	var out []string
	for i := range words {
		out = append(out, words[i].Text)
	}
	return strings.Join(out, " ")
}

// boxed is a word with its place.
func boxed(text string, x0, y0, x1, y1 float32) sheet.Word {
	return sheet.Word{Text: text, Box: ownership.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}}
}

// TestCutLines: words whose middles are at about one height are a line, from left to right;
// words without an extent, or far off any page, are none.
func TestCutLines(t *testing.T) {
	p := &sheet.Page{Words: []sheet.Word{
		boxed("Stock", 50, 101, 75, 111), boxed("Common", 10, 100, 40, 110), // a little off
		boxed("lower", 10, 105, 35, 115),
		boxed("", 10, 100, 20, 110), boxed("flat", 10, 100, 20, 100), boxed("thin", 10, 100, 10, 110), boxed("far", 1e5+1, 100, 1e5+20, 110), boxed("off", -1e5-1, 0, 10, 10),
		boxed("below", 10, 130, 35, 140),
	}}
	got := cutLines(p, 3, false)
	var lines []string
	for i := range got.lines {
		if got.lines[i].page != 3 {
			t.Errorf("line %d is on page %d", i, got.lines[i].page)
		}
		lines = append(lines, saidBy(got.lines[i].words))
	}
	if s := strings.Join(lines, "; "); s != "Common Stock; lower; below" {
		t.Errorf("%s", s)
	}
	if ln := got.lines[0]; ln.y0 != 100 || ln.y1 != 111 || ln.mid() != 106 {
		t.Errorf("the first line is from %v to %v, in the middle %v", ln.y0, ln.y1, ln.mid())
	}
	if got.left != 10 || got.right != 75 || got.letter != 5 || got.height != 10 || got.text || got.scan {
		t.Errorf("the page is from %v to %v, its letters %v by %v, text %t", got.left, got.right, got.letter, got.height, got.text)
	}
	if got := cutLines(&sheet.Page{}, 0, true); len(got.lines) != 0 || got.letter != 1 || got.height != 1 || !got.scan {
		t.Errorf("a page without words: %+v", got)
	}
	// Columns and lines of plain text are whole numbers; words of one letter do not say how
	// wide letters are.
	for _, c := range []struct {
		w    sheet.Word
		text bool
	}{{boxed("abcd", 3, 7, 7, 8), true}, {boxed("abcd", 3.5, 7, 7.5, 8), false}, {boxed("abcd", 3, 7, 7, 9), false}} {
		if got := cutLines(&sheet.Page{Words: []sheet.Word{c.w, boxed("a", 20, 7, 21, 8)}}, 0, false); got.text != c.text {
			t.Errorf("%v is plain text: %t", c.w.Box, got.text)
		}
	}
	if got := cutLines(&sheet.Page{Words: []sheet.Word{boxed("ab", 0, 0, 10, 10), boxed("W", 20, 0, 60, 40), boxed("I", 80, 0, 81, 3)}}, 0, false); got.letter != 5 || got.height != 10 {
		t.Errorf("a letter is %v by %v", got.letter, got.height)
	}
}

// TestStraighten: lines that rise or fall by a small angle are level afterwards, whichever
// way they lean; a page that is straight stays as it is.
func TestStraighten(t *testing.T) {
	for _, slope := range []float32{0, 0.01, -0.01, 0.03, -0.04} {
		var words []token
		for row := range 12 {
			for col := range 20 {
				x, y := float32(col*30), float32(row*40)+slope*float32(col*30)
				words = append(words, tokenOf(boxed("word", x, y, x+20, y+10), kindText))
			}
		}
		before := slices.Clone(words)
		straighten(words, 10)
		for row := range 12 {
			low, high := words[row*20].y0, words[row*20].y0
			for _, w := range words[row*20 : row*20+20] {
				low, high = min(low, w.y0), max(high, w.y0)
			}
			if high-low > 1.5 {
				t.Errorf("slope %v, row %d: heights from %v to %v", slope, row, low, high)
			}
		}
		if slope == 0 && fmt.Sprint(before) != fmt.Sprint(words) {
			t.Error("a straight page is turned")
		}
		for i := range words { // turning moves a word by little
			if d := words[i].x0 - before[i].x0; max(d, -d) > 25 {
				t.Errorf("slope %v: a word moves by %v", slope, d)
			}
		}
	}
}

// TestSeatMarks: a small mark above the line is lowered to the line of the word that it
// stands right after; a word of full height, and a mark far from any word, stay.
func TestSeatMarks(t *testing.T) {
	for _, c := range []struct {
		name   string
		mark   sheet.Word
		others []sheet.Word
		want   float32 // the middle of the mark
	}{
		{"after its word", boxed("(1)", 51, 97, 60, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 105},
		{"between two lines", boxed("(1)", 51, 97, 60, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110), boxed("above", 20, 85, 45, 95)}, 105},
		{"the nearer word", boxed("(1)", 51, 97, 60, 103), []sheet.Word{boxed("left", 20, 90, 46, 100), boxed("48,000", 20, 100, 50, 110)}, 105},
		{"as high as words", boxed("(1)", 51, 97, 60, 107), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 102},
		{"far right", boxed("(1)", 59, 97, 68, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 100},
		{"before the word", boxed("(1)", 10, 97, 19, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 100},
		{"far above", boxed("(1)", 51, 80, 60, 86), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 83},
		{"a small word", boxed("word", 51, 97, 60, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 100},
		{"what is left of a mark", boxed("(l", 51, 97, 60, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 105},
		{"in a long bracket", boxed("(long", 51, 97, 60, 103), []sheet.Word{boxed("48,000", 20, 100, 50, 110)}, 100},
		{"alone", boxed("(1)", 51, 97, 60, 103), nil, 100},
	} {
		var words []token
		for _, w := range append([]sheet.Word{c.mark}, c.others...) {
			words = append(words, tokenOf(w, kindOf(w.Text)))
		}
		seatMarks(words, 5, 10)
		if got := (words[0].y0 + words[0].y1) / 2; got != c.want {
			t.Errorf("%s: the mark is at %v, want %v", c.name, got, c.want)
		}
		if h := words[0].y1 - words[0].y0; h != c.mark.Box.Y1-c.mark.Box.Y0 {
			t.Errorf("%s: the mark is %v high", c.name, h)
		}
	}
	// Raised words are marks, whatever they say, up to twice the height of a line; a mark
	// after a mark is lowered with it.
	raised := func(w sheet.Word) token {
		w.Raised = true
		return tokenOf(w, kindOf(w.Text))
	}
	words := []token{tokenOf(boxed("Trust", 20, 100, 50, 110), kindText), raised(boxed("1", 51, 96, 56, 102)), raised(boxed("2", 57, 96, 62, 102)), raised(boxed("title", 51, 80, 60, 101))}
	seatMarks(words, 5, 10)
	for i, want := range []float32{105, 105, 105, 90.5} {
		if got := (words[i].y0 + words[i].y1) / 2; got != want {
			t.Errorf("word %d is at %v, want %v", i, got, want)
		}
	}
}

// TestHyphens: a line that ends within a word goes on right after its hyphen; a dash is none,
// and "mid- and long-term" keeps its space.
func TestHyphens(t *testing.T) {
	for s, want := range map[string]bool{"Attorney-": true, "1-": true, "A-": true, "Z-": true, "z-": true, "a-": true, "0-": true, "9-": true, "-": false, "--": false, "word": false, "(-": false, "": false, "@-": false, "[-": false, "`-": false, "{-": false, "/-": false, ":-": false} {
		if got := endsHyphen(s); got != want {
			t.Errorf("%q ends within a word: %t", s, got)
		}
	}
	for s, want := range map[string]bool{"in-Fact": true, "and": false, "or": false, "to": false, "An": true, "zone": true, "Zone": true, "0": true, "9": true, "(1)": false, "-": false, "andes": true, "@": false, "[": false, "`": false, "{": false, "/": false, ":": false} {
		if got := goesOn(s); got != want {
			t.Errorf("%q goes on: %t", s, got)
		}
	}
	for _, c := range []struct{ lines, want string }{
		{"Attorney-\nin-Fact", "Attorney- / +in-Fact"}, {"mid-\nand long-term", "mid- / and long-term"}, {"Attorney -\nin", "Attorney - / in"}, {"one\ntwo", "one / two"},
	} {
		l := &layout{}
		var all [][]token
		for s := range strings.SplitSeq(c.lines, "\n") {
			all = append(all, lineOf(s).words)
		}
		l.paragraph(append([][]token{nil}, all...)...)
		var got []string
		for _, words := range l.out[0].Lines {
			for i, w := range words {
				s := w.Text
				if w.Glued {
					s = "+" + s
				}
				if i == 0 && len(got) > 0 {
					s = "/ " + s
				}
				got = append(got, s)
			}
		}
		if s := strings.Join(got, " "); s != c.want || l.out[0].RowSpan != 1 || l.out[0].ColSpan != 1 {
			t.Errorf("%q: %q, want %q", c.lines, s, c.want)
		}
		// Nothing is no block.
		if l.paragraph(nil, nil); len(l.out) != 1 {
			t.Errorf("%d blocks", len(l.out))
		}
	}
}

// TestPlain: pieces of lines that stand below each other are a block; what stands beside,
// far below or on the next page is another, and a form's title is one of its own.
func TestPlain(t *testing.T) {
	for _, c := range []struct{ name, picture, want string }{
		{"a paragraph", "A sentence that goes\non below.", "A sentence that goes / on below."},
		{"side by side", "left one      right one\nleft two      right two", "left one / left two; right one / right two"},
		{"set in by two letters", "one\n  two", "one; two"},
		{"set in by one", "one\n two", "one / two"},
		{"set out by one", " one\ntwo", "one / two"},
		{"an empty line between", "one\n\ntwo", "one; two"},
		{"a page between", "one\n~~~\ntwo", "one; two"},
		{"a title above", "FORM 4\nwords below", "FORM 4; words below"},
		{"a title below", "words above\nFORM 4", "words above; FORM 4"},
	} {
		l := linesIn(c.picture, true, false)
		l.plain(l.lines)
		if got := strings.Join(paragraphsOf(l.out), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
