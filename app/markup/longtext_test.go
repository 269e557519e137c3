package markup

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// TestLongText: of a text that no browser could lay out the beginning is drawn, cut
// between two letters, and how much is left out is said; every other is drawn whole.
func TestLongText(t *testing.T) {
	if got := LongText(strings.Repeat("a", maxDrawn)); len(got) != 1 {
		t.Errorf("a text within the bound is %d elements", len(got))
	}
	var b strings.Builder
	for _, ui := range LongText("a" + strings.Repeat("é", maxDrawn)) { // the bound is within a letter
		b.WriteString(app.HTMLString(ui))
	}
	got := b.String()
	if n := strings.Count(got, "é"); n != maxDrawn/2-1 || strings.Contains(got, "�") || !strings.Contains(got, "100,002 bytes more are not shown here") {
		t.Errorf("%d letters are drawn, and it ends with %q", n, got[len(got)-150:])
	}
}
