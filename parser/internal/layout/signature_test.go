package layout

import (
	"strings"
	"testing"
)

// TestIsSigned: signatures begin with "/s/", in the first or the second word.
func TestIsSigned(t *testing.T) {
	for text, want := range map[string]bool{"/s/ Idris": true, "/S/Idris": true, `\s\ Idris`: true, "By: /s/ Idris": true, "By: his attorney /s/ Idris": false, "Idris": false, "s/ Idris": false, "": false} {
		if got := isSigned(lineOf(text).words); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestDateAt: a date is of the label under it if it begins about where the label does; one far
// to the left is of the name.
func TestDateAt(t *testing.T) {
	p := &sheetPage{letter: 5}
	for x0, want := range map[float32]bool{200: true, 161: true, 160: false, 100: false, 300: true} {
		ln := &line{words: []token{wordAt("Trust", 0, 20), wordAt("03/07/2024", x0, x0+50)}}
		if got := p.dateAt(ln, 200); got != want {
			t.Errorf("a date at %v: %t", x0, got)
		}
	}
	if p.dateAt(&line{words: []token{wordAt("Date", 200, 220)}}, 200) {
		t.Error("a word is a date")
	}
}

// TestSignatures: name and date stand above their label, in one line or in several; a date
// within a name is the name's, and two signatures over one label are two.
func TestSignatures(t *testing.T) {
	for _, c := range []struct{ name, picture, want string }{
		{"one", `
/s/ Idris Marlowe                  03/07/2024
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe | 03/07/2024; ** Signature of Reporting Person | Date"},
		{"two, each with its label", `
/s/ Idris Marlowe                  03/07/2024
** Signature of Reporting Person   Date
/s/ Basil Quince                   03/08/2024
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe | 03/07/2024; ** Signature of Reporting Person | Date; /s/ Basil Quince | 03/08/2024; ** Signature of Reporting Person | Date"},
		{"two over one label", `
/s/ Idris Marlowe                  03/07/2024

/s/ Basil Quince                   03/08/2024
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe | 03/07/2024; /s/ Basil Quince | 03/08/2024; ** Signature of Reporting Person | Date"},
		{"a wrapped name over one label", `
/s/ Idris Marlowe                  03/07/2024
for the trust

/s/ Basil Quince                   03/08/2024
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe / for the trust | 03/07/2024; /s/ Basil Quince | 03/08/2024; ** Signature of Reporting Person | Date"},
		{"a date within a name", `
Trust u/a/d 01/02/2003             03/07/2024
** Signature of Reporting Person   Date
`, "Trust u/a/d 01/02/2003 | 03/07/2024; ** Signature of Reporting Person | Date"},
		{"the name's date alone", `
Trust of 01/02/2003 by its
trustee                            03/07/2024
** Signature of Reporting Person   Date
`, "Trust of 01/02/2003 by its / trustee | 03/07/2024; ** Signature of Reporting Person | Date"},
		{"a label of two lines", `
/s/ Idris Marlowe                  03/07/2024
** Signature of Reporting          Date
Person
`, "/s/ Idris Marlowe | 03/07/2024; ** Signature of Reporting / Person | Date"},
		{"the date in the label's second line", `
/s/ Idris Marlowe                  03/07/2024
** Signature of Reporting
Person                             Date
`, "/s/ Idris Marlowe | 03/07/2024; ** Signature of Reporting / Person | Date"},
		{"without a label", `
/s/ Idris Marlowe                  03/07/2024
`, "/s/ Idris Marlowe | 03/07/2024"},
		{"words under the date", `
/s/ Idris Marlowe                  March 7
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe | March 7; ** Signature of Reporting Person | Date"},
		{"no date", `
/s/ Idris Marlowe
** Signature of Reporting Person   Date
`, "/s/ Idris Marlowe | ; ** Signature of Reporting Person | Date"},
	} {
		l := linesIn(c.picture, true, false)
		l.signatures(0, len(l.lines))
		if got := strings.Join(allRowsOf(l.out, 1), "; "); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
	// What is neither signed nor dated is no signature.
	l := linesIn("/s/ Idris Marlowe                  03/07/2024\nExhibit 24", true, false)
	l.signatures(0, len(l.lines))
	if got := paragraphsOf(l.out); len(got) != 1 || got[0] != "Exhibit 24" {
		t.Errorf("%q", got)
	}
	for i := range l.out {
		if b := &l.out[i]; b.Table > 0 && (b.Row != 0 || b.Col != int32(i)) {
			t.Errorf("cell %d is in row %d, column %d", i, b.Row, b.Col)
		}
	}
}

// TestWrapsName: a line over that of the date has the beginning of the name if it ends before
// the date, begins where the rest of the name does, and no white is between.
func TestWrapsName(t *testing.T) {
	p := &sheetPage{letter: 5, height: 10}
	dated := &line{words: []token{wordAt("in-Fact", 100, 140), wordAt("03/07/2024", 300, 350)}}
	for _, c := range []struct {
		name string
		ln   *line
		gap  float32
		want bool
	}{
		{"a name", &line{words: []token{wordAt("Idris", 100, 140)}}, 0.2, true},
		{"a little to the left", &line{words: []token{wordAt("Idris", 93, 140)}}, 0.2, true},
		{"a little to the right", &line{words: []token{wordAt("Idris", 107, 140)}}, 0.2, true},
		{"too far left", &line{words: []token{wordAt("Idris", 92, 140)}}, 0.2, false},
		{"too far right", &line{words: []token{wordAt("Idris", 108, 140)}}, 0.2, false},
		{"signed", &line{words: []token{wordAt("/s/", 50, 60), wordAt("Idris", 70, 140)}}, 0.2, true},
		{"white between", &line{words: []token{wordAt("Idris", 100, 140)}}, 0.61, false},
		{"almost white", &line{words: []token{wordAt("Idris", 100, 140)}}, 0.6, true},
		{"up to the date", &line{words: []token{wordAt("Idris", 100, 296)}}, 0.2, false},
		{"almost to it", &line{words: []token{wordAt("Idris", 100, 295)}}, 0.2, true},
		{"with a date", &line{words: []token{wordAt("03/06/2024", 100, 140)}}, 0.2, false},
		{"on another page", &line{page: 1, words: []token{wordAt("Idris", 100, 140)}}, 0.2, false},
	} {
		if got := p.wrapsName(c.ln, dated, c.gap); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	alone := &line{words: []token{wordAt("03/07/2024", 300, 350)}}
	if !p.wrapsName(&line{words: []token{wordAt("Idris", 20, 140)}}, alone, 0.2) {
		t.Error("a date alone in its line has no name above it")
	}
}
