package main

import "strings"

// facts writes which cell a line of EDGAR's header fills. The reader gives labels
// with spaces for hyphens.
func facts(s *source, m *model) {
	s.line("package edgar")
	s.line("\nimport \"filingview/parser/ownership\"")
	for i := range m.records {
		r := &m.records[i]
		var cases []string
		for j := range r.fields {
			f := &r.fields[j]
			labels := f.lines
			if f.tag != "" {
				labels = []string{f.tag}
			}
			var quoted []string
			for _, label := range labels {
				quoted = append(quoted, sprintf("%q", strings.ReplaceAll(label, "-", " ")))
			}
			if quoted != nil {
				cases = append(cases, sprintf("case %s:\nreturn fact(&v.%s, s, l)", strings.Join(quoted, ", "), f.name))
			}
		}
		if cases != nil {
			s.line("\n// %sFact puts a line into the cell of its label, and reports whether there is one", small(r.name))
			s.line("// that was free.")
			s.line("func %sFact(v *ownership.%s, s string, l headerLine) bool {\nswitch l.label {\n%s\n}\nreturn false\n}", small(r.name), r.name, strings.Join(cases, "\n"))
		}
	}
}
