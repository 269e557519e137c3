package main

import "slices"

// records is the one list of fields. What a field is called in Go, in JSON, in the
// XML, in EDGAR's header, in the SEC's tables and by people stands here and nowhere
// else. Whoever adds a field adds its line here, runs make generate, and gives a row's
// field a place in app/field's columns.
//
// Code is made from the list; the list is not walked at run time. The walks over cells,
// the codec and the elements of the XML run for every cell of thousands of filings in
// WebAssembly. There a walk over the cells of 1,000 rows takes 0.6 ms as made here, 1.1
// ms over a table of closures and 20 ms by reflection. The labels and the columns of the
// SEC's tables would bear a table, but with it the whole list, the sentences of the
// schema included, would be in each program. What is made is committed: a build needs no
// generator, and whoever looks up the model finds structs with their meaning.
func records() []record {
	return slices.Concat(filing(), header(), owners(), rows(), notes())
}

func filing() []record {
	return []record{
		{
			name: "Filing", title: "Filing",
			says: "One SEC Form 3, 4 or 5 or an amendment of one (Section 16 of the Securities Exchange Act of 1934), as filed. Each cell says what it holds (value), whether that could be read (state), what the document says (raw), which footnotes it cites (notes) and where it stands (at). The path of a cell is its path in this JSON: tableI[2].transaction.price.",
			fields: []field{
				{name: "Source", typ: "Source", title: "Source", says: "The document that the filing was read from."},
				{name: "Header", typ: "Header", title: "Header", says: "What the envelope of an EDGAR submission says. Left out for a bare document.", label: "EDGAR header"},
				{name: "SchemaVersion", kind: text, title: "Schema version", says: "EDGAR's version of the XML, X0101 to X0609 and later.", xml: "schemaVersion"},
				{name: "DocumentType", kind: documentType, title: "Document type", xml: "documentType", sec: "DOCUMENT_TYPE", tables: "Form4TransactionsReported"},
				{name: "PeriodOfReport", kind: date, title: "Period of report", says: "Form 3: the date of the event. Form 4: the earliest transaction date. Form 5: the end of the issuer's fiscal year.", xml: "periodOfReport", sec: "PERIOD_OF_REPORT"},
				{name: "DateOfOriginalSubmission", kind: date, title: "Date of original submission", says: "When the form that this one amends was filed.", xml: "dateOfOriginalSubmission", sec: "DATE_OF_ORIG_SUB"},
				{name: "NoSecuritiesOwned", kind: flag, title: "No securities owned", says: "Form 3: true means that none are owned.", xml: "noSecuritiesOwned", sec: "NO_SECURITIES_OWNED"},
				{name: "NotSubjectToSection16", kind: flag, title: "Not subject to Section 16", says: "The exit box of Forms 4 and 5 (Instruction 1(b)).", xml: "notSubjectToSection16", sec: "NOT_SUBJECT_SEC16", label: "no longer subject to Section 16"},
				{name: "Form3HoldingsReported", kind: flag, title: "Form 3 holdings reported", says: "A box of Form 5.", xml: "form3HoldingsReported", sec: "FORM3_HOLDINGS_REPORTED", label: "Form 3 holdings reported"},
				{name: "Form4TransactionsReported", kind: flag, title: "Form 4 transactions reported", says: "A box of Form 5.", xml: "form4TransactionsReported", sec: "FORM4_TRANS_REPORTED", label: "Form 4 transactions reported"},
				{name: "Plan10b51", kind: flag, title: "Rule 10b5-1(c) box", says: "Forms 4 and 5, required from 2023-04-01; it speaks of the filing, not of a line (Instruction 10).", xml: "aff10b5One", sec: "AFF10B5ONE", tables: "Remarks", label: "Rule 10b5-1(c) plan"},
				{name: "Issuer", typ: "Issuer", title: "Issuer", says: "The company whose securities are reported.", xml: "issuer"},
				{name: "Owners", typ: "[]Owner", title: "Reporting owners", says: "All of them; their order has no meaning.", xml: "reportingOwner"},
				{name: "TableI", typ: "[]Row", title: "Table I", says: "Non-derivative securities, transactions and holdings mixed, in the order of the document.", xml: "nonDerivativeTable"},
				{name: "TableII", typ: "[]Row", title: "Table II", says: "Derivative securities, transactions and holdings mixed, in the order of the document.", xml: "derivativeTable"},
				{name: "Footnotes", typ: "[]Footnote", title: "Footnotes", says: "Explanation of responses, in the order of the document.", xml: "footnotes"},
				{name: "Remarks", kind: text, title: "Remarks", xml: "remarks", sec: "REMARKS"},
				{name: "Signatures", typ: "[]Signature", title: "Signatures", xml: "ownerSignature"},
				{name: "Findings", typ: "[]Finding", title: "Findings", says: "What a reader of the filing should know."},
			},
		},
	}
}

