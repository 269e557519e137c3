package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// drawn makes a word that the picture of page 2 shows, ten points wide, and another that
// the text layer has in its place: "shown<said"; "shown<" where the layer has none, and
// "shown" where both have the same.
func drawn(s string, x float32) sheet.Word {
	shown, said, again := strings.Cut(s, "<")
	box := ownership.Box{X0: x, X1: x + 10, Y0: 100, Y1: 110}
	return sheet.Word{Text: shown, Said: said, Again: again, Box: box, At: ownership.Span{Page: 2, Box: box}}
}

func drawnLine(s string, x float32) (out []sheet.Word) {
	for _, f := range strings.Fields(s) {
		out, x = append(out, drawn(f, x)), x+20
	}
	return out
}

// TestExplainWords: a cell's text is what the text layer has, word for word, and the reason
// says what the picture shows; words that the layer has once for several stand once.
func TestExplainWords(t *testing.T) {
	for _, c := range []struct {
		words, raw, want string
		layer, shown     string // what the reason names; no layer where that has nothing
	}{
		{"1,250<l,2SO", "1,250", "l,2SO", "l,2SO", "1,250"},
		{"1,250<", "1,250", "1,250", "", "1,250"},
		{"Stock<5tock", "Common Stock", "Common 5tock", "5tock", "Stock"},
		{"Class<Clas5A A<Clas5A", "Class A Common", "Clas5A Common", "Clas5A", "Class A"},
		{"Class<Clas5 A<4", "Class A Common", "Clas5 4 Common", "Clas5 4", "Class A"},
		{"A<4 A<H", "A and A", "4 and H", "4 H", "A A"},
		{"A<4 B<", "A B", "4 B", "4", "A B"},
		{"A< B<", "A B", "A B", "", "A B"},
		{"B<8", "A", "A", "8", "B"}, // a cell that was read as something else keeps its text
	} {
		var list []*sheet.Word
		for _, w := range drawnLine(c.words, 0) {
			list = append(list, &w)
		}
		v := &ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: c.raw}
		explainWords(v, list)
		if v.Raw != c.want || len(v.Repairs) != 1 {
			t.Errorf("%s: the text is %q, want %q; %+v", c.words, v.Raw, c.want, v.Repairs)
			continue
		}
		why := v.Repairs[0].Reason
		says := strings.Contains(why, "“"+c.shown+"”") && strings.Contains(why, "“"+c.layer+"”") == (c.layer != "") && strings.Contains(why, "passes over") == (c.layer == "")
		if !says || v.Repairs[0].Cause != ownership.CausePicture || !strings.Contains(fmt.Sprint(v.Repairs[0].Evidence), "page 2,") {
			t.Errorf("%s: %+v", c.words, v.Repairs[0])
		}
	}
}

// TestExplainPicture: a cell is told of the words whose middles lie in one of its boxes, on
// the same page; words that both readings have need no word.
func TestExplainPicture(t *testing.T) {
	at := func(page int32, x0, x1, y0, y1 float32) []ownership.Span {
		return []ownership.Span{{Page: page, Box: ownership.Box{X0: x0, X1: x1, Y0: y0, Y1: y1}}}
	}
	for _, c := range []struct {
		name string
		word string
		at   []ownership.Span
		want bool
	}{
		{"in the box", "AB<A8", at(2, 0, 10, 100, 110), true},
		{"beside other words of it", "AB<A8", at(2, 0, 200, 90, 130), true},
		{"the middle on the left edge", "AB<A8", at(2, 5, 10, 100, 110), true},
		{"the middle on the right edge", "AB<A8", at(2, 0, 5, 100, 110), true},
		{"the middle on the upper edge", "AB<A8", at(2, 0, 10, 105, 110), true},
		{"the middle on the lower edge", "AB<A8", at(2, 0, 10, 100, 105), true},
		{"left of it", "AB<A8", at(2, 6, 30, 100, 110), false},
		{"right of it", "AB<A8", at(2, 0, 4, 100, 110), false},
		{"above it", "AB<A8", at(2, 0, 10, 106, 120), false},
		{"below it", "AB<A8", at(2, 0, 10, 90, 104), false},
		{"on another page", "AB<A8", at(1, 0, 10, 100, 110), false},
		{"in the second box", "AB<A8", append(at(1, 0, 1, 0, 1), at(2, 0, 10, 100, 110)...), true},
		{"read once", "AB", at(2, 0, 10, 100, 110), false},
	} {
		r := repairerOf(nil)
		r.Blocks = []sheet.Block{{Lines: [][]sheet.Word{{drawn(c.word, 0)}}}}
		r.f.Issuer.Name = knownAs("AB")
		r.f.Issuer.Name.At = c.at
		r.explainPicture(nil)
		v := &r.f.Issuer.Name
		if got := len(v.Repairs) == 1; got != c.want || got != (v.Raw == "A8") || got != (v.How == ownership.Repaired) {
			t.Errorf("%s: %q, %s", c.name, v.Raw, told(v))
		}
	}
}

// TestExplainMark: a raised mark that only the picture shows, or that the layer misread, is
// told once in its cell; a mark that both have is not, nor is one of a cell without notes.
func TestExplainMark(t *testing.T) {
	for _, c := range []struct {
		name   string
		word   string
		raised bool
		notes  []string
		want   string // a piece of the reason
	}{
		{"only the picture has it", "(1)<", true, []string{"F1"}, "passes over the mark “(1)”"},
		{"the layer misread it", "(1)<®", true, []string{"F1"}, "has “®” here; the picture of the page shows the mark “(1)”"},
		{"both have it", "(1)", true, []string{"F1"}, ""},
		{"not raised", "(1)<®", false, []string{"F1"}, ""},
		{"no notes", "(1)<®", true, nil, ""},
	} {
		lines := linesFor(t, entry{title: "Common"})
		h := &lines[0]
		w := drawn(c.word, 0)
		w.Raised = c.raised
		h.Columns = []form.Column{form.ColTitle}
		h.Cells = []printed.Cell{
			{Notes: c.notes, Lines: [][]sheet.Word{drawnLine("Common", 50), {w, w}}},
			{Notes: c.notes, Lines: [][]sheet.Word{{w}}}, // in no column
		}
		r := repairerOf(lines)
		r.Blocks = []sheet.Block{{Lines: [][]sheet.Word{{drawn("x<y", 500)}, {w}}}}
		r.explainPicture(lines)
		v := &h.Row.SecurityTitle
		if c.want == "" && len(v.Repairs) > 0 || c.want != "" && (len(v.Repairs) != 1 || !strings.Contains(v.Repairs[0].Reason, c.want)) {
			t.Errorf("%s: %+v", c.name, v.Repairs)
		}
	}
}

// TestFromPicture: a cell that is not known is a guess when the picture gives it; a known
// one says that it was read otherwise.
func TestFromPicture(t *testing.T) {
	for state, want := range map[ownership.State]ownership.How{ownership.Known: ownership.Repaired, ownership.Blank: ownership.Guessed, ownership.Malformed: ownership.Guessed} {
		v := &ownership.Reading{State: state, How: ownership.Placed, Raw: "1"}
		w := drawn("1<l", 0)
		if explainWords(v, []*sheet.Word{&w}); v.How != want || v.State != state {
			t.Errorf("%s: %s, %s", state, v.How, v.State)
		}
	}
}
