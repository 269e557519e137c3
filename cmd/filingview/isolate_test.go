package main

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"filingview/parser"
	"filingview/parser/ownership"
)

// TestMain is the child too when a test has a PDF read, as main is.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == childCommand {
		os.Exit(child(streams{os.Stdin, os.Stdout, os.Stderr}, misbehave))
	}
	os.Exit(m.Run())
}

// misbehave reads as the parser does, but what says "%PDF-test NAME" makes it do to
// the child what a PDF may do to its reader.
func misbehave(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	what, ok := strings.CutPrefix(string(data), "%PDF-test ")
	if !ok {
		return parser.Open(name, data)
	}
	return func(yield func(*ownership.Filing, error) bool) {
		switch what {
		case "filing":
			yield(filled(name), nil)
		case "refusal":
			yield(nil, &parser.Error{Format: "a PDF", Place: "page 3", Reason: "It is not to be read.", Advice: "Print it.", Kind: parser.ErrForm})
		case "loop":
			for {
			}
		case "loop after a filing":
			yield(filled(name), nil)
			for {
			}
		case "sleep":
			time.Sleep(time.Hour)
		case "much":
			var all [][]byte
			for {
				b := make([]byte, 1<<20)
				for i := range b {
					b[i] = 1
				}
				all = append(all, b)
			}
		case "much at once":
			b := make([]byte, 2<<30)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			fmt.Fprint(os.Stderr, len(b))
		case "recursion":
			fmt.Fprint(os.Stderr, deeper(1))
		case "panic":
			panic("struck by the test")
		case "exit":
			os.Exit(0)
		case "exit with a warning":
			fmt.Fprintln(os.Stderr, "warning: something that is not the reason")
			os.Exit(0)
		case "chatter":
			// Many times what the parent keeps, and what a pipe holds.
			words := strings.Repeat("words that nobody reads ", 1<<10)
			for range 1 << 6 {
				fmt.Fprint(os.Stderr, words)
			}
			yield(filled(name), nil)
		}
	}
}

func deeper(n int) int {
	if n == 0 {
		return 0
	}
	var room [64]int
	room[n%64] = deeper(n + 1)
	return room[n%64] + n
}

// filled is a filing as a PDF gives it.
func filled(name string) *ownership.Filing {
	f := &ownership.Filing{Source: ownership.Source{Name: name, Format: "pdf"}}
	f.DocumentType = ownership.Value[ownership.DocumentType]{V: ownership.Form4, Reading: ownership.Reading{State: ownership.Known, How: ownership.Repaired, Raw: "FORM 4",
		Repairs: []ownership.Repair{{Reason: "said so", Evidence: []string{"remarks"}, Confidence: "likely"}},
		At:      []ownership.Span{{Page: 1, Box: ownership.Box{X0: 1, Y0: 2.5, X1: 3, Y1: 4}}}}}
	f.Findings = []ownership.Finding{{Rule: ownership.RuleForm4Empty, Severity: ownership.Error, Message: "It is empty."}}
	return f
}

