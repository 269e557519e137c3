package main

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestServeSlowClients: whoever takes too long to ask, or to take the answer, is let
// go; a client on a slow line has the time that it needs.
func TestServeSlowClients(t *testing.T) {
	t.Parallel()
	const size = 24 << 20 // more than sockets hold
	big := testPage(t)
	for _, name := range []string{"long.00000000.wasm", "short.00000000.wasm"} {
		big[name] = &fstest.MapFile{Data: make([]byte, size)}
	}
	page, err := newSite(big, responseHeaders(nil, false))
	if err != nil {
		t.Fatal(err)
	}
	if got := page.files["/long.00000000.wasm"].forms[0].patience; got < size/slowestLine*time.Second || got > 2*size/slowestLine*time.Second {
		t.Errorf("24 MB have %v, which is another line than %d bytes a second", got, slowestLine)
	}
	if got := page.files["/index.html"].forms[0].patience; got != 0 {
		t.Errorf("a page has %v", got)
	}
	page.files["/short.00000000.wasm"].forms[0].patience = 600 * time.Millisecond
	server := newServer(page, slog.New(slog.DiscardHandler))
	for name, got := range map[string]time.Duration{"headers": server.ReadHeaderTimeout, "requests": server.ReadTimeout, "answers": server.WriteTimeout, "waiting": server.IdleTimeout} {
		if got <= 0 || got > 2*time.Minute {
			t.Errorf("%s have %v", name, got)
		}
	}
	// Shorter, so that the test is.
	server.ReadHeaderTimeout, server.ReadTimeout, server.WriteTimeout, server.IdleTimeout = 300*time.Millisecond, 400*time.Millisecond, 500*time.Millisecond, 300*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, stop, ended := serveWith(t, server, bound(l, 100, slog.New(slog.DiscardHandler)))
	for _, c := range []struct {
		name, request string
		pause         time.Duration // before anything is taken
		whole         bool          // whether it gets all of the big file
	}{
		{"nothing", "", 0, false},
		{"half a header", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", 0, false},
		{"a body that is late", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf", 0, false},
		{"an idle connection", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", 0, false},
		{"an answer not taken", "GET /short.00000000.wasm HTTP/1.1\r\nHost: x\r\n\r\n", 1200 * time.Millisecond, false},
		{"a slow line", "GET /long.00000000.wasm HTTP/1.1\r\nHost: x\r\n\r\n", 1200 * time.Millisecond, true},
	} {
		conn, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		if _, err := io.WriteString(conn, c.request); err != nil {
			t.Fatal(err)
		}
		time.Sleep(c.pause)
		if err := conn.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, conn)
		if err != nil && strings.Contains(err.Error(), "timeout") {
			t.Errorf("%s: after %v it is open", c.name, time.Since(begin))
		}
		if whole := n > size; whole != c.whole {
			t.Errorf("%s: %d bytes came", c.name, n)
		}
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
	}
	stop()
	waitFor(t, ended)
}

// TestServeBoundsHeaders: a request that is larger than any browser's is refused
// before it is read to its end.
func TestServeBoundsHeaders(t *testing.T) {
	url, stop, ended := listenHere(t, testSite(t))
	for name, c := range map[string]struct {
		path, header string
		status       int
	}{
		"usual": {"", strings.Repeat("a", 8<<10), 200}, "long header": {"", strings.Repeat("a", 64<<10), 431},
		"long path": {strings.Repeat("a", 64<<10), "", 431},
	} {
		r, err := http.NewRequestWithContext(t.Context(), "GET", url+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Cookie", c.header)
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got.Body.Close()
		if got.StatusCode != c.status {
			t.Errorf("%s: %d, want %d", name, got.StatusCode, c.status)
		}
	}
	stop()
	waitFor(t, ended)
}
