package form

import (
	"strings"

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
func (r *reader) linkRanges(lines []held) {
	var ranges []priceRange
	for i := range r.f.Footnotes {
		n := &r.f.Footnotes[i]
		if lo, hi, ok := rangeIn(n.Text.V); ok {
			ranges = append(ranges, priceRange{n.ID, lo, hi})
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
		v := &h.row.Transaction.Price
		if v.State != ownership.Known || len(v.Notes) > 0 {
			continue
		}
		found := -1
		for k, p := range ranges {
			if v.V.Cmp(p.lo) >= 0 && v.V.Cmp(p.hi) <= 0 {
				if found >= 0 {
					found = -1
					break
				}
				found = k
			}
		}
		if found < 0 || !h.cell(colPrice).unread && cited[ranges[found].id] {
			continue
		}
		p := ranges[found]
		v.Notes = []string{p.id}
		if v.How != ownership.Guessed {
			v.How = ownership.Repaired
		}
		v.Repairs = append(v.Repairs, ownership.Repair{Confidence: likely, Evidence: []string{"note " + p.id},
			Reason: "the mark beside the price is not read; this note gives prices from " + p.lo.String() + " to " + p.hi.String() + ", as no other does"})
	}
}

// rangeIn finds the one range of prices in a note: "prices ranging from $6.65 to
// $6.86".
func rangeIn(text string) (lo, hi ownership.Decimal, ok bool) {
	words := strings.Fields(text)
	found := 0
	speaks := false
	for i, w := range words {
		f := fold(w)
		speaks = speaks || strings.HasPrefix(f, "rang") || f == "between" || strings.HasPrefix(f, "price")
		if i == 0 || i+1 >= len(words) || f != "to" && f != "and" || !speaks {
			continue
		}
		a, okA := parseNumber(strings.Trim(words[i-1], "(),;"))
		b, okB := parseNumber(strings.Trim(strings.TrimSuffix(words[i+1], "."), "(),;"))
		if okA && okB && a.dollars && b.dollars && a.v.Cmp(b.v) < 0 {
			lo, hi = a.v, b.v
			found++
		}
	}
	return lo, hi, found == 1
}
