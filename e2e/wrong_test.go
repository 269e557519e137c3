//go:build e2e

package e2e_test

import (
	"path/filepath"
	"slices"
	"testing"
)

// wrong gives each wrong file alone and all of them together: each gets its
// sentence, where one can see it.
func wrong(t *testing.T, s *suite) {
	t.Parallel()
	var files, want []string
	for _, path := range cases(t, wrongFiles) {
		c := read(t, path)
		if slices.ContainsFunc(c.failed, func(sentence string) bool { return sentence == "" }) {
			continue // a filing is in it after all
		}
		files = append(files, path)
		want = append(want, c.failed...)
	}
	b := open(t, s, s.server)
	// The first ones alone, with everything closed in between.
	const state = `document.documentElement.dataset.state`
	for _, path := range files[:5] {
		b.drop(path)
		b.until(state + ` === "failed"`)
		if _, failed := b.listed(); !slices.Equal(failed, read(t, path).failed) {
			t.Errorf("%s: the page says %q, want %q.", filepath.Base(path), failed, read(t, path).failed)
		}
		if unseen := value[int](b, `[...document.querySelectorAll("nav .failed .why")].filter((e) => !e.checkVisibility() || e.getClientRects().length === 0).length`); unseen > 0 {
			t.Errorf("%s: the sentence is not to be seen.", filepath.Base(path))
		}
		if said := value[string](b, `document.querySelector("[role=status]").textContent`); said == "" {
			t.Errorf("%s: those who listen are told nothing.", filepath.Base(path))
		}
		b.click(`document.querySelector("[data-do=forget]")`)
		b.until(state + ` === "empty"`)
	}
	b.drop(files...)
	b.until(state + ` === "failed"`)
	var failed []string
	for {
		_, window := b.listed()
		failed = append(failed, window...)
		if !value[bool](b, `!!document.querySelector(".pager button[data-do=from]:last-child:not(:disabled)")`) {
			break
		}
		first := window[0]
		b.click(`document.querySelector(".pager button[data-do=from]:last-child")`)
		b.until(`document.querySelector("nav .failed .why").textContent !== %s`, first)
	}
	if !slices.Equal(failed, want) {
		for i := range max(len(failed), len(want)) {
			if i >= len(failed) || i >= len(want) || failed[i] != want[i] {
				t.Errorf("The sentences differ from number %d on: %q, want %q.", i, failed[min(i, len(failed)):min(i+2, len(failed))], want[min(i, len(want)):min(i+2, len(want))])
				break
			}
		}
	}
	t.Logf("%d wrong files, %d sentences.", len(files), len(want))
}
