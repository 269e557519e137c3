// Package report says what filings come to together: the accounts that the ledger
// makes of them, every line with its state and evidence, and the findings, as the
// JSON that web/check.schema.json describes or as text for a person.
package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// Report is what is said, in the JSON that web/check.schema.json describes. The
// order is that of the ledger.
type Report struct {
	Rates    ownership.Rates `json:"rates"`
	Filings  []Filing        `json:"filings"`
	Accounts []Account       `json:"accounts"`
	Lines    []Line          `json:"lines"`
	Findings []Finding       `json:"findings"`
}

// Filing is a filing as the ledger has it. Files are named as on the command
// line, members of archives after their archive and a "/".
type Filing struct {
	File            string                 `json:"file"`
	AccessionNumber string                 `json:"accessionNumber,omitempty"`
	DocumentType    ownership.DocumentType `json:"documentType,omitempty"`
	PeriodOfReport  ownership.Date         `json:"periodOfReport,omitzero"`
	FiledAt         ownership.Date         `json:"filedAt,omitzero"`
	SameAs          string                 `json:"sameAs,omitempty"`
	JointWith       string                 `json:"jointWith,omitempty"`
	Amends          string                 `json:"amends,omitempty"`
	Merged          *Merge                 `json:"merged,omitempty"` // of an amendment
}

// Merge counts the lines of an amendment against those of what it amends.
type Merge struct {
	Replaced  int `json:"replaced"`
	Added     int `json:"added"`
	Kept      int `json:"kept"`
	Ambiguous int `json:"ambiguous"`
}

// Account is an account without its lines, which are those from From to
// before To in the report's.
type Account struct {
	ownership.AccountSummary
	Statements []Statement `json:"statements"`
	From       int         `json:"from"`
	To         int         `json:"to"`
}

// Statement is what one filing says about an account. A line of an amendment
// stands in the place of the one that it replaces. From and To count in the
// report's lines.
type Statement struct {
	File string `json:"file"`
	ownership.StatementFigures
}

// Line is one line of Table I or II of a filing.
type Line struct {
	File    string `json:"file"`
	Path    string `json:"path"`
	Account string `json:"account"`
	SameAs  string `json:"sameAs,omitempty"`
	ownership.LineFigures
	Evidence []Evidence `json:"evidence"`
	Links    []Link     `json:"links"`
}

// Place names a line or a cell; a place without a path is the filing itself.
type Place struct {
	File string `json:"file"`
	Path string `json:"path,omitempty"`
}

// Evidence is a cell, or words of a note, that support what is said.
type Evidence struct {
	Place
	Words string `json:"words,omitempty"`
}

// Link joins a line to another that is about the same event.
type Link struct {
	Rule ownership.Rule `json:"rule"`
	Place
	Says string `json:"says"`
}

// Finding is a finding over lines and filings, or one of a filing by itself.
type Finding struct {
	Rule     ownership.Rule     `json:"rule"`
	Severity ownership.Severity `json:"severity"`
	Message  string             `json:"message"`
	// Filing is the one that it was found in; empty for a finding of the ledger.
	Filing   string     `json:"filing,omitempty"`
	About    []Place    `json:"about"`
	At       []Span     `json:"at,omitempty"` // where no cell holds it
	Evidence []Evidence `json:"evidence"`
	repeated bool       // found in a filing that repeats another
}

// Span is a place in the source, in bytes.
type Span struct {
	Start int32 `json:"start"`
	End   int32 `json:"end"`
}

// New reconciles the filings together. Their order makes no difference. The error
// says that a row is in no line, which would be a fault of this program.
func New(filings []*ownership.Filing) (*Report, error) {
	// Copies that differ by a note alone are alike to the ledger, which takes the
	// first of them: let that not be the one that was named first.
	filings = slices.SortedStableFunc(slices.Values(filings), func(f, g *ownership.Filing) int {
		return cmp.Or(cmp.Compare(f.Source.Name, g.Source.Name), cmp.Compare(f.Source.Text, g.Source.Text))
	})
	return newReport(ledger.Reconcile(filings), filings)
}

// WriteJSON writes the report's JSON and a line break. The JSON itself has none.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(r)
}

// newReport turns the ledger's numbers of filings into their names.
func newReport(l *ownership.Ledger, filings []*ownership.Filing) (*Report, error) {
	r := &Report{Rates: l.Rates(), Filings: []Filing{}, Accounts: []Account{}, Lines: []Line{}, Findings: []Finding{}}
	name := func(i int) string {
		if i < 0 {
			return ""
		}
		return l.Filings[i].Name
	}
	for i := range l.Filings {
		f := &l.Filings[i]
		out := Filing{File: f.Name, AccessionNumber: f.AccessionNumber, DocumentType: f.DocumentType, PeriodOfReport: f.PeriodOfReport, FiledAt: f.FiledAt,
			SameAs: name(f.SameAs), JointWith: name(f.JointWith), Amends: name(f.Amends)}
		if f.Amends >= 0 {
			out.Merged = &Merge{f.Replaced, f.Added, f.Kept, f.Ambiguous}
		}
		r.Filings = append(r.Filings, out)
	}
	at := map[ownership.LineRef]int{}
	for i := range l.Accounts {
		r.account(l, &l.Accounts[i], name, at)
	}
	if err := r.repeats(l, filings, at); err != nil {
		return nil, err
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		out := Finding{Rule: f.Rule, Severity: f.Severity, Message: f.Message, About: []Place{}, Evidence: evidenceOf(f.Evidence, name)}
		for _, line := range f.Lines {
			out.About = append(out.About, Place{name(line.Filing), line.Path})
		}
		r.Findings = append(r.Findings, out)
	}
	for i := range l.Filings {
		r.own(filings[l.Filings[i].Given], l.Filings[i].SameAs >= 0)
	}
	return r, nil
}

