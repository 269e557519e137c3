package main

import (
	"os"
	"strings"
	"testing"
)

// TestPolicyOfFiles: only the page for site owners may hold frames, of its own origin.
func TestPolicyOfFiles(t *testing.T) {
	for name, want := range map[string]string{
		"embed.html": contentPolicy + "; frame-src 'self'",
		"index.html": contentPolicy,
		"embed.js":   contentPolicy,
	} {
		if got := policyFor(name, contentPolicy); got != want {
			t.Errorf("%s: the policy is %s", name, got)
		}
	}
	page, err := os.ReadFile("../../web/embed.html")
	if err != nil {
		t.Fatal(err)
	}
	_, own, _ := strings.Cut(string(page), `http-equiv="Content-Security-Policy" content="`)
	own, _, _ = strings.Cut(own, `"`)
	for directive := range strings.SplitSeq(own, "; ") {
		if !strings.Contains(policyFor("embed.html", contentPolicy), directive) {
			t.Errorf("embed.html says %s, and the server does not", directive)
		}
	}
}
