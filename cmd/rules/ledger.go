package main

import (
	"fmt"
	"strings"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/parser/ownership"
)

// writeLedger shows the accounts of an example line by line, and what the rule says of
// them.
func (e *example) writeLedger(b *strings.Builder, r ownership.Rule, s said) {
	shown := 0
	for i := range e.ledger.Accounts {
		a := &e.ledger.Accounts[i]
		if shown > 0 && shown+len(a.Lines) > 2*most {
			fmt.Fprintln(b, "\nAnd more accounts.")
			break
		}
		shown += len(a.Lines)
		fmt.Fprintf(b, "\n%s:\n\n| Line | Date | Code | Change | Total | State | Rule |\n|---|---|---|---|---|---|---|\n", escaped(accountName(a)))
		for j := range a.Lines[:min(len(a.Lines), 2*most)] {
			l := &a.Lines[j]
			code, change := l.Code, format.Group(l.Change.String())
			if l.Kind == ownership.Holding {
				code, change = "holding", ""
			} else if l.Change.Known && l.Change.V.Sign() > 0 {
				change = "+" + change
			}
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", e.place(l.LineRef), cellText(l.Date.String()), cellText(code), cellText(change), cellText(format.Group(l.Printed.String())), state(l), link(l.Rule, r))
		}
	}
	if s.nothing() {
		fmt.Fprintln(b, "\n"+silence(r))
		e.writeOthers(b)
		return
	}
	fmt.Fprint(b, "\nIt says:\n\n")
	items := map[string]bool{}
	put := func(text string) {
		if !items[text] && len(items) < most {
			items[text] = true
			fmt.Fprintf(b, "- %s\n", text)
		}
	}
	for _, l := range s.lines {
		if l.Rule == r {
			put(fmt.Sprintf("**%s**, %s: %s", title(state(l)), e.place(l.LineRef), escaped(l.Explanation)))
		}
		if l.Uncounted == r {
			put(fmt.Sprintf("**Not counted**, %s.", e.place(l.LineRef)))
		}
		for _, k := range l.Links {
			if k.Rule == r {
				put(fmt.Sprintf("**Linked**, %s to %s: %s", e.place(l.LineRef), e.place(k.To), escaped(k.Says)))
			}
		}
	}
	for _, f := range s.ledger {
		put(fmt.Sprintf("**%s:** %s", title(severityWord(f.Severity)), escaped(f.Message)))
	}
}

// writeOthers says how the lines stand that do not follow, though the rule is silent.
func (e *example) writeOthers(b *strings.Builder) {
	n := 0
	for i := range e.ledger.Accounts {
		for j := range e.ledger.Accounts[i].Lines {
			l := &e.ledger.Accounts[i].Lines[j]
			if l.State != ownership.Explained && l.State != ownership.Unexplained || n == 4 {
				continue
			}
			if n++; n == 1 {
				fmt.Fprint(b, "Other rules say:\n\n")
			}
			fmt.Fprintf(b, "- **%s** by %s, %s: %s\n", title(state(l)), link(l.Rule, 0), e.place(l.LineRef), escaped(l.Explanation))
		}
	}
}

// state is that of a line, with how sure an explanation is.
func state(l *ownership.Line) string {
	if l.Strength > ownership.StrengthProved {
		return l.State.String() + ", " + l.Strength.String()
	}
	return l.State.String()
}

// link leads to the page of a rule, unless it is the page's own.
func link(r, own ownership.Rule) string {
	if r == own {
		return r.String()
	}
	return fmt.Sprintf("[%s](%s.md)", r, r)
}

// place names a line: 2.xml, Table I, line 1.
func (e *example) place(l ownership.LineRef) string {
	name := escaped(field.PathLabel(l.Path))
	if len(e.filings) > 1 {
		name = escaped(e.ledger.Filings[l.Filing].Name) + ", " + name
	}
	return name
}

func accountName(a *ownership.Account) string {
	name := a.Title
	if t := a.Terms(); t != "" {
		name += " " + t
	}
	if a.Ownership != "" {
		name += ", " + map[ownership.DirectIndirect]string{ownership.Direct: "direct", ownership.Indirect: "indirect"}[a.Ownership]
	}
	if a.Holder != "" {
		name += ", " + a.Holder
	}
	return name
}
