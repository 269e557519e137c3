package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
)

// TestRestoreTitle: words before the first number or date are the title that its column
// lacks, and the one number of such a line is what is held.
func TestRestoreTitle(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership, form.ColNature}
	for _, c := range []struct {
		name, line, want string // > after a cell that was moved
		damaged          bool
	}{
		{"a holding", "|Class|A|Common Stock||1,178,530||I|By Trust", "Class A Common Stock>||||||1,178,530>|I|By Trust", false},
		{"two numbers", "|Common Stock||4,000||12.50||D|", "Common Stock>|||4,000||12.50||D|", false},
		{"a date", "|Common|Stock|03/05/2012||1,000|||", "Common Stock>|||03/05/2012||1,000|||", false},
		{"a code after the number", "|Common|Stock|1,000|S||||", "Common Stock>|||1,000|S||||", false},
		{"a number in its column", "|Common|Stock||||96,000|D|", "Common Stock>||||||96,000|D|", false},
		{"a title in its column", "Option|Common|Stock|||1,000||D|", "Option|Common|Stock|||1,000||D|", false},
		{"no number", "|Common|Stock|||||D|", "|Common|Stock|||||D|", false},
		{"no words", "|||1,000||||D|", "|||1,000||||D|", false},
		{"letters that may be others", "|Common|Stock|||1,000||D|", "|Common|Stock|||1,000||D|", true},
	} {
		var line []printed.Cell
		for _, s := range strings.Split(c.line, "|") {
			line = append(line, printed.Cell{Words: words(s, 0)})
		}
		(&tableReader{document: &document{damaged: c.damaged}}).restoreTitle(columns, line)
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
