package ownershipxml

import "filingview/parser/ownership"

// ofFiling, ofOwner, ofSignature and ofRow give the cell that an element fills,
// as a pointer to its ownership.Value, or nil.

func ofFiling(f *ownership.Filing, e element) any {
	switch e {
	case schemaVersion:
		return &f.SchemaVersion
	case documentType:
		return &f.DocumentType
	case periodOfReport:
		return &f.PeriodOfReport
	case dateOfOriginalSubmission:
		return &f.DateOfOriginalSubmission
	case noSecuritiesOwned:
		return &f.NoSecuritiesOwned
	case notSubjectToSection16:
		return &f.NotSubjectToSection16
	case form3HoldingsReported:
		return &f.Form3HoldingsReported
	case form4TransactionsReported:
		return &f.Form4TransactionsReported
	case aff10b5One:
		return &f.Plan10b51
	case issuerCIK:
		return &f.Issuer.CIK
	case issuerName:
		return &f.Issuer.Name
	case issuerTradingSymbol:
		return &f.Issuer.TradingSymbol
	case issuerForeignTradingSymbol:
		return &f.Issuer.ForeignTradingSymbol
	case remarks:
		return &f.Remarks
	}
	return nil
}

func ofOwner(o *ownership.Owner, e element) any {
	switch e {
	case rptOwnerCIK:
		return &o.CIK
	case rptOwnerCCC:
		return &o.CCC
	case rptOwnerName:
		return &o.Name
	case rptOwnerNonUSAddressFlag:
		return &o.Address.NonUSAddress
	case rptOwnerStreet1:
		return &o.Address.Street1
	case rptOwnerStreet2:
		return &o.Address.Street2
	case rptOwnerCity:
		return &o.Address.City
	case rptOwnerNonUSStateTerritory:
		return &o.Address.NonUSStateTerritory
	case rptOwnerState:
		return &o.Address.State
	case rptOwnerCountry:
		return &o.Address.Country
	case rptOwnerZipCode:
		return &o.Address.ZipCode
	case rptOwnerStateDescription:
		return &o.Address.StateDescription
	case rptOwnerGoodAddress:
		return &o.Address.GoodAddress
	case isDirector:
		return &o.Relationship.IsDirector
	case isOfficer:
		return &o.Relationship.IsOfficer
	case isTenPercentOwner:
		return &o.Relationship.IsTenPercentOwner
	case isOther:
		return &o.Relationship.IsOther
	case officerTitle:
		return &o.Relationship.OfficerTitle
	case otherText:
		return &o.Relationship.OtherText
	}
	return nil
}

func ofSignature(s *ownership.Signature, e element) any {
	switch e {
	case signatureName:
		return &s.Name
	case signatureDate:
		return &s.Date
	}
	return nil
}

func ofRow(r *ownership.Row, e element) any {
	switch e {
	case securityTitle:
		return &r.SecurityTitle
	case conversionOrExercisePrice:
		return &r.ConversionOrExercisePrice
	case transactionDate:
		return &r.Transaction.Date
	case deemedExecutionDate:
		return &r.Transaction.DeemedExecutionDate
	case transactionFormType:
		return &r.FormType
	case transactionCode:
		return &r.Transaction.Code
	case equitySwapInvolved:
		return &r.Transaction.EquitySwapInvolved
	case transactionTimeliness:
		return &r.Transaction.Timeliness
	case transactionShares:
		return &r.Transaction.Shares
	case transactionTotalValue:
		return &r.Transaction.TotalValue
	case transactionPricePerShare:
		return &r.Transaction.Price
	case transactionAcquiredDisposedCode:
		return &r.Transaction.AcquiredDisposed
	case exerciseDate:
		return &r.ExerciseDate
	case expirationDate:
		return &r.ExpirationDate
	case underlyingSecurityTitle:
		return &r.UnderlyingTitle
	case underlyingSecurityShares:
		return &r.UnderlyingShares
	case underlyingSecurityValue:
		return &r.UnderlyingValue
	case sharesOwnedFollowingTransaction:
		return &r.SharesFollowing
	case valueOwnedFollowingTransaction:
		return &r.ValueFollowing
	case directOrIndirectOwnership:
		return &r.Ownership
	case natureOfOwnership:
		return &r.NatureOfOwnership
	}
	return nil
}
