package main

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// withWorker is the small page with a service worker.
func withWorker() map[string][]byte {
	sources := smallPage()
	sources["index.html"] = append(sources["index.html"], `<script defer src="update.js" data-worker="sw.js"></script>`...)
	sources["update.js"] = []byte("0")
	sources[workerName] = []byte("// first\n" + emptyList + "\n// last\n")
	return sources
}

func listIn(t *testing.T, page map[string][]byte) fileList {
	t.Helper()
	script := string(page[workerName])
	m := regexp.MustCompile(`(?s)^// first\nconst build = (\{.*\});\n// last\n$`).FindStringSubmatch(script)
	if m == nil {
		t.Fatalf("the service worker is %s", script)
	}
	var list fileList
	if err := json.Unmarshal([]byte(m[1]), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestWorkerList: the service worker knows every file of the page by its content, but
// for itself, those of a first visit first.
func TestWorkerList(t *testing.T) {
	page, n := mustName(t, withWorker())
	list := listIn(t, page)
	var names []string
	for _, f := range list.Files {
		names = append(names, f[0])
		if want := sha(page[f[0]])[:16]; f[1] != want {
			t.Errorf("%s has the hash %s, want %s", f[0], f[1], want)
		}
	}
	if names[0] != "index.html" {
		t.Errorf("the first is %s", names[0])
	}
	visit := slices.DeleteFunc(n.firstVisit(), func(name string) bool { return name == workerName })
	if !slices.Equal(names[:len(visit)], visit) {
		t.Errorf("the list begins with %q, a first visit is %q", names[:len(visit)], visit)
	}
	slices.Sort(names)
	want := slices.DeleteFunc(slices.Sorted(maps.Keys(page)), func(name string) bool { return name == workerName })
	if !slices.Equal(names, want) {
		t.Errorf("the list has %q, the page %q", names, want)
	}
	if index := string(page["index.html"]); !strings.Contains(index, `data-worker="sw.js"`) {
		t.Errorf("index.html does not name the service worker:\n%s", index)
	}
}

// TestWorkerFollowsContent: the service worker is another if, and only if, any file is,
// even one that keeps its name.
func TestWorkerFollowsContent(t *testing.T) {
	before, _ := mustName(t, withWorker())
	again, _ := mustName(t, withWorker())
	if string(before[workerName]) != string(again[workerName]) {
		t.Error("the same sources give two service workers")
	}
	for source, text := range map[string]string{"boot.js": "1", "filing.schema.json": "[]", "icons/icon.svg": "<svg />"} {
		changed := withWorker()
		changed[source] = []byte(text)
		after, _ := mustName(t, changed)
		if a, b := listIn(t, before).Version, listIn(t, after).Version; a == b {
			t.Errorf("another %s gives the same version %s", source, a)
		}
	}
}

func TestWorkerWithoutPlace(t *testing.T) {
	for _, text := range []string{"", emptyList + emptyList} {
		sources := withWorker()
		sources[workerName] = []byte(text)
		n := naming{sources: sources}
		if _, err := n.all(); err == nil || !strings.Contains(err.Error(), "no place for the list of files") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
