package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// firstLines looks again at the first lines of accounts: a balance that begins where
// another account of the class ends came from there.
func (g *group) firstLines() {
	if len(g.accounts) > many {
		return
	}
	for _, a := range g.accounts {
		if len(a.statements) == 0 {
			continue
		}
		s := a.statements[0]
		e := s.chain.steps[0].entries[0]
		if e.line.Rule != ownership.RuleFirstSeen || e.fromForm || !atLeast(s.chain.opening(), distinctive) {
			continue
		}
		x := &gap{account: a, statement: s, size: s.chain.opening(), first: e}
		for _, b := range g.accounts {
			last := b.lastBefore(s.filing)
			if b == a || last == nil || b.dollars != a.dollars || last != b.last() || last.chain.closing().Cmp(x.size) != 0 {
				continue
			}
			id := last.id()
			if id.Table != e.id.Table || identity.CompareTitles(id.Title, e.id.Title) < identity.Alike || id.Table == 2 && identity.CompareTerms(id.Strike, e.id.Strike) < identity.Alike {
				continue
			}
			lines := last.chain.steps[len(last.chain.steps)-1].entries
			from := lines[len(lines)-1]
			x.explain(because(causeBalanceContinued,
				wording.Grouped(x.size), unitOf(e), accountName(from), last.filing.name()),
				from.filing.cellEvidence(from.total()), e.filing.cellEvidence(e.total()), e.filing.cellEvidence(e.cell("ownership")))
			link(linkBalanceContinued, e, from)
			break
		}
	}
}

// duplicates looks at holdings that one filing prints twice, with the same holder and
// the same amount: the balance agrees by chance. If the owner's other filings have
// another holder of the same amount that this filing leaves out, the second line is
// that one; else nothing can be said of it.
func (g *group) duplicates() {
	for _, a := range g.accounts {
		for _, s := range a.statements {
			var first *entry
			for _, e := range s.entries {
				if e.kind != ownership.Holding {
					continue
				}
				if first == nil || first.printed.V.Cmp(e.printed.V) != 0 || first.id.Notes != e.id.Notes {
					first = e
					continue
				}
				e.duplicate(first, g)
			}
		}
	}
}

func (e *entry) duplicate(first *entry, g *group) {
	e.say(because(causeHoldingTwice))
	e.line.Evidence = []ownership.Evidence{first.filing.cellEvidence(first.total()), e.filing.cellEvidence(e.total())}
	if e.id.Own != ownership.Indirect || len(g.accounts) > many {
		return
	}
	for _, b := range g.accounts {
		if len(b.statements) == 0 || slices.ContainsFunc(b.statements, func(s *statement) bool { return s.filing == e.filing }) {
			continue
		}
		s := b.statements[0]
		other := s.entries[0]
		i, o := &other.id, &e.id
		if i.Table != o.Table || i.Own != o.Own || identity.CompareTitles(i.Title, o.Title) < identity.Same || identity.CompareTerms(i.Strike, o.Strike) < identity.Alike ||
			i.Holder.Name.Extra(&o.Holder.Name) != 1 || o.Holder.Name.Extra(&i.Holder.Name) > 1 ||
			other.printed.V.Cmp(e.printed.V) != 0 {
			continue
		}
		e.say(because(causeHolderMisprinted,
			other.filing.name(), other.id.Holder.Name.Shown, wording.Grouped(e.printed.V)),
			e.filing.cellEvidence(e.cell("natureOfOwnership")), other.filing.cellEvidence(other.cell("natureOfOwnership")), other.filing.cellEvidence(other.total()))
		link(linkSameHolding, e, other)
		return
	}
}
