package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCompare: each kind of change is counted once, by the first thing that differs.
func TestCompare(t *testing.T) {
	base := []line{
		{"a.xml", "tableI[2]", "reconciled", "running-balance", "", "It follows."},
		{"a.xml", "tableI[10]", "explained", "misprint", "", "It should be 5."},
		{"b.xml", "tableI[0]", "explained", "misprint", "", "It should be 6."},
		{"b.xml", "tableI[0]", "explained", "misprint", "", "A second filing of the same file."},
		{"c.xml", "tableI[0]", "explained", "misprint", "", "The same."},
	}
	head := []line{
		{"a.xml", "tableI[2]", "unexplained", "roll-forward", "", "It is off by 7."},
		{"a.xml", "tableI[10]", "explained", "digit-slip", "likely", "It should be 5."},
		{"b.xml", "tableI[0]", "explained", "misprint", "likely", "It should be 8."},
		{"c.xml", "tableI[0]", "explained", "misprint", "likely", "The same."},
		{"d.xml", "tableI[0]", "reconciled", "running-balance", "", "It follows."},
	}
	var b strings.Builder
	if err := write(&b, "v1", "v2", base, head); err != nil {
		t.Fatal(err)
	}
	want := `5 lines in v1, 5 in v2, 5 differ
     1  only in the base
     1  only in the head
     1  rule: misprint -> digit-slip
     1  sentence of misprint
     1  state: reconciled -> unexplained

== only in the base (1)
b.xml tableI[0]
  - explained, misprint: A second filing of the same file.

== only in the head (1)
d.xml tableI[0]
  + reconciled, running-balance: It follows.

== rule: misprint -> digit-slip (1)
a.xml tableI[10]
  - explained, misprint, likely: It should be 5.
  + explained, digit-slip, likely: It should be 5.

== sentence of misprint (1)
b.xml tableI[0]
  - explained, misprint, likely: It should be 6.
  + explained, misprint, likely: It should be 8.

== state: reconciled -> unexplained (1)
a.xml tableI[2]
  - reconciled, running-balance: It follows.
  + unexplained, roll-forward: It is off by 7.
`
	if got := b.String(); got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
	// Once both know strengths, these differ too.
	head[3].Strength, base[0].Strength = "proved", "proved"
	if got := compare(base[4:], head[3:4]); len(got) != 0 {
		t.Errorf("where the base knows no strengths, %v differ", got)
	}
	base[4].Strength = "likely"
	if got := compare(base[4:], head[3:4]); len(got["strength of misprint: likely -> proved"]) != 1 {
		t.Errorf("of a strength that differs it says %v", got)
	}
}

// TestRevisions: the tool of each revision is built and asked, and so is that of the working
// tree.
func TestRevisions(t *testing.T) {
	module, shared := t.TempDir(), t.TempDir()
	tool := func(sentence string) string {
		return `package main

import (
	"fmt"
	"os"
)

func main() {
	lines := ""
	for i, file := range os.Args[4:] {
		if i > 0 {
			lines += ","
		}
		lines += fmt.Sprintf(` + "`" + `{"file":%q,"path":"tableI[0]","state":"explained","rule":"misprint","explanation":"` + sentence + `"}` + "`" + `, file)
	}
	fmt.Println(` + "`" + `{"lines":[` + "`" + ` + lines + "]}")
	os.Exit(1)
}
`
	}
	put(t, module, map[string]string{"go.mod": "module example\n\ngo 1.26\n", "cmd/filingview/main.go": tool("one")})
	git(t, module, "init", "-q")
	git(t, module, "add", ".")
	git(t, module, "commit", "-q", "-m", "one")
	put(t, module, map[string]string{"cmd/filingview/main.go": tool("two")})
	git(t, module, "commit", "-q", "-a", "-m", "two")
	put(t, module, map[string]string{"cmd/filingview/main.go": tool("three")})
	t.Chdir(module)
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "off")
	if err := run(t.Context(), []string{"-base", "HEAD", "-shared", shared}, &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "nothing can be compared") {
		t.Errorf("without filings the error is %v", err)
	}
	put(t, shared, map[string]string{"filings/xml/a.xml": "", "filings/xml/b.xml": "", "forms/f/print.pdf": "", "faults/ledger/c/1.xml": "", "faults/ledger/c/2.xml": "", "faults/ledger/c/expected.md": ""})
	for _, c := range []struct {
		args string
		want []string
	}{
		{"-base HEAD~1 -head HEAD", []string{"5 lines in HEAD~1, 5 in HEAD, 5 differ", "5  sentence of misprint", "filings/xml/a.xml tableI[0]\n  - explained, misprint: one\n  + explained, misprint: two\n", "faults/ledger/c/2.xml", "forms/f/print.pdf"}},
		{"-base HEAD", []string{"5 lines in HEAD, 5 in the working tree, 5 differ", "- explained, misprint: two\n  + explained, misprint: three\n"}},
		{"-base HEAD -head HEAD", []string{"5 lines in HEAD, 5 in HEAD, 0 differ\n"}},
	} {
		var b strings.Builder
		if err := run(t.Context(), append(strings.Fields(c.args), "-shared", shared), &b); err != nil {
			t.Errorf("%s: %v", c.args, err)
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: it does not say %q:\n%s", c.args, want, &b)
			}
		}
	}
	if err := run(t.Context(), []string{"-base", "nowhere", "-shared", shared}, &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "git archive nowhere") {
		t.Errorf("of a revision that is not there the error is %v", err)
	}
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", append([]string{"-C", dir, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}
