package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
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

// TestPullNature: marks end a text, so that what stands before a mark in the middle of a
// nature of ownership is of the line above, if that has none of its own.
func TestPullNature(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColNature}
	for _, c := range []struct{ name, above, below, want string }{
		{"wrapped", "By Quillmark Venture", "Fund, LP (1) By Growth, LP (2)", "By Quillmark Venture Fund, LP (1); By Growth, LP (2)"},
		{"of two words", "By Quillmark Venture", "Fund (1) By Growth", "By Quillmark Venture Fund (1); By Growth"},
		{"a mark in a word alone before", "By Quillmark Venture", "Fund(1) By Growth", "By Quillmark Venture; Fund(1) By Growth"},
		{"the mark at the end", "By Quillmark Venture", "By Growth (2)", "By Quillmark Venture; By Growth (2)"},
		{"the mark in front", "By Quillmark Venture", "(2) By Growth", "By Quillmark Venture; (2) By Growth"},
		{"a mark above", "By Quillmark (1)", "Fund (2) By Growth", "By Quillmark (1); Fund (2) By Growth"},
		{"nothing above", "", "Fund (1) By Growth", "; Fund (1) By Growth"},
		{"words that name a note", "By Trust", "See Footnote (2) below", "By Trust; See Footnote (2) below"},
		{"two words below", "By Quillmark", "(1) Fund", "By Quillmark; (1) Fund"},
	} {
		lines := [][]printed.Cell{cellLine("Stock|" + c.above), cellLine("Stock|" + c.below)}
		(&tableReader{document: &document{sheet: &sheet.Sheet{}}}).pullNature(columns, lines)
		if got := printed.JoinedLines(lines[0][1].Lines) + "; " + printed.JoinedLines(lines[1][1].Lines); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if moved := c.want != c.above+"; "+c.below; lines[0][1].Parted != moved || lines[1][1].Parted != moved {
			t.Errorf("%s: told as cut: %t, %t", c.name, lines[0][1].Parted, lines[1][1].Parted)
		}
	}
	// Cells of their own, letters that may be others, or no such column: nothing is moved.
	for name, r := range map[string]*tableReader{
		"given":   {document: &document{sheet: &sheet.Sheet{Blocks: []sheet.Block{{}}}}},
		"damaged": {document: &document{sheet: &sheet.Sheet{}, damaged: true}},
	} {
		lines := [][]printed.Cell{cellLine("Stock|By Quillmark"), cellLine("Stock|Fund (1) By Growth")}
		if r.pullNature(columns, lines); printed.JoinedLines(lines[0][1].Lines) != "By Quillmark" {
			t.Errorf("%s: %q", name, printed.JoinedLines(lines[0][1].Lines))
		}
	}
	short := [][]printed.Cell{cellLine("Stock"), cellLine("Stock|Fund (1) By Growth"), cellLine("Stock")}
	(&tableReader{document: &document{sheet: &sheet.Sheet{}}}).pullNature(columns, short)
	if got := printed.JoinedLines(short[1][1].Lines); got != "Fund (1) By Growth" {
		t.Errorf("beside a short line: %q", got)
	}
}

