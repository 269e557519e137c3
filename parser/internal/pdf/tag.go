package pdf

import (
	"math"
	"strings"
	"unicode"

	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/sheet"
)

// tagger makes blocks of the structure that a tagged PDF tells (14.7, 14.8).
type tagger struct {
	d      *document
	roles  library.Value
	marked map[place][]*placedWord // the words of marked content
	left   int
	seen   map[int64]bool // elements that were walked; none stands in two places

	blocks []sheet.Block
	tables int32
	cells  []cellAt // open cells, innermost last
	lines  [][]sheet.Word
	last   *placedWord
	broken bool // a line ends here
	lost   bool // an element is not in the file, or stands in two places
	used   int
	ragged bool // cells of a table are left out, and it is not known which
	inside bool // an element that stands for a cell of a table that is not told
	loose  int  // how many of those there were

	before *placedWord // the last word of the last element of this kind
	runEnd int         // how many blocks there were after it, if it was a run of text
}

type place struct {
	object int
	tag    int32
}

// cellAt is an open table or cell.
type cellAt struct {
	table    int32
	row, col int32
	inCell   bool
	block    sheet.Block
	given    bool
	told     []taggedCell
}

// tagged reads the structure tree, and gives nothing where there is none or it leaves
// out more than a tenth of the words. lost is set where a part of it is not in the file.
func (d *document) tagged(content []*pageContent, pages []sheet.Page) (blocks []sheet.Block, cells, lost bool) {
	root := d.reader.Trailer().Key("Root").Key("StructTreeRoot")
	if root.Kind() != library.Dict {
		return nil, false, root.Kind() == library.Name && root.Name() == nowhere
	}
	t := tagger{d: d, roles: root.Key("RoleMap"), marked: map[place][]*placedWord{}, left: 500_000, seen: map[int64]bool{}}
	total := 0
	for i, p := range content {
		for k := range p.words {
			w := &p.words[k]
			w.Word = pages[i].Words[k]
			total++
			if w.tag >= 0 {
				at := place{p.object, w.tag}
				t.marked[at] = append(t.marked[at], w)
			}
		}
	}
	t.kids(root.Key("K"), 0, 0)
	t.flush()
	if t.used*10 < total*9 || t.ragged || leftOut(content) {
		return nil, false, t.lost
	}
	return t.blocks, t.loose > 20, t.lost
}

// inBlock is the tag of words that were taken into a block.
const inBlock = -2

