package formreader

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestSignatureBelow: name and date stand under their label; what stands after the date
// is no part of the signature.
func TestSignatureBelow(t *testing.T) {
	for _, c := range []struct{ cells, name, date, signed string }{
		{"Signature|/s/ Odile M. Ferrand|03/07/2012|Next|More", "/s/ Odile M. Ferrand", "03/07/2012", "[1 2]"},
		{"Signature||Date|/s/ Odile M. Ferrand|03/07/2012|Next", "/s/ Odile M. Ferrand", "03/07/2012", "[1 2 3 4]"},
		{"Signature|03/07/2012", "", "", "[]"},
		{"Signature", "", "", "[]"},
	} {
		r := signatureReader{document: &document{f: &ownership.Filing{}, blocks: blocksOf(c.cells)}, signed: map[int]bool{}}
		for i := range r.blocks {
			r.blocks[i].Table = 1
		}
		r.signatureBelow(0)
		if got := fmt.Sprint(slices.Sorted(maps.Keys(r.signed))); got != c.signed {
			t.Errorf("%q: the blocks %s, want %s", c.cells, got, c.signed)
		}
		var name string
		if len(r.f.Signatures) > 0 {
			name = r.f.Signatures[0].Name.V
			if date, _ := printed.ParseDate(c.date); r.f.Signatures[0].Date.V != date {
				t.Errorf("%q: the date is %v", c.cells, r.f.Signatures[0].Date.V)
			}
		}
		if strings.TrimSpace(name) != c.name {
			t.Errorf("%q: the name is %q", c.cells, name)
		}
	}
}

// TestDateAtEnd: a date may be one word to three, and stands at the end of a line.
func TestDateAtEnd(t *testing.T) {
	for text, want := range map[string]string{
		"/s/ Odile M. Ferrand 03/07/2012": "/s/ Odile M. Ferrand|03/07/2012", "/s/ Odile March 7, 2012": "/s/ Odile|March 7, 2012", "03/07/2012": "|03/07/2012",
		"March 7, 2012": "|March 7, 2012", "03/07/2012 /s/ Odile": "03/07/2012 /s/ Odile|", "/s/ Odile": "/s/ Odile|", "": "|",
	} {
		rest, date := dateAtEnd(words(text, 0))
		if got := printed.Joined(rest) + "|" + printed.Joined(date); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSignaturesAbove: what stands right before its label is a signature if it has a date
// or "/s/"; notes, remarks and the heading above are none of it.
func TestSignaturesAbove(t *testing.T) {
	const label = "|** Signature of Reporting Person|Date"
	for _, c := range []struct{ cells, want string }{
		{"/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"Odile M. Ferrand|03/07/2012" + label, "Odile M. Ferrand 2012-03-07"},
		{"/s/ Odile M. Ferrand" + label, "/s/ Odile M. Ferrand Blank"},
		{"Odile M. Ferrand" + label, ""}, // nothing shows that it was signed
		{"03/07/2012" + label, ""},
		{"(1) Held.|/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"Signatures|/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"Remarks: see|/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"Explanation of Responses:|/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"a|/s/|Odile|M.|Ferrand,|as trustee|03/07/2012" + label, "/s/ Odile M. Ferrand, as trustee 2012-03-07"}, // six blocks at most
		{strings.Repeat("word ", 41) + "|/s/ Odile M. Ferrand|03/07/2012" + label, "/s/ Odile M. Ferrand 2012-03-07"},
		{"/s/ Odile Ferrand Trust u/a/d 01/02/2003|03/07/2012" + label, "/s/ Odile Ferrand Trust u/a/d 01/02/2003 2012-03-07"},
		{"/s/ Odile 03/07/2012" + label + "|/s/ Ada 03/08/2012" + label, "/s/ Odile 2012-03-07;/s/ Ada 2012-03-08"},
	} {
		r := signatureReader{document: &document{f: &ownership.Filing{}, blocks: blocksOf(c.cells)}, signed: map[int]bool{}}
		r.readSignatures()
		var got []string
		for _, s := range r.f.Signatures {
			date := s.Date.V.String()
			if s.Date.State != ownership.Known {
				date = "Blank"
			}
			got = append(got, s.Name.V+" "+date)
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%.60q: %q, want %q", c.cells, s, c.want)
		}
	}
}

// TestSignaturesInRows: the rows of a table over a label are signatures, one a row; where
// there is no label at all, "/s/" and a date beside it show one.
func TestSignaturesInRows(t *testing.T) {
	for _, c := range []struct {
		name, cells string
		table, row  []int32
		want        int
	}{
		{"two rows", "/s/ Odile|03/07/2012|/s/ Ada|03/08/2012|** Signature of Reporting Person|Date", []int32{1, 1, 1, 1, 1, 1}, []int32{0, 0, 1, 1, 2, 2}, 2},
		{"without a label", "/s/ Odile|03/07/2012", []int32{1, 1}, []int32{0, 0}, 1},
		{"the last two of three", "a|/s/ Odile|03/07/2012", []int32{1, 1, 1}, []int32{0, 0, 0}, 1},
		{"in two rows", "/s/ Odile|03/07/2012", []int32{1, 1}, []int32{0, 1}, 0},
		{"in two tables", "/s/ Odile|03/07/2012", []int32{1, 2}, []int32{0, 0}, 0},
		{"in no table", "/s/ Odile|03/07/2012", []int32{0, 0}, []int32{0, 0}, 0},
		{"more than a date", "/s/ Odile|on 03/07/2012", []int32{1, 1}, []int32{0, 0}, 0},
		{"no signature", "Odile|03/07/2012", []int32{1, 1}, []int32{0, 0}, 0},
	} {
		blocks := blocksOf(c.cells)
		for i := range blocks {
			blocks[i].Table, blocks[i].Row = c.table[i], c.row[i]
		}
		r := signatureReader{document: &document{f: &ownership.Filing{}, blocks: blocks}, signed: map[int]bool{}}
		r.readSignatures()
		if got := len(r.f.Signatures); got != c.want {
			t.Errorf("%s: %d signatures, want %d", c.name, got, c.want)
		}
	}
}

// TestApart: plain text runs the lines over a signature's label together; they are blocks
// of their own, and other paragraphs stay whole.
func TestApart(t *testing.T) {
	paragraph := func(lines string) sheet.Block { return sheet.Block{Lines: textLines(lines)} }
	cell := paragraph("a/** Signature of Reporting Person")
	cell.Table = 1
	for name, c := range map[string]struct {
		blocks []sheet.Block
		want   int
	}{
		"a label in a paragraph": {[]sheet.Block{paragraph("a/b"), paragraph("By Odile/** Signature of Reporting Person/Date"), paragraph("c/d")}, 5},
		"a label alone":          {[]sheet.Block{paragraph("** Signature of Reporting Person"), paragraph("c/d")}, 2},
		"no label":               {[]sheet.Block{paragraph("a/b"), paragraph("c/d")}, 2},
		"a cell":                 {[]sheet.Block{cell}, 1},
	} {
		if got := len(apart(c.blocks)); got != c.want {
			t.Errorf("%s: %d blocks, want %d", name, got, c.want)
		}
	}
}
