package filing_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/app/filing"
	"filingview/parser/ownership"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGolden compares the views of the filings in testdata with what they were.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no filings in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var f ownership.Filing
			if err := json.Unmarshal(data, &f); err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".json")+".html", pretty(t, filing.Draw(&f)))
		})
	}
	t.Run("odd", func(t *testing.T) {
		golden(t, "testdata/odd.html", pretty(t, filing.Draw(odd())))
	})
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s, line %d (-update writes it anew):\n got %s\nwant %s", file, i+1, strings.TrimSpace(g[i]), strings.TrimSpace(w[min(i, len(w)-1)]))
		}
	}
	t.Fatalf("%s has %d lines more", file, len(w)-len(g))
}
