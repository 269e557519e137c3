package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"filingview/web"
)

// built reports whether this test binary holds the page.
func built() bool {
	f, err := web.Page().Open("index.html")
	if err == nil {
		err = f.Close()
	}
	return err == nil
}

// listenHere starts a server for the test page and returns its address, what stops
// it, and what tells how it ended.
func listenHere(t *testing.T, h http.Handler) (url string, stop context.CancelFunc, ended <-chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return serveHere(t, h, bound(l, 100, slog.New(slog.DiscardHandler)))
}

// serveHere is listenHere for connections that are listened for already.
func serveHere(t *testing.T, h http.Handler, from *connections) (url string, stop context.CancelFunc, ended <-chan error) {
	t.Helper()
	return serveWith(t, newServer(h, slog.New(slog.DiscardHandler)), from)
}

// serveWith is serveHere for a server that is made already.
func serveWith(t *testing.T, server *http.Server, from *connections) (url string, stop context.CancelFunc, ended <-chan error) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- serveUntil(ctx, server, from) }()
	t.Cleanup(stop)
	return siteURL(from.Addr(), false), stop, done
}

func waitFor(t *testing.T, ended <-chan error) {
	t.Helper()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the server does not stop")
	}
}

// TestServeCommand runs the command as it is built: with the page it serves and
// stops, without it says what to do.
func TestServeCommand(t *testing.T) {
	if !built() {
		code, out, err := tool(t.Context(), nil, "serve", "-addr", "127.0.0.1:0")
		expect(t, code, failed, out, "", err, `filingview serve: The page is not built into this program. Run "make build"`)
		return
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	said, out := io.Pipe()
	var logged bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"-addr", "127.0.0.1:0"}, streams{nil, out, &logged})
		out.Close()
	}()
	line, err := bufio.NewReader(said).ReadString('\n')
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "Filingview at ")
	if err != nil || !ok {
		t.Fatalf("it says %q, %v", line, err)
	}
	got, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if body := bodyOf(t, got); got.StatusCode != 200 || !strings.Contains(body, "<title>Filingview</title>") {
		t.Errorf("%d:\n%s", got.StatusCode, body)
	}
	stop()
	select {
	case c := <-code:
		if c != done {
			t.Errorf("exit code %d", c)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it does not stop")
	}
	if !strings.Contains(logged.String(), "method=GET path=/ status=200") {
		t.Errorf("the log is %q", &logged)
	}
}

// TestServeFinishesRequests: stopping lets a running request end and takes no more.
func TestServeFinishesRequests(t *testing.T) {
	arrived, answer := make(chan bool), make(chan bool)
	url, stop, ended := listenHere(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(arrived)
		<-answer
		fmt.Fprint(w, "whole")
	}))
	body := make(chan string, 1)
	go func() {
		got, err := http.Get(url)
		if err != nil {
			body <- err.Error()
			return
		}
		defer got.Body.Close()
		b, err := io.ReadAll(got.Body)
		body <- fmt.Sprint(string(b), err)
	}()
	<-arrived
	stop()
	for { // until the address is closed
		c, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(url, "http:"), "/"))
		if err != nil {
			break
		}
		c.Close()
		time.Sleep(time.Millisecond)
	}
	close(answer)
	if got := <-body; got != "whole<nil>" {
		t.Errorf("the request got %q", got)
	}
	waitFor(t, ended)
}

func TestServeMisuse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"serve", "here"}, `There is an argument too much: "here".`},
		{[]string{"serve", "-embed-origins", "example.com"}, `"example.com" is no origin.`},
		{[]string{"serve", "-tls-cert", "chain.pem"}, "A certificate and its key go together"},
		{[]string{"serve", "-tls-key", "key.pem"}, "A certificate and its key go together"},
		{[]string{"serve", "-connections", "0"}, "0 connections are too few"},
		{[]string{"serve", "-port", "1"}, "flag provided but not defined: -port"},
		{[]string{"-addr"}, "flag needs an argument: -addr"},
	} {
		code, out, err := tool(t.Context(), nil, c.args...)
		expect(t, code, misuse, out, "", err, c.want)
	}
}

