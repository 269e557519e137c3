package totals

import (
	"cmp"
	"slices"

	"filingview/parser/ownership"
)

// Part is some lines of a statement that follow one another.
type Part[L Line] struct {
	Lines   []L
	GoesOn  bool // from a balance that an earlier filing leaves open
	Begins  bool // with nothing
	Carried bool // a later filing goes on from it
}

// Last is the last line of the part.
func (p *Part[L]) Last() L { return p.Lines[len(p.Lines)-1] }

// Held reports whether the part has no transactions.
func (p *Part[L]) Held() bool { return p.Lines[0].Figures().Kind == ownership.Holding }

// OffBy is how far the first line of q is from going on where p ends.
func (p *Part[L]) OffBy(q *Part[L]) ownership.Decimal {
	off, _ := q.Lines[0].Figures().Opening().Difference(p.Last().Figures().Printed)
	return off.Magnitude()
}

// PartsOf follows the balances of lines: each line goes on from a part, else from an open
// balance that leads to its own, else begins a part.
func PartsOf[L Line](lines []L, open []ownership.Decimal, leads func(open, opening ownership.Decimal) bool) []*Part[L] {
	open = slices.Clone(open)
	rows := slices.Clone(lines)
	slices.SortStableFunc(rows, func(a, b L) int {
		x, y := a.Figures(), b.Figures()
		return cmp.Or(cmp.Compare(y.Kind, x.Kind), x.Date.Compare(y.Date)) // transactions first
	})
	var parts []*Part[L]
	for _, e := range rows {
		opening := e.Figures().Opening()
		i := slices.IndexFunc(parts, func(p *Part[L]) bool {
			return opening.Sign() != 0 && p.Last().Figures().Printed.Cmp(opening) == 0
		})
		if i < 0 {
			i = len(parts)
			p := &Part[L]{Begins: opening.Sign() == 0}
			if k := slices.IndexFunc(open, func(d ownership.Decimal) bool { return leads(d, opening) }); k >= 0 {
				p.GoesOn = true
				open = slices.Delete(open, k, k+1)
			}
			parts = append(parts, p)
		}
		parts[i].Lines = append(parts[i].Lines, e)
	}
	return parts
}
