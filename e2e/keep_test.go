//go:build e2e

package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
)

// kept reads the database: the names of the files that it has, by number.
const kept = `new Promise((yes, no) => {
	const open = indexedDB.open("filingview " + location.pathname);
	open.onerror = () => no(open.error);
	open.onsuccess = () => {
		const db = open.result, transaction = db.transaction(["list", "bytes"]);
		const list = transaction.objectStore("list").getAll(), bytes = transaction.objectStore("bytes").getAllKeys();
		transaction.oncomplete = () => {
			db.close();
			yes(list.result.map((file) => file.number + " " + file.name + (bytes.result.includes(file.number) ? "" : " without bytes"))
				.concat(bytes.result.filter((n) => !list.result.some((file) => file.number === n)).map((n) => n + " unlisted")));
		};
	};
})`

// names are the entries of the list, in order: those of filings by their addresses.
func (b *tab) names() []string {
	b.Helper()
	return value[[]string](b, `[...document.querySelectorAll("nav .entries > li")].map((e) => e.querySelector("a")?.hash || e.querySelector(".name bdi").textContent)`)
}

// keeps opens files, forgets some of them and looks each time what a reload brings
// back.
func keeps(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.static)
	entries := func(want ...string) {
		t.Helper()
		b.until(showing+` && document.querySelectorAll("nav .entries > li").length === %s`, len(want))
		if got := b.names(); !slices.Equal(got, want) {
			t.Errorf("The list has %q, want %q.", got, want)
		}
	}
	database := func(want ...string) {
		t.Helper()
		b.run(`filingview.written()`)
		if got := value[[]string](b, kept); !slices.Equal(got, want) {
			t.Errorf("Kept are %q, want %q.", got, want)
		}
	}
	reload := func(address string) {
		t.Helper()
		b.run(`filingview.written()`)
		b.again(address)
	}
	b.drop(plain, broken, zipped(b, form3, form5))
	b.until(showing)
	all := []string{"#filing=1.0", "picture.png", "#filing=3.0", "#filing=3.1"}
	entries(all...)
	database("1 form4-plain.xml", "2 picture.png", "3 filings.zip")
	reload(s.static)
	entries(all...)

	// An address means the same as before, in an archive too.
	reload(s.static + "#filing=3.1&names=sec&at=cell-issuer.name")
	b.compare("form5-plain.xml", read(t, form5).filings[0])
	b.until(here, "cell-issuer.name")

	// What is given on a visit is shown, although others are there.
	reload(s.static)
	entries(all...)
	b.drop(form3)
	b.until(`location.hash === "#filing=4.0"`)
	b.compare("form3-plain.xml", read(t, form3).filings[0])

	// One is forgotten by its button in the list, one by that of the filing.
	b.click(`document.querySelector("nav .fold")`)
	b.until(`document.querySelector("nav .failed .forget").getClientRects().length > 0`)
	b.click(`document.querySelector("nav .failed .forget")`)
	b.until(`!document.querySelector("nav .failed")`)
	b.click(`document.querySelector(".tools [data-do=forget-file]")`)
	b.until(`!document.querySelector("article")`)
	entries("#filing=1.0", "#filing=3.0", "#filing=3.1")
	database("1 form4-plain.xml", "3 filings.zip")
	if hash := value[string](b, `location.hash`); hash != "" {
		t.Errorf("The address is still %s.", hash)
	}
	reload(s.static)
	entries("#filing=1.0", "#filing=3.0", "#filing=3.1")

	// A number is given once.
	b.drop(form3)
	b.until(`location.hash === "#filing=5.0"`)
	b.compare("form3-plain.xml", read(t, form3).filings[0])

	// Everything is forgotten.
	b.click(`document.querySelector("nav .fold")`)
	b.until(`document.querySelector("[data-do=forget]").getClientRects().length > 0`)
	b.click(`document.querySelector("[data-do=forget]")`)
	b.until(`document.documentElement.dataset.state === "empty"`)
	database()
	reload(s.static)
	b.until(`document.documentElement.dataset.state === "empty"`)
	b.drop(plain)
	b.until(`location.hash === "#filing=6.0"`)
}

