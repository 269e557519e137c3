package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// testdata is the parser's: the tool reads what it reads.
const testdata = "../../parser/testdata"

// tool runs a command line and returns what it wrote.
func tool(ctx context.Context, stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(ctx, args, streams{stdin, &out, &err})
	return code, out.String(), err.String()
}

// expect fails unless the code is as wanted and each stream holds its words; no
// words mean that it is empty.
func expect(t *testing.T, code, wantCode int, stdout, wantOut, stderr, wantErr string) {
	t.Helper()
	if code != wantCode {
		t.Errorf("exit code %d, want %d", code, wantCode)
	}
	for _, s := range []struct{ name, got, want string }{{"stdout", stdout, wantOut}, {"stderr", stderr, wantErr}} {
		if s.want == "" && s.got != "" || !strings.Contains(s.got, s.want) {
			t.Errorf("%s is\n%s\nwant %q", s.name, s.got, s.want)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}, {"help", "help"}} {
		code, out, err := tool(t.Context(), nil, args...)
		expect(t, code, done, out, "filingview export -format sec|csv|json -o DIR FILE...", err, "")
		for _, c := range commands() {
			if !strings.Contains(out, "filingview "+c.name) || !strings.Contains(out, c.does) {
				t.Errorf("%v does not tell of %s", args, c.name)
			}
		}
	}
	for _, c := range commands() {
		for _, args := range [][]string{{"help", c.name}, {c.name, "-h"}} {
			if c.name == "help" {
				continue
			}
			code, out, err := tool(t.Context(), nil, args...)
			expect(t, code, done, out, "filingview "+c.name, err, "")
		}
	}
}

func TestVersion(t *testing.T) {
	code, out, err := tool(t.Context(), nil, "version")
	expect(t, code, done, out, "filingview ", err, "")
	if strings.Count(out, "\n") != 1 || strings.Count(out, " ") < 3 {
		t.Errorf("got %q", out)
	}
}

func TestMisuse(t *testing.T) {
	form := filepath.Join(testdata, "xml/form4-plain.xml")
	dir := t.TempDir()
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"form4.xml"}, `There is no command "form4.xml". To read a file: filingview parse form4.xml`},
		{[]string{"help", "nothing"}, `There is no command "nothing".`},
		{[]string{"parse"}, "No FILE is named."},
		{[]string{"parse", "-x", form}, "flag provided but not defined: -x"},
		{[]string{"export", form}, "No -format is given."},
		{[]string{"export", "-format", "xml", "-o", dir, form}, `no such export format: "xml" (there are sec, csv, json).`},
		{[]string{"export", "-format", "sec", form}, "No folder to write to is given: -o DIR."},
		{[]string{"export", "-format", "sec", "-o", dir}, "No FILE is named."},
		{[]string{"export", "-format"}, "flag needs an argument: -format"},
		{[]string{"version", "-long"}, "flag provided but not defined: -long"},
	} {
		code, out, err := tool(t.Context(), nil, c.args...)
		if c.args[0] == "help" {
			out = ""
		}
		expect(t, code, misuse, out, "", err, c.want)
		if !strings.Contains(err, "Usage:") && c.args[0] != "help" {
			t.Errorf("%v: stderr does not tell the usage:\n%s", c.args, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("something was written: %v (%v)", left, err)
	}
}

func TestReason(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&os.PathError{Op: "open", Path: "x", Err: os.ErrPermission}, "It may not be read by this user: permission denied."},
		{&os.PathError{Op: "open", Path: "x", Err: os.ErrNotExist}, "There is no such file."},
		{&os.PathError{Op: "read", Path: "x", Err: errors.New("input/output error")}, "It cannot be read: input/output error."},
		{io.ErrUnexpectedEOF, "It cannot be read: unexpected EOF."},
		{errTooLarge, "It is larger than 2 GB, which is not read at once. Give it in parts."},
	} {
		if got := reason(c.err).Error(); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestWithoutACommandItServes(t *testing.T) {
	// A flag that there is not shows who reads the flags.
	code, out, err := tool(t.Context(), nil, "-nonsense")
	expect(t, code, misuse, out, "", err, "Usage: filingview serve ")
}

// endless is a standard input at which nobody types.
type endless struct{}

func (endless) Read([]byte) (int, error) { select {} }

func TestStopWhileReadingStdin(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	code, out, err := tool(ctx, endless{}, "parse", "-")
	expect(t, code, failed, out, "", err, "stopped before the end")
}
