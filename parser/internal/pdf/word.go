package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// placedWord is a word with what made it.
type placedWord struct {
	sheet.Word
	base float64 // of the base line
	size float64
	tag  int32
}

// guessedWord is a word, by its codes, in a font that does not say what they mean.
type guessedWord struct {
	font  *font
	codes string
}

// turn turns a page whose text runs up, down or backwards, as pages do that were
// turned by their content, so that it reads from left to right.
func (p *pageContent) turn() {
	var along [4]float64 // by quarters: right, down, left, up
	for i := range p.glyphs {
		g := &p.glyphs[i]
		w := math.Hypot(g.dx, g.dy)
		switch {
		case math.Abs(g.dx) >= math.Abs(g.dy) && g.dx >= 0:
			along[0] += w
		case math.Abs(g.dx) >= math.Abs(g.dy):
			along[2] += w
		case g.dy > 0:
			along[1] += w
		default:
			along[3] += w
		}
	}
	best := 0
	for i := range along {
		if along[i] > 2*along[best] || i == 0 {
			best = i
		}
	}
	w, h := p.width, p.height
	var m matrix
	switch best {
	case 0:
		return
	case 1: // down: turn left
		m, p.width, p.height = matrix{0, -1, 1, 0, 0, w}, h, w
	case 2:
		m = matrix{-1, 0, 0, -1, w, h}
	case 3: // up: turn right
		m, p.width, p.height = matrix{0, 1, -1, 0, h, 0}, h, w
	}
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.x, g.y = m.point(g.x, g.y)
		g.dx, g.dy = m[0]*g.dx+m[2]*g.dy, m[1]*g.dx+m[3]*g.dy
	}
	for i := range p.shapes {
		s := &p.shapes[i]
		x0, y0 := m.point(s.x0, s.y0)
		x1, y1 := m.point(s.x1, s.y1)
		s.x0, s.y0, s.x1, s.y1 = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
	}
	for i := range p.rules {
		r := &p.rules[i]
		x0, y0 := m.point(float64(r.X0), float64(r.Y0))
		x1, y1 := m.point(float64(r.X1), float64(r.Y1))
		*r = sheet.Rule{X0: float32(min(x0, x1)), Y0: float32(min(y0, y1)), X1: float32(max(x0, x1)), Y1: float32(max(y0, y1))}
	}
}

// finish makes words of the glyphs of a page, and joins its rules.
func (p *pageContent) finish() {
	p.makeWords()
	p.glyphs = nil
	p.rules = joinRules(p.rules)
	p.tickBoxes()
}

// page gives the page as others know it.
func (p *pageContent) page() sheet.Page {
	out := sheet.Page{Number: int32(p.number), Width: float32(p.width), Height: float32(p.height), Rules: p.rules, Picture: p.pictures > 0.5}
	for i := range p.words {
		out.Words = append(out.Words, p.words[i].Word)
	}
	return out
}