func (r *Report) account(l *ownership.Ledger, a *ownership.Account, name func(int) string, at map[ownership.LineRef]int) {
	out := Account{AccountSummary: a.AccountSummary, Statements: []Statement{}, From: len(r.Lines)}
	if out.Owners == nil {
		out.Owners = []ownership.PartyName{}
	}
	if out.Titles == nil {
		out.Titles = []string{}
	}
	for _, s := range a.Statements {
		s.From, s.To = out.From+s.From, out.From+s.To
		out.Statements = append(out.Statements, Statement{name(s.Filing), s.StatementFigures})
	}
	for i := range a.Lines {
		line := &a.Lines[i]
		at[line.LineRef] = len(r.Lines)
		shown := Line{
			File: name(line.Filing), Path: line.Path, Account: a.ID, LineFigures: line.LineFigures,
			Evidence: evidenceOf(line.Evidence, name), Links: []Link{},
		}
		for _, link := range line.Links {
			shown.Links = append(shown.Links, Link{link.Rule, Place{name(link.To.Filing), link.To.Path}, link.Says})
		}
		r.Lines = append(r.Lines, shown)
	}
	out.To = len(r.Lines)
	r.Accounts = append(r.Accounts, out)
}

// repeats adds the lines of the filings that repeat others, and holds that every
// row of every filing has a line.
func (r *Report) repeats(l *ownership.Ledger, filings []*ownership.Filing, at map[ownership.LineRef]int) error {
	for i := range l.Filings {
		f := &l.Filings[i]
		filing := filings[f.Given]
		there := map[string]string{}
		for from, to := range l.Moved[i] {
			there[to] = from
		}
		for table, rows := range [][]ownership.Row{filing.TableI, filing.TableII} {
			for n := range rows {
				path := fmt.Sprintf("%s[%d]", [...]string{"tableI", "tableII"}[table], n)
				ref := ownership.LineRef{Filing: i, Path: path}
				if f.SameAs >= 0 {
					ref.Filing, ref.Path = f.SameAs, cmp.Or(there[path], path)
				}
				where, ok := at[ref]
				if !ok {
					return fmt.Errorf("%s: %s is in no account; this is a fault of filingview", f.Name, path)
				}
				if f.SameAs >= 0 {
					line := r.Lines[where]
					line.File, line.SameAs, line.Path = f.Name, line.File, path
					r.Lines = append(r.Lines, line)
				}
			}
		}
	}
	return nil
}

// own adds what was found in a filing by itself.
func (r *Report) own(f *ownership.Filing, repeated bool) {
	var cells map[string]bool // made for the first evidence
	for i := range f.Findings {
		x := &f.Findings[i]
		out := Finding{Rule: x.Rule, Severity: x.Severity, Message: x.Message, Filing: f.Source.Name, About: []Place{}, Evidence: []Evidence{}, repeated: repeated}
		for _, path := range x.Paths {
			out.About = append(out.About, Place{f.Source.Name, path})
		}
		if len(x.Paths) == 0 {
			out.About = append(out.About, Place{File: f.Source.Name})
		}
		for _, s := range x.At {
			out.At = append(out.At, Span{s.Start, s.End})
		}
		for _, e := range x.Evidence {
			shown := Evidence{Place: Place{File: f.Source.Name}}
			if cells == nil {
				cells = pathsOf(f)
			}
			if cells[e] {
				shown.Path = e
			} else {
				shown.Words = e
			}
			out.Evidence = append(out.Evidence, shown)
		}
		r.Findings = append(r.Findings, out)
	}
}

// pathsOf returns the paths of the filing's cells and rows, by which evidence that
// is a cell differs from evidence that is words.
func pathsOf(f *ownership.Filing) map[string]bool {
	all := map[string]bool{}
	for c := range f.Cells() {
		all[c.Path] = true
		if i := strings.IndexByte(c.Path, ']'); i > 0 {
			all[c.Path[:i+1]] = true
		}
	}
	return all
}

func evidenceOf(evidence []ownership.Evidence, name func(int) string) []Evidence {
	out := []Evidence{}
	for _, e := range evidence {
		out = append(out, Evidence{Place{name(e.Filing), e.Path}, e.Words})
	}
	return out
}
