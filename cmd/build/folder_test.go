package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// tree returns the names of the files under a folder, and of its empty folders.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if !e.IsDir() {
			names = append(names, filepath.ToSlash(name))
		} else if entries, readErr := os.ReadDir(file); readErr != nil || len(entries) == 0 {
			names = append(names, filepath.ToSlash(name)+"/")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func write(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFill(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "page")
	if err := claim(dir); err != nil {
		t.Errorf("a new folder is refused: %v", err)
	}
	write(t, dir, "index.html", placeholder, "app.00000000.css", "old/deep/er.js", "same.js")
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(filepath.Join(dir, "same.js"), past, past); err != nil {
		t.Fatal(err)
	}
	if err := claim(dir); err != nil {
		t.Errorf("a page is refused: %v", err)
	}
	files := map[string][]byte{"index.html": []byte("new"), "icons/a.svg": []byte("<svg/>"), "same.js": []byte("old")}
	if err := fill(dir, files); err != nil {
		t.Fatal(err)
	}
	if got, want := tree(t, dir), []string{"icons/a.svg", "index.html", placeholder, "same.js"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || string(got) != "new" {
		t.Errorf("index.html is %q, %v", got, err)
	}
	info, err := os.Stat(filepath.Join(dir, "same.js"))
	if err != nil || !info.ModTime().Equal(past) {
		t.Errorf("what was the same was written again, at %v, %v", info.ModTime(), err)
	}
}

// TestClaim: a folder of somebody's is not emptied.
func TestClaim(t *testing.T) {
	dir := t.TempDir()
	if err := claim(dir); err != nil {
		t.Errorf("an empty folder is refused: %v", err)
	}
	write(t, dir, "letters/to-mother.txt")
	if err := claim(dir); err == nil || !strings.Contains(err.Error(), "holds files that are no page") {
		t.Errorf("got %v", err)
	}
}
