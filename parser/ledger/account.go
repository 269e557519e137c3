package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/ownership"
)

// account is one holding through the filings of a group.
type account struct {
	ids        []identity.Holding // every way in which it was written, the latest last
	dollars    bool
	statements []*statement
	aside      []*entry // lines that are shown and not counted
}

// statement is what one filing says of an account.
type statement struct {
	account *account
	paper   *paper
	entries []*entry // in the order of the document
	fits    []fit
	fit     fit // the one that is taken
	// before is the statement whose closing balance this one continues, or nil.
	before *statement
}

func (a *account) last() *statement { return a.statements[len(a.statements)-1] }

func (a *account) closing() ownership.Decimal { return a.last().fit.closing() }

// like compares the account's identity with another, in the best of its spellings.
func (a *account) like(id *identity.Holding) identity.Likeness {
	best := identity.Different
	for i := len(a.ids) - 1; i >= 0 && best < identity.Same; i-- {
		best = max(best, a.ids[i].Like(id))
	}
	return best
}

func (a *account) learn(id *identity.Holding) {
	for i := range a.ids {
		if a.ids[i].Like(id) == identity.Same && a.ids[i].Notes == id.Notes {
			return
		}
	}
	if len(a.ids) < 8 {
		a.ids = append(a.ids, *id)
	}
}

func (s *statement) id() *identity.Holding { return &s.entries[0].id }

func (s *statement) dollars() bool { return s.entries[0].dollars }

// continues returns the fit whose opening balance is the one given.
func (s *statement) continues(balance ownership.Decimal) (fit, bool) {
	for _, f := range s.fits {
		if f.opening().Cmp(balance) == 0 {
			return f, true
		}
	}
	return fit{}, false
}

// group is the filings of the same owners at the same issuer.
type group struct {
	papers   []*paper // in order
	accounts []*account
	byKey    map[string][]*account
	idle     []*entry // lines that cannot be tested for want of figures
}

// post assigns the lines of the next filing to accounts.
func (g *group) post(p *paper) {
	open := g.statementsOf(p)
	type pair struct {
		s          *statement
		a          *account
		tier, rank int
		alike      identity.Likeness
	}
	var pairs []pair
	for _, s := range open {
		candidates := g.accounts
		if len(candidates) > many {
			candidates = g.byKey[s.id().Key]
		}
		for i, a := range candidates {
			l := a.like(s.id())
			if l == identity.Different || len(a.statements) == 0 {
				continue
			}
			balance := a.closing()
			_, continues := s.continues(balance)
			zero := balance.Sign() == 0
			if s.dollars() != a.dollars && !zero && s.fits[0].closing().Sign() != 0 {
				continue
			}
			tier := 0
			switch {
			case l == identity.Same && continues && !zero:
				tier = 1
			case l == identity.Alike && continues && !zero:
				tier = 2
			case l == identity.Same && continues:
				tier = 3
			case s.splitsInto(a):
				tier = 5
			case !continues && s.otherLot(a):
				continue
			case l == identity.Same:
				tier = 4
			case l == identity.Alike && continues:
				tier = 5
			case l == identity.Doubtful && continues && !zero && telling(balance):
				tier = 6
			case l == identity.Alike:
				tier = 7
			default:
				continue
			}
			rank := 0
			if last := a.last().id(); last.Notes != s.id().Notes {
				rank = 1
			}
			pairs = append(pairs, pair{s, a, tier, rank*1000 - i, l})
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.tier, y.tier), cmp.Compare(x.rank, y.rank))
	})
	taken := map[*account]bool{}
	// An account that is spelled a little otherwise and does not continue is the
	// same only if there is no other choice.
	choices := func(x pair) int {
		n := 0 // x itself is one
		for _, y := range pairs {
			if y.tier == 7 && (y.s == x.s && !taken[y.a] || y.a == x.a && y.s.account == nil) {
				n++
			}
		}
		return n
	}
	for _, x := range pairs {
		if x.s.account != nil || taken[x.a] || x.tier == 7 && choices(x) != 1 {
			continue
		}
		taken[x.a] = true
		x.a.add(x.s)
	}
	for _, s := range open {
		if s.account == nil {
			a := &account{dollars: s.dollars()}
			g.accounts = append(g.accounts, a)
			a.add(s)
		}
		if key := s.id().Key; !slices.Contains(g.byKey[key], s.account) {
			g.byKey[key] = append(g.byKey[key], s.account)
		}
	}
	for _, e := range slices.Concat(p.entries, p.toPost()) {
		if e.set || e.aside == 0 || e.aside == ownership.RuleSwapExcluded {
			continue
		}
		e.set = true
		g.setAside(e)
	}
}

// setAside shows a line in the account it is about and does not count it.
func (g *group) setAside(e *entry) {
	var best *account
	candidates := g.accounts
	if len(candidates) > many {
		candidates = g.byKey[e.id.Key]
	}
	for _, a := range candidates {
		if len(a.statements) > 0 && a.like(&e.id) >= identity.Alike && (best == nil || a.like(&e.id) > best.like(&e.id)) {
			best = a
		}
	}
	if best == nil {
		best = &account{dollars: e.dollars, ids: []identity.Holding{e.id}}
		g.accounts = append(g.accounts, best)
	}
	best.aside = append(best.aside, e)
}

// telling reports whether a balance is one that two accounts seldom have by chance.
func telling(d ownership.Decimal) bool {
	return d.Magnitude().Cmp(ownership.NewDecimal(1000, 0)) >= 0
}

// otherLot reports whether a statement that does not continue a derivative holding
// is of another lot: a grant on the same terms of which the account knows nothing.
// Units and options of one title are often told lot by lot.
func (s *statement) otherLot(a *account) bool {
	if s.id().Table != 2 {
		return false
	}
	if _, fromZero := s.continues(ownership.Decimal{}); fromZero && s.fits[0].closing().Sign() != 0 && a.closing().Sign() != 0 {
		return true
	}
	last := a.last()
	if last.entries[0].fromForm {
		return false // its unit is not sure
	}
	for _, f := range s.fits {
		off, _ := f.opening().Difference(a.closing())
		if off.Magnitude().Cmp(ownership.NewDecimal(1, 0)) <= 0 {
			return false // rounded
		}
		if _, told := f.steps[0].entries[0].noteOf(off); told {
			return false
		}
	}
	return !s.id().SameTerms(last.id()) && !s.id().SameNotes(last.id())
}

func (a *account) add(s *statement) {
	s.account = a
	s.fit = s.fits[0]
	if len(a.statements) > 0 {
		s.before = a.last()
		if f, ok := s.continues(a.closing()); ok {
			s.fit = f
		}
	} else if f, ok := s.continues(ownership.Decimal{}); ok {
		s.fit = f
	}
	if s.fit.closing().Sign() != 0 || len(a.statements) == 0 {
		a.dollars = s.dollars()
	}
	a.statements = append(a.statements, s)
	for _, e := range s.entries {
		a.learn(&e.id)
	}
}
