//go:build e2e

package e2e_test

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// embedRoundTrip makes an element in a page of another origin and waits until it tells
// that its filing is shown; beside it, the viewer opens the same by itself. Both are
// done again and again, as everything is warm by then.
func embedRoundTrip(t *testing.T, s *suite) {
	for _, site := range []struct{ name, host string }{{"same machine", "127.0.0.1"}, {"another site", "localhost"}} {
		t.Run(site.name, func(t *testing.T) {
			h := embedder(t, s, site.host)
			var embedded, direct []float64
			b := visitSite(t, s, h, "")
			for range 6 {
				t.Log(time.Now())
				b.run(`window.told = [], document.querySelector("filing-viewer")?.remove(), void add({ src: "/filings/form4-plain.xml" })`)
				b.until(`heard("opened").length + heard("failed").length > 0`)
				embedded = append(embedded, value[float64](b, `heard("opened")[0].at - document.querySelector("filing-viewer").began`))
			}
			b2 := blank(t, s, h.viewer+"#src=sample.xml")
			for range 6 {
				b2.must(b2.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b2.address)))
				b2.until(showing)
				direct = append(direct, value[float64](b2, `performance.now()`))
			}
			t.Logf("embedded %.0f ms, direct %.0f ms", embedded, direct)
		})
	}
}
