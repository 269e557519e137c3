package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestExamples: the examples start the tool with flags that it has, as nobody, and
// with enough open files for all connections.
func TestExamples(t *testing.T) {
	for name, want := range map[string][]string{
		"filingview.service": {"DynamicUser=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "NoNewPrivileges=yes", "LimitNOFILE=20000"},
		"Containerfile":      {"FROM scratch", "USER 65532:65532", "--read-only", "nofile=20000:20000"},
		"nginx.conf":         {"proxy_pass http://127.0.0.1:8016/;"},
	} {
		text, err := os.ReadFile("example/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(text), w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
		_, help, _ := tool(t.Context(), nil, "serve", "-h")
		for _, line := range regexp.MustCompile(`(?m)\bserve -.*$`).FindAllString(string(text), -1) {
			for _, flag := range regexp.MustCompile(` -([a-z-]+) `).FindAllStringSubmatch(line, -1) {
				if !strings.Contains(help, "  -"+flag[1]+" ") {
					t.Errorf("%s: serve has no flag -%s", name, flag[1])
				}
			}
		}
	}
	if mostConnections+spareFiles > 20_000 {
		t.Errorf("the examples allow 20,000 open files, which are too few for %d connections", mostConnections)
	}
}
