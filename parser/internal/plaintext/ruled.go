package plaintext

import (
	"slices"
	"strings"

	"filingview/parser/internal/sheet"
)

// The forms that were filed as text, until 2003, have tables whose columns are
// ruled: by bars, or by the line of <S> and <C> tags that EDGAR asked for, each of
// which stands where a column starts. Their cells are wrapped over lines, and some
// programs cut them wherever the column was full, in mid-word.

// maxColumns bounds the columns of a ruled table and maxRowLines the lines of one of
// its rows; Table II has 16 columns.
const (
	maxColumns  = 64
	maxRowLines = 100
)

// lineKind is what a line of such a text is.
type lineKind uint8

const (
	lineBlank lineKind = iota // nothing, or nothing but bars
	lineText
	lineRule    // a line of dashes, with bars or not
	lineColumns // <S> and <C>
	lineTag     // <TABLE>, <CAPTION>, <PAGE> and their ends
)

// ruledLine is a line with its words by columns, which bars part.
type ruledLine struct {
	kind    lineKind
	caption bool // the tag begins a table
	page    bool // the tag begins a page, and may stand in a table
	words   []sheet.Word
	bars    []int // columns in which a bar stands
	starts  []int // columns in which a column starts, of a line of <S> and <C>
	dashes  []dash
}

// dash is a run of dashes in a ruled line.
type dash struct{ x0, x1 int }

// hasRulers reports whether bars, tags or lines of dashes rule tables in the text.
func (t *textReader) hasRulers() bool {
	barred, rules, titles := 0, 0, 0
	for _, l := range t.lines {
		s := t.text(l)
		if strings.Count(s, "|") >= 3 {
			barred++
		}
		switch {
		case len(s) >= 40 && isRule(s):
			rules++
		case isTableTitle(s):
			titles++
		}
		if barred >= 3 || strings.Contains(s, "<C>") && strings.Contains(s, "<S>") || strings.Count(s, "<c>") >= 2 {
			return true
		}
	}
	return rules >= 4 && titles > 0
}

// ruledLine takes a line apart.
func (t *textReader) ruledLine(i int) ruledLine {
	l := t.lines[i]
	s := t.text(l)
	var r ruledLine
	trimmed := strings.ToUpper(strings.TrimSpace(s))
	switch {
	case strings.Contains(trimmed, "<S>") || strings.Count(trimmed, "<C>") >= 2:
		r.kind = lineColumns
		for x := 0; x+2 < len(s); x++ {
			if tag := s[x : x+3]; strings.EqualFold(tag, "<S>") || strings.EqualFold(tag, "<C>") {
				if len(r.starts) == maxColumns {
					break
				}
				r.starts = append(r.starts, columnAfter(s[:x], 0))
			}
		}
		return r
	case isTextTag(trimmed):
		r.kind = lineTag
		r.caption = strings.HasPrefix(trimmed, "<TABLE") || strings.HasPrefix(trimmed, "<CAPTION")
		r.page = strings.HasPrefix(trimmed, "<PAGE")
		return r
	case isRule(s):
		r.kind = lineRule
		r.dashes = dashesOf(s)
		return r
	}
	r.words, r.bars = t.barred(l, i)
	r.words = slices.DeleteFunc(r.words, func(w sheet.Word) bool {
		line := isLine(w.Text)
		if line && len(r.dashes) < maxColumns {
			r.dashes = append(r.dashes, dash{int(w.Box.X0), int(w.Box.X1)})
		}
		return line
	})
	for _, w := range r.words {
		if isDashWord(w.Text) && len(r.dashes) < maxColumns {
			r.dashes = append(r.dashes, dash{int(w.Box.X0), int(w.Box.X1)})
		}
	}
	if len(r.words) > 0 {
		r.kind = lineText
	}
	return r
}

