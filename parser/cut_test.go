package parser_test

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// TestCutAnywhere cuts files at many places. Each must give a sentence or what
// was whole before the cut, never a panic and never nothing.
func TestCutAnywhere(t *testing.T) {
	form := testCase(t, "xml/form4-plain.xml").data
	for _, s := range []sample{
		testCase(t, "xml/form4-plain.xml"), testCase(t, "submission/owners-two-with-exhibits.txt"), testCase(t, "submission/pds-one-line.nc"),
		{"filings.zip", zipOf(t, member{"a.xml", form}, member{"b.xml", form})},
		{"filings.tar.gz", gzipOf(t, tarOf(t, member{"a.xml", form}, member{"b.xml", form}))},
	} {
		whole := len(filings(t, s))
		for at := 0; at < len(s.data); at += 1 + len(s.data)/400 {
			have := open(t, s.name, s.data[:at])
			n := 0
			for _, r := range have {
				if r.filing == nil {
					continue
				}
				n++
				if err := checkSource(r.filing); err != nil {
					t.Errorf("%s cut at %d: %v", s.name, at, err)
				}
			}
			if n > whole {
				t.Errorf("%s cut at %d gives %d filings, whole it gives %d", s.name, at, n, whole)
			}
		}
	}
}

// TestCutDocumentIsTold: of a document that is cut off nobody must think that it
// is whole, wherever the cut is.
func TestCutDocumentIsTold(t *testing.T) {
	s := testCase(t, "xml/form4-plain.xml")
	text := strings.TrimSpace(string(s.data))
	for at := 1; at < len(text); at++ {
		for _, r := range open(t, s.name, []byte(text[:at])) {
			if r.err == nil && !tellsOfSource(r.filing) {
				t.Fatalf("cut at byte %d of %d (…%q): a filing without a finding about it", at, len(text), text[max(0, at-20):at])
			}
		}
	}
}

// tellsOfSource reports whether a finding is about how the file is written, not
// about what the filing says.
func tellsOfSource(f *ownership.Filing) bool {
	return slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool {
		return x.Rule.Scope() == "source"
	})
}

// TestStop: a caller that has enough is not called again.
func TestStop(t *testing.T) {
	good := testCase(t, "xml/form4-plain.xml").data
	bad := testCase(t, "wrong/picture.png").data
	for how, data := range map[string][]byte{
		"zip":         zipOf(t, member{"1.xml", good}, member{"2.png", bad}, member{"3.xml", good}),
		"bad first":   zipOf(t, member{"1.png", bad}, member{"2.xml", good}),
		"tar.gz":      gzipOf(t, tarOf(t, member{"1.xml", good}, member{"2.xml", good})),
		"xml":         append(append([]byte(nil), good...), good...),
		"submissions": append(submissionOf(good), submissionOf(good)...),
	} {
		n := 0
		for range parser.Open(how, data) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: the loop ran %d times", how, n)
		}
	}
}

// TestOpenTwice: what Open returns can be ranged over again.
func TestOpenTwice(t *testing.T) {
	s := testCase(t, "wrong/zip-mixed.zip")
	seq := parser.Open(s.name, s.data)
	var runs [2][]string
	for i := range runs {
		for f, err := range seq {
			if err != nil {
				runs[i] = append(runs[i], err.Error())
			} else {
				runs[i] = append(runs[i], f.Source.Name)
			}
		}
	}
	if !reflect.DeepEqual(runs[0], runs[1]) {
		t.Errorf("the second run gives %q, the first %q", runs[1], runs[0])
	}
}

// TestInputIsKept: Open reads its input and leaves it as it is.
func TestInputIsKept(t *testing.T) {
	for _, s := range append(cases(t, "xml"), cases(t, "submission")...) {
		before := bytes.Clone(s.data)
		open(t, s.name, s.data)
		if !bytes.Equal(before, s.data) {
			t.Errorf("%s: the bytes given were changed", s.name)
		}
	}
}

// TestKindsOfErrors: what a program asks of an error.
func TestKindsOfErrors(t *testing.T) {
	for name, kind := range map[string]error{
		"picture.png": parser.ErrFormat, "binary-junk.bin": parser.ErrFormat, "empty.xml": parser.ErrFormat, "zip-nested.zip": parser.ErrFormat,
		"form-144.xml": parser.ErrForm, "submission-10-k.txt": parser.ErrForm, "html-error-page.html": parser.ErrForm,
		"xml-another-root.xml": parser.ErrForm, "json.json": parser.ErrForm, "paper-stub.paper": parser.ErrForm,
		"truncated-in-row.xml": parser.ErrDamaged, "truncated-submission.txt": parser.ErrDamaged, "gzip-truncated.gz": parser.ErrDamaged,
		"zip-truncated.zip": parser.ErrDamaged, "dtd-billion-laughs.xml": parser.ErrDamaged,
	} {
		s := testCase(t, "wrong/"+name)
		have := open(t, s.name, s.data)
		if len(have) != 1 || !errors.Is(have[0].err, kind) {
			t.Errorf("%s: %d results, error %v; want one of the kind %q", name, len(have), have[0].err, kind)
			continue
		}
		var e *parser.Error
		if !errors.As(have[0].err, &e) || !strings.HasPrefix(e.File, s.name) || e.Reason == "" || e.Advice == "" {
			t.Errorf("%s: the error %#v lacks a file, a reason or an advice", name, have[0].err)
		}
	}
}

// TestSentences holds every sentence about a wrong file to a form: it names the
// file, stands on one line, ends with a full stop and shows no insides.
func TestSentences(t *testing.T) {
	for _, s := range cases(t, "wrong") {
		for _, r := range open(t, s.name, s.data) {
			if r.err == nil {
				continue
			}
			text := r.err.Error()
			if !strings.HasPrefix(text, s.name) || !strings.HasSuffix(text, ".") || len(text) > 500 {
				t.Errorf("%s: %q; want the file's name, then sentences", s.name, text)
			}
			for _, bad := range []string{"\n", "\r", "\t", "%!", "<nil>", "unexpected EOF", "0x", "..", "  "} {
				if strings.Contains(text, bad) {
					t.Errorf("%s: %q holds %q", s.name, text, bad)
				}
			}
		}
	}
}

// TestSubmissionsCut cuts submissions in their headers, in the form, between documents and in
// exhibits: each says that it is cut, or gives an error.
func TestSubmissionsCut(t *testing.T) {
	const places = 300
	var whole []sample
	for _, s := range cases(t, "submission") {
		if i := strings.LastIndex(string(s.data), "</SEC-DOCUMENT>"); i >= 0 {
			s.data = s.data[:i+len("</SEC-DOCUMENT>")]
			whole = append(whole, s)
		}
	}
	if len(whole) < 5 {
		t.Fatalf("%d submissions with an end", len(whole))
	}
	cuts := 0
	for _, s := range whole {
		for i := range places/len(whole) + 1 {
			at := 1 + (len(s.data)-1)*i/(places/len(whole)+1)
			said := false
			for _, r := range open(t, s.name, s.data[:at]) {
				said = said || r.err != nil || slices.ContainsFunc(r.filing.Findings, func(f ownership.Finding) bool { return f.Rule == ownership.RuleSubmissionCut })
			}
			if cuts++; !said {
				t.Errorf("%s cut at %d of %d: not a word", s.name, at, len(s.data))
			}
		}
	}
	if cuts < places {
		t.Errorf("only %d cuts", cuts)
	}
}