// leftOut reports whether words stand among those in blocks and are in none: values
// typed into fields, or pages that were added. What stands above or below them all is
// the header or footer that a browser prints.
func leftOut(content []*pageContent) bool {
	for _, p := range content {
		top, bottom := float32(math.Inf(1)), float32(math.Inf(-1))
		for i := range p.words {
			if w := &p.words[i]; w.tag == inBlock {
				top, bottom = min(top, w.Box.Y0), max(bottom, w.Box.Y1)
			}
		}
		if top > bottom {
			top, bottom = 40, float32(p.height)-40
		}
		for i := range p.words {
			w := &p.words[i]
			middle := (w.Box.Y0 + w.Box.Y1) / 2
			if w.tag != inBlock && middle > top && middle < bottom && strings.ContainsFunc(w.Text, letterOrDigit) {
				return true
			}
		}
	}
	return false
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// kids walks what an element holds: elements, and marked content on a page.
func (t *tagger) kids(k library.Value, page, depth int) {
	t.d.clock.tick()
	if t.left--; t.left < 0 || depth > 2*maxDepth {
		return
	}
	switch k.Kind() {
	case library.Name:
		t.lost = t.lost || k.Name() == nowhere
	case library.Integer:
		t.lost = t.lost || page == 0
		t.words(place{page, int32(k.Int64())})
	case library.Array:
		for i := range k.Len() {
			t.lost = t.lost || k.Index(i).Kind() == library.Null
			t.kids(k.Index(i), page, depth+1)
		}
	case library.Dict:
		if n := k.Key(numberKey).Int64(); n > 0 {
			if t.seen[n] {
				t.lost = true
				return
			}
			t.seen[n] = true
		}
		if pg := k.Key("Pg"); pg.Kind() == library.Dict {
			page = int(pg.Key(numberKey).Int64())
		}
		switch k.Key("Type").Name() {
		case "MCR":
			t.words(place{page, int32(k.Key("MCID").Int64())})
			return
		case "OBJR":
			return
		}
		t.element(k, page, depth)
	}
}

// element opens and closes what an element's type says (14.8.4).
func (t *tagger) element(e library.Value, page, depth int) {
	kind := e.Key("S").Name()
	for range 5 {
		role := t.roles.Key(kind)
		if role.Kind() != library.Name || role.Name() == kind {
			break
		}
		kind = role.Name()
	}
	children := func() { t.kids(e.Key("K"), page, depth+1) }
	switch kind {
	case "Table":
		t.flush()
		t.tables++
		t.cells = append(t.cells, cellAt{table: t.tables, row: -1, col: -1})
		start := len(t.blocks)
		children()
		t.flush()
		c := t.cells[len(t.cells)-1]
		t.cells = t.cells[:len(t.cells)-1]
		t.fill(c.table, start, c.told)
	case "TR":
		if c := t.top(); c != nil {
			c.row++
			c.col = -1
		}
		children()
	case "TD", "TH":
		c := t.top()
		if c == nil {
			children()
			return
		}
		b := sheet.Block{RowSpan: attribute(e, "RowSpan"), ColSpan: attribute(e, "ColSpan"), Head: kind == "TH"}
		t.cell(e, b, page, depth)
	case "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "BlockQuote", "Title", "Div", "Sect", "Art", "Part", "Document", "L", "DL":
		if c := t.top(); c != nil && c.inCell {
			t.broken = true
			children()
			t.broken = true
			return
		}
		t.flush()
		children()
		t.flush()
	case "NonStruct":
		t.loosePart(e, page, depth)
	default:
		children()
	}
}

// loosePart reads an element that says nothing of its kind.
func (t *tagger) loosePart(e library.Value, page, depth int) {
	children := func() { t.kids(e.Key("K"), page, depth+1) }
	// Chromium writes the cells of a table that is there for its looks in a row,
	// empty ones too, without their table and rows, or with them.
	if rows := t.layoutRows(e); rows != nil {
		t.layout(rows, page, depth)
		return
	}
	if t.inside || len(t.cells) > 0 {
		children()
		return
	}
	t.flush()
	t.inside = true
	before := len(t.blocks)
	run := t.isRun(e.Key("K"))
	children()
	if run && before > 0 && t.runEnd == before && t.goesOn() {
		// A word in italics, say, within a paragraph.
		b := &t.blocks[before-1]
		n := len(b.Lines) - 1
		b.Lines[n] = append(b.Lines[n], t.lines[0]...)
		b.Lines = append(b.Lines, t.lines[1:]...)
		t.before, t.lines, t.last = t.last, nil, nil
		t.inside = false
		return
	}
	t.before = t.last
	t.flush()
	if t.runEnd = 0; run {
		t.runEnd = len(t.blocks)
	}
	t.inside = false
	if len(t.blocks) == before {
		t.blocks = append(t.blocks, sheet.Block{})
	}
	t.loose++
}

// cell makes blocks of a cell of the innermost table.
func (t *tagger) cell(e library.Value, b sheet.Block, page, depth int) {
	t.flush()
	c := t.top()
	c.col++
	b.Table, b.Row, b.Col = c.table, max(0, c.row), c.col
	c.inCell, c.given, c.block = true, false, b
	c.told = append(c.told, t.cellOf(e, &c.block))
	t.kids(e.Key("K"), page, depth+1)
	t.flush()
	if c = t.top(); c != nil {
		if !c.given {
			t.blocks = append(t.blocks, c.block)
		}
		c.inCell = false
	}
}

// isRun reports whether an element is a run of text, with nothing but marked content
// in it; cells hold elements.
func (t *tagger) isRun(k library.Value) bool {
	switch k.Kind() {
	case library.Integer:
		return true
	case library.Array:
		for i := range min(k.Len(), 100) {
			if x := k.Index(i); x.Kind() != library.Integer && x.Key("Type").Name() != "MCR" {
				return false
			}
		}
		return k.Len() > 0
	}
	return false
}

// goesOn reports whether the line that is open goes on from the last block's, a word's
// space after it.
func (t *tagger) goesOn() bool {
	if t.before == nil || len(t.lines) == 0 || len(t.lines[0]) == 0 {
		return false
	}
	if n := len(t.blocks[len(t.blocks)-1].Lines); n == 0 || t.blocks[len(t.blocks)-1].Table != 0 {
		return false
	}
	a, b := t.before, &t.lines[0][0]
	gap := float64(b.Box.X0 - a.Box.X1)
	return a.At.Page == b.At.Page && math.Abs(float64(a.Box.Y1-b.Box.Y1)) < 0.2*a.size && gap > -0.1*a.size && gap < 0.6*a.size
}

func (t *tagger) top() *cellAt {
	if n := len(t.cells); n > 0 {
		return &t.cells[n-1]
	}
	return nil
}

// attribute reads a span of an element's table attributes.
func attribute(e library.Value, key string) int32 {
	a := e.Key("A")
	n := int64(0)
	switch a.Kind() {
	case library.Dict:
		n = a.Key(key).Int64()
	case library.Array:
		for i := range min(a.Len(), 20) {
			n = max(n, a.Index(i).Key(key).Int64())
		}
	}
	if n < 1 || n > 1000 {
		return 1
	}
	return int32(n)
}

// words adds the words of marked content; a line ends where the base line moves.
func (t *tagger) words(at place) {
	for _, w := range t.marked[at] {
		t.used++
		w.tag = inBlock
		newLine := t.last == nil || t.broken
		if !newLine {
			same := math.Abs(w.base-t.last.base) < 0.55*max(w.size, t.last.size) && w.At.Page == t.last.At.Page
			newLine = !same
		}
		if newLine {
			w.Glued = false
			t.lines = append(t.lines, nil)
		}
		n := len(t.lines) - 1
		t.lines[n] = append(t.lines[n], w.Word)
		t.last, t.broken = w, false
	}
	delete(t.marked, at)
}

// flush gives the lines gathered so far as a block of the open cell, or as a
// paragraph.
func (t *tagger) flush() {
	lines := t.lines
	t.lines, t.last, t.broken = nil, nil, false
	c := t.top()
	if c == nil || !c.inCell {
		if len(lines) > 0 {
			t.blocks = append(t.blocks, sheet.Block{Lines: lines})
		}
		return
	}
	if len(lines) == 0 {
		return
	}
	b := c.block
	b.Lines = lines
	t.blocks = append(t.blocks, b)
	c.block.Part++
	c.given = true
}
