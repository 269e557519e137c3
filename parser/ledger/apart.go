package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/split"
	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// apart splits a statement whose lines do not follow one another, where something
// besides these figures separates them: the terms in their notes, or the balances that
// other filings have of several holdings of this description. Else its lines stay
// together, and what does not follow is told as a break. A direct holding of a class is
// one holding, and so is that of one named holder: Table I asks for a line for each class
// owned directly, or indirectly in one way (its reminder and column 7).
func (g *group) apart(s *statement) []*statement {
	if parts := byHoldings(s); parts != nil {
		return parts
	}
	id := s.id()
	if id.Table == 1 && (id.Own == ownership.Direct || oneHolder(id)) {
		return []*statement{s}
	}
	open := g.openLike(s)
	parts := totals.PartsOf(s.entries, append(open[:len(open):len(open)], g.openOfClass(s)...), s.leads)
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(p *totals.Part[*entry]) bool { return !p.GoesOn }) {
		return g.byBalance(s, parts, open) // no figure is wrong in this reading
	}
	var known *ownership.Decimal
	if len(open) == 1 {
		known = &open[0]
	}
	if len(totals.Slips(s.chains[0].Steps, known)) > 0 {
		return []*statement{s}
	}
	if id.Table == 2 {
		if noted := byNotes(s); noted != nil {
			return noted
		}
	}
	return g.byBalance(s, parts, open)
}

// byHoldings splits a statement without transactions: rows that say at one time that
// different amounts are held are different holdings, however alike their words are.
func byHoldings(s *statement) []*statement {
	var parts []*statement
	for _, e := range s.entries {
		if e.kind != ownership.Holding {
			return nil
		}
		i := slices.IndexFunc(parts, func(t *statement) bool { return t.entries[0].printed.V.Cmp(e.printed.V) == 0 })
		if i < 0 {
			i = len(parts)
			parts = append(parts, &statement{filing: s.filing})
		}
		parts[i].entries = append(parts[i].entries, e)
	}
	for _, t := range parts {
		t.chains = totals.Of(t.entries)
	}
	return parts
}

// oneHolder reports whether one holder is named.
func oneHolder(id *identity.Holding) bool {
	return !id.Holder.Name.Empty()
}

// openLike returns the closing balances of the accounts that a statement may go on from.
func (g *group) openLike(s *statement) []ownership.Decimal {
	return g.open(s, func(a *account) bool { return a.like(s.id()) >= identity.Alike })
}

// openOfClass returns the closing balances of the other accounts of the class that are
// seldom had by chance: the form of ownership of a line may be wrong, or have changed.
func (g *group) openOfClass(s *statement) []ownership.Decimal {
	return g.open(s, func(a *account) bool {
		id := a.last().id()
		return a.like(s.id()) < identity.Alike && atLeast(a.closing(), distinctive) && id.Table == s.id().Table && identity.CompareTitles(id.Title, s.id().Title) >= identity.Alike
	})
}

func (g *group) open(s *statement, is func(*account) bool) []ownership.Decimal {
	var open []ownership.Decimal
	for _, a := range g.candidates(s.id()) {
		if len(a.statements) > 0 && a.dollars == s.dollars() && a.closing().Sign() != 0 && is(a) {
			open = append(open, a.closing())
		}
	}
	return open
}

// byNotes splits a statement by the notes on the terms of its lines, if every line has
// some and the lines of each follow one another.
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
		if t.chains = totals.Of(t.entries); !t.chains[0].Exact {
			return nil
		}
	}
	return parts
}

// byBalance splits a statement where the balances of other filings show several
// holdings: in two places at least, so that no wrong figure makes an account.
func (g *group) byBalance(s *statement, parts []*totals.Part[*entry], open []ownership.Decimal) []*statement {
	places := g.carry(s, parts)
	for _, p := range parts {
		if p.GoesOn {
			places++
		}
	}
	apart := func(p *totals.Part[*entry]) bool {
		switch {
		case p.GoesOn, p.Held(), p.Begins && s.id().Table == 2:
			return true
		case p.Carried:
			return places > 1
		}
		return len(open) == 0 && len(parts) == len(s.entries) && s.id().Strike == ""
	}
	if len(parts) < 2 || places < 2 && slices.ContainsFunc(parts, func(p *totals.Part[*entry]) bool { return !apart(p) }) {
		return []*statement{s}
	}
	var out []*statement
	var own []*totals.Part[*entry] // the part of each statement
	for _, p := range parts {
		if apart(p) || len(out) == 0 {
			out = append(out, &statement{filing: s.filing, entries: p.Lines})
			own = append(own, p)
			continue
		}
		// It goes to what it is nearest to, and breaks there.
		nearest := 0
		for i := range own {
			if own[i].OffBy(p).Cmp(own[nearest].OffBy(p)) < 0 {
				nearest = i
			}
		}
		out[nearest].entries = append(out[nearest].entries, p.Lines...)
		own[nearest].Lines = out[nearest].entries
	}
	for _, t := range out {
		slices.SortStableFunc(t.entries, func(a, b *entry) int { return cmp.Compare(a.n, b.n) })
		t.chains = totals.Of(t.entries)
	}
	return out
}

// olderThan reports whether a line is of a day before a filing's last one: a late line may
// have the balance of its own day.
func (e *entry) olderThan(f *filing) bool {
	return e.kind == ownership.Transaction && e.date.Compare(f.last) < 0
}

// leads reports whether a balance is the one that a line begins with, or, in Table II,
// leads to it by a split.
func (s *statement) leads(open, opening ownership.Decimal) bool {
	_, ok := split.Between(open, opening)
	return open.Cmp(opening) == 0 || s.id().Table == 2 && ok
}

// carry marks the parts whose balances a later filing goes on from and counts them.
// One filing must show several: a chain with a break in it is carried on once.
func (g *group) carry(s *statement, parts []*totals.Part[*entry]) int {
	from := slices.Index(g.filings, s.filing) + 1
	for _, f := range g.filings[from:min(len(g.filings), from+lookAhead)] {
		var openings []ownership.Decimal
		for _, e := range f.toPost() {
			if e.testable() && !e.olderThan(s.filing) && e.dollars == s.dollars() && e.opening().Sign() != 0 && s.id().Like(&e.id) >= identity.Alike {
				openings = append(openings, e.opening())
			}
		}
		var carried []*totals.Part[*entry]
		for _, p := range parts {
			if k := slices.IndexFunc(openings, func(d ownership.Decimal) bool { return d.Cmp(p.Last().printed.V) == 0 }); k >= 0 {
				carried = append(carried, p)
				openings = slices.Delete(openings, k, k+1)
			}
		}
		if len(carried) > 1 {
			for _, p := range carried {
				p.Carried = true
			}
			return len(carried)
		}
	}
	return 0
}
