//go:build e2e

package e2e_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"filingview/parser/ownership"
)

// ocr is a form as a machine reads it off a scan: letters mistaken, a label lost.
const ocr = "testdata/ocr.txt"

// repairs goes to the mark of each cell that was not read as it stands: its evidence
// is there when the mark has the focus, Enter leads to it, and from there a link to
// the cell and to those that support it.
func repairs(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(ocr)
	f := read(t, ocr).filings[0]
	b.compare(filepath.Base(ocr), f)
	b.run(`document.querySelectorAll("article details").forEach((d) => { d.open = true; })`)
	marked, repaired := 0, 0
	for c := range f.Cells() {
		if c.How != ownership.Repaired && c.How != ownership.Guessed {
			continue
		}
		if marked++; c.How == ownership.Repaired {
			repaired++
		} else if marked%5 != 0 {
			continue // they are alike
		}
		b.run(`document.querySelector("a.how[href='#repair-" + %s + "']").focus({ focusVisible: true })`, c.Path)
		b.until(`!document.getElementById("tip").hidden`)
		told := value[string](b, `document.getElementById("tip").textContent`)
		if !strings.Contains(told, "“"+c.Raw+"”") || len(c.Repairs) > 0 && !strings.Contains(strings.ToLower(told), strings.ToLower(c.Repairs[0].Reason)) {
			t.Errorf("%s is told of with %q, which lacks %q or why.", c.Path, told, c.Raw)
		}
		b.press(kb.Enter)
		b.until(here, "repair-"+c.Path)
		b.until(`document.activeElement.textContent.includes(%s)`, c.Raw)
		links := value[[]string](b, `[...document.activeElement.querySelectorAll("a")].map((a) => a.getAttribute("href"))`)
		if len(links) == 0 || links[0] != "#cell-"+c.Path {
			t.Errorf("From what is told of %s one comes to %q.", c.Path, links)
		}
		for _, r := range c.Repairs {
			for _, e := range r.Evidence {
				if strings.HasPrefix(e, "table") && !strings.Contains(e, " ") && !strings.Contains(strings.Join(links, " ")+" ", "#cell-"+e+" ") {
					t.Errorf("%s is no link in what is told of %s: %q", e, c.Path, links)
				}
			}
		}
		b.run(`history.back()`)
		if strings.HasPrefix(c.Path, "footnotes") {
			b.until(`document.activeElement.id.startsWith("footnote-")`) // the mark stands beside the label
		} else {
			b.until(here, "cell-"+c.Path)
		}
	}
	if marked < 5 || repaired < 3 {
		t.Errorf("%d cells are marked, %d of them repaired.", marked, repaired)
	}
	if n := value[int](b, `document.querySelectorAll("article a.how").length`); n != marked {
		t.Errorf("%d marks are on the page, want %d.", n, marked)
	}
}
