package pdf

import (
	"iter"
	"strings"
	"unicode/utf8"

	library "github.com/ledongthuc/pdf"
)

// font is what is needed of one: how strings part into codes, how wide each is, and
// which letters it shows.
type font struct {
	composite bool
	widths    map[int]float64
	otherwise float64     // the width of codes without one
	standard  *[95]uint16 // widths of a standard font, from the space on
	unicode   *cmap       // ToUnicode
	codesIn   *cmap       // the encoding of a composite font, nil for two bytes each
	letters   [256]string // of a simple font
	symbols   string      // the name of a font of symbols
	torn      bool        // ToUnicode is damaged
	type3     float64     // units of a Type 3 font, 0 for others
	guess     bool        // it does not say which letters it shows
	read      reading     // how such a font is read
	spanned   bool        // each word is spread over its place with the space after it
}

// code is one code of a string.
type code struct {
	value int
	bytes int
	space bool // a single byte 32, to which word spacing is added
}

// font reads a font once.
func (d *document) font(v library.Value) *font {
	if kind := v.Key("Subtype").Name(); v.Kind() != library.Dict || v.Key("Type").Name() != "Font" && v.Key("Type").Kind() != library.Null ||
		kind != "Type0" && kind != "Type1" && kind != "MMType1" && kind != "TrueType" && kind != "Type3" {
		// Its letters are not known, but that there are some must show.
		if d.lost == nil {
			d.lost = &font{otherwise: 500, read: unread}
		}
		return d.lost
	}
	key := v.Key(numberKey).Int64()
	if f := d.fonts[key]; f != nil && key > 0 {
		return f
	}
	if d.fontsRead++; d.fontsRead > maxFonts {
		panic(refuse(Bound, "This PDF has more fonts than any form.", elsewhere))
	}
	f := d.readFont(v)
	d.fonts[key] = f
	return f
}

func (d *document) readFont(v library.Value) *font {
	f := &font{widths: map[int]float64{}, guess: guesses(v)}
	if u := v.Key("ToUnicode"); u.Kind() == library.Stream {
		b, whole := part(u)
		f.unicode, f.torn = d.readCMap(b), !whole
	}
	kind := v.Key("Subtype").Name()
	if base := v.Key("BaseFont").Name(); strings.Contains(strings.ToLower(base), "dings") || strings.Contains(strings.ToLower(base), "dingbats") {
		f.symbols, f.guess = base, false
	}
	if kind == "Type0" {
		f.composite = true
		// The font without letters of a common reader of pictures, Tesseract.
		f.spanned = v.Key("BaseFont").Name() == "GlyphLessFont"
		if e := v.Key("Encoding"); e.Kind() == library.Stream {
			b, _ := part(e)
			f.codesIn = d.readCMap(b)
		}
		child := v.Key("DescendantFonts").Index(0)
		f.otherwise = 1000
		if w := child.Key("DW"); w.Kind() == library.Integer || w.Kind() == library.Real {
			f.otherwise = sane(w.Float64())
		}
		d.cidWidths(f, child.Key("W"))
		f.read = unread
		return f
	}
	if kind == "Type3" {
		f.type3 = matrixOf(v.Key("FontMatrix"))[0]
		if f.type3 == 0 {
			f.type3 = 0.001
		}
	}
	first := v.Key("FirstChar").Int64()
	widths := v.Key("Widths")
	for i := range min(widths.Len(), 256) {
		d.clock.tick()
		if c := first + int64(i); c >= 0 && c < 256 {
			f.widths[int(c)] = sane(widths.Index(i).Float64())
		}
	}
	f.otherwise = sane(v.Key("FontDescriptor").Key("MissingWidth").Float64())
	base := v.Key("BaseFont").Name()
	if widths.Len() == 0 && kind != "Type3" {
		f.standard = standardWidths(base)
	}
	f.encode(v.Key("Encoding"), kind, base)
	return f
}

