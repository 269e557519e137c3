package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// record is a struct of the model: a filing, or a part of one.
type record struct {
	name  string // in Go
	def   string // in the schema, where that is not the name with a small first letter
	title string // for people
	says  string // what it is; begins its docstring after "is"
	more  string // for Go's readers alone
	// fields are in the order of the JSON and of the codec.
	fields []field
}

// field is a cell, or another part of a record. The first group says what it is,
// the second what it is called elsewhere.
type field struct {
	name  string // in Go; the JSON name is this with a small beginning
	kind  kind   // of a cell
	typ   string // the Go type of what is no cell
	title string // for people
	says  string // meaning, unit, rule
	more  string // for Go's readers alone
	// flat: the walk takes the cells of this part as if they were the record's own.
	flat bool
	// derivative: only Table II has it.
	derivative bool
	// printed and tables name the field that precedes this one on the printed form and
	// in the SEC's tables, where that is not the field above.
	printed, tables string

	xml   string   // the element, below the one of the record; "outer/inner" if it stands in one more
	since string   // the schema version that brought the element
	lines []string // the labels of the line in EDGAR's header; the first is today's
	under string   // the heading of that line
	tag   string   // the tag of a document in a submission
	sec   string   // the column of the SEC's tables; a flag's word in a column of several
	noted bool     // the SEC's tables have a column of its notes
	label string   // in a sentence; left out where it is the JSON name in words, but of a row's cells
}

// kind is what a cell holds.
type kind uint8

const (
	none kind = iota
	text
	date
	moment
	flag
	shares     // a number of securities
	dollars    // an amount of money
	code       // a transaction code
	formNumber // the number of a form
	documentType
	acquiredDisposed
	directIndirect
	timeliness
)

// value is the Go type of the cell's V.
func (k kind) value() string {
	switch k {
	case text, code, formNumber:
		return "string"
	case date:
		return "Date"
	case moment:
		return "Time"
	case flag:
		return "bool"
	case shares, dollars:
		return "Decimal"
	case documentType:
		return "DocumentType"
	case acquiredDisposed:
		return "AcquiredDisposed"
	case directIndirect:
		return "DirectIndirect"
	case timeliness:
		return "Timeliness"
	}
	return ""
}

// goType is the field's type in package ownership.
func (f *field) goType() string {
	if f.kind != none {
		return "Value[" + f.kind.value() + "]"
	}
	return f.typ
}

// element returns the type of the elements of a list, and whether the field is one.
func (f *field) element() (string, bool) { return strings.CutPrefix(f.typ, "[]") }

// jsonName is the name in JSON and in paths: Price is price, CIK is cik, IRSNumber is
// irsNumber.
func (f *field) jsonName() string { return small(f.name) }

// small makes the capitals that a name begins with small, but for one that begins
// its second word.
func small(name string) string {
	r := []rune(name)
	for i := range r {
		if !unicode.IsUpper(r[i]) || i > 0 && i+1 < len(r) && unicode.IsLower(r[i+1]) {
			break
		}
		r[i] = unicode.ToLower(r[i])
	}
	return string(r)
}

// description is what schema and docstring say of the field: what it means and what
// the SEC calls it.
func (f *field) description() string {
	s := f.says
	switch xml := f.xml[strings.LastIndexByte(f.xml, '/')+1:]; {
	case xml != "":
		s += " XML " + xml
	case f.lines != nil:
		s += " Header line " + f.lines[0]
	case f.tag != "":
		s += " Tag " + f.tag
	default:
		return s
	}
	if f.since != "" {
		s += ", from " + f.since + " on"
	}
	if f.under != "" {
		s += ", under " + f.under
	}
	return strings.TrimSpace(s + ".")
}

// model is the list, checked.
type model struct {
	records []record
	words   [][2]string // JSON names and labels, of all that is no cell of a row
}

