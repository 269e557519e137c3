// Package formreader reads Forms 3, 4 and 5 from a sheet: words with places, in blocks
// that a page, a PDF or plain text gave, or that their layout showed.
//
// It goes by what the SEC prints on the form, the headings and their numbers, never
// by who printed it: [Read] finds where each form begins, its boxes, its tables by
// their heads, its notes and signatures; each cell is typed by what its column can
// hold. What a machine misread is repaired on evidence only, and the cell keeps what
// the document says beside what it is read as.
package formreader

import (
	"errors"
	"slices"
	"strings"

	"filingview/parser/internal/ending"
	"filingview/parser/internal/form"
	"filingview/parser/internal/halves"
	"filingview/parser/internal/layout"
	"filingview/parser/internal/plausible"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/repair"
	"filingview/parser/internal/sheet"
	"filingview/parser/internal/spacer"
	"filingview/parser/ownership"
)

// ErrNone is the error of a sheet on which there is no Form 3, 4 or 5.
var ErrNone = errors.New("no Form 3, 4 or 5 is on it")

// ErrCut is the error of a sheet whose last form breaks off where the source does. The
// filings before it are given.
var ErrCut = errors.New("it is cut off before the form ends")

// Bounds of what one form may hold; EDGAR takes 30 rows, 99 notes and 10 owners.
const (
	maxRows  = 20_000
	maxNotes = 10_000
	maxForms = 1_000
)

// Envelope gives a form what the envelope around its sheet says; only is set where no other
// form is on the sheet.
type Envelope func(f *ownership.Filing, only bool)

// Read reads the forms on a sheet, in their order. Each is a filing with the source
// that is given. The error is ErrNone where there is none, ErrCut where the source ends
// within one, and a *plausible.Refusal where there are some of which one at least is not
// shown, since it was read as no form can be.
//
// Each gets what the envelope around the sheet says, if there is one.
func Read(s *sheet.Sheet, source ownership.Source, around Envelope) ([]*ownership.Filing, error) {
	blocks := s.Blocks
	if blocks == nil {
		blocks = layout.Lay(s.Pages, s.Scan)
	} else if s.Cells {
		cells, whole := regroup(blocks)
		if blocks = cells; !whole || !inOrder(blocks) {
			blocks = layout.Lay(s.Pages, s.Scan)
		}
	}
	blocks = halves.Join(spacer.Drop(blocks))
	var filings []*ownership.Filing
	var refused error
	parts := split(blocks)
	for i, part := range parts {
		r := reader{document: document{sheet: s, blocks: apart(part), f: &ownership.Filing{Source: source}}}
		if !r.read() {
			continue
		}
		if r.ending(i+1 < len(parts)) == ending.None {
			return filings, ErrCut
		}
		if err := r.check(around, len(parts) == 1); err != nil {
			if refused == nil {
				refused = err
			}
			continue
		}
		if filings = append(filings, r.f); len(filings) == maxForms {
			break
		}
	}
	if len(filings) == 0 && refused == nil {
		return nil, ErrNone
	}
	return filings, refused
}

// reader reads one form: the readers of its parts in the order in which one needs what
// another found.
type reader struct {
	document
	boxes   boxes
	tables  tableReader
	signed  map[int]bool       // blocks that are signatures and their labels
	corners [form.Corners]bool // see ending.Form
}

// read reads the form, and reports whether there is one.
func (r *reader) read() bool {
	r.tables.document = &r.document
	r.tables.findTables()
	r.header = r.blocks[:r.tables.start()]
	r.damaged = r.sheet.Scan || r.sheet.Loose && looksMisread(r.blocks)
	r.boxes = readBoxes(r.header)
	if r.damaged {
		r.boxes.dropSpecks()
	}
	if !r.isForm() {
		return false
	}
	header := headerReader{&r.document, &r.boxes}
	header.readHeader()
	ticks := tickReader{document: &r.document, boxes: &r.boxes}
	ticks.readTicks()
	r.corners = ticks.found
	signatures := signatureReader{&r.document, map[int]bool{}}
	signatures.readSignatures()
	r.signed = signatures.signed
	notes := noteReader{document: &r.document, signed: signatures.signed}
	notes.readNotes()
	r.tables.noneOwned()
	owners := ownerReader{&r.document, &r.boxes, r.tables.end()}
	owners.readOwners()
	ticks.readJoint()
	r.tables.readTables()
	r.repair(notes.unlabelled)
	return true
}

