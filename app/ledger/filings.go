package ledger

import (
	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/wire"
)

// Filings finds a filing of the ledger by its number.
type Filings map[int]*wire.Place

// FilingsOf finds the filings of an answer by their numbers.
func FilingsOf(all []wire.Place) Filings {
	m := make(Filings, len(all))
	for i := range all {
		m[all[i].Number] = &all[i]
	}
	return m
}

// Name says which filing it is: Form 4 for Mar 5, 2024.
func (m Filings) Name(filing int) string {
	p := m[filing]
	if p == nil {
		return "another filing"
	}
	name := p.Filing.Name
	if p.Filing.DocumentType != "" {
		name = "Form " + string(p.Filing.DocumentType)
	}
	if !p.Filing.PeriodOfReport.IsZero() {
		name += " for " + format.Date(p.Filing.PeriodOfReport)
	}
	return name
}

// Address is the address of a path of a filing, or nothing if it is not known where
// that is.
func (m Filings) Address(filing int, path string) string {
	p := m[filing]
	if p == nil {
		return ""
	}
	return address.Address{Filing: p.Ref, At: address.CellID(path)}.String()
}
