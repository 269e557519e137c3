package ledger

import (
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/misprint"
	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// byMissing: a part of a report that the remarks count is not here, or the account was not
// reported for a long time, and nothing on the paper speaks of anything else.
func (g *group) byMissing(x *gap, gaps []*gap, splits []splitNote) {
	if x.within() || len(x.readings) > 0 {
		return
	}
	from, to := x.before.filing.day(), x.first.filing.place()
	days := daysBetween(from, to)
	if days <= quietYear && x.byMissingPart(g) {
		return
	}
	// In some months a plan may have added a little without a report; not a tenth of
	// the holding. A line that is wrong or left out looks alike where it is the only one
	// that does not go on, unless a Form 5 would have had to tell of it since.
	if days <= quietDays || !x.large() || x.spoken() || x.mayBeWrong() || x.undoes(gaps) || len(x.splitsTold(splits)) > 0 || g.holdsElsewhere(x) || days <= quietYear && !x.others {
		return
	}
	x.explain(cause.Because(cause.MissingFiling, counted(x.first, x.size), cause.MoreOrLess(x.size), from, to), x.cells()...)
}

// mayBeWrong reports whether the total itself may be the fault: nothing goes on from it, or
// it looks like a misprint of the right one, or repeats another.
func (x *gap) mayBeWrong() bool {
	next, _ := x.next()
	return next == nil && !x.others || next != nil && !x.confirmed() || misprint.Looks(x.first.line.Computed.V, x.first.printed.V) || x.first.repeatsNeighbour()
}

// undoes reports whether the gap takes back the one before it in the account: the total in
// between may be wrong.
func (x *gap) undoes(gaps []*gap) bool {
	return slices.ContainsFunc(gaps, func(y *gap) bool { return y.after(gaps) == x && y.size.Cmp(x.size.Negated()) == 0 })
}

// large reports whether the gap is a tenth of the balance or more.
func (x *gap) large() bool {
	times, ok := x.size.Magnitude().Product(ownership.NewDecimal(largePart, 0))
	opening := x.opening()
	if opening.Cmp(x.before.printed.V) < 0 {
		opening = x.before.printed.V
	}
	return ok && times.Cmp(opening) >= 0
}

// holdsElsewhere reports whether another line of the class may hold what is off: one of
// the gap's filings with exactly that number, or a holding that is no longer reported.
func (g *group) holdsElsewhere(x *gap) bool {
	size := x.size.Magnitude()
	for _, e := range x.first.filing.entries {
		if e.change.Known && e.change.V.Magnitude().Cmp(size) == 0 && !slices.Contains(x.entries(), e) {
			return true // the other side of the event is here
		}
	}
	for _, a := range g.accounts[:min(len(g.accounts), many)] {
		if a == x.account || len(a.statements) == 0 {
			continue
		}
		id := a.last().id()
		if id.Table != x.first.id.Table || identity.CompareTitles(id.Title, x.first.id.Title) < identity.Alike {
			continue
		}
		for _, s := range a.statements {
			if s.filing != x.first.filing && s.filing != x.before.filing {
				continue
			}
			for _, e := range s.entries {
				if e.printed.V.Cmp(size) == 0 || e.change.V.Magnitude().Cmp(size) == 0 {
					return true
				}
			}
		}
		last := a.last()
		gone := last.filing.index >= x.before.filing.index && last.filing.index < x.first.filing.index && last.chain.Closing().Sign() != 0
		if gone && x.size.Sign() > 0 && last.chain.Closing().Cmp(size) <= 0 {
			return true
		}
	}
	return false
}

// byMissingPart: a filing beside the gap says that it is one of several parts, and
// one that belongs between is not here.
func (x *gap) byMissingPart(g *group) bool {
	for _, f := range []*filing{x.before.filing, x.first.filing} {
		if f.part.Of == 0 {
			continue
		}
		want := f.part.N + 1 // the part after that of the line before
		if f == x.first.filing {
			want = f.part.N - 1
		}
		if want < 1 || want > f.part.Of || slices.ContainsFunc(g.filings, func(q *filing) bool {
			return q.part == notetext.Part{N: want, Of: f.part.Of} && q.period == f.period
		}) {
			continue
		}
		x.explain(cause.Because(cause.MissingPart,
			want, f.part.Of, f.name(), f.part.Of, counted(x.first, x.size), cause.MoreOrLess(x.size)),
			x.cells(f.remarksEvidence(0, len(f.asFiled.Remarks.V)))...)
		return true
	}
	return false
}
