package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// blocksOf makes blocks of the cells of a text, with bars between.
func blocksOf(text string) []sheet.Block {
	var out []sheet.Block
	for _, s := range strings.Split(text, "|") {
		var b sheet.Block
		if w := words(s, 0); len(w) > 0 {
			b.Lines = [][]sheet.Word{w}
		}
		out = append(out, b)
	}
	return out
}

// TestHeadCells: the heads of a table say how many columns it has; a head over several
// columns counts as those that stand below it.
func TestHeadCells(t *testing.T) {
	const upper = "1. Title of Security|2. Transaction Date|3. Transaction Code|4. Securities Acquired (A) or Disposed of (D)|5. Amount Owned"
	for _, c := range []struct {
		name, cells        string
		width, count, rows int
		spans              string
	}{
		{"one row", "1. Title of Security|2. Transaction Date|3. Kind|4. Amount|Common Stock", 4, 4, 1, "[0 0 0 0]"},
		{"two rows", upper + "|Code|V|Amount|(A) or (D)|Price|Common Stock", 8, 10, 2, "[0 0 2 3 0]"},
		{"a lower head with two words more", upper + "|Code (Instr. 8)|V|Amount|(A) or (D)|Price|Common Stock", 8, 10, 2, "[0 0 2 3 0]"},
		{"with three words more", upper + "|Code of the trade|V|Amount|(A) or (D)|Price|Common Stock", 5, 5, 1, "[0 0 0 0 0]"},
		{"one lower head missing", upper + "|Code|V|Amount|(A) or (D)", 6, 7, 2, "[0 0 2 0 0]"},
		{"three heads", "1. Title of Security|2. Transaction Date|3. Kind|Common Stock", 0, 0, 0, "[]"},
		{"of derivatives", "1. Title of Derivative Security|2. Price|3. Date|9. Number|10. Form|11. Nature|Option", 6, 6, 1, "[0 0 0 0 0 0]"},
		{"without a title", "1. Name of Issuer|2. Price|3. Date|4. Amount", 0, 0, 0, "[]"},
		{"a title that comes late", "1. This is no title of a table|2. Price|3. Date|4. Amount", 0, 0, 0, "[]"},
		{"a title of three words", "1. Title of|2. Price|3. Date|4. Amount", 4, 4, 1, "[0 0 0 0]"},
		{"a title without its number", "Title of|2. Price|3. Date|4. Amount", 0, 0, 0, "[]"},
		{"nothing", "", 0, 0, 0, "[]"},
		{"owners", "Reporting Owner Name / Address|Relationships|Director|10% Owner|Officer|Other|FERRAND ODILE M", 5, 6, 2, "[0 4]"},
		{"owners without a role", "Reporting Owner Name / Address|Relationships|Director|10% Owner|Officer", 0, 0, 0, "[]"},
		{"the first owner's name", "Reporting Owner Name and Address of the First Person|Relationships|Director|10% Owner|Officer|Other", 0, 0, 0, "[]"},
	} {
		h, width := headCells(blocksOf(c.cells))
		if width != c.width || h.count != c.count || h.rows != c.rows || fmt.Sprint(h.spans) != c.spans {
			t.Errorf("%s: %d columns, %+v", c.name, width, h)
		}
	}
	if _, width := headCells(nil); width != 0 {
		t.Errorf("no cells have %d columns", width)
	}
}

// TestRegroup: cells that come in a row are the rows of the table that their heads
// begin, and what is left over is told.
func TestRegroup(t *testing.T) {
	const heads = "Before|1. Title of Security|2. Date|3. Kind|4. Amount"
	for _, c := range []struct {
		name, cells, want string // row and column of each cell of a table
		whole             bool
	}{
		{"two rows", heads + "|Stock|03/05/2012|S|10|Stock|03/06/2012||20", "Before; 0.0 1. Title of Security; 0.1 2. Date; 0.2 3. Kind; 0.3 4. Amount; 1.0 Stock; 1.1 03/05/2012; 1.2 S; 1.3 10; 2.0 Stock; 2.1 03/06/2012; 2.2 ; 2.3 20", true},
		{"a part of the form after them", heads + "|Stock|03/05/2012|S|10|Explanation of Responses:", "Before; 0.0 1. Title of Security; 0.1 2. Date; 0.2 3. Kind; 0.3 4. Amount; 1.0 Stock; 1.1 03/05/2012; 1.2 S; 1.3 10; Explanation of Responses:", true},
		{"a cell too many", heads + "|Stock|03/05/2012|S|10|Stock", "Before; 0.0 1. Title of Security; 0.1 2. Date; 0.2 3. Kind; 0.3 4. Amount; 1.0 Stock; 1.1 03/05/2012; 1.2 S; 1.3 10; Stock", false},
		{"empty cells after them", heads + "|Stock|03/05/2012|S|10||", "Before; 0.0 1. Title of Security; 0.1 2. Date; 0.2 3. Kind; 0.3 4. Amount; 1.0 Stock; 1.1 03/05/2012; 1.2 S; 1.3 10; ; ", true},
	} {
		out, whole := regroup(blocksOf(c.cells))
		var got []string
		for _, b := range out {
			s := printed.JoinedLines(b.Lines)
			if b.Table > 0 {
				s = fmt.Sprintf("%d.%d %s", b.Row, b.Col, s)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want || whole != c.whole {
			t.Errorf("%s:\n%s, %t, want\n%s", c.name, s, whole, c.want)
		}
	}
}

// at puts the words of blocks at places: each block's number of letters from the left.
func at(blocks []sheet.Block, x ...float32) []sheet.Block {
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for k := range l {
				width := l[k].Box.X1 - l[k].Box.X0
				l[k].Box.X0 += x[i]
				l[k].Box.X1 = l[k].Box.X0 + width
			}
		}
	}
	return blocks
}

