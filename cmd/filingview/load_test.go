//go:build load

package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The server is one that runs already ("make load" starts it), so that its memory
// and its open files are its own.
var (
	loadServer = flag.String("server", "", "the address of the server")
	loadPID    = flag.Int("pid", 0, "its process")
	loadSlow   = flag.Int("slow", 10_000, "how many slow connections")
	loadHold   = flag.Duration("hold", 90*time.Second, "how long they are held: longer than the server waits for headers, and for several collections of its memory")
)

// slowKinds are what slow connections do once they are open. What the server ends is
// opened again.
func slowKinds(wasm string) []struct {
	name string
	act  func(ctx context.Context, c net.Conn) error
} {
	const host = " HTTP/1.1\r\nHost: x\r\n"
	until := func(ctx context.Context, every time.Duration, do func() error) error {
		for t := time.NewTicker(every); ; {
			select {
			case <-ctx.Done():
				t.Stop()
				return nil
			case <-t.C:
				if err := do(); err != nil {
					t.Stop()
					return err
				}
			}
		}
	}
	gone := func(c net.Conn) error { // waits until the server ends it
		_, err := io.Copy(io.Discard, c)
		return err
	}
	return []struct {
		name string
		act  func(ctx context.Context, c net.Conn) error
	}{
		{"silent", func(_ context.Context, c net.Conn) error { return gone(c) }},
		{"headers byte by byte", func(ctx context.Context, c net.Conn) error {
			if _, err := io.WriteString(c, "GET /"+host+"X-Slow: "); err != nil {
				return err
			}
			return until(ctx, time.Second, func() error { _, err := io.WriteString(c, "a"); return err })
		}},
		{"idle after a request", func(_ context.Context, c net.Conn) error {
			if _, err := io.WriteString(c, "GET /"+host+"\r\n"); err != nil {
				return err
			}
			return gone(c)
		}},
		{"answers taken slowly", func(ctx context.Context, c net.Conn) error {
			if _, err := io.WriteString(c, "GET /"+wasm+host+"Accept-Encoding: gzip\r\n\r\n"); err != nil {
				return err
			}
			b := make([]byte, 1000)
			return until(ctx, time.Second, func() error { _, err := c.Read(b); return err })
		}},
	}
}

