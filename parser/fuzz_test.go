package parser_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"filingview/parser/ownership"
)

// fuzzLimit is far above what any small input takes; only a hang reaches it.
const fuzzLimit = 20 * time.Second

// seed adds testdata and, where it is there, some of the corpus: small files, for
// a fuzzer changes few bytes at a time.
func seed(f *testing.F, add func(s sample)) {
	f.Helper()
	for _, folder := range []string{"xml", "submission", "html", "text", "mail", "wrong"} {
		for _, s := range cases(f, folder) {
			add(s)
		}
	}
	for _, folder := range []string{"xml", "submission"} {
		for i, s := range corpus(f, folder) {
			if i%10 == 0 && len(s.data) < 20_000 {
				add(s)
			}
		}
	}
}

// holds opens bytes of any kind and checks what is true of all of them.
func holds(t *testing.T, data []byte) []result {
	t.Helper()
	start := time.Now()
	have := open(t, "fuzz", data)
	if took := time.Since(start); took > fuzzLimit {
		t.Fatalf("%d bytes took %v", len(data), took)
	}
	for i, r := range have {
		if i == 20 {
			break
		}
		if r.err != nil {
			if r.err.Error() == "" {
				t.Fatal("an error without words")
			}
			continue
		}
		if err := checkFiling(r.filing); err != nil {
			t.Fatal(err)
		}
	}
	return have
}

// checkFiling checks what is true of every filing.
func checkFiling(f *ownership.Filing) error {
	for _, check := range []func(*ownership.Filing) error{checkSource, checkJSON, checkNotes} {
		if err := check(f); err != nil {
			return err
		}
	}
	return nil
}

// FuzzOpen opens any bytes.
func FuzzOpen(f *testing.F) {
	seed(f, func(s sample) { f.Add(s.data) })
	f.Fuzz(func(t *testing.T, data []byte) {
		first := holds(t, data)
		if err := sameButName(first, open(t, "unknown", data), "fuzz", "unknown"); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzXML puts any bytes inside a document, so that every one of them reaches the
// reader of XML, and checks that a document after them is not lost.
func FuzzXML(f *testing.F) {
	seed(f, func(s sample) {
		inside := s.data
		if _, rest, ok := bytes.Cut(inside, []byte("<ownershipDocument>")); ok {
			inside = rest
		}
		inside, _, _ = bytes.Cut(inside, []byte("</ownershipDocument>"))
		if len(inside) < 20_000 {
			f.Add(inside)
		}
	})
	whole, err := testdata.ReadFile("testdata/xml/form4-plain.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, inside []byte) {
		document := append([]byte("<ownershipDocument>"), inside...)
		document = append(document, "</ownershipDocument>"...)
		holds(t, document)

		// In one archive with a whole one, whatever it is, the whole one is read.
		have := open(t, "fuzz.tar", tarOf(t, member{"a.xml", document}, member{"b.xml", whole}))
		last := have[len(have)-1]
		if last.err != nil || last.filing.Source.Name != "fuzz.tar/b.xml" || len(last.filing.TableI) != 5 || tellsOfSource(last.filing) {
			t.Fatalf("the whole document after it gives %v", last.err)
		}
	})
}

// FuzzSubmission changes the header and the document of an envelope apart.
func FuzzSubmission(f *testing.F) {
	seed(f, func(s sample) {
		head, rest, ok := bytes.Cut(s.data, []byte("<DOCUMENT>"))
		if ok && len(s.data) < 20_000 {
			f.Add(head, rest)
		}
	})
	f.Fuzz(func(t *testing.T, head, document []byte) {
		data := append([]byte("<SEC-DOCUMENT>"), head...)
		data = append(data, "\n<DOCUMENT>\n"...)
		holds(t, append(data, document...))
	})
}

// FuzzHTML puts any bytes into a page, in front of a form and in its place.
func FuzzHTML(f *testing.F) {
	for _, s := range cases(f, "html") {
		f.Add(s.data)
	}
	form, err := testdata.ReadFile("testdata/html/name-says.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, data)
		holds(t, slices.Concat([]byte("<html><body>"), data))
		holds(t, slices.Concat(data, form))
	})
}

// FuzzText puts any bytes into a text, in front of a form and in its place.
func FuzzText(f *testing.F) {
	for _, s := range cases(f, "text") {
		f.Add(s.data)
	}
	form, err := testdata.ReadFile("testdata/text/ruled-by-columns.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, data)
		holds(t, slices.Concat(data, []byte("\n"), form))
		holds(t, slices.Concat(form, []byte("\n"), data))
	})
}

// FuzzArchive changes the bytes of an archive, and what is in a sound one.
func FuzzArchive(f *testing.F) {
	form, err := testdata.ReadFile("testdata/xml/form3-table-i-only.xml")
	if err != nil {
		f.Fatal(err)
	}
	m := member{"a/form3.xml", form}
	for _, archive := range [][]byte{zipOf(f, m), zipOf(f, m, m), tarOf(f, m), gzipOf(f, form), gzipOf(f, tarOf(f, m)), zipOf(f, member{"b.gz", gzipOf(f, form)})} {
		f.Add(archive)
	}
	seed(f, func(s sample) {
		if bytes.HasPrefix(s.data, []byte("PK")) || bytes.HasPrefix(s.data, []byte("\x1f\x8b")) {
			f.Add(s.data)
		}
	})
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, data)
		// As a member it must leave its neighbours alone.
		for _, archive := range [][]byte{zipOf(t, member{"1", data}, m), tarOf(t, member{"1", data}, m)} {
			have := holds(t, archive)
			if last := have[len(have)-1]; len(have) < 2 || last.err != nil || last.filing.Source.Name != "fuzz/a/form3.xml" {
				t.Fatalf("the member after it is lost: %d results, the last with %v", len(have), last.err)
			}
		}
	})
}
