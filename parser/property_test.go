package parser_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestJSONRoundTrip: nothing of a filing is lost on its way through JSON but the
// source's text, which does not travel.
func TestJSONRoundTrip(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			if err := checkJSON(f); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	}
}

func checkJSON(f *ownership.Filing) error {
	b, err := json.Marshal(f)
	if err != nil {
		return err
	}
	var back ownership.Filing
	if err := json.Unmarshal(b, &back); err != nil {
		return err
	}
	if back.Source.Text != "" {
		return fmt.Errorf("the source's text travels in JSON")
	}
	back.Source.Text = f.Source.Text
	// Of a repair's cause, JSON has the sentence only.
	var causes []ownership.Cause
	for r := range f.Readings() {
		for i := range r.Repairs {
			causes = append(causes, r.Repairs[i].Cause)
		}
	}
	for r := range back.Readings() {
		for i := range r.Repairs {
			if len(causes) > 0 {
				r.Repairs[i].Cause, causes = causes[0], causes[1:]
			}
		}
	}
	if !reflect.DeepEqual(f, &back) {
		again, err := json.Marshal(&back)
		if err != nil {
			return err
		}
		return fmt.Errorf("is not the same after JSON:\n%s", diff(strings.ReplaceAll(string(b), ",", ",\n"), strings.ReplaceAll(string(again), ",", ",\n")))
	}
	return nil
}

// TestNameNeverDecides: a file opened under another name gives the same.
func TestNameNeverDecides(t *testing.T) {
	all := append(filed(t), cases(t, "wrong")...)
	for _, s := range all {
		for _, name := range []string{"unknown", "folder/filing.pdf"} {
			if err := sameButName(open(t, s.name, s.data), open(t, name, s.data), s.name, name); err != nil {
				t.Errorf("%s, opened as %s: %v", s.name, name, err)
			}
		}
	}
}

func sameButName(a, b []result, nameA, nameB string) error {
	if len(a) != len(b) {
		return fmt.Errorf("gives %d results, not %d", len(b), len(a))
	}
	for i := range a {
		switch {
		case (a[i].err == nil) != (b[i].err == nil):
			return fmt.Errorf("result %d: errors %v and %v", i, a[i].err, b[i].err)
		case a[i].err != nil:
			if x, y := strings.ReplaceAll(a[i].err.Error(), nameA, "∙"), strings.ReplaceAll(b[i].err.Error(), nameB, "∙"); x != y {
				return fmt.Errorf("result %d: other sentences:\n%s\n%s", i, x, y)
			}
		default:
			f, g := *a[i].filing, *b[i].filing
			if strings.TrimPrefix(f.Source.Name, nameA) != strings.TrimPrefix(g.Source.Name, nameB) {
				return fmt.Errorf("result %d is named %q and %q", i, f.Source.Name, g.Source.Name)
			}
			f.Source.Name, g.Source.Name = "", ""
			if !reflect.DeepEqual(f, g) {
				return fmt.Errorf("result %d differs:\n%s", i, diff(string(render([]result{{filing: &f}})), string(render([]result{{filing: &g}}))))
			}
		}
	}
	return nil
}

// TestNotesResolve: a note that a cell cites is there, or a finding on that cell
// says that it is not; a note that no cell cites has a finding as well.
func TestNotesResolve(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			if err := checkNotes(f); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	}
}

func checkNotes(f *ownership.Filing) error {
	cited := map[string]bool{}
	for c := range f.Cells() {
		for _, id := range c.Notes {
			cited[id] = true
			if _, ok := f.Note(id); !ok && !found(f, ownership.RuleFootnoteDangling, c.Path) {
				return fmt.Errorf("%s cites %q, which is no note, and no finding says so", c.Path, id)
			}
		}
	}
	for i, n := range f.Footnotes {
		path := fmt.Sprintf("footnotes[%d].text", i)
		if !cited[n.ID] && !found(f, 0, path) && !spokenOf(f, path, n.Label()) {
			return fmt.Errorf("%s (%s) is cited nowhere, and no finding says so", path, n.ID)
		}
		for j := range i {
			if f.Footnotes[j].ID == n.ID && !found(f, ownership.RuleFootnoteDuplicateID, path) {
				return fmt.Errorf("%s has the id %q of an earlier note, and no finding says so", path, n.ID)
			}
		}
	}
	return nil
}

// found reports whether a finding of the rule, or of any if it is 0, is about
// the cell.
func found(f *ownership.Filing, rule ownership.Rule, path string) bool {
	return slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool {
		return (rule == 0 || x.Rule == rule) && slices.Contains(x.Paths, path)
	})
}

// TestPathsOfFindings: what a finding is about is there to be shown.
func TestPathsOfFindings(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			for _, x := range f.Findings {
				if len(x.Paths) == 0 && len(x.At) == 0 && x.Severity > ownership.Info {
					t.Logf("%s: finding %s names no cell and no place", s.name, x.Rule)
				}
				if x.Message == "" || !strings.HasSuffix(x.Message, ".") || x.Rule == 0 {
					t.Errorf("%s: finding %q has the message %q; want a sentence", s.name, x.Rule, x.Message)
				}
			}
		}
	}
}

// TestPathsAreJSONPaths: the path of a cell leads to it in the JSON.
func TestPathsAreJSONPaths(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			b, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			var tree any
			if err := json.Unmarshal(b, &tree); err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for c := range f.Cells() {
				if seen[c.Path] {
					t.Errorf("%s: %s is there twice", s.name, c.Path)
				}
				seen[c.Path] = true
				m, ok := walk(tree, c.Path).(map[string]any)
				if !ok {
					t.Errorf("%s: no JSON at %s", s.name, c.Path)
				} else if state := m["state"]; state != c.State.String() {
					t.Errorf("%s: the JSON at %s has the state %v, the cell %s", s.name, c.Path, state, c.State)
				}
			}
		}
	}
}

func walk(tree any, path string) any {
	for _, step := range strings.Split(path, ".") {
		name, index, indexed := strings.Cut(step, "[")
		m, ok := tree.(map[string]any)
		if !ok {
			return nil
		}
		tree = m[name]
		if indexed {
			var i int
			list, ok := tree.([]any)
			if _, err := fmt.Sscanf(index, "%d]", &i); !ok || err != nil || i >= len(list) {
				return nil
			}
			tree = list[i]
		}
	}
	return tree
}
