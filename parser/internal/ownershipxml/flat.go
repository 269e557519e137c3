package ownershipxml

import "filingview/parser/ownership"

// The first XML that EDGAR took, of May and June 2003 (X0101), has no tables: its lines
// stand in the document itself, transactions and holdings under one name, and the price of
// a transaction is called its value.

// flatElement knows the names that only this XML has; a price has its old name in no line
// but a flat one. It returns unknown for others.
func flatElement(name string, inFlatRow bool) element {
	switch {
	case name == "nonDerivativeSecurity":
		return nonDerivativeTransaction
	case name == "derivativeSecurity":
		return derivativeTransaction
	case name == "transactionValue" && inFlatRow:
		return transactionPricePerShare
	}
	return unknown
}

func isFlatRow(name string) bool {
	return name == "nonDerivativeSecurity" || name == "derivativeSecurity"
}

// flatKind says what a line of the flat XML is: a transaction says when it was, or of
// what kind, or how much.
func flatKind(t *ownership.Trade) ownership.RowKind {
	for _, r := range [...]*ownership.Reading{&t.Date.Reading, &t.Code.Reading, &t.Shares.Reading, &t.TotalValue.Reading, &t.AcquiredDisposed.Reading} {
		if r.State > ownership.Blank || len(r.Notes) > 0 {
			return ownership.Transaction
		}
	}
	return ownership.Holding
}
