package sheet

import (
	"testing"

	"filingview/parser/ownership"
)

func TestSplit(t *testing.T) {
	w := Word{Text: "10,000A", Box: ownership.Box{X0: 10, X1: 80, Y1: 8}, At: ownership.Span{Start: 100, End: 107}}
	left, right := w.Split(6)
	if left.Text != "10,000" || right.Text != "A" || !right.Glued || left.Glued {
		t.Errorf("%+v, %+v", left, right)
	}
	if left.Box.X1 != 70 || right.Box.X0 != 70 || left.At.End != 106 || right.At.Start != 106 {
		t.Errorf("the word is cut at %v, %v", left.Box, left.At)
	}
	// In a PDF the place is the box; in text of another length than its source no byte
	// is told.
	w.At = ownership.Span{Page: 2, Box: w.Box}
	if left, right = w.Split(6); left.At.Box.X1 != 70 || right.At.Box.X0 != 70 || left.At.End != 0 {
		t.Errorf("%+v, %+v", left.At, right.At)
	}
	w.At = ownership.Span{Start: 100, End: 120}
	if left, right = w.Split(6); left.At != w.At || right.At != w.At {
		t.Errorf("%+v, %+v", left.At, right.At)
	}
	// Nothing may be left on either side.
	if left, right = (Word{Text: "A"}).Split(0); left.Text != "" || right.Text != "A" {
		t.Errorf("%+v, %+v", left, right)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		a, b string
		d    int
		want bool
	}{
		{"stock", "stock", 0, true}, {"stock", "stack", 0, false}, {"stock", "stack", 1, true}, {"stock", "stok", 1, true}, {"stok", "stock", 1, true},
		{"stock", "stacks", 1, false}, {"stock", "stacks", 2, true}, {"", "ab", 1, false}, {"", "ab", 2, true}, {"stock", "tocks", 2, true}, {"a", "a", -1, false},
	} {
		if got := Within(c.a, c.b, c.d); got != c.want {
			t.Errorf("%q and %q differ by %d at most: %v, want %v", c.a, c.b, c.d, got, c.want)
		}
	}
}
