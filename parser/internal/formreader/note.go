package formreader

import (
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// paragraph is one explanation as it is being gathered.
type paragraph struct {
	number int // 0 for none
	lines  [][]sheet.Word
	label  []sheet.Word
	// ordered is set where not the label tells the number but the place among the others.
	ordered bool
}

// noteReader reads the explanations and the remarks.
type noteReader struct {
	*document
	signed     map[int]bool     // blocks that are signatures and their labels
	unlabelled [][][]sheet.Word // explanations whose labels are not read
}

// readNotes reads what stands under "Explanation of Responses:" and "Remarks:". A
// label counts only where a paragraph begins and where it goes on counting: notes
// hold lists of their own.
func (r *noteReader) readNotes() {
	start := -1
	for i := range r.blocks {
		if text := form.Folded(blockWords(&r.blocks[i])); headingOf(&r.blocks[i], text) == form.HeadingNotes {
			start = i
		}
	}
	if start < 0 {
		r.remarksAlone()
		return
	}
	var list noteList
	for i := start; i < len(r.blocks) && !list.over && len(list.notes) <= maxNotes; i++ {
		if r.signed[i] {
			continue
		}
		lines := r.blocks[i].Lines
		if i == start {
			lines = after(lines, "responses")
		}
		parts := paragraphs(lines)
		if r.laid() && len(lines) > 0 {
			parts = [][][]sheet.Word{lines} // layout gives one explanation a block
		}
		for _, p := range parts {
			if !list.over && !list.isPrinted(p) {
				r.addNote(&list, i, i > start, p)
			}
		}
	}
	if r.laid() {
		order(list.notes)
	}
	r.setNotes(list.notes)
	r.setRemarks(list.remarks)
}

// noteList is the explanations and remarks as they are being gathered.
type noteList struct {
	notes     []paragraph
	remarks   [][]sheet.Word
	inRemarks bool
	closing   bool // the form's closing words have begun
	over      bool // another part of the form has begun
	last      int  // the last label that counts
}

// isPrinted reports whether a paragraph is one that the form prints, or remarks, which
// are taken.
func (n *noteList) isPrinted(p [][]sheet.Word) bool {
	text := form.Folded(joinLines(p))
	switch {
	case len(text) == 0:
		return true
	case endsNotes(text):
		n.over = true
		return true
	case form.IsOwnParagraph(printed.JoinedLines(p), text):
		n.inRemarks = false
		n.closing = n.closing || form.IsClosing(text)
		return true
	case form.HeadingOf(p[0][0].Text, text) == form.HeadingRemarks && !(n.inRemarks && len(text) == 1 && !strings.Contains(p[0][0].Text, ":")):
		n.inRemarks = true
		n.remarks = append(n.remarks, after(p, "remarks")...)
		return true
	case n.inRemarks:
		n.remarks = append(n.remarks, p...)
		return true
	}
	return false
}

// addNote adds a paragraph of a block to the explanations; after is set where another
// block of them stands before it.
func (r *noteReader) addNote(list *noteList, block int, after bool, p [][]sheet.Word) {
	n, label, rest := noteLabel(p)
	if r.laid() {
		if !list.closing {
			list.notes = append(list.notes, paragraph{number: n, lines: rest, label: label})
		}
		return
	}
	if list.closing && n != list.last+1 {
		return // pieces of the closing words
	}
	list.closing = false
	if n > list.last && n <= list.last+12 || n > 0 && len(rest) == 0 && r.labelsRow(block) && !slices.ContainsFunc(list.notes, func(p paragraph) bool { return p.number == n }) {
		list.last = n
		list.notes = append(list.notes, paragraph{number: n, lines: rest, label: label})
		return
	}
	b := &r.blocks[block]
	if k := len(list.notes); k > 0 && (len(list.notes[k-1].lines) == 0 || b.Table > 0 && after && r.blocks[block-1].Table == b.Table && r.blocks[block-1].Row == b.Row) {
		list.notes[k-1].lines = append(list.notes[k-1].lines, p...) // the label stands in a cell before
		return
	}
	list.notes = append(list.notes, paragraph{lines: p})
}

// headingOf tells which heading a block is; text are its folded words.
func headingOf(b *sheet.Block, text []string) form.Heading {
	for _, l := range b.Lines {
		if len(l) > 0 {
			return form.HeadingOf(l[0].Text, text)
		}
	}
	return form.HeadingNone
}

// labelsRow reports whether a block is the first cell of a row, with text in the
// next: then a label that fills it needs no order among others to be one.
func (r *noteReader) labelsRow(i int) bool {
	b := &r.blocks[i]
	if b.Table == 0 || r.damaged || i > 0 && r.blocks[i-1].Table == b.Table && r.blocks[i-1].Row == b.Row || i+1 == len(r.blocks) {
		return false
	}
	next := &r.blocks[i+1]
	return next.Table == b.Table && next.Row == b.Row && len(next.Lines) > 0
}

// remarksAlone reads remarks where no explanations are printed.
func (r *noteReader) remarksAlone() {
	for i := range r.blocks {
		if w := blockWords(&r.blocks[i]); len(w) > 0 && form.OpensRemarks(w[0].Text) {
			r.setRemarks(after(r.blocks[i].Lines, "remarks"))
			return
		}
	}
}

func (r *noteReader) setRemarks(lines [][]sheet.Word) {
	if len(lines) > 0 && printed.JoinedLines(lines) != "" {
		printed.SetText(&r.f.Source, &r.f.Remarks, lines)
	}
}

// after drops the words up to and with the one that folds to word.
func after(lines [][]sheet.Word, word string) [][]sheet.Word {
	for i, l := range lines {
		for j := range l {
			if form.Like(form.Fold(l[j].Text), word) {
				var out [][]sheet.Word
				if j+1 < len(l) {
					out = append(out, l[j+1:])
				}
				return append(out, lines[i+1:]...)
			}
		}
	}
	return lines
}

func joinLines(lines [][]sheet.Word) []sheet.Word {
	var out []sheet.Word
	for _, l := range lines {
		out = append(out, l...)
	}
	return out
}

// paragraphs are the parts of a block that a label or "Remarks:" begins.
func paragraphs(lines [][]sheet.Word) [][][]sheet.Word {
	var out [][][]sheet.Word
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		if len(out) == 0 || startsParagraph(l) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

func startsParagraph(l []sheet.Word) bool {
	if form.OpensRemarks(l[0].Text) {
		return true
	}
	n, _, _ := noteLabel([][]sheet.Word{l})
	return n > 0 || strings.HasPrefix(l[0].Text, "*")
}

// noteLabel reads the label that a paragraph begins with: "(1)", "1.", "1)", "[1]",
// "( 1 )" or a raised 1. 0 is none.
func noteLabel(lines [][]sheet.Word) (n int, label []sheet.Word, rest [][]sheet.Word) {
	if len(lines) == 0 {
		return 0, nil, nil // an empty cell
	}
	first := lines[0]
	text := ""
	for k := 0; k < min(3, len(first)); k++ {
		text += first[k].Text
		n, end := form.NoteLabel(text, first[0].Raised, false)
		if n == 0 {
			if !strings.HasPrefix(text, "(") {
				break
			}
			continue
		}
		after := first[k+1:]
		label = first[:k+1]
		if end < len(text) { // "(1)The shares"
			used := len(text) - len(first[k].Text)
			left, right := first[k].Split(end - used)
			label = append(append([]sheet.Word{}, first[:k]...), left)
			right.Glued = false
			after = append([]sheet.Word{right}, after...)
		}
		if len(after) > 0 {
			rest = append(rest, after)
		}
		return n, label, append(rest, lines[1:]...)
	}
	return 0, nil, lines
}

// endsNotes reports whether a paragraph begins another part of the form.
func endsNotes(words []string) bool {
	switch form.HeadingOf("", words) {
	case form.HeadingOwners, form.HeadingSignatures:
		return true
	}
	if len(words) > 0 && words[0] == "1" {
		words = words[1:]
	}
	return form.HasPrefix(words, "name", "and", "address", "of", "reporting") || form.BeginsPart(words)
}

// setNotes gives the filing its notes.
func (r *noteReader) setNotes(list []paragraph) {
	for i := range list {
		p := &list[i]
		if p.number == 0 {
			continue
		}
		note := ownership.Footnote{ID: "F" + strconv.Itoa(p.number)}
		lines := p.lines
		for j := i + 1; j < len(list) && list[j].number == 0; j++ {
			if r.isOrphan(list, i, j) {
				break
			}
			lines = append(lines[:len(lines):len(lines)], list[j].lines...)
			list[j].lines = nil
		}
		printed.SetText(&r.f.Source, &note.Text, lines)
		if p.ordered {
			reason.Repair(&note.Text, note.Text.V, ownership.Likely, reason.LabelByOrder.Of(), "the order of the explanations")
		}
		r.f.Footnotes = append(r.f.Footnotes, note)
	}
	for i := range list {
		if list[i].number == 0 && len(list[i].lines) > 0 {
			r.unlabelled = append(r.unlabelled, list[i].lines)
		}
	}
}

// isOrphan reports whether a paragraph without a label is a note of its own that has
// lost it, rather than more of the note above: the one above has ended, and this
// one begins like a sentence, where letters are read by a machine.
func (r *noteReader) isOrphan(list []paragraph, note, at int) bool {
	if !r.damaged {
		return false
	}
	above := printed.JoinedLines(list[at-1].lines)
	text := printed.JoinedLines(list[at].lines)
	return form.EndsSentence(above) && text != "" && text[0] >= 'A' && text[0] <= 'Z'
}
