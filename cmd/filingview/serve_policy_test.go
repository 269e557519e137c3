package main

import (
	"slices"
	"testing"
)

func TestParseOrigins(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
	}{
		{"", nil},
		{" , ", nil},
		{"https://example.com", []string{"https://example.com"}},
		{"https://Example.com/,http://127.0.0.1:8080 http://[::1]:80", []string{"https://example.com", "http://127.0.0.1:8080", "http://[::1]:80"}},
		{"https://*.example.org", []string{"https://*.example.org"}},
		{"http://localhost:3000", []string{"http://localhost:3000"}},
		{"*", []string{"*"}},
	} {
		if got, err := parseOrigins(c.list); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, %v; want %q", c.list, got, err, c.want)
		}
	}
	for _, list := range []string{
		"example.com", "https://", "https://example.com/page", "https://example.com?x", "ftp://example.com", "https://user@example.com",
		"https://a.*.com", "https://*", "**", "'self'", "'none'", "data:", "https://example.com;script-src", "https://example.com\r\nX-Y: z",
		"https://exa mple.com", "https://-a.com", "https://a..com", "https://example.com:", "https://example.com:123456",
	} {
		if got, err := parseOrigins(list); err == nil {
			t.Errorf("%q is taken for %q", list, got)
		}
	}
}
