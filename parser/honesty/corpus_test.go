package honesty_test

import (
	"os"
	"path/filepath"
	"testing"

	"filingview/parser"
	"filingview/parser/honesty"
	"filingview/parser/ownership"
)

// limits are the most that may be untrue of some filings. They are a ratchet: a limit above
// its goal is what holds today, and only ever becomes smaller. A limit that is not needed
// any more, because the goal is reached, fails the test.
type limits struct {
	refuted  float64 // share of the judged explanations that a filing left out refutes
	splitOff int     // lines put into an account of their own when a filing is left out
	hidden   float64 // share of the faults that are hidden
	wrong    float64 // share of the faults that something else is said of, while they are not named
	year     int     // years that are off and explained by something else
	accused  int     // right figures that are called wrong; known of simulated owners alone
}

// goals are what the limits are to become.
func goals() limits {
	return limits{refuted: 0.01, splitOff: 0, hidden: 0.01, wrong: 0.005, year: 0, accused: 0}
}

// TestFilingsBesideTheCheckout measures filings that lie there, with fewer faults than
// make honesty.
func TestFilingsBesideTheCheckout(t *testing.T) {
	hold(t, beside(t), limits{refuted: 0.024, splitOff: 9, hidden: 0.106, wrong: 0.017, year: 5}, false)
}

// TestSimulatedOwners measures owners in whose filings no figure is wrong.
func TestSimulatedOwners(t *testing.T) {
	filings, err := honesty.Simulated(40)
	if err != nil {
		t.Fatal(err)
	}
	hold(t, filings, limits{refuted: 0.068, splitOff: 28, hidden: 0.084, wrong: 0.023, year: 15, accused: 3}, true)
}

// hold measures filings with five faults of each kind for every seed and way of drawing.
// right says that no figure of theirs is wrong.
func hold(t *testing.T, filings []*ownership.Filing, now limits, right bool) {
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
	accused := 0
	if right {
		accused = len(corpus.Accused())
	}
	year := all.Count(honesty.WrongYear, func(f *honesty.Fault) bool { return f.Said == honesty.Wrong })
	goal := goals()
	for _, x := range []struct {
		what            string
		is, limit, goal float64
	}{
		{"share of the explanations that a filing left out refutes", left.RefutedShare(), now.refuted, goal.refuted},
		{"number of lines split off", float64(left.Count(honesty.SplitOff)), float64(now.splitOff), float64(goal.splitOff)},
		{"share of the faults that are hidden", all.Hidden(), now.hidden, goal.hidden},
		{"share of the faults that something else is said of", all.Misexplained(), now.wrong, goal.wrong},
		{"number of years explained by something else", float64(year), float64(now.year), float64(goal.year)},
		{"number of right figures that are called wrong", float64(accused), float64(now.accused), float64(goal.accused)},
	} {
		switch {
		case x.is > x.limit:
			t.Errorf("the %s is %.4f, more than %.4g; make honesty lists the cases", x.what, x.is, x.limit)
		case x.limit > x.goal && x.is <= x.goal:
			t.Errorf("the %s is %.4f: the goal, %.4g, is reached, so let it be the limit", x.what, x.is, x.goal)
		}
		t.Logf("the %s is %.4f, at most %.4g today, %.4g one day", x.what, x.is, x.limit, x.goal)
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
