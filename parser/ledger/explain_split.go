package ledger

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/split"
	"filingview/parser/internal/wording"
)

// splitNote is a note on a split, in a filing about the issuer.
type splitNote struct {
	ratio          split.Ratio
	filing         *filing
	note, from, to int
}

// splitNotes reads the notes of the filings about one issuer.
func splitNotes(filings []*filing) []splitNote {
	var all []splitNote
	seen := map[string]bool{}
	for _, f := range filings {
		for i := range f.asFiled.Footnotes {
			text := f.asFiled.Footnotes[i].Text.V
			low := strings.ToLower(text)
			if !strings.Contains(low, "split") && !strings.Contains(low, "stock dividend") {
				continue
			}
			for _, r := range split.Mentions(low) {
				key := fmt.Sprint(r.Ratio, f.place())
				if !seen[key] {
					seen[key] = true
					all = append(all, splitNote{r.Ratio, f, i, r.From, r.To})
				}
			}
		}
	}
	return all
}

// bySplit proposes a split: the balance is a small ratio of the one before, and
// either the issuer's split stands in a note, or the exercise price of a series
// scales the other way. It is never applied silently.
func (g *group) bySplit(x *gap, notes []splitNote) {
	if x.within() || x.account.dollars {
		return
	}
	opening := x.statement.chain.Steps[x.step].Opening
	r, ok := split.Between(x.before.printed.V, opening)
	if !ok {
		return
	}
	between := fmt.Sprintf("%s between the %s and the %s: %s became %s", r, x.before.filing.name(), x.first.filing.name(), wording.Grouped(x.before.printed.V), wording.Grouped(opening))
	// The series' own price scales.
	if x.first.table == 2 {
		a, okA := x.before.row.ConversionOrExercisePrice.Get()
		b, okB := x.first.row.ConversionOrExercisePrice.Get()
		if okA && okB && a.Sign() > 0 && r.Scales(a, b) {
			x.explain(cause.Because(cause.SplitByPrice, between, wording.Plain(a), wording.Plain(b)),
				append(x.cells(), x.before.filing.cellEvidence(x.before.cell("conversionOrExercisePrice")), x.first.filing.cellEvidence(x.first.cell("conversionOrExercisePrice")))...)
			return
		}
	}
	// A series of the same owners scales in the same time.
	for _, a := range g.accounts[:min(len(g.accounts), many)] {
		for _, s := range a.statements {
			if s.before == nil || s.id().Table != 2 || a == x.account {
				continue
			}
			b, e := s.before.entries[len(s.before.entries)-1], s.entries[0]
			if b.filing.index >= x.first.filing.index || e.filing.index <= x.before.filing.index {
				continue
			}
			rr, ok := split.Between(s.before.chain.Closing(), s.chain.Opening())
			pb, okB := b.row.ConversionOrExercisePrice.Get()
			pe, okE := e.row.ConversionOrExercisePrice.Get()
			if ok && rr == r && okB && okE && pb.Sign() > 0 && r.Scales(pb, pe) {
				x.explain(cause.Because(cause.SplitBySeries, between,
					wording.Grouped(s.before.chain.Closing()), wording.Plain(pb), wording.Grouped(s.chain.Opening()), wording.Plain(pe)),
					append(x.cells(), b.filing.cellEvidence(b.cell("conversionOrExercisePrice")), e.filing.cellEvidence(e.cell("conversionOrExercisePrice")))...)
				return
			}
		}
	}
	// Or a note speaks of the split, or of the splits whose product it is.
	for i, n := range notes {
		if n.filing.place().Compare(x.before.filing.place()) < 0 {
			continue
		}
		if n.ratio == r {
			x.explain(cause.Because(cause.SplitByNote, between), append(x.cells(), n.filing.noteEvidence(n.note, n.from, n.to))...)
			return
		}
		for _, m := range notes[i+1:] {
			if n.ratio.N*m.ratio.N == r.N && n.ratio.D*m.ratio.D == r.D && m.filing == n.filing && m.note == n.note {
				x.explain(cause.Because(cause.SplitByTwo, between),
					append(x.cells(), n.filing.noteEvidence(n.note, n.from, n.to), n.filing.noteEvidence(m.note, m.from, m.to))...)
				return
			}
		}
	}
}

// splitsInto reports whether a statement continues an account across a split: the
// exercise prices scale inversely to the balances.
func (s *statement) splitsInto(a *account) bool {
	if s.id().Table != 2 || a.dollars || s.dollars() {
		return false
	}
	last := a.last()
	before, ok := last.entries[len(last.entries)-1].row.ConversionOrExercisePrice.Get()
	after, okAfter := s.entries[0].row.ConversionOrExercisePrice.Get()
	if !ok || !okAfter || before.Sign() <= 0 || after.Sign() <= 0 || identity.CompareTerms(last.id().Expiry, s.id().Expiry) != identity.Same {
		return false
	}
	return slices.ContainsFunc(s.chains, func(c chain) bool {
		r, ok := split.Between(a.closing(), c.Opening())
		return ok && r.Scales(before, after)
	})
}
