package pdf

import (
	"strings"
	"unicode/utf16"

	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/sheet"
)

// maxTyped bounds what is read of the text of a field.
const maxTyped = 20_000

// inherited looks a key of a field up in it and in the fields that it is part of
// (12.7.3).
func inherited(field library.Value, key string) library.Value {
	for range 20 {
		if v := field.Key(key); v.Kind() != library.Null {
			return v
		}
		if field = field.Key("Parent"); field.Kind() != library.Dict {
			break
		}
	}
	return library.Value{}
}

// field writes what a field of a form holds if its appearance does not tell: a box to
// tick as the word for it, and the text of a field that was filled in by a program
// which leaves the drawing to others. It reports whether nothing is left to draw.
func (in *interpreter) field(a library.Value, base matrix) bool {
	if a.Key("Subtype").Name() != "Widget" {
		return false
	}
	rect, ok := rectangle(a.Key("Rect"))
	if !ok {
		return false
	}
	const pushButton = 1 << 16
	switch inherited(a, "FT").Name() {
	case "Btn":
		if inherited(a, "Ff").Int64()&pushButton != 0 {
			return true
		}
		text := sheet.Unchecked
		if on := a.Key("AS").Name(); on != "" && on != "Off" {
			text = sheet.Checked
		}
		in.write(text, rect[0], rect[1]+0.2*(rect[3]-rect[1]), rect[3]-rect[1], rect[2]-rect[0], base)
		return true
	case "Tx", "Ch":
		v := inherited(a, "V")
		if a.Key("AP").Key("N").Kind() == library.Stream || v.Kind() != library.String {
			return false
		}
		text := textString(v.RawString())
		lines := strings.FieldsFunc(text[:min(len(text), maxTyped)], func(r rune) bool { return r == '\r' || r == '\n' })
		if len(lines) > 100 {
			lines = lines[:100]
		}
		size := min(10, 0.8*(rect[3]-rect[1])/float64(max(1, len(lines))))
		y := rect[3] - 1.05*size
		for _, line := range lines {
			x := rect[0] + 2
			for _, w := range strings.Fields(line) {
				width := 0.0
				for _, r := range w {
					width += 0.5 * size
					if r >= 32 && r < 127 {
						width += (float64(helvetica[r-32])/1000 - 0.5) * size
					}
				}
				if x+width > rect[2] && x > rect[0]+2 {
					x, y = rect[0]+2, y-1.15*size
				}
				in.write(w, x, y, size, width, base)
				x += width + 0.28*size
			}
			y -= 1.15 * size
		}
		return true
	}
	return false
}

// write sets a word on the page.
func (in *interpreter) write(text string, x, y, size, width float64, base matrix) {
	in.d.clock.tick()
	if in.d.glyphs += 2; in.d.glyphs > maxGlyphs || len(in.page.glyphs) > maxOnPage {
		panic(in.d.tooMany())
	}
	in.page.letters++
	gx, gy := base.point(x, y)
	in.page.glyphs = append(in.page.glyphs,
		glyph{space: true, font: in.d.font(library.Value{})},
		glyph{text: text, x: sane(gx), y: sane(gy), dx: sane(base[0] * width), dy: sane(base[1] * width), size: sane(size), font: in.d.font(library.Value{}), tag: -1})
}

// textString decodes a text of the document itself (7.9.2.2).
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xFE\xFF"):
		var u []uint16
		for i := 2; i+1 < len(s); i += 2 {
			u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(u))
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(s[3:], "\ufffd")
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < 32 {
			b.WriteByte(c)
		} else {
			b.WriteString(baseLetter("WinAnsiEncoding", c))
		}
	}
	return b.String()
}
