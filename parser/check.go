package parser

import (
	"fmt"
	"slices"

	"filingview/parser/ownership"
)

// check adds what the rules over one filing find. It runs once, behind every
// reader; a rule looks at the model only, so that it holds for every format.
func check(f *ownership.Filing) {
	s := survey(f)
	checkValues(f, &s)
	checkFootnotes(f, &s)
	checkDraft(f)
}

// cells is what one walk over the cells gathers for the rules, most of which then
// have nothing to say.
type cells struct {
	malformed int
	repeated  bool     // some cell cites a note twice
	cited     []string // ids in the order of first citation
}

func survey(f *ownership.Filing) cells {
	var s cells
	for r := range f.Readings() {
		if r.State == ownership.Malformed {
			s.malformed++
		}
		for i, id := range r.Notes {
			s.repeated = s.repeated || slices.Contains(r.Notes[:i], id)
			if !slices.Contains(s.cited, id) && len(s.cited) < maxFindings {
				s.cited = append(s.cited, id)
			}
		}
	}
	return s
}

// checkValues tells of cells whose text is not what the form has there.
func checkValues(f *ownership.Filing, s *cells) {
	if s.malformed == 0 {
		return
	}
	told := 0
	for c := range f.Cells() {
		if c.State != ownership.Malformed {
			continue
		}
		if told++; told > maxFindings {
			report(f, "value-malformed", ownership.Error, grouped(s.malformed-maxFindings)+" more cells cannot be read.")
			return
		}
		report(f, "value-malformed", ownership.Error,
			fmt.Sprintf("“%s” cannot be read as what this cell holds; it is shown as it stands.", clipText(c.Raw)), c.Path)
	}
}

// checkDraft tells of an access code: EDGAR takes it out before it publishes, so
// this is a filer's own draft, and the code lets anyone file in that name.
func checkDraft(f *ownership.Filing) {
	for i := range f.Owners {
		if f.Owners[i].CCC.State == ownership.Known {
			report(f, "draft-access-code", ownership.Warning,
				"This is a draft that still holds a filer's EDGAR access code (CCC). Remove it before the file goes to anyone.",
				fmt.Sprintf("owners[%d].ccc", i))
		}
	}
}

// checkFootnotes holds the notes against the marks: footnote-dangling,
// footnote-unreferenced, footnote-duplicate-id, footnote-ref-repeated,
// footnote-empty (EDGAR ownership specification, sections 4.3.5, 4.3.6 and 5).
func checkFootnotes(f *ownership.Filing, s *cells) {
	if slices.ContainsFunc(s.cited, func(id string) bool { _, ok := f.Note(id); return !ok }) {
		dangling(f, s.cited)
	}
	if s.repeated {
		repeatedNotes(f)
	}
	for i := range min(len(f.Footnotes), maxFindings) {
		n := &f.Footnotes[i]
		tell := func(rule string, severity ownership.Severity, message string) {
			report(f, rule, severity, fmt.Sprintf(message, clipText(n.ID)), fmt.Sprintf("footnotes[%d].text", i))
		}
		if slices.IndexFunc(f.Footnotes, func(m ownership.Footnote) bool { return m.ID == n.ID }) < i {
			if n.ID == "" {
				tell("footnote-duplicate-id", ownership.Error, "More than one footnote has no id%s, so no mark can tell them apart.")
			} else {
				tell("footnote-duplicate-id", ownership.Error, "Two footnotes have the id %s; a mark with it leads to the first.")
			}
		}
		if n.Text.State == ownership.Blank {
			tell("footnote-empty", ownership.Warning, "Footnote %s has no text.")
		}
		if n.ID != "" && !slices.Contains(s.cited, n.ID) && len(s.cited) < maxFindings {
			tell("footnote-unreferenced", ownership.Warning, "No cell cites footnote %s.")
		}
	}
}

// repeatedNotes tells of cells that cite one note more than once.
func repeatedNotes(f *ownership.Filing) {
	told := 0
	for c := range f.Cells() {
		for i, id := range c.Notes {
			if at := slices.Index(c.Notes, id); at == i || slices.Contains(c.Notes[at+1:i], id) {
				continue
			}
			if told++; told > maxFindings {
				return
			}
			report(f, "footnote-ref-repeated", ownership.Info,
				fmt.Sprintf("This cell cites footnote %s more than once.", clipText(id)), c.Path)
		}
	}
}

// dangling tells of marks that lead to no note, one finding an id.
func dangling(f *ownership.Filing, cited []string) {
	paths := map[string][]string{}
	for _, id := range cited {
		if _, ok := f.Note(id); !ok {
			paths[id] = nil
		}
	}
	for c := range f.Cells() {
		for _, id := range c.Notes {
			if p, ok := paths[id]; ok {
				paths[id] = append(p, c.Path)
			}
		}
	}
	for _, id := range cited {
		if p := paths[id]; p != nil {
			report(f, "footnote-dangling", ownership.Error,
				fmt.Sprintf("Footnote %s is cited, but the filing has no such footnote.", clipText(id)), p...)
		}
	}
}

func report(f *ownership.Filing, rule string, s ownership.Severity, message string, paths ...string) {
	f.Findings = append(f.Findings, ownership.Finding{Rule: rule, Severity: s, Message: message, Paths: paths})
}
