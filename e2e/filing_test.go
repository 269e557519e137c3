//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

const (
	ownFilings = "../parser/testdata/xml"
	submission = "../parser/testdata/submission"
	wrongFiles = "../parser/testdata/wrong"
	shared     = "../../shared"
	snow       = shared + "/filings/xml/edgartools__form4.snow.xml"
)

// cases are the files of a folder of testdata, without what they are expected to
// give.
func cases(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasSuffix(e.Name(), ".golden") {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	if len(files) == 0 {
		t.Fatalf("There is no testdata in %s.", folder)
	}
	return files
}

// corpus returns every n-th of the real filings beside the project, or none where
// they are not there.
func corpus(t *testing.T, n int) []string {
	t.Helper()
	var files []string
	for _, folder := range []string{"xml", "submission"} {
		all, err := filepath.Glob(filepath.Join(shared, "filings", folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(all); i += n {
			files = append(files, all[i])
		}
	}
	if files == nil {
		t.Log("The real filings are not beside the project; own testdata only.")
	}
	return files
}

// content is what a file holds: filings, and sentences of what is none.
type content struct {
	filings []*ownership.Filing // nil for a failure
	failed  []string
}

// read parses a file as the tool does.
func read(t *testing.T, path string) content {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var c content
	for f, err := range parser.Open(filepath.Base(path), data) {
		sentence := ""
		if err != nil {
			e, ok := err.(*parser.Error)
			if !ok {
				t.Fatalf("%s: %T is no sentence", path, err)
			}
			f, sentence = nil, e.Sentence()
		}
		c.filings = append(c.filings, f)
		c.failed = append(c.failed, sentence)
	}
	return c
}

// everyCell drops real and made filings and compares each, as it stands on the
// page, with what the parser says natively.
func everyCell(t *testing.T, s *suite) {
	t.Parallel()
	for _, group := range []struct {
		name  string
		files []string
	}{
		{"own", cases(t, ownFilings)},
		{"own submissions", cases(t, submission)},
		{"real", corpus(t, 30)},
	} {
		t.Run(group.name, func(t *testing.T) {
			if len(group.files) == 0 {
				t.Skip("The real filings are not beside the project.")
			}
			t.Parallel()
			b := open(t, s, s.server)
			b.drop(group.files...)
			b.until(`document.documentElement.dataset.state === "showing"`)
			cells, filings := 0, 0
			for i, path := range group.files {
				for n, f := range read(t, path).filings {
					if f == nil {
						continue
					}
					b.run(`location.hash = %s`, fmt.Sprintf("filing=%d.%d", i+1, n))
					b.compare(filepath.Base(path), f)
					for range f.Readings() {
						cells++
					}
					filings++
				}
			}
			t.Logf("%d filings with %d cells.", filings, cells)
		})
	}
}

// realFiling follows one filing from the drop to the tables.
func realFiling(t *testing.T, s *suite) {
	t.Parallel()
	path := snow
	if _, err := os.Stat(path); err != nil {
		t.Log("The real filings are not beside the project; an own one it is.")
		path = filepath.Join(ownFilings, "form4-plain.xml")
	}
	for _, host := range []struct{ name, address string }{{"server", s.server}, {"static host", s.static}} {
		t.Run(host.name, func(t *testing.T) {
			t.Parallel()
			b := open(t, s, host.address)
			// A page that was built without the rehearsal does not name its script.
			named := value[int](b, `document.querySelectorAll("script[data-rehearse]").length`)
			if n := value[int](b, `performance.getEntriesByName("rehearsed").length`); n != named || named == 0 && os.Getenv("PLAIN") == "" {
				t.Errorf("The page names %d scripts for the rehearsal, and the start was rehearsed %d times.", named, n)
			}
			b.run(`(() => {
				const html = document.documentElement;
				window.states = [html.dataset.state];
				new MutationObserver(() => states.push(html.dataset.state)).observe(html, { attributes: true, attributeFilter: ["data-state"] });
			})()`)
			b.drop(path)
			b.until(`document.documentElement.dataset.state === "showing"`)
			if got := value[string](b, `states.join(" ")`); got != "empty reading showing" {
				t.Errorf("The states were %q.", got)
			}
			b.compare(filepath.Base(path), read(t, path).filings[0])
			if title := value[string](b, `document.title`); !strings.Contains(title, "Form ") {
				t.Errorf("The title is %q.", title)
			}
		})
	}
}
