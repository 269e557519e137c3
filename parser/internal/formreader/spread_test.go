package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// TestSignGlued: an A or D at the end of a number is the sign of the next column.
func TestSignGlued(t *testing.T) {
	for text, want := range map[string]string{
		"10,000A": "10,000 A", "5.5D": "5.5 D", "200,000}A": "200,000} A", "1|A": "1| A", "9D": "", "10D": "10 D", "00A": "00 A", "10B": "", "10": "", "x10A": "", ",.A": "", "": "",
	} {
		number, sign, ok := signGlued(sheet.Word{Text: text})
		if got := number.Text + " " + sign.Text; ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %t, want %q", text, got, ok, want)
		}
	}
}

// TestSpread: values of a damaged line that stand in the wrong columns go, in their
// order, where they fit best; a line in which one cell is odd stays.
func TestSpread(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership}
	for _, c := range []struct{ name, line, want string }{
		{"as it stands", "Stock|03/05/2012|S|4,000|D|$12.50|96,000|D", "Stock|03/05/2012|S|4,000|D|$12.50|96,000|D"},
		{"one odd cell", "Stock|03/05/2012|S|Stock|D|$12.50|96,000|D", "Stock|03/05/2012|S|Stock|D|$12.50|96,000|D"},
		{"cells that ran together", "Stock|03/05/2012 S 4,000||D|$12.50|96,000|D|", "Stock|03/05/2012|S>|4,000>|D>|$12.50>|96,000>|D>"},
		{"a number with its sign", "Stock|03/05/2012 S 4,000D|||$12.50|96,000|D|", "Stock|03/05/2012|S>|4,000>|D>|$12.50>|96,000>|D>"},
		{"a currency sign with its number", "Stock|03/05/2012 S 4,000|D|$ 12.50||96,000|D|", "Stock|03/05/2012|S>|4,000>|D>|$ 12.50>|96,000>|D>"},
	} {
		var line []printed.Cell
		for _, s := range strings.Split(c.line, "|") {
			line = append(line, printed.Cell{Words: words(s, 0)})
		}
		r := tableReader{document: &document{sheet: &sheet.Sheet{Loose: true}, damaged: true}}
		r.spread(columns, line)
		var got []string
		for _, cell := range line {
			s := printed.Joined(cell.Words)
			if cell.Moved {
				s += ">"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, s, c.want)
		}
	}
}

// TestPartSign: an A or D that ran together with the amount is of the next column, if that
// is empty and letters may be others.
func TestPartSign(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColAmount, form.ColAcquiredDisposed}
	for _, c := range []struct{ name, line, want string }{
		{"glued", "Stock|200,000A|", "Stock|200,000|A>"},
		{"glued with a ruled line", "Stock|200,000}A|", "Stock|200,000}|A>"},
		{"a word of its own", "Stock|200,000 D|", "Stock|200,000|D>"},
		{"of two words and glued", "Stock|1 200,000A|", "Stock|1 200,000A|"},
		{"alone", "Stock|D|", "Stock|D|"},
		{"no sign", "Stock|200,000|", "Stock|200,000|"},
		{"a side in its column", "Stock|200,000A|D", "Stock|200,000A|D"},
		{"no amount", "Stock||", "Stock||"},
		{"a short line", "Stock|200,000A", "Stock|200,000A"},
	} {
		line := cellLine(c.line)
		(&tableReader{document: &document{sheet: &sheet.Sheet{}, damaged: true}}).partSign(columns, line)
		if got := cellsShown(line); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for name, try := range map[string]struct {
		columns []form.Column
		damaged bool
	}{"clean text": {columns, false}, "no column of sides": {columns[:2], true}, "no column of amounts": {[]form.Column{form.ColTitle, form.ColPrice, form.ColAcquiredDisposed}, true}} {
		line := cellLine("Stock|200,000A|")
		(&tableReader{document: &document{sheet: &sheet.Sheet{}, damaged: try.damaged}}).partSign(try.columns, line)
		if got := cellsShown(line); got != "Stock|200,000A|" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestMovable: each word of a cell may go its own way, but a text stays together, and so do
// a currency sign and its number; marks go with the value before them.
func TestMovable(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColAmount, form.ColPrice, form.ColNature, form.ColNature}
	line := cellLine("Stock|03/05/2012 S|4,000D|$ 12.50 $|By Trust|Fund 12 LP|beyond")
	line[2].Notes, line[4].Notes, line[0].Notes = []string{"F1"}, []string{"F2"}, []string{"F3"}
	var got []string
	for _, v := range movable(columns, line) {
		got = append(got, strings.TrimSpace(printed.Joined(v.words)+" "+strings.Join(v.notes, " ")))
	}
	if s, want := strings.Join(got, ";"), "03/05/2012;S;4,000;D F1;$ 12.50;$;By Trust F2;Fund;12;LP"; s != want {
		t.Errorf("%s, want %s", s, want)
	}
	mark := cellLine("Stock||")
	mark[1].Notes = []string{"F1"}
	if v := movable(columns, mark); len(v) != 1 || v[0].col != 1 || len(v[0].notes) != 1 {
		t.Errorf("a mark alone: %+v", v)
	}
}
