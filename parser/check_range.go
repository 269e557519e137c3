package parser

import (
	"fmt"
	"strings"

	"filingview/parser/ownership"
)

// priceRanges holds the range that each note gives for an average price, so that
// a note which thirty lines cite is read once.
type priceRanges struct {
	notes   []priceRange
	last    int      // the note that was looked up last
	without []string // lines with an average price and no range
}

type priceRange struct {
	id      string
	average bool // the note speaks of an average
	found   int  // ranges in the note
	prices  int  // prices in the note
	lo, hi  ownership.Decimal
	words   string // the range as the note has it
	dollars bool   // the range has a dollar sign that is no other country's
	foreign bool   // the note may speak of another currency; valid once judged
	judged  bool
	hints   uint8    // 2 if the note gives prices or leads to them, 0 if not judged
	wide    []string // lines that cite it and for which it is too wide
}

// of returns the place in notes of what the note with the id says. Lines cite
// their notes in order, so it looks first where it was last, and next to it.
func (p *priceRanges) of(f *ownership.Filing, id string) int {
	for i := p.last; i < min(p.last+2, len(p.notes)); i++ {
		if p.notes[i].id == id {
			p.last = i
			return i
		}
	}
	for i := range p.notes {
		if p.notes[i].id == id {
			p.last = i
			return i
		}
	}
	if p.notes == nil {
		p.notes = make([]priceRange, 0, min(len(f.Footnotes), 32))
	}
	r := priceRange{id: id}
	if n, ok := f.Note(id); ok {
		readRange(&r, n.Text.V)
	}
	p.notes = append(p.notes, r)
	p.last = len(p.notes) - 1
	return p.last
}

