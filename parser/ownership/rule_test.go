package ownership_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
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
		if r := all[i]; r.Name != f[0] || r.Severity != severity || r.Scope != f[2] {
			t.Errorf("rule %d is %s, %s, %s; the book has %s, %s, %s", i, r.Name, r.Severity, r.Scope, f[0], severity, f[2])
		}
	}
}

func TestRules(t *testing.T) {
	scopes := strings.Fields("field row row-I row-II owner footnote filing bucket link cross-filing text source")
	seen := map[string]bool{}
	for _, r := range ownership.Rules() {
		if seen[r.Name] {
			t.Errorf("%s is there twice", r.Name)
		}
		seen[r.Name] = true
		if r.Name == "" || strings.Trim(r.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q is no name of a rule", r.Name)
		}
		if r.Ground == "" || strings.ContainsAny(r.Ground, "[]") {
			t.Errorf("%s stands on %q", r.Name, r.Ground)
		}
		known := false
		for _, s := range scopes {
			known = known || s == r.Scope
		}
		if !known {
			t.Errorf("%s has the scope %q", r.Name, r.Scope)
		}
		if have, ok := ownership.RuleNamed(r.Name); !ok || have != r {
			t.Errorf("RuleNamed(%q) = %v, %v", r.Name, have, ok)
		}
	}
	if r, ok := ownership.RuleNamed("no-such-rule"); ok {
		t.Errorf("found %v", r)
	}
}

// TestRulesAreACopy: what a caller does with the list changes nothing.
func TestRulesAreACopy(t *testing.T) {
	ownership.Rules()[0] = ownership.Rule{}
	if ownership.Rules()[0].Name == "" {
		t.Error("a caller has changed the catalogue")
	}
}
