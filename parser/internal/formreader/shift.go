package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// partTitle takes out of the title of the underlying securities what stands between
// the pieces of it that are wrapped: the amount that the column beside it lacks, and
// marks of notes. "Class B Common 1,474,432 Stock" is a title of two lines with the
// amount beside the first.
func (r *tableReader) partTitle(cols []form.Column, line []printed.Cell) {
	u, a := slices.Index(cols, form.ColUnderlyingTitle), slices.Index(cols, form.ColUnderlyingAmount)
	if r.damaged || r.given() || u < 0 || a < 0 || max(u, a) >= len(line) {
		return
	}
	title := &line[u]
	for i := 1; i < len(title.Words); i++ {
		w := title.Words[i]
		if _, ok := printed.ParseNumber(w.Text); ok && strings.Contains(w.Text, ",") && len(line[a].Words) == 0 {
			line[a].Words, line[a].Parted, title.Parted = []sheet.Word{w}, true, true
			title.Words = slices.Delete(slices.Clone(title.Words), i, i+1)
			i--
			continue
		}
		if ids, size := markAt(title.Words, i); size == 1 && i+1 < len(title.Words) {
			c := title
			for _, k := range [...]form.Column{form.ColExpiration, form.ColExercisable} {
				if at := slices.Index(cols, k); at >= 0 && at < len(line) && len(line[at].Words) == 0 && len(line[at].Notes) == 0 {
					c = &line[at] // which must not be empty
					break
				}
			}
			c.Notes, c.Parted, title.Parted = once(slices.Concat(c.Notes, ids)), true, true
			title.Words = slices.Delete(slices.Clone(title.Words), i, i+1)
			i--
		}
	}
}

// restoreTitle puts a title back that stands in the columns after its own, as on a page
// of another spacing than the first: words before the first number or date are the
// title, if the column of titles is empty.
func (r *tableReader) restoreTitle(cols []form.Column, line []printed.Cell) {
	if r.damaged || len(cols) == 0 || cols[0] != form.ColTitle || len(line) == 0 || len(line[0].Words) > 0 {
		return
	}
	var title []sheet.Word
	i := 1
	for ; i < len(line); i++ {
		w := line[i].Words
		if len(w) == 0 {
			continue
		}
		_, isNumber := printed.ParseNumber(w[0].Text)
		_, isDate := printed.ParseDate(w[0].Text)
		if isNumber || isDate || form.IsCurrency(w[0].Text) {
			break
		}
		title = append(title, w...)
	}
	if i == len(line) || !printed.LooksLike(form.ColTitle, printed.Joined(title)) {
		return
	}
	for j := 1; j < i; j++ {
		line[0].Notes = append(line[0].Notes, line[j].Notes...)
		line[j] = printed.Cell{}
	}
	line[0].Words, line[0].Moved = title, true
	lone, to := -1, slices.Index(cols, form.ColFollowing)
	for j := i; j < len(line); j++ {
		if len(line[j].Words) == 0 {
			continue
		}
		if _, ok := printed.ParseNumber(printed.Joined(line[j].Words)); ok {
			if lone >= 0 {
				return
			}
			lone = j
		} else if j < len(cols) && !cols[j].IsText() && cols[j] != form.ColOwnership {
			return
		}
	}
	if lone >= 0 && to >= 0 && to < len(line) && lone != to && len(line[to].Words) == 0 {
		// A line with one number, and D or I, is a holding of so much.
		line[to], line[lone] = line[lone], printed.Cell{}
		line[to].Moved = true
	}
}

