package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The page's program needs the half of go-app that draws. The other half, its
// server, brings net/http, and smaller things bring crypto and regexp. Nothing in a
// browser can call them.
//
// It saves 394,000 bytes Brotli, 23 % of a first visit (measured with Go 1.26.8 and
// go-app v9.8.0). Another version of go-app breaks it: the build then stops and names the
// file that is not the one that is known, by its SHA-256.
//
// They cannot be told apart by importing, so the program is built with a copy of the
// pinned go-app in which a few files are replaced by those in _lean. (The -overlay
// of the go command would do, but it refuses files of the module cache.)

const goApp = "github.com/maxence-charriere/go-app/v9"

// goAppPackages are the folders of go-app that the page's program is made of.
func goAppPackages() []string { return []string{"pkg/app", "pkg/errors"} }

// replaced is a file of go-app for which another stands in.
type replaced struct {
	name   string
	sha256 string // of the file that is replaced
	by     string // the file in _lean/goapp; none if it is left out
}

func replacedFiles() []replaced {
	return []replaced{
		{"pkg/app/http.go", "970d42ad2eb2897f5d179802189449eac5bcc162062707c759fa72b42cc48154", "http.go"},
		{"pkg/app/resource.go", "e291206c020f804adff4df09fa7fa792bb15a6fccacffe2c409833b6f1ffae19", ""},
		{"pkg/app/crypto.go", "088647254b630cd5c4c17fedf499086c2ad3b6a7d6bbbe1d167d9b6840669789", "crypto.go"},
		{"pkg/app/route.go", "164adabe8fbf70301f946a60ac22ee4f714b503ea4dbc170e57505057bd41365", "route.go"},
	}
}

// leanGoApp returns the files of go-app for the page's program, by their names in
// the module at dir, with those at lean in the place of the replaced ones.
func leanGoApp(dir, lean string, files []replaced) (map[string][]byte, error) {
	mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return nil, err
	}
	module := map[string][]byte{"go.mod": mod}
	for _, folder := range goAppPackages() {
		entries, err := os.ReadDir(filepath.Join(dir, folder))
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			name := folder + "/" + e.Name()
			if module[name], err = os.ReadFile(filepath.Join(dir, name)); err != nil {
				return nil, err
			}
		}
	}
	for _, r := range files {
		if got := sha(module[r.name]); got != r.sha256 {
			return nil, fmt.Errorf("%s of %s is not the file that cmd/build knows how to replace: its SHA-256 is %s, not %s. "+
				"Read what has changed in it, then bring cmd/build/_lean and the table in cmd/build/lean.go up to date", r.name, dir, got, r.sha256)
		}
		if r.by == "" {
			delete(module, r.name)
		} else if module[r.name], err = os.ReadFile(filepath.Join(lean, r.by)); err != nil {
			return nil, err
		}
	}
	return module, nil
}

// leanModule lays the copy of go-app into the build folder and returns the go.mod
// that uses it, which is the repository's with two replacements.
func leanModule(ctx context.Context, root string) (modfile string, err error) {
	out, err := output(ctx, root, "go", "mod", "download", "-json", goApp)
	if err != nil {
		return "", fmt.Errorf("go-app cannot be had: %w", err)
	}
	var module struct{ Dir, Error string }
	if err := json.Unmarshal([]byte(out), &module); err != nil {
		return "", fmt.Errorf("what go mod download says of go-app: %w", err)
	}
	if module.Error != "" {
		return "", fmt.Errorf("go-app cannot be had: %s", module.Error)
	}
	files, err := leanGoApp(module.Dir, filepath.Join(root, "cmd", "build", "_lean", "goapp"), replacedFiles())
	if err != nil {
		return "", err
	}
	lean := filepath.Join(root, "build", "lean")
	if err := fill(filepath.Join(lean, "goapp"), files); err != nil {
		return "", err
	}

	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", err
	}
	// The paths are relative to the module, wherever its modfile is.
	mod = append(mod, "\nreplace "+goApp+" => ./build/lean/goapp\n\nreplace github.com/google/uuid => ./cmd/build/_lean/uuid\n"...)
	modfile = filepath.Join(lean, "go.mod")
	return modfile, errors.Join(replace(modfile, mod), replace(filepath.Join(lean, "go.sum"), sum))
}

func sha(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
