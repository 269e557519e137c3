package parser_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// elsewhere says of the rules that have no folder under testdata/rule why not:
// by scope, or by name.
var elsewhere = map[string]string{
	"bucket":       "needs the accounts: parser/ledger",
	"link":         "needs the links between lines: parser/ledger",
	"cross-filing": "needs several filings: parser/ledger",

	"round-number-typo": "needs the residual of an account: parser/ledger",
}

// TestRuleCases runs every folder of testdata/rule: each file fires*.xml or .txt
// must have a finding of the rule that names the folder, each file nearly* none,
// and findings.golden holds the findings, read by a person.
func TestRuleCases(t *testing.T) {
	folders, err := fs.ReadDir(testdata, "testdata/rule")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		name := folder.Name()
		t.Run(name, func(t *testing.T) {
			rule, ok := ownership.RuleNamed(name)
			if !ok {
				t.Fatalf("no rule has the name of the folder %s", name)
			}
			var b bytes.Buffer
			fires, nearly := 0, 0
			for _, s := range ruleCases(t, name) {
				base := path.Base(s.name)
				found := findingsOf(&b, s.name, rule, filings(t, s))
				switch {
				case strings.HasPrefix(base, "fires"):
					if fires++; found == 0 {
						t.Errorf("%s: no finding", s.name)
					}
				case strings.HasPrefix(base, "nearly"):
					if nearly++; found > 0 {
						t.Errorf("%s: has a finding; this file shows where the rule ends", s.name)
					}
				default:
					t.Errorf("%s: a case is called fires… or nearly…", s.name)
				}
			}
			if fires == 0 || nearly == 0 {
				t.Errorf("%d cases fire and %d nearly do; want at least one of each", fires, nearly)
			}
			compareGolden(t, path.Join("rule", name, "findings"), b.Bytes())
		})
	}
}

func ruleCases(t *testing.T, rule string) []sample {
	t.Helper()
	all := cases(t, path.Join("rule", rule))
	for _, s := range all {
		for _, r := range open(t, s.name, s.data) {
			if r.err != nil {
				t.Errorf("%s: %v", s.name, r.err)
			}
		}
	}
	return all
}

// findingsOf writes the findings of one rule and returns their number.
func findingsOf(b *bytes.Buffer, name string, rule ownership.Rule, all []*ownership.Filing) int {
	fmt.Fprintln(b, path.Base(name))
	n := 0
	for _, f := range all {
		for _, x := range f.Findings {
			if x.Rule != rule {
				continue
			}
			n++
			fmt.Fprintf(b, "  %s: %s\n", x.Severity, x.Message)
			for _, p := range x.Paths {
				fmt.Fprintf(b, "    %s\n", p)
			}
			for _, e := range x.Evidence {
				fmt.Fprintf(b, "    evidence %q\n", e)
			}
		}
	}
	return n
}

// TestRulesHaveCases: every rule that is checked here has its folder.
func TestRulesHaveCases(t *testing.T) {
	for _, r := range ownership.Rules() {
		_, err := fs.Stat(testdata, path.Join("testdata/rule", r.String()))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		have := err == nil
		why := elsewhere[r.String()]
		if why == "" {
			why = elsewhere[r.Scope()]
		}
		if !have && why == "" {
			t.Errorf("testdata/rule/%s is not there", r)
		}
		if have && why != "" {
			t.Errorf("testdata/rule/%s is there, but the rule is listed as one that is not checked here: %s", r, why)
		}
	}
}

// TestFindingsHaveRules: every finding names a rule of the catalogue, and its
// paths lead to cells.
func TestFindingsHaveRules(t *testing.T) {
	all := filed(t)
	folders, err := fs.ReadDir(testdata, "testdata/rule")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		all = append(all, cases(t, path.Join("rule", folder.Name()))...)
	}
	for _, s := range all {
		for _, f := range filings(t, s) {
			if len(f.Findings) == 0 {
				continue
			}
			there := map[string]bool{}
			for c := range f.Cells() {
				there[c.Path] = true
			}
			for _, x := range f.Findings {
				if x.Rule.Ground() == "" {
					t.Errorf("%s: a finding of the rule %q, which is not in the catalogue", s.name, x.Rule)
				}
				for _, p := range x.Paths {
					if !there[p] {
						t.Errorf("%s: %s leads to %s, where no cell is", s.name, x.Rule, p)
					}
				}
			}
		}
	}
}
