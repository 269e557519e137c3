package markup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// TestRule: a rule's name is a link, and there is a page where it leads. Of the two
// rules that nothing is said by yet there is none.
func TestRule(t *testing.T) {
	if Rule(0) != nil {
		t.Error("no rule has a link")
	}
	for _, r := range ownership.Rules() {
		if r == ownership.RuleLastOnlyTotal || r == ownership.RuleTotalRow {
			continue
		}
		link := app.HTMLString(Rule(r))
		for _, want := range []string{`href="rules.html#` + r.String() + `"`, `target="_blank"`, ">" + r.String() + "<"} {
			if !strings.Contains(link, want) {
				t.Errorf("the link has no %s: %s", want, link)
			}
		}
		if _, err := os.Stat(filepath.Join("..", "..", "docs", "rules", r.String()+".md")); err != nil {
			t.Error(err)
		}
	}
}
