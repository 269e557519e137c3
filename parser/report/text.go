package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// WriteText writes the report for a person at a terminal: how much of it holds,
// what does not, then all accounts, then the findings.
func (r *Report) WriteText(to io.Writer) error {
	w := bufio.NewWriter(to) // which keeps its first error for its Flush
	r.writeRates(w)
	r.writeUnexplained(w)
	r.writeFilings(w)
	issuer, owners := "", ""
	for i := range r.Accounts {
		a := &r.Accounts[i]
		// Names change while CIKs stay.
		if key := partyKey(a.Issuer); key != issuer || i == 0 {
			issuer, owners = key, ""
			fmt.Fprintf(w, "\n== %s\n", a.heading())
		}
		if key := partyKey(a.Owners...); key != owners || owners == "" {
			owners = key
			fmt.Fprintf(w, "\n-- %s\n", partyNames(a.Owners))
		}
		r.writeAccount(w, a)
	}
	r.writeFindings(w)
	return w.Flush()
}

func (r *Report) writeRates(w *bufio.Writer) {
	repeated := 0
	for _, f := range r.Filings {
		if f.SameAs != "" {
			repeated++
		}
	}
	fmt.Fprintf(w, "%s, %s, %s\n", count(len(r.Filings)-repeated, "filing"), count(len(r.Accounts), "account"), count(r.Rates.Lines, "line"))
	var t columns
	for _, s := range []struct {
		state ownership.LineState
		lines int
	}{
		{ownership.Reconciled, r.Rates.Reconciled},
		{ownership.Explained, r.Rates.Explained},
		{ownership.Unexplained, r.Rates.Unexplained},
		{ownership.CannotBeTested, r.Rates.CannotBeTested},
	} {
		share := "-"
		if r.Rates.Lines > 0 {
			share = fmt.Sprintf("%.1f %%", 100*float64(s.lines)/float64(r.Rates.Lines))
		}
		t.add("", mark(s.state)+r.strengths(s.state), fmt.Sprint(s.lines), share)
	}
	t.write(w, "  ", 1, 2)
	if repeated > 0 {
		fmt.Fprintf(w, "%s repeated and counted once.\n", count(repeated, "filing"))
	}
}

// strengths says of the explained lines how many are not proved.
func (r *Report) strengths(s ownership.LineState) string {
	if s != ownership.Explained || r.Rates.Told+r.Rates.Likely == 0 {
		return ""
	}
	proved := r.Rates.Explained - r.Rates.Told - r.Rates.Likely
	return fmt.Sprintf(" (%d proved, %d told, %d likely)", proved, r.Rates.Told, r.Rates.Likely)
}

// writeUnexplained lists what a person has to look at.
func (r *Report) writeUnexplained(w *bufio.Writer) {
	if r.Rates.Unexplained == 0 {
		return
	}
	fmt.Fprint(w, "\nUnexplained lines:\n")
	var t columns
	for i := range r.Lines {
		if line := &r.Lines[i]; line.State == ownership.Unexplained && line.SameAs == "" {
			t.add("", line.off(), oneLine(line.File), line.Path)
		}
	}
	t.write(w, "  ", 0)
}

// writeFilings names the filings that are not simply one more.
func (r *Report) writeFilings(w *bufio.Writer) {
	heading := "\nFilings that stand to others:\n"
	for i := range r.Filings {
		f := &r.Filings[i]
		for _, s := range []struct{ says, other string }{{"repeats", f.SameAs}, {"amends", f.Amends}, {"has the same lines for other owners as", f.JointWith}} {
			if s.other == "" {
				continue
			}
			fmt.Fprintf(w, "%s  %s %s %s", heading, oneLine(f.File), s.says, oneLine(s.other))
			if m := f.Merged; m != nil && s.says == "amends" {
				fmt.Fprintf(w, ": %d replaced, %d added, %d kept, %d ambiguous", m.Replaced, m.Added, m.Kept, m.Ambiguous)
			}
			fmt.Fprintln(w)
			heading = ""
		}
	}
}

