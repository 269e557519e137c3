package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// tablesIn makes blocks of a text: a line with bars is a row of a table, which goes on with
// the next such line; another line is a paragraph, an empty one ends a table.
func tablesIn(text string) (out []sheet.Block) {
	table, row := int32(0), int32(-1)
	for line := range strings.SplitSeq(text, "\n") {
		cells := blocksOf(line)
		if len(cells) == 1 {
			row = -1
			if line != "" {
				out = append(out, cells...)
			}
			continue
		}
		if row++; row == 0 {
			table++
		}
		for i := range cells {
			cells[i].Table, cells[i].Row, cells[i].Col, cells[i].RowSpan, cells[i].ColSpan = table, row, int32(i), 1, 1
		}
		out = append(out, cells...)
	}
	return out
}

const (
	titleI  = "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned"
	titleII = "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned"
	heldI   = "1. Title of Security|2. Amount of Securities Beneficially Owned|3. Ownership Form|4. Nature of Indirect"
	heldII  = "1. Title of Derivative Security|2. Date Exercisable|3. Title and Amount|4. Conversion or Exercise Price|5. Ownership Form|6. Nature of Indirect"
)

// found writes the tables that are found: their rows, cells with bars between.
func found(r *tableReader) string {
	var all []string
	for n := range r.tables {
		if r.tables[n].at < 0 {
			all = append(all, "none")
			continue
		}
		var rows []string
		for _, row := range r.tables[n].rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, printed.JoinedLines(c.Lines))
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
		all = append(all, "["+strings.Join(rows, ", ")+"]")
	}
	return strings.Join(all, " ")
}

// TestFindTables: Table I begins with "1. Title of Security", Table II with "1. Title of
// Derivative Security"; what goes on under heads of its own is added.
func TestFindTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"both", titleI + "\n" + heldI + "\nStock|100|D|\n\n" + titleII + "\n" + heldII + "\nOption||Stock|$ 1|D|", "[Stock|100|D|] [Option||Stock|$ 1|D|]"},
		{"without titles", heldI + "\nStock|100|D|\n\n" + heldII + "\nOption||Stock|$ 1|D|", "[Stock|100|D|] [Option||Stock|$ 1|D|]"},
		{"the second first", heldII + "\nOption||Stock|$ 1|D|\n\n" + heldI + "\nStock|100|D|", "[Stock|100|D|] [Option||Stock|$ 1|D|]"},
		{"on two pages", heldI + "\nStock|100|D|\n\n" + heldI + "\nUnits|200|D|", "[Stock|100|D|, Units|200|D|] none"},
		{"in one table", heldI + "\nStock|100|D|\n" + titleII + "|\n" + heldII + "\nOption||Stock|$ 1|D|", "[Stock|100|D|] [Option||Stock|$ 1|D|]"},
		{"the title within the heads' cell", "Table I|\n" + heldI + "\nStock|100|D|", "[Stock|100|D|] none"},
		{"no table", "1. Title of Security\nStock", "none none"},
		{"another table", "a|b|c|d\nStock|100|D|", "none none"},
		{"a text that speaks of a table", titleII + " " + strings.Repeat("and what is said of it ", 8) + "\n" + strings.Replace(heldI, "of Security", "of", 1) + "\nOption|100|D|", "none [Option|100|D|]"},
		{"an empty table", heldI, "[] none"},
		{"a title in many words in a table", titleI + " " + strings.Repeat("and what is said of it ", 8) + "|x\n" + heldI + "\nStock|100|D|\n\n" + heldII + "\nOption||Stock|$ 1|D|", "[Stock|100|D|] [Option||Stock|$ 1|D|]"},
	} {
		r := &tableReader{document: &document{blocks: tablesIn(c.text), f: &ownership.Filing{}}}
		r.sheet = &sheet.Sheet{Blocks: r.blocks}
		r.findTables()
		if got := found(r); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
		// The tables begin with their heads, and nothing of them stands after their end.
		for n, tab := range r.tables {
			if tab.at < 0 {
				continue
			}
			if tab.end <= tab.at || tab.end > len(r.blocks) || r.start() > tab.at || r.end() < tab.end {
				t.Errorf("%s: table %d is from %d to %d, all from %d to %d", c.name, n, tab.at, tab.end, r.start(), r.end())
			}
			if tab.end < len(r.blocks) && r.blocks[tab.end].Table == r.blocks[tab.end-1].Table && r.blocks[tab.end].Row == r.blocks[tab.end-1].Row {
				t.Errorf("%s: table %d ends within a row", c.name, n)
			}
		}
	}
}

