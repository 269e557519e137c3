package layout

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
)

// boxLabel is the label of a box of the header, where it was found.
type boxLabel struct {
	x, y  float32
	page  int
	lines [][]token
	box   form.Box
}

// maxBoxes bounds the boxes of one header; a form has up to nine.
const maxBoxes = 40

// header lays out the boxes above Table I. Each takes the words from its label's
// left edge to the next box, down to the next label below.
func (l *layout) header(at, end int) {
	var boxes []boxLabel
	var title [][]token
	var rest []*line
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
		if len(boxes) < maxBoxes {
			boxes = append(boxes, labelsIn(p, &ln, words)...)
		}
		ln.words = words
		rest = append(rest, &ln)
	}
	l.paragraph(l.fillBoxes(boxes, rest)...)
	slices.SortStableFunc(boxes, func(a, b boxLabel) int {
		switch {
		case a.page != b.page:
			return a.page - b.page
		case a.x < b.x-letterBelow*l.pages[a.page].letter:
			return -1
		case a.x > b.x+letterBelow*l.pages[a.page].letter:
			return 1
		case a.y < b.y:
			return -1
		}
		return 1
	})
	var aside [][]token
	for i := range boxes {
		b := &boxes[i]
		lines := b.lines
		switch b.box {
		case form.BoxRelationship:
			lines = byRole(lines, l.pages[b.page].letter)
		case form.BoxOwner:
			var misread []token
			lines, misread = byAddress(&l.pages[b.page], lines)
			aside = append(aside, misread)
		}
		l.paragraph(lines...)
	}
	l.paragraph(aside...)
	l.paragraph(title...)
}

// fillBoxes gives each box the words that stand in it, and returns those that stand in
// none.
func (l *layout) fillBoxes(boxes []boxLabel, lines []*line) (stray [][]token) {
	for _, ln := range lines {
		p := &l.pages[ln.page]
		last := -1
		for k := range ln.words {
			w := &ln.words[k]
			b := last
			if k == 0 || last < 0 || w.x0-ln.words[k-1].x1 > letterInBox*p.letter || beginsBox(boxes, ln, w) {
				b = boxAt(p, boxes, ln, w)
			}
			symbol := b >= 0 && b == last && boxes[b].box == form.BoxIssuer && strings.ToUpper(w.Text) == w.Text // "Quillmark Corp (ZIP)"
			if form.AddressPartOf(w.Text) != form.PartNone && !symbol || last >= 0 && boxes[last].box == form.BoxOwner && w.Text == "Code)" {
				b = ownerBox(boxes, ln)
			}
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
	return stray
}

// labelsIn finds the labels of boxes in a line.
func labelsIn(p *sheetPage, ln *line, words []token) []boxLabel {
	var out []boxLabel
	keys := keysOf(words)
	labels := form.Labels()
	for i := range labels {
		label := &labels[i]
		if label.Numbered == 0 {
			continue
		}
		begin, rest := label.Begin[:label.Numbered], label.Begin[label.Numbered:label.Alone]
		from := 0
		for {
			k := form.Index(keys.text[from:], begin...)
			if k < 0 && len(rest) > 0 {
				k = p.index(keys.text[from:], label.Begin[:label.Alone]...)
			}
			if k < 0 {
				break
			}
			k += from
			from = k + 1
			first := keys.word[k]
			// The number stands before it.
			numbered := false
			if first > 0 && form.MayBeBoxNumber(form.Fold(words[first-1].Text)) && words[first].x0-words[first-1].x1 < letterToNumber*p.letter {
				first--
				numbered = true
			}
			isNumber := form.MayBeBoxNumber(form.Fold(words[first].Text))
			numbered = numbered || isNumber || words[first].Text[0] >= '1' && words[first].Text[0] <= '8'
			if !numbered && len(rest) > 0 && !form.HasPrefix(keys.text[k+len(begin):], rest...) {
				continue
			}
			if first > 0 && words[first].x0-words[first-1].x1 < letterInSense*p.letter && !isNumber {
				continue // in a sentence
			}
			out = append(out, boxLabel{x: words[first].x0, y: ln.y0, page: ln.page, box: label.Box})
		}
	}
	return out
}

// boxAt gives the box that a word stands in: of those that begin above it and left
// of it, the rightmost, and of those below each other the lowest.
func boxAt(p *sheetPage, boxes []boxLabel, ln *line, w *token) int {
	best := -1
	near := letterBelow * p.letter
	for i := range boxes {
		b := &boxes[i]
		if b.page > ln.page || b.page == ln.page && b.y > ln.y0+heightOfBox*p.height || b.x > w.x0+near {
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

// beginsBox reports whether a box begins with a word.
func beginsBox(boxes []boxLabel, ln *line, w *token) bool {
	for i := range boxes {
		if b := &boxes[i]; b.page == ln.page && b.y == ln.y0 && b.x == w.x0 {
			return true
		}
	}
	return false
}

// ownerBox gives the last box of a name and address above a line, or -1.
func ownerBox(boxes []boxLabel, ln *line) int {
	best := -1
	for i := range boxes {
		if b := &boxes[i]; b.box == form.BoxOwner && (b.page < ln.page || b.page == ln.page && b.y < ln.y1) {
			best = i
		}
	}
	return best
}

// titleStart gives the word with which the title of Table I begins, or -1.
func titleStart(words []token) int {
	keys := keysOf(words)
	for i := range keys.text {
		if form.Like(keys.text[i], "table") && form.TableTitle(keys.text[i:]) == 1 {
			return keys.word[i]
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
	return form.EndsTableTitle(keys.text)
}

func tailStart(words []token, x float32) int {
	k := 0
	for k < len(words) && words[k].x0 < x-1 {
		k++
	}
	return k
}
