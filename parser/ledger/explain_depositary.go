package ledger

import (
	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/split"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// represented looks at the title of the security and at the notes on it, on the amounts
// and on the nature of ownership for how many shares a depositary one represents.
func (e *entry) represented() (split.Count, ownership.Evidence) {
	c := split.Count{Depositary: split.IsDepositary(e.id.Title)}
	if r, ok := split.Represented(e.row.SecurityTitle.V); ok {
		c.Represents = r
		return c, e.filing.cellEvidence(e.cell("securityTitle"))
	}
	for _, at := range e.notesOfHolding() {
		text := e.filing.asFiled.Footnotes[at].Text.V
		if r, ok := split.Represented(text); ok {
			c.Represents = r
			return c, e.filing.noteEvidence(at, 0, len(text))
		}
	}
	return c, ownership.Evidence{}
}

// recounted returns the ratio that leads from the count of one line of Table I to that of
// another, what says so, and where.
func recounted(before, after *entry) (r split.Ratio, says string, evidence []ownership.Evidence) {
	if before.table != 1 || after.table != 1 {
		return r, "", nil
	}
	was, there := before.represented()
	is, here := after.represented()
	for _, v := range []ownership.Evidence{there, here} {
		if v.Path != "" {
			evidence = append(evidence, v)
		}
	}
	r, says = split.Recount(was, is)
	return r, says, evidence
}

// byDepositary: the holding is counted in ordinary shares in one filing and in American
// depositary shares in the other, or in ADSs of another number of shares, and the texts
// beside the lines say so.
func (g *group) byDepositary(x *gap) bool {
	r, says, evidence := recounted(x.before, x.first)
	opening := x.statement.chain.Steps[x.step].Opening
	if says == "" || r.N == r.D || x.within() || !r.Leads(x.before.printed.V, opening) {
		return false
	}
	x.explain(cause.Because(cause.Depositary, wording.Grouped(x.before.printed.V), x.before.filing.name(), wording.Grouped(opening), says), x.cells(evidence...)...)
	return true
}

// firstDepositary looks again at the first lines of accounts in Table I: a balance that
// begins where another account of the same owner and holder ends, in another count, is
// that holding.
func (g *group) firstDepositary() {
	if len(g.accounts) > many {
		return
	}
	for _, a := range g.accounts {
		if len(a.statements) == 0 {
			continue
		}
		s := a.statements[0]
		e := s.chain.Steps[0].Lines[0]
		opening := s.chain.Opening()
		if e.cause != cause.FirstSeen && e.cause != cause.FirstSeenHolding || e.table != 1 || opening.Sign() <= 0 {
			continue
		}
		var found []*account
		for _, b := range g.accounts {
			last := b.lastBefore(s.filing)
			if b == a || last == nil || last != b.last() || b.dollars || !last.counts(e, opening) {
				continue
			}
			found = append(found, b)
		}
		if len(found) != 1 {
			continue // none, or several that cannot be told apart
		}
		last := found[0].last()
		lines := last.chain.Steps[len(last.chain.Steps)-1].Lines
		from := lines[len(lines)-1]
		_, says, evidence := recounted(from, e)
		x := &gap{account: a, statement: s, size: opening, before: from, first: e}
		x.explain(cause.Because(cause.Depositary, wording.Grouped(from.printed.V), from.filing.name(), wording.Grouped(opening), says), x.cells(evidence...)...)
		linkBy(ownership.RuleSplitRatio, cause.LinkBalanceContinued, e, from)
	}
}

// counts reports whether the statement ends with what a line of another account begins
// with, in another count of the same shares.
func (s *statement) counts(e *entry, opening ownership.Decimal) bool {
	lines := s.chain.Steps[len(s.chain.Steps)-1].Lines
	from := lines[len(lines)-1]
	if from.id.Own != e.id.Own || e.id.Own == ownership.Indirect && from.id.Holder.Like(&e.id.Holder) < identity.Alike {
		return false
	}
	r, says, _ := recounted(from, e)
	return says != "" && (split.IsDepositary(from.id.Title) || split.IsDepositary(e.id.Title)) && r.Leads(from.printed.V, opening)
}
