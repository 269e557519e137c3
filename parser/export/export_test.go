package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

var update = flag.Bool("update", false, "write the golden files anew")

// write exports the filings in memory.
func write(t testing.TB, format string, filings []*ownership.Filing) (map[string]*bytes.Buffer, *export.Writer) {
	t.Helper()
	files := map[string]*bytes.Buffer{}
	w, err := export.NewWriter(format, inMemory(files))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range filings {
		if err := w.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return files, w
}

func TestGolden(t *testing.T) {
	filings := []*ownership.Filing{exercise(t), nothing(t), exercise(t)}
	for _, format := range export.Formats() {
		files, _ := write(t, format.Name, filings)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			golden := filepath.Join("testdata", format.Name, name)
			if *update {
				if err := errors.Join(os.MkdirAll(filepath.Dir(golden), 0o755), os.WriteFile(golden, files[name].Bytes(), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := files[name].Bytes(); !bytes.Equal(got, want) {
				t.Errorf("%s (-update writes it anew)\ngot:\n%s\nwant:\n%s", golden, got, want)
			}
		}
		golden, err := os.ReadDir(filepath.Join("testdata", format.Name))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range golden {
			if files[entry.Name()] == nil {
				t.Errorf("%s is not written any more", entry.Name())
			}
		}
	}
}

func TestColumnsAreTheSECs(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shared, "spec/sec-form345-columns.json"))
	if err != nil {
		t.Skipf("the SEC's columns are not beside the repository: %v", err)
	}
	var spec map[string]struct{ Columns []string }
	if err := json.Unmarshal(data, &spec); err != nil {
		t.Fatal(err)
	}
	files, _ := write(t, "sec", nil)
	for name, want := range spec {
		b, ok := files[name]
		if !ok {
			t.Errorf("%s is not written", name)
			continue
		}
		if got := strings.TrimSuffix(b.String(), "\n"); got != strings.Join(want.Columns, "\t") {
			t.Errorf("%s has the columns\n%s\nwant\n%s", name, got, strings.Join(want.Columns, "\t"))
		}
	}
	for name := range files {
		if _, ok := spec[name]; !ok {
			t.Errorf("%s is no table of the SEC's", name)
		}
	}
}

// cellsOf parses a table and checks that each row has as many cells as the
// header.
func cellsOf(t testing.TB, name string, data []byte) [][]string {
	t.Helper()
	var rows [][]string
	switch filepath.Ext(name) {
	case ".tsv":
		text, ok := strings.CutSuffix(string(data), "\n")
		if !ok {
			t.Fatalf("%s does not end in a line break", name)
		}
		for line := range strings.SplitSeq(text, "\n") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	case ".csv":
		if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) {
			t.Errorf("%s: not every line ends in CR LF", name)
		}
		var err error
		if rows, err = csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	default:
		t.Fatalf("%s is no table", name)
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			t.Fatalf("%s: row %d has %d cells, the header %d: %q", name, i, len(row), len(rows[0]), row)
		}
	}
	return rows
}

// rowsOf parses a table into its rows by column.
func rowsOf(t testing.TB, name string, data []byte) []map[string]string {
	t.Helper()
	cells := cellsOf(t, name, data)
	var rows []map[string]string
	for _, row := range cells[1:] {
		m := map[string]string{}
		for i, column := range cells[0] {
			m[column] = row[i]
		}
		rows = append(rows, m)
	}
	return rows
}

func TestFormatsAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range export.Formats() {
		if f.Name == "" || f.Title == "" || f.Type == "" || seen[f.Name] {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
		if g, err := export.FormatOf(f.Name); err != nil || g.Title != f.Title {
			t.Errorf("%s is %q (%v)", f.Name, g.Title, err)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	const want = `no such export format: "xml" (there are sec, csv, json)`
	_, err := export.NewWriter("xml", inMemory(map[string]*bytes.Buffer{}))
	if !errors.Is(err, export.ErrFormat) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestKey(t *testing.T) {
	for name, want := range map[string]string{
		"doc4.xml":                        "doc4",
		"a/b/0000320193-22-000061.txt":    "0000320193-22-000061",
		`C:\filings\doc4.xml`:             "doc4",
		"feed.zip/0001/form4.sgml.txt":    "form4.sgml",
		"noextension":                     "noextension",
		".hidden":                         ".hidden",
		"..xml":                           "..xml",
		"dir.d/name":                      "name",
		"tab\there.xml":                   "tab here",
		"ends-with-dot.":                  "ends-with-dot",
		"0001062993-24-020617__form4.xml": "0001062993-24-020617__form4",
	} {
		if got := export.Key(&ownership.Filing{Source: ownership.Source{Name: name}}); got != want {
			t.Errorf("%q has the key %q, want %q", name, got, want)
		}
	}
	f := &ownership.Filing{Source: ownership.Source{Name: "x.txt"}}
	f.Header.AccessionNumber = malformed[string]("0001234567-25-42")
	if got := export.Key(f); got != "0001234567-25-42" {
		t.Errorf("got %q", got)
	}
}

func TestRepeatedKeysStayApart(t *testing.T) {
	named := func(name string) *ownership.Filing {
		return &ownership.Filing{Source: ownership.Source{Name: name}, Footnotes: []ownership.Footnote{{ID: "F1"}}}
	}
	files, w := write(t, "sec", []*ownership.Filing{
		named("a/form4.xml"), named("b/form4.xml"), named("form4#2.xml"), named("c/form4.xml"), named("other.xml"),
	})
	want := []string{"form4", "form4#2", "form4#2#2", "form4#3", "other"}
	for _, table := range []string{"SUBMISSION.tsv", "FOOTNOTES.tsv"} {
		var keys []string
		for _, row := range rowsOf(t, table, files[table].Bytes()) {
			keys = append(keys, row["ACCESSION_NUMBER"])
		}
		if !slices.Equal(keys, want) {
			t.Errorf("%s has the keys %q, want %q", table, keys, want)
		}
	}
	repeats := []export.Repeat{{Name: "b/form4.xml", Key: "form4#2"}, {Name: "form4#2.xml", Key: "form4#2#2"}, {Name: "c/form4.xml", Key: "form4#3"}}
	if got := w.Repeats(); !slices.Equal(got, repeats) {
		t.Errorf("got %v, want %v", got, repeats)
	}
}

// failing is a file on a full disk: it takes so many bytes.
type failing struct {
	room   int
	closed *int
}

var errFull = errors.New("disk full")

func (f *failing) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func (f *failing) Close() error { *f.closed++; return nil }

func TestErrorsNameTheFile(t *testing.T) {
	for _, format := range export.Formats() {
		opened, closed := 0, 0
		w, err := export.NewWriter(format.Name, func(string) (io.WriteCloser, error) {
			opened++
			return &failing{100, &closed}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for range 100 { // more than a buffer
			if err = w.Write(exercise(t)); err != nil {
				break
			}
		}
		if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "0001234567-25-000042.txt") {
			t.Errorf("%s: Write says %v", format.Name, err)
		}
		if err := w.Close(); !errors.Is(err, errFull) {
			t.Errorf("%s: Close says %v", format.Name, err)
		}
		if opened != closed {
			t.Errorf("%s: %d files opened, %d closed", format.Name, opened, closed)
		}
	}
}

func TestCreateFails(t *testing.T) {
	for _, format := range export.Formats() {
		opened, closed := 0, 0
		_, err := export.NewWriter(format.Name, func(name string) (io.WriteCloser, error) {
			if opened == 2 || format.Name == "json" {
				return nil, fmt.Errorf("create %s: %w", name, errFull)
			}
			opened++
			return &failing{1000, &closed}, nil
		})
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format.Name, err)
		}
		if opened != closed {
			t.Errorf("%s: %d files opened, %d closed", format.Name, opened, closed)
		}
	}
}
