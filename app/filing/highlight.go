package filing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// span is a part of a note's text.
type span struct{ from, to int }

// highlights are the words of each note, by its place in the filing, that support what
// is said of a line.
type highlights map[int][]span

// newHighlights finds those that stand where the ledger says, joined where they
// overlap.
func newHighlights(f *ownership.Filing, words []ownership.Evidence) highlights {
	h := highlights{}
	for i := range words {
		v := &words[i]
		name, n := field.Index(strings.TrimSuffix(v.Path, ".text"))
		if name != "footnotes" || n < 1 || n > len(f.Footnotes) {
			continue
		}
		text := &f.Footnotes[n-1].Text
		if text.State != ownership.Known || v.From < 0 || v.To <= v.From || v.To > len(text.V) || text.V[v.From:v.To] != v.Words {
			continue
		}
		h[n-1] = append(h[n-1], span{v.From, v.To})
	}
	for n, all := range h {
		slices.SortFunc(all, func(a, b span) int { return a.from - b.from })
		joined := all[:1]
		for _, w := range all[1:] {
			if last := &joined[len(joined)-1]; w.from <= last.to {
				last.to = max(last.to, w.to)
			} else {
				joined = append(joined, w)
			}
		}
		h[n] = joined
	}
	return h
}

// has reports whether a note has any.
func (h highlights) has(note int) bool { return len(h[note]) > 0 }

// around returns the id of the highlight that holds a part of a note, or nothing.
func (h highlights) around(note, from, to int) string {
	for _, w := range h[note] {
		if w.from <= from && to <= w.to {
			return wordsID(note, w.from)
		}
	}
	return ""
}

// draw draws the text of a note with its highlights.
func (h highlights) draw(note int, text string) []app.UI {
	var body []app.UI
	at := 0
	for _, w := range h[note] {
		if w.from > at {
			body = append(body, app.Text(text[at:w.from]))
		}
		body = append(body, markup.Text("mark", "", text[w.from:w.to]).Attr("id", wordsID(note, w.from)))
		at = w.to
	}
	if at < len(text) {
		body = append(body, markup.LongText(text[at:])...)
	}
	return body
}

func wordsID(note, from int) string {
	return "words-footnotes[" + strconv.Itoa(note) + "]." + strconv.Itoa(from)
}