// keepsForTwo has two windows open files at the same time: both are kept, none under
// the number of another, and what one forgets the other goes on showing.
func keepsForTwo(t *testing.T, s *suite) {
	t.Parallel()
	one := open(t, s, s.static)
	two := one.sibling()
	two.load()
	tabs := []*tab{one, two}
	var together sync.WaitGroup
	for i, path := range []string{form3, form5} {
		together.Go(func() { tabs[i].drop(plain, path) })
	}
	together.Wait()
	for i, b := range tabs {
		b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 2`)
		b.run(`filingview.written()`)
		b.click(`document.querySelector("nav .entries li:last-child a")`)
		path := []string{form3, form5}[i]
		b.compare(filepath.Base(path), read(t, path).filings[0])
	}
	addresses := []string{value[string](one, `location.hash`), value[string](two, `location.hash`)}
	one.again(s.static)
	one.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 4`)
	for i, path := range []string{form3, form5} {
		one.run(`location.hash = %s`, addresses[i])
		one.compare(filepath.Base(path), read(t, path).filings[0])
	}
	one.click(`document.querySelector("nav .fold")`)
	one.until(`document.querySelector("[data-do=forget]").getClientRects().length > 0`)
	one.click(`document.querySelector("[data-do=forget]")`)
	one.until(`document.documentElement.dataset.state === "empty"`)
	two.compare("form5-plain.xml", read(t, form5).filings[0])
	two.drop(form3)
	two.compare("form3-plain.xml", read(t, form3).filings[0])
	two.run(`filingview.written()`)
	if got := value[[]string](two, kept); len(got) != 1 || !strings.HasSuffix(got[0], " form3-plain.xml") {
		t.Errorf("Kept are %q.", got)
	}
}

// keepsNoMoreThanFits has the browser refuse room, and looks that the page says so and
// goes on.
func keepsNoMoreThanFits(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.static)
	b.run(`navigator.serviceWorker.ready`)
	quota := 1.0
	b.must(call(b, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: originOf(s.static), QuotaSize: &quota}))
	big := filepath.Join(t.TempDir(), "big.txt")
	b.must(os.WriteFile(big, []byte(strings.Repeat("no filing\n", 100_000)), 0o666))
	b.drop(big, plain)
	b.until(showing)
	b.until(`document.querySelector("[data-bar=keep]")?.getClientRects().length > 0`)
	said := value[string](b, `document.querySelector("[data-bar=keep] p").textContent`)
	if !strings.Contains(said, "not kept for the next visit") || !strings.Contains(said, "no more room") || !strings.Contains(said, "big.txt") {
		t.Errorf("The page says %q.", said)
	}
	b.run(`location.hash = "filing=2.0"`)
	b.compare("form4-plain.xml", read(t, plain).filings[0])
	b.click(`document.querySelector("[data-bar=keep] button")`)
	b.until(`!document.querySelector("[data-bar=keep]")`)
}

