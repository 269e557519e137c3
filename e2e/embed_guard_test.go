//go:build e2e

package e2e_test

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// embedHostile speaks to a viewer as embed.js never would. What is wrong is not
// answered, and what is right still works.
func embedHostile(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	b := visitSite(t, s, h, "policy="+url.QueryEscape("default-src 'none'; script-src VIEWER; frame-src VIEWER 'self'; connect-src 'self'; img-src data:")+
		"&body="+url.QueryEscape(`<iframe id="f" src="`+h.viewer+`index.html#embed=file"></iframe><iframe id="sibling" src="/nothing"></iframe>`))
	b.frameUntil(`"ready" in document.documentElement.dataset`)
	b.run(`(() => {
		const viewer = document.getElementById("f").contentWindow, origin = %s;
		window.answers = [];
		// say posts a message with a port and keeps what comes back.
		window.say = (message, by = window) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data }) => answers.push(data);
			by.postMessage.call(viewer, message, origin, [port2]);
			return port1;
		};
		addEventListener("message", ({ data }) => answers.push(["window", data]));
		window.calm = () => new Promise((done) => setTimeout(done, 250));
	})()`, originOf(h.viewer))

	// Before there is a port: what is no connection, and who is not the page around.
	b.run(`(async () => {
		for (const m of [null, 0, "filingview:connect", [], {}, { type: "filingview:connect" }, { type: "filingview:connect", version: "1" },
			{ type: "filingview:connect", version: NaN }, { type: "open", id: 1, files: [] }, { type: ["filingview:connect"], version: 1 }]) say(m);
		document.getElementById("f").contentWindow.postMessage({ type: "filingview:connect", version: 1 }, %s); // no port
		const two = [new MessageChannel().port1, new MessageChannel().port1];
		document.getElementById("f").contentWindow.postMessage({ type: "filingview:connect", version: 1 }, %s, two);
		await calm();
	})()`, originOf(h.viewer), originOf(h.viewer))
	// A sibling posts in its own name: the sender is who calls.
	b.run(`(() => {
		const sibling = document.getElementById("sibling").contentWindow;
		const { port1, port2 } = new sibling.MessageChannel();
		port1.onmessage = ({ data }) => answers.push(["sibling", data]);
		new sibling.Function("viewer", "origin", "port", 'viewer.postMessage({ type: "filingview:connect", version: 1 }, origin, [port])')(
			document.getElementById("f").contentWindow, %s, port2);
		return calm();
	})()`, originOf(h.viewer))
	if n := value[string](b, `JSON.stringify(answers)`); n != "[]" {
		t.Errorf("The viewer answers what is no connection: %s", n)
	}
	// A version that it does not know gets a sentence.
	b.run(`void say({ type: "filingview:connect", version: 7 })`)
	b.until(`answers.length === 1`)
	if refused := value[string](b, `answers[0].type + " " + answers[0].versions + " " + answers[0].message`); !strings.HasPrefix(refused, "refused 1 ") || !strings.HasSuffix(refused, ".") {
		t.Errorf("Of another version the viewer says %q.", refused)
	}

	b.run(`answers.length = 0, void (window.port = say({ type: "filingview:connect", version: 1 }))`)
	b.until(`answers.some((a) => a.type === "ready")`)
	b.run(`(async () => {
		answers.length = 0;
		say({ type: "filingview:connect", version: 1 }); // there is one already
		const evil = JSON.parse('{"type":"data","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
		const loop = { type: "open", id: 1 };
		loop.files = [loop];
		const long = "x".repeat(5000);
		const wrong = [null, undefined, 0, "open", [], {}, evil, loop, new Map([["type", "data"]]), new ArrayBuffer(8),
			{ type: "data" }, { type: "data", id: -1 }, { type: "data", id: 1.5 }, { type: "data", id: "1" }, { type: "data", id: 2 ** 60 },
			{ type: "select", id: 1 }, { type: "select", id: 1, path: 5, filing: -1 }, { type: "select", id: 1, path: long, filing: -1 }, { type: "select", id: 1, path: "x", filing: -2 },
			{ type: "open", id: 1, add: false, files: [] }, { type: "open", id: 1, add: false, files: "x" }, { type: "open", id: 1, add: false, files: [null] },
			{ type: "open", id: 1, add: "no", files: [{ name: "x", body: new ArrayBuffer(1) }] }, { type: "open", id: 1, add: false, files: [{ name: 5, body: new ArrayBuffer(1) }] },
			{ type: "open", id: 1, add: false, files: [{ name: long, body: new ArrayBuffer(1) }] }, { type: "open", id: 1, add: false, files: [{ name: "x", body: "text" }] },
			{ type: "open", id: 1, add: false, files: new Array(10001).fill({ name: "x", body: new ArrayBuffer(0) }) },
			{ type: "look", view: "javascript:alert(1)", theme: { dark: 1 }, auto: "yes" }, { type: "__proto__", id: 1 }, { type: "connect", id: 1 }, { type: long, id: 1 }];
		for (const m of wrong) port.postMessage(m);
		for (let i = 0; i < 20000; i++) port.postMessage(wrong[i % 6]);
		await calm();
	})()`)
	if got := value[string](b, `JSON.stringify(answers)`); got != "[]" {
		t.Errorf("The viewer answers what is no request: %.500s", got)
	}
	if inFrame[bool](b, 0, `({}).polluted === true`) || inFrame[string](b, 0, `document.documentElement.dataset.state`) != "empty" {
		t.Error("Something of it has had an effect.")
	}
	// Too much at once is refused, and each request is answered once.
	b.run(`(async () => {
		for (let id = 1; id <= 300; id++) port.postMessage({ type: "data", id });
	})()`)
	b.until(`answers.length === 300`)
	if n := value[int](b, `new Set(answers.map((a) => a.id)).size`); n != 300 {
		t.Errorf("Of 300 requests, %d are answered.", n)
	}
	b.run(`answers.length = 0, fetch("/filings/form4-plain.xml").then((r) => r.blob()).then((body) => port.postMessage({ type: "open", id: 5, add: false, files: [{ name: "a <b>filing</b>", body }] }))`)
	b.until(`answers.some((a) => a.type === "opened" && a.id === 5)`)
	b.frameUntil(`document.querySelector("article tr[data-line]")`)

	// The element hears only its own frame.
	b.run(`void (window.v = add({ id: "v" }))`)
	b.until(`heard("ready").length === 1`)
	b.run(`(async () => {
		const sibling = document.getElementById("sibling").contentWindow;
		for (const type of ["filingview:broken", "failed", "opened"]) postMessage({ type, id: 1, message: "hostile" }, "*");
		new sibling.Function("page", 'for (const type of ["filingview:broken", "failed", "opened"]) page.postMessage({ type, id: 1, message: "hostile" }, "*")')(window);
		await calm();
	})()`)
	if n := value[int](b, `heard("failed").length + heard("opened").length`); n != 0 {
		t.Error("The element takes what others say for what its frame says.")
	}
	b.complained("/nothing") // which is not there
}