// makeWords parts the glyphs, in the order of the content, where there is a space, a
// gap, or another line.
func (p *pageContent) makeWords() {
	var text strings.Builder
	var word placedWord
	var last *glyph
	var codes []byte // where the font leaves open what they mean
	open := false
	take := func(g *glyph) {
		text.WriteString(g.text)
		if g.font != nil && g.font.guess {
			codes = append(codes, byte(min(g.code, 255)))
		}
		last = g
	}
	flush := func() {
		if len(codes) > 0 && last != nil {
			p.guessed = append(p.guessed, guessedWord{last.font, string(codes)})
		}
		codes = codes[:0]
		if open {
			if s := clean(text.String()); s != "" {
				word.Text = s
				word.At = ownership.Span{Page: int32(p.number), Box: word.Box}
				p.words = append(p.words, word)
			}
		}
		text.Reset()
		open = false
	}
	seen := map[[3]int32]bool{}
	for i := range p.glyphs {
		g := &p.glyphs[i]
		if math.Abs(g.dx) < math.Abs(g.dy) {
			continue // across the lines of the page
		}
		if g.space {
			if open && g.hidden && g.font != nil && g.font.spanned && last == &p.glyphs[i-1] {
				word.Box.X1 = max(word.Box.X1, float32(g.x+g.dx))
			}
			flush()
			last = nil
			continue
		}
		// Bold type is sometimes the same letter shown twice, a hair apart.
		here := [3]int32{int32(g.x * 4), int32(g.y * 4), hash(g.text)}
		if seen[here] && !g.hidden {
			continue
		}
		seen[here] = true
		x0, x1 := min(g.x, g.x+g.dx), max(g.x, g.x+g.dx)
		b := box{X0: float32(x0), X1: float32(x1), Y0: float32(g.y - 0.75*g.size), Y1: float32(g.y + 0.22*g.size)}
		glued := false
		if open {
			gap := x0 - float64(word.Box.X1)
			level := math.Abs(g.y-word.base) <= 0.12*max(g.size, word.size)
			sized := g.size > 0.85*word.size && g.size < 1.18*word.size
			alike := sized && g.tag == word.tag && (g.font == last.font || !g.font.guess && !last.font.guess)
			limit := 0.2 * g.size
			if last.hidden {
				limit = 0.35 * g.size
			}
			switch {
			case level && alike && gap < limit && gap > -0.5*g.size:
				take(g)
				word.Box = union(word.Box, b)
				word.Cut, word.Edge = word.Cut || g.cut, word.Edge || g.edge
				continue
			case gap < limit && gap > -0.5*g.size && (level || !sized && math.Abs(g.y-word.base) < 0.8*max(g.size, word.size)):
				glued = true
			}
			flush()
		}
		open = true
		word = placedWord{Word: sheet.Word{Box: b, Glued: glued, Cut: g.cut, Edge: g.edge}, base: g.y, size: g.size, tag: g.tag}
		take(g)
	}
	flush()
	p.raise()
}

func hash(s string) int32 {
	h := int32(0)
	for _, r := range s {
		h = h*31 + r
	}
	return h
}

func union(a, b box) box {
	return box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// clean drops what is no letter, and writes ligatures as letters.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == 0xAD || r == 0x200B || r == 0xFEFF || r < 0x20 || unicode.Is(unicode.Cc, r):
			return -1
		}
		return r
	}, plainLetters(s))
	return strings.TrimSpace(s)
}

// raise marks the words that are set in smaller type above the line of the word
// before them.
func (p *pageContent) raise() {
	for i := range p.words {
		w := &p.words[i]
		for _, j := range [...]int{i - 1, i + 1} {
			if j < 0 || j >= len(p.words) {
				continue
			}
			o := &p.words[j]
			if w.size < 0.87*o.size && w.base < o.base-0.1*o.size && w.base > o.base-0.9*o.size &&
				float64(w.Box.X0-o.Box.X1) < 2*o.size && float64(o.Box.X0-w.Box.X1) < 2*o.size {
				w.Raised = true
			}
		}
	}
}

// joinRules joins pieces of one ruled line, and drops copies.
func joinRules(rules []sheet.Rule) []sheet.Rule {
	var level, upright []sheet.Rule
	for _, r := range rules {
		if r.Y0 == r.Y1 {
			level = append(level, r)
		} else {
			// Upright ones are joined as level ones with x and y changed over.
			upright = append(upright, sheet.Rule{X0: r.Y0, Y0: r.X0, X1: r.Y1, Y1: r.X1})
		}
	}
	out := joinLevel(level)
	for _, r := range joinLevel(upright) {
		out = append(out, sheet.Rule{X0: r.Y0, Y0: r.X0, X1: r.Y1, Y1: r.X1})
	}
	return out
}

func joinLevel(rules []sheet.Rule) []sheet.Rule {
	slices.SortFunc(rules, func(a, b sheet.Rule) int {
		return cmp.Or(cmp.Compare(math.Round(float64(a.Y0)), math.Round(float64(b.Y0))), cmp.Compare(a.X0, b.X0))
	})
	var out []sheet.Rule
	for _, r := range rules {
		if n := len(out); n > 0 {
			if o := &out[n-1]; math.Abs(float64(o.Y0-r.Y0)) <= 1 && r.X0 <= o.X1+1.5 {
				o.X1 = max(o.X1, r.X1)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}
