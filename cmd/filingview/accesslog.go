package main

import (
	"log/slog"
	"net/http"
	"time"
)

// logRequests writes a line for each request when it is over: what was asked and
// how it was answered, not by whom.
func logRequests(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		sent := &countingWriter{ResponseWriter: w}
		defer func() {
			log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("method", r.Method),
				slog.String("path", r.URL.Path),
				slog.Int("status", sent.status),
				slog.Int64("bytes", sent.bytes),
				slog.String("encoding", w.Header().Get("Content-Encoding")),
				slog.Duration("took", time.Since(start).Round(time.Microsecond)))
		}()
		next.ServeHTTP(sent, r)
	})
}

// countingWriter notes what is sent through it.
type countingWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (c *countingWriter) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *countingWriter) Write(p []byte) (int, error) {
	if c.status == 0 {
		c.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(p)
	c.bytes += int64(n)
	return n, err
}

// Unwrap gives http.ResponseController the writer below.
func (c *countingWriter) Unwrap() http.ResponseWriter { return c.ResponseWriter }
