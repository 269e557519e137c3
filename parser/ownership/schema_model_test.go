package ownership_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestSchemaIsTheModel walks schema and model side by side: the same fields, of
// the same kinds, each with a title and a description, and no more.
func TestSchemaIsTheModel(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root node
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	w := walk{t: t, defs: root["$defs"].(map[string]any), used: map[string]bool{"cell": true}}
	w.compare("Filing", root, reflect.TypeFor[ownership.Filing]())
	for name := range w.defs {
		if !w.used[name] {
			t.Errorf("$defs/%s describes nothing of the model", name)
		}
	}
}

// node is an object of the schema.
type node = map[string]any

type walk struct {
	t    *testing.T
	defs map[string]any
	used map[string]bool
}

// resolve follows $ref.
func (w *walk) resolve(n node) node {
	ref, ok := n["$ref"].(string)
	if !ok {
		return n
	}
	name := strings.TrimPrefix(ref, "#/$defs/")
	w.used[name] = true
	target, ok := w.defs[name].(node)
	if !ok {
		w.t.Fatalf("%s leads nowhere", ref)
	}
	return target
}

// compare holds a type of the model against what the schema says of it.
func (w *walk) compare(path string, n node, t reflect.Type) {
	n = w.resolve(n)
	if names := enumerated(t); names != nil {
		if got := fmt.Sprint(n["enum"]); got != fmt.Sprint(names) {
			w.t.Errorf("%s: the schema has %s, the model %v", path, got, names)
		}
	}
	jsonType := "object"
	switch {
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()), t.Kind() == reflect.String:
		jsonType = "string"
	case t.Kind() == reflect.Bool:
		jsonType = "boolean"
	case t.Kind() == reflect.Int32:
		jsonType = "integer"
	case t.Kind() == reflect.Float32:
		jsonType = "number"
	case t.Kind() == reflect.Slice:
		jsonType = "array"
	case t.Kind() != reflect.Struct:
		w.t.Fatalf("%s is a %s: tell the test what that is in a schema", path, t)
	}
	if n["type"] != jsonType {
		w.t.Errorf("%s: the schema says %v, a %s is a JSON %s", path, n["type"], t, jsonType)
	}
	switch jsonType {
	case "array":
		w.compare(path+"[]", n["items"].(node), t.Elem())
	case "object":
		w.object(path, n, t)
	}
}

func (w *walk) object(path string, n node, t reflect.Type) {
	if n["additionalProperties"] != false {
		w.t.Errorf("%s: may have other members", path)
	}
	fields, required := fieldsOf(t)
	if isCell(t) {
		required = []string{"state"} // a cell that is written is not absent
		if all, _ := json.Marshal(n["allOf"]); !strings.Contains(string(all), "#/$defs/cell") {
			w.t.Errorf("%s: does not hold the cell to its state", path)
		}
	}
	properties := n["properties"].(node)
	if got, want := slices.Sorted(maps.Keys(properties)), slices.Sorted(maps.Keys(fields)); !slices.Equal(got, want) {
		w.t.Errorf("%s: the schema has\n%v\nthe model\n%v", path, got, want)
	}
	var got []string
	if list, ok := n["required"].([]any); ok {
		for _, name := range list {
			got = append(got, name.(string))
		}
	}
	if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(required))) {
		w.t.Errorf("%s: the schema requires %v, the model always writes %v", path, got, required)
	}
	for name, field := range fields {
		p, ok := properties[name].(node)
		if !ok {
			continue
		}
		for _, word := range []string{"title", "description"} {
			if s, _ := p[word].(string); s == "" {
				w.t.Errorf("%s.%s has no %s", path, name, word)
			}
		}
		w.compare(path+"."+name, p, field)
	}
}

// fieldsOf returns the JSON members of a struct, and which are always written.
func fieldsOf(t reflect.Type) (fields map[string]reflect.Type, required []string) {
	fields = map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous:
			inner, always := fieldsOf(f.Type)
			maps.Copy(fields, inner)
			required = append(required, always...)
		default:
			fields[name] = f.Type
			if options == "" {
				required = append(required, name)
			}
		}
	}
	return fields, required
}

// enumerated returns the names of a type that has few, or nil.
func enumerated(t reflect.Type) []string {
	var names []string
	switch t {
	case reflect.TypeFor[ownership.AcquiredDisposed]():
		return []string{"A", "D"}
	case reflect.TypeFor[ownership.DirectIndirect]():
		return []string{"D", "I"}
	case reflect.TypeFor[ownership.Timeliness]():
		return []string{"E", "L"}
	case reflect.TypeFor[ownership.DocumentType]():
		for _, s := range []string{"3", "3/A", "4", "4/A", "5", "5/A"} {
			if _, ok := ownership.ParseDocumentType(s); ok {
				names = append(names, s)
			}
		}
		return names
	case reflect.TypeFor[ownership.State](), reflect.TypeFor[ownership.How](), reflect.TypeFor[ownership.RowKind](), reflect.TypeFor[ownership.Severity]():
		for i := uint64(0); ; i++ {
			v := reflect.New(t).Elem()
			v.SetUint(i)
			name, err := v.Interface().(encoding.TextMarshaler).MarshalText()
			if err != nil {
				return names
			}
			if v.Interface() != ownership.Absent {
				names = append(names, string(name))
			}
		}
	}
	return nil
}