// check asks whether what was read looks like a form, and gives it what the envelope says,
// which tells nothing of whether the boxes and the columns were found. One of which nothing
// is odd but that no name is read may have it from there.
func (r *reader) check(around Envelope, only bool) error {
	f := plausible.Form{Filing: r.f, Blocks: r.blocks, Given: r.given(), Misread: r.damaged}
	err := plausible.Check(f)
	var odd *plausible.Refusal
	again := errors.As(err, &odd) && odd.Nameless
	if around != nil && (err == nil || again) {
		if around(r.f, only); again {
			err = plausible.Check(f)
		}
	}
	return err
}

// ending tells whether the form is whole; more is set where another begins after it.
func (r *reader) ending(more bool) ending.Verdict {
	f := ending.Form{Filing: r.f, Blocks: r.blocks, Signed: r.signed, Broken: r.sheet.Broken && !more, Uneven: r.sheet.Uneven, Scan: r.damaged, More: more, Found: r.boxes.found, Corners: r.corners}
	for i := range r.tables.tables {
		t := &r.tables.tables[i]
		f.Tables[i], f.Columns[i], f.Mixed[i], f.Wide[i] = t.end, t.columns, t.mixed, t.wide
	}
	return ending.Check(&f)
}

// isForm asks for the form's own words: the boxes of its header, and one of its
// tables.
func (r *reader) isForm() bool {
	if r.tables.tables[0].at < 0 && r.tables.tables[1].at < 0 {
		return false
	}
	known := 0
	for _, b := range [...]form.Box{form.BoxOwner, form.BoxIssuer, form.BoxPeriod, form.BoxRelationship} {
		if r.boxes.has(b) {
			known++
		}
	}
	return known >= 2
}

// split cuts blocks at the titles of forms, so that each part holds one. A title
// that is repeated on further pages without the first box begins none.
func split(blocks []sheet.Block) [][]sheet.Block {
	var starts []int
	title, open := -1, false
	for i := range blocks {
		switch {
		case isFormTitle(&blocks[i]):
			if title < 0 {
				title = i
			}
			if open {
				title, open = i, false
			}
		case startsBox(&blocks[i], form.BoxOwner):
			if title >= 0 {
				starts = append(starts, title)
				title = -1
			} else if len(starts) == 0 {
				starts = append(starts, 0)
			}
			open = true
		case title >= 0 && len(starts) > 0 && form.TableTitle(form.Folded(blockWords(&blocks[i]))) > 0:
			title, open = -1, true // a table without the first box goes on with the form before
		}
	}
	if len(starts) == 0 {
		return [][]sheet.Block{blocks}
	}
	var parts [][]sheet.Block
	for i, s := range starts {
		end := len(blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		parts = append(parts, blocks[s:end])
	}
	return parts
}

// printsCommas reports whether most numbers of a thousand and more have commas.
func printsCommas(blocks []sheet.Block) bool {
	with, without := 0, 0
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for _, w := range l {
				if _, ok := printed.ParseNumber(w.Text); !ok {
					continue
				}
				switch {
				case strings.Contains(w.Text, ","):
					with++
				case len(w.Text) > 3 && form.IsDigits(w.Text):
					without++
				}
			}
		}
	}
	return with > without
}

// repair reads again what a machine misread, where letters may be others, and tells
// of cells that were shifted, where nothing says which cells there are.
func (r *reader) repair(unlabelled [][][]sheet.Word) {
	if !r.damaged && r.given() {
		return
	}
	for i := range r.f.TableI {
		r.tables.lines[0][i].Row = &r.f.TableI[i]
	}
	for i := range r.f.TableII {
		r.tables.lines[1][i].Row = &r.f.TableII[i]
	}
	lines := &r.tables.lines
	d := repair.Document{Filing: r.f, Lines: slices.Concat(lines[0], lines[1]), Blocks: r.blocks, Unlabelled: unlabelled,
		Scan: r.sheet.Scan, ReadTwice: r.tables.readTwice}
	if r.damaged {
		d.Commas = printsCommas(r.blocks)
		repair.Damaged(d)
	} else {
		repair.Shifted(d)
	}
}
