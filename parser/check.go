package parser

import (
	"fmt"

	"filingview/parser/ownership"
)

// check adds what the rules over one filing find. It runs once, behind every
// reader; a rule looks at the model only, so that it holds for every format.
func check(f *ownership.Filing) {
	for _, rule := range [...]func(*ownership.Filing){
		checkValues,
		checkFootnotes,
	} {
		rule(f)
	}
}

// checkValues tells of cells whose text is not what the form has there.
func checkValues(f *ownership.Filing) {
	malformed := 0
	for r := range f.Readings() {
		if r.State == ownership.Malformed {
			malformed++
		}
	}
	if malformed == 0 {
		return
	}
	told := 0
	for c := range f.Cells() {
		if c.State != ownership.Malformed {
			continue
		}
		if told++; told > maxFindings {
			report(f, "value-malformed", ownership.Error, grouped(malformed-maxFindings)+" more cells cannot be read.")
			return
		}
		report(f, "value-malformed", ownership.Error,
			fmt.Sprintf("“%s” cannot be read as what this cell holds; it is shown as it stands.", clipText(c.Raw)), c.Path)
	}
}

// checkFootnotes holds the notes against the marks: footnote-dangling,
// footnote-unreferenced, footnote-duplicate-id, footnote-empty (EDGAR ownership
// specification, sections 4.3.5 and 5).
func checkFootnotes(f *ownership.Filing) {
	cited := make(map[string]bool, len(f.Footnotes))
	for i := range f.Footnotes {
		cited[f.Footnotes[i].ID] = false
	}
	known := len(cited)
	for r := range f.Readings() {
		for _, id := range r.Notes {
			cited[id] = true
		}
	}
	if len(cited) > known {
		dangling(f)
	}
	seen := make(map[string]bool, known)
	for i := range f.Footnotes {
		n := &f.Footnotes[i]
		path := fmt.Sprintf("footnotes[%d].text", i)
		if seen[n.ID] {
			report(f, "footnote-duplicate-id", ownership.Error,
				fmt.Sprintf("Two footnotes have the id %s; a mark with it leads to the first.", n.ID), path)
		}
		seen[n.ID] = true
		if n.Text.State == ownership.Blank {
			report(f, "footnote-empty", ownership.Warning, fmt.Sprintf("Footnote %s has no text.", n.ID), path)
		}
		if !cited[n.ID] {
			cited[n.ID] = true
			report(f, "footnote-unreferenced", ownership.Warning, fmt.Sprintf("No cell cites footnote %s.", n.ID), path)
		}
	}
}

// dangling tells of marks that lead to no note, one finding an id.
func dangling(f *ownership.Filing) {
	paths := map[string][]string{}
	var ids []string
	for c := range f.Cells() {
		for _, id := range c.Notes {
			if _, ok := f.Note(id); ok {
				continue
			}
			if paths[id] == nil {
				ids = append(ids, id)
			}
			paths[id] = append(paths[id], c.Path)
		}
	}
	for i, id := range ids {
		if i == maxFindings {
			report(f, "footnote-dangling", ownership.Error, grouped(len(ids)-i)+" more marks lead to no footnote.")
			return
		}
		report(f, "footnote-dangling", ownership.Error,
			fmt.Sprintf("Footnote %s is cited, but the filing has no such footnote.", id), paths[id]...)
	}
}

func report(f *ownership.Filing, rule string, s ownership.Severity, message string, paths ...string) {
	f.Findings = append(f.Findings, ownership.Finding{Rule: rule, Severity: s, Message: message, Paths: paths})
}
