package simulate

import (
	"fmt"
	"time"

	"filingview/parser/ownership"
)

// write makes a filing of the events, and of some of the other holdings; of all on Form 3.
func (o *Owner) write(form ownership.DocumentType, events []event, period, signed time.Time) *ownership.Filing {
	o.files++
	f := &ownership.Filing{}
	f.Source.Name = fmt.Sprintf("%s-%02d.xml", o.Prefix, o.files)
	Set(&f.DocumentType, form)
	Set(&f.PeriodOfReport, Day(period))
	Set(&f.Issuer.CIK, o.Issuer.CIK)
	Set(&f.Issuer.Name, o.Issuer.Name)
	f.Owners = make([]ownership.Owner, len(o.Owners))
	for i, p := range o.Owners {
		Set(&f.Owners[i].CIK, p.CIK)
		Set(&f.Owners[i].Name, p.Name)
	}
	f.Signatures = make([]ownership.Signature, 1)
	Set(&f.Signatures[0].Date, Day(signed))
	w := writer{Owner: o, f: f, ids: map[string]string{}}
	if o.IntN(2) == 0 {
		w.mark("The price is a weighted average.")
	}
	shown := map[*Holding]bool{}
	for i := range events {
		w.transaction(&events[i])
		shown[events[i].h] = true
	}
	for _, h := range o.Holdings {
		if form == ownership.Form3 || !shown[h] && o.IntN(2) == 0 && form == ownership.Form4 {
			row := w.row(h)
			Set(&row.SharesFollowing, ownership.NewDecimal(h.Balance, 0))
		}
	}
	return f
}

// writer writes the lines of a filing. The ids of notes differ from filing to filing.
type writer struct {
	*Owner
	f   *ownership.Filing
	ids map[string]string
}

func (w *writer) mark(text string) string {
	if w.ids[text] == "" {
		w.ids[text] = fmt.Sprintf("F%d", len(w.ids)+1)
		n := ownership.Footnote{ID: w.ids[text]}
		Set(&n.Text, text)
		w.f.Footnotes = append(w.f.Footnotes, n)
	}
	return w.ids[text]
}

// row adds a line with what tells its holding.
func (w *writer) row(h *Holding) *ownership.Row {
	w.Rows++
	w.Used[h] = true
	table := &w.f.TableI
	if h.Table == 2 {
		table = &w.f.TableII
	}
	*table = append(*table, ownership.Row{})
	row := &(*table)[len(*table)-1]
	Set(&row.SecurityTitle, h.Title)
	Set(&row.Ownership, ownership.Direct)
	if h.Nature != "" {
		Set(&row.Ownership, ownership.Indirect)
		Set(&row.NatureOfOwnership, h.Nature)
	}
	for _, n := range h.Notes {
		if h.Table == 1 {
			row.NatureOfOwnership.Notes = append(row.NatureOfOwnership.Notes, w.mark(n))
		} else {
			row.ExerciseDate.State = ownership.Blank
			row.ExerciseDate.Notes = append(row.ExerciseDate.Notes, w.mark(n))
		}
	}
	if h.Strike != "" {
		SetDecimal(&row.ConversionOrExercisePrice, h.Strike)
		d, _ := time.Parse(time.DateOnly, h.Expiry)
		Set(&row.ExpirationDate, Day(d))
	}
	if h.Table == 2 {
		Set(&row.UnderlyingTitle, w.Holdings[0].Title)
	}
	return row
}

func (w *writer) transaction(e *event) {
	row := w.row(e.h)
	row.Kind = ownership.Transaction
	t := &row.Transaction
	Set(&t.Date, Day(e.day))
	Set(&t.Code, e.code)
	Set(&t.AcquiredDisposed, ownership.Acquired)
	n := e.change
	if n < 0 {
		n = -n
		Set(&t.AcquiredDisposed, ownership.Disposed)
	}
	Set(&t.Shares, ownership.NewDecimal(n, 0))
	Set(&row.SharesFollowing, ownership.NewDecimal(e.after, 0))
	if e.under != 0 {
		Set(&row.UnderlyingShares, ownership.NewDecimal(e.under, 0))
	}
	if e.cents != 0 {
		Set(&t.Price, ownership.NewDecimal(int64(e.cents), 2))
		low, high := ownership.NewDecimal(int64(e.cents-40), 2), ownership.NewDecimal(int64(e.cents+59), 2)
		t.Price.Notes = []string{w.mark(fmt.Sprintf("The price is a weighted average. The shares were sold in multiple transactions at prices from $%s to $%s, inclusive.", low, high))}
	}
	if e.late {
		Set(&t.Timeliness, ownership.Late)
	}
	if w.f.DocumentType.V == ownership.Form5 {
		Set(&row.FormType, "5")
	}
}

// Set makes a cell known, with the text of its value.
func Set[T any](v *ownership.Value[T], x T) {
	v.V, v.State, v.Raw = x, ownership.Known, fmt.Sprint(x)
}

// SetDecimal makes a cell a number. It panics if the text is none.
func SetDecimal(v *ownership.Value[ownership.Decimal], s string) {
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	Set(v, d)
}

// Day returns the day of a time.
func Day(t time.Time) ownership.Date {
	return ownership.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
}
