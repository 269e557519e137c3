package agreement_test

import (
	"testing"

	"filingview/parser/ownership"
)

// TestMarks: a cell that is not presented as fact is known as such in the tables,
// its notes too, and the notes on A or D stand with the amount.
func TestMarks(t *testing.T) {
	f := &ownership.Filing{TableI: make([]ownership.Row, 2), TableII: make([]ownership.Row, 1)}
	f.TableI[0].Kind = ownership.Holding
	f.TableI[0].Ownership = ownership.Value[ownership.DirectIndirect]{V: ownership.Indirect, Reading: ownership.Reading{State: ownership.Known, How: ownership.Repaired, Raw: "l"}}
	r := &f.TableI[1]
	r.Kind = ownership.Transaction
	r.Transaction.Shares = ownership.Value[ownership.Decimal]{Reading: ownership.Reading{State: ownership.Malformed, Raw: "1O,000", Notes: []string{"F1"}}}
	r.Transaction.Code = ownership.Value[string]{V: "S", Reading: ownership.Reading{State: ownership.Known, How: ownership.Placed, Raw: "S"}}
	f.TableII[0].Kind = ownership.Transaction
	f.TableII[0].Transaction.AcquiredDisposed = ownership.Value[ownership.AcquiredDisposed]{V: ownership.Acquired,
		Reading: ownership.Reading{State: ownership.Known, How: ownership.Guessed, Notes: []string{"F2"}}}

	got := tablesOf(t, f)
	for _, c := range []struct {
		table, column string
		want          cell
	}{
		{"NONDERIV_HOLDING", "DIRECT_INDIRECT_OWNERSHIP", cell{"I", "repaired", "tableI[0].ownership"}},
		{"NONDERIV_TRANS", "TRANS_SHARES", cell{"1O,000", "malformed", "tableI[1].transaction.shares"}},
		{"NONDERIV_TRANS", "TRANS_SHARES_FN", cell{"F1", "malformed", "tableI[1].transaction.shares"}},
		{"NONDERIV_TRANS", "TRANS_CODE", cell{"S", "", "tableI[1].transaction.code"}},
		{"DERIV_TRANS", "TRANS_SHARES_FN", cell{"F2", "guessed", "tableII[0].transaction.shares"}},
		{"DERIV_TRANS", "TRANS_ACQUIRED_DISP_CD_FN", cell{}},
	} {
		rows := got[c.table]
		if len(rows) != 1 {
			t.Fatalf("%s has %d rows", c.table, len(rows))
		}
		if rows[0][c.column] != c.want {
			t.Errorf("%s.%s is %+v, want %+v", c.table, c.column, rows[0][c.column], c.want)
		}
	}
}
