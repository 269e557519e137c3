package export_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

func TestBundleOfTables(t *testing.T) {
	all := []*ownership.Filing{exercise(t), nothing(t)}
	for _, format := range []string{"sec", "csv"} {
		file, err := export.Bundle(format, slices.Values(all))
		if err != nil {
			t.Fatal(err)
		}
		if file.Name != "filings-"+format+".zip" || file.Type != "application/zip" {
			t.Errorf("got %s, %s", file.Name, file.Type)
		}
		z, err := zip.NewReader(bytes.NewReader(file.Data), int64(len(file.Data)))
		if err != nil {
			t.Fatal(err)
		}
		want, _ := write(t, format, all)
		for _, member := range z.File {
			r, err := member.Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if want[member.Name] == nil || !bytes.Equal(got, want[member.Name].Bytes()) {
				t.Errorf("%s in the zip is not %s alone", member.Name, member.Name)
			}
			delete(want, member.Name)
		}
		for name := range want {
			t.Errorf("%s is not in the zip", name)
		}
		again, err := export.Bundle(format, slices.Values(all))
		if err != nil || !bytes.Equal(file.Data, again.Data) {
			t.Errorf("the same filings give other bytes (%v)", err)
		}
	}
}

func TestBundleOfOneFileIsThatFile(t *testing.T) {
	all := []*ownership.Filing{exercise(t), nothing(t)}
	file, err := export.Bundle("json", slices.Values(all))
	if err != nil {
		t.Fatal(err)
	}
	want, _ := write(t, "json", all)
	if file.Name != "filings.jsonl" || file.Type != "application/x-ndjson" || !bytes.Equal(file.Data, want["filings.jsonl"].Bytes()) {
		t.Errorf("got %s, %s, %d bytes", file.Name, file.Type, len(file.Data))
	}
}
