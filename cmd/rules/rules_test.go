package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

var update = flag.Bool("update", false, "write the pages anew; read every change before it is committed")

const root = "../.."

// TestPages: the pages are those that the command writes, which runs both examples of
// each rule, and there are no others.
func TestPages(t *testing.T) {
	if *update {
		if err := run(root); err != nil {
			t.Fatal(err)
		}
	}
	all, err := pages(root)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, o := range all {
		want[o.name] = true
		have, err := os.ReadFile(filepath.Join(root, folder, o.name))
		if err != nil {
			t.Errorf("%v; make generate writes it", err)
		} else if !bytes.Equal(have, o.data) {
			t.Errorf("%s/%s is not what the examples say now; make generate writes it anew", folder, o.name)
		}
	}
	entries, err := os.ReadDir(filepath.Join(root, folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !want[e.Name()] {
			t.Errorf("%s/%s is the page of no rule", folder, e.Name())
		}
	}
}

// later are the rules by which nothing is said yet. Both need the accounts of printed
// forms.
var later = []ownership.Rule{ownership.RuleLastOnlyTotal, ownership.RuleTotalRow}

// TestEveryRuleHasItsPage: a rule that anything can be said by has a page with its
// ground and both examples.
func TestEveryRuleHasItsPage(t *testing.T) {
	for _, r := range ownership.Rules() {
		page, err := os.ReadFile(filepath.Join(root, folder, r.String()+".md"))
		if slices.Contains(later, r) {
			if err == nil {
				t.Errorf("%s has a page, though nothing is said by it", r)
			}
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		for _, part := range []string{"# " + r.String() + "\n", "**Ground:** " + escaped(r.Ground()), "## It speaks of this", "## It does not speak of this", silence(r)} {
			if !strings.Contains(string(page), part) {
				t.Errorf("the page of %s has no %q", r, part)
			}
		}
	}
}

// TestWords: a name without words, words without a rule and words that are there twice
// are errors.
func TestWords(t *testing.T) {
	for want, list := range map[string]string{
		"no rule has the name": wordList + "\nno-such-rule\nIt says nothing.\n",
		"is there twice":       wordList + "\nrounding\nOnce more.\n",
		"has no words":         "rounding\n",
	} {
		if _, err := readWords(list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
}

// TestExamplesAreHeldToTheirNames: an example that is not as its name says is an error.
func TestExamplesAreHeldToTheirNames(t *testing.T) {
	all, err := examples(root, ownership.RuleSharesZero)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := pick(ownership.RuleSharesZero, all); err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		name := e.name
		if e.name = "nearly"; !strings.HasPrefix(name, "fires") {
			e.name = "fires"
		}
		if _, _, err := pick(ownership.RuleSharesZero, all); err == nil {
			t.Errorf("%s is taken for %s", name, e.name)
		}
		e.name = name
	}
}

// TestEscaped: what a filing says is no mark of Markdown.
func TestEscaped(t *testing.T) {
	if got, want := escaped("a|b *c* _d_ [e](f) <g> & `h` \\\n i"), "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) &lt;g> &amp; \\`h\\` \\\\ i"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
