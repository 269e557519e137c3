package ledger

import (
	"fmt"
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/ownership"
)

// cellEvidence points at a cell.
func (f *filing) cellEvidence(path string) ownership.Evidence {
	return ownership.Evidence{Filing: f.index, Path: path}
}

// noteEvidence points at words of a note.
func (f *filing) noteEvidence(note, from, to int) ownership.Evidence {
	return ownership.Evidence{
		Filing: f.index, Path: fmt.Sprintf("footnotes[%d].text", note),
		Words: f.asFiled.Footnotes[note].Text.V[from:to], From: from, To: to,
	}
}

// remarksEvidence points at words of the remarks.
func (f *filing) remarksEvidence(from, to int) ownership.Evidence {
	return ownership.Evidence{Filing: f.index, Path: "remarks", Words: f.asFiled.Remarks.V[from:to], From: from, To: to}
}

// explain closes a gap: its first line is explained.
func (x *gap) explain(r cause.Reason, evidence ...ownership.Evidence) {
	x.closed = true
	x.first.say(r, evidence...)
}

// say gives the line the state, the rule and the sentence of a reason, and adds to
// its evidence.
func (e *entry) say(r cause.Reason, evidence ...ownership.Evidence) {
	l := &e.line
	e.cause = r.Cause
	l.State, l.Strength, l.Rule, l.Explanation = r.Cause.State(), r.Strength, r.Rule, r.Sentence
	for _, v := range evidence {
		if !slices.Contains(l.Evidence, v) {
			l.Evidence = append(l.Evidence, v)
		}
	}
}

// link joins two lines, each to the other.
func link(c cause.Link, a, b *entry, args ...any) {
	linkBy(c.Rule(), c, a, b, args...)
}

// linkBy joins two lines by another rule than that of the cause.
func linkBy(rule ownership.Rule, c cause.Link, a, b *entry, args ...any) {
	add := func(from, to *entry, sentence string) {
		l := ownership.Link{Rule: rule, To: to.ref(), Says: sentence}
		if !slices.Contains(from.line.Links, l) {
			from.line.Links = append(from.line.Links, l)
		}
	}
	there, back := c.Says(args...)
	add(a, b, there)
	add(b, a, back)
}

// cells returns the totals of both lines of a gap as evidence, and more after them.
func (x *gap) cells(more ...ownership.Evidence) []ownership.Evidence {
	return append([]ownership.Evidence{x.before.filing.cellEvidence(x.before.total()), x.first.filing.cellEvidence(x.first.total())}, more...)
}
