package form_test

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
)

func TestCornerOf(t *testing.T) {
	for text, want := range map[string]form.Corner{
		"check this box if no longer subject to section 16":                  form.CornerExit,
		"check this box to indicate that a transaction was made pursuant to": form.CornerPlan,
		"check this box if a transaction was made":                           form.CornerPlan,
		"check this box": form.CornerNone,
		"a transaction was made pursuant to a plan": form.CornerNone,
		"form 3 holdings reported":                  form.CornerHoldings,
		"form 4 transactions reported":              form.CornerTransactions,
		"form 4 holdings reported":                  form.CornerNone,
		"":                                          form.CornerNone,
	} {
		if have := form.CornerOf(strings.Fields(text)); have != want {
			t.Errorf("%q: have corner %d, want %d", text, have, want)
		}
	}
}

func TestFilersOf(t *testing.T) {
	for text, want := range map[string]form.Filers{
		"by one reporting person": form.FilersOne,
		"by more than one":        form.FilersMore,
		"by":                      form.FilersUnknown,
		"one reporting person":    form.FilersUnknown,
	} {
		if have := form.FilersOf(strings.Fields(text)); have != want {
			t.Errorf("%q: have %d, want %d", text, have, want)
		}
	}
}

func TestBoxNumbers(t *testing.T) {
	for s, want := range map[string][2]bool{ // as printed, and where a machine may have misread it
		"": {}, "0": {}, "1": {true, true}, "8": {true, true}, "9": {}, "2a": {true, true}, "2b": {}, "9a": {},
		"2aa": {}, "l": {false, true}, "i": {false, true}, "18": {false, true}, "88": {false, true}, "01": {}, "91": {}, "111": {},
	} {
		if have := [2]bool{form.IsBoxNumber(s), form.MayBeBoxNumber(s)}; have != want {
			t.Errorf("%q: have %v, want %v", s, have, want)
		}
	}
}

func TestGluedNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"1.Title":     "1 title",
		"10.Owner":    "10 owner",
		"12a.Title":   "12a title",
		"1234.Title":  "1234.title",
		"1.":          "1",
		".Title":      "title",
		"L.Title":     "1 title",
		"L.Smith":     "l.smith",
		"Code/V":      "code v",
		"/Director|_": "director",
	} {
		if have := strings.Join(form.AppendFolded(nil, text), " "); have != want {
			t.Errorf("%q: have %q, want %q", text, have, want)
		}
	}
}

func TestLinesOfForm(t *testing.T) {
	for text, want := range map[string][3]bool{ // a list number, a table's name, its title
		"sec 1474 9-02":                          {true, false, false},
		"sec 1474":                               {true, false, false},
		"sec":                                    {},
		"sec 147":                                {},
		"sec rule":                               {},
		"form 4 sec 1474 03-26":                  {true, false, false},
		"form 7 sec 1474":                        {},
		"form 4":                                 {},
		"table i":                                {false, true, false},
		"table":                                  {},
		"table i non-derivative securities":      {false, true, true},
		"table ii derivative securities":         {false, true, true},
		"see table ii derivative securities":     {},
		"table of who owned what and derivative": {false, true, false},
	} {
		words := strings.Fields(text)
		if have := [3]bool{form.IsListNumber(words), form.BeginsTable(words), form.BeginsTableTitle(words)}; have != want {
			t.Errorf("%q: have %v, want %v", text, have, want)
		}
	}
	for word, want := range map[string]bool{"Remarks:": true, "REMARKS:none": true, "Remarks": false, `"remarks":null`: false, ":": false, "Mark:": false} {
		if have := form.OpensRemarks(word); have != want {
			t.Errorf("%q: have %t, want %t", word, have, want)
		}
	}
}

func TestOnlyAddressLabelsAreInBrackets(t *testing.T) {
	in := map[form.Box]bool{form.BoxLast: true, form.BoxStreet: true, form.BoxCity: true, form.BoxCountry: true}
	for b := range form.Boxes {
		if have := b.InBrackets(); have != in[b] {
			t.Errorf("box %d: have %t, want %t", b, have, in[b])
		}
	}
}

func TestForm5OrdersBeginWithItsOwn(t *testing.T) {
	for _, second := range []bool{false, true} {
		heads, first := form.Heads('5', second), form.Orders('5', second)[0]
		if len(first) != len(heads) {
			t.Fatalf("second %t: have %d columns, want %d", second, len(first), len(heads))
		}
		for i, h := range heads {
			if first[i] != h.Column {
				t.Errorf("second %t: column %d is %v, want %v", second, i, first[i], h.Column)
			}
		}
	}
}
