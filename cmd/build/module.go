package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The parser as a JavaScript module is a folder, build/npm, that npm packs: the
// scripts of cmd/module, its program, Go's script as a module, the declarations made
// of the schemas, the schemas, and the licences of all that is in it.

// moduleTricks are those that concern a program without a page.
func moduleTricks() tricks { return tricks{inlining: true, memory: true, lines: true} }

func moduleProgram() program { return program{"module.wasm", "./cmd/module"} }

// buildModule fills the folder and returns it.
func buildModule(ctx context.Context, root string, stderr io.Writer) (string, error) {
	files, err := moduleFiles(ctx, root)
	if err != nil {
		return "", err
	}
	if files["filingview.wasm"], err = moduleProgram().compile(ctx, root, moduleTricks(), "", stderr); err != nil {
		return "", err
	}
	dir := filepath.Join(root, "build", "npm")
	return dir, fill(dir, files)
}

// moduleFiles returns what is in the folder besides the program.
func moduleFiles(ctx context.Context, root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, pattern := range []string{"cmd/module/*.js", "cmd/module/*.d.ts", "cmd/module/package.json", "cmd/module/README.md", "web/*.schema.json", "LICENSE"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("there is no %s", pattern)
		}
		for _, file := range found {
			data, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			files[filepath.Base(file)] = data
		}
	}
	for schema, prefix := range map[string]string{"filing": "", "check": "Check"} {
		declared, err := declare(files[schema+".schema.json"], prefix)
		if err != nil {
			return nil, fmt.Errorf("web/%s.schema.json: %w", schema, err)
		}
		files[schema+".d.ts"] = declared
	}
	script, err := readExec(ctx)
	if err != nil {
		return nil, err
	}
	if files["go.js"], err = goModule(script); err != nil {
		return nil, err
	}
	if files["THIRD-PARTY.txt"], err = licences(ctx, root, moduleProgram().main); err != nil {
		return nil, err
	}
	return files, nil
}

// goModule makes a module of Go's script, which puts its class and stand-ins for
// Node's own things among the globals. In somebody else's page there must be no
// process and no fs: scripts tell by them that they run in Node. So the script gets
// the globals, and the fs that it names by itself, as arguments.
func goModule(script []byte) ([]byte, error) {
	for _, known := range []string{"globalThis.Go = class", "globalThis.fs = {", "fs.writeSync(fd", "Use of this source code is governed by a BSD-style"} {
		if bytes.Count(script, []byte(known)) != 1 {
			return nil, fmt.Errorf("Go's %s is not as this version of the build knows it: it does not have %q once", execName, known)
		}
	}
	if bytes.Contains(script, []byte("\nimport ")) || bytes.Contains(script, []byte("\nexport ")) {
		return nil, errors.New("Go's " + execName + " is a module already")
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "// Go's %s, whose licence is in THIRD-PARTY.txt, as a module.\n\n// goOf returns its class Go, which sees these globals and no others.\nexport function goOf(globalThis, fs) {\n", execName)
	out.Write(script)
	out.WriteString("\nreturn globalThis.Go;\n}\n")
	return out.Bytes(), nil
}
