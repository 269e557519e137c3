package app

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

// look is how a filing is looked at.
type look struct {
	secNames, all bool
	source        bool       // is shown beside
	windows       [parts]int // windows of a part that are shown beyond the first
	drawn         [parts]int // chunks of a part that are drawn; the rest follows
	done          bool       // nothing follows
	version       int        // counts what the ledger has said
	fresh         [parts]int // of the drawn chunks, those that show the last of it
	stale         bool       // some do not
	open          []string   // paths of lines whose evidence is shown
	fellows       int        // entries of the file that the filing is of, if there are several
}

// window is how many lines, notes, … of a part are shown before it asks whether
// to show more. A filing within EDGAR's bounds has at most 99 of anything.
const window = 500

// size returns how many things a part has.
func (s *sheet) size(p part) int {
	switch p {
	case partOwners:
		return len(s.f.Owners)
	case partFindings:
		return len(s.f.Findings)
	case partRepairs:
		return len(s.repairs)
	case partLedger:
		if s.tally == nil {
			return 0
		}
		return len(s.tally.Findings)
	case partHoldings:
		return len(s.holdings)
	case partTableI:
		return len(s.f.TableI)
	case partTableII:
		return len(s.f.TableII)
	case partNotes:
		return len(s.notes)
	case partFields:
		return len(s.rest)
	case partHeader:
		return len(s.restHeader)
	case partLegend:
		if len(s.codes) == 0 && !s.early && !s.late && !s.swap && len(s.repairs) == 0 {
			return 0
		}
	}
	return 1
}

// shown returns how many of them are to be shown.
func (s *sheet) shown(p part, l *look) int { return min(s.size(p), (l.windows[p]+1)*window) }

// cost estimates the elements of the thing i of a part.
func (s *sheet) cost(p part, i int) int {
	switch p {
	case partAbout, partFacts, partEnding, partLegend:
		return 60
	case partOwners:
		return 30
	case partFindings:
		return 6 + min(len(s.f.Findings[i].Paths), maxFindingCells)
	case partRepairs:
		c := 8
		for j := range s.repairs[i].Repairs {
			c += 4 + 2*min(len(s.repairs[i].Repairs[j].Evidence), maxEvidence)
		}
		return c
	case partLedger:
		f := &s.tally.Findings[i]
		return 6 + min(len(f.Lines)+len(f.Evidence), maxFindingCells)
	case partHoldings:
		return 14
	case partTableI:
		return 8 + 2*len(s.tables[0].columns)
	case partTableII:
		return 8 + 3*len(s.tables[1].columns)
	case partNotes:
		return 6 + 2*min(len(s.notes[i].cited), maxCited)
	}
	return 4
}

// chunkCost is what a chunk costs at most, unless one thing costs more.
const chunkCost = 150

// chunks divides what is to be shown of a part, in its order.
func (s *sheet) chunks(p part, l *look) []chunk {
	var all []chunk
	from, cost, n := 0, 0, s.shown(p, l)
	for i := range n {
		c := s.cost(p, i)
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

// due are the chunks that are drawn, each with what sets it apart from the same
// chunk as it was before.
func (s *sheet) due(p part, l *look) []chunk {
	all := s.chunks(p, l)
	all = all[:min(l.drawn[p], len(all))]
	if !tells(p) {
		return all
	}
	for i := range all {
		c := &all[i]
		if c.version = l.version; i >= l.fresh[p] {
			c.version--
		}
		if p != partTableI && p != partTableII {
			continue
		}
		for _, path := range l.open {
			if g := &s.tables[p-partTableI]; strings.HasPrefix(path, g.stem()) {
				if _, n := field.Index(path); n > c.from && n <= c.to {
					c.open += path
				}
			}
		}
	}
	return all
}

// tells reports whether a part shows what the ledger says.
func tells(p part) bool {
	switch p {
	case partLedger, partHoldings, partTableI, partTableII, partNotes:
		return true
	}
	return false
}

// again has everything drawn anew, as when something else was shown meanwhile.
func (l *look) again() {
	l.drawn, l.fresh, l.done = [parts]int{}, [parts]int{}, false
}

// told has what is drawn drawn again, with what the ledger says now.
func (l *look) told() {
	l.version++
	l.fresh = [parts]int{}
	l.stale = true
}

// drawNext has so many of the next chunks drawn, in the order of the page, as one
// turn may cost, and notes whether these were the last.
func (s *sheet) drawNext(l *look) {
	spent := 0
	for p := range parts {
		l.drawn[p] = min(l.drawn[p], len(s.chunks(p, l)))
		for tells(p) && l.fresh[p] < l.drawn[p] {
			if spent >= turnCost {
				return
			}
			c := s.chunks(p, l)[l.fresh[p]]
			for i := c.from; i < c.to; i++ {
				spent += s.cost(p, i)
			}
			l.fresh[p]++
		}
		for _, c := range s.chunks(p, l)[l.drawn[p]:] {
			if spent >= turnCost {
				return
			}
			for i := c.from; i < c.to; i++ {
				spent += s.cost(p, i)
			}
			if l.fresh[p] == l.drawn[p] {
				l.fresh[p]++
			}
			l.drawn[p]++
		}
	}
	l.done, l.stale = true, false
}

// turnCost is how much is drawn in one turn, give or take a chunk.
const turnCost = 100

// drawAll has everything drawn that is to be shown.
func (s *sheet) drawAll(l *look) {
	for p := range parts {
		l.drawn[p] = len(s.chunks(p, l))
	}
	l.fresh = l.drawn
	l.done = true
}

// draw draws one chunk. It is one element, so that it can be drawn by itself.
func (s *sheet) draw(c chunk, l *look) app.UI {
	switch c.part {
	case partAbout:
		return s.about()
	case partFacts:
		return s.factList()
	case partOwners:
		return s.ownerList(c.from, c.to)
	case partFindings:
		return s.findingList(c.from, c.to)
	case partRepairs:
		return s.repairList(c.from, c.to)
	case partLedger:
		return s.ledgerFindings(c.from, c.to)
	case partHoldings:
		return s.holdingList(c.from, c.to)
	case partTableI:
		return s.lines(&s.tables[0], c.from, c.to, l.open)
	case partTableII:
		return s.lines(&s.tables[1], c.from, c.to, l.open)
	case partLegend:
		return s.legend()
	case partNotes:
		return s.noteList(c.from, c.to)
	case partEnding:
		return s.ending()
	case partFields:
		return s.fieldList(s.rest[c.from:c.to])
	}
	return s.fieldList(s.restHeader[c.from:c.to])
}

// whereIs tells which part of the filing has the element of an id, and how many
// of its things stand before it.
func (s *sheet) whereIs(id string) (part, int, bool) {
	for i := range s.notes {
		if s.notes[i].id == id {
			return partNotes, i, true
		}
	}
	if path, ok := strings.CutPrefix(id, "repair-"); ok {
		n, ok := s.repairOf[path]
		return partRepairs, n, ok
	}
	line, _, _ := strings.Cut(id, ".")
	name, n := field.Index(line)
	switch name {
	case "cell-tableI":
		return partTableI, n - 1, n > 0 && n <= len(s.f.TableI)
	case "cell-tableII":
		return partTableII, n - 1, n > 0 && n <= len(s.f.TableII)
	case "cell-footnotes", "words-footnotes":
		return partNotes, n - 1, n > 0 && n <= len(s.f.Footnotes)
	case "cell-owners":
		return partOwners, n - 1, n > 0 && n <= len(s.f.Owners)
	}
	return 0, 0, false
}
