package formreader

import (
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// TestSymbolInBrackets: forms before 2003 print the symbol after the name in round
// brackets; where the issuer was incorporated stands there too, and is none.
func TestSymbolInBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"QUILLMARK INC (QLMK)":             "QUILLMARK INC|QLMK",
		"QUILLMARK INC (NYSE: QLMK)":       "QUILLMARK INC|NYSE: QLMK",
		"QUILLMARK INC (NYSE : Q.A)":       "QUILLMARK INC|NYSE : Q.A",
		"QUILLMARK INC (A B C D)":          "QUILLMARK INC|A B C D",
		"QUILLMARK INC (A B C D E)":        "", // too much for a symbol
		"QUILLMARK INC (DE)":               "",
		"QUILLMARK INC (Delaware)":         "",
		"QUILLMARK INC (the Issuer)":       "",
		"QUILLMARK INC (QLMK) and another": "",
		"QUILLMARK INC ()":                 "",
		"QUILLMARK INC":                    "",
		"(QLMK)":                           "",
		"Q (QLMK)":                         "Q|QLMK",
	} {
		name, symbol, ok := symbolInBrackets(words(text, 0))
		got := ""
		if ok {
			got = printed.Joined(name) + "|" + printed.Joined(symbol)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLooksSymbol(t *testing.T) {
	for text, want := range map[string]bool{"QLMK": true, "Q.A": true, "Q-A": true, "Q/A": true, "ABCDEFGHIJ": true, "ABCDEFGHIJK": false, "A": true, "Z": true, "Qlmk": false, "Q1": false, "Q A": false} {
		if got := looksSymbol(words(text, 0)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestOneDate: among words that a machine misread the one that is a date is the box's;
// where there are two or none, nothing tells.
func TestOneDate(t *testing.T) {
	for _, c := range []struct {
		text, want string
		damaged    bool
	}{
		{"(Mcnth/Doy/Year) 03/05/2012", "03/05/2012", true},
		{"03/05/2012 (Mcnth", "03/05/2012", true},
		{"03/05/2012 03/06/2012", "03/05/2012 03/06/2012", true},
		{"March 5, 2012", "March 5, 2012", true},
		{"(Mcnth 03/05/2012", "(Mcnth 03/05/2012", false},
		{"", "", true},
	} {
		r := &headerReader{document: &document{damaged: c.damaged}}
		if got := printed.Joined(r.oneDate(words(c.text, 0))); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestTitleLine: the title stands in the first lines of a block, or is short; a sentence
// that speaks of the form is none.
func TestTitleLine(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  byte
	}{
		{[]string{"FORM 4"}, '4'},
		{[]string{"SEC Form 3"}, '3'},
		{[]string{"Form 5"}, '5'},
		{[]string{"Form 4 filed today"}, 0},
		{[]string{"FORM 4 X"}, '4'},
		{[]string{"F0RM 4 X"}, '4'},
		{[]string{"UNITED STATES", "Washington", "FORM 4 A"}, '4'},
		{[]string{"UNITED STATES", "FORM 4 A B"}, '4'},
		{[]string{"UNITED STATES", "Washington", "FORM 4 A B"}, 0},
		{[]string{"UNITED STATES"}, 0},
		{nil, 0},
	} {
		var b sheet.Block
		for _, l := range c.lines {
			b.Lines = append(b.Lines, words(l, 0))
		}
		got, line := titleLine(&b)
		if got != c.want || (got != 0) != (len(line) > 0) {
			t.Errorf("%q: %q, want %q", c.lines, got, c.want)
		}
	}
}

// TestLooksMisread: letters of other scripts and escaped dollar signs show that a machine
// read the text; letters of other scripts in plenty that look like no Latin ones do not.
func TestLooksMisread(t *testing.T) {
	for text, want := range map[string]bool{"Common Stock|\\$ 0.75": true, "Соmmon Stock": true, "Common Stock|$ 0.75": false, "é ü Ω": false, "": false} {
		if got := looksMisread(blocksOf(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
