//go:build e2e

package e2e_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	pageFiles  = "../parser/testdata/html"
	plainTexts = "../parser/testdata/text"
)

// showSource opens the source beside the tables and waits until it is drawn.
func (b *tab) showSource() {
	b.Helper()
	b.until(showing)
	if !value[bool](b, `!!document.querySelector("#source:not([hidden])")`) {
		b.run(`document.querySelector(".tools [data-do=source]").click()`)
	}
	b.until(sourceDrawn)
}

const sourceDrawn = `!!document.querySelector("#leaf [data-at], #leaf svg[data-page] text") && location.hash.includes("source=shown")`

// lit is what is lit in the source: the text of the spans, and whether it can be seen
// in the pane.
type lit struct {
	Text    string
	Visible bool
	Count   int
}

const litNow = `(() => {
	const leaf = document.getElementById("leaf"), f = leaf.getBoundingClientRect();
	const all = [...leaf.querySelectorAll(".lit, [data-is=lit]")];
	const r = all.length ? all[0].getBoundingClientRect() : f;
	return { text: all.map((e) => e.innerText ?? "").join(" "), count: all.length,
		visible: all.length > 0 && r.bottom > f.top && r.top < f.bottom && r.right > f.left && r.left < f.right };
})()`

// cellLit holds when the cell of a path is lit and in sight of the window.
const cellLit = `((e) => {
	if (!e || !e.hasAttribute("data-here")) return false;
	const r = e.getBoundingClientRect(), pane = document.getElementById("source").getBoundingClientRect();
	const covered = pane.left < r.left && r.right < pane.right && pane.top < r.top && r.bottom < pane.bottom;
	return r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && !covered;
})(document.getElementById("cell-" + %s))`

// sources picks cells and looks where they are lit in the source, and places of the
// source and looks which cell is lit.
func sources(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	for i, path := range []string{
		noted(t), filepath.Join(pageFiles, "form4-without-classes.html"), filepath.Join(pageFiles, "form4-classes.html"),
		filepath.Join(plainTexts, "ruled-by-dashes.txt"), ocr, filepath.Join(submission, "form4-plain.txt"),
	} {
		b.drop(path)
		f := read(t, path).filings[0]
		b.compare(filepath.Base(path), f)
		b.showSource()
		picked := ""
		for _, width := range []int64{1600, 1024, 360} {
			if i > 1 && width < 1600 {
				continue
			}
			b.see(look{width: width, height: 800, scheme: "light"})
			n := 0
			for c := range f.Cells() {
				if len(c.At) != 1 || !strings.HasPrefix(c.Path, "tableI") || c.Raw == "" ||
					value[bool](b, `document.getElementById("cell-" + %s).getClientRects().length === 0`, c.Path) {
					continue
				}
				if n++; n > 40 || n%6 != 1 {
					continue
				}
				picked = c.Path
				b.run(`document.getElementById("cell-" + %s).dispatchEvent(new MouseEvent("click", { bubbles: true }))`, c.Path)
				b.until(`location.hash.endsWith(%s)`, "at=cell-"+c.Path)
				if f.Source.Format == "html" {
					// Of a page the markup within a cell is lit too.
					first, _, _ := strings.Cut(c.Raw, " ")
					b.until(`((l) => l.visible && l.text.replace(/\n/g, "").replace(/<[^>]*>/g, "").includes(%s))(`+litNow+`)`, html.EscapeString(first))
				} else {
					b.until(`((l) => l.visible && l.text.replace(/\n/g, "").trim() === %s)(`+litNow+`)`, strings.ReplaceAll(c.Raw, "\n", ""))
				}
				b.until(`document.getElementById("cell-" + %s).hasAttribute("data-here")`, c.Path)
			}
			if n == 0 {
				t.Fatalf("No cell of %s was picked.", path)
			}
		}
		b.see(look{width: 1600, height: 1000, scheme: "light"})
		// The other way round: by the mouse, on a value and on the markup beside it.
		b.run(`document.getElementById("cell-" + %s).dispatchEvent(new MouseEvent("click", { bubbles: true }))`, picked)
		b.until(`(` + litNow + `).visible`)
		b.run(`document.activeElement.blur(), scrollTo(0, 0)`)
		picked = value[string](b, `document.querySelector("#leaf a.lit").getAttribute("href").slice(6)`) // the first of several at one place
		b.click(`[...document.querySelectorAll("#leaf a.place")].find((a) => a.getAttribute("href") === "#cell-" + %s)`, picked)
		b.until(cellLit, picked)
		b.until(`document.activeElement.id === "cell-" + %s`, picked)
	}

	// The keyboard: from value to value in the source, the tables follow; Enter goes
	// there.
	b.run(`document.querySelector("#leaf a[tabindex='0']").focus({ focusVisible: true })`)
	before := value[string](b, `document.activeElement.getAttribute("href").slice(6)`)
	for range 3 {
		b.press(kb.ArrowRight)
		b.until(`document.activeElement.matches("#leaf a[tabindex='0']") && document.activeElement.getAttribute("href").slice(6) !== %s`, before)
		before = value[string](b, `document.activeElement.getAttribute("href").slice(6)`)
		b.until(cellLit, before)
		if !value[lit](b, litNow).Visible {
			t.Errorf("%s is not lit in the source.", before)
		}
	}
	b.press(kb.Enter)
	b.until(`document.activeElement.id === "cell-" + %s`, before)
	// And in the tables: arrows go from cell to cell, Enter shows the place.
	b.press(kb.ArrowLeft)
	b.until(`document.activeElement.matches("article [data-path]") && document.activeElement.id !== "cell-" + %s`, before)
	after := value[string](b, `document.activeElement.dataset.path`)
	b.press(kb.Enter)
	b.until(`location.hash.endsWith(%s)`, "at=cell-"+after)

	// Closed, the focus is back on the button; Enter on a cell opens it again.
	b.click(`document.querySelector("#source button")`)
	b.until(`document.getElementById("source").hidden && document.activeElement.matches(".tools [data-do=source]") && !location.hash.includes("source=")`)
	b.run(`document.getElementById("cell-" + %s).focus()`, after)
	b.press(kb.Enter)
	b.until(sourceDrawn)
	b.until(`(` + litNow + `).visible`)
}