// embedRefused shows the viewer in a page whose origin may not: the browser shows
// nothing, and the element says why.
func embedRefused(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	stranger := embedder(t, s, "127.0.0.1")
	stranger.viewer = h.viewer
	b := visitSite(t, s, stranger, "")
	b.run(`void (window.v = add({ src: "/filings/form4-plain.xml" }))`)
	b.until(`heard("failed").length === 1`)
	if why := value[string](b, `heard("failed")[0].detail.message`); !strings.Contains(why, "-embed-origins") {
		t.Errorf("The element says %q.", why)
	}
	if why := value[string](b, `v.open(new Uint8Array(3)).then(() => "nothing", (err) => err.message)`); !strings.Contains(why, "-embed-origins") {
		t.Errorf("Later it says %q.", why)
	}
	if n := value[int](b, `heard("ready").length + heard("opened").length`); n != 0 {
		t.Error("The viewer has answered.")
	}
	b.complained("frame-ancestors")
}

// embedSandbox puts the frame into sandboxes.
func embedSandbox(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	b := visitSite(t, s, h, "")
	b.run(`void add({ id: "with", sandbox: "allow-scripts allow-same-origin", src: "/filings/form4-plain.xml" })`)
	b.until(`heard("opened", "with").length === 1`)
	if value[string](b, `document.getElementById("with").shadowRoot.querySelector("iframe").sandbox.value`) != "allow-scripts allow-same-origin" {
		t.Error("The frame has no sandbox.")
	}
	b.run(`void add({ id: "without", sandbox: "allow-scripts", src: "/filings/form4-plain.xml" })`)
	b.until(`heard("failed", "without").length === 1`)
	if why := value[string](b, `heard("failed", "without")[0].detail.message`); !strings.Contains(why, "allow-same-origin") {
		t.Errorf("In a sandbox without its origin the viewer says %q.", why)
	}
	b.complained("allow-same-origin") // the page that is told why
}

// embedIsolated shows the viewer in pages that are isolated from other origins, and
// measures the headers that browsers ask for.
func embedIsolated(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	for _, coep := range []string{"require-corp", "credentialless"} {
		t.Run(coep, func(t *testing.T) {
			b := visitSite(t, s, h, "coep="+coep)
			b.run(`void add({ src: "/filings/form4-plain.xml" })`)
			b.until(`heard("opened").length + heard("failed").length === 1`)
			if got := value[string](b, `crossOriginIsolated + " " + told.map((m) => m.type).filter((t) => t !== "resize").join()`); got != "true ready,opened" {
				t.Errorf("Isolated and told %s.", got)
			}
			if inFrame[int](b, 0, `document.querySelectorAll("article tr[data-line]").length`) == 0 {
				t.Error("The frame shows no lines.")
			}
		})
	}
	for _, name := range []string{"index.html", "embed.js", "sample.xml"} {
		r, err := http.Get(h.viewer + name)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		for header, want := range map[string]string{
			"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache",
		} {
			if got := r.Header.Get(header); got != want {
				t.Errorf("%s: %s is %q, want %q.", name, header, got, want)
			}
		}
		if policy := r.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'self' "+h.origin) {
			t.Errorf("%s: the policy is %s.", name, policy)
		}
	}
}

