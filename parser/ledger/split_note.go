package ledger

import (
	"slices"

	"filingview/parser/internal/split"
	"filingview/parser/ownership"
)

// splitNote is a note or a remark on a split, in a filing about the issuer.
type splitNote struct {
	split.Mention
	filing *filing
	note   int // its place among the footnotes, or inRemarks
}

const inRemarks = -1

// splitNotes reads the notes and remarks of the filings about one issuer. Filings repeat
// their notes: one that gives a date is kept once, another once for each day.
func splitNotes(filings []*filing) []splitNote {
	type key struct {
		ratio  split.Ratio
		span   split.Span
		of     bool
		place  ownership.Date
		owners string
	}
	var all []splitNote
	seen := map[key]bool{}
	mentions := map[string][]split.Mention{} // filings repeat their notes
	read := func(f *filing, note int, text string) {
		named, read := mentions[text]
		if !read {
			named = split.Mentions(text)
			mentions[text] = named
		}
		for _, m := range named {
			k := key{ratio: m.Ratio, span: m.Span, of: m.Depositary}
			if !m.Span.Told() {
				k.place, k.owners = f.day(), f.owners
			}
			if !seen[k] && len(all) < maxSplitNotes {
				seen[k] = !m.Pending
				all = append(all, splitNote{m, f, note})
			}
		}
	}
	for _, f := range filings {
		for i := range f.asFiled.Footnotes {
			read(f, i, f.asFiled.Footnotes[i].Text.V)
		}
		read(f, inRemarks, f.asFiled.Remarks.V)
	}
	return all
}

// maxSplitNotes bounds the work on hostile files.
const maxSplitNotes = many

func (n *splitNote) evidence() ownership.Evidence {
	if n.note == inRemarks {
		return n.filing.remarksEvidence(n.From, n.To)
	}
	return n.filing.noteEvidence(n.note, n.From, n.To)
}

// toldSplit is a split that notes tell of in the time of a gap.
type toldSplit struct {
	ratio split.Ratio
	note  *splitNote
	span  split.Span
	// certain: its days are well inside the gap. Others are at its edge, or have no
	// date: what the figures count is not sure.
	certain bool
}

// splitsTold returns the splits that the notes place in the time of the gap, each once.
func (x *gap) splitsTold(notes []splitNote) []*toldSplit {
	var all []*toldSplit
	for i := range notes {
		n := &notes[i]
		if n.Depositary && !split.IsDepositary(x.first.id.Class()) {
			continue
		}
		t, ok := x.inTime(n, notes)
		if !ok {
			continue
		}
		k := slices.IndexFunc(all, func(o *toldSplit) bool {
			return o.ratio == t.ratio && (!o.span.Told() || !t.span.Told() || daysApart(o.span, t.span) <= sameSplit)
		})
		switch {
		case k < 0:
			all = append(all, t)
		case t.certain && !all[k].certain, t.certain == all[k].certain && t.span.Told() && !all[k].span.Told(),
			t.certain == all[k].certain && t.span.Told() == all[k].span.Told() && n.filing == x.first.filing && all[k].note.filing != x.first.filing:
			all[k] = t // it says more, or stands nearer
		}
	}
	return all
}

// sameSplit is how many days two notes may date one split apart: its record date, and
// the day on which it was paid.
const sameSplit = 60

func daysApart(a, b split.Span) int {
	return max(0, daysBetween(a.Last, b.First), daysBetween(b.Last, a.First))
}

// inTime places a note in the time of the gap: by the days that it gives, else by its
// own filing, if no note had told of that split before.
func (x *gap) inTime(n *splitNote, notes []splitNote) (*toldSplit, bool) {
	t := &toldSplit{ratio: n.Ratio, note: n, span: n.Span}
	if n.Pending && (n.filing == x.first.filing || !n.Span.Told()) {
		return t, false // the figures beside it are those before the split
	}
	from, until, to, since := x.before.filing.since(), x.before.filing.day(), x.first.filing.day(), x.first.filing.since()
	if x.within() {
		from, until, to, since = x.before.date, x.before.date, x.first.date, x.first.date
	}
	if n.Span.Told() {
		t.certain = n.Span.First.Compare(until) > 0 && n.Span.Last.Compare(since) < 0
		return t, n.Span.Last.Compare(from) >= 0 && n.Span.First.Compare(to) <= 0
	}
	return t, !x.within() && x.isAfter(n.filing) && n.filing.day().Compare(to) <= 0 && (n.filing.owners != x.first.filing.owners || n.filing.index <= x.first.filing.index) &&
		!slices.ContainsFunc(notes, func(o splitNote) bool {
			return o.Ratio == n.Ratio && (o.Span.Told() && o.Span.Last.Compare(from) < 0 || !o.Span.Told() && !o.Pending && !x.isAfter(o.filing))
		})
}

// since is the first day whose balances a filing may show: that of its last transaction,
// and no day after it was signed, whatever year is printed.
func (f *filing) since() ownership.Date {
	if f.day().Compare(f.place()) < 0 {
		return f.day()
	}
	return f.place()
}

// isAfter reports whether a filing about the issuer was made after the line before the gap.
func (x *gap) isAfter(f *filing) bool {
	if f.owners == x.before.filing.owners {
		return f.index > x.before.filing.index
	}
	return f.day().Compare(x.before.filing.day()) > 0
}
