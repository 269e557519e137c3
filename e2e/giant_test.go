//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// giants drops files that are far larger than any filing beside a good one: each is
// a filing or has its sentence, the largest that is read can be shown, and the page
// answers all the time.
func giants(t *testing.T, s *suite) {
	t.Parallel()
	form, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(form), "<footnotes>")
	lines, rest, rows := strings.Cut(string(form), "</nonDerivativeTable>")
	if !ok || !rows {
		t.Fatal("The form has no notes, or no table.")
	}
	noted := func(megabytes int) string {
		return before + `<footnotes><footnote id="F99">` + strings.Repeat("A word of a note. ", megabytes<<20/18) + "</footnote>" + after
	}
	folder := t.TempDir()
	files := []string{plain}
	for _, f := range []struct{ name, data string }{
		{"note-of-4-MB.xml", noted(4)},
		{"note-of-100-MB.xml", noted(100)},
		{"million-rows.xml", lines + strings.Repeat("<nonDerivativeHolding/>", 1_000_000) + "</nonDerivativeTable>" + rest},
		{"deep.xml", "<ownershipDocument>" + strings.Repeat("<a>", 1_000_000)},
	} {
		files = append(files, filepath.Join(folder, f.name))
		if err := os.WriteFile(files[len(files)-1], []byte(f.data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b := open(t, s, s.server)
	b.allow(scripts) // of a new engine, if a busy machine makes the old one silent
	b.harm(files, len(files))
	filings, sentences := b.listed()
	if len(filings) != 2 || len(sentences) != 3 {
		t.Fatalf("%d filings, and the sentences %q.", len(filings), sentences)
	}
	// TestGiants has their words; on a busy machine some are ended for their silence.
	for _, sentence := range sentences {
		if !strings.Contains(sentence, ".") {
			t.Errorf("It is said %q.", sentence)
		}
	}
	b.run(`window.longest = 0; location.hash = "filing=2.0"`)
	b.until(`document.querySelector("#footnote-F99") && document.querySelector("[data-path='tableI[0].securityTitle']")`)
	t.Logf("With a note of 4 MB the page stood still for %.0f ms.", value[float64](b, `window.longest`))
	// The other one opens as if nothing were.
	b.run(`location.hash = "filing=1.0"`)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
}
