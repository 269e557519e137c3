package main

import (
	"fmt"
	"strings"

	"filingview/parser/ownership"
)

// checkReport is what check says, in the JSON that web/check.schema.json describes.
// The order is that of the ledger.
type checkReport struct {
	Rates    ownership.Rates `json:"rates"`
	Filings  []checkFiling   `json:"filings"`
	Accounts []checkAccount  `json:"accounts"`
	Lines    []checkLine     `json:"lines"`
	Findings []checkFinding  `json:"findings"`
}

// checkFiling is a filing as the ledger has it. Files are named as on the command
// line, members of archives behind their archive and a "/".
type checkFiling struct {
	File            string                 `json:"file"`
	AccessionNumber string                 `json:"accessionNumber,omitempty"`
	DocumentType    ownership.DocumentType `json:"documentType,omitempty"`
	PeriodOfReport  ownership.Date         `json:"periodOfReport,omitzero"`
	FiledAt         ownership.Date         `json:"filedAt,omitzero"`
	SameAs          string                 `json:"sameAs,omitempty"`
	JointWith       string                 `json:"jointWith,omitempty"`
	Amends          string                 `json:"amends,omitempty"`
	Merged          *checkMerge            `json:"merged,omitempty"` // of an amendment
}

// checkMerge counts the lines of an amendment against those of what it amends.
type checkMerge struct {
	Replaced  int `json:"replaced"`
	Added     int `json:"added"`
	Kept      int `json:"kept"`
	Ambiguous int `json:"ambiguous"`
}

// checkAccount is an account without its lines, which are those from From to
// before To in the report's.
type checkAccount struct {
	ID                        string                   `json:"id"`
	Issuer                    ownership.PartyName      `json:"issuer"`
	Symbol                    string                   `json:"symbol,omitempty"`
	Owners                    []ownership.PartyName    `json:"owners"`
	Table                     int                      `json:"table"`
	Title                     string                   `json:"title"`
	Titles                    []string                 `json:"titles"`
	ConversionOrExercisePrice string                   `json:"conversionOrExercisePrice,omitempty"`
	ExpirationDate            string                   `json:"expirationDate,omitempty"`
	UnderlyingTitle           string                   `json:"underlyingTitle,omitempty"`
	Ownership                 ownership.DirectIndirect `json:"ownership,omitempty"`
	Holder                    string                   `json:"holder,omitempty"`
	Natures                   []string                 `json:"natures,omitempty"`
	Unit                      string                   `json:"unit"`
	Opening                   ownership.Amount         `json:"opening,omitzero"`
	Closing                   ownership.Amount         `json:"closing,omitzero"`
	Statements                []checkStatement         `json:"statements"`
	From                      int                      `json:"from"`
	To                        int                      `json:"to"`
}

// checkStatement is what one filing says about an account. A line of an amendment
// stands in the place of the one that it replaces.
type checkStatement struct {
	File    string           `json:"file"`
	Date    ownership.Date   `json:"date,omitzero"`
	Style   string           `json:"style,omitempty"`
	Opening ownership.Amount `json:"opening,omitzero"`
	Closing ownership.Amount `json:"closing,omitzero"`
	Gap     ownership.Amount `json:"gap,omitzero"`
	From    int              `json:"from"`
	To      int              `json:"to"`
}

// checkLine is one line of Table I or II of a filing.
type checkLine struct {
	File    string            `json:"file"`
	Path    string            `json:"path"`
	Account string            `json:"account"`
	SameAs  string            `json:"sameAs,omitempty"`
	Kind    ownership.RowKind `json:"kind"`
	Date    ownership.Date    `json:"date,omitzero"`
	Code    string            `json:"code,omitempty"`

	Change    ownership.Amount `json:"change,omitzero"`
	Printed   ownership.Amount `json:"printed,omitzero"`
	Computed  ownership.Amount `json:"computed,omitzero"`
	Residual  ownership.Amount `json:"residual,omitzero"`
	Uncounted string           `json:"uncounted,omitempty"`

	State       ownership.LineState `json:"state"`
	Rule        string              `json:"rule"`
	Explanation string              `json:"explanation"`
	Evidence    []checkEvidence     `json:"evidence"`
	Links       []checkLink         `json:"links"`
}

