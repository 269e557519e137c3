package picture

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// font draws letters as rows of dots, five wide.
func font(c rune) []string {
	return map[rune][]string{
		'0': {".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."},
		'1': {"..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."},
		'2': {".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"},
		'3': {"####.", "....#", "....#", ".###.", "....#", "....#", "####."},
		'4': {"...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."},
		'5': {"#####", "#....", "####.", "....#", "....#", "#...#", ".###."},
		'6': {".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."},
		'7': {"#####", "....#", "...#.", "..#..", "..#..", "..#..", "..#.."},
		'8': {".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."},
		'9': {".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."},
		',': {"", "", "", "", "", "", "##", "##", ".#"},
		'.': {"", "", "", "", "", "", "##"},
		'(': {"..#", ".#.", "#..", "#..", "#..", "#..", "#..", ".#.", "..#"},
		')': {"#..", ".#.", "..#", "..#", "..#", "..#", "..#", ".#.", "#.."},
		'S': {".####", "#....", "#....", ".###.", "....#", "....#", "####."},
		'D': {"####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."},
		'A': {"..#..", ".#.#.", "#...#", "#...#", "#####", "#...#", "#...#"},
		'?': {"#.#.#", ".#.#.", "#.#.#", ".#.#.", "#.#.#", ".#.#.", "#.#.#"},
	}[c]
}

// paper is a picture of 200 dots an inch with the words of its text layer.
type paper struct {
	grey Grey
	page sheet.Page
}

func newPaper() *paper {
	p := &paper{grey: Grey{Width: 1000, Height: 1400, Dots: make([]uint8, 1000*1400)}}
	p.grey.Box = ownership.Box{X1: 360, Y1: 504}
	for i := range p.grey.Dots {
		p.grey.Dots[i] = 220
	}
	p.page = sheet.Page{Number: 1, Width: 360, Height: 504, Picture: true}
	return p
}

// fill blackens a box of dots.
func (p *paper) fill(x0, y0, x1, y1 int) {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			p.grey.Dots[y*p.grey.Width+x] = 10
		}
	}
}

// draw draws text whose tops are at y, each dot so many wide, and gives where it ends.
func (p *paper) draw(x, y int, text string, size int) int {
	for _, c := range text {
		wide := 0
		for row, dots := range font(c) {
			for col, d := range dots {
				wide = max(wide, col+1)
				if d == '#' {
					p.fill(x+col*size, y+row*size, x+(col+1)*size, y+(row+1)*size)
				}
			}
		}
		x += (wide + 1) * size
	}
	return x
}

// says lays a word of text over a box of dots.
func (p *paper) says(text string, x0, y0, x1, y1 int) {
	const k = 72.0 / 200
	b := ownership.Box{X0: float32(x0) * k, Y0: float32(y0) * k, X1: float32(x1) * k, Y1: float32(y1) * k}
	p.page.Words = append(p.page.Words, sheet.Word{Text: text, Box: b, At: ownership.Span{Page: 1, Box: b}})
}

// teach draws words that the text layer has right, twice each.
func (p *paper) teach() {
	for i, s := range []string{"1,234", "5,678", "9,012", "3,456", "7,890", "S", "D", "A", "(1)", "(2)", "0.5"} {
		for k := range 2 {
			x, y := 40+k*450, 40+i*50
			p.says(s, x, y-4, p.draw(x, y, s, 4), y+36)
		}
	}
}

// at gives the words at a height, "^" before marks, and what the text layer has of
// those that the picture changed.
func (p *paper) at(y int) (shown, said string) {
	var out, was []string
	for _, w := range p.page.Words {
		if mid := (w.Box.Y0 + w.Box.Y1) / 2 * 200 / 72; mid < float32(y-20) || mid > float32(y+50) {
			continue
		}
		mark := ""
		if w.Raised {
			mark = "^"
		}
		out = append(out, mark+w.Text)
		if w.Again {
			was = append(was, w.Said)
		}
	}
	return strings.Join(out, " "), strings.Join(was, " ")
}

// TestReread: what the text layer garbles is read by letters that it has right
// elsewhere, and keeps what it has there; what the picture does not tell stays.
func TestReread(t *testing.T) {
	const y = 800
	for _, c := range []struct {
		name        string
		draw        func(p *paper) (end int)
		said        string
		shown, kept string
	}{
		{"the same", func(p *paper) int { return p.draw(40, y, "2,345", 4) }, "2,345", "2,345", ""},
		{"a number", func(p *paper) int { return p.draw(40, y, "2,345", 4) }, "23A5|", "2,345", "23A5|"},
		{"a code with a mark", func(p *paper) int { return p.draw(p.draw(40, y, "S", 4), y-8, "(1)", 3) }, "sO", "S ^(1)", "sO sO"},
		{"a mark of two digits", func(p *paper) int { return p.draw(p.draw(40, y, "D", 4), y-8, "(12)", 3) }, "D®", "D ^(12)", "D® D®"},
		{"passed over", func(p *paper) int { return p.draw(40, y, "6,789", 4) }, "", "6,789", ""},
		{"a letter that the document has nowhere", func(p *paper) int { return p.draw(40, y, "2?5", 4) }, "2Q5", "2Q5", ""},
		{"a comma for the point at the end", func(p *paper) int { return p.draw(40, y, "2,345.", 4) }, "2,345,", "2,345,", ""},
		{"a ruled line read as a digit", func(p *paper) int {
			p.fill(40, y-60, 44, y+90)
			return p.draw(56, y, "2,345", 4)
		}, "12,345", "2,345", "12,345"},
		{"a digit that the picture does not tell", func(p *paper) int { return p.draw(p.draw(40, y, "?", 4)+4, y, "2,345", 4) }, "12,345", "12,345", ""},
		{"a whole number that the letters of the document tell otherwise", func(p *paper) int { return p.draw(40, y, "2,345", 4) }, "2,445", "2,445", ""},
		{"a first digit that is lost", func(p *paper) int { return p.draw(40, y, "12,345", 4) }, "2,345", "12,345", "2,345"},
		{"letters in brackets", func(p *paper) int { return p.draw(40, y, "(11)", 4) }, "(ii)", "(ii)", ""},
	} {
		p := newPaper()
		p.teach()
		end := c.draw(p)
		if c.said != "" {
			p.says(c.said, 40, y-8, end, y+36)
		}
		pages := []sheet.Page{p.page}
		Reread(pages, []*Grey{&p.grey})
		p.page = pages[0]
		if shown, kept := p.at(y); shown != c.shown || kept != c.kept {
			t.Errorf("%s: %q, of which the text layer had %q; want %q and %q", c.name, shown, kept, c.shown, c.kept)
		}
	}
}