// cidWidths reads the widths of a composite font: "c [w1 w2 …]" and "c1 c2 w"
// (9.7.4.3).
func (d *document) cidWidths(f *font, w library.Value) {
	left := 300_000
	for i := 0; i < w.Len() && left > 0; {
		d.clock.tick()
		first := int(w.Index(i).Int64())
		switch second := w.Index(i + 1); second.Kind() {
		case library.Array:
			for j := range second.Len() {
				if left--; left < 0 {
					return
				}
				f.widths[first+j] = sane(second.Index(j).Float64())
			}
			i += 2
		default:
			last := int(second.Int64())
			width := sane(w.Index(i + 2).Float64())
			for c := first; c <= last && c-first < 70_000; c++ {
				if left--; left < 0 {
					return
				}
				f.widths[c] = width
			}
			i += 3
		}
	}
}

// encode finds the letters of a simple font's codes: a base encoding, and what
// differs from it by the names of letters.
func (f *font) encode(e library.Value, kind, base string) {
	name, symbolic := e.Name(), false
	if e.Kind() == library.Dict {
		name = e.Key("BaseEncoding").Name()
	}
	switch {
	case name == "" && kind == "TrueType":
		name = "WinAnsiEncoding"
	case name == "" && (base == "Symbol" || base == "ZapfDingbats"):
		symbolic = true
	}
	for c := range 256 {
		if !symbolic {
			f.letters[c] = baseLetter(name, byte(c))
		}
	}
	differences := e.Key("Differences")
	at := 0
	for i := range min(differences.Len(), 2000) {
		switch x := differences.Index(i); x.Kind() {
		case library.Integer:
			at = int(x.Int64())
		case library.Name:
			if at >= 0 && at < 256 {
				f.letters[at] = letterNamed(x.Name())
			}
			at++
		}
	}
}

// codes parts a string.
func (f *font) codes(s string) iter.Seq[code] {
	return func(yield func(code) bool) {
		for i := 0; i < len(s); {
			c := code{value: int(s[i]), bytes: 1, space: s[i] == ' '}
			if f.composite {
				n := 2
				if f.codesIn != nil {
					n = f.codesIn.length(s[i:])
				}
				if i+n > len(s) {
					return
				}
				c = code{bytes: n}
				for _, b := range []byte(s[i : i+n]) {
					c.value = c.value<<8 | int(b)
				}
				c.space = n == 1 && s[i] == ' '
			}
			if !yield(c) {
				return
			}
			i += c.bytes
		}
	}
}

func (f *font) width(c int) float64 {
	if f.codesIn != nil {
		c = f.codesIn.cid(c)
	}
	if w, ok := f.widths[c]; ok {
		return w
	}
	if f.standard != nil && c >= 32 && c < 127 {
		return float64(f.standard[c-32])
	}
	if f.standard != nil && f.otherwise == 0 {
		return 500
	}
	return f.otherwise
}

// text gives the letters of a code, and whether the font says which they are.
func (f *font) text(c code) (string, bool) {
	if f.symbols != "" {
		return f.symbol(c)
	}
	if f.unicode != nil {
		if s, ok := f.unicode.text(c.value); ok {
			return s, true
		}
	}
	if f.torn || f.composite && (!f.guess || c.value > 255) {
		return "\ufffd", false
	}
	if s := f.letters[c.value&255]; s != "" {
		return s, true
	}
	return "\ufffd", false
}

// symbol gives what a font of symbols shows. What ToUnicode says counts, unless that
// is the code itself or a private letter.
func (f *font) symbol(c code) (string, bool) {
	letters, known := "", false
	if f.unicode != nil {
		letters, known = f.unicode.text(c.value)
	}
	r := rune(c.value)
	if known {
		r, _ = utf8.DecodeRuneInString(letters)
	}
	if private := r >= 0xF000 && r <= 0xF0FF; private || int(r) == c.value {
		if s := symbolIn(f.symbols, r); s != "" {
			return s, true
		}
	}
	if !known && !f.composite {
		letters = f.letters[c.value&255]
		known = letters != ""
	}
	if !known {
		return "\ufffd", false
	}
	return letters, true
}
