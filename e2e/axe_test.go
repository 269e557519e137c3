//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// violation is what axe says of elements.
type violation struct {
	ID, Help string
	Nodes    []struct {
		HTML, FailureSummary string
	}
}

// accessible has axe look at every view, on a phone and on a wide screen, by day
// and by night.
func accessible(t *testing.T, s *suite) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]map[string]bool{
		// The preview stands at the end of the document and is spoken where it is
		// pointed to (aria-describedby), within the page's parts.
		"region":      {"enabled": false},
		"target-size": {"enabled": true},
	}
	for _, width := range []int64{360, 1600} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			b := open(t, s, s.server)
			b.run(string(axe)) // the browser runs it past the page's policy
			for _, v := range views(t) {
				v.show(b)
				if v.alike {
					continue
				}
				for _, l := range looks(width) {
					b.pose(v, l)
					// What lights up and fades is not to be measured in between.
					b.run(`document.getAnimations().forEach((a) => a.finish())`)
					options := map[string]any{"resultTypes": []string{"violations"}, "rules": rules}
					if l.scheme == "dark" {
						options["runOnly"] = []string{"color-contrast"} // by night nothing else is different
					}
					for _, w := range value[[]violation](b, `axe.run(document, %s).then((r) => r.violations)`, options) {
						for _, n := range w.Nodes[:min(3, len(w.Nodes))] {
							t.Errorf("%s at %s: %s (%s), %d times: %.200s\n%s", v.name, l, w.Help, w.ID, len(w.Nodes), n.HTML, n.FailureSummary)
						}
					}
				}
			}
		})
	}
}
