package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// The declarations of TypeScript are made of the published schemas, titles and
// descriptions included, so that they cannot say anything else. Only what the two
// schemas use of the language is known here; the rest is refused.

// schema is a node of a JSON schema. What no declaration can say (patterns, bounds)
// is named, and not looked at. It has that many fields because each is a keyword of the
// language.
type schema struct {
	Ref         string     `json:"$ref"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Type        string     `json:"type"`
	Enum        []any      `json:"enum"`
	Items       *schema    `json:"items"`
	Properties  properties `json:"properties"`
	Required    []string   `json:"required"`
	AllOf       []struct {
		Ref  string          `json:"$ref"`
		If   json.RawMessage `json:"if"`
		Then json.RawMessage `json:"then"`
	} `json:"allOf"`
	Defs       properties `json:"$defs"`
	Additional *bool      `json:"additionalProperties"`

	Schema     string          `json:"$schema"`
	ID         string          `json:"$id"`
	Pattern    string          `json:"pattern"`
	Format     string          `json:"format"`
	Minimum    int             `json:"minimum"`
	MinItems   int             `json:"minItems"`
	If         json.RawMessage `json:"if"`
	Then       json.RawMessage `json:"then"`
	Else       json.RawMessage `json:"else"`
	Dependents json.RawMessage `json:"dependentSchemas"`
}

// properties keeps the order of the file.
type properties []property

type property struct {
	name string
	schema
}

func (p *properties) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		next := property{name: fmt.Sprint(name)}
		if err := d.Decode(&next.schema); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		*p = append(*p, next)
	}
	return nil
}

// cellName is the definition that all cells share.
const cellName = "cell"

const defsPrefix = "#/$defs/"

// declarer writes the declarations of one schema.
type declarer struct {
	root   schema
	prefix string // of the names of all types but the root's
	cells  properties
	out    bytes.Buffer
}

// declare returns the declarations of a schema.
func declare(data []byte, prefix string) ([]byte, error) {
	d := declarer{prefix: prefix}
	in := json.NewDecoder(bytes.NewReader(data))
	in.DisallowUnknownFields()
	if err := in.Decode(&d.root); err != nil {
		return nil, err
	}
	fmt.Fprintf(&d.out, "// Made of the schema %s: whoever changes it changes this.\n", d.root.ID)
	if err := d.object(d.root.Title, d.root); err != nil {
		return nil, err
	}
	for _, def := range d.root.Defs {
		if err := d.definition(def); err != nil {
			return nil, fmt.Errorf("%s: %w", def.name, err)
		}
	}
	return d.out.Bytes(), nil
}

func (d *declarer) definition(def property) error {
	name := d.name(def.schema)
	switch {
	case def.name == cellName:
		return nil // declared with the first of the cells
	case def.isCell():
		return d.cell(name, def)
	case def.Type == "object":
		return d.object(name, def.schema)
	}
	typ, err := d.typeOf(def.schema)
	if err != nil {
		return err
	}
	d.comment("", def.Description)
	fmt.Fprintf(&d.out, "export type %s = %s;\n", name, typ)
	return nil
}

// name makes a type's name of a title: "Text cell" is TextCell.
func (d *declarer) name(s schema) string {
	name := d.prefix
	for word := range strings.FieldsSeq(s.Title) {
		name += strings.ToUpper(word[:1]) + word[1:]
	}
	return name
}

// comment writes a comment for those who read the declarations and for editors.
func (d *declarer) comment(indent, text string) {
	if indent == "" {
		d.out.WriteByte('\n')
	}
	fmt.Fprintf(&d.out, "%s/** %s */\n", indent, strings.ReplaceAll(text, "*/", "* /"))
}

func (d *declarer) object(name string, s schema) error {
	if s.Type != "object" || s.Additional == nil || *s.Additional || len(s.AllOf) > 0 {
		return errors.New("is no object with the members that it names and no others")
	}
	d.comment("", s.Description)
	fmt.Fprintf(&d.out, "export interface %s {\n", name)
	if err := d.members(s); err != nil {
		return err
	}
	d.out.WriteString("}\n")
	return nil
}

func (d *declarer) members(s schema, but ...string) error {
	for _, p := range s.Properties {
		if slices.Contains(but, p.name) {
			continue
		}
		typ, err := d.typeOf(p.schema)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		d.comment("  ", p.Title+". "+p.Description)
		optional := "?"
		if slices.Contains(s.Required, p.name) {
			optional = ""
		}
		fmt.Fprintf(&d.out, "  %s%s: %s;\n", p.name, optional, typ)
	}
	return nil
}

func (d *declarer) typeOf(s schema) (string, error) {
	switch {
	case s.Ref != "":
		for _, def := range d.root.Defs {
			if s.Ref == defsPrefix+def.name {
				return d.name(def.schema), nil
			}
		}
		return "", fmt.Errorf("%s leads nowhere", s.Ref)
	case s.Enum != nil:
		var names []string
		for _, e := range s.Enum {
			literal, err := json.Marshal(e)
			if err != nil {
				return "", err
			}
			names = append(names, string(literal))
		}
		return strings.Join(names, " | "), nil
	case s.Type == "array" && s.Items != nil:
		typ, err := d.typeOf(*s.Items)
		if strings.Contains(typ, "|") {
			typ = "(" + typ + ")"
		}
		return typ + "[]", err
	case s.Type == "string", s.Type == "boolean", s.Type == "number":
		return s.Type, nil
	case s.Type == "integer":
		return "number", nil
	}
	return "", fmt.Errorf("there is no declaration for the type %q", s.Type)
}

func (s schema) isCell() bool {
	return len(s.AllOf) == 1 && s.AllOf[0].Ref == defsPrefix+cellName
}

// cell declares a cell by its value, and before the first of them what all share.
// That there is a value if and only if the state is known is what the definition of
// cells says in conditions, which declarations do not have, but they have unions.
func (d *declarer) cell(name string, def property) error {
	var value schema
	others := properties{}
	for _, p := range def.Properties {
		if p.name == "value" {
			value = p.schema
		} else {
			others = append(others, p)
		}
	}
	if d.cells == nil {
		if err := d.sharedCell(others); err != nil {
			return err
		}
		d.cells = others
	} else if !reflect.DeepEqual(others, d.cells) {
		return errors.New("has other members than the cells before it")
	}
	typ, err := d.typeOf(value)
	if err != nil {
		return err
	}
	d.comment("", def.Description+" "+value.Description)
	fmt.Fprintf(&d.out, "export type %s = Cell<%s>;\n", name, typ)
	return nil
}

func (d *declarer) sharedCell(members properties) error {
	var description string
	for _, def := range d.root.Defs {
		switch def.name {
		case cellName:
			description = def.Description
		case "state":
			if !slices.Equal(def.Enum, []any{"blank", "malformed", "known"}) {
				return fmt.Errorf("a cell may be %v: say in cmd/build what there is in which", def.Enum)
			}
		}
	}
	d.comment("", description)
	d.out.WriteString("export type Cell<T> = KnownCell<T> | BlankCell | MalformedCell;\n")
	d.comment("", "What every cell may have.")
	d.out.WriteString("export interface AnyCell {\n")
	if err := d.members(schema{Properties: members}, "state"); err != nil {
		return err
	}
	d.out.WriteString("}\n")
	for _, c := range []struct{ name, says, members string }{
		{"KnownCell<T>", "A cell that holds a value.", "  state: \"known\";\n  value: T;\n"},
		{"BlankCell", "A cell that is there and holds no value; it may cite footnotes.", "  state: \"blank\";\n  value?: undefined;\n"},
		{"MalformedCell", "A cell with text that cannot be read as its kind.", "  state: \"malformed\";\n  value?: undefined;\n  raw: string;\n"},
	} {
		d.comment("", c.says)
		fmt.Fprintf(&d.out, "export interface %s extends AnyCell {\n%s}\n", c.name, c.members)
	}
	return nil
}
