//go:build e2e && npm

package e2e_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// least is the score that each category of Lighthouse must reach, of 100.
const least = 95

// runs is how often Lighthouse measures. What else a machine does makes a page slower
// in one run and not in the next, so the middle one counts.
const runs = 5

// lighthouseReport is what is looked at of what Lighthouse writes.
type lighthouseReport struct {
	Categories map[string]struct{ Score *float64 }
	Audits     map[string]struct {
		Title        string
		Score        *float64
		DisplayValue string
	}
	Environment  struct{ BenchmarkIndex float64 }
	RuntimeError *struct{ Message string }
}

// TestLighthouse has Lighthouse look at the page on the real server, as a desktop and
// as a middling telephone on a slow line would load it, with its own settings for both.
// It needs npm.
func TestLighthouse(t *testing.T) {
	dir := installLighthouse(t)
	address := serve(t, buildTool(t))
	for preset, args := range map[string][]string{"desktop": {"--preset=desktop"}, "mobile": nil} {
		t.Run(preset, func(t *testing.T) {
			scores := map[string][]float64{}
			var last lighthouseReport
			for n := range runs {
				last = lighthouse(t, dir, address, args...)
				t.Logf("run %d, machine's benchmark %.0f: performance %.0f, accessibility %.0f, best practices %.0f; first paint %s, largest %s, blocked %s, shift %s",
					n+1, last.Environment.BenchmarkIndex, last.score("performance"), last.score("accessibility"), last.score("best-practices"),
					last.shown("first-contentful-paint"), last.shown("largest-contentful-paint"), last.shown("total-blocking-time"), last.shown("cumulative-layout-shift"))
				for _, category := range categories() {
					scores[category] = append(scores[category], last.score(category))
				}
			}
			for _, category := range categories() {
				slices.Sort(scores[category])
				if middle := scores[category][runs/2]; middle < least {
					t.Errorf("%s: %.0f in the middle of %.0f, must be %d", category, middle, scores[category], least)
				}
			}
			if t.Failed() {
				for name, a := range last.Audits {
					if a.Score != nil && *a.Score < 0.9 {
						t.Logf("  %s: %.2f %s (%s)", name, *a.Score, a.Title, a.DisplayValue)
					}
				}
			}
		})
	}
}

func categories() []string { return []string{"performance", "accessibility", "best-practices"} }

// score is that of a category, of 100; one that could not be measured has none.
func (r lighthouseReport) score(category string) float64 {
	if s := r.Categories[category].Score; s != nil {
		return 100 * *s
	}
	return 0
}

func (r lighthouseReport) shown(audit string) string { return r.Audits[audit].DisplayValue }

// installLighthouse installs it beside the other things that are built, once for each
// version.
func installLighthouse(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "build", ".lighthouse"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("testdata", "lighthouse", "package.json"))
	if err != nil {
		t.Fatal(err)
	}
	done := filepath.Join(dir, "installed")
	if have, err := os.ReadFile(done); err == nil && string(have) == string(want) {
		return dir
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "lighthouse"))); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "npm", "install")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm install: %v\n%s", err, out)
	}
	if err := os.WriteFile(done, want, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// lighthouse measures the page once.
func lighthouse(t *testing.T, dir, address string, args ...string) lighthouseReport {
	t.Helper()
	flags := "--headless"
	if os.Geteuid() == 0 {
		flags += " --no-sandbox"
	}
	cmd := exec.CommandContext(t.Context(), "npx", append([]string{"--no", "lighthouse", address, "--quiet", "--output=json",
		"--only-categories=" + strings.Join(categories(), ","), "--chrome-flags=" + flags}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CHROME_PATH="+findBrowser(t))
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); ok {
		t.Fatalf("lighthouse: %v\n%s", err, exit.Stderr)
	} else if err != nil {
		t.Fatalf("lighthouse: %v", err)
	}
	var r lighthouseReport
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	if r.RuntimeError != nil {
		t.Fatalf("lighthouse: %s", r.RuntimeError.Message)
	}
	return r
}
