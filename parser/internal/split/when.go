package split

import (
	"strings"

	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// Span is the days between which a split took effect, both included. The zero Span
// is none.
type Span struct{ First, Last ownership.Date }

// Told reports whether the text gave a date.
func (s Span) Told() bool { return s != Span{} }

// declaredToPaid is the most days from when a split is declared, or from its record
// date, to when it takes effect.
const declaredToPaid = 120

// spanIn reads when a split took effect: its words stand from from to to in the clause
// given, before and after bound what belongs to it.
func spanIn(low string, before, from, to, after, clauseFrom, clauseTo int) Span {
	var best Span
	rank := 0
	take := func(s Span, r int) {
		if r > rank {
			best, rank = s, r
		}
	}
	for d := range notetext.Dates(low[to:after]) {
		lead := low[max(to, to+d.From-40) : to+d.From]
		s, r := spanOf(d.Date, lead)
		if to+d.From >= clauseTo {
			// "… reverse split. The split became effective on June 3, 2020."
			if r < ofEffect || !strings.Contains(low[clauseTo:to+d.From], "split") && !strings.Contains(low[clauseTo:to+d.From], "dividend") {
				continue
			}
		}
		take(s, r)
	}
	if rank == 0 {
		if s, ok := yearAfter(low[to:min(after, clauseTo)]); ok {
			take(s, ofDate)
		}
	}
	if rank > 0 {
		return best
	}
	start := max(before, clauseFrom)
	for d := range notetext.Dates(low[start:from]) {
		between := low[start+d.To : from]
		if s, r := spanOf(d.Date, low[max(start, start+d.From-40):start+d.From]); len(between) <= 2*reach && r > 0 && !speaksOfOther(between) {
			best = s
		}
	}
	return best
}

// How well the words before a date say that it is of a split's effect.
const (
	ofDeclaring = iota + 1
	ofDate
	ofEffect
)

// spanOf returns the days that a date means, and how well the words before it say that
// it is of a split; 0 if they say that it is of something else.
func spanOf(d ownership.Date, lead string) (Span, int) {
	s := Span{d, d}
	if d.Day == 0 {
		s = monthOf(d)
	}
	at, rank := -1, ofDate
	look := func(r int, words ...string) {
		for _, w := range words {
			if i := strings.LastIndex(lead, w); i > at {
				at, rank = i, r
			}
		}
	}
	look(ofEffect, "effective", "effected", "paid", "payable", "distributed", "distribution", "completed", "implemented", "occurred", "took effect", "taking effect", "ex-dividend", "consummated", "executed")
	look(ofDeclaring, "record", "declared", "announced", "approved", "authorized", "adopted")
	look(0, "vest", "expire", "exercis", "grant", "through", "until", "acquired", "sold", "purchas", "award", "filed", "agreement dated", "plan dated")
	if rank == ofDeclaring {
		s.Last = later(s.Last, declaredToPaid)
	}
	return s, rank
}

// speaksOfOther reports whether the words between a date and a split say that the date
// is of something else.
func speaksOfOther(between string) bool {
	for _, w := range [...]string{"grant", "award", "acqui", "purchas", "recei", "option", "vest", "reporting person", "reported", "filed", "sold", "prior to", "before", "adjust", "reflect"} {
		if strings.Contains(between, w) {
			return true
		}
	}
	return false
}

func monthOf(d ownership.Date) Span {
	first := ownership.Date{Year: d.Year, Month: d.Month, Day: 1}
	last := first
	for last.Day = 31; last.Month != later(last, 0).Month; last.Day-- {
	}
	return Span{first, last}
}

// later returns the day n days after d.
func later(d ownership.Date, n int) ownership.Date {
	t := d.AddDays(n)
	return ownership.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
}

// yearAfter reads "in 2005".
func yearAfter(low string) (Span, bool) {
	for i, w := range strings.Fields(low) {
		w = strings.TrimRight(w, ".,;)")
		if i > 0 && len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789") == "" {
			year := int16(w[0]-'0')*1000 + int16(w[1]-'0')*100 + int16(w[2]-'0')*10 + int16(w[3]-'0')
			return Span{ownership.Date{Year: year, Month: 1, Day: 1}, ownership.Date{Year: year, Month: 12, Day: 31}}, true
		}
	}
	return Span{}, false
}

// pending reports whether the words beside a split say that the figures are not
// adjusted for it.
func pending(before, after string) bool {
	for _, w := range [...]string{"pre-split", "pre-reverse", "pre-consolidation", "not reflect", "not been adjusted", "not adjusted", "not give effect", "not giving effect", "without giv",
		"without regard", "prior to", "before ", "proposed", "pending", "upcoming", "will effect", "plans to", "expects to", "intends", "if the", "anticipated", "unadjusted"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	for _, w := range [...]string{"to be effected", "to be paid", "to become effective", "will be effected", "will be effective", "will be paid", "will be distributed", "will become", "will take", "is expected", "has not", "have not", "had not"} {
		if strings.Contains(after, w) {
			return true
		}
	}
	return false
}
