//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// shots writes pictures of every view to the folder that $SHOTS names: the whole
// page, and what one sees of it first.
func shots(t *testing.T, s *suite) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("$SHOTS names no folder for pictures.")
	}
	t.Parallel()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	b := open(t, s, s.server)
	for _, v := range views(t) {
		v.show(b)
		for _, l := range looks(360, 1024, 1600) {
			b.pose(v, l)
			name := filepath.Join(folder, strings.ReplaceAll(v.name, " ", "-")+"-"+l.String())
			b.shoot(name+".png", chromedp.CaptureScreenshot())
			b.shoot(name+"-whole.png", chromedp.FullScreenshot(100))
		}
	}
	b.drop(noted(t))
	b.compare("noted", read(t, noted(t)).filings[0])
	for _, l := range []look{{1024, 800, "light", "print", nil}, {1024, 800, "dark", "", [][2]string{{"forced-colors", "active"}}}} {
		b.see(l)
		b.shoot(filepath.Join(folder, "filing-"+l.String()+"-whole.png"), chromedp.FullScreenshot(100))
	}
}

// storePictures writes the two pictures by which the manifest shows what the page is
// like, which web/screenshots has, and the list as a reload brings it back.
func storePictures(t *testing.T, s *suite) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("$SHOTS names no folder for pictures.")
	}
	t.Parallel()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	b := open(t, s, s.server)
	b.drop(plain)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	for name, l := range map[string]look{"wide": {width: 1280, height: 800, scheme: "light"}, "narrow": {width: 540, height: 960, scheme: "light"}} {
		b.see(l)
		b.run(`document.activeElement.blur(), scrollTo(0, 0), document.documentElement.style.scrollbarWidth = "none", undefined`)
		b.shoot(filepath.Join(folder, name+".png"), chromedp.CaptureScreenshot())
	}
	b.drop(broken, form3, form5)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 4`)
	b.run(`filingview.written()`)
	b.again(s.server)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 4`)
	b.shootBars("restored")
}

func (b *tab) shoot(path string, how chromedp.Action[[]byte]) {
	b.Helper()
	picture, err := chromedp.Run(b.ctx, how)
	b.must(err)
	b.must(os.WriteFile(path, picture, 0o666))
}
