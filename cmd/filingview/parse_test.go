package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"weak"

	"filingview/parser/ownership"
)

// namesOf decodes JSON lines and returns where each filing came from.
func namesOf(t *testing.T, lines string) []string {
	t.Helper()
	var names []string
	for line := range strings.Lines(lines) {
		var f ownership.Filing
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if !f.DocumentType.IsKnown() {
			t.Errorf("%s has no document type", f.Source.Name)
		}
		names = append(names, f.Source.Name)
	}
	return names
}

func TestParseWritesALineForEachFiling(t *testing.T) {
	xml, two := filepath.Join(testdata, "xml/form4-plain.xml"), filepath.Join(testdata, "submission/two-submissions.txt")
	stdin, err := os.Open(filepath.Join(testdata, "xml/form3-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	code, out, errs := tool(t.Context(), stdin, "parse", two, "-", xml)
	expect(t, code, done, out, "{", errs, "")
	got := strings.Join(namesOf(t, out), "\n")
	if want := strings.Join([]string{two, two, "stdin", xml}, "\n"); got != want {
		t.Errorf("got filings of\n%s\nwant\n%s", got, want)
	}
}

func TestParseTellsWhatCannotBeReadAndReadsTheRest(t *testing.T) {
	xml := filepath.Join(testdata, "xml/form4-plain.xml")
	mixed := filepath.Join(testdata, "wrong/zip-mixed.zip")
	folder := t.TempDir()
	for _, c := range []struct{ file, want string }{
		{"missing.xml", "filingview: missing.xml: There is no such file.\n"},
		{folder, "filingview: " + folder + ": This is a folder. Name the files in it, for example " + filepath.Join(folder, "*") + ".\n"},
		{filepath.Join(testdata, "wrong/picture.png"), "picture.png: "},
		{filepath.Join(testdata, "wrong/empty.xml"), "empty.xml: The file is empty (0 bytes)."},
		{mixed, mixed + "/"},
	} {
		code, out, err := tool(t.Context(), nil, "parse", c.file, xml)
		expect(t, code, failed, out, "{", err, c.want)
		if names := namesOf(t, out); len(names) == 0 || names[len(names)-1] != xml {
			t.Errorf("%s: the file after it was not read: %v", c.file, names)
		}
	}
}

func TestParseTakesAFileNamedLikeAFlag(t *testing.T) {
	form, err := os.ReadFile(filepath.Join(testdata, "xml/form4-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("-form.xml", form, 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, errs := tool(t.Context(), nil, "parse", "--", "-form.xml")
	expect(t, code, done, out, `"name":"-form.xml"`, errs, "")
}

// full takes nothing, like a disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestParseTellsWhenItCannotWrite(t *testing.T) {
	var errs strings.Builder
	code := run(t.Context(), []string{"parse", filepath.Join(testdata, "xml/form4-plain.xml")}, streams{nil, full{}, &errs})
	expect(t, code, failed, "", "", errs.String(), "filingview parse: no space left on device\n")
}

func TestFilingsAreNotKept(t *testing.T) {
	file := filepath.Join(testdata, "xml/form4-plain.xml")
	files := make([]string, 50)
	for i := range files {
		files[i] = file
	}
	var seen []weak.Pointer[ownership.Filing]
	alive := 0
	all, err := eachFiling(t.Context(), files, streams{}, func(f *ownership.Filing) error {
		if seen = append(seen, weak.Make(f)); len(seen) < len(files) {
			return nil
		}
		runtime.GC()
		for _, p := range seen[:len(seen)-1] {
			if p.Value() != nil {
				alive++
			}
		}
		return nil
	})
	if !all || err != nil || len(seen) != len(files) {
		t.Fatalf("%d filings, %t, %v", len(seen), all, err)
	}
	if alive > 1 {
		t.Errorf("%d of the %d filings before the last are still in memory", alive, len(seen)-1)
	}
}
