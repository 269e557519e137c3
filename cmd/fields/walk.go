package main

import "strings"

// cells writes the walks over the cells: of a filing in the order of the printed form,
// and of a row in that of its fields.
func cells(s *source, m *model) {
	s.line("package ownership")
	for i := range m.records {
		if r := &m.records[i]; !m.flat(r) {
			walk(s, m, r)
		}
	}
	rowReadings(s, m)
}

func walk(s *source, m *model, r *record) {
	var steps []string // each a condition, or a loop that begins with "for"
	prefixes := map[string]string{}
	var flat []string
	for _, p := range m.walked(r) {
		prefix := "p"
		if p.outer != nil {
			prefix = small(p.outer.name)
			if prefixes[prefix] == "" {
				prefixes[prefix] = p.outer.jsonName()
				flat = append(flat, prefix)
			}
		}
		inner, list := p.element()
		switch {
		case p.kind != none:
			steps = append(steps, sprintf("at(y, %s, %q, &%s)", prefix, p.jsonName(), p.selector("v")))
		case m.record(inner) == nil: // Finding, Span: without cells
		case list:
			steps = append(steps, sprintf("for i := range %s {\nif !%[1]s[i].cells(y, y.index(%[2]s, %q, i)) {\nreturn false\n}\n}", p.selector("v"), prefix, p.jsonName()))
		default:
			steps = append(steps, sprintf("%s.cells(y, y.field(%s, %q))", p.selector("v"), prefix, p.jsonName()+"."))
		}
	}
	s.line("")
	s.line("func (v *%s) cells(y *visit, p string) bool {", r.name)
	for _, prefix := range flat {
		s.line("%s := y.field(p, %q)", prefix, prefixes[prefix]+".")
	}
	returned := false
	for len(steps) > 0 {
		n := 0
		for n < len(steps) && !strings.HasPrefix(steps[n], "for ") {
			n++
		}
		switch {
		case n == 0:
			s.line("%s", steps[0])
			n = 1
		case n == len(steps):
			s.line("return %s", strings.Join(steps, " &&\n"))
			returned = true
		case n == 1:
			s.line("if !%s {\nreturn false\n}", steps[0])
		default:
			s.line("if !(%s) {\nreturn false\n}", strings.Join(steps[:n], " &&\n"))
		}
		steps = steps[n:]
	}
	if !returned {
		s.line("return true")
	}
	s.line("}")
}

// rowReadings writes what goes over the cells of a row without their paths.
func rowReadings(s *source, m *model) {
	var readings, paths, same []string
	for _, p := range m.parts(m.record("Row")) {
		if p.kind == none {
			continue
		}
		readings = append(readings, "&"+p.selector("v")+".Reading,")
		paths = append(paths, sprintf("case %q:\nreturn &%s.Reading", p.path(), p.selector("v")))
		if a, b := p.selector("v")+".V", p.selector("o")+".V"; p.kind.value() == "Decimal" {
			same = append(same, sprintf("%s.Cmp(%s) == 0", a, b))
		} else {
			same = append(same, sprintf("%s == %s", a, b))
		}
	}
	s.line("\n// Readings returns the row's cells, those that are absent included.")
	s.line("func (v *Row) Readings() [%d]*Reading {\nreturn [...]*Reading{\n%s\n}\n}", len(readings), strings.Join(readings, "\n"))
	s.line("\n// ReadingAt returns the cell of a path below the row, such as transaction.price, or nil.")
	s.line("func (v *Row) ReadingAt(path string) *Reading {\nswitch path {\n%s\n}\nreturn nil\n}", strings.Join(paths, "\n"))
	s.line("\n// SameValues reports whether the rows have the same values, whatever else their cells know.")
	s.line("func (v *Row) SameValues(o *Row) bool {\nreturn %s\n}", strings.Join(same, " &&\n"))
}
