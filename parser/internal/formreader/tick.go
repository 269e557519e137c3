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
			switch form.CornerOf(form.Folded(words[j:min(len(words), j+form.CornerWords)])) {
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
