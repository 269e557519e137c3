package ownership_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestRulesFollowTheBook compares name, severity, scope and order with the rule
// book, which stands beside the repository on some machines only.
func TestRulesFollowTheBook(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("a browser has no files")
	}
	book, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "rules.tsv"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared/rules.tsv, which is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	all := ownership.Rules()
	lines := strings.Split(strings.TrimSpace(string(book)), "\n")[1:]
	if len(lines) > len(all) {
		t.Fatalf("the book has %d rules, the catalogue %d", len(lines), len(all))
	}
	for i, l := range lines {
		f := strings.Split(l, "\t")
		severity := map[string]ownership.Severity{"hint": ownership.Hint, "info": ownership.Info, "warn": ownership.Warning, "error": ownership.Error}[f[1]]
		if r := all[i]; r.String() != f[0] || r.Severity() != severity || r.Scope() != f[2] {
			t.Errorf("rule %d is %s, %s, %s; the book has %s, %s, %s", i, r, r.Severity(), r.Scope(), f[0], severity, f[2])
		}
	}
}

func TestRules(t *testing.T) {
	scopes := strings.Fields("field row row-I row-II owner footnote filing bucket link cross-filing text source")
	seen := map[string]bool{}
	for _, r := range ownership.Rules() {
		name := r.String()
		if seen[name] {
			t.Errorf("%s is there twice", r)
		}
		seen[name] = true
		if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q is no name of a rule", r)
		}
		if r.Ground() == "" || strings.ContainsAny(r.Ground(), "[]") {
			t.Errorf("%s stands on %q", r, r.Ground())
		}
		if !slices.Contains(scopes, r.Scope()) {
			t.Errorf("%s has the scope %q", r, r.Scope())
		}
		if have, ok := ownership.RuleNamed(name); !ok || have != r {
			t.Errorf("RuleNamed(%q) = %v, %v", name, have, ok)
		}
		text, err := r.MarshalText()
		var back ownership.Rule
		if err != nil || back.UnmarshalText(text) != nil || back != r {
			t.Errorf("%s comes back from text as %s (%v)", r, back, err)
		}
		x := r.Finding("A sentence.", "tableI[0]")
		if x.Rule != r || x.Severity != r.Severity() || x.Message != "A sentence." || len(x.Paths) != 1 || x.Paths[0] != "tableI[0]" {
			t.Errorf("a finding of %s is %+v", r, x)
		}
	}
}

// TestNoRule holds what stands for no rule, and what is none.
func TestNoRule(t *testing.T) {
	if r, ok := ownership.RuleNamed("no-such-rule"); ok {
		t.Errorf("found %v", r)
	}
	if r, ok := ownership.RuleNamed(""); ok {
		t.Errorf("the empty name is that of %d", uint8(r))
	}
	r := ownership.RuleRounding
	if err := r.UnmarshalText(nil); err != nil || r != 0 || r.String() != "" || r.Ground() != "" {
		t.Errorf("no text is %v (%v)", r, err)
	}
	if err := r.UnmarshalText([]byte("no-such-rule")); err == nil {
		t.Error("a name outside the catalogue is taken")
	}
	outside := ownership.Rule(255)
	if _, err := outside.MarshalText(); err == nil || outside.String() != "Rule(255)" || outside.Scope() != "" {
		t.Errorf("a number outside the catalogue is written (%v), as %s", err, outside)
	}
}

// later are the rules of the book that no code holds yet.
var later = []ownership.Rule{ownership.RuleLastOnlyTotal, ownership.RuleTotalRow}

// TestRulesAreNamedByConstants: the compiler knows a constant that is not in the
// catalogue, and does not know a name in a text. Every rule is named by some code.
func TestRulesAreNamedByConstants(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("a browser has no source files")
	}
	catalogue, err := os.ReadFile("rule_catalogue.go")
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string]ownership.Rule{}
	for _, m := range regexp.MustCompile(`(?m)^\t(Rule\w+): +\{"([^"]+)"`).FindAllStringSubmatch(string(catalogue), -1) {
		constants[m[1]], _ = ownership.RuleNamed(m[2])
	}
	named := map[ownership.Rule]bool{}
	literal, constant := regexp.MustCompile(`"[a-z0-9-]+"`), regexp.MustCompile(`ownership\.(Rule[A-Z]\w*)`)
	for _, room := range []string{"parser", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", "..", room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || d.Name() == "rule_catalogue.go" {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, text := range literal.FindAllString(string(source), -1) {
				if r, ok := ownership.RuleNamed(strings.Trim(text, `"`)); ok {
					t.Errorf("%s names the rule %s in a text", path, r)
				}
			}
			for _, m := range constant.FindAllStringSubmatch(string(source), -1) {
				named[constants[m[1]]] = true
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range ownership.Rules() {
		if named[r] == slices.Contains(later, r) {
			t.Errorf("%s: named by code: %v, listed as one to come: %v", r, named[r], slices.Contains(later, r))
		}
	}
}
