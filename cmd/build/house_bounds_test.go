package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Bounds of what one can keep in mind, outside tests. A type may have more fields or
// methods if its comment gives the reason in a sentence with the word "because" and the
// word "fields" or "methods". Code that a generator makes has no bounds on functions.
const (
	maxPackageLines  = 4500
	maxPackageFiles  = 30
	maxTypeFields    = 20
	maxTypeMethods   = 30
	maxFunctionLines = 80
)

// overBounds is what may be over a bound for now. The list only shrinks: an entry that is
// over no bound any more fails the test.
func overBounds() []string {
	return []string{}
}

// sized counts what is bounded in the packages of a module.
type sized struct {
	lines, files    map[string]int // by package
	fields, methods map[string]int // by package and type
	reasons         map[string]string
	functions       map[string]int    // by name, the longest
	at              map[string]string // where a function is
}

func newSized() *sized {
	return &sized{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]string{}, map[string]int{}, map[string]string{}}
}

// add counts a file.
func (s *sized) add(name string, src []byte) error {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	in := path.Dir(name)
	s.lines[in] += bytes.Count(src, []byte("\n"))
	s.files[in]++
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil {
				s.methods[in+"."+receiver(d.Recv.List[0].Type)]++
			}
			title, n := "function "+d.Name.Name, set.Position(d.End()).Line-set.Position(d.Pos()).Line+1
			if !ast.IsGenerated(tree) && n > s.functions[title] {
				s.functions[title], s.at[title] = n, set.Position(d.Pos()).String()
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					s.addType(in+"."+t.Name.Name, t.Type, d.Doc.Text()+t.Doc.Text())
				}
			}
		}
	}
	return nil
}

func (s *sized) addType(name string, t ast.Expr, doc string) {
	s.reasons[name] = doc
	if body, ok := t.(*ast.StructType); ok {
		for _, f := range body.Fields.List {
			s.fields[name] += max(1, len(f.Names))
		}
	}
}

// receiver returns the name of the type that a method belongs to.
func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.IndexListExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return "?"
}

// over returns what is over a bound, without the numbers, and what to say of it.
func (s *sized) over() map[string]string {
	out := map[string]string{}
	note := func(counts map[string]int, most int, what, advice string, unless func(name string) bool) {
		for name, n := range counts {
			if n > most && (unless == nil || !unless(name)) {
				out[name+": "+what] = strings.TrimPrefix(fmt.Sprintf("%s: %s has %d %s, more than %d: %s", s.at[name], name, n, what, most, advice), ": ")
			}
		}
	}
	hasReason := func(what string) func(string) bool {
		return func(name string) bool {
			return strings.Contains(s.reasons[name], what) && strings.Contains(s.reasons[name], "because")
		}
	}
	note(s.lines, maxPackageLines, "lines", "divide the package", nil)
	note(s.files, maxPackageFiles, "files", "divide the package", nil)
	note(s.fields, maxTypeFields, "fields", "divide the type, or say in its comment why it has so many fields", hasReason("fields"))
	note(s.methods, maxTypeMethods, "methods", "divide the type, or say in its comment why it has so many methods", hasReason("methods"))
	note(s.functions, maxFunctionLines, "lines", "divide the function", nil)
	return out
}

// TestBounds holds packages, types and functions to what one can keep in mind.
func TestBounds(t *testing.T) {
	s := newSized()
	eachFile(t, func(name string, e fs.DirEntry) {
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return
		}
		src, err := os.ReadFile(filepath.Join("../..", name))
		if err == nil {
			err = s.add(name, src)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if len(s.files) < 20 || len(s.functions) < 1000 || len(s.methods) < 50 {
		t.Errorf("only %d packages, %d functions and %d types with methods were seen", len(s.files), len(s.functions), len(s.methods))
	}
	over := s.over()
	for _, name := range slices.Sorted(maps.Keys(over)) {
		if !slices.Contains(overBounds(), name) {
			t.Error(over[name])
		}
	}
	for _, name := range overBounds() {
		if _, ok := over[name]; !ok {
			t.Errorf("%q is over no bound any more: take it from the list", name)
		}
	}
}

// TestOver: what is over a bound is found, and a reason excuses only what it is about.
func TestOver(t *testing.T) {
	fields := strings.Repeat("\tf, g int\n", 11)
	methods := strings.Repeat("\nfunc (*x[T]) m() {}\n", 31)
	for _, c := range []struct{ src, want string }{
		{"type x struct {\n" + fields + "}\n", "a/b.x: fields"},
		{"// x has many fields because it does.\ntype x struct {\n" + fields + "}\n", ""},
		{"// x has many methods because it does.\ntype x struct {\n" + fields + "}\n", "a/b.x: fields"},
		{"// x has many fields.\ntype x struct {\n" + fields + "}\n", "a/b.x: fields"},
		{"type x[T any] struct{}\n" + methods, "a/b.x: methods"},
		{"// x has so many methods because it does.\ntype x[T any] struct{}\n" + methods, ""},
		{"func f() {" + strings.Repeat("\n", 80) + "}\n", "function f: lines"},
		{"func (x) f() {" + strings.Repeat("\n", 80) + "}\n", "function f: lines"},
		{"func f() {" + strings.Repeat("\n", 79) + "}\n", ""},
		{"// Code generated by a test. DO NOT EDIT.\n\nfunc f() {" + strings.Repeat("\n", 80) + "}\n", "function f: lines"}, // after the package clause it says nothing
		{strings.Repeat("\n", 4500), "a/b: lines"},
	} {
		s := newSized()
		if err := s.add("a/b/c.go", []byte("package b\n"+c.src)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(slices.Sorted(maps.Keys(s.over())), "; "); got != c.want {
			t.Errorf("%.40q: %q, want %q", c.src, got, c.want)
		}
	}
	s := newSized()
	for i := range 31 {
		if err := s.add(fmt.Sprintf("a/b/c%d.go", i), []byte("package b\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.add("a/b/d.go", []byte("// Code generated by a test. DO NOT EDIT.\n\npackage b\n\nfunc f() {"+strings.Repeat("\n", 80)+"}\n")); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(slices.Sorted(maps.Keys(s.over())), "; "); got != "a/b: files" {
		t.Errorf("of 32 files: %q", got)
	}
}