func newModel(all []record) (*model, error) {
	m := &model{records: all}
	for i := range all {
		r := &all[i]
		if slices.ContainsFunc(all[:i], func(o record) bool { return o.name == r.name }) {
			return nil, fmt.Errorf("%s is listed twice", r.name)
		}
		for j := range r.fields {
			f := &r.fields[j]
			if (f.kind == none) == (f.typ == "") {
				return nil, fmt.Errorf("%s.%s: a field is a cell of a kind or a part of a type", r.name, f.name)
			}
			if f.title == "" || f.description() == "" {
				return nil, fmt.Errorf("%s.%s: say what it is", r.name, f.name)
			}
		}
	}
	for i := range all {
		for _, printed := range []bool{false, true} {
			if _, err := m.cells(&all[i], printed); err != nil {
				return nil, err
			}
		}
	}
	return m, m.nameParts()
}

// nameParts collects the labels by JSON name. The error names one that has two.
func (m *model) nameParts() error {
	labels := map[string]string{}
	row := m.record("Row")
	for i := range m.records {
		r := &m.records[i]
		ofRow := r == row || m.flat(r)
		for _, f := range r.fields {
			if ofRow {
				if f.kind != none && f.label == "" {
					return fmt.Errorf("%s.%s: a row's cell has a label of its own", r.name, f.name)
				}
				continue
			}
			name := f.jsonName()
			label, known := labels[name]
			if known && label != f.label {
				return fmt.Errorf("%s.%s: %s is labelled %q and %q", r.name, f.name, name, label, f.label)
			}
			if labels[name] = f.label; !known && f.label != "" {
				m.words = append(m.words, [2]string{name, f.label})
			}
		}
	}
	return nil
}

// record returns the record of a type, or nil for a type that is not in the list.
func (m *model) record(typ string) *record {
	for i := range m.records {
		if m.records[i].name == typ {
			return &m.records[i]
		}
	}
	return nil
}

// flat reports whether a record is a flat part of another, which takes its cells.
func (m *model) flat(r *record) bool {
	for i := range m.records {
		for _, f := range m.records[i].fields {
			if f.flat && f.typ == r.name {
				return true
			}
		}
	}
	return false
}

// part is a field of a record, or of a flat part of it.
type part struct {
	*field
	outer *field // the flat part, or nil
}

// path is the JSON path below the record.
func (p part) path() string {
	if p.outer != nil {
		return p.outer.jsonName() + "." + p.jsonName()
	}
	return p.jsonName()
}

// selector is the Go expression for the field of v.
func (p part) selector(v string) string {
	if p.outer != nil {
		v += "." + p.outer.name
	}
	return v + "." + p.name
}

// parts returns the fields of a record in the order of the JSON, those of its flat
// parts among them.
func (m *model) parts(r *record) []part {
	var all []part
	for i := range r.fields {
		f := &r.fields[i]
		if !f.flat {
			all = append(all, part{f, nil})
			continue
		}
		inner := m.record(f.typ)
		for j := range inner.fields {
			all = append(all, part{&inner.fields[j], f})
		}
	}
	return all
}

// cells returns what parts does in the order of the SEC's tables, or in that of the
// printed form. The error names a neighbour that there is not.
func (m *model) cells(r *record, printed bool) ([]part, error) {
	all := m.parts(r)
	for _, p := range slices.Clone(all) {
		after := p.tables
		if printed {
			after = p.printed
		}
		if after == "" {
			continue
		}
		all = slices.DeleteFunc(all, func(o part) bool { return o == p })
		at := slices.IndexFunc(all, func(o part) bool { return o.name == after })
		if at < 0 {
			return nil, fmt.Errorf("%s.%s: there is no %s that it could follow", r.name, p.name, after)
		}
		all = slices.Insert(all, at+1, p)
	}
	return all, nil
}

// walked returns the order of the printed form, which newModel has seen to be one.
func (m *model) walked(r *record) []part {
	all, _ := m.cells(r, true)
	return all
}
