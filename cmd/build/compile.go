package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// execName is the name of Go's script that runs a program, in the page's sources.
const execName = "wasm_exec.js"

// program is one of the page's programs.
type program struct {
	name string // in the page's sources
	main string // its package
}

// programs are the page with its engine, which a first visit loads, and the reader of
// what is no ownership XML, which is loaded after it. The first names the formats that it
// reads by itself (app/engine), so that the readers of the others are not linked.
func programs() []program {
	return []program{
		{"viewer.wasm", "./cmd/viewer"},
		{"reader.wasm", "./cmd/reader"},
	}
}

// cold are the packages of the program that do not wait on speed: what draws, where
// the browser's own work takes the time, and what runs once a file or less. Without
// inlining them the program is a twenty-fifth smaller and draws as fast as before.
// What reads a filing is not among them, nor is the runtime, without whose inlining
// it reads at two thirds of its speed.
func cold() []string {
	return []string{
		"filingview/app/...", "filingview/parser/export", goApp + "/...",
		"archive/tar", "archive/zip", "context", "encoding/base64", "encoding/csv", "encoding/json",
		"fmt", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
		"internal/reflectlite", "net/netip", "net/url", "os", "reflect", "regexp", "regexp/syntax",
		"sort", "syscall", "syscall/js", "time", "unique",
	}
}

// hot are those of the cold packages that wait on speed all the same: what carries a
// filing from the engine to the page.
func hot() []string {
	return []string{"filingview/app/engine", "filingview/app/reader", "filingview/app/wire", "filingview/app/worker"}
}

// compile builds the programs with a lean go-app and puts them to the sources.
func compile(ctx context.Context, root string, sources map[string][]byte, stderr io.Writer) error {
	modfile, err := leanModule(ctx, root)
	if err != nil {
		return err
	}
	for _, p := range programs() {
		if sources[p.name], err = p.compile(ctx, root, modfile, stderr); err != nil {
			return err
		}
	}
	return nil
}

// compile builds a program with the modules of modfile, or of go.mod if that is
// empty.
func (p program) compile(ctx context.Context, root, modfile string, stderr io.Writer) ([]byte, error) {
	out := filepath.Join(root, "build", p.name)
	args := []string{"build", "-modfile=" + modfile, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out}
	for _, c := range cold() {
		args = append(args, "-gcflags="+c+"=-l")
	}
	for _, h := range hot() { // of several patterns that fit, the last counts
		args = append(args, "-gcflags="+h+"=")
	}
	cmd := goForWasm(ctx, root, append(args, p.main)...)
	cmd.Stderr = stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s does not compile to wasm: %w", p.main, err)
	}
	made, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return withoutLines(made)
}

// goForWasm returns the go command as it works for the browser, whatever the
// environment says.
func goForWasm(ctx context.Context, root string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOWORK=off", "GOFLAGS=")
	return cmd
}

// readExec returns the wasm_exec.js of the Go release that compiles the program:
// the two belong together.
func readExec(ctx context.Context) ([]byte, error) {
	goroot, err := output(ctx, "", "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	name := filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", execName)
	script, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("this installation of Go lacks %s, without which no browser can run the program: install Go 1.26 from its own archive", name)
	}
	return script, err
}
