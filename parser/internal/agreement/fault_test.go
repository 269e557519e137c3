package agreement_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaults: forms that were once read wrong without a word: blocks of owners over a page,
// lost ticks, columns that stand closer on the next page. Each cell is right or marked, and
// each page is right in all.
func TestFaults(t *testing.T) {
	var results []result
	for _, file := range files(t, "faults/forms/k*/page.html", "faults/forms/k*/print.pdf", "faults/forms/k*/copied.txt", "faults/forms/k*/scan-ocr.pdf") {
		xml := filepath.Join(filepath.Dir(file), "filing.xml")
		f, said := open(t, xml)
		if said != "" {
			t.Fatal(said)
		}
		name, form := filepath.Base(filepath.Dir(file)), filepath.Base(file)
		want := tablesOf(t, f)
		if !strings.HasSuffix(form, ".html") {
			paper, err := os.ReadFile(filepath.Join(filepath.Dir(file), "copied.txt"))
			if err != nil {
				t.Fatal(err)
			}
			cutAtEdge(want, string(paper))
		}
		asked := compared
		if form == "copied.txt" {
			asked = withoutTicks
		}
		r := measure(t, "fault "+form, form+" "+name, file, want, asked)
		results = append(results, r)
		for _, m := range r.misses {
			if m.mark == "silent" || m.mark == "missing" || form == "page.html" {
				t.Errorf("%s: %s", r.name, m)
			}
		}
	}
	show(os.Stdout, "forms that were once read wrong (shared/faults/forms)", results)
}
