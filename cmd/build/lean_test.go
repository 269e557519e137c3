package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// someGoApp is a module laid out like go-app.
func someGoApp(t *testing.T) (dir, lean string) {
	t.Helper()
	dir, lean = t.TempDir(), t.TempDir()
	write(t, dir, "go.mod", "pkg/app/app.go", "pkg/app/app_test.go", "pkg/app/http.go", "pkg/app/resource.go",
		"pkg/app/gen/html.go", "pkg/errors/errors.go", "pkg/ui/flow.go")
	if err := os.WriteFile(filepath.Join(lean, "http.go"), []byte("new"), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir, lean
}

func TestLeanGoApp(t *testing.T) {
	dir, lean := someGoApp(t)
	old := sha([]byte("old"))
	got, err := leanGoApp(dir, lean, []replaced{{"pkg/app/http.go", old, "http.go"}, {"pkg/app/resource.go", old, ""}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"go.mod": "old", "pkg/app/app.go": "old", "pkg/app/http.go": "new", "pkg/errors/errors.go": "old"}
	for name, text := range want {
		if string(got[name]) != text {
			t.Errorf("%s is %q, want %q", name, got[name], text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the copy has %d files, want %d", len(got), len(want))
	}
}

// TestLeanGoAppRefuses: another go-app is not patched blindly.
func TestLeanGoAppRefuses(t *testing.T) {
	dir, lean := someGoApp(t)
	old := sha([]byte("old"))
	for _, r := range []replaced{
		{"pkg/app/http.go", sha([]byte("older")), "http.go"},
		{"pkg/app/resource.go", sha([]byte("older")), ""},
		{"pkg/app/gone.go", old, ""},
	} {
		_, err := leanGoApp(dir, lean, []replaced{r})
		if err == nil || !strings.Contains(err.Error(), r.name+" of "+dir+" is not the file that cmd/build knows how to replace") {
			t.Errorf("%s: %v", r.name, err)
		}
	}
	if _, err := leanGoApp(dir, lean, []replaced{{"pkg/app/http.go", old, "lost.go"}}); err == nil {
		t.Error("a stand-in that is not there is not missed")
	}
}

// TestLeanModule: the go-app of this module is the one that the table knows, and the
// copy of it leaves the replaced files out.
func TestLeanModule(t *testing.T) {
	root := t.TempDir()
	repository, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum", "cmd"} {
		if err := os.Symlink(filepath.Join(repository, name), filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	modfile, err := leanModule(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(modfile)
	if err != nil || !strings.Contains(string(mod), "replace "+goApp+" => ./build/lean/goapp\n") {
		t.Errorf("the modfile is\n%s\n%v", mod, err)
	}
	for _, r := range replacedFiles() {
		text, err := os.ReadFile(filepath.Join(root, "build/lean/goapp", r.name))
		switch {
		case r.by == "" && !os.IsNotExist(err):
			t.Errorf("%s is still there, %v", r.name, err)
		case r.by != "" && !strings.HasPrefix(string(text), "// Stands in for "+filepath.Base(r.name)+" of go-app"):
			t.Errorf("%s is not replaced, %v", r.name, err)
		}
	}
}