// TestPartTitle: what stands between the pieces of a wrapped title is of the cells beside
// it: the amount that its column lacks, and marks.
func TestPartTitle(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColExercisable, form.ColExpiration, form.ColUnderlyingTitle, form.ColUnderlyingAmount}
	for _, c := range []struct{ name, line, want string }{
		{"an amount", "Option|||Class B 4,000 Stock|", "Option|||Class B Stock=|4,000="},
		{"an amount at the end", "Option|||Class B Stock 4,000|", "Option|||Class B Stock=|4,000="},
		{"an amount in its column", "Option|||Class B 4,000 Stock|5,000", "Option|||Class B 4,000 Stock|5,000"},
		{"a number without commas", "Option|||Class B 2027 Notes|", "Option|||Class B 2027 Notes|"},
		{"a number in front", "Option|||4,000 Class B|", "Option|||4,000 Class B|"},
		{"a mark", "Option|03/05/2002||Class B (1) Stock|4,000", "Option|03/05/2002|[F1]=|Class B Stock=|4,000"},
		{"a mark and both dates", "Option|03/05/2002|03/05/2012|Class B (1) Stock|4,000", "Option|03/05/2002|03/05/2012|Class B Stock[F1]=|4,000"},
		{"a mark and no expiration", "Option||03/05/2012|Class B (1) Stock|4,000", "Option|[F1]=|03/05/2012|Class B Stock=|4,000"},
		{"a mark at the end", "Option|||Class B Stock (1)|4,000", "Option|||Class B Stock (1)|4,000"},
		{"an amount and a mark", "Option|03/05/2002||Class B 4,000 (1) Stock|", "Option|03/05/2002|[F1]=|Class B Stock=|4,000="},
		{"a short line", "Option|||Class B 4,000 Stock", "Option|||Class B 4,000 Stock"},
	} {
		line := cellLine(c.line)
		(&tableReader{document: &document{sheet: &sheet.Sheet{}}}).partTitle(columns, line)
		if got := cellsShown(line); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// TestDropHeads: the second row of heads, and what is left of a long head in the first
// line, is no value; a title of a security is never taken for one.
func TestDropHeads(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColOwnership}
	for _, c := range []struct{ name, lines, want string }{
		{"a whole row", "|Code|Amount|(A) or (D)|\nStock|S|4,000|D|D", "Stock|S|4,000|D|D"},
		{"two rows", "|Code|Amount||\n|of|Shares||3,\nStock|S|4,000|D|D", "Stock|S|4,000|D|D"},
		{"with a title", "Stock|Code|Amount||", "Stock|Code|Amount||"},
		{"nothing but heads", "|Code|Amount||", ""},
		{"the rest of a head", "Stock|S|4,000|D|(I) (Instr. D 4)", "Stock|S|4,000|D|D="},
		{"a head alone", "Stock|S|4,000|D|(Instr. 4)", "Stock|S|4,000|D|="},
		{"a side in brackets", "Stock|S|4,000|(D)|D", "Stock|S|4,000|(D)|D"},
		{"a title that says or", "Stock or units|S|4,000|D|D", "Stock or units|S|4,000|D|D"},
		{"an empty row", "||||\nStock|S|4,000|D|D", "||||;Stock|S|4,000|D|D"},
		{"in the second line", "Stock|S|4,000|D|D\nStock|S|4,000|D|(I) (Instr. D 4)", "Stock|S|4,000|D|D;Stock|S|4,000|D|(I) (Instr. D 4)"},
	} {
		var lines [][]printed.Cell
		for l := range strings.SplitSeq(c.lines, "\n") {
			lines = append(lines, cellLine(l))
		}
		var got []string
		for _, line := range (&tableReader{document: &document{sheet: &sheet.Sheet{}}}).dropHeads(columns, lines) {
			for i := range line {
				line[i].Words = joinLines(line[i].Lines)
			}
			got = append(got, cellsShown(line))
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestSettleHolding: a line without date and code is a holding: an amount in the column of
// transactions is what is owned, unless a price or a side says otherwise.
func TestSettleHolding(t *testing.T) {
	first := []form.Column{form.ColTitle, form.ColDate, form.ColDeemed, form.ColCode, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing}
	second := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAcquired, form.ColDisposed, form.ColExercisable, form.ColExpiration, form.ColFollowing}
	for _, c := range []struct {
		name       string
		columns    []form.Column
		line, want string
		marked     int // a cell with a mark
	}{
		{"a holding", first, "Stock||||4,000|||", "Stock|||||||4,000=", -1},
		{"a short line", first, "Stock||||4,000", "Stock||||4,000", -1},
		{"with a total", first, "Stock||||4,000|||96,000", "Stock||||4,000|||96,000", -1},
		{"with a side", first, "Stock||||4,000|D||", "Stock||||4,000|D||", -1},
		{"with a price", first, "Stock||||4,000||$ 4|", "Stock||||4,000||$ 4|", -1},
		{"with a date", first, "Stock|03/05/2012|||4,000|||", "Stock|03/05/2012|||4,000|||", -1},
		{"with a deemed date", first, "Stock||03/05/2012||4,000|||", "Stock||03/05/2012||4,000|||", -1},
		{"with a code", first, "Stock|||S|4,000|||", "Stock|||S|4,000|||", -1},
		{"with a mark for a code", first, "Stock||||4,000|||", "Stock|||[F1]|4,000|||", 3},
		{"a mark that was shifted", second, "Option|||||||1,000", "Option|||||[F1]=||1,000", 3},
		{"a mark under disposed", second, "Option|||||||1,000", "Option|||||[F1]=||1,000", 4},
		{"beside a date", second, "Option|||||03/05/2002||1,000", "Option|||||03/05/2002|[F1]=|1,000", 3},
		{"beside two dates", second, "Option|||||03/05/2002|03/05/2012|1,000", "Option|||[F1]||03/05/2002|03/05/2012|1,000", 3},
		{"a mark with an amount", second, "Option|||4,000||||1,000", "Option|||4,000[F1]||||1,000", 3},
	} {
		line := cellLine(c.line)
		if c.marked >= 0 {
			line[c.marked].Notes = []string{"F1"}
		}
		(&tableReader{document: &document{sheet: &sheet.Sheet{}}}).settleHolding(c.columns, line)
		if got := cellsShown(line); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}
