package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/notetext"
	"filingview/parser/internal/order"
	"filingview/parser/internal/repeat"
	"filingview/parser/internal/totals"
	"filingview/parser/ownership"
)

// filing is a filing as the ledger reads it.
type filing struct {
	asFiled *ownership.Filing
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
	posted []*entry

	figures   string // of its lines, once they are asked for
	sameAs    *filing
	jointWith *filing
	original  *filing // the filing that this one amends
	merged    merged
}

// merged counts the lines of an amendment.
type merged struct{ replaced, added, kept, ambiguous int }

// entry is one row of a filing. It has many methods because links, findings and
// explanations all ask something of a line.
type entry struct {
	filing *filing
	table  int // 1 or 2
	n      int // its place in the table
	path   string
	row    *ownership.Row

	kind     ownership.RowKind
	date     ownership.Date // of the transaction, its year put right
	code     string
	change   ownership.Amount // signed
	printed  ownership.Amount
	dollars  bool // the amounts are values, not shares
	fromForm bool // printed is column 3 of Form 3's Table II: its unit is not sure
	id       identity.Holding

	line  ownership.Line
	cause cause.Cause // of the line's state
	// replacedBy is the line of an amendment that takes this one's place.
	replacedBy *entry
	uncounted  ownership.Rule // the rule by which it is not counted
	shown      bool           // its account shows it among those that are not counted
	form3      *filing        // the Form 3 that already holds it
	ambiguous  []*entry
}

func newFiling(source *ownership.Filing, given int, r *identity.Reader) *filing {
	f := &filing{asFiled: source, given: given, issuer: Key(source), owners: identity.Owners(source)}
	if t, ok := source.DocumentType.Get(); ok {
		f.form, f.amends = t.Form(), t.IsAmendment()
	}
	f.period, _ = source.PeriodOfReport.Get()
	f.filed, _ = source.Header.FiledAt.Get()
	for i := range source.Signatures {
		if d, ok := source.Signatures[i].Date.Get(); ok && d.Compare(f.signed) > 0 {
			f.signed = d
		}
	}
	f.part = notetext.PartOf(source.Remarks.V)
	f.entries = make([]*entry, 0, len(source.TableI)+len(source.TableII))
	entries := make([]entry, len(source.TableI)+len(source.TableII))
	for table, rows := range [][]ownership.Row{source.TableI, source.TableII} {
		for n := range rows {
			e := &entries[len(f.entries)]
			e.fill(f, table+1, n, &rows[n], r)
			f.entries = append(f.entries, e)
			if e.date.Compare(f.last) > 0 {
				f.last = e.date
			}
		}
	}
	if f.last == (ownership.Date{}) {
		f.last = f.period
	}
	return f
}

func (e *entry) fill(f *filing, table, n int, row *ownership.Row, r *identity.Reader) {
	e.filing, e.table, e.n, e.row, e.kind = f, table, n, row, row.Kind
	e.path = [...]string{1: "tableI[", 2: "tableII["}[table] + strconv.Itoa(n) + "]"
	t := &row.Transaction
	day := f.filed
	if day.IsZero() {
		day = f.signed
	}
	e.date = order.YearRight(e.dateAsFiled(), f.period, day, f.form == '4' && t.Timeliness.V != ownership.Late && row.FormType.V != "5")
	e.code, _ = t.Code.Get()

	shares, sharesKnown := row.SharesFollowing.Get()
	value, valueKnown := row.ValueFollowing.Get()
	switch {
	case sharesKnown:
		e.printed = ownership.Amount{V: shares, Known: true}
	case valueKnown:
		e.printed, e.dollars = ownership.Amount{V: value, Known: true}, true
	case table == 2 && f.form == '3' && row.Kind == ownership.Holding:
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
			e.change, e.uncounted = ownership.Amount{Known: true}, ownership.RuleSwapExcluded
		}
	} else {
		e.change = ownership.Amount{Known: true}
	}
	e.id = r.Holding(f.asFiled, table, row)
}

func (e *entry) dateAsFiled() ownership.Date {
	d, _ := e.row.Transaction.Date.Get()
	return d
}

// Figures returns what the line says of the balance, where it is testable.
func (e *entry) Figures() totals.Figures {
	return totals.Figures{Kind: e.kind, Date: e.date, Change: e.change.V, Printed: e.printed.V}
}

// testable reports whether the line has the figures that are added up.
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
	return ownership.LineRef{Filing: e.filing.index, Path: e.path}
}

// day is when the owner reported: the day of filing, else of the last signature.
func (f *filing) day() ownership.Date {
	switch {
	case f.filed != (ownership.Date{}):
		return f.filed
	case f.signed != (ownership.Date{}):
		return f.signed
	}
	return f.last
}

// name is what a sentence calls the filing.
func (f *filing) name() string {
	when := f.period
	if f.form != '5' && f.form != '3' {
		when = f.last
	}
	kind := "filing"
	if f.form != 0 {
		kind = fmt.Sprintf("Form %c", f.form)
		if f.amends {
			kind += "/A"
		}
	}
	if when == (ownership.Date{}) {
		return kind
	}
	return kind + " of " + when.String()
}

// compare is an order that depends on the content alone.
func (f *filing) compare(q *filing) int {
	return cmp.Or(
		cmp.Compare(f.issuer, q.issuer),
		cmp.Compare(f.owners, q.owners),
		f.place().Compare(q.place()),
		f.day().Compare(q.day()),
		f.period.Compare(q.period),
		cmp.Compare(f.part.N, q.part.N),
		cmp.Compare(f.form, q.form),
		cmp.Compare(f.asFiled.Header.AccessionNumber.Raw, q.asFiled.Header.AccessionNumber.Raw),
		cmp.Compare(f.asFiled.Source.Name, q.asFiled.Source.Name),
		compareEntries(f.entries, q.entries),
	)
}

// place is the day at which the filing stands in the order of the balances: that
// of its last transaction, and for Form 5, whose totals count what was reported
// before it, that of the report.
func (f *filing) place() ownership.Date {
	if f.form == '5' {
		return f.day()
	}
	return f.last
}

func compareEntries(a, b []*entry) int {
	return slices.CompareFunc(a, b, func(x, y *entry) int {
		return cmp.Or(cmp.Compare(x.path, y.path), cmp.Compare(x.fingerprint(), y.fingerprint()))
	})
}

// fingerprint is the figures of all lines.
func (f *filing) fingerprint() string {
	if f.figures == "" {
		f.figures = repeat.Figures(f.asFiled)
	}
	return f.figures
}

// fingerprint is the line's figures, without titles, natures and notes, which
// copies of one filing may have cut or edited.
func (e *entry) fingerprint() string {
	t := &e.row.Transaction
	return strings.Join([]string{
		e.kind.String(), e.dateAsFiled().String(), e.code, string(t.AcquiredDisposed.V), t.Shares.V.String(), t.TotalValue.V.String(),
		filed(&t.Price), e.row.SharesFollowing.V.String(), e.row.ValueFollowing.V.String(), string(e.row.Ownership.V),
		filed(&e.row.ConversionOrExercisePrice), e.row.UnderlyingShares.V.String(), e.row.UnderlyingValue.V.String(),
	}, "|")
}
