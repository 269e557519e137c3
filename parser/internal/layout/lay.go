// Package layout finds the cells of Forms 3, 4 and 5 on pages whose source gives words
// with places only: a PDF without tags, a scan, plain text. It works from what the SEC
// prints on the form and from lines, white space and ruled lines, and makes the
// blocks that the form's reader reads.
package layout

import "filingview/parser/internal/sheet"

// Lay finds the form on pages whose source gives words with places only, and makes
// blocks of it, as if the source had told its cells.
//
// What is printed on the form says where it goes on: the labels of the boxes, the
// titles and heads of the tables, the headings after them. Columns and rows are
// found anew on every page, from rules, white space and what the words are.
func Lay(pages []sheet.Page, scan bool) []sheet.Block {
	l := layout{}
	total := 0
	for i := range pages {
		if i == maxPages {
			break
		}
		if total += len(pages[i].Words); total > maxWords {
			break
		}
		l.pages = append(l.pages, cutLines(&pages[i], i, scan))
	}
	for i := range l.pages {
		p := &l.pages[i]
		for k := range p.lines {
			l.lines = append(l.lines, &p.lines[k])
		}
	}
	l.run()
	return l.out
}

// layout is the form as it is being found.
type layout struct {
	pages  []sheetPage
	lines  []*line // of all pages
	out    []sheet.Block
	table  int32
	kinds  []section // of each line
	titles []formTitleAt
}

// run goes through the lines and gives each part of the form to what lays it out.
func (l *layout) run() {
	for at := 0; at < len(l.lines); {
		end := l.sectionEnd(at)
		switch kind := l.sectionAt(at); kind {
		case sectionHeader:
			l.header(at, end)
		case sectionTableI, sectionTableII:
			l.layTable(at, end, kind == sectionTableII)
		case sectionOwners:
			l.owners(at, end)
		case sectionSignatures:
			l.signatures(at, end)
		case sectionNotes:
			l.notes(at, end)
		case sectionRemarks:
			l.remarks(at, end)
		default:
			l.plain(l.lines[at:end])
		}
		at = end
	}
}

// sectionEnd is the first line after at with which another part begins.
func (l *layout) sectionEnd(at int) int {
	kind := l.sectionAt(at)
	for i := at + 1; i < len(l.lines); i++ {
		k := l.sectionAt(i)
		if k == sectionNone || k == kind && (kind == sectionTableI || kind == sectionTableII || kind == sectionOwners || kind == sectionSignatures) {
			continue
		}
		return i
	}
	return len(l.lines)
}

// give adds a block.
func (l *layout) give(b sheet.Block) {
	b.RowSpan, b.ColSpan = 1, 1
	for i := 1; i < len(b.Lines); i++ {
		a, c := b.Lines[i-1], b.Lines[i]
		if len(a) > 0 && len(c) > 0 && endsHyphen(a[len(a)-1].Text) && goesOn(c[0].Text) {
			c[0].Glued = true
		}
	}
	l.out = append(l.out, b)
}

// paragraph gives words as a block of its own, line by line.
func (l *layout) paragraph(lines ...[]token) {
	var b sheet.Block
	for _, words := range lines {
		if w := wordsOf(words); len(w) > 0 {
			b.Lines = append(b.Lines, w)
		}
	}
	if len(b.Lines) > 0 {
		l.give(b)
	}
}

func wordsOf(words []token) []sheet.Word {
	out := make([]sheet.Word, 0, len(words))
	for i := range words {
		out = append(out, words[i].Word)
	}
	return out
}

// remarks gives what stands after "Remarks:" as one block.
func (l *layout) remarks(at, end int) {
	var all [][]token
	for _, ln := range l.lines[at:end] {
		all = append(all, ln.words)
	}
	l.paragraph(all...)
}

// endsHyphen reports whether a line was broken after the hyphen of a word.
func endsHyphen(s string) bool {
	if len(s) < 2 || s[len(s)-1] != '-' {
		return false
	}
	c := s[len(s)-2]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// goesOn reports whether text may stand right after a hyphen.
func goesOn(s string) bool {
	switch s {
	case "and", "or", "to":
		return false // "mid- and long-term"
	}
	c := s[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
