package repair

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
)

// readingsOf lists the ways to read a cell, those of its second reading too.
func (r *repairer) readingsOf(c *printed.Cell, price bool) []reading {
	out := numberReadings(printed.Joined(c.Words), price)
	if len(out) > 0 && out[0].cost == 0 && !price && r.lostComma(printed.Joined(c.Words)) {
		out[0].cost, out[0].why = costNoComma, reason.LostCommaOfDocument
		s := strings.TrimSpace(printed.Joined(c.Words))
		if n := len(s); n > 4 {
			if v, ok := printed.ParseNumber(s[:n-4] + s[n-3:]); ok {
				out = append(out, reading{v: v.V, dollars: v.Dollars, cost: costCommaAsDigit, why: reason.CommaAsDigit})
			}
		}
	}
	if amid := r.amidSpecks(c, price, out); len(amid) > 0 {
		// Numbers are not parted by spaces: what the words make together is less likely.
		for i := range out {
			out[i].cost += costRunTogether
		}
		out = append(out, amid...)
		slices.SortStableFunc(out, func(a, b reading) int { return a.cost - b.cost })
	}
	if !price && r.Scan && r.Commas && len(out) > 1 && out[0].cost == 0 && pointForComma(printed.Joined(c.Words)) {
		out[0].cost, out[0].why = costUnlikeOthers, reason.PointUnlikeOthers
		slices.SortStableFunc(out, func(a, b reading) int { return a.cost - b.cost })
	}
	out = withPicture(out, c, price)
	for _, b := range numberReadings(printed.Joined(c.Also), price) {
		found := false
		for i := range out {
			if out[i].v.Cmp(b.v) == 0 {
				found = true
				out[i].twice = true
				out[i].cost = min(out[i].cost, b.cost)
			}
		}
		if !found {
			b.cost += costSecondReading
			if b.why == reason.AsItStands {
				b.why = reason.SecondReading
			}
			out = append(out, b)
		}
	}
	if len(c.Also) > 0 {
		for i := range out {
			// A count or price has no leading zero before another digit.
			if s := strings.TrimLeft(strings.Trim(printed.Joined(c.Also), "$\\ "), " "); len(s) > 1 && s[0] == '0' && s[1] != '.' {
				if v, ok := printed.ParseNumber(s); ok && v.V.Cmp(out[i].v) == 0 {
					out[i].cost += costLeadingZero
				}
			}
		}
	}
	return out
}

// withPicture adds what the picture of the page shows in the place of a number, where the
// text layer has another.
func withPicture(out []reading, c *printed.Cell, price bool) []reading {
	for i := range c.Words {
		for _, b := range numberReadings(c.Words[i].Other, price) {
			if b.cost > 0 || slices.ContainsFunc(out, func(x reading) bool { return x.v.Cmp(b.v) == 0 }) {
				continue
			}
			b.cost, b.why = costSecondReading, reason.PictureOther
			out = append(out, b)
		}
	}
	return out
}

// pointForComma reports whether an amount has a point where thousands have a comma.
func pointForComma(s string) bool {
	whole, fraction, ok := strings.Cut(s, ".")
	return ok && len(fraction) == 3 && form.IsDigits(fraction) && form.IsDigits(whole) && len(whole) <= 3
}

// amidSpecks lists the ways to read the one number of a cell in which specks and
// broken marks stand too, as words of their own.
func (r *repairer) amidSpecks(c *printed.Cell, price bool, have []reading) []reading {
	if len(c.Words) < 2 || len(c.Words) > 5 || len(have) > 0 && have[0].cost == 0 {
		return nil
	}
	var out []reading
	for _, w := range c.Words {
		digits := 0
		for _, b := range []byte(w.Text) {
			if b >= '0' && b <= '9' {
				digits++
			}
		}
		if digits < 2 && w.Text != "0" && w.Text != "$0" {
			continue
		}
		for _, n := range numberReadings(w.Text, price) {
			if n.cost > 0 && (len(have) > 0 || len(out) > 0) {
				continue
			}
			known := false
			for _, o := range append(have, out...) {
				known = known || o.v.Cmp(n.v) == 0
			}
			if known {
				continue
			}
			n.cost += costApart
			if n.why == reason.AsItStands {
				n.why = reason.SpecksBesideNumber
			}
			out = append(out, n)
		}
	}
	return out
}

// lostComma reports whether a number of four digits or more has no comma in a
// document that prints commas.
func (r *repairer) lostComma(s string) bool {
	s = strings.TrimSpace(s)
	return r.Scan && r.Commas && len(s) >= 4 && form.IsDigits(s)
}
