package formreader

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"01/19/2011": "2011-01-19", "1/9/11": "2011-01-09", "2/7/00": "2000-02-07", "07/19-05:00/2024": "2024-07-19", "07/19+05:30/2024": "2024-07-19",
		"March 13, 2000": "2000-03-13", "Sept. 5 2002": "2002-09-05", "February 29,2000": "2000-02-29", "2024-03-05": "2024-03-05", "12/31/97": "1997-12-31",
		"101/19/2011": "", "02/30/2011": "", "00/00/0000": "", "Immediately": "", "1/2": "", "1/2/3": "", "": "", "13/01/2011": "", "01/19/20111": "", "5/5/5/5": "",
	} {
		d, ok := parseDate(text)
		if ok != (want != "") || d.String() != want {
			t.Errorf("%q is %v %v, want %q", text, d, ok, want)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"10,000": "10000", "$ 8.88": "8.88", `\$ 0.68`: "0.68", "200,000.00": "200000.00", ".5": "0.5", "0": "0", "1,163,085": "1163085", "US$5": "5",
		"1153,020": "", "10,00": "", ",500": "", "1,2,3": "", "12a": "", "": "", "-5": "", "(1)": "", "1.2.3": "", "$": "", "5,": "", "1.5E6": "",
	} {
		n, ok := parseNumber(text)
		if ok != (want != "") || ok && n.v.String() != want {
			t.Errorf("%q is %v %v, want %q", text, n.v, ok, want)
		}
	}
}

func TestParseCode(t *testing.T) {
	for text, want := range map[string]coding{
		"S": {code: "S"}, "4S": {code: "S", form: "4"}, "S/K": {code: "S", swap: true}, "P V": {code: "P", early: true}, "3": {form: "3"}, "5G": {code: "G", form: "5"},
	} {
		if got, ok := parseCode(text); !ok || got != want {
			t.Errorf("%q is %+v %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "s", "SS", "S1", "6", "IVI", "М"} {
		if got, ok := parseCode(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestMarks(t *testing.T) {
	r := reader{sheet: &sheet.Sheet{}}
	for text, want := range map[string]string{
		"1,000 (1)": "1,000|F1", "1,000(1)(2)": "1,000|F1 F2", "1,000 (1, 2)": "1,000|F1 F2", "( 3 )": "|F3", "S(10)": "S|F10", "(1)": "|F1",
		"1,000 (100)": "1,000 (100)|", "5": "5|", "(a)": "(a)|", "1,000 (1) (1)": "1,000|F1",
	} {
		c := cell{lines: [][]sheet.Word{words(text, 0)}}
		r.takeMarks(&c, false)
		if got := joined(c.words) + "|" + strings.Join(c.notes, " "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"By Trust (4)": "By Trust|F4", "Series A (1) Preferred": "Series A (1) Preferred|", "See Footnote (2)": "See Footnote|F2", "Trust(1)(2)": "Trust|F1 F2",
		"Notes due 2027": "Notes due 2027|", "Option (Right to Buy)": "Option (Right to Buy)|",
	} {
		c := cell{lines: [][]sheet.Word{words(text, 0)}}
		r.takeMarks(&c, true)
		if got := joined(c.words) + "|" + strings.Join(c.notes, " "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestRelation(t *testing.T) {
	for text, want := range map[string]string{
		"_X_ Director ___ 10% Owner __X__ Officer (give title below) ___ Other (specify below) President":     "X-X-|President",
		"_X_DirectorX_10% Owner _X_Officer (give title below)Other (specify below)":                           "XXX-|",
		"X Director 10% Owner Officer (give title below) Other (specify below)":                               "X---|",
		"Director X 10% Owner Officer (give title below) Other (specify below)":                               "-X--|",
		"(X) Director ( ) 10% Owner ( ) Officer (give title below) ( ) Other (specify below)":                 "X---|",
		"[ ] Director [X] 10% Owner [ ] Officer (give title below) [X] Other (specify below) Member of group": "-X-X|Member of group",
		"Director X 10% Owner X Officer (give title below) X Other (specify below) X Chief":                   "XXXX|Chief",
		"☒ Director ☐ 10% Owner ☐ Officer (give title below) ☐ Other (specify below)":                         "X---|",
	} {
		got := readRelation([][]sheet.Word{words(text, 0)})
		s := ""
		for _, x := range got.set {
			s += map[form.Tick]string{form.TickSet: "X", form.TickEmpty: "-", form.TickUnknown: "?"}[x]
		}
		title := joinedLines(got.rest)
		if s+"|"+title != want {
			t.Errorf("%q is %q, want %q", text, s+"|"+title, want)
		}
	}
}

func TestNumberReadings(t *testing.T) {
	for text, want := range map[string]string{
		"1153,020": "153020", "]301,097": "301097", "}101,097": "101097", "1,302": "1302", "4l,986": "41986", "$U": "0", "110.0001": "10000", "JD": "",
	} {
		found := slices.ContainsFunc(numberReadings(text, false), func(r reading) bool { return r.v.String() == want })
		if found != (want != "") {
			t.Errorf("%q has the readings %v, want %q among them", text, numberReadings(text, false), want)
		}
	}
}

func TestAssign(t *testing.T) {
	heads := func(names ...string) (out [][]string) {
		for _, n := range names {
			out = append(out, form.Folded(words(n, 0)))
		}
		return out
	}
	// Before 2002 there is no deemed execution date.
	got := assign('4', false, heads("1. Title of Security", "2. Transaction Date", "3. Code", "V", "Amount", "(A) or (D)", "Price", "5. Amount of Securities Beneficially Owned", "6. Ownership Form", "7. Nature of Indirect"), nil, 10)
	if want := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColV, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership, form.ColNature}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	got = assign('5', false, heads("1. Title of Security", "2. Transaction Date", "2A. Deemed Execution Date", "3. Transaction Code", "Amount", "(A) or (D)", "Price", "5. Amount of Securities Beneficially Owned", "6. Ownership Form", "7. Nature of Indirect"), nil, 10)
	if slices.Contains(got, form.ColV) || !slices.Contains(got, form.ColDeemed) {
		t.Errorf("Form 5: %v", got)
	}
	got = assign('3', true, nil, nil, 8)
	if want := []form.Column{form.ColTitle, form.ColExercisable, form.ColExpiration, form.ColUnderlyingTitle, form.ColUnderlyingAmount, form.ColExercisePrice, form.ColOwnership, form.ColNature}; !slices.Equal(got, want) {
		t.Errorf("Form 3: %v, want %v", got, want)
	}
}

func TestRaw(t *testing.T) {
	r := reader{f: &ownership.Filing{Source: ownership.Source{Format: "text", Text: "one  two x three"}}}
	w := words("one  two x three", 0)
	raw, at := r.raw([][]sheet.Word{{w[0], w[1], w[3]}})
	if raw != "one  two three" || len(at) != 2 {
		t.Errorf("%q at %v", raw, at)
	}
}
