package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// scanned1 is a page with a picture of a ruled line that covers it, and one word of a
// text layer over it.
func scanned1(t *testing.T, around func(string) (filter, data string)) []byte {
	m := image.NewGray(image.Rect(0, 0, 1200, 800))
	for i := range m.Pix {
		m.Pix[i] = 230
	}
	for x := 100; x < 1100; x++ {
		for y := 400; y < 404; y++ {
			m.SetGray(x, y, color.Gray{Y: 5})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	filter, data := around(b.String())
	return onePage("q 600 0 0 400 0 0 cm /X Do Q BT 3 Tr /F 10 Tf 50 300 Td (Hello) Tj ET",
		stream("/Type/XObject/Subtype/Image/Width 1200/Height 800/ColorSpace/DeviceGray/BitsPerComponent 8/Filter"+filter, data))
}

// TestScanIsReadAgain: the picture of a scan is found, packed once or twice, and what it
// shows is in its place; one that cannot be read leaves the text layer as it is.
func TestScanIsReadAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		around func(string) (string, string)
		line   bool
	}{
		{"JPEG", func(s string) (string, string) { return "/DCTDecode", s }, true},
		{"JPEG in a list", func(s string) (string, string) { return "[/DCTDecode]", s }, true},
		{"packed again", func(s string) (string, string) {
			p := packed(t, s)
			return "[/FlateDecode/DCTDecode]", strings.TrimSuffix(p[strings.Index(p, "stream\n")+7:], "\nendstream")
		}, true},
		{"damaged", func(s string) (string, string) { return "/DCTDecode", s[:40] }, false},
		{"of another kind", func(s string) (string, string) { return "/CCITTFaxDecode", s }, false},
		{"unpacked as what it is not", func(s string) (string, string) { return "[/FlateDecode/DCTDecode]", s }, false},
	} {
		s, err := Read(scanned1(t, c.around))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		length := float32(0)
		for _, r := range s.Pages[0].Rules {
			if r.Y0 > 199 && r.Y0 < 203 {
				length += r.X1 - r.X0
			}
		}
		if !s.Scan || c.line != (length > 490 && length < 510) {
			t.Errorf("%s: scan %t, a line of %.0f points", c.name, s.Scan, length)
		}
	}
}

// TestSpannedWords: in the text layer of Tesseract a word is as wide as its place less
// a space; the place is what counts.
func TestSpannedWords(t *testing.T) {
	font := func(base string) *sheet.Sheet {
		data := build(catalogObject, pagesObject, pageObject, stream("", "BT 3 Tr /F 10 Tf 1 0 0 1 50 300 Tm [<004100420020>] TJ 1 0 0 1 90 300 Tm [<00430020>] TJ ET"),
			"<</Type/Font/Subtype/Type0/BaseFont/"+base+"/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500>>]/ToUnicode 7 0 R>>", "null",
			stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"))
		s, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for base, want := range map[string]float32{"GlyphLessFont": 65, "Other": 60} {
		w := font(base).Pages[0].Words
		if len(w) != 2 || w[0].Text != "AB" || w[0].Box.X1 < want-0.1 || w[0].Box.X1 > want+0.1 {
			t.Errorf("%s: %+v, want the first to end at %.0f", base, w, want)
		}
	}
}
