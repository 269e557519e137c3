package ownership

// Header is what the envelope of an EDGAR submission says about a filing.
type Header struct {
	// AccessionNumber is EDGAR's key of a filing: 0001127602-25-004598. Its
	// first ten digits are the submitter's CIK, often an agent's.
	AccessionNumber Value[string] `json:"accessionNumber,omitzero"`
	SubmissionType  Value[string] `json:"submissionType,omitzero"`
	DocumentCount   Value[string] `json:"documentCount,omitzero"`
	PeriodOfReport  Value[Date]   `json:"periodOfReport,omitzero"`
	// FiledAt is FILED AS OF DATE: the day that counts (Regulation S-T Rule 13).
	FiledAt Value[Date] `json:"filedAt,omitzero"`
	// ChangedAt is DATE AS OF CHANGE.
	ChangedAt Value[Date] `json:"changedAt,omitzero"`
	// AcceptedAt is Eastern local time.
	AcceptedAt Value[Time] `json:"acceptedAt,omitzero"`
	Parties    []Party     `json:"parties,omitempty"`
	Documents  []Document  `json:"documents,omitempty"`
	// Other holds every labelled fact that has no field of its own.
	Other []Fact `json:"other,omitempty"`
}

// Party is one of the header's filers: the issuer, or a reporting owner.
type Party struct {
	// Role is the header's own word in lower case: "reporting-owner", "issuer",
	// "subject-company" (before 2003), "filed-by".
	Role                 string        `json:"role"`
	Name                 Value[string] `json:"name,omitzero"`
	CIK                  Value[string] `json:"cik,omitzero"`
	OrganizationName     Value[string] `json:"organizationName,omitzero"`
	SIC                  Value[string] `json:"sic,omitzero"` // Standard Industrial Classification
	IRSNumber            Value[string] `json:"irsNumber,omitzero"`
	StateOfIncorporation Value[string] `json:"stateOfIncorporation,omitzero"`
	FiscalYearEnd        Value[string] `json:"fiscalYearEnd,omitzero"` // MMDD
	Relationship         Value[string] `json:"relationship,omitzero"`  // before 2003

	FormType   Value[string] `json:"formType,omitzero"`
	Act        Value[string] `json:"act,omitzero"`
	FileNumber Value[string] `json:"fileNumber,omitzero"`
	FilmNumber Value[string] `json:"filmNumber,omitzero"`

	BusinessAddress Address      `json:"businessAddress,omitzero"`
	MailAddress     Address      `json:"mailAddress,omitzero"`
	FormerNames     []FormerName `json:"formerNames,omitempty"`
	Other           []Fact       `json:"other,omitempty"`
}

// FormerName is a name that a party had until a day.
type FormerName struct {
	Name      Value[string] `json:"name,omitzero"`
	ChangedAt Value[Date]   `json:"changedAt,omitzero"`
}

// Document is one document of a submission: the form itself or an exhibit.
type Document struct {
	Type        Value[string] `json:"type,omitzero"` // 4, EX-24, …
	Sequence    Value[string] `json:"sequence,omitzero"`
	Filename    Value[string] `json:"filename,omitzero"`
	Description Value[string] `json:"description,omitzero"`
	// At spans the document's text in the member.
	At Span `json:"at,omitzero"`
}

// Fact is a labelled line without a field of its own.
type Fact struct {
	Label string        `json:"label"`
	Value Value[string] `json:"value,omitzero"`
}
