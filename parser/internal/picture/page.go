package picture

import (
	"strings"
	"unicode"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// read reads the regions of a page, and gives its words what the picture shows.
func (p *page) read(a *alphabet, seen map[string]int) {
	gone := map[int]bool{}
	instead := map[int][]sheet.Word{}
	var added []sheet.Word
	for i := range p.regions {
		g := &p.regions[i]
		if len(g.rows) == 0 {
			// The text layer has what is not on the picture, or is a ruled line there.
			for _, k := range g.words {
				if s := p.sheet.Words[k].Text; seen[s] < 2 || !strings.ContainsFunc(s, isLetterOrDigit) && !strings.ContainsAny(s, "_☐☒") {
					gone[k] = true
				}
			}
			continue
		}
		if p.isPlain(g, seen) {
			p.seat(g)
			continue
		}
		var own []*word
		for k := range g.rows {
			own = append(own, p.raster.words(a, &g.rows[k])...)
		}
		own = withoutScraps(own)
		p.complete(g, own, seen)
		verdict := p.judge(g, own, seen)
		switch verdict {
		case same:
			p.seat(g)
		case keep:
			p.noteOther(g, own)
			p.seat(g)
		case adopt:
			first := g.words[0]
			var said []string
			for _, k := range g.words {
				gone[k] = true
				said = append(said, p.sheet.Words[k].Text)
			}
			for _, w := range own {
				x := p.word(w, strings.Join(said, " "))
				if p.saidOf(g, w) == "" && p.hasBeside(&x, g) {
					continue // it is told as the word of another place
				}
				instead[first] = append(instead[first], x)
			}
		case add:
			for _, w := range own {
				if x := p.word(w, ""); !p.has(&x) {
					added = append(added, x)
				}
			}
		}
	}
	var out []sheet.Word
	for i := range p.sheet.Words {
		out = append(out, instead[i]...)
		if !gone[i] {
			out = append(out, p.sheet.Words[i])
		}
	}
	p.sheet.Words = append(out, added...)
}

// noteOther keeps the number that the picture shows where the text layer has another that
// stays: what stands around it may tell which is right.
func (p *page) noteOther(g *region, own []*word) {
	for _, k := range g.words {
		t := &p.sheet.Words[k]
		if w := p.over(t, own); w != nil && w.what == value && isNumber(t.Text) && isNumber(w.text) && p.saidOf(g, w) == t.Text && contradicts(w.text, t.Text) {
			t.Other = w.text
		}
	}
}

// seat puts the words of a region on the line that the ink is on: text layers give all
// words of a line one height, and that of cells beside it may be another. Above the
// tables, where labels of small type stand over values, they stay.
func (p *page) seat(g *region) {
	r := p.raster
	for _, k := range g.words {
		t := &p.sheet.Words[k]
		if t.Box.Y0 < p.tables {
			continue
		}
		mid := ((t.Box.Y0+t.Box.Y1)/2 - r.box[1]) * r.scale
		best, least := -1, float32(1e9)
		for i := range g.rows {
			w := &g.rows[i]
			if d := mid - (w.foot - 0.4*float32(w.high)); d*d < least && w.high >= r.dots(8) {
				best, least = i, d*d
			}
		}
		if best < 0 {
			continue
		}
		w := &g.rows[best]
		if 16*least < float32(w.high*w.high) {
			continue // it is on it
		}
		t.Box.Y0, t.Box.Y1 = r.box[1]+(w.foot-float32(w.high))/r.scale, r.box[1]+(w.foot+float32(w.high)/4)/r.scale
		t.At.Box = t.Box
	}
}

// isPlain reports whether a region is a word of letters that the text layer has more
// than once: it need not be read again.
func (p *page) isPlain(g *region, seen map[string]int) bool {
	if len(g.words) != 1 || len(g.rows) > 1 {
		return false
	}
	s := p.sheet.Words[g.words[0]].Text
	return seen[s] > 1 && len(s) > 3 && !strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) }) &&
		(len(g.rows) == 0 || len(g.rows[0].letters) <= len(s))
}

// hasBeside reports whether the text layer has a word in another place that is close.
func (p *page) hasBeside(w *sheet.Word, g *region) bool {
	for _, k := range g.words {
		if p.sheet.Words[k].Text == w.Text {
			return false
		}
	}
	return p.has(w)
}

// has reports whether the text layer has a word, though its box is beside the ink.
func (p *page) has(w *sheet.Word) bool {
	high := w.Box.Y1 - w.Box.Y0
	for i := range p.sheet.Words {
		o := &p.sheet.Words[i]
		if o.Text == w.Text && o.Box.X0 < w.Box.X1+high && o.Box.X1 > w.Box.X0-high && o.Box.Y0 < w.Box.Y1 && o.Box.Y1 > w.Box.Y0 {
			return true
		}
	}
	return false
}

// word makes a word of the page of one that was read.
func (p *page) word(w *word, said string) sheet.Word {
	r := p.raster
	y0, y1 := float32(w.box.y0), float32(w.box.y1)
	if w.what != mark {
		// As high as the line, so that words with and without long letters are level.
		y0, y1 = min(y0, w.foot-w.high), max(y1, w.foot+w.high/4)
	}
	b := ownership.Box{X0: r.box[0] + float32(w.box.x0)/r.scale, Y0: r.box[1] + y0/r.scale,
		X1: r.box[0] + float32(w.box.x1)/r.scale, Y1: r.box[1] + y1/r.scale}
	return sheet.Word{Text: w.text, Box: b, At: ownership.Span{Page: p.sheet.Number, Box: b}, Raised: w.what == mark, Glued: w.glued,
		Again: true, Said: said}
}