func owners() []record {
	return []record{
		{
			name: "Issuer", title: "Issuer",
			says: "The company whose securities are reported.",
			fields: []field{
				{name: "CIK", kind: text, title: "CIK", says: "The SEC's number of a filer, up to ten digits, with zeros before it or not.", xml: "issuerCik", sec: "ISSUERCIK", label: "CIK"},
				{name: "Name", kind: text, title: "Name", says: "EDGAR's conformed name.", xml: "issuerName", sec: "ISSUERNAME"},
				{name: "TradingSymbol", kind: text, title: "Trading symbol", says: "As filed: NONE and N/A occur.", xml: "issuerTradingSymbol", sec: "ISSUERTRADINGSYMBOL"},
				{name: "ForeignTradingSymbol", kind: text, title: "Foreign trading symbol", says: "There from schema X0609 on (March 2026).", xml: "issuerForeignTradingSymbol"},
			},
		},
		{
			name: "Owner", title: "Reporting owner",
			says: "A reporting owner, box 1 of the printed form. The order of owners has no meaning.",
			fields: []field{
				{name: "CIK", kind: text, title: "CIK", says: "The SEC's number of a filer, up to ten digits, with zeros before it or not.", xml: "reportingOwnerId/rptOwnerCik", sec: "RPTOWNERCIK", label: "CIK"},
				{name: "Name", kind: text, title: "Name", says: "EDGAR's conformed name, a person's as LAST FIRST MIDDLE.", xml: "reportingOwnerId/rptOwnerName", sec: "RPTOWNERNAME"},
				{name: "CCC", kind: text, title: "CCC", says: "The filer's access code, which EDGAR removes before it publishes; only a draft has one.", more: "One that is there is a finding.", xml: "reportingOwnerId/rptOwnerCcc", label: "CCC"},
				{name: "Address", typ: "Address", title: "Address", xml: "reportingOwnerAddress", tables: "Relationship"},
				{name: "Relationship", typ: "Relationship", title: "Relationship", says: "Box 5 of Form 4.", xml: "reportingOwnerRelationship", sec: "RPTOWNER_RELATIONSHIP"},
			},
		},
		{
			name: "Address", title: "Address",
			says: "A postal address. Before schema X0609 a foreign one has EDGAR's two-character code in state (A6 is Ontario). The XML elements are a reporting owner's; envelopes have labels of like names.",
			fields: []field{
				{name: "NonUSAddress", kind: flag, title: "Non-US address", xml: "rptOwnerNonUSAddressFlag", since: "X0609", label: "non-US address"},
				{name: "Street1", kind: text, title: "Street, line 1", xml: "rptOwnerStreet1", sec: "RPTOWNER_STREET1", lines: []string{"STREET 1", "STREET1"}, label: "street, line 1"},
				{name: "Street2", kind: text, title: "Street, line 2", xml: "rptOwnerStreet2", sec: "RPTOWNER_STREET2", lines: []string{"STREET 2", "STREET2"}, label: "street, line 2"},
				{name: "City", kind: text, title: "City", xml: "rptOwnerCity", sec: "RPTOWNER_CITY", lines: []string{"CITY"}},
				{name: "NonUSStateTerritory", kind: text, title: "State or territory outside the US", xml: "rptOwnerNonUSStateTerritory", since: "X0609", label: "non-US state or territory"},
				{name: "State", kind: text, title: "State", says: "A US state's code or EDGAR's code of a country or province.", xml: "rptOwnerState", sec: "RPTOWNER_STATE", lines: []string{"STATE"}},
				{name: "Country", kind: text, title: "Country", xml: "rptOwnerCountry", since: "X0609"},
				{name: "ZipCode", kind: text, title: "ZIP code", xml: "rptOwnerZipCode", sec: "RPTOWNER_ZIPCODE", lines: []string{"ZIP"}},
				{name: "StateDescription", kind: text, title: "State description", says: "State or country in words.", xml: "rptOwnerStateDescription", sec: "RPTOWNER_STATE_DESC"},
				{name: "GoodAddress", kind: flag, title: "Good address", says: "EDGAR's internal flag.", xml: "rptOwnerGoodAddress", label: "EDGAR’s address flag"},
				{name: "Phone", kind: text, title: "Phone", says: "Envelopes only.", lines: []string{"BUSINESS PHONE", "PHONE"}},
			},
		},
		{
			name: "Relationship", title: "Relationship",
			says: "What the owner is to the issuer, box 5 of Form 4. A flag that is absent is not the same as one that says no.",
			fields: []field{
				{name: "IsDirector", kind: flag, title: "Director", xml: "isDirector", sec: "Director", label: "director"},
				{name: "IsOfficer", kind: flag, title: "Officer", xml: "isOfficer", sec: "Officer", label: "officer"},
				{name: "IsTenPercentOwner", kind: flag, title: "10% owner", says: "Owner of more than ten percent of a registered class.", xml: "isTenPercentOwner", sec: "TenPercentOwner", label: "10% owner"},
				{name: "IsOther", kind: flag, title: "Other", xml: "isOther", sec: "Other", label: "other relationship"},
				{name: "OfficerTitle", kind: text, title: "Officer title", xml: "officerTitle", sec: "RPTOWNER_TITLE"},
				{name: "OtherText", kind: text, title: "Other, in words", xml: "otherText", sec: "RPTOWNER_TXT", label: "other relationship, text"},
			},
		},
	}
}

