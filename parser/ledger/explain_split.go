package ledger

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// ratio is a stock split: n shares for each d.
type ratio struct{ n, d int64 }

func (r ratio) String() string {
	if r.n >= r.d {
		return fmt.Sprintf("%d-for-%d split", r.n, r.d)
	}
	return fmt.Sprintf("1-for-%d reverse split", r.d)
}

// ratioOf returns the split that leads from one balance to the other. Fractions
// may be cashed out: a difference of one share.
func ratioOf(before, after ownership.Decimal) (ratio, bool) {
	if before.Sign() <= 0 || after.Sign() <= 0 || before.Cmp(ownership.NewDecimal(20, 0)) < 0 {
		return ratio{}, false
	}
	for _, r := range [...]ratio{{2, 1}, {3, 1}, {3, 2}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {10, 1}, {12, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1}, {40, 1}, {50, 1},
		{4, 3}, {5, 4}, {5, 2}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 8}, {1, 10}, {1, 15}, {1, 20}, {1, 25}, {1, 30}, {1, 40}, {1, 50}, {1, 100}} {
		a, ok := before.Product(ownership.NewDecimal(r.n, 0))
		b, okB := after.Product(ownership.NewDecimal(r.d, 0))
		if !ok || !okB {
			continue
		}
		off, _ := a.Difference(b)
		if off.Sign() == 0 || r.n < r.d && off.Magnitude().Cmp(ownership.NewDecimal(r.d, 0)) < 0 || r == (ratio{3, 2}) && off.Magnitude().Cmp(ownership.NewDecimal(2, 0)) < 0 {
			return r, true
		}
	}
	return ratio{}, false
}

// scales reports whether one exercise price is the other divided by the ratio, to
// the cent to which prices are rounded.
func (r ratio) scales(before, after ownership.Decimal) bool {
	want := before.Float() * float64(r.d) / float64(r.n)
	return math.Abs(want-after.Float()) <= 0.0101
}

// splitNote is a note of a filing about the issuer that tells of a split.
type splitNote struct {
	ratio          ratio
	paper          *paper
	note, from, to int
}

// splitNotes reads the notes of the filings about one issuer.
func splitNotes(papers []*paper) []splitNote {
	var all []splitNote
	seen := map[string]bool{}
	for _, p := range papers {
		for i := range p.filing.Footnotes {
			text := p.filing.Footnotes[i].Text.V
			low := strings.ToLower(text)
			if !strings.Contains(low, "split") && !strings.Contains(low, "stock dividend") {
				continue
			}
			for _, r := range ratiosIn(low) {
				key := fmt.Sprint(r.ratio, p.place())
				if !seen[key] {
					seen[key] = true
					all = append(all, splitNote{r.ratio, p, i, r.from, r.to})
				}
			}
		}
	}
	return all
}

type ratioText struct {
	ratio    ratio
	from, to int
}

// ratiosIn finds "five-for-one", "3-for-1", "1-for-10", "2:1" beside the word split.
func ratiosIn(low string) []ratioText {
	var found []ratioText
	for _, sep := range [...]string{"-for-", " for ", "-to-", ":"} {
		for at := 0; ; {
			i := strings.Index(low[at:], sep)
			if i < 0 {
				break
			}
			i += at
			at = i + 1
			from, to := i, i+len(sep)
			for from > 0 && isWord(low[from-1]) {
				from--
			}
			for to < len(low) && isWord(low[to]) {
				to++
			}
			n, d := countWord(low[from:i]), countWord(low[i+len(sep):to])
			if n == 0 || d == 0 || n == d {
				continue
			}
			if behind := low[to:min(len(low), to+16)]; sep == ":" && (n != 1 && d != 1 || !strings.Contains(behind, "split") && !strings.Contains(behind, "ratio")) {
				continue // a time of day
			}
			near := low[max(0, from-60):min(len(low), to+60)]
			if !strings.Contains(near, "split") && !strings.Contains(near, "stock dividend") {
				continue
			}
			r := ratio{n, d}
			if strings.Contains(near, "reverse") && n > d {
				r = ratio{d, n}
			}
			a, b := around(low, from, to)
			found = append(found, ratioText{r, a, b})
		}
	}
	return found
}

