package picture

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/sheet"
)

// complete settles words some of whose letters are not read by words that the document
// has elsewhere: the one that is spelled most like it, or the one that the text layer
// has in this place.
func (p *page) complete(g *region, own []*word, seen map[string]int) {
	for _, w := range own {
		if w.what != unsure && (w.what != letters || seen[w.text] > 1) {
			continue
		}
		here, near := p.said(g, w, seen), likeliest(w.text, seen)
		switch {
		case here == "" && near == "":
			continue
		case here == "" || near != "" && unlike(near, w.text) < unlike(here, w.text):
			here = near
		}
		w.text, w.what = here, letters
	}
}

// unlike counts the letters in which two words differ, nine at most.
func unlike(a, b string) int {
	for d := range 9 {
		if sheet.Within(a, b, d) {
			return d
		}
	}
	return 9
}

// said gives the word that the text layer has where a word stands, if the document has
// it elsewhere and it has about as many letters.
func (p *page) said(g *region, w *word, seen map[string]int) string {
	r := p.raster
	for _, k := range g.words {
		o := &p.sheet.Words[k]
		x0, x1 := (o.Box.X0-r.box[0])*r.scale, (o.Box.X1-r.box[0])*r.scale
		y0, y1 := (o.Box.Y0-r.box[1])*r.scale, (o.Box.Y1-r.box[1])*r.scale
		x, y := float32(w.box.x0+w.box.x1)/2, float32(w.box.y0+w.box.y1)/2
		if x < x0-2 || x > x1+2 || y < y0 || y > y1 {
			continue
		}
		if isCapital(o.Text) && len(w.letters) == 1 {
			return o.Text
		}
		if seen[o.Text] > 1 && isWord(o.Text) && sheet.Within(o.Text, w.text, max(1, len(o.Text)/2)) {
			return o.Text
		}
	}
	return ""
}

// likeliest gives the word of the document that is spelled like another but for a
// letter, or two of a long one, if there is only one.
func likeliest(s string, seen map[string]int) string {
	if len(s) < 4 {
		return ""
	}
	most := 1
	if len(s) > 6 {
		most = 2
	}
	var found []string
	for other, n := range seen {
		if n > 2 && len(other) > 3 && isWord(other) && sheet.Within(other, s, most) {
			found = append(found, other)
		}
	}
	slices.Sort(found)
	found = slices.CompactFunc(found, func(a, b string) bool { return strings.TrimRight(a, ",.") == strings.TrimRight(b, ",.") })
	if len(found) != 1 {
		return ""
	}
	return strings.TrimRight(found[0], ",.")
}

// isWord reports whether text is letters, perhaps with a comma or point after.
func isWord(s string) bool {
	s = strings.TrimRight(s, ",.")
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
}
