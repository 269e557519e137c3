package main

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// crowd is connections that nobody serves: what enters and leaves is looked at.
func crowd(most int) *connections { return bound(nil, most, slog.New(slog.DiscardHandler)) }

// open has a client open a connection, and returns it and what had to go for it.
func (c *connections) open(from string) (opened, dropped *connection) {
	opened = &connection{by: c}
	return opened, c.enter(opened, netip.MustParsePrefix(from))
}

// TestConnectionsMakeRoom: who holds the most loses what has waited longest.
func TestConnectionsMakeRoom(t *testing.T) {
	const most = 4 * share // a share is 4
	c := crowd(most)
	var greedy, modest []*connection
	for range 3 {
		m, _ := c.open("192.0.2.1/32")
		modest = append(modest, m)
	}
	for len(greedy)+len(modest) < most {
		g, dropped := c.open("192.0.2.66/32")
		if dropped != nil {
			t.Fatal("one was ended while there was room")
		}
		greedy = append(greedy, g)
	}
	// It asks with its first, so that its second has waited longest.
	c.note(greedy[0], http.StateActive)
	for i, want := range []*connection{greedy[1], greedy[2], greedy[3]} {
		if _, dropped := c.open(fmt.Sprintf("198.51.100.%d/32", i)); dropped != want {
			t.Fatalf("%d: the wrong one was ended: greedy %t", i, dropped.client == greedy[0].client)
		}
	}
	// What it opens itself costs it another.
	if _, dropped := c.open("192.0.2.66/32"); dropped != greedy[4] {
		t.Error("it has displaced somebody else")
	}
	if c.all.Len() != most {
		t.Errorf("%d are open", c.all.Len())
	}
	for _, m := range modest {
		if m.inAll == nil {
			t.Error("a modest client has lost a connection")
		}
	}
}

// TestConnectionsOfMany: where all are modest, the one that has waited longest goes,
// whoever's it is.
func TestConnectionsOfMany(t *testing.T) {
	c := crowd(3)
	first, _ := c.open("192.0.2.1/32")
	second, _ := c.open("192.0.2.2/32")
	third, _ := c.open("192.0.2.3/32")
	c.note(first, http.StateIdle)
	if _, dropped := c.open("192.0.2.4/32"); dropped != second {
		t.Error("not the second was ended")
	}
	if _, dropped := c.open("192.0.2.5/32"); dropped != third {
		t.Error("not the third was ended")
	}
	if len(c.clients) != 3 {
		t.Errorf("%d clients are known", len(c.clients))
	}
}

// TestConnectionsLeave: what is closed is counted out once, and nothing is kept of
// those who have gone.
func TestConnectionsLeave(t *testing.T) {
	c := crowd(share)
	var open []*connection
	for i := range 2 * share {
		o, _ := c.open(fmt.Sprintf("2001:db8:0:%d::/64", i%2))
		open = append(open, o)
	}
	for _, o := range open {
		c.leave(o)
		c.leave(o)
		c.note(o, http.StateActive)
	}
	if c.all.Len()+len(c.clients)+len(c.greedy) != 0 {
		t.Errorf("left are %d connections, %d clients, %d greedy", c.all.Len(), len(c.clients), len(c.greedy))
	}
}

// TestConnectionsBehindProxy: one address may have all there is.
func TestConnectionsBehindProxy(t *testing.T) {
	c := crowd(100)
	for range 100 {
		if _, dropped := c.open("127.0.0.1/32"); dropped != nil {
			t.Fatal("one was ended while there was room")
		}
	}
}

func TestClientOf(t *testing.T) {
	for addr, want := range map[string]string{
		"192.0.2.1:80": "192.0.2.1/32", "[::ffff:192.0.2.1]:80": "192.0.2.1/32",
		"[2001:db8:1:2:3:4:5:6]:80": "2001:db8:1:2::/64", "[fe80::1%1]:80": "fe80::/64",
	} {
		a, err := net.ResolveTCPAddr("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		if got := clientOf(a); got.String() != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

// TestServeWhenFull: while somebody holds all connections and says nothing, requests
// are answered, and that there is no room is told once.
func TestServeWhenFull(t *testing.T) {
	var log bytes.Buffer
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	lines := slog.New(slog.NewTextHandler(&log, nil))
	from := bound(l, 8, lines)
	url, stop, ended := serveHere(t, testSite(t), from)
	var silent []net.Conn
	defer func() {
		for _, c := range silent {
			c.Close()
		}
	}()
	for range 40 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		silent = append(silent, c)
		if _, err := io.WriteString(c, "GET / HT"); err != nil {
			t.Log(err) // it may have been ended already
		}
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 10 * time.Second}
	for range 20 {
		got, err := client.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		if body := bodyOf(t, got); got.StatusCode != 200 || body != "<!doctype html>\n" {
			t.Errorf("%d %q", got.StatusCode, body)
		}
		got.Body.Close()
	}
	// The first that were opened have been ended.
	if err := silent[0].SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := silent[0].Read(make([]byte, 1)); err == nil || strings.Contains(err.Error(), "timeout") {
		t.Errorf("the first silent one is open: %v", err)
	}
	for _, c := range silent { // a connection that says nothing delays the end
		c.Close()
	}
	silent = nil
	stop()
	waitFor(t, ended)
	from.mu.Lock()
	defer from.mu.Unlock()
	if n := strings.Count(log.String(), "no room for more connections"); n != 1 || strings.Contains(log.String(), "127.0.0.1") {
		t.Errorf("the log is\n%s", &log)
	}
}

// TestRoom: a system that allows few open files gets fewer connections, and says so.
func TestRoom(t *testing.T) {
	var log bytes.Buffer
	lines := slog.New(slog.NewTextHandler(&log, nil))
	if got := room(1, lines); got != 1 || log.Len() > 0 {
		t.Errorf("1 wanted, %d had; the log is %q", got, &log)
	}
	files, known := mostFiles()
	if !known {
		t.Skip("this system has no bound on open files")
	}
	if got := room(files, lines); got != files-spareFiles || !strings.Contains(log.String(), "bound on open files") {
		t.Errorf("%d wanted, %d had; the log is %q", files, got, &log)
	}
}
