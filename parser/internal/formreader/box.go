package formreader

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/repair"
	"filingview/parser/internal/sheet"
)

// boxes holds what stands in each box of a header, line by line. Every line is of
// one block, so that cells side by side are lines of their own.
type boxes struct {
	lines [form.Boxes][][]sheet.Word
	found [form.Boxes]bool
}

func (b *boxes) has(k form.Box) bool { return b.found[k] }

// dropSpecks leaves out lines and words that are only specks, in what a machine read.
func (b *boxes) dropSpecks() {
	for k := range b.lines {
		if form.Box(k) == form.BoxRelationship || form.Box(k) == form.BoxJoint || form.Box(k) == form.BoxTick {
			continue
		}
		var kept [][]sheet.Word
		for _, l := range b.lines[k] {
			if l = repair.DropSpecks(l); len(l) > 0 {
				kept = append(kept, l)
			}
		}
		b.lines[k] = kept
	}
}

// words gives all words of a box in one row.
func (b *boxes) words(k form.Box) []sheet.Word {
	var out []sheet.Word
	for _, l := range b.lines[k] {
		out = append(out, l...)
	}
	return out
}

// placed is a word of a header with the folded words that it counts as.
type placed struct {
	sheet.Word
	block, line int
	folded      []string
}

func place(blocks []sheet.Block, i int) []placed {
	var out []placed
	for l, line := range blocks[i].Lines {
		for _, w := range line {
			out = append(out, placed{w, i, l, form.AppendFolded(nil, w.Text)})
		}
	}
	return out
}

// readBoxes sorts the words of the header into its boxes. What follows a label
// belongs to it up to the next; a cell without a label goes on with the box above
// in its column, if its table has one, else with the box before.
func readBoxes(blocks []sheet.Block) boxes {
	var out boxes
	type column struct{ table, col int32 }
	type line struct{ block, line int }
	above := map[column]form.Box{}
	var last [form.Boxes]line
	current := form.BoxNone
	for i := range blocks {
		b := &blocks[i]
		if len(b.Lines) == 0 {
			continue
		}
		at := column{b.Table, b.Col}
		if k, ok := above[at]; ok && b.Table > 0 && b.Part == 0 && k != form.BoxTick {
			current = k
		}
		for words := place(blocks, i); len(words) > 0; {
			here := line{words[0].block, words[0].line + 1}
			if k, n := labelAt(words); k != form.BoxNone && !(current == form.BoxIssuer && isSymbolIn(words, last[current] == here)) {
				current = k
				out.found[k] = true
				last[k] = line{}
				words = words[n:]
				continue
			}
			w := words[0]
			if last[current] != here {
				out.lines[current] = append(out.lines[current], nil)
				last[current] = here
			}
			n := len(out.lines[current]) - 1
			out.lines[current][n] = append(out.lines[current][n], w.Word)
			words = words[1:]
		}
		if b.Table > 0 {
			above[at] = current
		}
	}
	return out
}

// labelAt finds the label that words begin with, and how many of them it takes.
// Its number may stand before it.
func labelAt(words []placed) (form.Box, int) {
	start := 0
	if f := words[0].folded; len(f) == 1 && form.IsBoxNumber(f[0]) {
		start = 1
	}
	if start == len(words) || len(words[start].folded) == 0 {
		return form.BoxNone, 0
	}
	labels := form.Labels()
	for i := range labels {
		l := &labels[i]
		if l.Box.InBrackets() && (start == 1 || !isOpen(words[start].Text)) {
			continue
		}
		if n := match(l, words[start:]); n > 0 {
			return l.Box, start + n
		}
	}
	return form.BoxNone, 0
}

// isSymbolIn reports whether the next word is a trading symbol in brackets that is a label
// of an address, too: [ZIP], [CITY]. EDGAR prints it in square ones; in round ones it
// stands after the issuer's name on its line, where no label does.
func isSymbolIn(words []placed, afterName bool) bool {
	s := words[0].Text
	switch n := len(s); {
	case n < 3:
		return false
	case s[0] == '[' && s[n-1] == ']':
		return true
	case s[0] == '(' && s[n-1] == ')':
		next := len(words) > 1 && words[1].line == words[0].line
		return afterName && !next && strings.ToUpper(s) == s
	}
	return false
}

func isOpen(s string) bool { return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == '{') }

// match returns how many words a label takes at the start of words, or 0.
func match(l *form.Label, words []placed) int {
	want := l.Begin
	n := 0
	for ; n < len(words); n++ {
		f := words[n].folded
		if n == 0 && len(f) > 1 && form.IsBoxNumber(f[0]) {
			f = f[1:] // "1.Name"
		}
		if len(f) == 0 {
			continue
		}
		if len(f) > len(want) {
			// "Joint/Group" goes over into what follows.
			if !allLike(f[:len(want)], want) {
				return 0
			}
			want = nil
			break
		}
		if !allLike(f, want[:len(f)]) {
			return 0
		}
		if want = want[len(f):]; len(want) == 0 {
			n++
			break
		}
	}
	if len(want) > 0 {
		return 0
	}
	follow := l.Follow
	for n < len(words) {
		f := words[n].folded
		if len(f) == 0 {
			// A star or a stray mark belongs to the label if more of it follows.
			if strayMark(words[n].Text) {
				n++
				continue
			}
			return n
		}
		rest, ok := consume(f, follow, l.Begin)
		if !ok {
			return n
		}
		follow = rest
		n++
	}
	return n
}

// consume takes the folded parts of one word off the words that may follow; some
// may be left out, none is taken twice.
func consume(parts, follow, begin []string) ([]string, bool) {
	for i, p := range parts {
		found := -1
		for j, w := range follow {
			if form.Like(p, w) {
				found = j
				break
			}
		}
		if found < 0 {
			if i == 0 && len(begin) > 0 && form.Like(p, begin[len(begin)-1]) && len(parts) > 1 {
				continue // "Joint/Group"
			}
			return follow, false
		}
		follow = follow[found+1:]
	}
	return follow, true
}

func strayMark(s string) bool {
	switch s {
	case "*", "**", ":", ".", ",", "(", ")", "-", "–":
		return true
	}
	return false
}

func allLike(a, b []string) bool {
	for i := range a {
		if !form.Like(a[i], b[i]) {
			return false
		}
	}
	return true
}

// startsBox reports whether a block begins with the label of a box.
func startsBox(b *sheet.Block, k form.Box) bool {
	if len(b.Lines) == 0 {
		return false
	}
	got, _ := labelAt(place([]sheet.Block{*b}, 0))
	return got == k
}
