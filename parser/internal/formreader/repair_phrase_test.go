package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// texts makes values of texts, and gives what they are read as behind a repair.
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
	values, now := textsOf("_ Held by the owner's trust", "the owner's spouse", "the owner's child", "an owners’ plan", "a_b stays")
	dropLoneSpecks(values)
	straightQuotes(values)
	if got, want := strings.Join(now(), "; "), "Held by the owner's trust; the owner's spouse; the owner's child; an owners' plan; a_b stays"; got != want {
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
		(&reader{}).repairRange([]held{{row: row}}, &n)
		if n.Text.V != c.want || (c.want != c.text) != (n.Text.How == ownership.Repaired) {
			t.Errorf("%s: %q, %s", c.price, n.Text.V, n.Text.How)
		}
	}
}

// TestPictureIsTold: a cell that was read from the picture keeps what the text layer
// has, and says so; so does one whose mark was.
func TestPictureIsTold(t *testing.T) {
	text := header + "Table I - Non-Derivative Securities\n" + headsI +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t12.50\t96,000\tD\t\n" +
		"Signatures\nBy: /s/ Odile M. Ferrand\t03/07/2012\n**Signature of Reporting Person\tDate\n\nExplanation of Responses:\n(1) Sold under a plan.\n"
	s, source := page(text)
	source.Format, source.Text = "pdf", ""
	s.Scan = true
	for i := range s.Blocks {
		for _, l := range s.Blocks[i].Lines {
			for k := range l {
				w := &l[k]
				w.At = ownership.Span{Page: 1, Box: ownership.Box{X0: float32(i * 10), X1: float32(i*10 + 9), Y0: float32(k * 10), Y1: float32(k*10 + 9)}}
				w.Box = w.At.Box
				if w.Text == "4,000" {
					w.Again, w.Said = true, "4 O0O"
				}
			}
			if len(l) == 1 && l[0].Text == "S" {
				m := l[0]
				m.Text, m.Raised, m.Glued, m.Again, m.Said = "(1)", true, true, true, "sO"
				l[0].Again, l[0].Said = true, "sO"
				s.Blocks[i].Lines[0] = append(l[:1:1], m)
			}
		}
	}
	list, err := Read(s, source)
	if err != nil {
		t.Fatal(err)
	}
	trade := list[0].TableI[0].Transaction
	for _, c := range []struct {
		name  string
		v     *ownership.Reading
		value string
		raw   string
	}{{"amount", &trade.Shares.Reading, trade.Shares.V.String(), "4 O0O"}, {"code", &trade.Code.Reading, trade.Code.V, "sO"}} {
		told := false
		for _, r := range c.v.Repairs {
			told = told || strings.Contains(r.Reason, "“"+c.raw+"”") && strings.Contains(r.Reason, "picture") && len(r.Evidence) > 0
		}
		if c.v.Raw != c.raw || c.v.How == ownership.Placed || !told {
			t.Errorf("%s: %s, raw %q, %s, %+v", c.name, c.value, c.v.Raw, c.v.How, c.v.Repairs)
		}
	}
	if strings.Join(trade.Code.Notes, " ") != "F1" || trade.Shares.V.String() != "4000" {
		t.Errorf("code cites %v, amount %s", trade.Code.Notes, trade.Shares.V)
	}
	var none []sheet.Word
	tellMarks(&trade.Price.Reading, [][]sheet.Word{none})
}
