//go:build e2e

package e2e_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// policies tries on the server and on a plain host, where only the page itself can
// say it, what the page's policy forbids.
func policies(t *testing.T, s *suite) {
	t.Parallel()
	for _, host := range []struct{ name, address string }{{"server", s.server}, {"static host", s.static}} {
		t.Run(host.name, func(t *testing.T) {
			t.Parallel()
			b := open(t, s, host.address)
			// The handlers and the script would leave a trace.
			b.run(`(() => {
				const box = document.body.appendChild(document.createElement("div"));
				box.innerHTML = "<img src='nothing.png' onerror='window.trace = 1'><a id=bad href='javascript:window.trace = 2'>bad</a><i style='color: red'>i</i>";
				const script = document.createElement("script");
				script.textContent = "window.trace = 3";
				box.append(script);
				box.querySelector("#bad").dispatchEvent(new MouseEvent("click", { bubbles: false, cancelable: true }));
			})()`)
			b.run(`new Promise((done) => setTimeout(() => { // what is evaluated here directly goes past the policy
				try { (0, eval)("window.trace = 4"); } catch { window.caught = true; }
				done();
			}))`)
			b.run(`fetch("http://127.0.0.2:8016/secret").then(() => { window.trace = 5; }, () => {})`)
			b.run(`new Promise((done) => {
				const frame = document.createElement("iframe");
				frame.onload = frame.onerror = () => done();
				frame.src = "http://127.0.0.2:8016/frame";
				document.body.append(frame);
			})`)
			b.run(`(() => {
				const form = document.body.appendChild(document.createElement("form"));
				form.action = "http://127.0.0.2:8016/form";
				form.submit();
			})()`)
			b.run(`(() => { const base = document.createElement("base"); base.href = "http://127.0.0.2:8016/"; document.head.append(base); })()`)
			b.until(`window.caught`)
			b.complained(
				"violated: script-src-attr by inline", "violated: script-src-elem by inline", "violated: script-src by eval", "violated: style-src-attr by inline",
				"violated: connect-src by http://127.0.0.2:8016/secret", "violated: frame-src by http://127.0.0.2:8016",
				"violated: form-action by http://127.0.0.2:8016/form", "violated: base-uri by http://127.0.0.2:8016")
			if trace := value[int](b, `window.trace || 0`); trace != 0 {
				t.Errorf("What the policy forbids was run: %d.", trace)
			}
			if value[bool](b, `document.querySelector("i").style.color !== "" && getComputedStyle(document.querySelector("i")).color === "rgb(255, 0, 0)"`) {
				t.Error("A style attribute has force.")
			}
		})
	}
}

// headers asks the server for the page and for one of its files.
func headers(t *testing.T, s *suite) {
	t.Parallel()
	get := func(address, encoding string) *http.Response {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", encoding)
		a, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Body.Close() })
		return a
	}
	page := get(s.server, "identity")
	var html strings.Builder
	if err := page.Write(&html); err != nil {
		t.Fatal(err)
	}
	want := func(a *http.Response, header, pattern string) {
		t.Helper()
		if got := a.Header.Get(header); !regexp.MustCompile(pattern).MatchString(got) {
			t.Errorf("%s: %s is %q, want %s.", a.Request.URL.Path, header, got, pattern)
		}
	}
	policy := page.Header.Get("Content-Security-Policy")
	for _, never := range []string{"unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "data:", "blob:"} {
		if strings.Contains(policy, never) {
			t.Errorf("The policy allows %s: %s", never, policy)
		}
	}
	want(page, "Content-Security-Policy", `default-src 'none'.*frame-ancestors 'self'`)
	want(page, "Content-Type", `^text/html; charset=utf-8$`)
	want(page, "X-Content-Type-Options", `^nosniff$`)
	want(page, "Referrer-Policy", `^no-referrer$`)
	want(page, "Cache-Control", `no-cache|no-store|max-age=0`)
	wasm := regexp.MustCompile(`[\w.-]+\.wasm`).FindString(html.String())
	if wasm == "" {
		t.Fatal("The page names no program.")
	}
	program := get(s.server+wasm, "br, gzip")
	want(program, "Content-Type", `^application/wasm$`)
	want(program, "Content-Encoding", `^br$`)
	want(program, "Cache-Control", `immutable`)
	want(program, "Vary", `Accept-Encoding`)
	want(program, "X-Content-Type-Options", `^nosniff$`)
	if a := get(s.server+"nothing/here", "identity"); a.StatusCode != http.StatusNotFound {
		t.Errorf("What is not there is answered with %s.", a.Status)
	}
}
