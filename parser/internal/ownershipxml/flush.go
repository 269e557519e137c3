package ownershipxml

import (
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// cellOf finds the cell that an element fills, or nil where there is none for it.
func (x *xmlReader) cellOf(f *frame) any {
	el := f.el
	switch {
	case el > firstOfRow:
		if x.row != nil {
			return ofRow(x.row, el)
		}
	case el > firstOfSignature:
		if n := len(x.f.Signatures); n > 0 {
			return ofSignature(&x.f.Signatures[n-1], el)
		}
	case el > firstOfOwner:
		if n := len(x.f.Owners); n > 0 {
			return ofOwner(&x.f.Owners[n-1], el)
		}
	case el == footnote:
		return &x.f.Footnotes[len(x.f.Footnotes)-1].Text
	default:
		return ofFiling(x.f, el)
	}
	return nil
}

// flush hands the text found so far to the cell, as one piece.
func (x *xmlReader) flush(f *frame) {
	if f.end == 0 {
		return
	}
	start, end := char.Trim(x.src, f.start, f.end)
	f.start, f.end = 0, 0
	if start == end || f.cell == nil {
		return
	}
	raw := x.src[start:end]
	if !x.utf8 || x.latin {
		if !charset.IsASCII(raw) && (x.latin || !utf8.ValidString(raw)) {
			raw = charset.FromWindows1252(raw)
			if !x.latin {
				x.f.Source.Charset = "windows-1252"
				x.find(ownership.RuleCharsetWindows1252, start, end,
					"This text is not the UTF-8 that it should be; it was read as windows-1252.")
			}
		}
	}
	f.markup = f.markup || hasMarkup(raw)
	if _, ok := plainText(raw); !ok {
		x.find(ownership.RuleXMLEntityUnknown, start, end,
			"This text has a bare “&” or an entity that XML does not know; it is shown as it stands.")
	}
	r := ownership.ReadingOf(f.cell)
	if r.Raw == "" {
		r.Raw = raw
		r.At = x.span(start, end)
	} else {
		if len(r.At) == maxPieces {
			x.bound(start, "a cell given more than "+wording.Number(maxPieces)+" times")
			return
		}
		r.Raw += " " + raw
		if len(r.At) > 0 && r.At[0].Start == r.At[0].End {
			r.At = nil
		}
		r.At = append(r.At[:len(r.At):len(r.At)], ownership.Span{Start: int32(start), End: int32(end)})
	}
}

// span gives a slice of one span out of a common stock: an allocation a cell would
// cost more than the rest of the cell.
func (x *xmlReader) span(start, end int) []ownership.Span {
	n := len(x.spans)
	x.spans = append(x.spans, ownership.Span{Start: int32(start), End: int32(end)})
	return x.spans[n : n+1 : n+1]
}

// cite adds a note to the cell that the reference stands in; one inside the
// coding as a whole belongs to the code, where the printed form shows it.
func (x *xmlReader) cite(f *frame, end, after int) {
	id := f.id
	if id == "" {
		text, _ := plainText(strings.TrimSpace(x.src[f.inner:max(f.inner, end)]))
		if id = strings.ToValidUTF8(text, "�"); id == "" || len(id) > 10 {
			x.damage(f.open, max(after, f.inner), "A footnote reference has no id, so it leads nowhere.")
			return
		}
		x.damage(f.open, max(after, f.inner), "A footnote reference has its id “"+id+"” as text, not as an attribute.")
	}
	var r *ownership.Reading
	if k := len(x.open); k > 0 && x.stack[x.open[k-1]].el > firstOfRow {
		r = ownership.ReadingOf(x.stack[x.open[k-1]].cell)
	}
	if n := len(x.stack) - 2; r == nil && n >= 0 && x.stack[n].el == transactionCoding && x.row != nil {
		if r = &x.row.FormType.Reading; x.row.Kind == ownership.Transaction {
			r = &x.row.Transaction.Code.Reading
		}
	}
	if r == nil {
		x.find(ownership.RuleXMLElementMisplaced, f.open, max(after, f.inner),
			"<"+f.name+">, a reference to footnote "+wording.Clip(id)+", stands outside the cells of a line, so it is not known what it speaks of.")
		return
	}
	if r.State == ownership.Absent {
		r.State = ownership.Blank
	}
	if len(r.Notes) == 0 {
		n := len(x.marks)
		x.marks = append(x.marks, id)
		r.Notes = x.marks[n : n+1 : n+1]
	} else {
		r.Notes = append(r.Notes, id)
	}
}