// embedSix shows six viewers in a page. They share the program by the browser's cache.
func embedSix(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	b := visitSite(t, s, h, "")
	names := []string{"form4-plain", "form3-plain", "form5-plain", "codes-all", "form4-amendment", "dates"}
	for _, name := range names {
		b.run(`void add({ id: %s, src: "/filings/" + %s + ".xml" })`, name, name)
	}
	for n := range names { // patience is for one
		b.until(`heard("opened").length + heard("failed").length > %s`, n)
	}
	for i, name := range names {
		want := read(t, filepath.Join(ownFilings, name+".xml")).filings[0]
		if got := inFrame[int](b, i, `document.querySelectorAll("article tr[data-line]").length`); got != len(want.TableI)+len(want.TableII) {
			t.Errorf("The viewer of %s shows %d lines, want %d.", name, got, len(want.TableI)+len(want.TableII))
		}
	}
	t.Logf("Six viewers are there after %.0f ms each: %s", value[float64](b, `heard("opened").at(-1).at - document.querySelector("filing-viewer").began`),
		value[string](b, `heard("opened").map((m) => Math.round(m.at - document.getElementById(m.id).began)).join()`))
	passed, _ := b.witness.account(0)
	programs := 0
	for _, request := range passed {
		if strings.Contains(request, "viewer.") && strings.HasSuffix(request, ".wasm") {
			programs++
		}
	}
	if programs != 1 {
		t.Errorf("The program was asked for %d times.", programs)
	}
}

// embedByAddress has the viewer open what its address says, for pages without a
// script of their own: a file of its own origin, and no other.
func embedByAddress(t *testing.T, s *suite) {
	t.Parallel()
	for _, host := range []string{s.server, s.static} {
		t.Run(host, func(t *testing.T) {
			b := blank(t, s, host+"index.html#src=sample.xml&theme=dark&view=holdings")
			b.must(b.visit())
			b.until(showing + ` && document.querySelector(".balances tbody tr")`)
			if dark := value[string](b, `getComputedStyle(document.body).backgroundColor`); dark != "rgb(17, 21, 27)" {
				t.Errorf("By night the page is %s.", dark)
			}
			b.run(`location.hash = "src=http://127.0.0.2:8016/form4.xml"`)
			b.until(`document.querySelector("nav .failed .why")`)
			b.run(`location.hash = "src=gone.xml"`)
			b.until(`document.querySelectorAll("nav .failed .why").length === 2`)
			_, failed := b.listed()
			if !strings.Contains(failed[0], "other sites") || !strings.Contains(failed[1], "404") {
				t.Errorf("The list says %q.", failed)
			}
			b.complained("404")
		})
	}
}

// embedGuide looks at the page for site owners: its examples work, it fits and is
// accessible; $SHOTS names a folder for pictures.
func embedGuide(t *testing.T, s *suite) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, host := range []string{s.server, s.static} {
		t.Run(host, func(t *testing.T) {
			b := blank(t, s, host+"embed.html")
			b.must(b.visit())
			b.until(`customElements.get("filing-viewer") && document.getElementById("first").filings.length === 1`)
			if home := value[string](b, `document.querySelector("[data-at]").textContent`); home != host {
				t.Errorf("The code names %s.", home)
			}
			b.click(`document.getElementById("bytes")`)
			b.until(`document.getElementById("second").filings.length === 1 && document.querySelector("#log .data")`)
			b.click(`document.getElementById("pick")`)
			b.run(`document.getElementById("third").scrollIntoView()`)
			b.until(`document.getElementById("third").contentDocument?.querySelector(".balances tbody tr")`)
			for _, id := range []string{"first", "second"} {
				if !value[bool](b, `!!document.getElementById(%s).shadowRoot.querySelector("iframe").contentDocument.querySelector("article tr[data-line]")`, id) {
					t.Errorf("The %s example shows nothing.", id)
				}
			}
			if host == s.server {
				b.guideLooks(string(axe))
			}
		})
	}
}

// guideLooks looks at the page for site owners by day and by night in all widths.
func (b *tab) guideLooks(axe string) {
	b.Helper()
	b.run(axe)
	for _, l := range looks(360, 1024, 1600) {
		b.see(l)
		b.fits("The guide at "+l.String(), spilt)
		for _, w := range value[[]violation](b, `axe.run(document, { resultTypes: ["violations"], iframes: false }).then((r) => r.violations)`) {
			b.Errorf("The guide at %s: %s (%s), %.200s", l, w.Help, w.ID, w.Nodes[0].HTML)
		}
		if folder := os.Getenv("SHOTS"); folder != "" {
			b.must(os.MkdirAll(folder, 0o777))
			for _, part := range []string{"main", "element", "script", "frame", "reference", "headers", "protocol"} {
				b.run(`document.getElementById(%s).scrollIntoView()`, part)
				b.shoot(filepath.Join(folder, "guide-"+part+"-"+l.String()+".png"), chromedp.CaptureScreenshot())
			}
		}
	}
}
