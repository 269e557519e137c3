package parser_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// member is a file in an archive.
type member struct {
	name string
	data []byte
}

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(m.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.data)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(m.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// submissionOf puts a document into the plainest envelope that EDGAR writes.
func submissionOf(data []byte) []byte {
	const head = "<SEC-DOCUMENT>0009955501-24-000012.txt : 20240307\n<SEC-HEADER>0009955501-24-000012.hdr.sgml : 20240307\n" +
		"<ACCEPTANCE-DATETIME>20240307183057\nACCESSION NUMBER:\t\t0009955501-24-000012\nCONFORMED SUBMISSION TYPE:\t4\nFILED AS OF DATE:\t\t20240307\n</SEC-HEADER>\n" +
		"<DOCUMENT>\n<TYPE>4\n<SEQUENCE>1\n<FILENAME>form4.xml\n<TEXT>\n<XML>\n"
	return []byte(head + string(data) + "\n</XML>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n")
}

// TestWrapped: however often a filing is wrapped, it is the same filing but for
// the places, the name and what the envelope adds.
func TestWrapped(t *testing.T) {
	all := cases(t, "xml")
	for i, s := range corpus(t, "xml") {
		if i%8 == 0 { // every one of them would take longer than the rest of the suite
			all = append(all, s)
		}
	}
	for _, s := range all {
		want := open(t, s.name, s.data)
		if len(want) != 1 || want[0].err != nil {
			continue // told elsewhere; here it is about what is read
		}
		if _, ok := decodedUTF16(s.data); ok {
			continue // an envelope of other bytes would not be one
		}
		m := member{"2024/form.xml", s.data}
		for _, w := range []struct {
			how    string
			data   []byte
			places bool // the member's bytes are the file's, so the places are too
		}{
			{"gzip", gzipOf(t, s.data), true},
			{"zip", zipOf(t, m), true},
			{"tar", tarOf(t, m), true},
			{"tar.gz", gzipOf(t, tarOf(t, m)), true},
			{"gzip in zip", zipOf(t, member{"form.xml.gz", gzipOf(t, s.data)}), true},
			{"zip in gzip", gzipOf(t, zipOf(t, m)), true},
			{"submission", submissionOf(s.data), false},
			{"submission in zip", zipOf(t, member{"0009955501-24-000012.txt", submissionOf(s.data)}), false},
		} {
			have := open(t, s.name, w.data)
			if len(have) != 1 || have[0].err != nil {
				t.Errorf("%s in %s: %d results, error %v", s.name, w.how, len(have), have[0].err)
				continue
			}
			if err := sameFiling(want[0].filing, have[0].filing, w.places); err != nil {
				t.Errorf("%s in %s: %v", s.name, w.how, err)
			}
			if err := checkSource(have[0].filing); err != nil {
				t.Errorf("%s in %s: %v", s.name, w.how, err)
			}
		}
	}
}

// sameFiling compares filings from different wrappings.
func sameFiling(a, b *ownership.Filing, places bool) error {
	f, g := bare(a, places), bare(b, places)
	if !reflect.DeepEqual(f, g) {
		return fmt.Errorf("is another filing:\n%s", diff(string(render([]result{{filing: f}})), string(render([]result{{filing: g}}))))
	}
	return nil
}

// bare returns a filing without what wrapping may change.
func bare(f *ownership.Filing, places bool) *ownership.Filing {
	g := clone(f)
	g.Header = ownership.Header{}
	g.Source = ownership.Source{Format: f.Source.Format, Charset: f.Source.Charset}
	if places {
		return g
	}
	for c := range g.Cells() {
		c.At = nil
	}
	for _, table := range [][]ownership.Row{g.TableI, g.TableII} {
		for i := range table {
			table[i].At = ownership.Span{}
		}
	}
	// What the envelope is held against comes with the envelope; text before the
	// document is no longer beside it.
	var kept []ownership.Finding
	for _, x := range g.Findings {
		ofHeader := func(s string) bool { return strings.HasPrefix(s, "header.") }
		if !slices.ContainsFunc(x.Paths, ofHeader) && !slices.ContainsFunc(x.Evidence, ofHeader) && x.Rule != ownership.RuleXMLStrayText {
			x.At = nil
			kept = append(kept, x)
		}
	}
	g.Findings = kept
	return g
}

// clone copies what bare changes.
func clone(f *ownership.Filing) *ownership.Filing {
	g := *f
	g.Owners = append([]ownership.Owner(nil), f.Owners...)
	g.TableI = append([]ownership.Row(nil), f.TableI...)
	g.TableII = append([]ownership.Row(nil), f.TableII...)
	g.Footnotes = append([]ownership.Footnote(nil), f.Footnotes...)
	g.Signatures = append([]ownership.Signature(nil), f.Signatures...)
	g.Findings = append([]ownership.Finding(nil), f.Findings...)
	return &g
}

// TestOneBadMember: a member that fails never loses those before and after it,
// and all come in the archive's order.
func TestOneBadMember(t *testing.T) {
	good := testCase(t, "xml/form4-plain.xml").data
	members := []member{
		{"01-good.xml", good},
		{"02-empty.xml", nil},
		{"03-good.xml.gz", gzipOf(t, good)},
		{"04-cut.xml", good[:len(good)/2]},
		{"05-good.txt", submissionOf(good)},
		{"06-picture.png", testCase(t, "wrong/picture.png").data},
		{"07-good.xml", good},
		{"08-nested.zip", zipOf(t, member{"form4.xml", good})},
		{"09-good.xml", good},
		{"10-cut.gz", gzipOf(t, good)[:200]},
		{"11-good.xml", good},
	}
	for how, data := range map[string][]byte{"zip": zipOf(t, members...), "tar": tarOf(t, members...), "tar.gz": gzipOf(t, tarOf(t, members...))} {
		have := open(t, "batch", data)
		if len(have) != len(members) {
			t.Errorf("%s: %d results for %d members", how, len(have), len(members))
			continue
		}
		for i, r := range have {
			m := members[i]
			if r.err != nil {
				if strings.Contains(m.name, "good") {
					t.Errorf("%s: %s failed: %v", how, m.name, r.err)
				}
				if !strings.Contains(r.err.Error(), m.name) {
					t.Errorf("%s: the error of %s does not name it: %v", how, m.name, r.err)
				}
				continue
			}
			if want := "batch/" + m.name; r.filing.Source.Name != want {
				t.Errorf("%s: %s is named %q, want %q", how, m.name, r.filing.Source.Name, want)
			}
			if !strings.Contains(m.name, "good") {
				t.Errorf("%s: %s was read as a filing", how, m.name)
			}
		}
	}
}
