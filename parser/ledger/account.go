package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// step and chain are the readings of a statement's totals.
type (
	step  = totals.Step[*entry]
	chain = totals.Chain[*entry]
)

// account is one holding through the filings of a group.
type account struct {
	ids        []identity.Holding // every way in which it was written, the latest last
	dollars    bool
	statements []*statement
	uncounted  []*entry // lines that are shown and not counted
	// closesAt is the balance after the last line where that is proved to be not the
	// printed one: the total is wrong, or a note divides it among other accounts.
	closesAt ownership.Amount
}

// statement is what one filing says of an account.
type statement struct {
	account *account
	filing  *filing
	entries []*entry // in the order of the document
	chains  []chain
	chain   chain // the one that is taken
	// before is the statement whose closing balance this one continues, or nil.
	before *statement
}

func (a *account) last() *statement { return a.statements[len(a.statements)-1] }

func (a *account) closing() ownership.Decimal { return a.last().chain.Closing() }

// has reports whether a line is one of the account's.
func (a *account) has(e *entry) bool {
	return slices.ContainsFunc(a.statements, func(s *statement) bool { return s.filing == e.filing && slices.Contains(s.entries, e) })
}

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
	if len(a.ids) < maxSpellings {
		a.ids = append(a.ids, *id)
	}
}

func (s *statement) id() *identity.Holding { return &s.entries[0].id }

func (s *statement) dollars() bool { return s.entries[0].dollars }

// continues returns the fit whose opening balance is the one given.
func (s *statement) continues(balance ownership.Decimal) (chain, bool) {
	for _, c := range s.chains {
		if c.Opening().Cmp(balance) == 0 {
			return c, true
		}
	}
	return chain{}, false
}

// group is the filings of the same owners at the same issuer. It has many methods because
// each step of the ledger and each explanation that looks beyond one gap is one.
type group struct {
	filings    []*filing // in order
	accounts   []*account
	byKey      map[string][]*account
	untestable []*entry // lines that cannot be tested for want of figures
}

// tier is how sure it is that a statement belongs to an account, the surest first.
type tier uint8

const (
	noTier            tier = iota
	continues              // the same holding, and its balance goes on
	continuesAlike         // one that is written a little otherwise, whose balance goes on
	continuesEmpty         // the same holding, which was emptied
	sameHolding            // the same holding, whose balance does not go on
	splitOrEmptied         // it goes on across a split, or one written otherwise was emptied
	continuesByChance      // some terms differ, and a distinctive balance goes on
	alikeHolding           // one that is written a little otherwise and does not go on
	usedUp                 // the same holding, which is at zero, and the statement disposes of some
)

// pair is a statement and an account that it may belong to.
type pair struct {
	s    *statement
	a    *account
	tier tier
	slip bool              // one of the figures is a misprint of what would go on
	off  ownership.Decimal // how far the balance is from going on, either way
	rank int               // then: notes that agree, then the latest account
}

// tierOf says how sure it is that the statement belongs to the account.
func (g *group) tierOf(s *statement, a *account) tier {
	l := a.like(s.id())
	if l == identity.Different || len(a.statements) == 0 {
		return noTier
	}
	balance := a.closing()
	_, goesOn := s.continues(balance)
	empty := balance.Sign() == 0
	if s.dollars() != a.dollars && !empty && s.chains[0].Closing().Sign() != 0 {
		return noTier
	}
	switch {
	case l == identity.Same && goesOn && !empty:
		return continues
	case l == identity.Alike && goesOn && !empty:
		return continuesAlike
	case l == identity.Same && goesOn:
		return continuesEmpty
	case s.splitsInto(a, false):
		return splitOrEmptied
	case !goesOn && (g.otherLot(s, a) || g.holderLeft(s, a)):
		return noTier
	case l == identity.Same && empty && s.disposes():
		return usedUp
	case l == identity.Same:
		return sameHolding
	case l == identity.Alike && goesOn:
		return splitOrEmptied
	case l == identity.Doubtful && goesOn && !empty && atLeast(balance, distinctive):
		return continuesByChance
	case l == identity.Alike, s.splitsInto(a, true):
		return alikeHolding
	}
	return noTier
}

