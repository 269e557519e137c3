package formreader

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// tickReader reads the boxes to tick.
type tickReader struct {
	*document
	boxes *boxes
	found [form.Corners]bool // whose sentences stand there
}

// readTicks reads the boxes in the form's corner: the exit box, the box of Rule
// 10b5-1(c), and on Form 5 whether holdings of Form 3 and transactions of Form 4
// are reported.
func (r *tickReader) readTicks() {
	header := r.header
	for i := range header {
		words := blockWords(&header[i])
		for j := range words {
			var v *ownership.Value[bool]
			corner := form.CornerOf(form.Folded(words[j:min(len(words), j+form.CornerWords)]))
			r.found[corner] = true
			switch corner {
			case form.CornerExit:
				v = &r.f.NotSubjectToSection16
			case form.CornerPlan:
				v = &r.f.Plan10b51
			case form.CornerHoldings:
				v = &r.f.Form3HoldingsReported
			case form.CornerTransactions:
				v = &r.f.Form4TransactionsReported
			}
			if v == nil || v.State != ownership.Absent || strings.HasPrefix(words[j].Text, "_") {
				continue
			}
			tick, word := r.tickBefore(header, i, words[:j])
			if tick == form.TickUnknown && j == 0 {
				tick, word = tickBeside(header, i)
			}
			if tick == form.TickUnknown {
				continue
			}
			v.V, v.State, v.How = tick == form.TickSet, ownership.Known, ownership.Labeled
			if word != nil {
				v.Raw, v.At = printed.Raw(&r.f.Source, [][]sheet.Word{{*word}})
			}
		}
	}
}

// tickBefore reads the box before a sentence: the word before it in its block, else
// the block before, which is a cell of the same row or a line of its own.
func (r *tickReader) tickBefore(blocks []sheet.Block, i int, before []sheet.Word) (form.Tick, *sheet.Word) {
	if n := len(before); n > 0 {
		w := &before[n-1]
		if t := form.ReadTick(w.Text); t != form.TickUnknown {
			if t == form.TickEmpty && n > 1 && strings.HasPrefix(w.Text, ")") {
				// "( )" in two words.
				return form.TickEmpty, w
			}
			return t, w
		}
		return form.TickUnknown, nil
	}
	if i == 0 {
		return form.TickUnknown, nil
	}
	b := &blocks[i-1]
	words := blockWords(b)
	if len(words) == 0 {
		// In text a box that was not copied looks like an empty cell.
		if b.Table > 0 && blocks[i].Table > 0 && !r.sheet.Loose {
			return form.TickEmpty, nil
		}
		return form.TickUnknown, nil
	}
	if len(words) > 2 {
		return form.TickUnknown, nil
	}
	w := &words[len(words)-1]
	return form.ReadTick(w.Text), w
}

// tickReach is how far left of its sentence a box is printed, in points.
const tickReach = 40

// tickBeside finds a mark that stands by itself left of a sentence of several lines, at
// the height of any of them: some printers set it in the middle.
func tickBeside(blocks []sheet.Block, i int) (form.Tick, *sheet.Word) {
	sentence := blockWords(&blocks[i])
	if sentence[0].At.Page == 0 {
		return form.TickUnknown, nil // nothing is known of heights
	}
	around := sentence[0].Box
	for _, w := range sentence {
		if w.At.Page == sentence[0].At.Page {
			around.X0, around.Y0, around.Y1 = min(around.X0, w.Box.X0), min(around.Y0, w.Box.Y0), max(around.Y1, w.Box.Y1)
		}
	}
	for k := range blocks {
		words := blockWords(&blocks[k])
		if len(words) != 1 || words[0].At.Page != sentence[0].At.Page {
			continue
		}
		w := &words[0]
		middle := (w.Box.Y0 + w.Box.Y1) / 2
		if form.ReadTick(w.Text) == form.TickSet && middle > around.Y0 && middle < around.Y1 && w.Box.X1 <= around.X0 && around.X0-w.Box.X1 < tickReach {
			return form.TickSet, w
		}
	}
	return form.TickUnknown, nil
}
