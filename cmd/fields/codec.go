package main

import "strings"

// codec writes the part of the messages that goes through a filing, its fields in the
// order of the list. The codec of a part that is not in the list is written by hand
// beside it and has the part's name.
func codec(s *source, m *model) {
	s.line("package wire")
	s.line("\nimport \"filingview/parser/ownership\"")
	for i := range m.records {
		r := &m.records[i]
		s.line("\nfunc (c *coder) %s(v *ownership.%s) {", small(r.name), r.name)
		for j := range r.fields {
			s.line("%s", r.fields[j].coded())
		}
		s.line("}")
	}
}

// coded is the statement that goes through the field.
func (f *field) coded() string {
	at := "&v." + f.name
	if inner, list := f.element(); list {
		return sprintf("slice(c, %s, (*coder).%s)", at, small(inner))
	}
	switch f.kind {
	case none:
		if f.typ == "RowKind" {
			return sprintf("c.byte((*uint8)(%s))", at)
		}
		return sprintf("c.%s(%s)", small(f.typ), at)
	case moment:
		return sprintf("cell(c, %s, (*coder).moment)", at)
	case flag:
		return sprintf("c.flag(%s)", at)
	}
	switch v := f.kind.value(); v {
	case "string":
		return sprintf("c.text(%s)", at)
	case "Date", "Decimal":
		return sprintf("c.%s(%s)", strings.ToLower(v), at)
	}
	return sprintf("letters(c, %s)", at)
}
