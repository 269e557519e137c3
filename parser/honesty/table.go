package honesty

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// WriteText writes the explanations that are refuted and the lines that are split off,
// all that are judged if verbose is set, and the table by rule.
func (l *LeftOut) WriteText(w io.Writer, verbose bool) error {
	b := &strings.Builder{}
	table := map[ownership.Rule]map[Verdict]int{}
	all := map[Verdict]int{}
	for _, j := range l.Judged {
		if verbose || j.Verdict == Refuted || j.Verdict == SplitOff {
			fmt.Fprintf(b, "%s  %s  without %s\n    %s %s: %s\n    %s\n", strings.ToUpper(string(j.Verdict)), j.Rule, j.Left, j.File, j.Path, j.Says, j.Why)
		}
		if j.Verdict == Companion || j.Verdict == SplitOff {
			continue
		}
		if table[j.Rule] == nil {
			table[j.Rule] = map[Verdict]int{}
		}
		table[j.Rule][j.Verdict]++
		all[j.Verdict]++
	}
	fmt.Fprintf(b, "\n%d filings, %d issuers with more than one, %d left out\n\n", l.Filings, l.Issuers, l.Runs)
	fmt.Fprintf(b, "%-36s%6s%7s%9s%12s\n", "explanations that appear or change", "all", "right", "refuted", "not judged")
	sum := func(c map[Verdict]int) int { return c[Right] + c[Refuted] + c[NotJudged] }
	row := func(name string, c map[Verdict]int) {
		fmt.Fprintf(b, "%-36s%6d%7d%9d%12d\n", name, sum(c), c[Right], c[Refuted], c[NotJudged])
	}
	rules := make([]ownership.Rule, 0, len(table))
	for r := range table {
		rules = append(rules, r)
	}
	slices.SortFunc(rules, func(r, s ownership.Rule) int {
		return cmp.Or(cmp.Compare(sum(table[s]), sum(table[r])), cmp.Compare(r.String(), s.String()))
	})
	for _, r := range rules {
		row(r.String(), table[r])
	}
	row("all rules", all)
	fmt.Fprintf(b, "\nrefuted: %d of %d judged, %.1f %%\n", all[Refuted], all[Right]+all[Refuted], 100*l.RefutedShare())
	fmt.Fprintf(b, "lines affected: %d affected, %d honest: nothing earlier, %d honest: unexplained, %d reconciled now, %d split off\n",
		l.Affected, l.NothingEarlier, l.Unexplained, l.Reconciled, l.Count(SplitOff))
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteText writes the faults that are hidden or explained by something else, all of them
// if verbose is set, and the table by kind.
func (o *Outcome) WriteText(w io.Writer, verbose bool) error {
	b := &strings.Builder{}
	for _, f := range o.Faults {
		if verbose || f.Said.isHidden() || f.Said == Wrong {
			fmt.Fprintf(b, "%s  %s: %s -> %s  %s %s\n    %s\n", f.Said, f.Kind, f.Was, f.Now, f.File, f.Path, f.Text)
		}
	}
	fmt.Fprintf(b, "\n%d filings, %d lines to draw from, %d faults\n\n", o.Filings, o.Lines, len(o.Faults))
	columns := []string{"all"}
	for _, s := range outcomes() {
		columns = append(columns, string(s))
	}
	columns = append(columns, "named too", "blamed elsewhere")
	fmt.Fprintf(b, "%-12s", "fault")
	for _, c := range columns {
		fmt.Fprintf(b, "%*s", len(c)+2, c)
	}
	b.WriteByte('\n')
	for _, kind := range append(Kinds(), "") {
		counts := []int{o.Count(kind, func(*Fault) bool { return true })}
		for _, s := range outcomes() {
			counts = append(counts, o.Count(kind, func(f *Fault) bool { return f.Said == s }))
		}
		counts = append(counts, o.Count(kind, func(f *Fault) bool { return f.Said == Wrong && f.Named }), o.Count(kind, func(f *Fault) bool { return f.Elsewhere }))
		fmt.Fprintf(b, "%-12s", cmp.Or(string(kind), "all"))
		for i, n := range counts {
			fmt.Fprintf(b, "%*d", len(columns[i])+2, n)
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}
