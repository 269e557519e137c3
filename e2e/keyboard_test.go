//go:build e2e

package e2e_test

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// keyboard goes from the start of the page to a note, the tables' names and an
// export with nothing but keys.
func keyboard(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.keepDownloads()

	// The first stop leads past the head, and the way to the file dialog is short.
	b.tabTo(`a.skip`)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === "main"`)
	b.interceptDialog()
	b.tabTo(`main [data-do=choose]`)
	b.press(kb.Enter)
	b.answerDialog(noted(t))
	b.until(`document.documentElement.dataset.state === "showing"`)

	// The preview of a note comes with the focus and goes with Escape.
	b.tabTo(`a.mark`)
	b.until(`!document.getElementById("tip").hidden`)
	preview := value[[2]string](b, `[document.getElementById("tip").textContent,
		document.getElementById(document.activeElement.getAttribute("href").slice(1)).querySelector(".text").textContent]`)
	if preview[0] == "" || preview[0] != preview[1] {
		t.Errorf("The preview says %q, the note %q.", preview[0], preview[1])
	}
	if !value[bool](b, `document.activeElement.getAttribute("aria-describedby") === "tip"`) {
		t.Error("The preview is not told to those who listen.")
	}
	b.press(kb.Escape)
	b.until(`document.getElementById("tip").hidden`)

	// Enter follows the mark, the next stop is the way back, and Tab goes on there.
	note := value[string](b, `document.activeElement.getAttribute("href").slice(1)`)
	cell := value[string](b, `document.activeElement.closest("[data-path]").id`)
	b.press(kb.Enter)
	b.until(here, note)
	b.tabTo(`#` + note + ` .cited a`)
	b.press(kb.Enter)
	b.until(here, cell)
	b.tabTo(`[id="` + cell + `"] a.mark`)

	// The printed form's names, and all columns.
	for _, toggle := range []struct{ do, proof string }{
		{"names", `document.querySelector("thead .sec").getClientRects().length > 0`},
		{"columns", `[...document.querySelectorAll("thead th")].every((e) => e.getClientRects().length > 0)`},
	} {
		b.run(`document.activeElement.blur()`)
		b.tabTo(`button[data-do=` + toggle.do + `]`)
		b.press(" ")
		b.until(`document.querySelector("button[data-do=` + toggle.do + `]").ariaPressed === "true" && ` + toggle.proof)
		b.press(kb.Enter)
		b.until(`document.querySelector("button[data-do=` + toggle.do + `]").ariaPressed === "false"`)
	}

	// An export.
	b.tabTo(`button[data-do=export][data-with=sec]`)
	b.press(kb.Enter)
	got := b.downloaded()
	if _, err := zip.NewReader(bytes.NewReader(got.data), int64(len(got.data))); err != nil || filepath.Ext(got.name) != ".zip" {
		t.Errorf("The export %s is no zip archive: %v", got.name, err)
	}
}

// everyStop goes with Tab over all of a page that shows a list and a filing, on a wide
// and on a narrow screen: every stop can be seen, none is a trap, and everything that
// can be pressed is one.
func everyStop(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(plain, broken, filepath.Join(ownFilings, "codes-all.xml"))
	b.until(showing)
	b.run(`location.hash = "filing=1.0"`)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	for _, l := range []look{{width: 1600, height: 900, scheme: "light"}, {width: 360, height: 740, scheme: "dark"}} {
		b.see(l)
		b.run(`document.activeElement.blur()`)
		want := value[int](b, `[...document.querySelectorAll("#app :is(a[href], button:not(:disabled), input, summary, [tabindex='0'])")].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0).length`)
		stops := 0
		b.tabTo(`a.skip`)
		for stops = 1; ; stops++ {
			b.press(kb.Tab)
			at := value[stop](b, focused, `a.skip`)
			if !at.Page || at.There {
				break // round the page
			}
			if !at.Visible {
				t.Errorf("%s: the focus cannot be seen on %s.", l, at.What)
			}
			if stops > want {
				t.Fatalf("%s: Tab goes in circles, at %s.", l, at.What)
			}
		}
		if stops != want {
			t.Errorf("%s: Tab stops %d times, but %d elements can be pressed.", l, stops, want)
		}
		t.Logf("%s: %d stops.", l, stops)
	}
}

// codes explains a code letter on focus, on hover and by a click, and lets Escape
// close it, while the pointer may rest on it.
func codes(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(filepath.Join(ownFilings, "codes-all.xml"))
	b.until(`document.documentElement.dataset.state === "showing"`)
	wrong := value[[]string](b, `[...document.querySelectorAll("button.code")].filter((e) => {
		const meaning = document.getElementById(e.getAttribute("aria-describedby"));
		return !meaning || meaning.textContent.length < 10;
	}).map((e) => e.textContent)`)
	if len(wrong) > 0 {
		t.Errorf("Codes without a meaning: %q", wrong)
	}
	const code = `document.querySelector("button.code")`
	const meaning = `document.getElementById(` + code + `.getAttribute("aria-describedby")).textContent`
	open := `!document.getElementById("tip").hidden && document.getElementById("tip").textContent === ` + meaning
	shut := `document.getElementById("tip").hidden`

	at := b.middle(code)
	b.moveTo(at[0], at[1])
	b.until(open)
	onto := value[[2]float64](b, `((r) => [r.x + r.width / 2, r.y + r.height / 2])(document.getElementById("tip").getBoundingClientRect())`)
	b.moveTo(onto[0], onto[1])
	b.run(`new Promise((done) => setTimeout(done, 400))`) // longer than the preview waits for the pointer to come back
	if value[bool](b, shut) {
		t.Error("The preview goes away under the pointer (WCAG 1.4.13).")
	}
	b.press(kb.Escape)
	b.until(shut)
	b.moveTo(1, 1)
	b.click(code)
	b.until(open)
	b.press(kb.Escape)
	b.until(shut)
}