func (a *Account) heading() string {
	s := oneLine(a.Issuer.Name)
	if a.Symbol != "" {
		s += " (" + oneLine(a.Symbol) + ")"
	}
	return s + ", CIK " + oneLine(a.Issuer.CIK)
}

// partyKey is the same for the same parties in any order.
func partyKey(parties ...ownership.PartyName) string {
	var keys []string
	for _, p := range parties {
		keys = append(keys, cmp.Or(p.CIK, p.Name))
	}
	slices.Sort(keys)
	return strings.Join(keys, "+")
}

func partyNames(parties []ownership.PartyName) string {
	var names []string
	for _, p := range parties {
		names = append(names, fmt.Sprintf("%s, CIK %s", oneLine(p.Name), oneLine(p.CIK)))
	}
	return strings.Join(names, "; ")
}

// title names the account: class or series, form of ownership and record holder.
func (a *Account) title() string {
	s := fmt.Sprintf("%s, Table %s", oneLine(a.Title), strings.Repeat("I", a.Table))
	switch a.Ownership {
	case ownership.Direct:
		s += ", direct (D)"
	case ownership.Indirect:
		s += ", indirect (I)"
	}
	for _, part := range []struct{ before, text string }{
		{"", a.Holder}, {"exercise price ", a.ConversionOrExercisePrice}, {"expires ", a.ExpirationDate}, {"on ", a.UnderlyingTitle},
	} {
		if part.text != "" {
			s += ", " + part.before + oneLine(part.text)
		}
	}
	return s
}

func (r *Report) writeAccount(w *bufio.Writer, a *Account) {
	fmt.Fprintf(w, "\n%s\n", a.title())
	if others := slices.DeleteFunc(slices.Clone(a.Titles), func(s string) bool { return s == a.Title }); len(others) > 0 {
		fmt.Fprintf(w, "  also titled: %s\n", oneLine(strings.Join(others, "; ")))
	}
	fmt.Fprintf(w, "  account %s, in %s, opening %s, closing %s%s\n", a.ID, a.Unit, orUnknown(a.Opening), orUnknown(a.Closing), inDoubt(a.Doubted))
	var t columns
	t.add("", "state", "date", "code", "change", "printed", "computed", "file", "line")
	for i := range r.Lines[a.From:a.To] {
		line := &r.Lines[a.From+i]
		change := grouped(line.Change)
		switch {
		case line.Kind == ownership.Holding:
			change = "(held)"
		case line.Change.V.Sign() > 0:
			change = "+" + change
		}
		t.add(line.below(), line.mark(), line.Date.String(), oneLine(line.Code), change, grouped(line.Printed), grouped(line.Computed), oneLine(line.File), line.Path)
	}
	t.write(w, "  ", 3, 4, 5)
}

// inDoubt says of balances that figures of some lines are not certain.
func inDoubt(lines int) string {
	switch lines {
	case 0:
		return ""
	case 1:
		return " (not certain: 1 line has a figure in doubt)"
	}
	return fmt.Sprintf(" (not certain: %d lines have figures in doubt)", lines)
}

// below is what stands under a line: why, by which words, and what it belongs to.
// A line that simply follows needs no words.
func (l *Line) below() string {
	var b strings.Builder
	if l.State != ownership.Reconciled || l.Uncounted != 0 || l.Doubted {
		fmt.Fprintf(&b, "      %s%s: %s\n", l.Rule, l.caveat(), oneLine(l.Explanation))
		if l.Uncounted != 0 {
			fmt.Fprintf(&b, "      not counted: %s\n", l.Uncounted)
		}
		for _, e := range l.Evidence {
			if e.Words != "" {
				fmt.Fprintf(&b, "      \"%s\" (%s %s)\n", oneLine(e.Words), oneLine(e.File), e.Path)
			}
		}
	}
	for _, link := range l.Links {
		fmt.Fprintf(&b, "      -> %s %s, %s: %s\n", oneLine(link.File), link.Path, link.Rule, oneLine(link.Says))
	}
	return b.String()
}

