//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// look is a way in which someone sees the page.
type look struct {
	width, height int64
	scheme        string // light or dark
	media         string // print, or nothing for the screen
	features      [][2]string
}

func (l look) String() string {
	s := fmt.Sprintf("%d-%s", l.width, l.scheme)
	if l.media != "" {
		s += "-" + l.media
	}
	for _, f := range l.features {
		s += "-" + f[0] + "-" + f[1]
	}
	return s
}

// looks are the widths of a phone, a tablet and a wide screen, by day and by night.
func looks(widths ...int64) (all []look) {
	for _, width := range widths {
		height := int64(800)
		if width > 1200 {
			height = 1000
		}
		for _, scheme := range []string{"light", "dark"} {
			all = append(all, look{width: width, height: height, scheme: scheme})
		}
	}
	return all
}

// see has the tab look so from now on.
func (b *tab) see(l look) {
	b.Helper()
	b.must(call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: l.width, Height: l.height, DeviceScaleFactor: 1, Mobile: l.width == 360, // a phone, whose scroll bar takes no room
	}))
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}}
	for _, f := range l.features {
		features = append(features, &emulation.MediaFeature{Name: f[0], Value: f[1]})
	}
	b.must(call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: l.media, Features: features}))
	b.run(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))`)
}

// view is a state of the page that one can look at.
type view struct {
	name string
	show func(b *tab) // from the view before it
	// alike it is to another one, but for its text
	alike bool
	// pose is what to do again once the window has another size
	pose func(b *tab)
}

// views are all there are, each reached from the one before.
func views(t *testing.T) []view {
	filing := func(path string) func(b *tab) {
		return func(b *tab) {
			b.drop(path)
			b.compare(filepath.Base(path), read(b.T, path).filings[0])
			b.run(`scrollTo(0, 0)`)
		}
	}
	empty := func(b *tab) {
		b.click(`document.querySelector("[data-do=forget]")`)
		b.until(`document.documentElement.dataset.state === "empty"`)
	}
	real := func(real, own string) string {
		if _, err := os.Stat(filepath.Join(shared, "filings", real)); err != nil {
			return own
		}
		return filepath.Join(shared, "filings", real)
	}
	return []view{
		{"empty", func(b *tab) { b.until(`document.documentElement.dataset.state === "empty"`) }, false, nil},
		{"filing", filing(noted(t)), false, nil},
		{"names", func(b *tab) {
			b.run(`document.querySelector("button[data-do=names]").click()`)
			b.run(`document.querySelector("button[data-do=columns]").click()`)
			b.until(`location.hash.includes("names=sec") && location.hash.includes("columns=all")`)
			b.run(`document.activeElement.blur(), scrollTo(0, 0)`)
		}, false, nil},
		{"note", func(b *tab) {
			b.run(`document.querySelector("button[data-do=names]").click()`)
			b.run(`document.querySelector("button[data-do=columns]").click()`)
			b.until(`!location.hash.includes("names=sec") && !location.hash.includes("columns=all")`)
			b.run(`document.querySelector("a.mark").click()`)
			b.until(`document.activeElement.matches("li[id^=footnote-]")`)
		}, true, func(b *tab) { b.run(`document.activeElement.scrollIntoView({ block: "center" })`) }},
		{"preview", func(b *tab) {
			b.preview()
		}, false, (*tab).preview},
		{"many owners", filing(real("xml/0000899243-20-013643__doc4.xml", filepath.Join(ownFilings, "owners-ten.xml"))), false, nil},
		{"submission", filing(real("submission/0001127602-25-001055.txt", filepath.Join(submission, "form4-plain.txt"))), true, nil},
		{"form 3", filing(form3), true, nil},
		{"findings", filing(filepath.Join(ownFilings, "mangled-two-footnotes-unclosed.xml")), false, nil},
		{"list", func(b *tab) {
			b.drop(append(cases(t, wrongFiles)[:3], cases(t, ownFilings)[:12]...)...)
			b.until(showing + ` && !document.querySelector("article")`)
		}, false, nil},
		{"filtered", func(b *tab) {
			b.run(`location.hash = "q=quill"`)
			b.until(`document.querySelector("nav .sum")`)
		}, true, nil},
		{"failed", func(b *tab) {
			empty(b)
			b.drop(cases(t, wrongFiles)[:4]...)
			b.until(`document.documentElement.dataset.state === "failed"`)
		}, false, nil},
	}
}

// preview shows the note of the first mark.
func (b *tab) preview() {
	b.Helper()
	b.run(`document.activeElement.blur(), document.querySelector("a.mark").scrollIntoView({ block: "center" })`)
	b.run(`document.querySelector("a.mark").focus({ focusVisible: true, preventScroll: true })`)
	b.until(`!document.getElementById("tip").hidden`)
}

// pose has the tab look so, and puts the view in place again.
func (b *tab) pose(v view, l look) {
	b.Helper()
	b.see(l)
	if v.pose != nil {
		v.pose(b)
	}
}
