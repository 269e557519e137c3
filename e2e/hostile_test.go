//go:build e2e

package e2e_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostileTexts are what a filing may hold to do harm.
var hostileTexts = []string{
	`<img src=x onerror="window.harm=1">`,
	`"><script>window.harm=2</script>`,
	`javascript:window.harm=3`,
	`' onmouseover='window.harm=4`,
	"\u202egnihton si siht\u202c\u2067",
	`{{window.harm=5}}`,
	strings.Repeat("unbroken", 200),
	`</title></head><body onload="window.harm=6">`,
	`&lt;img src=x onerror=window.harm=7&gt;`,
	`data:text/html,<script>window.harm=9</script>`,
	"zero\u200b\u200d\u2060width\u00ad\ufeff",
}

// hostile opens filings whose every text, and whose name, is meant to do harm: it is
// text on the page and nothing else.
func hostile(t *testing.T, s *suite) {
	t.Parallel()
	form, err := os.ReadFile(filepath.Join("testdata", "hostile.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	folder := t.TempDir()
	for i, text := range hostileTexts {
		filing := strings.ReplaceAll(string(form), "HOSTILE", html.EscapeString(text))
		name := fmt.Sprintf("%d %s.xml", i, strings.ReplaceAll(text[:min(len(text), 60)], "/", "_"))
		files = append(files, filepath.Join(folder, name))
		if err := os.WriteFile(files[i], []byte(filing), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	// One that cannot be read shows its name and begins its sentence with its text.
	bad := filepath.Join(folder, `<img src=x onerror="window.harm=8">.txt`)
	if err := os.WriteFile(bad, []byte(hostileTexts[0]), 0o666); err != nil {
		t.Fatal(err)
	}

	b := open(t, s, s.server)
	b.drop(append(files, bad)...)
	b.until(showing)
	const harmless = `window.harm === undefined && !document.querySelector("#app img, #app script, #app iframe, #app [onerror], #app [onmouseover], #app [style]") &&
		[...document.querySelectorAll("#app a")].every((a) => a.getAttribute("href").startsWith("#") ||
			a.className === "rule" && a.rel === "noopener" && /^rules\.html#[a-z0-9-]+$/.test(a.getAttribute("href")) && a.textContent === a.hash.slice(1))`
	if !value[bool](b, harmless) {
		t.Error("The list has come alive.")
	}
	b.fits("the list", spilt)
	for i, path := range files {
		b.run(`location.hash = %s`, fmt.Sprintf("filing=%d.0", i+1))
		b.compare(filepath.Base(path), read(t, path).filings[0])
		if !value[bool](b, harmless) {
			t.Errorf("%q has come alive.", hostileTexts[i])
		}
		b.until(`document.title.includes(%s)`, string([]rune(hostileTexts[i])[:5]))
		for _, width := range []int64{360, 1024} {
			b.see(look{width: width, height: 800, scheme: "light"})
			b.fits(fmt.Sprintf("%.30q at %d", hostileTexts[i], width), spilt)
		}
		// Text that turns its direction turns nothing but itself.
		if loose := value[[]string](b, `[...document.querySelectorAll("[data-path]")].filter((e) =>
			/[\u202a-\u202e\u2066-\u2069]/.test(e.textContent) &&
			!/isolate|plaintext/.test(getComputedStyle(e).unicodeBidi) &&
			!/block|cell|grid|flex|list-item/.test(getComputedStyle(e).display)).map((e) => e.dataset.path)`); len(loose) > 0 {
			t.Errorf("Text that turns its direction turns what is beside it too: %q", loose)
		}
		// Beside the tables it is text too, and what cannot be seen has its name.
		b.showSource()
		if !value[bool](b, harmless+` && !/[\u202a-\u202e\u2066-\u2069]/.test(document.getElementById("leaf").textContent)`) {
			t.Errorf("The source of %q has come alive.", hostileTexts[i])
		}
		if strings.HasPrefix(hostileTexts[i], "\u202e") {
			b.until(`document.getElementById("leaf").textContent.includes("‹U+202E›")`)
		}
		if strings.HasPrefix(hostileTexts[i], "zero") {
			b.until(`document.getElementById("leaf").textContent.includes("zero‹U+200B›‹U+200D›‹U+2060›width‹U+00AD›‹U+FEFF›")`)
		}
		b.run(`document.querySelector("#source button").click()`)
		b.until(`document.getElementById("source").hidden`)
		for _, mark := range []string{"a.mark", "button.code"} {
			if value[bool](b, `!!document.querySelector(%s)`, mark) {
				b.run(`document.querySelector(%s).focus({ focusVisible: true })`, mark)
				b.until(`!document.getElementById("tip").hidden`)
			}
		}
		if !value[bool](b, harmless) {
			t.Errorf("The preview of %q has come alive.", hostileTexts[i])
		}
	}
}
