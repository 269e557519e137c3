package sheet

import (
	"slices"
	"strings"
)

// layTable lays out Table I or Table II.
func (l *layout) layTable(at, end int, second bool) {
	number := l.numberAt(at)
	cols := leaves(number, second)
	// The title and what else stands above the heads.
	start := at
	for start < end && !(l.kinds[start] != sectionNone && tableTitle(keysOf(l.lines[start].words)) == 0) {
		l.paragraph(l.lines[start].words)
		start++
	}
	if start == end {
		return
	}
	if !hasWord(l.lines[start:end], "deemed", "execution") {
		cols = dropDeemed(cols)
	}
	voc := newVocabulary(cols)
	l.table++
	var borders []float32
	var left, own float32 // where titles begin, and where D or I stands
	var begun [][][]Word  // cells of a row that goes on on the next page
	var rows [][][][]Word // rows, cells, lines
	var head [][][]Word
	for page := l.lines[start].page; start < end; page++ {
		stop := start
		for stop < end && l.lines[stop].page == page {
			stop++
		}
		if stop == start {
			continue
		}
		heads, body := l.splitHeads(&voc, start, stop, head == nil || len(rows) == 0)
		start = stop
		p := &l.pages[page]
		if len(rows) == 0 && len(heads) > 0 && start < end && !anyValue(body) {
			heads, body = append(heads, body...), nil // the heads go on on the next page
		}
		before := borders
		if p.text {
			before = scaled(borders, left, own, body)
		}
		if b := findColumns(p, cols, &voc, heads, body, before, nil); b != nil {
			borders = b
		}
		if borders == nil {
			continue
		}
		if head == nil && len(heads) > 0 {
			head = cellsOf(len(cols), borders, heads)
		} else if len(rows) == 0 && len(heads) > 0 {
			for c, lines := range cellsOf(len(cols), borders, heads) {
				head[c] = append(head[c], lines...)
			}
		}
		if x, o, ok := extent(body); ok {
			left, own = x, o
		}
		starts := findRows(p, cols, borders, body, len(rows) > 0 && begun == nil, start < end)
		if apart := clashes(cols, borders, body, starts); len(apart) > 0 {
			if b := findColumns(p, cols, &voc, heads, body, before, apart); b != nil {
				again := findRows(p, cols, b, body, len(rows) > 0 && begun == nil, start < end)
				if len(clashes(cols, b, body, again)) < len(apart) {
					borders, starts = b, again
				}
			}
		}
		for k, s := range starts {
			e := len(body)
			if k+1 < len(starts) {
				e = starts[k+1]
			}
			cells := cellsOf(len(cols), borders, body[s:e])
			valued := holdsValues(cols, borders, body[s:e])
			switch {
			case k == 0 && begun != nil:
				cells = joinCells(begun, cells)
				begun = nil
			case k == 0 && len(rows) > 0 && !valued:
				joinCells(rows[len(rows)-1], cells)
				continue
			case k == len(starts)-1 && k > 0 && start < end && !valued:
				begun = cells
				continue
			}
			rows = append(rows, cells)
		}
	}
	if begun != nil && len(rows) > 0 {
		joinCells(rows[len(rows)-1], begun)
	}
	if head == nil {
		head = make([][][]Word, len(cols))
	}
	l.giveRow(0, head, true)
	for i, r := range rows {
		l.giveRow(i+1, r, false)
	}
}

// giveRow gives the cells of a row as blocks of the current table.
func (l *layout) giveRow(row int, cells [][][]Word, head bool) {
	for c := range cells {
		l.give(Block{Lines: cells[c], Table: l.table, Row: int32(row), Col: int32(c), Head: head})
	}
}

// cellsOf sorts the words of lines into columns.
func cellsOf(n int, borders []float32, lines []*line) [][][]Word {
	cells := make([][][]Word, n)
	for _, ln := range lines {
		last := -1
		for k := range ln.words {
			c := columnOf(borders, &ln.words[k])
			if c != last {
				cells[c] = append(cells[c], nil)
				last = c
			}
			m := len(cells[c]) - 1
			cells[c][m] = append(cells[c][m], ln.words[k].Word)
		}
	}
	return cells
}

// splitHeads parts the lines of a table on one page into those of heads and those of
// rows.
func (l *layout) splitHeads(voc *vocabulary, start, stop int, open bool) (heads, body []*line) {
	first := -1
	for i := start; i < stop; i++ {
		if k := l.kinds[i]; k == sectionTableI || k == sectionTableII {
			first = i
			break
		}
	}
	for i := start; i < stop; i++ {
		if keys := keysOf(l.lines[i].words); tableTitle(keys) > 0 || sequence(keys, "puts", "calls") >= 0 {
			continue // a title that is repeated
		}
		if i < first {
			body = append(body, l.lines[i])
			continue
		}
		if first < 0 && !open {
			body = append(body, l.lines[i])
			continue
		}
		// The heads end before the first value; the lines right above it that speak
		// of something else are the row's.
		last := i
		p := &l.pages[l.lines[i].page]
		low, second := false, p.left+(p.right-p.left)*0.08 // unless it is seen
		seen := false
		for k := i; k < stop; k++ {
			if low && onlyTitle(l.lines[k], second) {
				break
			}
			low = low || isLowHead(voc, l.lines[k])
			if x := secondHead(l.lines[k]); x > 0 && !seen {
				second, seen = x, true
			}
			known, speaks := speaksHead(voc, l.lines[k])
			if known < 6 && holdsValue(l.lines[k], l.pages[l.lines[k].page].scan) {
				break
			}
			if speaks {
				last = k + 1
			}
		}
		heads = append(heads, l.lines[i:last]...)
		body = append(body, l.lines[last:stop]...)
		break
	}
	return heads, body
}

