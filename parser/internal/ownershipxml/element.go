package ownershipxml

// element is a name that the SEC's ownership schemas know, X0101 to X0609.
type element uint8

const (
	unknown element = iota

	// containers
	ownershipDocument
	issuer
	reportingOwner
	reportingOwnerID
	reportingOwnerAddress
	reportingOwnerRelationship
	nonDerivativeTable
	derivativeTable
	nonDerivativeTransaction
	nonDerivativeHolding
	derivativeTransaction
	derivativeHolding
	transactionCoding
	transactionAmounts
	underlyingSecurity
	postTransactionAmounts
	ownershipNature
	footnotes
	ownerSignature
	wrapper // <XML> of a submission, cut out with its content
	lastContainer

	value
	footnoteID

	// cells of the filing
	schemaVersion
	documentType
	periodOfReport
	dateOfOriginalSubmission
	noSecuritiesOwned
	notSubjectToSection16
	form3HoldingsReported
	form4TransactionsReported
	aff10b5One
	issuerCIK
	issuerName
	issuerTradingSymbol
	issuerForeignTradingSymbol
	remarks
	footnote

	// cells of an owner
	firstOfOwner
	rptOwnerCIK
	rptOwnerCCC
	rptOwnerName
	rptOwnerNonUSAddressFlag
	rptOwnerStreet1
	rptOwnerStreet2
	rptOwnerCity
	rptOwnerNonUSStateTerritory
	rptOwnerState
	rptOwnerCountry
	rptOwnerZipCode
	rptOwnerStateDescription
	rptOwnerGoodAddress
	isDirector
	isOfficer
	isTenPercentOwner
	isOther
	officerTitle
	otherText

	// cells of a signature
	firstOfSignature
	signatureName
	signatureDate

	// cells of a row
	firstOfRow
	securityTitle
	conversionOrExercisePrice
	transactionDate
	deemedExecutionDate
	transactionFormType
	transactionCode
	equitySwapInvolved
	transactionTimeliness
	transactionShares
	transactionTotalValue
	transactionPricePerShare
	transactionAcquiredDisposedCode
	exerciseDate
	expirationDate
	underlyingSecurityTitle
	underlyingSecurityShares
	underlyingSecurityValue
	sharesOwnedFollowingTransaction
	valueOwnedFollowingTransaction
	directOrIndirectOwnership
	natureOfOwnership
)

func (e element) isRow() bool {
	return e >= nonDerivativeTransaction && e <= derivativeHolding
}

// holdsText reports whether the element is a cell, not a container.
func (e element) holdsText() bool { return e > footnoteID }

