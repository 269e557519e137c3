package formreader

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// ticked tells what stands in a box to tick.
type ticked uint8

const (
	tickUnknown ticked = iota // nothing shows whether the box is empty
	tickEmpty
	tickSet
)

// readTick reads a word as what stands in a box to tick, if it can be that: X, _X_,
// [X], (X), ☒, or an empty one.
func readTick(s string) ticked {
	switch s {
	case sheet.Checked, "☑", "✓", "✔", "√", "✗", "✘", "×":
		return tickSet
	case sheet.Unchecked, "□", "[]", "()", "( )", "[ ]":
		return tickEmpty
	}
	inner := strings.Trim(s, "_[](){}|-.:")
	switch {
	case inner == "" && s != "":
		return tickEmpty
	case len(inner) <= 2 && (inner == "X" || inner == "x" || inner == "Х" || inner == "х" || inner == "Χ"):
		return tickSet
	}
	return tickUnknown
}

// readTicks reads the boxes in the form's corner: the exit box, the box of Rule
// 10b5-1(c), and on Form 5 whether holdings of Form 3 and transactions of Form 4
// are reported.
func (r *reader) readTicks() {
	header := r.blocks[:r.headerEnd()]
	for i := range header {
		words := blockWords(&header[i])
		for j := range words {
			var v *ownership.Value[bool]
			rest := form.Folded(words[j:min(len(words), j+16)])
			switch {
			case form.HasPrefix(rest, "check", "this", "box"):
				switch {
				case form.Index(rest, "no", "longer") >= 0:
					v = &r.f.NotSubjectToSection16
				case form.Index(rest, "to", "indicate") >= 0 || form.Index(rest, "transaction", "was", "made") >= 0:
					v = &r.f.Plan10b51
				}
			case form.HasPrefix(rest, "form", "3", "holdings"):
				v = &r.f.Form3HoldingsReported
			case form.HasPrefix(rest, "form", "4", "transactions"):
				v = &r.f.Form4TransactionsReported
			}
			if v == nil || v.State != ownership.Absent || strings.HasPrefix(words[j].Text, "_") {
				continue
			}
			tick, word := r.tickBefore(header, i, words[:j])
			if tick == tickUnknown {
				continue
			}
			v.V, v.State, v.How = tick == tickSet, ownership.Known, ownership.Labeled
			if word != nil {
				v.Raw, v.At = r.raw([][]sheet.Word{{*word}})
			}
		}
	}
}

// tickBefore reads the box before a sentence: the word before it in its block, else
// the block before, which is a cell of the same row or a line of its own.
func (r *reader) tickBefore(blocks []sheet.Block, i int, before []sheet.Word) (ticked, *sheet.Word) {
	if n := len(before); n > 0 {
		w := &before[n-1]
		if t := readTick(w.Text); t != tickUnknown {
			if t == tickEmpty && n > 1 && strings.HasPrefix(w.Text, ")") {
				// "( )" in two words.
				return tickEmpty, w
			}
			return t, w
		}
		return tickUnknown, nil
	}
	if i == 0 {
		return tickUnknown, nil
	}
	b := &blocks[i-1]
	words := blockWords(b)
	if len(words) == 0 {
		// In text a box that was not copied looks like an empty cell.
		if b.Table > 0 && blocks[i].Table > 0 && !r.sheet.Loose {
			return tickEmpty, nil
		}
		return tickUnknown, nil
	}
	if len(words) > 2 {
		return tickUnknown, nil
	}
	w := &words[len(words)-1]
	return readTick(w.Text), w
}
