package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// readSources returns the files that the page is made of, but for the program: the
// index.html at the root, what is in web and the page on the rules, by their names
// relative to the page.
func readSources(root string) (map[string][]byte, error) {
	index, err := os.ReadFile(filepath.Join(root, "index.html"))
	if err != nil {
		return nil, err
	}
	sources := map[string][]byte{"index.html": index}
	web := filepath.Join(root, "web")
	err = filepath.WalkDir(web, func(file string, e fs.DirEntry, err error) error {
		name, relErr := filepath.Rel(web, file)
		switch {
		case err != nil || relErr != nil:
			return errors.Join(err, relErr)
		case e.IsDir() && (name == "dist" || name == "testdata"):
			return fs.SkipDir
		case e.IsDir(), strings.HasPrefix(e.Name(), "."), strings.HasSuffix(name, ".go"):
			return nil
		}
		data, err := os.ReadFile(file)
		sources[filepath.ToSlash(name)] = data
		return err
	})
	if err != nil {
		return nil, err
	}
	return sources, fillRulebook(root, sources)
}

// fixed reports whether a file keeps its name: others than the page know it, and
// what they know must stay.
func fixed(name string) bool {
	switch name {
	case "index.html", "manifest.webmanifest", "filing.schema.json", "check.schema.json", "sw.js",
		"embed.js", "embed.d.ts", "embed.html", "sample.xml", rulebook:
		return true
	}
	return false
}

// naming gives the sources of the page the names that they are served under, and
// puts these names where one source names another.
type naming struct {
	sources map[string][]byte
	made    map[string]file
	making  []string // what is being made, to find sources that name each other
}

// file is a source with its final name and content.
type file struct {
	name  string
	data  []byte
	names []string // the sources that it names,
	later []string // and those that it names for later
}

// all returns the files of the page by their final names: those with fixed names
// and what these name. A source that nothing names is not of the page.
func (n *naming) all() (map[string][]byte, error) {
	for _, source := range slices.Sorted(maps.Keys(n.sources)) {
		if fixed(source) {
			if _, err := n.make(source); err != nil {
				return nil, err
			}
		}
	}
	page := map[string][]byte{}
	for _, f := range n.made {
		page[f.name] = f.data
	}
	return page, n.list(page)
}

// laterVisit returns the final names of what index.html names for later: the page
// works before it has them.
func (n *naming) laterVisit() []string {
	var names []string
	for _, source := range n.made["index.html"].later {
		names = append(names, n.made[source].name)
	}
	return names
}

// firstVisit returns the final names of what a browser loads with index.html: all
// that it names but for later, and what the style sheets among these name.
func (n *naming) firstVisit() []string {
	var names []string
	var visit func(source string)
	visit = func(source string) {
		f := n.made[source]
		if slices.Contains(names, f.name) {
			return
		}
		names = append(names, f.name)
		if ext := path.Ext(source); ext == ".html" || ext == ".css" {
			for _, s := range f.names {
				visit(s)
			}
		}
	}
	visit("index.html")
	return names
}

func (n *naming) make(source string) (file, error) {
	if f, ok := n.made[source]; ok {
		return f, nil
	}
	if slices.Contains(n.making, source) {
		return file{}, fmt.Errorf("%s names itself by way of %s, so that neither can have a name made from its content", source, strings.Join(n.making, ", "))
	}
	n.making = append(n.making, source)
	defer func() { n.making = n.making[:len(n.making)-1] }()

	f := file{name: source}
	var err error
	switch path.Ext(source) {
	case ".html":
		f.data, err = n.html(source, &f)
	case ".css":
		f.data, err = n.rewrite(source, cssURL, &f)
	case ".webmanifest":
		f.data, err = n.rewrite(source, manifestSrc, &f)
	default:
		f.data = n.sources[source]
	}
	if err != nil {
		return file{}, err
	}
	if !fixed(source) {
		ext := path.Ext(source)
		f.name = strings.TrimSuffix(source, ext) + "." + sha(f.data)[:8] + ext
	}
	if n.made == nil {
		n.made = map[string]file{}
	}
	n.made[source] = f
	return f, nil
}

// The places of names. The index of the group that holds the name is 1.
var (
	cssURL      = regexp.MustCompile(`url\(\s*["']?([^"')]+?)["']?\s*\)`)
	manifestSrc = regexp.MustCompile(`"src"\s*:\s*"([^"]*)"`)
	htmlTag     = regexp.MustCompile(`(?s)<!--.*?-->|<[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>`)
	htmlName    = regexp.MustCompile(`\s(?:src|href)\s*=\s*"([^"]*)"`)
	htmlLater   = regexp.MustCompile(`\sdata-later-[a-z-]+\s*=\s*"([^"]*)"`)
	htmlData    = regexp.MustCompile(`\sdata-[a-z-]+\s*=\s*"([^"]*)"`)
	htmlUnclear = regexp.MustCompile(`\s(?:src|href|srcset|data-[a-z-]+)\s*=\s*[^"\s]`)
)

// html rewrites the attributes of the tags of a page.
func (n *naming) html(source string, f *file) ([]byte, error) {
	var err error
	out := htmlTag.ReplaceAllFunc(n.sources[source], func(tag []byte) []byte {
		if err != nil || strings.HasPrefix(string(tag), "<!--") {
			return tag
		}
		if htmlUnclear.Match(tag) {
			err = fmt.Errorf("%s: the names in %s are not in double quotes", source, tag)
			return tag
		}
		// A data attribute holds anything, so what is no name there is left alone; and
		// a link that is for people may lead anywhere.
		strict := !strings.HasPrefix(string(tag), "<a")
		tag, err = n.replaceNames(source, tag, htmlName, strict, &f.names)
		if err == nil {
			tag, err = n.replaceNames(source, tag, htmlLater, true, &f.later)
		}
		if err == nil {
			tag, err = n.replaceNames(source, tag, htmlData, false, &f.names)
		}
		return tag
	})
	return out, err
}

func (n *naming) rewrite(source string, at *regexp.Regexp, f *file) ([]byte, error) {
	return n.replaceNames(source, n.sources[source], at, true, &f.names)
}

// replaceNames puts final names in the place of those of sources, which it adds to
// named. If it is strict, each name must be one of a source, and be relative.
func (n *naming) replaceNames(source string, text []byte, at *regexp.Regexp, strict bool, named *[]string) ([]byte, error) {
	var out []byte
	end := 0
	for _, m := range at.FindAllSubmatchIndex(text, -1) {
		ref := string(text[m[2]:m[3]])
		name, rest := ref, ""
		if i := strings.IndexAny(ref, "?#"); i >= 0 {
			name, rest = ref[:i], ref[i:]
		}
		target := path.Join(path.Dir(source), name)
		if _, ok := n.sources[target]; name == "" || path.IsAbs(name) || !ok {
			if strict && name != "" && !strings.HasPrefix(name, "data:") {
				return nil, fmt.Errorf("%s names %q, which is no file of the page: name files of web/ as they are called there, relative to it", source, ref)
			}
			continue
		}
		made, err := n.make(target)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(*named, target) {
			*named = append(*named, target)
		}
		dir, _ := path.Split(name)
		out = append(out, text[end:m[2]]...)
		out = append(out, dir+path.Base(made.name)+rest...)
		end = m[3]
	}
	return append(out, text[end:]...), nil
}
