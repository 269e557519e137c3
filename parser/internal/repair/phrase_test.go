package repair

import (
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// texts makes values of texts, and gives what they are read as after a repair.
func textsOf(list ...string) (values []*ownership.Value[string], now func() []string) {
	for _, s := range list {
		values = append(values, &ownership.Value[string]{V: s, Reading: ownership.Reading{State: ownership.Known, Raw: s}})
	}
	return values, func() []string {
		var out []string
		for _, v := range values {
			out = append(out, v.V)
			if (v.V != v.Raw) != (v.How == ownership.Repaired && len(v.Repairs) > 0) {
				out = append(out, "not told")
			}
		}
		return out
	}
}

// TestPhrases: a word is read as three other explanations have it between the same
// words, and not where they differ among each other or where a number would change.
func TestPhrases(t *testing.T) {
	const rest = " of the units that were sold in several trades"
	for _, c := range []struct{ list, want []string }{
		{[]string{"It is the average price" + rest, "It is the average price" + rest, "It is the average price" + rest, "It is the average price," + rest},
			[]string{"It is the average price" + rest, "It is the average price" + rest, "It is the average price" + rest, "It is the average price" + rest}},
		{[]string{"It is the average price" + rest, "It is the average price" + rest, "It is the average price," + rest},
			[]string{"It is the average price" + rest, "It is the average price" + rest, "It is the average price," + rest}},
		{[]string{"It is the lot of 4,100" + rest, "It is the lot of 4,100" + rest, "It is the lot of 4,100" + rest, "It is the lot of 4,700" + rest},
			[]string{"It is the lot of 4,100" + rest, "It is the lot of 4,100" + rest, "It is the lot of 4,100" + rest, "It is the lot of 4,700" + rest}},
		{[]string{"Held by the trustees" + rest, "Held by the trustees" + rest, "Held by the trustees" + rest, "Held by the settlors" + rest},
			[]string{"Held by the trustees" + rest, "Held by the trustees" + rest, "Held by the trustees" + rest, "Held by the settlors" + rest}},
	} {
		values, now := textsOf(c.list...)
		repairPhrases(values, make([]string, len(values)))
		if got := strings.Join(now(), "\n"); got != strings.Join(c.want, "\n") {
			t.Errorf("%q becomes\n%s", c.list[len(c.list)-1], got)
		}
	}
}

func TestSpecksAndQuotes(t *testing.T) {
	values, now := textsOf("_ Held by the owner's trust", "the owner's spouse", "the owner's child", "an owners’ plan", "a_b stays", "_", "word ~")
	dropLoneSpecks(values)
	straightQuotes(values)
	if got, want := strings.Join(now(), "; "), "Held by the owner's trust; the owner's spouse; the owner's child; an owners' plan; a_b stays; _; word"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	values, now = textsOf("the owner’s trust", "the owner’s spouse and the owner's child")
	straightQuotes(values)
	if got := strings.Join(now(), "; "); !strings.Contains(got, "owner’s trust") {
		t.Errorf("where most are curled they stay: %s", got)
	}
}

// TestRangeByPrice: the last comma of a price is a point where the price that cites the
// explanation says so, and not where it does not.
func TestRangeByPrice(t *testing.T) {
	for _, c := range []struct{ price, text, want string }{
		{"1162.867", "sold from $1,162.140 to $1,163,060, inclusive", "sold from $1,162.140 to $1,163.060, inclusive"},
		{"1159.5", "sold from $1,159,290 to $1,160,280.", "sold from $1,159.290 to $1,160.280."},
		{"1100000", "sold from $1,159,290 to $1,160,280.", "sold from $1,159,290 to $1,160,280."},
		{"12.5", "sold from $1,159,290 to $1,160,280.", "sold from $1,159,290 to $1,160,280."},
	} {
		price, err := ownership.ParseDecimal(c.price)
		if err != nil {
			t.Fatal(err)
		}
		row := &ownership.Row{}
		row.Transaction.Price = ownership.Value[ownership.Decimal]{V: price, Reading: ownership.Reading{State: ownership.Known, Notes: []string{"F1"}}}
		n := ownership.Footnote{ID: "F1"}
		n.Text = ownership.Value[string]{V: c.text, Reading: ownership.Reading{State: ownership.Known}}
		(&repairer{}).repairRange([]printed.Line{{Row: row}}, &n)
		if n.Text.V != c.want || (c.want != c.text) != (n.Text.How == ownership.Repaired) {
			t.Errorf("%s: %q, %s", c.price, n.Text.V, n.Text.How)
		}
	}
}
