package ledger

import (
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/notetext"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// leaveOpen ends the sentence of each gap that nothing explains: with what may be, with
// the notes that speak and give no such amount, and only else with that nothing says why.
func (g *group) leaveOpen(gaps []*gap) {
	for _, x := range gaps {
		if x.closed {
			continue
		}
		l := &x.first.line
		var says []string
		if len(x.readings) > 0 {
			says = append(says, x.readings[0].Sentence)
		}
		evidence := x.cells()
		if t, ok := x.told(); ok {
			says = append(says, x.rest(t))
			evidence = append(evidence, t.evidence)
		} else {
			quoted := x.quotes()
			for _, v := range quoted {
				says = append(says, cause.Because(cause.ReadNote, "A note", v.Words).Sentence)
			}
			evidence = append(evidence, quoted...)
		}
		if len(x.first.id.Holder.Several) > 0 {
			says = append(says, cause.Because(cause.ReadHolders).Sentence)
		}
		if len(says) == 0 {
			says = append(says, cause.Because(cause.NothingSays).Sentence)
		}
		if from, to := x.before.filing.day(), x.first.filing.place(); len(x.readings) == 0 && !x.within() && daysBetween(from, to) > quietDays {
			says = append(says, cause.Because(cause.ReadMissing, from, to).Sentence)
		}
		l.Explanation += " " + strings.Join(says, " ")
		for _, v := range evidence {
			if !slices.Contains(l.Evidence, v) {
				l.Evidence = append(l.Evidence, v)
			}
		}
	}
}

// rest says how much of the gap a note tells of whose figure does not fit.
func (x *gap) rest(t told) string {
	n := t.figures[0]
	if x.size.Sign() < 0 {
		n = n.Negated()
	}
	rest, _ := x.size.Difference(n)
	return cause.Because(cause.ReadRest, t.evidence.Words, wording.Grouped(n.Magnitude()), wording.Grouped(rest.Magnitude()), cause.MoreOrLess(rest)).Sentence
}

// quotes returns the words of notes on the gap's lines that tell of a movement, though the
// other way or with another figure.
func (x *gap) quotes() []ownership.Evidence {
	var all []ownership.Evidence
	for _, e := range append([]*entry{x.before}, x.entries()...) {
		for _, at := range e.notesOfHolding() {
			for _, m := range notetext.Movements(e.filing.asFiled.Footnotes[at].Text.V) {
				if v := e.filing.noteEvidence(at, m.From, m.To); len(all) < maxQuotes && !slices.Contains(all, v) {
					all = append(all, v)
				}
			}
		}
	}
	return all
}
