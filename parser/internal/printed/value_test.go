package printed

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// wordsOf gives the words of a line of plain text, each at its place.
func wordsOf(s string) []sheet.Word {
	var out []sheet.Word
	at := 0
	for _, f := range strings.Fields(s) {
		at += strings.Index(s[at:], f)
		out = append(out, sheet.Word{Text: f, At: ownership.Span{Start: int32(at), End: int32(at + len(f))},
			Box: ownership.Box{X0: float32(at), X1: float32(at + len(f)), Y1: 1}})
		at += len(f)
	}
	return out
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"01/19/2011": "2011-01-19", "1/9/11": "2011-01-09", "2/7/00": "2000-02-07", "07/19-05:00/2024": "2024-07-19", "07/19+05:30/2024": "2024-07-19",
		"March 13, 2000": "2000-03-13", "Sept. 5 2002": "2002-09-05", "February 29,2000": "2000-02-29", "2024-03-05": "2024-03-05", "12/31/97": "1997-12-31",
		"101/19/2011": "", "02/30/2011": "", "00/00/0000": "", "Immediately": "", "1/2": "", "1/2/3": "", "": "", "13/01/2011": "", "01/19/20111": "", "5/5/5/5": "",
	} {
		d, ok := ParseDate(text)
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
		n, ok := ParseNumber(text)
		if ok != (want != "") || ok && n.V.String() != want {
			t.Errorf("%q is %v %v, want %q", text, n.V, ok, want)
		}
	}
}

func TestParseCode(t *testing.T) {
	for text, want := range map[string]Code{
		"S": {Code: "S"}, "4S": {Code: "S", Form: "4"}, "S/K": {Code: "S", Swap: true}, "P V": {Code: "P", Early: true}, "3": {Form: "3"}, "5G": {Code: "G", Form: "5"},
	} {
		if got, ok := ParseCode(text); !ok || got != want {
			t.Errorf("%q is %+v %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "s", "SS", "S1", "6", "IVI", "М"} {
		if got, ok := ParseCode(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestRaw(t *testing.T) {
	source := ownership.Source{Format: "text", Text: "one  two x three"}
	w := wordsOf(source.Text)
	text, at := Raw(&source, [][]sheet.Word{{w[0], w[1], w[3]}})
	if text != "one  two three" || len(at) != 2 {
		t.Errorf("%q at %v", text, at)
	}
}
