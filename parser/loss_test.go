package parser_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"filingview/parser/ownership"
	"filingview/parser/pdftest"
)

// TestLossIsSaid: files that lost a part are refused, or something says that it is lost.
// The first of each kind stands beside the checkout; the others look different.
func TestLossIsSaid(t *testing.T) {
	page := testCase(t, "html/form4-without-classes.html").data
	classes := testCase(t, "html/form4-classes.html").data
	tabs := testCase(t, "text/tabs.txt").data
	bars := testCase(t, "text/ruled-by-bars-boxes.txt").data
	pdf := pdftest.Form(true)
	files := []sample{
		// Cut inside a number of a line.
		{"page cut in a number", cutAfter(t, page, "Common Stock", `\d,\d`)},
		{"page with classes cut in a number", cutAfter(t, classes, "Common Stock", `\d,\d`)},
		{"tabs cut in a number", cutAfter(t, tabs, "Common Stock", `\d,\d`)},
		// A heading is lost with its line.
		{"page without a heading", without(t, page, `(?s)<td[^>]*><font size="2">2\. Transaction.*?</td>`)},
		{"page with classes without a heading", without(t, classes, `(?s)<th[^>]*>2\. Transaction Date.*?</th>`)},
		{"tabs without the heads of Table I", without(t, tabs, `1\.Title of Security.*\n`)},
		{"bars without the first line of heads", without(t, bars, `\|1\. Title of Security.*\n`)},
		// A piece with lines is lost.
		{"page without a piece", without(t, page, `(?s)\(Country\).*?Deemed`)},
		{"tabs without a piece", without(t, tabs, `(?s)Zip\).*?Deemed`)},
		// The content of a page is packed in a way that is not known.
		{"Crypt", without(t, pdf, `/FlateDecode`, "/Crypt")},
		{"Crypt first", without(t, pdf, `/Filter\s*/FlateDecode`, "/Filter[/Crypt/FlateDecode]")},
		{"an unknown filter", without(t, pdf, `/FlateDecode`, "/Squash")},
		{"no filter", without(t, pdf, `/Filter\s*/FlateDecode`)},
	}
	for _, name := range []string{"cut-number.html", "LOSS-*"} {
		files = append(files, shared(t, "faults/safety/"+name)...)
	}
	for _, s := range files {
		for _, r := range open(t, s.name, s.data) {
			if r.err == nil && !tellsOfSource(r.filing) {
				t.Errorf("%s: a filing of %d and %d lines, and nothing says that a part is lost", s.name, len(r.filing.TableI), len(r.filing.TableII))
			}
		}
	}
}

// TestNothingIsLost: what looks like such a loss and is none is not told of.
func TestNothingIsLost(t *testing.T) {
	page := testCase(t, "html/form4-without-classes.html").data
	tabs := testCase(t, "text/tabs.txt").data
	for _, s := range []sample{
		{"page without a line end", bytes.TrimSpace(page)},
		{"page without optional tags", without(t, page, `</t[dr]>`)},
		{"text without a line end", bytes.TrimSpace(tabs)},
		{"text without closing words", without(t, tabs, `Note: File three.*\n?`)},
		{"unsigned text", without(t, tabs, `/s/ Hester B\. Quill\t[\d/]+`, "\t")},
	} {
		for _, r := range open(t, s.name, s.data) {
			switch {
			case r.err != nil:
				t.Errorf("%s: %v", s.name, r.err)
			case tellsOfSource(r.filing):
				t.Errorf("%s: %v", s.name, r.filing.Findings)
			case strings.HasPrefix(s.name, "unsigned") != found(r.filing, ownership.RuleSignatureMissing, "documentType"):
				t.Errorf("%s: signature-missing is wrong", s.name)
			}
		}
	}
}

// cutAfter cuts data in the first match of a pattern after a word.
func cutAfter(t *testing.T, data []byte, word, pattern string) []byte {
	t.Helper()
	from := bytes.Index(data, []byte(word))
	at := regexp.MustCompile(pattern).FindIndex(data[max(0, from):])
	if from < 0 || at == nil {
		t.Fatalf("no %s after %s", pattern, word)
	}
	return data[:from+at[0]+1]
}

// without leaves out, or replaces, what a pattern matches.
func without(t *testing.T, data []byte, pattern string, with ...string) []byte {
	t.Helper()
	out := regexp.MustCompile(pattern).ReplaceAllLiteral(data, []byte(strings.Join(with, "")))
	if bytes.Equal(out, data) {
		t.Fatalf("nothing matches %s", pattern)
	}
	return out
}
