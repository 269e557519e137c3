package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// page makes a sheet of text: a line whose fields are parted by tabs is a row of a
// table, of one table with the lines around it; another line is a paragraph.
func page(text string) (*sheet.Sheet, ownership.Source) {
	s := &sheet.Sheet{}
	table, row := int32(0), int32(0)
	inTable := false
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		start := at
		at += len(line)
		line = strings.TrimRight(line, "\n")
		if !strings.Contains(line, "\t") {
			inTable = false
			if w := words(line, start); len(w) > 0 {
				s.Blocks = append(s.Blocks, sheet.Block{Lines: [][]sheet.Word{w}})
			}
			continue
		}
		if !inTable {
			table, row, inTable = table+1, -1, true
		}
		row++
		for i, field := range strings.Split(line, "\t") {
			b := sheet.Block{Table: table, Row: row, Col: int32(i), RowSpan: 1, ColSpan: 1}
			if w := words(field, start); len(w) > 0 {
				b.Lines = [][]sheet.Word{w}
			}
			s.Blocks = append(s.Blocks, b)
			start += len(field) + 1
		}
	}
	s.Loose = true
	return s, ownership.Source{Name: "test", Format: "text", Text: text}
}

func words(s string, at int) []sheet.Word {
	var out []sheet.Word
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] != ' ' {
			end++
		}
		out = append(out, sheet.Word{Text: s[i:end], At: ownership.Span{Start: int32(at + i), End: int32(at + end)},
			Box: ownership.Box{X0: float32(i), X1: float32(end), Y1: 1}})
		i = end
	}
	return out
}

// signatures end a form.
const signatures = "\n/s/ Hester B. Quill\t03/08/2012\n** Signature of Reporting Person\tDate\n"

// readOne reads the one form of a page, which is signed if the text has no signature.
func readOne(t *testing.T, text string) *ownership.Filing {
	t.Helper()
	if !strings.Contains(text, "Signature of Reporting") {
		text += signatures
	}
	s, source := page(text)
	list, err := Read(s, source, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("%d forms, want 1", len(list))
	}
	return list[0]
}

// shown gives a cell as "value [notes] how" by its path.
func shown(f *ownership.Filing) map[string]string {
	out := map[string]string{}
	for c := range f.Cells() {
		s := c.Text()
		if c.State != ownership.Known {
			s = c.State.String() + " " + c.Raw
		}
		if len(c.Notes) > 0 {
			s += " [" + strings.Join(c.Notes, " ") + "]"
		}
		if c.How == ownership.Repaired || c.How == ownership.Guessed {
			s += " " + c.How.String()
		}
		out[c.Path] = strings.TrimSpace(s)
	}
	return out
}
