// Package order puts the filings of an owner in the order of their balances.
package order

import (
	"cmp"
	"slices"

	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// Filing is a filing as far as its place among others goes.
type Filing struct {
	Place  ownership.Date // the day at which it stands among the balances
	Day    ownership.Date // the day on which it was reported
	Period ownership.Date
	Last   ownership.Date // of its transactions
	// Late says that it was made too long after its last transaction to show the
	// balance of that day for sure.
	Late     bool
	Part     notetext.Part
	Balances func() []Balance // asked once, where the order is in doubt

	asked    bool
	balances []Balance
}

func (f *Filing) read() []Balance {
	if !f.asked {
		f.asked, f.balances = true, f.Balances()
	}
	return f.balances
}

// Balance is what a filing leads a balance from and to, under a key that is good enough
// to order by.
type Balance struct {
	Key              string
	Opening, Closing []ownership.Decimal // by the readings of its totals
}

// The numbers by which filings are put in order. Those that bound work keep a hostile file
// from costing more than its size.
const (
	// maxOverlap is how many overlapping filings are put in order together: more
	// than any owner files over one event.
	maxOverlap = 60
	// ordersKept is how many orders of overlapping filings are followed at each
	// step: enough that the best one found in many filings is among them.
	ordersKept = 48
	// balancesBefore and balancesAfter are how many filings before and after those
	// whose order is sought still say which balances are known.
	balancesBefore, balancesAfter = 40, 3

	// What one balance counts for an order of filings: a break weighs as much as a
	// balance that goes on, and a beginning at zero half of that, since it agrees
	// by chance more often. A late report that ends at the balance that is known has it
	// counted already, and weighs as little.
	scoreFollows, scoreFromZero, scoreBreaks, scoreCounted = 2, 1, -2, 1
)

// Of returns the order of filings that come sorted by the days of their transactions, as
// their places in the slice. Where filings overlap, the parts of one report or neighbours,
// the balances decide, after what the remarks say of parts. A late report may show the
// balance of its transactions' time or of its own: it stands where the balances follow
// better.
func Of(filings []Filing) []int {
	order := make([]*Filing, len(filings))
	at := make(map[*Filing]int, len(filings))
	for i := range filings {
		order[i] = &filings[i]
		at[order[i]] = i
	}
	for i := 0; i < len(order); {
		j := i + 1
		until := order[i].overlaps()
		for j < len(order) && order[j].Place.Compare(until) <= 0 && j-i < maxOverlap {
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
	places := make([]int, len(order))
	for i, f := range order {
		places[i] = at[f]
	}
	return places
}

// overlaps is the day until which another filing's transactions overlap with this
// one.
func (f *Filing) overlaps() ownership.Date {
	if f.Late {
		return f.Place
	}
	return f.Day
}

// late moves each late filing to where it was reported, if the balances follow
// better there.
func late(order []*Filing) {
	for _, f := range slices.Clone(order) {
		if !f.Late {
			continue
		}
		i := slices.Index(order, f)
		j := i
		for j+1 < len(order) && order[j+1].Place.Compare(f.Day) <= 0 {
			j++
		}
		if j == i {
			continue
		}
		span := order[max(0, i-balancesBefore):min(len(order), j+1+balancesAfter)]
		here := scoreOf(span)
		moved := slices.Clone(span)
		at := slices.Index(moved, f)
		copy(moved[at:at+j-i], moved[at+1:])
		moved[at+j-i] = f
		if scoreOf(moved) > here {
			copy(span, moved)
		}
	}
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
func (s *ordering) with(i int, f *Filing) *ordering {
	t := &ordering{used: s.used | 1<<i, order: append(slices.Clone(s.order), i), balances: make(map[string]ownership.Decimal, len(s.balances)+4), score: s.score}
	for k, v := range s.balances {
		t.balances[k] = v
	}
	t.take(f)
	return t
}

// take follows the balances through a filing: what goes on from a known one counts
// for the order, what breaks against it.
func (s *ordering) take(f *Filing) {
	for _, t := range f.read() {
		b, known := s.balances[t.Key]
		closing := t.Closing[0]
		switch k := slices.IndexFunc(t.Opening, func(d ownership.Decimal) bool { return d.Cmp(b) == 0 }); {
		case known && k >= 0:
			s.score += scoreFollows
			closing = t.Closing[k]
		case known && f.Late && slices.ContainsFunc(t.Closing, func(d ownership.Decimal) bool { return d.Cmp(b) == 0 }):
			s.score += scoreCounted
			closing = b
		case known:
			s.score += scoreBreaks
		case k >= 0: // from zero
			s.score += scoreFromZero
			closing = t.Closing[k]
		}
		s.balances[t.Key] = closing
	}
}

func scoreOf(filings []*Filing) int {
	s := ordering{balances: map[string]ownership.Decimal{}}
	for _, f := range filings {
		s.take(f)
	}
	return s.score
}

// reorder sorts the filings so that as many balances as possible follow, from the
// filings before to those after. It keeps the likeliest orders at each step.
func reorder(before, filings, after []*Filing) {
	first := &ordering{balances: map[string]ownership.Decimal{}}
	for _, f := range before {
		first.take(f)
	}
	kept := []*ordering{first}
	for range filings {
		var next []*ordering
		for k := range kept {
			s := kept[k]
			for i, f := range filings {
				if s.used&(1<<i) != 0 || slices.ContainsFunc(filings, func(q *Filing) bool {
					return q.before(f) && s.used&(1<<slices.Index(filings, q)) == 0
				}) {
					continue
				}
				next = append(next, s.with(i, f))
			}
		}
		slices.SortStableFunc(next, func(a, b *ordering) int {
			return cmp.Or(cmp.Compare(b.score, a.score), slices.Compare(a.order, b.order))
		})
		kept = next[:min(len(next), ordersKept)]
	}
	for i := range kept {
		for _, f := range after {
			kept[i].take(f)
		}
	}
	best := kept[0]
	for _, s := range kept[1:] {
		if s.score > best.score || s.score == best.score && slices.Compare(s.order, best.order) < 0 {
			best = s
		}
	}
	out := make([]*Filing, len(filings))
	for i, k := range best.order {
		out[i] = filings[k]
	}
	copy(filings, out)
}

// before reports whether the remarks put p ahead of q: parts of one report, of the
// same days.
func (f *Filing) before(q *Filing) bool {
	return f.Part.Of > 0 && f.Part.Of == q.Part.Of && f.Part.N < q.Part.N && f.Period == q.Period && f.Last == q.Last
}

// YearRight returns a date of a transaction with its year put right, for placing the
// transaction: a date after the day of the report cannot be, and one before the period of
// report, the date of the earliest transaction (Form 4, box 3), is not late but a year off
// where a year later is in time. Due says that the transaction was due on this report: it
// is not marked late.
func YearRight(d, period, day ownership.Date, due bool) ownership.Date {
	if d.IsZero() || day.IsZero() || period.IsZero() {
		return d
	}
	for _, years := range [...]int16{-1, 1} {
		other := d
		other.Year += years
		inTime := other.Compare(period) >= 0 && other.Compare(day) <= 0
		if inTime && (d.Compare(day) > 0 || d.Compare(period) < 0 && due) {
			return other
		}
	}
	return d
}
