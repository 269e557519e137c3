package ledger_test

import (
	"testing"
	"time"

	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// repeated makes as many filings by giving these, again and again, other issuers
// and owners. The copies share their rows, which nothing changes.
func repeated(filings []*ownership.Filing, many int) []*ownership.Filing {
	all := make([]*ownership.Filing, 0, many)
	for n := 0; len(all) < many; n++ {
		for _, f := range filings[:min(len(filings), many-len(all))] {
			f := *f
			renumber(&f, n)
			all = append(all, &f)
		}
	}
	return all
}

// BenchmarkReconcile reconciles 250 filings and 10,000 in turn, so that a busy
// machine slows both alike. x-per-filing is the time for a filing among 10,000 over
// that among 250: 1 is linear growth.
func BenchmarkReconcile(b *testing.B) {
	run := func(name string, filings []*ownership.Filing) {
		b.Run(name, func(b *testing.B) {
			if len(filings) < 250 {
				b.Skipf("needs 250 filings in ../shared/filings, and %d are there", len(filings))
			}
			const times = 8 // of the small set, to measure it as well
			few, many := repeated(filings, 250), repeated(filings[:250], 10_000)
			var small, large time.Duration
			for b.Loop() {
				start := time.Now()
				for range times {
					reconciled(b, few)
				}
				middle := time.Now()
				reconciled(b, many)
				small += middle.Sub(start)
				large += time.Since(middle)
			}
			small /= times
			ms := func(d time.Duration) float64 { return d.Seconds() * 1e3 / float64(b.N) }
			b.ReportMetric(ms(small), "ms-250")
			b.ReportMetric(ms(large), "ms-10000")
			b.ReportMetric(float64(large)/10_000/(float64(small)/250), "x-per-filing")
			b.ReportMetric(0, "ns/op")
		})
	}
	run("invented", invented(26))
	run("filed", filedFilings(b))
}

func reconciled(b *testing.B, filings []*ownership.Filing) {
	if l := ledger.Reconcile(filings); len(l.Filings) != len(filings) || len(l.Accounts) < len(filings)/10 {
		b.Fatalf("%d filings of %d, %d accounts", len(l.Filings), len(filings), len(l.Accounts))
	}
}

// BenchmarkRates reports how the lines of the filings beside the checkout stand.
func BenchmarkRates(b *testing.B) {
	filings := filedFilings(b)
	if len(filings) == 0 {
		b.Skip("needs ../shared/filings, which is not here")
	}
	var r ownership.Rates
	for b.Loop() {
		r = ledger.Reconcile(filings).Rates()
	}
	for _, m := range []struct {
		n    int
		unit string
	}{
		{r.Lines, "lines"}, {r.Reconciled, "reconciled"}, {r.Explained, "explained"},
		{r.Unexplained, "unexplained"}, {r.CannotBeTested, "cannot-be-tested"},
	} {
		b.ReportMetric(float64(m.n), m.unit)
	}
}
