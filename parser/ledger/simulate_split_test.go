package ledger_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// splitting is a simulated owner whose issuer splits its shares.
type splitting struct {
	*simulate.Owner
	filings []*ownership.Filing
	days    []time.Time // of the splits
	after   []int       // the filing after each
}

// usualRatios are splits and stock dividends that issuers make.
var usualRatios = [][2]int64{{2, 1}, {3, 1}, {4, 1}, {5, 1}, {10, 1}, {20, 1}, {3, 2}, {5, 4}, {4, 3}, {11, 10}, {21, 20}, {1, 4}, {1, 5}, {1, 8}, {1, 10}, {1, 20}, {1, 25}, {1, 50}}

// pairedRatios are two splits of which the product is usual too, so that an option series
// is known again.
var pairedRatios = [][2][2]int64{{{2, 1}, {5, 1}}, {{5, 1}, {3, 1}}, {{3, 1}, {2, 1}}, {{4, 1}, {5, 1}}, {{1, 4}, {1, 5}}, {{1, 5}, {1, 8}}, {{1, 10}, {1, 5}}}

// newSplitting reports for an owner with direct and indirect holdings, options and
// units, who goes through splits of the ratios before the filings given.
func newSplitting(seed uint64, ratios [][2]int64, before []int, strip func(*simulate.Owner)) *splitting {
	s := &splitting{Owner: simulate.New(seed)}
	for _, h := range s.Holdings {
		h.Balance *= 40 // enough for a reverse split to leave something
	}
	if strip != nil {
		strip(s.Owner)
	}
	for n := range 12 {
		for i, at := range before {
			if at == n {
				s.Day = s.Day.AddDate(0, 0, 4)
				s.days = append(s.days, s.Day)
				s.after = append(s.after, n)
				s.scale(ratios[i])
			}
		}
		s.filings = append(s.filings, s.Filings(1)...)
	}
	return s
}

// scale splits every holding, cashes fractions out and scales the exercise prices, to
// the cent.
func (s *splitting) scale(r [2]int64) {
	for _, h := range s.Holdings {
		h.Balance = h.Balance * r[0] / r[1]
		if h.Strike != "" {
			var price float64
			fmt.Sscan(h.Strike, &price)
			h.Strike = fmt.Sprintf("%.2f", math.Round(price*100*float64(r[1])/float64(r[0]))/100)
		}
	}
}

func addNote(f *ownership.Filing, text string) {
	n := ownership.Footnote{ID: fmt.Sprintf("F%d", 80+len(f.Footnotes))}
	simulate.Set(&n.Text, text)
	f.Footnotes = append(f.Footnotes, n)
}

// splitWords writes of a split as filers do. day is empty for a note without a date.
func splitWords(s *rand.Rand, r [2]int64, day string) string {
	var what string
	percent := 100 * (r[0] - r[1]) / r[1]
	switch {
	case r[0] < r[1]:
		what = []string{
			fmt.Sprintf("Adjusted for the %d-for-%d reverse stock split of the Issuer's common stock", r[0], r[1]),
			fmt.Sprintf("Reflects a reverse split at a ratio of %d-to-%d", r[1], r[0]),
			fmt.Sprintf("Each %d shares of the Issuer's common stock were combined into one share", r[1]),
			fmt.Sprintf("Reflects a one-for-%d (1:%d) reverse stock split", r[1], r[1]),
		}[s.IntN(4)]
	case percent <= 10 || s.IntN(4) == 0 && 100*(r[0]-r[1])%r[1] == 0:
		what = []string{fmt.Sprintf("Reflects a %d%% stock dividend", percent), fmt.Sprintf("Adjusted for the %d percent stock dividend", percent)}[s.IntN(2)]
	default:
		what = []string{
			fmt.Sprintf("Adjusted to reflect the %d-for-%d forward split of the Issuer's common stock", r[0], r[1]),
			fmt.Sprintf("Reflects a %d:%d stock split", r[0], r[1]),
			fmt.Sprintf("Gives effect to the %d for %d split", r[0], r[1]),
		}[s.IntN(3)]
	}
	if day != "" {
		what += []string{", effective ", " effected on ", ", which took effect on "}[s.IntN(3)] + day
	}
	return what + "."
}

