package ledger

import (
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/notetext"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// firstLines looks again at the first lines of accounts, before it is said that nothing
// tells of them: a balance that begins where another account of the class ends came from
// there, and a note of an earlier filing may tell of it.
func (g *group) firstLines() {
	if len(g.accounts) > many {
		return
	}
	var open []*gap
	for _, a := range g.accounts {
		if len(a.statements) == 0 {
			continue
		}
		s := a.statements[0]
		e := s.chain.Steps[0].Lines[0]
		if e.line.Rule != ownership.RuleFirstSeen || e.fromForm || !atLeast(s.chain.Opening(), distinctive) {
			continue
		}
		x := &gap{account: a, statement: s, size: s.chain.Opening(), first: e}
		if g.continued(x); !x.closed {
			open = append(open, x)
		}
	}
	g.byParts(open)
	for _, x := range open {
		if !x.closed {
			g.byEarlierNote(x)
		}
	}
}

// continued explains a first line by the account of the class that ended with its balance.
func (g *group) continued(x *gap) {
	e := x.first
	for _, b := range g.accounts {
		last := b.lastBefore(e.filing)
		if b == x.account || last == nil || b.dollars != x.account.dollars || last != b.last() || last.chain.Closing().Cmp(x.size) != 0 || !last.id().OfClass(&e.id) {
			continue
		}
		lines := last.chain.End().Lines
		from := lines[len(lines)-1]
		x.explain(cause.Because(cause.BalanceContinued, counted(e, x.size), accountName(from), last.filing.name()),
			from.filing.cellEvidence(from.total()), e.filing.cellEvidence(e.total()), e.filing.cellEvidence(e.cell("ownership")))
		link(cause.LinkBalanceContinued, e, from)
		return
	}
}

// byParts explains first lines that a note divided an earlier balance into: it gives the
// balance of each, and they add up to the whole, which is not reported again.
func (g *group) byParts(open []*gap) {
	for _, b := range g.accounts {
		if len(b.statements) == 0 || b.closing().Sign() == 0 {
			continue
		}
		whole := b.last().entries[len(b.last().entries)-1]
		var parts []*gap
		sum := ownership.Decimal{}
		for _, x := range open {
			if !x.closed && x.account != b && b.dollars == x.account.dollars && whole.filing.index < x.first.filing.index && whole.id.OfClass(&x.first.id) && whole.gives(x.size) {
				parts = append(parts, x)
				sum, _ = sum.Sum(x.size)
			}
		}
		if len(parts) < 2 || sum.Cmp(b.closing()) != 0 {
			continue
		}
		var given []string
		for _, x := range parts {
			given = append(given, wording.Grouped(x.size))
		}
		note, _ := whole.noteWith(parts[0].size)
		for _, x := range parts {
			x.explain(cause.Because(cause.PartOfEarlier, wording.Grouped(sum), whole.filing.name(), strings.Join(given, ", "), note.Words),
				note, whole.filing.cellEvidence(whole.total()), x.first.filing.cellEvidence(x.first.total()))
			link(cause.LinkBalanceContinued, x.first, whole)
		}
		b.closesAt = ownership.Amount{Known: true}
	}
}

// gives reports whether a note of the line gives a number.
func (e *entry) gives(n ownership.Decimal) bool {
	_, ok := e.noteWith(n)
	return ok
}

// noteWith finds the words of a note of the line, on its total or its holding, that hold a
// number.
func (e *entry) noteWith(n ownership.Decimal) (ownership.Evidence, bool) {
	for _, at := range e.allNotes() {
		if from, to, ok := clauseWith(e.filing.asFiled.Footnotes[at].Text.V, n, e.id.Title); ok {
			return e.filing.noteEvidence(at, from, to), true
		}
	}
	return ownership.Evidence{}, false
}

// clauseWith finds the clause of a text that gives a number of securities of a title.
func clauseWith(text string, n ownership.Decimal, title string) (from, to int, ok bool) {
	for _, m := range notetext.Numbers(text) {
		if m.Value.Cmp(n) == 0 && notetext.OfKind(text[m.From:m.To], title) {
			return m.From, m.To, true
		}
	}
	return 0, 0, false
}

// byEarlierNote explains a first line by words of an earlier filing of the owners that give
// its balance: a note on a line of the class, or the remarks.
func (g *group) byEarlierNote(x *gap) {
	for i := slices.Index(g.filings, x.first.filing) - 1; i >= 0; i-- {
		f := g.filings[i]
		for _, e := range f.entries {
			if !e.id.OfClass(&x.first.id) {
				continue
			}
			if note, ok := e.noteWith(x.size); ok {
				x.explainFirst(f, note)
				link(cause.LinkTold, x.first, e)
				return
			}
		}
		if from, to, ok := clauseWith(f.asFiled.Remarks.V, x.size, x.first.id.Title); ok {
			x.explainFirst(f, f.remarksEvidence(from, to))
			return
		}
	}
}

func (x *gap) explainFirst(f *filing, note ownership.Evidence) {
	x.explain(cause.Because(cause.ToldBefore, f.name(), counted(x.first, x.size), note.Words), note, x.first.filing.cellEvidence(x.first.total()))
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
	e.say(cause.Because(cause.HoldingTwice))
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
		e.say(cause.Because(cause.HolderMisprinted,
			other.filing.name(), other.id.Holder.Name.Shown, wording.Grouped(e.printed.V)),
			e.filing.cellEvidence(e.cell("natureOfOwnership")), other.filing.cellEvidence(other.cell("natureOfOwnership")), other.filing.cellEvidence(other.total()))
		link(cause.LinkSameHolding, e, other)
		return
	}
}
