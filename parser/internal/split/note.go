package split

import (
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/notetext"
)

// Mention is a split that a text names.
type Mention struct {
	Ratio Ratio
	// From and To are the bytes of the words that name it, with the clause around
	// them.
	From, To int
	// Span is when it took effect, as far as the text says.
	Span Span
	// Pending: the split had not been applied to the figures of the text: it is to
	// come, or they are those before it.
	Pending bool
	// Depositary: what changed is how many shares an American depositary share
	// represents.
	Depositary bool

	words [2]int // the words of the ratio
}

// reach is how many bytes a ratio may be away from the word that says that it is of
// a split, that word included.
const reach = 60

// speaks reports whether a text may tell of a split: a quick look before a long one.
func speaks(low string) bool {
	for _, w := range [...]string{"split", "dividend", "consolidat", "combin", "subdivi", "sub-divi"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.Contains(low, "from") && (strings.Contains(low, "ads") || strings.Contains(low, "depositary"))
}

// Mentions finds the splits that a text names: "five-for-one",
// "1-for-10", "2:1", "twenty-five (25)-to-one" beside the word split, "50% stock
// dividend", "each ten shares were combined into one share", "one additional share
// for each share held". A ratio of an exchange, a conversion or a vote is none.
func Mentions(text string) []Mention {
	low := char.Lower(text)
	if !speaks(low) {
		return nil
	}
	t := note{low: low, words: wordsOf(low)}
	t.anchors = anchorsIn(t.words)
	found := t.ratios()
	for _, more := range [...][]Mention{t.percents(), t.combined(), t.perShare(), t.representing()} {
		found = append(found, more...)
	}
	found = withoutRepeats(t.words, inOrder(found))
	for i := range found {
		m := &found[i]
		from, to := t.words[m.words[0]].from, t.words[m.words[1]-1].to
		after := len(low)
		if i+1 < len(found) {
			after = t.words[found[i+1].words[0]].from
		}
		before := 0
		if i > 0 {
			before = t.words[found[i-1].words[1]-1].to
		}
		m.From, m.To = notetext.Clause(low, from, to)
		m.Span = spanIn(low, before, from, to, after, m.From, m.To)
		m.Pending = pending(low[max(m.From, from-reach):from], low[to:m.To])
	}
	return found
}

// inOrder puts mentions in the order of their words. It sorts pointers, of which one sort is
// in the program already.
func inOrder(found []Mention) []Mention {
	sorted := make([]*Mention, len(found))
	for i := range found {
		sorted[i] = &found[i]
	}
	slices.SortStableFunc(sorted, func(a, b *Mention) int { return a.words[0] - b.words[0] })
	all := make([]Mention, len(found))
	for i, m := range sorted {
		all[i] = *m
	}
	return all
}

// withoutRepeats leaves out what says a split again: "a 3-for-2 split in the form of a
// 50% stock dividend". If the two contradict each other, neither is told.
func withoutRepeats(words []word, found []Mention) []Mention {
	for i := 0; i+1 < len(found); i++ {
		a, b := &found[i], &found[i+1]
		if b.words[0] < a.words[1] { // the same words
			found = slices.Delete(found, i+1, i+2)
			i--
			continue
		}
		between := words[a.words[1]:b.words[0]]
		form := len(between) < 14 && slices.ContainsFunc(between, func(w word) bool {
			return w.text == "form" || w.text == "i" || w.text == "effected" || w.text == "(" || strings.HasPrefix(w.text, "pursuan") || w.text == "whereby" || w.text == "which"
		}) && !slices.ContainsFunc(between, func(w word) bool { return w.text == "and" || w.text == ";" })
		switch {
		case !form:
		case a.Ratio == b.Ratio:
			a.words[1] = b.words[1]
			found = slices.Delete(found, i+1, i+2)
			i--
		default:
			found = slices.Delete(found, i, i+2)
			i--
		}
	}
	return found
}

// note is a text with the words that speak of splits.
type note struct {
	low     string
	words   []word
	anchors []anchor
}

// ratios finds "3-for-1", "one for ten", "25-to-1", "1:10" beside words for a split.
func (t *note) ratios() []Mention {
	var found []Mention
	for i := 0; i < len(t.words); i++ {
		n, sep := numberAt(t.words, i)
		if sep == i {
			continue
		}
		d, colon, end := t.secondNumber(sep)
		if end == 0 {
			i = sep - 1
			continue
		}
		a := t.anchorOf(i, end)
		if a != nil && !t.ofOtherUnit(i, sep, end, n, d) && !(colon && t.isTime(i, end, n, d)) && !t.ofExchange(i, end, a) {
			r := of(n.n*d.per, d.n*n.per)
			switch way := max(a.way, wayBefore(t.words, i)); {
			case r == Ratio{}:
			case way == reverse && r.N > r.D, way == forward && r.N < r.D:
				r = Ratio{r.D, r.N}
				fallthrough
			default:
				found = append(found, Mention{Ratio: r, Depositary: a.depositary, words: [2]int{min(i, a.from), max(end, a.to)}})
			}
		}
		i = end - 1
	}
	return found
}

// mostBare is the most shares of a ratio that is written without a dash.
const mostBare = 1000

// ofOtherUnit reports whether the numbers count something else: "2 for 3 years", "from 2
// to 4", "$2 for 1".
func (t *note) ofOtherUnit(i, sep, end int, n, d number) bool {
	if at(t.words, i-1) == "$" {
		return true
	}
	if w := at(t.words, sep); w == "-" || w == ":" {
		return false
	}
	switch at(t.words, end) {
	case "year", "years", "month", "months", "day", "days", "percent", "%", "times", "installments":
		return true
	}
	before := at(t.words, i-1)
	return before == "from" || before == "between" || max(n.n, d.n) > mostBare
}

// secondNumber reads "-for-10", "for each ten", "to 1", ":10". end is 0 if there is none.
func (t *note) secondNumber(i int) (d number, colon bool, end int) {
	if at(t.words, i) == ":" {
		d, end = numberAt(t.words, i+1)
		if end == i+1 {
			return d, true, 0
		}
		return d, true, end
	}
	if at(t.words, i) == "-" {
		i++
	}
	if w := at(t.words, i); w != "for" && w != "to" {
		return d, false, 0
	}
	i++
	for w := at(t.words, i); w == "-" || w == "each" || w == "every"; w = at(t.words, i) {
		i++
	}
	d, end = numberAt(t.words, i)
	if end == i {
		return d, false, 0
	}
	return d, false, end
}

// isTime reports whether "10:30" may be a time of day: a ratio with a colon has a one,
// or two single figures, and words beside it that say so.
func (t *note) isTime(i, end int, n, d number) bool {
	if n.per != 1 || d.per != 1 || n.n != 1 && d.n != 1 && (n.n > 9 || d.n > 9) {
		return true
	}
	for k := end; k < min(end+3, len(t.words)); k++ {
		switch t.words[k].text {
		case "split", "reverse", "forward", "stock", "share", "ratio", "basis":
			return false
		case "upon", "on", "of", "at", "in", "after", "before", "during":
			k = len(t.words)
		}
	}
	before := at(t.words, i-1)
	if before == "of" || before == "(" || before == "a" {
		before = at(t.words, i-2)
	}
	return before != "ratio" && before != "split" && before != "basis"
}

// ofExchange reports whether words say that the ratio is of something else: "exchanged
// two-for-one in the merger", "convertible on a 5-for-1 basis".
func (t *note) ofExchange(i, end int, a *anchor) bool {
	from, to := end, a.from
	if a.from < i {
		from, to = a.to, i
	}
	other := func(w word) bool {
		for _, stem := range [...]string{"exchang", "conver", "merge", "match", "vot", "warrant"} {
			if strings.HasPrefix(w.text, stem) {
				return true
			}
		}
		return false
	}
	if slices.ContainsFunc(t.words[from:to], other) {
		return true
	}
	if w := at(t.words, end); a.from < i || w != "basis" && w != "ratio" && w != "in" && w != "upon" && w != "following" && w != "after" && w != "before" {
		return false
	}
	return slices.ContainsFunc(t.words[max(0, i-8):i], other)
}
