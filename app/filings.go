package app

import (
	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/wire"
)

// placeMap finds a filing of the ledger by its number.
type placeMap map[int]*wire.Place

// placesOf finds the filings of an answer by their numbers.
func placesOf(all []wire.Place) placeMap {
	m := make(placeMap, len(all))
	for i := range all {
		m[all[i].Number] = &all[i]
	}
	return m
}

// name says which filing it is: Form 4 for Mar 5, 2024.
func (m placeMap) name(filing int) string {
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

// to is the address of a path of a filing, or nothing if it is not known where
// that is.
func (m placeMap) to(filing int, path string) string {
	p := m[filing]
	if p == nil {
		return ""
	}
	return address.Address{Filing: p.Ref, At: address.CellID(path)}.String()
}
