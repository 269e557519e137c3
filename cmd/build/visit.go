package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// visit is what a browser loads, the largest first.
type visit []weight

// weight is what a file weighs on the wire, in bytes.
type weight struct {
	name              string
	raw, gzip, brotli int
}

// weigh weighs the files of these names. A form that a file does not have
// weighs as much as the file.
func weigh(names []string, packed map[string][]byte) visit {
	var v visit
	for _, name := range names {
		w := weight{name: name, raw: len(packed[name])}
		w.gzip, w.brotli = w.raw, w.raw
		if gz, ok := packed[name+".gz"]; ok {
			w.gzip = len(gz)
		}
		if br, ok := packed[name+".br"]; ok {
			w.brotli = len(br)
		}
		v = append(v, w)
	}
	slices.SortFunc(v, func(a, b weight) int {
		return cmp.Or(cmp.Compare(b.raw, a.raw), strings.Compare(a.name, b.name))
	})
	return v
}

func (v visit) total() weight {
	var sum weight
	for _, w := range v {
		sum.raw += w.raw
		sum.gzip += w.gzip
		sum.brotli += w.brotli
	}
	return sum
}

// table writes what each file weighs, and all of them, first of a first visit and then
// what is loaded after it.
func table(w io.Writer, first, later visit) {
	line := func(name string, raw, gzip, brotli string) {
		fmt.Fprintf(w, "%-32s %10s %10s %10s\n", name, raw, gzip, brotli)
	}
	weigh := func(name string, f weight) { line(name, group(f.raw), group(f.gzip), group(f.brotli)) }
	line("", "raw", "gzip", "brotli")
	for _, f := range first {
		weigh(f.name, f)
	}
	weigh("first visit", first.total())
	line("at most", "", "", group(limit))
	for _, f := range later {
		weigh(f.name, f)
	}
	weigh("first visit and after it", append(slices.Clone(first), later...).total())
}

// group writes a number with its digits in threes.
func group(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func megabytes(n int) string { return fmt.Sprintf("%.2f MB", float64(n)/1e6) }
