package app

import (
	"slices"
	"strconv"

	"filingview/app/field"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// sheet is one filing made ready to be drawn.
type sheet struct {
	f    *ownership.Filing
	ref  wire.Ref
	form byte // '3', '4' or '5'

	// facts are the cells outside the tables and the notes, by path; order has
	// their paths as Cells gives them. What a view draws it takes, and what no
	// view has taken is drawn as a field at the end, so that nothing is lost.
	facts map[string]ownership.Cell
	order []string
	taken map[string]bool

	tables [2]grid
	notes  []note
	byID   map[string]int // the note that a mark leads to

	codes             []string // in the order of their first use
	early, late, swap bool     // marks that the tables use

	flagged map[string]ownership.Severity // the worst finding of a cell

	repairs         []repaired        // in the order of Cells
	repairOf        map[string]int    // in repairs, by path
	values          map[string]string // of all known cells, if there are repairs
	mended, guessed bool              // marks that the page uses

	tally    *tally          // what the ledger says; nil until it does
	untold   string          // the sentence of why it does not
	lit      map[int][]words // of the notes, what supports the state of a line
	holdings []holdingRow

	rest       []string // facts that no view draws: fields at the end
	restHeader []string // and those of EDGAR's header
}

// grid is Table I or II.
type grid struct {
	number  int // 1 or 2
	rows    []ownership.Row
	columns []tableColumn
}

func (g *grid) name() string {
	if g.number == 1 {
		return "Table I"
	}
	return "Table II"
}

// stem begins the path of each of its lines.
func (g *grid) stem() string {
	if g.number == 1 {
		return "tableI["
	}
	return "tableII["
}

// path is a line's own: tableI[2].
func (g *grid) path(line int) string {
	if g.number == 1 {
		return "tableI[" + strconv.Itoa(line) + "]"
	}
	return "tableII[" + strconv.Itoa(line) + "]"
}

// newSheet makes a filing ready.
func newSheet(ref wire.Ref, f *ownership.Filing) *sheet {
	s := &sheet{f: f, ref: ref, form: f.DocumentType.V.Form(), taken: map[string]bool{}}
	if s.form == 0 {
		s.form = '4' // a form without a readable number is laid out as the most common
	}
	bare := *f
	bare.TableI, bare.TableII, bare.Footnotes = nil, nil, nil
	s.facts = map[string]ownership.Cell{}
	for c := range bare.Cells() {
		s.facts[c.Path] = c
		s.order = append(s.order, c.Path)
	}
	for i, rows := range [...][]ownership.Row{f.TableI, f.TableII} {
		s.tables[i] = grid{i + 1, rows, laidOut(rows, i+1, s.form, f.DocumentType.V.Form())}
	}
	s.gatherNotes()
	s.gatherLetters()
	s.gatherRepairs()
	s.flagged = map[string]ownership.Severity{}
	for i := range f.Findings {
		for _, path := range f.Findings[i].Paths {
			s.flagged[path] = max(s.flagged[path], f.Findings[i].Severity)
		}
	}
	s.about()
	s.factList()
	s.ownerList(0, len(f.Owners))
	s.ending()
	s.rest, s.restHeader = s.leftovers()
	return s
}

func (s *sheet) gatherLetters() {
	for t := range s.tables {
		for i := range s.tables[t].rows {
			trade := &s.tables[t].rows[i].Transaction
			if c, ok := trade.Code.Get(); ok && len(s.codes) < 50 && !slices.Contains(s.codes, c) {
				s.codes = append(s.codes, c)
			}
			s.early = s.early || trade.Timeliness.V == ownership.Early
			s.late = s.late || trade.Timeliness.V == ownership.Late
			s.swap = s.swap || trade.EquitySwapInvolved.V
		}
	}
}

// tell takes what the ledger says of the filing.
func (s *sheet) tell(t *wire.Tally, untold string) {
	s.tally, s.untold, s.lit, s.holdings = nil, untold, nil, nil
	if t != nil {
		s.tally = newTally(t)
		s.lightUp()
		s.holdings = holdingRows(t.Accounts)
	}
}

// take returns the fact of a path, to be drawn as k.
func (s *sheet) take(path string, k field.Kind) field.Datum {
	c, ok := s.facts[path]
	if !ok {
		return field.Datum{}
	}
	s.taken[path] = true
	return field.OfCell(c, k)
}

// label says in words which cell a path names.
func (s *sheet) label(path string) string { return field.Label(s.f, path) }
