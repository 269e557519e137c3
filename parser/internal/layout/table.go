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
	t := tableParts{cols: cols, voc: newVocabulary(cols)}
	l.table++
	for page := l.lines[start].page; start < end; page++ {
		stop := start
		for stop < end && l.lines[stop].page == page {
			stop++
		}
		if stop == start {
			continue
		}
		heads, body := l.splitHeads(&t.voc, start, stop, t.head == nil || len(t.rows) == 0)
		start = stop
		if len(t.rows) == 0 && len(heads) > 0 && start < end && !anyValue(body) {
			heads, body = append(heads, body...), nil // the heads go on on the next page
		}
		t.addPage(&l.pages[page], heads, body, start < end)
	}
	if t.begun != nil && len(t.rows) > 0 {
		joinCells(t.rows[len(t.rows)-1], t.begun)
	}
	if t.head == nil {
		t.head = make([][][]sheet.Word, len(cols))
	}
	l.giveRow(0, t.head, true)
	for i, r := range t.rows {
		l.giveRow(i+1, r, false)
	}
}

// tableParts is a table as it is being found, page by page.
type tableParts struct {
	cols      []form.Head
	voc       vocabulary
	borders   []float32          // where the columns but the first begin, on the last page
	left, own float32            // where titles begin, and where D or I stands
	head      [][][]sheet.Word   // cells, lines
	rows      [][][][]sheet.Word // rows, cells, lines
	begun     [][][]sheet.Word   // cells of a row that goes on on the next page
}

// addPage adds the heads and rows of a page; more is set where another follows.
func (t *tableParts) addPage(p *sheetPage, heads, body []*line, more bool) {
	before := t.borders
	if p.text {
		before = scaled(t.borders, t.left, t.own, body)
	}
	if b := findColumns(p, t.cols, &t.voc, heads, body, before, nil); b != nil {
		t.borders = b
	}
	if t.borders == nil {
		return
	}
	if t.head == nil && len(heads) > 0 {
		t.head = columnCells(len(t.cols), t.borders, heads)
	} else if len(t.rows) == 0 && len(heads) > 0 {
		joinCells(t.head, columnCells(len(t.cols), t.borders, heads))
	}
	if x, o, ok := extent(body); ok {
		t.left, t.own = x, o
	}
	goesOn := len(t.rows) > 0 && t.begun == nil
	starts := findRows(p, t.cols, t.borders, body, goesOn, more)
	if apart := clashes(t.cols, t.borders, body, starts); len(apart) > 0 {
		if b := findColumns(p, t.cols, &t.voc, heads, body, before, apart); b != nil {
			again := findRows(p, t.cols, b, body, goesOn, more)
			if len(clashes(t.cols, b, body, again)) < len(apart) {
				t.borders, starts = b, again
			}
		}
	}
	for k, s := range starts {
		e := len(body)
		if k+1 < len(starts) {
			e = starts[k+1]
		}
		t.addRow(body[s:e], k == 0, k > 0 && k == len(starts)-1 && more)
	}
}

// addRow adds a row of a page. The first may be more of the row before, and the last
// of a page that is not the last the beginning of one: then no value stands in it.
func (t *tableParts) addRow(lines []*line, first, last bool) {
	cells := columnCells(len(t.cols), t.borders, lines)
	valued := rowHasValue(t.cols, t.borders, lines)
	switch {
	case first && t.begun != nil:
		cells = joinCells(t.begun, cells)
		t.begun = nil
	case first && len(t.rows) > 0 && !valued:
		joinCells(t.rows[len(t.rows)-1], cells)
		return
	case last && !valued:
		t.begun = cells
		return
	}
	t.rows = append(t.rows, cells)
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