// TestOther: where a whole number of the text layer stays, the one that the picture shows is
// kept beside it.
func TestOther(t *testing.T) {
	const y = 800
	for said, want := range map[string]string{"2,445": "2,345", "2,345": "", "23A5|": "", "2,345,": ""} {
		p := newPaper()
		p.teach()
		p.says(said, 40, y-8, p.draw(40, y, "2,345", 4), y+36)
		pages := []sheet.Page{p.page}
		Reread(pages, []*Grey{&p.grey})
		other := ""
		for _, w := range pages[0].Words {
			other += w.Other
		}
		if other != want {
			t.Errorf("for %q the other number is %q, want %q", said, other, want)
		}
	}
}

// TestLines: ruled lines are told; letters and underlines are none.
func TestLines(t *testing.T) {
	p := newPaper()
	p.teach()
	p.fill(100, 700, 900, 704)
	p.fill(500, 700, 504, 1000)
	p.fill(100, 1100, 140, 1102)
	pages := []sheet.Page{p.page}
	Reread(pages, []*Grey{&p.grey})
	level, upright := float32(0), float32(0)
	for _, r := range pages[0].Rules {
		if r.Y0 == r.Y1 {
			level += r.X1 - r.X0
		} else {
			upright += r.Y1 - r.Y0
		}
		if r.Y0 < 250 {
			t.Errorf("a letter is told as a line: %v", r)
		}
	}
	if level < 280 || level > 300 || upright < 100 || upright > 120 {
		t.Errorf("lines of %.0f and %.0f points, want 288 and 108", level, upright)
	}
}

// TestNothingToTell: a page without a picture, an empty one and noise change nothing.
func TestNothingToTell(t *testing.T) {
	noise := newPaper()
	for i := range noise.grey.Dots {
		noise.grey.Dots[i] = uint8(i * i * 7919 >> 8)
	}
	for name, g := range map[string]*Grey{"none": nil, "empty": &newPaper().grey, "noise": &noise.grey, "coarse": {Width: 100, Height: 140, Dots: make([]uint8, 14000), Box: noise.grey.Box}} {
		p := newPaper()
		p.says("Q345", 40, 40, 200, 80)
		pages := []sheet.Page{p.page}
		Reread(pages, []*Grey{g})
		if name == "empty" {
			continue // what is on no picture may go; only that it ends is asked
		}
		if len(pages[0].Words) != 1 || pages[0].Words[0].Text != "Q345" {
			t.Errorf("%s: %v", name, pages[0].Words)
		}
	}
}

func TestDecode(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "no picture": []byte("%PDF-1.7"), "cut": {0xFF, 0xD8, 0xFF, 0xE0, 0, 16}} {
		if n, err := Size(data); err == nil {
			t.Errorf("%s: %d dots", name, n)
		}
		if g, err := Decode(data, ownership.Box{}); err == nil {
			t.Errorf("%s: %v", name, g)
		}
	}
}

// TestAlikeWords: where both may be words, the text layer is left its own.
func TestAlikeWords(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		alike bool
	}{
		{"covered", "converted", true}, {"For:", "Form", true}, {"date.", "dated", true}, {"investment", "Investments", true},
		{"ager", "Common", false}, {"s", "See", false}, {"Wier", "Stock", false},
	} {
		if alikeWords(c.a, c.b) != c.alike {
			t.Errorf("%s and %s: not %t", c.a, c.b, c.alike)
		}
	}
}

// TestContradicts: a whole number of the text layer is not replaced by one with other digits,
// but for a first digit that the text layer lost; what is no number, or a scrap of one, is.
func TestContradicts(t *testing.T) {
	for _, c := range []struct {
		said, shown       string
		contradicts, miss bool
	}{
		{"10,371", "102,371", true, false},
		{"04/15/2021", "04/15/2022", true, false},
		{"100.3797", "100.3797777", true, false},
		{"$0", "2", true, false},
		{"67,611,216", "167,611,216", true, true},
		{"67,611,216", "677,611,216", true, false},
		{"4.000", "4,000", false, false},
		{"2", "552,106", false, false}, // a scrap
		{"23A5|", "2,345", false, false},
		{"12/4", "12/04/2021", false, false},
	} {
		if got := contradicts(c.shown, c.said); got != c.contradicts {
			t.Errorf("%s for %s: contradicts %t", c.shown, c.said, got)
		}
		if got := misses(c.said, c.shown); got != c.miss {
			t.Errorf("%s for %s: the first digit is lost: %t", c.shown, c.said, got)
		}
	}
}
