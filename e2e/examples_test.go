//go:build e2e

package e2e_test

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readmeExample returns the only block of HTML in README.md.
func readmeExample(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?ms)^```html\n(.*?)^```$").FindAllSubmatch(text, -1)
	if len(found) != 1 {
		t.Fatalf("README.md has %d examples in HTML, and this test knows one.", len(found))
	}
	return string(found[0][1])
}

// listening is what the page of an example does before it: it keeps what the example
// logs.
const listening = `<script>
	window.logged = [];
	const log = console.log;
	console.log = (...words) => { logged.push(words.join(" ")); log(...words); };
</script>`

// embedExamples copies the code of embed.html, as the viewer shows it to a reader, into
// pages of another site, and the one of README.md, and uses it.
func embedExamples(t *testing.T, s *suite) {
	t.Parallel()
	h := embedder(t, s, "127.0.0.1")
	var code []string
	t.Run("guide", func(t *testing.T) { // a test by itself, since few tabs may be open at once
		b := blank(t, s, h.viewer+"embed.html")
		b.must(b.visit())
		b.until(`document.readyState === "complete" && customElements.get("filing-viewer")`)
		code = value[[]string](b, `[...document.querySelectorAll(".code code")].map((e) => e.textContent)`)
	})
	if len(code) != 4 {
		t.Fatalf("There are %d examples, and tests for 4.", len(code))
	}
	t.Run("element", func(t *testing.T) { h.elementExample(t, s, code[0]) })
	t.Run("script", func(t *testing.T) { h.scriptExample(t, s, code[1]) })
	t.Run("frame", func(t *testing.T) { h.frameExample(t, s, code[2]) })
	t.Run("protocol", func(t *testing.T) { h.protocolExample(t, s, code[3]) })
	t.Run("README", func(t *testing.T) {
		h.elementExample(t, s, replaced(t, readmeExample(t), "https://viewer.example/", h.viewer))
	})
}

// replaced puts one thing of an example, which must be in it, in place of another.
func replaced(t *testing.T, code, old, by string) string {
	t.Helper()
	if !strings.Contains(code, old) {
		t.Fatalf("The example does not say %s:\n%s", old, code)
	}
	return strings.ReplaceAll(code, old, by)
}

// visitExample opens a page with nothing but an example, under a policy that lets the
// page's own scripts be in its text.
func (h *site) visitExample(t *testing.T, s *suite, code string) *tab {
	t.Helper()
	q := url.Values{"bare": {""}, "body": {listening + code}}
	q.Set("policy", "default-src 'none'; script-src VIEWER 'unsafe-inline'; frame-src VIEWER; connect-src 'self'; img-src data:")
	return visitSite(t, s, h, q.Encode())
}

// elementExample: the element opens the file that it names.
func (h *site) elementExample(t *testing.T, s *suite, code string) {
	b := h.visitExample(t, s, replaced(t, code, `"form4.xml"`, `"/filings/form4-plain.xml"`))
	b.until(`heard("opened").length === 1`)
	if got, want := value[string](b, `heard("opened")[0].detail.filings[0].issuer`), read(t, plain).filings[0].Issuer.Name.V; got != want {
		t.Errorf("It opens the filing of %q, want %q.", got, want)
	}
	b.frameUntil(`document.querySelector("article.form4 tr[data-line]")`)
}

// scriptExample: the file that a reader chooses is opened, its issuer logged, and then
// the cell that the reader picks.
func (h *site) scriptExample(t *testing.T, s *suite, code string) {
	b := h.visitExample(t, s, code)
	b.until(`heard("ready").length === 1`)
	b.choose(plain)
	b.until(`logged.length === 1`)
	b.frameUntil(`document.querySelector("article.form4 tr[data-line]")`)
	b.clickInFrame("viewer", `document.querySelector('[data-path="tableI[0].transaction.date"]')`)
	b.until(`logged.length === 2`)
	f := read(t, plain).filings[0]
	want := f.Issuer.Name.V + "\ntableI[0].transaction.date " + f.TableI[0].Transaction.Date.V.String()
	if got := value[string](b, `logged.join("\n")`); got != want {
		t.Errorf("It logs\n%s\nnot\n%s", got, want)
	}
}

// frameExample: a frame shows a file of the viewer's own site. The viewer of the tests
// is at the root of its site, and has its sample.
func (h *site) frameExample(t *testing.T, s *suite, code string) {
	code = replaced(t, replaced(t, code, "/filingview/", h.viewer), "/files/form4.xml", "/sample.xml")
	b := h.visitExample(t, s, code)
	b.frameUntil(`document.querySelector(".balances tbody tr")`)
}

// protocolExample: the first message is answered.
func (h *site) protocolExample(t *testing.T, s *suite, code string) {
	b := h.visitExample(t, s, `<iframe id="frame" title="Viewer" src="`+h.viewer+`index.html"></iframe>
<script>
	const frame = document.getElementById("frame");
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = ({ data }) => { logged.push(data.type + " " + data.version); };
	frame.onload = () => {
		`+code+`
	};
</script>`)
	b.until(`logged.length > 0`)
	if first := value[string](b, `logged[0]`); first != "connected 1" {
		t.Errorf("The first message is answered with %q.", first)
	}
}
