package dataset

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// TestBounds: what an archive has more than is read is said, with how much that is.
func TestBounds(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for k := range kinds {
		tbl := table{kind: kind(k)}
		text := "ACCESSION_NUMBER\t" + strings.Join(tbl.wanted(), "\t") + "\n"
		for n := range 3 {
			if kind(k) == submission {
				text += strings.Repeat(string(rune('1'+n)), 5) + strings.Repeat("\t", len(tbl.wanted())) + "\n"
			}
		}
		w, err := z.Create(names[k] + ".tsv")
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	s, refused := open("a.zip", r.File, &budget{bytes: maxTables, filings: 1})
	if refused != nil {
		t.Fatal(refused)
	}
	n, last := 0, ""
	for f, err := range s.filings(&budget{filings: 1}) {
		if f != nil {
			n++
		} else {
			last = err.Error()
		}
	}
	if n != 1 || !strings.Contains(last, "2 of its 3 are not read") {
		t.Errorf("%d filings, and it is said %q", n, last)
	}
	if _, err := open("a.zip", r.File, &budget{bytes: 1000}); err == nil || !strings.Contains(err.Error(), "the tables of the archive have more than 512.0 MB together") {
		t.Errorf("beyond the bound of bytes it is said %v", err)
	}
}
