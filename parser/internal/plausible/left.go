package plausible

import (
	"fmt"
	"slices"

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
	var lost [3][]sheet.Word
	var kept, titled [3]int
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
		if form.HeadingOf(words[0].Text, text) != form.HeadingNone || form.HasFirstBox(text) {
			table = 0 // EDGAR's older page repeats box 1 of further owners after Table II
		}
		if table == 0 || b.Head || form.IsOwnLine(text) || form.IsOwnParagraph(words[0].Text, text) {
			continue
		}
		for _, w := range words {
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
	for n, rows := range [...]int{len(j.Filing.TableI), len(j.Filing.TableII)} {
		words := lost[n+1]
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

// heldBy gathers the places.
func heldBy(f *ownership.Filing) held {
	h := held{pages: map[int32][]ownership.Box{}}
	for r := range f.Readings() {
		for _, at := range r.At {
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
