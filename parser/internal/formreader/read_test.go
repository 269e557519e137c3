package formreader

import (
	"errors"
	"strings"
	"testing"

	"filingview/parser/internal/plausible"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

const oneSale = "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n" + headsI + "Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n"

// TestReadCells: where a source gives the cells of tables in a row, without their rows, the
// heads tell how many a row has; if a cell is not told, the blocks are not trusted and the
// form is looked for by the places of words.
func TestReadCells(t *testing.T) {
	for _, c := range []struct {
		name string
		rows string
		want int // lines of Table I; -1 for no form
	}{
		{"whole rows", "Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n", 1},
		{"two rows", strings.Repeat("Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n", 2), 2},
		{"a cell is not told", "Common Stock\t03/05/2012\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n", -1},
	} {
		s, source := page(header + "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n" +
			"1.Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any\t3. Transaction Code\t4. Securities Acquired (A) or Disposed of (D)\t5. Amount of Securities Beneficially Owned\t6. Ownership Form\t7. Nature of Indirect\n" +
			"Code\tV\tAmount\t(A) or (D)\tPrice\n" + c.rows + "Signatures\n" + signatures)
		s.Cells, s.Loose = true, false
		x := float32(0)
		for i := range s.Blocks {
			s.Blocks[i].Table, s.Blocks[i].Row, s.Blocks[i].Col = 0, 0, 0
			if len(s.Blocks[i].Lines) > 0 && strings.HasPrefix(s.Blocks[i].Lines[0][0].Text, "Common") {
				x = 0 // each row begins at the left
			}
			for _, l := range s.Blocks[i].Lines {
				for k := range l {
					l[k].Box.X0, l[k].Box.X1 = x, x+5
					x += 10
				}
			}
			if i > 0 && len(s.Blocks[i].Lines) > 0 && strings.HasPrefix(s.Blocks[i].Lines[0][0].Text, "1.Title") {
				for _, l := range s.Blocks[i].Lines {
					for k := range l {
						l[k].Box.X0, l[k].Box.X1 = 0, 5
					}
				}
			}
		}
		list, err := Read(s, source, nil)
		if c.want < 0 {
			if !errors.Is(err, ErrNone) || len(list) != 0 {
				t.Errorf("%s: %d forms, %v", c.name, len(list), err)
			}
			continue
		}
		if err != nil || len(list) != 1 || len(list[0].TableI) != c.want {
			t.Errorf("%s: %d forms, %v", c.name, len(list), err)
		}
	}
}

// TestReadNone: a sheet without a form says so, and gives nothing.
func TestReadNone(t *testing.T) {
	for _, text := range []string{"", "A letter to the holders.\n", header, oneSale} {
		s, source := page(text)
		if list, err := Read(s, source, nil); !errors.Is(err, ErrNone) || list != nil {
			t.Errorf("%.40q: %d forms, %v", text, len(list), err)
		}
	}
	if list, err := Read(&sheet.Sheet{}, ownership.Source{}, nil); list != nil || !errors.Is(err, ErrNone) {
		t.Errorf("an empty sheet: %d forms, %v", len(list), err)
	}
}

// TestReadMany: forms are read in their order; one that cannot be shown is told by the error,
// and the others are given; one that breaks off is given up, with those before it.
func TestReadMany(t *testing.T) {
	whole := header + oneSale + signatures
	other := strings.ReplaceAll(whole, "QUILLMARK INC [QLMK]", "MARLOW WORKS [MRLW]")
	s, source := page(whole + other)
	list, err := Read(s, source, nil)
	if err != nil || len(list) != 2 || list[0].Issuer.TradingSymbol.V != "QLMK" || list[1].Issuer.TradingSymbol.V != "MRLW" {
		t.Fatalf("%d forms, %v", len(list), err)
	}
	cut := strings.Index(whole, "Common Stock")
	s, source = page(whole + other[:cut])
	s.Broken = true
	if list, err := Read(s, source, nil); !errors.Is(err, ErrCut) || len(list) != 1 {
		t.Errorf("the second breaks off: %d forms, %v", len(list), err)
	}
	var refusal *plausible.Refusal
	if errors.As(err, &refusal) {
		t.Errorf("two good forms are refused: %v", err)
	}
}
