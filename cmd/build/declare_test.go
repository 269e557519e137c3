package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestDeclare(t *testing.T) {
	got, err := declare([]byte(`{"$id": "urn:x", "title": "Thing", "description": "A */ thing.", "type": "object", "additionalProperties": false,
		"required": ["b"],
		"properties": {
			"b": {"title": "B", "description": "First.", "type": "array", "items": {"$ref": "#/$defs/kind"}},
			"a": {"title": "A", "description": "Second.", "type": "array", "items": {"type": "integer", "enum": [1, 2]}}},
		"$defs": {"kind": {"title": "Odd kind", "description": "One of two.", "type": "string", "enum": ["x", "y"]}}}`), "Pre")
	want := `// Made of the schema urn:x: whoever changes it changes this.

/** A * / thing. */
export interface Thing {
  /** B. First. */
  b: PreOddKind[];
  /** A. Second. */
  a?: (1 | 2)[];
}

/** One of two. */
export type PreOddKind = "x" | "y";
`
	if err != nil || string(got) != want {
		t.Errorf("%v, %s", err, got)
	}
}

func TestDeclareRefuses(t *testing.T) {
	for schema, want := range map[string]string{
		`{"type": "object", "additionalProperties": true}`: "no object with the members",
		`{"type": "object"}`: "no object with the members",
		`{"type": "object", "additionalProperties": false, "anyOf": []}`:                                                                                      `unknown field "anyOf"`,
		`{"type": "object", "additionalProperties": false, "properties": {"x": {"oneOf": []}}}`:                                                               `x: json: unknown field "oneOf"`,
		`{"type": "object", "additionalProperties": false, "properties": {"x": {"type": "null"}}}`:                                                            `x: there is no declaration for the type "null"`,
		`{"type": "object", "additionalProperties": false, "properties": {"x": {"$ref": "#/$defs/y"}}}`:                                                       "leads nowhere",
		`{"type": "object", "additionalProperties": false, "$defs": {"state": {"type": "string", "enum": ["blank"]},` + cellOf("string", "") + `}}`:           "say in cmd/build what there is in which",
		`{"type": "object", "additionalProperties": false, "$defs": {` + cellOf("string", "") + "," + cellOf("number", `, "more": {"type": "string"}`) + `}}`: "other members than the cells before",
	} {
		if _, err := declare([]byte(schema), ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", schema, err, want)
		}
	}
}

func cellOf(kind, more string) string {
	return fmt.Sprintf(`"%s": {"title": "x", "type": "object", "allOf": [{"$ref": "#/$defs/cell"}], "properties": {"value": {"type": %q}%s}}`, kind, kind, more)
}

// TestDeclarationsAreTheSchemas reads the declarations by another way than they are
// written and holds them against the schemas, member by member, in both directions.
func TestDeclarationsAreTheSchemas(t *testing.T) {
	for file, prefix := range map[string]string{"filing": "", "check": "Check"} {
		data, err := os.ReadFile("../../web/" + file + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		out, err := declare(data, prefix)
		if err != nil {
			t.Fatal(err)
		}
		declared := readDeclarations(string(out))
		var root map[string]any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		defs := root["$defs"].(map[string]any)
		title := func(n map[string]any) string { return prefix + camel(n["title"].(string)) }
		var typeOf func(n map[string]any) string
		typeOf = func(n map[string]any) string {
			if ref, ok := n["$ref"].(string); ok {
				return title(defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any))
			}
			if values, ok := n["enum"].([]any); ok {
				words := []string{}
				for _, v := range values {
					j, _ := json.Marshal(v)
					words = append(words, string(j))
				}
				return strings.Join(words, " | ")
			}
			if n["type"] == "array" {
				return typeOf(n["items"].(map[string]any)) + "[]"
			}
			return map[string]string{"string": "string", "boolean": "boolean", "integer": "number", "number": "number"}[n["type"].(string)]
		}
		expected := map[string]string{}
		object := func(name string, n map[string]any) {
			expected[name] = ""
			required, _ := n["required"].([]any)
			for member, p := range n["properties"].(map[string]any) {
				mark := "?"
				if slices.Contains(required, any(member)) {
					mark = ""
				}
				expected[name+"."+member+mark] = typeOf(p.(map[string]any))
			}
		}
		object(root["title"].(string), root)
		cells := 0
		for name, def := range defs {
			n := def.(map[string]any)
			properties, _ := n["properties"].(map[string]any)
			switch _, isCell := n["allOf"]; {
			case name == "cell" && prefix == "":
			case isCell:
				cells++
				expected[title(n)] = "Cell<" + typeOf(properties["value"].(map[string]any)) + ">"
				for member, p := range properties {
					if member != "value" && member != "state" {
						expected["AnyCell."+member+"?"] = typeOf(p.(map[string]any))
					}
				}
			case n["type"] == "object":
				object(title(n), n)
			default:
				expected[title(n)] = typeOf(n)
			}
		}
		if cells > 0 {
			maps.Copy(expected, map[string]string{
				"Cell<T>": "KnownCell<T> | BlankCell | MalformedCell", "AnyCell": "",
				"KnownCell<T>": "AnyCell", "KnownCell<T>.state": `"known"`, "KnownCell<T>.value": "T",
				"BlankCell": "AnyCell", "BlankCell.state": `"blank"`, "BlankCell.value?": "undefined",
				"MalformedCell": "AnyCell", "MalformedCell.state": `"malformed"`, "MalformedCell.value?": "undefined", "MalformedCell.raw": "string",
			})
		}
		for name, typ := range expected {
			if got, ok := declared[name]; !ok || got != typ {
				t.Errorf("%s: %s is declared as %q (%v), the schema says %q", file, name, got, ok, typ)
			}
		}
		for name := range declared {
			if _, ok := expected[name]; !ok {
				t.Errorf("%s: %s is declared and in no schema", file, name)
			}
		}
		if len(declared) < 60 {
			t.Errorf("%s: only %d declarations are seen", file, len(declared))
		}
	}
}

func camel(title string) string {
	var out strings.Builder
	for _, word := range strings.Split(title, " ") {
		out.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return out.String()
}

// readDeclarations returns what is declared: types by their names, what interfaces
// extend by theirs, and their members after a dot, with a question mark if they may
// be left out.
func readDeclarations(text string) map[string]string {
	var (
		head   = regexp.MustCompile(`^export interface (\S+)(?: extends (\S+))? \{$`)
		alias  = regexp.MustCompile(`^export type (\S+) = (.*);$`)
		member = regexp.MustCompile(`^  (\w+\??): (.*);$`)
	)
	all, inside := map[string]string{}, ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if m := head.FindStringSubmatch(line); m != nil {
			inside = m[1]
			all[inside] = m[2]
		} else if m := alias.FindStringSubmatch(line); m != nil {
			all[m[1]] = m[2]
		} else if m := member.FindStringSubmatch(line); m != nil {
			all[inside+"."+m[1]] = m[2]
		}
	}
	return all
}
