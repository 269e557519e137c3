package layout

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// signatures lays out names and dates, and the labels under them.
func (l *layout) signatures(at, end int) {
	l.table++
	row := 0
	give := func(name, when [][]sheet.Word) {
		l.give(sheet.Block{Lines: name, Table: l.table, Row: int32(row), Col: 0})
		l.give(sheet.Block{Lines: when, Table: l.table, Row: int32(row), Col: 1})
		row++
	}
	var above []*line
	for i := at; i < end; i++ {
		ln := l.lines[i]
		keys := keysOf(ln.words)
		if form.HeadingOf(ln.words[0].Text, keys.text) == form.HeadingSignatures {
			l.paragraph(ln.words)
			continue
		}
		if !form.IsSignatureLabel(keys.text) {
			above = append(above, ln)
			continue
		}
		x := float32(1e9)
		for k := i; k < min(end, i+3) && x == 1e9; k++ {
			words := l.lines[k].words
			if n := len(words) - 1; form.Fold(words[n].Text) == "date" && (k == i || form.IsSignatureTail(keysOf(words).text)) {
				x = words[n].x0
			}
		}
		for _, lines := range l.eachSignature(above, x) {
			give(l.nameAndDate(lines, x))
		}
		above = nil
		// The label may be wrapped.
		label := [][]token{ln.words}
		for k := 0; k < 2 && i+1 < end && form.IsSignatureTail(keysOf(l.lines[i+1].words).text); k++ {
			i++
			label = append(label, l.lines[i].words)
		}
		var name, when [][]sheet.Word
		for _, words := range label {
			date := len(words)
			if date > 0 && form.Fold(words[date-1].Text) == "date" {
				date--
			}
			if date > 0 {
				name = append(name, wordsOf(words[:date]))
			}
			if date < len(words) {
				when = append(when, wordsOf(words[date:]))
			}
		}
		give(name, when)
	}
	// Some companies print no label.
	last := -1
	for i, ln := range above {
		if isSigned(ln.words) && ln.hasDate() {
			last = i
		}
	}
	for _, lines := range l.eachSignature(above[:last+1], 1e9) {
		give(l.nameAndDate(lines, 1e9))
	}
	l.plain(above[last+1:])
}

// eachSignature parts lines into those of one signature each: each has one date.
func (l *layout) eachSignature(lines []*line, x float32) [][]*line {
	var out [][]*line
	under := l.dateUnder(lines, x)
	start, dated := 0, -1
	for i, ln := range lines {
		if !ln.hasDate() || under && !l.pages[ln.page].dateAt(ln, x) {
			continue
		}
		if dated >= 0 {
			cut, widest := dated+1, float32(-1)
			for k := dated + 1; k <= i; k++ {
				if gap := lines[k].y0 - lines[k-1].y1; gap > widest+0.1 || lines[k].page != lines[k-1].page {
					cut, widest = k, gap
				}
			}
			out = append(out, lines[start:cut])
			start = cut
		}
		dated = i
	}
	if start < len(lines) {
		out = append(out, lines[start:])
	}
	return out
}

// dateAt reports whether a line has a date about where the label of the date stands.
func (p *sheetPage) dateAt(ln *line, x float32) bool {
	for i := range ln.words {
		if w := &ln.words[i]; w.what == kindDate && w.x0 > x-letterToDate*p.letter {
			return true
		}
	}
	return false
}

// dateUnder reports whether any line has one there; then other dates are of names.
func (l *layout) dateUnder(lines []*line, x float32) bool {
	for _, ln := range lines {
		if l.pages[ln.page].dateAt(ln, x) {
			return true
		}
	}
	return false
}

// nameAndDate parts the lines of a signature; x is where the label of the date
// stands.
func (l *layout) nameAndDate(lines []*line, x float32) (name, when [][]sheet.Word) {
	under := l.dateUnder(lines, x)
	for _, ln := range lines {
		if len(keysOf(ln.words).text) == 0 {
			continue // the stars of the label
		}
		letter := l.pages[ln.page].letter
		n := len(ln.words)
		k := n
		for k > 0 && (ln.words[k-1].x0 >= x-letterOfDate*letter || k == n && ln.words[k-1].what == kindDate && (!under || ln.words[k-1].x0 > x-letterToDate*letter)) {
			k--
		}
		if k > 0 {
			name = append(name, wordsOf(ln.words[:k]))
		}
		if k < n {
			when = append(when, wordsOf(ln.words[k:]))
		}
	}
	return name, when
}

// isSigned reports whether a line begins with "/s/", as signatures do.
func isSigned(words []token) bool {
	for k := range words[:min(2, len(words))] {
		if t := strings.ToLower(words[k].Text); strings.HasPrefix(t, "/s/") || strings.HasPrefix(t, `\s\`) {
			return true
		}
	}
	return false
}

// signatureTop goes up from the label of a signature to the lines of name and date.
func (l *layout) signatureTop(i int) int {
	from := i
	dated := -1
	for from > 0 && i-from < signatureLines && l.lines[from-1].page == l.lines[i].page && l.kinds[from-1] == sectionNone {
		ln := l.lines[from-1]
		gap := (l.lines[from].y0 - ln.y1) / l.pages[ln.page].height
		if form.IsOwnLine(keysOf(ln.words).text) || gap > heightSigned || dated >= 0 && !l.pages[ln.page].wrapsName(ln, l.lines[dated], gap) {
			break
		}
		from--
		if ln.hasDate() {
			dated = from
		}
	}
	return from
}

// wrapsName reports whether a line over that of the date has the beginning of the
// name: it ends before the date, and begins where the rest of the name does.
func (p *sheetPage) wrapsName(ln, dated *line, gap float32) bool {
	letter := p.letter
	if gap > heightOfName || ln.hasDate() || ln.page != dated.page {
		return false
	}
	n := len(dated.words)
	if ln.words[len(ln.words)-1].x1 > dated.words[n-1].x0-letter {
		return false
	}
	d := ln.words[0].x0 - dated.words[0].x0
	return n == 1 || isSigned(ln.words) || d < letterName*letter && d > -letterName*letter
}

func (ln *line) hasDate() bool {
	for i := range ln.words {
		if ln.words[i].what == kindDate {
			return true
		}
	}
	return false
}
