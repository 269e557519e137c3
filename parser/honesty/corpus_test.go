package honesty_test

import (
	"os"
	"path/filepath"
	"testing"

	"filingview/parser"
	"filingview/parser/honesty"
	"filingview/parser/ownership"
)

// TestFilingsBesideTheCheckout measures filings that lie there, with fewer faults than
// make honesty.
func TestFilingsBesideTheCheckout(t *testing.T) {
	hold(t, beside(t), honesty.Figures{Refuted: 0.01, Hidden: 0.01, Misexplained: 0.005}, false)
}

// TestSimulatedOwners measures owners in whose filings no figure is wrong.
func TestSimulatedOwners(t *testing.T) {
	filings, err := honesty.Simulated(40)
	if err != nil {
		t.Fatal(err)
	}
	hold(t, filings, honesty.Figures{Refuted: 0.01, SplitOff: 10, Hidden: 0.01, Misexplained: 0.012}, true)
}

// hold measures filings with five faults of each kind for every seed and way of drawing.
// right says that no figure of theirs is wrong. The limits are a ratchet: one above its goal
// is what holds today, and only ever becomes smaller. A limit that is not needed any more,
// because the goal is reached, fails the test.
func hold(t *testing.T, filings []*ownership.Filing, limits honesty.Figures, right bool) {
	t.Helper()
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	left, err := honesty.LeaveOneOut(filings)
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := honesty.NewCorpus(filings)
	if err != nil {
		t.Fatal(err)
	}
	const n = 5
	all := &honesty.Outcome{}
	for seed := range uint64(3) {
		for _, even := range []bool{false, true} {
			o, err := corpus.OneFault(honesty.Draw{N: n, Seed: seed + 1, Even: even})
			if err != nil {
				t.Fatal(err)
			}
			all.Faults = append(all.Faults, o.Faults...)
		}
	}
	if len(all.Faults) < 6*len(honesty.Kinds())*n {
		t.Errorf("only %d faults were made", len(all.Faults))
	}
	var now honesty.Figures
	now.AddLeftOut(left)
	now.AddOutcome(all)
	if right {
		now.Accused = len(corpus.Accused())
	}
	goals := honesty.Goals()
	for i, is := range now.List() {
		limit, goal := limits.List()[i], goals.List()[i]
		switch {
		case is.Value > limit.Value:
			t.Errorf("%s: %s, more than %s; make honesty lists the cases", is.What, is, limit)
		case limit.Value > goal.Value && is.Value <= goal.Value:
			t.Errorf("%s: %s; the goal, %s, is reached, so let it be the limit", is.What, is, goal)
		}
		t.Logf("%s: %s (%.4f), at most %s today, %s one day", is.What, is, is.Value, limit, goal)
	}
}

// beside reads the filings beside the checkout.
func beside(t *testing.T) []*ownership.Filing {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "filings", "xml", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("there are no filings beside the checkout")
	}
	var all []*ownership.Filing
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range parser.Open(filepath.Base(file), data) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, f)
		}
	}
	return all
}
