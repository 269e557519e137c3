package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestModuleFiles: the folder that npm packs has everything that its package.json and
// its scripts name, and the licences of all that is in the program.
func TestModuleFiles(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	files, err := moduleFiles(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	files["filingview.wasm"] = nil // the program, which takes long to make
	var manifest struct {
		Types, Main, Browser string
		Exports              map[string]any
	}
	if err := json.Unmarshal(files["package.json"], &manifest); err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{manifest.Types: true, manifest.Main: true, manifest.Browser: true}
	for _, target := range manifest.Exports {
		if conditions, ok := target.(map[string]any); ok {
			for _, file := range conditions {
				named[file.(string)] = true
			}
		} else {
			named[target.(string)] = true
		}
	}
	imported := regexp.MustCompile(`(?:from |new URL\()"(\./[^"]+)"`)
	for name, data := range files {
		if strings.HasSuffix(name, ".js") || strings.HasSuffix(name, ".d.ts") {
			for _, m := range imported.FindAllSubmatch(data, -1) {
				file := string(m[1])
				if strings.HasSuffix(name, ".d.ts") {
					file = strings.TrimSuffix(file, ".js") + ".d.ts"
				}
				named[file] = true
			}
		}
	}
	for name := range named {
		if _, ok := files[strings.TrimPrefix(name, "./")]; !ok {
			t.Errorf("%s is named and not there", name)
		}
	}
	for name := range files {
		if strings.HasSuffix(name, ".js") && !named["./"+name] {
			t.Errorf("%s is there and nothing names it", name)
		}
	}
	for _, module := range []string{"Go go1", htmlModule, lexerModule, pdfModule} {
		if n := strings.Count(string(files["THIRD-PARTY.txt"]), "\n"+module); n != 1 {
			t.Errorf("the licence of %s is there %d times", module, n)
		}
	}
	for _, module := range []string{goApp, brotliModule, "filingview "} {
		if strings.Contains(string(files["THIRD-PARTY.txt"]), "\n"+module) {
			t.Errorf("there is a licence of %s, which is not in the program", module)
		}
	}
	if !strings.Contains(string(files["LICENSE"]), "Apache License") {
		t.Error("there is no licence")
	}
}

func TestGoModule(t *testing.T) {
	script, err := readExec(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, spoilt := range map[string]string{
		"another class":  strings.Replace(string(script), "globalThis.Go = class", "globalThis.Run = class", 1),
		"another fs":     strings.ReplaceAll(string(script), "fs.writeSync(fd", "node.writeSync(fd"),
		"a module":       string(script) + "\nexport default Go;\n",
		"no script":      "",
		"twice the same": string(script) + string(script),
	} {
		if _, err := goModule([]byte(spoilt)); err == nil {
			t.Errorf("%s is taken for Go's script", name)
		}
	}
}

func TestReadLicence(t *testing.T) {
	if _, err := readLicence(t.TempDir()); err == nil || !strings.Contains(err.Error(), "there is no licence in") {
		t.Errorf("got %v", err)
	}
}
