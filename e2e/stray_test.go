//go:build e2e

package e2e_test

import (
	"path/filepath"
	"slices"
	"testing"
)

// strays drops what browsers, clipboards, mail and converters make of a form, and archives
// that are not plain: the page shows each as the tool reads it, or says the same sentence.
func strays(t *testing.T, s *suite) {
	t.Parallel()
	const folder = "../parser/testdata/"
	asTheTool(t, s, []string{folder + "mail/page-saved-single-file.mhtml", folder + "stray/small-printed-by-firefox.pdf", folder + "stray/owners-copied-in-firefox.txt",
		folder + "text/table-ii-in-two-halves-bars.txt", folder + "submission/xml-hard-wrapped.txt", folder + "xml/utf-16-from-browser.xml"})
	var refused []string
	for _, path := range cases(t, folder+"stray") {
		if read(t, path).filings[0] == nil {
			refused = append(refused, path)
		}
	}
	asTheTool(t, s, refused)
}

// faults drops the files that earlier versions read wrongly, which lie beside the checkout.
func faults(t *testing.T, s *suite) {
	t.Parallel()
	var all []string
	for _, pattern := range []string{"reading/*.*", "forms/*/[cpfs]*.*"} {
		found, err := filepath.Glob(filepath.Join(shared, "faults", pattern))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	all = slices.DeleteFunc(all, func(path string) bool { return filepath.Base(path) == "EXPECTED.tsv" })
	if len(all) == 0 {
		t.Skip("the faults are not beside the checkout")
	}
	asTheTool(t, s, all)
}

// asTheTool drops files, each by itself: its last filing is shown cell by cell as it is read
// without the page. The files that hold none are refused with the same sentences.
func asTheTool(t *testing.T, s *suite, paths []string) {
	t.Helper()
	var refused, want []string
	for _, path := range paths {
		c := read(t, path)
		last := len(c.filings) - 1
		if c.filings[last] == nil {
			refused, want = append(refused, path), append(want, c.failed...)
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			b := open(t, s, s.server)
			b.drop(path)
			b.until(showing)
			b.compare(filepath.Base(path), c.filings[last])
		})
	}
	if len(refused) == 0 {
		return
	}
	b := open(t, s, s.server)
	b.drop(refused...)
	b.until(`document.querySelectorAll("nav .entries .failed .why").length >= %s`, len(want))
	if _, failed := b.listed(); !slices.Equal(failed, want) {
		t.Errorf("The page says %q, want %q.", failed, want)
	}
}
