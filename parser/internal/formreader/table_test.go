package formreader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// blockRow makes a row of a table's blocks of a text, with bars between.
func blockRow(text string) []*sheet.Block {
	var row []*sheet.Block
	for _, b := range blocksOf(text) {
		row = append(row, &b)
	}
	return row
}

// TestHoldsValues: only a line of the table has a date, or a number of some size beside a
// D or an I; heads have small numbers: their own and those of the instructions.
func TestHoldsValues(t *testing.T) {
	for text, want := range map[string]bool{
		"Stock|03/05/2012|S":           true,
		"Stock|103/05/2012|S":          true, // a ruled line was read as a digit
		"Stock|3/5/201|S":              false,
		"Stock|aa/bb/cccc|S":           false,
		"Stock|O3/O5/2012|S":           true,
		"Stock|100|D":                  true,
		"Stock|99|D":                   false,
		"Stock|100|I":                  true,
		"Stock|100|A":                  false,
		"Stock|100|200":                true,
		"Stock|100|99":                 false,
		"5. Amount|6. Form|7. Nature":  false,
		"Direct (D) or Indirect (I)|D": false,
		"":                             false,
	} {
		if got := holdsValues(blockRow(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestIsHeadRow: most cells of a row of heads say what heads say; a line of the table may
// have a title that speaks as they do, but it has a number and a D or an I too.
func TestIsHeadRow(t *testing.T) {
	for text, want := range map[string]bool{
		"1. Title of Security|2. Transaction Date|Code": true,
		"1. Title of Security|Common Stock":             false, // half is not most
		"1. Title of Security||":                        true,
		"Title of Security|Nature of Indirect|100|D":    false,
		"Title of Security|Nature of Indirect|100":      true,
		"Title of Security|Nature of Indirect|D":        true,
		"Title of Security|Nature of Indirect|100|I":    false,
		"Common Stock|Common Stock":                     false,
		"":                                              false,
	} {
		if got := isHeadRow(blockRow(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	row := blockRow("Common Stock|100|D")
	for i, want := range []bool{false, false, true} { // a row of cells that are all marked as heads
		if row[i].Head = true; isHeadRow(row) != want {
			t.Errorf("%d heads: %t", i+1, !want)
		}
	}
}

// TestHeadRows: heads end at the first row that is none; text that is cut over rows may
// have heads that are recognised only in the last, but none after values.
func TestHeadRows(t *testing.T) {
	const head, other, values = "1. Title of Security|2. Transaction Date", "Day|Year", "Stock|03/05/2012"
	for _, c := range []struct {
		rows         string
		given, loose int
	}{
		{head + "\n" + values, 1, 1},
		{head + "\n" + head + "\n" + values, 2, 2},
		{other + "\n" + head + "\n" + values, 0, 2},
		{head + "\n" + other + "\n" + head + "\n" + values, 1, 3},
		{head + "\n" + values + "\n" + head, 1, 1},
		{head + "\n" + other, 1, 1},
	} {
		var grid [][]*sheet.Block
		for l := range strings.SplitSeq(c.rows, "\n") {
			grid = append(grid, blockRow(l))
		}
		if given, loose := headRows(grid, false), headRows(grid, true); given != c.given || loose != c.loose {
			t.Errorf("%q: %d, in loose text %d, want %d and %d", c.rows, given, loose, c.given, c.loose)
		}
	}
}

// TestWidthOf: a table is as wide as most of its rows; of two widths that are as common it
// has the larger, and that of its heads if it has no rows.
func TestWidthOf(t *testing.T) {
	rows := func(widths ...int) (grid [][]*sheet.Block) {
		for _, n := range widths {
			grid = append(grid, make([]*sheet.Block, n))
		}
		return grid
	}
	for _, c := range []struct {
		body, heads [][]*sheet.Block
		want        int
	}{
		{rows(11, 11, 3), rows(4), 11},
		{rows(3, 11, 3), rows(4), 3},
		{rows(3, 11), nil, 11},
		{rows(11, 3), nil, 11},
		{nil, rows(4, 11, 9), 11},
		{nil, nil, 0},
	} {
		for range 8 { // whatever the order of a map
			if got := widthOf(c.body, c.heads); got != c.want {
				t.Errorf("%d rows, %d heads: %d, want %d", len(c.body), len(c.heads), got, c.want)
			}
		}
	}
}

// TestHeadNames: a head over several columns names each of them, one over several rows
// leaves the place below it to the next.
func TestHeadNames(t *testing.T) {
	head := func(text string, rows, columns int32) *sheet.Block {
		return &sheet.Block{Lines: [][]sheet.Word{words(text, 0)}, RowSpan: rows, ColSpan: columns}
	}
	got := headNames([][]*sheet.Block{
		{head("Title", 2, 1), head("Transaction Code", 1, 2), head("Nature", 2, 1), head("beyond", 1, 2)},
		{head("Code", 1, 1), head("V", 0, 0), head("beyond", 1, 1)},
		{head("(Instr. 3)", 1, 4)},
	}, 4)
	if s, want := fmt.Sprint(got), "[[title instr 3] [transaction code code instr 3] [transaction code v instr 3] [nature instr 3]]"; s != want {
		t.Errorf("%s, want %s", s, want)
	}
}

// TestIsSecondReading: a picture's line that was read twice comes as two lines whose values
// are alike but for letters that a machine confuses; one of the two lacks the form of
// ownership, which every line of the form has.
func TestIsSecondReading(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColAmount, form.ColPrice, form.ColOwnership}
	for _, c := range []struct {
		name, row, line string
		want            bool
	}{
		{"read twice", "Stock|03/05/2012|M|4,000|0.75|D", "Stock|03/05/2012|IVI|4.000|0.75|", true},
		{"both have an owner", "Stock|03/05/2012|M|4,000|0.75|D", "Stock|03/05/2012|M|4,000|0.75|D", false},
		{"neither has", "Stock|03/05/2012|M|4,000|0.75|", "Stock|03/05/2012|M|4,000|0.75|", true},
		{"three values", "Stock|03/05/2012|M|4,000||D", "Stock|03/05/2012|M|4,000||", true},
		{"two values", "Stock|03/05/2012|M|||D", "Stock|03/05/2012|M|||", false},
		{"two of three alike", "Stock|03/05/2012|M|4,000||D", "Stock|03/05/2012|M|7,777||", false},
		{"three of four alike", "Stock|03/05/2012|M|4,000|0.75|D", "Stock|03/05/2012|M|4,000|33.33|", true},
		{"two of four alike", "Stock|03/05/2012|M|4,000|0.75|D", "Stock|03/05/2012|M|7,777|33.33|", false},
		{"a short line", "Stock|03/05/2012|M|4,000|0.75|D", "Stock|03/05/2012|M|4,000", true},
	} {
		r := &tableReader{}
		if got := r.isSecondReading(columns, cellLine(c.row), cellLine(c.line)); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	many := append([]form.Column{form.ColTitle}, slices.Repeat([]form.Column{form.ColAmount}, 10)...)
	many = append(many, form.ColOwnership)
	for alike, want := range map[int]bool{6: false, 7: true} { // of ten
		row := "Stock" + strings.Repeat("|4,000", 10)
		line := "Stock" + strings.Repeat("|4,000", alike) + strings.Repeat("|7,777", 10-alike)
		if got := (&tableReader{}).isSecondReading(many, cellLine(row+"|D"), cellLine(line+"|")); got != want {
			t.Errorf("%d values of ten are alike: %t", alike, got)
		}
	}
	if (&tableReader{}).isSecondReading(columns[:5], cellLine("Stock|03/05/2012|M|4,000|0.75"), cellLine("Stock|03/05/2012|M|4,000|0.75")) {
		t.Error("nothing tells two lines apart where no column has the form of ownership")
	}
}

// TestGather: a line of text alone goes on with the row above it, or begins the one below
// where nothing stands above.
func TestGather(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColAmount, form.ColOwnership, form.ColNature}
	for _, c := range []struct{ name, lines, want string }{
		{"text below", "Common|03/05/2012|4,000|D|\nStock||||By Trust", "Common Stock|03/05/2012|4,000|D|By Trust"},
		{"text above", "Common||||\nStock|03/05/2012|4,000|D|", "Common Stock|03/05/2012|4,000|D|"},
		{"text alone", "Common||||\nStock||||", "Common Stock||||"},
		{"a number in a text", "Common|03/05/2012|4,000|D|\nNotes 2027||||", "Common|03/05/2012|4,000|D|;Notes 2027||||"},
		{"two rows", "Common|03/05/2012|4,000|D|\n||||\nCommon|03/06/2012|5,000|D|", "Common|03/05/2012|4,000|D|;Common|03/06/2012|5,000|D|"},
		{"a line that is wider", "Common|03/05/2012|4,000|D||more", "Common|03/05/2012|4,000|D||more"},
		{"more text than columns", "Common|03/05/2012|4,000|D|\nStock|||||more", "Common|03/05/2012|4,000|D|;Stock|||||more"},
	} {
		var lines [][]printed.Cell
		for l := range strings.SplitSeq(c.lines, "\n") {
			lines = append(lines, cellLine(l))
		}
		var got []string
		for _, row := range (&tableReader{}).gather(columns, lines) {
			var texts []string
			for _, cell := range row {
				texts = append(texts, printed.JoinedLines(cell.Lines))
			}
			got = append(got, strings.Join(texts, "|"))
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestSecondTableAlone: a form of which only Table II is left is read.
func TestSecondTableAlone(t *testing.T) {
	f := readOne(t, header+"Table II - Derivative Securities\n"+headsII+
		"Option\t$ 1.00\t03/05/2012\t\tM\t\t\t4,000\t03/05/2002\t03/05/2012\tCommon Stock\t4,000\t$ 0\t1,000\tD\t\n")
	if len(f.TableI) != 0 || len(f.TableII) != 1 {
		t.Errorf("%d and %d lines", len(f.TableI), len(f.TableII))
	}
}

// TestOneBoxIsNoForm: a table such as the form's under one label of its boxes may be of
// anything; two labels show that it is the form.
func TestOneBoxIsNoForm(t *testing.T) {
	const table = "\nTable I - Non-Derivative Securities\n" + headsI + "Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n"
	for text, want := range map[string]int{
		"1. Name and Address of Reporting Person FERRAND ODILE M\n":                                                                   0,
		"1. Name and Address of Reporting Person FERRAND ODILE M\t2. Issuer Name and Ticker or Trading Symbol QUILLMARK INC [QLMK]\n": 1,
	} {
		s, source := page(text + table + signatures)
		if list, _ := Read(s, source, nil); len(list) != want {
			t.Errorf("%q: %d forms, want %d", text, len(list), want)
		}
	}
}

// TestPrintsCommas: numbers of a thousand and more tell whether a document prints commas;
// years and dates are no such numbers only where there are fewer of them.
func TestPrintsCommas(t *testing.T) {
	for text, want := range map[string]bool{
		"4,000|96,000|12.50": true, "4000|96000": false, "4,000|96000": false, "4,000|5,000|96000": true, "4,000|999|100": true, "4,000|03/05/2012": true, "1000|4,000": false, "": false,
	} {
		if got := printsCommas(blocksOf(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestSplit: a title with a first box begins a form; one that is repeated on a further page
// begins none, and a form without a title begins with the document.
func TestSplit(t *testing.T) {
	const box = "1. Name and Address of Reporting Person"
	for text, want := range map[string]string{
		"FORM 4|" + box + "|a|FORM 4|b":                                                "5",
		"FORM 4|" + box + "|a|FORM 4|" + box + "|b":                                    "3 3",
		"FORM 4|" + box + "|a|FORM 4|Table II - Derivative Securities|b|FORM 4|" + box: "6 2",
		"FORM 4|" + box + "|a|SEC Form 4|FORM 4|" + box:                                "3 3",
		"FORM 4|Table I - Non-Derivative Securities|FORM 4|" + box:                     "4", // no form is open
		"FORM 4|a|FORM 4|" + box:                                                       "4",
		"a|" + box + "|b":                                                              "3",
		"a|" + box + "|b|FORM 4|" + box:                                                "3 2",
		"a|b":                                                                          "2",
		"a|FORM 4|" + box:                                                              "2",
		box + "|a|" + box + "|b":                                                       "4", // further owners of one form
		"FORM 4|" + box + "|FORM 3|" + box + "|FORM 5|" + box:                          "2 2 2",
		"FORM 4|" + box + "|FORM 3|a|" + box + "|FORM 5|b|" + box:                      "2 3 3",
	} {
		var got []string
		for _, part := range split(blocksOf(text)) {
			got = append(got, fmt.Sprint(len(part)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: parts of %s blocks, want %s", text, s, want)
		}
	}
}
