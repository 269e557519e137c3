package layout

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// TestGoesOnTitle: a title begins with a capital or a number; one small letter may be a
// class of shares.
func TestGoesOnTitle(t *testing.T) {
	for s, want := range map[string]bool{"par": true, "a": false, "zinc": true, "Common": false, "(right": true, "2027": false, "A": false, "(": true, "az": true, "{x": false, "`x": false} {
		if got := goesOnTitle(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestRowCosts: a rule parts lines for nothing and is dear within a row; white parts lines
// the cheaper the more there is, and less than that within a cell costs nothing.
func TestRowCosts(t *testing.T) {
	p, text := &sheetPage{height: 10}, &sheetPage{height: 1, text: true}
	at := func(y0, height float32) *rowLine { return &rowLine{y0: y0, y1: y0 + height} }
	above := at(0, 10)
	if got := insideCost(p, above, at(12, 10), true); got != costInsideRule {
		t.Errorf("a rule within a row costs %v", got)
	}
	if got := cutCost(p, above, at(12, 10), true, true); got != 0 {
		t.Errorf("a rule between rows costs %v", got)
	}
	if got := insideCost(p, above, at(10+10*freeInsideGap, 10), false); got != 0 {
		t.Errorf("white between the lines of a cell costs %v", got)
	}
	if got := insideCost(text, at(0, 1), at(1, 1), false); got != 0 {
		t.Errorf("the next line of plain text costs %v", got)
	}
	last := float32(-1)
	for gap := float32(4); gap <= 30; gap += 2 {
		inside, cut := insideCost(p, above, at(10+gap, 10), false), cutCost(p, above, at(10+gap, 10), false, false)
		if inside <= last {
			t.Errorf("%v of white within a row cost %v, less than less white", gap, inside)
		}
		if less := cutCost(p, above, at(10+gap-2, 10), false, false); cut > less || cut < 0 {
			t.Errorf("to part rows at %v of white costs %v, at less white %v", gap, cut, less)
		}
		if missed := cutCost(p, above, at(10+gap, 10), false, true); missed-cut != costMissedRule {
			t.Errorf("a missing rule costs %v", missed-cut)
		}
		last = inside
	}
	if a, b := insideCost(p, above, at(10+300, 10), false), insideCost(p, above, at(10+400, 10), false); a != b {
		t.Errorf("more white than any costs %v and %v", a, b)
	}
	if a, b := cutCost(p, above, at(-20, 10), false, false), cutCost(p, above, at(-90, 10), false, false); a != b || a != 2*costBorder {
		t.Errorf("lines over each other: %v, %v", a, b)
	}
	if got := insideCost(text, at(0, 1), at(2, 1), false); got != costTextGap {
		t.Errorf("an empty line within a row of plain text costs %v", got)
	}
}

// TestOffset: values stand in the first line of their row, in the last, or in its middle.
func TestOffset(t *testing.T) {
	lines := []rowLine{{y0: 0, y1: 10}, {y0: 10, y1: 20}, {y0: 20, y1: 30}}
	for _, c := range []struct {
		y    float32
		a    align
		want float32
	}{
		{5, alignTop, 0}, {15, alignTop, 10}, {25, alignTop, 20}, {5, alignBottom, 20}, {25, alignBottom, 0}, {5, alignMiddle, 10}, {15, alignMiddle, 0}, {25, alignMiddle, 10}, {0, alignTop, 5},
	} {
		if got := offset(lines, c.y, c.a); got != c.want {
			t.Errorf("values at %v, aligned %d: off by %v, want %v", c.y, c.a, got, c.want)
		}
	}
}

// TestHorizontals: a rule runs over a line if it is drawn between the middles of the line
// and of the one above, over more than half of the width, in pieces or not.
func TestHorizontals(t *testing.T) {
	body := []*line{{y0: 0, y1: 10}, {y0: 20, y1: 30}, {y0: 40, y1: 50}}
	for _, c := range []struct {
		name  string
		rules []sheet.Rule
		want  string
	}{
		{"none", nil, "[false false false]"},
		{"over the second", []sheet.Rule{{X0: 0, X1: 100, Y0: 15, Y1: 15}}, "[false true false]"},
		{"over the third", []sheet.Rule{{X0: 0, X1: 100, Y0: 35, Y1: 35}}, "[false false true]"},
		{"half of the width", []sheet.Rule{{X0: 0, X1: 50, Y0: 15, Y1: 15}}, "[false false false]"},
		{"in two pieces", []sheet.Rule{{X0: 0, X1: 30, Y0: 15, Y1: 15}, {X0: 60, X1: 90, Y0: 15, Y1: 15}}, "[false true false]"},
		{"a box", []sheet.Rule{{X0: 0, X1: 100, Y0: 13, Y1: 16}}, "[false false false]"},
		{"two points thick", []sheet.Rule{{X0: 0, X1: 100, Y0: 14, Y1: 16}}, "[false true false]"},
		{"through the middle of a line", []sheet.Rule{{X0: 0, X1: 100, Y0: 25, Y1: 25}}, "[false false false]"},
		{"above all", []sheet.Rule{{X0: 0, X1: 100, Y0: -5, Y1: -5}}, "[false false false]"},
		{"below all", []sheet.Rule{{X0: 0, X1: 100, Y0: 60, Y1: 60}}, "[false false false]"},
	} {
		if got := fmt.Sprint(horizontals(&sheetPage{rules: c.rules, left: 0, right: 100}, body)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestBeginnings: titles begin for certain with the first word and with those after white.
func TestBeginnings(t *testing.T) {
	line := func(y float32, title string) rowLine {
		return rowLine{y0: y, y1: y + 10, titled: title != "", title: title, goesOn: title != "" && goesOnTitle(title)}
	}
	got := beginnings(&sheetPage{height: 10}, []rowLine{line(0, "Common"), line(12, "Stock"), line(32, "Option"), line(60, "(right"), line(90, ""), line(118, "Units"), line(136, "Trust")})
	if s := fmt.Sprint(got); s != "map[Common:true Option:true Units:true]" {
		t.Errorf("%s", s)
	}
}

// TestFindRows: every row has one D or I and one amount that follows; lines of text go with
// the row beside which they stand.
func TestFindRows(t *testing.T) {
	cols := form.Heads('3', false)
	borders := []float32{150, 250, 300}
	for _, c := range []struct {
		name, picture string
		goesOn, more  bool
		want          string
	}{
		{"two rows", `
Common Stock                  2,500               D
Preferred Stock               410                 I         By Trust
`, false, false, "[0 1]"},
		{"a title of two lines", `
Common Stock,                 2,500               D
par value $0.01
Preferred Stock               410                 I         By Trust
`, false, false, "[0 2]"},
		{"values in the middle", `
Class A Common                                              By
Stock, of the                 2,500               I         Marlow
former issuer                                               Trust

Preferred Stock               410                 D
`, false, false, "[0 3]"},
		{"values below", `
Class A Common
Stock                         2,500               D

Class A Preferred
Stock                         410                 D
`, false, false, "[0 2]"},
		{"more of the row on the page before", `
par value $0.01

Preferred Stock               410                 I         By Trust
`, true, false, "[0 1]"},
		{"the beginning of the next", `
Common Stock                  2,500               D

Preferred
`, false, true, "[0 1]"},
		{"three alike", `
Common Stock                  1,000               D
Common Stock                  2,000               I         By Son
Common Stock                  3,000               I         By Wife
`, false, false, "[0 1 2]"},
	} {
		l := linesIn(c.picture, true, false)
		if got := fmt.Sprint(findRows(&l.pages[0], cols, borders, l.lines, c.goesOn, c.more)); got != c.want {
			t.Errorf("%s: rows begin with the lines %s, want %s", c.name, got, c.want)
		}
	}
	if got := findRows(&sheetPage{}, cols, borders, nil, false, false); got != nil {
		t.Errorf("no lines have the rows %v", got)
	}
}

// TestIsValue: a row has one value of its class in a column; text, marks and dashes are none.
func TestIsValue(t *testing.T) {
	for class, want := range map[form.Class]string{
		form.ClassDate: "date", form.ClassCode: "A D I code", form.ClassAmount: "number", form.ClassPrice: "number", form.ClassSign: "A D", form.ClassOwner: "D I", form.ClassText: "", form.ClassEarly: "",
	} {
		var got []string
		for k, name := range map[kind]string{kindText: "text", kindDate: "date", kindNumber: "number", kindDollar: "dollar", kindMark: "mark", kindA: "A", kindD: "D", kindI: "I", kindV: "V", kindCode: "code", kindDash: "dash"} {
			if isValue(class, k) {
				got = append(got, name)
			}
		}
		for _, name := range got {
			if !strings.Contains(" "+want+" ", " "+name+" ") {
				t.Errorf("class %d has the value %s", class, name)
			}
		}
		if len(got) != len(strings.Fields(want)) {
			t.Errorf("class %d has the values %v, want %s", class, got, want)
		}
	}
}

// TestRowParts: the first lines of a page may be more of the row on the page before, and its
// last the beginning of the next row: no value stands in them.
func TestRowParts(t *testing.T) {
	cols := form.Heads('3', false)
	row := func(s string) []*line {
		ln := &line{}
		for i, f := range strings.Split(s, "|") {
			for _, w := range strings.Fields(f) {
				ln.words = append(ln.words, wordAt(w, float32(100*i+10), float32(100*i+20)))
			}
		}
		return []*line{ln}
	}
	for _, c := range []struct {
		name   string
		before string // rows that are there, and one that was begun after a "+"
		line   string
		first  bool
		last   bool
		want   string
	}{
		{"a row", "Stock|1|D|", "Units|20|D|", false, false, "Stock|1|D|;Units|20|D|"},
		{"more of the row before", "Stock|1|D|", "Units||||", true, false, "Stock Units|1|D|"},
		{"a row at the top", "Stock|1|D|", "Units|20|D|", true, false, "Stock|1|D|;Units|20|D|"},
		{"the first of all", "", "Units||||", true, false, "Units|||"},
		{"the rest of one that was begun", "Stock|1|D|+Preferred|||", "Units|20|D|", true, false, "Stock|1|D|;Preferred Units|20|D|"},
		{"the beginning of the next", "Stock|1|D|", "Units||||", false, true, "Stock|1|D|+Units|||"},
		{"a row at the end", "Stock|1|D|", "Units|20|D|", false, true, "Stock|1|D|;Units|20|D|"},
	} {
		tab := &tableParts{cols: cols, borders: []float32{100, 200, 300}}
		rows, begun, isBegun := strings.Cut(c.before, "+")
		if rows != "" {
			tab.rows = append(tab.rows, columnCells(4, tab.borders, row(rows)))
		}
		if isBegun {
			tab.begun = columnCells(4, tab.borders, row(begun))
		}
		tab.addRow(row(c.line), c.first, c.last)
		write := func(cells [][][]sheet.Word) string {
			var out []string
			for _, cell := range cells {
				var words []string
				for _, l := range cell {
					for _, w := range l {
						words = append(words, w.Text)
					}
				}
				out = append(out, strings.Join(words, " "))
			}
			return strings.Join(out, "|")
		}
		var got []string
		for _, r := range tab.rows {
			got = append(got, write(r))
		}
		s := strings.Join(got, ";")
		if tab.begun != nil {
			s += "+" + write(tab.begun)
		}
		if s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestClashes: two values side by side in one column of a row are told by their middles, from
// left to right; values below each other and in other rows or columns are not.
func TestClashes(t *testing.T) {
	cols := form.Heads('3', false) // title, amount, D or I, nature
	borders := []float32{100, 200, 300}
	at := func(words ...token) *line { return &line{words: words} }
	for _, c := range []struct {
		name   string
		body   []*line
		starts []int
		want   string
	}{
		{"side by side", []*line{at(wordAt("1,000", 110, 130), wordAt("2,000", 140, 160))}, []int{0}, "[[120 150]]"},
		{"in two lines", []*line{at(wordAt("2,000", 140, 160)), at(wordAt("1,000", 110, 130))}, []int{0}, "[[120 150]]"},
		{"that touch", []*line{at(wordAt("1,000", 110, 140), wordAt("2,000", 140, 160))}, []int{0}, "[[125 150]]"},
		{"below each other", []*line{at(wordAt("1,000", 110, 130)), at(wordAt("2,000", 120, 140))}, []int{0}, "[]"},
		{"in two rows", []*line{at(wordAt("1,000", 110, 130)), at(wordAt("2,000", 140, 160))}, []int{0, 1}, "[]"},
		{"in two columns", []*line{at(wordAt("1,000", 110, 130), wordAt("D", 240, 250))}, []int{0}, "[]"},
		{"text beside a value", []*line{at(wordAt("1,000", 110, 130), wordAt("shares", 140, 160))}, []int{0}, "[]"},
		{"three", []*line{at(wordAt("1", 110, 120), wordAt("2", 130, 140), wordAt("3", 150, 160))}, []int{0}, "[[115 135] [135 155]]"},
		{"before the first row", []*line{at(wordAt("1", 110, 120), wordAt("2", 130, 140)), at(wordAt("3", 150, 160))}, []int{1}, "[]"},
	} {
		if got := fmt.Sprint(clashes(cols, borders, c.body, c.starts)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestExtent: titles begin at the left, and D or I stands right of them; without any the
// page tells nothing. A page that is set wider or closer has its borders in proportion.
func TestExtent(t *testing.T) {
	row := func(x float32, side string, at float32) *line {
		return &line{words: []token{wordAt("Stock", x, x+20), wordAt(side, at-2, at+2)}}
	}
	left, own, ok := extent([]*line{row(10, "D", 100), row(14, "I", 104), row(12, "D", 102)})
	if !ok || left != 10 || own != 102 {
		t.Errorf("from %v to %v, %t", left, own, ok)
	}
	if _, _, ok := extent([]*line{row(10, "A", 100)}); ok {
		t.Error("no D or I tells where it stands")
	}
	if _, _, ok := extent([]*line{{words: []token{wordAt("D", 10, 14)}}}); ok {
		t.Error("a D alone in its line is a title")
	}
	if _, _, ok := extent(nil); ok {
		t.Error("nothing tells where it stands")
	}
	if got := fmt.Sprint(scaled([]float32{40, 70, 100}, 10, 100, []*line{row(20, "D", 200)})); got != "[80 140 200]" {
		t.Errorf("twice as wide: %s", got)
	}
	for _, got := range [][]float32{scaled(nil, 10, 100, []*line{row(20, "D", 200)}), scaled([]float32{40}, 10, 0, []*line{row(20, "D", 200)}), scaled([]float32{40}, 10, 100, nil)} {
		if got != nil {
			t.Errorf("nothing to go by gives %v", got)
		}
	}
}

// TestNearAndIsolated: what stands within a distance, and what white stands around.
func TestNearAndIsolated(t *testing.T) {
	for x, want := range map[float32]bool{10: true, 11.9: true, 12: false, 8.1: true, 8: false, 30: true, 20: false} {
		if got := near([]float32{10, 30}, x, 2); got != want {
			t.Errorf("%v is near: %t", x, got)
		}
	}
	p := &sheetPage{letter: 10}
	for _, c := range []struct {
		gaps [2]float32 // before and after
		want bool
	}{{[2]float32{16, 16}, true}, {[2]float32{15, 16}, false}, {[2]float32{16, 15}, false}, {[2]float32{14, 14}, false}} {
		ln := &line{words: []token{wordAt("a", 0, 10), wordAt("b", 10+c.gaps[0], 20+c.gaps[0]), wordAt("c", 20+c.gaps[0]+c.gaps[1], 100)}}
		if got := isolated(p, ln, 1); got != c.want {
			t.Errorf("white of %v: %t", c.gaps, got)
		}
		if first, last := isolated(p, ln, 0), isolated(p, ln, 2); first != (c.gaps[0] > 15) || last != (c.gaps[1] > 15) {
			t.Errorf("white of %v: the first %t, the last %t", c.gaps, first, last)
		}
	}
}