// TestUnreadableHead: where the places of words showed the table, its first head may be
// unreadable: then the title of the table before it tells which it is. Where the source
// says which cells there are, a table without such a head is none of the form's.
func TestUnreadableHead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		given      bool
		want       string
	}{
		{"after the title of Table I", titleI + "\nl. Tit1e uf|2. Amount|3. Ownership Form|4. Nature of Indirect\nStock|100|D|", false, "[Stock|100|D|] none"},
		{"after the title of Table II", titleII + "\nl. Tit1e uf|2. Date|3. Title and Amount|4. Conversion\nOption|||$ 1", false, "none [Option|||$ 1]"},
		{"without a title", "l. Tit1e uf|2. Amount|3. Ownership Form|4. Nature of Indirect\nStock|100|D|", false, "none none"},
		{"given", titleI + "\nl. Tit1e uf|2. Amount|3. Ownership Form|4. Nature of Indirect\nStock|100|D|", true, "none none"},
		{"the owners", titleI + "\nReporting Owner Name|Director|10% Owner|Officer\nFERRAND|X||", false, "none none"},
	} {
		r := &tableReader{document: &document{blocks: tablesIn(c.text), f: &ownership.Filing{}, sheet: &sheet.Sheet{}}}
		if c.given {
			r.sheet.Blocks = r.blocks
		}
		for i := range r.blocks {
			r.blocks[i].Head = r.blocks[i].Table > 0 && r.blocks[i].Row == 0
		}
		r.findTables()
		if got := found(r); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		for i := range r.blocks {
			r.blocks[i].Head = false
		}
		if r.findTables(); strings.Trim(found(r), "none ") != "" {
			t.Errorf("%s: no cell is a head, and %s is found", c.name, found(r))
		}
	}
}

// TestTableInCell: a table that stands inside a cell does not end the one around it, and
// further pieces of a cell make no further columns.
func TestTableInCell(t *testing.T) {
	blocks := tablesIn(heldI + "\nStock|100|D|\nUnits|200|D|")
	inner := sheet.Block{Table: 2, Lines: [][]sheet.Word{words("a table in a cell", 0)}}
	piece := blocks[7]
	piece.Part = 1
	blocks = append(blocks[:8:8], append([]sheet.Block{inner, piece}, blocks[8:]...)...)
	r := &tableReader{document: &document{blocks: blocks, f: &ownership.Filing{}, sheet: &sheet.Sheet{Blocks: blocks}}}
	r.findTables()
	if got := found(r); got != "[Stock|100|D|, Units|200|D|] none" {
		t.Errorf("%s", got)
	}
	far := make([]sheet.Block, 300)
	for at, want := range map[int]bool{0: true, 199: true, 200: false, 299: false} {
		if far[at].Table = 5; containsTable(far, 5) != want {
			t.Errorf("a table that goes on %d blocks later: %t", at, !want)
		}
		far[at].Table = 0
	}
	if containsTable(nil, 5) {
		t.Error("a table goes on in nothing")
	}
}

// TestStartsOther: a row with the other table's title ends a table.
func TestStartsOther(t *testing.T) {
	for _, c := range []struct {
		text          string
		first, second bool // within Table I, within Table II
	}{
		{titleI, false, true}, {titleII, true, false}, {"Common Stock", false, false}, {"", false, false},
	} {
		b := blocksOf(c.text)[0]
		if got := [2]bool{startsOther(&b, false), startsOther(&b, true)}; got != [2]bool{c.first, c.second} {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}

// TestNoneOwned: a Form 3 says that no securities are owned outside its tables; within
// them some write it as a title, which is a line. Other forms do not say it.
func TestNoneOwned(t *testing.T) {
	const none = "No securities are beneficially owned."
	for _, c := range []struct {
		name, kind, text string
		want             bool
	}{
		{"after the tables", "3", heldI + "\n\n" + heldII + "\n\n" + none, true},
		{"before them", "3", none + "\n" + heldI, true},
		{"of an amendment", "3/A", none + "\n" + heldI, true},
		{"a line's title", "3", heldI + "\n" + none + "|0|D|", false},
		{"another form", "4", none + "\n" + heldI, false},
		{"not said", "3", heldI, false},
	} {
		r := &tableReader{document: &document{blocks: tablesIn(c.text), f: &ownership.Filing{}, sheet: &sheet.Sheet{}}}
		r.sheet.Blocks = r.blocks
		r.f.DocumentType.V = ownership.DocumentType(c.kind)
		r.findTables()
		r.noneOwned()
		if v := &r.f.NoSecuritiesOwned; v.V != c.want || (v.State == ownership.Known) != c.want {
			t.Errorf("%s: %t (%s)", c.name, v.V, v.State)
		}
	}
}

// TestReadTables: each table's lines are of its own, numbered from the first, with the cells
// that they are made of; lines in which nothing stands are none.
func TestReadTables(t *testing.T) {
	text := heldI + "\nStock|100|D|\n|||\nUnits|200|I|By Trust\n\n" + heldII + "\nOption||Stock|$ 1|D|"
	r := &tableReader{document: &document{blocks: tablesIn(text), f: &ownership.Filing{}, sheet: &sheet.Sheet{}}}
	r.blocks = append(blocksOf("FORM 3"), r.blocks...)
	r.sheet.Blocks = r.blocks
	r.findTables()
	r.readTables()
	if len(r.f.TableI) != 2 || len(r.f.TableII) != 1 {
		t.Fatalf("%d and %d lines", len(r.f.TableI), len(r.f.TableII))
	}
	if got := r.f.TableI[0].SecurityTitle.V + " " + r.f.TableI[1].SecurityTitle.V + " " + r.f.TableII[0].SecurityTitle.V; got != "Stock Units Option" {
		t.Errorf("%s", got)
	}
	for n, lines := range r.lines {
		for i, l := range lines {
			if l.Table != n || l.Index != i || fmt.Sprint(l.Columns) != fmt.Sprint(r.tables[n].columns) || len(l.Cells) == 0 {
				t.Errorf("line %d of table %d: %+v", i, n, l)
			}
		}
	}
}
