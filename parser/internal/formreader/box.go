package formreader

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// box names a field of the form's header by what it is for; the numbers differ
// between the forms and over the years.
type box uint8

const (
	boxNone box = iota
	boxOwner
	boxIssuer
	boxForeignSymbol
	boxPeriod
	boxIRS
	boxAmendment
	boxRelationship
	boxJoint
	boxTable  // the title of a table, which ends the header
	boxLast   // (Last) (First) (Middle)
	boxStreet // (Street)
	boxCity   // (City) (State) (Zip)
	boxCountry
	boxTick // a corner box and its sentence
	boxOMB
	boxKinds
)

// label is the printed name of a box: words that begin it, and words that may
// follow, in their order.
type label struct {
	box    box
	begin  []string
	follow []string
}

var monthDayYear = []string{"month", "day", "year"}

// labels are tried in order; a longer beginning stands before a shorter one.
func labels() []label {
	return []label{
		{boxOwner, []string{"name", "and", "address", "of", "reporting"}, []string{"person", "persons"}},
		{boxOwner, []string{"name", "address", "of", "reporting"}, []string{"person"}},
		{boxIssuer, []string{"issuer", "name", "and", "ticker"}, []string{"or", "trading", "symbol"}},
		{boxForeignSymbol, []string{"foreign", "trading", "symbol"}, nil},
		{boxPeriod, []string{"date", "of", "earliest", "transaction"}, append([]string{"required", "to", "be", "reported"}, monthDayYear...)},
		{boxPeriod, []string{"date", "of", "event", "requiring"}, append([]string{"statement"}, monthDayYear...)},
		{boxPeriod, []string{"statement", "for", "issuer", "fiscal", "year"}, append([]string{"ended"}, monthDayYear...)},
		{boxPeriod, []string{"statement", "for", "issuer's", "fiscal", "year"}, append([]string{"ended"}, monthDayYear...)},
		{boxPeriod, []string{"statement", "for", "month"}, []string{"day", "year"}},
		{boxIRS, []string{"irs", "identification", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}},
		{boxIRS, []string{"i.r.s", "identification", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}},
		{boxIRS, []string{"irs", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}},
		{boxIRS, []string{"i.r.s", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}},
		{boxIRS, []string{"i.r.s", "or", "social", "security"}, []string{"number", "of", "reporting", "person", "voluntary"}},
		{boxIRS, []string{"irs", "or", "soc", "sec"}, []string{"no", "number", "of", "reporting", "person", "voluntary"}},
		{boxIRS, []string{"irs", "or", "social", "security"}, []string{"number", "of", "reporting", "person", "voluntary"}},
		{boxAmendment, []string{"if", "amendment", "date"}, append([]string{"of", "original", "filed"}, monthDayYear...)},
		{boxRelationship, []string{"relationship", "of", "reporting"}, []string{"person", "s", "persons", "to", "issuer", "check", "all", "applicable"}},
		{boxJoint, []string{"individual", "or", "joint"}, []string{"group", "filing", "reporting", "check", "applicable", "line"}},
		{boxTable, []string{"table", "i"}, nil},
		{boxTable, []string{"table", "1"}, nil},
		{boxTable, []string{"table", "l"}, nil},
		{boxLast, []string{"last"}, []string{"first", "middle"}},
		{boxLast, []string{"first"}, []string{"middle"}},
		{boxLast, []string{"middle"}, nil},
		{boxStreet, []string{"street"}, nil},
		{boxCity, []string{"city"}, []string{"state", "zip", "postal", "code"}},
		{boxCity, []string{"state"}, []string{"zip", "postal", "code"}},
		{boxCity, []string{"zip"}, []string{"postal", "code"}},
		{boxCountry, []string{"country"}, nil},
		{boxTick, []string{"check", "this", "box"}, nil},
		{boxTick, []string{"form", "3", "holdings"}, []string{"reported"}},
		{boxTick, []string{"form", "4", "transactions"}, []string{"reported"}},
		{boxOMB, []string{"omb", "approval"}, nil},
		{boxOMB, []string{"omb", "number"}, nil},
		{boxOMB, []string{"united", "states", "securities", "and", "exchange"}, nil},
		{boxOMB, []string{"filed", "pursuant", "to", "section"}, nil},
		{boxOMB, []string{"print", "or", "type", "responses"}, nil},
	}
}

// bracketed labels are only labels in brackets: "(Street)", "(Country)".
func (b box) bracketed() bool {
	return b == boxLast || b == boxStreet || b == boxCity || b == boxCountry
}

// boxes holds what stands in each box of a header, line by line. Every line is of
// one block, so that cells side by side are lines of their own.
type boxes struct {
	lines [boxKinds][][]sheet.Word
	found [boxKinds]bool
}

func (b *boxes) has(k box) bool { return b.found[k] }

// dropSpecks leaves out lines and words that are only specks, in what a machine read.
func (b *boxes) dropSpecks() {
	for k := range b.lines {
		if box(k) == boxRelationship || box(k) == boxJoint || box(k) == boxTick {
			continue
		}
		var kept [][]sheet.Word
		for _, l := range b.lines[k] {
			if l = dropSpecks(l); len(l) > 0 {
				kept = append(kept, l)
			}
		}
		b.lines[k] = kept
	}
}

// words gives all words of a box in one row.
func (b *boxes) words(k box) []sheet.Word {
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
	above := map[column]box{}
	var last [boxKinds]line
	known := labels()
	current := boxNone
	for i := range blocks {
		b := &blocks[i]
		if len(b.Lines) == 0 {
			continue
		}
		at := column{b.Table, b.Col}
		if k, ok := above[at]; ok && b.Table > 0 && b.Part == 0 && k != boxTick {
			current = k
		}
		for words := place(blocks, i); len(words) > 0; {
			if k, n := labelAt(known, words); k != boxNone {
				current = k
				out.found[k] = true
				last[k] = line{}
				words = words[n:]
				continue
			}
			w := words[0]
			if here := (line{w.block, w.line + 1}); last[current] != here {
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
func labelAt(known []label, words []placed) (box, int) {
	start := 0
	if f := words[0].folded; len(f) == 1 && isBoxNumber(f[0]) {
		start = 1
	}
	if start == len(words) || len(words[start].folded) == 0 {
		return boxNone, 0
	}
	for i := range known {
		l := &known[i]
		if l.box.bracketed() && (start == 1 || !isOpen(words[start].Text)) {
			continue
		}
		if n := l.match(words[start:]); n > 0 {
			return l.box, start + n
		}
	}
	return boxNone, 0
}

func isOpen(s string) bool { return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == '{') }

func isBoxNumber(s string) bool {
	return len(s) <= 2 && s[0] >= '1' && s[0] <= '8' && (len(s) == 1 || s[1] == 'a')
}

// match returns how many words the label takes at the start of words, or 0.
func (l *label) match(words []placed) int {
	want := l.begin
	n := 0
	for ; n < len(words); n++ {
		f := words[n].folded
		if n == 0 && len(f) > 1 && isBoxNumber(f[0]) {
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
	follow := l.follow
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
		rest, ok := consume(f, follow, l.begin)
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
func startsBox(known []label, b *sheet.Block, k box) bool {
	if len(b.Lines) == 0 {
		return false
	}
	got, _ := labelAt(known, place([]sheet.Block{*b}, 0))
	return got == k
}
