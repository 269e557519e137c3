package main

// labels writes the fields of a row for the page, and the words for the parts of a path
// that taking them apart does not give.
func labels(s *source, m *model) {
	s.line("package field")
	s.line("\nimport \"filingview/parser/ownership\"")
	s.line("\n// The cells of a row. Each is in one of the columns; a test holds that.")
	s.line("var (")
	for _, p := range m.parts(m.record("Row")) {
		if p.kind != none {
			s.line("%s = Field{%q, %q, func(r *ownership.Row) Datum { return %s }}", p.variable(), p.path(), p.label, p.drawn(p.selector("r")))
		}
	}
	s.line(")")
	s.line("\n// word is the name of a part of a path where taking it apart does not give one.")
	s.line("func word(part string) string {\nswitch part {")
	for _, w := range m.words {
		s.line("case %q:\nreturn %q", w[0], w[1])
	}
	s.line("}\nreturn spaced(part)\n}")
}

// variable is the name of a row's field on the page.
func (p part) variable() string {
	if p.outer != nil {
		return small(p.outer.name) + p.name + "Cell"
	}
	return small(p.name) + "Cell"
}

// drawn is the expression that makes a cell ready to be drawn.
func (p part) drawn(cell string) string {
	switch p.kind {
	case date:
		return sprintf("date(&%s)", cell)
	case flag:
		return sprintf("flag(&%s)", cell)
	case shares:
		return sprintf("number(&%s, Shares)", cell)
	case dollars:
		return sprintf("number(&%s, Money)", cell)
	}
	drawn := "Plain"
	switch p.kind {
	case code:
		drawn = "Code"
	case formNumber:
		drawn = "FormNo"
	case acquiredDisposed:
		drawn = "sign"
	case directIndirect:
		drawn = "HoldAs"
	case timeliness:
		drawn = "Timely"
	}
	return sprintf("TextOf(&%s, %s)", cell, drawn)
}
