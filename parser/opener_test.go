package parser_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"iter"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// TestPDFsAreReadElsewhere: every PDF goes to the hook and nothing else does, and
// what comes back is given on as it is.
func TestPDFsAreReadElsewhere(t *testing.T) {
	const form = `<ownershipDocument><documentType>4</documentType><remarks>as filed</remarks></ownershipDocument>`
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, m := range []struct{ name, data string }{
		{"a.pdf", "%PDF-1.7 one"}, {"b.xml", form}, {"c.txt", "junk before %PDF-1.4 two"}, {"d.pdf", form}, {"e.pdf", "%PDF-2.0 three"},
	} {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = w.Write([]byte(m.data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}

	elsewhere := &ownership.Filing{Source: ownership.Source{Name: "elsewhere"}}
	hook := func(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			switch {
			case strings.HasSuffix(string(data), "one"):
				_ = yield(elsewhere, nil) && yield(elsewhere, nil)
			case strings.HasSuffix(string(data), "two"):
				yield(nil, &parser.Error{Kind: parser.ErrBound, Reason: "It hung."})
			default:
				yield(nil, errors.New("It crashed."))
			}
		}
	}
	var got []string
	for f, err := range (parser.Opener{PDF: hook}).Open("all.zip", packed.Bytes()) {
		switch {
		case err != nil:
			got = append(got, err.Error())
			if !errors.Is(err, parser.ErrBound) && !errors.Is(err, parser.ErrDamaged) {
				t.Errorf("%v is of no kind", err)
			}
		case f == elsewhere:
			got = append(got, "elsewhere")
			if len(f.Findings) > 0 {
				t.Errorf("it is checked again: %v", f.Findings)
			}
		default:
			got = append(got, f.Source.Name)
		}
	}
	want := "elsewhere, elsewhere, all.zip/b.xml, all.zip/c.txt: It hung., all.zip/d.pdf, all.zip/e.pdf: It crashed."
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	// Whoever has seen enough is not called again.
	for range (parser.Opener{PDF: hook}).Open("all.zip", packed.Bytes()) {
		break
	}
}