func written(t time.Time) string { return t.Format("January 2, 2006") }

// tally counts the lines that a split explains and those that are unexplained, and
// reports everything else that a faultless owner's ledger must not say.
func (s *splitting) tally(t *testing.T, seed uint64) (explained, open int) {
	t.Helper()
	l := ledger.Reconcile(s.filings)
	for i := range l.Accounts {
		a := &l.Accounts[i]
		for j := range a.Lines {
			line := &a.Lines[j]
			switch {
			case line.Rule == ownership.RuleSplitRatio:
				explained++
			case line.State == ownership.Unexplained:
				open++
			case line.State == ownership.Explained, line.State == ownership.CannotBeTested && j > 0:
				t.Errorf("seed %d: %s %s of %s (%s): %s %s: %s", seed, l.Filings[line.Filing].Name, line.Path, a.Title, a.Holder, line.State, line.Rule, line.Explanation)
			}
		}
	}
	if len(l.Accounts) != len(s.Used) {
		t.Errorf("seed %d: %d accounts, not %d", seed, len(l.Accounts), len(s.Used))
	}
	return explained, open
}

// TestSplitsToldInNotes: a note tells of one or two splits, in the filing after it or
// later with its date; every line is reconciled or explained by the split.
func TestSplitsToldInNotes(t *testing.T) {
	total := 0
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 3))
		ratios := [][2]int64{usualRatios[r.IntN(len(usualRatios))]}
		before := []int{3 + r.IntN(6)}
		if seed%4 == 3 { // two splits, often between the same filings of a holding
			two := pairedRatios[r.IntN(len(pairedRatios))]
			ratios, before = two[:], append(before, before[0]+r.IntN(2))
		}
		s := newSplitting(seed, ratios, before, nil)
		for i, ratio := range ratios {
			at, day := s.after[i], ""
			if len(ratios) > 1 || r.IntN(2) == 0 {
				day = written(s.days[i])
				at = min(len(s.filings)-1, at+r.IntN(4))
			}
			addNote(s.filings[at], splitWords(r, ratio, day))
		}
		explained, open := s.tally(t, seed)
		if total += explained; open > 0 || t.Failed() {
			t.Errorf("seed %d: %d lines are unexplained, %d explained: %v before %v", seed, open, explained, ratios, before)
			for _, f := range s.filings {
				t.Log(told(f))
				for _, n := range f.Footnotes {
					t.Log("   ", n.Text.V)
				}
			}
			return
		}
	}
	if total < 300 {
		t.Errorf("only %d lines went through a split", total)
	}
}

// TestSplitsToldByStrikes: no note tells of the split, and a series scales with its
// exercise price.
func TestSplitsToldByStrikes(t *testing.T) {
	total := 0
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 4))
		ratio := usualRatios[r.IntN(len(usualRatios))]
		s := newSplitting(seed, [][2]int64{ratio}, []int{4 + r.IntN(4)}, nil)
		series := false
		for _, strike := range []string{"12.50", "31.20"} {
			was, is := false, false
			for i, f := range s.filings {
				for j := range f.TableII {
					if row := &f.TableII[j]; row.ExpirationDate.Raw != "" && (row.ExpirationDate.V.Year == 2027) == (strike == "12.50") {
						was, is = was || i < s.after[0], is || i >= s.after[0]
					}
				}
			}
			series = series || was && is
		}
		if !series {
			continue
		}
		explained, open := s.tally(t, seed)
		if total += explained; open > 0 || t.Failed() {
			t.Fatalf("seed %d: %d lines are unexplained, %d explained: %v", seed, open, explained, ratio)
		}
	}
	if total < 300 {
		t.Errorf("only %d lines went through a split", total)
	}
}

