package dataset_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser"
)

// quarter is a data set of as many invented filings: those of some owners, again and again
// under other accession numbers.
func quarter(t testing.TB, filings int) tables {
	t.Helper()
	made := exported(t, invented(t, 40))
	few := strings.Count(made["SUBMISSION"], "\n") - 1
	all := tables{}
	for _, name := range order {
		head, body, _ := strings.Cut(made[name], "\n")
		var b strings.Builder
		b.WriteString(head + "\n")
		number := map[string]int{} // of each key, the same in all tables
		for line := range strings.Lines(made["SUBMISSION"]) {
			key, _, _ := strings.Cut(line, "\t")
			number[key] = len(number) - 1 // the first is a heading
		}
		lines := strings.SplitAfter(strings.TrimSuffix(body, "\n"), "\n")
		for from := 0; from < filings; from += few {
			for _, line := range lines {
				key, rest, ok := strings.Cut(line, "\t")
				if n := from + number[key]; ok && n < filings {
					fmt.Fprintf(&b, "%010d-24-%06d\t%s\n", 9_000_000+n/1_000_000, n, strings.TrimSuffix(rest, "\n"))
				}
			}
		}
		all[name] = b.String()
	}
	return all
}

// TestQuarter: thousands of filings come one by one, each when it is asked for, in the order
// of SUBMISSION.tsv, and each as it is by itself.
func TestQuarter(t *testing.T) {
	const filings = 3000
	data := zipped(t, quarter(t, filings).members()...)
	n := 0
	for f, err := range parser.Open("form345.zip", data) {
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("form345.zip/0009000000-24-%06d", n); f.Source.Name != want {
			t.Fatalf("filing %d is %s, want %s", n, f.Source.Name, want)
		}
		if len(f.Owners) == 0 || len(f.Signatures) == 0 || strings.Count(f.Source.Text, "\n0009000000-24-") != 1+len(f.Owners)+len(f.TableI)+len(f.TableII)+len(f.Footnotes)+len(f.Signatures) {
			t.Errorf("%s has lines that are not shown:\n%s", f.Source.Name, f.Source.Text)
		}
		n++
	}
	if n != filings {
		t.Errorf("%d filings, want %d", n, filings)
	}
	for range parser.Open("form345.zip", data) {
		break // whoever has seen enough is not called again
	}
}

// BenchmarkQuarter reads a set of the size of a quarter's.
func BenchmarkQuarter(b *testing.B) {
	const filings = 55_000
	data := zipped(b, quarter(b, filings).members()...)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		n := 0
		for _, err := range parser.Open("form345.zip", data) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != filings {
			b.Fatalf("%d filings", n)
		}
	}
}