// bigSource opens a filing with a source of more than a megabyte: the page draws a
// window of it and is never frozen.
func bigSource(t *testing.T, s *suite) {
	t.Parallel()
	form, err := os.ReadFile(form3)
	if err != nil {
		t.Fatal(err)
	}
	head, tail, ok := strings.Cut(string(form), "<remarks>")
	if !ok {
		head, tail, _ = strings.Cut(string(form), "</ownershipDocument>")
		tail = "</ownershipDocument>" + tail
	} else {
		tail = "<remarks>" + tail
	}
	long := head + "<!-- " + strings.Repeat("what nobody reads, without an end of a line; ", 8000) + "\n" + strings.Repeat("a line of a comment\n", 40_000) + "-->\n" + tail
	path := filepath.Join(t.TempDir(), "big.xml")
	if err := os.WriteFile(path, []byte(long), 0o666); err != nil {
		t.Fatal(err)
	}
	b := open(t, s, s.server)
	b.drop(path)
	b.until(showing)
	b.run(`window.longest = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => { longest = Math.max(longest, e.duration);})).observe({ type: "longtask" })`)
	b.showSource()
	elements := func(where string) {
		b.Helper()
		if n := value[int](b, `document.querySelectorAll("#leaf *").length`); n > 3000 {
			t.Errorf("%s: the source has %d elements.", where, n)
		}
	}
	elements("at the top")
	for _, at := range []string{"0.3", "0.6", "1", "0.01"} {
		b.run(fmt.Sprintf(`document.getElementById("leaf").scrollTop = document.getElementById("leaf").scrollHeight * %s`, at))
		b.until(`((leaf) => { const f = leaf.getBoundingClientRect(), r = leaf.querySelector(".rows").getBoundingClientRect(); return r.top <= f.top + 20 && r.bottom >= f.bottom - 20; })(document.getElementById("leaf"))`)
		elements(at)
	}
	// The signature stands after all of that.
	b.run(`document.querySelector("article [data-path^=signatures]").dispatchEvent(new MouseEvent("click", { bubbles: true }))`)
	b.until(`(` + litNow + `).visible`)
	elements("at the signature")
	t.Logf("The longest task took %.0f ms.", value[float64](b, `longest`))
	if longest := value[float64](b, `longest`); longest > 400 {
		t.Errorf("The page stood still for %.0f ms.", longest)
	}
}

