package main

import (
	"fmt"
	"strings"

	"filingview/app/field"
	"filingview/parser/ownership"
)

// most is how many findings, cells or lines of an example a page shows.
const most = 12

// write says what the rule says of an example. The other is the one to compare it with.
func (e *example) write(b *strings.Builder, r ownership.Rule, other *example) {
	s := e.by(r)
	if e.ledger != nil {
		e.writeLedger(b, r, s)
		return
	}
	if s.nothing() {
		fmt.Fprintln(b, "\n"+silence(r))
		writeDifferences(b, differences(e, other))
		if theirs := other.by(r); len(differences(e, other)) == 0 || len(theirs.filing[0].Paths) == 0 {
			writeSources(b, e.filings[0].Source.Text, other.filings[0].Source.Text)
		}
		return
	}
	fmt.Fprintln(b)
	for i, f := range s.filing {
		if i == most {
			fmt.Fprintf(b, "- and %d more\n", len(s.filing)-i)
			break
		}
		fmt.Fprintf(b, "- **%s:** %s%s\n", title(severityWord(f.Severity)), escaped(f.Message), e.places(f))
	}
}

// places says which cells, or which text, a finding is about.
func (e *example) places(f *ownership.Finding) string {
	var all []string
	for _, path := range f.Paths[:min(len(f.Paths), 4)] {
		for _, filing := range e.filings {
			if text, ok := textOf(filing, path); ok {
				all = append(all, escaped(field.PathLabel(path))+": "+quoted(text))
				break
			}
		}
	}
	for _, at := range f.At[:min(len(f.At), 2)] {
		text := e.filings[0].Source.Text
		if len(f.Paths) == 0 && at.Start >= 0 && int(at.End) <= len(text) && at.Start < at.End {
			all = append(all, "in the source: "+quoted(text[at.Start:at.End]))
		}
	}
	if all == nil {
		return ""
	}
	return " (" + strings.Join(all, "; ") + ")"
}

// quoted shortens what a cell holds.
func quoted(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return "empty"
	}
	if r := []rune(s); len(r) > 80 {
		s = string(r[:80]) + "…"
	}
	return "“" + escaped(strings.ToValidUTF8(s, "�")) + "”"
}

// textOf returns what stands in a cell, and whether there is one.
func textOf(f *ownership.Filing, path string) (string, bool) {
	for c := range f.Cells() {
		if c.Path == path {
			return shown(c), true
		}
	}
	return "", false
}

// shown is the text of a cell with the marks of its notes.
func shown(c ownership.Cell) string {
	text := c.Text()
	if text == "" {
		text = c.Raw
	}
	for _, id := range c.Notes {
		text += " (" + ownership.NoteLabel(id) + ")"
	}
	return strings.TrimSpace(text)
}

// difference is a cell that is not the same in two examples.
type difference struct{ label, here, other string }

// differences lists the cells in which the filings of two examples differ.
func differences(e, other *example) []difference {
	var all []difference
	for i := range max(len(e.filings), len(other.filings)) {
		var here, there ownership.Filing
		if i < len(e.filings) {
			here = *e.filings[i]
		}
		if i < len(other.filings) {
			there = *other.filings[i]
		}
		texts := map[string]string{}
		for c := range there.Cells() {
			texts[c.Path] = shown(c)
		}
		for c := range here.Cells() {
			if text := texts[c.Path]; shown(c) != text {
				all = append(all, difference{field.PathLabel(c.Path), shown(c), text})
			}
			delete(texts, c.Path)
		}
		for c := range there.Cells() {
			if text := texts[c.Path]; text != "" {
				all = append(all, difference{field.PathLabel(c.Path), "", text})
			}
		}
	}
	return all
}

func writeDifferences(b *strings.Builder, all []difference) {
	if len(all) == 0 {
		return
	}
	fmt.Fprint(b, "The two differ in these cells:\n\n| Cell | Here | Above |\n|---|---|---|\n")
	for _, d := range all[:min(len(all), most)] {
		fmt.Fprintf(b, "| %s | %s | %s |\n", escaped(d.label), cellText(d.here), cellText(d.other))
	}
	if len(all) > most {
		fmt.Fprintf(b, "\nAnd in %d more.\n", len(all)-most)
	}
}

// writeSources shows where the texts of two files begin to differ, and how they go on
// until they are the same again.
func writeSources(b *strings.Builder, here, there string) {
	here, there = strings.Join(strings.Fields(here), " "), strings.Join(strings.Fields(there), " ")
	from := 0
	for from < min(len(here), len(there)) && here[from] == there[from] {
		from++
	}
	after := 0
	for after < min(len(here), len(there))-from && here[len(here)-1-after] == there[len(there)-1-after] {
		after++
	}
	around := func(s string) string {
		const words = 24 // bytes shown before and after the difference
		cut := strings.Trim(strings.ToValidUTF8(s[max(0, from-words):min(len(s), len(s)-after+words)], "\uFFFD"), "\uFFFD")
		if from > words {
			cut = "…" + cut
		}
		return quoted(cut)
	}
	fmt.Fprintf(b, "\nIn the source:\n\n- Here: %s\n- Above: %s\n", around(here), around(there))
}

// silence says that a rule has nothing to say. One that warns may well hold.
func silence(r ownership.Rule) string {
	if r.Severity() >= ownership.Warning {
		return "The rule finds nothing wrong."
	}
	return "The rule says nothing."
}

func cellText(s string) string {
	if s == "" {
		return "–"
	}
	return strings.Trim(quoted(s), "“”")
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
