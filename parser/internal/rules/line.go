package rules

import (
	"strconv"

	"filingview/parser/ownership"
)

// maxLint bounds the findings of a filing whose every line is wrong: only a
// hostile one has so many.
const maxLint = 10 * maxFindings

// lookAround is how many lines of a table are held against one line: more than
// EDGAR takes in a table, and a bound on the work that a hostile one asks for.
const lookAround = 256

// line is one row of a table with its place, for the rules that look at a row.
type line struct {
	f     *ownership.Filing
	r     *ownership.Row
	table string // "tableI" or "tableII", as in a path
	i     int
}

// path returns the path of a cell of the line.
func (l *line) path(cell string) string {
	return l.table + "[" + strconv.Itoa(l.i) + "]." + cell
}

// tell adds a finding about cells of the line. Where none of them is there, it
// leads to the line's title and place.
func (l *line) tell(rule ownership.Rule, message string, cells ...string) {
	l.tellAs(rule, rule.Severity(), message, cells...)
}

// tellAs does as tell, with another severity than the rule's own.
func (l *line) tellAs(rule ownership.Rule, s ownership.Severity, message string, cells ...string) {
	paths := make([]string, 0, len(cells))
	for _, c := range cells {
		if r := l.r.ReadingAt(c); r != nil && r.Present() {
			paths = append(paths, l.path(c))
		}
	}
	x := ownership.Finding{Rule: rule, Severity: s, Message: message, Paths: paths}
	if len(paths) == 0 {
		x.Paths, x.At = nil, []ownership.Span{l.r.At}
		if l.r.SecurityTitle.Present() {
			x.Paths = []string{l.path("securityTitle")}
		}
	}
	appendFinding(l.f, x)
}

// addFinding adds a finding of the rule, with the rule's severity and all else
// that x has.
func addFinding(f *ownership.Filing, rule ownership.Rule, x ownership.Finding) {
	x.Rule, x.Severity = rule, rule.Severity()
	appendFinding(f, x)
}

func appendFinding(f *ownership.Filing, x ownership.Finding) {
	if len(f.Findings) < maxLint {
		f.Findings = append(f.Findings, x)
	}
}

// checkLines runs the rules that look at one row over both tables: amounts,
// ownership and titles. Most lines of a table have the title of the line before.
func checkLines(f *ownership.Filing) {
	sound := ""
	for i := range f.TableI {
		l := line{f, &f.TableI[i], "tableI", i}
		checkAmount(&l)
		checkOwnership(&l)
		if t := l.r.SecurityTitle.V; t != sound {
			if namesDerivative(t) {
				derivativeInTableI(&l)
			} else {
				sound = t
			}
		}
	}
	for i := range f.TableII {
		l := line{f, &f.TableII[i], "tableII", i}
		checkAmount(&l)
		checkOwnership(&l)
		checkUnderlying(&l)
	}
}

// isTransaction reports whether the line is a transaction.
func (l *line) isTransaction() bool { return l.r.Kind == ownership.Transaction }

// isXML reports whether the document has a place for every cell, as XML and the SEC's tables
// have: a printed form that leaves one out may mean something by it.
func isXML(f *ownership.Filing) bool {
	return f.Source.Format == "ownership-xml" || f.Source.Format == "tsv"
}

// clipNote returns what of a note's text is searched more than once: far more than
// EDGAR takes.
func clipNote(text string) string { return text[:min(len(text), 8*noteLimit)] }

// noted reports whether any note that the row cites has one of the words.
func (l *line) noted(words ...string) bool {
	for _, c := range l.r.Readings() {
		for _, id := range c.Notes {
			if n, ok := l.f.Note(id); ok && mentions(clipNote(n.Text.V), words...) {
				return true
			}
		}
	}
	return false
}

// cites reports whether any cell of the row cites a note.
func (l *line) cites() bool {
	for _, c := range l.r.Readings() {
		if len(c.Notes) > 0 {
			return true
		}
	}
	return false
}
