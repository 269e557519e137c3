package export

import (
	"iter"

	"filingview/parser/ownership"
)

// table is one of the SEC's tables: its columns, and which records of a filing
// are its rows.
type table struct {
	name    string
	columns []column
	rows    func(filing record) iter.Seq[record]
}

// column is a column and how to write its cell of a record.
type column struct {
	name string
	text func(*record) string
}

// record is what one row of a table is made from: the filing, and that part of
// it which the table has rows of.
type record struct {
	filing    *ownership.Filing
	key       string // ACCESSION_NUMBER
	number    int    // of the row in its table, from 1
	owner     *ownership.Owner
	row       *ownership.Row
	note      *ownership.Footnote
	signature *ownership.Signature
}

func (t *table) columnNames() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// secTables returns the tables in the order of the SEC's own description.
func secTables() []table {
	return []table{
		{"SUBMISSION", submissionColumns(), func(f record) iter.Seq[record] {
			return func(yield func(record) bool) { yield(f) }
		}},
		{"REPORTINGOWNER", ownerColumns(), func(f record) iter.Seq[record] {
			return func(yield func(record) bool) {
				for i := range f.filing.Owners {
					f.owner = &f.filing.Owners[i]
					if !yield(f) {
						return
					}
				}
			}
		}},
		{"NONDERIV_TRANS", lineColumns("NONDERIV_TRANS_SK", ownership.Transaction, false), lineRows(ownership.Transaction, false)},
		{"NONDERIV_HOLDING", lineColumns("NONDERIV_HOLDING_SK", ownership.Holding, false), lineRows(ownership.Holding, false)},
		{"DERIV_TRANS", lineColumns("DERIV_TRANS_SK", ownership.Transaction, true), lineRows(ownership.Transaction, true)},
		{"DERIV_HOLDING", lineColumns("DERIV_HOLDING_SK", ownership.Holding, true), lineRows(ownership.Holding, true)},
		{"FOOTNOTES", footnoteColumns(), func(f record) iter.Seq[record] {
			return func(yield func(record) bool) {
				for i := range f.filing.Footnotes {
					f.note = &f.filing.Footnotes[i]
					if !yield(f) {
						return
					}
				}
			}
		}},
		{"OWNER_SIGNATURE", signatureColumns(), func(f record) iter.Seq[record] {
			return func(yield func(record) bool) {
				for i := range f.filing.Signatures {
					f.signature = &f.filing.Signatures[i]
					if !yield(f) {
						return
					}
				}
			}
		}},
	}
}

// lineRows yields the lines of one kind, of Table II or Table I.
func lineRows(kind ownership.RowKind, derivative bool) func(record) iter.Seq[record] {
	return func(f record) iter.Seq[record] {
		lines := f.filing.TableI
		if derivative {
			lines = f.filing.TableII
		}
		return func(yield func(record) bool) {
			for i := range lines {
				f.row = &lines[i]
				if f.row.Kind == kind && !yield(f) {
					return
				}
			}
		}
	}
}