// checkPlace names a line or a cell; a place without a path is the filing itself.
type checkPlace struct {
	File string `json:"file"`
	Path string `json:"path,omitempty"`
}

// checkEvidence is a cell, or words of a note, that support what is said.
type checkEvidence struct {
	checkPlace
	Words string `json:"words,omitempty"`
}

// checkLink joins a line to another that is about the same event.
type checkLink struct {
	Rule string `json:"rule"`
	checkPlace
	Says string `json:"says"`
}

// checkFinding is a finding over lines and filings, or one of a filing by itself.
type checkFinding struct {
	Rule     string             `json:"rule"`
	Severity ownership.Severity `json:"severity"`
	Message  string             `json:"message"`
	// Filing is the one that it was found in; empty for a finding of the ledger.
	Filing   string          `json:"filing,omitempty"`
	About    []checkPlace    `json:"about"`
	At       []checkSpan     `json:"at,omitempty"` // where no cell holds it
	Evidence []checkEvidence `json:"evidence"`
	repeated bool            // found in a filing that repeats another
}

// checkSpan is a place in the source, in bytes.
type checkSpan struct {
	Start int32 `json:"start"`
	End   int32 `json:"end"`
}

// newCheckReport turns the ledger's numbers of filings into their names. The
// error says that a row is in no line, which would be a fault of this program.
func newCheckReport(l *ownership.Ledger, filings []*ownership.Filing) (*checkReport, error) {
	r := &checkReport{Rates: l.Rates(), Filings: []checkFiling{}, Accounts: []checkAccount{}, Lines: []checkLine{}, Findings: []checkFinding{}}
	name := func(i int) string {
		if i < 0 {
			return ""
		}
		return l.Filings[i].Name
	}
	for i := range l.Filings {
		f := &l.Filings[i]
		out := checkFiling{File: f.Name, AccessionNumber: f.AccessionNumber, DocumentType: f.DocumentType, PeriodOfReport: f.PeriodOfReport, FiledAt: f.FiledAt,
			SameAs: name(f.SameAs), JointWith: name(f.JointWith), Amends: name(f.Amends)}
		if f.Amends >= 0 {
			out.Merged = &checkMerge{f.Replaced, f.Added, f.Kept, f.Ambiguous}
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
		out := checkFinding{Rule: f.Rule, Severity: f.Severity, Message: f.Message, About: []checkPlace{}, Evidence: evidenceOf(f.Evidence, name)}
		for _, line := range f.Lines {
			out.About = append(out.About, checkPlace{name(line.Filing), line.Path})
		}
		r.Findings = append(r.Findings, out)
	}
	for i := range l.Filings {
		r.own(filings[l.Filings[i].Given], l.Filings[i].SameAs >= 0)
	}
	return r, nil
}

func (r *checkReport) account(l *ownership.Ledger, a *ownership.Account, name func(int) string, at map[ownership.LineRef]int) {
	out := checkAccount{
		ID: a.ID, Issuer: a.Issuer, Symbol: a.Symbol, Owners: a.Owners, Table: a.Table, Title: a.Title, Titles: a.Titles,
		ConversionOrExercisePrice: a.ConversionOrExercisePrice, ExpirationDate: a.ExpirationDate, UnderlyingTitle: a.UnderlyingTitle,
		Ownership: a.Ownership, Holder: a.Holder, Natures: a.Natures, Unit: a.Unit,
		Opening: known(a.Opening), Closing: known(a.Closing), Statements: []checkStatement{}, From: len(r.Lines),
	}
	if out.Owners == nil {
		out.Owners = []ownership.PartyName{}
	}
	if out.Titles == nil {
		out.Titles = []string{}
	}
	for _, s := range a.Statements {
		out.Statements = append(out.Statements, checkStatement{
			File: name(s.Filing), Date: s.Date, Style: s.Style,
			Opening: known(s.Opening), Closing: known(s.Closing), Gap: known(s.Gap),
			From: out.From + s.From, To: out.From + s.To,
		})
	}
	for i := range a.Lines {
		line := &a.Lines[i]
		at[line.LineRef] = len(r.Lines)
		shown := checkLine{
			File: name(line.Filing), Path: line.Path, Account: a.ID, Kind: line.Kind, Date: line.Date, Code: line.Code,
			Change: known(line.Change), Printed: known(line.Printed), Computed: known(line.Computed), Residual: known(line.Residual),
			Uncounted: line.Uncounted, State: line.State, Rule: line.Rule, Explanation: line.Explanation,
			Evidence: evidenceOf(line.Evidence, name), Links: []checkLink{},
		}
		for _, link := range line.Links {
			shown.Links = append(shown.Links, checkLink{link.Rule, checkPlace{name(link.To.Filing), link.To.Path}, link.Says})
		}
		r.Lines = append(r.Lines, shown)
	}
	out.To = len(r.Lines)
	r.Accounts = append(r.Accounts, out)
}

// repeats adds the lines of the filings that repeat others, and holds that every
// row of every filing has a line.
func (r *checkReport) repeats(l *ownership.Ledger, filings []*ownership.Filing, at map[ownership.LineRef]int) error {
	for i := range l.Filings {
		f := &l.Filings[i]
		filing := filings[f.Given]
		for table, rows := range [][]ownership.Row{filing.TableI, filing.TableII} {
			for n := range rows {
				path := fmt.Sprintf("%s[%d]", [...]string{"tableI", "tableII"}[table], n)
				ref := ownership.LineRef{Filing: i, Path: path}
				if f.SameAs >= 0 {
					ref.Filing = f.SameAs
				}
				where, ok := at[ref]
				if !ok {
					return fmt.Errorf("%s: %s is in no account; this is a fault of filingview", f.Name, path)
				}
				if f.SameAs >= 0 {
					line := r.Lines[where]
					line.File, line.SameAs = f.Name, line.File
					r.Lines = append(r.Lines, line)
				}
			}
		}
	}
	return nil
}

// own adds what was found in a filing by itself.
func (r *checkReport) own(f *ownership.Filing, repeated bool) {
	var cells map[string]bool // made for the first evidence
	for i := range f.Findings {
		x := &f.Findings[i]
		out := checkFinding{Rule: x.Rule, Severity: x.Severity, Message: x.Message, Filing: f.Source.Name, About: []checkPlace{}, Evidence: []checkEvidence{}, repeated: repeated}
		for _, path := range x.Paths {
			out.About = append(out.About, checkPlace{f.Source.Name, path})
		}
		if len(x.Paths) == 0 {
			out.About = append(out.About, checkPlace{File: f.Source.Name})
		}
		for _, s := range x.At {
			out.At = append(out.At, checkSpan{s.Start, s.End})
		}
		for _, e := range x.Evidence {
			shown := checkEvidence{checkPlace: checkPlace{File: f.Source.Name}}
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
// is a cell is told from evidence that is words.
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

func evidenceOf(evidence []ownership.Evidence, name func(int) string) []checkEvidence {
	out := []checkEvidence{}
	for _, e := range evidence {
		out = append(out, checkEvidence{checkPlace{name(e.Filing), e.Path}, e.Words})
	}
	return out
}

// known returns what is left out of the JSON if it is not known.
func known(a ownership.Amount) ownership.Amount {
	if !a.Known {
		return ownership.Amount{}
	}
	return a
}
