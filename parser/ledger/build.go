package ledger

import (
	"slices"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/repeat"
	"filingview/parser/ownership"
)

// builder writes the ledger.
type builder struct {
	ledger *ownership.Ledger
	ids    map[string]bool
	turn   func()
}

// issuer takes the filings about one issuer, sorted.
func (b *builder) issuer(filings []*filing) {
	repeats(filings)
	joint(filings)
	splits := splitNotes(filings)
	for i := 0; i < len(filings); {
		j := i
		for j < len(filings) && filings[j].owners == filings[i].owners {
			j++
		}
		b.group(filings[i:j], splits)
		i = j
	}
	for _, f := range filings {
		if f.jointWith != nil {
			b.ledger.Filings[f.index].JointWith = f.jointWith.index
		}
	}
	b.ofFilings(filings)
}

// joint marks filings that report the rows of another for other owners of a group:
// more than ten owners take several filings.
func joint(filings []*filing) {
	first := map[string]*filing{}
	for _, f := range filings {
		if f.sameAs != nil || len(f.entries) == 0 {
			continue
		}
		key := string(f.asFiled.DocumentType.V) + "|" + f.period.String() + f.fingerprint()
		q := first[key]
		switch {
		case q == nil:
			first[key] = f
		case q.owners != f.owners && identity.OwnersApart(q.owners, f.owners) && repeat.Rows(q.asFiled, f.asFiled):
			f.jointWith = q
		}
	}
}

// repeats marks the filings that are copies of another: the same for the same owners. XML
// is counted before a page, and a page before a print, whose letters may be read wrong.
func repeats(filings []*filing) {
	alike := map[string][]*filing{}
	for _, f := range slices.SortedStableFunc(slices.Values(filings), func(f, q *filing) int { return repeat.Compare(f.asFiled, q.asFiled) }) {
		key := f.owners + "|" + string(f.asFiled.DocumentType.V) + "|" + f.period.String() + f.fingerprint()
		others := alike[key]
		if i := slices.IndexFunc(others, func(q *filing) bool { return repeat.Of(q.asFiled, f.asFiled) }); i >= 0 {
			f.sameAs = others[i]
		} else {
			alike[key] = append(others, f)
		}
	}
}

func (b *builder) group(filings []*filing, splits []splitNote) {
	g := &group{byKey: map[string][]*account{}}
	for _, f := range filings {
		if f.sameAs == nil {
			g.filings = append(g.filings, f)
		}
	}
	beforeForm3(g.filings)
	slices.SortStableFunc(g.filings, (*filing).compare) // some have no place among their dates then
	amend(g.filings)
	arrange(g.filings)
	for _, f := range g.filings {
		b.enter(f)
		for _, q := range filings {
			if q.sameAs == f {
				b.enter(q)
			}
		}
	}
	for _, f := range g.filings {
		g.post(f)
		b.turn()
	}
	for _, e := range g.untestable {
		g.showUncounted(e)
	}
	gaps := g.judge()
	for _, f := range g.filings {
		b.links(f)
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

func (b *builder) enter(f *filing) {
	f.index = len(b.ledger.Filings)
	out := ownership.LedgerFiling{
		Given: f.given, Name: f.asFiled.Source.Name, AccessionNumber: f.asFiled.Header.AccessionNumber.Raw,
		DocumentType: f.asFiled.DocumentType.V, PeriodOfReport: f.period, FiledAt: f.filed,
		SameAs: -1, JointWith: -1, Amends: -1,
		Replaced: f.merged.replaced, Added: f.merged.added, Kept: f.merged.kept, Ambiguous: f.merged.ambiguous,
	}
	if f.sameAs != nil {
		out.SameAs = f.sameAs.index
		if moved := repeat.Moved(f.sameAs.asFiled, f.asFiled); moved != nil {
			if b.ledger.Moved == nil {
				b.ledger.Moved = map[int]map[string]string{}
			}
			b.ledger.Moved[f.index] = moved
		}
	}
	if f.original != nil {
		out.Amends = f.original.index
	}
	b.ledger.Filings = append(b.ledger.Filings, out)
}
