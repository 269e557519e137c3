package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/sheet"
)

// pageContent is what the content of a page shows.
type pageContent struct {
	number, object int
	width, height  float64
	glyphs         []glyph
	rules          []sheet.Rule
	shapes         []shape
	pictures       float64 // the part of the page that pictures cover
	scan           scanned
	letters        int // glyphs that are no space
	unmapped       int // glyphs without a letter
	lost           int // those whose font is missing
	words          []placedWord
	guessed        []guessedWord
}

// glyph is a letter, or several of a ligature, where it stands: its origin on the
// base line, its advance, and the height of its type.
type glyph struct {
	text   string
	x, y   float64
	dx, dy float64
	size   float64
	tag    int32 // marked-content id; -1 for none
	space  bool
	hidden bool // text without ink, as readers of pictures lay over them
	font   *font
	code   int
	edge   bool // it ends within a letter of the edge of what is shown
	cut    bool // the edge of what is shown runs through it
}

// state is the graphics state as far as text and rules need it.
type state struct {
	ctm                     matrix
	font                    *font
	size, char, word, scale float64
	leading, rise           float64
	mode                    int64
	line                    float64    // width of strokes
	clip                    [4]float64 // what is shown of the page
	clipped                 bool
}

// interpreter runs content streams (8, 9 and 14.6 of ISO 32000-1).
type interpreter struct {
	d       *document
	page    *pageContent
	state   state
	stack   []state
	tags    []int32 // of open marked content
	tm, tlm matrix
	path    path
	odd     int // operators that are none
	known   int
}

// run interprets one stream.
func (in *interpreter) run(content []byte, resources library.Value, ctm matrix, depth int) {
	if depth > 12 {
		return
	}
	if in.d.runs++; in.d.runs > maxRuns {
		panic(refuse(Bound, "This PDF draws forms inside forms without end.", elsewhere))
	}
	saved, savedStack, savedTags := in.state, in.stack, in.tags
	in.state = state{ctm: ctm, scale: 1, line: 1, clip: saved.clip, clipped: saved.clipped}
	if depth > 0 {
		in.state.font, in.state.size = saved.font, saved.size
	}
	in.stack = nil
	l := lexer{b: content, clock: in.d.clock}
	var operands array
	for {
		o := l.next(0)
		w, isWord := o.(word)
		if c, end := o.(closing); end {
			if c == 0 {
				break
			}
			continue
		}
		if !isWord {
			if len(operands) < 64 {
				operands = append(operands, o)
			}
			continue
		}
		if w == "BI" {
			skipPicture(&l)
		} else {
			in.operator(string(w), operands, resources, depth)
		}
		operands = operands[:0]
	}
	in.state, in.stack, in.tags = saved, savedStack, savedTags
	if in.odd > 20 && in.odd*4 > in.known || in.odd*2 > in.known || in.known == 0 && len(bytes.TrimSpace(content)) > 0 {
		panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: the content of page %d makes no sense.", in.d.page), again))
	}
}

// skipPicture passes over a picture within the content: its data end at an EI that
// stands alone.
func skipPicture(l *lexer) {
	for l.i < len(l.b) {
		o := l.next(0)
		if o == word("ID") {
			break
		}
		if o == closing(0) {
			return
		}
	}
	for l.i+2 < len(l.b) {
		l.clock.tick()
		if isSpace(l.b[l.i]) && l.b[l.i+1] == 'E' && l.b[l.i+2] == 'I' && (l.i+3 >= len(l.b) || isSpace(l.b[l.i+3])) {
			l.i += 3
			return
		}
		l.i++
	}
	l.i = len(l.b)
}

func num(o object) float64 {
	switch n := o.(type) {
	case int64:
		return sane(float64(n))
	case float64:
		return sane(n)
	}
	return 0
}

// arg gives an operand counted from the end, 1 the last.
func arg(a array, fromEnd int) object {
	if i := len(a) - fromEnd; i >= 0 {
		return a[i]
	}
	return nil
}

func numbers(a array, n int) (out [6]float64, ok bool) {
	if len(a) < n {
		return out, false
	}
	for i := range n {
		out[i] = num(a[len(a)-n+i])
	}
	return out, true
}