// TestOwnerCells: a row of the table of owners begins left of the first mark's column, and
// each mark is of the column whose head stands nearest.
func TestOwnerCells(t *testing.T) {
	const heads = "Reporting Owner Name / Address|Relationships|Director|10% Owner|Officer|Other"
	for _, c := range []struct {
		name, cells string
		x           []float32
		want        string
		end         int
	}{
		{"two owners", "|FERRAND ODILE|X|CEO|OMF HOLDINGS|X", []float32{0, 100, 160, 0, 120}, "FERRAND ODILE|X||CEO|;OMF HOLDINGS||X||", 11},
		{"a mark left of its head", "|FERRAND ODILE|X", []float32{0, 97}, "FERRAND ODILE|X|||", 8},
		{"what begins further left", "|FERRAND ODILE|X", []float32{0, 96}, "FERRAND ODILE||||;X||||", 8},
		{"an empty cell", "|FERRAND ODILE||X", []float32{0, 0, 180}, "FERRAND ODILE||||X", 9},
		{"another part of the form", "|FERRAND ODILE|X|Signatures|/s/ Odile", []float32{0, 100, 0, 0}, "FERRAND ODILE|X|||", 8},
		{"a mark before any name", "|X|FERRAND ODILE", []float32{100, 0}, "|X|||;FERRAND ODILE||||", 8},
		{"nothing", "", nil, "", 6},
	} {
		blocks := at(blocksOf(heads+c.cells), append([]float32{0, 100, 100, 120, 160, 180}, c.x...)...)
		out, end := ownerCells(blocks, 0, 7)
		var rows []string
		for i, b := range out {
			if b.Table != 7 || b.Col != int32(i%5) || b.Row != int32(2+i/5) {
				t.Errorf("%s: cell %d is in table %d, row %d, column %d", c.name, i, b.Table, b.Row, b.Col)
			}
			if i%5 == 0 {
				rows = append(rows, printed.JoinedLines(b.Lines))
			} else {
				rows[len(rows)-1] += "|" + printed.JoinedLines(b.Lines)
			}
		}
		if got := strings.Join(rows, ";"); got != c.want || end != c.end {
			t.Errorf("%s: %q up to %d, want %q up to %d", c.name, got, end, c.want, c.end)
		}
	}
}

// TestInOrder: the cells of a row that was found again stand from left to right, the first
// below its head: else a cell is not told, and all after it have slid.
func TestInOrder(t *testing.T) {
	const cells = "1. Title of Security|2. Date|3. Kind|4. Amount|Stock|03/05/2012|S|10"
	for _, c := range []struct {
		name string
		x    []float32 // of the cells of the row
		want bool
	}{
		{"below their heads", []float32{100, 150, 200, 250}, true},
		{"the first a little to the right", []float32{160, 170, 200, 250}, true},
		{"the first under another head", []float32{161, 170, 200, 250}, false},
		{"the first to the left", []float32{90, 150, 200, 250}, true},
		{"two at one place", []float32{100, 150, 150, 250}, false},
		{"back to the left", []float32{100, 150, 140, 250}, false},
	} {
		out, whole := regroup(at(blocksOf(cells), append([]float32{100, 150, 200, 250}, c.x...)...))
		if got := whole && inOrder(out); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	// A row without a title begins right of the titles' column.
	for x, want := range map[float32]bool{150: true, 104: true, 103: false} {
		out, _ := regroup(at(blocksOf("1. Title of Security|2. Date|3. Kind|4. Amount||03/05/2012|S|10"), 100, 150, 200, 250, 0, x, 200, 250))
		if got := inOrder(out); got != want {
			t.Errorf("a date at %v: %t", x, got)
		}
	}
}
