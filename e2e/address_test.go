//go:build e2e

package e2e_test

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// addresses goes to cells and notes by their address, and back and forth.
func addresses(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	several := filepath.Join(ownFilings, "note-several-on-a-cell.xml")
	b.drop(several, plain)
	b.until(showing)
	path := value[string](b, `location.pathname + location.search`)
	note := "footnote-" + read(t, several).filings[0].Footnotes[0].ID

	// A bare place means the filing that is shown, and becomes part of the state.
	b.run(`location.hash = "filing=1.0"`)
	b.compare(several, read(t, several).filings[0])
	b.run(`location.hash = %s`, note)
	b.until(here, note)
	b.until(`location.hash === "#filing=1.0&at=" + %s`, note)
	b.run(`location.hash = "cell-tableI[0].transaction.shares"`)
	b.until(here, "cell-tableI[0].transaction.shares")

	// A cell that is only shown on demand is made visible.
	b.run(`location.hash = "cell-schemaVersion"`)
	b.until(here, "cell-schemaVersion")

	// A place that is not there does no harm, nor does an address that means nothing.
	for _, odd := range []string{"cell-tableI[99].transaction.shares", "footnote-F999", "filing=99.7", "%%%", "filing=1.0&names=sec&mine=1"} {
		b.run(`location.hash = %s`, odd)
		b.until(`document.documentElement.dataset.state !== "reading"`)
	}
	b.compare(several, read(t, several).filings[0])
	b.until(`document.querySelector("button[data-do=names]").ariaPressed === "true" && location.hash.includes("mine=1")`)

	// Back and forth, over filings and places.
	b.run(`location.hash = "filing=2.0"`)
	b.compare(plain, read(t, plain).filings[0])
	b.run(`location.hash = "cell-issuer.name"`)
	b.until(here, "cell-issuer.name")
	b.run(`history.back()`)
	b.until(`location.hash === "#filing=2.0"`)
	b.run(`history.back()`)
	b.compare(several, read(t, several).filings[0])
	b.run(`history.forward()`)
	b.compare(plain, read(t, plain).filings[0])
	b.run(`history.forward()`)
	b.until(here, "cell-issuer.name")

	// The toggles are in the address too.
	b.click(`document.querySelector("button[data-do=columns]")`)
	b.until(`location.hash.includes("columns=all")`)
	if now := value[string](b, `location.pathname + location.search`); now != path {
		t.Errorf("The path was %s and is %s.", path, now)
	}

	// Reloading keeps the address, and what it leads to.
	b.run(`filingview.written()`)
	address := value[string](b, `location.hash`)
	b.leave()
	b.must(b.do(chromedp.Reload()))
	b.arrive()
	b.until(here, "cell-issuer.name")
	b.compare(plain, read(t, plain).filings[0])
	if now := value[string](b, `location.hash`); now != address {
		t.Errorf("The address was %s and is %s.", address, now)
	}
	b.run(`location.hash = "filing=1.0"`)
	b.compare(several, read(t, several).filings[0])
}

// backFromNote goes from a mark to its note and back with the browser's own Back.
func backFromNote(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(filepath.Join(ownFilings, "note-several-on-a-cell.xml"))
	b.until(showing)
	const mark = `document.querySelector("table a.mark")`
	cell := value[string](b, mark+`.closest("[data-path]").id`)
	note := value[string](b, mark+`.getAttribute("href").slice(1)`)
	b.click(mark)
	b.until(here, note)
	b.must(b.do(chromedp.NavigateBack()))
	b.until(here, cell)
	b.must(b.do(chromedp.NavigateForward()))
	b.until(here, note)
}
