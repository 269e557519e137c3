package agreement_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

var pages = flag.String("pages", "", "write the pages that are made of the filings into this `FOLDER`, as those of shared/forms lie")

// TestRendered: every filing in XML, printed as a page in both of EDGAR's looks,
// reads as the same filing in all columns that the page shows. With -report, every
// real filing is printed in both looks.
func TestRendered(t *testing.T) {
	var results []result
	files := rendered(t)
	if len(files) < 20 && *only == "" {
		t.Fatalf("there are only %d filings in XML", len(files))
	}
	for _, l := range []look{plainLook, classicLook} {
		for i, file := range files {
			if !*report && strings.HasPrefix(file, shared) && i%2 != int(l) {
				continue // of the many real ones, each in one look, to be quick
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f := only1(filepath.Base(file), data)
			if f == nil || unprinted()[strings.TrimSuffix(filepath.Base(file), ".xml")] != "" {
				continue // no filing, or several: not what this test is about
			}
			results = append(results, printed1(t, f, l, file))
			if *pages != "" {
				keep(t, f, l, file, data)
			}
		}
	}
	show(os.Stdout, "XML printed as EDGAR's pages, and read back", results)
	hold(t, results, map[string]bound{"plain": {right: 100, keys: true}, "classic": {right: 100, keys: true}})
}

// unprinted names the cases of which the page does not show what the XML says, and
// why.
func unprinted() map[string]string {
	return map[string]string{
		"characters-odd":    "letters without width are seen on no page, and its reader drops them",
		"codes-unknown":     "a code with brackets prints like a code with a note",
		"note-duplicate-id": "a number that two notes have prints twice; EDGAR takes no such filing",
		"note-ids-odd":      "ids without F, in small letters or with zeros print like others",
		"note-without-id":   "a note without an id has no number",
		"note-order":        "the classic page gives numbers no cell of their own, so that they count in their order only",
	}
}

// rendered returns the filings in XML of the project and, where they are, the real
// ones.
func rendered(t *testing.T) []string {
	var all []string
	for _, p := range []string{filepath.Join("..", "..", "testdata", "xml", "*.xml"), filepath.Join(shared, "filings", "xml", "*.xml")} {
		found, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if strings.Contains(f, *only) {
				all = append(all, f)
			}
		}
	}
	return all
}

// only1 returns the one filing in data; nil if there is none or are several.
func only1(name string, data []byte) *ownership.Filing {
	var out *ownership.Filing
	for f, err := range parser.Open(name, data) {
		if err != nil || out != nil {
			return nil
		}
		out = f
	}
	return out
}

// printed1 scores the reading of one page.
func printed1(t *testing.T, f *ownership.Filing, l look, file string) result {
	want := tablesOf(t, asPrinted(f, l))
	// What cannot be read in XML is not known, and need not be known from the page.
	lost := map[string]bool{}
	for table, rows := range want {
		for _, r := range rows {
			for column, c := range r {
				if c.mark == "malformed" {
					lost[table+"."+column] = true
				}
			}
		}
	}
	name := strings.TrimSuffix(filepath.Base(file), ".xml")
	r := result{name: l.String() + " " + name, group: l.String()}
	got := tables{}
	var read *ownership.Filing
	for g, err := range parser.Open(name+".html", []byte(render(f, l))) {
		if err != nil {
			r.said = err.Error()
			break
		}
		read = g
	}
	if read != nil {
		got = tablesOf(t, read)
	}
	if l == classicLook {
		// Those pages repeat name and address of further owners, not their boxes.
		for _, all := range []tables{want, got} {
			for i, o := range all["REPORTINGOWNER"] {
				if i > 0 {
					for _, column := range []string{"RPTOWNER_RELATIONSHIP", "RPTOWNER_TITLE", "RPTOWNER_TXT"} {
						delete(o, column)
					}
				}
			}
		}
	}
	r.score, r.misses = compare(want, got, func(table, column string) bool { return !lost[table+"."+column] })
	return r
}

// keep writes a filing and a page of it into a folder of its own below -pages.
func keep(t *testing.T, f *ownership.Filing, l look, file string, data []byte) {
	folder := filepath.Join(*pages, strings.TrimSuffix(filepath.Base(file), ".xml"))
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "filing.xml"), data, 0o644)
	}
	if err == nil {
		name := [...]string{"page.html", "page-old.html"}[l]
		err = os.WriteFile(filepath.Join(folder, name), []byte(render(f, l)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestRenderedAsEDGAR: the plain look has, word by word and cell by cell, what the
// SEC's own pages have.
func TestRenderedAsEDGAR(t *testing.T) {
	for _, page := range files(t, "forms/*/page.html") {
		f, said := open(t, filepath.Join(filepath.Dir(page), "filing.xml"))
		if said != "" {
			t.Fatal(said)
		}
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		want, got := seen(string(data)), seen(render(f, plainLook))
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Errorf("%s: from word %d on the SEC has %q, here is %q", page, i, want[min(i, len(want)):min(i+8, len(want))], got[min(i, len(got)):min(i+8, len(got))])
				break
			}
		}
	}
}

// seen returns the words of a page, with a mark for each cell, row, box and tick.
func seen(page string) []string {
	_, page, _ = strings.Cut(page, "<body")
	var b strings.Builder
	for page != "" {
		text, rest, _ := strings.Cut(page, "<")
		b.WriteString(html.UnescapeString(text))
		tag, rest, _ := strings.Cut(rest, ">")
		b.WriteByte(' ')
		switch name, _, _ := strings.Cut(tag, " "); name {
		case "td", "tr":
			b.WriteString("<" + name + "> ")
		case "input":
			fmt.Fprintf(&b, "<box %t> ", strings.Contains(tag, "checked"))
		}
		page = rest
	}
	return strings.Fields(b.String())
}
