package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/ownership"
)

// statementsOf sorts the lines of a filing into statements.
func (g *group) statementsOf(f *filing) []*statement {
	var all []*statement
	byKey := map[string]*statement{}
	for _, e := range f.toPost() {
		switch {
		case e.uncounted != 0 && e.uncounted != ownership.RuleSwapExcluded:
		case !e.testable():
			g.untestable = append(g.untestable, e)
		default:
			key := e.id.Key
			if e.dollars {
				key += "$"
			}
			in := byKey[key]
			for i := 0; in == nil && i < len(all) && len(all) <= many; i++ {
				if s := all[i]; s.dollars() == e.dollars && s.id().Like(&e.id) == identity.Same {
					in = s
				}
			}
			if in == nil {
				in = &statement{filing: f}
				all = append(all, in)
			}
			byKey[key] = in
			in.entries = append(in.entries, e)
		}
	}
	all = joinAlike(all)
	var out []*statement
	for _, s := range all {
		s.chains = chainsOf(s.entries)
		if s.chains[0].exact || s.chains[0].rounded() {
			out = append(out, s)
			continue
		}
		out = append(out, g.splitApart(s)...)
	}
	return out
}

// joinAlike puts statements together that differ only by what one of them leaves out,
// a mark or a word of a title, if their totals run: an empty note never separates.
func joinAlike(all []*statement) []*statement {
	if len(all) > many {
		return all
	}
	for i := 0; i < len(all); i++ {
		for j := i + 1; j < len(all); j++ {
			a, b := all[i], all[j]
			if a.dollars() != b.dollars() || a.id().Like(b.id()) != identity.Alike || !follows(a, b) && !follows(b, a) {
				continue
			}
			both := slices.Concat(a.entries, b.entries)
			slices.SortFunc(both, func(x, y *entry) int { return cmp.Compare(x.n, y.n) })
			if c := chainsOf(both)[0]; c.exact || c.rounded() {
				all[i] = &statement{filing: a.filing, entries: both}
				all = slices.Delete(all, j, j+1)
				j = i
			}
		}
	}
	return all
}

// follows reports whether a line of b that changes the balance goes on from a line
// of a.
func follows(a, b *statement) bool {
	for _, e := range b.entries {
		if e.kind != ownership.Transaction || e.change.V.Sign() == 0 || e.opening().Sign() == 0 {
			continue
		}
		for _, d := range a.entries {
			off, _ := d.printed.V.Difference(e.opening())
			if off.Sign() == 0 || !off.IsInteger() && !atLeast(off, 1) {
				return true
			}
		}
	}
	return false
}

// splitApart splits a statement whose lines do not follow one another, if they do so in
// several accounts: by the texts of their notes, else by their balances.
func (g *group) splitApart(s *statement) []*statement {
	if parts := byNotes(s); parts != nil {
		return parts
	}
	if s.id().Table == 1 && s.id().Own == ownership.Direct {
		return []*statement{s}
	}
	if parts := g.byBalance(s); parts != nil {
		return parts
	}
	return []*statement{s}
}

func byNotes(s *statement) []*statement {
	var parts []*statement
	for _, e := range s.entries {
		i := slices.IndexFunc(parts, func(t *statement) bool { return t.id().Notes == e.id.Notes })
		if i < 0 {
			i = len(parts)
			parts = append(parts, &statement{filing: s.filing})
		}
		parts[i].entries = append(parts[i].entries, e)
	}
	if len(parts) < 2 {
		return nil
	}
	for _, t := range parts {
		if t.id().Notes == "" {
			return nil // an empty set of notes never separates
		}
		if t.chains = chainsOf(t.entries); !t.chains[0].exact {
			return nil
		}
	}
	return parts
}

// byBalance follows the balances: each line continues a chain of this filing or an
// open account of that kind, or begins at zero. Holdings may be first seen.
func (g *group) byBalance(s *statement) []*statement {
	var known []ownership.Decimal
	for _, a := range g.candidates(s.id()) {
		if len(a.statements) > 0 && a.dollars == s.dollars() && a.like(s.id()) >= identity.Alike {
			known = append(known, a.closing())
		}
	}
	take := func(d ownership.Decimal) bool {
		for i, k := range known {
			if k.Cmp(d) == 0 {
				known = slices.Delete(known, i, i+1)
				return true
			}
		}
		return false
	}
	rows := slices.Clone(s.entries)
	slices.SortStableFunc(rows, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.kind, a.kind), a.date.Compare(b.date)) // transactions first
	})
	var parts []*statement
	loose := 0
	for _, e := range rows {
		opening := e.opening()
		i := slices.IndexFunc(parts, func(t *statement) bool {
			return opening.Sign() != 0 && t.entries[len(t.entries)-1].printed.V.Cmp(opening) == 0
		})
		if i < 0 {
			if !take(opening) && opening.Sign() != 0 && e.kind == ownership.Transaction {
				loose++
			}
			i = len(parts)
			parts = append(parts, &statement{filing: s.filing})
		}
		parts[i].entries = append(parts[i].entries, e)
	}
	if len(parts) < 2 || loose > s.chains[0].breaks() || loose > 0 && loose == len(parts) && s.id().Table == 1 {
		return nil
	}
	for _, t := range parts {
		t.chains = chainsOf(t.entries)
	}
	return parts
}
