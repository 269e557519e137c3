package parser_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// strays says of each file in testdata/stray which page it was made from, by which real
// program its name tells: one of testdata, or of the faults beside the checkout. A file
// without a page must be refused.
var strays = map[string]string{
	"joint-copied-in-firefox.txt":         "html/form4-amendment-joint-classes.html",
	"joint-printed-by-chromium.pdf":       "html/form4-amendment-joint-classes.html",
	"joint-printed-by-firefox-across.pdf": "html/form4-amendment-joint-classes.html",
	"form5-by-pandoc-commonmark.md":       "html/form5-classes.html",
	"owners-copied-in-firefox.txt":        "k1-owners-block-over-a-page",
	"owners-copied-tabs-to-blanks.txt":    "",
	"small-printed-by-firefox.pdf":        "k4-zip-code-becomes-an-owner",
	"blocks-copied-in-firefox.txt":        "k5-amounts-one-column-off",
	"page-copied-in-firefox.txt":          "mail/page-saved-single-file.mhtml",
	"page-printed-by-firefox.pdf":         "mail/page-saved-single-file.mhtml",
	"page-ticker-zip.html":                "stray/page-ticker-zip.html",
	"page-copied-tabs-to-blanks.txt":      "",
	"joint-copied-tabs-to-a-blank.txt":    "",
	"page-dumped-by-w3m.txt":              "",
	"page-dumped-by-w3m-wide.txt":         "",
	"page-dumped-by-lynx.txt":             "",
	"page-dumped-by-lynx-narrow.txt":      "",
	"page-by-pandoc.md":                   "",
	"owners-by-pandoc.md":                 "",
	"text-boxes-side-by-side-2002.txt":    "",
	"html-form5-of-2002.htm":              "",
	"page-in-opendocument.odt":            "",
	"page-in-word.docx":                   "",
	"narrow-boxes-printed-by-firefox.pdf": "", // boxes 1 and 2 run into each other
	"form3-printed-by-firefox-across.pdf": "", // a head runs into the first line
}

// TestStrays: what a browser, a clipboard or a converter makes of a page is read as the
// page is, with nothing else in any cell, or is refused once.
func TestStrays(t *testing.T) {
	for _, s := range cases(t, "stray") {
		name := filepath.Base(s.name)
		page, ok := strays[name]
		if !ok {
			t.Errorf("%s is not in the list", name)
			continue
		}
		have := open(t, name, s.data)
		if page == "" {
			if len(have) != 1 || have[0].err == nil {
				t.Errorf("%s: %d results, the first with error %v; want one refusal", name, len(have), have[0].err)
			}
			continue
		}
		if len(have) != 1 || have[0].err != nil {
			t.Errorf("%s: %d results, error %v", name, len(have), have[0].err)
			continue
		}
		want := pageOf(t, page)
		if want == nil {
			continue
		}
		right, all := 0, 0
		for path, v := range want {
			if got := cellsOf(have[0].filing)[path]; got == v {
				right++
			}
			all++
		}
		for path, v := range cellsOf(have[0].filing) {
			// A copy does not show that the note of "See footnote (1)" is cited.
			if w := want[path]; w != v && !strings.HasPrefix(v, w+"(") {
				t.Errorf("%s: %s is %q, on the page %q", name, path, v, w)
			}
		}
		if right*100 < all*90 {
			t.Errorf("%s: %d of %d cells are read", name, right, all)
		}
	}
}

// pageOf reads the page that a stray was made from; nil if it is not here.
func pageOf(t *testing.T, page string) map[string]string {
	t.Helper()
	if strings.Contains(page, "/") {
		return cellsOf(open(t, page, testCase(t, page).data)[0].filing)
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", "faults", "forms", page, "page.html"))
	if err != nil {
		t.Logf("needs ../shared/faults/forms/%s, which is not here", page)
		return nil
	}
	return cellsOf(open(t, page, data)[0].filing)
}

// cellsOf gives the cells that are known and say something, without white space: boxes that
// are empty are left out, since a copy does not show them.
func cellsOf(f *ownership.Filing) map[string]string {
	all := map[string]string{}
	for c := range f.Cells() {
		if text := strings.Join(strings.Fields(c.Text()), ""); c.State == ownership.Known && text != "" && text != "false" {
			all[c.Path] = text
		}
	}
	return all
}

// TestStraysAreListed: each file of the list is there.
func TestStraysAreListed(t *testing.T) {
	var names []string
	for _, s := range cases(t, "stray") {
		names = append(names, filepath.Base(s.name))
	}
	for name := range strays {
		if !slices.Contains(names, name) {
			t.Errorf("there is no %s", name)
		}
	}
}
