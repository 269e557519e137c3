//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The engine is struck from outside, through the browser: it gets a file with this
// in it and does not come back from it.
const marker = "MARKER-OF-THE-TEST"

// strike has the engine do what once it has said that it is at work on the marked
// file, or when it gets it.
func (b *tab) strike(at, what string) engine {
	b.Helper()
	e := b.engine()
	_, err := chromedp.Run(e.ctx, chromedp.Evaluate[chromedp.Void](`(() => {
		const take = self.onmessage, send = filingview.send;
		let met = false;
		const strike = (at) => { if (met && at === "`+at+`") { `+what+` } };
		self.onmessage = (event) => {
			met ||= !!event.data.body && new TextDecoder().decode(event.data.body).includes("`+marker+`");
			strike("given");
			take(event);
		};
		filingview.send = (header, body) => {
			send(header, body);
			strike("at work");
		};
	})()`))
	b.must(err)
	return e
}

// struck opens two filings, a file that ends the engine, and one more filing, and
// sees to it that all filings are there again. It returns what the page then says
// of the engine and of the file.
func (b *tab) struck(at, what string) (notice, why string) {
	b.Helper()
	b.allow(scripts) // of the new engine
	b.drop(plain, form3)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 2`)
	b.run(`location.hash = "filing=1.0"`)
	b.compare("form4-plain.xml", read(b.T, plain).filings[0])

	culprit := filepath.Join(b.TempDir(), "culprit.xml")
	b.must(os.WriteFile(culprit, []byte(marker), 0o666))
	before := b.strike(at, what)
	b.drop(culprit, form5)
	// The page goes on meanwhile: what is shown stays. On a quick machine that is
	// over before one can ask.
	b.until(`document.documentElement.dataset.state === "reading" && document.querySelector("article [data-path]") || document.querySelector(".trouble")`)
	b.until(`document.documentElement.dataset.state !== "reading" && document.querySelector(".trouble")`)
	if after := b.engine(); after.id == before.id {
		b.Error("It is still the same engine.")
	}
	b.until(`document.querySelectorAll("nav .entries > li").length === 4`)
	issuers, failed := b.listed()
	if len(issuers) != 3 || len(failed) != 1 {
		b.Fatalf("Open are %q, failed %q, want three and one.", issuers, failed)
	}
	if name := value[string](b, `document.querySelector("nav .failed .name").textContent`); !strings.Contains(name, "culprit.xml") {
		b.Errorf("The list says that %q has failed.", name)
	}
	// Every filing is there again, and under the address that it had.
	for address, path := range map[string]string{"filing=1.0": plain, "filing=2.0": form3, "filing=4.0": form5} {
		b.run(`location.hash = %s`, address)
		b.compare(filepath.Base(path), read(b.T, path).filings[0])
	}
	return value[string](b, `document.querySelector("[role=alert]").textContent`), failed[0]
}

// scripts are what a new engine asks for.
func scripts(request string) bool { return strings.HasSuffix(request, ".js") }

// blamed looks that the file is named and its sentence says what happened.
func (b *tab) blamed(notice, why, what string) {
	b.Helper()
	if !strings.Contains(notice, "culprit.xml") || !strings.Contains(notice, what) || !strings.Contains(why, what) {
		b.Errorf("The page says %q, and of the file %q.", notice, why)
	}
}

// engineHangs has the engine loop for ever over a file.
func engineHangs(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	notice, why := b.struck("at work", `for (;;) ;`)
	b.blamed(notice, why, "did not answer")
}

// engineCloses ends the engine over a file without a word.
func engineCloses(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	notice, why := b.struck("at work", `self.close(); for (;;) ;`)
	b.blamed(notice, why, "did not answer")
}

// engineFails has the engine's program fail over a file, as it does for want of
// memory.
func engineFails(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	notice, why := b.struck("at work", `throw new Error("struck by the test");`)
	b.blamed(notice, why, "struck by the test")
}

// engineFailsBefore has the engine fail before it has begun with the file: the file
// is not to blame, and read by the next one.
func engineFailsBefore(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	notice, why := b.struck("given", `throw new Error("struck by the test");`)
	if !strings.Contains(notice, "struck by the test") || strings.Contains(notice, "culprit.xml") {
		t.Errorf("The page says %q.", notice)
	}
	if strings.Contains(why, "struck") {
		t.Errorf("The file is blamed: %q", why)
	}
}

// engineIsEnded has the engine close itself without a word while it has nothing to
// do; the page finds out when it next asks.
func engineIsEnded(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.allow(scripts)
	b.drop(plain)
	b.until(showing)
	e := b.engine()
	if _, err := chromedp.Run(e.ctx, chromedp.Evaluate[chromedp.Void](`self.close()`)); err != nil {
		t.Fatal(err)
	}
	b.drop(form3)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 2`)
	for address, path := range map[string]string{"filing=1.0": plain, "filing=2.0": form3} {
		b.run(`location.hash = %s`, address)
		b.compare(filepath.Base(path), read(t, path).filings[0])
	}
}
