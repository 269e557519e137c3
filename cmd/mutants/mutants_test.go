package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMutantsOf: each kind of change is made once, by itself, and names its line.
func TestMutantsOf(t *testing.T) {
	source := `package a

const most = 3

type pair struct{ n int }

func f(a, b int, ok bool, s string) bool {
	s += "x" + s
	if ok {
		a++
	}
	for a < b && s != "" {
		break
	}
	return a-1 == b || true
}
`
	all, err := mutantsOf("a.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		got = append(got, m.what)
		if string(m.code) == source || strings.Count(string(m.code), "\n") != strings.Count(source, "\n") {
			t.Errorf("line %d, %s: the code is\n%s", m.line, m.what, m.code)
		}
		if have, want := strings.Split(string(m.code), "\n"), strings.Split(source, "\n"); true {
			for i := range want {
				if (have[i] != want[i]) != (i+1 == m.line) {
					t.Errorf("%s: line %d is %q, and the change is of line %d", m.what, i+1, have[i], m.line)
				}
			}
		}
	}
	want := "4 for 3; a condition negated; -- for ++; || for &&; <= for <; == for !=; continue for break; && for ||; != for ==; + for -; 2 for 1; false for true"
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("the mutants are\n%s, want\n%s", g, want)
	}
}

// tried tries the mutants of a module that has one package of these two files, with some
// arguments; it gives what is said of them.
func tried(t *testing.T, code, test string, args ...string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module example\n\ngo 1.26\n", "a.go": code, "a_test.go": test} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "off")
	var out strings.Builder
	err := run(t.Context(), append(args, "."), &out)
	return out.String(), err
}

const more = "package a\n\nfunc more(a, b int) bool { return a > b }\n"

// TestTry: a mutant that a test notices is killed; one that no test sees survives, is
// named, and makes the share too small.
func TestTry(t *testing.T) {
	out, err := tried(t, more+"\nfunc unseen(a int) int { return a * 2 }\n",
		"package a\n\nimport \"testing\"\n\nfunc TestMore(t *testing.T) {\n\tif more(1, 1) || !more(2, 1) {\n\t\tt.Error(\"wrong\")\n\t}\n}\n",
		"-n", "9", "-least", "85")
	if err == nil || !strings.Contains(err.Error(), "33.3 % of the mutants are killed") {
		t.Errorf("the error is %v", err)
	}
	for _, want := range []string{"a.go:5: / for *", "a.go:5: 3 for 2", "1 of   3 killed"} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "a.go:3") {
		t.Errorf("a killed mutant is called a survivor:\n%s", out)
	}
}

// TestFailing: where the tests fail without a mutant, nothing is counted as killed.
func TestFailing(t *testing.T) {
	out, err := tried(t, more, "package a\n\nimport \"testing\"\n\nfunc TestMore(t *testing.T) { undefined() }\n")
	if err == nil || !strings.Contains(err.Error(), "the tests fail without a mutant") || strings.Contains(out, "killed") {
		t.Errorf("the error is %v, and it says\n%s", err, out)
	}
}