// caveat says beside an explanation what speaks against taking it for a fact.
func (l *Line) caveat() string {
	switch l.Strength {
	case ownership.StrengthTold:
		return ", told by a note, amount not checked"
	case ownership.StrengthLikely:
		return ", likely"
	}
	return ""
}

// off is how far the printed balance is from the computed one.
func (l *Line) off() string {
	switch {
	case !l.Residual.Known:
		return "by an unknown amount"
	case l.Residual.V.Sign() > 0:
		return "off by +" + grouped(l.Residual)
	}
	return "off by " + grouped(l.Residual)
}

// writeFindings lists those of the ledger and those of each filing, which a filing
// that repeats another does not say again.
func (r *Report) writeFindings(w *bufio.Writer) {
	byPlace := map[Place]*Line{}
	for i := range r.Lines {
		byPlace[Place{File: r.Lines[i].File, Path: r.Lines[i].Path}] = &r.Lines[i]
	}
	heading := "\n== Findings\n"
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.repeated {
			continue
		}
		fmt.Fprintf(w, "%s\n%s %s%s: %s\n", heading, f.Severity, f.Rule, r.caveat(f, byPlace), oneLine(f.Message))
		heading = ""
		for _, p := range f.About {
			fmt.Fprintf(w, "  %s\n", strings.TrimSpace(oneLine(p.File)+" "+p.Path))
		}
		for _, e := range f.Evidence {
			if e.Words != "" {
				fmt.Fprintf(w, "  \"%s\" (%s)\n", oneLine(e.Words), strings.TrimSpace(oneLine(e.File)+" "+e.Path))
			}
		}
	}
}

// caveat is that of the lines which a finding explains.
func (r *Report) caveat(f *Finding, byPlace map[Place]*Line) string {
	for _, p := range f.About {
		if l := byPlace[p]; l != nil && l.Rule == f.Rule && l.caveat() != "" {
			return l.caveat()
		}
	}
	return ""
}

// mark is the state with a sign that is found by eye or by grep.
func mark(s ownership.LineState) string {
	switch s {
	case ownership.Reconciled:
		return "= " + s.String()
	case ownership.Explained:
		return "~ " + s.String()
	case ownership.Unexplained:
		return "! " + s.String()
	}
	return "? " + s.String()
}

// mark is that of the line's state; an explanation that is not proved says so.
func (l *Line) mark() string {
	if l.Strength > ownership.StrengthProved {
		return mark(l.State) + ", " + l.Strength.String()
	}
	return mark(l.State)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func orUnknown(a ownership.Amount) string {
	if !a.Known {
		return "unknown"
	}
	return grouped(a)
}

// grouped writes an amount with its thousands apart: -1,163,085.5.
func grouped(a ownership.Amount) string {
	s := a.String()
	start, end := strings.IndexAny(s, "0123456789"), strings.IndexByte(s, '.')
	if end < 0 {
		end = len(s)
	}
	for i := end - 3; start >= 0 && i > start; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// oneLine keeps what filings say from moving the cursor or the columns: each run of
// white space is a space, and what is not printed is a "?".
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, s)
}

// columns aligns cells; below each row may stand lines that are not aligned.
type columns struct {
	rows  [][]string
	below []string
}

func (t *columns) add(below string, cells ...string) {
	t.rows, t.below = append(t.rows, cells), append(t.below, below)
}

// write aligns the columns named in right to the right.
func (t *columns) write(w *bufio.Writer, indent string, right ...int) {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if slices.Contains(right, i) {
				cell, pad = pad+cell, ""
			}
			b.WriteString(cell + pad + "  ")
		}
		fmt.Fprintf(w, "%s%s\n%s", indent, strings.TrimRight(b.String(), " "), t.below[n])
	}
}
