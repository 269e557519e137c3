package agreement_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// spoil is what a scanner does to a page.
type spoil struct {
	DPI     int     // dots an inch
	Skew    float64 // degrees, clockwise
	Blur    float64 // standard deviation, in dots
	Noise   float64 // standard deviation, of 255
	Paper   float64 // how bright paper is, of 255
	Ink     float64 // how bright ink is, of 255
	Quality int     // of the JPEG
	Lines   bool    // the text layer sets the words of a line on one height, else each word by itself
}

// levels is how many tones a kept picture has: more than that are not seen after a scanner.
const levels = 8

// coarse gives a picture as many tones as are kept of it.
func coarse(m image.Image) *image.Paletted {
	var tones color.Palette
	for i := range levels {
		tones = append(tones, color.Gray{uint8(i * 255 / (levels - 1))})
	}
	b := m.Bounds()
	out := image.NewPaletted(image.Rect(0, 0, b.Dx(), b.Dy()), tones)
	for y := range b.Dy() {
		for x := range b.Dx() {
			g := color.GrayModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.Gray).Y
			out.Pix[y*out.Stride+x] = uint8((int(g)*(levels-1) + 127) / 255)
		}
	}
	return out
}

// scan gives the JPEG that a scanner makes of a page. The same page and the same number of
// it give the same.
func (s spoil) scan(page *image.Paletted, number uint64) ([]byte, error) {
	wide, high := page.Rect.Dx(), page.Rect.Dy()
	turned := make([]float32, wide*high)
	sin, cos := math.Sincos(s.Skew * math.Pi / 180)
	at := func(x, y int) float64 {
		if x < 0 || y < 0 || x >= wide || y >= high {
			return 1
		}
		return float64(page.Pix[y*page.Stride+x]) / (levels - 1)
	}
	for y := range high {
		for x := range wide {
			dx, dy := float64(x-wide/2), float64(y-high/2)
			fx, fy := cos*dx+sin*dy+float64(wide/2), cos*dy-sin*dx+float64(high/2)
			x0, y0 := int(math.Floor(fx)), int(math.Floor(fy))
			a, b := fx-float64(x0), fy-float64(y0)
			v := (1-a)*(1-b)*at(x0, y0) + a*(1-b)*at(x0+1, y0) + (1-a)*b*at(x0, y0+1) + a*b*at(x0+1, y0+1)
			turned[y*wide+x] = float32(v)
		}
	}
	turned = blurred(turned, wide, high, s.Blur)
	r := rand.New(rand.NewPCG(number, 200))
	out := image.NewGray(image.Rect(0, 0, wide, high))
	for i, v := range turned {
		out.Pix[i] = uint8(max(0, min(255, s.Ink+float64(v)*(s.Paper-s.Ink)+r.NormFloat64()*s.Noise)))
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, out, &jpeg.Options{Quality: s.Quality})
	return b.Bytes(), err
}

// blurred spreads each dot over its neighbours, across and down.
func blurred(in []float32, wide, high int, deviation float64) []float32 {
	reach := int(3*deviation + 0.5)
	if reach < 1 {
		return in
	}
	weights := make([]float32, 2*reach+1)
	sum := float32(0)
	for i := range weights {
		d := float64(i - reach)
		weights[i] = float32(math.Exp(-d * d / (2 * deviation * deviation)))
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
	}
	for _, step := range []struct{ of, n, across, m int }{{1, wide, wide, high}, {wide, high, 1, wide}} {
		out := make([]float32, len(in))
		for k := range step.m {
			row := k * step.across
			for i := range step.n {
				v := float32(0)
				for j, w := range weights {
					v += w * in[row+max(0, min(step.n-1, i+j-reach))*step.of]
				}
				out[row+i*step.of] = v
			}
		}
		in = out
	}
	return in
}
