package form

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// letters writes columns as one letter each, by the order of the constants, so that an
// order can be read.
func letters(cols []Column) string {
	const names = "?txdemvADaspqTFPfon"
	var b strings.Builder
	for _, c := range cols {
		b.WriteByte(names[c])
	}
	return b.String()
}

// TestOrders holds the orders of columns of each form to those that are printed: the
// title first, ownership and nature last, and no column twice.
func TestOrders(t *testing.T) {
	for _, c := range []struct {
		number byte
		second bool
		first  []Column
	}{
		{'3', false, []Column{ColTitle, ColFollowing, ColOwnership, ColNature}},
		{'3', true, []Column{ColTitle, ColExercisable, ColExpiration, ColUnderlyingTitle, ColUnderlyingAmount, ColExercisePrice, ColOwnership, ColNature}},
		{'4', false, []Column{ColTitle, ColDate, ColDeemed, ColCode, ColV, ColAmount, ColAcquiredDisposed, ColPrice, ColFollowing, ColOwnership, ColNature}},
		{'5', false, []Column{ColTitle, ColDate, ColDeemed, ColCode, ColAmount, ColAcquiredDisposed, ColPrice, ColFollowing, ColOwnership, ColNature}},
		{'4', true, []Column{ColTitle, ColExercisePrice, ColDate, ColDeemed, ColCode, ColV, ColAcquired, ColDisposed, ColExercisable, ColExpiration,
			ColUnderlyingTitle, ColUnderlyingAmount, ColPrice, ColFollowing, ColOwnership, ColNature}},
	} {
		orders := Orders(c.number, c.second)
		if !slices.Equal(orders[0], c.first) {
			t.Errorf("Form %c, second %v: %v comes first, want %v", c.number, c.second, letters(orders[0]), letters(c.first))
		}
		for _, o := range orders {
			if n := len(o); o[0] != ColTitle || o[n-2] != ColOwnership || o[n-1] != ColNature {
				t.Errorf("Form %c, second %v: %v", c.number, c.second, letters(o))
			}
			sorted := slices.Clone(o)
			slices.Sort(sorted)
			if len(slices.Compact(sorted)) != len(o) {
				t.Errorf("Form %c, second %v: %v has a column twice", c.number, c.second, letters(o))
			}
		}
	}
	// The text forms of before August 2002 print A or D as a column.
	old := []Column{ColTitle, ColExercisePrice, ColDate, ColCode, ColV, ColAmount, ColAcquiredDisposed, ColExercisable, ColExpiration,
		ColUnderlyingTitle, ColUnderlyingAmount, ColPrice, ColFollowing, ColOwnership, ColNature}
	if !slices.ContainsFunc(Orders('4', true), func(o []Column) bool { return slices.Equal(o, old) }) {
		t.Errorf("Table II of before August 2002 is missing: %v", letters(old))
	}
}

// TestHeads: what a head is known by is printed in it.
func TestHeads(t *testing.T) {
	for _, number := range []byte("345") {
		for _, second := range []bool{false, true} {
			next := 1
			for _, h := range Heads(number, second) {
				if h.Number != "" && !strings.HasSuffix(h.Number, "a") {
					if h.Number != strconv.Itoa(next) {
						t.Errorf("Form %c, second %v: column %q comes where %d is due", number, second, h.Number, next)
					}
					next++
				}
				printed := Folded(words(h.Over + " " + h.Own))
				if !slices.ContainsFunc(h.Column.Names(), func(name []string) bool {
					return !slices.ContainsFunc(name, func(w string) bool { return w != "or" && !slices.Contains(printed, w) })
				}) {
					t.Errorf("Form %c, second %v: head %q %q has none of the words %v", number, second, h.Over, h.Own, h.Column.Names())
				}
			}
		}
	}
}