// withoutStrikes leaves the owner no holding with an exercise price.
func withoutStrikes(s *simulate.Owner) {
	for _, h := range s.Holdings {
		h.Strike, h.Expiry = "", ""
	}
	s.Holdings[4].Title, s.Holdings[5].Title = "Restricted Stock Units", "Restricted Stock Units"
	s.Holdings[4].Notes, s.Holdings[5].Notes = []string{"The units vest on May 1, 2024."}, []string{"The units vest on June 1, 2025."}
}

// A ratio of balances by itself tells of no split: nor does a note that tells of another
// one, of another time, or of what has not happened yet.
func TestRatiosAloneAreNoSplits(t *testing.T) {
	for _, c := range []struct {
		name string
		note func(s *splitting, r [2]int64)
	}{
		{"no note", func(*splitting, [2]int64) {}},
		{"a split of three years before", func(s *splitting, r [2]int64) {
			addNote(s.filings[s.after[0]], splitWords(s.Rand, r, written(s.days[0].AddDate(-3, 0, 0))))
		}},
		{"a split of the next year", func(s *splitting, r [2]int64) {
			addNote(s.filings[len(s.filings)-1], splitWords(s.Rand, r, written(s.days[0].AddDate(2, 0, 0))))
		}},
		{"a split that had been told before", func(s *splitting, r [2]int64) {
			addNote(s.filings[0], splitWords(s.Rand, r, ""))
			addNote(s.filings[s.after[0]], splitWords(s.Rand, r, ""))
		}},
		{"told long after, without a date", func(s *splitting, r [2]int64) {
			// In a filing that shows no balance for the first time since the split.
			note := &ownership.Filing{Issuer: s.filings[0].Issuer, Owners: s.filings[0].Owners, DocumentType: s.filings[0].DocumentType}
			simulate.Set(&note.PeriodOfReport, simulate.Day(s.Day.AddDate(2, 0, 0)))
			addNote(note, splitWords(s.Rand, r, ""))
			s.filings = append(s.filings, note)
		}},
		{"another ratio", func(s *splitting, r [2]int64) {
			addNote(s.filings[s.after[0]], splitWords(s.Rand, [2]int64{7, 1}, written(s.days[0])))
		}},
		{"the inverse", func(s *splitting, r [2]int64) {
			addNote(s.filings[s.after[0]], splitWords(s.Rand, [2]int64{r[1], r[0]}, written(s.days[0])))
		}},
		{"the figures are those before the split", func(s *splitting, r [2]int64) {
			addNote(s.filings[s.after[0]], "These amounts do not reflect the "+fmt.Sprintf("%d-for-%d stock split.", r[0], r[1]))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			open := 0
			for seed := range uint64(25) {
				r := rand.New(rand.NewPCG(seed, 5))
				ratio := [][2]int64{{2, 1}, {3, 1}, {4, 1}, {1, 4}, {1, 5}, {3, 2}}[r.IntN(6)]
				s := newSplitting(seed, [][2]int64{ratio}, []int{4 + r.IntN(4)}, withoutStrikes)
				c.note(s, ratio)
				l := ledger.Reconcile(s.filings)
				for i := range l.Accounts {
					for _, line := range l.Accounts[i].Lines {
						if line.Rule == ownership.RuleSplitRatio {
							t.Errorf("seed %d: %v: %s", seed, ratio, line.Explanation)
						}
						if line.State == ownership.Unexplained {
							open++
						}
					}
				}
			}
			if open == 0 {
				t.Error("no line is unexplained: the case does not test anything")
			}
		})
	}
}

