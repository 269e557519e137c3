package main

// header lists what the envelope of an EDGAR submission says.
func header() []record {
	return []record{
		{
			name: "Header", title: "Header",
			says: "What the envelope of an EDGAR submission says about the filing. Left out for a bare document.",
			fields: []field{
				{name: "AccessionNumber", kind: text, title: "Accession number", says: "EDGAR's key of a filing, such as 0001127602-25-004598. Its first ten digits are the CIK of the submitter, often an agent.", lines: []string{"ACCESSION NUMBER"}},
				{name: "SubmissionType", kind: text, title: "Submission type", says: "The form that was submitted.", lines: []string{"CONFORMED SUBMISSION TYPE", "TYPE"}},
				{name: "DocumentCount", kind: text, title: "Document count", says: "The number of public documents.", lines: []string{"PUBLIC DOCUMENT COUNT"}},
				{name: "PeriodOfReport", kind: date, title: "Period of report", lines: []string{"CONFORMED PERIOD OF REPORT", "PERIOD"}},
				{name: "FiledAt", kind: date, title: "Filed at", says: "The filing date, the day that counts for a deadline (Regulation S-T Rule 13).", sec: "FILING_DATE", lines: []string{"FILED AS OF DATE", "FILING DATE"}, label: "filed as of"},
				{name: "ChangedAt", kind: date, title: "Changed at", says: "The day of the last change.", lines: []string{"DATE AS OF CHANGE", "DATE OF FILING DATE CHANGE"}, label: "date of change"},
				{name: "AcceptedAt", kind: moment, title: "Accepted at", says: "When EDGAR accepted the submission.", more: "Eastern local time.", lines: []string{"ACCEPTANCE-DATETIME"}},
				{name: "Parties", typ: "[]Party", title: "Parties", says: "The issuer and the reporting owners, in the order of the header."},
				{name: "Documents", typ: "[]Document", title: "Documents", says: "The documents of the submission: the form and its exhibits."},
				{name: "Other", typ: "[]Fact", title: "Other facts", says: "Every labelled line of the header that has no field of its own."},
			},
		},
		{
			name: "Party", title: "Party",
			says: "One of the header's filers: the issuer, or a reporting owner.",
			fields: []field{
				{name: "Role", typ: "string", title: "Role", says: "The header's own word in lower case: reporting-owner, issuer, subject-company (before 2003) or filed-by."},
				{name: "Name", kind: text, title: "Name", lines: []string{"COMPANY CONFORMED NAME", "CONFORMED NAME"}},
				{name: "CIK", kind: text, title: "CIK", says: "The SEC's number of a filer.", lines: []string{"CENTRAL INDEX KEY", "CIK"}, label: "CIK"},
				{name: "OrganizationName", kind: text, title: "Organization name", says: "The SEC's office that reviews the filer.", lines: []string{"ORGANIZATION NAME"}},
				{name: "SIC", kind: text, title: "SIC", says: "Standard Industrial Classification, the industry in words and its code.", lines: []string{"STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED SIC"}, label: "SIC code"},
				{name: "IRSNumber", kind: text, title: "IRS number", says: "The employer's tax number.", lines: []string{"IRS NUMBER"}, label: "IRS number"},
				{name: "StateOfIncorporation", kind: text, title: "State of incorporation", says: "EDGAR's two-character code.", lines: []string{"STATE OF INCORPORATION"}},
				{name: "FiscalYearEnd", kind: text, title: "Fiscal year end", says: "Month and day, MMDD.", lines: []string{"FISCAL YEAR END"}},
				{name: "Relationship", kind: text, title: "Relationship", says: "What the owner is to the issuer, before 2003.", lines: []string{"RELATIONSHIP"}},
				{name: "FormType", kind: text, title: "Form type", lines: []string{"FORM TYPE"}, under: "FILING VALUES"},
				{name: "Act", kind: text, title: "Act", says: "The law filed under, such as 1934 Act.", lines: []string{"SEC ACT", "ACT"}},
				{name: "FileNumber", kind: text, title: "File number", says: "The SEC's file number of the registrant.", lines: []string{"SEC FILE NUMBER", "FILE NUMBER"}},
				{name: "FilmNumber", kind: text, title: "Film number", says: "The SEC's number of the document.", lines: []string{"FILM NUMBER"}},
				{name: "BusinessAddress", typ: "Address", title: "Business address", says: "Header section BUSINESS ADDRESS."},
				{name: "MailAddress", typ: "Address", title: "Mail address", says: "Header section MAIL ADDRESS."},
				{name: "FormerNames", typ: "[]FormerName", title: "Former names", says: "Header sections FORMER NAME and FORMER COMPANY."},
				{name: "Other", typ: "[]Fact", title: "Other facts", says: "Every labelled line about the party that has no field of its own."},
			},
		},
		{
			name: "FormerName", title: "Former name",
			says: "A name that a party had until a day.",
			fields: []field{
				{name: "Name", kind: text, title: "Name", lines: []string{"FORMER CONFORMED NAME"}},
				{name: "ChangedAt", kind: date, title: "Changed at", says: "The day on which the name was given up.", lines: []string{"DATE OF NAME CHANGE", "DATE CHANGED"}, label: "date of change"},
			},
		},
		{
			name: "Document", title: "Document",
			says: "One document of a submission: the form itself or an exhibit.",
			fields: []field{
				{name: "Type", kind: text, title: "Type", says: "4, EX-24, …", tag: "TYPE"},
				{name: "Sequence", kind: text, title: "Sequence", says: "Its number in the submission.", tag: "SEQUENCE"},
				{name: "Filename", kind: text, title: "File name", tag: "FILENAME"},
				{name: "Description", kind: text, title: "Description", tag: "DESCRIPTION"},
				{name: "At", typ: "Span", title: "Place", says: "The document's text in the source."},
			},
		},
		{
			name: "Fact", title: "Fact",
			says: "A labelled line without a field of its own.",
			fields: []field{
				{name: "Label", typ: "string", title: "Label", says: "The label as the header has it."},
				{name: "Value", kind: text, title: "Value", says: "What stands after the label."},
			},
		},
	}
}