func (in *interpreter) operator(op string, a array, resources library.Value, depth int) {
	s := &in.state
	in.known++
	switch op {
	case "q":
		if len(in.stack) < 5000 {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*s, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if m, ok := numbers(a, 6); ok {
			s.ctm = matrix(m).times(s.ctm)
		}
	case "w":
		s.line = num(arg(a, 1))
	case "BT":
		in.tm, in.tlm = identity, identity
	case "Tc":
		s.char = num(arg(a, 1))
	case "Tw":
		s.word = num(arg(a, 1))
	case "Tz":
		s.scale = num(arg(a, 1)) / 100
	case "TL":
		s.leading = num(arg(a, 1))
	case "Ts":
		s.rise = num(arg(a, 1))
	case "Tr":
		s.mode, _ = arg(a, 1).(int64)
	case "Tf":
		if n, ok := arg(a, 2).(name); ok {
			s.font = in.d.font(resources.Key("Font").Key(string(n)))
		}
		s.size = num(arg(a, 1))
	case "gs":
		if n, ok := arg(a, 1).(name); ok {
			g := resources.Key("ExtGState").Key(string(n)).Key("Font")
			if g.Kind() == library.Array && g.Len() == 2 {
				s.font, s.size = in.d.font(g.Index(0)), sane(g.Index(1).Float64())
			}
		}
	case "Td", "TD", "Tm", "T*", "Tj", "'", `"`, "TJ":
		in.textOperator(op, a)
	case "BMC":
		in.tags = append(in.tags, in.tag())
	case "BDC":
		in.tags = append(in.tags, in.marked(arg(a, 1), resources))
	case "EMC":
		if n := len(in.tags); n > 0 {
			in.tags = in.tags[:n-1]
		}
	case "Do":
		if n, ok := arg(a, 1).(name); ok {
			in.do(resources.Key("XObject").Key(string(n)), resources, depth)
		}
	default:
		in.draw(op, a)
	}
}

// textOperator moves the place of the text, or shows some.
func (in *interpreter) textOperator(op string, a array) {
	s := &in.state
	switch op {
	case "Td":
		in.move(num(arg(a, 2)), num(arg(a, 1)))
	case "TD":
		s.leading = -num(arg(a, 1))
		in.move(num(arg(a, 2)), num(arg(a, 1)))
	case "Tm":
		if m, ok := numbers(a, 6); ok {
			in.tm, in.tlm = matrix(m), matrix(m)
		}
	case "T*":
		in.move(0, -s.leading)
	case "Tj":
		in.show(arg(a, 1))
	case "'":
		in.move(0, -s.leading)
		in.show(arg(a, 1))
	case `"`:
		s.word, s.char = num(arg(a, 3)), num(arg(a, 2))
		in.move(0, -s.leading)
		in.show(arg(a, 1))
	case "TJ":
		if list, ok := arg(a, 1).(array); ok {
			for _, o := range list {
				if _, text := o.(string); text {
					in.show(o)
				} else {
					in.tm = matrix{1, 0, 0, 1, -num(o) / 1000 * s.size * s.scale, 0}.times(in.tm)
				}
			}
		}
	}
}

func (in *interpreter) tag() int32 {
	if n := len(in.tags); n > 0 {
		return in.tags[n-1]
	}
	return -1
}

// marked gives the id of marked content; content without one has that around it.
func (in *interpreter) marked(properties object, resources library.Value) int32 {
	if len(in.tags) > 5000 {
		return -1
	}
	switch p := properties.(type) {
	case dict:
		if id, ok := p["MCID"].(int64); ok && id >= 0 && id < math.MaxInt32 {
			return int32(id)
		}
	case name:
		if v := resources.Key("Properties").Key(string(p)).Key("MCID"); v.Kind() == library.Integer {
			return int32(v.Int64())
		}
	}
	return in.tag()
}

func (in *interpreter) move(x, y float64) {
	in.tlm = matrix{1, 0, 0, 1, x, y}.times(in.tlm)
	in.tm = in.tlm
}

// do runs a form, and takes note of a picture.
func (in *interpreter) do(x, resources library.Value, depth int) {
	switch x.Key("Subtype").Name() {
	default:
		if x.Kind() != library.Null {
			panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: a part of page %d is not in its place.", in.d.page), again))
		}
	case "PS":
	case "Form":
		own := x.Key("Resources")
		if own.Kind() != library.Dict {
			own = resources
		}
		tm, tlm := in.tm, in.tlm
		in.run(in.d.all(x), own, matrixOf(x.Key("Matrix")).times(in.state.ctm), depth+1)
		in.tm, in.tlm = tm, tlm
	case "Image":
		// A picture fills the unit square.
		m := in.state.ctm
		area := math.Abs(m[0]*m[3] - m[1]*m[2])
		in.page.pictures += area / max(1, in.page.width*in.page.height)
		in.keepPicture(x, m, area)
	}
}

func (d *document) tooMany() *Error {
	return refuse(Bound, "This PDF holds more letters than any form.", "Take the pages of the form out of it.")
}

// show places the glyphs of a string (9.4.4).
func (in *interpreter) show(o object) {
	text, ok := o.(string)
	s := &in.state
	if !ok {
		return
	}
	if s.font == nil {
		s.font = in.d.font(library.Value{})
	}
	for code := range s.font.codes(text) {
		in.d.clock.tick()
		if in.d.glyphs++; in.d.glyphs > maxGlyphs || len(in.page.glyphs) > maxOnPage {
			panic(in.d.tooMany())
		}
		w := s.font.width(code.value) / 1000 * s.size
		if s.font.type3 != 0 {
			w = s.font.width(code.value) * s.font.type3 * s.size
		}
		advance := (w + s.char) * s.scale
		if code.space {
			advance += s.word * s.scale
		}
		letters, known := s.font.text(code)
		if !known {
			in.page.unmapped++
			if s.font == in.d.lost {
				in.page.lost++
			}
		}
		m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(in.tm).times(s.ctm)
		x, y := m[4], m[5]
		full := in.tm.times(s.ctm)
		g := glyph{text: letters, x: sane(x), y: sane(y), dx: sane(full[0] * w * s.scale), dy: sane(full[1] * w * s.scale),
			size: sane(math.Hypot(m[2], m[3])), font: s.font, code: code.value, tag: in.tag(), hidden: s.mode == 3 || s.mode == 7}
		g.cut = s.clipped && !g.hidden && (g.x+g.dx > s.clip[2]+0.3 || g.x < s.clip[0]-0.3)
		g.edge = s.clipped && !g.hidden && g.x+g.dx > s.clip[2]-0.6*g.size
		g.space = strings.TrimSpace(letters) == ""
		if !g.space {
			in.page.letters++
		}
		if g.size > 0.1 {
			in.page.glyphs = append(in.page.glyphs, g)
		}
		in.tm = matrix{1, 0, 0, 1, advance, 0}.times(in.tm)
	}
}
