package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWithoutLines: a program without its lines does what it did, collects its
// memory, recovers and, where it fails, still names the function.
func TestWithoutLines(t *testing.T) {
	node, err := exec.LookPath("node")
	dir := t.TempDir()
	source := `package main

import "runtime"

type tree struct{ left, right *tree }

func grow(n int) *tree {
	if n == 0 {
		return &tree{}
	}
	return &tree{grow(n - 1), grow(n - 1)}
}

func (t *tree) size() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.size() + t.right.size()
}

func careless() { var t *tree; println(t.left != nil) }

func main() {
	kept := grow(14)
	for range 20 {
		grow(12)
		runtime.GC()
	}
	func() {
		defer func() { println("recovered", recover() != nil) }()
		careless()
	}()
	println(kept.size())
	careless()
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", "program.wasm", "main.go")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOWORK=off", "GOFLAGS=")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	program, readErr := os.ReadFile(filepath.Join(dir, "program.wasm"))
	if readErr != nil {
		t.Fatal(readErr)
	}
	stripped, stripErr := inFewPieces(program, true)
	if stripErr != nil {
		t.Fatal(stripErr)
	}
	// But for the lines, the memory is what it was, to the byte; and it packs smaller.
	before, beforeErr := memoryOf(program)
	after, afterErr := memoryOf(stripped)
	if err := errors.Join(beforeErr, afterErr, dropLines(before.bytes)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.TrimRight(before.bytes, "\x00"), bytes.TrimRight(after.bytes, "\x00")) {
		t.Error("something else than the lines has changed in the memory")
	}
	if was, is := len(mustGzip(t, program)), len(mustGzip(t, stripped)); is > was*9/10 {
		t.Errorf("packed, %d bytes became %d", was, is)
	}
	if again, err := inFewPieces(stripped, true); err != nil || !bytes.Equal(again, stripped) {
		t.Errorf("without lines twice is something else: %v", err)
	}
	for _, n := range []int{0, 8, 100, len(program) / 2} {
		if _, err := inFewPieces(program[:n], true); err == nil {
			t.Errorf("a program that is cut at %d has its lines taken out", n)
		}
	}
	if err != nil {
		t.Skip("There is no Node to run the program.")
	}
	if err := os.WriteFile(filepath.Join(dir, "program.wasm"), stripped, 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := output(t.Context(), "", "go", "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, filepath.Join(strings.TrimSpace(root), "lib", "wasm", "wasm_exec_node.js"), "program.wasm")
	run.Dir = dir
	out, _ := run.CombinedOutput()
	for _, want := range []string{"recovered true", "32767", "invalid memory address", "main.careless(", "main.main("} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the program does not print %q:\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "main.go:") {
		t.Errorf("the lines are still there:\n%s", out)
	}
}

func mustGzip(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
