package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

func TestPack(t *testing.T) {
	text := []byte(strings.Repeat("Filings are read as tables. ", 500))
	page := map[string][]byte{"a.js": text, "a.wasm": text, "a.png": text, "tiny.svg": []byte("<svg/>")}
	for _, fast := range []bool{true, false} {
		p := packer{cache: filepath.Join(t.TempDir(), "cache"), fast: fast}
		got, err := p.packAll(page)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"a.js", "a.js.br", "a.js.gz", "a.png", "a.wasm", "a.wasm.br", "a.wasm.gz", "tiny.svg"}
		if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, want) {
			t.Errorf("packed are %v, want %v", names, want)
		}
		br, err := io.ReadAll(brotli.NewReader(bytes.NewReader(got["a.js.br"])))
		if err != nil || !bytes.Equal(br, text) {
			t.Errorf("Brotli gives another text back, %v", err)
		}
		r, err := gzip.NewReader(bytes.NewReader(got["a.wasm.gz"]))
		if err != nil {
			t.Fatal(err)
		}
		if gz, err := io.ReadAll(r); err != nil || !bytes.Equal(gz, text) {
			t.Errorf("gzip gives another text back, %v", err)
		}
		if len(page) != 4 {
			t.Error("the page itself has changed")
		}

		again, err := p.packAll(page)
		if err != nil || !maps.EqualFunc(got, again, bytes.Equal) {
			t.Errorf("packing again gives another page, %v", err)
		}
	}
}

// TestPackOnce: what is packed is found again by content and effort, and is
// forgotten when nobody asks for it any more.
func TestPackOnce(t *testing.T) {
	p := packer{cache: filepath.Join(t.TempDir(), "cache"), fast: true}
	text := []byte(strings.Repeat("a", 1000))
	way := p.packings()[0]
	first, err := p.pack(text, way)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(p.cache + "/*")
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept are %v, %v", kept, err)
	}
	if err := os.WriteFile(kept[0], []byte("from the cache"), 0o666); err != nil {
		t.Fatal(err)
	}
	if got, err := p.pack(text, way); err != nil || string(got) != "from the cache" {
		t.Errorf("it was packed again: %q, %v", got, err)
	}
	p.fast = false
	if got, err := p.pack(text, p.packings()[0]); err != nil || string(got) == "from the cache" {
		t.Errorf("another effort was answered from the cache, %v", err)
	}
	if got, err := p.pack(text[1:], way); err != nil || string(got) == "from the cache" || bytes.Equal(got, first) {
		t.Errorf("another text was answered from the cache, %v", err)
	}

	old := time.Now().Add(-2 * cacheAge)
	if err := os.Chtimes(kept[0], old, old); err != nil {
		t.Fatal(err)
	}
	if err := p.prune(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(p.cache + "/*"); err != nil || len(left) != 2 || slices.Contains(left, kept[0]) {
		t.Errorf("left are %v, %v", left, err)
	}
}