func countWord(w string) int64 {
	if n := ordinal(w); n != 0 {
		return int64(n)
	}
	switch w {
	case "fifteen":
		return 15
	case "twenty":
		return 20
	case "twenty-five":
		return 25
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "hundred":
		return 100
	}
	n := int64(0)
	for _, c := range w {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = n*10 + int64(c-'0')
	}
	return n
}

// bySplit proposes a split: the balance is a small ratio of the one before, and
// either the issuer's split stands in a note, or the exercise price of a series
// scales the other way. It is never applied silently.
func (g *group) bySplit(x *gap, notes []splitNote) {
	if x.within() || x.account.dollars {
		return
	}
	opening := x.at.fit.steps[x.step].opening
	r, ok := ratioOf(x.before.printed.V, opening)
	if !ok {
		return
	}
	between := fmt.Sprintf("%s between the %s and the %s: %s became %s", r, x.before.paper.name(), x.first.paper.name(), grouped(x.before.printed.V), grouped(opening))
	// The series' own price scales.
	if x.first.table == 2 {
		a, okA := x.before.row.ConversionOrExercisePrice.Get()
		b, okB := x.first.row.ConversionOrExercisePrice.Get()
		if okA && okB && a.Sign() > 0 && r.scales(a, b) {
			x.explain(because(causeSplitByPrice, between, plain(a), plain(b)),
				append(x.cells(), x.before.paper.cellEvidence(x.before.cell("conversionOrExercisePrice")), x.first.paper.cellEvidence(x.first.cell("conversionOrExercisePrice")))...)
			return
		}
	}
	// A series of the same owners scales in the same time.
	for _, a := range g.accounts[:min(len(g.accounts), many)] {
		for _, s := range a.statements {
			if s.before == nil || s.id().table != 2 || a == x.account {
				continue
			}
			b, e := s.before.entries[len(s.before.entries)-1], s.entries[0]
			if b.paper.index >= x.first.paper.index || e.paper.index <= x.before.paper.index {
				continue
			}
			rr, ok := ratioOf(s.before.fit.closing(), s.fit.opening())
			pb, okB := b.row.ConversionOrExercisePrice.Get()
			pe, okE := e.row.ConversionOrExercisePrice.Get()
			if ok && rr == r && okB && okE && pb.Sign() > 0 && r.scales(pb, pe) {
				x.explain(because(causeSplitBySeries, between,
					grouped(s.before.fit.closing()), plain(pb), grouped(s.fit.opening()), plain(pe)),
					append(x.cells(), b.paper.cellEvidence(b.cell("conversionOrExercisePrice")), e.paper.cellEvidence(e.cell("conversionOrExercisePrice")))...)
				return
			}
		}
	}
	// Or a note tells of the split, or of the splits whose product it is.
	for i, n := range notes {
		if n.paper.place().Compare(x.before.paper.place()) < 0 {
			continue
		}
		if n.ratio == r {
			x.explain(because(causeSplitByNote, between), append(x.cells(), n.paper.noteEvidence(n.note, n.from, n.to))...)
			return
		}
		for _, m := range notes[i+1:] {
			if n.ratio.n*m.ratio.n == r.n && n.ratio.d*m.ratio.d == r.d && m.paper == n.paper && m.note == n.note {
				x.explain(because(causeSplitByTwo, between),
					append(x.cells(), n.paper.noteEvidence(n.note, n.from, n.to), n.paper.noteEvidence(m.note, m.from, m.to))...)
				return
			}
		}
	}
}

// splitsInto reports whether a statement continues an account across a split: the
// exercise prices scale inversely to the balances.
func (s *statement) splitsInto(a *account) bool {
	if s.id().table != 2 || a.dollars || s.dollars() {
		return false
	}
	last := a.last()
	before, ok := last.entries[len(last.entries)-1].row.ConversionOrExercisePrice.Get()
	after, okAfter := s.entries[0].row.ConversionOrExercisePrice.Get()
	if !ok || !okAfter || before.Sign() <= 0 || after.Sign() <= 0 || likeTerm(last.id().expiry, s.id().expiry) != same {
		return false
	}
	return slices.ContainsFunc(s.fits, func(f fit) bool {
		r, ok := ratioOf(a.closing(), f.opening())
		return ok && r.scales(before, after)
	})
}
