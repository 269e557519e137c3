package plausible

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// leftOver looks for dates and amounts in the tables that are in no cell. A table is what
// stands below its title, whether its heads were found or not.
func (j *judge) leftOver() {
	held := heldBy(j.Filing)
	table := 0
	var lost, sides [3][]sheet.Word
	var kept, titled [3]int
	var above []sheet.Word // before the first table
	begun := false
	for i := range j.Blocks {
		b := &j.Blocks[i]
		words := slices.Concat(b.Lines...)
		if len(words) == 0 {
			continue
		}
		text := form.Folded(words)
		if n := form.TableTitle(text[:min(len(text), 6)]); n > 0 {
			table = n
			titled[n]++
			if len(text) < 30 {
				continue
			}
		}
		if heading := form.HeadingOf(words[0].Text, text); heading != form.HeadingNone || form.HasFirstBox(text) {
			table = 0 // EDGAR's older page repeats box 1 of further owners after Table II
			begun = begun || heading != form.HeadingNone
		}
		if begun = begun || table > 0; !begun && !form.IsOwnParagraph(words[0].Text, text) {
			for _, w := range words {
				if isValue(w.Text) && strings.ContainsAny(w.Text, "/,") && !held.has(w.At) {
					above = append(above, w)
				}
			}
		}
		if table == 0 || b.Head || form.IsOwnLine(text) || form.IsOwnParagraph(words[0].Text, text) {
			continue
		}
		for _, w := range words {
			if w.Text == "D" || w.Text == "I" {
				sides[table] = append(sides[table], w)
			}
			if !isValue(w.Text) || w.Raised {
				continue
			}
			if held.has(w.At) {
				kept[table]++
			} else {
				lost[table] = append(lost[table], w)
			}
		}
	}
	if len(above) >= leastAbove {
		j.fail(regionWithoutLine, some(above)+" stand above the tables, where the form has none")
	}
	for n, rows := range [...]int{len(j.Filing.TableI), len(j.Filing.TableII)} {
		words := lost[n+1]
		if rows == 0 && len(words) <= 1 && len(sides[n+1]) > 0 { // heads say "(D) or Indirect (I)"
			j.fail(regionWithoutLine, some(sides[n+1])+" in "+tableNames[n]+" tells of a line, and none is read")
			continue
		}
		if len(words) == 0 {
			continue
		}
		said := fmt.Sprintf("%s %s in %s %s in no cell", some(words), map[bool]string{true: "stand", false: "stands"}[len(words) > 1], tableNames[n],
			map[bool]string{true: "and are", false: "and is"}[len(words) > 1])
		switch {
		case rows == 0 && len(words) > 1:
			j.fail(regionWithoutLine, said)
		case len(words) > kept[n+1] && len(words) > 1:
			j.fail(mostLeftOver, said)
		default:
			for range words {
				j.times[valueLeftOver]++
			}
			j.marks = append(j.marks, func() { j.tell(said, words) })
		}
	}
}

// leastAbove is how many dates and amounts above the tables show that lines have run into
// the boxes: the boxes hold a date or two, and the date of the print may stand there.
const leastAbove = 5

// tell adds a finding on words that are in no cell.
func (j *judge) tell(said string, words []sheet.Word) {
	x := ownership.RuleValueMalformed.Finding(said + " that is read: a line may be missing or incomplete.")
	for _, w := range words[:min(len(words), maxPlaces)] {
		x.At = append(x.At, w.At)
	}
	j.Filing.Findings = append(j.Filing.Findings, x)
}

// maxPlaces bounds the places that a finding points to.
const maxPlaces = 20

// some names the first of some words and how many there are.
func some(words []sheet.Word) string {
	said := quoted(words[0].Text)
	if n := len(words); n > 1 {
		said += " and " + wording.Number(n-1) + " more"
	}
	return said
}

// held are the places of what the cells of a filing hold.
type held struct {
	bytes []ownership.Span // in the order of the source
	pages map[int32][]ownership.Box
}

// heldBy gathers the places of what stands in the tables and after them. A box above them
// that has run into a table holds nothing of it.
func heldBy(f *ownership.Filing) held {
	h := held{pages: map[int32][]ownership.Box{}}
	for c := range f.Cells() {
		if !isBelow(c.Path) {
			continue
		}
		for _, at := range c.At {
			if at.Page > 0 {
				h.pages[at.Page] = append(h.pages[at.Page], at.Box)
			} else {
				h.bytes = append(h.bytes, at)
			}
		}
	}
	slices.SortFunc(h.bytes, func(a, b ownership.Span) int { return int(a.Start) - int(b.Start) })
	merged := h.bytes[:0]
	for _, s := range h.bytes {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	h.bytes = merged
	return h
}

// isBelow reports whether a cell's path is that of a line of a table, or of what the form
// has after its tables.
func isBelow(path string) bool {
	for _, start := range [...]string{"tableI", "footnotes", "signatures", "remarks"} {
		if strings.HasPrefix(path, start) {
			return true
		}
	}
	return false
}

// has reports whether a cell holds what stands at a place: a letter's width more or less
// on a page.
func (h *held) has(at ownership.Span) bool {
	if at.Page == 0 {
		i, ok := slices.BinarySearchFunc(h.bytes, at.Start, func(s ownership.Span, start int32) int { return int(s.Start) - int(start) })
		if !ok {
			i--
		}
		return i >= 0 && h.bytes[i].Start <= at.Start && at.Start < h.bytes[i].End
	}
	x, y := (at.Box.X0+at.Box.X1)/2, (at.Box.Y0+at.Box.Y1)/2
	return slices.ContainsFunc(h.pages[at.Page], func(b ownership.Box) bool { return b.X0 <= x && x <= b.X1 && b.Y0 <= y && y <= b.Y1 })
}
