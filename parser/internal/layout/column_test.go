package layout

import (
	"fmt"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// TestDoubles: a second value in a column costs, the more in one that every row has filled
// once, and in one of dates.
func TestDoubles(t *testing.T) {
	cols := form.Heads('4', false)
	at := func(c form.Column) int {
		for i := range cols {
			if cols[i].Column == c {
				return i
			}
		}
		t.Fatalf("there is no column %d", c)
		return -1
	}
	r := &rowSearch{cols: cols, owner: len(cols) - 2, follow: len(cols) - 3}
	for _, c := range []struct {
		column form.Column
		values int
		want   float32
	}{
		{form.ColPrice, 1, 0}, {form.ColPrice, 2, costDouble}, {form.ColPrice, 3, 2 * costDouble}, {form.ColOwnership, 1, 0}, {form.ColOwnership, 2, costSureDouble}, {form.ColFollowing, 2, costSureDouble},
		{form.ColDate, 2, costSureDouble}, {form.ColDate, 3, 2 * costSureDouble}, {form.ColAmount, 0, 0},
	} {
		row := rowSpan{sums: make([]int, len(cols))}
		row.sums[at(c.column)] = c.values
		if got := r.doubles(&row); got != c.want {
			t.Errorf("%d values in column %d cost %v, want %v", c.values, c.column, got, c.want)
		}
	}
}

// TestRowCost: a row has a title, a D or I and an amount that follows; what lacks one costs,
// but for what is parted by the end of the page.
func TestRowCost(t *testing.T) {
	cols := form.Heads('3', false)
	search := func() *rowSearch {
		return &rowSearch{p: &sheetPage{height: 10}, cols: cols, lines: []rowLine{{y0: 0, y1: 10}, {y0: 20, y1: 30}}, ruled: make([]bool, 2), owner: 2, follow: 1, begins: map[string]bool{"Common": true}}
	}
	full := func() *rowSpan {
		return &rowSpan{sums: []int{0, 1, 1, 0}, titled: true, word: "Stock", values: 2, high: 10}
	}
	base := search().cost(full(), 0, 1, 0)
	if base != costRow {
		t.Fatalf("a full row costs %v", base)
	}
	for _, c := range []struct {
		name   string
		change func(r *rowSearch, row *rowSpan)
		want   float32 // more than a full row
	}{
		{"no owner", func(_ *rowSearch, row *rowSpan) { row.sums[2] = 0 }, costNoOwner},
		{"no amount", func(_ *rowSearch, row *rowSpan) { row.sums[1] = 0 }, costNoAmount},
		{"neither", func(_ *rowSearch, row *rowSpan) { row.sums[1], row.sums[2] = 0, 0 }, costNeither},
		{"no title", func(_ *rowSearch, row *rowSpan) { row.titled = false }, costNoTitle},
		{"a small title", func(_ *rowSearch, row *rowSpan) { row.small = true }, costSmallTitle},
		{"a known title", func(_ *rowSearch, row *rowSpan) { row.word = "Common" }, -gainKnownTitle},
		{"values a line lower", func(_ *rowSearch, row *rowSpan) { row.high = 30 }, 1},
		{"values far lower", func(_ *rowSearch, row *rowSpan) { row.high = 3000 }, mostOffAlign},
		{"lines that are hardly one row", func(_ *rowSearch, row *rowSpan) { row.inside = 3 }, 3},
		{"more of the row before", func(r *rowSearch, row *rowSpan) {
			r.goesOn, row.values, row.titled, row.sums = true, 0, false, make([]int, 4)
		}, costPart},
		{"a part without the page before", func(_ *rowSearch, row *rowSpan) { row.values, row.titled, row.sums = 0, false, make([]int, 4) }, costNeither + costNoTitle},
		{"values at the top", func(r *rowSearch, _ *rowSpan) { r.goesOn = true }, 0},
	} {
		r, row := search(), full()
		c.change(r, row)
		if got := r.cost(row, 0, 1, 0) - base; got-c.want > 1e-4 || c.want-got > 1e-4 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if with := r.cost(row, 0, 1, 7) - r.cost(row, 0, 1, 0); with != 7 {
			t.Errorf("%s: two values in one column cost %v", c.name, with)
		}
	}
	// The last lines of a page may be the beginning of the next row.
	r, part := search(), &rowSpan{sums: make([]int, 4), titled: true, word: "Stock"}
	r.more = true
	if got, other := r.cost(part, 1, 2, 0), r.cost(part, 0, 1, 0); got >= other+costBorder {
		t.Errorf("the last lines cost %v, others %v", got, other)
	}
}

// TestAddLine: lines are put on top of a row from below: its title is that of the uppermost,
// and text below a mark, which ends a cell, is dear.
func TestAddLine(t *testing.T) {
	cols := form.Heads('3', false)
	lines := []rowLine{
		{y0: 0, y1: 10, counts: []uint8{0, 1, 1, 0}, values: 2, titled: true, title: "Common", opened: 8, begun: 8, marked: 8},
		{y0: 12, y1: 22, counts: []uint8{0, 1, 0, 0}, values: 1, titled: true, title: "par", goesOn: true, opened: 8, begun: 8},
		{y0: 24, y1: 34, counts: []uint8{0, 0, 0, 0}},
	}
	r := &rowSearch{p: &sheetPage{height: 10}, cols: cols, lines: lines, ruled: make([]bool, 3)}
	row := rowSpan{sums: make([]int, 4)}
	r.add(&row, 2, true)
	if row.titled || row.inside != 0 || row.values != 0 {
		t.Errorf("an empty line: %+v", row)
	}
	r.add(&row, 1, false)
	if !row.titled || !row.small || row.word != "par" || row.values != 1 || row.high != 17 || row.inside != 0 || row.begun != 8 {
		t.Errorf("with the second line: %+v", row)
	}
	r.add(&row, 0, false)
	if row.small || row.word != "Common" || row.values != 3 || row.high != 17+2*5 || row.inside != costAfterMark || fmt.Sprint(row.sums) != "[0 2 1 0]" {
		t.Errorf("with the first: %+v", row)
	}
}

// TestBest: borders stand where words fit their columns best: right of the last word of a
// column and left of the first of the next; a word that is cut, and a column that is too
// narrow for what it holds, cost.
func TestBest(t *testing.T) {
	cols := form.Heads('3', false)
	voc := newVocabulary(cols)
	page := &sheetPage{letter: 5, height: 10, left: 0, right: 400}
	body := func(rows ...[]token) (out []*line) {
		for i, words := range rows {
			out = append(out, &line{words: words, y0: float32(20 * i), y1: float32(20*i + 10)})
		}
		return out
	}
	rows := body(
		[]token{wordAt("Common", 0, 30), wordAt("Stock", 35, 60), wordAt("2,500", 150, 175), wordAt("D", 250, 255)},
		[]token{wordAt("Preferred", 0, 45), wordAt("Stock", 50, 75), wordAt("410", 150, 165), wordAt("I", 250, 255), wordAt("By", 310, 320), wordAt("Trust", 325, 350)})
	got := findColumns(page, cols, &voc, nil, rows, nil, nil)
	if len(got) != 3 || got[0] < 75 || got[0] > 150.5 || got[1] < 174 || got[1] > 250.5 || got[2] < 254 || got[2] > 310.5 {
		t.Errorf("borders at %v", got)
	}
	for _, ln := range rows {
		for _, w := range ln.words {
			for _, b := range got {
				if b > w.x0+1 && b < w.x1-1 {
					t.Errorf("the border at %v cuts %q", b, w.Text)
				}
			}
		}
	}
	// Rules tell where columns begin, if there are enough of them.
	for _, x := range []float32{120, 200, 280} {
		page.rules = append(page.rules, sheet.Rule{X0: x, X1: x, Y0: 0, Y1: 40})
	}
	if got := fmt.Sprint(findColumns(page, cols, &voc, nil, rows, nil, nil)); got != "[120 200 280]" {
		t.Errorf("with rules: %s", got)
	}
	page.rules = nil
	// Borders stay about where they were on the page before.
	for _, before := range [][]float32{{90, 190, 260}, {140, 240, 300}} {
		got := findColumns(page, cols, &voc, nil, rows, before, nil)
		for i := range got {
			if d := got[i] - before[i]; max(d, -d) > 15 {
				t.Errorf("before %v, now %v", before, got)
			}
		}
	}
	// Two places that are not of one column have a border between.
	alone := body([]token{wordAt("Common", 0, 30), wordAt("410", 150, 165), wordAt("D", 250, 255)})
	if got := findColumns(page, cols, &voc, nil, alone, nil, [][2]float32{{157, 252}}); got == nil || columnOf(got, &alone[0].words[1]) == columnOf(got, &alone[0].words[2]) {
		t.Errorf("%v", got)
	}
	if got := findColumns(page, cols, &voc, nil, nil, nil, nil); got != nil {
		t.Errorf("no words have the borders %v", got)
	}
}

// TestSumFits: for each place, how well the words left of it fit a column, and last how well
// all do.
func TestSumFits(t *testing.T) {
	s := &columnSearch{cols: make([]form.Head, 2), xs: []float32{10, 20, 30}, words: []fittedWord{{5, []float32{1, 2}}, {15, []float32{3, 4}}, {20, []float32{5, 6}}, {40, []float32{7, 8}}}}
	if got := fmt.Sprint(s.sumFits()); got != "[[1 4 9 16] [2 6 12 20]]" {
		t.Errorf("%s", got)
	}
}

// TestWeighPlaces: a column loses by beginning farther than a letter from where it did on the
// page before, up to a bound, and a little by beginning far from the number of its head.
func TestWeighPlaces(t *testing.T) {
	s := &columnSearch{p: &sheetPage{letter: 5}, cols: make([]form.Head, 3), xs: []float32{0, 10, 100, 105, 110, 120, 300}}
	s.gain = [][]float32{nil, make([]float32, 7), make([]float32, 7)}
	s.weighPlaces([]float32{100, 110})
	if got := fmt.Sprint(s.gain[1]); got != "[-12 -12 0 0 -1 -3 -12]" {
		t.Errorf("%s", got)
	}
	if got := fmt.Sprint(s.gain[2]); got != "[-12 -12 -1 0 0 -1 -12]" {
		t.Errorf("%s", got)
	}
	s.gain = [][]float32{nil, make([]float32, 7), make([]float32, 7)}
	s.starts = []headNumber{{0, 0}, {2, 100}}
	s.weighPlaces(nil)
	for k, x := range s.xs {
		want := -min(float32(mostFromNumber), costFromNumber*max(x-100, 100-x)/5)
		if d := s.gain[2][k] - want; d > 1e-4 || d < -1e-4 || s.gain[1][k] != 0 {
			t.Errorf("at %v: %v, want %v", x, s.gain[2][k], want)
		}
	}
}

// TestWeighBorders: a border costs what it cuts, not what it touches; off the rules it costs
// more, where there are rules enough.
func TestWeighBorders(t *testing.T) {
	s := &columnSearch{p: &sheetPage{letter: 5}, cols: form.Heads('3', false), xs: []float32{10, 15, 20, 30, 40}, cuts: []cut{{x0: 10, x1: 30, cost: 8}, {x0: 12, x1: 20, cost: 2}}}
	s.weighBorders(nil)
	if got := fmt.Sprint(s.price); got != "[0 10 8 0 0]" {
		t.Errorf("%s", got)
	}
	s.weighBorders([]float32{10, 40})
	if got := fmt.Sprint(s.price); got != "[0 10 8 0 0]" {
		t.Errorf("with two rules for three borders: %s", got)
	}
	s.weighBorders([]float32{10, 17, 40})
	if got := fmt.Sprint(s.price); got != "[0 10 28 20 0]" {
		t.Errorf("with three: %s", got)
	}
	for c := 1; c < len(s.cols); c++ {
		for k, g := range s.gain[c] {
			if g != 0 {
				t.Errorf("column %d gains %v at %v by a word of a row", c, g, s.xs[k])
			}
		}
	}
	// A head that stands over several columns may be cut by those between them.
	cols := form.Heads('4', false)
	s = &columnSearch{p: &sheetPage{letter: 5}, cols: cols, xs: []float32{15}, cuts: []cut{{x0: 10, x1: 30, cost: 4, head: true}}}
	s.weighBorders(nil)
	for c := 1; c < len(cols); c++ {
		if want := cols[c].Over != "" && cols[c-1].Over != ""; (s.gain[c][0] == 4) != want || s.price[0] != 4 {
			t.Errorf("column %d gains %v", c, s.gain[c][0])
		}
	}
}

// TestRowFits: a mark alone is likely where notes stand for values, and a value in a column
// that is seldom filled fits less well than in another of its class.
func TestRowFits(t *testing.T) {
	cols := form.Heads('4', false)
	s := &columnSearch{p: &sheetPage{letter: 5}, cols: cols}
	fits := func(words ...token) map[form.Column]float32 {
		out := map[form.Column]float32{}
		for i, f := range s.rowFits(&line{words: words}, len(words)-1) {
			out[cols[i].Column] = f
		}
		return out
	}
	date := fits(wordAt("03/05/2012", 100, 150))
	if date[form.ColDate] <= 0 || date[form.ColDeemed] <= 0 || date[form.ColDeemed] >= date[form.ColDate] || date[form.ColAmount] >= 0 || date[form.ColTitle] >= 0 {
		t.Errorf("a date: %v", date)
	}
	mark := fits(wordAt("(1)", 100, 115))
	if mark[form.ColPrice] <= 0 || mark[form.ColCode] >= 0 || mark[form.ColTitle] != 0 || mark[form.ColAmount] != 0 {
		t.Errorf("a mark alone: %v", mark)
	}
	after := fits(wordAt("Trust", 70, 98), wordAt("(1)", 100, 115))
	for c, f := range after {
		if f != 0 {
			t.Errorf("a mark after a word fits column %d by %v", c, f)
		}
	}
	for text, column := range map[string]form.Column{"V": form.ColV, "4,000": form.ColAmount, "S": form.ColCode, "I": form.ColOwnership, "A": form.ColAcquiredDisposed, "$": form.ColPrice} {
		got := fits(wordAt(text, 100, 120))
		for c, f := range got {
			if f > got[column] {
				t.Errorf("%q fits column %d by %v, column %d by %v", text, c, f, column, got[column])
			}
		}
	}
}

// TestVocabulary: the number of a head is surer than its words, a word that one head alone has
// is surer than one of several, and a word of other heads speaks against a column.
func TestVocabulary(t *testing.T) {
	cols := form.Heads('4', false)
	voc := newVocabulary(cols)
	of := func(text string) map[form.Column]float32 {
		w := tokenOf(sheet.Word{Text: text}, kindText)
		fits := voc.fits(&w)
		if fits == nil {
			return nil
		}
		out := map[form.Column]float32{}
		for i, f := range fits {
			out[cols[i].Column] = f
		}
		return out
	}
	if n := of("2."); n[form.ColDate] != fitNumbered || n[form.ColTitle] != fitOtherHead {
		t.Errorf("the number of the second head: %v", n)
	}
	if n := of("Nature"); n[form.ColNature] != fitOwnWord*fitOneColumn || n[form.ColTitle] != fitOtherHead {
		t.Errorf("a word of one head: %v", n)
	}
	if n := of("Ownership"); n[form.ColOwnership] <= 0 || n[form.ColOwnership] >= fitOwnWord*fitOneColumn {
		t.Errorf("a word of several heads: %v", n)
	}
	if n := of("Natvre"); n[form.ColNature] != fitOwnWord*fitOneColumn {
		t.Errorf("a word with a letter misread: %v", n)
	}
	for _, s := range []string{"Quillmark", "the", ""} {
		if n := of(s); n != nil {
			t.Errorf("%q is a word of a head: %v", s, n)
		}
	}
	for text, column := range map[string]form.Column{"V": form.ColV, "Code": form.ColCode, "Price": form.ColPrice, "Amount": form.ColAmount} {
		w := tokenOf(sheet.Word{Text: text}, kindText)
		fits := voc.leafFits(&w)
		for i, f := range fits {
			if want := float32(fitOtherLow); f != want && cols[i].Column != column || cols[i].Column == column && f != fitLowHead {
				t.Errorf("%q alone fits column %d by %v", text, cols[i].Column, f)
			}
		}
	}
	two := tokenOf(sheet.Word{Text: "Code/V"}, kindText)
	if voc.leafFits(&two) != nil {
		t.Error("two words are a lowest head")
	}
}
