package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
)

// TestOrder: numbers count upwards by one; labels that agree keep theirs, those between
// have the numbers between, and what cannot be placed has none.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name string
		list []string // the number that is read, its label, and the text, with bars between
		want string   // numbers; ! for those by their place
	}{
		{"all read", []string{"1|(1)|Held", "2|(2)|Sold", "3|(3)|Gift"}, "1 2 3"},
		{"one between", []string{"1|(1)|Held", "0||Q) Sold", "3|(3)|Gift"}, "1 2! 3"},
		{"one between without remains", []string{"1|(1)|Held", "0||Sold", "3|(3)|Gift"}, "1 2! 3"},
		{"one between that goes on", []string{"1|(1)|Held", "0||by a trust", "2|(2)|Gift"}, "1 0 2"},
		{"two where one has room", []string{"1|(1)|Held", "0||Sold", "0||Kept", "3|(3)|Gift"}, "1 0 0 3"},
		{"one of two goes on", []string{"1|(1)|Held", "0||by a trust", "0||Sold", "3|(3)|Gift"}, "1 0 2! 3"},
		{"two where three have room", []string{"1|(1)|Held", "0||Sold", "0||Kept", "5|(5)|Gift"}, "1 0 0 5"},
		{"a wrong one", []string{"1|(1)|Held", "9|9|Sold", "3|(3)|Gift"}, "1 2! 3"},
		{"a wrong one that is smaller", []string{"4|4|Held", "2|(2)|Sold", "3|(3)|Gift"}, "1! 2 3"},
		{"a whole label against damaged ones", []string{"1|(1)|Held", "5|5|Sold", "6|6|Kept", "4|(4)|Gift"}, "1 2! 3! 4"},
		{"the same number twice", []string{"1|(1)|Held", "1|1|Sold", "3|(3)|Gift"}, "1 2! 3"},
		{"the last with remains", []string{"1|(1)|Held", "0||Q) Sold", "0||() Kept"}, "1 2! 3!"},
		{"the last, one without", []string{"1|(1)|Held", "0||Q) Sold", "0||Kept"}, "1 0 0"},
		{"none read, all with remains", []string{"0||Q) Held", "0||() Sold"}, "1! 2!"},
		{"none read, none with remains", []string{"0||Held", "0||Sold"}, "0 0"},
		{"none", nil, ""},
	} {
		var list []paragraph
		for _, s := range c.list {
			f := strings.Split(s, "|")
			p := paragraph{label: words(f[1], 0)}
			fmt.Sscan(f[0], &p.number)
			p.lines = append(p.lines, words(f[2], 0))
			list = append(list, p)
		}
		order(list)
		var got []string
		for _, p := range list {
			s := fmt.Sprint(p.number)
			if p.ordered {
				s += "!"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestOrderLabels: what is left of a label is no text where the place gives the number;
// a label that gives no number is text.
func TestOrderLabels(t *testing.T) {
	list := []paragraph{
		{number: 1, label: words("(1)", 0)}, {}, {number: 3, label: words("(3)", 0)}, {number: 2, label: words("2", 0)}, {},
	}
	for i, s := range []string{"Held", "Q 2) Sold", "Gift", "trusts hold it", "Kept"} {
		list[i].lines = append(list[i].lines, words(s, 0))
	}
	list[1].lines[0] = list[1].lines[0][1:] // "2) Sold"
	order(list)
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprintf("%d %s: %s", p.number, printed.Joined(p.label), printed.JoinedLines(p.lines)))
	}
	if s, want := strings.Join(got, "; "), "1 (1): Held; 2 2): Sold; 3 (3): Gift; 0 : 2 trusts hold it; 0 : Kept"; s != want {
		t.Errorf("%s, want %s", s, want)
	}
}

func TestRemains(t *testing.T) {
	for s, want := range map[string]bool{
		"Q) Sold": true, "() Sold": true, "3 Sold": true, "12. Sold": true, "123 Sold": false, "® Sold": true, "@2 Sold": true, "(abc Sold": true, "(abcd Sold": false, "Sold": false, "": false,
	} {
		if got := remains(words(s, 0)); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}
