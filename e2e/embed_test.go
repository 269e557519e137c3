//go:build e2e

package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// embedRoundTrip makes an element in a page of another site and waits until it tells
// that its filing is shown; beside it, the viewer opens the same by itself. Everything
// is warm then, and done in one run, so that one can be held against the other.
func embedRoundTrip(t *testing.T, s *suite) {
	const rounds = 4
	h := embedder(t, s, "localhost")
	var embedded, direct []float64
	b := visitSite(t, s, h, "")
	frame := func() context.Context {
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.frames[len(b.frames)-1]
	}
	for n := range rounds {
		b.run(`window.told = [], document.querySelector("filing-viewer")?.remove(), void add({ src: "/filings/form4-plain.xml" })`)
		b.until(`heard("opened").length + heard("failed").length > 0`)
		embedded = append(embedded, value[float64](b, `heard("opened")[0].at - document.querySelector("filing-viewer").began`))
		// What is warm is warm once the page has come to rest: then the frame keeps the program,
		// and the next one does not ask for it.
		if n == 0 {
			const kept = `(async () => { while (!(await caches.match(performance.getEntriesByType("resource").find((e) => e.name.endsWith(".wasm")).name))) { await new Promise((go) => setTimeout(go, 50)); } return true; })()`
			if _, err := chromedp.Run(frame(), chromedp.Evaluate[bool](kept, chromedp.EvalAwaitPromise)); err != nil {
				t.Fatalf("The frame does not keep the program: %v", err)
			}
		} else if asked, err := chromedp.Run(frame(), chromedp.Evaluate[int](`performance.getEntriesByType("resource").filter((e) => e.name.endsWith(".wasm")).length`)); err != nil || asked > 0 {
			t.Errorf("Round %d: the frame asks for its program %d times (%v).", n, asked, err)
		}
	}
	lines, err := chromedp.Run(frame(), chromedp.Evaluate[int](`document.querySelectorAll("article tr[data-line]").length`))
	if want := read(t, plain).filings[0]; err != nil || lines != len(want.TableI)+len(want.TableII) {
		t.Errorf("The frame shows %d lines (%v).", lines, err)
	}

	d := blank(t, s, h.viewer+"index.html#src=sample.xml")
	for range rounds {
		d.must(d.do(chromedp.Navigate("about:blank"), chromedp.Navigate(d.address)))
		d.until(`document.documentElement?.dataset.state === "showing"`)
		direct = append(direct, value[float64](d, `performance.now()`))
	}
	t.Logf("From the element to its filing, in a page of another site: %.0f ms. From the address of the viewer to a filing: %.0f ms.", embedded, direct)
	if e, d := slices.Min(embedded[1:]), slices.Min(direct[1:]); e > d {
		t.Errorf("Embedded, a filing takes %.0f ms, and %.0f ms by itself.", e, d)
	}
}

