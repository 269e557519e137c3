package ledger

import "filingview/parser/ownership"

// The numbers by which the ledger decides, each with its reason. Those that bound
// work keep a hostile file from costing more than its size.
const (
	// many is how many accounts, or statements of one filing, are compared one with
	// another. No owner has as many; a hostile file may, and is then read by keys
	// alone.
	many = 400
	// lookAhead is how many later filings are asked which balances of a filing go on:
	// more than an owner makes in a year.
	lookAhead = 60
	// maxSpellings is how many ways of writing an account are remembered.
	maxSpellings = 8
	// maxMatchingGaps is how many gaps are paired with one another.
	maxMatchingGaps = 10 * many

	// soon is how many days after its last transaction a report is still in time to
	// overlap with others only as parts and neighbours do: two business days and a
	// long weekend.
	soon = 7

	// rowsOfTable is how many lines EDGAR takes in a table.
	rowsOfTable = 30

	// distinctive is the least balance that two accounts seldom have by chance.
	distinctive = 1000
	// leastTransfer is the least gap that is paired with an opposite one by its amount
	// alone, if it is a noticeablePart of the smaller balance as well: less is as likely
	// a corrected division.
	leastTransfer, noticeablePart = 100, 1000
	// largePart and slightPart say which gaps are large, a tenth of the balance or
	// more, and slight, a hundredth or less.
	largePart, slightPart = 10, 100
	// maxQuotes is how many notes are quoted beside an open line.
	maxQuotes = 2
	// maxPartsOfNumber is how many numbers of one note are added up.
	maxPartsOfNumber = 4
	// minSharedGaps and maxSharedGaps are how many gaps one other gap may be the sum
	// of: with more, sums agree by chance.
	minSharedGaps, maxSharedGaps = 2, 3

	// quietDays is how long owners who trade may go without a report; a longer time
	// lets filings be missing where the gap is large and other accounts do not go on
	// either. After quietYear one account is enough, since a Form 5 was due.
	quietDays, quietYear = 90, 365

	// priceTolerance is half a cent: prices are printed to the cent.
	priceTolerance = 0.005
	// amountTolerance is what the sums of an exercise may be apart by rounding, as a
	// part of the amount, where that is more than one share.
	amountTolerance = 1e-4
	// ratioTolerance is what the underlying shares per derivative security may
	// differ by rounding, as a part of the ratio.
	ratioTolerance = 1e-4
)

// atLeast reports whether a number is n or more, whatever its sign.
func atLeast(d ownership.Decimal, n int64) bool {
	return d.Magnitude().Cmp(ownership.NewDecimal(n, 0)) >= 0
}

// atMost reports whether a number is n or less, whatever its sign.
func atMost(d ownership.Decimal, n int64) bool {
	return d.Magnitude().Cmp(ownership.NewDecimal(n, 0)) <= 0
}

// daysBetween returns the days from one date to another.
func daysBetween(from, to ownership.Date) int {
	return int(to.AddDays(0).Sub(from.AddDays(0)).Hours() / 24)
}
