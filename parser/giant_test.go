package parser_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"filingview/parser"
)

// TestGiants opens files that are far larger than any filing: each ends in a sentence
// or in a table, none in silence.
func TestGiants(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("builds files of a hundred megabytes")
	}
	const million = 1_000_000
	form := string(testCase(t, "xml/form4-plain.xml").data)
	page := string(testCase(t, "html/form4-classes.html").data)
	text := string(testCase(t, "text/ruled-by-bars-boxes.txt").data)
	noted := func(note string) string {
		// Another note, in front of those that are there.
		head, tail, ok := strings.Cut(form, "<footnotes>")
		if !ok {
			t.Fatal("the form has no notes")
		}
		return head + `<footnotes><footnote id="F99">` + note + "</footnote>" + tail
	}
	rows := func(document, before, row string) string {
		head, tail, ok := strings.Cut(document, before)
		if !ok {
			t.Fatalf("there is no %s in the form", before)
		}
		return head + strings.Repeat(row, million) + before + tail
	}
	long := strings.Repeat("A word of a note. ", 100<<20/18)
	const table, sentence = "a table", "a sentence"
	for _, c := range []struct {
		name, want string
		data       func() []byte
	}{
		{"a note of 100 MB", sentence, func() []byte { return []byte(noted(long)) }},
		{"a note of 100 MB, zipped", sentence, func() []byte { return zipOf(t, member{"form4.xml", []byte(noted(long))}) }},
		{"a note of 100 MB, gzipped", sentence, func() []byte { return gzipOf(t, []byte(noted(long))) }},
		{"a note of 100 MB in a submission", sentence, func() []byte { return []byte("<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" + noted(long)) }},
		{"a note of 60 MB", table, func() []byte { return []byte(noted(long[:60<<20])) }},
		{"a note of 60 MB without a space", table, func() []byte { return []byte(noted(strings.Repeat("a", 60<<20))) }},
		{"a million rows", sentence, func() []byte { return []byte(rows(form, "</nonDerivativeTable>", "<nonDerivativeHolding/>")) }},
		{"a million rows of a page", sentence, func() []byte { return []byte(rows(page, "</tbody>", "<tr><td>Common</td><td>1</td></tr>")) }},
		{"a million lines of text", sentence, func() []byte { return []byte(text + strings.Repeat("Common Stock 03/05/2024 S 100 A $1\n", million)) }},
		{"a million elements in each other", sentence, func() []byte { return []byte("<ownershipDocument>" + strings.Repeat("<a>", million)) }},
		{"a million elements of a page in each other", "", func() []byte { return []byte(page + strings.Repeat("<div>", million)) }},
		{"a million tables in each other", "", func() []byte { return []byte(page + strings.Repeat("<table><td>", million)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := c.data()
			begin := time.Now()
			tables, sentences := 0, 0
			for f, err := range parser.Open("giant", data) {
				var told *parser.Error
				switch {
				case f != nil && err == nil && len(f.TableI)+len(f.TableII) > 0:
					tables++
				case errors.As(err, &told) && strings.HasSuffix(told.Reason, "."):
					sentences++
					t.Log(told.Reason)
				default:
					t.Errorf("neither a table nor a sentence: %v, %v", f, err)
				}
			}
			took := time.Since(begin)
			t.Logf("%d MB in %v: %d tables, %d sentences", len(data)>>20, took.Round(time.Millisecond), tables, sentences)
			if tables+sentences == 0 || c.want == table && tables == 0 || c.want == sentence && sentences == 0 {
				t.Errorf("%d tables and %d sentences; want %s", tables, sentences, c.want)
			}
			// It takes a few seconds; what is not linear would take hours.
			if took > time.Minute {
				t.Errorf("it took %v", took)
			}
		})
	}
}
