package rules

import (
	"fmt"
	"strings"

	"filingview/parser/ownership"
)

// priceRanges holds the range that each note gives for an average price, so that
// a note which thirty lines cite is read once.
type priceRanges struct {
	notes   []priceRange // as in the filing; none until one is asked for
	without []string     // lines with an average price and no range
	remarks hint
}

type priceRange struct {
	read    bool
	average bool // the note speaks of an average
	dollars bool // the range has a dollar sign that is no other country's
	found   int  // ranges in the note
	prices  int  // prices in the note
	lo, hi  ownership.Decimal
	words   string   // the range as the note has it
	foreign hint     // it may speak of another currency
	leads   hint     // it gives prices or leads to them
	wide    []string // lines that cite it and for which it is too wide
}

// hint is what is found out about a text only when it is asked.
type hint uint8

// of asks once.
func (h *hint) of(text string, ask func(string) bool) bool {
	if *h == 0 {
		if *h = 1; ask(text) {
			*h = 2
		}
	}
	return *h == 2
}

// of returns what the note with the id says, and its text; nil if there is no such
// note.
func (p *priceRanges) of(f *ownership.Filing, id string) (*priceRange, string) {
	i := placeOfNote(f, id)
	if i < 0 {
		return nil, ""
	}
	if p.notes == nil {
		p.notes = make([]priceRange, len(f.Footnotes))
	}
	r, text := &p.notes[i], clipNote(f.Footnotes[i].Text.V)
	if !r.read {
		r.read = true
		readRange(r, text)
	}
	return r, text
}

// placeOfNote returns the place of the note with the id, or -1. Most are where their
// number says.
func placeOfNote(f *ownership.Filing, id string) int {
	if n := len(id); n == 2 || n == 3 {
		i := int(id[n-1]-'0') - 1
		if n == 3 {
			i += 10 * int(id[1]-'0')
		}
		if i >= 0 && i < len(f.Footnotes) && f.Footnotes[i].ID == id {
			return i
		}
	}
	for i := range min(len(f.Footnotes), maxFindings) {
		if f.Footnotes[i].ID == id {
			return i
		}
	}
	return -1
}

// check holds the average price of a purchase or sale against the range in its
// note: tranche-range, range-over-one-dollar, weighted-average-no-range. A line
// with several ranges, or one in a currency that may not be the price's, is left
// alone.
func (p *priceRanges) check(l *line, price ownership.Decimal) {
	var one *priceRange
	average, ranges, prices := false, 0, 0
	for _, id := range l.r.Transaction.Price.Notes {
		r, _ := p.of(l.f, id)
		if r == nil {
			continue
		}
		average = average || r.average
		ranges += r.found
		prices += r.prices
		if r.found == 1 {
			one = r
		}
	}
	switch {
	case !average:
	case prices < 2:
		if p.withoutRange(l) {
			p.without = append(p.without, l.path("transaction.price"))
		}
	case ranges == 1:
		r := one
		if outside(price, r) && !p.isForeign(l) {
			addFinding(l.f, ownership.RuleTrancheRange, ownership.Finding{
				Message: fmt.Sprintf("The average price %s is outside the range of its note, %s to %s.", price, r.lo, r.hi),
				Paths:   []string{l.path("transaction.price")}, Evidence: []string{r.words}})
		}
		width, ok := r.hi.Difference(r.lo)
		d, dated := l.r.Transaction.Date.Get()
		if ok && dated && width.Cmp(ownership.NewDecimal(1, 0)) > 0 && d.Compare(averagesAllowed()) >= 0 && !p.isForeign(l) {
			r.wide = append(r.wide, l.path("transaction.price"))
		}
	}
}

// averagesAllowed is the day of the staff's letter, which lets one line stand for
// several trades under conditions.
func averagesAllowed() ownership.Date { return ownership.Date{Year: 2008, Month: 6, Day: 25} }

// tell adds range-over-one-dollar, one finding a note, and
// weighted-average-no-range, one a filing.
func (p *priceRanges) tell(f *ownership.Filing) {
	if len(p.without) > 0 {
		addFinding(f, ownership.RuleWeightedAverageNoRange, ownership.Finding{
			Message: "The price is an average, but no note gives the lowest and the highest price.", Paths: p.without})
	}
	for i := range p.notes {
		r := &p.notes[i]
		if len(r.wide) == 0 {
			continue
		}
		width, _ := r.hi.Difference(r.lo)
		addFinding(f, ownership.RuleRangeOverOneDollar, ownership.Finding{
			Message: fmt.Sprintf("One line covers prices from %s to %s, %s apart; the SEC staff's letter of 2008-06-25 allows one dollar.", r.lo, r.hi, width),
			Paths:   r.wide, Evidence: []string{r.words}})
	}
}

// withoutRange is the condition of weighted-average-no-range. Other notes of the
// line, the remarks or an exhibit may give the prices.
func (p *priceRanges) withoutRange(l *line) bool {
	if d, ok := l.r.Transaction.Date.Get(); !ok || d.Compare(averagesAllowed()) < 0 {
		return false
	}
	for _, c := range l.r.Readings() {
		for _, id := range c.Notes {
			if r, text := p.of(l.f, id); r != nil && r.leads.of(text, givesPrices) {
				return false
			}
		}
	}
	return !p.remarks.of(clipNote(l.f.Remarks.V), givesPrices)
}

// givesPrices reports whether a text has two prices, or words that lead to them.
func givesPrices(text string) bool {
	for _, w := range [...]string{"xhibit", "chedule", "rang", "Rang", "etween", "same price", "EXHIBIT"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return countPrices(text) > 1
}

// outside reports whether a price lies outside a range by more than what the
// digits of the two leave open: half a unit of each one's last place.
func outside(price ownership.Decimal, r *priceRange) bool {
	half := func(scale int) ownership.Decimal { return ownership.NewDecimal(5, min(scale+1, 18)) }
	open, ok := half(price.Scale()).Sum(half(min(r.lo.Scale(), r.hi.Scale())))
	low, ok1 := r.lo.Difference(open)
	high, ok2 := r.hi.Sum(open)
	return ok && ok1 && ok2 && (price.Cmp(low) < 0 || price.Cmp(high) > 0)
}

// readRange reads the range of prices that a note on an average price gives:
// "$12.40 to $12.95", "between $12.40 and $12.95 per share", "$12.40-12.95", "a low
// of $12.40 to a high of $12.95".
func readRange(r *priceRange, text string) {
	if r.average = strings.Contains(text, "verage") || strings.Contains(text, "VERAGE"); !r.average {
		return
	}
	for i := 0; i < len(text); {
		p, ok := nextPrice(text, i)
		if !ok {
			break
		}
		r.prices++
		i = p.end
		j, and := skipTo(text, p.end)
		if j < 0 {
			continue
		}
		q, ok := priceAt(text, j)
		if !ok || !q.isPrice || p.value.Cmp(q.value) > 0 || and && !strings.HasSuffix(lastWords(text, p.start), "between") {
			continue
		}
		r.prices++
		r.found++
		r.lo, r.hi, r.words = p.value, q.value, text[p.start:q.end]
		r.dollars = p.money && !isForeignDollar(text, p.start)
		i = q.end
	}
}

// isForeign reports whether a note of the line's price may speak of another
// currency than the dollar. What gives one range in dollars does not.
func (p *priceRanges) isForeign(l *line) bool {
	for _, id := range l.r.Transaction.Price.Notes {
		r, text := p.of(l.f, id)
		if r != nil && !(r.found == 1 && r.dollars) && r.foreign.of(text, isForeignMoney) {
			return true
		}
	}
	return false
}
