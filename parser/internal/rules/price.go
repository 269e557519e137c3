package rules

import (
	"fmt"
	"strconv"
	"strings"

	"filingview/parser/ownership"
)

// checkPrices holds the prices against the codes, the notes and each other.
func checkPrices(f *ownership.Filing) {
	market, priced := 0, 0
	var ranges priceRanges
	var zero []string
	for table, l := range lines(f) {
		if table == 2 || l.r.Kind == ownership.Transaction {
			missingPrice(&l, table)
		}
		if l.r.Kind != ownership.Transaction {
			continue
		}
		price, ok := l.r.Transaction.Price.Get()
		if !ok {
			continue
		}
		positive := price.Sign() > 0
		if positive {
			priced++
		}
		switch l.r.Transaction.Code.V {
		case "P", "S":
			if price.Sign() == 0 {
				if isZeroTrade(&l) {
					zero = append(zero, l.path("transaction.price"))
				}
			} else if len(l.r.Transaction.Price.Notes) > 0 {
				ranges.check(&l, price)
			}
			if table == 1 && positive {
				market++
			}
		case "F":
			if table == 1 && positive {
				market++
			}
		case "G", "W":
			if positive && len(l.r.Transaction.Price.Notes) == 0 && !l.r.Transaction.EquitySwapInvolved.V {
				l.tell(ownership.RulePriceOnGift,
					fmt.Sprintf("A gift, will or descent (code %s) has no price, but this line says %s and no note says what it is.", l.r.Transaction.Code.V, price), "transaction.price")
			}
		case "M", "X":
			if strike, ok := l.r.ConversionOrExercisePrice.Get(); ok && table == 2 && positive && strike.Cmp(price) == 0 {
				l.tell(ownership.RuleDerivativePriceEqualsStrike,
					fmt.Sprintf("Column 8 is the price of the derivative security itself; %s is also its exercise price and may have been put here for it.", price),
					"transaction.price", "conversionOrExercisePrice")
			}
		}
	}
	if len(zero) > 0 {
		report(f, ownership.RulePriceZeroMarketTrade, "A purchase or sale (code P or S) at a price of 0, and no note says why.", zero...)
	}
	ranges.tell(f)
	if market > 1 {
		compareMarket(f)
	}
	if priced > 1 {
		ranges.checkValue(f)
	}
}

// missingPrice is price-missing-no-footnote: what may be given by a note alone is
// given neither way. Holdings and codes without a price by nature are told in
// passing.
func missingPrice(l *line, table int) {
	r := l.r
	t := &r.Transaction
	transaction := r.Kind == ownership.Transaction
	gone := func(c *ownership.Reading) bool {
		return (c.State == ownership.Absent || c.State == ownership.Blank) && len(c.Notes) == 0
	}
	price := transaction && gone(&t.Price.Reading)
	if !price && (table == 1 || !gone(&r.ConversionOrExercisePrice.Reading) && !gone(&r.ExerciseDate.Reading) && !gone(&r.ExpirationDate.Reading)) {
		return
	}
	var words, cells []string
	add := func(yes bool, word, cell string) {
		if yes {
			words, cells = append(words, word), append(cells, cell)
		}
	}
	add(price, "price", "transaction.price")
	if table == 2 {
		add(gone(&r.ConversionOrExercisePrice.Reading), "conversion or exercise price", "conversionOrExercisePrice")
		add(gone(&r.ExerciseDate.Reading), "date exercisable", "exerciseDate")
		add(gone(&r.ExpirationDate.Reading), "expiration date", "expirationDate")
	}
	severity := ownership.RulePriceMissingNoFootnote.Severity()
	switch t.Code.V {
	case "G", "W", "Z", "J", "E":
		severity = ownership.Info // filers leave the price of these out
	default:
		if !transaction {
			severity = ownership.Info // filers leave the terms of a holding out
		} else if !isXML(l.f) {
			severity = ownership.Warning // the reader may have lost it
		}
	}
	l.tellAs(ownership.RulePriceMissingNoFootnote, severity, "This line gives no "+strings.Join(words, ", no ")+", and no footnote in its place.", cells...)
}

