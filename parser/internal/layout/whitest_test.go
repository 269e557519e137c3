package layout

import (
	"fmt"
	"testing"

	"filingview/parser/internal/sheet"
)

// wordAt is a word from one place to another.
func wordAt(text string, x0, x1 float32) token {
	return token{Word: sheet.Word{Text: text}, x0: x0, x1: x1, y1: 1, what: kindOf(text)}
}

// TestWhitest: a border stands where the fewest words cross it: in the widest white if that
// is asked for, else in the last.
func TestWhitest(t *testing.T) {
	l := &layout{pages: []sheetPage{{letter: 1}}}
	lines := []*line{{words: []token{wordAt("a", 0, 10), wordAt("b", 40, 44), wordAt("c", 50, 64)}}}
	for _, c := range []struct {
		from, to float32
		wide     bool
		low, up  float32 // the border lies between
	}{
		{0, 64, true, 10, 40},
		{0, 64, false, 44, 64},
		{0, 30, false, 10, 30},
		{0, 8, true, 0, 8}, // all of it is crossed
		{20, 20, true, 20, 20},
		{30, 20, true, 20, 20},
	} {
		if got := whitest(l, lines, c.from, c.to, c.wide); got < c.low-0.02 || got > c.up {
			t.Errorf("from %v to %v, wide %t: %v, not between %v and %v", c.from, c.to, c.wide, got, c.low, c.up)
		}
	}
	near := []*line{{words: []token{wordAt("a", 0, 10), wordAt("b", 12, 20)}}} // words of one text
	if got := whitest(l, near, 0, 22, false); got < 19.9 {
		t.Errorf("within a text: %v", got)
	}
	two := append(lines, &line{words: []token{wordAt("d", 15, 60)}})
	if got := whitest(l, two, 0, 64, true); got < 10 || got > 15 {
		t.Errorf("one word crosses most of it: %v", got)
	}
}

// TestPairsWithin: each pair of values counts for all borders that stand around it.
func TestPairsWithin(t *testing.T) {
	xs := []float32{10, 20, 30, 40}
	got := pairsWithin(xs, [][2]float32{{12, 18}, {12, 28}, {22, 38}, {5, 18}, {32, 45}})
	want := map[[2]int]int32{{0, 1}: 1, {0, 2}: 2, {0, 3}: 3, {1, 2}: 0, {1, 3}: 1, {2, 3}: 0}
	for k, n := range want {
		if have := got[k[0]*len(xs)+k[1]]; have != n {
			t.Errorf("between %v and %v: %d pairs, want %d", xs[k[0]], xs[k[1]], have, n)
		}
	}
}

func TestThin(t *testing.T) {
	if got := fmt.Sprint(thin([]float32{1, 1.5, 2, 4, 4.5, 6}, 1)); got != "[1 2 4 6]" {
		t.Errorf("%s", got)
	}
	if got := fmt.Sprint(places([]float32{0, 1, 10}, 2)); got != "[0 1 3.25 5.5 7.75 10]" {
		t.Errorf("columns that are empty have their places: %s", got)
	}
	for _, c := range []struct {
		share float32
		want  float32
	}{{0, 1}, {0.25, 2}, {0.5, 3}, {0.9, 4}, {1, 4}} {
		if got := quantile([]float32{4, 1, 3, 2}, c.share); got != c.want {
			t.Errorf("a share of %v: %v", c.share, got)
		}
	}
	if quantile(nil, 0.5) != 0 {
		t.Error("of nothing")
	}
}

// TestVerticals: a rule that stands over most of the height of some lines parts their
// columns; a short one, a broad one and one of other lines do not.
func TestVerticals(t *testing.T) {
	p := &sheetPage{letter: 5, height: 10, rules: []sheet.Rule{
		{X0: 100, X1: 100, Y0: 0, Y1: 100},
		{X0: 103, X1: 103, Y0: 0, Y1: 100},                                     // the same, twice
		{X0: 200, X1: 203, Y0: 0, Y1: 100},                                     // a box
		{X0: 300, X1: 300, Y0: 40, Y1: 49},                                     // a stroke of a letter
		{X0: 400, X1: 400, Y0: 200, Y1: 300},                                   // below
		{X0: 500, X1: 500, Y0: 0, Y1: 50}, {X0: 500, X1: 500, Y0: 50, Y1: 100}, // in two pieces
	}}
	if got := fmt.Sprint(verticals(p, []*line{{y0: 0, y1: 100}})); got != "[100 500]" {
		t.Errorf("%s", got)
	}
}

// TestStandApart: two values side by side are of two cells; a mark is of the value before it.
func TestStandApart(t *testing.T) {
	for _, c := range []struct {
		a, b kind
		gap  float32
		want bool
	}{
		{kindNumber, kindNumber, 0, true}, {kindDate, kindCode, 0, true}, {kindText, kindNumber, 99, false}, {kindNumber, kindMark, 99, false}, {kindDollar, kindNumber, 99, false},
		{kindMark, kindMark, letterMarkPair, false}, {kindMark, kindMark, letterMarkPair + 1, true}, {kindMark, kindNumber, letterMarkValue, false}, {kindMark, kindNumber, letterMarkValue + 1, true},
		{kindDash, kindNumber, 99, false},
	} {
		if got := standApart(c.a, c.b, c.gap); got != c.want {
			t.Errorf("%d and %d, %v letters apart: %t", c.a, c.b, c.gap, got)
		}
	}
}

// TestColumnOf: a word is of the column in which its middle stands.
func TestColumnOf(t *testing.T) {
	for x, want := range map[float32]int{0: 0, 9: 0, 10: 1, 19: 1, 20: 2, 99: 2} {
		w := wordAt("a", x-1, x+1)
		if got := columnOf([]float32{10, 20}, &w); got != want {
			t.Errorf("at %v: column %d, want %d", x, got, want)
		}
	}
}

// TestAddressLabels: the labels under the address are found once each, with the line of the
// street and the first line of the others.
func TestAddressLabels(t *testing.T) {
	lines := [][]token{{wordAt("9", 0, 1), wordAt("HERON", 2, 7)}, {wordAt("(Street)", 0, 8)}, {wordAt("MARLOW", 0, 6)}, {wordAt("(City)", 0, 6), wordAt("(State)", 20, 27)}, {wordAt("(Zip)", 40, 45), wordAt("(City)", 60, 66)}}
	labels, street, row := addressLabels(lines)
	if street != 1 || row != 3 || labels[0].x0 != 0 || labels[1].x0 != 20 || labels[2].x0 != 40 {
		t.Errorf("street %d, row %d, %v", street, row, labels)
	}
	for x, want := range map[float32]int{0: 0, 9: 0, 11: 1, 29: 1, 31: 2, 99: 2} {
		if got := nearest(&labels, x); got != want {
			t.Errorf("at %v the label %d is nearest, want %d", x, got, want)
		}
	}
	if _, street, row := addressLabels(lines[:1]); street != -1 || row != -1 {
		t.Errorf("without labels: %d, %d", street, row)
	}
	a, b := token{y0: 0, y1: 10}, token{y0: 4, y1: 14}
	if !beside(&a, &b, 4.1) || beside(&a, &b, 4) || beside(&b, &a, 4) || !beside(&b, &a, 4.1) {
		t.Error("words side by side")
	}
}
