package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licences returns the licences of everything that is not ours in a program for the
// browser: Go itself, and each module of which there is a package in it.
func licences(ctx context.Context, root, program string) ([]byte, error) {
	const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}`
	cmd := goForWasm(ctx, root, "list", "-deps", "-f", format, program)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list of %s: %w", program, err)
	}
	modules := slices.Sorted(strings.Lines(string(out)))
	modules = slices.DeleteFunc(slices.Compact(modules), func(s string) bool { return strings.TrimSpace(s) == "" })
	goroot, err := output(ctx, root, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	version, err := output(ctx, root, "go", "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	modules = append([]string{"Go " + strings.TrimSpace(version) + "\t" + goroot}, modules...)

	var text bytes.Buffer
	text.WriteString("The program holds, besides what is Filingview's own, parts of the following.\n")
	for _, line := range modules {
		name, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
		licence, err := readLicence(dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(&text, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 78), name, bytes.TrimSpace(licence))
	}
	return text.Bytes(), nil
}

// readLicence returns what says how a module may be used.
func readLicence(dir string) ([]byte, error) {
	var text [][]byte
	for _, name := range []string{"LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING", "NOTICE", "PATENTS"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			text = append(text, bytes.TrimSpace(data))
		} else if !os.IsNotExist(err) {
			return nil, err
		}
	}
	if text == nil {
		return nil, fmt.Errorf("there is no licence in %s", dir)
	}
	return bytes.Join(text, []byte("\n\n")), nil
}
