package layout

import "filingview/parser/internal/form"

// plain gives lines that belong to no part of the form: pieces that stand below each
// other make one block.
func (l *layout) plain(lines []*line) {
	type piece struct {
		x0, x1, y float32
		page      int
		lines     [][]token
	}
	var pieces []piece
	for _, ln := range lines {
		p := &l.pages[ln.page]
		for start := 0; start < len(ln.words); {
			end := start + 1
			for end < len(ln.words) && ln.words[end].x0-ln.words[end-1].x1 < letterInPiece*p.letter {
				end++
			}
			words := ln.words[start:end]
			x0, x1 := words[0].x0, words[end-start-1].x1
			into := -1
			for k := len(pieces) - 1; k >= 0 && k >= len(pieces)-pieceCount; k-- {
				q := &pieces[k]
				if q.page == ln.page && ln.y0-q.y < heightOfPiece*p.height && q.x0-letterBelow*p.letter < x0 && x0 < q.x0+letterBelow*p.letter && !isTitleLine(words) && !isTitleLine(q.lines[0]) {
					into = k
					break
				}
			}
			if into < 0 {
				pieces = append(pieces, piece{x0: x0, page: ln.page})
				into = len(pieces) - 1
			}
			q := &pieces[into]
			q.x1, q.y = max(q.x1, x1), ln.y1
			q.lines = append(q.lines, words)
			start = end
		}
	}
	for i := range pieces {
		l.paragraph(pieces[i].lines...)
	}
}

func isTitleLine(words []token) bool { return form.TitleNumber(keysOf(words).text) != 0 }
