package pdf

import (
	"math"
	"strings"

	"filingview/parser/internal/sheet"
)

// path is the path that is being built, as its corners on the page.
type path struct {
	parts [][]point
	clips bool // it bounds what is shown from here on
	round bool // it has curves
}

type point struct{ x, y float64 }

func (in *interpreter) to(x, y float64) point {
	x, y = in.state.ctm.point(x, y)
	return point{sane(x), sane(y)}
}

// draw takes the operators of paths (8.5).
func (in *interpreter) draw(op string, a array) {
	p := &in.path
	switch op {
	case "W", "W*":
		p.clips = true
	case "m":
		p.parts = append(p.parts, []point{in.to(num(arg(a, 2)), num(arg(a, 1)))})
	case "l":
		p.add(in.to(num(arg(a, 2)), num(arg(a, 1))))
	case "c", "v", "y":
		p.round = true
		p.add(in.to(num(arg(a, 2)), num(arg(a, 1)))) // a curve's end is enough
	case "h":
		if n := len(p.parts); n > 0 && len(p.parts[n-1]) > 0 {
			p.add(p.parts[n-1][0])
		}
	case "re":
		if r, ok := numbers(a, 4); ok {
			x, y, w, h := r[0], r[1], r[2], r[3]
			p.parts = append(p.parts, []point{in.to(x, y), in.to(x+w, y), in.to(x+w, y+h), in.to(x, y+h), in.to(x, y)})
		}
	case "S", "s", "B", "B*", "b", "b*":
		in.clip()
		in.stroke()
		if op != "S" && op != "s" {
			in.fill()
		}
		p.parts = nil
	case "f", "F", "f*":
		in.clip()
		in.fill()
		p.parts = nil
	case "n":
		in.clip()
		p.parts = nil
	}
	if p.parts == nil {
		p.round = false
	}
	if !isOperator(op) {
		in.odd++
	}
	if len(p.parts) > 2000 {
		p.parts = p.parts[:0]
	}
}

// isOperator reports whether a word is an operator of content, of those that draw and
// those that are not needed here.
func isOperator(op string) bool {
	const all = " W W* m l c v y h re S s B B* b b* f F f* n i J j M d ri cs CS sc SC scn SCN g G rg RG k K sh MP DP BX EX d0 d1 BI ID EI "
	return len(op) <= 3 && strings.Contains(all, " "+op+" ")
}

// clip narrows what is shown to the extent of the path, if it is to.
func (in *interpreter) clip() {
	if !in.path.clips {
		return
	}
	in.path.clips = false
	s := &in.state
	var all []point
	for _, part := range in.path.parts {
		all = append(all, part...)
	}
	if len(all) == 0 {
		return
	}
	x0, y0, x1, y1 := extent(all)
	if s.clipped {
		x0, y0, x1, y1 = max(x0, s.clip[0]), max(y0, s.clip[1]), min(x1, s.clip[2]), min(y1, s.clip[3])
	}
	s.clip, s.clipped = [4]float64{x0, y0, x1, y1}, true
}

func (p *path) add(at point) {
	if n := len(p.parts); n > 0 && len(p.parts[n-1]) < 2000 {
		p.parts[n-1] = append(p.parts[n-1], at)
	}
}

// thin is how wide a ruled line is at most, in points.
const thin = 2.5

// stroke makes rules of straight level and upright strokes.
func (in *interpreter) stroke() {
	in.keepShapes()
	for _, part := range in.path.parts {
		for i := 1; i < len(part); i++ {
			in.rule(part[i-1], part[i])
		}
	}
}

// fill makes a rule of a thin rectangle, and four of a box that is only drawn as its
// frame by two rectangles.
func (in *interpreter) fill() {
	in.keepShapes()
	for _, part := range in.path.parts {
		x0, y0, x1, y1 := extent(part)
		switch w, h := x1-x0, y1-y0; {
		case h <= thin && w > 3:
			in.rule(point{x0, (y0 + y1) / 2}, point{x1, (y0 + y1) / 2})
		case w <= thin && h > 3:
			in.rule(point{(x0 + x1) / 2, y0}, point{(x0 + x1) / 2, y1})
		}
	}
}

func extent(part []point) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range part {
		x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
	}
	return x0, y0, x1, y1
}

// rule keeps a stroke that is level or upright.
func (in *interpreter) rule(a, b point) {
	in.d.clock.tick()
	dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
	if dx <= 1 && dy <= 1 || dx > 1 && dy > 1 {
		return
	}
	if in.d.rules++; in.d.rules > maxRules {
		return
	}
	r := sheet.Rule{X0: float32(min(a.x, b.x)), Y0: float32(min(a.y, b.y)), X1: float32(max(a.x, b.x)), Y1: float32(max(a.y, b.y))}
	if dx > dy {
		y := (r.Y0 + r.Y1) / 2
		r.Y0, r.Y1 = y, y
	} else {
		x := (r.X0 + r.X1) / 2
		r.X0, r.X1 = x, x
	}
	in.page.rules = append(in.page.rules, r)
}
