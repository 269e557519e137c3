//go:build e2e && npm

package e2e_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser/pdftest"
)

// consumer is a project that uses the packed parser, as anybody's does.
type consumer struct {
	*testing.T
	dir   string   // of the project, with the package installed
	given string   // the folder of the files to read
	files []string // in it
	tool  string
	want  said // what the tool says of them
}

// said is what a reader says of files.
type said struct {
	Lines    string
	Report   string
	Failures []struct{ Message string }
	Isolated bool
	Left     []string
}

// TestModule installs build/*.tgz into a fresh project (testdata/consumer) and uses
// it there as it is meant to be used. It needs npm.
func TestModule(t *testing.T) {
	c := install(t)
	c.collect()
	t.Run("Node", c.inNode)
	t.Run("examples", c.examples)
	t.Run("behaviour", c.behaviour)
	t.Run("TypeScript", c.inTypeScript)
	t.Run("page", c.inPage)
}

// install makes the project anew.
func install(t *testing.T) *consumer {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "build", ".consumer")) // a name that Go does not take for packages
	if err != nil {
		t.Fatal(err)
	}
	packed, err := filepath.Glob(filepath.Join("..", "build", "filingview-parser-*.tgz"))
	if err != nil || len(packed) != 1 {
		t.Fatalf("there must be one packed module in build, there are %v: run `make npm` (%v)", packed, err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "consumer"))); err != nil {
		t.Fatal(err)
	}
	c := &consumer{T: t, dir: dir}
	c.command(nil, "npm", "install", filepath.Join("..", filepath.Base(packed[0])))
	return c
}

// command runs a command in the project and returns what it prints.
func (c *consumer) command(stdin []byte, name string, args ...string) []byte {
	c.Helper()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(c.Context(), name, args...)
	cmd.Dir = c.dir
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), &out, &errs
	if err := cmd.Run(); err != nil {
		c.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, &out, &errs)
	}
	return out.Bytes()
}

func (c *consumer) with(t *testing.T) *consumer {
	other := *c
	other.T = t
	return &other
}

// collect puts the testdata of the parser, right and wrong, and PDFs into one folder
// and has the tool read it.
func (c *consumer) collect() {
	c.given = c.TempDir()
	add := func(name string, data []byte) {
		c.files = append(c.files, name)
		if err := os.WriteFile(filepath.Join(c.given, name), data, 0o666); err != nil {
			c.Fatal(err)
		}
	}
	add("form.pdf", pdftest.Form(false))
	add("packed.pdf", pdftest.Form(true))
	for _, kind := range []string{"xml", "submission", "html", "text", "wrong"} {
		root := os.DirFS(filepath.Join("..", "parser", "testdata", kind))
		if err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || strings.HasSuffix(path, ".golden") {
				return err
			}
			data, err := fs.ReadFile(root, path)
			add(kind+"-"+strings.ReplaceAll(path, "/", "-"), data)
			return err
		}); err != nil {
			c.Fatal(err)
		}
	}
	if len(c.files) < 100 {
		c.Fatalf("there are only %d files", len(c.files))
	}
	c.tool = buildTool(c.T)
	c.want = c.byTool()
	if strings.Count(c.want.Lines, "\n") < 80 || len(c.want.Failures) < 40 {
		c.Fatalf("there are only %d filings and %d failures", strings.Count(c.want.Lines, "\n"), len(c.want.Failures))
	}
}

// byTool is what the tool says of the files.
func (c *consumer) byTool() said {
	c.Helper()
	run := func(args ...string) (out, errs string) {
		var o, e bytes.Buffer
		cmd := exec.Command(c.tool, slices.Concat(args, c.files)...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = c.given, &o, &e
		if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 {
			c.Fatalf("the tool: %v\n%s", err, &e)
		}
		return o.String(), e.String()
	}
	var all said
	var failures string
	all.Lines, failures = run("parse")
	all.Report, _ = run("check", "-json")
	for line := range strings.Lines(failures) {
		message := strings.TrimSuffix(strings.TrimPrefix(line, "filingview: "), "\n")
		all.Failures = append(all.Failures, struct{ Message string }{message})
	}
	return all
}

// expect holds what was said against what the tool says, byte for byte.
func (c *consumer) expect(got said) {
	c.Helper()
	for _, part := range []struct{ name, got, want string }{{"parse", got.Lines, c.want.Lines}, {"check", got.Report, c.want.Report}} {
		if part.got == part.want {
			continue
		}
		at := 0
		for at < min(len(part.got), len(part.want)) && part.got[at] == part.want[at] {
			at++
		}
		around := func(s string) string { return s[max(0, min(at, len(s))-100):min(at+100, len(s))] }
		c.Errorf("%s gives %d bytes, the tool %d; they differ at byte %d:\n%s\nnot\n%s", part.name, len(part.got), len(part.want), at, around(part.got), around(part.want))
	}
	if !slices.Equal(got.Failures, c.want.Failures) {
		c.Errorf("the failures are\n%v\nnot\n%v", got.Failures, c.want.Failures)
	}
}

func (c *consumer) inNode(t *testing.T) {
	c = c.with(t)
	request, err := json.Marshal(map[string]any{"folder": c.given, "files": c.files})
	if err != nil {
		t.Fatal(err)
	}
	var got said
	if err := json.Unmarshal(c.command(request, "node", "read.mjs"), &got); err != nil {
		t.Fatal(err)
	}
	c.expect(got)
	t.Logf("%d files, %d filings: %d bytes of JSON are the tool's, %d of the report; %d failures", len(c.files), strings.Count(got.Lines, "\n"), len(got.Lines), len(got.Report), len(got.Failures))
}

// behaviour runs module.test.mjs, with a program beside it that fails.
func (c *consumer) behaviour(t *testing.T) {
	c = c.with(t)
	form4, err := filepath.Abs(plain)
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", filepath.Join(c.dir, "failing.wasm"), "./testdata/failing")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv("FORM4", form4)
	out := string(c.command(nil, "node", "--test", "--test-reporter=tap", "module.test.mjs"))
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "ok ") || strings.HasPrefix(line, "# pass") {
			t.Log(strings.TrimSpace(line))
		}
	}
}

