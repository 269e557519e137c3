// Package repair reads again what a machine misread: numbers, dates, letters and texts
// of cells that are damaged, and the marks and labels of notes. It changes a value on
// evidence only, each repair says why, and the cell keeps what the document says. What a
// damaged cell may be is in shape.go, what speaks for each reading in evidence.go, and
// how much it weighs in weight.go.
package repair

import (
	"slices"
	"strings"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Document is a filing as it was read, and what it was read from.
type Document struct {
	Filing *ownership.Filing
	Lines  []printed.Line // of Table I, then of Table II
	Blocks []sheet.Block
	// Unlabelled are explanations whose labels are not read.
	Unlabelled [][][]sheet.Word
	Scan       bool // a machine read the letters from a picture
	Commas     bool // the document prints commas between thousands
	ReadTwice  int  // lines that were read twice
}

// repairer repairs one document.
type repairer struct {
	Document
	lines []printed.Line
	f     *ownership.Filing
	sure  map[*ownership.Reading]bool // cells that something else in the document confirms
	// damaged is set where any letter may be another.
	damaged bool
}

func newRepairer(d Document) *repairer {
	return &repairer{Document: d, lines: d.Lines, f: d.Filing, sure: map[*ownership.Reading]bool{}}
}

// Shifted tells of cells of a document whose letters are right which stood in another
// column than their own, or may have.
func Shifted(d Document) {
	r := newRepairer(d)
	r.placeMoved(d.Lines)
	doubtShifted(d.Lines)
	r.doubtPrices(d.Lines)
}

// Damaged reads again, on evidence, what a machine misread: in documents only whose
// letters may be others. Each value that is changed keeps what the document says,
// and why it is read otherwise; one that nothing confirms is marked as resting on
// one reading. The order is that of what leans on what: letters that stand alone,
// dates, numbers, then what follows from them.
func Damaged(d Document) {
	r, lines := newRepairer(d), d.Lines
	r.damaged = true
	for i := range lines {
		r.keepSecond(&lines[i])
	}
	r.repairDates(lines)
	r.repairNumbers(lines)
	r.repairLetters(lines)
	r.repairTexts(lines)
	r.repairMissing(lines)
	r.placeMoved(lines)
	r.recoverNotes()
	r.doubtPrices(lines)
	r.linkRanges(lines)
	r.guessMarks(lines)
	r.repairNotes(lines)
	r.explainPicture(lines)
	r.findRepairs()
	r.doubt(lines)
}

// keepSecond adds what the second reading of a line says to what the cells say.
func (r *repairer) keepSecond(h *printed.Line) {
	for i := range h.Cells {
		c := &h.Cells[i]
		if len(c.Also) == 0 || i >= len(h.Columns) {
			continue
		}
		v := h.Reading(h.Columns[i])
		if v == nil {
			continue
		}
		text, at := printed.Raw(&r.f.Source, [][]sheet.Word{c.Also})
		v.Raw = strings.TrimSpace(v.Raw + " " + text)
		v.At = append(v.At[:len(v.At):len(v.At)], at...)
	}
}

// placeMoved tells of cells that stood in another column.
func (r *repairer) placeMoved(lines []printed.Line) {
	for i := range lines {
		h := &lines[i]
		for j := range h.Cells {
			if !h.Cells[j].Moved || j >= len(h.Columns) {
				continue
			}
			v := h.Reading(h.Columns[j])
			if v == nil || v.State != ownership.Known {
				continue
			}
			reason.Link(v, reason.OtherColumn.Of(), "the order and kinds of the form's columns")
			r.sure[v] = true
		}
	}
}

// doubt marks the cells that nothing confirms as resting on one reading.
func (r *repairer) doubt(lines []printed.Line) {
	alone := marksAlone(lines)
	for v := range r.f.Readings() {
		switch {
		case v.How == ownership.Repaired || v.How == ownership.Guessed:
		case r.sure[v]:
			if alone[v] {
				reason.Doubt(v, reason.OneMark.Of())
			}
		case v.State == ownership.Known && v.Raw != "":
			reason.Doubt(v, reason.OneReading.Of())
		case v.State == ownership.Blank && len(v.Notes) > 0:
			// The mark of a note alone: what looks like one may be a speck.
			reason.Doubt(v, reason.OneReading.Of())
		}
	}
	doubtEmptyTrades(lines)
}

// findRepairs tells what was repaired, by rule.
func (r *repairer) findRepairs() {
	rules := map[ownership.Rule][]string{}
	for c := range r.f.Cells() {
		for _, rep := range c.Repairs {
			var rule ownership.Rule
			switch rep.Cause {
			case ownership.CauseRuledLine:
				rule = ownership.RuleOCRRuleDigit
			case ownership.CauseOtherScript:
				rule = ownership.RuleHomoglyphFolded
			}
			if rule != 0 && !slices.Contains(rules[rule], c.Path) {
				rules[rule] = append(rules[rule], c.Path)
			}
		}
	}
	if p := rules[ownership.RuleOCRRuleDigit]; len(p) > 0 {
		r.find(ownership.RuleOCRRuleDigit, "A ruled line beside these values was read as a digit; it is left out on the evidence that each cell shows.", p...)
	}
	if p := rules[ownership.RuleHomoglyphFolded]; len(p) > 0 {
		r.find(ownership.RuleHomoglyphFolded, "These cells hold letters of another script that look like Latin ones; they are read as those.", p...)
	}
	if r.ReadTwice > 0 {
		var paths []string
		for i := range r.lines {
			if h := &r.lines[i]; len(h.Cells) > 0 && h.Cells[0].Twice {
				paths = append(paths, h.Path("securityTitle"))
			}
		}
		r.find(ownership.RuleOCRGhostRow, "A line was read twice from the picture; both readings are one row here, and each cell says what the two have.", paths...)
	}
}

func (r *repairer) find(rule ownership.Rule, message string, paths ...string) {
	r.f.Findings = append(r.f.Findings, rule.Finding(message, paths...))
}
