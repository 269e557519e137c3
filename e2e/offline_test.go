//go:build e2e

package e2e_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// offline visits the page once, ends its server, and starts the browser again with the
// same profile: the page opens by every address, with what was open, and opens files.
func offline(t *testing.T, s *suite) {
	t.Parallel()
	for _, host := range []struct {
		name  string
		start func(t *testing.T) (address string, stop func())
	}{
		{"server", func(t *testing.T) (string, func()) { return serveUntil(t, s.tool) }},
		{"static host", func(t *testing.T) (string, func()) {
			const path = "/some/path/"
			host := httptest.NewServer(http.StripPrefix(path, http.FileServer(http.Dir(dist))))
			return host.URL + path, host.Close
		}},
	} {
		t.Run(host.name, func(t *testing.T) {
			if host.name == "server" && !long() {
				t.Skip("it takes long: make test-long runs it; the static host stands for both")
			}
			t.Parallel()
			address, stop := host.start(t)
			w := newWitness(t, originOf(address))
			w.browserAsks = true
			w.noStore = true // else the browser's own cache could stand in for the service worker
			profile := t.TempDir()
			through := []chromedp.ExecAllocatorOption{chromedp.ProxyServer(w.proxy.URL), chromedp.Flag("proxy-bypass-list", "<-loopback>")}
			own := &suite{slots: s.slots, witness: w, spares: s.spares}

			var quit func()
			own.browser, quit = browse(t, profile, through...)
			t.Run("visit", func(t *testing.T) {
				b := open(t, own, address)
				b.drop(plain)
				b.compare("form4-plain.xml", read(t, plain).filings[0])
				b.run(`navigator.serviceWorker.ready.then(() => filingview.written())`)
				installable(b)
				missing := value[[]string](b, `caches.keys().then(async (all) => {
					const cache = await caches.open(all.find((name) => name.startsWith("filingview /")));
					const answers = await Promise.all(%s.map((name) => cache.match(name)));
					return %s.filter((_, i) => !answers[i]);
				})`, builtFiles(t), builtFiles(t))
				if len(missing) > 0 {
					t.Errorf("The service worker has not kept %q.", missing)
				}
			})
			quit()
			stop()

			own.browser, quit = browse(t, profile, through...)
			defer quit()
			t.Run("without server", func(t *testing.T) { withoutServer(open(t, own, address), address) })
		})
	}
}

// builtFiles are the files of the built page that are kept: all but the service worker,
// the packed forms and the placeholder.
func builtFiles(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dist, func(path string, e os.DirEntry, err error) error {
		name, relErr := filepath.Rel(dist, path)
		if err != nil || relErr != nil || e.IsDir() {
			return err
		}
		if ext := filepath.Ext(name); ext != ".br" && ext != ".gz" && name != "placeholder.txt" && name != "sw.js" {
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// installable asks the browser what it has against installing the page.
func installable(b *tab) {
	b.Helper()
	b.allow(func(string) bool { return true }) // it looks at manifest and icons once more
	defer b.allow(nil)
	faults, err := answer(b, page.GetInstallabilityErrors, cdp.Empty{})
	b.must(err)
	for _, f := range faults.InstallabilityErrors {
		b.Errorf("The page cannot be installed: %s %v", f.ErrorID, f.ErrorArguments)
	}
	manifest, err := answer(b, page.GetAppManifest, page.GetAppManifestParams{})
	b.must(err)
	for _, e := range manifest.Errors {
		b.Errorf("The manifest, line %d: %s", e.Line, e.Message)
	}
	if !strings.HasSuffix(manifest.URL, "manifest.webmanifest") || manifest.Data == "" {
		b.Errorf("The manifest is %q.", manifest.URL)
	}
}

// withoutServer goes to the page by every kind of address.
func withoutServer(b *tab, address string) {
	want := read(b.T, plain).filings[0]
	b.compare("form4-plain.xml", want) // it was kept
	for _, to := range []string{
		"#filing=1.0", "index.html", "?from=elsewhere", "index.html?a=b#filing=1.0&names=sec&columns=all", "#filing=1.0&source=shown&at=cell-issuer.name",
		"nothing/is/here#filing=1.0", "healthz",
	} {
		b.again(address + to)
		b.compare("form4-plain.xml", want)
		if strings.Contains(to, "at=") {
			b.until(here, "cell-issuer.name")
		}
	}
	b.again(address + "#accounts=all")
	b.until(showing + ` && document.querySelector("main table")`)

	// What a finding's rule says can be read.
	b.leave()
	b.must(b.do(chromedp.Navigate(address + "rules.html#roll-forward")))
	b.comes(`document.querySelector(":target h2")?.textContent === "roll-forward"`)

	// A filing drops and reads, XML and PDF.
	b.again(address)
	for _, path := range []string{form3, noted(b.T)} {
		b.drop(path)
		b.compare(filepath.Base(path), read(b.T, path).filings[0])
	}

	// Another program shares a file, which the system brings as a form.
	data, err := os.ReadFile(form5)
	b.must(err)
	b.run(`filingview.written()`)
	b.leave()
	b.must(b.do(chromedp.Navigate("about:blank")))
	b.run(`(() => {
		const form = document.body.appendChild(document.createElement("form"));
		form.method = "post"; form.enctype = "multipart/form-data"; form.action = %s;
		const field = form.appendChild(document.createElement("input"));
		field.type = "file"; field.name = "files";
		const files = new DataTransfer();
		files.items.add(new File([%s], "geteilt – form5.xml", { type: "application/xml" }));
		field.files = files.files;
		setTimeout(() => form.submit());
	})()`, address+"share", string(data))
	b.arrive()
	b.compare("form5-plain.xml", read(b.T, form5).filings[0])
	if at := value[string](b, `location.href`); !strings.HasPrefix(at, address+"#filing=") {
		b.Errorf("What was shared is shown at %s.", at)
	}
	b.until(`document.body.textContent.includes("geteilt – form5.xml")`)
	if left := value[int](b, `caches.keys().then((all) => Promise.all(all.filter((name) => name.startsWith("filingview-shared")).map(async (name) => (await (await caches.open(name)).keys()).length))).then((n) => n.reduce((a, b) => a + b, 0))`); left != 0 {
		b.Errorf("%d shared files lie about.", left)
	}
}
