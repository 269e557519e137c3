package ledger

import (
	"slices"

	"filingview/parser/ownership"
)

// step is one or more lines that move a balance at once: one line of a running
// total, all lines of a day or of a filing where only the total is shown.
type step struct {
	entries       []*entry
	opening, want ownership.Decimal // want is the balance that the step prints
}

// chain is a way to read the totals of one filing in one account.
type chain struct {
	style ownership.Rule // 0: one line decides nothing
	steps []step
	exact bool // no residual inside
}

func (c *chain) opening() ownership.Decimal { return c.steps[0].opening }
func (c *chain) closing() ownership.Decimal { return c.end().want }

// end is the last step.
func (c *chain) end() *step { return &c.steps[len(c.steps)-1] }

// breaks counts the steps that do not follow the one before.
func (c *chain) breaks() int {
	n := 0
	for i := 1; i < len(c.steps); i++ {
		if c.steps[i].opening.Cmp(c.steps[i-1].want) != 0 {
			n++
		}
	}
	return n
}

// rounded reports whether the breaks are of rounded fractions only.
func (c *chain) rounded() bool {
	for i := 1; i < len(c.steps); i++ {
		off, _ := c.steps[i].opening.Difference(c.steps[i-1].want)
		if off.Sign() != 0 && (off.IsInteger() || !atMost(off, 1)) {
			return false
		}
	}
	return true
}

// chainsOf returns the readings of the lines' totals without a residual, the likeliest
// first: running, final total repeated, per day, newest first, by date, in another
// order. If there is none, it returns the running one with the fewest breaks.
// Every entry is testable.
func chainsOf(entries []*entry) []chain {
	var transactions, holdings []*entry
	for _, e := range entries {
		if e.kind == ownership.Transaction {
			transactions = append(transactions, e)
		} else {
			holdings = append(holdings, e)
		}
	}
	var found []chain
	add := func(style ownership.Rule, steps []step) {
		c := chain{style: style, steps: steps}
		if len(steps) > 0 && c.breaks() == 0 {
			found = append(found, c)
		}
	}
	if len(transactions) == 0 {
		add(0, running(holdings))
		if len(found) == 0 {
			found = append(found, chain{steps: running(holdings)})
		} else {
			found[0].exact = true
		}
		return found
	}
	style := ownership.RuleRunningBalance
	if len(transactions) == 1 {
		style = 0
	}
	inOrder := running(transactions)
	add(style, inOrder)
	var byDate []*entry
	if len(transactions) > 1 {
		add(ownership.RuleFinalTotalRepeated, finalTotal(transactions))
		byDate = slices.Clone(transactions)
		slices.SortStableFunc(byDate, func(a, b *entry) int { return a.date.Compare(b.date) })
		add(ownership.RuleDateBlockTotal, dateBlocks(byDate))
		reversed := slices.Clone(transactions)
		slices.Reverse(reversed)
		if balancesGoneOn(reversed) >= balancesGoneOn(transactions) {
			add(ownership.RuleReverseOrder, running(reversed))
		}
		for i, order := range [][]*entry{byDate, anyOrder(transactions)} {
			if len(found) == 0 && mayReorder(transactions, order, i == 0) {
				add(ownership.RuleRunningBalance, running(order))
			}
		}
	}
	if len(found) == 0 {
		best := chain{style: style, steps: inOrder}
		if byDate != nil && mayReorder(transactions, byDate, true) {
			for _, steps := range [][]step{running(byDate), dateBlocks(byDate)} {
				c := chain{style: style, steps: steps}
				if len(steps) > 0 && c.breaks() < best.breaks() && len(steps) == len(transactions) {
					best = c
				}
			}
		}
		found = append(found, best)
	}
	for i := range found {
		found[i].steps = withHoldings(found[i].steps, holdings)
		found[i].exact = found[i].breaks() == 0
	}
	slices.SortStableFunc(found, func(a, b chain) int { return a.breaks() - b.breaks() })
	return found
}

