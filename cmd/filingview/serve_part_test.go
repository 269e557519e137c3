package main

import (
	"regexp"
	"strconv"
	"testing"
)

func TestSiteConditions(t *testing.T) {
	s := testSite(t)
	const wasm = "/viewer.00c0ffee.wasm"
	plain := ask(s, "GET", wasm).Header.Get("ETag")
	packed := ask(s, "GET", wasm, "Accept-Encoding", "br").Header.Get("ETag")
	if !regexp.MustCompile(`^"[\w-]{20,}"$`).MatchString(plain) || plain == packed {
		t.Fatalf("the ETags are %s and %s", plain, packed)
	}
	for _, c := range []struct {
		name    string
		headers []string
		status  int
		body    string
	}{
		{"the same", []string{"If-None-Match", plain}, 304, ""},
		{"one of them", []string{"If-None-Match", `"x", ` + plain}, 304, ""},
		{"another form", []string{"If-None-Match", packed}, 200, "0123456789"},
		{"the same, packed", []string{"If-None-Match", packed, "Accept-Encoding", "br"}, 304, ""},
		{"a range", []string{"Range", "bytes=2-4"}, 206, "234"},
		{"the end", []string{"Range", "bytes=-3"}, 206, "789"},
		{"a range is never packed", []string{"Range", "bytes=2-4", "Accept-Encoding", "br"}, 206, "234"},
		{"a range of the same", []string{"Range", "bytes=2-4", "If-Range", plain}, 206, "234"},
		{"a range of another", []string{"Range", "bytes=2-4", "If-Range", packed}, 200, "0123456789"},
		{"a range after the end", []string{"Range", "bytes=10-"}, 416, "invalid range: failed to overlap\n"},
		{"no range", []string{"Range", "bytes=a-b"}, 416, "invalid range\n"},
		{"a unit that nobody knows", []string{"Range", "lines=1-2"}, 200, "0123456789"},
		{"such a unit, packed", []string{"Range", "lines=1-2", "Accept-Encoding", "br"}, 200, "wasm in brotli"},
		{"two ranges of it all", []string{"Range", "bytes=0-9,0-9"}, 200, "0123456789"},
		{"a range of what it has", []string{"Range", "bytes=2-4", "If-None-Match", plain}, 304, ""},
		{"any", []string{"If-None-Match", "*"}, 304, ""},
		{"weakly the same", []string{"If-None-Match", "W/" + plain}, 304, ""},
		{"only this", []string{"If-Match", plain}, 200, "0123456789"},
		{"only another", []string{"If-Match", `"x"`}, 412, ""},
		{"only another, packed", []string{"If-Match", `"x"`, "Accept-Encoding", "br"}, 412, ""},
	} {
		got := ask(s, "GET", wasm, c.headers...)
		if body := bodyOf(t, got); got.StatusCode != c.status || body != c.body {
			t.Errorf("%s: %d %q, want %d %q", c.name, got.StatusCode, body, c.status, c.body)
		}
		if length := got.Header.Get("Content-Length"); length != "" && length != strconv.Itoa(len(c.body)) {
			t.Errorf("%s: Content-Length %s, but %d bytes", c.name, length, len(c.body))
		}
		if c.status != 416 && got.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: Vary %q", c.name, got.Header.Get("Vary"))
		}
		if got.StatusCode == 206 && got.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: a part is packed", c.name)
		}
	}
}

// TestSitePartOfHead: a range is one of what is sent, and a HEAD sends nothing.
func TestSitePartOfHead(t *testing.T) {
	got := ask(testSite(t), "HEAD", "/viewer.00c0ffee.wasm", "Range", "bytes=2-4")
	if got.StatusCode != 200 || got.Header.Get("Content-Length") != "10" || got.Header.Get("Content-Range") != "" || got.Header.Get("Accept-Ranges") != "bytes" {
		t.Errorf("%d %v", got.StatusCode, got.Header)
	}
}
