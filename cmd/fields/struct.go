package main

import "strings"

// structs writes the model's structs.
func structs(s *source, m *model) {
	s.line("package ownership")
	for i := range m.records {
		r := &m.records[i]
		s.line("")
		s.comment("", r.name+" is "+strings.ToLower(r.says[:1])+r.says[1:], r.more)
		s.line("type %s struct {", r.name)
		for j := range r.fields {
			f := &r.fields[j]
			s.comment("\t", f.description(), f.more)
			s.line("\t%s %s `json:%q`", f.name, f.goType(), f.jsonName()+f.left())
		}
		s.line("}")
	}
}

// left is the option of the JSON tag: what is empty is left out, but for what every
// record of its kind has.
func (f *field) left() string {
	switch _, list := f.element(); {
	case list:
		return ",omitempty"
	case f.required():
		return ""
	}
	return ",omitzero"
}

// required: JSON always has it.
func (f *field) required() bool {
	return f.typ == "string" || f.typ == "RowKind" || f.typ == "Source"
}

// lineLength is where comments are broken, their indent not counted.
const lineLength = 86

// comment writes sentences as a comment.
func (s *source) comment(indent string, sentences ...string) {
	line := indent + "//"
	for word := range strings.FieldsSeq(strings.Join(sentences, " ")) {
		if len(line)+1+len(word) > lineLength && line != indent+"//" {
			s.line("%s", line)
			line = indent + "//"
		}
		line += " " + word
	}
	s.line("%s", line)
}
