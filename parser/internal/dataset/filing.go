package dataset

import (
	"iter"
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// filings yields what the set holds.
func (s *set) filings(left *budget) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		for _, e := range s.said {
			if !yield(nil, e) {
				return
			}
		}
		n := len(s.tables[submission].rows)
		if n == 0 {
			yield(nil, refuse(refusal.ErrForm, "its SUBMISSION.tsv has no line"))
			return
		}
		for i := range n {
			if s.skipped[int32(i)] {
				continue
			}
			if left.filings == 0 {
				yield(nil, &refusal.Error{Format: what, Kind: refusal.ErrBound,
					Reason: "This is " + what + " with more than " + wording.Number(maxFilings) + " filings; " + wording.Number(n-i) + " of its " + wording.Number(n) + " are not read.",
					Advice: "Open a quarter at a time."})
				return
			}
			left.filings--
			f, err := s.filing(int32(i))
			if !yield(f, err) {
				return
			}
		}
	}
}

// builder makes one filing.
type builder struct {
	set    *set
	f      *ownership.Filing
	text   string // the excerpt
	spans  []ownership.Span
	pieces []piece
	seen   [kinds]bool
}

// filing makes the filing of a line of SUBMISSION.tsv.
func (s *set) filing(n int32) (*ownership.Filing, error) {
	var rows [kinds][]*row
	cells := 0
	for k, t := range s.tables {
		rows[k] = t.rowsOf(n)
		if most := map[bool]int{true: maxRows}[kind(k).isLines()] + map[kind]int{submission: 1, reportingOwner: maxOwners, footnotes: maxNotes, ownerSignature: maxOwners}[kind(k)]; len(rows[k]) > most {
			return nil, &refusal.Error{File: s.name + "/" + s.accession(n), Format: what, Kind: refusal.ErrBound, Place: "accession number " + s.accession(n),
				Reason: "A filing of this data set has " + lines(len(rows[k])) + " in " + kind(k).String() + ", of which " + wording.Number(most) + " at most are read, so it is not read.",
				Advice: "Open the filing's XML or .txt from EDGAR instead."}
		}
		cells += len(rows[k]) * 12
	}
	repeated := s.dropRepeated(n, &rows)
	text, places := s.excerpt(&rows)
	b := builder{set: s, text: text, spans: make([]ownership.Span, 0, cells), f: &ownership.Filing{Source: ownership.Source{
		Name: s.name + "/" + s.accession(n), Format: "tsv", Envelope: "form345", Charset: "utf-8", Text: text}}}
	for _, t := range s.tables {
		if t.utf16 {
			b.f.Source.Charset = "utf-16"
		}
	}
	b.room(&rows)
	for i := range places {
		b.seen[places[i].kind] = true
		b.line(&places[i])
	}
	b.tell(repeated)
	return b.f, nil
}

// accession is the key of a line of SUBMISSION.tsv, for the name of its filing.
func (s *set) accession(n int32) string {
	t := s.tables[submission]
	text := t.lineAt(int(t.rows[n].at))
	p := split(nil, text, 0, t.quoted)[t.key]
	return wording.Clip(shown(strings.ReplaceAll(strings.TrimSpace(text[p.start:p.end]), "/", "_")))
}

// room makes room for the parts of the filing: they are large, and of thousands of filings
// none keeps spare memory.
func (b *builder) room(rows *[kinds][]*row) {
	f := b.f
	f.Owners = slices.Grow(f.Owners, len(rows[reportingOwner]))
	f.TableI = slices.Grow(f.TableI, len(rows[nonderivTrans])+len(rows[nonderivHolding]))
	f.TableII = slices.Grow(f.TableII, len(rows[derivTrans])+len(rows[derivHolding]))
	f.Footnotes = slices.Grow(f.Footnotes, len(rows[footnotes]))
	f.Signatures = slices.Grow(f.Signatures, len(rows[ownerSignature]))
}

