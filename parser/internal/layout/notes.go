package layout

import (
	"strings"
	"unicode"

	"filingview/parser/internal/form"
)

// notes lays out the explanations: a block for each, its label first.
func (l *layout) notes(at, end int) {
	l.paragraph(l.lines[at].words)
	lines := l.lines[at+1 : end]
	// The form's own sentences come first or last.
	var body []*line
	for i := 0; i < len(lines); i++ {
		if !form.IsOwnLine(keysOf(lines[i].words).text) && !isStars(lines[i].words) {
			body = append(body, lines[i])
			continue
		}
		l.noteBlocks(body)
		body = nil
		own := [][]token{lines[i].words}
		for i+1 < len(lines) && l.sentenceGoesOn(lines[i], lines[i+1]) {
			i++
			own = append(own, lines[i].words)
		}
		l.paragraph(own...)
	}
	l.noteBlocks(body)
}

func isStars(words []token) bool {
	return len(words) == 1 && (words[0].Text == "*" || words[0].Text == "**")
}

// sentenceGoesOn reports whether a line of one of the form's own sentences goes on
// in the next.
func (l *layout) sentenceGoesOn(a, b *line) bool {
	if a.page != b.page || b.y0-a.y1 > l.pages[a.page].height || len(a.words) < 4 {
		return false
	}
	n, _ := labelAt(b.words, l.pages[b.page].scan)
	return n == 0 && !sentenceEnds(a.words) && !form.IsOwnLine(keysOf(b.words).text) && !isStars(b.words)
}

// noteBlocks gives the explanations in some lines.
func (l *layout) noteBlocks(lines []*line) {
	if len(lines) == 0 {
		return
	}
	n := l.newNoteLines(lines)
	starts := n.part()
	for s := 0; s < len(lines); {
		e := s + 1
		for e < len(lines) && !starts[e] {
			e++
		}
		n.give(s, e)
		s = e
	}
}

// labelAt reads the label with which a line begins: "(1)", "1.", "1)", "( 1 )". It
// gives the number and of how many words the label is. misread is set where a machine
// read it.
func labelAt(words []token, misread bool) (number, count int) {
	text := ""
	for k := 0; k < len(words) && k < 3; k++ {
		text += words[k].Text
		if n, end := form.NoteLabel(text, false, misread); n > 0 && end == len(text) {
			return n, k + 1
		}
		if text[0] != '(' || len(text) > 4 {
			break
		}
	}
	return 0, 0
}

// looksLabel reports whether a word may be a label that a machine misread.
func looksLabel(s string) bool {
	return len(s) <= labelLetters && strings.ContainsAny(s, "()[]{}0123456789")
}

// sentenceEnds reports whether the last word of a line ends a sentence.
func sentenceEnds(words []token) bool {
	return len(words) == 0 || form.EndsSentence(words[len(words)-1].Text)
}

// startsLower reports whether a word begins with a small letter.
func startsLower(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}