// mayReorder reports whether lines may be read in another order than that of the filing:
// more balances go on then, or as many in the order of the days. They may not where one
// wrong figure explains the order as filed, where the other order begins below zero, or
// where it only begins a chain elsewhere that ends as it began.
func mayReorder(asFiled, order []*entry, byDate bool) bool {
	if order == nil || slices.Equal(order, asFiled) || order[0].opening().Sign() < 0 || len(slips(running(asFiled), nil)) > 0 {
		return false
	}
	if more := balancesGoneOn(order) - balancesGoneOn(asFiled); more < 0 || more == 0 && !byDate {
		return false
	}
	at := slices.Index(asFiled, order[0])
	turned := slices.Concat(asFiled[at:], asFiled[:at])
	return !slices.Equal(order, turned) || order[0].opening().Cmp(order[len(order)-1].printed.V) != 0
}

// balancesGoneOn counts the lines that go on from the one before. Zero goes on from zero
// by chance.
func balancesGoneOn(order []*entry) int {
	n := 0
	for i := 1; i < len(order); i++ {
		if before := order[i-1].printed.V; before.Sign() != 0 && before.Cmp(order[i].opening()) == 0 {
			n++
		}
	}
	return n
}

func running(entries []*entry) []step {
	steps := make([]step, len(entries))
	for i, e := range entries {
		steps[i] = step{entries[i : i+1 : i+1], e.opening(), e.printed.V}
	}
	return steps
}

func finalTotal(transactions []*entry) []step {
	last := transactions[0].printed.V
	if last.Sign() == 0 {
		return nil // zero after each of several sales says that each emptied the account
	}
	for _, e := range transactions {
		if e.printed.V.Cmp(last) != 0 {
			return nil
		}
	}
	return []step{{transactions, openingOf(last, transactions), last}}
}

func openingOf(total ownership.Decimal, transactions []*entry) ownership.Decimal {
	for _, e := range transactions {
		total, _ = total.Difference(e.change.V)
	}
	return total
}

// dateBlocks takes the lines of one day as one step, if they print one total.
func dateBlocks(byDate []*entry) []step {
	var steps []step
	several := false
	for i := 0; i < len(byDate); {
		j := i
		for j < len(byDate) && byDate[j].date == byDate[i].date {
			if byDate[j].printed.V.Cmp(byDate[i].printed.V) != 0 {
				return nil
			}
			j++
		}
		several = several || j-i > 1
		total := byDate[i].printed.V
		steps = append(steps, step{byDate[i:j:j], openingOf(total, byDate[i:j]), total})
		i = j
	}
	if !several || len(steps) < 2 {
		return nil
	}
	return steps
}

// anyOrder looks for an order in which the totals run: the order of rows has no
// meaning in the XML (EDGAR ownership specification 4.3.3). Dates must not go
// back.
func anyOrder(transactions []*entry) []*entry {
	n := len(transactions)
	if n < minLinesToOrder || n > maxLinesToOrder {
		return nil
	}
	budget := stepsToOrder
	used := make([]bool, n)
	chain := make([]*entry, 0, n)
	var extend func() bool
	extend = func() bool {
		if len(chain) == n {
			return true
		}
		for i, e := range transactions {
			if budget--; budget < 0 {
				return false
			}
			if used[i] {
				continue
			}
			if len(chain) > 0 {
				before := chain[len(chain)-1]
				if e.date.Compare(before.date) < 0 || e.opening().Cmp(before.printed.V) != 0 {
					continue
				}
			}
			used[i] = true
			chain = append(chain, e)
			if extend() {
				return true
			}
			used[i], chain = false, chain[:len(chain)-1]
		}
		return false
	}
	if extend() {
		return chain
	}
	return nil
}

// withHoldings puts the holding lines of an account that has transactions where
// they agree: after them, or before.
func withHoldings(steps []step, holdings []*entry) []step {
	if len(holdings) == 0 {
		return steps
	}
	var before, after []step
	for _, e := range holdings {
		s := step{[]*entry{e}, e.printed.V, e.printed.V}
		if e.printed.V.Cmp(steps[len(steps)-1].want) != 0 && e.printed.V.Cmp(steps[0].opening) == 0 {
			before = append(before, s)
		} else {
			after = append(after, s)
		}
	}
	return slices.Concat(before, steps, after)
}
