package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// words gives the words of a text, without places.
func words(s string) []sheet.Word {
	var out []sheet.Word
	for _, f := range strings.Fields(s) {
		out = append(out, sheet.Word{Text: f})
	}
	return out
}

// TestNumberReadings: each damage gives the readings that it may have, the plainest
// first, with what it costs to believe them.
func TestNumberReadings(t *testing.T) {
	for _, c := range []struct {
		text  string
		price bool
		want  string // value:cost:reason, in order
	}{
		{"10,000", false, fmt.Sprint("10000:0:", reason.AsItStands, " 0:2:", reason.RuledLineBeforeAsOne)},
		{"2,500", false, fmt.Sprint("2500:0:", reason.AsItStands)},
		{"]301,097", false, fmt.Sprint("301097:1:", reason.RuledLineBeside)},
		{"301,097|", false, fmt.Sprint("301097:1:", reason.RuledLineBeside)},
		{"|J2,500Jl", false, fmt.Sprint("2500:1:", reason.RuledLineBeside)},
		{"4l,986", false, fmt.Sprint("41986:2:", reason.LetterForDigit)},
		{"2,5OO", false, fmt.Sprint("2500:2:", reason.LetterForDigit)},
		{"Z,5B0", false, fmt.Sprint("2580:2:", reason.LetterForDigit)},
		{"$U", true, fmt.Sprint("0:1:", reason.LetterForDigit)},
		{"5153,020", false, fmt.Sprint("5153020:3:", reason.LostComma, " 153020:3:", reason.RuledLineBefore)},
		{"1153,020", false, fmt.Sprint("1153020:3:", reason.LostComma, " 153020:2:", reason.RuledLineBeforeAsOne)},
		{"2,5001", false, fmt.Sprint("2500:3:", reason.RuledLineAfterAsOne)},
		{"12,5001", false, fmt.Sprint("12500:3:", reason.RuledLineAfterAsOne, " 2500:4:", reason.RuledLinesAroundAsOne)},
		{"48.25", true, fmt.Sprint("48.25:0:", reason.AsItStands, " 8.25:2:", reason.DollarSignAsDigit)},
		{"58.25", false, fmt.Sprint("58.25:0:", reason.AsItStands)},
		{"28.25", true, fmt.Sprint("28.25:0:", reason.AsItStands)},
		{"4.000", false, fmt.Sprint("4.000:0:", reason.AsItStands, " 4000:2:", reason.CommaAsPoint)},
		{"4.000", true, fmt.Sprint("4.000:0:", reason.AsItStands, " 0.000:2:", reason.DollarSignAsDigit)},
		{"2.5001", false, fmt.Sprint("2.5001:0:", reason.AsItStands, " 2.500:3:", reason.RuledLineAfterAsOne, " 2500:4:", reason.CommaAsPoint)},
		{`\$-8.88`, true, fmt.Sprint("8.88:1:", reason.RuledLineBeside, " 0.88:2:", reason.DollarSignAsDigit)},
		{"JD", false, fmt.Sprint("0:2:", reason.LetterForDigit)},
		{"", false, ""},
		{"()", false, ""},
	} {
		var got []string
		for _, r := range numberReadings(c.text, c.price) {
			got = append(got, fmt.Sprintf("%s:%d:%d", r.v, r.cost, r.why))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q, price %t: %q, want %q", c.text, c.price, s, c.want)
		}
	}
}

// TestDollars: a sign before a number stays with it through its readings.
func TestDollarSigns(t *testing.T) {
	for text, want := range map[string]bool{"$8.88": true, "|$8.88": true, `\$8.88`: true, "8.88": false, "$[8.88": true, "[8.88": false} {
		list := numberReadings(text, true)
		if len(list) == 0 || list[0].v.String() != "8.88" || list[0].dollars != want {
			t.Errorf("%q: %+v", text, list)
		}
	}
}

