package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// build writes objects, the first of which is the catalog, without any table of them.
func build(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n%%EOF\n")
	return []byte(b.String())
}

// stream is the body of an object with a stream.
func stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// packed is one with a packed stream.
func packed(t testing.TB, data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return stream("/Filter/FlateDecode", b.String())
}

const (
	catalogObject = "<</Type/Catalog/Pages 2 0 R>>"
	pagesObject   = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	pageObject    = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>"
	fontObject    = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
)

// onePage is a page of this content; objects from 6 on may follow.
func onePage(content string, more ...string) []byte {
	return build(append([]string{catalogObject, pagesObject, pageObject, stream("", content), fontObject}, more...)...)
}

// told gives the words of a sheet as a line: "^" before a raised word, "+" before one
// that stands directly after the one before.
func told(s *sheet.Sheet) string {
	var out []string
	for _, p := range s.Pages {
		for _, w := range p.Words {
			mark := ""
			if w.Glued {
				mark += "+"
			}
			if w.Raised {
				mark += "^"
			}
			out = append(out, mark+w.Text)
		}
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	font := func(dict string, more ...string) []byte {
		return build(append([]string{catalogObject, pagesObject, pageObject, stream("", "BT /F 10 Tf 50 300 Td (Ab\001) Tj ET"), dict}, more...)...)
	}
	wide := func(content string) []byte {
		return build(catalogObject, pagesObject, pageObject, stream("", content),
			"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500/W[1[600 600]3 4 700]>>]/ToUnicode 7 0 R>>", "null",
			stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0001> <0004> <0041> <0005> <0006> [<00660069> <20AC>] endbfrange"))
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"space", onePage("BT /F 10 Tf 50 300 Td (Common Stock) Tj ET"), "Common Stock"},
		{"pieces", onePage("BT /F 10 Tf 50 300 Td [(Com) 20 (mon) -400 (Stock)] TJ ET"), "Common Stock"},
		{"letter by letter", onePage("BT /F 10 Tf 1 0 0 1 50 300 Tm (1) Tj 1 0 0 1 56 300 Tm (0) Tj 1 0 0 1 80 300 Tm (5) Tj ET"), "10 5"},
		{"word spacing", onePage("BT /F 10 Tf 20 Tw 50 300 Td (a b) Tj 0 Tw (c) Tj ET"), "a bc"},
		{"letter spacing", onePage("BT /F 10 Tf 5 Tc 50 300 Td (ab) Tj ET"), "a b"},
		{"narrowed", onePage("BT /F 10 Tf 50 Tz 50 300 Td (ab) Tj 100 Tz 1 0 0 1 56 300 Tm (c) Tj ET"), "abc"},
		{"mark", onePage("BT /F 10 Tf 50 300 Td (X) Tj /F 6 Tf 4 Ts (\\(1\\)) Tj ET"), "X +^(1)"},
		{"next cell on another line", onePage("BT /F 10 Tf 50 300 Td (AB) Tj 1 0 0 1 62 294 Tm (CD) Tj ET"), "AB CD"},
		{"quotes", onePage("BT /F 10 Tf 12 TL 50 300 Td (a) Tj (b) ' 1 2 (c) \" ET"), "a b c"},
		{"escapes", onePage("BT /F 10 Tf 50 300 Td (\\101\\)\\\n\\\\) Tj <4242> Tj ET"), "A)\\BB"},
		{"picture inside", onePage("BI /W 1 /H 1 /BPC 8 ID (Tj EI x EI\nBT /F 10 Tf 50 300 Td (A) Tj ET"), "A"},
		{"form", onePage("q 1 0 0 1 100 0 cm /X Do Q", stream("/Type/XObject/Subtype/Form/Resources<</Font<</F 5 0 R>>>>", "BT /F 10 Tf 50 300 Td (A) Tj ET")), "A"},
		{"bold by two prints", onePage("BT /F 10 Tf 50 300 Td (A) Tj 1 0 0 1 50.1 300 Tm (A) Tj ET"), "A"},
		{"differences", font("<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[1/fi 65/Euro/uni0062]>>/FirstChar 0/Widths[500]>>"), "€bfi"},
		{"dingbats", build(catalogObject, pagesObject, pageObject, stream("", "BT /F 10 Tf 50 300 Td (4) Tj 50 0 Td (o) Tj ET"), "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"), "☒ ☐"},
		{"private letters", build(catalogObject, pagesObject, pageObject, stream("", "BT /F 10 Tf 50 300 Td (\x01) Tj 50 0 Td (\x02) Tj ET"), "<</Type/Font/Subtype/TrueType/BaseFont/Wingdings/ToUnicode 6 0 R>>",
			stream("", "2 beginbfchar <01> <F0A8> <02> <2611> endbfchar")), "☐ ☑"},
		{"Wingdings", build(catalogObject, pagesObject, pageObject, stream("", "BT /F 10 Tf 50 300 Td (\xA8 \xFE) Tj ET"), "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Wingdings/FirstChar 32/Widths[500]>>"), "☐ ☒"},
		{"ToUnicode before differences", font("<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[1/fi]>>/ToUnicode 6 0 R>>",
			stream("", "1 beginbfchar <01> <0078> <41> <00FB0001> endbfchar")), "ûbx"},
		{"composite", wide("BT /F 10 Tf 50 300 Td <000100020003> Tj <00050006> Tj ET"), "ABCfi€"},
		{"unknown code", wide("BT /F 10 Tf 50 300 Td <000100020003> Tj <0009> Tj ET"), "ABC\ufffd"},
	} {
		s, err := Read(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := told(s); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestPlaces: words and rules stand where the page shows them, however it is turned.
func TestPlaces(t *testing.T) {
	const content = "BT /F 10 Tf 50 300 Td (AB) Tj ET 50 290 100 0.5 re f 0 0 m 0 0 l S 150 290 m 150 310 l S"
	for rotate, want := range map[int]string{
		0:   "600x400 AB 50,92.5 62,102.2; 50,109.75 150,109.75; 150,90 150,110",
		90:  "400x600 AB",
		180: "600x400 AB",
		270: "400x600 AB",
		-90: "400x600 AB",
	} {
		data := build(catalogObject, pagesObject, strings.Replace(pageObject, "/Resources", fmt.Sprintf("/Rotate %d/Resources", rotate), 1), stream("", content), fontObject)
		s, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		p := s.Pages[0]
		got := fmt.Sprintf("%gx%g", p.Width, p.Height)
		for _, w := range p.Words {
			got += " " + w.Text
			if rotate == 0 {
				got += fmt.Sprintf(" %g,%g %g,%g", w.Box.X0, w.Box.Y0, w.Box.X1, w.Box.Y1)
			}
		}
		for _, r := range p.Rules {
			if rotate == 0 {
				got += fmt.Sprintf("; %g,%g %g,%g", r.X0, r.Y0, r.X1, r.Y1)
			}
		}
		// A page that is turned against its text is turned back.
		if rotate%180 != 0 {
			want = "600x400 AB"
		}
		if got != want {
			t.Errorf("turned by %d: %s, want %s", rotate, got, want)
		}
	}
}

// TestFields: what is typed into a form is read, drawn or not, and boxes say whether
// they are ticked.
func TestFields(t *testing.T) {
	fielded := strings.Replace(pageObject, "/Contents", "/Annots[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]/Contents", 1)
	data := build(catalogObject, pagesObject, fielded, stream("", "BT /F 10 Tf 50 380 Td (Name) Tj ET"), fontObject,
		"<</Type/Annot/Subtype/Widget/FT/Tx/V(Merl \\(1\\))/Rect[50 300 200 312]>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/V(drawn)/Rect[50 280 200 292]/AP<</N 11 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Btn/AS/Yes/Rect[50 260 60 270]>>",
		"<</Type/Annot/Subtype/Widget/Parent<</FT/Btn>>/AS/Off/Rect[50 240 60 250]>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/F 2/V(hidden)/Rect[50 220 60 230]>>",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 150 12]/Resources<</Font<</F 5 0 R>>>>", "BT /F 10 Tf 2 2 Td (shown) Tj ET"))
	s, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(s), "Name Merl (1) shown ☒ ☐"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, w := range s.Pages[0].Words {
		if w.Box.X0 < 49 || w.Box.X1 > 201 || w.Box.Y0 < 0 || w.Box.Y1 > 400 {
			t.Errorf("%q stands at %v", w.Text, w.Box)
		}
	}
}

// TestRefused: what cannot be read says why.
func TestRefused(t *testing.T) {
	const hello = "BT /F 10 Tf 50 300 Td (Hello) Tj ET"
	good := onePage(hello)
	whole := func(object int, body string) []byte {
		objects := []string{catalogObject, pagesObject, pageObject, stream("", hello), fontObject}
		objects[object-1] = body
		return build(objects...)
	}
	broken := []byte(packed(t, hello))
	broken[len(broken)-25] ^= 8
	many, list := []string{catalogObject, "", pageObject, stream("", ""), fontObject}, ""
	for range 501 {
		list += fmt.Sprintf("%d 0 R ", len(many)+1)
		many = append(many, pageObject)
	}
	many[1] = "<</Type/Pages/Kids[" + list + "]>>"
	picture := stream("/Type/XObject/Subtype/Image/Width 1/Height 1/Filter/DCTDecode", "x")
	for _, c := range []struct {
		name   string
		data   []byte
		kind   Kind
		reason string
	}{
		{"nothing", []byte("%PDF-1.7\n%%EOF"), Damaged, "This PDF is damaged: it has no list of pages."},
		{"no pages", whole(2, "<</Type/Pages/Kids[]/Count 0>>"), Damaged, "This PDF has no pages."},
		{"page missing", whole(2, "<</Type/Pages/Kids[3 0 R 77 0 R]>>"), Damaged, "This PDF is damaged: page 2 is not in the file."},
		{"pages without pages", whole(3, "<</Type/Pages/Kinds[4 0 R]>>"), Damaged, "This PDF is damaged: the list of pages breaks off at page 1."},
		{"pages in a circle", whole(2, "<</Type/Pages/Kids[2 0 R]>>"), Damaged, "This PDF is damaged: its list of pages leads in circles."},
		{"content missing", whole(3, strings.Replace(pageObject, "4 0 R", "44 0 R", 1)), Damaged, "This PDF is damaged: a part of page 1 is not in the file."},
		{"content changed", whole(4, string(broken)), Damaged, "This PDF is damaged: the content of page 1 breaks off or is changed."},
		{"content cut", good[:bytes.Index(good, []byte("Hello"))], Damaged, "This PDF is damaged: the content of page 1 breaks off or is changed."},
		{"page twice", whole(2, "<</Type/Pages/Kids[3 0 R 3 0 R]>>"), Damaged, "This PDF is damaged: the list of pages breaks off at page 2."},
		{"page that is none", whole(2, "<</Type/Pages/Kids[5 0 R]>>"), Damaged, "This PDF is damaged: the list of pages breaks off at page 1."},
		{"pages fewer than said", whole(2, "<</Type/Pages/Kids[3 0 R]/Count 2>>"), Damaged, "This PDF is damaged: of 2 pages, 1 can be found."},
		{"content that is none", whole(4, "<</Length 20>>"), Damaged, "This PDF is damaged: the content of page 1 is not in its place."},
		{"content that is a picture", whole(4, picture), Damaged, "This PDF is damaged: the content of page 1 breaks off or is changed."},
		{"content of noise", whole(4, stream("", hello+strings.Repeat(" noise", 30))), Damaged, "This PDF is damaged: the content of page 1 makes no sense."},
		{"form missing", onePage(hello + " /X Do"), Damaged, "This PDF is damaged: a part of page 1 is not in its place."},
		{"filter", whole(4, stream("/Filter/JBIG2Decode", hello)), Filter, "The text of this PDF is packed in a way that is not read here (JBIG2Decode)."},
		{"too many pages", build(many...), Bound, "This PDF has more than 500 pages."},
		{"picture", onePage("600 0 0 400 0 0 cm /X Do", picture), Picture, "This is a scan: its pages are pictures without a text layer, so there are no words to read."},
		{"no word", onePage("0 0 m 10 10 l S"), NoWord, "This PDF opens, but there is no readable word on its pages."},
		{"font missing", whole(3, strings.Replace(pageObject, "/F 5 0 R", "", 1)), Damaged, "This PDF is damaged: a font that its text is set in is missing."},
		{"font that is none", whole(5, "<</Type/Page>>"), Damaged, "This PDF is damaged: a font that its text is set in is missing."},
		{"glyphs only", whole(5, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>"), Garbled,
			"The text of this PDF is garbled: its fonts do not say which letters they show."},
		{"other encryption", bytes.Replace(good, []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Encrypt<</Filter/Own>>"), 1), Cipher,
			"This PDF is encrypted for certain readers, in a way that is not read here."},
	} {
		s, err := Read(c.data)
		e, _ := err.(*Error)
		switch {
		case err == nil:
			t.Errorf("%s is read: %s", c.name, told(s))
		case e.Kind != c.kind || e.Reason != c.reason:
			t.Errorf("%s: kind %d, %s\nwant kind %d, %s", c.name, e.Kind, e.Reason, c.kind, c.reason)
		case e.Advice == "":
			t.Errorf("%s: no advice", c.name)
		}
	}
	// These are read all the same.
	for name, data := range map[string][]byte{
		"junk before":   append([]byte("<html>junk\n"), good...),
		"no end":        bytes.TrimSuffix(good, []byte("trailer\n<</Root 1 0 R>>\n%%EOF\n")),
		"zeros after":   append(bytes.Clone(good), make([]byte, 5000)...),
		"of 2.0":        bytes.Replace(good, []byte("1.7"), []byte("2.0"), 1),
		"changed later": append(bytes.Replace(bytes.Clone(good), []byte("Hello"), []byte("Hullo"), 1), "4 0 obj\n"+stream("", hello)+"\nendobj\n"...),
		"packed":        whole(4, packed(t, hello)),
		"length wrong":  whole(4, strings.Replace(stream("", hello), "/Length ", "/Length 9", 1)),
		"a PDF inside": build(catalogObject, pagesObject, pageObject, stream("", hello), fontObject,
			"<</Type/EmbeddedFile/Length 7 0 R>>stream\n"+string(onePage("BT /F 10 Tf 50 300 Td (Other) Tj ET"))+"\nendstream", fmt.Sprint(len(onePage("BT /F 10 Tf 50 300 Td (Other) Tj ET")))),
		"length apart": build(catalogObject, pagesObject, pageObject, "<</Length 6 0 R>>stream\n"+hello+" endstream\nendstream", fontObject, fmt.Sprint(len(hello)+10)),
	} {
		s, err := Read(data)
		if err != nil || told(s) != "Hello" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