// self is the test's binary, which is the child too.
func self(t *testing.T) string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// TestChild: what a PDF does to its reader ends the child, is said in a sentence, and
// does nothing else.
func TestChild(t *testing.T) {
	for _, c := range []struct{ what, want string }{
		{"filing", "filing"},
		{"refusal", "It is not to be read. Place: page 3. Print it. (form)"},
		{"loop", "This PDF could not be read within 1 second. It is damaged"},
		{"loop after a filing", "filing, This PDF could not be read within 1 second."},
		{"sleep", "This PDF could not be read within 1 second."},
		{"much", "To read this PDF would need more than 128 MB of memory."},
		{"much at once", "To read this PDF would need more than 128 MB of memory."},
		{"recursion", "This PDF crashed the PDF reader: its objects lead in an endless circle (a stack overflow)."},
		{"panic", "This PDF crashed the PDF reader (panic: struck by the test)."},
		{"exit", "This PDF crashed the PDF reader (it ended before it was done)."},
		{"exit with a warning", "This PDF crashed the PDF reader (it ended before it was done)."},
		{"chatter", "filing"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			// Only what is about time is bounded to a second: the rest ends by itself,
			// however long a busy machine takes over it.
			l := limits{time.Minute, 128 << 20}
			if strings.HasPrefix(c.what, "loop") || c.what == "sleep" {
				l.time = time.Second
			}
			begin := time.Now()
			var got []string
			for f, err := range opener(t.Context(), self(t), l).Open("a.pdf", []byte("%PDF-test "+c.what)) {
				var e *parser.Error
				switch {
				case err == nil:
					got = append(got, "filing")
					if want := filled("a.pdf"); !reflect.DeepEqual(f, want) {
						t.Errorf("the filing comes as\n%+v\nwant\n%+v", f, want)
					}
				case errors.As(err, &e):
					if e.File != "a.pdf" || e.Format != "a PDF" {
						t.Errorf("it is said of %q, %q", e.File, e.Format)
					}
					kind := ""
					if errors.Is(err, parser.ErrForm) {
						kind = " (form)"
					}
					got = append(got, e.Sentence()+kind)
				default:
					t.Errorf("%v is no *parser.Error", err)
				}
			}
			if s := strings.Join(got, ", "); !strings.HasPrefix(s, c.want) {
				t.Errorf("got %q, want %q", s, c.want)
			}
			if took := time.Since(begin); took > 2*patience*l.time {
				t.Errorf("it took %s", took)
			}
		})
	}
}

// TestChildIsKilled: one that does not stop itself is ended by the parent.
func TestChildIsKilled(t *testing.T) {
	sleep := filepath.Join(t.TempDir(), "child")
	if err := os.WriteFile(sleep, []byte("#!/bin/sh\nexec sleep 60\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	only := func(ctx context.Context, program, data string, l limits, want string) {
		t.Helper()
		n := 0
		for f, err := range readInChild(ctx, program, "a.pdf", []byte(data), l) {
			if n++; f != nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, %v, want %q", f, err, want)
			}
		}
		if n != 1 {
			t.Errorf("%d answers, want one: %q", n, want)
		}
	}
	only(t.Context(), sleep, "%PDF-", limits{100 * time.Millisecond, 1 << 20}, "could not be read within 0.1 seconds")
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("it took %s", took)
	}
	only(t.Context(), filepath.Join(t.TempDir(), "nothing"), "", pdfLimits(), "which could not be started")
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	only(stopped, self(t), "%PDF-test sleep", pdfLimits(), "")
}

// TestPDFsDoNoHarm: in every command PDFs are read in children, those in archives
// too, and the other files are read all the same.
func TestPDFsDoNoHarm(t *testing.T) {
	form, err := os.ReadFile(filepath.Join(testdata, "xml/form4-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	archive := filepath.Join(folder, "all.zip")
	out, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for name, data := range map[string]string{"a.pdf": "%PDF-test recursion", "b.xml": string(form), "c.pdf": "%PDF-test panic", "d.pdf": "%PDF-test filing"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	lone := filepath.Join(folder, "lone.pdf")
	if err := os.WriteFile(lone, []byte("%PDF-test exit"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"parse"}, {"export", "-format", "sec", "-o", filepath.Join(folder, "out")}, {"check"}} {
		code, stdout, stderr := tool(t.Context(), nil, append(args, lone, archive)...)
		if code != failed {
			t.Errorf("%s: exit code %d", args[0], code)
		}
		for _, want := range []string{
			"filingview: " + lone + ": This PDF crashed the PDF reader (it ended before it was done).",
			"filingview: " + archive + "/a.pdf: This PDF crashed the PDF reader: its objects lead in an endless circle (a stack overflow).",
			"filingview: " + archive + "/c.pdf: This PDF crashed the PDF reader (panic: struck by the test).",
		} {
			if !strings.Contains(stderr, want) {
				t.Errorf("%s: stderr is\n%s\nwant %q", args[0], stderr, want)
			}
		}
		if strings.Count(stderr, "\n") != 3 {
			t.Errorf("%s: stderr is\n%s", args[0], stderr)
		}
		if args[0] == "parse" && len(namesOf(t, stdout)) != 2 {
			t.Errorf("parse wrote %s", stdout)
		}
	}
}
