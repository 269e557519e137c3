//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"filingview/parser/ownership"
)

// printOf prints a page of testdata to a PDF, as somebody does who keeps a filing.
func printOf(t *testing.T, s *suite, page string) string {
	t.Helper()
	markup, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := chromedp.NewContext(s.browser)
	defer end()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	write := with(`document.open(), document.write(%s), document.close()`, []any{string(markup)})
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](write)); err != nil {
		t.Fatal(err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), strings.TrimSuffix(filepath.Base(page), ".html")+".pdf")
	if err := os.WriteFile(path, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// onPage says of what is lit on the pages of the source whether the boxes are where
// they should be: each within half a point of a box of a span, in the page's own
// measure, and the first in sight.
const onPage = `((spans) => {
	const leaf = document.getElementById("leaf"), f = leaf.getBoundingClientRect();
	const all = [...leaf.querySelectorAll("[data-is=lit]")];
	const near = (a, b) => Math.abs(a - b) < 0.6;
	const right = spans.every((s) => all.some((e) => Number(e.closest("svg").dataset.page) === s.page &&
		near(Number(e.getAttribute("x")) + 1.5, s.box.x0) && near(Number(e.getAttribute("y")) + 1.5, s.box.y0) &&
		near(Number(e.getAttribute("width")) - 3, s.box.x1 - s.box.x0) && near(Number(e.getAttribute("height")) - 3, s.box.y1 - s.box.y0)));
	const r = all.length ? all[0].getBoundingClientRect() : f;
	return all.length > 0 && right && r.bottom > f.top && r.top < f.bottom;
})(%s)`

// sourcePages opens a PDF: its words are drawn where they stand, a picked cell is lit
// there, and a click on a word finds the cell.
func sourcePages(t *testing.T, s *suite) {
	t.Parallel()
	path := printOf(t, s, filepath.Join(pageFiles, "form4-without-classes.html"))
	b := open(t, s, s.server)
	b.see(look{width: 1600, height: 1000, scheme: "light"})
	b.dropPDF(path)
	f := read(t, path).filings[0]
	b.compare(filepath.Base(path), f)
	b.showSource()
	if n := value[int](b, `document.querySelectorAll("#leaf svg[data-page]").length`); n != len(f.Source.Pages) {
		t.Errorf("%d pages are shown, the PDF has %d.", n, len(f.Source.Pages))
	}
	words := 0
	for _, w := range f.Source.Pages[0].Words {
		if w.Text != "" {
			words++
		}
	}
	b.until(`document.querySelectorAll("#leaf svg[data-page='1'] text").length === %s`, words)
	picked := ""
	n := 0
	for c := range f.Cells() {
		if len(c.At) == 0 || c.Raw == "" || value[bool](b, `document.getElementById("cell-" + %s).getClientRects().length === 0`, c.Path) {
			continue
		}
		if n++; n%5 != 1 {
			continue
		}
		b.run(`document.getElementById("cell-" + %s).dispatchEvent(new MouseEvent("click", { bubbles: true }))`, c.Path)
		b.until(onPage, c.At)
		if strings.HasPrefix(c.Path, "tableI[") {
			picked = c.Path
		}
	}
	if n < 20 || picked == "" {
		t.Fatalf("%d cells have a place on the pages.", n)
	}

	// The other way round, by the place and by the word beside one.
	b.run(`document.getElementById("cell-" + %s).dispatchEvent(new MouseEvent("click", { bubbles: true }))`, picked)
	b.until(onPage, at(f, picked))
	b.run(`scrollTo(0, 0)`)
	b.click(`[...document.querySelectorAll("#leaf [data-is=place]")].find((a) => a.getAttribute("href") === "#cell-" + %s)`, picked)
	b.until(cellLit, picked)
	b.run(`document.querySelector("#leaf a[tabindex='0']").focus({ focusVisible: true })`)
	before := value[string](b, `document.activeElement.getAttribute("href").slice(6)`)
	b.press(kb.ArrowRight)
	b.until(`document.activeElement.matches("#leaf a[tabindex='0']") && document.activeElement.getAttribute("href").slice(6) !== %s`, before)
	next := value[string](b, `document.activeElement.getAttribute("href").slice(6)`)
	b.until(cellLit, next)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === "cell-" + %s`, next)
}

// dropPDF drops a PDF until it is read: how long that takes has a limit, which a
// machine that is busy with other tests may pass.
func (b *tab) dropPDF(path string) {
	b.Helper()
	b.allow(func(request string) bool { return strings.Contains(request, "/engine.") })
	for range 5 {
		b.drop(path)
		b.until(`["showing", "failed"].includes(document.documentElement.dataset.state)`)
		if !value[bool](b, `document.documentElement.dataset.state === "failed"`) {
			return
		}
		b.run(`document.querySelector("[data-do=forget]").click()`)
		b.until(`document.documentElement.dataset.state === "empty"`)
	}
	b.Fatalf("%s is not read.", path)
}

func at(f *ownership.Filing, path string) []ownership.Span {
	for c := range f.Cells() {
		if c.Path == path {
			return c.At
		}
	}
	return nil
}
