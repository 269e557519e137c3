package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// change is a line of which two revisions say different things. Before or after is nil if
// one of them has no such line.
type change struct {
	before, after *line
}

// kind says what is different, in the words that changes are counted by: the state, else
// the rule, else the strength, else the sentence alone.
func (c change) kind() string {
	b, a := c.before, c.after
	switch {
	case b == nil:
		return "only in the head"
	case a == nil:
		return "only in the base"
	case b.State != a.State:
		return "state: " + b.State + " -> " + a.State
	case b.Rule != a.Rule:
		return "rule: " + b.Rule + " -> " + a.Rule
	case b.Strength != a.Strength:
		return "strength of " + a.Rule + ": " + cmp.Or(b.Strength, "none") + " -> " + cmp.Or(a.Strength, "none")
	}
	return "sentence of " + a.Rule
}

// place names the line: a file may hold several filings, and so several lines of one path.
type place struct {
	file, path string
	n          int
}

func places(lines []line) map[place]*line {
	all := make(map[place]*line, len(lines))
	for i := range lines {
		at := place{file: lines[i].File, path: lines[i].Path}
		for all[at] != nil {
			at.n++
		}
		all[at] = &lines[i]
	}
	return all
}

// compare returns the changes by kind, each kind in the order of files and lines. Where the
// base knows no strengths at all, they are not compared.
func compare(base, head []line) map[string][]change {
	before, after := places(base), places(head)
	strengths := slices.ContainsFunc(base, func(l line) bool { return l.Strength != "" })
	all := map[place]bool{}
	for at := range before {
		all[at] = true
	}
	for at := range after {
		all[at] = true
	}
	kinds := map[string][]change{}
	for _, at := range slices.SortedFunc(maps.Keys(all), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(len(a.path), len(b.path)), cmp.Compare(a.path, b.path), cmp.Compare(a.n, b.n))
	}) {
		c := change{before[at], after[at]}
		if c.before != nil && c.after != nil {
			b := *c.before
			if !strengths {
				b.Strength = c.after.Strength
			}
			if b == *c.after {
				continue
			}
			c.before = &b
		}
		kinds[c.kind()] = append(kinds[c.kind()], c)
	}
	return kinds
}

// write writes how many changes of each kind there are, and then all of them.
func write(out io.Writer, base, head string, before, after []line) error {
	kinds := compare(before, after)
	names := slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(kinds[b]), len(kinds[a])), cmp.Compare(a, b))
	})
	changes := 0
	for _, name := range names {
		changes += len(kinds[name])
	}
	b := &strings.Builder{}
	fmt.Fprintf(b, "%d lines in %s, %d in %s, %d differ\n", len(before), base, len(after), head, changes)
	for _, name := range names {
		fmt.Fprintf(b, "%6d  %s\n", len(kinds[name]), name)
	}
	for _, name := range names {
		fmt.Fprintf(b, "\n== %s (%d)\n", name, len(kinds[name]))
		for _, c := range kinds[name] {
			at := cmp.Or(c.before, c.after)
			fmt.Fprintf(b, "%s %s\n", at.File, at.Path)
			said(b, "-", c.before)
			said(b, "+", c.after)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// said writes what one revision says of a line.
func said(b *strings.Builder, sign string, l *line) {
	if l == nil {
		return
	}
	what := l.State + ", " + l.Rule
	if l.Strength != "" {
		what += ", " + l.Strength
	}
	fmt.Fprintf(b, "  %s %s: %s\n", sign, what, l.Explanation)
}
