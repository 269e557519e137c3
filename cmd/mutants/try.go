package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

type verdict int

const (
	broken   verdict = iota // it does not compile
	isKilled                // a test fails, or does not end
	survives
)

// suite is the tests of one package.
type suite struct {
	pkg string
	dir string // the folder in which they run
}

// suitesOf returns the tests that are asked about the mutants of a package: its own first,
// which are quick and kill most.
func (t trial) suitesOf(ctx context.Context, pkg string) ([]suite, error) {
	cmd := exec.CommandContext(ctx, "go", append([]string{"list", "-f", "{{.ImportPath}} {{.Dir}}", pkg}, t.also...)...)
	cmd.Dir = t.dir
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var suites []suite
	for line := range strings.Lines(string(out)) {
		path, dir, _ := strings.Cut(strings.TrimSpace(line), " ")
		suites = append(suites, suite{path, dir})
	}
	return suites, nil
}

// try runs the tests with a mutant in the place of its file, or without one if m is nil.
func (t trial) try(ctx context.Context, pkg string, suites []suite, m *located) (verdict, error) {
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return broken, err
	}
	defer os.RemoveAll(dir)
	var flags []string
	if m != nil {
		overlay, err := writeOverlay(dir, m)
		if err != nil {
			return broken, err
		}
		flags = []string{"-overlay=" + overlay}
	}
	if t.command(ctx, t.dir, "go", append(append([]string{"build", "-o", os.DevNull}, flags...), pkg)...) != nil {
		return broken, ctx.Err()
	}
	for i, s := range suites {
		// Vet is no test: it would refuse some mutants that no test notices.
		binary := filepath.Join(dir, fmt.Sprintf("%d.test", i))
		compile := append(append([]string{"test", "-c", "-vet=off", "-o", binary}, flags...), s.pkg)
		if err := t.command(ctx, t.dir, "go", compile...); err != nil {
			return isKilled, ctx.Err()
		}
		if _, err := os.Stat(binary); err != nil { // a package without tests
			continue
		}
		arguments := []string{"-test.failfast", "-test.paniconexit0", "-test.timeout=" + t.patience.String()}
		if i == 0 && t.command(ctx, s.dir, binary, append(arguments, "-test.short")...) != nil {
			return isKilled, ctx.Err()
		}
		if t.command(ctx, s.dir, binary, arguments...) != nil {
			return isKilled, ctx.Err()
		}
	}
	return survives, nil
}

// command runs a program quietly, in a folder.
func (t trial) command(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	return cmd.Run()
}

// writeOverlay writes the changed file of a mutant and the go command's overlay that puts it
// into the place of the file; it returns the overlay's name.
func writeOverlay(dir string, m *located) (string, error) {
	changed, overlay := filepath.Join(dir, "mutant.go"), filepath.Join(dir, "overlay.json")
	list, err := json.Marshal(map[string]map[string]string{"Replace": {m.file: changed}})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(changed, m.code, 0o600); err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, list, 0o600)
}
