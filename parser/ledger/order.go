package ledger

import (
	"slices"

	"filingview/parser/internal/order"
	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// arrange puts the filings of a group in the order of their balances. They come sorted by
// the days of their transactions. An amendment comes after its original.
func arrange(filings []*filing) {
	var originals, amendments []*filing
	var places []order.Filing
	for _, f := range filings {
		if f.original != nil {
			amendments = append(amendments, f)
			continue
		}
		originals = append(originals, f)
		places = append(places, order.Filing{Place: f.place(), Day: f.day(), Period: f.period, Last: f.last, Late: f.late(), Part: f.part, Balances: func() []order.Balance { return balancesOf(f) }})
	}
	sorted := make([]*filing, 0, len(filings))
	for _, i := range order.Of(places) {
		sorted = append(sorted, originals[i])
	}
	for _, f := range amendments {
		root := f
		for root.original != nil {
			root = root.original
		}
		i := slices.Index(sorted, root)
		for i+1 < len(sorted) && sorted[i+1].original != nil {
			i++
		}
		sorted = append(sorted, nil)
		copy(sorted[i+2:], sorted[i+1:])
		sorted[i+1] = f
	}
	copy(filings, sorted)
}

// late reports whether the filing was made too long after its last transaction to
// show the balance of that day for sure.
func (f *filing) late() bool {
	return f.form != '3' && daysBetween(f.place(), f.day()) > soon
}

func balancesOf(f *filing) []order.Balance {
	var keys []string
	lines := map[string][]*entry{}
	for _, e := range f.toPost() {
		if !e.testable() || e.uncounted != 0 && e.uncounted != ownership.RuleSwapExcluded {
			continue
		}
		key := string(rune('0'+e.table)) + string(e.id.Own) + e.id.Title + "|" + e.id.Strike + "|" + e.id.Holder.Shown() + e.id.Holder.Text
		if lines[key] == nil {
			keys = append(keys, key)
		}
		lines[key] = append(lines[key], e)
	}
	all := make([]order.Balance, 0, len(keys))
	for _, key := range keys {
		b := order.Balance{Key: key}
		for _, c := range totals.Of(lines[key]) {
			b.Opening, b.Closing = append(b.Opening, c.Opening()), append(b.Closing, c.Closing())
		}
		all = append(all, b)
	}
	return all
}
