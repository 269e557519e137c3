//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// noted is a filing with several notes, some of them cited more than once.
func noted(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(snow); err == nil {
		return snow
	}
	return filepath.Join(ownFilings, "note-several-on-a-cell.xml")
}

// here holds when the element with the id has the focus and is in sight.
const here = `((e) => {
	if (!e || document.activeElement !== e) return false;
	const r = e.getBoundingClientRect();
	return r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
})(document.getElementById(%s))`

// notes follows every mark to its note and every link of a note back to its cell,
// with the mouse.
func notes(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(noted(t))
	b.until(`document.documentElement.dataset.state === "showing"`)
	marks := value[[][2]string](b, `[...document.querySelectorAll("a.mark")].map((a) => [a.closest("[data-path]").dataset.path, a.getAttribute("href").slice(1)])`)
	if len(marks) < 3 {
		t.Fatalf("The filing has only %d marks.", len(marks))
	}
	for i, m := range marks {
		path, note := m[0], m[1]
		b.click(`[...document.querySelectorAll("a.mark")][%s]`, i)
		b.until(here, note)
		if !value[bool](b, `location.hash.endsWith("at=" + %s)`, note) {
			t.Errorf("At the note %s the address is %s.", note, value[string](b, `location.hash`))
		}
		back := value[int](b, `[...document.querySelectorAll("#" + CSS.escape(%s) + " .cited a")].findIndex((a) => a.getAttribute("href") === "#cell-" + %s)`, note, path)
		if back < 0 {
			t.Errorf("The note %s does not lead back to %s.", note, path)
			continue
		}
		b.click(`document.querySelectorAll("#" + CSS.escape(%s) + " .cited a")[%s]`, note, back)
		b.until(here, "cell-"+path)
	}
	t.Logf("%d marks were followed there and back.", len(marks))
}

// click clicks with the mouse on the middle of an element, once it is in sight.
func (b *tab) click(element string, args ...any) {
	b.Helper()
	at := b.middle(element, args...)
	b.must(b.do(chromedp.MouseClickXY(at[0], at[1])))
}

// middle scrolls an element into sight and returns its middle, once that rests: a
// person does not press what still moves because the page is being drawn.
func (b *tab) middle(element string, args ...any) [2]float64 {
	b.Helper()
	return value[[2]float64](b, `new Promise((done) => {
		let before = "", calm = 0;
		const look = () => {
			const e = `+element+`;
			e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
			const r = e.getClientRects()[0];
			const at = [r.x + r.width / 2, r.y + r.height / 2];
			calm = String(at) === before ? calm + 1 : 0;
			before = String(at);
			calm === 3 && document.querySelector("article")?.ariaBusy !== "true" ? done(at) : requestAnimationFrame(look);
		};
		look();
	})`, args...)
}

// press presses keys, one after the other.
func (b *tab) press(keys ...string) {
	b.Helper()
	for _, k := range keys {
		b.must(b.do(chromedp.KeyEvent(k)))
	}
}

// tabTo presses Tab until the focus is on an element that fits, and looks at every
// stop that the focus can be seen.
func (b *tab) tabTo(selector string) {
	b.Helper()
	for range 400 {
		b.press(kb.Tab)
		at := value[stop](b, focused, selector)
		if !at.Page {
			continue // the browser's own controls, or the end of the page
		}
		if !at.Visible {
			b.Errorf("The focus cannot be seen on %s.", at.What)
		}
		if at.There {
			return
		}
	}
	b.Fatalf("Tab never comes to %s.", selector)
}

// stop is where the focus is: whether in the page, whether where it should be, and
// whether one can see that.
type stop struct {
	Page, There, Visible bool
	What                 string
}

// focused tells what has the focus, and whether one can see that: an outline of
// its own, in sight, not under anything else.
const focused = `((selector) => {
	const e = document.activeElement;
	if (!e || e === document.body) return { page: false };
	const style = getComputedStyle(e), r = e.getClientRects()[0] || { width: 0 };
	const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$/.test(style.outlineColor);
	const inSight = r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
	return { page: true, there: e.matches(selector), visible: outlined && inSight,
		what: e.outerHTML.slice(0, 120) + " outline " + style.outline + (inSight ? "" : ", out of sight") };
})(%s)`
