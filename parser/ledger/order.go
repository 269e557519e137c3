package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/ownership"
)

// arrange puts the filings of a group in the order of their balances. They come
// sorted by the days of their transactions. Where filings overlap, the parts of one
// report or neighbours, the balances decide, after what the remarks say of parts. A
// late report may show the balance of its transactions' time or of its own: it
// stands where the balances follow better. An amendment stands behind its original.
func arrange(papers []*paper) {
	var order, amendments []*paper
	for _, p := range papers {
		if p.original != nil {
			amendments = append(amendments, p)
		} else {
			order = append(order, p)
		}
	}
	for i := 0; i < len(order); {
		j := i + 1
		until := order[i].overlaps()
		for j < len(order) && order[j].place().Compare(until) <= 0 && j-i < maxOverlap {
			if d := order[j].overlaps(); d.Compare(until) > 0 {
				until = d
			}
			j++
		}
		if j-i > 1 {
			follow(order[max(0, i-balancesBefore):i], order[i:j], order[j:min(len(order), j+balancesAfter)])
		}
		i = j
	}
	late(order)
	for _, p := range amendments {
		root := p
		for root.original != nil {
			root = root.original
		}
		i := slices.Index(order, root)
		for i+1 < len(order) && order[i+1].original != nil {
			i++
		}
		order = slices.Insert(order, i+1, p)
	}
	copy(papers, order)
}

// overlaps is the day until which another filing's transactions overlap with this
// one.
func (p *paper) overlaps() ownership.Date {
	if p.late() {
		return p.place()
	}
	return p.day()
}

// late reports whether the filing was made too long after its last transaction to
// show the balance of that day for sure.
func (p *paper) late() bool {
	return p.form != '3' && daysBetween(p.place(), p.day()) > soon
}

// late moves each late filing to where it was reported, if the balances follow
// better there.
func late(order []*paper) {
	for _, p := range slices.Clone(order) {
		if !p.late() {
			continue
		}
		i := slices.Index(order, p)
		j := i
		for j+1 < len(order) && order[j+1].place().Compare(p.day()) <= 0 {
			j++
		}
		if j == i {
			continue
		}
		span := order[max(0, i-balancesBefore):min(len(order), j+1+balancesAfter)]
		here := scoreOf(span)
		moved := slices.Clone(span)
		at := slices.Index(moved, p)
		moved = slices.Insert(slices.Delete(moved, at, at+1), at+j-i, p)
		if scoreOf(moved) > here {
			copy(span, moved)
		}
	}
}

// tally is a balance that a filing leads from and to, under a key that is good
// enough to order by.
type tally struct {
	key              string
	opening, closing []ownership.Decimal // by the readings of its totals
}

func (p *paper) balances() []tally {
	if p.tallies == nil {
		p.tallies = talliesOf(p)
	}
	return p.tallies
}

func talliesOf(p *paper) []tally {
	var keys []string
	by := map[string][]*entry{}
	for _, e := range p.toPost() {
		if !e.testable() || e.aside != 0 && e.aside != ownership.RuleSwapExcluded {
			continue
		}
		key := string(rune('0'+e.table)) + string(e.id.Own) + e.id.Title + "|" + e.id.Strike + "|" + e.id.Holder.Name.Shown + e.id.Holder.Text
		if by[key] == nil {
			keys = append(keys, key)
		}
		by[key] = append(by[key], e)
	}
	all := make([]tally, 0, len(keys))
	for _, key := range keys {
		t := tally{key: key}
		for _, f := range fits(by[key]) {
			t.opening, t.closing = append(t.opening, f.opening()), append(t.closing, f.closing())
		}
		all = append(all, t)
	}
	return all
}

// standing is the balances after some filings, and how well they followed.
type standing struct {
	used     uint64
	order    []int
	balances map[string]ownership.Decimal
	score    int
}

// after returns the standing behind one more filing.
func (s *standing) after(i int, p *paper) standing {
	t := standing{used: s.used | 1<<i, order: append(slices.Clone(s.order), i), balances: make(map[string]ownership.Decimal, len(s.balances)+4), score: s.score}
	for k, v := range s.balances {
		t.balances[k] = v
	}
	t.take(p)
	return t
}

// take follows the balances through a filing: what goes on from a known one counts
// for the order, what breaks against it.
func (s *standing) take(p *paper) {
	for _, t := range p.balances() {
		b, known := s.balances[t.key]
		closing := t.closing[0]
		switch k := slices.IndexFunc(t.opening, func(d ownership.Decimal) bool { return d.Cmp(b) == 0 }); {
		case known && k >= 0:
			s.score += scoreFollows
			closing = t.closing[k]
		case known:
			s.score += scoreBreaks
		case k >= 0: // from zero
			s.score += scoreFromZero
			closing = t.closing[k]
		}
		s.balances[t.key] = closing
	}
}

func scoreOf(papers []*paper) int {
	s := standing{balances: map[string]ownership.Decimal{}}
	for _, p := range papers {
		s.take(p)
	}
	return s.score
}

// follow reorders the filings so that as many balances as possible follow, from the
// filings before to those behind. It keeps the likeliest orders at each step.
func follow(before, papers, behind []*paper) {
	first := standing{balances: map[string]ownership.Decimal{}}
	for _, p := range before {
		first.take(p)
	}
	first.score = 0
	kept := []standing{first}
	for range papers {
		var next []standing
		for k := range kept {
			s := &kept[k]
			for i, p := range papers {
				if s.used&(1<<i) != 0 || slices.ContainsFunc(papers, func(q *paper) bool {
					return q.before(p) && s.used&(1<<slices.Index(papers, q)) == 0
				}) {
					continue
				}
				next = append(next, s.after(i, p))
			}
		}
		slices.SortStableFunc(next, func(a, b standing) int {
			return cmp.Or(cmp.Compare(b.score, a.score), slices.Compare(a.order, b.order))
		})
		kept = next[:min(len(next), ordersKept)]
	}
	for i := range kept {
		for _, p := range behind {
			kept[i].take(p)
		}
	}
	if len(kept) == 0 {
		return // the remarks go round in a circle
	}
	best := slices.MaxFunc(kept, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.score, b.score), slices.Compare(b.order, a.order))
	})
	out := make([]*paper, len(papers))
	for i, k := range best.order {
		out[i] = papers[k]
	}
	copy(papers, out)
}

// before reports whether the remarks put p ahead of q: parts of one report, of the
// same days.
func (p *paper) before(q *paper) bool {
	return p.part.Of > 0 && p.part.Of == q.part.Of && p.part.N < q.part.N && p.period == q.period && p.last == q.last
}
