package agreement_test

import (
	"bytes"
	"fmt"
	"image"
	"strconv"
	"strings"
)

// layerWord is a word of the text layer of a scan, in dots of its picture.
type layerWord struct {
	x0, y0, x1, y1 float64
	foot           float64 // of its line, where the word begins
	high           float64 // of the type of its line
	text           string
}

// writeLayer writes the words of the pages of a scan, one a line; a blank line ends a page.
func writeLayer(pages [][]layerWord) string {
	var b strings.Builder
	for _, p := range pages {
		for _, w := range p {
			fmt.Fprintf(&b, "%.0f\t%.0f\t%.0f\t%.0f\t%.1f\t%.1f\t%s\n", w.x0, w.y0, w.x1, w.y1, w.foot, w.high, w.text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// readLayer reads what writeLayer wrote.
func readLayer(s string) ([][]layerWord, error) {
	var pages [][]layerWord
	for part := range strings.SplitSeq(strings.TrimSuffix(s, "\n\n"), "\n\n") {
		var page []layerWord
		for line := range strings.Lines(part) {
			f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 7)
			if len(f) < 7 {
				return nil, fmt.Errorf("a word of a text layer has %d fields, not 7: %q", len(f), line)
			}
			w := layerWord{text: f[6]}
			for i, to := range []*float64{&w.x0, &w.y0, &w.x1, &w.y1, &w.foot, &w.high} {
				v, err := strconv.ParseFloat(f[i], 64)
				if err != nil {
					return nil, fmt.Errorf("a word of a text layer: %w", err)
				}
				*to = v
			}
			page = append(page, w)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// scanFile writes a PDF of pictures with words over them that are not drawn.
func (s spoil) scanFile(sizes []image.Point, pictures [][]byte, layer [][]layerWord) []byte {
	k := 72 / float64(s.DPI)
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding 4 0 R>>", "<</Type/Encoding/BaseEncoding/WinAnsiEncoding>>"}
	var kids strings.Builder
	for i, p := range pictures {
		wide, high := float64(sizes[i].X)*k, float64(sizes[i].Y)*k
		page := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", page)
		var c strings.Builder
		fmt.Fprintf(&c, "q %.2f 0 0 %.2f 0 0 cm /Im0 Do Q\nBT 3 Tr\n", wide, high)
		for _, w := range layer[i] {
			text := inWinAnsi(w.text)
			if len(text) == 0 {
				continue
			}
			// Programs put a space after each word. Tesseract makes both together as wide as the
			// word is.
			size, foot, letters := w.y1-w.y0, w.y1, len(text)
			if s.Lines {
				size, foot, letters = w.high, w.foot, len(text)+1
			}
			size = max(size, 4)
			// Letters of Courier are 0.6 of their size wide.
			stretch := 100 * (w.x1 - w.x0) / (0.6 * size * float64(letters))
			fmt.Fprintf(&c, "/F1 %.2f Tf %.2f Tz 1 0 0 1 %.2f %.2f Tm (%s ) Tj\n", size*k, stretch, w.x0*k, high-foot*k, escapedText(text))
		}
		c.WriteString("ET\n")
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<</F1 3 0 R>>/XObject<</Im0 %d 0 R>>>>/Contents %d 0 R>>", wide, high, page+2, page+1),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", c.Len(), c.String()),
			fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream", sizes[i].X, sizes[i].Y, len(p), p))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pictures))
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// inWinAnsi gives text in the code page of the font; what it has not is left out.
func inWinAnsi(s string) string {
	var b strings.Builder
	for _, c := range s {
		if c < 0x80 || c >= 0xA0 && c <= 0xFF {
			b.WriteByte(byte(c))
			continue
		}
		for i, other := range []rune("€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ") {
			if c == other {
				b.WriteByte(byte(0x80 + i))
			}
		}
	}
	return b.String()
}

// escapedText writes text as a PDF does between brackets.
func escapedText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
}

// withoutPictures gives a PDF whose pictures nothing can unpack, so that it is read by its
// text layer alone. All else in it stays where it is.
func withoutPictures(data []byte) []byte {
	return bytes.ReplaceAll(data, []byte("\xFF\xD8\xFF"), []byte("\x00\x00\x00"))
}