// check holds the average price of a purchase or sale against the range in its
// note: tranche-range, range-over-one-dollar, weighted-average-no-range. A line
// with several ranges, or one in a currency that may not be the price's, is left
// alone.
func (p *priceRanges) check(l *line, price ownership.Decimal) {
	at := -1 // of the one range
	average, ranges, prices := false, 0, 0
	for _, id := range l.r.Transaction.Price.Notes {
		if len(p.notes) >= maxFindings {
			return
		}
		i := p.of(l.f, id)
		r := &p.notes[i]
		average = average || r.average
		ranges += r.found
		prices += r.prices
		if r.found == 1 && r.average {
			at = i
		}
	}
	switch {
	case !average:
	case prices < 2:
		if p.withoutRange(l) {
			p.without = append(p.without, l.path("transaction.price"))
		}
	case ranges == 1 && at >= 0:
		r := &p.notes[at]
		if outside(price, r) && !p.isForeign(l) {
			addFinding(l.f, ownership.Finding{Rule: "tranche-range", Severity: ownership.Warning,
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
		addFinding(f, ownership.Finding{Rule: "weighted-average-no-range", Severity: ownership.Info,
			Message: "The price is an average, but no note gives the lowest and the highest price.", Paths: p.without})
	}
	for i := range p.notes {
		r := &p.notes[i]
		if len(r.wide) == 0 {
			continue
		}
		width, _ := r.hi.Difference(r.lo)
		addFinding(f, ownership.Finding{Rule: "range-over-one-dollar", Severity: ownership.Warning,
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
	for _, c := range readings(l.r) {
		for _, id := range c.Notes {
			if len(p.notes) >= maxFindings {
				return false
			}
			r := &p.notes[p.of(l.f, id)]
			if r.hints == 0 {
				r.hints = 1
				if n, ok := l.f.Note(id); ok && givesPrices(n.Text.V) {
					r.hints = 2
				}
			}
			if r.hints == 2 {
				return false
			}
		}
	}
	return !givesPrices(l.f.Remarks.V)
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

// countPrices counts the prices in a text.
func countPrices(text string) int {
	n := 0
	for i := 0; i < len(text); {
		p, ok := nextPrice(text, i)
		if !ok {
			break
		}
		n, i = n+1, p.end
	}
	return n
}

// printedPrice is a number in a text.
type printedPrice struct {
	value      ownership.Decimal
	start, end int
	money      bool // a dollar sign stands before it
	isPrice    bool // money, or cents behind a point
}

// nextPrice returns the next price from i on: a number with a dollar sign, or with
// two digits or more behind a point and no percent sign behind them.
//
// In a text with dollar signs only what has one counts, for it is found by search.
func nextPrice(text string, i int) (printedPrice, bool) {
	signs := strings.IndexByte(text, '$') >= 0
	for ; i < len(text); i++ {
		if signs {
			j := strings.IndexByte(text[i:], '$')
			if j < 0 {
				break
			}
			i += j
		}
		if c := text[i]; c != '$' && (!isDigit(c) || i > 0 && (isWordByte(text[i-1]) || text[i-1] == '.' || text[i-1] == '(')) {
			continue
		}
		p, ok := priceAt(text, i)
		if ok && p.isPrice {
			return p, true
		}
		if ok {
			i = p.end - 1
		}
	}
	return printedPrice{}, false
}

// priceAt reads a number at i, with or without a dollar sign.
func priceAt(text string, i int) (printedPrice, bool) {
	p := printedPrice{start: i}
	if hasPrefixFold(text[i:], "us$") {
		i += 2
	}
	if i < len(text) && text[i] == '$' {
		p.money = true
		i = skipSpace(text, i+1)
	}
	begin, point, commas := i, -1, false
	for ; i < len(text); i++ {
		c := text[i]
		next := i+1 < len(text) && isDigit(text[i+1])
		if c == '.' && point < 0 && next {
			point = i
			continue
		}
		if c == ',' && point < 0 && next {
			if i+3 >= len(text) || !isDigit(text[i+2]) || !isDigit(text[i+3]) || i+4 < len(text) && isDigit(text[i+4]) || i-begin > 3 && !commas {
				return printedPrice{}, false // a misprint: no one knows what it says
			}
			commas = true
			i += 3
			continue
		}
		if !isDigit(c) {
			break
		}
	}
	if i == begin || i < len(text) && text[i] == '%' || i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) {
		return printedPrice{}, false
	}
	digits := text[begin:i]
	if commas {
		digits = strings.ReplaceAll(digits, ",", "")
	}
	v, err := ownership.ParseDecimal(digits)
	if err != nil { // more digits than a price has
		return printedPrice{}, false
	}
	p.value, p.end = v, i
	p.isPrice = p.money || point >= 0 && i-point > 2
	return p, true
}

// skipTo returns the place of the second price of a range behind the first, or -1
// if no word that makes a range stands between; and reports whether it is "and",
// which makes one only behind "between".
func skipTo(text string, i int) (at int, and bool) {
	i = skipSpace(text, i)
	for _, w := range [...]string{"per share", "a share", "(inclusive)", "inclusive"} {
		if j, ok := skipFold(text, i, w); ok {
			i = skipSpace(text, j)
		}
	}
	i, _ = skipFold(text, i, ",")
	i = skipSpace(text, i)
	found := false
	for _, w := range [...]string{"to ", "through ", "-", "–", "—", "and "} {
		if j, ok := skipFold(text, i, w); ok {
			i, found, and = skipSpace(text, j), true, w == "and "
			break
		}
	}
	if !found {
		return -1, false
	}
	for _, w := range [...]string{"a high of ", "a maximum of ", "high of "} {
		if j, ok := skipFold(text, i, w); ok {
			i, and = skipSpace(text, j), false
			break
		}
	}
	return i, and
}

// lastWords returns the text before i in lower case, a few words of it, without
// what may stand between "between" and its price.
func lastWords(text string, i int) string {
	s := strings.TrimSpace(strings.ToLower(text[max(0, i-40):i]))
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "us"), "a low of"))
}

// isForeign reports whether a note of the line's price may speak of another
// currency than the dollar. What gives one range in dollars does not.
func (p *priceRanges) isForeign(l *line) bool {
	for _, id := range l.r.Transaction.Price.Notes {
		if len(p.notes) >= maxFindings {
			return true // no one counts on it
		}
		r := &p.notes[p.of(l.f, id)]
		if !r.judged {
			r.judged = true
			if n, ok := l.f.Note(id); ok && !(r.found == 1 && r.dollars) {
				r.foreign = isForeignMoney(n.Text.V)
			}
		}
		if r.foreign {
			return true
		}
	}
	return false
}

// isForeignDollar reports whether the dollar sign of a price at i is another
// country's: C$, A$, HK$, NZ$.
func isForeignDollar(text string, i int) bool {
	for i < len(text) && text[i] != '$' {
		i++
	}
	return i > 0 && i < len(text) && isWordByte(text[i-1]) && text[i-1]|0x20 != 's'
}

// isForeignMoney reports whether a text speaks of money that may not be dollars.
func isForeignMoney(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 0x80:
			if strings.HasPrefix(text[i:], "€") || strings.HasPrefix(text[i:], "£") || strings.HasPrefix(text[i:], "¥") {
				return true
			}
		case c == '$':
			if isForeignDollar(text, i) {
				return true
			}
		case isWordByte(c) && !isDigit(c) && (i == 0 || !isWordByte(text[i-1]) || isDigit(text[i-1])):
			if isCurrency(text[i:]) {
				return true
			}
		}
	}
	return false
}

// isCurrency reports whether a text begins with the name of a currency, or a word
// about changing one for another.
func isCurrency(s string) bool {
	for _, w := range [...]string{"euro", "eur ", "canadian", "cad", "cdn", "australian", "aud ", "gbp", "pound", "sterling", "pence", "swiss", "chf", "yen", "jpy", "rmb",
		"renminbi", "yuan", "cny", "hkd", "nis ", "ils ", "shekel", "new israeli", "sek ", "nok ", "dkk ", "kron", "rupee", "inr ", "peso", "rand ", "zar ", "brl", "reais", "won ", "krw",
		"exchange rate", "currenc", "converted"} {
		if s[0]|0x20 == w[0] && hasPrefixFold(s, w) {
			return true
		}
	}
	return false
}
