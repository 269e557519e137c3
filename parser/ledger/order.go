package ledger

import (
	"cmp"
	"slices"

	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// arrange puts the filings of a group in the order of their balances. They come
// sorted by the days of their transactions. Where filings overlap, the parts of one
// report or neighbours, the balances decide, after what the remarks say of parts. A
// late report may show the balance of its transactions' time or of its own: it
// stands where the balances follow better. An amendment comes after its original.
func arrange(filings []*filing) {
	var order, amendments []*filing
	for _, f := range filings {
		if f.original != nil {
			amendments = append(amendments, f)
		} else {
			order = append(order, f)
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
			reorder(order[max(0, i-balancesBefore):i], order[i:j], order[j:min(len(order), j+balancesAfter)])
		}
		i = j
	}
	late(order)
	for _, f := range amendments {
		root := f
		for root.original != nil {
			root = root.original
		}
		i := slices.Index(order, root)
		for i+1 < len(order) && order[i+1].original != nil {
			i++
		}
		order = slices.Insert(order, i+1, f)
	}
	copy(filings, order)
}

// overlaps is the day until which another filing's transactions overlap with this
// one.
func (f *filing) overlaps() ownership.Date {
	if f.late() {
		return f.place()
	}
	return f.day()
}

// late reports whether the filing was made too long after its last transaction to
// show the balance of that day for sure.
func (f *filing) late() bool {
	return f.form != '3' && daysBetween(f.place(), f.day()) > soon
}

// late moves each late filing to where it was reported, if the balances follow
// better there.
func late(order []*filing) {
	for _, f := range slices.Clone(order) {
		if !f.late() {
			continue
		}
		i := slices.Index(order, f)
		j := i
		for j+1 < len(order) && order[j+1].place().Compare(f.day()) <= 0 {
			j++
		}
		if j == i {
			continue
		}
		span := order[max(0, i-balancesBefore):min(len(order), j+1+balancesAfter)]
		here := scoreOf(span)
		moved := slices.Clone(span)
		at := slices.Index(moved, f)
		moved = slices.Insert(slices.Delete(moved, at, at+1), at+j-i, f)
		if scoreOf(moved) > here {
			copy(span, moved)
		}
	}
}

// balance is what a filing leads a balance from and to, under a key that is good
// enough to order by.
type balance struct {
	key              string
	opening, closing []ownership.Decimal // by the readings of its totals
}

func (f *filing) balances() []balance {
	if f.cachedBalances == nil {
		f.cachedBalances = balancesOf(f)
	}
	return f.cachedBalances
}

func balancesOf(f *filing) []balance {
	var keys []string
	lines := map[string][]*entry{}
	for _, e := range f.toPost() {
		if !e.testable() || e.uncounted != 0 && e.uncounted != ownership.RuleSwapExcluded {
			continue
		}
		key := string(rune('0'+e.table)) + string(e.id.Own) + e.id.Title + "|" + e.id.Strike + "|" + e.id.Holder.Shown() + e.id.Holder.Text
		if lines[key] == nil {
			keys = append(keys, key)
		}
		lines[key] = append(lines[key], e)
	}
	all := make([]balance, 0, len(keys))
	for _, key := range keys {
		b := balance{key: key}
		for _, c := range totals.Of(lines[key]) {
			b.opening, b.closing = append(b.opening, c.Opening()), append(b.closing, c.Closing())
		}
		all = append(all, b)
	}
	return all
}

// ordering is an order of some filings, the balances after them, and how well they
// followed.
type ordering struct {
	used     uint64
	order    []int
	balances map[string]ownership.Decimal
	score    int
}

// with returns the ordering with one more filing at its end.
func (s *ordering) with(i int, f *filing) ordering {
	t := ordering{used: s.used | 1<<i, order: append(slices.Clone(s.order), i), balances: make(map[string]ownership.Decimal, len(s.balances)+4), score: s.score}
	for k, v := range s.balances {
		t.balances[k] = v
	}
	t.take(f)
	return t
}

// take follows the balances through a filing: what goes on from a known one counts
// for the order, what breaks against it.
func (s *ordering) take(f *filing) {
	for _, t := range f.balances() {
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

func scoreOf(filings []*filing) int {
	s := ordering{balances: map[string]ownership.Decimal{}}
	for _, f := range filings {
		s.take(f)
	}
	return s.score
}

// reorder sorts the filings so that as many balances as possible follow, from the
// filings before to those after. It keeps the likeliest orders at each step.
func reorder(before, filings, after []*filing) {
	first := ordering{balances: map[string]ownership.Decimal{}}
	for _, f := range before {
		first.take(f)
	}
	kept := []ordering{first}
	for range filings {
		var next []ordering
		for k := range kept {
			s := &kept[k]
			for i, f := range filings {
				if s.used&(1<<i) != 0 || slices.ContainsFunc(filings, func(q *filing) bool {
					return q.before(f) && s.used&(1<<slices.Index(filings, q)) == 0
				}) {
					continue
				}
				next = append(next, s.with(i, f))
			}
		}
		slices.SortStableFunc(next, func(a, b ordering) int {
			return cmp.Or(cmp.Compare(b.score, a.score), slices.Compare(a.order, b.order))
		})
		kept = next[:min(len(next), ordersKept)]
	}
	for i := range kept {
		for _, f := range after {
			kept[i].take(f)
		}
	}
	best := slices.MaxFunc(kept, func(a, b ordering) int {
		return cmp.Or(cmp.Compare(a.score, b.score), slices.Compare(b.order, a.order))
	})
	out := make([]*filing, len(filings))
	for i, k := range best.order {
		out[i] = filings[k]
	}
	copy(filings, out)
}

// before reports whether the remarks put p ahead of q: parts of one report, of the
// same days.
func (f *filing) before(q *filing) bool {
	return f.part.Of > 0 && f.part.Of == q.part.Of && f.part.N < q.part.N && f.period == q.period && f.last == q.last
}