// candidates returns the accounts that an identity is compared with.
func (g *group) candidates(id *identity.Holding) []*account {
	if len(g.accounts) > many {
		return g.byKey[id.Key]
	}
	return g.accounts
}

// pairs returns the statements with the accounts that each may belong to, the
// surest first.
func (g *group) pairs(open []*statement) []*pair {
	var pairs []*pair // pointers, of which one sort is in the program already
	for _, s := range open {
		for i, a := range g.candidates(s.id()) {
			tier := g.tierOf(s, a)
			if tier == noTier {
				continue
			}
			rank := -i
			if a.last().id().Notes != s.id().Notes {
				rank += 1000
			}
			p := &pair{s: s, a: a, tier: tier, rank: rank}
			if tier >= sameHolding {
				p.measure()
			}
			pairs = append(pairs, p)
		}
	}
	slices.SortStableFunc(pairs, func(x, y *pair) int {
		switch by := cmp.Compare(x.tier, y.tier); {
		case by != 0:
			return by
		case x.slip != y.slip && x.slip:
			return -1
		case x.slip != y.slip:
			return 1
		}
		return cmp.Or(x.off.Cmp(y.off), cmp.Compare(x.rank, y.rank))
	})
	return pairs
}

// measure says how far the statement is from going on from the account: where several
// holdings have one description, each line goes to the one that is nearest.
func (p *pair) measure() {
	balance := p.a.closing()
	for i := range p.s.chains {
		c := &p.s.chains[i]
		off, _ := c.Opening().Difference(balance)
		off = off.Magnitude()
		if i == 0 || off.Cmp(p.off) < 0 {
			p.off = off
		}
		p.slip = p.slip || len(totals.Slips(c.Steps, &balance)) > 0
	}
}

// disposes reports whether the statement's first transaction disposes of securities.
func (s *statement) disposes() bool {
	first := s.chains[0].Steps[0].Lines[0]
	return first.kind == ownership.Transaction && first.disposed()
}

// post assigns the lines of the next filing to accounts.
func (g *group) post(f *filing) {
	open := g.statementsOf(f)
	pairs := g.pairs(open)
	taken := map[*account]bool{}
	// An account that is spelled a little otherwise and does not continue is the
	// same only if there is no other choice.
	choices := func(x *pair) int {
		n := 0 // x itself is one
		for _, y := range pairs {
			if y.tier == alikeHolding && (y.s == x.s && !taken[y.a] || y.a == x.a && y.s.account == nil) {
				n++
			}
		}
		return n
	}
	for _, x := range pairs {
		if x.s.account != nil || taken[x.a] || x.tier == alikeHolding && choices(x) != 1 {
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
	for _, e := range slices.Concat(f.entries, f.toPost()) {
		if e.shown || e.uncounted == 0 || e.uncounted == ownership.RuleSwapExcluded {
			continue
		}
		e.shown = true
		g.showUncounted(e)
	}
}

// showUncounted shows a line in the account it is about and does not count it.
func (g *group) showUncounted(e *entry) {
	var best *account
	for _, a := range g.candidates(&e.id) {
		if len(a.statements) > 0 && a.like(&e.id) >= identity.Alike && (best == nil || a.like(&e.id) > best.like(&e.id)) {
			best = a
		}
	}
	if best == nil {
		best = &account{dollars: e.dollars, ids: []identity.Holding{e.id}}
		g.accounts = append(g.accounts, best)
	}
	best.uncounted = append(best.uncounted, e)
}

func (a *account) add(s *statement) {
	s.account = a
	s.chain = s.chains[0]
	if len(a.statements) > 0 {
		s.before = a.last()
		if c, ok := s.continues(a.closing()); ok {
			s.chain = c
		}
	} else if c, ok := s.continues(ownership.Decimal{}); ok {
		s.chain = c
	}
	if s.chain.Closing().Sign() != 0 || len(a.statements) == 0 {
		a.dollars = s.dollars()
	}
	a.statements = append(a.statements, s)
	for _, e := range s.entries {
		a.learn(&e.id)
	}
}
