package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house: which package may import which. What is not allowed here is forbidden,
// but for the standard library, and a package without a rule is an error.

// rule says what a package may import directly, outside its tests.
type rule struct {
	ours   []string // of this module
	theirs []string // modules of others
	never  []string // of the standard library; what is below them too
	tests  []string // modules of others that its tests may import besides
}

const (
	brotliModule   = "github.com/andybalholm/brotli"
	chromedpModule = "github.com/chromedp/chromedp"
	cdprotoModule  = "github.com/chromedp/cdproto"
	htmlModule     = "golang.org/x/net"
	lexerModule    = "github.com/tdewolff/parse/v2"
	pdfModule      = "github.com/ledongthuc/pdf"
	schemaModule   = "github.com/santhosh-tekuri/jsonschema/v6"
)

func rules() map[string]rule {
	// What reads, holds or draws a filing runs in a browser and in a tool alike.
	anywhere := []string{"net", "os", "syscall"}
	return map[string]rule{
		"parser/ownership": {never: anywhere, tests: []string{schemaModule}},
		"parser": {ours: []string{"parser/internal/char", "parser/internal/mail", "parser/internal/charset", "parser/internal/container", "parser/internal/dataset", "parser/internal/edgar", "parser/internal/formreader",
			"parser/internal/html", "parser/internal/identify", "parser/internal/ownershipxml", "parser/internal/pdf", "parser/internal/plaintext",
			"parser/internal/plausible", "parser/internal/refusal", "parser/internal/rules", "parser/internal/sheet", "parser/internal/wording", "parser/ownership"}, tests: []string{htmlModule}, never: anywhere},
		"parser/internal/calendar":     {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/internal/char":         {never: anywhere},
		"parser/internal/charset":      {never: anywhere},
		"parser/internal/dataset":      {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/refusal", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/container":    {ours: []string{"parser/internal/dataset", "parser/internal/refusal", "parser/internal/wording"}, never: anywhere},
		"parser/internal/edgar":        {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/refusal", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/mail":         {ours: []string{"parser/internal/char"}, never: anywhere},
		"parser/internal/html":         {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/plaintext", "parser/internal/sheet", "parser/ownership"}, theirs: []string{htmlModule}, never: anywhere},
		"parser/internal/identify":     {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/dataset", "parser/internal/ownershipxml", "parser/internal/refusal", "parser/internal/wording"}, never: anywhere},
		"parser/internal/ownershipxml": {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/refusal", "parser/internal/wording", "parser/ownership"}, theirs: []string{lexerModule}, never: anywhere},
		"parser/internal/plaintext":    {ours: []string{"parser/internal/char", "parser/internal/charset", "parser/internal/form", "parser/internal/sheet", "parser/ownership"}, never: anywhere},
		"parser/internal/refusal":      {ours: []string{"parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/reason":       {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/internal/printed":      {ours: []string{"parser/internal/form", "parser/internal/reason", "parser/internal/sheet", "parser/ownership"}, never: anywhere},
		"parser/internal/repair":       {ours: []string{"parser/internal/form", "parser/internal/printed", "parser/internal/reason", "parser/internal/sheet", "parser/ownership"}, never: anywhere},
		"parser/internal/rules":        {ours: []string{"parser/internal/calendar", "parser/internal/char", "parser/internal/notetext", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/sheettest":    {ours: []string{"parser/internal/charset", "parser/internal/sheet"}, never: anywhere},
		"parser/internal/wording":      {ours: []string{"parser/ownership"}, never: anywhere},

		"parser/internal/sheet":        {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/internal/form":         {ours: []string{"parser/internal/sheet"}, never: anywhere},
		"parser/internal/spacer":       {ours: []string{"parser/internal/sheet"}, never: anywhere},
		"parser/internal/relationship": {ours: []string{"parser/internal/form", "parser/internal/printed", "parser/internal/sheet", "parser/ownership"}, never: anywhere},
		"parser/internal/halves":       {ours: []string{"parser/internal/form", "parser/internal/sheet"}, never: anywhere},
		"parser/internal/layout":       {ours: []string{"parser/internal/form", "parser/internal/sheet"}, never: anywhere},
		"parser/internal/plausible":    {ours: []string{"parser/internal/form", "parser/internal/printed", "parser/internal/sheet", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/formreader":   {ours: []string{"parser/internal/ending", "parser/internal/form", "parser/internal/halves", "parser/internal/layout", "parser/internal/plausible", "parser/internal/printed", "parser/internal/reason", "parser/internal/relationship", "parser/internal/repair", "parser/internal/sheet", "parser/internal/spacer", "parser/ownership"}, never: anywhere},
		"parser/internal/ending":       {ours: []string{"parser/internal/form", "parser/internal/printed", "parser/internal/reason", "parser/internal/sheet", "parser/ownership"}, never: anywhere},
		"parser/internal/damage":       {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/internal/pdf":          {ours: []string{"parser/ownership", "parser/internal/picture", "parser/internal/sheet"}, theirs: []string{pdfModule}, never: anywhere},
		"parser/internal/picture":      {ours: []string{"parser/ownership", "parser/internal/sheet"}, never: anywhere},
		"parser/internal/agreement":    {},
		"parser/pdftest":               {never: anywhere},
		"parser/ledger": {ours: []string{"parser/internal/cause", "parser/internal/identity", "parser/internal/misprint", "parser/internal/notetext", "parser/internal/order", "parser/internal/repeat", "parser/internal/split",
			"parser/internal/totals", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/identity": {ours: []string{"parser/internal/notetext", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/cause":    {ours: []string{"parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/repeat":   {ours: []string{"parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/order":    {ours: []string{"parser/internal/notetext", "parser/ownership"}, never: anywhere},
		"parser/internal/totals":   {ours: []string{"parser/internal/misprint", "parser/ownership"}, never: anywhere},
		"parser/internal/misprint": {ours: []string{"parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/notetext": {ours: []string{"parser/internal/char", "parser/internal/wording", "parser/ownership"}, never: anywhere},
		"parser/internal/split":    {ours: []string{"parser/internal/char", "parser/internal/notetext", "parser/ownership"}, never: anywhere},
		"parser/export":            {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/report":            {ours: []string{"parser/ledger", "parser/ownership"}, tests: []string{schemaModule}, never: anywhere},
		"parser/internal/simulate": {ours: []string{"parser/ownership"}, never: anywhere},
		"parser/honesty":           {ours: []string{"parser", "parser/internal/simulate", "parser/internal/wording", "parser/ownership", "parser/report"}, never: anywhere},
		"app/wire":                 {ours: []string{"parser/ownership"}, never: anywhere},
		"app/worker":               {never: []string{"net", "os"}},
		"app/remote":               {ours: []string{"app/wire", "parser", "parser/ownership"}, never: anywhere},
		"app/reader":               {ours: []string{"app/remote", "app/wire", "app/worker", "parser"}, never: []string{"net", "os"}},
		"app/engine": {ours: []string{"app/remote", "app/wire", "app/worker", "parser", "parser/export", "parser/ledger", "parser/ownership"},
			never: []string{"net", "os"}},
		"app/embedding": {ours: []string{"app/address", "app/request", "app/wire"}, never: []string{"net/http", "os", "syscall"}},
		"app/request":   {never: anywhere},
		"app/session":   {ours: []string{"app/wire", "parser/ownership"}, never: anywhere},
		// The screens draw what they are given and know neither the engine nor each
		// other. net/url takes addresses apart and asks for nothing.
		"app/address":  {ours: []string{"app/wire"}, never: []string{"net/http", "os", "syscall"}},
		"app/format":   {ours: []string{"parser/ownership"}, never: anywhere},
		"app/markup":   {ours: []string{"app/format", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		"app/list":     {ours: []string{"app/address", "app/format", "app/markup", "app/request", "app/wire"}, theirs: []string{goApp}, never: anywhere},
		"app/field":    {ours: []string{"parser/ownership"}, never: anywhere},
		"app/ledger":   {ours: []string{"app/address", "app/format", "app/markup", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		"app/account":  {ours: []string{"app/address", "app/dom", "app/field", "app/format", "app/ledger", "app/markup", "app/request", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		"app/accounts": {ours: []string{"app/address", "app/format", "app/ledger", "app/markup", "app/request", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		"app/dom":      {theirs: []string{goApp}, never: anywhere},
		"app/filing":   {ours: []string{"app/address", "app/dom", "app/field", "app/format", "app/ledger", "app/markup", "app/request", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		"app/source":   {ours: []string{"app/dom", "app/field", "app/format", "app/markup", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: anywhere},
		// A filing can only come to the page through the engine.
		"app":            {ours: []string{"app/account", "app/accounts", "app/address", "app/dom", "app/embedding", "app/filing", "app/format", "app/ledger", "app/list", "app/markup", "app/session", "app/source", "app/wire", "parser/ownership"}, theirs: []string{goApp}, never: []string{"net/http", "os", "syscall"}},
		"web":            {},
		"cmd/viewer":     {ours: []string{"app", "app/engine"}, theirs: []string{goApp}, never: []string{"net", "os"}},
		"cmd/reader":     {ours: []string{"app/reader"}, never: []string{"net", "os"}},
		"cmd/module":     {ours: []string{"parser", "parser/export", "parser/ownership", "parser/report"}, never: []string{"net", "os"}},
		"cmd/filingview": {ours: []string{"app/remote", "app/wire", "parser", "parser/export", "parser/ownership", "parser/report", "web"}, tests: []string{schemaModule}, never: []string{"syscall/js"}},
		"cmd/honesty":    {ours: []string{"parser", "parser/honesty", "parser/ownership"}},
		"cmd/ledgerdiff": {},
		"cmd/mutants":    {},
		"cmd/build":      {theirs: []string{brotliModule}},
		"cmd/fields":     {},
		"cmd/rules":      {ours: []string{"app/field", "app/format", "parser", "parser/ledger", "parser/ownership"}},
		"e2e":            {tests: []string{chromedpModule, cdprotoModule}},
	}
}

// listed is a package as go list describes it.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// broken returns the sentences of what a package breaks. std tells the standard
// library's packages.
func broken(p listed, all map[string]rule, std func(string) bool) []string {
	name := strings.TrimPrefix(p.ImportPath, "filingview/")
	r, ok := all[name]
	if !ok {
		return []string{name + " has no rule: say in the table of this test what it may import"}
	}
	under := func(path string, roots []string) bool {
		return slices.ContainsFunc(roots, func(root string) bool { return path == root || strings.HasPrefix(path, root+"/") })
	}
	var out []string
	for _, path := range p.Imports {
		ours, isOurs := strings.CutPrefix(path, "filingview/")
		switch {
		case isOurs && !slices.Contains(r.ours, ours),
			!isOurs && std(path) && under(path, r.never),
			!isOurs && !std(path) && !under(path, r.theirs):
			out = append(out, name+" may not import "+path)
		}
	}
	for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
		if !strings.HasPrefix(path, "filingview/") && !std(path) && !under(path, slices.Concat(r.theirs, r.tests)) {
			out = append(out, "the tests of "+name+" may not import "+path)
		}
	}
	return out
}

// standard reports whether a path is one of the standard library: the first element
// of all others has a dot.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// TestImports holds every package of the module to its rule, natively, in the
// browser and in the browser tests.
func TestImports(t *testing.T) {
	for _, env := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		cmd := exec.CommandContext(t.Context(), "go", "list", "-tags=e2e", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
		cmd.Dir = "../.."
		cmd.Env = append(os.Environ(), env...)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v\n%s", err, &stderr)
		}
		packages := 0
		for d := json.NewDecoder(bytes.NewReader(out)); ; packages++ {
			var p listed
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			for _, sentence := range broken(p, rules(), standard) {
				t.Errorf("%v %s", env, sentence)
			}
		}
		if packages < 8 {
			t.Errorf("%v there are only %d packages", env, packages)
		}
	}
}

// TestBroken: the rules can be broken.
func TestBroken(t *testing.T) {
	for _, c := range []struct {
		p    listed
		want string
	}{
		{listed{ImportPath: "filingview/parser/leftovers"}, "parser/leftovers has no rule: say in the table of this test what it may import"},
		{listed{ImportPath: "filingview/parser/ownership", Imports: []string{"time", "filingview/parser"}}, "parser/ownership may not import filingview/parser"},
		{listed{ImportPath: "filingview/parser/ownership", Imports: []string{lexerModule + "/xml"}}, "parser/ownership may not import " + lexerModule + "/xml"},
		{listed{ImportPath: "filingview/parser", Imports: []string{"filingview/app/wire"}}, "parser may not import filingview/app/wire"},
		{listed{ImportPath: "filingview/parser", Imports: []string{"os", "io"}}, "parser may not import os"},
		{listed{ImportPath: "filingview/parser", Imports: []string{"net/http"}}, "parser may not import net/http"},
		{listed{ImportPath: "filingview/parser", Imports: []string{"syscall/js"}}, "parser may not import syscall/js"},
		{listed{ImportPath: "filingview/app", Imports: []string{"filingview/parser"}}, "app may not import filingview/parser"},
		{listed{ImportPath: "filingview/app", Imports: []string{"filingview/app/engine"}}, "app may not import filingview/app/engine"},
		{listed{ImportPath: "filingview/app/engine", Imports: []string{goApp + "/pkg/app"}}, "app/engine may not import " + goApp + "/pkg/app"},
		{listed{ImportPath: "filingview/app/session", Imports: []string{goApp + "/pkg/app"}}, "app/session may not import " + goApp + "/pkg/app"},
		{listed{ImportPath: "filingview/app/list", Imports: []string{"filingview/app/session"}}, "app/list may not import filingview/app/session"},
		{listed{ImportPath: "filingview/parser/export", Imports: []string{"filingview/parser"}}, "parser/export may not import filingview/parser"},
		{listed{ImportPath: "filingview/parser", Imports: []string{pdfModule}}, "parser may not import " + pdfModule},
		{listed{ImportPath: "filingview/cmd/filingview", Imports: []string{goApp + "/pkg/app"}}, "cmd/filingview may not import " + goApp + "/pkg/app"},
		{listed{ImportPath: "filingview/cmd/filingview", XTestImports: []string{chromedpModule}}, "the tests of cmd/filingview may not import " + chromedpModule},
		{listed{ImportPath: "filingview/app", Imports: []string{"net/url", "filingview/app/wire", goApp + "/pkg/app"}}, ""},
		{listed{ImportPath: "filingview/e2e", TestImports: []string{chromedpModule + "/kb", cdprotoModule + "/dom"}}, ""},
	} {
		if got := strings.Join(broken(c.p, rules(), standard), "; "); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

// concepts says which packages a package must not reach, by whatever way: a concept does
// not know those that are made of it. A name stands for what is below it, too.
func concepts() map[string][]string {
	readers := []string{"parser/internal/container", "parser/internal/edgar", "parser/internal/formreader", "parser/internal/html", "parser/internal/identify",
		"parser/internal/ownershipxml", "parser/internal/pdf", "parser/internal/picture", "parser/internal/plaintext"}
	return map[string][]string{
		"parser/ownership":       {"parser/internal", "parser/ledger", "parser/export", "parser/report", "app"},
		"parser/internal/sheet":  {"parser/internal"},
		"parser/internal/layout": readers,
		"parser/internal/rules":  append(slices.Clip(readers), "parser/internal/layout", "parser/internal/sheet"),
		"parser":                 {"parser/ledger", "parser/export", "parser/report", "parser/honesty", "app"},
		"parser/ledger":          append(slices.Clip(readers), "parser/internal/layout", "parser/internal/sheet", "app"),
		"app":                    {"app/engine", "app/reader", "app/remote", "parser/internal", "parser/ledger", "parser/export", "parser/report"},
		"app/wire":               {"parser/internal"},
	}
}

// reached returns what a package may import, directly or through others.
func reached(name string, all map[string]rule) map[string]bool {
	seen := map[string]bool{}
	var visit func(string)
	visit = func(n string) {
		for _, next := range all[n].ours {
			if !seen[next] {
				seen[next] = true
				visit(next)
			}
		}
	}
	visit(name)
	return seen
}

// TestConcepts: the rules of all packages together lead nowhere that they should not.
func TestConcepts(t *testing.T) {
	all := rules()
	for name, forbidden := range concepts() {
		if _, ok := all[name]; !ok {
			t.Errorf("%s is no package", name)
		}
		for _, f := range forbidden {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(all)), func(p string) bool { return p == f || strings.HasPrefix(p, f+"/") }) {
				t.Errorf("%s, which %s must not reach, is no package", f, name)
			}
			for p := range reached(name, all) {
				if p == f || strings.HasPrefix(p, f+"/") {
					t.Errorf("%s reaches %s", name, p)
				}
			}
		}
	}
	// Rules that break it are seen.
	if broken := reached("parser/internal/layout", map[string]rule{
		"parser/internal/layout": {ours: []string{"parser/internal/form"}}, "parser/internal/form": {ours: []string{"parser/internal/formreader"}},
	}); !broken["parser/internal/formreader"] {
		t.Errorf("layout reaches %v", broken)
	}
}

// eachFile calls f with the name of each file of ours, relative to the root.
func eachFile(t *testing.T, f func(name string, e fs.DirEntry)) {
	t.Helper()
	err := filepath.WalkDir("../..", func(file string, e fs.DirEntry, err error) error {
		name := strings.TrimPrefix(filepath.ToSlash(file), "../../")
		switch {
		case err != nil:
			return err
		case name == "../..":
			return nil
		case e.IsDir() && (slices.Contains([]string{"build", "dist", "web/dist"}, name) || e.Name() == "testdata" || e.Name()[0] == '.'):
			return fs.SkipDir
		}
		f(name, e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTopLevel: what is at the root is what the README tells of.
func TestTopLevel(t *testing.T) {
	allowed := []string{"app", "cmd", "e2e", "parser", "web", "index.html", "Makefile", "go.mod", "go.sum",
		"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "docs"}
	eachFile(t, func(name string, e fs.DirEntry) {
		if !strings.Contains(name, "/") && name[0] != '.' && !slices.Contains(allowed, name) {
			t.Errorf("%s does not belong at the top level", name)
		}
	})
}

// TestWhere: what CONTRIBUTING answers "Where would I …" with is there.
func TestWhere(t *testing.T) {
	doc, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(doc), "## Where would I")
	table, _, ended := strings.Cut(table, "\n## ")
	if !found || !ended {
		t.Fatal("CONTRIBUTING.md has no section that says where")
	}
	paths := 0
	for i, quoted := range strings.Split(table, "`") {
		if i%2 == 0 || !strings.Contains(quoted, "/") && !strings.Contains(quoted, ".") {
			continue
		}
		paths++
		if _, err := os.Stat(filepath.Join("../..", filepath.FromSlash(quoted))); err != nil {
			t.Errorf("CONTRIBUTING.md names %s, which is not there", quoted)
		}
	}
	if paths < 15 {
		t.Errorf("only %d paths were seen", paths)
	}
}

// TestNames: nothing is named for being left over.
func TestNames(t *testing.T) {
	forbidden := []string{"util", "utils", "helper", "helpers", "type", "types", "common", "pkg", "misc"}
	eachFile(t, func(name string, e fs.DirEntry) {
		stem, _, _ := strings.Cut(strings.ToLower(e.Name()), ".")
		if !e.IsDir() {
			stem = strings.TrimSuffix(stem, "_test")
		}
		if slices.Contains(forbidden, stem) {
			t.Errorf("%s: the name says nothing", name)
		}
	})
}

// TestSourceFiles: no file grows beyond what one can read, and no package does
// anything for being imported.
func TestSourceFiles(t *testing.T) {
	files := 0
	eachFile(t, func(name string, e fs.DirEntry) {
		if e.IsDir() || !strings.HasSuffix(name, ".go") {
			return
		}
		files++
		src, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, sentence := range sourceFaults(name, src) {
			t.Error(sentence)
		}
	})
	if files < 50 {
		t.Errorf("only %d files were seen", files)
	}
}

func sourceFaults(name string, src []byte) []string {
	tree, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	if lines := bytes.Count(src, []byte("\n")); lines > 500 && !strings.HasSuffix(name, "_test.go") {
		out = append(out, fmt.Sprintf("%s has %d lines: split it", name, lines))
	}
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			out = append(out, name+" has an init function: let somebody call it")
		}
	}
	return out
}

func TestSourceFaults(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.go", "package a\n\nfunc init() {}\n", "a.go has an init function: let somebody call it"},
		{"a.go", "package a\n\ntype x int\n\nfunc (x) init() {}\n", ""},
		{"a.go", "package a\n" + strings.Repeat("\n", 500), "a.go has 501 lines: split it"},
		{"a_test.go", "package a\n" + strings.Repeat("\n", 500), ""},
		{"a.go", "package", "a.go:1:8: expected 'IDENT', found 'EOF'"},
	} {
		if got := strings.Join(sourceFaults(c.name, []byte(c.src)), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
