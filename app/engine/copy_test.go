package engine

import (
	"iter"
	"slices"
	"testing"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// apart opens a file as one filing: a holding and a sale, in this order if the file is
// called form.xml, and in the other as the SEC's tables have it.
func apart(name string, _ []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		number := func(n int64) ownership.Value[ownership.Decimal] {
			return ownership.Value[ownership.Decimal]{V: ownership.NewDecimal(n, 0), Reading: ownership.Reading{State: ownership.Known}}
		}
		f := &ownership.Filing{Source: ownership.Source{Name: name, Format: "ownership-xml"}}
		f.Issuer.CIK = known("1")
		f.Owners = []ownership.Owner{{Name: known("DOE JANE"), CIK: known("7")}}
		f.TableI = []ownership.Row{
			{SecurityTitle: known("Common Stock"), SharesFollowing: number(450)},
			{Kind: ownership.Transaction, SecurityTitle: known("Common Stock"), SharesFollowing: number(8100), Transaction: ownership.Trade{Code: known("S"), Shares: number(900)}},
		}
		f.TableI[1].Ownership.V, f.TableI[1].Ownership.State = ownership.Direct, ownership.Known
		f.TableI[1].Transaction.AcquiredDisposed.V, f.TableI[1].Transaction.AcquiredDisposed.State = ownership.Disposed, ownership.Known
		if name != "form.xml" {
			f.Source.Format = "tsv"
			slices.Reverse(f.TableI)
		}
		yield(f, nil)
	}
}

// TestCopyInAnotherOrder: a copy whose lines stand in another order shows beside each line
// what the ledger says of that line.
func TestCopyInAnotherOrder(t *testing.T) {
	p := stand(t, apart)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "form.xml"}, "")
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "form345.zip"}, "")
	id, asked := 0, false
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Open && r.File == 2 && !asked {
			asked = true
			id = p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 2}}, "")
		}
	}
	p.run()
	got := p.reconciliation(id)
	printed := map[string]string{}
	for _, l := range got.Lines {
		printed[l.Line.Path] = l.Line.Printed.V.String()
		if l.Line.Filing != got.Self {
			t.Errorf("%s is a line of filing %d, want %d", l.Line.Path, l.Line.Filing, got.Self)
		}
	}
	if len(printed) != 2 || printed["tableI[0]"] != "8100" || printed["tableI[1]"] != "450" {
		t.Errorf("the lines are %v", printed)
	}
}
