package pdf

import (
	"fmt"

	library "github.com/ledongthuc/pdf"
)

// matrix is [a b c d e f] of 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times applies m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// sane keeps numbers of hostile files within what a page can have.
func sane(x float64) float64 {
	if x != x || x > 1e7 || x < -1e7 {
		return 0
	}
	return x
}

// leaf is a page with what it inherits.
type leaf struct {
	value     library.Value
	resources library.Value
	media     [4]float64
	rotate    int
	object    int // its number, by which tags name it
}

// pages walks the tree of pages.
func (d *document) pages() []leaf {
	var out []leaf
	left := 20 * maxPages
	seen := map[int]bool{}
	var walk func(v library.Value, from leaf, depth int)
	walk = func(v library.Value, from leaf, depth int) {
		d.clock.tick()
		if left--; left < 0 || depth > maxDepth {
			panic(refuse(Damaged, "This PDF is damaged: its list of pages leads in circles.", again))
		}
		if v.Kind() != library.Dict {
			panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: page %d is not in the file.", len(out)+1), again))
		}
		if r := v.Key("Resources"); r.Kind() == library.Dict {
			from.resources = r
		}
		for _, key := range [...]string{"MediaBox", "CropBox"} {
			if b, ok := rectangle(v.Key(key)); ok {
				from.media = b
			}
		}
		if r := v.Key("Rotate"); r.Kind() == library.Integer {
			from.rotate = int(((r.Int64()%360)+360)%360) / 90 * 90
		}
		kids := v.Key("Kids")
		if kids.Kind() != library.Array {
			from.value = v
			from.object = int(v.Key(numberKey).Int64())
			if !from.isPage() || seen[from.object] {
				panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: the list of pages breaks off at page %d.", len(out)+1), again))
			}
			seen[from.object] = true
			if len(out) == maxPages {
				panic(refuse(Bound, fmt.Sprintf("This PDF has more than %d pages.", maxPages), "Take the pages of the form out of it."))
			}
			out = append(out, from)
			return
		}
		for i := range kids.Len() {
			walk(kids.Index(i), from, depth+1)
		}
	}
	root := d.reader.Trailer().Key("Root").Key("Pages")
	walk(root, leaf{media: [4]float64{0, 0, 612, 792}}, 0)
	if n := root.Key("Count").Int64(); n > int64(len(out)) && n <= maxPages {
		panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: of %d pages, %d can be found.", n, len(out)), again))
	}
	return out
}

// isPage reports whether a page can be one: what has fonts has content.
func (l *leaf) isPage() bool {
	switch l.value.Key("Type").Name() {
	case "Page", "":
	default:
		return false
	}
	return l.value.Key("Contents").Kind() != library.Null || l.value.Key("Resources").Key("Font").Kind() != library.Dict
}

func rectangle(v library.Value) (r [4]float64, ok bool) {
	if v.Kind() != library.Array || v.Len() != 4 {
		return r, false
	}
	for i := range r {
		r[i] = sane(v.Index(i).Float64())
	}
	r[0], r[2] = min(r[0], r[2]), max(r[0], r[2])
	r[1], r[3] = min(r[1], r[3]), max(r[1], r[3])
	return r, r[2]-r[0] >= 1 && r[3]-r[1] >= 1
}

// base maps the page's space to points from the top left of the page as displayed.
func (l *leaf) base() (m matrix, width, height float64) {
	w, h := l.media[2]-l.media[0], l.media[3]-l.media[1]
	m = matrix{1, 0, 0, 1, -l.media[0], -l.media[1]}
	switch l.rotate {
	case 90:
		return m.times(matrix{0, 1, 1, 0, 0, 0}), h, w
	case 180:
		return m.times(matrix{-1, 0, 0, 1, w, 0}), w, h
	case 270:
		return m.times(matrix{0, -1, -1, 0, h, w}), h, w
	}
	return m.times(matrix{1, 0, 0, -1, 0, h}), w, h
}

// read interprets the content of a page, and of its fields and stamps.
func (d *document) read(l *leaf, number int) *pageContent {
	m, w, h := l.base()
	p := &pageContent{number: number, object: l.object, width: w, height: h}
	in := interpreter{d: d, page: p}
	in.run(d.contents(l.value.Key("Contents")), l.resources, m, 0)
	annotations := l.value.Key("Annots")
	for i := range min(annotations.Len(), 5000) {
		d.clock.tick()
		in.appearance(annotations.Index(i), m)
	}
	p.turn()
	return p
}

// contents joins the streams of a page; a token may not go over from one to the next.
func (d *document) contents(v library.Value) []byte {
	if v.Kind() != library.Array {
		return d.all(v)
	}
	var out []byte
	for i := range min(v.Len(), 10_000) {
		out = append(append(out, d.all(v.Index(i))...), '\n')
		if len(out) > maxStream {
			panic(refuse(Bound, "A page of this PDF holds more than any form does.", elsewhere))
		}
	}
	return out
}

// appearance runs what a field or stamp looks like (12.5.5).
func (in *interpreter) appearance(a library.Value, base matrix) {
	if f := a.Key("F").Int64(); f&2 != 0 || f&32 != 0 {
		return // hidden
	}
	if in.field(a, base) {
		return
	}
	n := a.Key("AP").Key("N")
	if n.Kind() == library.Dict {
		n = n.Key(a.Key("AS").Name())
	}
	rect, ok := rectangle(a.Key("Rect"))
	if n.Kind() != library.Stream || !ok {
		return
	}
	b, ok := rectangle(n.Key("BBox"))
	if !ok {
		return
	}
	fm := matrixOf(n.Key("Matrix"))
	x0, y0 := fm.point(b[0], b[1])
	x1, y1 := fm.point(b[2], b[3])
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	if x1-x0 < 0.01 || y1-y0 < 0.01 {
		return
	}
	sx, sy := (rect[2]-rect[0])/(x1-x0), (rect[3]-rect[1])/(y1-y0)
	in.run(in.d.all(n), n.Key("Resources"), fm.times(matrix{sx, 0, 0, sy, rect[0] - x0*sx, rect[1] - y0*sy}).times(base), 1)
}

func matrixOf(v library.Value) matrix {
	if v.Kind() != library.Array || v.Len() != 6 {
		return identity
	}
	var m matrix
	for i := range m {
		m[i] = sane(v.Index(i).Float64())
	}
	return m
}
