package picture

// A letter is compared by what it looks like in a frame of fixed size, by its width
// and height, and by how it stands on its line.
const (
	gridWidth, gridHeight = 8, 12
	gridSize              = gridWidth * gridHeight
)

// shape is a letter as it looks. Lengths are in dots of 200 an inch.
type shape struct {
	grid    [gridSize]uint8
	w, h    float32
	below   float32 // its foot below the line, negative above
	ofWhich int     // kind; -1 for none
}

// shapeOf looks at the ink in a box.
func (r *raster) shapeOf(b *blot, line float32) shape {
	k := 200 / (r.scale * 72)
	s := shape{w: float32(b.width()) * k, h: float32(b.height()) * k, below: (float32(b.y1) - line) * k, ofWhich: -1}
	sx, sy := float32(b.width())/gridWidth, float32(b.height())/gridHeight
	for gy := range gridHeight {
		y0, y1 := float32(gy)*sy, float32(gy+1)*sy
		for gx := range gridWidth {
			x0, x1 := float32(gx)*sx, float32(gx+1)*sx
			sum, area := float32(0), float32(0)
			for y := int(y0); y < b.height() && float32(y) < y1; y++ {
				fy := min(y1, float32(y+1)) - max(y0, float32(y))
				row := (b.y0+y)*r.width + b.x0
				for x := int(x0); x < b.width() && float32(x) < x1; x++ {
					f := fy * (min(x1, float32(x+1)) - max(x0, float32(x)))
					area += f
					if !r.lined[row+x] {
						sum += f * float32(r.ink[row+x])
					}
				}
			}
			if area > 0 {
				s.grid[gy*gridWidth+gx] = uint8(sum / area)
			}
		}
	}
	return s
}

// kind is what letters that look alike have in common.
type kind struct {
	grid        [gridSize]float32
	w, h, below float32
	n           float32
	votes       map[rune]int
	label       rune // 0 for none
	firm        int  // how many readings agree on it
}

// far is the distance beyond which two shapes are not compared further.
const far = 1e9

// distance tells how unlike a shape is to a kind, not more than most: 0 is the same.
func (k *kind) distance(s *shape, most float32) float32 {
	dw, dh, db := s.w-k.w, s.h-k.h, s.below-k.below
	if s.h < 7 && s.w < 7 {
		// Points and commas are too small for a frame: size and place tell.
		d := 0.25 * (dw*dw + dh*dh + db*db)
		if d > most {
			return far
		}
		return d + 0.3*k.likeness(s, 3*most)
	}
	d := 0.08*(dw*dw+dh*dh) + 0.05*db*db
	if d > most {
		return far
	}
	return d + k.likeness(s, most-d)
}

// likeness compares the frames only, whatever their size.
func (k *kind) likeness(s *shape, most float32) float32 {
	const unit = 100.0 / (gridSize * 255 * 255)
	d := float32(0)
	for i, v := range k.grid {
		e := v - float32(s.grid[i])
		d += e * e
		if i%16 == 15 && d*unit > most {
			return far
		}
	}
	return d * unit
}

func (k *kind) add(s *shape) {
	k.n++
	f := 1 / min(k.n, 30)
	for i := range k.grid {
		k.grid[i] += (float32(s.grid[i]) - k.grid[i]) * f
	}
	k.w += (s.w - k.w) * f
	k.h += (s.h - k.h) * f
	k.below += (s.below - k.below) * f
}

// alike is how unlike letters of one kind may be.
const alike = 2.0

// Bounds of the kinds of letters of a document, and of comparisons with them: forms of
// five pages have a thousand kinds and need forty million.
const (
	maxKinds    = 3000
	maxCompared = 150_000_000
)

// alphabet are the kinds of letters of a document.
type alphabet struct {
	kinds    []kind
	compared int
}

// tired reports whether no more is compared.
func (a *alphabet) tired() bool {
	a.compared += len(a.kinds)
	return a.compared > maxCompared
}

// sort puts a shape to its kind, a new one if it is like none.
func (a *alphabet) sort(s *shape) {
	if a.tired() {
		return
	}
	best, least := -1, float32(alike)
	for i := range a.kinds {
		if d := a.kinds[i].distance(s, least); d < least {
			best, least = i, d
		}
	}
	if best < 0 {
		if len(a.kinds) == maxKinds {
			return
		}
		best = len(a.kinds)
		a.kinds = append(a.kinds, kind{})
	}
	a.kinds[best].add(s)
	s.ofWhich = best
}

// name gives each kind the letter that most of its votes are for.
func (a *alphabet) name() {
	for i := range a.kinds {
		k := &a.kinds[i]
		all := 0
		for c, n := range k.votes {
			all += n
			if n > k.firm || n == k.firm && c < k.label {
				k.label, k.firm = c, n
			}
		}
		if k.firm*10 < all*7 {
			k.label, k.firm = 0, 0
		}
	}
}

// guess is what a shape is read as.
type guess struct {
	letter rune
	far    float32 // how unlike it is to the letter
	second float32 // and to the next other one
	firm   int
}

// read gives the letter that a shape is most like, of all or of those that numbers
// and dates are made of.
func (a *alphabet) read(s *shape, number bool) guess {
	const most = 12
	g := guess{far: far, second: far}
	if a.tired() {
		return g
	}
	for i := range a.kinds {
		k := &a.kinds[i]
		if k.label == 0 || number && !inNumber(k.label) {
			continue
		}
		limit := min(most, g.second)
		if k.label == g.letter {
			limit = min(most, g.far)
		}
		d := k.distance(s, limit)
		if d >= limit {
			continue
		}
		switch {
		case k.label == g.letter:
			g.far, g.firm = d, k.firm
		case d < g.far:
			if g.letter != 0 {
				g.second = g.far
			}
			g.letter, g.far, g.firm = k.label, d, k.firm
		default:
			g.second = d
		}
	}
	return g
}

func inNumber(c rune) bool {
	return c >= '0' && c <= '9' || c == ',' || c == '.' || c == '/' || c == '$'
}

// readMark gives the digit, bracket or capital that a small shape is most like,
// whatever its size: marks are set smaller than the rest. Between brackets only digits
// stand.
func (a *alphabet) readMark(s *shape, digits bool) guess {
	g := guess{far: far, second: far}
	if a.tired() {
		return g
	}
	for i := range a.kinds {
		k := &a.kinds[i]
		digit := k.label >= '0' && k.label <= '9'
		if k.firm < 2 || !digit && (digits || k.label != '(' && k.label != ')' && !(k.label >= 'A' && k.label <= 'Z')) || k.h < s.h*0.8 || k.h > s.h*2.2 {
			continue
		}
		slim := s.w/s.h - k.w/k.h
		d := 25*slim*slim + k.likeness(s, 30)
		switch {
		case d >= far:
		case k.label == g.letter:
			g.far = min(g.far, d)
		case d < g.far:
			if g.letter != 0 {
				g.second = g.far
			}
			g.letter, g.far, g.firm = k.label, d, k.firm
		case d < g.second:
			g.second = d
		}
	}
	return g
}
