package split

import (
	"slices"
	"strings"
)

// direction is where a split leads.
type direction int8

const (
	literal direction = iota // as the ratio says
	forward
	reverse
)

// anchor is words that say that a ratio is of a split.
type anchor struct {
	from, to int // words
	way      direction
	dividend bool
	// depositary: "reverse ADS split": the ordinary shares stay as they are.
	depositary bool
}

// maxAnchors bounds the work on a hostile text.
const maxAnchors = 200

func anchorsIn(words []word) []anchor {
	var all []anchor
	for i := range words {
		if len(all) == maxAnchors {
			break
		}
		a := anchor{from: i, to: i + 1}
		before, after := at(words, i-1), at(words, i+1)
		switch w := words[i].text; {
		case w == "split" || w == "splits":
			if after == "-" && at(words, i+2) == "dollar" || after == "dollar" || after == "into" && strings.HasPrefix(at(words, i+3), "filing") {
				continue
			}
		case w == "dividend" && (before == "stock" || before == "share" || before == "bonus"):
			a.from, a.dividend = i-1, true
		case w == "dividend" && (after == "of" || after == "in") && (strings.HasPrefix(at(words, i+2), "share") || at(words, i+2) == "stock"):
			a.to, a.dividend = i+3, true
		case strings.HasPrefix(w, "consolidat") && (strings.HasPrefix(before, "share") || before == "stock" || before == "reverse" || w == "consolidated"):
			a.way = reverse
		case w == "combination" && (strings.HasPrefix(before, "share") || before == "stock" || before == "reverse"), w == "combined":
			a.way = reverse
		case strings.HasPrefix(w, "subdivi"):
			a.way = forward
		case w == "sub" && after == "-" && strings.HasPrefix(at(words, i+2), "divi"):
			a.to, a.way = i+3, forward
		default:
			continue
		}
		a.way = max(a.way, wayBefore(words, i))
		a.depositary = before == "ads" || before == "adr" || before == "share" && at(words, i-2) == "depositary"
		all = append(all, a)
	}
	return all
}

// wayBefore looks for "reverse" and "forward" among the few words before a word.
func wayBefore(words []word, i int) direction {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch words[k].text {
		case "reverse":
			return reverse
		case "forward":
			return forward
		case ",", ";", ".", "and", "or":
			return literal
		}
	}
	return literal
}

// anchorOf returns the anchor of a ratio: the one after it, unless something comes
// between, else the one before it.
func (t *note) anchorOf(i, end int) *anchor {
	var before, after *anchor
	for k := range t.anchors {
		a := &t.anchors[k]
		switch {
		case a.from >= end:
			if after == nil && t.words[a.to-1].to-t.words[end-1].to <= reach {
				after = a
			}
		case a.to <= i && t.words[i].from-t.words[a.from].from <= reach:
			before = a
		}
	}
	apart := func(from, to int) bool {
		return slices.ContainsFunc(t.words[from:to], func(w word) bool { return w.text == "," || w.text == ";" || w.text == "." || w.text == "and" })
	}
	switch {
	case after != nil && (before == nil || !apart(end, after.from)):
		return after
	case before != nil && (after == nil || !apart(before.to, i)):
		return before
	case before != nil:
		return before
	}
	return after
}

func (t *note) anchorInClause(i int) bool { return t.anchorInClauseAt(i) != nil }

// farthest is how many words such a word may be away.
const farthest = 60

// anchorInClauseAt returns the nearest word for a split in the sentence of word i.
func (t *note) anchorInClauseAt(i int) *anchor {
	var best *anchor
	apart := func(a *anchor) int { return max(a.from-i, i-a.from) }
	for k := range t.anchors {
		a := &t.anchors[k]
		from, to := min(a.from, i), max(a.from, i)
		if to-from > farthest {
			continue
		}
		stop := false
		for _, w := range t.words[from:to] {
			stop = stop || w.text == "." && t.endsSentence(w) || w.text == ";"
		}
		if !stop && (best == nil || apart(a) < apart(best)) {
			best = a
		}
	}
	return best
}

// endsSentence: a point with a space after it ends a sentence, well enough here.
func (t *note) endsSentence(w word) bool { return w.to < len(t.low) && t.low[w.to] == ' ' }
