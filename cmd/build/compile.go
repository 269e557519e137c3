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

// The names of the program and of Go's script that runs it, in the page's sources.
const (
	wasmName = "viewer.wasm"
	execName = "wasm_exec.js"
)

// cold are the packages of the program that do not wait on speed: what draws, where
// the browser's own work takes the time, and what runs once a file or less. Without
// inlining them the program is a twenty-fifth smaller and draws as fast as before.
// What reads a filing is not among them, nor is the runtime, without whose inlining
// it reads at two thirds of its speed.
func cold() []string {
	return []string{
		"filingview/app", "filingview/parser/export", goApp + "/...",
		"archive/tar", "archive/zip", "context", "encoding/base64", "encoding/csv", "encoding/json",
		"fmt", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
		"internal/reflectlite", "net/netip", "net/url", "os", "reflect", "regexp", "regexp/syntax",
		"sort", "syscall", "syscall/js", "time", "unique",
	}
}

// compile builds cmd/viewer with a lean go-app and returns the program.
func compile(ctx context.Context, root string, stderr io.Writer) ([]byte, error) {
	modfile, err := leanModule(ctx, root)
	if err != nil {
		return nil, err
	}
	program := filepath.Join(root, "build", wasmName)
	args := []string{"build", "-modfile", modfile, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", program}
	for _, p := range cold() {
		args = append(args, "-gcflags="+p+"=-l")
	}
	cmd := exec.CommandContext(ctx, "go", append(args, "./cmd/viewer")...)
	cmd.Dir = root
	cmd.Stderr = stderr
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOWORK=off", "GOFLAGS=")
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("cmd/viewer does not compile to wasm: %w", err)
	}
	made, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	return withoutLines(made)
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
