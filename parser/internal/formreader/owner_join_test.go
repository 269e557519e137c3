package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// TestStrayTicks: a mark far from the words before it is of the boxes beside; the X that
// ends a name is of the name.
func TestStrayTicks(t *testing.T) {
	for s, want := range map[string][2]string{ // the lines, the marks
		"Netherby LP/88 GRANITE AVENUE/EL PASO        X/TEXAS": {"Netherby LP/88 GRANITE AVENUE/EL PASO/TEXAS", "X"},
		"SMITH JOHN X/88 GRANITE AVENUE":                       {"SMITH JOHN X/88 GRANITE AVENUE", ""},
		"SMITH JOHN X          _X_/88 GRANITE AVENUE":          {"SMITH JOHN X/88 GRANITE AVENUE", "_X_"},
		"X/88 GRANITE AVENUE":                                  {"X/88 GRANITE AVENUE", ""},
		"Netherby LP     IV/88 GRANITE AVENUE":                 {"Netherby LP IV/88 GRANITE AVENUE", ""},
	} {
		show := func(lines [][]sheet.Word) string {
			var out []string
			for _, l := range lines {
				out = append(out, printed.Joined(l))
			}
			return strings.Join(out, "/")
		}
		rest, ticks := strayTicks(textLines(s))
		if got := [2]string{show(rest), show(ticks)}; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestJoinOwners: what has no name is the rest of the owner before it, and what has one is
// an owner.
func TestJoinOwners(t *testing.T) {
	const whole = "A LP/1 Road/BARROW/VERMONT/05301/UNITED STATES"
	for _, c := range []struct {
		pieces []string // the lines of each, and after "|" a mark
		want   string
	}{
		{[]string{whole, "B LP/2 Road/BARROW/VERMONT", "05301/UNITED STATES"}, "A LP, B LP"},
		{[]string{whole, "B LP/2 Road", "SUITE 3/BARROW/VERMONT/05301/UNITED STATES"}, "A LP, B LP"},
		{[]string{whole, "B LP/2 Road|X", "C LP/BARROW/VERMONT/05301/UNITED STATES|X"}, "A LP, B LP, C LP"},
		{[]string{"A LP/1 Road/BARROW, VT 05301", "B LP/2 Road/BARROW, VT 05301"}, "A LP, B LP"},
		{[]string{"A LP/1 Road", "B LP/2 Road"}, "A LP, B LP"},
		{[]string{whole, "UNITED STATES"}, "A LP, UNITED STATES"}, // an owner without an address, as the page of 2026 prints it
		{[]string{"A LP/HAMILTON/BERMUDA", "HM 11/BERMUDA"}, "A LP"},
	} {
		var pieces [][]*sheet.Block
		for _, p := range c.pieces {
			lines, mark, _ := strings.Cut(p, "|")
			cells := []*sheet.Block{{Lines: textLines(lines)}, {}}
			if mark != "" {
				cells[1].Lines = textLines(mark)
			}
			pieces = append(pieces, cells)
		}
		var got []string
		for _, p := range joinOwners(pieces) {
			got = append(got, printed.Joined(p[0].Lines[0]))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q: %q, want %q", c.pieces, got, c.want)
		}
	}
}

// TestSymbolIsLabel: a trading symbol that is a label, too, is a symbol beside the issuer's
// name, and a label below the address.
func TestSymbolIsLabel(t *testing.T) {
	for _, symbol := range []string{"[ZIP]", "[CITY]", "[STATE]", "[LAST]", "[STREET]", "(ZIP)", "(CITY)", "[ ZIP ]"} {
		f := readOne(t, strings.Replace(header, "[QLMK]", symbol, 1)+"Table I - Non-Derivative Securities\n"+headsI+"Common Stock\t03/05/2012\t\tS\t\t100\tD\t5\t900\tD\t\n")
		if got, want := f.Issuer.TradingSymbol.V, strings.Trim(symbol, "[]() "); got != want || f.Owners[0].Address.ZipCode.V == "" {
			t.Errorf("%s: the symbol is %q, the address %+v", symbol, got, f.Owners[0].Address)
		}
	}
}
