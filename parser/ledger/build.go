package ledger

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// builder writes the ledger.
type builder struct {
	ledger *ownership.Ledger
	ids    map[string]bool
	turn   func()
}

// issuer takes the filings about one issuer, sorted.
func (b *builder) issuer(papers []*paper) {
	repeats(papers)
	joint(papers)
	splits := splitNotes(papers)
	for i := 0; i < len(papers); {
		j := i
		for j < len(papers) && papers[j].owners == papers[i].owners {
			j++
		}
		b.group(papers[i:j], splits)
		i = j
	}
	for _, p := range papers {
		if p.jointWith != nil {
			b.ledger.Filings[p.index].JointWith = p.jointWith.index
		}
	}
	b.ofFilings(papers)
}

// joint marks filings that report the rows of another for other owners of a group:
// more than ten owners take several filings.
func joint(papers []*paper) {
	first := map[string]*paper{}
	for _, p := range papers {
		if p.sameAs != nil || len(p.entries) == 0 {
			continue
		}
		t, _ := p.filing.DocumentType.Get()
		key := string(t) + "|" + p.period.String()
		for _, e := range p.entries {
			key += "\n" + e.path + e.fingerprint()
		}
		q := first[key]
		switch {
		case q == nil:
			first[key] = p
		case q.owners != p.owners && apartFrom(q.owners, p.owners):
			p.jointWith = q
		}
	}
}

// apartFrom reports whether two sets of owners have none in common.
func apartFrom(a, b string) bool {
	for _, o := range strings.Split(a, "+") {
		if slices.Contains(strings.Split(b, "+"), o) {
			return false
		}
	}
	return true
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
	g := &group{byKey: map[string][]*account{}}
	for _, p := range papers {
		if p.sameAs == nil {
			g.papers = append(g.papers, p)
		}
	}
	beforeForm3(g.papers)
	slices.SortStableFunc(g.papers, (*paper).compare) // some have no place among their dates then
	amend(g.papers)
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
		b.turn()
	}
	for _, e := range g.idle {
		g.setAside(e)
	}
	gaps := g.judge()
	for _, p := range g.papers {
		b.links(p)
		b.turn()
	}
	g.explain(gaps, splits)
	b.findings(g, gaps)
	b.ofParts(g)
	for _, a := range g.accounts {
		out := a.export()
		out.ID = a.identifier(b.ids)
		b.ledger.Accounts = append(b.ledger.Accounts, out)
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
