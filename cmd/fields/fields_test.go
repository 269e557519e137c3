package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestCurrent: what the list makes is what is there.
func TestCurrent(t *testing.T) {
	all, err := outputs()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		data, err := os.ReadFile("../../" + o.name)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(data, o.data) {
			t.Errorf("%s does not follow from the list of fields: change the list, or cell.schema.json beside it, and run make generate", o.name)
		}
	}
}

// TestNothingElse: no file that says that it was made here is left over.
func TestNothingElse(t *testing.T) {
	all, err := outputs()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	err = filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (e.Name() == "build" && filepath.Dir(name) == "../.." || e.Name() == "testdata" || e.Name() == ".git") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, "_gen.go") && !strings.HasSuffix(name, "_gen_test.go") {
			return nil
		}
		found++
		below := strings.TrimPrefix(filepath.ToSlash(name), "../../")
		if !slices.ContainsFunc(all, func(o output) bool { return o.name == below }) {
			t.Errorf("%s is not made from the list of fields: delete it", below)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 9 {
		t.Errorf("only %d files that are made", found)
	}
}

// TestListIsTheModel: every cell of a filing is in the list, and nothing else is.
func TestListIsTheModel(t *testing.T) {
	m, err := newModel(records())
	if err != nil {
		t.Fatal(err)
	}
	listed, found := map[string]string{}, map[string]string{}
	eachListed(m, m.record("Filing"), "", func(path, kind string) { listed[path] = kind })
	eachCell(reflect.TypeFor[ownership.Filing](), "", func(path, kind string) { found[path] = kind })
	for _, path := range slices.Sorted(maps.Keys(found)) {
		if listed[path] != found[path] {
			t.Errorf("%s is a cell of a %s in the model, and in the list of a %q", path, found[path], listed[path])
		}
		delete(listed, path)
	}
	for path := range listed {
		t.Errorf("%s is in the list and not in the model", path)
	}
	if len(found) < 80 {
		t.Errorf("the model has only %d cells", len(found))
	}
}

func eachListed(m *model, r *record, prefix string, do func(path, kind string)) {
	for i := range r.fields {
		f := &r.fields[i]
		inner, list := f.element()
		switch below := m.record(inner); {
		case f.kind != none:
			do(prefix+f.jsonName(), f.kind.value())
		case below != nil && list:
			eachListed(m, below, prefix+f.jsonName()+"[].", do)
		case below != nil:
			eachListed(m, below, prefix+f.jsonName()+".", do)
		}
	}
}

// eachCell finds the cells of a type by reflection.
func eachCell(typ reflect.Type, prefix string, do func(path, kind string)) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner, below := f.Type, prefix+name
		if inner.Kind() == reflect.Slice {
			inner, below = inner.Elem(), below+"[]"
		}
		if inner.Kind() != reflect.Struct {
			continue
		}
		if v, ok := inner.FieldByName("V"); ok && strings.HasPrefix(inner.Name(), "Value[") {
			do(below, v.Type.Name())
			continue
		}
		eachCell(inner, below+".", do)
	}
}

// TestNewModel: a list that contradicts itself is refused.
func TestNewModel(t *testing.T) {
	cell := field{name: "Price", kind: dollars, title: "Price", says: "US dollars.", label: "price"}
	for name, c := range map[string]struct {
		all  []record
		want string
	}{
		"twice":      {[]record{{name: "Row"}, {name: "Row"}}, "Row is listed twice"},
		"both":       {[]record{{name: "Row", fields: []field{{name: "Price", kind: dollars, typ: "string"}}}}, "Row.Price: a field is a cell of a kind or a part of a type"},
		"neither":    {[]record{{name: "Row", fields: []field{{name: "Price"}}}}, "Row.Price: a field is a cell of a kind or a part of a type"},
		"untold":     {[]record{{name: "Row", fields: []field{{name: "Price", kind: dollars, title: "Price"}}}}, "Row.Price: say what it is"},
		"neighbour":  {[]record{{name: "Row", fields: []field{cell, {name: "Shares", kind: shares, title: "Shares", says: "A number.", tables: "Date"}}}}, "Row.Shares: there is no Date that it could follow"},
		"unlabelled": {[]record{{name: "Row", fields: []field{{name: "Price", kind: dollars, title: "Price", says: "US dollars."}}}}, "Row.Price: a row's cell has a label of its own"},
		"ambiguous": {[]record{
			{name: "Owner", fields: []field{{name: "CIK", kind: text, title: "CIK", says: "A number.", label: "CIK"}}},
			{name: "Issuer", fields: []field{{name: "CIK", kind: text, title: "CIK", says: "A number."}}},
		}, `Issuer.CIK: cik is labelled "CIK" and ""`},
		"consistent": {[]record{{name: "Row", fields: []field{cell}}}, ""},
	} {
		got := ""
		if _, err := newModel(c.all); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestJSONName(t *testing.T) {
	for name, want := range map[string]string{
		"Price": "price", "CIK": "cik", "IRSNumber": "irsNumber", "NonUSAddress": "nonUSAddress", "TableII": "tableII", "ID": "id", "Plan10b51": "plan10b51",
	} {
		if got := small(name); got != want {
			t.Errorf("%s is %s in JSON, want %s", name, got, want)
		}
	}
}
