package main

import "testing"

func TestBestEncoding(t *testing.T) {
	both := []string{"br", "gzip"}
	for _, c := range []struct {
		accept  string
		offered []string
		want    string
	}{
		{"", both, ""},
		{"gzip, deflate, br, zstd", both, "br"},
		{"gzip, deflate", both, "gzip"},
		{"gzip", []string{"br"}, ""},
		{"GZIP", both, "gzip"},
		{"x-gzip", both, "gzip"},
		{"br;q=0.5, gzip;q=0.8", both, "gzip"},
		{"br;q=0.8, gzip;q=0.8", both, "br"},
		{"br ; q = 0.2 , gzip ; q = 0.1", both, "br"},
		{"br;q=0, gzip;q=0", both, ""},
		{"br;q=0.000", both, ""},
		{"*", both, "br"},
		{"*;q=0", both, ""},
		{"*;q=0, gzip;q=0.1", both, "gzip"},
		{"br;q=0, *;q=0.3", both, "gzip"},
		{"identity, br;q=0.5", both, ""},
		{"identity;q=0.5, br;q=0.5", both, "br"},
		{"identity;q=0, gzip", both, "gzip"},
		{"identity;q=0", both, ""},
		{"br;q=2, gzip;q=high", both, ""},
		{"br;q=NaN", both, ""},
		{"br;level=11;q=0.4, gzip;q=0.3", both, "br"},
		{",,;;q=1,br", both, "br"},
		{"broken brotli bra", both, ""},
		{"gzip, br", nil, ""},
	} {
		if got := bestEncoding(c.accept, c.offered); got != c.want {
			t.Errorf("%q of %v: %q, want %q", c.accept, c.offered, got, c.want)
		}
	}
}
