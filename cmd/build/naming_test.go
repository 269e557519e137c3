package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// smallPage is a page's sources in small.
func smallPage() map[string][]byte {
	sources := map[string][]byte{}
	for name, text := range map[string]string{
		"index.html": `<!doctype html>
<html data-state="empty">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<!-- <script src="gone.js"></script> -->
<link rel="icon" href="icons/icon.svg">
<link rel="manifest" href="manifest.webmanifest">
<link rel="stylesheet" href="./app.css">
<script defer src="boot.js" data-wasm="viewer.wasm" data-exec="wasm_exec.js" data-later-reader="reader.wasm" data-say="Hello" data-long="a > b"></script>
<a href="#main">Main</a> <a href="https://example.com/boot.js">Away</a> <a href="filing.schema.json#top">Schema</a>
boot.js is text here.
`,
		"app.css":              `@font-face { src: url("fonts/a.woff2") } .x { background: url(icons/icon.svg#part) } .y { background: url(data:image/png;base64,AAAA) }`,
		"boot.js":              `fetch("viewer.wasm")`,
		"fonts/a.woff2":        "font",
		"icons/icon.svg":       "<svg/>",
		"icons/192.png":        "png",
		"manifest.webmanifest": `{"start_url": "./", "icons": [{"src": "icons/192.png"}]}`,
		"filing.schema.json":   "{}",
		"unused.js":            "0",
		"viewer.wasm":          "\x00asm",
		"reader.wasm":          "\x00asm, another",
		execName:               "class Go {}",
	} {
		sources[name] = []byte(text)
	}
	return sources
}

func mustName(t *testing.T, sources map[string][]byte) (page map[string][]byte, n naming) {
	t.Helper()
	n.sources = sources
	page, err := n.all()
	if err != nil {
		t.Fatal(err)
	}
	return page, n
}

// inPage returns the name in the page that a source got.
func inPage(t *testing.T, page map[string][]byte, source string) string {
	t.Helper()
	if fixed(source) {
		return source
	}
	dot := strings.LastIndex(source, ".")
	is := regexp.MustCompile(`^` + regexp.QuoteMeta(source[:dot]) + `\.[0-9a-f]{8}` + regexp.QuoteMeta(source[dot:]) + `$`)
	for name := range page {
		if is.MatchString(name) {
			return name
		}
	}
	t.Fatalf("%s is not in the page: %v", source, slices.Sorted(maps.Keys(page)))
	return ""
}

func TestNaming(t *testing.T) {
	page, n := mustName(t, smallPage())
	if want := len(smallPage()) - 1; len(page) != want {
		t.Errorf("there are %d files instead of %d: %v", len(page), want, slices.Sorted(maps.Keys(page)))
	}
	name := func(source string) string { return inPage(t, page, source) }
	index := string(page["index.html"])
	for _, want := range []string{
		`<link rel="icon" href="` + name("icons/icon.svg") + `">`,
		`<link rel="manifest" href="manifest.webmanifest">`,
		`href="./` + name("app.css") + `"`,
		`src="` + name("boot.js") + `" data-wasm="` + name("viewer.wasm") + `" data-exec="` + name(execName) + `" data-later-reader="` + name("reader.wasm") + `" data-say="Hello" data-long="a > b"></script>`,
		`<a href="#main">`, `href="https://example.com/boot.js"`, `href="filing.schema.json#top"`,
		"\nboot.js is text here.\n", `<!-- <script src="gone.js"></script> -->`, `content="default-src 'none'"`,
	} {
		if !strings.Contains(index, want) {
			t.Errorf("index.html does not hold %s:\n%s", want, index)
		}
	}
	css := string(page[name("app.css")])
	for _, want := range []string{`url("` + name("fonts/a.woff2") + `")`, `url(` + name("icons/icon.svg") + `#part)`, `url(data:image/png;base64,AAAA)`} {
		if !strings.Contains(css, want) {
			t.Errorf("the style sheet does not hold %s:\n%s", want, css)
		}
	}
	if got, want := string(page["manifest.webmanifest"]), `{"start_url": "./", "icons": [{"src": "`+name("icons/192.png")+`"}]}`; got != want {
		t.Errorf("the manifest is %s, want %s", got, want)
	}
	if got := string(page[name("boot.js")]); got != `fetch("viewer.wasm")` {
		t.Errorf("a script was changed: %s", got)
	}

	got := n.firstVisit()
	slices.Sort(got)
	want := []string{"index.html", "manifest.webmanifest", "filing.schema.json"}
	for _, s := range []string{"app.css", "boot.js", "viewer.wasm", execName, "icons/icon.svg", "fonts/a.woff2"} {
		want = append(want, name(s))
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("a first visit loads %v, want %v", got, want)
	}
	if got, want := n.laterVisit(), []string{name("reader.wasm")}; !slices.Equal(got, want) {
		t.Errorf("after it comes %v, want %v", got, want)
	}
}

// TestNamesFollowContent: a file has another name if, and only if, it or what it
// names is another.
func TestNamesFollowContent(t *testing.T) {
	before, _ := mustName(t, smallPage())
	again, _ := mustName(t, smallPage())
	if !maps.EqualFunc(before, again, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Error("the same sources give two pages")
	}
	changed := smallPage()
	changed["fonts/a.woff2"] = []byte("another font")
	after, _ := mustName(t, changed)
	for source, same := range map[string]bool{"fonts/a.woff2": false, "app.css": false, "boot.js": true, "icons/icon.svg": true} {
		a, b := inPage(t, before, source), inPage(t, after, source)
		if (a == b) != same {
			t.Errorf("%s: %s became %s", source, a, b)
		}
	}
}

func TestNamingRefuses(t *testing.T) {
	for _, c := range []struct{ source, text, want string }{
		{"index.html", `<script src="lost.js"></script>`, `index.html names "lost.js", which is no file of the page`},
		{"index.html", `<script src="/boot.js"></script>`, `index.html names "/boot.js"`},
		{"index.html", `<link rel="stylesheet" href="https://example.com/a.css">`, `index.html names "https://example.com/a.css"`},
		{"index.html", `<script src='boot.js'></script>`, "not in double quotes"},
		{"index.html", `<script src=boot.js></script>`, "not in double quotes"},
		{"app.css", `.x { background: url(lost.png) }`, `app.css names "lost.png"`},
		{"app.css", `.x { background: url(//example.com/a.png) }`, `app.css names "//example.com/a.png"`},
		{"app.css", `@import url(app.css);`, "names itself"},
		{"manifest.webmanifest", `{"icons":[{"src":"lost.png"}]}`, `manifest.webmanifest names "lost.png"`},
	} {
		sources := smallPage()
		sources[c.source] = []byte(c.text)
		n := naming{sources: sources}
		if _, err := n.all(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.text, err, c.want)
		}
	}
}

// TestSources: the page in this tree can be named, once there is a program.
func TestSources(t *testing.T) {
	sources, err := readSources("../..")
	if err != nil {
		t.Fatal(err)
	}
	for name := range sources {
		if strings.HasSuffix(name, ".go") || strings.HasPrefix(name, "dist/") {
			t.Errorf("%s is a source of the page", name)
		}
	}
	for _, p := range programs() {
		sources[p.name] = []byte("\x00asm for " + p.name)
	}
	sources[execName] = []byte("class Go {}")
	page, n := mustName(t, sources)
	visit := n.firstVisit()
	for _, source := range []string{"index.html", "app.css", "boot.js", "engine.js", "viewer.wasm", execName} {
		if name := inPage(t, page, source); !slices.Contains(visit, name) {
			t.Errorf("a first visit does not load %s", source)
		}
	}
}