// holdsValue reports whether a line has what no head has.
func holdsValue(ln *line, scan bool) bool {
	for i := range ln.words {
		w := &ln.words[i]
		switch w.what {
		case kindDate, kindDollar:
			return true
		case kindMark:
			if !scan {
				return true // on a scan it may be an (A) or a (D)
			}
		case kindNumber:
			if digits := countDigits(w.Text); digits >= 3 || digits == 2 && strings.ContainsAny(strings.Trim(w.Text, "|[]{}.,"), ".,") {
				return true
			}
		}
	}
	return false
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// speaksHead counts the words of a line that are of heads, and reports whether most
// are.
func speaksHead(voc *vocabulary, ln *line) (words int, speaks bool) {
	known, all := 0, 0
	for i := range ln.words {
		w := &ln.words[i]
		if len(w.keys) == 0 {
			continue
		}
		all++
		f := fold(w.Text)
		switch {
		case voc.fits(w) != nil, like(f, "instr"):
			known++
			words++
		case f == "and", f == "of", f == "or", f == "if", f == "any", f == "to", f == "the", len(f) == 1 && f[0] >= '3' && f[0] <= '8', f == "i":
			known++
		}
	}
	return words, words > 0 && known*5 >= all*3 || words > 3 && known*2 >= all
}

func hasWord(lines []*line, words ...string) bool {
	for i, ln := range lines {
		if i == 40 {
			break
		}
		for k := range ln.words {
			for _, part := range ln.words[k].keys {
				for _, w := range words {
					if like(part, w) {
						return true
					}
				}
			}
		}
	}
	return false
}

// dropDeemed leaves the column out that forms before August 2002 lack.
func dropDeemed(cols []leaf) []leaf {
	var out []leaf
	for _, c := range cols {
		if len(c.own) > 3 && containsWord(c.own, "Deemed") {
			continue
		}
		out = append(out, c)
	}
	return out
}

// extent tells where the titles of a table begin and where D or I stands.
func extent(lines []*line) (left, own float32, ok bool) {
	left = 1e9
	var xs []float32
	for _, ln := range lines {
		left = min(left, ln.words[0].x0)
		for k := len(ln.words) - 1; k > 0; k-- {
			if w := &ln.words[k]; w.what == kindD || w.what == kindI {
				xs = append(xs, w.mid())
				break
			}
		}
	}
	if len(xs) == 0 {
		return 0, 0, false
	}
	slices.Sort(xs)
	own = xs[len(xs)/2]
	return left, own, own > left
}

// scaled gives the borders of the page before as they are on a page of text that is
// set wider or closer.
func scaled(borders []float32, left, own float32, body []*line) []float32 {
	x, o, ok := extent(body)
	if borders == nil || own == 0 || !ok {
		return nil
	}
	out := make([]float32, len(borders))
	for i, b := range borders {
		out[i] = x + (b-left)*(o-x)/(own-left)
	}
	return out
}

// joinCells adds the cells of one part of a row to those of the part before.
func joinCells(row, more [][][]Word) [][][]Word {
	for c := range row {
		row[c] = append(row[c], more[c]...)
	}
	return row
}

// holdsValues reports whether one of some lines has a value in its column.
func holdsValues(cols []leaf, borders []float32, lines []*line) bool {
	for _, ln := range lines {
		for k := range ln.words {
			w := &ln.words[k]
			if isValue(cols[columnOf(borders, w)].class, w.what) {
				return true
			}
		}
	}
	return false
}

// anyValue reports whether one of some lines has what no head has.
func anyValue(lines []*line) bool {
	for _, ln := range lines {
		for i := range ln.words {
			if k := ln.words[i].what; k == kindDate || k == kindDollar || k == kindNumber && countDigits(ln.words[i].Text) > 2 || k == kindI && !strings.Contains(ln.words[i].Text, ")") {
				return true
			}
		}
	}
	return false
}

// isLowHead reports whether a line has the lowest heads of groups.
func isLowHead(voc *vocabulary, ln *line) bool {
	n := 0
	for i := range ln.words {
		if voc.leafFits(&ln.words[i]) != nil {
			n++
		}
	}
	return n >= 3
}

// secondHead gives where the second head starts, or 0.
func secondHead(ln *line) float32 {
	for i := range ln.words {
		if k := headKeys(&ln.words[i]); len(k) > 0 && k[0] == "#2" {
			return ln.words[i].x0
		}
	}
	return 0
}

// onlyTitle reports whether a line has words in the first column only, as the first
// line of a title may be.
func onlyTitle(ln *line, second float32) bool {
	for i := range ln.words {
		if ln.words[i].x1 >= second || like(fold(ln.words[i].Text), "instr") {
			return false
		}
	}
	return true
}
