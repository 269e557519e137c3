package parser_test

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// The suite also runs in a browser, where there are no files: testdata is part
// of the test binary.
//
//go:embed testdata
var testdata embed.FS

// sample is a file to open.
type sample struct {
	name string
	data []byte
}

// cases returns the files of a folder of testdata, goldens left out.
func cases(t testing.TB, folder string) []sample {
	t.Helper()
	entries, err := fs.ReadDir(testdata, path.Join("testdata", folder))
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".golden") {
			all = append(all, testCase(t, path.Join(folder, e.Name())))
		}
	}
	if len(all) == 0 {
		t.Fatalf("testdata/%s holds no case", folder)
	}
	return all
}

func testCase(t testing.TB, name string) sample {
	t.Helper()
	data, err := testdata.ReadFile(path.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return sample{name, data}
}

// corpus returns the real filings of a folder of ../shared/filings, which stands
// beside the repository on some machines only. In a browser it is left out: some
// runners lend it the machine's files, at a price per file, most do not.
func corpus(t testing.TB, folder string) []sample {
	t.Helper()
	if runtime.GOOS == "js" {
		return nil
	}
	dir := filepath.Join("..", "..", "shared", "filings", folder)
	entries, err := os.ReadDir(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		t.Fatal(err)
	}
	var all []sample
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sample{e.Name(), data})
	}
	return all
}

// needCorpus skips a test that has nothing to say without real filings.
func needCorpus(t testing.TB, folder string) []sample {
	t.Helper()
	all := corpus(t, folder)
	if len(all) == 0 {
		t.Skipf("needs ../shared/filings/%s, which is not here", folder)
	}
	return all
}

// filed returns every file that holds filings: testdata, and the corpus if it
// is there.
func filed(t testing.TB) []sample {
	t.Helper()
	all := filedXML(t)
	for _, folder := range []string{"html", "text"} {
		all = append(all, cases(t, folder)...)
	}
	for _, folder := range []string{"html", "ascii"} {
		all = append(all, corpus(t, folder)...)
	}
	return all
}

// filedXML returns those whose form is XML, bare or in a submission.
func filedXML(t testing.TB) []sample {
	t.Helper()
	var all []sample
	for _, folder := range []string{"xml", "submission"} {
		all = append(all, cases(t, folder)...)
		all = append(all, corpus(t, folder)...)
	}
	return all
}

// result is what Open yields once.
type result struct {
	filing *ownership.Filing
	err    error
}

// open collects all that Open yields and holds it to its contract: always a
// filing or an error, never both, never nothing at all.
func open(t testing.TB, name string, data []byte) []result {
	t.Helper()
	var all []result
	for f, err := range parser.Open(name, data) {
		if (f == nil) == (err == nil) {
			t.Fatalf("%s: Open yielded filing %v and error %v; want one of the two", name, f != nil, err)
		}
		all = append(all, result{f, err})
	}
	if len(all) == 0 {
		t.Fatalf("%s: Open yielded nothing", name)
	}
	return all
}

// filings returns the filings of a file, errors left out.
func filings(t testing.TB, s sample) []*ownership.Filing {
	t.Helper()
	var all []*ownership.Filing
	for _, r := range open(t, s.name, s.data) {
		if r.filing != nil {
			all = append(all, r.filing)
		}
	}
	return all
}

// one opens a case that holds one filing and nothing else.
func one(t testing.TB, name string) *ownership.Filing {
	t.Helper()
	s := testCase(t, name)
	all := open(t, s.name, s.data)
	if len(all) != 1 || all[0].err != nil {
		t.Fatalf("%s: want one filing, have %d results, the first with error %v", name, len(all), all[0].err)
	}
	return all[0].filing
}

// cell finds a cell by its path.
func cell(f *ownership.Filing, path string) (ownership.Cell, bool) {
	for c := range f.Cells() {
		if c.Path == path {
			return c, true
		}
	}
	return ownership.Cell{}, false
}