// line reads one line.
func (b *builder) line(at *place) {
	t, f := b.set.tables[at.kind], b.f
	b.pieces = split(b.pieces[:0], b.text[:at.end], at.start, t.quoted)
	span := ownership.Span{Start: int32(at.start), End: int32(at.end)}
	var cell func(column string) any
	var first *ownership.Value[string] // what shows a line that cannot be taken apart
	var done func()
	switch at.kind {
	case submission:
		cell = func(column string) any { return ofFiling(f, column) }
	case reportingOwner:
		f.Owners = append(f.Owners, ownership.Owner{})
		o := &f.Owners[len(f.Owners)-1]
		cell = func(column string) any { return ofOwner(o, column) }
		first = &o.Name
		parties := len(f.Header.Parties)
		done = func() { // the file number, which is a fact of EDGAR's envelope, is of this owner
			for i := range f.Header.Parties[parties:] {
				f.Header.Parties[parties+i].CIK = o.CIK
			}
		}
	case footnotes:
		f.Footnotes = append(f.Footnotes, ownership.Footnote{})
		n := &f.Footnotes[len(f.Footnotes)-1]
		cell = func(column string) any { return ofFootnote(n, column) }
		first = &n.Text
		done = func() {
			if n.Text.State == ownership.Absent { // the line is there, so the note is
				n.Text.State, n.Text.At = ownership.Blank, b.span(at.end, at.end)
			}
		}
	case ownerSignature:
		f.Signatures = append(f.Signatures, ownership.Signature{})
		s := &f.Signatures[len(f.Signatures)-1]
		cell = func(column string) any { return ofSignature(s, column) }
		first = &s.Name
	default:
		rows := &f.TableI
		if at.kind >= derivTrans {
			rows = &f.TableII
		}
		*rows = append(*rows, ownership.Row{At: span})
		r := &(*rows)[len(*rows)-1]
		if at.kind == nonderivTrans || at.kind == derivTrans {
			r.Kind = ownership.Transaction
		}
		cell = func(column string) any { return ofRow(r, column) }
		first = &r.SecurityTitle
	}
	if !t.fits(b.text, b.pieces) {
		b.odd(at, first)
		return
	}
	last := b.cells(at, cell)
	if t.torn[at.row.at] {
		b.tear(at, last)
	}
	if done != nil {
		done()
	}
}

// cells fills the cells of a line, and returns the one that it ends with.
func (b *builder) cells(at *place, cell func(column string) any) (last any) {
	t, f := b.set.tables[at.kind], b.f
	for i, c := range t.columns {
		p := b.pieces[i]
		if p.start == p.end || c.name == "" {
			continue
		}
		switch {
		case c.notes != "":
			b.cite(cell(c.notes), p, i)
		case i == t.key || i == t.number:
			if at.kind == submission {
				b.fill(&f.Header.AccessionNumber, p)
			}
		case c.name == "FOOTNOTE_ID":
			f.Footnotes[len(f.Footnotes)-1].ID = b.word(p)
		case c.name == "FILE_NUMBER":
			b.party(p)
		case c.name == "RPTOWNER_RELATIONSHIP":
			b.relationship(&f.Owners[len(f.Owners)-1], p)
		default:
			last = cell(c.name)
			b.fill(last, p)
		}
	}
	return last
}

// word is the text of a cell that is no cell of the filing.
func (b *builder) word(p piece) string {
	start, end := char.Trim(b.text, p.start, p.end)
	return strings.ToValidUTF8(b.text[start:end], "�")
}

// cite adds notes to the cell that they are cited on.
func (b *builder) cite(cell any, p piece, column int) {
	ids := strings.FieldsFunc(b.word(p), func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
	if len(ids) == 0 {
		return
	}
	r := ownership.ReadingOf(cell)
	if r.Notes = append(r.Notes, ids...); r.State != ownership.Absent {
		return
	}
	r.State = ownership.Blank
	at := p.start // where the cell is empty: before its notes
	if column > 0 {
		at = b.pieces[column-1].start
	}
	r.At = b.span(at, at)
}

// relationship reads what the owner is to the issuer: the words of the flags that are set.
// One that is not listed may say no, or not be there.
func (b *builder) relationship(o *ownership.Owner, p piece) {
	unknown := false
	for start := p.start; start <= p.end; {
		end := p.end
		if i := strings.IndexAny(b.text[start:p.end], ",;"); i >= 0 {
			end = start + i
		}
		from, to := char.Trim(b.text, start, end)
		if cell := flagOf(o, strings.ToLower(b.text[from:to])); cell != nil {
			cell.V, cell.State, cell.Raw, cell.At = true, ownership.Known, b.text[from:to], b.span(from, to)
		} else if from < to {
			unknown = true
		}
		start = end + 1
	}
	if !unknown {
		return
	}
	// Which boxes another word stands for is not known.
	r := &o.Relationship
	start, end := char.Trim(b.text, p.start, p.end)
	for _, cell := range [...]*ownership.Value[bool]{&r.IsDirector, &r.IsOfficer, &r.IsTenPercentOwner, &r.IsOther} {
		if cell.State == ownership.Absent {
			cell.State, cell.How, cell.Raw, cell.At = ownership.Malformed, ownership.Labeled, b.word(p), b.span(start, end)
		}
	}
}

// party keeps the file number of an owner.
func (b *builder) party(p piece) {
	party := ownership.Party{Role: "reporting-owner"}
	b.fill(&party.FileNumber, p)
	if party.FileNumber.Present() {
		b.f.Header.Parties = append(b.f.Header.Parties, party)
	}
}

// span gives a slice of one span out of a common stock.
func (b *builder) span(start, end int) []ownership.Span {
	n := len(b.spans)
	b.spans = append(b.spans, ownership.Span{Start: int32(start), End: int32(end)})
	return b.spans[n : n+1 : n+1]
}