// lookup knows the local names of the schemas.
func lookup(name string) element {
	switch name {
	case "ownershipDocument":
		return ownershipDocument
	case "issuer":
		return issuer
	case "reportingOwner":
		return reportingOwner
	case "reportingOwnerId":
		return reportingOwnerID
	case "reportingOwnerAddress":
		return reportingOwnerAddress
	case "reportingOwnerRelationship":
		return reportingOwnerRelationship
	case "nonDerivativeTable":
		return nonDerivativeTable
	case "derivativeTable":
		return derivativeTable
	case "nonDerivativeTransaction":
		return nonDerivativeTransaction
	case "nonDerivativeHolding":
		return nonDerivativeHolding
	case "derivativeTransaction":
		return derivativeTransaction
	case "derivativeHolding":
		return derivativeHolding
	case "transactionCoding":
		return transactionCoding
	case "transactionAmounts":
		return transactionAmounts
	case "underlyingSecurity":
		return underlyingSecurity
	case "postTransactionAmounts":
		return postTransactionAmounts
	case "ownershipNature":
		return ownershipNature
	case "footnotes":
		return footnotes
	case "ownerSignature":
		return ownerSignature
	case "XML":
		return wrapper
	case "value":
		return value
	case "footnoteId":
		return footnoteID
	case "schemaVersion":
		return schemaVersion
	case "documentType":
		return documentType
	case "periodOfReport":
		return periodOfReport
	case "dateOfOriginalSubmission":
		return dateOfOriginalSubmission
	case "noSecuritiesOwned":
		return noSecuritiesOwned
	case "notSubjectToSection16":
		return notSubjectToSection16
	case "form3HoldingsReported":
		return form3HoldingsReported
	case "form4TransactionsReported":
		return form4TransactionsReported
	case "aff10b5One":
		return aff10b5One
	case "issuerCik":
		return issuerCIK
	case "issuerName":
		return issuerName
	case "issuerTradingSymbol":
		return issuerTradingSymbol
	case "issuerForeignTradingSymbol":
		return issuerForeignTradingSymbol
	case "remarks":
		return remarks
	case "footnote":
		return footnote
	case "rptOwnerCik":
		return rptOwnerCIK
	case "rptOwnerCcc":
		return rptOwnerCCC
	case "rptOwnerName":
		return rptOwnerName
	case "rptOwnerNonUSAddressFlag":
		return rptOwnerNonUSAddressFlag
	case "rptOwnerStreet1":
		return rptOwnerStreet1
	case "rptOwnerStreet2":
		return rptOwnerStreet2
	case "rptOwnerCity":
		return rptOwnerCity
	case "rptOwnerNonUSStateTerritory":
		return rptOwnerNonUSStateTerritory
	case "rptOwnerState":
		return rptOwnerState
	case "rptOwnerCountry":
		return rptOwnerCountry
	case "rptOwnerZipCode":
		return rptOwnerZipCode
	case "rptOwnerStateDescription":
		return rptOwnerStateDescription
	case "rptOwnerGoodAddress":
		return rptOwnerGoodAddress
	case "isDirector":
		return isDirector
	case "isOfficer":
		return isOfficer
	case "isTenPercentOwner":
		return isTenPercentOwner
	case "isOther":
		return isOther
	case "officerTitle":
		return officerTitle
	case "otherText":
		return otherText
	case "signatureName":
		return signatureName
	case "signatureDate":
		return signatureDate
	case "securityTitle":
		return securityTitle
	case "conversionOrExercisePrice":
		return conversionOrExercisePrice
	case "transactionDate":
		return transactionDate
	case "deemedExecutionDate":
		return deemedExecutionDate
	case "transactionFormType":
		return transactionFormType
	case "transactionCode":
		return transactionCode
	case "equitySwapInvolved":
		return equitySwapInvolved
	case "transactionTimeliness":
		return transactionTimeliness
	case "transactionShares":
		return transactionShares
	case "transactionTotalValue":
		return transactionTotalValue
	case "transactionPricePerShare":
		return transactionPricePerShare
	case "transactionAcquiredDisposedCode":
		return transactionAcquiredDisposedCode
	case "exerciseDate":
		return exerciseDate
	case "expirationDate":
		return expirationDate
	case "underlyingSecurityTitle":
		return underlyingSecurityTitle
	case "underlyingSecurityShares":
		return underlyingSecurityShares
	case "underlyingSecurityValue":
		return underlyingSecurityValue
	case "sharesOwnedFollowingTransaction":
		return sharesOwnedFollowingTransaction
	case "valueOwnedFollowingTransaction":
		return valueOwnedFollowingTransaction
	case "directOrIndirectOwnership":
		return directOrIndirectOwnership
	case "natureOfOwnership":
		return natureOfOwnership
	}
	return unknown
}

// parentOf says where the schemas put an element. Form 3 holdings have no coding,
// older versions leave elements out; none moves one elsewhere.
func parentOf(e element, table element) element {
	switch e {
	case ownershipDocument:
		return unknown
	case issuer, reportingOwner, nonDerivativeTable, derivativeTable, footnotes, ownerSignature,
		schemaVersion, documentType, periodOfReport, dateOfOriginalSubmission, noSecuritiesOwned,
		notSubjectToSection16, form3HoldingsReported, form4TransactionsReported, aff10b5One, remarks:
		return ownershipDocument
	case reportingOwnerID, reportingOwnerAddress, reportingOwnerRelationship:
		return reportingOwner
	case nonDerivativeTransaction, nonDerivativeHolding:
		return nonDerivativeTable
	case derivativeTransaction, derivativeHolding:
		return derivativeTable
	case issuerCIK, issuerName, issuerTradingSymbol, issuerForeignTradingSymbol:
		return issuer
	case rptOwnerCIK, rptOwnerCCC, rptOwnerName:
		return reportingOwnerID
	case isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText:
		return reportingOwnerRelationship
	case signatureName, signatureDate:
		return ownerSignature
	case footnote:
		return footnotes
	case transactionFormType, transactionCode, equitySwapInvolved:
		return transactionCoding
	case transactionShares, transactionTotalValue, transactionPricePerShare, transactionAcquiredDisposedCode:
		return transactionAmounts
	case underlyingSecurityTitle, underlyingSecurityShares, underlyingSecurityValue:
		return underlyingSecurity
	case sharesOwnedFollowingTransaction, valueOwnedFollowingTransaction:
		return postTransactionAmounts
	case directOrIndirectOwnership, natureOfOwnership:
		return ownershipNature
	case securityTitle, conversionOrExercisePrice, transactionDate, deemedExecutionDate, transactionTimeliness,
		exerciseDate, expirationDate, transactionCoding, transactionAmounts, underlyingSecurity,
		postTransactionAmounts, ownershipNature:
		return table
	}
	if e > firstOfOwner && e < firstOfSignature {
		return reportingOwnerAddress
	}
	return unknown
}

// inTable reports whether a row of the kind may hold the element: what speaks of
// the derivative alone has no cell in Table I.
func inTable(e, row element) bool {
	switch e {
	case conversionOrExercisePrice, exerciseDate, expirationDate, underlyingSecurity, transactionTotalValue:
		return row == derivativeTransaction || row == derivativeHolding
	}
	return true
}
