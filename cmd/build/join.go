package main

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Style sheets are files of their own where they are written, and one where they are
// served: the page is drawn once all of them are there, each of which a browser asks
// for by itself. So are the parts of a module, which a browser would only ask for once
// it has read the module. The page's scripts are served as they are: joined they would
// run in one go, in which the page does not answer.

var (
	sheetRun  = regexp.MustCompile(`<link rel="stylesheet" href="[^"]*">(?:\s*<link rel="stylesheet" href="[^"]*">)+`)
	sheetName = regexp.MustCompile(`<link rel="stylesheet" href="([^"]*)"`)
)

// joinSheets joins, in every page among the sources, the style sheets that follow one
// another without anything between them, in their order, to a source beside the page
// that is called like it: index.css.
func joinSheets(sources map[string][]byte) error {
	for _, page := range slices.Sorted(maps.Keys(sources)) {
		at := sheetRun.FindIndex(sources[page])
		if path.Ext(page) != ".html" || at == nil {
			continue
		}
		text := sources[page]
		if sheetRun.Match(text[at[1]:]) {
			return fmt.Errorf("%s has two runs of style sheets with something between them: they cannot both become one file of its name", page)
		}
		name := strings.TrimSuffix(page, ".html") + ".css"
		if _, ok := sources[name]; ok {
			return fmt.Errorf("the style sheets of %s cannot be joined: there is a %s already", page, name)
		}
		var joined bytes.Buffer
		for _, m := range sheetName.FindAllSubmatch(text[at[0]:at[1]], -1) {
			part := path.Join(path.Dir(page), string(m[1]))
			data, ok := sources[part]
			switch {
			case !ok:
				return fmt.Errorf("%s names %q, which is no file of the page", page, m[1])
			case path.Dir(part) != path.Dir(page):
				return fmt.Errorf("%s cannot be joined to %s: what it names is relative to another folder", part, name)
			case bytes.Contains(data, []byte("@import")):
				return fmt.Errorf("%s cannot be joined to %s: an @import stands before all else", part, name)
			}
			joined.Write(data)
			joined.WriteByte('\n')
		}
		sources[name] = joined.Bytes()
		sources[page] = slices.Concat(text[:at[0]], []byte(`<link rel="stylesheet" href="`+path.Base(name)+`">`), text[at[1]:])
	}
	return nil
}

var (
	moduleImport = regexp.MustCompile(`(?m)^import \{[^}]*\} from "\./([^"]+)";\n`)
	moduleExport = regexp.MustCompile(`(?m)^export `)
)

// joinModule puts the parts that a module imports into it, in the place of the imports.
// They share its names, so no two may be the same, and import nothing themselves.
func joinModule(sources map[string][]byte, module string) error {
	text, ok := sources[module]
	if !ok {
		return nil
	}
	var err error
	text = moduleImport.ReplaceAllFunc(text, func(line []byte) []byte {
		part := path.Join(path.Dir(module), string(moduleImport.FindSubmatch(line)[1]))
		data, ok := sources[part]
		if !ok {
			err = fmt.Errorf("%s imports %q, which is no file of the page", module, part)
		} else if moduleImport.Match(data) {
			err = fmt.Errorf("%s, which %s imports, imports something itself", part, module)
		}
		return append(moduleExport.ReplaceAll(data, nil), '\n')
	})
	sources[module] = text
	return err
}