func TestDateReadings(t *testing.T) {
	for text, want := range map[string]string{
		"03/05/2012":   "2012-03-05",
		"103/05/2012":  "2012-03-05",
		"|03/05/2012]": "2012-03-05",
		"O3/O5/2O12":   "2012-03-05",
		"03/05/20121":  "2012-03-05",
		"703/05/20127": "2012-03-05",
		"03/05/12":     "2012-03-05",
		"103/05/12":    "2012-03-05",
		"13/45/2012":   "",
		"2012":         "",
		"l1/05/2012":   "2012-01-05",
	} {
		var got []string
		for _, d := range dateReadings(text) {
			got = append(got, d.String())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

func TestLetterShapes(t *testing.T) {
	code := func(s string) string { c, _ := codeShape(s); return c }
	before := func(s string) string { c, _ := codeBefore(s); return c }
	sign := func(s string) string { c, _ := SignShape(s); return string(c) }
	side := func(s string) string { c, _ := sideShape(s); return string(c) }
	for _, c := range []struct {
		name string
		read func(string) string
		want map[string]string
	}{
		{"code", code, map[string]string{"M": "M", "IVI": "M", "|VI": "M", "N1": "M", "€": "C", "c": "C", "$": "S", "5": "S", "p": "P", "m": "M", "g": "G", "f": "F", "a": "A", "x": "X",
			"j": "J", "|S|": "S", "\u041c": "M", "": "", "SS": "", "1": "", "b": "", "Z": "Z", "@": "", "[": ""}},
		{"code before a mark", before, map[string]string{"sQ)": "S", "s2)": "S", "S(1)": "S", "p®": "P", "SQ": "S", "sQj": "S", "sQjk": "", "S": "", "s1": "", "Q1)": "", "sssssss)": "", "": "", "b(1)": ""}},
		{"A or D", sign, map[string]string{"A": "A", "D": "D", "|A": "A", "4": "A", "0": "D", "O": "D", "p": "D", "(D)": "D", "lA": "A", "E": "", "": ""}},
		{"D or I", side, map[string]string{"D": "D", "I": "I", "l": "I", "1": "I", "|": "I", "]": "I", "!": "I", "JD": "D", "(I)": "I", "O": "D", "\u0399": "I", "X": "", "": ""}},
	} {
		for text, want := range c.want {
			if got := c.read(text); got != want {
				t.Errorf("%s: %q is %q, want %q", c.name, text, got, want)
			}
		}
	}
}

func TestConfusable(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"10,000", "10,000", true}, {"10,000", "1O,000", true}, {"10,000", "20,001", false}, {"IVI", "M", true}, {"M", "S", true}, {"IVI", "SO", false}, {"\u041cN", "MN", true},
	} {
		if got := Confusable(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}

// line makes cells of texts, in the order of columns.
func line(texts ...string) []printed.Cell {
	out := make([]printed.Cell, len(texts))
	for i, s := range texts {
		out[i] = printed.Cell{Words: words(s)}
		if s != "" {
			out[i].Lines = [][]sheet.Word{out[i].Words}
		}
	}
	return out
}

func TestMisplaced(t *testing.T) {
	cols := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice}
	for _, c := range []struct {
		cells []printed.Cell
		want  bool
	}{
		{line("Common Stock", "03/05/2012", "S", "4,000", "D", "12.50"), false},
		{line("Common Stock", "103/05/2012", "IVI", "14.0001", "4", "12.50"), false}, // damaged, in their places
		{line("Common Stock", "By Trust", "S", "4,000", "D", "12.50"), false},
		{line("Common Stock", "By Trust", "03/05/2012", "4,000", "D", "12.50"), true},
		{line("Common Stock", "03/05/2012 S 4,000", "", "", "D", "12.50"), true},
		{line("03/05/2012", "03/05/2012", "S", "4,000", "D"), false},
		{line("Common Stock"), false},
		{nil, false},
	} {
		if got := Misplaced(cols, c.cells); got != c.want {
			t.Errorf("%v: %t", c.cells, got)
		}
	}
}

func TestCouldBe(t *testing.T) {
	for _, c := range []struct {
		col  form.Column
		text string
		want bool
	}{
		{form.ColDate, "103/05/2012", true}, {form.ColDate, "3/5/2012", true}, {form.ColDate, "3/5/12", false}, {form.ColDate, "03/052012", false}, {form.ColDate, "1103/05/20121", false},
		{form.ColCode, "IVI", true}, {form.ColCode, "4,000", false}, {form.ColAcquiredDisposed, "4", true}, {form.ColAcquiredDisposed, "x", false},
		{form.ColOwnership, "l", true}, {form.ColOwnership, "x", false}, {form.ColAmount, "4l,986", true}, {form.ColAmount, "Trust", false}, {form.ColPrice, "$U", true}, {form.ColNature, "Trust", false},
	} {
		if got := CouldBe(c.col, c.text); got != c.want {
			t.Errorf("column %d, %q: %t", c.col, c.text, got)
		}
	}
}

func knownAs[T any](v T) ownership.Value[T] {
	return ownership.Value[T]{V: v, Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: fmt.Sprint(v)}}
}

func decimal(t *testing.T, s string) ownership.Decimal {
	t.Helper()
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
