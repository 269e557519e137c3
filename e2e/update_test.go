//go:build e2e

package e2e_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// nextBuild copies the built page and changes it as another build would: the engine's
// script is another one under another name, and index.html names it.
func nextBuild(t *testing.T) (folder, engine string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(dist)); err != nil {
		t.Fatal(err)
	}
	edit := func(name string, change func([]byte) []byte) []byte {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		data = change(data)
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
		return data
	}
	hash := func(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

	old, err := filepath.Glob(filepath.Join(folder, "engine.*.js"))
	if err != nil || len(old) != 1 {
		t.Fatalf("The engine's script is %q: %v", old, err)
	}
	before := filepath.Base(old[0])
	script := edit(before, func(b []byte) []byte { return append(b, "// of the next build\n"...) })
	engine = "engine." + hash(script)[:8] + ".js"
	if err := os.Rename(old[0], filepath.Join(folder, engine)); err != nil {
		t.Fatal(err)
	}
	index := edit("index.html", func(b []byte) []byte {
		b = bytes.Replace(b, []byte(`<html lang="en"`), []byte(`<html lang="en" data-build="next"`), 1)
		return bytes.ReplaceAll(b, []byte(before), []byte(engine))
	})
	edit("sw.js", func(b []byte) []byte {
		m := regexp.MustCompile(`(?m)^const build = (\{.*\});$`).FindSubmatchIndex(b)
		if m == nil {
			t.Fatal("The service worker has no list.")
		}
		var list struct {
			Version string      `json:"version"`
			Files   [][2]string `json:"files"`
		}
		if err := json.Unmarshal(b[m[2]:m[3]], &list); err != nil {
			t.Fatal(err)
		}
		list.Version = "next"
		for i, f := range list.Files {
			switch f[0] {
			case before:
				list.Files[i] = [2]string{engine, hash(script)[:16]}
			case "index.html":
				list.Files[i][1] = hash(index)[:16]
			}
		}
		text, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Join([][]byte{b[:m[2]], text, b[m[3]:]}, nil)
	})
	return folder, engine
}

const (
	isNext     = `document.documentElement.dataset.build === "next"`
	offered    = `document.querySelector("[data-bar=update]")?.getClientRects().length > 0`
	takeUpdate = `document.querySelector("[data-bar=update] .main")`
	// builds counts those that are kept.
	builds = `caches.keys().then((all) => all.filter((name) => name.startsWith("filingview /")).length)`
)

// update has a host go from one build to another, with two windows open: nothing
// changes until the user takes the new build, in each window for itself, and nothing
// that is open is lost.
func update(t *testing.T, s *suite) {
	t.Parallel()
	next, engine := nextBuild(t)
	var now atomic.Pointer[string] // the folder that is served
	now.Store(&dist)
	var half atomic.Bool // index.html is still of the build before
	const path = "/some/path/"
	host := httptest.NewServer(http.StripPrefix(path, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		folder := *now.Load()
		if half.Load() && (r.URL.Path == "" || r.URL.Path == "index.html") {
			folder = dist
		}
		w.Header().Set("Cache-Control", "no-store")
		http.FileServer(http.Dir(folder)).ServeHTTP(w, r)
	})))
	t.Cleanup(host.Close)
	address := host.URL + path

	b := open(t, s, address)
	b.drop(plain)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	b.run(`navigator.serviceWorker.ready`)
	b.until(`navigator.serviceWorker.controller`)
	b.run(`filingview.written()`)
	other := b.sibling()
	other.load()
	other.compare("form4-plain.xml", read(t, plain).filings[0])

	b.forgiven = "index.html is not the file of this build"
	other.forgiven = b.forgiven

	// A host that is in the midst of being updated makes no new build of two halves.
	half.Store(true)
	now.Store(&next)
	const settled = `navigator.serviceWorker.getRegistration().then((r) => r.update()).then((r) => r.installing && new Promise((done) => { r.installing.onstatechange = (e) => done(e.target.state); }))`
	if state, err := evaluate[*string](b, settled); err != nil || state == nil || *state != "redundant" {
		t.Errorf("Half a build becomes %v (%v).", state, err)
	}
	b.again(address)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	if value[bool](b, isNext) || value[bool](b, offered) {
		t.Errorf("Half a build is offered.\n%s", b.state())
	}

	half.Store(false)
	b.again(address)
	b.until(offered)
	other.until(offered)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	if value[bool](b, isNext) {
		t.Error("The new build is there before it was taken.")
	}
	b.shootBars("update")
	b.again(address) // going there again takes nothing either
	b.until(offered)
	b.drop(form3)
	b.compare("form3-plain.xml", read(t, form3).filings[0])

	// Taken at one window.
	b.leave()
	b.click(takeUpdate)
	b.comes(isNext)
	b.arrive()
	b.compare("form3-plain.xml", read(t, form3).filings[0])
	if n := value[int](b, `document.querySelectorAll("nav .entries > li").length`); n != 2 {
		t.Errorf("%d files are open.", n)
	}

	// The other one is as it was, and has all it needs to start its engine anew, though
	// its host has it no more.
	other.until(`document.querySelector("[data-bar=update]").textContent.includes("another window")`)
	other.allow(scripts)
	_, err := chromedp.Run(other.engine().ctx, chromedp.Evaluate[chromedp.Void](`self.close()`))
	other.must(err)
	other.drop(form5)
	other.compare("form5-plain.xml", read(t, form5).filings[0])
	if value[bool](other, isNext) {
		t.Error("The other window has another build.")
	}
	if requests := strings.Join(other.requests, "\n"); strings.Contains(requests, engine) {
		t.Errorf("The other window runs the new engine:\n%s", requests)
	}
	if n := value[int](other, builds); n != 2 {
		t.Errorf("%d builds are kept while two are in use.", n)
	}
	other.leave()
	other.click(takeUpdate)
	other.comes(isNext)
	other.arrive()
	other.compare("form5-plain.xml", read(t, form5).filings[0])
	for deadline := time.Now().Add(patience); value[int](other, builds) > 1; time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d builds are kept at the end.", value[int](other, builds))
		}
	}
}

// shootBars writes pictures of what the page tells at its foot, if $SHOTS names a
// folder for them.
func (b *tab) shootBars(name string) {
	b.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	b.must(os.MkdirAll(folder, 0o777))
	for _, l := range looks(360, 1024, 1600) {
		b.see(l)
		b.shoot(filepath.Join(folder, name+"-"+l.String()+".png"), chromedp.CaptureScreenshot())
	}
}
