package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// testPage is a built page in small. The packed forms need not be packed for the
// server, but browsers' gzip is undone by Go's client.
func testPage(t *testing.T) fstest.MapFS {
	t.Helper()
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	if _, err := w.Write([]byte("body { margin: 0 }\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	page := fstest.MapFS{"app.3f9a1c2b.css.gz": {Data: gz.Bytes()}}
	for name, body := range map[string]string{
		"index.html": "<!doctype html>\n", "index.html.br": "html in brotli",
		"app.3f9a1c2b.css": "body { margin: 0 }\n", "app.3f9a1c2b.css.br": "css in brotli",
		"viewer.00c0ffee.wasm": "0123456789", "viewer.00c0ffee.wasm.br": "wasm in brotli",
		"icons/icon.12345678.svg": "<svg/>", "icons/icon.png": "png", "boot.0a0b0c0d.js": "", "sw.js": "worker", "filing.schema.json": "{}",
		"manifest.webmanifest": "{}", "fonts/a.89abcdef.woff2": "font", "odd.bin": "?",
		"placeholder.txt": "not for the public",
	} {
		page[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return page
}

func testSite(t *testing.T, origins ...string) *site {
	t.Helper()
	s, err := newSite(testPage(t), responseHeaders(origins, false))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask asks the handler; headers come in pairs.
func ask(h http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://host.invalid/", nil)
	r.URL.Path, r.RequestURI = target, target
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestSiteFiles(t *testing.T) {
	s := testSite(t)
	const immutable = "public, max-age=31536000, immutable"
	for _, c := range []struct{ path, contentType, cache, body string }{
		{"/", "text/html; charset=utf-8", "no-cache", "<!doctype html>\n"},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "<!doctype html>\n"},
		{"/app.3f9a1c2b.css", "text/css; charset=utf-8", immutable, "body { margin: 0 }\n"},
		{"/viewer.00c0ffee.wasm", "application/wasm", immutable, "0123456789"},
		{"/boot.0a0b0c0d.js", "text/javascript; charset=utf-8", immutable, ""},
		{"/icons/icon.12345678.svg", "image/svg+xml", immutable, "<svg/>"},
		{"/icons/icon.png", "image/png", "no-cache", "png"},
		{"/fonts/a.89abcdef.woff2", "font/woff2", immutable, "font"},
		{"/filing.schema.json", "application/json", "no-cache", "{}"},
		{"/manifest.webmanifest", "application/manifest+json", "no-cache", "{}"},
		{"/sw.js", "text/javascript; charset=utf-8", "no-cache", "worker"},
		{"/odd.bin", "application/octet-stream", "no-cache", "?"},
		{"/healthz", "text/plain; charset=utf-8", "no-store", "ok\n"},
	} {
		got := ask(s, "GET", c.path)
		if body := bodyOf(t, got); got.StatusCode != 200 || body != c.body {
			t.Errorf("%s: %d %q, want %q", c.path, got.StatusCode, body, c.body)
		}
		if h := got.Header; h.Get("Content-Type") != c.contentType || h.Get("Cache-Control") != c.cache {
			t.Errorf("%s: %q %q, want %q %q", c.path, h.Get("Content-Type"), h.Get("Cache-Control"), c.contentType, c.cache)
		}
		head := ask(s, "HEAD", c.path)
		if body := bodyOf(t, head); head.StatusCode != 200 || body != "" {
			t.Errorf("HEAD %s: %d %q", c.path, head.StatusCode, body)
		}
		if !maps.EqualFunc(head.Header, got.Header, func(a, b []string) bool { return strings.Join(a, "\n") == strings.Join(b, "\n") }) {
			t.Errorf("HEAD %s: the headers are\n%v\nthose of GET are\n%v", c.path, head.Header, got.Header)
		}
	}
}

// TestSiteNotFound: only the names of the page's files are there, however they are
// asked for.
func TestSiteNotFound(t *testing.T) {
	s := testSite(t)
	for _, path := range []string{
		"/nothing", "/placeholder.txt", "/app.css", "/icons", "/icons/", "/index.html/", "//", "//index.html", "/./index.html",
		"/icons/../index.html", "/../serve.go", "/..%2f..%2fetc/passwd", "/../../../../etc/passwd", "/etc/passwd", `/..\..\etc\passwd`,
		"/index.html\x00", "/INDEX.HTML", "/app.3f9a1c2b.css.br", "/viewer.00c0ffee.wasm.gz", "*", "", "/%",
	} {
		got := ask(s, "GET", path)
		body := bodyOf(t, got)
		if got.StatusCode != 404 || !strings.Contains(body, "There is nothing here") || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%q: %d %q", path, got.StatusCode, body)
		}
		if got.Header.Get("Location") != "" || strings.Contains(body, "host.invalid") || strings.Contains(body, "etc") {
			t.Errorf("%q: the answer repeats the request: %v %s", path, got.Header, body)
		}
		if body := bodyOf(t, ask(s, "HEAD", path)); body != "" {
			t.Errorf("HEAD %q: has a body", path)
		}
	}
	for path, up := range map[string]string{"/x": "./", "/a/x": "./../", "/a/b/x": "./../../", "/a%2Fb": "./"} {
		r := httptest.NewRequest("GET", path, nil)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if !strings.Contains(w.Body.String(), `<a href="`+up+`">`) {
			t.Errorf("%s: no link to %s:\n%s", path, up, w.Body)
		}
	}
}

func TestSiteMethods(t *testing.T) {
	s := testSite(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
		for _, path := range []string{"/", "/healthz", "/nothing"} {
			got := ask(s, method, path)
			if got.StatusCode != 405 || got.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, path, got.StatusCode, got.Header.Get("Allow"))
			}
		}
	}
}

func TestSiteEncodings(t *testing.T) {
	s := testSite(t)
	for _, c := range []struct{ path, accept, encoding, body string }{
		{"/", "gzip, deflate, br, zstd", "br", "html in brotli"},
		{"/", "gzip", "", "<!doctype html>\n"},
		{"/viewer.00c0ffee.wasm", "br", "br", "wasm in brotli"},
		{"/viewer.00c0ffee.wasm", "", "", "0123456789"},
		{"/app.3f9a1c2b.css", "br;q=0.5, identity;q=0.1", "br", "css in brotli"},
		{"/icons/icon.png", "br, gzip", "", "png"},
	} {
		got := ask(s, "GET", c.path, "Accept-Encoding", c.accept)
		if body := bodyOf(t, got); got.Header.Get("Content-Encoding") != c.encoding || body != c.body {
			t.Errorf("%s, %q: %q %q, want %q %q", c.path, c.accept, got.Header.Get("Content-Encoding"), body, c.encoding, c.body)
		}
		if got.ContentLength != int64(len(c.body)) {
			t.Errorf("%s, %q: Content-Length %d", c.path, c.accept, got.ContentLength)
		}
		if vary := got.Header.Get("Vary"); strings.HasPrefix(vary, "Accept-Encoding") != (c.path != "/icons/icon.png") {
			t.Errorf("%s: Vary %q", c.path, vary)
		}
	}

	server := httptest.NewServer(s)
	defer server.Close()
	got, err := server.Client().Get(server.URL + "/app.3f9a1c2b.css") // asks for gzip and undoes it
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if body := bodyOf(t, got); body != "body { margin: 0 }\n" || !got.Uncompressed {
		t.Errorf("got %q, packed: %v", body, got.Uncompressed)
	}
}

// TestSiteSharesNothing: what one response does to its headers is not in the next.
func TestSiteSharesNothing(t *testing.T) {
	s := testSite(t)
	before := ask(s, "GET", "/").Header
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	for name := range w.Header() {
		w.Header().Add(name, "more")
		w.Header().Set(name, "other")
	}
	if after := ask(s, "GET", "/").Header; !maps.EqualFunc(before, after, slices.Equal) {
		t.Errorf("the headers were\n%v\nand are\n%v", before, after)
	}
}

// TestSiteAllocates: an answer is handed over, not made. What is counted is the map
// of the headers, which the server makes.
func TestSiteAllocates(t *testing.T) {
	s := testSite(t)
	r := httptest.NewRequest("GET", "/viewer.00c0ffee.wasm", nil)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	w := &discarded{header: http.Header{}}
	s.ServeHTTP(w, r)
	if n := testing.AllocsPerRun(100, func() { s.ServeHTTP(w, r) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
	if w.header.Get("Content-Encoding") != "br" {
		t.Errorf("the headers are %v", w.header)
	}
}

// discarded is a response that nobody reads.
type discarded struct{ header http.Header }

func (d *discarded) Header() http.Header         { return d.header }
func (d *discarded) Write(p []byte) (int, error) { return len(p), nil }
func (d *discarded) WriteHeader(int)             {}

// TestSiteHeaders: every response says what the page may do, files and failures
// alike.
func TestSiteHeaders(t *testing.T) {
	for _, c := range []struct {
		origins         []string
		ancestors, corp string
	}{
		{nil, "frame-ancestors 'self'", "same-origin"},
		{[]string{"https://example.com", "https://*.example.org:8443"}, "frame-ancestors 'self' https://example.com https://*.example.org:8443", "cross-origin"},
	} {
		s := testSite(t, c.origins...)
		for _, got := range []*http.Response{
			ask(s, "GET", "/"), ask(s, "HEAD", "/"), ask(s, "GET", "/viewer.00c0ffee.wasm"), ask(s, "GET", "/nothing"), ask(s, "POST", "/"),
			ask(s, "GET", "/healthz"), ask(s, "GET", "/viewer.00c0ffee.wasm", "Range", "bytes=99-"),
		} {
			want := map[string]string{
				"Content-Security-Policy":      contentPolicy + "; " + c.ancestors,
				"X-Content-Type-Options":       "nosniff",
				"Referrer-Policy":              "no-referrer",
				"Cross-Origin-Opener-Policy":   "same-origin",
				"Cross-Origin-Embedder-Policy": "require-corp",
				"Cross-Origin-Resource-Policy": c.corp,
				"Access-Control-Allow-Origin":  map[bool]string{true: "*"}[len(c.origins) > 0],
			}
			for name, value := range want {
				if got.Header.Get(name) != value {
					t.Errorf("%d: %s is %q, want %q", got.StatusCode, name, got.Header.Get(name), value)
				}
			}
			if p := got.Header.Get("Permissions-Policy"); !strings.Contains(p, "camera=()") {
				t.Errorf("%d: Permissions-Policy is %q", got.StatusCode, p)
			}
		}
	}
}

// TestSiteOpener: a page that another page may have opened is out of its reach; only
// what the user opened is not asked to be.
func TestSiteOpener(t *testing.T) {
	s := testSite(t)
	for _, c := range []struct {
		site, mode string
		parted     bool
	}{
		{"none", "navigate", false},
		{"cross-site", "navigate", true},
		{"same-site", "navigate", true},
		{"same-origin", "navigate", true},
		{"none", "no-cors", true},
		{"same-origin", "cors", true}, // the service worker, which answers for all visits
		{"none", "", true},
		{"", "", true},
	} {
		var fields []string
		for name, value := range map[string]string{"Sec-Fetch-Site": c.site, "Sec-Fetch-Mode": c.mode} {
			if value != "" {
				fields = append(fields, name, value)
			}
		}
		first := ask(s, "GET", "/", fields...)
		again := ask(s, "GET", "/", append(fields, "If-None-Match", first.Header.Get("ETag"))...)
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("asked again the answer is %d", again.StatusCode)
		}
		for _, got := range []*http.Response{first, again} {
			if policy := got.Header.Get("Cross-Origin-Opener-Policy"); (policy == "same-origin") != c.parted {
				t.Errorf("%d to %q: the policy is %q", got.StatusCode, fields, policy)
			}
			if vary := got.Header.Get("Vary"); !strings.Contains(vary, "Sec-Fetch-Site, Sec-Fetch-Mode") {
				t.Errorf("%d to %q: Vary is %q", got.StatusCode, fields, vary)
			}
		}
	}
	if got := ask(s, "GET", "/", "Sec-Fetch-Site", "none", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"); got.Header.Get("Cross-Origin-Opener-Policy") == "" {
		t.Error("of two sayings the harmless one counts")
	}
}

// TestPolicyOfThePage: the page has the server's policy in itself too, for hosts
// that send none.
func TestPolicyOfThePage(t *testing.T) {
	index, err := os.ReadFile("../../index.html")
	if err != nil {
		t.Fatal(err)
	}
	if want := `<meta http-equiv="Content-Security-Policy" content="` + contentPolicy + `">`; !bytes.Contains(index, []byte(want)) {
		t.Errorf("index.html does not say\n%s", want)
	}
	for _, word := range []string{"unsafe-inline", "unsafe-eval'", "http:", "https:", "*"} {
		if strings.Contains(strings.ReplaceAll(contentPolicy, "'wasm-unsafe-eval'", ""), word) {
			t.Errorf("the policy allows %s", word)
		}
	}
}

func TestSiteNotBuilt(t *testing.T) {
	_, err := newSite(fstest.MapFS{"placeholder.txt": {}}, nil)
	if err == nil || !strings.Contains(err.Error(), `Run "make build"`) {
		t.Errorf("got %v", err)
	}
}
