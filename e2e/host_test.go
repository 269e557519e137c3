//go:build e2e

package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// site is another site than the viewer's, which shows the viewer in its pages. What
// is asked of it is a page with the element, or a filing.
type site struct {
	origin string // of its pages
	viewer string // the address of the viewer that lets it, ending in /
}

// embedder starts a site, and a viewer that lets it frame the viewer. The name is how
// the site calls this machine.
func embedder(t *testing.T, s *suite, name string) *site {
	t.Helper()
	h := new(site)
	server := httptest.NewServer(http.HandlerFunc(h.serve))
	t.Cleanup(server.Close)
	h.origin = strings.Replace(server.URL, "127.0.0.1", name, 1)
	h.viewer = serve(t, s.tool, "-embed-origins", h.origin)
	return h
}

// serve answers with a page that holds what ?body= says, under ?policy= and with the
// embedder policy ?coep=; or with a file of our own. The page loads embed.js, unless
// ?bare says that the body is all.
func (h *site) serve(w http.ResponseWriter, r *http.Request) {
	if name, ok := strings.CutPrefix(r.URL.Path, "/filings/"); ok {
		http.ServeFile(w, r, filepath.Join(ownFilings, filepath.Base(name)))
		return
	}
	if r.URL.Path != "/" {
		http.NotFound(w, r)
		return
	}
	q := r.URL.Query()
	policy := q.Get("policy")
	if policy == "" {
		// As strict as a site can be that shows filings of its own.
		policy = "default-src 'none'; script-src VIEWER; frame-src VIEWER; connect-src 'self'; img-src data:"
	}
	w.Header().Set("Content-Security-Policy", strings.ReplaceAll(policy, "VIEWER", originOf(h.viewer)))
	if coep := q.Get("coep"); coep != "" {
		w.Header().Set("Cross-Origin-Embedder-Policy", coep)
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	script := `<script type="module" src="` + h.viewer + `embed.js"></script>`
	if q.Has("bare") {
		script = ""
	}
	fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">
%s%s</html>`, script, q.Get("body"))
}

// visitSite opens a page of a site.
func visitSite(t *testing.T, s *suite, h *site, query string) *tab {
	t.Helper()
	b := blank(t, s, h.origin+"/?"+query)
	b.witness.also = originOf(h.viewer)
	b.must(call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: hostScript}))
	b.must(b.visit())
	b.until(`document.readyState === "complete"`)
	return b
}

// hostScript is what a site would write: it keeps what the elements tell.
const hostScript = `if (window === top) {
	window.told = [];
	for (const type of ["ready", "opened", "failed", "select", "resize"]) {
		addEventListener(type, (e) => {
			if (e.target instanceof HTMLElement && e.target.localName === "filing-viewer") {
				told.push({ type, detail: e.detail, at: performance.now(), id: e.target.id });
			}
		}, true);
	}
	// add makes an element with attributes, as a script does.
	window.add = (attributes) => {
		const e = document.createElement("filing-viewer");
		for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
		e.began = performance.now();
		document.body.append(e);
		return e;
	};
	window.heard = (type, id) => told.filter((m) => m.type === type && (!id || m.id === id));
}`

// inFrame evaluates an expression in a frame of the tab's page, of those that are
// frames of the same process, in the order of the document.
func inFrame[T any](b *tab, n int, expression string) T {
	b.Helper()
	tree, err := answer(b, page.GetFrameTree, cdp.Empty{})
	b.must(err)
	if n >= len(tree.FrameTree.ChildFrames) {
		b.Fatalf("There are only %d frames.\n%s", len(tree.FrameTree.ChildFrames), b.state())
	}
	world, err := answer(b, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: tree.FrameTree.ChildFrames[n].Frame.ID})
	b.must(err)
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise, func(p *runtime.EvaluateParams) {
		p.ContextID = world.ExecutionContextID
	}))
	if err != nil {
		b.Fatalf("frame %d: %s: %v", n, expression, err)
	}
	return v
}

// own returns a filing of our own.
func own(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(ownFilings, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
