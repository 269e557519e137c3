//go:build e2e

package e2e_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// alarm tries what no test may let pass: an alarm that never rings is no alarm.
func alarm(t *testing.T, s *suite) {
	t.Parallel()
	b := blank(t, s, s.static)
	b.must(call(b, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}))
	b.load()
	const elsewhere = "http://127.0.0.2:8016/"
	fetch := func(who string) string {
		return `fetch("` + elsewhere + who + `", { mode: "no-cors" }).then(() => "", () => "")`
	}
	b.run(fetch("page"))
	if _, err := chromedp.Run(b.engine().ctx, chromedp.Evaluate[string](fetch("engine"), chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	b.run(`fetch("index.html")`)
	b.run(`console.warn("a warning")`)
	b.run(`setTimeout(() => { throw new Error("an exception") })`)
	_, others := b.witness.account(0)
	for _, who := range []string{"page", "engine"} {
		if !slices.Contains(others, "GET "+elsewhere+who) {
			t.Errorf("The witness has not seen what the %s asked for: %q", who, others)
		}
	}
	b.complained("request after the page was ready: GET "+elsewhere+"page", "/index.html", "console: a warning", "an exception")
	b.witness.mu.Lock()
	b.witness.others = nil
	b.witness.mu.Unlock()
}

// complained looks that the browser has complained of each of these, and forgives
// it that and all else so far.
func (b *tab) complained(of ...string) {
	b.Helper()
	// What was said before this answer is here with it.
	b.until(`true`)
	b.mu.Lock()
	defer b.mu.Unlock()
	all := strings.Join(b.complaints, "\n")
	for _, part := range of {
		if !strings.Contains(all, part) {
			b.Errorf("Nobody has complained of %q:\n%s", part, all)
		}
	}
	b.complaints, b.requests = nil, nil
}
