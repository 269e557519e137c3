package layout

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// lineOf makes a line of words, ten points wide with five between them.
func lineOf(text string) *line {
	ln := &line{y1: 8}
	x := float32(0)
	for _, s := range strings.Fields(text) {
		ln.words = append(ln.words, tokenOf(sheet.Word{Text: s, Box: ownership.Box{X0: x, X1: x + 10, Y1: 8}}, kindOf(s)))
		x += 15
	}
	return ln
}

// TestIsLowHead: three of the lowest heads of groups make the line on which rows may
// follow; two stand in other lines of heads as well.
func TestIsLowHead(t *testing.T) {
	voc := newVocabulary(form.Heads('4', false))
	for text, want := range map[string]bool{
		"Code V Amount (A) Price": true, "Code V Amount": true, "Code V": false, "V": false, "(D) Price": false, "Amount Price Transaction Nature": false,
		"Common Stock 1,000": false, "": false,
	} {
		if got := isLowHead(&voc, lineOf(text)); got != want {
			t.Errorf("%q has the lowest heads: %v, want %v", text, got, want)
		}
	}
}

// TestHoldsValue: what no head has ends the heads.
func TestHoldsValue(t *testing.T) {
	for _, c := range []struct {
		text       string
		scan, want bool
	}{
		{"Title of Security", false, false}, {"03/04/2024", false, true}, {"$", false, true}, {"(1)", false, true}, {"(1)", true, false},
		{"(Instr. 8", false, false}, {"100", false, true}, {"12", false, false}, {"1.2", false, true}, {"8", false, false},
	} {
		if got := holdsValue(lineOf(c.text), c.scan); got != c.want {
			t.Errorf("%q has a value: %v, want %v", c.text, got, c.want)
		}
	}
}

// TestHeadsEnd: a line whose words stand in the first column alone is a row's title only
// after the lowest heads.
func TestHeadsEnd(t *testing.T) {
	blocks := Lay(pictureOf(form4Heads+`
 Common
 Stock                    03/04/2024                          S              1,250  D    12.5    48,000                   D
`, true), false)
	title := cellOf(blocks, 1, 0)
	if title != "Common Stock" {
		t.Errorf("the title is %q", title)
	}
}

// cellOf gives the text of a cell of the first table.
func cellOf(blocks []sheet.Block, row, col int32) string {
	for _, b := range blocks {
		if b.Table != 1 || b.Row != row || b.Col != col {
			continue
		}
		var out []string
		for _, l := range b.Lines {
			for _, w := range l {
				out = append(out, w.Text)
			}
		}
		return strings.Join(out, " ")
	}
	return ""
}