// What changes one holding by a ratio is no split of the class, whatever a note says:
// the other holdings went through the time of it unchanged.
func TestOneHoldingAloneIsNoSplit(t *testing.T) {
	for _, c := range []struct {
		name string
		r    [2]int64
		note bool
	}{
		{"half of it is sold in a filing that is missing", [2]int64{1, 2}, false},
		{"a grant in a filing that is missing doubles it", [2]int64{2, 1}, false},
		{"half of it is sold and a note tells of a split of that day", [2]int64{1, 2}, true},
		{"a grant doubles it and a note tells of a split of that day", [2]int64{2, 1}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			put := 0
			for seed := range uint64(60) {
				s := newSplitting(seed, nil, nil, nil)
				// Before filing 6, the direct holding changes and nothing else does.
				const at = 6
				for i := at; i < len(s.filings); i++ {
					for _, row := range direct(s.filings[i]) {
						n, _ := row.SharesFollowing.V.Product(ownership.NewDecimal(c.r[0], 0))
						if c.r[1] == 2 {
							n, _ = row.SharesFollowing.V.Product(ownership.NewDecimal(5, 1))
						}
						simulate.Set(&row.SharesFollowing, n)
						if m := row.Transaction.Shares; m.IsKnown() {
							n, _ := m.V.Product(ownership.NewDecimal(c.r[0], 0))
							if c.r[1] == 2 {
								n, _ = m.V.Product(ownership.NewDecimal(5, 1))
							}
							simulate.Set(&row.Transaction.Shares, n)
						}
					}
				}
				if c.note {
					// After the last report before it and before the next.
					day := s.filings[at-1].Signatures[0].Date.V.AddDays(1)
					addNote(s.filings[at], splitWords(s.Rand, c.r, written(day)))
				}
				if !slices.ContainsFunc(s.filings[at:], func(f *ownership.Filing) bool { return len(direct(f)) > 0 }) || !stayed(s.filings, at) {
					continue
				}
				put++
				l := ledger.Reconcile(s.filings)
				for i := range l.Accounts {
					for _, line := range l.Accounts[i].Lines {
						if line.Rule == ownership.RuleSplitRatio {
							t.Errorf("seed %d: %s", seed, line.Explanation)
						}
					}
				}
			}
			if put < 15 {
				t.Errorf("only %d owners", put)
			}
		})
	}
}

// stayed reports whether both filings around a place show one of the other holdings.
func stayed(filings []*ownership.Filing, at int) bool {
	names := func(f *ownership.Filing) []string {
		var all []string
		for _, row := range f.TableI {
			if row.Ownership.V == ownership.Indirect {
				name := row.NatureOfOwnership.V
				if len(row.NatureOfOwnership.Notes) > 0 {
					name += noteOf(f, row.NatureOfOwnership.Notes[0])
				}
				all = append(all, name)
			}
		}
		return all
	}
	before := strings.Join(names(filings[at-1]), "|")
	return slices.ContainsFunc(names(filings[at]), func(n string) bool { return strings.Contains(before, n) })
}

// TestDepositaryRatioChanges: the issuer changes how many shares an ADS represents; an
// owner of ADSs has fewer, or more, and so have options on them.
func TestDepositaryRatioChanges(t *testing.T) {
	total := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 6))
		was, is := []int64{1, 2, 5, 10}[r.IntN(4)], []int64{20, 40, 100}[r.IntN(3)]
		if r.IntN(3) == 0 {
			was, is = is, was
		}
		s := newSplitting(seed, [][2]int64{{was, is}}, []int{3 + r.IntN(6)}, nil)
		for _, f := range s.filings {
			for i := range f.TableI {
				simulate.Set(&f.TableI[i].SecurityTitle, "American Depositary Shares")
			}
			for i := range f.TableII {
				simulate.Set(&f.TableII[i].UnderlyingTitle, "American Depositary Shares")
			}
		}
		addNote(s.filings[s.after[0]], fmt.Sprintf("On %s the Issuer changed its ADS ratio from one (1) ADS representing %d ordinary shares to one (1) ADS representing %d ordinary shares.", written(s.days[0]), was, is))
		explained, open := s.tally(t, seed)
		if total += explained; open > 0 || t.Failed() {
			t.Fatalf("seed %d: %d lines are unexplained, %d explained: %d to %d", seed, open, explained, was, is)
		}
	}
	if total < 150 {
		t.Errorf("only %d lines went through the change", total)
	}
}
