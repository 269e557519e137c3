// Command rules writes a page about each rule of the catalogue to docs/rules: what it
// says, its ground, and two examples, one of which it speaks of. What the pages tell of
// the examples is what the readers and the ledger say of them when the command runs.
//
// The name, severity and ground of a rule are the catalogue's (parser/ownership). What
// it says is in words.txt. The examples are the cases that the tests of the rules run,
// in testdata/rule of parser and of parser/ledger.
//
// Run it at the root of the module, as make generate does. A test holds that what it
// writes is what is there.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "rules:", err)
		os.Exit(1)
	}
}

// folder is where the pages are, below the root of the module.
const folder = "docs/rules"

// output is a page by its name in the folder.
type output struct {
	name string
	data []byte
}

// run writes the pages of which the content has changed, and removes those of rules that
// are gone.
func run(root string) error {
	all, err := pages(root)
	if err != nil {
		return err
	}
	to := filepath.Join(root, filepath.FromSlash(folder))
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	stays := map[string]bool{}
	for _, o := range all {
		stays[o.name] = true
		name := filepath.Join(to, o.name)
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, o.data) {
			continue
		}
		if err := os.WriteFile(name, o.data, 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", folder+"/"+o.name)
	}
	entries, err := os.ReadDir(to)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") && !stays[e.Name()] {
			err = errors.Join(err, os.Remove(filepath.Join(to, e.Name())))
		}
	}
	return err
}
