package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var tables = []string{"DERIV_HOLDING", "DERIV_TRANS", "FOOTNOTES", "NONDERIV_HOLDING", "NONDERIV_TRANS", "OWNER_SIGNATURE", "REPORTINGOWNER", "SUBMISSION"}

// in lists a folder.
func in(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestExportWritesTheFilesOfTheFormat(t *testing.T) {
	form := filepath.Join(testdata, "xml/form4-plain.xml")
	submission := filepath.Join(testdata, "submission/form4-plain.txt")
	for format, want := range map[string][]string{"sec": nil, "csv": nil, "json": {"filings.jsonl"}} {
		for _, table := range tables {
			switch format {
			case "sec":
				want = append(want, table+".tsv")
			case "csv":
				want = append(want, table+".csv")
			}
		}
		dir := filepath.Join(t.TempDir(), "deep", format)
		// Flags may stand after the files too.
		code, out, err := tool(t.Context(), nil, "export", "-format", format, form, "-o", dir, submission)
		expect(t, code, done, out, fmt.Sprintf("2 filings written to %s: ", dir), err, "")
		if got := in(t, dir); !slices.Equal(got, want) {
			t.Errorf("%s: the folder holds %v, want %v", format, got, want)
		}
	}
}

func TestExportTellsOfRepeatedKeys(t *testing.T) {
	form, err := os.ReadFile(filepath.Join(testdata, "xml/form4-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i := range 15 {
		w, err := z.Create(fmt.Sprintf("%02d/form4.xml", i))
		if err != nil {
			t.Fatal(err)
		}
		w.Write(form)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	code, out, errs := tool(t.Context(), &packed, "export", "-format", "sec", "-o", dir, "-")
	expect(t, code, done, out, "15 filings", errs, "filingview: stdin/01/form4.xml: An earlier filing has the same key, so this one's ACCESSION_NUMBER is form4#2.\n")
	if !strings.HasSuffix(errs, "and 4 more filings with a # in their ACCESSION_NUMBER.\n") || strings.Count(errs, "\n") != 11 {
		t.Errorf("stderr is\n%s", errs)
	}
	table, err := os.ReadFile(filepath.Join(dir, "SUBMISSION.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if rows := strings.Count(string(table), "\n") - 1; rows != 15 {
		t.Errorf("%d submissions, want 15", rows)
	}
}

func TestExportOfSomeBadFiles(t *testing.T) {
	dir := t.TempDir()
	code, out, err := tool(t.Context(), nil, "export", "-format", "json", "-o", dir, "missing.xml", filepath.Join(testdata, "xml/form4-plain.xml"))
	expect(t, code, failed, out, "1 filings written", err, "filingview: missing.xml: There is no such file.\n")
	if got := in(t, dir); !slices.Equal(got, []string{"filings.jsonl"}) {
		t.Errorf("the folder holds %v", got)
	}
}

func TestExportOfNothingTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	earlier := filepath.Join(dir, "SUBMISSION.tsv")
	if err := os.WriteFile(earlier, []byte("an earlier export"), 0o644); err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, c := range []struct {
		ctx  context.Context
		file string
		want string
	}{
		{t.Context(), "missing.xml", "filingview export: No filing was read, so nothing is written.\n"},
		{stopped, filepath.Join(testdata, "xml/form4-plain.xml"), "stopped before the end"},
	} {
		code, out, err := tool(c.ctx, nil, "export", "-format", "sec", "-o", dir, c.file)
		expect(t, code, failed, out, "", err, c.want)
		if got := in(t, dir); !slices.Equal(got, []string{"SUBMISSION.tsv"}) {
			t.Errorf("%s: the folder holds %v", c.file, got)
		}
		if data, err := os.ReadFile(earlier); err != nil || string(data) != "an earlier export" {
			t.Errorf("%s: the earlier export is %q (%v)", c.file, data, err)
		}
	}
}

func TestExportReplacesAnEarlierOne(t *testing.T) {
	dir := t.TempDir()
	for _, form := range []string{"form3-plain.xml", "form4-plain.xml"} {
		code, out, err := tool(t.Context(), nil, "export", "-format", "sec", "-o", dir, filepath.Join(testdata, "xml", form))
		expect(t, code, done, out, "1 filings", err, "")
	}
	data, err := os.ReadFile(filepath.Join(dir, "SUBMISSION.tsv"))
	if err != nil || !strings.Contains(string(data), "form4-plain\t") || strings.Contains(string(data), "form3-plain\t") {
		t.Errorf("got %s (%v)", data, err)
	}
}

func TestExportCannotWrite(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	form := filepath.Join(testdata, "xml/form4-plain.xml")
	code, out, err := tool(t.Context(), nil, "export", "-format", "sec", "-o", file, form)
	expect(t, code, failed, out, "", err, "filingview export: mkdir "+file)

	// A folder is where a table is to go.
	if err := os.MkdirAll(filepath.Join(dir, "NONDERIV_TRANS.tsv", "inside"), 0o755); err != nil {
		t.Fatal(err)
	}
	code, out, err = tool(t.Context(), nil, "export", "-format", "sec", "-o", dir, form)
	expect(t, code, failed, out, "", err, "NONDERIV_TRANS.tsv")
	for _, name := range in(t, dir) {
		if strings.HasPrefix(name, ".") {
			t.Errorf("%s is left behind", name)
		}
	}
}
