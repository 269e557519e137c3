package formreader

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// held is a line of a table with the cells that it was made of.
type held struct {
	row   *ownership.Row
	table int // 0 or 1
	index int
	cols  []form.Column
	cells []cell
}

func (h *held) path(field string) string {
	name := "tableI"
	if h.table == 1 {
		name = "tableII"
	}
	return fmt.Sprintf("%s[%d].%s", name, h.index, field)
}

// cell gives the cell of a column.
func (h *held) cell(c form.Column) *cell { return at(h.cols, h.cells, c) }

// repair reads again, on evidence, what a machine misread: in documents only whose
// letters may be others. Each value that is changed keeps what the document says,
// and why it is read otherwise; one that nothing confirms is marked as resting on
// one reading. The order is that of what leans on what: letters that stand alone,
// dates, numbers, then what follows from them.
func (r *reader) repair() {
	if !r.damaged && r.given() {
		return
	}
	for i := range r.f.TableI {
		r.held[0][i].row = &r.f.TableI[i]
	}
	for i := range r.f.TableII {
		r.held[1][i].row = &r.f.TableII[i]
	}
	lines := slices.Concat(r.held[0], r.held[1])
	r.sure = map[*ownership.Reading]bool{}
	if !r.damaged {
		r.placeMoved(lines)
		r.doubtSlid(lines)
		return
	}
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
	r.linkRanges(lines)
	r.guessMarks(lines)
	r.repairNotes(lines)
	r.tellPicture(lines)
	r.findRepairs()
	r.doubt(lines)
}

// keepSecond adds what the second reading of a line says to what the cells say.
func (r *reader) keepSecond(h *held) {
	for i := range h.cells {
		c := &h.cells[i]
		if len(c.also) == 0 || i >= len(h.cols) {
			continue
		}
		v := h.reading(h.cols[i])
		if v == nil {
			continue
		}
		text, at := r.raw([][]sheet.Word{c.also})
		v.Raw = strings.TrimSpace(v.Raw + " " + text)
		v.At = append(v.At[:len(v.At):len(v.At)], at...)
	}
}

// reading gives what the cell of a column knows besides its value; nil for a column
// that no cell of the line was filled from.
func (h *held) reading(c form.Column) *ownership.Reading {
	t := &h.row.Transaction
	pick := func(a, b *ownership.Reading) *ownership.Reading {
		if b.State != ownership.Absent {
			return b
		}
		return a
	}
	switch c {
	case form.ColTitle:
		return &h.row.SecurityTitle.Reading
	case form.ColExercisePrice:
		return &h.row.ConversionOrExercisePrice.Reading
	case form.ColDate:
		return &t.Date.Reading
	case form.ColDeemed:
		return &t.DeemedExecutionDate.Reading
	case form.ColCode:
		return &t.Code.Reading
	case form.ColV:
		return &t.Timeliness.Reading
	case form.ColAmount:
		return pick(&t.Shares.Reading, &t.TotalValue.Reading)
	case form.ColAcquired:
		if t.AcquiredDisposed.V == ownership.Acquired {
			return pick(&t.Shares.Reading, &t.TotalValue.Reading)
		}
	case form.ColDisposed:
		if t.AcquiredDisposed.V == ownership.Disposed {
			return pick(&t.Shares.Reading, &t.TotalValue.Reading)
		}
	case form.ColAcquiredDisposed:
		return &t.AcquiredDisposed.Reading
	case form.ColExercisable:
		return &h.row.ExerciseDate.Reading
	case form.ColExpiration:
		return &h.row.ExpirationDate.Reading
	case form.ColUnderlyingTitle:
		return &h.row.UnderlyingTitle.Reading
	case form.ColUnderlyingAmount:
		return pick(&h.row.UnderlyingShares.Reading, &h.row.UnderlyingValue.Reading)
	case form.ColPrice:
		return &t.Price.Reading
	case form.ColFollowing:
		return pick(&h.row.SharesFollowing.Reading, &h.row.ValueFollowing.Reading)
	case form.ColOwnership:
		return &h.row.Ownership.Reading
	case form.ColNature:
		return &h.row.NatureOfOwnership.Reading
	}
	return nil
}

// placeMoved tells of cells that stood in another column.
func (r *reader) placeMoved(lines []held) {
	for i := range lines {
		h := &lines[i]
		for j := range h.cells {
			if !h.cells[j].moved || j >= len(h.cols) {
				continue
			}
			v := h.reading(h.cols[j])
			if v == nil || v.State != ownership.Known {
				continue
			}
			reason.Link(v, reason.OtherColumn.Of(), "the order and kinds of the form's columns")
			r.sure[v] = true
		}
	}
}

// doubt marks the cells that nothing confirms as resting on one reading.
func (r *reader) doubt(lines []held) {
	for v := range r.f.Readings() {
		if v.State != ownership.Known || v.How == ownership.Repaired || v.How == ownership.Guessed || r.sure[v] {
			continue
		}
		if v.Raw == "" {
			continue
		}
		reason.Doubt(v, reason.OneReading.Of())
	}
}

// findRepairs tells what was repaired, by rule.
func (r *reader) findRepairs() {
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
	if r.ghosts > 0 {
		var paths []string
		for i := range r.held {
			for j := range r.held[i] {
				if h := &r.held[i][j]; len(h.cells) > 0 && h.cells[0].twice {
					paths = append(paths, h.path("securityTitle"))
				}
			}
		}
		r.find(ownership.RuleOCRGhostRow, "A line was read twice from the picture; both readings are one row here, and each cell says what the two have.", paths...)
	}
}

func (r *reader) find(rule ownership.Rule, message string, paths ...string) {
	r.f.Findings = append(r.f.Findings, rule.Finding(message, paths...))
}
