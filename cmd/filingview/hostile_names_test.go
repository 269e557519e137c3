package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestHostileNames: the names in an archive are text. They are shown, and lead
// nowhere: no file is read or written but those that were named to the tool, and a
// link is not followed.
func TestHostileNames(t *testing.T) {
	form, err := os.ReadFile(filepath.Join(testdata, "xml/form4-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	secret := filepath.Join(folder, "secret.xml")
	if err := os.WriteFile(secret, bytes.ReplaceAll(form, []byte("<issuerName>"), []byte("<issuerName>SECRET ")), 0o600); err != nil {
		t.Fatal(err)
	}
	names := []string{
		"../../../../etc/passwd", "../secret.xml", "/etc/passwd", secret, `..\..\secret.xml`, `C:\Windows\win.ini`, `\\host.invalid\share`, "//host.invalid/a.xml",
		"a/./b/../../..//c.xml", "CON", "a.xml:stream", "line\nfilingview: forged.xml", "\x1b[2J.xml", "\u202elmx.exe", "javascript:alert(1).xml",
		"<script>.xml", "$(touch made).xml", "-o", "*", strings.Repeat("long/", 3000) + "a.xml", "\xff\xfe.xml", "a\x00b.xml",
	}
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(form)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var tarred bytes.Buffer
	w := tar.NewWriter(&tarred)
	for _, h := range []tar.Header{
		{Typeflag: tar.TypeSymlink, Name: "link.xml", Linkname: secret}, {Typeflag: tar.TypeLink, Name: "hard.xml", Linkname: "../secret.xml"},
		{Typeflag: tar.TypeChar, Name: "null", Devmajor: 1, Devminor: 3}, {Typeflag: tar.TypeFifo, Name: "pipe.xml"},
		{Typeflag: tar.TypeReg, Name: "../../outside.xml", Size: int64(len(form)), Mode: 0o777},
	} {
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			if _, err := w.Write(form); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for file, data := range map[string][]byte{"names.zip": zipped.Bytes(), "links.tar": tarred.Bytes()} {
		if err := os.WriteFile(filepath.Join(folder, file), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := in(t, folder)
	t.Chdir(folder)
	for file, want := range map[string]int{"names.zip": len(names), "links.tar": 1} {
		code, out, complaint := tool(t.Context(), nil, "parse", file)
		read := 0
		for line := range strings.Lines(out) {
			var f struct {
				Source struct{ Name string }
				Issuer struct{ Name struct{ V string } }
			}
			if err := json.Unmarshal([]byte(line), &f); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(f.Source.Name, file+"/") || strings.Contains(line, "SECRET") {
				t.Errorf("%s: %.200s", file, line)
			}
			read++
		}
		if code > failed || read != want {
			t.Errorf("%s: exit code %d, %d filings of %d\n%.2000s", file, code, read, want, complaint)
		}
		// Nor can a name move the cursor or begin a line of its own.
		if strings.ContainsAny(complaint, "\x1b\x00") || strings.Contains(complaint, "\nfilingview: forged") {
			t.Errorf("%s: it is told %q", file, complaint)
		}
		dir := filepath.Join(folder, "out-"+file)
		if code, _, complaint := tool(t.Context(), nil, "export", "-format", "csv", "-o", dir, file); code > failed || len(in(t, dir)) != len(tables) {
			t.Errorf("%s: exit code %d, %q in the folder\n%.2000s", file, code, in(t, dir), complaint)
		}
		before = append(before, "out-"+file)
	}
	slices.Sort(before)
	if after := in(t, folder); !slices.Equal(after, before) {
		t.Errorf("the folder held\n%q\nand holds\n%q", before, after)
	}
}