func TestListenReasons(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for addr, want := range map[string]string{
		taken.Addr().String(): "is in use, perhaps by another Filingview",
		"127.0.0.1":           "It is a host and a port",
		"127.0.0.1:99999":     "It is a host and a port",
	} {
		_, err := net.Listen("tcp", addr)
		if err == nil {
			t.Fatalf("%s can be listened on", addr)
		}
		if got := listenReason(addr, err).Error(); !strings.Contains(got, want) || !strings.Contains(got, addr) {
			t.Errorf("%s: %s", addr, got)
		}
	}
	// What a privileged port and a foreign address give, whoever runs the test.
	for errno, want := range map[error]string{
		syscall.EACCES:        "may not listen on 127.0.0.1:80",
		syscall.EADDRNOTAVAIL: "is not one of this machine",
	} {
		if got := listenReason("127.0.0.1:80", fmt.Errorf("listen: %w", errno)).Error(); !strings.Contains(got, want) {
			t.Errorf("%v: %s", errno, got)
		}
	}
}

func TestSiteURL(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8016": "http://127.0.0.1:8016/", "0.0.0.0:80": "http://localhost:80/",
		"[::]:8016": "http://localhost:8016/", "[::1]:8016": "http://[::1]:8016/",
	} {
		a, err := net.ResolveTCPAddr("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		if got := siteURL(a, false); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

// TestServeOverTheWire asks with bytes that Go's client does not send.
func TestServeOverTheWire(t *testing.T) {
	url, stop, ended := listenHere(t, testSite(t))
	address := strings.Trim(strings.TrimPrefix(url, "http:"), "/")
	for _, c := range []struct{ request, status string }{
		{"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "404"},
		{"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "404"},
		{"GET /icons/..%2findex.html HTTP/1.1\r\nHost: x\r\n\r\n", "404"},
		{"GET http://evil.invalid/nothing HTTP/1.1\r\nHost: evil.invalid\r\n\r\n", "404"},
		{"GET / HTTP/1.1\r\nHost: evil.invalid\r\n\r\n", "200"},
		{"GET / HTTP/1.0\r\n\r\n", "200"},
		{"GET /?q=1 HTTP/1.1\r\nHost: x\r\n\r\n", "200"},
		{"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400"},
		{"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", "405"},
	} {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(conn, c.request); err != nil {
			t.Fatal(err)
		}
		got, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatalf("%q: %v", c.request, err)
		}
		body, err := io.ReadAll(got.Body)
		if err != nil {
			t.Errorf("%q: %v", c.request, err)
		}
		if !strings.HasPrefix(got.Status, c.status) || strings.Contains(fmt.Sprint(got.Header, string(body)), "evil") {
			t.Errorf("%q: %s %v %s", c.request, got.Status, got.Header, body)
		}
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
	}
	stop()
	waitFor(t, ended)
}

func TestLogRequests(t *testing.T) {
	var mu sync.Mutex
	var out bytes.Buffer
	h := logRequests(testSite(t), slog.New(slog.NewTextHandler(writerFunc(func(p []byte) (int, error) {
		mu.Lock()
		defer mu.Unlock()
		return out.Write(p)
	}), nil)))
	for _, c := range []struct {
		method, path string
		headers      []string
		want         string
	}{
		{"GET", "/", []string{"Accept-Encoding", "br"}, `method=GET path=/ status=200 bytes=14 encoding=br took=\S+\n`},
		{"HEAD", "/", nil, `method=HEAD path=/ status=200 bytes=0 encoding="" took=\S+\n`},
		{"GET", "/nothing", nil, `method=GET path=/nothing status=404 bytes=\d+ encoding="" took=\S+\n`},
		{"POST", "/", nil, `method=POST path=/ status=405 `},
		{"GET", "/viewer.00c0ffee.wasm", []string{"Range", "bytes=0-1"}, `status=206 bytes=2 `},
		{"GET", "/a\nmsg=forged", nil, `path="/a\\nmsg=forged" status=404`},
	} {
		out.Reset()
		ask(h, c.method, c.path, c.headers...)
		if got := out.String(); strings.Count(got, "\n") != 1 || !regexp.MustCompile(c.want).MatchString(got) {
			t.Errorf("%s %q: the log is %q, want %q", c.method, c.path, got, c.want)
		}
	}

	// A handler that fails midway is logged, and what is below can be reached.
	out.Reset()
	r := httptest.NewRequest("GET", "/x", nil)
	func() {
		defer func() {
			if err, _ := recover().(error); !errors.Is(err, http.ErrAbortHandler) {
				t.Errorf("the panic has become %v", err)
			}
		}()
		logRequests(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "half")
			if err := http.NewResponseController(w).Flush(); err != nil {
				t.Error(err)
			}
			panic(http.ErrAbortHandler)
		}), slog.New(slog.NewTextHandler(&out, nil))).ServeHTTP(httptest.NewRecorder(), r)
	}()
	if !strings.Contains(out.String(), "path=/x status=200 bytes=4") {
		t.Errorf("the log is %q", &out)
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
