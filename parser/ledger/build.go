package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// builder writes the ledger.
type builder struct {
	ledger *ownership.Ledger
}

// issuer takes the filings about one issuer, sorted.
func (b *builder) issuer(papers []*paper) {
	repeats(papers)
	splits := splitNotes(papers)
	for i := 0; i < len(papers); {
		j := i
		for j < len(papers) && papers[j].owners == papers[i].owners {
			j++
		}
		b.group(papers[i:j], splits)
		i = j
	}
}

// repeats marks the filings that are copies of another: the same figures for the
// same owners, whatever became of the notes.
func repeats(papers []*paper) {
	first := map[string]*paper{}
	for _, p := range papers {
		var key strings.Builder
		t, _ := p.filing.DocumentType.Get()
		key.WriteString(p.owners + "|" + string(t) + "|" + p.period.String())
		for _, e := range p.entries {
			key.WriteString("\n" + e.path + e.fingerprint())
		}
		if q := first[key.String()]; q != nil {
			p.sameAs = q
		} else {
			first[key.String()] = p
		}
	}
}

func (b *builder) group(papers []*paper, splits []splitNote) {
	g := &group{}
	for _, p := range papers {
		if p.sameAs == nil {
			g.papers = append(g.papers, p)
		}
	}
	arrange(g.papers)
	for _, p := range g.papers {
		b.enter(p)
		for _, q := range papers {
			if q.sameAs == p {
				b.enter(q)
			}
		}
	}
	for _, p := range g.papers {
		g.post(p)
	}
	g.explain(g.judge(), splits)
	for _, a := range g.accounts {
		b.ledger.Accounts = append(b.ledger.Accounts, a.export())
	}
}

func (b *builder) enter(p *paper) {
	p.index = len(b.ledger.Filings)
	f := ownership.LedgerFiling{
		Given: p.given, Name: p.filing.Source.Name, AccessionNumber: p.filing.Header.AccessionNumber.Raw,
		DocumentType: p.filing.DocumentType.V, PeriodOfReport: p.period, FiledAt: p.filed,
		SameAs: -1, JointWith: -1, Amends: -1,
		Replaced: p.merged.replaced, Added: p.merged.added, Kept: p.merged.kept, Ambiguous: p.merged.ambiguous,
	}
	if p.sameAs != nil {
		f.SameAs = p.sameAs.index
	}
	if p.original != nil {
		f.Amends = p.original.index
	}
	b.ledger.Filings = append(b.ledger.Filings, f)
}

func (a *account) export() ownership.Account {
	s := a.statements[0]
	p := s.paper
	last := a.last()
	out := ownership.Account{
		Issuer: ownership.PartyName{CIK: p.issuer, Name: last.paper.filing.Issuer.Name.V},
		Symbol: last.paper.filing.Issuer.TradingSymbol.V,
		Table:  s.id().table, Ownership: s.id().own, Unit: "shares",
		Opening: ownership.Amount{V: s.fit.opening(), Known: true}, Closing: ownership.Amount{V: a.closing(), Known: true},
	}
	if a.dollars {
		out.Unit = "dollars"
	}
	for i := range last.paper.filing.Owners {
		o := &last.paper.filing.Owners[i]
		out.Owners = append(out.Owners, ownership.PartyName{CIK: number(o.CIK.Raw), Name: o.Name.V})
	}
	for _, s := range a.statements {
		st := ownership.Statement{
			Filing: s.paper.index, Date: s.paper.last, Style: s.fit.style,
			Opening: ownership.Amount{V: s.fit.opening(), Known: true}, Closing: ownership.Amount{V: s.fit.closing(), Known: true},
			From: len(out.Lines),
		}
		if s.before != nil {
			gap, _ := s.fit.opening().Difference(s.before.fit.closing())
			st.Gap = ownership.Amount{V: gap, Known: true}
		}
		for i := range s.fit.steps {
			for _, e := range s.fit.steps[i].entries {
				out.Lines = append(out.Lines, e.line)
				row := e.row
				out.Title = latest(&out.Titles, row.SecurityTitle.V, out.Title)
				if nature := row.NatureOfOwnership.V; nature != "" && out.Ownership == ownership.Indirect {
					latest(&out.Natures, nature, "")
				}
				if name := e.id.holder.name.shown; name != "" {
					out.Holder = name
				}
				if e.table == 2 {
					out.ConversionOrExercisePrice = or(row.ConversionOrExercisePrice.Raw, out.ConversionOrExercisePrice)
					out.ExpirationDate = or(row.ExpirationDate.Raw, out.ExpirationDate)
					out.UnderlyingTitle = or(row.UnderlyingTitle.V, out.UnderlyingTitle)
				}
			}
		}
		st.To = len(out.Lines)
		out.Statements = append(out.Statements, st)
	}
	if out.Holder == "" && len(out.Natures) > 0 {
		out.Holder = out.Natures[len(out.Natures)-1]
	}
	sum := sha256.Sum256([]byte(p.issuer + "|" + p.owners + "|" + p.filing.Source.Name + "|" + s.entries[0].path + s.entries[0].fingerprint()))
	out.ID = hex.EncodeToString(sum[:8])
	return out
}

func latest(all *[]string, s, now string) string {
	if s == "" {
		return now
	}
	if !slices.Contains(*all, s) {
		*all = append(*all, s)
	}
	return s
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
