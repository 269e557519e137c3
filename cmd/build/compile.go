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

// compile builds the programs and adds them to the sources.
func compile(ctx context.Context, root string, with tricks, sources map[string][]byte, stderr io.Writer) error {
	modfile := ""
	if with.lean {
		var err error
		if modfile, err = leanModule(ctx, root); err != nil {
			return err
		}
	}
	for _, p := range programs() {
		var err error
		if sources[p.name], err = p.compile(ctx, root, with, modfile, stderr); err != nil {
			return err
		}
	}
	return nil
}

// compile builds a program with the modules of modfile, or of go.mod if that is
// empty.
func (p program) compile(ctx context.Context, root string, with tricks, modfile string, stderr io.Writer) ([]byte, error) {
	out := filepath.Join(root, "build", p.name)
	args := []string{"build", "-modfile=" + modfile, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out}
	if with.inlining {
		args = append(args, coldFlags()...)
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
	if !with.memory {
		return made, nil
	}
	return inFewPieces(made, with.lines)
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
