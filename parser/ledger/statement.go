package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/totals"
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
		s.chains = totals.Of(s.entries)
		if (s.chains[0].Exact || s.chains[0].Rounded()) && !g.ofSeveral(s) {
			out = append(out, s)
			continue
		}
		out = append(out, g.apart(s)...)
	}
	return out
}

// ofSeveral reports whether lines that print one total are of several holders: no note names
// one, and a later filing goes on from each line.
func (g *group) ofSeveral(s *statement) bool {
	if s.id().Own != ownership.Indirect || oneHolder(s.id()) || s.chains[0].Style != ownership.RuleFinalTotalRepeated {
		return false
	}
	parts := make([]*totals.Part[*entry], len(s.entries))
	for i, e := range s.entries {
		parts[i] = &totals.Part[*entry]{Lines: []*entry{e}}
	}
	return g.carry(s, parts) == len(parts)
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
			if c := totals.Of(both)[0]; c.Exact || c.Rounded() {
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
