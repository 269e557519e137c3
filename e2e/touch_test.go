//go:build e2e

package e2e_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// touch reads a filing with a finger: the first touch of a mark shows its note, the
// second goes there, and a touch elsewhere closes the preview.
func touch(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.see(look{width: 360, height: 740, scheme: "light"})
	b.must(call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}))
	b.drop(noted(t))
	b.until(showing)
	const mark = `document.querySelector("a.mark")`
	tap := func(element string) {
		t.Helper()
		at := b.middle(element)
		b.must(b.do(chromedp.TapXY(at[0], at[1])))
	}
	note := value[string](b, mark+`.getAttribute("href").slice(1)`)
	tap(mark)
	b.until(`!document.getElementById("tip").hidden`)
	if at := value[string](b, `location.hash`); at != "#filing=1.0" {
		t.Errorf("The first touch of a mark leads to %s.", at)
	}
	tap(`document.querySelector("h1")`)
	b.until(`document.getElementById("tip").hidden`)
	tap(mark)
	b.until(`!document.getElementById("tip").hidden`)
	tap(mark)
	b.until(here, note)
	tap(`document.querySelector("#` + note + ` .cited a")`)
	b.until(`document.activeElement.id.startsWith("cell-")`)
}
