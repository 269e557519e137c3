// Package ending says whether a form is whole: whether it ends on its sheet as forms end,
// with signatures (Forms 3, 4 and 5, General Instruction 7), and has the labels and heads
// that every form has. Of one that does not end, what follows is not known, and what stands
// where it breaks off may be cut off within a word or a number: such cells are taken back.
package ending

import (
	"strconv"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Form is a form that was read from blocks of a sheet.
type Form struct {
	Filing *ownership.Filing
	Blocks []sheet.Block
	// Tables says for Table I and Table II after which block it ends; 0 for none.
	Tables [2]int
	// Columns are those of both tables. Mixed is set where the heads of one hold a value,
	// Wide where a line of it has text in a cell below no head.
	Columns     [2][]form.Column
	Mixed, Wide [2]bool
	// Found are the boxes whose labels stand above the tables.
	Found [form.Boxes]bool
	// Corners are the boxes of the form's corner whose sentences stand there.
	Corners [form.Corners]bool
	// Signed holds the blocks that are signatures and their labels.
	Signed map[int]bool
	// Broken is set where the source shows by itself that its end is missing.
	Broken bool
	// Uneven is set where tags of tables are lost or there twice.
	Uneven bool
	// More is set where another form begins after it, so that the file goes on.
	More bool
	// Scan is set where a machine read the words, so that a label may be unread.
	Scan bool
}

// Verdict is what a form is worth.
type Verdict uint8

// The verdicts.
const (
	Whole   Verdict = iota // it has its end
	Partial                // it breaks off; what was read of it says so
	None                   // it breaks off so that nothing of it is sure
)

// Check tells whether the form is whole. If not, the cells where it breaks off become
// Malformed, and a finding of the rule document-cut says where that is. Of one that breaks
// off where its source does, or within a table, nothing is shown: the lines of a table tell
// where its columns are, and where the boxes before it end.
func Check(f *Form) Verdict {
	if f.Uneven {
		f.find(ownership.RulePageDamaged, "Tags that say what is a cell of a table are lost here or there twice, so that values may stand in other cells than were meant. Save the document again.")
	}
	last := f.last()
	if last < 0 {
		return Whole
	}
	f.parts()
	lost := f.uncovered()
	switch {
	case f.signed(last) && f.dates(last) && f.explained(last) && lost == "":
		if f.Broken {
			f.find(ownership.RuleDocumentCut, "The end of the file is missing, after the signatures and the explanations. What the form has is there.")
		}
		return Whole
	case f.Broken, !f.Scan && !f.More && f.inTable(last) && !f.speaksOfSignatures():
		return None
	}
	what := "no signature follows"
	switch {
	case len(f.Filing.Signatures) == 0:
	case lost != "":
		what = "footnote " + lost + " is cited and does not follow"
	default:
		what = "its last words are cut off"
	}
	if f.Scan { // a page that is lost is lost whole
		f.find(ownership.RuleDocumentCut, "On this scan "+what+": a page of it may be missing, or was not read.")
		return Partial
	}
	paths := f.takeBack(last)
	f.find(ownership.RuleDocumentCut, "The form breaks off "+f.place(last)+": "+what+". What stood after that is not known. Open the whole filing.", paths...)
	return Partial
}

// inTable reports whether the form breaks off in a table, or before one had a line: no
// other part of the form begins after it.
func (f *Form) inTable(last int) bool {
	if len(f.Filing.TableI)+len(f.Filing.TableII) == 0 {
		return true
	}
	for i := max(f.Tables[0], f.Tables[1]); i <= last; i++ {
		b := &f.Blocks[i]
		if len(b.Lines) == 0 {
			continue
		}
		text := folded(b)
		if f.Signed[i] || form.IsOwnLine(text) || form.IsOwnParagraph(b.Lines[0][0].Text, text) || form.TableTitle(text) > 0 ||
			form.HeadingOf(b.Lines[0][0].Text, text) != form.HeadingNone {
			return false
		}
	}
	return true
}

// speaksOfSignatures reports whether the last words are of signatures that were not made
// out, so that the form does not break off.
func (f *Form) speaksOfSignatures() bool {
	left := 60
	for i := len(f.Blocks) - 1; i >= 0; i-- {
		lines := f.Blocks[i].Lines
		for k := len(lines) - 1; k >= 0; k-- {
			for _, w := range lines[k] {
				if left--; left < 0 {
					return false
				}
				if low := strings.ToLower(w.Text); strings.Contains(low, "/s/") || strings.Contains(low, "signature") {
					return true
				}
			}
		}
	}
	return false
}

// uncovered gives the first label that is cited and comes after those of all
// explanations, which the filer numbers as they are cited.
func (f *Form) uncovered() string {
	if f.Scan {
		return ""
	}
	end := 0
	for i := range f.Filing.Footnotes {
		end = max(end, number(f.Filing.Footnotes[i].ID))
	}
	first := 0
	for r := range f.Filing.Readings() {
		for _, id := range r.Notes {
			if n := number(id); n > end && (first == 0 || n < first) {
				first = n
			}
		}
	}
	if first == 0 {
		return ""
	}
	return strconv.Itoa(first)
}

func number(id string) int {
	n, err := strconv.Atoi(ownership.NoteLabel(id))
	if err != nil {
		return 0
	}
	return n
}

func (f *Form) find(rule ownership.Rule, message string, paths ...string) {
	f.Filing.Findings = append(f.Filing.Findings, ownership.Finding{Rule: rule, Severity: rule.Severity(), Message: message, Paths: paths})
}

// last is the last block with words, or -1.
func (f *Form) last() int {
	for i := len(f.Blocks) - 1; i >= 0; i-- {
		if len(f.Blocks[i].Lines) > 0 {
			return i
		}
	}
	return -1
}

// signed reports whether the form has what it ends with: a signature, or the place for
// one and words of the form after it, so that nobody signed.
func (f *Form) signed(last int) bool {
	for i := range f.Filing.Signatures {
		if f.Filing.Signatures[i].Name.IsKnown() {
			return true
		}
	}
	for i := last - 1; i >= max(f.Tables[0], f.Tables[1]); i-- {
		if text := folded(&f.Blocks[i]); form.IsSignatureLabel(text) && !form.IsSignatureTail(folded(&f.Blocks[last])) {
			return true
		}
	}
	return false
}

// dates reports whether the last signature has its date whole. Where that is the last
// word of the file, a year of two digits is one that was cut where others have four.
func (f *Form) dates(last int) bool {
	all := f.Filing.Signatures
	if len(all) == 0 {
		return true
	}
	s := &all[len(all)-1]
	if !f.endsWith(last, &s.Date.Reading) {
		return s.Date.IsKnown() || !f.endsWith(last, &s.Name.Reading)
	}
	if !s.Date.IsKnown() {
		return false
	}
	return yearLength(s.Date.Raw) == 4 || !f.printsFour()
}

// explained reports whether the form may end with its explanations, which older pages
// print after the signatures: the last one is a sentence, or nothing shows that the file
// breaks off there. One that ends otherwise is marked, at the least.
func (f *Form) explained(last int) bool {
	cells := []*ownership.Reading{&f.Filing.Remarks.Reading}
	for i := range f.Filing.Footnotes {
		cells = append(cells, &f.Filing.Footnotes[i].Text.Reading)
	}
	for _, c := range cells {
		if !f.endsWith(last, c) {
			continue
		}
		switch sentence, open := form.EndsSentence(c.Raw), f.open(c); {
		case f.Broken, open && !sentence:
			return false
		case open || !sentence && c.At[0].Page == 0:
			reason.Doubt(c, reason.EndOfFile.Of())
		}
	}
	return true
}

// open reports whether nothing stands after a text, not even the end of its line.
func (f *Form) open(r *ownership.Reading) bool {
	at := r.At[len(r.At)-1]
	return at.Page == 0 && int(at.End) == len(f.Filing.Source.Text)
}

// printsFour reports whether the dates of the lines have years of four digits.
func (f *Form) printsFour() bool {
	for _, rows := range [...][]ownership.Row{f.Filing.TableI, f.Filing.TableII} {
		for i := range rows {
			if yearLength(rows[i].Transaction.Date.Raw) == 4 {
				return true
			}
		}
	}
	return yearLength(f.Filing.PeriodOfReport.Raw) == 4
}

// yearLength is the number of digits after the last slash of a date.
func yearLength(raw string) int {
	i := strings.LastIndexByte(raw, '/')
	if i < 0 {
		return 4 // 2004-03-05, or March 5, 2004
	}
	return len(strings.TrimSpace(raw[i+1:]))
}

// takeBack makes Malformed what stands where the form breaks off, and gives the paths:
// the line of a table that is the last thing there, or the cells that have the last
// word.
func (f *Form) takeBack(last int) []string {
	filing := f.Filing
	var paths []string
	row := ""
	switch {
	case last < f.Tables[0] && f.Tables[0] > f.Tables[1]:
		row = prefix("tableI", len(filing.TableI))
	case last < f.Tables[1] && f.Tables[1] > f.Tables[0]:
		row = prefix("tableII", len(filing.TableII))
	}
	for c := range filing.Cells() {
		if c.Raw == "" || !(row != "" && strings.HasPrefix(c.Path, row) || f.endsWith(last, c.Reading)) {
			continue
		}
		c.State = ownership.Malformed
		paths = append(paths, c.Path)
	}
	if row != "" {
		f.empty(row)
	}
	return paths
}

func prefix(table string, rows int) string {
	if rows == 0 {
		return ""
	}
	return table + "[" + strconv.Itoa(rows-1) + "]."
}

// empty takes back that a cell of the line is empty: it may stand after the cut.
func (f *Form) empty(row string) {
	for c := range f.Filing.Cells() {
		if strings.HasPrefix(c.Path, row) && c.State == ownership.Blank && len(c.Notes) == 0 {
			c.State = ownership.Absent
		}
	}
}

// endsWith reports whether a cell has the last word of the form.
func (f *Form) endsWith(last int, r *ownership.Reading) bool {
	if len(r.At) == 0 {
		return false
	}
	lines := f.Blocks[last].Lines
	line := lines[len(lines)-1]
	if len(line) == 0 {
		return false
	}
	word, at := line[len(line)-1].At, r.At[len(r.At)-1]
	if word.Page == 0 {
		return at.Start < word.End && word.End <= at.End
	}
	return word.Page == at.Page && at.Box.X0 < word.Box.X1 && word.Box.X0 < at.Box.X1 && at.Box.Y0 < word.Box.Y1 && word.Box.Y0 < at.Box.Y1
}

// place says in words where the form breaks off.
func (f *Form) place(last int) string {
	switch {
	case last < f.Tables[0] && f.Tables[0] > f.Tables[1]:
		return "in Table I"
	case last < f.Tables[1]:
		return "in Table II"
	case f.Signed[last]:
		return "in the signatures"
	case len(f.Filing.Footnotes) > 0:
		return "after the explanations begin"
	}
	return "after its tables"
}

func folded(b *sheet.Block) []string {
	var words []sheet.Word
	for _, l := range b.Lines {
		words = append(words, l...)
	}
	return form.Folded(words)
}
