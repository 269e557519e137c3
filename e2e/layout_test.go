//go:build e2e

package e2e_test

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// spilt finds what does not fit: the page that is wider than the window, and the
// cells and boxes that are wider than their place.
const spilt = `(() => {
	const html = document.documentElement, wrong = [];
	if (html.scrollWidth > innerWidth) {
		wrong.push("the page is " + html.scrollWidth + " px wide: " + [...document.querySelectorAll("body *")].filter((e) =>
			!e.closest(".scroll, [hidden]") && e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth + 0.5 &&
			getComputedStyle(e).position !== "absolute").slice(0, 3).map((e) => e.outerHTML.slice(0, 100)).join(" | "));
	}
	for (const e of document.querySelectorAll("th, td, .notes li, .facts dd, .owners li, .entries a, .entries li, .findings li, button")) {
		if (e.getClientRects().length > 0 && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) {
			wrong.push("does not fit by " + (e.scrollWidth - e.clientWidth) + " px: " + e.outerHTML.slice(0, 160));
		}
	}
	return wrong.slice(0, 5);
})()`

// layout looks at every view in every width, at text of twice the size, on paper
// and in the ways that readers wish.
func layout(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	for _, v := range views(t) {
		v.show(b)
		for _, width := range []int64{320, 360, 1024, 1600} {
			l := look{width: width, height: 800, scheme: "light"}
			b.pose(v, l)
			b.fits(v.name+" at "+l.String(), spilt)
		}
		b.see(look{width: 1024, height: 800, scheme: "light"})
		b.run(`document.documentElement.style.fontSize = "200%%"`)
		b.fits(v.name+" with text of twice the size", spilt)
		b.run(`document.documentElement.style.fontSize = ""`)

		b.see(look{width: 1024, height: 800, scheme: "dark", features: [][2]string{{"forced-colors", "active"}, {"prefers-reduced-motion", "reduce"}}})
		b.fits(v.name+" in forced colours", spilt)
		b.fits(v.name+" without motion", `document.getAnimations().map((a) => "moves: " + a.animationName)`)
		b.see(look{width: 1024, height: 800, scheme: "light"})
	}
}

// fits fails for each sentence that an expression gives.
func (b *tab) fits(where, expression string) {
	b.Helper()
	for _, wrong := range value[[]string](b, expression) {
		b.Errorf("%s: %s", where, wrong)
	}
}

// paper prints a filing: all of it, and nothing that is only of use on a screen.
func paper(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(noted(t))
	b.until(showing)
	b.see(look{width: 1000, height: 700, scheme: "dark", media: "print"})
	b.fits("on paper", spilt)
	for _, gone := range []string{".bar", ".tools", ".skip", "nav"} {
		if value[bool](b, `[...document.querySelectorAll(%s)].some((e) => e.getClientRects().length > 0)`, gone) {
			t.Errorf("%s is on paper.", gone)
		}
	}
	if cut := value[[]string](b, `[...document.querySelectorAll("table [data-path]:not(.printed):not(.spare), .notes .text")].filter((e) => e.getClientRects().length === 0).map((e) => e.dataset.path)`); len(cut) > 0 {
		t.Errorf("Not on paper: %q", cut)
	}
	if dark := value[string](b, `getComputedStyle(document.body).backgroundColor`); dark != "rgb(255, 255, 255)" {
		t.Errorf("The paper is %s.", dark)
	}
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil || len(pdf) < 10_000 {
		t.Errorf("Printing gives %d bytes: %v", len(pdf), err)
	}
}

// narrow reads a filing on a phone, where each line of a table is a card: every
// cell is still there, by its name.
func narrow(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.see(look{width: 360, height: 740, scheme: "light"})
	for _, path := range []string{noted(t), form3, form5, filepath.Join(ownFilings, "codes-all.xml")} {
		b.drop(path)
		b.compare(filepath.Base(path), read(t, path).filings[0])
		for _, wrong := range value[[]string](b, labels) {
			t.Errorf("%s: on a narrow screen %s", filepath.Base(path), wrong)
		}
	}
}

// labels finds the cells of a narrow table that are not called as their column is, and
// what is no cell of a table and has a column's name all the same.
const labels = `(() => {
	const word = (text) => text.match(/[\p{L}/]*/u)[0], wrong = [];
	const said = (e) => getComputedStyle(e, "::before").content.replace(/^"|"$/g, "");
	for (const cell of document.querySelectorAll("tbody td[data-path], tbody td:has([data-path])")) {
		if (cell.getClientRects().length === 0) continue;
		const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].querySelector(".short").firstChild.textContent;
		const want = column === "A/D" ? "Acquired" : word(column);
		if (word(said(cell)) !== want) wrong.push("a cell of " + column + " is called " + said(cell));
	}
	for (const e of document.querySelectorAll("[data-path]")) {
		if (!e.closest("table") && e.dataset.state !== "blank" && /\p{L}/u.test(said(e).replace(/^(none|normal)$/, ""))) wrong.push(e.dataset.path + " is called " + said(e));
	}
	return wrong;
})()`
