package ownership_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestDocumentType(t *testing.T) {
	for _, c := range []struct {
		in        string
		form      byte
		amendment bool
	}{{"3", '3', false}, {"3/A", '3', true}, {"4", '4', false}, {"4/A", '4', true}, {"5", '5', false}, {"5/A", '5', true}} {
		d, ok := ownership.ParseDocumentType(c.in)
		if !ok || string(d) != c.in || d.Form() != c.form || d.IsAmendment() != c.amendment {
			t.Errorf("%s is %q (%t), form %c, amendment %t", c.in, d, ok, d.Form(), d.IsAmendment())
		}
	}
	for _, in := range []string{"", "4/a", "4A", "144", "10-K", " 4", "6"} {
		if d, ok := ownership.ParseDocumentType(in); ok || d != "" {
			t.Errorf("%q is the form %q", in, d)
		}
	}
	var none ownership.DocumentType
	if none.Form() != 0 || none.IsAmendment() {
		t.Errorf("no form is %c, amendment %t", none.Form(), none.IsAmendment())
	}
}

func TestCodeMeaning(t *testing.T) {
	const codes = "ACDEFGHIJLMOPSUWXZ" // EDGAR's list without K, which is a mark
	seen := map[string]string{}
	for c := 'A'; c <= 'Z'; c++ {
		meaning, ok := ownership.CodeMeaning(string(c))
		if ok != strings.ContainsRune(codes, c) || ok == (meaning == "") {
			t.Errorf("%c means %q (%t)", c, meaning, ok)
		}
		if other := seen[meaning]; ok && other != "" {
			t.Errorf("%c and %s mean the same", c, other)
		}
		seen[meaning] = string(c)
	}
	for _, code := range []string{"", "p", "PS", "P "} {
		if meaning, ok := ownership.CodeMeaning(code); ok || meaning != "" {
			t.Errorf("%q means %q", code, meaning)
		}
	}
}

func TestNoteLabel(t *testing.T) {
	for id, want := range map[string]string{"F1": "1", "f12": "12", "F007": "007", "F": "F", "1": "1", "FA": "FA", "F1a": "F1a", "": ""} {
		n := ownership.Footnote{ID: id}
		if got := n.Label(); got != want {
			t.Errorf("%q has the label %q, want %q", id, got, want)
		}
	}
}

func TestNote(t *testing.T) {
	f := ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F2"}, {ID: "F1"}, {ID: "F1"}}}
	f.Footnotes[1].Text.V, f.Footnotes[2].Text.V = "first", "second"
	if n, ok := f.Note("F1"); !ok || n.Text.V != "first" {
		t.Errorf("F1 is %q (%t)", n.Text.V, ok)
	}
	if n, ok := f.Note("F3"); ok || n.ID != "" {
		t.Errorf("F3 is %q (%t)", n.ID, ok)
	}
}

func TestLineColumn(t *testing.T) {
	const source = "ab\ncd\r\n\né"
	for _, c := range []struct{ offset, line, column int }{
		{-5, 1, 1}, {0, 1, 1}, {1, 1, 2}, {2, 1, 3}, {3, 2, 1}, {5, 2, 3}, {7, 3, 1}, {8, 4, 1}, {9, 4, 2}, {10, 4, 3}, {99, 4, 3},
	} {
		if line, column := ownership.LineColumn(source, c.offset); line != c.line || column != c.column {
			t.Errorf("offset %d is line %d, column %d; want %d, %d", c.offset, line, column, c.line, c.column)
		}
	}
}

func TestReading(t *testing.T) {
	for state, want := range map[ownership.State]struct{ present, known bool }{
		ownership.Absent: {false, false}, ownership.Blank: {true, false}, ownership.Malformed: {true, false}, ownership.Known: {true, true},
	} {
		v := ownership.Value[string]{V: "x", Reading: ownership.Reading{State: state}}
		if _, known := v.Get(); v.Present() != want.present || v.IsKnown() != want.known || known != want.known {
			t.Errorf("%s: present %t, known %t, Get %t", state, v.Present(), v.IsKnown(), known)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		v    fmt.Stringer
		want string
	}{
		{ownership.Known, "known"}, {ownership.State(9), "State(9)"},
		{ownership.Guessed, "guessed"}, {ownership.How(9), "How(9)"},
		{ownership.Error, "error"}, {ownership.Severity(9), "Severity(9)"},
		{ownership.Transaction, "transaction"}, {ownership.RowKind(9), "RowKind(9)"},
	} {
		if got := c.v.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
