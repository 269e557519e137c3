package agreement_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

// kind says how two readings of a cell are compared.
type kind uint8

const (
	left    kind = iota // not compared: column.why says why
	text                // white space folded
	tick                // empty is no
	date                // however it is written
	number              // as decimals; what is none as text
	code                // one letter, as it stands
	noteSet             // footnote ids, as a set
)

// column is a column of the SEC's tables, whichever of the tables has it.
type column struct {
	name string
	kind kind
	// paths are those of the cells that it shows, below the row's own.
	paths []string
	why   string // why it is left out
}

// key reports whether the column is a date, a code, an amount, a price, A/D or D/I:
// what a filing is read for.
func (c column) key() bool { return c.kind == date || c.kind == number || c.kind == code }

const ofEDGAR = "EDGAR's envelope says it, not the form"

// columns lists every column of the SEC's eight tables: those that the printed
// form shows are compared.
func columns() []column {
	all := []column{
		{name: "ACCESSION_NUMBER", why: ofEDGAR},
		{name: "FILE_NUMBER", why: ofEDGAR},
		{name: "NONDERIV_TRANS_SK", why: "the number of the row in the export"},
		{name: "NONDERIV_HOLDING_SK", why: "the number of the row in the export"},
		{name: "DERIV_TRANS_SK", why: "the number of the row in the export"},
		{name: "DERIV_HOLDING_SK", why: "the number of the row in the export"},
		{name: "EQUITY_SWAP_TRANS_CD_FN", kind: noteSet, paths: []string{"transaction.code"}},
		{name: "TRANS_FORM_TYPE_FN", kind: noteSet, paths: []string{"formType"}},
		{name: "FOOTNOTE_ID", kind: text, paths: []string{"text"}},
		{name: "EXCERCISE_DATE", kind: date, paths: []string{"exerciseDate"}}, // of a transaction
		{name: "EXCERCISE_DATE_FN", kind: noteSet, paths: []string{"exerciseDate"}},
	}
	for _, c := range cellColumns() {
		if why := leftOut(c.name); why != "" {
			c = column{name: c.name, why: why}
		}
		all = append(all, c)
	}
	return all
}

// leftOut says why the column of a cell is not compared, or nothing.
func leftOut(name string) string {
	switch name {
	case "FILING_DATE":
		return ofEDGAR
	case "ISSUERCIK", "RPTOWNERCIK":
		return "EDGAR's key; a page has it in an address at most"
	case "TRANS_FORM_TYPE":
		return "printed for no line; on Form 5 it stands before the code at times, and not in all renderings"
	case "EQUITY_SWAP_INVOLVED":
		return "printed as a K after the code if it is set, and not otherwise"
	case "RPTOWNER_STATE_DESC":
		return "a form prints the state's code or its description, never both: RPTOWNER_STATE is compared"
	}
	return ""
}

// TestColumns: no column of the tables is forgotten, and none is listed that is not
// there.
func TestColumns(t *testing.T) {
	var names []string
	for _, rows := range exported(t, &ownership.Filing{}) {
		names = append(names, rows.columns...)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	var listed []string
	for _, c := range columns() {
		listed = append(listed, c.name)
		if (c.kind == left) != (c.why != "") || (c.kind == left) != (c.paths == nil) {
			t.Errorf("%s: is it compared, and if not, why?", c.name)
		}
	}
	slices.Sort(listed)
	if !slices.Equal(names, listed) {
		t.Errorf("the tables have the columns\n%s\nlisted are\n%s", names, listed)
	}
}

// sheet is a table as text.
type sheet struct {
	columns []string
	rows    [][]string
}

// exported returns the SEC's tables of a filing by their names.
func exported(t testing.TB, f *ownership.Filing) map[string]sheet {
	files := map[string]*bytes.Buffer{}
	w, err := export.NewWriter("sec", inMemory(files))
	if err == nil {
		err = w.Write(f)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]sheet{}
	for name, b := range files {
		var s sheet
		for line := range strings.Lines(b.String()) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if s.columns == nil {
				s.columns = cells
			} else {
				s.rows = append(s.rows, cells)
			}
		}
		all[strings.TrimSuffix(name, ".tsv")] = s
	}
	return all
}