// seed is the document that the project was asked for, or the own one like it.
func seed(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(shared, "seed", "*.txt"))
	if err != nil || len(found) == 0 {
		return ocr
	}
	return found[0]
}

// sourceViews are states of the page with its source that one can look at.
func sourceViews(t *testing.T, s *suite) []view {
	at := func(path, cell string) func(b *tab) {
		return func(b *tab) {
			if filepath.Ext(path) == ".pdf" {
				b.dropPDF(path)
			} else {
				b.drop(path)
			}
			b.compare(filepath.Base(path), read(b.T, path).filings[0])
			b.showSource()
			b.run(`document.querySelector(%s).dispatchEvent(new MouseEvent("click", { bubbles: true }))`, cell)
			b.until(`(` + litNow + `).visible`)
		}
	}
	return []view{
		{"source of xml", at(noted(t), `article [data-path="tableI[0].transaction.shares"]`), false, nil},
		{"source of page", at(filepath.Join(pageFiles, "form4-without-classes.html"), `article [data-path="tableI[0].transaction.shares"]`), false, nil},
		{"source of pdf", at(printOf(t, s, filepath.Join(pageFiles, "form4-without-classes.html")), `article [data-path="tableI[1].transaction.price"]`), false, nil},
		{"source of ocr", at(seed(t), `article [data-path="tableI[0].transaction.shares"]`), false, nil},
		{"repairs of ocr", func(b *tab) {
			b.run(`document.querySelector("#source button").click()`)
			b.run(`document.querySelector("a.how[href*='transaction.shares']").click()`)
			b.until(`document.activeElement.id.startsWith("repair-")`)
		}, false, nil},
		{"source of submission", at(filepath.Join(submission, "form4-plain.txt"), `article [data-path="tableI[0].transaction.price"]`), false, nil},
	}
}

// sourceLooks looks at the page with its source as layout and accessible do, and takes
// pictures.
func sourceLooks(t *testing.T, s *suite) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	folder := os.Getenv("SHOTS")
	b := open(t, s, s.server)
	b.run(string(axe))
	for _, v := range sourceViews(t, s) {
		v.show(b)
		for _, l := range looks(360, 1024, 1600) {
			b.pose(v, l)
			b.run(`document.getAnimations().forEach((a) => a.finish())`)
			b.fits(v.name+" at "+l.String(), spilt)
			if l.width == 1024 {
				b.picture(folder, v, l)
				continue
			}
			options := map[string]any{"resultTypes": []string{"violations"}, "rules": map[string]map[string]bool{"region": {"enabled": false}, "target-size": {"enabled": true}}}
			if l.scheme == "dark" {
				options["runOnly"] = []string{"color-contrast"} // by night nothing else is different
			}
			for _, w := range value[[]violation](b, `axe.run(document, %s).then((r) => r.violations)`, options) {
				for _, n := range w.Nodes[:min(3, len(w.Nodes))] {
					t.Errorf("%s at %s: %s (%s), %d times: %.200s\n%s", v.name, l, w.Help, w.ID, len(w.Nodes), n.HTML, n.FailureSummary)
				}
			}
			b.picture(folder, v, l)
		}
		b.see(look{width: 1024, height: 800, scheme: "light"})
		b.run(`document.documentElement.style.fontSize = "200%%"`)
		b.fits(v.name+" with text of twice the size", spilt)
		b.run(`document.documentElement.style.fontSize = ""`)
	}
}

// picture writes what one sees to a folder, if there is one.
func (b *tab) picture(folder string, v view, l look) {
	b.Helper()
	if folder != "" {
		b.shoot(filepath.Join(folder, strings.ReplaceAll(v.name, " ", "-")+"-"+l.String()+".png"), chromedp.CaptureScreenshot())
	}
}
