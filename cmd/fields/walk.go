package main

import (
	"slices"
	"strings"
)

// cells writes the walk over the cells with their paths, in the order of the printed
// form.
func cells(s *source, m *model) {
	s.line("package ownership")
	for i := range m.records {
		if r := &m.records[i]; !m.flat(r) {
			cellWalk(s, m, r)
		}
	}
}

// readings writes the same walk without paths, and what goes over the cells of a row in
// the order of its fields.
func readings(s *source, m *model) {
	s.line("package ownership")
	for i := range m.records {
		if r := &m.records[i]; !m.flat(r) {
			readingWalk(s, m, r)
		}
	}
	rowReadings(s, m)
}

func cellWalk(s *source, m *model, r *record) {
	var steps []string
	var flat []*field
	for _, p := range m.walked(r) {
		prefix := "p"
		if p.outer != nil {
			prefix = small(p.outer.name)
			if !slices.Contains(flat, p.outer) {
				flat = append(flat, p.outer)
			}
		}
		inner, list := p.element()
		switch {
		case p.kind != none:
			steps = append(steps, sprintf("at(yield, %s, %q, &%s)", prefix, p.jsonName(), p.selector("v")))
		case m.record(inner) == nil: // Finding, Span: without cells
		case list:
			steps = append(steps, loop(p.selector("v"), sprintf("cells(index(%s, %q, i), yield)", prefix, p.jsonName())))
		default:
			steps = append(steps, sprintf("%s.cells(%s+%q, yield)", p.selector("v"), prefix, p.jsonName()+"."))
		}
	}
	s.line("\nfunc (v *%s) cells(p string, yield func(Cell) bool) bool {", r.name)
	for _, f := range flat {
		s.line("%s := p + %q", small(f.name), f.jsonName()+".")
	}
	s.all(steps)
	s.line("}")
}

func readingWalk(s *source, m *model, r *record) {
	var steps, cells []string
	together := func() {
		if cells != nil {
			steps = append(steps, sprintf("each(yield,\n%s,\n)", strings.Join(cells, ",\n")))
			cells = nil
		}
	}
	for _, p := range m.walked(r) {
		inner, list := p.element()
		switch {
		case p.kind != none:
			cells = append(cells, "&"+p.selector("v")+".Reading")
		case m.record(inner) == nil:
		case list:
			together()
			steps = append(steps, loop(p.selector("v"), "readings(yield)"))
		default:
			together()
			steps = append(steps, p.selector("v")+".readings(yield)")
		}
	}
	together()
	s.line("\nfunc (v *%s) readings(yield func(*Reading) bool) bool {", r.name)
	s.all(steps)
	s.line("}")
}

// loop is the step that makes a call on every element of a list.
func loop(list, call string) string {
	return sprintf("for i := range %s {\nif !%[1]s[i].%s {\nreturn false\n}\n}", list, call)
}

// all writes the steps of a function that returns false where one of them does. A step
// is a loop or a condition.
func (s *source) all(steps []string) {
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
			return
		case n == 1:
			s.line("if !%s {\nreturn false\n}", steps[0])
		default:
			s.line("if !(%s) {\nreturn false\n}", strings.Join(steps[:n], " &&\n"))
		}
		steps = steps[n:]
	}
	s.line("return true")
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