// embedTalk says to an element all that can be said to it, and hears what it tells.
func embedTalk(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	b := visitSite(t, s, h, "")
	// What a script sets before the element is defined counts too.
	b.run(`(() => {
		const v = window.v = document.implementation.createHTMLDocument("").createElement("filing-viewer");
		v.id = "v";
		Object.assign(v, { src: "/filings/form4-plain.xml", height: "auto" });
		document.body.append(v);
	})()`)
	b.until(`heard("opened").length === 1`)
	if value[int](b, `heard("ready").length`) != 1 {
		t.Error("It does not say that it is ready.")
	}
	f := read(t, plain).filings[0]
	if got := value[string](b, `heard("opened")[0].detail.filings.map((f) => [f.name, f.form, f.issuer, f.tableI].join()).join()`); got != fmt.Sprintf("form4-plain.xml,4,%s,%d", f.Issuer.Name.V, len(f.TableI)) {
		t.Errorf("Opened is told of %q.", got)
	}
	b.sameData(s, "form4-plain.xml")

	// The height is that of what is shown, whatever the frame had before.
	shown := inFrame[int](b, 0, `Math.ceil(document.getElementById("app").getBoundingClientRect().height)`)
	b.until(`v.getBoundingClientRect().height === %s`, shown)
	if over := inFrame[int](b, 0, `document.documentElement.scrollHeight - innerHeight`); over != 0 {
		t.Errorf("The frame is %d px too low.", over)
	}
	b.run(`new Promise((done) => setTimeout(done, 300))`)
	if n := value[int](b, `heard("resize").length`); n > 20 {
		t.Errorf("The height was told %d times.", n)
	}
	if h := value[int](b, `heard("resize").at(-1).detail.height`); h != shown {
		t.Errorf("The last height told is %d, and %d shown.", h, shown)
	}

	// From the host to the cell.
	b.run(`document.body.append(Object.assign(document.createElement("button"), { id: "other" })), document.getElementById("other").focus(), v.select("tableI[1].transaction.shares")`)
	if path := inFrame[string](b, 0, `new Promise((done) => {
		const look = () => { const e = document.querySelector("[data-here]"); e ? done(e.dataset.path) : setTimeout(look, 15); };
		look();
	})`); path != "tableI[1].transaction.shares" {
		t.Errorf("%s is lit.", path)
	}
	if !value[bool](b, `document.activeElement.id === "other"`) {
		t.Error("A selection takes the focus from the page.")
	}
	for _, wrong := range []string{`v.select("tableI[99].transaction.shares")`, `v.select("footnotes[0].text", { filing: 3 })`, `v.select(5)`} {
		if why := value[string](b, wrong+`.then(() => "nothing", (err) => err.message)`); !strings.HasSuffix(why, ".") {
			t.Errorf("%s says %q.", wrong, why)
		}
	}
	if n := value[int](b, `heard("select").length`); n != 0 {
		t.Errorf("What the page selects itself is told to it: %d times.", n)
	}
	// And back.
	b.clickInFrame("v", `document.querySelector('[data-path="tableI[0].transaction.date"]')`)
	b.until(`heard("select").length === 1`)
	if got := value[string](b, `JSON.stringify(heard("select")[0].detail)`); got != `{"path":"tableI[0].transaction.date","filing":0,"text":"`+f.TableI[0].Transaction.Date.V.String()+`"}` {
		t.Errorf("A click tells %s.", got)
	}

	// Views and themes.
	b.run(`v.view = "source", v.theme = "dark"`)
	b.frameUntil(`document.querySelector("#source .leaf")?.textContent.includes("<issuerName>")`)
	if dark := inFrame[string](b, 0, `getComputedStyle(document.body).backgroundColor`); dark != "rgb(17, 21, 27)" {
		t.Errorf("By night the page is %s.", dark)
	}
	b.run(`v.view = "holdings", v.theme = "light"`)
	b.frameUntil(`document.querySelector(".balances table tbody tr") && getComputedStyle(document.body).backgroundColor === "rgb(246, 245, 241)"`)
	b.run(`v.setAttribute("view", "tables")`)
	b.frameUntil(`document.querySelector("article tr[data-line]") && document.documentElement.dataset.state === "showing"`)

	// What else can be opened.
	b.run(`window.bytes = fetch("/filings/form3-plain.xml").then((r) => r.arrayBuffer())`)
	for _, way := range []string{
		`bytes.then((b) => v.open(b, { name: "form3-plain.xml" }))`,
		`bytes.then((b) => v.open(new Uint8Array(b), { name: "form3-plain.xml" }))`,
		`bytes.then((b) => v.open(new File([b], "form3-plain.xml")))`,
		`fetch("/filings/form3-plain.xml").then((r) => v.open(r))`,
	} {
		if got := value[string](b, way+`.then((d) => d.filings.map((f) => f.form).join())`); got != "3" {
			t.Errorf("%s opens %q.", way, got)
		}
		b.sameData(s, "form3-plain.xml")
	}
	if left := value[int](b, `bytes.then((b) => b.byteLength)`); left == 0 {
		t.Error("The page's own bytes are gone.")
	}
	b.run(`fetch("/filings/form5-plain.xml").then((r) => v.open(r, { add: true }))`)
	b.sameData(s, "form3-plain.xml", "form5-plain.xml")
	b.run(`v.select("", { filing: 0 })`)
	b.frameUntil(`document.querySelector("article.form3")`)

	// What cannot.
	for _, wrong := range []string{`fetch("/filings/nothing.xml").then((r) => v.open(r))`, `v.open(new TextEncoder().encode("no filing"))`} {
		why := value[string](b, `(window.told = [], `+wrong+`).then(() => "nothing", (err) => err.message)`)
		if !strings.HasSuffix(why, ".") || value[string](b, `heard("failed")[0]?.detail.message`) != why {
			t.Errorf("%s says %q.", wrong, why)
		}
		if shown := inFrame[string](b, 0, `document.querySelector(".failed .why").textContent`); shown != why {
			t.Errorf("The page is told %q and the reader %q.", why, shown)
		}
	}
	b.run(`window.told = [], v.src = "/filings/nothing.xml"`)
	b.until(`heard("failed").length === 1`)
	if why := value[string](b, `heard("failed")[0].detail.message`); !strings.Contains(why, "404") {
		t.Errorf("Of a file that is not there it says %q.", why)
	}

	// What the reader opens is the reader's.
	b.run(`window.told = [], v.src = "/filings/form4-plain.xml"`)
	b.until(`heard("opened").length === 1`)
	b.run(`v.scrollIntoView({ block: "start" })`)
	b.drop(form3)
	b.frameUntil(`document.querySelector("article.form3") && document.documentElement.dataset.state === "showing"`)
	b.clickInFrame("v", `document.querySelector('[data-path="tableI[0].securityTitle"]')`)
	if why := value[string](b, `v.select("tableI[0].securityTitle", { filing: 1 }).then(() => "nothing", (err) => err.message)`); !strings.HasSuffix(why, ".") {
		t.Errorf("The page can point into the reader's filing: %q", why)
	}
	b.sameData(s, "form4-plain.xml")
	if told := value[string](b, `JSON.stringify(told.filter((m) => m.type !== "resize").map((m) => [m.type, m.detail.filings?.length]))`); told != `[["opened",1]]` {
		t.Errorf("Of what the reader opens, the page is told %s.", told)
	}
	b.complained("404")

	// The viewer keeps it if the page asks, but not what the page gives each time.
	b.run(`window.told = [], v.remove(), void (window.v = add({ id: "v", keep: "", src: "/filings/form4-plain.xml" })), v.scrollIntoView({ block: "start" })`)
	b.until(`heard("opened").length === 1`)
	b.drop(form3)
	b.frameUntil(`document.querySelector("article.form3") && document.documentElement.dataset.state === "showing"`)
	if got := inFrame[[]string](b, 0, `(async () => {
		const look = () => `+strings.ReplaceAll(kept, "location.pathname", `"/"`)+`;
		for (let found = await look(); ; found = await look()) {
			if (found.length > 0) return found;
			await new Promise((done) => setTimeout(done, 50));
		}
	})()`); len(got) != 1 || !strings.HasSuffix(got[0], " form3-plain.xml") {
		t.Errorf("Kept is %q.", got)
	}
}

