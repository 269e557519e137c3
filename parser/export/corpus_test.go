package export_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/export"
	"filingview/parser/ownership"
)

// shared is where the real filings lie, beside the repository.
const shared = "../../../shared"

// corpus returns the files of the shared filings that the tool exports, and
// skips the test where they are not there.
func corpus(t *testing.T) []string {
	var files []string
	for _, folder := range []string{"xml", "submission"} {
		found, err := filepath.Glob(filepath.Join(shared, "filings", folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("the shared filings are not beside the repository")
	}
	return files
}

// open returns the filings of a file.
func open(t *testing.T, file string) []*ownership.Filing {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []*ownership.Filing
	for f, err := range parser.Open(file, data) {
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		all = append(all, f)
	}
	return all
}

// TestTablesOfRealFilings compares the export of the shared filings with an
// independent reading of them, cell for cell: numbers as decimals, lists of notes
// as sets, CIKs without their zeros, text with white space folded.
func TestTablesOfRealFilings(t *testing.T) {
	files := corpus(t)
	var truth map[string]map[string][]map[string]string
	data, err := os.ReadFile(filepath.Join(shared, "truth/sec-tables.json"))
	if err != nil {
		t.Skipf("no independent reading: %v", err)
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}

	out := map[string]*bytes.Buffer{}
	w, err := export.NewWriter("sec", inMemory(out))
	if err != nil {
		t.Fatal(err)
	}
	keyOf := map[string]string{}
	for _, file := range files {
		all := open(t, file)
		if len(all) != 1 {
			t.Errorf("%s: %d filings, want 1", file, len(all))
			continue
		}
		keyOf[filepath.Base(file)] = export.Key(all[0])
		if err := w.Write(all[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if r := w.Repeats(); len(r) > 0 {
		t.Errorf("two files have one key: %v", r)
	}

	got := map[string]map[string][]map[string]string{} // key, table
	for name, b := range out {
		for _, row := range rowsOf(t, name, b.Bytes()) {
			key := row["ACCESSION_NUMBER"]
			if got[key] == nil {
				got[key] = map[string][]map[string]string{}
			}
			table := strings.TrimSuffix(name, ".tsv")
			got[key][table] = append(got[key][table], row)
		}
	}
	cells, bad := 0, 0
	for _, file := range slices.Sorted(maps.Keys(truth)) {
		key, ok := keyOf[file]
		if !ok {
			t.Errorf("%s was not exported", file)
			continue
		}
		for table, want := range truth[file] {
			have := got[key][table]
			if len(have) != len(want) {
				bad++
				t.Errorf("%s: %s has %d rows, want %d", file, table, len(have), len(want))
				continue
			}
			for i, row := range want {
				for column, cell := range row {
					cells++
					if same(column, cell) != same(column, have[i][column]) {
						bad++
						t.Errorf("%s: %s[%d].%s is %q, want %q", file, table, i, column, have[i][column], cell)
					}
				}
			}
		}
	}
	t.Logf("%d of %d cells of %d files are equal", cells-bad, cells, len(truth))
}

var number = regexp.MustCompile(`^-?[0-9]*\.?[0-9]+$`)

// same brings a cell into the form in which two readings of it are compared.
func same(column, cell string) string {
	cell = strings.Join(strings.Fields(cell), " ")
	switch {
	case strings.HasSuffix(column, "_FN"):
		ids := strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == ' ' })
		slices.Sort(ids)
		return strings.Join(slices.Compact(ids), " ")
	case strings.HasSuffix(column, "CIK"):
		return strings.TrimLeft(cell, "0")
	case number.MatchString(cell):
		if n, ok := new(big.Rat).SetString(cell); ok {
			return n.String()
		}
	}
	return cell
}

// TestPropertiesOfRealFilings holds the exports of the shared filings to what is
// true of any.
func TestPropertiesOfRealFilings(t *testing.T) {
	var all []*ownership.Filing
	for _, file := range corpus(t) {
		all = append(all, open(t, file)...)
	}
	checkTables(t, all)
	checkLines(t, all)
}

// inMemory creates files in a map.
func inMemory(files map[string]*bytes.Buffer) export.Create {
	return func(name string) (io.WriteCloser, error) {
		files[name] = new(bytes.Buffer)
		return closer{files[name]}, nil
	}
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }
