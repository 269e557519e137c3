package filing_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"filingview/app/filing"
	"filingview/parser"
	"filingview/parser/ownership"
)

// TestEveryCellOnce holds the page's promise: every cell of a filing stands on
// the page once, under its path.
func TestEveryCellOnce(t *testing.T) {
	three, five, none := filled(), filled(), filled()
	three.DocumentType.V, five.DocumentType.V, none.DocumentType = ownership.Form3, ownership.Form5, ownership.Value[ownership.DocumentType]{}
	blanks := filled()
	for r := range blanks.Readings() {
		r.State, r.Notes = ownership.Blank, nil
	}
	for name, f := range map[string]*ownership.Filing{
		"form 4/A": filled(), "form 3": three, "form 5": five, "no form": none, "blank": blanks, "odd": odd(), "empty": {},
	} {
		t.Run(name, func(t *testing.T) { complete(t, f) })
	}
}

// TestCorpus holds it for the real filings, and for the testdata of the parser.
func TestCorpus(t *testing.T) {
	var files []string
	for _, pattern := range []string{
		"../../parser/testdata/xml/*", "../../parser/testdata/submission/*",
		"../../../shared/filings/xml/*", "../../../shared/filings/submission/*",
	} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Logf("No files at %s.", pattern)
		}
		files = append(files, found...)
	}
	filings := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range parser.Open(filepath.Base(file), data) {
			if err == nil {
				filings++
				t.Run(filepath.Base(file), func(t *testing.T) { complete(t, f) })
			}
		}
	}
	if filings == 0 {
		t.Fatal("Not one filing was drawn.")
	}
	t.Logf("%d filings drawn.", filings)
}

var (
	safeID     = regexp.MustCompile(`^[A-Za-z0-9._\-\[\]]+$`)
	safeNoteID = regexp.MustCompile(`^footnote-[A-Za-z0-9._\-]+$`)
)

// complete draws a filing and holds the contract of the page against it.
func complete(t *testing.T, f *ownership.Filing) {
	t.Helper()
	all := elements(t, filing.Draw(f))
	byPath, byID := map[string]element{}, map[string]element{}
	for _, e := range all {
		if id, ok := e.attr["id"]; ok {
			if _, twice := byID[id]; twice {
				t.Errorf("the id %q is given twice", id)
			}
			if !safeID.MatchString(id) {
				t.Errorf("the id %q is not fit for one", id)
			}
			byID[id] = e
		}
		if path, ok := e.attr["data-path"]; ok {
			if _, twice := byPath[path]; twice {
				t.Errorf("%s is drawn twice", path)
			}
			if e.attr["id"] != "cell-"+path {
				t.Errorf("the element of %s has the id %q", path, e.attr["id"])
			}
			byPath[path] = e
		}
		if _, styled := e.attr["style"]; styled || e.tag == "script" || e.tag == "img" {
			t.Errorf("<%s> %v is not a view's", e.tag, e.attr)
		}
	}
	for c := range f.Cells() {
		e, ok := byPath[c.Path]
		if !ok {
			t.Errorf("%s (%q) is not drawn", c.Path, c.Raw)
			continue
		}
		delete(byPath, c.Path)
		want := map[ownership.State]string{ownership.Known: "", ownership.Blank: "blank", ownership.Malformed: "malformed"}[c.State]
		if e.attr["data-state"] != want {
			t.Errorf("%s has data-state %q, want %q", c.Path, e.attr["data-state"], want)
		}
		if how := e.attr["data-how"]; how != "" != (c.How != ownership.Tagged) {
			t.Errorf("%s has data-how %q", c.Path, how)
		}
		if !shows(c, e.text) {
			t.Errorf("%s reads %q, of %q", c.Path, e.text, c.Text()+c.Raw)
		}
	}
	for path := range byPath {
		t.Errorf("%s is drawn and not in the filing", path)
	}
	for _, e := range all {
		href, ok := e.attr["href"]
		if !ok {
			continue
		}
		if name, ok := strings.CutPrefix(href, "rules.html#"); ok {
			if _, ok := ownership.RuleNamed(name); !ok || e.attr["target"] != "_blank" {
				t.Errorf("the link to the rule %q is %v", name, e.attr)
			}
			continue
		}
		if _, there := byID[strings.TrimPrefix(href, "#")]; !there || href[0] != '#' {
			t.Errorf("the link %q (%q) leads nowhere", href, e.text)
		}
		if strings.HasPrefix(href, "#footnote-") && !safeNoteID.MatchString(href[1:]) {
			t.Errorf("the mark %q is not fit for an address", href)
		}
	}
	for i := range f.Findings {
		if !slices.ContainsFunc(all, func(e element) bool { return e.attr["data-rule"] == f.Findings[i].Rule.String() }) {
			t.Errorf("the finding %s is not drawn", f.Findings[i].Rule)
		}
	}
	marksLeadBack(t, f, all)
}

// shows reports whether an element's text holds the digits or words of a cell.
func shows(c ownership.Cell, text string) bool {
	switch c.State {
	case ownership.Blank:
		return true
	case ownership.Malformed:
		return strings.Contains(text, strings.TrimSpace(c.Raw))
	}
	value := c.Text()
	switch value {
	case "true", "false", "D", "I", "E", "L":
		return text != "" // written as a word
	}
	if d, err := ownership.ParseDate(value); err == nil {
		return strings.Contains(text, value[:4]) && (strings.Contains(text, value) || !d.IsZero())
	}
	return strings.Contains(strings.ReplaceAll(text, ",", ""), strings.ReplaceAll(strings.TrimSpace(value), ",", ""))
}

// marksLeadBack follows each mark to its note and the note's links back.
func marksLeadBack(t *testing.T, f *ownership.Filing, all []element) {
	t.Helper()
	links := map[string]map[string]bool{} // of each note, where it leads back to
	note := ""
	var marks [][2]string // cell, note
	cell := ""
	for _, e := range all {
		if id := e.attr["id"]; strings.HasPrefix(id, "footnote-") {
			note = id
			links[note] = map[string]bool{}
		}
		if e.attr["data-path"] != "" {
			cell = e.attr["id"]
		}
		href := strings.TrimPrefix(e.attr["href"], "#")
		switch {
		case strings.HasPrefix(href, "footnote-") && strings.HasPrefix(e.attr["class"], "mark"):
			marks = append(marks, [2]string{cell, href})
		case strings.HasPrefix(href, "cell-") && note != "":
			links[note][href] = true
		}
	}
	cited := 0
	for r := range f.Readings() {
		cited += len(r.Notes)
	}
	if len(marks) != cited {
		t.Errorf("%d marks are drawn, the cells cite %d notes", len(marks), cited)
	}
	for _, m := range marks {
		if !links[m[1]][m[0]] {
			t.Errorf("%s does not lead back to %s", m[1], m[0])
		}
	}
}
