package picture

import "strings"

// word is what a row of letters says up to the next space.
type word struct {
	letters []letter
	foot    float32
	high    float32 // of the tallest letter of its row
	box     blot
	text    string
	what    what
	glued   bool // no space is before it
}

// what a word is read as, and on what ground.
type what uint8

const (
	unsure  what = iota // some letter is like none of the document's
	letters             // words
	value               // a number or a date
	capital             // one capital, a code
	mark                // the mark of a note
)

// Bounds of how unlike a letter may be to what it is read as, and how much more unlike
// it must be to any other.
const (
	near  = 2.2
	ahead = 0.35
)

func (g guess) ok(number bool) bool {
	if g.letter == 0 {
		return false
	}
	// The few letters of numbers are further from each other.
	return g.firm >= 2 && g.far <= near && g.second-g.far >= ahead || number && g.far <= 1.6*near && g.second-g.far >= 2*ahead
}

// words reads a row.
func (r *raster) words(a *alphabet, w *row) []*word {
	var out []*word
	var last *letter
	gap := max(2, float32(w.high)*0.34)
	for i := 0; i < len(w.letters); {
		l := &w.letters[i]
		space := last == nil || float32(l.x0-last.x1) >= gap
		if text, n := r.mark(a, w, i); n > 0 {
			out = append(out, newWord(w, i, i+n, !space))
			m := out[len(out)-1]
			m.text, m.what = text, mark
			last = &w.letters[i+n-1]
			i += n
			continue
		}
		if n := len(out); space || out[n-1].what == mark {
			out = append(out, newWord(w, i, i+1, !space))
		} else {
			out[n-1].take(l)
		}
		last = l
		i++
	}
	var joined []*word
	for _, x := range out {
		if x.what == mark {
			joined = append(joined, x)
			continue
		}
		r.spell(a, x)
		// The comma of a number may leave as much white as a space.
		if n := len(joined); n > 0 && joined[n-1].what != mark && float32(x.box.x0-joined[n-1].box.x1) < 0.5*float32(w.high) {
			both := newWord(w, 0, 0, joined[n-1].glued)
			for _, l := range append(joined[n-1].letters[:len(joined[n-1].letters):len(joined[n-1].letters)], x.letters...) {
				both.take(&l)
			}
			if s, ok := r.number(a, both); ok && (joined[n-1].what == unsure || x.what == unsure || strings.HasSuffix(joined[n-1].text, ",") || strings.HasPrefix(x.text, ",")) {
				both.text, both.what = s, value
				joined[n-1] = both
				continue
			}
		}
		joined = append(joined, x)
	}
	return joined
}

func newWord(w *row, from, to int, glued bool) *word {
	x := &word{foot: w.foot, high: float32(w.high), glued: glued}
	for i := from; i < to; i++ {
		x.take(&w.letters[i])
	}
	return x
}

func (x *word) take(l *letter) {
	if len(x.letters) == 0 {
		x.box = l.blot
	} else {
		x.box.join(&l.blot)
	}
	x.letters = append(x.letters, *l)
}

// spell reads a word letter by letter.
func (r *raster) spell(a *alphabet, x *word) {
	if len(x.letters) == 1 {
		if g := a.read(&x.letters[0].shape, false); g.ok(false) && g.letter >= 'A' && g.letter <= 'Z' {
			x.text, x.what = string(g.letter), capital
			return
		}
	}
	if s, ok := r.number(a, x); ok {
		x.text, x.what = s, value
		return
	}
	var b strings.Builder
	x.what = letters
	for i := range x.letters {
		s, ok := r.letter(a, &x.letters[i], x.foot, false)
		b.WriteString(s)
		if !ok {
			x.what = unsure
		}
	}
	x.text = b.String()
	if x.what == letters && x.text == "$" {
		x.what = value
	}
	if x.what == letters && len(x.text) == 1 && x.text[0] >= 'A' && x.text[0] <= 'Z' {
		x.what = capital
	}
}

// number reads a word as a number or a date.
func (r *raster) number(a *alphabet, x *word) (string, bool) {
	var b strings.Builder
	for i := range x.letters {
		s, ok := r.letter(a, &x.letters[i], x.foot, true)
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	s := strings.ReplaceAll(b.String(), ",,", ",")
	return s, isNumber(s) || isDate(s)
}

// isNumber reports whether text is a number as forms print it, commas between groups of
// three.
func isNumber(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(s, "$"), ","), ".")
	whole, fraction, _ := strings.Cut(s, ".")
	if whole == "" && fraction == "" || !isDigits(fraction) && fraction != "" {
		return false
	}
	for i, g := range strings.Split(whole, ",") {
		if !isDigits(g) && !(g == "" && i == 0 && fraction != "" && !strings.Contains(whole, ",")) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

func isDate(s string) bool {
	part := strings.Split(s, "/")
	return len(part) == 3 && isDigits(part[0]) && isDigits(part[1]) && isDigits(part[2]) && len(part[0]) <= 2 && len(part[1]) <= 2 && len(part[2]) == 4
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// letter reads the ink of one letter, or of several that touch.
func (r *raster) letter(a *alphabet, l *letter, foot float32, number bool) (string, bool) {
	g := a.read(&l.shape, number)
	if g.ok(number) {
		return string(g.letter), true
	}
	if parts := r.cut(a, &l.blot, foot, number); parts != "" {
		return parts, true
	}
	if g.letter == 0 {
		return "?", false
	}
	return string(g.letter), false
}
