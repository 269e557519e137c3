package filing_test

import (
	"slices"
	"strings"
	"testing"

	"filingview/app/filing"
)

// TestRepairs: what was not read as it stands carries a mark, which leads to what
// the document says, why it is read otherwise, and the evidence.
func TestRepairs(t *testing.T) {
	f := odd()
	all := elements(t, filing.Draw(f))
	text := map[string]string{}
	links := map[string][]string{}
	marks := map[string]element{}
	id := ""
	for _, e := range all {
		if e.attr["id"] != "" {
			id = e.attr["id"]
			text[id] = e.text
		}
		if strings.HasPrefix(id, "repair-") && e.tag == "a" {
			links[id] = append(links[id], e.attr["href"])
		}
		if e.attr["class"] == "how" {
			marks[strings.TrimPrefix(e.attr["href"], "#repair-")] = e
		}
	}
	for _, c := range []struct {
		path, sign string
		says       []string
		links      []string
	}{
		{"tableI[0].transaction.price", "†", []string{"says “8.5O”", "read as “8.50”", `The letter O stands for a "0".`, "Certain."}, nil},
		{"footnotes[6].text", "†", []string{
			"Evidence: Table I, line 1, price (8.50); Table I, line 1, timeliness (E); nothing.at.all; ", "Likely."},
			[]string{"#cell-tableI[0].transaction.price", "#cell-tableI[0].transaction.timeliness"}},
		{"tableI[2].transaction.shares", "?", []string{"says “625‹U+202E›”", "Evidence: 025.", "it rests on one reading"}, nil},
		{"tableI[2].natureOfOwnership", "?", []string{"Nothing else in the document confirms it."}, nil},
		{"tableI[2].transaction.deemedExecutionDate", "†", []string{"says “101/19/2011”", "left as it stands", "Two dates are as likely. "}, nil},
	} {
		mark, ok := marks[c.path]
		if !ok || mark.text != c.sign || mark.attr["aria-label"] == "" {
			t.Errorf("%s has the mark %q, want %s", c.path, mark.text, c.sign)
			continue
		}
		for where, told := range map[string]string{"preview": mark.attr["data-tip"] + " ", "list": text["repair-"+c.path] + " "} {
			for _, want := range c.says {
				if !strings.Contains(told, want) {
					t.Errorf("%s: the %s says %q, which lacks %q", c.path, where, told, want)
				}
			}
		}
		if want := append([]string{"#cell-" + c.path}, c.links...); !slices.Equal(links["repair-"+c.path], want) {
			t.Errorf("%s is told with the links %q, want %q", c.path, links["repair-"+c.path], want)
		}
	}
	if len(marks) != 5 {
		t.Errorf("%d cells are marked, want 5", len(marks))
	}
	if strings.Contains(text["cell-footnotes[6].text"], "†") || !strings.HasPrefix(text["footnote-F12"], "(12)†") {
		t.Errorf("the mark of a recovered label does not stand beside it: %q", text["footnote-F12"])
	}
}
