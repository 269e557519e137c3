package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
)

// cellSchema is what the schema says of cells, places, repairs, findings and the source,
// which are no fields: the definitions before the records, those after, what every cell
// has, and what the value of each kind of cell is.
//
//go:embed cell.schema.json
var cellSchema []byte

// schema makes the published schema of a filing: the definitions of cells are read,
// those of the records follow from the list.
func schema(m *model) ([]byte, error) {
	var given struct {
		Head, Before, After, Members object
		Kinds                        []struct {
			Name, Title, Description string
			Value                    json.RawMessage
		}
	}
	if err := json.Unmarshal(cellSchema, &given); err != nil {
		return nil, fmt.Errorf("cell.schema.json: %w", err)
	}
	defs := given.Before
	for _, k := range given.Kinds {
		properties := append(object{{"value", k.Value}}, given.Members...)
		defs = append(defs, member{k.Name, object{
			{"title", k.Title}, {"description", k.Description}, {"type", "object"}, {"properties", properties},
			{"required", []any{"state"}}, {"additionalProperties", false}, {"allOf", []any{reference("cell")}},
		}})
	}
	for i := range given.After {
		if given.After[i].name == "source" {
			defs = append(defs, given.After[i])
		}
	}
	var filing *record
	for i := range m.records {
		r := &m.records[i]
		if r.name == "Filing" {
			filing = r
			continue
		}
		defs = append(defs, member{r.definition(), r.schema(m)})
	}
	for i := range given.After {
		if given.After[i].name != "source" {
			defs = append(defs, given.After[i])
		}
	}
	if filing == nil {
		return nil, errors.New("the list has no Filing")
	}
	all := append(append(given.Head, filing.schema(m)...), member{"$defs", defs})
	var flat, out bytes.Buffer
	if err := put(&flat, all); err != nil {
		return nil, err
	}
	if err := json.Indent(&out, flat.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// definition is the record's name in the schema.
func (r *record) definition() string {
	if r.def != "" {
		return r.def
	}
	return small(r.name)
}

func (r *record) schema(m *model) object {
	var properties object
	var required []any
	for i := range r.fields {
		f := &r.fields[i]
		properties = append(properties, member{f.jsonName(),
			append(f.schema(m), member{"title", f.title}, member{"description", f.description()})})
		if f.left() == "" {
			required = append(required, f.jsonName())
		}
	}
	o := object{{"title", r.title}, {"description", r.says}, {"type", "object"}, {"properties", properties}}
	if required != nil {
		o = append(o, member{"required", required})
	}
	return append(o, member{"additionalProperties", false})
}

// schema is the type of the field in the schema.
func (f *field) schema(m *model) object {
	inner, list := f.element()
	switch {
	case list:
		return object{{"type", "array"}, {"minItems", 1}, {"items", reference(m.definition(inner))}}
	case f.kind != none:
		return reference(f.kind.definition())
	case f.typ == "string":
		return object{{"type", "string"}}
	case f.typ == "RowKind":
		return object{{"type", "string"}, {"enum", []any{"holding", "transaction"}}}
	}
	return reference(m.definition(f.typ))
}

// definition is the name of a type in the schema.
func (m *model) definition(typ string) string {
	if r := m.record(typ); r != nil {
		return r.definition()
	}
	return small(typ)
}

// definition is the name of such a cell in the schema.
func (k kind) definition() string {
	switch v := k.value(); v {
	case "string":
		return "text"
	case "bool":
		return "flag"
	case "Date", "Time", "Decimal":
		return small(v)
	default:
		return small(v) + "Cell"
	}
}

func reference(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// object is a JSON object that keeps its order.
type object []member

type member struct {
	name  string
	value any
}

func (o *object) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		*o = append(*o, member{fmt.Sprint(name), value})
	}
	return nil
}

// put writes a value as JSON, its objects in their order.
func put(b *bytes.Buffer, v any) error {
	switch v := v.(type) {
	case object:
		for i, m := range v {
			b.WriteByte("{,"[min(i, 1)])
			if err := put(b, m.name); err != nil {
				return err
			}
			b.WriteByte(':')
			if err := put(b, m.value); err != nil {
				return err
			}
		}
		b.WriteByte('}')
	case []any:
		for i, e := range v {
			b.WriteByte("[,"[min(i, 1)])
			if err := put(b, e); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	case json.RawMessage:
		b.Write(v)
	default:
		e := json.NewEncoder(b)
		e.SetEscapeHTML(false)
		return e.Encode(v)
	}
	return nil
}
