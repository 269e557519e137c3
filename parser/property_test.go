package parser_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// TestSourceAtSpanIsRaw holds every cell of every file to the promise that it
// shows where it stands in the source.
func TestSourceAtSpanIsRaw(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			if err := checkSource(f); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	}
}

// checkSource checks all places of a filing against its source.
func checkSource(f *ownership.Filing) error {
	for c := range f.Cells() {
		raw, err := sourceAt(f, c.At)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Path, err)
		}
		if raw != c.Raw {
			return fmt.Errorf("%s: the source at its spans %v is %q, Raw is %q", c.Path, c.At, raw, c.Raw)
		}
		if c.Raw != strings.TrimSpace(c.Raw) {
			return fmt.Errorf("%s: Raw %q has white space around it", c.Path, c.Raw)
		}
		if c.State != ownership.Blank && len(c.At) == 0 {
			return fmt.Errorf("%s: %s, but stands nowhere", c.Path, c.State)
		}
		if (c.State == ownership.Blank) != (c.Raw == "") && (c.State != ownership.Blank || !onlyMarkup(c.Raw)) {
			return fmt.Errorf("%s: %s, but Raw is %q", c.Path, c.State, c.Raw)
		}
		if !utf8.ValidString(c.Raw) || !utf8.ValidString(c.Text()) {
			return fmt.Errorf("%s: Raw %q or text %q is not UTF-8", c.Path, c.Raw, c.Text())
		}
	}
	for i := range f.Findings {
		if _, err := sourceAt(f, f.Findings[i].At); err != nil {
			return fmt.Errorf("finding %s: %w", f.Findings[i].Rule, err)
		}
	}
	for i, d := range f.Header.Documents {
		if _, err := sourceAt(f, []ownership.Span{d.At}); err != nil {
			return fmt.Errorf("header.documents[%d]: %w", i, err)
		}
	}
	// A cell of a row stands inside the row, and rows follow each other.
	for name, table := range map[string][]ownership.Row{"tableI": f.TableI, "tableII": f.TableII} {
		behind := int32(0)
		for i, r := range table {
			if _, err := sourceAt(f, []ownership.Span{r.At}); err != nil {
				return fmt.Errorf("%s[%d]: %w", name, i, err)
			}
			if r.At.Start < behind || r.At.Start == r.At.End {
				return fmt.Errorf("%s[%d] stands at %v, the row before it ends at %d", name, i, r.At, behind)
			}
			behind = r.At.End
		}
	}
	for c := range f.Cells() {
		table, i, ok := rowOf(c.Path)
		if !ok {
			continue
		}
		r := f.TableI
		if table == "tableII" {
			r = f.TableII
		}
		for _, s := range c.At {
			if s.Start < r[i].At.Start || s.End > r[i].At.End {
				return fmt.Errorf("%s at %v lies outside its row at %v", c.Path, s, r[i].At)
			}
		}
	}
	return nil
}

// onlyMarkup reports whether a text is nothing but comments, processing
// instructions, empty CDATA and tags: raw text, and still a blank cell.
func onlyMarkup(raw string) bool { return strings.HasPrefix(raw, "<") && strings.HasSuffix(raw, ">") }

// rowOf reads table and row out of tableI[2].securityTitle.
func rowOf(path string) (table string, row int, ok bool) {
	if !strings.HasPrefix(path, "table") {
		return "", 0, false
	}
	table, rest, _ := strings.Cut(path, "[")
	_, err := fmt.Sscanf(rest, "%d]", &row)
	return table, row, err == nil
}

// sourceAt returns what the source has at spans: as UTF-8, or decoded from
// windows-1252 where a piece is not, pieces joined by one space.
func sourceAt(f *ownership.Filing, at []ownership.Span) (string, error) {
	var pieces []string
	for _, s := range at {
		if s.Page != 0 || s.Box != (ownership.Box{}) {
			return "", fmt.Errorf("span %v has a page in a document that has none", s)
		}
		if s.Start < 0 || s.End < s.Start || int(s.End) > len(f.Source.Text) {
			return "", fmt.Errorf("span %v lies outside the %d bytes of the source", s, len(f.Source.Text))
		}
		pieces = append(pieces, decoded(f.Source.Text[s.Start:s.End], f.Source.Charset))
	}
	return strings.Join(pieces, " "), nil
}

// high holds the characters of windows-1252 from 0x80 to 0x9F, from the index of
// the WHATWG's encoding standard.
const high = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
	"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178"

func decoded(s, charset string) string {
	if charset != "windows-1252" || utf8.ValidString(s) {
		return s
	}
	table := []rune(high)
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 0x80 && c <= 0x9f {
			b.WriteRune(table[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

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
			if _, ok := f.Note(id); !ok && !found(f, "footnote-dangling", c.Path) {
				return fmt.Errorf("%s cites %q, which is no note, and no finding says so", c.Path, id)
			}
		}
	}
	for i, n := range f.Footnotes {
		path := fmt.Sprintf("footnotes[%d].text", i)
		if !cited[n.ID] && !found(f, "", path) {
			return fmt.Errorf("%s (%s) is cited nowhere, and no finding says so", path, n.ID)
		}
		for j := range i {
			if f.Footnotes[j].ID == n.ID && !found(f, "footnote-duplicate-id", path) {
				return fmt.Errorf("%s has the id %q of an earlier note, and no finding says so", path, n.ID)
			}
		}
	}
	return nil
}

// found reports whether a finding of the rule, or of any if it is empty, is about
// the cell.
func found(f *ownership.Filing, rule, path string) bool {
	return slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool {
		return (rule == "" || x.Rule == rule) && slices.Contains(x.Paths, path)
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
				if x.Message == "" || !strings.HasSuffix(x.Message, ".") || x.Rule == "" {
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
