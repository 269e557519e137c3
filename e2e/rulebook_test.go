//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// rulebook: the name of each rule leads to a page beside the one that shows it, which
// says what the rule says, fits every width, and is accessible.
func rulebook(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(career(t)...)
	b.until(settled)
	var links []string
	look := func() {
		links = append(links, value[[]string](b, `[...document.querySelectorAll(".rule")].map((e) => (e.tagName === "A" && e.target === "_blank" ? e.getAttribute("href") : e.outerHTML))`)...)
	}
	b.toFiling("c.xml")
	b.run(`document.querySelector("article button.state").click()`)
	b.until(`document.querySelector("tr.why .rule")`)
	look()
	// Nothing of the page holds the browser back from opening it.
	b.run(`addEventListener("click", (e) => { document.documentElement.dataset.held = e.defaultPrevented; e.preventDefault(); }, { once: true })`)
	b.click(`document.querySelector("tr.why .rule")`)
	b.until(`document.documentElement.dataset.held === "false"`)
	b.toFiling("f.xml")
	b.run(`document.querySelector("article button.state[data-line-state=unexplained]").click()`)
	b.until(`document.querySelector("tr.why .rule")`)
	look()
	b.run(`document.querySelector("tr.why a[href*='account=']").click()`)
	b.until(settled + ` && document.querySelector(".full-account .rule")`)
	look()
	if all := strings.Join(links, "\n"); !strings.Contains(all, "#note-on-total") || !strings.Contains(all, "#running-balance") || !strings.Contains(all, "#amendment-merge") {
		t.Errorf("The rules that are named are:\n%s", all)
	}

	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	d := blank(t, s, s.server+"rules.html")
	d.must(d.visit())
	d.until(`document.readyState === "complete" && document.querySelectorAll("main section[id]").length > 100`)
	for _, href := range links {
		id, ok := strings.CutPrefix(href, "rules.html#")
		if !ok || !value[bool](d, `document.getElementById(%s)?.tagName === "SECTION"`, id) {
			t.Errorf("%s leads to no rule.", href)
		}
	}
	if lost := value[[]string](d, `[...document.querySelectorAll("main a")].map((a) => a.getAttribute("href")).filter((to) => to[0] !== "#" || !document.getElementById(to.slice(1)))`); len(lost) > 0 {
		t.Errorf("Links of the page lead nowhere: %q", lost)
	}
	d.run(string(axe))
	for _, l := range looks(360, 1024, 1600) {
		d.see(l)
		d.fits("The rules at "+l.String(), spilt)
		if folder := os.Getenv("SHOTS"); folder != "" {
			d.must(os.MkdirAll(folder, 0o777))
			d.run(`location.hash = "stale-total"`)
			d.shoot(filepath.Join(folder, "rules-"+l.String()+".png"), chromedp.CaptureScreenshot())
		}
		if l.width != 1024 {
			continue // its elements are the same in all widths
		}
		// The page is long; its sections are alike.
		for _, w := range value[[]violation](d, `axe.run({ include: [[".bar"], ["main > h1"], ["#stale-total"], ["#code-unknown"], ["#footnote-orphan-text"]] }, { resultTypes: ["violations"] }).then((r) => r.violations)`) {
			t.Errorf("The rules at %s: %s (%s), %.200s", l, w.Help, w.ID, w.Nodes[0].HTML)
		}
	}
}