// isTextTag tells a line that is nothing but a tag of EDGAR's text.
func isTextTag(upper string) bool {
	for _, tag := range [...]string{"<TABLE>", "</TABLE>", "<CAPTION>", "</CAPTION>", "<PAGE>", "<FN>", "</FN>", "<TEXT>", "</TEXT>"} {
		if rest, ok := strings.CutPrefix(upper, tag); ok {
			return rest == "" || isTextTag(strings.TrimSpace(rest)) || tag == "<PAGE>" && len(rest) < 8
		}
	}
	return false
}

// isRule tells a line of dashes. Lines of a message that begin with a dash have
// another before them ("- ----"), which the PEM wrapper adds.
func isRule(s string) bool {
	run, longest := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '-', '=', '_', '~':
			run++
			longest = max(longest, run)
		case ' ', '\t', '|', '+', '*', '.', ':':
			run = 0
		default:
			return false
		}
	}
	return longest >= 3
}

// dashesOf finds the runs of dashes in a line.
func dashesOf(s string) []dash {
	var all []dash
	for x := 0; x < len(s); x++ {
		from := x
		for x < len(s) && (s[x] == '-' || s[x] == '=' || s[x] == '_') {
			x++
		}
		if x-from >= 3 && len(all) < maxColumns {
			all = append(all, dash{from, x})
		}
	}
	return all
}

// barred gives the words of a line and the columns of its bars. A mark <F1> is the
// number of a note.
func (t *textReader) barred(l textLine, y int) (words []sheet.Word, bars []int) {
	x, start := 0, l.start
	for i := l.start; ; i++ {
		if i < l.end && t.src[i] != '|' {
			continue
		}
		piece := t.place(start, i, x, y)
		for k := range piece {
			w := &piece[k]
			if n := len(w.Text); n >= 4 && n <= 5 && (strings.HasPrefix(w.Text, "<F") || strings.HasPrefix(w.Text, "<f")) && w.Text[n-1] == '>' {
				w.Text, w.Raised = w.Text[2:n-1], true
				w.At.Start, w.At.End = w.At.Start+2, w.At.End-1
			}
		}
		words = append(words, piece...)
		x = columnAfter(t.src[start:i], x)
		if i == l.end {
			return words, bars
		}
		if len(bars) < maxColumns {
			bars = append(bars, x)
		}
		x++
		start = i + 1
	}
}

// columnAfter gives the column after a text that starts in column x.
func columnAfter(s string, x int) int {
	for _, c := range s {
		if c == '\t' {
			x += 8 - x%8
		} else {
			x++
		}
	}
	return x
}

// ruled gives the blocks of a text with ruled tables.
func (t *textReader) ruled() {
	lines := make([]ruledLine, len(t.lines))
	for i := range t.lines {
		lines[i] = t.ruledLine(i)
	}
	for i := 0; i < len(lines) && !t.full; {
		if end := tableEnd(lines, i); end > i {
			t.ruledTable(lines[i:end])
			i = end
			continue
		}
		if lines[i].kind != lineText {
			i++
			continue
		}
		if end := boxesEnd(lines, i); end > i {
			t.boxes(lines[i:end])
			i = end
			continue
		}
		end := i
		for end < len(lines) && lines[end].kind == lineText && (end == i || tableEnd(lines, end) == end && boxesEnd(lines, end) == end) {
			end++
		}
		t.paragraphOf(lines[i:end])
		i = end
	}
}

// paragraphOf gives lines as one block.
func (t *textReader) paragraphOf(lines []ruledLine) {
	var b sheet.Block
	for _, l := range lines {
		if len(l.words) > 0 {
			b.Lines = append(b.Lines, l.words)
		}
	}
	if len(b.Lines) > 0 {
		t.give(b)
	}
}

// tableEnd returns where the table ends that starts at line i, or i if none does. A
// table starts at a caption with columns after it, at lines with bars, or at the
// title of Table I or II.
func tableEnd(lines []ruledLine, i int) int {
	switch l := &lines[i]; {
	case l.kind == lineTag && l.caption:
		return captionEnd(lines, i)
	case len(l.bars) >= 2:
		return barsEnd(lines, i)
	case l.kind == lineText && len(l.words) > 2 && isTableTitle(textOf(l.words)):
		return dashesEnd(lines, i)
	}
	return i
}

