//go:build e2e

package e2e_test

import (
	"slices"
	"testing"
)

// strays drops what browsers, clipboards, mail and converters make of a form, and archives
// that are not plain: the page shows each as the tool reads it, or says the same sentence.
func strays(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	const folder = "../parser/testdata/"
	for _, name := range []string{"mail/page-saved-single-file.mhtml", "stray/small-printed-by-firefox.pdf", "stray/owners-copied-in-firefox.txt",
		"text/table-ii-in-two-halves-bars.txt", "submission/xml-hard-wrapped.txt", "xml/utf-16-from-browser.xml"} {
		want := read(t, folder+name)
		b.drop(folder + name)
		b.until(showing)
		for i, f := range want.filings {
			if f != nil && i == len(want.filings)-1 {
				b.compare(name, f)
			}
		}
		b.again(b.address)
	}
	var refused, want []string
	for _, path := range cases(t, folder+"stray") {
		if c := read(t, path); c.filings[0] == nil {
			refused, want = append(refused, path), append(want, c.failed...)
		}
	}
	b.drop(refused...)
	b.until(`document.querySelectorAll("nav .entries .failed .why").length >= %s`, len(want))
	if _, failed := b.listed(); !slices.Equal(failed, want) {
		t.Errorf("The page says %q, want %q.", failed, want)
	}
}
