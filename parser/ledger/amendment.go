package ledger

import (
	"fmt"
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// amend finds the filing that each amendment amends and merges it line by line:
// EDGAR has no difference of the two, and an amendment need only carry the
// corrected lines. A line that it restates takes the place of the original, which
// is shown and not counted; what it leaves out stays; nothing is deleted.
func amend(filings []*filing) {
	for _, f := range filings {
		if !f.amends || len(f.entries) == 0 {
			continue
		}
		if q := f.find(filings); q != nil {
			f.original = q
			q.mergeWith(f)
		}
	}
}

// find returns the latest filing before the amendment that it can be about.
func (f *filing) find(filings []*filing) *filing {
	submitted, dated := f.asFiled.DateOfOriginalSubmission.Get()
	var best *filing
	fit := func(q *filing) int {
		n := 0
		if dated && (q.filed == submitted || q.filed == (ownership.Date{}) && q.signed.Compare(submitted) <= 0) {
			n += 2
		}
		if q.amends {
			n-- // the original itself goes before an earlier amendment of it
		}
		for _, e := range f.entries {
			if _, score := e.match(q.entries, nil); score > 2 {
				n += 4
				break
			}
		}
		return n
	}
	for _, q := range filings {
		if q == f || q.form != f.form || q.period != f.period || q.original != nil || q.day().Compare(f.day()) > 0 || q.amends && q.day() == f.day() {
			continue
		}
		if dated && q.filed != (ownership.Date{}) && q.filed != submitted {
			continue
		}
		if best == nil || fit(q) > fit(best) {
			best = q
		}
	}
	return best
}

// match returns the lines of others that e may restate, and how much they agree: 1
// for table, class, date, code and form of ownership, more for amount, price and
// total, or the balance before. A line of another security is none.
func (e *entry) match(others []*entry, taken map[*entry]bool) (best []*entry, score int) {
	for _, o := range others {
		if taken[o] || o.kind != e.kind || o.date != e.date || o.code != e.code || o.id.Like(&e.id) < identity.Alike {
			continue
		}
		n := 1
		if o.change.Known && e.change.Known && o.change.V.Cmp(e.change.V) == 0 {
			n += 2
		}
		if a, ok := o.row.Transaction.Price.Get(); ok && e.row.Transaction.Price.IsKnown() && a.Cmp(e.row.Transaction.Price.V) == 0 {
			n++
		}
		switch {
		case o.printed.Known && e.printed.Known && o.printed.V.Cmp(e.printed.V) == 0:
			n += 2
		case n == 1 && o.testable() && e.testable() && o.opening().Cmp(e.opening()) == 0:
			n++ // amount and total are corrected alike
		}
		switch {
		case n > score:
			best, score = []*entry{o}, n
		case n == score:
			best = append(best, o)
		}
	}
	return best, score
}

// mergeWith puts the lines of the amendment p into the filing q.
func (q *filing) mergeWith(f *filing) {
	taken := map[*entry]bool{}
	own := slices.Clone(q.entries)
	place := func(old, e *entry) {
		taken[old] = true
		old.replacedBy, old.uncounted = e, ownership.RuleAmendmentMerge
		i := slices.Index(q.posted, old)
		q.posted[i] = e
		if old.fingerprint() == e.fingerprint() {
			f.merged.kept++
		} else {
			f.merged.replaced++
		}
	}
	if q.posted == nil {
		q.posted = own
	}
	current := slices.Clone(q.posted)
	rest := slices.Clone(f.entries)
	// The surest matches first, so that a changed line does not take the place of
	// one that is restated as it was.
	for want := 6; want >= 1; want-- {
		rest = slices.DeleteFunc(rest, func(e *entry) bool {
			found, score := e.match(current, taken)
			if score < want || len(found) == 0 || score != want {
				return false
			}
			if len(found) > 1 && want < 5 {
				return false // two lines that it may be
			}
			place(found[0], e)
			return true
		})
	}
	for _, e := range rest {
		if found, _ := e.match(current, taken); len(found) > 1 {
			e.uncounted = ownership.RuleAmendmentMerge
			e.ambiguous = found
			f.merged.ambiguous++
			continue
		}
		q.posted = append(q.posted, e)
		f.merged.added++
	}
	for _, o := range current {
		if !taken[o] {
			f.merged.kept++
		}
	}
	f.posted = []*entry{} // they stand in the original's place
}

// toPost returns the lines that are counted where this filing stands.
func (f *filing) toPost() []*entry {
	if f.posted != nil {
		return f.posted
	}
	return f.entries
}

// explainAmendments gives the lines that amendments replaced, or may replace, their
// states, when the others have theirs.
func (g *group) explainAmendments() {
	for _, a := range g.accounts {
		for _, e := range a.uncounted {
			switch {
			case e.replacedBy != nil && e.fingerprint() == e.replacedBy.fingerprint():
				l, by := &e.line, &e.replacedBy.line
				e.say(cause.Because(cause.Restated, e.replacedBy.filing.name(), by.Explanation).By(by.Rule))
				l.State, l.Strength, l.Computed, l.Residual = by.State, by.Strength, by.Computed, by.Residual
				l.Evidence = slices.Clone(by.Evidence)
				link(cause.LinkAmendment, e, e.replacedBy)
			case e.replacedBy != nil:
				e.say(cause.Because(cause.Replaced, e.replacedBy.filing.name(), e.replacedBy.difference(e)),
					e.filing.cellEvidence(e.total()), e.replacedBy.filing.cellEvidence(e.replacedBy.total()))
				link(cause.LinkAmendment, e, e.replacedBy)
			case e.ambiguous != nil:
				e.say(cause.Because(cause.AmendsSeveral))
				for _, o := range e.ambiguous {
					link(cause.LinkMayAmend, e, o)
				}
			}
		}
	}
}

// difference says what differs between an amended line and the original.
func (e *entry) difference(old *entry) string {
	switch {
	case e.change.Known && old.change.Known && e.change.V.Cmp(old.change.V) != 0:
		return fmt.Sprintf("an amount of %s, not %s,", wording.Grouped(e.change.V.Magnitude()), wording.Grouped(old.change.V.Magnitude()))
	case e.printed.Known && old.printed.Known && e.printed.V.Cmp(old.printed.V) != 0:
		return fmt.Sprintf("a total of %s, not %s,", wording.Grouped(e.printed.V), wording.Grouped(old.printed.V))
	}
	return "other particulars"
}

// byUncorrected: the filing goes on from the total before its correction. An
// amendment speaks as of the original's day, and the filings between are usually
// not corrected.
func (x *gap) byUncorrected() {
	for _, e := range x.account.uncounted {
		if e.replacedBy == nil || !e.printed.Known || !e.replacedBy.printed.Known || e.replacedBy.line.Filing > x.first.line.Filing && x.first.filing.day().Compare(e.replacedBy.filing.day()) > 0 {
			continue
		}
		off, ok := e.printed.V.Difference(e.replacedBy.printed.V)
		if !ok || off.Sign() == 0 || off.Cmp(x.size) != 0 || e.filing.index > x.first.filing.index {
			continue
		}
		x.explain(cause.Because(cause.Uncorrected, e.filing.name(), wording.Grouped(e.printed.V), wording.Grouped(e.replacedBy.printed.V)),
			x.cells(e.filing.cellEvidence(e.total()), e.replacedBy.filing.cellEvidence(e.replacedBy.total()))...)
		link(cause.LinkUncorrected, x.first, e)
		return
	}
}
