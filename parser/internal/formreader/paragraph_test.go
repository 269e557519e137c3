package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestParagraphs: a label, a star or "Remarks:" at the beginning of a line begins another
// paragraph; lines without words are none.
func TestParagraphs(t *testing.T) {
	for lines, want := range map[string]string{
		"(1) Held by a trust./(2) Sold.":          "(1) Held by a trust.; (2) Sold.",
		"(1) Held by/a trust./(2) Sold.":          "(1) Held by a trust.; (2) Sold.",
		"(1) Held./* If the form is filed":        "(1) Held.; * If the form is filed",
		"(1) Held./Remarks: None.":                "(1) Held.; Remarks: None.",
		"Held by/a trust":                         "Held by a trust",
		"(1) Held//(2) Sold":                      "(1) Held; (2) Sold",
		"1. Held/2. Sold":                         "1. Held; 2. Sold",
		"(1) Held by those that are named in/(a)": "(1) Held by those that are named in (a)",
		"": "",
	} {
		var got []string
		for _, p := range paragraphs(textLines(lines)) {
			got = append(got, printed.JoinedLines(p))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %q, want %q", lines, s, want)
		}
	}
}

// TestAfter: what follows a word, on its line and below; all where the word is not there.
func TestAfter(t *testing.T) {
	for lines, want := range map[string]string{
		"Explanation of Responses: (1) Held./(2) Sold.": "(1) Held. / (2) Sold.",
		"Explanation of Responses:/(1) Held.":           "(1) Held.",
		"Explanation/of Responses:/(1) Held.":           "(1) Held.",
		"Explanation of Responses:":                     "",
		"(1) Held./(2) Sold.":                           "(1) Held. / (2) Sold.",
	} {
		var got []string
		for _, l := range after(textLines(lines), "responses") {
			got = append(got, printed.Joined(l))
		}
		if s := strings.Join(got, " / "); s != want {
			t.Errorf("%q: %q, want %q", lines, s, want)
		}
	}
}

// TestReadNotes: explanations count from one upwards, hold lists of their own, and end where
// another part of the form begins; remarks stand below them or alone.
func TestReadNotes(t *testing.T) {
	const head = "Explanation of Responses:|"
	for _, c := range []struct{ name, text, want, remarks, lost string }{
		{"two", head + "(1) Held by a trust.|(2) Sold.", "F1 Held by a trust.; F2 Sold.", "", ""},
		{"in one block", "Explanation of Responses: (1) Held.|(2) Sold.", "F1 Held.; F2 Sold.", "", ""},
		{"a list within one", head + "(1) When the first of these comes:|(1) a sale;|(2) a death.|(2) Sold.", "F1 When the first of these comes: (1) a sale;; F2 a death. (2) Sold.", "", ""},
		{"far from the one before", head + "(1) Held.|(13) Sold.", "F1 Held.; F13 Sold.", "", ""},
		{"too far", head + "(1) Held.|(14) Sold.", "F1 Held. (14) Sold.", "", ""},
		{"a text without a label", head + "Held by a trust.|(1) Sold.", "F1 Sold.", "", "Held by a trust."},
		{"a text below one", head + "(1) Held by|a trust.", "F1 Held by a trust.", "", ""},
		{"remarks", head + "(1) Held.|Remarks:|Exhibit 24.", "F1 Held.", "Exhibit 24.", ""},
		{"remarks in their line", head + "(1) Held.|Remarks: Exhibit 24.|A power.", "F1 Held.", "Exhibit 24. A power.", ""},
		{"remarks alone", "Remarks: Exhibit 24.", "", "Exhibit 24.", ""},
		{"remarks that say nothing", "Remarks:", "", "", ""},
		{"signatures end them", head + "(1) Held.|Signatures|(2) is no note", "F1 Held.", "", ""},
		{"the owners end them", head + "(1) Held.|Reporting Owners|(2) is no note", "F1 Held.", "", ""},
		{"the form's own words", head + "(1) Held.|* If the form is filed by more than one reporting person, see Instruction 4(b)(v).|(2) Sold.", "F1 Held.; F2 Sold.", "", ""},
		{"no explanations", "(1) Held.", "", "", ""},
		{"the last heading counts", head + "(1) Held.|" + head + "(1) Sold.", "F1 Sold.", "", ""},
		{"none below the heading", "Explanation of Responses:", "", "", ""},
		{"the box of another owner", head + "(1) Held.|1. Name and Address of Reporting Person|(2) is no note", "F1 Held.", "", ""},
	} {
		blocks := blocksOf(c.text)
		r := &noteReader{document: sourceOf(c.text)}
		at := 0
		for i, s := range strings.Split(c.text, "|") {
			if len(blocks[i].Lines) > 0 {
				blocks[i].Lines = [][]sheet.Word{words(s, at)}
			}
			at += len(s) + 1
		}
		r.blocks, r.sheet.Blocks = blocks, blocks
		r.readNotes()
		var got, lost []string
		for _, n := range r.f.Footnotes {
			got = append(got, n.ID+" "+n.Text.V)
		}
		for _, l := range r.unlabelled {
			lost = append(lost, printed.JoinedLines(l))
		}
		if s := strings.Join(got, "; "); s != c.want || r.f.Remarks.V != c.remarks || strings.Join(lost, "; ") != c.lost {
			t.Errorf("%s:\n%s, remarks %q, without labels %q; want\n%s, %q, %q", c.name, s, r.f.Remarks.V, lost, c.want, c.remarks, c.lost)
		}
		if (r.f.Remarks.State == ownership.Known) != (c.remarks != "") {
			t.Errorf("%s: the remarks are %s", c.name, r.f.Remarks.State)
		}
	}
}
