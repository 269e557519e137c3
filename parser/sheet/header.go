package sheet

import (
	"slices"
	"strings"
)

// boxLabel is the label of a box of the header, where it was found.
type boxLabel struct {
	x, y  float32
	page  int
	lines [][]token
	role  bool // the box of relationships
}

// boxLabels are how the labels of boxes begin.
func boxLabels() [][]string {
	return [][]string{{"name", "and", "address", "of", "reporting"}, {"issuer", "name", "and", "ticker"}, {"foreign", "trading", "symbol"},
		{"date", "of", "earliest"}, {"date", "of", "event"}, {"statement", "for"}, {"if", "amendment"}, {"relationship", "of", "reporting"},
		{"individual", "or", "joint"}, {"irs", "identification"}, {"i.r.s", "identification"}, {"irs", "or", "social"}}
}

// header lays out the boxes above Table I. Each takes the words from its label's
// left edge to the next box, down to the next label below.
func (l *layout) header(at, end int) {
	var boxes []boxLabel
	var title [][]token
	var rest []*line
	var stray [][]token
	for i := at; i < end; i++ {
		ln := *l.lines[i]
		p := &l.pages[ln.page]
		words := ln.words
		if k := titleStart(words); k >= 0 {
			title = append(title, words[k:])
			words = words[:k]
		} else if len(title) > 0 && len(words) > 0 && isTitleTail(words, title[0][0].x0) {
			k := tailStart(words, title[0][0].x0)
			title = append(title, words[k:])
			words = words[:k]
		}
		boxes = append(boxes, labelsIn(p, &ln, words)...)
		ln.words = words
		rest = append(rest, &ln)
	}
	for _, ln := range rest {
		p := &l.pages[ln.page]
		last := -1
		for k := range ln.words {
			w := &ln.words[k]
			b := boxAt(p, boxes, ln, w)
			if b < 0 {
				if last != -1 || len(stray) == 0 {
					stray = append(stray, nil)
				}
				stray[len(stray)-1] = append(stray[len(stray)-1], *w)
				last = -1
				continue
			}
			box := &boxes[b]
			if b != last || k == 0 {
				box.lines = append(box.lines, nil)
			}
			n := len(box.lines) - 1
			box.lines[n] = append(box.lines[n], *w)
			last = b
		}
	}
	l.paragraph(stray...)
	slices.SortStableFunc(boxes, func(a, b boxLabel) int {
		switch {
		case a.page != b.page:
			return a.page - b.page
		case a.x < b.x-2*l.pages[a.page].letter:
			return -1
		case a.x > b.x+2*l.pages[a.page].letter:
			return 1
		case a.y < b.y:
			return -1
		}
		return 1
	})
	for i := range boxes {
		b := &boxes[i]
		lines := b.lines
		if b.role {
			lines = byRole(lines)
		}
		l.paragraph(lines...)
	}
	l.paragraph(title...)
}

// labelsIn finds the labels of boxes in a line.
func labelsIn(p *sheetPage, ln *line, words []token) []boxLabel {
	var out []boxLabel
	keys := keysOf(words)
	for _, label := range boxLabels() {
		from := 0
		for {
			k := sequence(keys[from:], label...)
			if k < 0 {
				break
			}
			k += from
			from = k + 1
			first := keys[k].word
			// The number stands before it.
			if first > 0 && isBoxNumber(words[first-1].Text) && words[first].x0-words[first-1].x1 < 3*p.letter {
				first--
			}
			if first > 0 && words[first].x0-words[first-1].x1 < 0.8*p.letter && !isBoxNumber(words[first].Text) {
				continue // in a sentence
			}
			out = append(out, boxLabel{x: words[first].x0, y: ln.y0, page: ln.page, role: label[0] == "relationship"})
		}
	}
	return out
}

func isBoxNumber(s string) bool {
	s = strings.TrimRight(s, ".)")
	return len(s) >= 1 && len(s) <= 2 && (s[0] >= '1' && s[0] <= '8' || s == "l" || s == "I")
}

