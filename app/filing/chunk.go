package filing

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
)

// part is a part of the filing's view that is drawn by itself.
type part uint8

const (
	partAbout part = iota
	partOwners
	partFacts
	partFindings
	partRepairs
	partLedger
	partHoldings
	partTableI
	partTableII
	partLegend
	partNotes
	partEnding
	partFields
	partHeader
	parts // how many there are
)

// chunk is so much of a part that drawing it does not hold up the page.
type chunk struct {
	part     part
	from, to int
	version  int    // of what the ledger says
	open     string // the lines whose evidence is shown
}

// window is how many lines, notes, … of a part are shown before it asks whether
// to show more. A filing within EDGAR's bounds has at most 99 of anything.
const window = 500

// size returns how many things a part has.
func (v *View) size(p part) int {
	switch p {
	case partOwners:
		return len(v.f.Owners)
	case partFindings:
		return len(v.f.Findings)
	case partRepairs:
		return len(v.repairs.list)
	case partLedger:
		if v.ledger.Reconciliation == nil {
			return 0
		}
		return len(v.ledger.Findings)
	case partHoldings:
		return len(v.ledger.holdings)
	case partTableI:
		return len(v.f.TableI)
	case partTableII:
		return len(v.f.TableII)
	case partNotes:
		return len(v.notes)
	case partFields:
		return len(v.rest)
	case partHeader:
		return len(v.restHeader)
	case partLegend:
		if v.legend.empty() && v.ledger.marks() == nil {
			return 0
		}
	}
	return 1
}

// shown returns how many of them are to be shown.
func (v *View) shown(p part, l *look) int { return min(v.size(p), (l.windows[p]+1)*window) }

// cost estimates the elements of the thing i of a part.
func (v *View) cost(p part, i int) int {
	switch p {
	case partAbout, partFacts, partEnding, partLegend:
		return 60
	case partOwners:
		return 30
	case partFindings:
		return 6 + min(len(v.f.Findings[i].Paths), maxFindingCells)
	case partRepairs:
		c := 8
		for j := range v.repairs.list[i].Repairs {
			c += 4 + 2*min(len(v.repairs.list[i].Repairs[j].Evidence), maxEvidence)
		}
		return c
	case partLedger:
		f := &v.ledger.Findings[i]
		return 6 + min(len(f.Lines)+len(f.Evidence), maxFindingCells)
	case partHoldings:
		return 14
	case partTableI:
		return 8 + 2*len(v.tables[0].columns)
	case partTableII:
		return 8 + 3*len(v.tables[1].columns)
	case partNotes:
		return 6 + 2*min(len(v.notes[i].cited), maxCited)
	}
	return 4
}

// chunkCost is what a chunk costs at most, unless one thing costs more.
const chunkCost = 150

// chunks divides what is to be shown of a part, in its order.
func (v *View) chunks(p part, l *look) []chunk {
	var all []chunk
	from, cost, n := 0, 0, v.shown(p, l)
	for i := range n {
		c := v.cost(p, i)
		if i > from && cost+c > chunkCost {
			all = append(all, chunk{part: p, from: from, to: i})
			from, cost = i, 0
		}
		cost += c
	}
	if from < n {
		all = append(all, chunk{part: p, from: from, to: n})
	}
	return all
}

// showsLedger reports whether a part shows what the ledger says.
func showsLedger(p part) bool {
	switch p {
	case partLedger, partHoldings, partTableI, partTableII, partLegend, partNotes:
		return true
	}
	return false
}

// draw draws one chunk. It is one element, so that it can be drawn by itself.
func (v *View) draw(c chunk, l *look) app.UI {
	switch c.part {
	case partAbout:
		return v.card.about()
	case partFacts:
		return v.card.factList()
	case partOwners:
		return v.card.ownerList(c.from, c.to)
	case partFindings:
		return v.findingList(c.from, c.to)
	case partRepairs:
		return v.repairs.items(c.from, c.to)
	case partLedger:
		return v.ledger.findingList(c.from, c.to)
	case partHoldings:
		return v.ledger.holdingList(c.from, c.to)
	case partTableI:
		return v.lines(&v.tables[0], c.from, c.to, l.open)
	case partTableII:
		return v.lines(&v.tables[1], c.from, c.to, l.open)
	case partLegend:
		return v.legend.view(v.ledger.marks())
	case partNotes:
		return v.noteList(c.from, c.to)
	case partEnding:
		return v.card.ending()
	case partFields:
		return v.card.fieldList(v.rest[c.from:c.to])
	}
	return v.card.fieldList(v.restHeader[c.from:c.to])
}

// whereIs tells which part of the filing has the element of an id, and how many
// of its things stand before it.
func (v *View) whereIs(id string) (part, int, bool) {
	for i := range v.notes {
		if v.notes[i].id == id {
			return partNotes, i, true
		}
	}
	if path, ok := strings.CutPrefix(id, "repair-"); ok {
		n, ok := v.repairs.of[path]
		return partRepairs, n, ok
	}
	line, _, _ := strings.Cut(id, ".")
	name, n := field.Index(line)
	switch name {
	case "cell-tableI":
		return partTableI, n - 1, n > 0 && n <= len(v.f.TableI)
	case "cell-tableII":
		return partTableII, n - 1, n > 0 && n <= len(v.f.TableII)
	case "cell-footnotes", "words-footnotes":
		return partNotes, n - 1, n > 0 && n <= len(v.f.Footnotes)
	case "cell-owners":
		return partOwners, n - 1, n > 0 && n <= len(v.f.Owners)
	}
	return 0, 0, false
}