// normal asks for the page and, now and then, the program, as browsers do, and
// returns how long each request took.
func normal(t *testing.T, ctx context.Context, server, wasm string) (took []time.Duration) {
	t.Helper()
	var mu sync.Mutex
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			// Half of them open a connection for each request.
			client := &http.Client{Transport: &http.Transport{DisableKeepAlives: worker%2 == 0}, Timeout: 30 * time.Second}
			defer client.CloseIdleConnections()
			for i := 0; ctx.Err() == nil; i++ {
				path := ""
				if i%20 == 19 {
					path = wasm
				}
				begin := time.Now()
				got, err := client.Get(server + path)
				if err != nil {
					t.Errorf("a normal request failed: %v", err)
					return
				}
				_, err = io.Copy(io.Discard, got.Body)
				got.Body.Close()
				if err != nil || got.StatusCode != http.StatusOK {
					t.Errorf("a normal request was answered with %s, %v", got.Status, err)
				}
				if path == "" {
					mu.Lock()
					took = append(took, time.Since(begin))
					mu.Unlock()
				}
				time.Sleep(2 * time.Millisecond)
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	if len(took) == 0 {
		t.Fatal("no request was answered")
	}
	return took
}

// resident returns the megabytes of memory that the server has.
func resident(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", *loadPID))
	if err != nil {
		t.Fatal(err)
	}
	kb, err := strconv.Atoi(regexp.MustCompile(`VmRSS:\s*(\d+) kB`).FindStringSubmatch(string(status))[1])
	if err != nil {
		t.Fatal(err)
	}
	return kb >> 10
}

// TestSlowConnections holds many slow connections and asks as others do meanwhile:
// every request is answered, about as fast as without them, and the server's memory
// does not grow while they are held.
func TestSlowConnections(t *testing.T) {
	at, err := url.Parse(*loadServer)
	if err != nil || at.Host == "" {
		t.Fatalf("-server %q is no address", *loadServer)
	}
	got, err := http.Get(*loadServer)
	if err != nil {
		t.Fatal(err)
	}
	wasm := regexp.MustCompile(`[\w.-]+\.wasm`).FindString(bodyOf(t, got))
	got.Body.Close()
	if wasm == "" {
		t.Fatal("the page names no program")
	}
	alone, cancel := context.WithTimeout(t.Context(), 15*time.Second)
	before := normal(t, alone, *loadServer, wasm)
	cancel()
	empty := resident(t)

	ctx, stop := context.WithCancel(t.Context())
	var open, opened, refused atomic.Int64
	var all sync.WaitGroup
	dialing := make(chan bool, 100)
	kinds := slowKinds(wasm)
	for i := range *loadSlow {
		all.Go(func() {
			for ctx.Err() == nil {
				dialing <- true
				c, err := (&net.Dialer{}).DialContext(ctx, "tcp", at.Host)
				<-dialing
				if err != nil {
					if ctx.Err() == nil {
						refused.Add(1)
						time.Sleep(time.Second)
					}
					continue
				}
				opened.Add(1)
				open.Add(1)
				_ = c.(*net.TCPConn).SetReadBuffer(4096)
				end := context.AfterFunc(ctx, func() { c.Close() })
				_ = kinds[i%len(kinds)].act(ctx, c) // that the server ends it is expected
				end()
				c.Close()
				open.Add(-1)
			}
		})
	}
	for begin := time.Now(); open.Load() < int64(*loadSlow); time.Sleep(100 * time.Millisecond) {
		if time.Since(begin) > time.Minute {
			t.Fatalf("only %d of %d could be opened, %d were refused", open.Load(), *loadSlow, refused.Load())
		}
	}
	holding, cancel := context.WithTimeout(t.Context(), *loadHold)
	defer cancel()
	var memory []int
	least := open.Load()
	all.Go(func() {
		for holding.Err() == nil {
			memory = append(memory, resident(t))
			least = min(least, open.Load())
			time.Sleep(time.Second)
		}
	})
	during := normal(t, holding, *loadServer, wasm)
	kernel, err := os.ReadFile("/proc/net/sockstat")
	if err != nil {
		t.Error(err)
	}
	stop()
	all.Wait()

	middle := func(d []time.Duration) time.Duration { return d[len(d)/2] }
	late := func(d []time.Duration) time.Duration { return d[len(d)*99/100] }
	ratio := float64(middle(during)) / float64(middle(before))
	t.Logf("alone: %d requests, half of them within %v, 99 of 100 within %v", len(before), middle(before), late(before))
	t.Logf("beside %d slow connections (at least %d at any time, opened %d times): %d requests, half within %v, 99 of 100 within %v; %.2f times as long",
		*loadSlow, least, opened.Load(), len(during), middle(during), late(during), ratio)
	third := len(memory) / 3
	first, last := slices.Max(memory[:third]), slices.Max(memory[len(memory)-third:])
	t.Logf("resident memory: %d MB without them, %d MB in the first third of the time, %d MB in the last, %.1f KB for each", empty, first, last, float64(last-empty)*1024/float64(*loadSlow))
	for line := range strings.Lines(string(kernel)) {
		if strings.HasPrefix(line, "TCP:") {
			t.Logf("the system's sockets: %s", strings.TrimSpace(line))
		}
	}
	if refused.Load() > 0 {
		t.Errorf("%d connections were refused", refused.Load())
	}
	if float64(last) > 1.15*float64(first)+10 {
		t.Errorf("the memory grows from %d to %d MB", first, last)
	}
	// Opening and reading for ten thousand costs the same two processors.
	if ratio > 4 {
		t.Errorf("a normal request takes %.1f times as long", ratio)
	}
}