// sameData looks that an element's data is what the tool writes of these files.
func (b *tab) sameData(s *suite, names ...string) {
	b.Helper()
	cmd := exec.Command(s.tool, append([]string{"parse"}, names...)...)
	cmd.Dir = ownFilings
	out, err := cmd.Output()
	b.must(err)
	var got, want []any
	for line := range bytes.Lines(out) {
		var f any
		b.must(json.Unmarshal(line, &f))
		want = append(want, f)
	}
	b.must(json.Unmarshal([]byte(value[string](b, `v.data().then((d) => JSON.stringify(d))`)), &got))
	if !reflect.DeepEqual(got, want) {
		b.Errorf("data() of %q is not what the tool writes: %d and %d filings.", names, len(got), len(want))
	}
}

// clickInFrame clicks on what is in the frame of an element.
func (b *tab) clickInFrame(id, element string) {
	b.Helper()
	at := inFrame[[2]float64](b, 0, `(() => {
		const e = `+element+`;
		e.scrollIntoView({ block: "nearest" });
		const r = e.getClientRects()[0];
		return [r.x + Math.min(r.width, 40) / 2, r.y + r.height / 2];
	})()`)
	origin := value[[2]float64](b, `(() => {
		const frame = document.getElementById(%s).shadowRoot.querySelector("iframe");
		scrollTo(0, frame.getBoundingClientRect().top + scrollY + %s - innerHeight / 2);
		const r = frame.getBoundingClientRect();
		return [r.x, r.y];
	})()`, id, at[1])
	b.must(b.do(chromedp.MouseClickXY(origin[0]+at[0], origin[1]+at[1])))
}

// frameUntil waits for a condition of the first frame.
func (b *tab) frameUntil(condition string) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for ctx.Err() == nil {
		if inFrame[bool](b, 0, `!!(`+condition+`)`) {
			return
		}
		b.run(`new Promise((done) => setTimeout(done, 20))`)
	}
	b.Fatalf("Waited in vain until %s in the frame:\n%s", condition, inFrame[string](b, 0, `document.body.innerText`))
}
