package rules

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestChecksAreLinear: a hostile filing of many lines and long notes is checked in
// a moment. What is not linear here would run for hours.
func TestChecksAreLinear(t *testing.T) {
	const n = 20_000
	long := strings.Repeat("average price 10b 5-1 $1.25 to 1.50 exchange rate ipo public ", 50_000)
	f := ownership.Filing{TableI: make([]ownership.Row, n), TableII: make([]ownership.Row, n), Footnotes: make([]ownership.Footnote, 2)}
	known := ownership.Reading{State: ownership.Known, Notes: []string{"F1", "F2"}}
	date := func(y int16, m, d uint8) ownership.Value[ownership.Date] {
		return ownership.Value[ownership.Date]{V: ownership.Date{Year: y, Month: m, Day: d}, Reading: known}
	}
	for i := range f.Footnotes {
		f.Footnotes[i] = ownership.Footnote{ID: []string{"F1", "F2"}[i], Text: ownership.Value[string]{V: long, Reading: known}}
	}
	f.Remarks = ownership.Value[string]{V: long, Reading: known}
	f.DocumentType = ownership.Value[ownership.DocumentType]{V: ownership.Form4, Reading: known}
	f.PeriodOfReport = date(2003, 1, 1)
	f.Header.FiledAt = date(2024, 3, 7)
	f.Signatures = []ownership.Signature{{Date: date(1990, 1, 1)}}
	for i := range n {
		for j, r := range []*ownership.Row{&f.TableI[i], &f.TableII[i]} {
			r.Kind = ownership.Transaction
			r.FormType = ownership.Value[string]{V: "4", Reading: known}
			r.Transaction.Code = ownership.Value[string]{V: []string{"S", "M", "P", "C", "L"}[i%5], Reading: known}
			r.Transaction.Date = date(int16(2003+i%20), uint8(1+i%12), uint8(1+i%28))
			r.Transaction.AcquiredDisposed = ownership.Value[ownership.AcquiredDisposed]{V: ownership.Acquired, Reading: known}
			r.Transaction.Price = ownership.Value[ownership.Decimal]{V: ownership.NewDecimal(int64(i), 2), Reading: known}
			r.Transaction.Shares = ownership.Value[ownership.Decimal]{V: ownership.NewDecimal(int64(i), 0), Reading: known}
			if j == 1 {
				r.Transaction.DeemedExecutionDate = date(2023, 12, 1)
			}
			if i%2 == 0 { // without notes, for the rules that a note silences
				r.ExerciseDate = date(2030, 1, 1)
				r.ExpirationDate = date(2000, 1, 1)
				r.ExerciseDate.Notes, r.ExpirationDate.Notes, r.Transaction.Price.Notes = nil, nil, nil
			}
		}
	}
	checkDates(&f)
	checkLate(&f)
	checkCodes(&f)
	checkPrices(&f)
	if len(f.Findings) == 0 || len(f.Findings) > 2*maxLint {
		t.Errorf("%d findings", len(f.Findings))
	}
}