// inTypeScript has the compiler, as strict as it can be, hold what users write and
// the tool's JSON, written as literals, against the declarations: a literal may have
// no member that its type does not have.
func (c *consumer) inTypeScript(t *testing.T) {
	c = c.with(t)
	var data bytes.Buffer
	data.WriteString("import type { Check, Failure, Filing } from \"filingview-parser\";\n")
	n := 0
	for line := range strings.Lines(c.want.Lines) {
		n++
		data.WriteString("export const _" + strings.Repeat("_", n) + ": Filing = " + strings.TrimSpace(line) + ";\n")
	}
	failures := []string{`{"name":"x","kind":"bound","message":"x","format":"x","place":"x","reason":"x","advice":"x"}`}
	data.WriteString("export const failures: Failure[] = [" + strings.Join(failures, ",") + "];\n")
	data.WriteString("export const report: Check = " + strings.TrimSpace(c.want.Report) + ";\n")
	if err := os.WriteFile(filepath.Join(c.dir, "data.ts"), data.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	c.command(nil, "npx", "--no", "tsc")
	t.Logf("%d filings and a report are as declared", n)
	// It can fail.
	wrong := strings.Replace(data.String(), `"kind":"transaction"`, `"kind":"transaction","surprise":1`, 1)
	if err := os.WriteFile(filepath.Join(c.dir, "data.ts"), []byte(wrong), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("npx", "--no", "tsc")
	cmd.Dir = c.dir
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "surprise") {
		t.Errorf("a member that is not declared is accepted: %v\n%s", err, out)
	}
}

// strict is the policy of the page that uses the module: what the README says that
// it needs, and no more.
const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"

// inPage uses the module in Chromium, from its files as they are and through a
// bundler, in the page, in its worker and in a worker of the page's own, where the
// page may load nothing but its own files.
func (c *consumer) inPage(t *testing.T) {
	c = c.with(t)
	// Five times all of them would take long. The first two are PDFs.
	var some []string
	for i, name := range c.files {
		if i < 2 || i%8 == 0 {
			some = append(some, name)
		}
	}
	c.files = some
	c.want = c.byTool()
	c.command(nil, "npx", "--no", "vite", "build", "vite")
	mux := http.NewServeMux()
	for path, dir := range map[string]string{
		"/plain/": "page", "/plain/filingview-parser/": "node_modules/filingview-parser", "/bundled/": "vite/dist",
	} {
		mux.Handle(path, http.StripPrefix(path, http.FileServer(http.Dir(filepath.Join(c.dir, dir)))))
	}
	mux.Handle("/files/", http.StripPrefix("/files/", http.FileServer(http.Dir(c.given))))
	mux.HandleFunc("/favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", strict)
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	s := &suite{slots: make(chan struct{}, atOnce)}
	s.browser, _ = browse(t, t.TempDir())
	for _, place := range []struct{ path, where string }{
		{"/plain/", "page"}, {"/plain/", "worker"}, {"/plain/", "ParserWorker"}, {"/bundled/", "page"}, {"/bundled/", "ParserWorker"},
	} {
		t.Run(place.path+place.where, func(t *testing.T) {
			b := blank(t, s, server.URL+place.path)
			b.must(b.visit())
			b.until(`"ready" in document.documentElement.dataset`)
			got := value[said](b, `window.read(%s, %s)`, place.where, c.files)
			c.with(t).expect(got)
			if !got.Isolated {
				t.Error("it is not isolated from other origins")
			}
			if len(got.Left) > 0 {
				t.Errorf("it leaves %v among the globals", got.Left)
			}
		})
	}
}