// captionEnd: the table ends before the next caption or at </TABLE>.
func captionEnd(lines []ruledLine, i int) int {
	ruled := false
	end := i + 1
	for ; end < len(lines); end++ {
		l := &lines[end]
		if l.kind == lineTag && !l.page && (!l.caption || end > i+1) {
			break
		}
		ruled = ruled || l.kind == lineColumns
	}
	if ruled || barredLines(lines[i:end]) >= 2 {
		return end
	}
	return i
}

// barsEnd: a table of bars ends at text without any.
func barsEnd(lines []ruledLine, i int) int {
	end, barred := i, i
	for ; end < len(lines); end++ {
		l := &lines[end]
		if l.kind == lineTag && !l.page || l.kind == lineColumns || l.kind == lineText && len(l.bars) < 2 {
			break
		}
		if end > i && (l.kind == lineText && isTableTitle(textOf(l.words)) || beginsGrid(lines[i:], end-i)) {
			break
		}
		if len(l.bars) >= 2 {
			barred = end + 1
		}
	}
	if barredLines(lines[i:barred]) < 2 {
		return i
	}
	return barred
}

// beginsGrid reports whether a grid ends before line i and another begins there: two rules
// stand one after the other, and none of the bars within the one goes on in the other.
func beginsGrid(lines []ruledLine, i int) bool {
	if lines[i].kind != lineRule || lines[i-1].kind != lineRule {
		return false
	}
	var before, after []int
	for k := i - 1; k >= 0 && before == nil; k-- {
		before = lines[k].bars
	}
	for k := i; k < len(lines) && after == nil; k++ {
		after = lines[k].bars
	}
	if len(before) < 3 || len(after) < 2 {
		return false
	}
	return !slices.ContainsFunc(after[1:], func(x int) bool { return slices.Contains(before[1:], x) })
}

// dashesEnd: a table between lines of dashes ends with the last of them, before the
// next title, tag or sentence of the form.
func dashesEnd(lines []ruledLine, i int) int {
	end := i
	for k := i + 1; k < len(lines); k++ {
		l := &lines[k]
		if l.kind == lineTag && !l.page || l.kind == lineColumns || len(l.bars) >= 2 {
			break
		}
		if l.kind == lineText && (isTableTitle(textOf(l.words)) || endsTable(textOf(l.words))) {
			break
		}
		if l.kind == lineRule && ruleWidth(l) >= 60 {
			end = k + 1
		}
	}
	if bandWithNumbers(lines[i:end]) < 0 {
		return i
	}
	return end
}

// ruleWidth gives the width of a rule that goes through the table, 0 for one that
// only parts a heading from those below it.
func ruleWidth(l *ruledLine) int {
	n, end := 0, 0
	for _, d := range l.dashes {
		n += d.x1 - d.x0
		end = d.x1
	}
	if n*2 <= end {
		return 0
	}
	return n
}

// bandWithNumbers finds the band of lines, between two rules that go through, that
// has the numbers of the heads, and returns where it starts, or -1.
func bandWithNumbers(lines []ruledLine) int {
	start, numbers := 0, 0
	for i := range lines {
		l := &lines[i]
		if l.kind == lineRule && ruleWidth(l) >= 60 {
			if numbers >= 3 {
				return start
			}
			start, numbers = i+1, 0
			continue
		}
		for k, w := range l.words {
			if isHeadNumber(w.Text) && (k == 0 || w.Box.X0-l.words[k-1].Box.X1 >= 2) {
				numbers++
			}
		}
	}
	return -1
}

func barredLines(lines []ruledLine) int {
	n := 0
	for i := range lines {
		if len(lines[i].bars) >= 2 {
			n++
		}
	}
	return n
}
