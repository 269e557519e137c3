package dataset_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

// tables is a data set: the texts of its tables by their names.
type tables map[string]string

// order is that of the SEC's archives.
var order = [...]string{"SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES", "OWNER_SIGNATURE"}

// member is a file of a ZIP.
type member struct{ name, data string }

// zipped packs files.
func zipped(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = io.WriteString(w, m.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// members are the tables as files.
func (s tables) members() (all []member) {
	for _, name := range order {
		if text, ok := s[name]; ok {
			all = append(all, member{name + ".tsv", text})
		}
	}
	return all
}

// with returns the set with one table changed.
func (s tables) with(name string, change func(string) string) tables {
	other := tables{}
	for k, v := range s {
		other[k] = v
	}
	other[name] = change(s[name])
	return other
}

type kept struct{ bytes.Buffer }

func (*kept) Close() error { return nil }

// exported writes filings as the SEC's tables.
func exported(t testing.TB, filings []*ownership.Filing) tables {
	t.Helper()
	files := map[string]*kept{}
	w, err := export.NewWriter("sec", func(name string) (io.WriteCloser, error) {
		files[name] = new(kept)
		return files[name], nil
	})
	for _, f := range filings {
		if err == nil {
			err = w.Write(f)
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	all := tables{}
	for _, name := range order {
		all[name] = files[name+".tsv"].String()
	}
	return all
}
