package ownership

// Issuer is the company whose securities are reported.
type Issuer struct {
	// CIK is the SEC's number of a filer, up to ten digits, zeros before it or not.
	CIK           Value[string] `json:"cik,omitzero"`
	Name          Value[string] `json:"name,omitzero"`
	TradingSymbol Value[string] `json:"tradingSymbol,omitzero"`
	// ForeignTradingSymbol is there from schema X0609 on.
	ForeignTradingSymbol Value[string] `json:"foreignTradingSymbol,omitzero"`
}

// Owner is a reporting owner. The order of owners has no meaning.
type Owner struct {
	CIK  Value[string] `json:"cik,omitzero"`
	Name Value[string] `json:"name,omitzero"` // EDGAR's conformed name: LAST FIRST MIDDLE
	// CCC is the filer's access code. EDGAR removes it before it publishes; a
	// draft that still has one has it shown as a finding.
	CCC          Value[string] `json:"ccc,omitzero"`
	Address      Address       `json:"address,omitzero"`
	Relationship Relationship  `json:"relationship,omitzero"`
}

// Address is a postal address. Before schema X0609 a foreign one has EDGAR's
// two-character code in State (A6 is Ontario).
type Address struct {
	NonUSAddress        Value[bool]   `json:"nonUSAddress,omitzero"`
	Street1             Value[string] `json:"street1,omitzero"`
	Street2             Value[string] `json:"street2,omitzero"`
	City                Value[string] `json:"city,omitzero"`
	NonUSStateTerritory Value[string] `json:"nonUSStateTerritory,omitzero"`
	State               Value[string] `json:"state,omitzero"`
	Country             Value[string] `json:"country,omitzero"`
	ZipCode             Value[string] `json:"zipCode,omitzero"`
	StateDescription    Value[string] `json:"stateDescription,omitzero"`
	GoodAddress         Value[bool]   `json:"goodAddress,omitzero"` // EDGAR's internal flag
	Phone               Value[string] `json:"phone,omitzero"`       // envelopes only
}

// Relationship is box 5 of Form 4: what the owner is to the issuer. A flag that
// is absent is not the same as one that says no.
type Relationship struct {
	IsDirector        Value[bool]   `json:"isDirector,omitzero"`
	IsOfficer         Value[bool]   `json:"isOfficer,omitzero"`
	IsTenPercentOwner Value[bool]   `json:"isTenPercentOwner,omitzero"`
	IsOther           Value[bool]   `json:"isOther,omitzero"`
	OfficerTitle      Value[string] `json:"officerTitle,omitzero"`
	OtherText         Value[string] `json:"otherText,omitzero"`
}