// dropHeads leaves out of the first line of a table what is left of the heads above
// it: the last words of one that is longer than the others, "(I) (Instr. 4)".
// Whole lines of heads go, too.
func (r *tableReader) dropHeads(cols []form.Column, lines [][]printed.Cell) [][]printed.Cell {
	for len(lines) > 0 && isHeadLine(lines[0]) {
		lines = lines[1:]
	}
	if r.damaged || r.given() || len(lines) == 0 {
		return lines
	}
	for i := range lines[0] {
		c := &lines[0][i]
		if i >= len(cols) || cols[i] == form.ColTitle || cols[i] == form.ColUnderlyingTitle {
			continue
		}
		words := joinLines(c.Lines)
		rest := slices.DeleteFunc(slices.Clone(words), func(w sheet.Word) bool { return form.EndsHead(w.Text) })
		if len(rest) == len(words) || !slices.ContainsFunc(words, func(w sheet.Word) bool { return strings.Contains(w.Text, "Instr") }) && len(rest) == 0 {
			continue
		}
		if c.Lines, c.Parted = nil, true; len(rest) > 0 {
			c.Lines = [][]sheet.Word{rest}
		}
	}
	return lines
}

// isHeadLine reports whether a line says what the second row of heads says, and has
// nothing under the title of a security.
func isHeadLine(line []printed.Cell) bool {
	if len(line) == 0 || len(line[0].Lines) > 0 || !anything(line) {
		return false
	}
	for i := range line {
		for _, w := range joinLines(line[i].Lines) {
			if !form.IsLowHeadPart(form.Fold(w.Text)) && !form.EndsHead(w.Text) && w.Text != "3," && w.Text != "4," {
				return false
			}
		}
	}
	return true
}

// pullNature gives the nature of ownership of a line back what wrapped into the one
// below: marks end a text, so that what stands before a mark in the middle of one is
// of the line above, if that has none.
func (r *tableReader) pullNature(cols []form.Column, lines [][]printed.Cell) {
	n := slices.Index(cols, form.ColNature)
	if r.damaged || r.given() || n < 0 {
		return
	}
	for i := 1; i < len(lines); i++ {
		if n >= len(lines[i]) || n >= len(lines[i-1]) {
			continue
		}
		above, below := &lines[i-1][n], &lines[i][n]
		before, words := joinLines(above.Lines), joinLines(below.Lines)
		if len(before) == 0 || len(words) < 3 {
			continue
		}
		if _, size := markAt(before, len(before)-1); size > 0 {
			continue
		}
		end := -1
		for j := 1; j+1 < len(words); j++ {
			if _, size := markAt(words, j); size > 0 {
				end = j
			}
		}
		if end < 0 || form.IsNoteWord(form.Fold(words[end-1].Text)) {
			continue
		}
		above.Lines = append(above.Lines[:len(above.Lines):len(above.Lines)], words[:end+1])
		below.Lines = [][]sheet.Word{words[end+1:]}
		above.Parted, below.Parted = true, true
	}
}

// settleHolding looks at a line without date and code, which every transaction has:
// a number in the column of transactions is what is owned if nothing else says it,
// and a mark that stands there alone is of the first cell after it that is empty.
func (r *tableReader) settleHolding(cols []form.Column, line []printed.Cell) {
	empty := func(k form.Column) bool {
		c := printed.At(cols, line, k)
		return len(c.Words) == 0 && len(c.Notes) == 0
	}
	if r.damaged || r.given() || !printed.Has(cols, form.ColDate) || !empty(form.ColDate) || !empty(form.ColCode) || !empty(form.ColDeemed) {
		return
	}
	place := func(k form.Column) *printed.Cell {
		if i := slices.Index(cols, k); i >= 0 && i < len(line) {
			return &line[i]
		}
		return nil
	}
	if a, f := place(form.ColAmount), place(form.ColFollowing); a != nil && f != nil && len(a.Words) > 0 && empty(form.ColFollowing) && empty(form.ColAcquiredDisposed) && empty(form.ColPrice) {
		*f, *a = *a, printed.Cell{}
		f.Parted = true
	}
	for _, k := range [...]form.Column{form.ColAcquired, form.ColDisposed} {
		from := place(k)
		if from == nil || len(from.Words) > 0 || len(from.Notes) == 0 {
			continue
		}
		for _, to := range [...]form.Column{form.ColExercisable, form.ColExpiration} {
			if c := place(to); c != nil && empty(to) {
				c.Notes, from.Notes, c.Parted = from.Notes, nil, true
				break
			}
		}
	}
}
