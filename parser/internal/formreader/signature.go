package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// apart makes blocks of their own of the lines of a paragraph in which a signature's
// label stands: plain text runs them together.
func apart(blocks []sheet.Block) []sheet.Block {
	var out []sheet.Block
	for i := range blocks {
		b := &blocks[i]
		if b.Table > 0 || len(b.Lines) < 2 || !hasSignatureLine(b) {
			if out != nil {
				out = append(out, *b)
			}
			continue
		}
		if out == nil {
			out = append(out, blocks[:i]...)
		}
		for _, l := range b.Lines {
			one := *b
			one.Lines = [][]sheet.Word{l}
			out = append(out, one)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

func hasSignatureLine(b *sheet.Block) bool {
	for _, l := range b.Lines {
		if form.IsSignatureLabel(form.Folded(l)) {
			return true
		}
	}
	return false
}

// signatureReader reads the signatures.
type signatureReader struct {
	*document
	signed map[int]bool // blocks that are signatures and their labels
}

// readSignatures reads the lines that stand over "** Signature of Reporting Person"
// and "Date"; in old text forms they stand under them.
func (r *signatureReader) readSignatures() {
	from := 0
	for i := range r.blocks {
		if !form.IsSignatureLabel(form.Folded(blockWords(&r.blocks[i]))) {
			continue
		}
		found := r.signaturesAbove(from, i)
		if found == 0 {
			r.signatureBelow(i)
		}
		r.signed[i] = true
		for from = i + 1; from < len(r.blocks) && endsLabel(&r.blocks[from]); from++ {
			r.signed[from] = true
		}
	}
	if len(r.f.Signatures) == 0 {
		r.readUnlabelled()
	}
}

// readUnlabelled reads signatures that have no label: "/s/" and a name in one cell, the
// date in the next.
func (r *signatureReader) readUnlabelled() {
	for i := 0; i+1 < len(r.blocks); i++ {
		a, b := &r.blocks[i], &r.blocks[i+1]
		if a.Table == 0 || a.Table != b.Table || a.Row != b.Row || !isSigned(a) {
			continue
		}
		if rest, date := dateAtEnd(blockWords(b)); len(rest) == 0 && len(date) > 0 {
			r.signature(i, i+2)
		}
	}
}

// isSigned reports whether a block begins with the mark of a signature that was typed.
func isSigned(b *sheet.Block) bool {
	return strings.HasPrefix(strings.ToLower(printed.Joined(blockWords(b))), "/s/")
}

// endsLabel reports whether a block is what may be left of the label on a line of its
// own: "Date", or "Person" of "Signature of Reporting Person".
func endsLabel(b *sheet.Block) bool {
	return form.IsSignatureTail(form.Folded(blockWords(b)))
}

// signaturesAbove reads the rows of the label's table that stand over it, or the
// blocks before it. It returns how many signatures it found.
func (r *signatureReader) signaturesAbove(from, label int) int {
	b := &r.blocks[label]
	if b.Table == 0 {
		return r.signatureBefore(from, label)
	}
	start := label
	for start > from && r.blocks[start-1].Table == b.Table {
		start--
	}
	found, begin := 0, start
	for i := start; i < label; i++ {
		if i+1 < label && r.blocks[i+1].Row == r.blocks[begin].Row && r.blocks[i+1].Table == r.blocks[begin].Table {
			continue
		}
		if r.blocks[i].Row != b.Row && r.signature(begin, i+1) {
			found++
		}
		begin = i + 1
	}
	if found == 0 {
		return r.signatureBefore(from, label)
	}
	return found
}

// signatureBefore reads the few blocks before a label as one signature, or as several that
// each begin with "/s/".
func (r *signatureReader) signatureBefore(from, label int) int {
	start := label
	for start > from && label-start < 6 {
		b := &r.blocks[start-1]
		text := form.Folded(blockWords(b))
		if endsSignatures(text) || len(text) > 40 || start < label && b.Table != r.blocks[start].Table {
			break // another part of the form: remarks in a table, the signature below it
		}
		if n, _, _ := noteLabel(b.Lines); n > 0 {
			break // notes, which may stand right before the signature
		}
		start--
	}
	found := 0
	for begin, i := start, start; i < label; i++ {
		if i+1 < label && !(isSigned(&r.blocks[begin]) && isSigned(&r.blocks[i+1])) {
			continue
		}
		if r.signature(begin, i+1) {
			found++
		}
		begin = i + 1
	}
	return found
}

func endsSignatures(text []string) bool {
	return len(text) > 0 && (text[0] == "signatures" || text[0] == "remarks" || isDateText(text) ||
		form.HeadingOf("", text) == form.HeadingNotes || form.HasPrefix(text, "reporting", "owner"))
}

func isDateText(text []string) bool { return len(text) == 1 && text[0] == "date" }

// signature reads the blocks from start to end as name and date. Without a date or
// "/s/" it must stand right before its label, which the caller sees to.
func (r *signatureReader) signature(start, end int) bool {
	var name [][]sheet.Word
	var date []sheet.Word
	alone := slices.IndexFunc(r.blocks[start:end], func(b sheet.Block) bool {
		rest, d := dateAtEnd(blockWords(&b))
		return len(rest) == 0 && len(d) > 0
	})
	for i := start; i < end; i++ {
		for _, l := range r.blocks[i].Lines {
			rest, d := dateAtEnd(l)
			if alone >= 0 && i != start+alone {
				rest, d = l, nil // the date has a cell of its own; this one is of a name
			}
			if len(d) > 0 && date == nil {
				date = d
			}
			if len(rest) > 0 {
				name = append(name, rest)
			}
		}
	}
	if len(name) == 0 || len(date) == 0 && !strings.Contains(strings.ToLower(printed.JoinedLines(name)), "/s/") {
		return false
	}
	for i := start; i < end; i++ {
		if len(r.blocks[i].Lines) > 0 {
			r.signed[i] = true
		}
	}
	r.sign(name, date)
	return true
}

func (r *signatureReader) sign(name [][]sheet.Word, date []sheet.Word) {
	var s ownership.Signature
	printed.SetText(&r.f.Source, &s.Name, name)
	if len(date) > 0 {
		printed.Set(&r.f.Source, &s.Date, date, printed.ParseDate)
	} else {
		s.Date.State, s.Date.How = ownership.Blank, ownership.Placed
	}
	s.Name.How, s.Date.How = ownership.Labeled, ownership.Labeled
	r.f.Signatures = append(r.f.Signatures, s)
}

// dateAtEnd cuts the date off the end of a line.
func dateAtEnd(l []sheet.Word) (rest, date []sheet.Word) {
	for n := 1; n <= 3 && n <= len(l); n++ {
		if _, ok := printed.ParseDate(printed.Joined(l[len(l)-n:])); ok {
			return l[:len(l)-n], l[len(l)-n:]
		}
	}
	if n := len(l); n > 0 && looksDated(l[n-1].Text) {
		return l[:n-1], l[n-1:]
	}
	return l, nil
}

// looksDated reports whether a word can only be a date, though it names no day.
func looksDated(s string) bool {
	return strings.Count(s, "/") == 2 && strings.Trim(s, "0123456789/") == "" && len(s) >= 6
}

// signatureBelow reads name and date under their labels.
func (r *signatureReader) signatureBelow(label int) {
	var name [][]sheet.Word
	var date []sheet.Word
	i := label + 1
	for ; i < len(r.blocks) && i < label+6; i++ {
		b := &r.blocks[i]
		text := form.Folded(blockWords(b))
		if len(text) == 0 || isDateText(text) {
			continue
		}
		if len(text) > 14 || form.IsSignatureLabel(text) || endsSignatures(text) {
			break
		}
		for _, l := range b.Lines {
			rest, d := dateAtEnd(l)
			if len(d) > 0 && date == nil {
				date = d
			}
			if len(rest) > 0 && date == nil {
				name = append(name, rest)
			}
		}
		if date != nil {
			i++
			break
		}
	}
	if len(name) == 0 {
		return
	}
	for j := label + 1; j < i; j++ {
		r.signed[j] = true
	}
	r.sign(name, date)
}
