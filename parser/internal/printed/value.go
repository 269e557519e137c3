// Package printed reads what is printed in the cells of a form: words as text with their
// place in the document, and dates, numbers and codes of their types.
package printed

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Joined writes words as one text: a space between them but where one is glued to
// the one before.
func Joined(words []sheet.Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !w.Glued && !(w.Box.Y0 > words[i-1].Box.Y0+(w.Box.Y1-w.Box.Y0)/2 && brokenWord(b.String(), &words[i])) {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

func JoinedLines(lines [][]sheet.Word) string {
	var b strings.Builder
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		if b.Len() > 0 && !l[0].Glued && !brokenWord(b.String(), &l[0]) {
			b.WriteByte(' ')
		}
		b.WriteString(Joined(l))
	}
	return b.String()
}

// brokenWord reports whether a line that is seen, not given, ends within a word:
// lines are broken after a hyphen without a space.
func brokenWord(before string, next *sheet.Word) bool {
	n := len(before)
	return next.Box != (ownership.Box{}) && n > 1 && before[n-1] == '-' && before[n-2] != ' ' && before[n-2] != '-' &&
		next.Text != "" && next.Text[0] != '-'
}

// Raw gives the text of words as the document has it, and where it stands: a piece
// for each line, and another wherever a word that lies between was left out.
func Raw(src *ownership.Source, lines [][]sheet.Word) (string, []ownership.Span) {
	var at []ownership.Span
	var text strings.Builder
	source := src.Text
	plain := src.Format == "text" // then it must be the very bytes of the source
	for _, l := range lines {
		for i := range l {
			w := &l[i]
			if i > 0 && next(&l[i-1], w, source) {
				last := &at[len(at)-1]
				last.End = w.At.End
				last.Box = Union(last.Box, w.At.Box)
				if !plain {
					if !w.Glued {
						text.WriteByte(' ')
					}
					text.WriteString(w.Text)
				}
				continue
			}
			at = append(at, w.At)
			if !plain {
				if text.Len() > 0 && !w.Glued {
					text.WriteByte(' ')
				}
				text.WriteString(w.Text)
			}
		}
	}
	if plain {
		for i, s := range at {
			if i > 0 {
				text.WriteByte(' ')
			}
			text.WriteString(strings.ToValidUTF8(source[s.Start:s.End], "�"))
		}
	}
	return text.String(), at
}

// next reports whether nothing stands between two words of a line but white space
// or, in HTML, markup.
func next(a, b *sheet.Word, source string) bool {
	if a.At.Page != b.At.Page {
		return false
	}
	if a.At.Page > 0 {
		return true
	}
	if a.At.End > b.At.Start || int(b.At.Start) > len(source) {
		return false
	}
	between := source[a.At.End:b.At.Start]
	if b.Box != (ownership.Box{}) && strings.Contains(between, "\n") {
		return false // lines of plain text are pieces
	}
	inTag := false
	for i := range len(between) {
		switch c := between[i]; {
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case !inTag && c > ' ' && c < 0x80 && c != '&':
			if !strings.HasPrefix(between[i:], "nbsp;") && !strings.HasPrefix(between[i:], "#160;") {
				return false
			}
			return true
		}
	}
	return true
}

func Union(a, b ownership.Box) ownership.Box {
	return ownership.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// Set gives a cell its value from words: Blank for none, Known where parse reads
// them, else Malformed.
func Set[T any](src *ownership.Source, v *ownership.Value[T], words []sheet.Word, parse func(string) (T, bool)) {
	v.How = ownership.Placed
	if len(words) == 0 {
		v.State = ownership.Blank
		return
	}
	v.Raw, v.At = Raw(src, [][]sheet.Word{words})
	if x, ok := parse(Joined(words)); ok {
		v.V, v.State = x, ownership.Known
	} else {
		v.State = ownership.Malformed
	}
}

// SetText gives a cell the text of lines.
func SetText(src *ownership.Source, v *ownership.Value[string], lines [][]sheet.Word) {
	v.How = ownership.Placed
	text := JoinedLines(lines)
	if text == "" {
		v.State = ownership.Blank
		return
	}
	v.V, v.State = text, ownership.Known
	v.Raw, v.At = Raw(src, lines)
	if isCut(lines) {
		reason.Doubt(&v.Reading, reason.CutOff.Of())
	}
}

// isCut reports whether the edge of the page cuts a text off: it runs through a word,
// or all lines end at it, which those of a text that is wrapped do not.
func isCut(lines [][]sheet.Word) bool {
	full, at := 0, 0
	for i, l := range lines {
		for k := range l {
			if l[k].Cut {
				return true
			}
		}
		if n := len(l); n > 0 && (i+1 < len(lines) || len(lines) == 1) {
			full++
			if l[n-1].Edge {
				at++
			}
		}
	}
	if full == 1 && len(lines) == 1 && form.EndsSentence(JoinedLines(lines)) {
		return false
	}
	return full > 0 && at == full
}
