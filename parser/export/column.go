package export

import (
	"strconv"
	"strings"

	"filingview/parser/ownership"
)

func keyColumn() column {
	return column{"ACCESSION_NUMBER", func(r *record) string { return r.key }}
}

func numberColumn(name string) column {
	return column{name, func(r *record) string { return strconv.Itoa(r.number) }}
}

// plain is the column of a cell whose notes have no column.
func plain[T any](name string, cell func(*record) *ownership.Value[T]) column {
	return column{name, func(r *record) string { return text(cell(r)) }}
}

// noted is the column of a cell and the column of its notes.
func noted[T any](name string, cell func(*record) *ownership.Value[T]) []column {
	return []column{plain(name, cell), {name + "_FN", func(r *record) string { return notes(&cell(r).Reading) }}}
}

// word is what a flag says in a column that shows several.
type word struct {
	name string
	flag *ownership.Value[bool]
}

// joined lists what is known to be. A flag that says no, or that XML has no yes or no
// in, names nothing. Boxes of a page that cannot be read are told of: they are no "no".
func joined(words ...word) string {
	var names []string
	unread := false
	for _, w := range words {
		if yes, known := w.flag.Get(); yes && known {
			names = append(names, w.name)
		}
		unread = unread || w.flag.State == ownership.Malformed && w.flag.How != ownership.Tagged
	}
	if unread {
		names = append(names, "Unread")
	}
	return strings.Join(names, ", ")
}

// rowCell are the columns of one cell of a row, and in which tables they are.
type rowCell struct {
	columns     []column
	derivative  bool // not in the tables of non-derivative securities
	transaction bool // not in the tables of holdings
}

func submissionColumns() []column {
	return append([]column{keyColumn()}, filingCells()...)
}

func ownerColumns() []column {
	return append(append([]column{keyColumn()}, ownerCells()...),
		column{"FILE_NUMBER", func(r *record) string { return fileNumber(&r.filing.Header, r.owner) }})
}

// fileNumber returns the SEC file number that the envelope gives the owner.
func fileNumber(h *ownership.Header, o *ownership.Owner) string {
	cik := strings.TrimLeft(text(&o.CIK), "0")
	if cik == "" {
		return ""
	}
	for i := range h.Parties {
		p := &h.Parties[i]
		if p.Role == "reporting-owner" && strings.TrimLeft(text(&p.CIK), "0") == cik {
			if number := text(&p.FileNumber); number != "" {
				return number
			}
		}
	}
	return ""
}

func footnoteColumns() []column {
	return append([]column{keyColumn(), {"FOOTNOTE_ID", func(r *record) string { return fold(r.note.ID) }}}, noteCells()...)
}

func signatureColumns() []column {
	return append([]column{keyColumn()}, signatureCells()...)
}

// lineColumns are the columns of a table of lines.
func lineColumns(number string, kind ownership.RowKind, derivative bool) []column {
	columns := []column{keyColumn(), numberColumn(number)}
	for _, c := range rowCells() {
		if c.derivative && !derivative || c.transaction && kind == ownership.Holding {
			continue
		}
		switch name := c.columns[0].name; {
		case name == "EXERCISE_DATE" && kind == ownership.Transaction:
			for i := range c.columns { // the SEC's spelling, here and not in the holdings
				c.columns[i].name = strings.Replace(c.columns[i].name, "EXERCISE", "EXCERCISE", 1)
			}
		case name == "EQUITY_SWAP_INVOLVED":
			c.columns = append(c.columns, column{"EQUITY_SWAP_TRANS_CD_FN", codingNotes})
		case name == "TRANS_FORM_TYPE" && kind == ownership.Holding:
			c.columns = append(c.columns, column{"TRANS_FORM_TYPE_FN", codingNotes})
		}
		columns = append(columns, c.columns...)
	}
	return columns
}

// codingNotes joins the notes of the cells of transactionCoding, which share one
// column: filers cite a note on the coding, not on one of its three parts.
func codingNotes(r *record) string {
	t := &r.row.Transaction
	return notes(&t.Code.Reading, &r.row.FormType.Reading, &t.EquitySwapInvolved.Reading)
}