// isZeroTrade is the condition of price-zero-market-trade. A note on any cell that
// says what was traded, when, how and for what may explain it.
func isZeroTrade(l *line) bool {
	r, t := l.r, &l.r.Transaction
	for _, c := range [...]*ownership.Reading{&r.SecurityTitle.Reading, &t.Date.Reading, &t.Code.Reading, &t.Shares.Reading, &t.Price.Reading, &t.AcquiredDisposed.Reading} {
		if len(c.Notes) > 0 {
			return false
		}
	}
	return !t.EquitySwapInvolved.V
}

// dayClass is what market prices are compared within.
type dayClass struct {
	day   ownership.Date
	title string
}

// compareMarket compares the prices of P, S and F lines of Table I for one security
// on one day: price-is-total where a price is the product of its amount and the
// price of another line, price-outlier where they lie more than a factor of three
// apart. A price that cites a note is out of it, for the note may say why; so are
// swaps.
func compareMarket(f *ownership.Filing) {
	low, high := map[dayClass]int{}, map[dayClass]int{}
	price := func(i int) ownership.Decimal { return f.TableI[i].Transaction.Price.V }
	key := func(i int) (dayClass, bool) {
		t := &f.TableI[i].Transaction
		if !(t.Code.V == "P" || t.Code.V == "S" || t.Code.V == "F") || !t.Price.IsKnown() || t.Price.V.Sign() <= 0 || !t.Date.IsKnown() ||
			len(t.Price.Notes) > 0 || t.EquitySwapInvolved.V || !f.TableI[i].SecurityTitle.IsKnown() {
			return dayClass{}, false
		}
		return dayClass{t.Date.V, f.TableI[i].SecurityTitle.V}, true
	}
	for i := range f.TableI {
		k, ok := key(i)
		if !ok {
			continue
		}
		if j, ok := low[k]; !ok || price(i).Cmp(price(j)) < 0 {
			low[k] = i
		}
		if j, ok := high[k]; !ok || price(i).Cmp(price(j)) > 0 {
			high[k] = i
		}
	}
	for i := range f.TableI {
		k, ok := key(i)
		if !ok || high[k] != i {
			continue
		}
		j := low[k]
		three, fits := price(j).Product(ownership.NewDecimal(3, 0))
		if !fits || price(i).Cmp(three) <= 0 {
			continue
		}
		l := line{f, &f.TableI[i], "tableI", i}
		other := "tableI[" + strconv.Itoa(j) + "].transaction.price"
		if isTotal(&f.TableI[i].Transaction, price(j)) {
			addFinding(f, ownership.RulePriceIsTotal, ownership.Finding{
				Message: fmt.Sprintf("The price %s looks like the total of %s securities at about %s, the price of another line of that day.", price(i), figure(f.TableI[i].Transaction.Shares.V), price(j)),
				Paths:   []string{l.path("transaction.price"), l.path("transaction.shares")}, Evidence: []string{other}})
			continue
		}
		addFinding(f, ownership.RulePriceOutlier, ownership.Finding{
			Message: fmt.Sprintf("The prices %s and %s of one security on %s are more than a factor of three apart.", price(j), price(i), k.day),
			Paths:   []string{l.path("transaction.price"), other}})
	}
}

// isTotal reports whether the price is, within one percent, the amount of the line
// times another price, for an amount of ten or more.
func isTotal(t *ownership.Trade, other ownership.Decimal) bool {
	if !t.Shares.IsKnown() || t.Shares.V.Cmp(ownership.NewDecimal(10, 0)) < 0 {
		return false
	}
	total, ok := t.Shares.V.Product(other)
	if !ok {
		return false
	}
	off, ok1 := t.Price.V.Difference(total)
	hundredfold, ok2 := off.Magnitude().Product(ownership.NewDecimal(100, 0))
	return ok1 && ok2 && hundredfold.Cmp(total) <= 0
}

