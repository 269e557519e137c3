package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/identity"
	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

// paper is a filing as the ledger reads it.
type paper struct {
	filing  *ownership.Filing
	given   int // its place among the filings that were given
	index   int // its place in the ledger
	issuer  string
	owners  string // the CIKs of all reporting owners: an account belongs to all of them
	form    byte
	amends  bool
	period  ownership.Date
	last    ownership.Date // of its transactions, else the period
	filed   ownership.Date // the envelope's day
	signed  ownership.Date // the last signature's
	part    notetext.Part
	entries []*entry
	// posted is what is counted in place of entries, once an amendment is merged.
	posted  []*entry
	tallies []tally // what it does to which balance, for putting filings in order

	sameAs    *paper
	jointWith *paper
	original  *paper // the filing that this one amends
	merged    merged
}

// merged counts the lines of an amendment.
type merged struct{ replaced, added, kept, ambiguous int }

// entry is one row of a filing.
type entry struct {
	paper *paper
	table int // 1 or 2
	n     int // its place in the table
	path  string
	row   *ownership.Row

	kind     ownership.RowKind
	date     ownership.Date
	code     string
	change   ownership.Amount // signed
	printed  ownership.Amount
	dollars  bool // the amounts are values, not shares
	fromForm bool // printed is column 3 of Form 3's Table II: its unit is not sure
	id       identity.Holding

	line  ownership.Line
	cause cause // of the line's state
	// replacedBy is the line of an amendment that takes this one's place.
	replacedBy *entry
	aside      ownership.Rule // the rule by which it is not counted
	set        bool           // it is in its account's aside
	form3      *paper         // the Form 3 that already holds it
	ambiguous  []*entry
}

func number(cik string) string {
	if s := strings.TrimLeft(cik, "0"); s != "" {
		return s
	}
	return cik
}

