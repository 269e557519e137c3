package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// priceRange is the range of prices that a note gives for an average.
type priceRange struct {
	id     string
	lo, hi ownership.Decimal
}

// linkRanges links prices whose marks are not read with the note that gives a range
// of prices around them. It links where no other note's range holds the price, and
// where a mark is seen, or the note is cited nowhere else: EDGAR takes no note that
// nothing cites.
func (r *repairer) linkRanges(lines []printed.Line) {
	var ranges []priceRange
	for i := range r.f.Footnotes {
		n := &r.f.Footnotes[i]
		for _, way := range rangesIn(n.Text.V) {
			ranges = append(ranges, priceRange{n.ID, way[0], way[1]})
		}
	}
	if len(ranges) == 0 {
		return
	}
	cited := map[string]bool{}
	for v := range r.f.Readings() {
		for _, id := range v.Notes {
			cited[id] = true
		}
	}
	for i := range lines {
		h := &lines[i]
		v := &h.Row.Transaction.Price
		if v.State != ownership.Known || len(v.Notes) > 0 {
			continue
		}
		found := -1
		for k, p := range ranges {
			if v.V.Cmp(p.lo) >= 0 && v.V.Cmp(p.hi) <= 0 {
				if found >= 0 && ranges[found].id != p.id {
					found = -1
					break
				}
				found = k
			}
		}
		if found < 0 || !h.Cell(form.ColPrice).Unread && cited[ranges[found].id] {
			continue
		}
		p := ranges[found]
		v.Notes = []string{p.id}
		reason.Link(&v.Reading, reason.MarkByRange.Of(p.lo.String(), p.hi.String()), "note "+p.id)
	}
}

// rangesIn finds the one range of prices in a note, "prices ranging from $6.65 to
// $6.86", in each way in which it can be read.
func rangesIn(text string) [][2]ownership.Decimal {
	words := strings.Fields(text)
	var found [][2]ownership.Decimal
	speaks := false
	for i, w := range words {
		f := form.Fold(w)
		speaks = speaks || strings.HasPrefix(f, "rang") || f == "between" || strings.HasPrefix(f, "price")
		if i == 0 || i+1 >= len(words) || f != "to" && f != "and" || !speaks {
			continue
		}
		if ways := narrow(strings.Trim(words[i-1], "(),;"), strings.Trim(strings.TrimSuffix(words[i+1], "."), "(),;")); len(ways) > 0 {
			if found != nil {
				return nil // several ranges
			}
			found = ways
		}
	}
	return found
}

// narrow reads two prices, of which a machine may have read the point as a comma, as a
// range no wider than a fourth of its lower end.
func narrow(from, to string) (ways [][2]ownership.Decimal) {
	for _, a := range pointed(from) {
		for _, b := range pointed(to) {
			x, okX := printed.ParseNumber(a)
			y, okY := printed.ParseNumber(b)
			if !okX || !okY || !x.Dollars || !y.Dollars || x.V.Cmp(y.V) >= 0 {
				continue
			}
			width, ok := y.V.Difference(x.V)
			if ok {
				width, ok = width.Product(ownership.NewDecimal(4, 0))
			}
			if ok && width.Cmp(x.V) <= 0 {
				ways = append(ways, [2]ownership.Decimal{x.V, y.V})
			}
		}
	}
	return ways
}

// pointed gives a price as it stands and, where it has commas only, with a point for
// the last.
func pointed(s string) []string {
	i := strings.LastIndexByte(s, ',')
	if i < 0 || strings.Contains(s, ".") || strings.Count(s, ",") < 2 {
		return []string{s}
	}
	return []string{s, s[:i] + "." + s[i+1:]}
}
