package main

import (
	"strings"
	"testing"
)

func TestJoinSheets(t *testing.T) {
	sources := texts(map[string]string{
		"index.html": `<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="a.css">
<link rel="stylesheet" href="b.css">
<script defer src="one.js"></script>
<script defer src="two.js"></script>`,
		"other.html": `<link rel="stylesheet" href="a.css"><script defer src="one.js"></script>`,
		"a.css":      "p {}", "b.css": "q {}", "one.js": "first()", "two.js": "second()",
	})
	if err := joinSheets(sources); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"index.html": `<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="index.css">
<script defer src="one.js"></script>
<script defer src="two.js"></script>`,
		"index.css":  "p {}\nq {}\n",
		"other.html": `<link rel="stylesheet" href="a.css"><script defer src="one.js"></script>`,
	} {
		if got := string(sources[name]); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
		}
	}
	if _, ok := sources["other.css"]; ok {
		t.Error("one style sheet alone was joined")
	}
}

func TestJoinSheetsRefuses(t *testing.T) {
	const twoSheets = `<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">`
	for name, c := range map[string]struct {
		page   string
		others map[string]string
		want   string
	}{
		"lost":     {twoSheets, map[string]string{"a.css": ""}, `index.html names "b.css", which is no file of the page`},
		"import":   {twoSheets, map[string]string{"a.css": "", "b.css": "@import url(c.css);"}, "@import"},
		"folder":   {strings.ReplaceAll(twoSheets, "b.css", "deep/b.css"), map[string]string{"a.css": "", "deep/b.css": ""}, "another folder"},
		"taken":    {twoSheets, map[string]string{"a.css": "", "b.css": "", "index.css": ""}, "there is a index.css already"},
		"two runs": {twoSheets + "<meta>" + twoSheets, map[string]string{"a.css": "", "b.css": ""}, "two runs"},
	} {
		t.Run(name, func(t *testing.T) {
			sources := texts(c.others)
			sources["index.html"] = []byte(c.page)
			if err := joinSheets(sources); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}

// TestJoinSheetsOfThePage: all that index.html names are one.
func TestJoinSheetsOfThePage(t *testing.T) {
	sources, err := readSources("../..")
	if err != nil {
		t.Fatal(err)
	}
	named := sheetName.FindAllSubmatch(sources["index.html"], -1)
	if err := joinSheets(sources); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(sources["index.html"]), `rel="stylesheet"`); n != 1 || len(named) < 2 {
		t.Errorf("of %d style sheets index.html has %d", len(named), n)
	}
	for _, m := range named {
		if !strings.Contains(string(sources["index.css"]), string(sources[string(m[1])])) {
			t.Errorf("index.css lacks %s", m[1])
		}
	}
}

func TestJoinModule(t *testing.T) {
	sources := texts(map[string]string{
		"m.js": "// M.\nimport { a, b } from \"./a.js\";\nimport { c } from \"./c.js\";\n\nexport class M { x() { return a() + b + c; } }\n",
		"a.js": "// A.\nexport function a() { return \"export \"; }\nexport const b = 1;\n",
		"c.js": "export const c = 2;\n",
	})
	if err := joinModule(sources, "m.js"); err != nil {
		t.Fatal(err)
	}
	want := "// M.\n// A.\nfunction a() { return \"export \"; }\nconst b = 1;\n\nconst c = 2;\n\n\nexport class M { x() { return a() + b + c; } }\n"
	if got := string(sources["m.js"]); got != want {
		t.Errorf("the module is\n%s\nwant\n%s", got, want)
	}
	if err := joinModule(sources, "none.js"); err != nil {
		t.Error(err)
	}
	for part, wrong := range map[string]string{"c.js": "import { d } from \"./d.js\";\n", "lost.js": "x"} {
		sources := texts(map[string]string{"m.js": "import { c } from \"./c.js\";\n", part: wrong})
		if err := joinModule(sources, "m.js"); err == nil {
			t.Errorf("no error with %s", part)
		}
	}
}

// TestJoinModuleOfThePage: embed.js is served whole, and still gives what is typed.
func TestJoinModuleOfThePage(t *testing.T) {
	sources, err := readSources("../..")
	if err != nil {
		t.Fatal(err)
	}
	if err := joinModule(sources, "embed.js"); err != nil {
		t.Fatal(err)
	}
	served := string(sources["embed.js"])
	if strings.Contains(served, "\nimport ") || !strings.Contains(served, "async function filesOf(") || !strings.Contains(served, "\nexport class FilingViewerElement ") {
		t.Errorf("embed.js is\n%s", served)
	}
}

func texts(files map[string]string) map[string][]byte {
	sources := map[string][]byte{}
	for name, text := range files {
		sources[name] = []byte(text)
	}
	return sources
}
