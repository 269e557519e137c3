package picture

import "filingview/parser/internal/sheet"

// raster is a picture parted into ink, ruled lines and what is left.
type raster struct {
	width, height int
	scale         float32 // dots a point
	box           [2]float32
	ink           []uint8
	lined         []bool // dots of ruled lines and of lines below marks
	tall          int    // the height of capitals and digits, in dots
}

func newRaster(g *Grey) *raster {
	ink := g.ink()
	if ink == nil || g.scale() < minScale {
		return nil
	}
	return &raster{width: g.Width, height: g.Height, scale: g.scale(), box: [2]float32{g.Box.X0, g.Box.Y0}, ink: ink, lined: make([]bool, len(ink))}
}

// level is how much ink a dot of a letter has at least: thin strokes of small type have
// half of what thick ones have, and between two letters there is a quarter.
const level = 82

func (r *raster) dark(i int) bool { return r.ink[i] >= level }

// points turns a length in dots of a picture of 200 an inch into dots of this one.
func (r *raster) dots(at200 float32) int { return int(at200*r.scale*72/200 + 0.5) }

// takeLines finds ruled lines: runs of ink longer than any letter is wide or high. It
// gives them in points, cut into pieces that are straight though the page is turned a
// little.
func (r *raster) takeLines() []sheet.Rule {
	var rules []sheet.Rule
	const wide, high, piece = 50, 45, 100
	x := func(i int) float32 { return r.box[0] + float32(i)/r.scale }
	y := func(i int) float32 { return r.box[1] + float32(i)/r.scale }
	least, step := r.dots(wide), r.dots(piece)
	for row := range r.height {
		for start := 0; start < r.width; {
			end := start
			for end < r.width && r.dark(row*r.width+end) {
				end++
			}
			if end-start >= least {
				for i := start; i < end; i++ {
					r.lined[row*r.width+i] = true
				}
				// The upper edge of a line stands for it.
				for a := start; a < end; a += step {
					b := min(a+step, end)
					if mid := (a + b) / 2; row == 0 || !r.dark((row-1)*r.width+mid) {
						rules = append(rules, sheet.Rule{X0: x(a), Y0: y(row), X1: x(b), Y1: y(row)})
					}
				}
			}
			start = end + 1
		}
	}
	least = r.dots(high)
	for col := range r.width {
		for start := 0; start < r.height; {
			end := start
			for end < r.height && r.dark(end*r.width+col) {
				end++
			}
			if end-start >= least {
				for i := start; i < end; i++ {
					r.lined[i*r.width+col] = true
				}
				for a := start; a < end; a += step {
					b := min(a+step, end)
					if mid := (a + b) / 2; col == 0 || !r.dark(mid*r.width+col-1) {
						rules = append(rules, sheet.Rule{X0: x(col), Y0: y(a), X1: x(col), Y1: y(b)})
					}
				}
			}
			start = end + 1
		}
	}
	return rules
}

// takeUnderlines takes out the thin lines below marks, which are links: they are longer
// than any stroke of a letter.
func (r *raster) takeUnderlines() {
	least, thin := r.tall*115/100, max(3, r.dots(4))
	for row := range r.height {
		for start := 0; start < r.width; {
			end := start
			for end < r.width && r.dark(row*r.width+end) {
				end++
			}
			if n := end - start; n >= least && r.thin(start+n/4, row, thin) && r.thin(start+n/2, row, thin) && r.thin(start+3*n/4, row, thin) {
				for i := start; i < end; i++ {
					if r.thin(i, row, thin) {
						r.lined[row*r.width+i] = true
					}
				}
			}
			start = end + 1
		}
	}
}

// thin reports whether the ink around a dot is at most so many dots high.
func (r *raster) thin(x, y, most int) bool {
	n := 1
	for i := y - 1; i >= 0 && r.dark(i*r.width+x) && n <= most; i-- {
		n++
	}
	for i := y + 1; i < r.height && r.dark(i*r.width+x) && n <= most; i++ {
		n++
	}
	return n <= most
}
