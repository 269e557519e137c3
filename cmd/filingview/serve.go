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
	"strconv"
	"syscall"
	"time"

	"filingview/web"
)

const serveAbout = `filingview serve [-addr HOST:PORT] [-embed-origins ORIGINS] [-log=false]

Serves the viewer, which is built into this program, and prints its address. The
server only hands out the page: filings are read by the browser and never come
here. It stops on an interrupt.

`

// Bounds on what a client may take of the server.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second // no request has a body
	// writeTimeout lets a line of 0.2 Mbit/s load the program unpacked.
	writeTimeout    = 5 * time.Minute
	idleTimeout     = 2 * time.Minute
	maxHeader       = 16 << 10
	shutdownTimeout = 5 * time.Second
)

// serve hands out the built page until ctx is done.
func serve(ctx context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := flags.String("addr", "127.0.0.1:8016", "the `HOST:PORT` to listen on; port 0 takes a free one")
	embed := flags.String("embed-origins", "", "the `ORIGINS` of other sites that may show the viewer in a frame, such as\n\"https://example.com, https://*.example.org\"; * is every site")
	logged := flags.Bool("log", true, "write a line for each request to standard error")
	rest, code, ok := parseFlags(flags, args, s, serveAbout)
	if !ok {
		return code
	}
	origins, err := parseOrigins(*embed)
	if len(rest) > 0 {
		err = fmt.Errorf("There is an argument too much: %q.", rest[0])
	}
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\nUsage: %s", err, serveAbout)
		return misuse
	}
	page, err := newSite(web.Page(), responseHeaders(origins))
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", err)
		return failed
	}
	var handler http.Handler = page
	lines := slog.NewTextHandler(s.err, nil)
	if *logged {
		handler = logRequests(page, slog.New(lines))
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(lines, slog.LevelWarn),
		// Answered by the handler, like everything else.
		DisableGeneralOptionsHandler: true,
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *addr)
	if err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", listenReason(*addr, err))
		return failed
	}
	fmt.Fprintf(s.out, "Filingview at %s\n", siteURL(listener.Addr()))
	if err := serveUntil(ctx, server, listener); err != nil {
		fmt.Fprintf(s.err, "filingview serve: %v\n", err)
		return failed
	}
	return done
}

// serveUntil serves until ctx is done and then lets the requests that run finish,
// for a while.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener) error {
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
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
func siteURL(addr net.Addr) string {
	host, port := addr.String(), ""
	if tcp, ok := addr.(*net.TCPAddr); ok {
		host, port = tcp.IP.String(), strconv.Itoa(tcp.Port)
		if tcp.IP.IsUnspecified() {
			host = "localhost"
		}
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
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
