package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// near names what says of a price only that it lies where it may, and nothing of its
// digits: the prices of the day and the range in its note.
func (e *evidence) near(i int, k kind, v ownership.Decimal) []string {
	if k != kindPrice {
		return nil
	}
	var found []string
	if ok, path := e.among(i, v); ok {
		found = append(found, path)
	}
	if e.inRange(i, v) {
		found = append(found, "the range of prices in its note")
	}
	return found
}

// inRange reports whether a price lies in the range of the note that it cites.
func (e *evidence) inRange(i int, v ownership.Decimal) bool {
	if e.f == nil {
		return false
	}
	for _, x := range citedRanges(e.f, e.all[i][kindPrice].v.Notes) {
		if v.Cmp(x[0]) >= 0 && v.Cmp(x[1]) <= 0 {
			return true
		}
	}
	return false
}

// among reports whether a price lies among those of other lines of the same day and
// table, three at least, and names one of them.
func (e *evidence) among(i int, v ownership.Decimal) (bool, string) {
	h := &e.lines[i]
	low, high, n, path := ownership.Decimal{}, ownership.Decimal{}, 0, ""
	for j := range e.lines {
		o := &e.lines[j]
		w, ok := e.value(j, kindPrice)
		if j == i || !ok || o.Table != h.Table || w.Sign() == 0 || o.Row.Transaction.Price.State != ownership.Known || len(e.all[j][kindPrice].readings) == 0 ||
			o.Row.Transaction.Date.V != h.Row.Transaction.Date.V || !sameSecurity(h, o) {
			continue
		}
		if n == 0 || w.Cmp(low) < 0 {
			low = w
		}
		if n == 0 || w.Cmp(high) > 0 {
			high = w
		}
		n, path = n+1, e.all[j][kindPrice].path
	}
	if n < fewestPrices {
		return false, ""
	}
	// A wrong one among them must not make a wide range right.
	if wide, ok := low.Product(ownership.NewDecimal(widestRange, 0)); !ok || high.Cmp(wide) > 0 {
		return false, ""
	}
	slack, ok := ownership.NewDecimal(slackTenths, 1).Product(high)
	if !ok {
		return false, ""
	}
	under, ok1 := low.Difference(slack)
	over, ok2 := high.Sum(slack)
	return ok1 && ok2 && v.Cmp(under) >= 0 && v.Cmp(over) <= 0, path
}

// sameSecurity reports whether two lines may be of one security: their titles are the same
// but for a few letters that a machine misread. Class A and Class B are two.
func sameSecurity(a, b *printed.Line) bool {
	x, y := strings.ToLower(a.Row.SecurityTitle.V), strings.ToLower(b.Row.SecurityTitle.V)
	return x == y || digitsOf(x) == digitsOf(y) && sameInitials(a.Row.SecurityTitle.V, b.Row.SecurityTitle.V) && sheet.Within(x, y, min(len(x), len(y))/5)
}

// addNear adds to the ways to read a price the one that lies where it may, if none does: a
// dollar sign, a ruled line or a mark before it was read as a digit or two, or its point
// was lost. Nothing is added where there are two such ways.
func (e *evidence) addNear(i int) bool {
	f := &e.all[i][kindPrice]
	h := &e.lines[i]
	if f.chosen < 0 || f.v.State != ownership.Known && f.v.State != ownership.Malformed {
		return false
	}
	if c := h.Row.Transaction.Code; c.IsKnown() && !strings.Contains("PSF", c.V) {
		return false // an exercise or a grant has a price of its own
	}
	for _, x := range f.readings {
		if len(e.near(i, kindPrice, x.v)) > 0 {
			return false
		}
	}
	var found []ownership.Decimal
	for _, s := range shorn(printed.Joined(h.Cell(form.ColPrice).Words)) {
		n, ok := printed.ParseNumber(s)
		if !ok || n.V.Sign() <= 0 || len(e.near(i, kindPrice, n.V)) == 0 {
			continue
		}
		if len(found) == 0 || found[0].Cmp(n.V) != 0 {
			found = append(found, n.V)
		}
	}
	if len(found) != 1 {
		return false
	}
	f.readings = append(f.readings, reading{v: found[0], cost: costMisread, why: reason.DigitsBefore})
	return true
}

// shorn gives what is left of a price without one or two digits at its front, and with a
// point at each place where one may have been lost.
func shorn(s string) []string {
	s = strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '.' {
			return c
		}
		return -1
	}, s)
	var out []string
	if strings.Count(s, ".") > 1 || len(s) > 20 {
		return nil
	}
	for n := 1; n <= 2 && n < len(s) && s[n-1] != '.'; n++ {
		if rest := s[n:]; rest[0] != '.' && (len(rest) < 2 || rest[0] != '0' || rest[1] == '.') {
			out = append(out, rest)
		}
	}
	if !strings.Contains(s, ".") {
		for n := 1; n < len(s); n++ {
			out = append(out, s[:n]+"."+s[n:])
		}
	}
	return out
}
