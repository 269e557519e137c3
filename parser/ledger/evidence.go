package ledger

import (
	"fmt"
	"slices"

	"filingview/parser/ownership"
)

// cellEvidence points at a cell.
func (p *paper) cellEvidence(path string) ownership.Evidence {
	return ownership.Evidence{Filing: p.index, Path: path}
}

// noteEvidence points at words of a note.
func (p *paper) noteEvidence(note, from, to int) ownership.Evidence {
	return ownership.Evidence{
		Filing: p.index, Path: fmt.Sprintf("footnotes[%d].text", note),
		Words: p.filing.Footnotes[note].Text.V[from:to], From: from, To: to,
	}
}

// explain closes a gap: its first line is explained by the rule.
func (x *gap) explain(rule ownership.Rule, sentence string, evidence ...ownership.Evidence) {
	x.closed = true
	x.first.explain(rule, sentence, evidence...)
}

func (e *entry) explain(rule ownership.Rule, sentence string, evidence ...ownership.Evidence) {
	l := &e.line
	l.State, l.Rule, l.Explanation = ownership.Explained, rule, sentence
	for _, v := range evidence {
		if !slices.Contains(l.Evidence, v) {
			l.Evidence = append(l.Evidence, v)
		}
	}
}

// link joins two lines, each to the other.
func link(rule ownership.Rule, a, b *entry, sayA, sayB string) {
	add := func(from, to *entry, says string) {
		l := ownership.Link{Rule: rule, To: to.ref(), Says: says}
		if !slices.Contains(from.line.Links, l) {
			from.line.Links = append(from.line.Links, l)
		}
	}
	add(a, b, sayA)
	add(b, a, sayB)
}

// cells returns the totals of both lines of a gap as evidence.
func (x *gap) cells() []ownership.Evidence {
	return []ownership.Evidence{x.before.paper.cellEvidence(x.before.total()), x.first.paper.cellEvidence(x.first.total())}
}
