package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"

	"filingview/web"
)

const serveAbout = `filingview serve [-addr HOST:PORT] [-embed-origins ORIGINS] [-tls-cert FILE -tls-key FILE] [-connections N] [-log=false]

Serves the viewer, which is built into this program, and prints its address. The
server only hands out the page: filings are read by the browser and never come
here. It stops on an interrupt, when the answers that are under way are done.

`

// Bounds on what a client may take of the server. How many connections there may be
// is bounded too: see connections.
const (
	// headerTimeout is also the time for a TLS handshake.
	headerTimeout = 20 * time.Second
	readTimeout   = 30 * time.Second // no request has a body
	writeTimeout  = 30 * time.Second // for all but what slowestLine needs longer for
	// slowestLine is the bytes a second, 0.2 Mbit/s, that a client has to take.
	slowestLine     = 25_000
	idleTimeout     = 2 * time.Minute
	maxHeader       = 16 << 10
	maxStreams      = 64 // of one HTTP/2 connection
	shutdownTimeout = 5 * time.Second
	// collectAt is how many percent of what is in use may be garbage, unless GOGC says:
	// with Go's hundred, the slow connections of minutes go by before one collection.
	collectAt = 20
)

// serve hands out the built page until ctx is done.
func serve(ctx context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := flags.String("addr", "127.0.0.1:8016", "the `HOST:PORT` to listen on; port 0 takes a free one")
	embed := flags.String("embed-origins", "", "the `ORIGINS` of other sites that may show the viewer in a frame, such as\n\"https://example.com, https://*.example.org\"; * is every site")
	chain := flags.String("tls-cert", "", "the `FILE` with the certificate, in PEM, if this server is to speak HTTPS; it is\nread again when it changes")
	key := flags.String("tls-key", "", "the `FILE` with the key of the certificate, in PEM")
	most := flags.Int("connections", mostConnections, "hold at most `N` connections; if there are more, the slowest are ended")
	logged := flags.Bool("log", true, "write a line for each request to standard error")
	rest, code, ok := parseFlags(flags, args, s, serveAbout)
	if !ok {
		return code
	}
	origins, err := parseOrigins(*embed)
	switch {
	case len(rest) > 0:
		err = fmt.Errorf("There is an argument too much: %q.", rest[0])
	case (*chain == "") != (*key == ""):
		err = errors.New("A certificate and its key go together: -tls-cert FILE -tls-key FILE.")
	case *most < 1:
		err = fmt.Errorf("%d connections are too few to serve anybody.", *most)
	}
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\nUsage: %s", err, serveAbout)
		return misuse
	}
	secure := *chain != ""
	page, err := newSite(web.Page(), responseHeaders(origins, secure))
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", err)
		return failed
	}
	if _, set := os.LookupEnv("GOGC"); !set {
		defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	}
	lines := slog.New(slog.NewTextHandler(s.err, nil))
	var handler http.Handler = page
	if *logged {
		handler = logRequests(page, lines)
	}
	server := newServer(handler, lines)
	if secure {
		proof, err := loadCertificate(*chain, *key, lines)
		if err != nil {
			fmt.Fprintf(s.err, "filingview serve: %v\n", err)
			return failed
		}
		server.TLSConfig = proof.config()
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *addr)
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", listenReason(*addr, err))
		return failed
	}
	fmt.Fprintf(s.out, "Filingview at %s\n", siteURL(listener.Addr(), secure))
	if err := serveUntil(ctx, server, bound(listener, room(*most, lines), lines)); err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", err)
		return failed
	}
	return done
}

// newServer returns a server with its bounds, which tells its troubles to the log.
func newServer(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: maxStreams, WriteByteTimeout: writeTimeout},
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		// Answered by the handler, like everything else.
		DisableGeneralOptionsHandler: true,
	}
}

// room returns how many connections there may be: what is wanted, unless the system
// lets this process have fewer files open.
func room(most int, log *slog.Logger) int {
	files, known := mostFiles()
	if fit := max(1, files-spareFiles); known && fit < most {
		log.Warn("fewer connections than wanted, for the system's bound on open files", "connections", fit, "wanted", most, "files", files)
		return fit
	}
	return most
}

// serveUntil serves until ctx is done and then lets the requests that run finish,
// for a while.
func serveUntil(ctx context.Context, server *http.Server, from *connections) error {
	server.ConnState = from.note
	served := make(chan error, 1)
	go func() {
		if server.TLSConfig != nil {
			served <- server.ServeTLS(from, "", "")
		} else {
			served <- server.Serve(from)
		}
	}()
	select {
	case err := <-served:
		return fmt.Errorf("The server has stopped: %w.", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	err := server.Shutdown(last)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	if served := <-served; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// siteURL is the address to open in a browser. A server that listens on all
// addresses of a machine is there under localhost too.
func siteURL(addr net.Addr, secure bool) string {
	host, port := addr.String(), ""
	if tcp, ok := addr.(*net.TCPAddr); ok {
		host, port = tcp.IP.String(), strconv.Itoa(tcp.Port)
		if tcp.IP.IsUnspecified() {
			host = "localhost"
		}
	}
	scheme := "http"
	if secure {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, port) + "/"
}

// listenReason says why an address cannot be listened on, and what to do.
func listenReason(addr string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("The address %s is in use, perhaps by another Filingview. Name another: -addr 127.0.0.1:8017, or port 0 for any that is free.", addr)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("This user may not listen on %s. Ports from 1024 on are open to all: -addr 127.0.0.1:8016.", addr)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return fmt.Errorf("The address %s is not one of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for all that can reach it.", addr)
	}
	return fmt.Errorf("The address %q cannot be listened on: %w. It is a host and a port: -addr 127.0.0.1:8016.", addr, err)
}
