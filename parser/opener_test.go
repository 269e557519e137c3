package parser_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
	"filingview/parser/pdftest"
)

// TestRemotePDFs: every PDF goes to the remote reader and nothing else does, and
// what comes back is given on as it is.
func TestRemotePDFs(t *testing.T) {
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

	other := &ownership.Filing{Source: ownership.Source{Name: "other"}}
	far := func(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			switch {
			case strings.HasSuffix(string(data), "one"):
				_ = yield(other, nil) && yield(other, nil)
			case strings.HasSuffix(string(data), "two"):
				yield(nil, &parser.Error{Kind: parser.ErrBound, Reason: "It hung."})
			default:
				yield(nil, errors.New("It crashed."))
			}
		}
	}
	opener := parser.Opener{Formats: []parser.Format{parser.XML(), parser.Remote("pdf", parser.IsPDF, far)}}
	var got []string
	for f, err := range opener.Open("all.zip", packed.Bytes()) {
		switch {
		case err != nil:
			got = append(got, err.Error())
			if !errors.Is(err, parser.ErrBound) && !errors.Is(err, parser.ErrDamaged) {
				t.Errorf("%v is of no kind", err)
			}
		case f == other:
			got = append(got, "other")
			if len(f.Findings) > 0 {
				t.Errorf("it is checked again: %v", f.Findings)
			}
		default:
			got = append(got, f.Source.Name)
		}
	}
	want := "other, other, all.zip/b.xml, all.zip/c.txt: It hung., all.zip/d.pdf, all.zip/e.pdf: It crashed."
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	// Whoever has seen enough is not called again.
	for range opener.Open("all.zip", packed.Bytes()) {
		break
	}
}

// remote returns the formats of a program that reads ownership XML alone and has the
// rest read by what read gives for the format.
func remote(read func(format string) parser.Reader) parser.Opener {
	at := func(format string, match func(*parser.Document) bool) parser.Format {
		return parser.Remote(format, match, func(name string, data []byte) iter.Seq2[*ownership.Filing, error] { return read(format)(name, data) })
	}
	any := func(*parser.Document) bool { return true }
	return parser.Opener{Formats: []parser.Format{
		at("pdf", parser.IsPDF), at("text", func(d *parser.Document) bool { return !parser.IsMarkup(d) }),
		parser.Submission(at("edgar-submission", any)), parser.XML(), at("html", any),
	}}
}

// TestRemoteReadsTheSame: what a document gives does not depend on who reads it, and
// no ownership XML is read remotely.
func TestRemoteReadsTheSame(t *testing.T) {
	var all []sample
	for _, folder := range []string{"xml", "submission", "html", "text", "mail", "wrong"} {
		all = append(all, cases(t, folder)...)
	}
	// Two envelopes in one file: the form of the first is XML, that of the other text.
	mixed := slices.Concat(testCase(t, "submission/form4-plain.txt").data, []byte("\n<SEC-DOCUMENT>old.txt\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n"),
		testCase(t, "text/markdown.txt").data, []byte("\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"))
	all = append(all, sample{"mixed.txt", mixed}, sample{"form.pdf", pdftest.Form(true)})
	if got := writtenDown(parser.Open("mixed.txt", mixed)); strings.Count(got, "documentType") != 2 {
		t.Fatalf("the file of two submissions gives\n%s", got)
	}
	asked := map[string]int{}
	for _, s := range all {
		read := func(format string) parser.Reader {
			asked[format]++
			return parser.Open
		}
		want, got := writtenDown(parser.Open(s.name, s.data)), writtenDown(remote(read).Open(s.name, s.data))
		if want != got {
			t.Errorf("%s: remotely it reads\n%s\nhere\n%s", s.name, got, want)
		}
	}
	for _, format := range []string{"pdf", "html", "text", "edgar-submission"} {
		if asked[format] == 0 {
			t.Errorf("no %s was read remotely", format)
		}
	}
	read := func(format string) parser.Reader {
		t.Errorf("%s is ownership XML and was read remotely as %s", "form4-plain.xml", format)
		return parser.Open
	}
	writtenDown(remote(read).Open("form4-plain.xml", testCase(t, "xml/form4-plain.xml").data))
}

// writtenDown writes down all that a file gives.
func writtenDown(entries iter.Seq2[*ownership.Filing, error]) string {
	var b strings.Builder
	for f, err := range entries {
		code, failure := json.Marshal(f)
		fmt.Fprintf(&b, "%s %v %v\n", code, err, failure)
	}
	return b.String()
}

// TestFormats: an opener reads what its formats match and refuses the rest; without any
// it reads ownership XML, bare and in a submission.
func TestFormats(t *testing.T) {
	files := []string{"xml/form4-plain.xml", "submission/form4-plain.txt", "html/form4-classes.html", "text/tabs.txt"}
	for _, c := range []struct {
		name    string
		formats []parser.Format
		read    []bool
	}{
		{"all", parser.Formats(), []bool{true, true, true, true}},
		{"nil", nil, []bool{true, true, false, false}},
		{"pages", []parser.Format{parser.HTML()}, []bool{false, false, true, false}},
		{"text", []parser.Format{parser.Text()}, []bool{false, false, false, true}},
		{"none", []parser.Format{}, []bool{false, false, false, false}},
	} {
		for i, name := range files {
			n := 0
			for f, err := range (parser.Opener{Formats: c.formats}).Open(name, testCase(t, name).data) {
				n++
				var e *parser.Error
				if (f != nil) != c.read[i] || f == nil && (!errors.As(err, &e) || e.File != name || e.Reason == "") {
					t.Errorf("%s: %s gives %v, %v", c.name, name, f != nil, err)
				}
			}
			if n != 1 {
				t.Errorf("%s: %s gives %d entries", c.name, name, n)
			}
		}
	}
}
