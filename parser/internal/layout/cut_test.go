package layout

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// TestCutGlued: a ruled line that was read as a bracket parts two cells, and the number of a
// head stands before its title.
func TestCutGlued(t *testing.T) {
	for s, want := range map[string]string{
		"10,000|A": "10,000| A", "10,000]A": "10,000] A", "10,000}A|D": "10,000} A| D", "10,000[A": "10,000 [A", "10,000{A": "10,000 {A", "|A": "|A", "A|": "A|", "||": "||",
		"l.Title": "l. Title", "I.Titles": "I. Titles", "l.titles": "l.titles", "l.Tit": "l.Tit", "l.Titl": "l. Titl", "l.A1234": "l.A1234", "x.Titles": "x. Titles", "LTitle": "L Title", "12.Title": "12. Title", "1234.Title": "1234.Title",
		"Titleof": "Title of", "Title": "Title", "Titles": "Titles", "SubTitle": "Sub Title", "10.5": "10.5", "": "", "$|$": "$| $", ".|.": ".|.",
	} {
		var got []string
		for _, w := range cutGlued(sheet.Word{Text: s}) {
			got = append(got, w.Text)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q is cut to %q, want %q", s, g, want)
		}
	}
}

// TestScannedKinds: what a machine makes of a value, with what is left of ruled lines beside it.
func TestScannedKinds(t *testing.T) {
	for s, want := range map[string]kind{
		"|": kindDash, "—": kindDash, "(1)": kindMark, "|(1)": kindMark, "|A": kindA, "D|": kindD, "[I]": kindI, "V": kindV, "$": kindDollar, "s": kindCode, "IVI": kindCode, "M1": kindCode, "S|": kindCode,
		"0)": kindD, "JD": kindD, "1)": kindMark, "9)": kindMark, "x)": kindText, "03/05/2012|": kindDate, "4,000|": kindNumber, "Stock": kindText,
	} {
		if got := scannedKind(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	for s, want := range map[string]bool{"(1)": true, "(1)(2)": true, "(1,2)": true, "()": false, "(a)": false, "(1": false, "1)": false, "": false, "(1)x": false} {
		if got := isMarks(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	for s, want := range map[string]kind{
		"S(1)": kindCode, "(1)": kindMark, "US$": kindDollar, "X": kindCode, "S;": kindCode, "ZK": kindCode, "1K": kindText, "@K": kindText, "3/4/99": kindDate, "3/4/9": kindText, "x3/4/2012": kindDate, "xx3/4/2012": kindText,
		"12.5(2)": kindNumber, "(5)": kindMark, "(500)": kindText, "x123": kindText, "x1234": kindNumber, "1/2": kindText, "": kindText, "--": kindDash,
	} {
		if got := kindOf(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}
