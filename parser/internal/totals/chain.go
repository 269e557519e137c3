package totals

import (
	"slices"

	"filingview/parser/ownership"
)

// Step is one or more lines that move a balance at once: one line of a running
// total, all lines of a day or of a filing where only the total is shown.
type Step[L Line] struct {
	Lines         []L
	Opening, Want ownership.Decimal // want is the balance that the step prints
}

// Chain is a way to read the totals of one filing in one account.
type Chain[L Line] struct {
	Style ownership.Rule // 0: one line decides nothing
	Steps []Step[L]
	Exact bool // no residual inside
}

func (c *Chain[L]) Opening() ownership.Decimal { return c.Steps[0].Opening }
func (c *Chain[L]) Closing() ownership.Decimal { return c.End().Want }

// End is the last step.
func (c *Chain[L]) End() *Step[L] { return &c.Steps[len(c.Steps)-1] }

// Breaks counts the steps that do not follow the one before.
func (c *Chain[L]) Breaks() int {
	n := 0
	for i := 1; i < len(c.Steps); i++ {
		if c.Steps[i].Opening.Cmp(c.Steps[i-1].Want) != 0 {
			n++
		}
	}
	return n
}

// Rounded reports whether the breaks are of Rounded fractions only.
func (c *Chain[L]) Rounded() bool {
	for i := 1; i < len(c.Steps); i++ {
		off, _ := c.Steps[i].Opening.Difference(c.Steps[i-1].Want)
		if off.Sign() != 0 && (off.IsInteger() || off.Magnitude().Cmp(ownership.NewDecimal(1, 0)) > 0) {
			return false
		}
	}
	return true
}

// Of returns the readings of the lines' totals without a residual, the likeliest
// first: running, final total repeated, per day, newest first, by date, in another
// order. If there is none, it returns the running one with the fewest breaks.
// Every entry is testable.
func Of[L Line](entries []L) []Chain[L] {
	var transactions, holdings []L
	for _, e := range entries {
		if e.Figures().Kind == ownership.Transaction {
			transactions = append(transactions, e)
		} else {
			holdings = append(holdings, e)
		}
	}
	var found []Chain[L]
	add := func(style ownership.Rule, steps []Step[L]) {
		c := Chain[L]{Style: style, Steps: steps}
		if len(steps) > 0 && c.Breaks() == 0 {
			found = append(found, c)
		}
	}
	if len(transactions) == 0 {
		add(0, Running(holdings))
		if len(found) == 0 {
			found = append(found, Chain[L]{Steps: Running(holdings)})
		} else {
			found[0].Exact = true
		}
		return found
	}
	style := ownership.RuleRunningBalance
	if len(transactions) == 1 {
		style = 0
	}
	inOrder := Running(transactions)
	add(style, inOrder)
	var byDate []L
	if len(transactions) > 1 {
		add(ownership.RuleFinalTotalRepeated, finalTotal(transactions))
		byDate = slices.Clone(transactions)
		slices.SortStableFunc(byDate, func(a, b L) int { return a.Figures().Date.Compare(b.Figures().Date) })
		add(ownership.RuleDateBlockTotal, dateBlocks(byDate))
		reversed := slices.Clone(transactions)
		slices.Reverse(reversed)
		if balancesGoneOn(reversed) >= balancesGoneOn(transactions) {
			add(ownership.RuleReverseOrder, Running(reversed))
		}
		for i, order := range [][]L{byDate, anyOrder(transactions)} {
			if len(found) == 0 && mayReorder(transactions, order, i == 0) {
				add(ownership.RuleRunningBalance, Running(order))
			}
		}
	}
	if len(found) == 0 {
		best := Chain[L]{Style: style, Steps: inOrder}
		if byDate != nil && mayReorder(transactions, byDate, true) {
			for _, steps := range [][]Step[L]{Running(byDate), dateBlocks(byDate)} {
				c := Chain[L]{Style: style, Steps: steps}
				if len(steps) > 0 && c.Breaks() < best.Breaks() && len(steps) == len(transactions) {
					best = c
				}
			}
		}
		found = append(found, best)
	}
	for i := range found {
		found[i].Steps = withHoldings(found[i].Steps, holdings)
		found[i].Exact = found[i].Breaks() == 0
	}
	for i := range found { // a handful
		for j := i; j > 0 && found[j].Breaks() < found[j-1].Breaks(); j-- {
			found[j], found[j-1] = found[j-1], found[j]
		}
	}
	return found
}