// amount returns shares x price of a line in dollars; not ok where either is not
// known or not positive, or a note of the price speaks of another currency.
func (p *priceRanges) amount(l *line) (ownership.Decimal, bool) {
	t := &l.r.Transaction
	if !t.Shares.IsKnown() || !t.Price.IsKnown() || t.Price.V.Sign() <= 0 || t.Shares.V.Sign() <= 0 || p.isForeign(l) {
		return ownership.Decimal{}, false
	}
	return t.Shares.V.Product(t.Price.V)
}

// sums are the total of one code of one table.
type sums struct {
	code   string
	table  int
	total  ownership.Decimal
	lines  int
	priced int
	open   bool
}

// checkValue is amount-value: what the priced lines of one code come to, where
// there are two at least, so that it is no news from one line. Swaps, prices of 0
// and prices given by a note alone are in no sum; a code with a price in another
// currency, or a sum of more digits than are exact, has none.
func (p *priceRanges) checkValue(f *ownership.Filing) {
	var list [8]sums
	all := list[:0]
	for table, l := range lines(f) {
		t := &l.r.Transaction
		if l.r.Kind != ownership.Transaction || len(t.Code.V) != 1 || t.EquitySwapInvolved.V {
			continue
		}
		i := 0
		for i < len(all) && (all[i].table != table || all[i].code != t.Code.V) {
			i++
		}
		if i == len(all) {
			if i == cap(list[:]) {
				continue
			}
			all = append(all, sums{code: t.Code.V, table: table})
		}
		s := &all[i]
		s.lines++
		if !isPriced(&l) {
			continue
		}
		value, ok := p.amount(&l)
		if !ok {
			s.open = true
			continue
		}
		if s.total, ok = s.total.Sum(value); !ok {
			s.open = true
		}
		s.priced++
	}
	for i := range all {
		if s := &all[i]; s.priced > 1 && !s.open {
			report(f, ownership.RuleAmountValue,
				fmt.Sprintf("Code %s in Table %s: %d of %d lines have a price, and come to $%s (amount times price).", s.code, strings.Repeat("I", s.table), s.priced, s.lines, money(s.total)), s.paths(f)...)
		}
	}
}

// paths returns the paths of the prices in the sum, cut from one string: most
// filings with trades have such a sum.
func (s *sums) paths(f *ownership.Filing) []string {
	rows, prefix := f.TableI, "tableI["
	if s.table == 2 {
		rows, prefix = f.TableII, "tableII["
	}
	const cell = "].transaction.price"
	paths, all := make([]string, 0, s.priced), make([]byte, 0, s.priced*(len(prefix)+len(cell)+3))
	ends := make([]int, 0, 32)
	for i := range rows {
		l := line{f, &rows[i], "", i}
		if rows[i].Transaction.Code.V == s.code && isPriced(&l) {
			all = append(strconv.AppendInt(append(all, prefix...), int64(i), 10), cell...)
			ends = append(ends, len(all))
		}
	}
	text, from := string(all), 0
	for _, to := range ends {
		paths = append(paths, text[from:to])
		from = to
	}
	return paths
}

// isPriced reports whether a line is one that amount-value adds up.
func isPriced(l *line) bool {
	t := &l.r.Transaction
	return l.r.Kind == ownership.Transaction && !t.EquitySwapInvolved.V && t.Price.IsKnown() && t.Price.V.Sign() > 0 && t.Shares.IsKnown()
}

// money writes dollars with grouped thousands and at least two digits after the
// point; nothing is rounded.
func money(d ownership.Decimal) string {
	whole, part, _ := strings.Cut(figure(d), ".")
	for len(part) < 2 {
		part += "0"
	}
	return whole + "." + part
}

// figure writes a number with grouped thousands, without zeros that end a
// fraction.
func figure(d ownership.Decimal) string {
	whole, part, _ := strings.Cut(d.String(), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part = strings.TrimRight(part, "0"); part == "" {
		return whole
	}
	return whole + "." + part
}