// boxAt gives the box that a word stands in: of those that begin above it and left
// of it, the rightmost, and of those below each other the lowest.
func boxAt(p *sheetPage, boxes []boxLabel, ln *line, w *token) int {
	best := -1
	near := 2 * p.letter
	for i := range boxes {
		b := &boxes[i]
		if b.page > ln.page || b.page == ln.page && b.y > ln.y0+0.5*p.height || b.x > w.x0+near {
			continue
		}
		if best < 0 {
			best = i
			continue
		}
		c := &boxes[best]
		switch {
		case b.x > c.x+near:
			best = i
		case b.x < c.x-near:
		case b.page > c.page || b.page == c.page && b.y > c.y:
			best = i
		}
	}
	return best
}

// titleStart gives the word with which the title of Table I begins, or -1.
func titleStart(words []token) int {
	keys := keysOf(words)
	for i := range keys {
		if like(keys[i].text, "table") && tableTitle(keys[i:]) == 1 {
			return keys[i].word
		}
	}
	return -1
}

// isTitleTail reports whether a line has a second line of the title of Table I.
func isTitleTail(words []token, x float32) bool {
	k := tailStart(words, x)
	if k >= len(words) {
		return false
	}
	keys := keysOf(words[k:])
	return sequence(keys, "beneficially", "owned") >= 0 || sequence(keys, "disposed", "of") >= 0 || len(keys) == 1 && keys[0].text == "owned"
}

func tailStart(words []token, x float32) int {
	k := 0
	for k < len(words) && words[k].x0 < x-1 {
		k++
	}
	return k
}

// byRole puts the labels of the box of relationships in their order, which stand
// two and two with instructions of two lines each: Director, 10% Owner, Officer
// (give title below), Other (specify below).
func byRole(lines [][]token) [][]token {
	first, other := -1, -1 // the lines of Director and of Other
	x := float32(0)
	for i, words := range lines {
		for k := range words {
			f := fold(words[k].Text)
			if first < 0 && k+1 < len(words) && (f == "10%" || f == "10") && like(fold(words[k+1].Text), "owner") || first < 0 && f == "10%" {
				first = i
				x = words[k].x0
				if k > 0 && isTick(words[k-1].Text) {
					x = words[k-1].x0
				}
			}
			if first >= 0 && like(f, "other") && words[k].x0 > x-3*(words[k].x1-words[k].x0) && other < 0 {
				other = i
				from := words[k].x0
				if k > 0 && isTick(words[k-1].Text) {
					from = words[k-1].x0
				}
				x = min(x, from)
			}
		}
	}
	if first < 0 || other < first {
		return lines
	}
	// The instructions end with "below)" on either side.
	end := other
	left, right := false, false
	for i := other; i < len(lines) && i < other+3; i++ {
		closes := false
		for k := range lines[i] {
			if f := fold(lines[i][k].Text); like(f, "below") {
				closes = true
				if lines[i][k].x0 < x {
					left = true
				} else {
					right = true
				}
			}
		}
		if closes {
			end = i
		}
		if left && right {
			break
		}
	}
	part := func(words []token) (a, b []token) {
		k := 0
		for k < len(words) && words[k].x0 < x-0.5 {
			k++
		}
		return words[:k], words[k:]
	}
	out := slices.Clone(lines[:first])
	a, b := part(lines[first])
	out = append(out, a, b)
	var tail [][]token
	for i := first + 1; i <= end; i++ {
		a, b := part(lines[i])
		out = append(out, a)
		tail = append(tail, b)
	}
	out = append(out, tail...)
	return append(out, lines[end+1:]...)
}

// isTick reports whether a word is a box to tick.
func isTick(s string) bool {
	s = strings.Trim(s, "_[](){}|-.: ")
	return s == "" || strings.EqualFold(s, "x") || s == Checked || s == Unchecked
}

func containsWord(s, word string) bool { return strings.Contains(" "+s+" ", " "+word+" ") }
