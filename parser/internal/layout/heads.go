package layout

import (
	"strings"

	"filingview/parser/internal/form"
)

// splitHeads parts the lines of a table on one page into those of heads and those of
// rows.
func (l *layout) splitHeads(voc *vocabulary, start, stop int, open bool) (heads, body []*line) {
	first := -1
	for i := start; i < stop; i++ {
		if k := l.kinds[i]; k == sectionTableI || k == sectionTableII {
			first = i
			break
		}
	}
	for i := start; i < stop; i++ {
		if keys := keysOf(l.lines[i].words); form.TableTitle(keys.text) > 0 || form.IsTableSubtitle(keys.text) {
			continue // a title that is repeated
		}
		if i < first {
			body = append(body, l.lines[i])
			continue
		}
		if first < 0 && !open {
			body = append(body, l.lines[i])
			continue
		}
		// The heads end before the first value; the lines right above it that speak
		// of something else are the row's.
		last := i
		p := &l.pages[l.lines[i].page]
		low, second := false, p.left+(p.right-p.left)*shareTitleEnd // unless it is seen
		seen := false
		for k := i; k < stop; k++ {
			if low && onlyTitle(l.lines[k], second) {
				break
			}
			low = low || isLowHead(voc, l.lines[k])
			if x := secondHead(l.lines[k]); x > 0 && !seen {
				second, seen = x, true
			}
			known, speaks := speaksHead(voc, l.lines[k])
			if known < surelyHead && holdsValue(l.lines[k], l.pages[l.lines[k].page].scan) {
				break
			}
			if speaks {
				last = k + 1
			}
		}
		heads = append(heads, l.lines[i:last]...)
		body = append(body, l.lines[last:stop]...)
		break
	}
	return heads, body
}

// holdsValue reports whether a line has what no head has.
func holdsValue(ln *line, scan bool) bool {
	for i := range ln.words {
		w := &ln.words[i]
		switch w.what {
		case kindDate, kindDollar:
			return true
		case kindMark:
			if !scan {
				return true // on a scan it may be an (A) or a (D)
			}
		case kindNumber:
			if digits := countDigits(w.Text); digits >= 3 || digits == 2 && strings.ContainsAny(strings.Trim(w.Text, "|[]{}.,"), ".,") {
				return true
			}
		}
	}
	return false
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// speaksHead counts the words of a line that are of heads, and reports whether most
// are.
func speaksHead(voc *vocabulary, ln *line) (words int, speaks bool) {
	known, all := 0, 0
	for i := range ln.words {
		w := &ln.words[i]
		if len(w.keys) == 0 {
			continue
		}
		all++
		f := form.Fold(w.Text)
		switch {
		case voc.fits(w) != nil, form.IsInstruction(f):
			known++
			words++
		case form.IsFiller(f), len(f) == 1 && f[0] >= '3' && f[0] <= '8', f == "i": // "(Instr. 3, 4 and 5)", "(I)"
			known++
		}
	}
	return words, words > 0 && known*5 >= all*3 || words > 3 && known*2 >= all
}

// hasDeemed reports whether the heads at the start of lines have the deemed execution
// date, which forms before August 2002 lack.
func hasDeemed(lines []*line) bool {
	for _, ln := range lines[:min(len(lines), deemedLines)] {
		for k := range ln.words {
			for _, part := range ln.words[k].keys {
				if form.SaysDeemed(part) {
					return true
				}
			}
		}
	}
	return false
}

// anyValue reports whether one of some lines has what no head has.
func anyValue(lines []*line) bool {
	for _, ln := range lines {
		for i := range ln.words {
			if k := ln.words[i].what; k == kindDate || k == kindDollar || k == kindNumber && countDigits(ln.words[i].Text) > 2 || k == kindI && !strings.Contains(ln.words[i].Text, ")") {
				return true
			}
		}
	}
	return false
}

// isLowHead reports whether a line has the lowest heads of groups.
func isLowHead(voc *vocabulary, ln *line) bool {
	n := 0
	for i := range ln.words {
		if voc.leafFits(&ln.words[i]) != nil {
			n++
		}
	}
	return n >= lowHeads
}

// secondHead gives where the second head starts, or 0.
func secondHead(ln *line) float32 {
	for i := range ln.words {
		if k := headKeys(&ln.words[i]); len(k) > 0 && k[0] == "#2" {
			return ln.words[i].x0
		}
	}
	return 0
}

// onlyTitle reports whether a line has words in the first column only, as the first
// line of a title may be.
func onlyTitle(ln *line, second float32) bool {
	for i := range ln.words {
		if ln.words[i].x1 >= second || form.IsInstruction(form.Fold(ln.words[i].Text)) {
			return false
		}
	}
	return true
}
