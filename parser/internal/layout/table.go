package layout

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// layTable lays out Table I or Table II.
func (l *layout) layTable(at, end int, second bool) {
	number := l.numberAt(at)
	cols := form.Heads(number, second)
	// The title and what else stands above the heads.
	start := at
	for start < end && !(l.kinds[start] != sectionNone && form.TableTitle(keysOf(l.lines[start].words).text) == 0) {
		l.paragraph(l.lines[start].words)
		start++
	}
	if start == end {
		return
	}
	if !hasDeemed(l.lines[start:end]) {
		cols = form.Without(cols, form.ColDeemed)
	}
	voc := newVocabulary(cols)
	l.table++
	var borders []float32
	var left, own float32       // where titles begin, and where D or I stands
	var begun [][][]sheet.Word  // cells of a row that goes on on the next page
	var rows [][][][]sheet.Word // rows, cells, lines
	var head [][][]sheet.Word
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
			head = columnCells(len(cols), borders, heads)
		} else if len(rows) == 0 && len(heads) > 0 {
			for c, lines := range columnCells(len(cols), borders, heads) {
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
			cells := columnCells(len(cols), borders, body[s:e])
			valued := rowHasValue(cols, borders, body[s:e])
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
		head = make([][][]sheet.Word, len(cols))
	}
	l.giveRow(0, head, true)
	for i, r := range rows {
		l.giveRow(i+1, r, false)
	}
}

// giveRow gives the cells of a row as blocks of the current table.
func (l *layout) giveRow(row int, cells [][][]sheet.Word, head bool) {
	for c := range cells {
		l.give(sheet.Block{Lines: cells[c], Table: l.table, Row: int32(row), Col: int32(c), Head: head})
	}
}

// columnCells sorts the words of lines into columns.
func columnCells(n int, borders []float32, lines []*line) [][][]sheet.Word {
	cells := make([][][]sheet.Word, n)
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
func joinCells(row, more [][][]sheet.Word) [][][]sheet.Word {
	for c := range row {
		row[c] = append(row[c], more[c]...)
	}
	return row
}

// rowHasValue reports whether one of some lines has a value in its column.
func rowHasValue(cols []form.Head, borders []float32, lines []*line) bool {
	for _, ln := range lines {
		for k := range ln.words {
			w := &ln.words[k]
			if isValue(cols[columnOf(borders, w)].Column.Class(), w.what) {
				return true
			}
		}
	}
	return false
}
