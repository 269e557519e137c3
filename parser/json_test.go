package parser_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestJSON: filings in the strings of JSON are read as they are in files; what is cut or
// holds none is refused by name, and no text that only begins with a bracket is taken for it.
func TestJSON(t *testing.T) {
	forms := datedFilings(t, 2)
	submission := string(testCase(t, "submission/without-document-tags.txt").data)
	code := func(v any) string {
		b, err := json.Marshal(v) // escapes "<" as \u003c
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	plain := func(s string) string { return strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(s) }
	a, b := string(forms[0].data), string(forms[1].data)
	one := map[string]any{"accession": "9000000001-03-000001", "xml": a}
	list := code([]any{one, map[string]any{"xml": []string{b}}})
	lines := code(one) + "\n" + code(map[string]any{"xml": b}) + "\n"
	for _, c := range []struct {
		name, text string
		read, said int
		reason     string
	}{
		{"one", code(one), 1, 0, ""},
		{"one, its tags as they are", plain(code(one)), 1, 0, ""},
		{"a list", list, 2, 0, ""},
		{"lines", plain(lines), 2, 0, ""},
		{"a submission", code(map[string]string{"text": submission}), 1, 0, ""},
		{"JSON in JSON", plain(code(map[string]string{"body": plain(code(one))})), 1, 0, ""},
		{"with a mark", "\ufeff " + code(one), 1, 0, ""},
		{"cut in a string", list[:len(list)-100], 1, 1, "JSON that is damaged or cut"},
		{"cut between lines", strings.TrimSuffix(list, "]"), 2, 1, "JSON that is damaged or cut"},
		{"fields", `{"ownershipDocument": {"documentType": "4"}}`, 0, 1, "holds the XML of none"},
		{"other data", `{"a": 1}`, 0, 1, "This is JSON data, not a filing"},
		{"a bracket before XML", "[" + a, 1, 0, ""},
	} {
		var read, said int
		for _, r := range open(t, "filings.json", []byte(c.text)) {
			if r.err == nil {
				if read++; len(r.filing.TableI) == 0 {
					t.Errorf("%s: a filing without lines", c.name)
				}
				continue
			}
			if said++; !strings.Contains(r.err.Error(), c.reason) {
				t.Errorf("%s: %v, want %q", c.name, r.err, c.reason)
			}
		}
		if read != c.read || said != c.said {
			t.Errorf("%s: %d filings and %d errors, want %d and %d", c.name, read, said, c.read, c.said)
		}
	}
}