// keepsAway has a file end the reader, and one end the page: neither is read again by
// itself, and what was open besides is there.
func keepsAway(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.static)
	b.allow(scripts) // of the new engine
	culprit := filepath.Join(t.TempDir(), "culprit.xml")
	b.must(os.WriteFile(culprit, []byte(marker), 0o666))
	b.drop(plain)
	b.until(showing)
	b.strike("at work", `throw new Error("struck by the test");`)
	b.drop(culprit)
	b.until(`document.documentElement.dataset.state === "showing" && document.querySelector("nav .failed")`)
	b.run(`filingview.written()`)

	b.again(s.static)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 2`)
	_, failed := b.listed()
	if len(failed) != 1 || !strings.Contains(failed[0], "struck by the test") || !strings.Contains(failed[0], "not read again by itself") {
		t.Errorf("Not read: %q.", failed)
	}

	// Now one takes the page with it, as a want of memory does. The other window, that
	// is open meanwhile, is no sign of life of this one.
	witness := b.sibling()
	witness.load()
	witness.until(showing) // and reads nothing any more, which would be marked too
	killer := filepath.Join(t.TempDir(), "killer.xml")
	b.must(os.WriteFile(killer, []byte(marker), 0o666))
	b.strike("at work", `for (;;) ;`)
	b.drop(killer)
	b.until(`Object.keys(localStorage).some((key) => key.endsWith(" reading 3"))`)
	b.run(`filingview.written()`)
	// While the page lives, others see that.
	if !value[bool](witness, `navigator.locks.query().then(({ held }) => Object.entries(localStorage).filter(([key]) => key.includes("reading"))
		.every(([, page]) => held.some((lock) => lock.name.endsWith(page))))`) {
		t.Error("A file is read by a page that seems not to live.")
	}
	b.gone = true
	go func() { _ = call(b, page.Crash, cdp.Empty{}) }() // nobody is left to answer
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		if n := value[int](witness, `navigator.locks.query().then((all) => all.held.length)`); n == 1 {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("The page does not crash: %d live.", n)
		}
	}
	witness.again(s.static)
	witness.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 3`)
	if _, failed := witness.listed(); len(failed) != 2 || !strings.Contains(failed[1], "The page ended while this file was read") {
		t.Errorf("Not read: %q.", failed)
	}
	witness.run(`location.hash = "filing=1.0"`)
	witness.compare("form4-plain.xml", read(t, plain).filings[0])
}

// keepsNothingFramed shows the page in a frame: nothing is kept of what is opened
// there, nor is the page itself, until the page around it asks.
func keepsNothingFramed(t *testing.T, s *suite) {
	t.Parallel()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/host/" {
			http.FileServer(http.Dir(dist)).ServeHTTP(w, r)
			return
		}
		fmt.Fprint(w, `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe src="../" width="900" height="600"></iframe></html>`)
	}))
	t.Cleanup(host.Close)
	b := blank(t, s, host.URL+"/host/")
	b.must(b.visit())
	const frame = `document.querySelector("iframe").contentWindow`
	b.until(frame + `.document.documentElement.dataset.ready === ""`)
	give := func() {
		data, err := os.ReadFile(plain)
		b.must(err)
		b.run(frame+`.filingview.giveFiles([new File([%s], "form4-plain.xml")])`, string(data))
		b.until(frame + `.document.documentElement.dataset.state === "showing"`)
		b.run(frame + `.filingview.written()`)
	}
	give()
	if got := value[int](b, `Promise.all([indexedDB.databases(), navigator.serviceWorker.getRegistrations()]).then((all) => all.flat().length + localStorage.length)`); got != 0 {
		t.Errorf("%d things are kept.", got)
	}
	// But for the program, as the browser keeps it anyway.
	const ofThePage = `(async () => {
		for (const until = Date.now() + 10000; Date.now() < until; await new Promise((go) => setTimeout(go, 50))) {
			const all = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => name + ": " + new URL(r.url).pathname.replace(/[0-9a-f]{8}/, "HASH")));
			const kept = (await Promise.all(all)).flat();
			if (kept.length > 0) return kept.join();
		}
	})()`
	if got := value[string](b, ofThePage); got != "filingview-program /: /viewer.HASH.wasm" {
		t.Errorf("Kept of the page is %q.", got)
	}
	// Damaged it is as good as not kept.
	b.run(`caches.open("filingview-program /").then(async (cache) => {
		const [request] = await cache.keys();
		await cache.put(request, new Response("damaged", { headers: { "Content-Type": "application/wasm" } }));
	})`)
	b.leave()
	b.must(b.visit())
	b.until(frame + `?.document.documentElement?.dataset.ready === ""`)
	if value[bool](b, frame+`.document.querySelector(".keeps")?.getClientRects().length > 0`) {
		t.Error("The page says that it keeps files.")
	}
	b.run(frame + `.filingview.keepFiles()`)
	give()
	// The page shows a filing from before, so that only the database tells when it is done.
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		got := value[[]string](b, strings.ReplaceAll(kept, "location.pathname", `"/"`))
		if len(got) == 1 {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("Kept are %q.", got)
		}
	}
}
