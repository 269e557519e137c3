package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// linesOfText makes lines of words that stand where they stand in a text, with bars
// between the lines.
func linesOfText(text string) (lines [][]sheet.Word) {
	for _, c := range cellsOfText(text) {
		lines = append(lines, c.Lines...)
	}
	return lines
}

// TestIssuer: the box of the issuer says "Name [SYMBOL]"; forms before 2003 print the
// symbol on a line of its own or in round brackets, and some issuers have none.
func TestIssuer(t *testing.T) {
	for box, want := range map[string]string{
		"QUILLMARK INC [QLMK]":          "QUILLMARK INC|QLMK",
		"QUILLMARK INC [ QLMK ]":        "QUILLMARK INC|QLMK",
		"QUILLMARK INC[QLMK]":           "QUILLMARK INC|QLMK",
		"QUILLMARK INC [QLMK] NASDAQ":   "QUILLMARK INC|QLMK",
		"QUILLMARK INC [QLMK]NASDAQ":    "QUILLMARK INC|QLMK",
		"QUILLMARK INC [QLMK":           "QUILLMARK INC|QLMK",
		"QUILLMARK INC [QLMK, QLMK.A]":  "QUILLMARK INC|QLMK, QLMK.A",
		"QUILLMARK [OLD] INC [QLMK]":    "QUILLMARK [OLD] INC|QLMK",
		"QUILLMARK INC []":              "QUILLMARK INC|",
		"QUILLMARK INC [ ]":             "QUILLMARK INC|",
		"[QLMK]":                        "|QLMK",
		"QUILLMARK|INC [QLMK]":          "QUILLMARK INC|QLMK",
		"QUILLMARK INC|QLMK":            "QUILLMARK INC|QLMK",
		"QUILLMARK INC|OF MARLOW":       "QUILLMARK INC OF MARLOW|",
		"QUILLMARK|INC|QLMK":            "QUILLMARK INC|QLMK",
		"QLMK":                          "QLMK|",
		"QUILLMARK INC (QLMK)":          "QUILLMARK INC|QLMK",
		"QUILLMARK INC (Delaware)":      "QUILLMARK INC (Delaware)|",
		"QUILLMARK INC":                 "QUILLMARK INC|",
		"":                              "|",
		"QUILLMARK INC (QLMK) [QLMK.A]": "QUILLMARK INC (QLMK)|QLMK.A",
	} {
		r := &headerReader{sourceOf(box), &boxes{}}
		r.boxes.lines[form.BoxIssuer] = linesOfText(box)
		r.issuer()
		name, symbol := &r.f.Issuer.Name, &r.f.Issuer.TradingSymbol
		if got := name.V + "|" + symbol.V; got != want {
			t.Errorf("%q: %q, want %q", box, got, want)
		}
		for _, v := range []*ownership.Value[string]{name, symbol} {
			if (v.V != "") != (v.State == ownership.Known) {
				t.Errorf("%q: %q is %s", box, v.V, v.State)
			}
		}
	}
}

// TestDocumentType: the title says the form's number, else the name of the statement does;
// "/A" in the title or a date in the box "If Amendment" makes it an amendment.
func TestDocumentType(t *testing.T) {
	for _, c := range []struct {
		name, header, amendment string
		original                bool // its date was read
		want, raw               string
	}{
		{"a title", "UNITED STATES|FORM 4|5. Relationship", "", false, "4", "FORM 4"},
		{"the first title counts", "FORM 3|FORM 4", "", false, "3", "FORM 3"},
		{"an amendment by its title", "FORM 4/A", "", false, "4/A", "FORM 4/A"},
		{"an amendment by its date", "FORM 4", "", true, "4/A", "FORM 4"},
		{"an amendment by a date that is not read", "FORM 4", "3/5/Z012", false, "4/A", "FORM 4"},
		{"words of the label", "FORM 4", "Month Day Year", false, "4", "FORM 4"},
		{"the statement's name", "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", "", false, "3", "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES"},
		{"its amendment", "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", "03/05/2012", false, "3/A", "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES"},
		{"another block's name", "UNITED STATES|ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES", "", false, "5", "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES"},
		{"nothing", "UNITED STATES", "", true, "", ""},
	} {
		r := &headerReader{sourceOf(c.header), &boxes{}}
		var blocks []sheet.Block
		for _, l := range linesOfText(c.header) {
			blocks = append(blocks, sheet.Block{Lines: [][]sheet.Word{l}})
		}
		r.blocks, r.header = blocks, blocks
		r.boxes.lines[form.BoxAmendment] = [][]sheet.Word{words(c.amendment, 0)}
		if c.original {
			r.f.DateOfOriginalSubmission.State = ownership.Known
		}
		r.documentType()
		v := &r.f.DocumentType
		if string(v.V) != c.want || v.Raw != c.raw || (c.want != "") != (v.State == ownership.Known) {
			t.Errorf("%s: %q of %q (%s), want %q of %q", c.name, v.V, v.Raw, v.State, c.want, c.raw)
		}
	}
}

