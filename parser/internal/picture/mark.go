package picture

// nearMark is how unlike a letter of a mark may be to one of the document that is set
// larger, in the measure of frames.
const nearMark = 8

// mark reads the mark of a note that begins at a letter, "(12)", and how many letters
// it takes; 0 for none. It is set small and above the line, or stands alone.
func (r *raster) mark(a *alphabet, w *row, at int) (string, int) {
	open := &w.letters[at]
	if at+2 >= len(w.letters) || open.height() < 2*open.width() || 10*open.height() < 7*r.tall {
		return "", 0
	}
	if g := a.readMark(&open.shape, false); g.letter != '(' || g.far > nearMark {
		return "", 0
	}
	text := "("
	for k := at + 1; k < len(w.letters) && k <= at+5; {
		l := &w.letters[k]
		if l.x0-w.letters[k-1].x1 > open.height() {
			return "", 0
		}
		if k > at+1 {
			if g := a.readMark(&l.shape, false); g.letter == ')' && g.far <= nearMark && l.height()*10 > open.height()*6 {
				if at > 0 && float32(open.y1) >= w.foot-1 {
					return "", 0
				}
				return text + ")", k - at + 1
			}
		}
		digit, n := r.digit(a, w, k)
		if n == 0 || len(text) == 3 {
			return "", 0
		}
		text += string(digit)
		k += n
	}
	return "", 0
}

// digit reads the digit at a letter of a mark, and how many pieces of ink it takes:
// small digits may be broken.
func (r *raster) digit(a *alphabet, w *row, at int) (rune, int) {
	l := &w.letters[at]
	best := a.readMark(&l.shape, true)
	n := 1
	if at+1 < len(w.letters) {
		next := &w.letters[at+1]
		both := l.blot
		both.join(&next.blot)
		if next.x0-l.x1 <= r.dots(1) && both.width() <= both.height() {
			s := r.shapeOf(&both, w.foot)
			if g := a.readMark(&s, true); g.far < best.far && g.far < nearMark/2 {
				best, n = g, 2
			}
		}
	}
	if n == 1 && 3*l.width() <= l.height() && best.far > 2 {
		if g := a.readMark(&l.shape, false); g.letter == '1' || g.letter == '(' || g.letter == ')' || g.letter == 'I' {
			return '1', 1 // no other is as slim
		}
	}
	if best.far > nearMark || best.second-best.far < ahead {
		return 0, 0
	}
	return best.letter, n
}