// mayReorder reports whether lines may be read in another order than that of the filing:
// more balances go on then, or as many in the order of the days. They may not where one
// wrong figure explains the order as filed, where the other order begins below zero, or
// where it only begins a chain elsewhere that ends as it began.
func mayReorder[L Line](asFiled, order []L, byDate bool) bool {
	if order == nil || slices.Equal(order, asFiled) || order[0].Figures().Opening().Sign() < 0 || len(Slips(Running(asFiled), nil)) > 0 {
		return false
	}
	if more := balancesGoneOn(order) - balancesGoneOn(asFiled); more < 0 || more == 0 && !byDate {
		return false
	}
	at := slices.Index(asFiled, order[0])
	turned := slices.Concat(asFiled[at:], asFiled[:at])
	return !slices.Equal(order, turned) || order[0].Figures().Opening().Cmp(order[len(order)-1].Figures().Printed) != 0
}

// balancesGoneOn counts the lines that go on from the one before. Zero goes on from zero
// by chance.
func balancesGoneOn[L Line](order []L) int {
	n := 0
	for i := 1; i < len(order); i++ {
		if before := order[i-1].Figures().Printed; before.Sign() != 0 && before.Cmp(order[i].Figures().Opening()) == 0 {
			n++
		}
	}
	return n
}

func Running[L Line](entries []L) []Step[L] {
	steps := make([]Step[L], len(entries))
	for i, e := range entries {
		steps[i] = Step[L]{entries[i : i+1 : i+1], e.Figures().Opening(), e.Figures().Printed}
	}
	return steps
}

func finalTotal[L Line](transactions []L) []Step[L] {
	last := transactions[0].Figures().Printed
	if last.Sign() == 0 {
		return nil // zero after each of several sales says that each emptied the account
	}
	for _, e := range transactions {
		if e.Figures().Printed.Cmp(last) != 0 {
			return nil
		}
	}
	return []Step[L]{{transactions, openingOf(last, transactions), last}}
}

func openingOf[L Line](total ownership.Decimal, transactions []L) ownership.Decimal {
	for _, e := range transactions {
		total, _ = total.Difference(e.Figures().Change)
	}
	return total
}

// dateBlocks takes the lines of one day as one step, if they print one total.
func dateBlocks[L Line](byDate []L) []Step[L] {
	var steps []Step[L]
	several := false
	for i := 0; i < len(byDate); {
		j := i
		for j < len(byDate) && byDate[j].Figures().Date == byDate[i].Figures().Date {
			if byDate[j].Figures().Printed.Cmp(byDate[i].Figures().Printed) != 0 {
				return nil
			}
			j++
		}
		several = several || j-i > 1
		total := byDate[i].Figures().Printed
		steps = append(steps, Step[L]{byDate[i:j:j], openingOf(total, byDate[i:j]), total})
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
func anyOrder[L Line](transactions []L) []L {
	n := len(transactions)
	if n < minLinesToOrder || n > maxLinesToOrder {
		return nil
	}
	budget := stepsToOrder
	used := make([]bool, n)
	chain := make([]L, 0, n)
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
				if e.Figures().Date.Compare(before.Figures().Date) < 0 || e.Figures().Opening().Cmp(before.Figures().Printed) != 0 {
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
func withHoldings[L Line](steps []Step[L], holdings []L) []Step[L] {
	if len(holdings) == 0 {
		return steps
	}
	var before, after []Step[L]
	for _, e := range holdings {
		s := Step[L]{[]L{e}, e.Figures().Printed, e.Figures().Printed}
		if e.Figures().Printed.Cmp(steps[len(steps)-1].Want) != 0 && e.Figures().Printed.Cmp(steps[0].Opening) == 0 {
			before = append(before, s)
		} else {
			after = append(after, s)
		}
	}
	return append(append(before, steps...), after...)
}