// TestReadHeader: the date of the original filing is read only where the form has that box,
// among what is left of its label.
func TestReadHeader(t *testing.T) {
	for _, c := range []struct {
		name, period, amendment string
		found                   bool
		want                    string
	}{
		{"no amendment", "03/05/2012", "", true, "4 2012-03-05 blank"},
		{"an amendment", "03/05/2012", "03/01/2012", true, "4/A 2012-03-05 2012-03-01"},
		{"with words of the label", "03/05/2012", "Original 03/01/2012 Filed", true, "4/A 2012-03-05 2012-03-01"},
		{"no such box", "03/05/2012", "", false, "4 2012-03-05 absent"},
		{"a date that is none", "03/45/2012", "13/01/2012", true, "4/A malformed 03/45/2012 malformed 13/01/2012"},
		{"nothing", "", "", true, "4 blank blank"},
	} {
		text := c.period + "|" + c.amendment + "|FORM 4"
		r := &headerReader{sourceOf(text), &boxes{}}
		cells := cellsOfText(text)
		r.blocks = []sheet.Block{{Lines: cells[2].Lines}}
		r.header = r.blocks
		r.boxes.lines[form.BoxPeriod], r.boxes.lines[form.BoxAmendment] = cells[0].Lines, cells[1].Lines
		r.boxes.found[form.BoxAmendment] = c.found
		r.readHeader()
		if got := string(r.f.DocumentType.V) + " " + stated(&r.f.PeriodOfReport) + " " + stated(&r.f.DateOfOriginalSubmission); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if v := &r.f.Issuer.ForeignTradingSymbol; v.State != ownership.Absent {
			t.Errorf("%s: a foreign symbol %q", c.name, v.V)
		}
	}
	r := &headerReader{sourceOf("QLM.L"), &boxes{}}
	r.boxes.lines[form.BoxForeignSymbol] = linesOfText("QLM.L")
	if r.readHeader(); r.f.Issuer.ForeignTradingSymbol.V != "QLM.L" {
		t.Errorf("the foreign symbol is %q", r.f.Issuer.ForeignTradingSymbol.V)
	}
}

// TestDateWords: labels that were not recognised have no digits.
func TestDateWords(t *testing.T) {
	var got []string
	for _, w := range dateWords(words("Original Filed 03/05/2012 (Month/Day/Year) 9", 0)) {
		got = append(got, w.Text)
	}
	if s := strings.Join(got, " "); s != "03/05/2012 9" {
		t.Errorf("%q", s)
	}
}

// TestDropSpecks: specks go out of the boxes that hold text, and stay where a mark in a box
// to tick may look like one.
func TestDropSpecks(t *testing.T) {
	var b boxes
	for k := range b.lines {
		b.lines[k] = [][]sheet.Word{words("| QUILLMARK", 0), words("|", 0)}
	}
	b.dropSpecks()
	for k := range b.lines {
		got := ""
		for _, l := range b.lines[k] {
			for _, w := range l {
				got += w.Text + " "
			}
			got += "/"
		}
		want := "QUILLMARK /"
		if k := form.Box(k); k == form.BoxRelationship || k == form.BoxJoint || k == form.BoxTick {
			want = "| QUILLMARK /| /"
		}
		if got != want {
			t.Errorf("box %d: %q, want %q", k, got, want)
		}
	}
}

// TestSymbolOrLabel: a symbol in square brackets is no label of an address, though it says
// what one does; in round ones it is a symbol after the name, at the end of its line.
func TestSymbolOrLabel(t *testing.T) {
	for _, c := range []struct {
		text      string
		afterName bool
		want      bool
	}{
		{"[ZIP]", false, true}, {"[ZIP]", true, true}, {"[Z]", false, true}, {"[]", true, false}, {"Z]", true, false},
		{"(ZIP)", true, true}, {"(ZIP)", false, false}, {"(Zip)", true, false}, {"(ZIP) (CITY)", true, false}, {"(Z)", true, true}, {"()", true, false},
		{"[ZIP)", true, false}, {"(ZIP]", true, false}, {"ZIP", true, false},
	} {
		blocks := blocksOf(c.text)
		if got := isSymbolIn(place(blocks, 0), c.afterName); got != c.want {
			t.Errorf("%q (after the name %t): %t", c.text, c.afterName, got)
		}
	}
	below := []sheet.Block{{Lines: [][]sheet.Word{words("(ZIP)", 0), words("9 HERON LANE", 0)}}}
	if !isSymbolIn(place(below, 0), true) {
		t.Error("what stands on the next line hides the symbol")
	}
}