func rows() []record {
	return []record{
		{
			name: "Row", title: "Row",
			says: "One line of Table I or Table II. A holding has no transaction; a line of Table I has no terms and no underlying security; whatever the document gives all the same is kept where it belongs by name.",
			fields: []field{
				{name: "Kind", typ: "RowKind", title: "Kind", says: "transaction: a reported change. holding: a position, without a transaction."},
				{name: "At", typ: "Span", title: "Place", says: "The whole line in the source."},
				{name: "SecurityTitle", kind: text, title: "Security title", says: "Column 1 of either table.", xml: "securityTitle", sec: "SECURITY_TITLE", noted: true, label: "title"},
				{name: "ConversionOrExercisePrice", kind: dollars, title: "Conversion or exercise price", says: "US dollars per share unless a note says otherwise. Table II column 2 (Form 3: column 4).", xml: "conversionOrExercisePrice", sec: "CONV_EXERCISE_PRICE", noted: true, label: "exercise price", derivative: true},
				{name: "FormType", kind: formNumber, title: "Form type", says: "The form on which the line was due: 3, 4 or 5. On a holding of Form 5, a 3 marks a late Form 3 holding.", xml: "transactionCoding/transactionFormType", sec: "TRANS_FORM_TYPE", label: "form due", printed: "DeemedExecutionDate", tables: "DeemedExecutionDate"},
				{name: "Transaction", typ: "Trade", flat: true, title: "Transaction", says: "What a transaction has and a holding has not."},
				{name: "ExerciseDate", kind: date, title: "Date exercisable", says: "Table II column 6 (Form 3: column 2).", xml: "exerciseDate", sec: "EXERCISE_DATE", noted: true, label: "date exercisable", derivative: true},
				{name: "ExpirationDate", kind: date, title: "Expiration date", says: "Table II column 6 (Form 3: column 2).", xml: "expirationDate", sec: "EXPIRATION_DATE", noted: true, label: "expiration date", derivative: true},
				{name: "UnderlyingTitle", kind: text, title: "Title of underlying security", says: "Table II column 7 (Form 3: column 3).", xml: "underlyingSecurity/underlyingSecurityTitle", sec: "UNDLYNG_SEC_TITLE", noted: true, label: "underlying security", derivative: true},
				{name: "UnderlyingShares", kind: shares, title: "Underlying shares", says: "Number of shares. Table II column 7 (Form 3: column 3, the size of the position).", xml: "underlyingSecurity/underlyingSecurityShares", sec: "UNDLYNG_SEC_SHARES", noted: true, label: "underlying amount", derivative: true},
				{name: "UnderlyingValue", kind: dollars, title: "Underlying value", says: "US dollars, in place of shares. Table II column 7 (Form 3: column 3).", xml: "underlyingSecurity/underlyingSecurityValue", sec: "UNDLYNG_SEC_VALUE", noted: true, label: "underlying value", derivative: true},
				{name: "SharesFollowing", kind: shares, title: "Shares following", says: "Number of securities beneficially owned following the reported transactions; on Form 3 the number owned. Table I column 5, Table II column 9.", xml: "postTransactionAmounts/sharesOwnedFollowingTransaction", sec: "SHRS_OWND_FOLWNG_TRANS", noted: true, label: "amount owned"},
				{name: "ValueFollowing", kind: dollars, title: "Value following", says: "US dollars, in place of shares following.", xml: "postTransactionAmounts/valueOwnedFollowingTransaction", sec: "VALU_OWND_FOLWNG_TRANS", noted: true, label: "value owned"},
				{name: "Ownership", kind: directIndirect, title: "Ownership form", says: "Direct or indirect. Table I column 6, Table II column 10 (Form 3: columns 3 and 5).", xml: "ownershipNature/directOrIndirectOwnership", sec: "DIRECT_INDIRECT_OWNERSHIP", noted: true, label: "form of ownership"},
				{name: "NatureOfOwnership", kind: text, title: "Nature of indirect ownership", says: "Table I column 7, Table II column 11 (Form 3: columns 4 and 6).", xml: "ownershipNature/natureOfOwnership", sec: "NATURE_OF_OWNERSHIP", noted: true, label: "nature of ownership"},
			},
		},
		{
			name: "Trade", def: "transaction", title: "Transaction",
			says: "What a transaction has and a holding has not. Columns are those of Form 4.",
			fields: []field{
				{name: "Date", kind: date, title: "Transaction date", says: "Table I column 2, Table II column 3.", xml: "transactionDate", sec: "TRANS_DATE", noted: true, label: "date"},
				{name: "DeemedExecutionDate", kind: date, title: "Deemed execution date", says: "Column 2A or 3A (Rule 16a-3(g)).", xml: "deemedExecutionDate", sec: "DEEMED_EXECUTION_DATE", noted: true, label: "deemed execution date"},
				{name: "Code", kind: code, title: "Transaction code", says: "A letter of Form 4 Instruction 8. Notes on the whole coding are cited here, where the printed form shows them. Table I column 3, Table II column 4.", xml: "transactionCoding/transactionCode", sec: "TRANS_CODE", label: "code"},
				{name: "EquitySwapInvolved", kind: flag, title: "Equity swap involved", says: "Printed as a K after the code.", xml: "transactionCoding/equitySwapInvolved", sec: "EQUITY_SWAP_INVOLVED", label: "equity swap"},
				{name: "Timeliness", kind: timeliness, title: "Timeliness", says: "Printed as a V for early.", xml: "transactionTimeliness", sec: "TRANS_TIMELINESS", noted: true, label: "timeliness"},
				{name: "Shares", kind: shares, title: "Shares", says: "Number of securities acquired or disposed of. Table I column 4, Table II column 5.", xml: "transactionAmounts/transactionShares", sec: "TRANS_SHARES", noted: true, label: "amount"},
				{name: "TotalValue", kind: dollars, title: "Total value", says: "US dollars, in place of shares. Table II column 5.", xml: "transactionAmounts/transactionTotalValue", sec: "TRANS_TOTAL_VALUE", noted: true, label: "value", derivative: true},
				{name: "Price", kind: dollars, title: "Price", says: "US dollars per share unless a note says otherwise. Table I column 4, Table II column 8.", xml: "transactionAmounts/transactionPricePerShare", sec: "TRANS_PRICEPERSHARE", noted: true, label: "price", printed: "AcquiredDisposed"},
				{name: "AcquiredDisposed", kind: acquiredDisposed, title: "Acquired or disposed of", says: "Table I column 4, Table II column 5.", xml: "transactionAmounts/transactionAcquiredDisposedCode", sec: "TRANS_ACQUIRED_DISP_CD", noted: true, label: "acquired or disposed of"},
			},
		},
	}
}

func notes() []record {
	return []record{
		{
			name: "Footnote", title: "Footnote",
			says: "One explanation of responses. Any cell may cite it.",
			fields: []field{
				{name: "ID", typ: "string", title: "Id", says: "The document's own, such as F1; numbers may skip. A note printed (1) is F1."},
				{name: "Text", kind: text, title: "Text", xml: "footnote", sec: "FOOTNOTE_TXT"},
			},
		},
		{
			name: "Signature", title: "Signature",
			says: "One signature block. It is not tied to an owner.", more: "EDGAR specification 4.3.7.",
			fields: []field{
				{name: "Name", kind: text, title: "Name", xml: "signatureName", sec: "OWNERSIGNATURENAME"},
				{name: "Date", kind: date, title: "Date", xml: "signatureDate", sec: "OWNERSIGNATUREDATE"},
			},
		},
	}
}
