package layout

import (
	"cmp"
	"math"
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// token is a word as it stands once its page is turned upright.
type token struct {
	sheet.Word
	x0, y0, x1, y1 float32
	keys           []string // its folded parts
	what           kind
}

func (t *token) mid() float32 { return (t.x0 + t.x1) / 2 }

// line is a line of words from left to right.
type line struct {
	page   int // index
	y0, y1 float32
	words  []token
}

// mid is the height at which most of its words stand.
func (ln *line) mid() float32 {
	mids := make([]float32, len(ln.words))
	for i := range ln.words {
		mids[i] = (ln.words[i].y0 + ln.words[i].y1) / 2
	}
	return quantile(mids, shareMiddle)
}

// sheetPage is a page cut into lines.
type sheetPage struct {
	lines  []line
	letter float32 // how wide a letter is, in the middle
	height float32 // how high a line is
	text   bool    // columns and lines of plain text
	left   float32
	right  float32
	rules  []sheet.Rule
	scan   bool // a machine read the words from pictures
}

// Bounds of what is laid out.
const (
	maxPages = 200
	maxWords = 200_000
)

// cutLines turns a page upright and gathers its words into lines.
func cutLines(p *sheet.Page, index int, scan bool) sheetPage {
	out := sheetPage{letter: 1, height: 1, scan: scan}
	words := make([]token, 0, len(p.Words))
	var widths, heights []float32
	for _, w := range p.Words {
		b := w.Box
		if w.Text == "" || !(b.X1 > b.X0) || !(b.Y1 > b.Y0) || b.X0 < -1e5 || b.Y0 < -1e5 || b.X1 > 1e5 || b.Y1 > 1e6 {
			continue
		}
		if scan {
			for _, w := range cutGlued(w) {
				words = append(words, tokenOf(w, scannedKind(w.Text)))
			}
		} else {
			words = append(words, tokenOf(w, kindOf(w.Text)))
		}
		if n := len([]rune(w.Text)); n > 1 {
			widths = append(widths, (b.X1-b.X0)/float32(n))
			heights = append(heights, b.Y1-b.Y0)
		}
	}
	if len(words) == 0 {
		return out
	}
	out.text = true
	for i := range words {
		w := &words[i]
		out.text = out.text && w.y1-w.y0 == 1 && w.x0 == float32(math.Trunc(float64(w.x0)))
	}
	if len(widths) > 0 {
		slices.Sort(widths)
		slices.Sort(heights)
		out.letter, out.height = widths[len(widths)/2], heights[len(heights)/2]
	}
	out.rules = p.Rules
	if scan {
		straighten(words, out.height)
	}
	seatMarks(words, out.letter, out.height)
	slices.SortStableFunc(words, func(a, b token) int { return cmp.Compare(a.y0+a.y1, b.y0+b.y1) })
	out.left, out.right = words[0].x0, words[0].x1
	for start := 0; start < len(words); {
		end := start + 1
		sum := (words[start].y0 + words[start].y1) / 2
		for end < len(words) {
			mid := (words[end].y0 + words[end].y1) / 2
			if mid-sum/float32(end-start) > heightOfLine*out.height {
				break
			}
			sum += mid
			end++
		}
		l := line{page: index, words: words[start:end:end], y0: words[start].y0, y1: words[start].y1}
		slices.SortStableFunc(l.words, func(a, b token) int { return cmp.Compare(a.x0, b.x0) })
		for i := range l.words {
			l.y0, l.y1 = min(l.y0, l.words[i].y0), max(l.y1, l.words[i].y1)
			out.left, out.right = min(out.left, l.words[i].x0), max(out.right, l.words[i].x1)
		}
		out.lines = append(out.lines, l)
		start = end
	}
	return out
}

func tokenOf(w sheet.Word, what kind) token {
	b := w.Box
	return token{Word: w, x0: b.X0, y0: b.Y0, x1: b.X1, y1: b.Y1, keys: form.AppendFolded(nil, w.Text), what: what}
}

// straighten turns words by the small angle at which they make the sharpest lines.
func straighten(words []token, height float32) {
	best, sharpest := 0.0, -1.0
	bucket := float64(height) / 3
	if bucket <= 0 || len(words) > 20_000 {
		return
	}
	for step := -50; step <= 50; step++ {
		slope := float64(step) * 0.001
		count := map[int]int{}
		for i := range words {
			w := &words[i]
			y := float64(w.y1) - slope*float64(w.mid())
			count[int(math.Floor(y/bucket))]++
		}
		sharp := 0.0
		for _, n := range count {
			sharp += float64(n) * float64(n)
		}
		if sharp > sharpest*1.0001 || sharp > sharpest*0.9999 && math.Abs(slope) < math.Abs(best) {
			best, sharpest = slope, sharp
		}
	}
	if best == 0 {
		return
	}
	s := float32(best)
	for i := range words {
		w := &words[i]
		dy := s * w.mid()
		dx := s * (w.y0 + w.y1) / 2
		w.x0, w.x1, w.y0, w.y1 = w.x0+dx, w.x1+dx, w.y0-dy, w.y1-dy
	}
}

// quantile gives the value below which a share of values lies; 0 of none.
func quantile(values []float32, share float32) float32 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted[min(len(sorted)-1, int(share*float32(len(sorted))))]
}
