package main

import (
	"strings"
	"testing"
)

func TestFirstVisit(t *testing.T) {
	v := weigh([]string{"index.html", "a.js", "b.png"}, map[string][]byte{
		"index.html": make([]byte, 1000), "index.html.br": make([]byte, 300), "index.html.gz": make([]byte, 400),
		"a.js": make([]byte, 2000000), "a.js.gz": make([]byte, 500000), "b.png": make([]byte, 50),
		"unused.js": make([]byte, 999),
	})
	if got, want := v.total(), (weight{"", 2001050, 500450, 2000350}); got != want {
		t.Errorf("the total is %v, want %v", got, want)
	}
	var b strings.Builder
	table(&b, v, visit{{"more.wasm", 3000, 2000, 1000}})
	want := `                                        raw       gzip     brotli
a.js                              2,000,000    500,000  2,000,000
index.html                            1,000        400        300
b.png                                    50         50         50
first visit                       2,001,050    500,450  2,000,350
at most                                                 1,700,000
more.wasm                             3,000      2,000      1,000
first visit and after it          2,004,050    502,450  2,001,350
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", &b, want)
	}
}
