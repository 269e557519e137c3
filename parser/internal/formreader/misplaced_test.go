package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestStrayedAmount: an amount among the dates goes back only if it is one: nothing, a date
// and words stay; a line that ends before the columns stays too.
func TestStrayedAmount(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColCode, form.ColAcquired, form.ColDisposed, form.ColExercisable}
	for _, c := range []struct{ line, want string }{
		{"Option|M|||4,000", "Option|M||4,000>|="},
		{"Option|A|||4,000", "Option|A|4,000>||="},
		{"Option|M|||0", "Option|M|||0"},
		{"Option|M|||5/6/24", "Option|M|||5/6/24"},
		{"Option|M|||immed", "Option|M|||immed"},
		{"Option|M|||", "Option|M|||"},
		{"Option|M|40||4,000", "Option|M|40||4,000"},
		{"Option|M||40|4,000", "Option|M||40|4,000"},
		{"Option|M||", "Option|M||"},
	} {
		line := cellLine(c.line)
		(&tableReader{document: &document{f: &ownership.Filing{}, sheet: &sheet.Sheet{}}}).strayedAmount(columns, line)
		if got := cellsShown(line); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
	short := cellLine("Option|M|||4,000")
	for _, cut := range [][]form.Column{columns[:4], {form.ColTitle, form.ColCode, form.ColAcquired, form.ColExercisable}, {form.ColTitle, form.ColCode, form.ColDisposed, form.ColExercisable}} {
		if (&tableReader{document: &document{f: &ownership.Filing{}, sheet: &sheet.Sheet{}}}).strayedAmount(cut, short); cellsShown(short) != "Option|M|||4,000" {
			t.Errorf("columns %v: %q", cut, cellsShown(short))
		}
	}
}

// TestSpreadDamaged: what may be a value of a column, though it is damaged, goes there as
// well; a value stays in its order, and near to where it stood if nothing else tells.
func TestSpreadDamaged(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership}
	for _, c := range []struct{ name, line, want string }{
		{"a damaged date", "Stock|103/05/2012 S 4,000||D|$12.50|96,000|D|", "Stock|103/05/2012|S>|4,000>|D>|$12.50>|96,000>|D>"},
		{"a damaged code", "Stock|03/05/2012 IVI 4,000||D|$12.50|96,000|D|", "Stock|03/05/2012|IVI>|4,000>|D>|$12.50>|96,000>|D>"},
		{"a damaged amount", "Stock|03/05/2012 S 4,O00||D|$12.50|96,000|D|", "Stock|03/05/2012|S>|4,O00>|D>|$12.50>|96,000>|D>"},
		{"nothing is odd", "Stock|03/05/2012|S|4,000|D|$12.50|96,000|D", "Stock|03/05/2012|S|4,000|D|$12.50|96,000|D"},
	} {
		line := cellLine(c.line)
		(&tableReader{document: &document{sheet: &sheet.Sheet{Loose: true}, damaged: true}}).spread(columns, line)
		if got := strings.ReplaceAll(cellsShown(line), "=", ""); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
	given := cellLine("Stock|03/05/2012 S 4,000||D|$12.50|96,000|D|")
	before := cellsShown(given)
	(&tableReader{document: &document{sheet: &sheet.Sheet{Blocks: []sheet.Block{{}}}}}).spread(columns, given)
	if got := cellsShown(given); got != before {
		t.Errorf("where the source says which cells there are: %s", got)
	}
}

// TestRestoredNotes: the marks of a title that is put back are the title's.
func TestRestoredNotes(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColFollowing}
	line := cellLine("|Common|Stock||1,000")
	line[0].Notes, line[1].Notes, line[2].Notes, line[4].Notes = []string{"F1"}, []string{"F2"}, []string{"F3"}, []string{"F4"}
	(&tableReader{document: &document{}}).restoreTitle(columns, line)
	if got := cellsShown(line); got != "Common Stock[F1 F2 F3]>||||1,000[F4]" {
		t.Errorf("%s", got)
	}
}

// TestLabelCells: a label that fills the first cell of a row needs no order among the others,
// but one that is there already is the text of the note before.
func TestLabelCells(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"in order", "(1)|Held.\n(2)|Sold.", "F1 Held.; F2 Sold."},
		{"backwards", "(2)|Sold.\n(1)|Held.", "F2 Sold.; F1 Held."},
		{"far apart", "(1)|Held.\n(40)|Sold.", "F1 Held.; F40 Sold."},
		{"a label that is there", "(1)|Held.\n(2)|Sold.\n(1)|Given.", "F1 Held.; F2 Sold. (1) Given."},
		{"two cells of text", "(1)|Held.|By a trust.\n(2)|Sold.", "F1 Held. By a trust.; F2 Sold."},
	} {
		text := "Explanation of Responses:\n" + c.text
		r := &noteReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{}}}
		r.blocks = tablesIn(text)
		r.sheet.Blocks = r.blocks
		r.readNotes()
		var got []string
		for _, n := range r.f.Footnotes {
			got = append(got, n.ID+" "+n.Text.V)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestStreetOfOneWord: what stands above the city's line, after the label of the street, is
// a street, though it is one word; on another page it is not told.
func TestStreetOfOneWord(t *testing.T) {
	for page, want := range map[int32]string{1: "QUAYSIDE; MARLOW", 2: "; QUAYSIDE"} {
		var b boxes
		b.lines[form.BoxOwner] = textLines("FERRAND ODILE M")
		b.lines[form.BoxStreet] = textLines("QUAYSIDE/MARLOW CT 06831")
		b.found[form.BoxStreet] = true
		for i := range b.lines[form.BoxStreet] {
			for k := range b.lines[form.BoxStreet][i] {
				w := &b.lines[form.BoxStreet][i][k]
				w.Box.Y0, w.Box.Y1, w.At = float32(2*i), float32(2*i+1), ownership.Span{Page: 1}
				if i == 1 {
					w.At.Page = page
				}
			}
		}
		o := (&ownerReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{}}}).boxOwner(&b)
		if got := o.Address.Street1.V + "; " + o.Address.City.V; got != want {
			t.Errorf("the city on page %d: %s, want %s", page, got, want)
		}
	}
}
