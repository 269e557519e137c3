package filing

import (
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// View is one filing made ready to be drawn.
type View struct {
	*cells
	card   card
	ledger reconciliation
	legend legend

	rest       []string // facts that no view draws: fields at the end
	restHeader []string // and those of EDGAR's header
}

// New makes a filing ready.
func New(ref wire.Ref, f *ownership.Filing) *View {
	c := newContents(ref, f)
	v := &View{cells: &cells{contents: c, repairs: newRepairs(c), flagged: map[string]ownership.Severity{}}}
	v.ledger.contents = c
	v.legend = newLegend(c, v.repairs)
	for i := range f.Findings {
		for _, path := range f.Findings[i].Paths {
			v.flagged[path] = max(v.flagged[path], f.Findings[i].Severity)
		}
	}
	// What the card draws is known once it is drawn.
	v.card = card{cells: v.cells, drawn: map[string]bool{}}
	v.card.about()
	v.card.factList()
	v.card.ownerList(0, len(f.Owners))
	v.card.ending()
	v.rest, v.restHeader = v.card.leftovers()
	return v
}

// tell takes what the ledger says of the filing, or the sentence of why it says nothing.
func (v *View) tell(t *wire.Reconciliation, failure string) { v.ledger.update(t, failure) }
