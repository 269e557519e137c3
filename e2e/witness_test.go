//go:build e2e

package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// witness is the only way out of a tab: a proxy that everything in the tab's
// profile goes through, the page as well as its workers and service workers,
// loopback included. It lets pass what is for the page's own origin, and keeps
// count of everything.
type witness struct {
	origin  string
	also    string // another origin that is no stranger: of a host page, the viewer's
	noStore bool   // no answer may be kept by the browser of itself
	// The browser itself asks its maker for this and that in a profile of its own, so
	// that only what the page and its workers are heard to ask counts.
	browserAsks bool
	proxy       *httptest.Server

	mu     sync.Mutex
	passed []string // what went to the origin
	others []string // what was for elsewhere, and got nowhere
	held   map[string]chan struct{}
}

func newWitness(t *testing.T, origin string) *witness {
	w := &witness{origin: origin, held: map[string]chan struct{}{}}
	pass := &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) {},
		Transport: &http.Transport{DisableCompression: true},
		ModifyResponse: func(r *http.Response) error {
			if w.noStore {
				r.Header.Set("Cache-Control", "no-store")
			}
			return nil
		},
		// Where there is no server, there is no answer either.
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}
	w.proxy = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if wait, ours := w.note(r); !ours {
			http.Error(rw, "nothing else may be asked", http.StatusForbidden)
			return
		} else if wait != nil {
			select {
			case <-wait:
			case <-r.Context().Done():
				return
			}
		}
		pass.ServeHTTP(rw, r)
	}))
	t.Cleanup(func() {
		w.releaseAll()
		w.proxy.Close()
	})
	return w
}

// note keeps a request in mind and tells whether it may pass, and after what.
func (w *witness) note(r *http.Request) (wait chan struct{}, ours bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if r.Method == http.MethodConnect || !w.knows(r.URL.String()) {
		w.others = append(w.others, r.Method+" "+r.URL.String())
		return nil, false
	}
	w.passed = append(w.passed, r.Method+" "+r.URL.String())
	for part, wait := range w.held {
		if strings.Contains(r.URL.Path, part) {
			return wait, true
		}
	}
	return nil, true
}

// knows reports whether an address is of an origin that may be asked.
func (w *witness) knows(address string) bool {
	return strings.HasPrefix(address, w.origin+"/") || w.also != "" && strings.HasPrefix(address, w.also+"/")
}

// hold keeps back what has part in its path until it is released.
func (w *witness) hold(part string) (release func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	wait := make(chan struct{})
	w.held[part] = wait
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.held[part] == wait {
			close(wait)
			delete(w.held, part)
		}
	}
}

func (w *witness) releaseAll() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for part, wait := range w.held {
		close(wait)
		delete(w.held, part)
	}
}

// account returns what passed since the first from requests, and all that was
// meant for elsewhere.
func (w *witness) account(from int) (passed, others []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.passed[from:]...), append([]string(nil), w.others...)
}

func (w *witness) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.passed)
}

// originOf returns scheme and host of an address.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		panic(fmt.Sprintf("the address %q of a test cannot be parsed: %v", address, err))
	}
	return u.Scheme + "://" + u.Host
}
