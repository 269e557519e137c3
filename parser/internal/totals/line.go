// Package totals reads the totals that a filing prints: whether they run from line to line,
// stand once for several lines, or run another way, and which one figure is wrong where
// they do not.
package totals

import "filingview/parser/ownership"

// Line is a line of one account.
type Line interface {
	comparable
	Figures() Figures
}

// Figures are what a line says of the balance: all of them are known.
type Figures struct {
	Kind    ownership.RowKind
	Date    ownership.Date    // of the transaction
	Change  ownership.Decimal // signed
	Printed ownership.Decimal // the amount owned following
}

// Opening is the balance before the line, if its total is a running one.
func (f Figures) Opening() ownership.Decimal {
	d, _ := f.Printed.Difference(f.Change)
	return d
}

// What bounds the search for an order in which the totals run: two lines have only the
// orders that are tried before, EDGAR takes 30 lines in a table, and a hostile file must
// not cost more than its size.
const minLinesToOrder, maxLinesToOrder, stepsToOrder = 3, 30, 2000
