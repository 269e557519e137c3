// Package picture reads the words of a scan a second time.
//
// A machine laid a text over the picture of a page. Most of its letters are right, so
// that the page itself shows what each letter looks like: [Reread] gathers letters
// that look alike, names each kind by what most of them are read as, and compares
// what the text garbled, or passed over, with them. No letter is known here that the
// document does not show; what resembles none of its letters stays as it was read.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"filingview/parser/ownership"
)

// Grey is the picture of a page: a byte a dot, 0 black, row by row from the top left.
type Grey struct {
	Width, Height int
	Dots          []uint8
	Box           ownership.Box // where it lies on the page, in points
}

// Bounds of a picture: a page at 600 dots an inch has 34 million, a letter at less
// than 120 too few to tell.
const (
	maxDots  = 36_000_000
	minScale = 120.0 / 72
)

// Size tells how many dots a picture has that is packed as JPEG. The error says why it
// cannot be read.
func Size(data []byte) (int, error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, fmt.Errorf("the picture of the page: %w", err)
	}
	if c.Width < 100 || c.Height < 100 || c.Width > maxDots/c.Height {
		return 0, fmt.Errorf("the picture of the page has %d by %d dots, which is out of bounds", c.Width, c.Height)
	}
	return c.Width * c.Height, nil
}

// Decode reads a picture whose size is known to be within bounds.
func Decode(data []byte, box ownership.Box) (*Grey, error) {
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture of the page: %w", err)
	}
	var from []uint8
	var stride int
	switch m := m.(type) {
	case *image.Gray:
		from, stride = m.Pix, m.Stride
	case *image.YCbCr:
		from, stride = m.Y, m.YStride
	default:
		return nil, fmt.Errorf("the picture of the page is of a kind that is not read (%T)", m)
	}
	wide, high := m.Bounds().Dx(), m.Bounds().Dy()
	g := &Grey{Width: wide, Height: high, Box: box, Dots: make([]uint8, wide*high)}
	for y := range high {
		copy(g.Dots[y*wide:(y+1)*wide], from[y*stride:])
	}
	return g, nil
}

// scale is how many dots a point has.
func (g *Grey) scale() float32 { return float32(g.Width) / (g.Box.X1 - g.Box.X0) }

// tile is how many dots wide the pieces are whose paper is judged for itself.
const tile = 64

// depth is how much darker than the paper ink is at least.
const depth = 40

// ink turns a picture into how much ink each dot has: 0 none, 255 full; nil where
// nothing stands out from the paper.
func (g *Grey) ink() []uint8 {
	var all [256]int
	for _, v := range g.Dots {
		all[v]++
	}
	black := share(&all, len(g.Dots)/200)
	if share(&all, len(g.Dots)/2)-black < depth {
		black = share(&all, len(g.Dots)/2000) // little is printed on it
	}
	cols := (g.Width + tile - 1) / tile
	out := make([]uint8, len(g.Dots))
	shown := false
	for ty := 0; ty < g.Height; ty += tile {
		for c := range cols {
			tx := c * tile
			var h [256]int
			n := 0
			for y := ty; y < min(ty+tile, g.Height); y++ {
				for _, v := range g.Dots[y*g.Width+tx : y*g.Width+min(tx+tile, g.Width)] {
					h[v]++
					n++
				}
			}
			paper := share(&h, n*6/10)
			if paper-black < depth {
				continue
			}
			shown = true
			var table [256]uint8
			for v := range table {
				table[v] = uint8(max(0, min(255, (paper-v)*255/(paper-black))))
			}
			for y := ty; y < min(ty+tile, g.Height); y++ {
				for i := y*g.Width + tx; i < y*g.Width+min(tx+tile, g.Width); i++ {
					out[i] = table[g.Dots[i]]
				}
			}
		}
	}
	if !shown {
		return nil
	}
	return out
}

// share is the value below which so many of the dots are.
func share(h *[256]int, n int) int {
	for v, k := range h {
		if n -= k; n < 0 {
			return v
		}
	}
	return 255
}
