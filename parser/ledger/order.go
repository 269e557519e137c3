package ledger

import (
	"slices"

	"filingview/parser/ownership"
)

// arrange puts the filings of a group in the order of their balances. They come
// sorted by date; where filings overlap (parts of one report, late ones) the
// balances decide, after what the remarks say of parts.
func arrange(papers []*paper) {
	for i := 0; i < len(papers); {
		j := i + 1
		until := papers[i].day()
		for j < len(papers) && papers[j].place().Compare(until) <= 0 {
			if d := papers[j].day(); d.Compare(until) > 0 {
				until = d
			}
			j++
		}
		if j-i > 1 && j-i <= 60 {
			var before []*paper
			if i > 0 {
				before = papers[max(0, i-40):i]
			}
			chain(before, papers[i:j])
		}
		i = j
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
		if !e.testable() || e.aside != "" && e.aside != "swap-excluded" {
			continue
		}
		key := string(rune('0'+e.table)) + string(e.id.own) + e.id.title + "|" + e.id.strike + "|" + e.id.holder.name.shown + e.id.holder.text
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

// chain reorders the filings so that as many balances as possible follow: at each
// place it takes the first that continues the most accounts.
func chain(before, papers []*paper) {
	balances := map[string]ownership.Decimal{}
	for _, p := range before {
		for _, t := range p.balances() {
			balances[t.key] = t.closing[0]
		}
	}
	tallies := make([][]tally, len(papers))
	for i, p := range papers {
		tallies[i] = p.balances()
	}
	rest := make([]int, len(papers))
	for i := range rest {
		rest[i] = i
	}
	// score: what follows counts for it, what breaks against it, more so if another
	// of the rest would have followed.
	score := func(i int) int {
		n := 0
		for _, t := range tallies[i] {
			b, known := balances[t.key]
			switch {
			case !known:
				if slices.ContainsFunc(t.opening, func(d ownership.Decimal) bool { return d.Sign() == 0 }) {
					n++
				}
			case slices.ContainsFunc(t.opening, func(d ownership.Decimal) bool { return d.Cmp(b) == 0 }):
				n += 2
			default:
				n -= 2
			}
		}
		return n
	}
	// fed counts the accounts of a filing that another of the rest leads up to.
	fed := func(i int) int {
		n := 0
		for _, t := range tallies[i] {
			for _, j := range rest {
				if j == i {
					continue
				}
				for _, u := range tallies[j] {
					if u.key == t.key && u.closing[0].Cmp(t.opening[0]) == 0 && u.opening[0].Cmp(u.closing[0]) != 0 && u.closing[0].Sign() != 0 {
						n++
					}
				}
			}
		}
		return n
	}
	out := make([]*paper, 0, len(papers))
	for len(rest) > 0 {
		best, bestScore, bestFed := -1, 0, 0
		for k, i := range rest {
			p := papers[i]
			if slices.ContainsFunc(rest, func(j int) bool { return papers[j].before(p) }) {
				continue
			}
			s, f := score(i), fed(i)
			if best < 0 || s-2*f > bestScore-2*bestFed {
				best, bestScore, bestFed = k, s, f
			}
		}
		if best < 0 {
			best = 0
		}
		i := rest[best]
		rest = slices.Delete(rest, best, best+1)
		for _, t := range tallies[i] {
			closing := t.closing[0]
			if b, known := balances[t.key]; known {
				for k, d := range t.opening {
					if d.Cmp(b) == 0 {
						closing = t.closing[k]
						break
					}
				}
			}
			balances[t.key] = closing
		}
		out = append(out, papers[i])
	}
	copy(papers, out)
}

// before reports whether the remarks put p ahead of q: parts of one report, of the
// same days.
func (p *paper) before(q *paper) bool {
	return p.part.of > 0 && p.part.of == q.part.of && p.part.n < q.part.n && p.period == q.period && p.last == q.last
}
