package main

import (
	"slices"
	"strings"
)

// element is a name of the SEC's ownership schemas: of a container, or of a cell.
type element struct {
	name, parent string
	derivative   bool   // no line of Table I has it
	cell         string // the Go expression, below the record of its group
}

// group is the cells of a filing, or of a record that it has several of.
type group struct {
	record, variable string
	cells            []element
}

// rowElement stands for the element of the line that a cell is in.
const rowElement = "row"

// elements finds the containers and the cells of the schemas in the list.
func elements(m *model) (containers []element, groups []group) {
	const root = "ownershipDocument"
	containers = append(containers, element{name: root})
	for _, g := range []group{{record: "Filing", variable: "f"}, {record: "Owner", variable: "o"}, {record: "Signature", variable: "s"}, {record: "Row", variable: "r"}} {
		parent := root
		for _, f := range m.record("Filing").fields {
			if f.typ == "[]"+g.record {
				parent = f.xml
			}
		}
		if g.record == "Row" {
			parent = rowElement
		}
		below(m, m.record(g.record), parent, g.variable, &containers, &g.cells)
		groups = append(groups, g)
	}
	for _, kind := range []string{"Transaction", "Holding"} {
		for _, table := range []string{"nonDerivative", "derivative"} {
			containers = append(containers, element{name: table + kind, parent: table + "Table"})
		}
	}
	return containers, groups
}

// below collects the elements of a record and of its parts. Without a selector the
// reader itself knows the cells.
func below(m *model, r *record, parent, selector string, containers, cells *[]element) {
	contain := func(name, parent string, derivative bool) {
		at := slices.IndexFunc(*containers, func(e element) bool { return e.name == name })
		if at < 0 {
			*containers = append(*containers, element{name: name, parent: parent, derivative: derivative})
		} else if !derivative {
			(*containers)[at].derivative = false
		}
	}
	for _, p := range m.parts(r) {
		cell := ""
		if selector != "" {
			cell = p.selector(selector)
		}
		outer, name, inside := strings.Cut(p.xml, "/")
		switch inner, list := p.element(); {
		case p.xml == "":
		case p.kind == none:
			contain(p.xml, parent, false)
			switch {
			case !list:
				below(m, m.record(inner), p.xml, cell, containers, cells)
			case inner == "Footnote": // the reader makes one for each element
				below(m, m.record(inner), p.xml, "", containers, cells)
			}
		case inside:
			contain(outer, parent, p.derivative)
			*cells = append(*cells, element{name, outer, p.derivative, cell})
		default:
			*cells = append(*cells, element{p.xml, parent, p.derivative, cell})
		}
	}
}

// constant is the name of an element in Go.
func (e element) constant() string {
	for _, short := range []string{"Id", "Cik", "Ccc"} {
		if stem, ok := strings.CutSuffix(e.name, short); ok {
			return stem + strings.ToUpper(short)
		}
	}
	return e.name
}

// elementNames writes the names of the schemas and what stands in what.
func elementNames(s *source, m *model) {
	containers, groups := elements(m)
	others := []element{{name: "value"}, {name: "footnoteId"}}
	s.line("package ownershipxml")
	s.line("\nconst (\nunknown element = iota\n\n// containers")
	for _, e := range containers {
		s.line("%s", e.constant())
	}
	s.line("wrapper // <XML> of a submission, cut out with its content\n")
	for _, e := range others {
		s.line("%s", e.constant())
	}
	all := slices.Concat(containers, others)
	for _, g := range groups {
		s.line("\n// cells: %s\nfirstOf%s", small(g.record), g.record)
		for _, e := range g.cells {
			s.line("%s", e.constant())
		}
		all = append(all, g.cells...)
	}
	s.line(")")

	s.line("\n// lookup knows the local names of the schemas, X0101 to X0609.")
	s.line("func lookup(name string) element {\nswitch name {")
	for _, e := range all {
		s.line("case %q:\nreturn %s", e.name, e.constant())
	}
	s.line("case \"XML\":\nreturn wrapper\n}\nreturn unknown\n}")

	elementPlaces(s, all)
}

// elementPlaces writes what stands in what, given every element, the containers first.
func elementPlaces(s *source, all []element) {
	var parents, derivative []string
	inside, whole := map[string][]string{}, map[string]bool{}
	for _, e := range all {
		if e.derivative {
			whole[e.name] = true
			if !whole[e.parent] { // else its container says so for it
				derivative = append(derivative, e.constant())
			}
		}
		if e.parent == "" {
			continue
		}
		if inside[e.parent] == nil {
			parents = append(parents, e.parent)
		}
		inside[e.parent] = append(inside[e.parent], e.constant())
	}
	s.line("\n// parentOf says where the schemas put an element, given that of its line. Form 3 holdings")
	s.line("// have no coding, older versions leave elements out; none moves one elsewhere.")
	s.line("func parentOf(e, row element) element {\nswitch e {")
	for _, parent := range parents {
		s.line("case %s:\nreturn %s", strings.Join(inside[parent], ",\n"), element{name: parent}.constant())
	}
	s.line("}\nreturn unknown\n}")
	s.line("\n// inTable reports whether a row of the kind may hold the element: what speaks of the")
	s.line("// derivative alone has no cell in Table I.")
	s.line("func inTable(e, row element) bool {\nswitch e {\ncase %s:\nreturn row == derivativeTransaction || row == derivativeHolding\n}\nreturn true\n}", strings.Join(derivative, ", "))
}

// elementCells writes which cell an element fills.
func elementCells(s *source, m *model) {
	_, groups := elements(m)
	s.line("package ownershipxml")
	s.line("\nimport \"filingview/parser/ownership\"")
	for _, g := range groups {
		s.line("\n// of%s gives the cell that an element fills, as a pointer to its ownership.Value, or nil.", g.record)
		s.line("func of%s(%s *ownership.%s, e element) any {\nswitch e {", g.record, g.variable, g.record)
		for _, e := range g.cells {
			if e.cell != "" {
				s.line("case %s:\nreturn &%s", e.constant(), e.cell)
			}
		}
		s.line("}\nreturn nil\n}")
	}
}
