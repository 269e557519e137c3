package repair

import (
	"slices"
	"strings"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// A price that a machine may have misread is held against what the document says of it: the
// range in the note that it cites, and the other prices of the same security on the same
// day. Contradicted by them it is not known; a price as filed, whose letters are certain,
// stays what the filer wrote.

// farFromDay is how many times the day's highest price is, or goes into the lowest, at which
// a price is another's: a lost point or a digit too many makes ten, trading halts long
// before two (Limit Up-Limit Down), and a split takes effect before the first trade of a day.
const farFromDay = 2

// doubtPrices takes back prices that are in doubt and that their note or their day
// contradicts.
func (r *repairer) doubtPrices(lines []printed.Line) {
	var wrong []int
	var why []reason.Why
	for i := range lines {
		v := &lines[i].Row.Transaction.Price
		if v.State != ownership.Known || v.V.Sign() == 0 || r.confirmed(&v.Reading) {
			continue
		}
		low, high, ok := dayPrices(lines, i)
		switch {
		case ok && within(v.V, low, high):
		case ok && marketPrice(&lines[i]) && beyond(v.V, low, high):
			wrong, why = append(wrong, i), append(why, reason.AgainstDay.Of(low.String(), high.String()))
		default:
			if ranges := citedRanges(r.f, v.Notes); len(ranges) > 0 && outsideAll(v.V, ranges) {
				wrong, why = append(wrong, i), append(why, reason.AgainstNote.Of(ranges[0][0].String(), ranges[0][1].String()))
			}
		}
	}
	// Taken back at the end, so that the order of the lines does not matter.
	for k, i := range wrong {
		v := &lines[i].Row.Transaction.Price
		v.State, v.V = ownership.Malformed, ownership.Decimal{}
		reason.Doubt(&v.Reading, why[k])
	}
}

// confirmed reports whether something else in the document says what a cell says, or nothing
// is odd about it.
func (r *repairer) confirmed(v *ownership.Reading) bool {
	if !r.damaged {
		return v.How != ownership.Guessed && v.How != ownership.Repaired
	}
	return r.sure[v] || v.How == ownership.Repaired && slices.ContainsFunc(v.Repairs, func(x ownership.Repair) bool { return x.Confidence != ownership.Possible })
}

// citedRanges gives the range of prices, in each way in which it can be read, of the one
// note of some that has any.
func citedRanges(f *ownership.Filing, ids []string) [][2]ownership.Decimal {
	var found [][2]ownership.Decimal
	for _, id := range ids {
		n, ok := f.Note(id)
		if !ok {
			continue
		}
		ways := rangesIn(n.Text.V)
		if len(ways) > 0 && found != nil {
			return nil
		}
		if len(ways) > 0 {
			found = ways
		}
	}
	return found
}

// outsideAll reports whether a price lies outside each of some ranges by more than a tenth:
// less may be another digit at the end of the price or of the range.
func outsideAll(v ownership.Decimal, ranges [][2]ownership.Decimal) bool {
	for _, x := range ranges {
		if within(v, x[0], x[1]) {
			return false
		}
	}
	return true
}

// within reports whether a price lies in a range that is widened by a tenth of its end.
func within(v, low, high ownership.Decimal) bool {
	slack, ok := ownership.NewDecimal(slackTenths, 1).Product(high)
	under, ok1 := low.Difference(slack)
	over, ok2 := high.Sum(slack)
	return ok && ok1 && ok2 && v.Cmp(under) >= 0 && v.Cmp(over) <= 0
}

// beyond reports whether a price is so far from those of its day that it is another's.
func beyond(v, low, high ownership.Decimal) bool {
	times := ownership.NewDecimal(farFromDay, 0)
	over, ok1 := high.Product(times)
	under, ok2 := v.Product(times)
	return ok1 && v.Cmp(over) > 0 || ok2 && under.Cmp(low) < 0
}

// marketPrice reports whether a line has the price of a market: an open market purchase or
// sale, or shares withheld at the market's price (Form 4, Instruction 8, codes P, S and F).
// An exercise has that of its option, and a grant what the issuer asks.
func marketPrice(h *printed.Line) bool {
	c := h.Row.Transaction.Code
	return h.Table == 0 && c.State == ownership.Known && strings.Contains("PSF", c.V)
}

// dayPrices gives the lowest and the highest market price of the other lines of the same
// security and day, three at least that lie close together.
func dayPrices(lines []printed.Line, i int) (low, high ownership.Decimal, ok bool) {
	h := &lines[i]
	n := 0
	for j := range lines {
		o := &lines[j]
		p, d := &o.Row.Transaction.Price, &o.Row.Transaction.Date
		if j == i || !marketPrice(o) || p.State != ownership.Known || p.V.Sign() == 0 || d.State != ownership.Known ||
			h.Row.Transaction.Date.State != ownership.Known || d.V != h.Row.Transaction.Date.V ||
			!sameSecurity(h, o) {
			continue
		}
		if n == 0 || p.V.Cmp(low) < 0 {
			low = p.V
		}
		if n == 0 || p.V.Cmp(high) > 0 {
			high = p.V
		}
		n++
	}
	wide, fits := low.Product(ownership.NewDecimal(widestRange, 0))
	return low, high, n >= fewestPrices && fits && high.Cmp(wide) <= 0
}
