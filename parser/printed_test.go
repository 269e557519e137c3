package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestDialectsAgree: one form, printed in two ways, gives the same cells but for
// where they stand and how they were found.
func TestDialectsAgree(t *testing.T) {
	for _, pair := range [][2]string{
		{"html/form4-classes.html", "html/form4-without-classes.html"},
		{"html/form4-amendment-joint-classes.html", "html/form4-amendment-joint.html"},
		{"html/form3-classes.html", "html/form3-without-classes.html"},
		{"html/form3-classes.html", "html/saved-by-a-browser.html"},
		{"html/form5-classes.html", "html/form5-without-classes.html"},
		{"html/form5-classes.html", "html/submission-form5.txt"},
		{"html/form5-without-classes.html", "html/xhtml.html"},
		{"html/name-says.xml", "html/tags-upper-case-ends-left-out.html"},
		{"html/name-says.xml", "html/utf-16.html"},
		{"html/name-says.xml", "html/windows-1252.html"},
		{"xml/form3-table-i-only.xml", "html/xml-shown-in-pre.html"},
		{"xml/form3-table-i-only.xml", "html/xml-shown-as-tree.html"},
		{"submission/form4-plain.txt", "html/submission-shown-in-pre.html"},
		{"text/ruled-by-dashes.txt", "html/text-in-pre.html"},
		{"text/ruled-by-dashes.txt", "text/boxes-side-by-side.txt"},
		{"text/tabs.txt", "text/markdown.txt"},
		{"html/form4-without-classes.html", "text/copied-from-page-form4.txt"},
		{"html/form3-without-classes.html", "text/copied-from-page-form3.txt"},
		{"html/form5-classes.html", "text/copied-from-page-with-classes-form5.txt"},
		{"text/ruled-by-bars-cut-in-words.txt", "text/submission-bars-in-pem.txt"},
	} {
		// A copy of a page has no boxes that are drawn.
		drawn := !strings.HasPrefix(pair[1], "text/copied")
		a, b := said(one(t, pair[0]), drawn), said(one(t, pair[1]), drawn)
		if !slices.Equal(a, b) {
			t.Errorf("%s and %s differ:\n%s", pair[0], pair[1], diff(strings.Join(a, "\n"), strings.Join(b, "\n")))
		}
	}
}

// said lists the cells of a filing that every print of its form shows.
func said(f *ownership.Filing, boxes bool) []string {
	var all []string
	for c := range f.Cells() {
		switch {
		case strings.HasPrefix(c.Path, "header."), strings.HasSuffix(c.Path, ".cik"), strings.Contains(c.Path, ".address."):
		case strings.HasPrefix(c.Path, "remarks"):
			// One of the cases is there for its remarks.
		case !boxes && (c.Path == "notSubjectToSection16" || c.Path == "plan10b51" || strings.HasSuffix(c.Path, "Reported") && c.Text() == "false"):
		case strings.HasSuffix(c.Path, "transaction.timeliness") && c.State == ownership.Blank:
		default:
			all = append(all, fmt.Sprintf("%s = %q %s %v", c.Path, c.Text(), c.State, c.Notes))
		}
	}
	slices.Sort(all)
	return all
}

// TestHeaderFills: what cannot be read of a form stands in the header around it; what can be
// read is the form's. The refusal of a form from before XML does not send anybody to its XML.
func TestHeaderFills(t *testing.T) {
	whole := string(testCase(t, "rule/party-header-mismatch/nearly.txt").data)
	for name, c := range map[string]struct{ old, new, issuer, owner string }{
		"whole":             {"", "", "Tamsin Mills Inc.", "Quill, Hester B."},
		"without an issuer": {"\n   Tamsin Mills Inc.\n   TMSN\n", "\n\n", "TAMSIN MILLS INC /VT/", "Quill, Hester B."},
	} {
		text := whole
		if c.old != "" {
			text = strings.Replace(whole, c.old, c.new, 1)
		}
		have := open(t, "a.txt", []byte(text))
		if len(have) != 1 || have[0].err != nil {
			t.Errorf("%s: %d results, error %v", name, len(have), have[0].err)
			continue
		}
		f := have[0].filing
		if f.Issuer.Name.V != c.issuer || len(f.Owners) != 1 || f.Owners[0].Name.V != c.owner {
			t.Errorf("%s: issuer %q, owners %+v", name, f.Issuer.Name.V, f.Owners)
		}
		if c.old != "" && f.Issuer.Name.How != ownership.Labeled {
			t.Errorf("%s: the name is %v", name, f.Issuer.Name.How)
		}
	}
	have := open(t, "a.txt", testCase(t, "stray/text-boxes-side-by-side-2002.txt").data)
	if len(have) != 1 || have[0].err == nil || strings.Contains(have[0].err.Error(), "XML or") || !strings.Contains(have[0].err.Error(), "this filing has no XML") {
		t.Errorf("an old form is refused with %v", have[0].err)
	}
}
