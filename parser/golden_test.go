package parser_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

var update = flag.Bool("update", false, "write the goldens anew; read every change before it is committed")

// TestGolden compares every cell, row and finding of testdata with the golden
// beside the case, which a person has read against the case.
func TestGolden(t *testing.T) {
	for _, folder := range []string{"xml", "submission", "html", "text", "mail"} {
		for _, s := range cases(t, folder) {
			t.Run(s.name, func(t *testing.T) {
				compareGolden(t, s.name, render(open(t, path.Base(s.name), s.data)))
			})
		}
	}
}

// TestWrong compares what is said of files that are something else, or broken,
// with the sentence beside the file.
func TestWrong(t *testing.T) {
	for _, s := range cases(t, "wrong") {
		t.Run(s.name, func(t *testing.T) {
			compareGolden(t, s.name, renderBriefly(open(t, path.Base(s.name), s.data)))
		})
	}
}

func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", filepath.FromSlash(name))+".golden", got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := testdata.ReadFile(path.Join("testdata", name) + ".golden")
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no golden; go test ./parser -run 'Golden|Wrong' -update writes it. Have:\n%s", got)
	}
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("differs from its golden:\n%s", diff(string(want), string(got)))
	}
}

// TestGoldensHaveCases finds goldens that stayed when their case went.
func TestGoldensHaveCases(t *testing.T) {
	err := fs.WalkDir(testdata, "testdata", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".golden") || path.Base(p) == "findings.golden" {
			return err
		}
		if _, err := fs.Stat(testdata, strings.TrimSuffix(p, ".golden")); err != nil {
			t.Errorf("%s has no case: %v", p, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// render writes results for a reader: one line a cell,
//
//	path = text | state | raw "…" | notes F1 F2 | line:column+bytes
//
// where state is left out if known, raw if it is the text, notes if there are
// none.
func render(all []result) []byte {
	var b bytes.Buffer
	for _, r := range all {
		if r.err != nil {
			fmt.Fprintf(&b, "error: %v\n", r.err)
			continue
		}
		renderFiling(&b, r.filing)
	}
	return b.Bytes()
}

func renderFiling(b *bytes.Buffer, f *ownership.Filing) {
	fmt.Fprintf(b, "filing %q format %s", f.Source.Name, f.Source.Format)
	if f.Source.Envelope != "" {
		fmt.Fprintf(b, " envelope %s", f.Source.Envelope)
	}
	fmt.Fprintf(b, " charset %s, %d bytes\n", f.Source.Charset, len(f.Source.Text))
	for i, p := range f.Header.Parties {
		fmt.Fprintf(b, "header.parties[%d] is %s\n", i, p.Role)
		labels(b, fmt.Sprintf("header.parties[%d].other", i), p.Other)
	}
	for i, d := range f.Header.Documents {
		fmt.Fprintf(b, "header.documents[%d] at %s\n", i, place(f, d.At))
	}
	labels(b, "header.other", f.Header.Other)
	rows(b, f, "tableI", f.TableI)
	rows(b, f, "tableII", f.TableII)
	for i, n := range f.Footnotes {
		fmt.Fprintf(b, "footnotes[%d] is %q\n", i, n.ID)
	}
	for c := range f.Cells() {
		fmt.Fprintf(b, "%s = %s", c.Path, plain(c.Text()))
		if c.State != ownership.Known {
			fmt.Fprintf(b, "| %s", c.State)
		}
		if c.Raw != c.Text() {
			fmt.Fprintf(b, " | raw %q", c.Raw)
		}
		if len(c.Notes) > 0 {
			fmt.Fprintf(b, " | notes %s", strings.Join(c.Notes, " "))
		}
		if c.How != ownership.Tagged {
			fmt.Fprintf(b, " | %s", c.How)
		}
		for _, r := range c.Repairs {
			fmt.Fprintf(b, " | repair %q %q %s", r.Reason, r.Evidence, r.Confidence)
		}
		fmt.Fprintf(b, " | %s\n", places(f, c.At))
	}
	for _, x := range f.Findings {
		fmt.Fprintf(b, "%s %s: %s", x.Severity, x.Rule, x.Message)
		if len(x.Paths) > 0 {
			fmt.Fprintf(b, " | %s", strings.Join(x.Paths, " "))
		}
		if len(x.At) > 0 {
			fmt.Fprintf(b, " | %s", places(f, x.At))
		}
		if len(x.Evidence) > 0 {
			fmt.Fprintf(b, " | evidence %q", x.Evidence)
		}
		b.WriteByte('\n')
	}
}

func labels(b *bytes.Buffer, path string, facts []ownership.Fact) {
	for i, x := range facts {
		fmt.Fprintf(b, "%s[%d] is %q\n", path, i, x.Label)
	}
}

func rows(b *bytes.Buffer, f *ownership.Filing, table string, rows []ownership.Row) {
	for i, r := range rows {
		fmt.Fprintf(b, "%s[%d] is a %s at %s\n", table, i, r.Kind, place(f, r.At))
	}
}

// plain quotes text only where a reader would misread it without quotes.
func plain(s string) string {
	if s == strings.TrimSpace(s) && strconv.Quote(s) == `"`+s+`"` && !strings.Contains(s, " | ") {
		return s
	}
	return strconv.Quote(s)
}

func places(f *ownership.Filing, at []ownership.Span) string {
	if len(at) == 0 {
		return "nowhere"
	}
	var all []string
	for _, s := range at {
		all = append(all, place(f, s))
	}
	return strings.Join(all, " ")
}

func place(f *ownership.Filing, s ownership.Span) string {
	if s.Page != 0 || s.Box != (ownership.Box{}) {
		return fmt.Sprintf("page %d %v", s.Page, s.Box)
	}
	line, column := ownership.LineColumn(f.Source.Text, int(s.Start))
	return fmt.Sprintf("%d:%d+%d", line, column, s.End-s.Start)
}

// renderBriefly writes what a person is told: the sentence, and of a filing that
// was read all the same its name, size and findings.
func renderBriefly(all []result) []byte {
	var b bytes.Buffer
	for _, r := range all {
		if r.err != nil {
			fmt.Fprintf(&b, "%s\n", r.err)
			continue
		}
		f := r.filing
		n := 0
		for range f.Cells() {
			n++
		}
		fmt.Fprintf(&b, "filing %q: form %q, %d cells, rows %d + %d, notes %d\n", f.Source.Name, f.DocumentType.V, n, len(f.TableI), len(f.TableII), len(f.Footnotes))
		for _, x := range f.Findings {
			fmt.Fprintf(&b, "  %s %s: %s", x.Severity, x.Rule, x.Message)
			if len(x.Paths) > 0 {
				fmt.Fprintf(&b, " | %s", strings.Join(x.Paths, " "))
			}
			if len(x.At) > 0 {
				fmt.Fprintf(&b, " | %s", places(f, x.At))
			}
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// diff shows the lines that two texts do not share, in order.
func diff(want, got string) string {
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	have := map[string]int{}
	for _, l := range b {
		have[l]++
	}
	var out strings.Builder
	for _, l := range a {
		if have[l] > 0 {
			have[l]--
		} else {
			out.WriteString("- " + l)
		}
	}
	was := map[string]int{}
	for _, l := range a {
		was[l]++
	}
	for _, l := range b {
		if was[l] > 0 {
			was[l]--
		} else {
			out.WriteString("+ " + l)
		}
	}
	if out.Len() == 0 {
		return "the same lines in another order"
	}
	return out.String()
}
