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