// ownersOf returns the key of a set of owners. An owner without a number counts
// by name.
func ownersOf(f *ownership.Filing) string {
	names := make([]string, 0, len(f.Owners))
	for i := range f.Owners {
		o := &f.Owners[i]
		name := number(o.CIK.Raw)
		if name == "" {
			name = strings.Join(strings.Fields(strings.ToLower(o.Name.V)), " ")
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "+")
}

func newPaper(f *ownership.Filing, given int, r *identity.Reader) *paper {
	p := &paper{filing: f, given: given, issuer: Key(f), owners: ownersOf(f)}
	if t, ok := f.DocumentType.Get(); ok {
		p.form, p.amends = t.Form(), t.IsAmendment()
	}
	p.period, _ = f.PeriodOfReport.Get()
	p.filed, _ = f.Header.FiledAt.Get()
	for i := range f.Signatures {
		if d, ok := f.Signatures[i].Date.Get(); ok && d.Compare(p.signed) > 0 {
			p.signed = d
		}
	}
	p.part = notetext.PartOf(f.Remarks.V)
	p.entries = make([]*entry, 0, len(f.TableI)+len(f.TableII))
	stock := make([]entry, len(f.TableI)+len(f.TableII))
	for table, rows := range [][]ownership.Row{f.TableI, f.TableII} {
		for n := range rows {
			e := &stock[len(p.entries)]
			e.fill(p, table+1, n, &rows[n], r)
			p.entries = append(p.entries, e)
			if e.date.Compare(p.last) > 0 {
				p.last = e.date
			}
		}
	}
	if p.last == (ownership.Date{}) {
		p.last = p.period
	}
	return p
}

func (e *entry) fill(p *paper, table, n int, row *ownership.Row, r *identity.Reader) {
	e.paper, e.table, e.n, e.row, e.kind = p, table, n, row, row.Kind
	e.path = [...]string{1: "tableI[", 2: "tableII["}[table] + strconv.Itoa(n) + "]"
	t := &row.Transaction
	e.date, _ = t.Date.Get()
	e.code, _ = t.Code.Get()

	shares, sharesKnown := row.SharesFollowing.Get()
	value, valueKnown := row.ValueFollowing.Get()
	switch {
	case sharesKnown:
		e.printed = ownership.Amount{V: shares, Known: true}
	case valueKnown:
		e.printed, e.dollars = ownership.Amount{V: value, Known: true}, true
	case table == 2 && p.form == '3' && row.Kind == ownership.Holding:
		// Form 3 has no column for the number of derivative securities: filers
		// put either that number or the underlying amount in column 3.
		if n, ok := row.UnderlyingShares.Get(); ok {
			e.printed, e.fromForm = ownership.Amount{V: n, Known: true}, true
		} else if n, ok := row.UnderlyingValue.Get(); ok {
			e.printed, e.fromForm, e.dollars = ownership.Amount{V: n, Known: true}, true, true
		}
	}
	if row.Kind == ownership.Transaction {
		amount, ok := t.Shares.Get()
		if total, known := t.TotalValue.Get(); !ok && known {
			amount, ok = total, true
			e.dollars = true
		}
		switch sign, known := t.AcquiredDisposed.Get(); {
		case !ok || !known:
		case sign == ownership.Acquired:
			e.change = ownership.Amount{V: amount, Known: true}
		case sign == ownership.Disposed:
			e.change = ownership.Amount{V: amount.Negated(), Known: true}
		}
		if swap, ok := t.EquitySwapInvolved.Get(); ok && swap {
			e.change, e.aside = ownership.Amount{Known: true}, ownership.RuleSwapExcluded
		}
	} else {
		e.change = ownership.Amount{Known: true}
	}
	e.id = r.Holding(p.filing, table, row)
}

// testable reports whether the line has the figures of a tally.
func (e *entry) testable() bool { return e.printed.Known && e.change.Known }

// opening is the balance before the line, if it is a running one.
func (e *entry) opening() ownership.Decimal {
	d, _ := e.printed.V.Difference(e.change.V)
	return d
}

// cell returns the path of one of the line's cells.
func (e *entry) cell(name string) string { return e.path + "." + name }

// total is the path of the cell that holds the printed balance.
func (e *entry) total() string {
	switch {
	case e.row.SharesFollowing.Present():
		return e.cell("sharesFollowing")
	case e.row.ValueFollowing.Present():
		return e.cell("valueFollowing")
	case e.fromForm && e.dollars:
		return e.cell("underlyingValue")
	case e.fromForm:
		return e.cell("underlyingShares")
	}
	return e.path
}

// amount is the path of the cell that holds the change.
func (e *entry) amount() string {
	if e.row.Transaction.TotalValue.IsKnown() && !e.row.Transaction.Shares.IsKnown() {
		return e.cell("transaction.totalValue")
	}
	return e.cell("transaction.shares")
}

func (e *entry) ref() ownership.LineRef {
	return ownership.LineRef{Filing: e.paper.index, Path: e.path}
}

// day is when the owner reported: the day of filing, else of the last signature.
func (p *paper) day() ownership.Date {
	switch {
	case p.filed != (ownership.Date{}):
		return p.filed
	case p.signed != (ownership.Date{}):
		return p.signed
	}
	return p.last
}

// name is what a sentence calls the filing.
func (p *paper) name() string {
	when := p.period
	if p.form != '5' && p.form != '3' {
		when = p.last
	}
	kind := "filing"
	if p.form != 0 {
		kind = fmt.Sprintf("Form %c", p.form)
		if p.amends {
			kind += "/A"
		}
	}
	if when == (ownership.Date{}) {
		return kind
	}
	return kind + " of " + when.String()
}

// compare is an order that depends on the content alone.
func (p *paper) compare(q *paper) int {
	return cmp.Or(
		cmp.Compare(p.issuer, q.issuer),
		cmp.Compare(p.owners, q.owners),
		p.place().Compare(q.place()),
		p.day().Compare(q.day()),
		p.period.Compare(q.period),
		cmp.Compare(p.part.N, q.part.N),
		cmp.Compare(p.form, q.form),
		cmp.Compare(p.filing.Header.AccessionNumber.Raw, q.filing.Header.AccessionNumber.Raw),
		cmp.Compare(p.filing.Source.Name, q.filing.Source.Name),
		compareEntries(p.entries, q.entries),
	)
}

// place is the day at which the filing stands in the order of the balances: that
// of its last transaction, and for Form 5, whose totals count what was reported
// before it, that of the report.
func (p *paper) place() ownership.Date {
	if p.form == '5' {
		return p.day()
	}
	return p.last
}

func compareEntries(a, b []*entry) int {
	return slices.CompareFunc(a, b, func(x, y *entry) int {
		return cmp.Or(cmp.Compare(x.path, y.path), cmp.Compare(x.fingerprint(), y.fingerprint()))
	})
}

// fingerprint is the line's figures, without titles, natures and notes, which
// copies of one filing may have cut or edited.
func (e *entry) fingerprint() string {
	t := &e.row.Transaction
	return strings.Join([]string{
		e.kind.String(), e.date.String(), e.code, string(t.AcquiredDisposed.V), t.Shares.V.String(), t.TotalValue.V.String(),
		filed(&t.Price), e.row.SharesFollowing.V.String(), e.row.ValueFollowing.V.String(), string(e.row.Ownership.V),
		filed(&e.row.ConversionOrExercisePrice), e.row.UnderlyingShares.V.String(), e.row.UnderlyingValue.V.String(),
	}, "|")
}
