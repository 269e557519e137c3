package main

import "strings"

// column is a column of the SEC's tables that shows a cell, or what several flags say.
type column struct {
	name     string
	cell     part
	path     string // below the record of the table
	selector string // the Go expression, below the record
	joined   []column
	derivative,
	transaction bool // only such lines have it
}

// columns returns the columns of a record in the order of its table, those of its
// parts that are no lists among them.
func (m *model) columns(r *record, path, selector string) []column {
	var all []column
	parts, _ := m.cells(r, false)
	for _, p := range parts {
		c := column{name: p.sec, cell: p, path: path + p.path(), selector: p.selector(selector), derivative: p.derivative, transaction: p.outer != nil}
		inner := m.record(p.typ)
		switch {
		case p.kind != none && p.sec != "":
			all = append(all, c)
		case inner == nil:
		case p.sec == "":
			all = append(all, m.columns(inner, c.path+".", c.selector)...)
		default: // one column for all flags of the part
			var others []column
			for _, below := range m.columns(inner, c.path+".", c.selector) {
				if below.cell.kind == flag {
					c.joined = append(c.joined, below)
				} else {
					others = append(others, below)
				}
			}
			all = append(append(all, c), others...)
		}
	}
	return all
}

// tableColumns writes the columns of the cells for each of the SEC's tables.
func tableColumns(s *source, m *model) {
	s.line("package export")
	s.line("\nimport \"filingview/parser/ownership\"")
	for _, t := range []struct{ typ, name, says string }{
		{"Filing", "filing", "a filing's cells"},
		{"Owner", "owner", "an owner's cells"},
		{"Footnote", "note", "a footnote's cells"},
		{"Signature", "signature", "a signature's cells"},
	} {
		s.line("\n// %sCells are the columns of %s.", t.name, t.says)
		s.line("func %sCells() []column {\nreturn []column{", t.name)
		for _, c := range m.columns(m.record(t.typ), "", "r."+t.name) {
			s.line("%s,", c.source())
		}
		s.line("}\n}")
	}
	s.line("\n// rowCells are the columns of a row's cells, whichever of the tables has them.")
	s.line("func rowCells() []rowCell {\nreturn []rowCell{")
	for _, c := range m.columns(m.record("Row"), "", "r.row") {
		only := ""
		if c.derivative {
			only += ", derivative: true"
		}
		if c.transaction {
			only += ", transaction: true"
		}
		made := "[]column{" + c.source() + "}"
		if c.cell.noted {
			made = strings.Replace(c.source(), "plain", "noted", 1)
		}
		s.line("{columns: %s%s},", made, only)
	}
	s.line("}\n}")
}

// tableCells writes the columns of the SEC's tables and which cell each fills.
func tableCells(s *source, m *model) {
	s.line("package dataset")
	s.line("\nimport \"filingview/parser/ownership\"")
	for _, t := range []struct{ typ, variable string }{{"Filing", "f"}, {"Owner", "o"}, {"Row", "r"}, {"Footnote", "n"}, {"Signature", "s"}} {
		columns := m.columns(m.record(t.typ), "", t.variable)
		s.line("\n// columnsOf%s are the columns of cells, whichever of the tables has them.", t.typ)
		s.line("func columnsOf%s() []cellColumn {\nreturn []cellColumn{", t.typ)
		for _, c := range columns {
			s.line("{name: %q, noted: %v, derivative: %v, transaction: %v},", c.name, c.cell.noted, c.derivative, c.transaction)
		}
		s.line("}\n}")
		s.line("\n// of%s gives the cell that a column fills, as a pointer to its ownership.Value, or nil.", t.typ)
		s.line("func of%s(%s *ownership.%s, column string) any {\nswitch column {", t.typ, t.variable, t.typ)
		for _, c := range columns {
			if c.joined == nil {
				s.line("case %q:\nreturn &%s", c.name, c.selector)
			}
		}
		s.line("}\nreturn nil\n}")
		for _, c := range columns {
			if c.joined == nil {
				continue
			}
			s.line("\n// flagOf gives the flag that a word of %s sets, or nil.", c.name)
			s.line("func flagOf(%s *ownership.%s, word string) *ownership.Value[bool] {\nswitch word {", t.variable, t.typ)
			for _, f := range c.joined {
				s.line("case %q:\nreturn &%s", strings.ToLower(f.name), f.selector)
			}
			s.line("}\nreturn nil\n}")
		}
	}
}

// source is the expression that makes the column.
func (c *column) source() string {
	if c.joined == nil {
		return sprintf("plain(%q, func(r *record) *ownership.Value[%s] { return &%s })", c.name, qualified(c.cell.kind), c.selector)
	}
	var flags []string
	for _, f := range c.joined {
		flags = append(flags, sprintf("word{%q, &%s}", f.name, f.selector))
	}
	return sprintf("{%q, func(r *record) string { return joined(\n%s,\n) }}", c.name, strings.Join(flags, ",\n"))
}

// qualified is the type of a kind outside package ownership.
func qualified(k kind) string {
	if v := k.value(); strings.ToLower(v) != v {
		return "ownership." + v
	}
	return k.value()
}

// compared writes the columns of the SEC's tables for the test that compares two
// readings of a form cell by cell.
func compared(s *source, m *model) {
	s.line("package agreement_test")
	s.line("\n// cellColumns are the columns of the SEC's tables that show cells.")
	s.line("func cellColumns() []column {\nreturn []column{")
	for _, name := range []string{"Filing", "Owner", "Footnote", "Signature", "Row"} {
		for _, c := range m.columns(m.record(name), "", "r") {
			paths := []string{sprintf("%q", c.path)}
			if c.joined != nil {
				paths = nil
				for _, f := range c.joined {
					paths = append(paths, sprintf("%q", f.path))
				}
			}
			s.line("{name: %q, kind: %s, paths: []string{%s}},", c.name, c.cell.kind.compared(), strings.Join(paths, ", "))
			if c.cell.noted {
				s.line("{name: %q, kind: noteSet, paths: []string{%s}},", c.name+"_FN", paths[0])
			}
		}
	}
	s.line("}\n}")
}

// compared is how that test compares such cells.
func (k kind) compared() string {
	switch k {
	case date:
		return "date"
	case flag:
		return "tick"
	case shares, dollars:
		return "number"
	case code, acquiredDisposed, directIndirect, timeliness:
		return "code"
	}
	return "text"
}
