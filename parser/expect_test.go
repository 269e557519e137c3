package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// expectations are the right answers for the cells that matter most, written by
// hand from the cases: "text", "blank" or "malformed raw", then the notes in
// brackets; "absent" for a cell that the document does not have.
var expectations = map[string][]string{
	"xml/form4-plain.xml": {
		"documentType = 4", "periodOfReport = 2024-03-05", "plan10b51 = true", "notSubjectToSection16 absent",
		"issuer.cik = 0009900101", "issuer.tradingSymbol = QLMK", "owners[0].name = Ferrand Odile M", "owners[0].relationship.isOfficer = true",
		"owners[0].relationship.isDirector = false", "owners[0].address.stateDescription blank", "owners[0].address.country absent",
		"tableI[0].transaction.code = M [F1]", "tableI[1].transaction.price = 42.1035 [F2]", "tableI[2].sharesFollowing = 11800 [F3]",
		"tableI[2].transaction.acquiredDisposed = D", "tableI[2].transaction.date = 2024-03-06", "tableI[0].transaction.timeliness absent",
		"tableI[3].natureOfOwnership = By Trust [F4]", "tableI[3].transaction.code absent", "tableI[4].sharesFollowing = 515.25",
		"tableII[0].exerciseDate blank [F5]", "tableII[0].transaction.price = 0", "tableII[0].conversionOrExercisePrice = 11.25",
		"footnotes[2].text = Includes 240 shares acquired under the issuer's employee stock purchase plan on December 29, 2023.",
		"remarks blank", "signatures[0].name = /s/ Basil Quince, Attorney-in-Fact", "signatures[0].date = 2024-03-07",
	},
	"xml/form3-plain.xml":                  {"noSecuritiesOwned = false", "plan10b51 absent", "tableII[0].underlyingShares = 12000", "tableII[0].sharesFollowing absent", "tableII[1].expirationDate blank [F3]"},
	"xml/form3-no-securities-owned.xml":    {"noSecuritiesOwned = true", "tableI[0].securityTitle absent"},
	"xml/form5-plain.xml":                  {"form3HoldingsReported = true", "form4TransactionsReported = true", "tableI[0].transaction.timeliness blank", "tableI[1].transaction.timeliness = L", "tableI[2].transaction.timeliness = L [F1]", "tableI[3].formType = 3 [F2]", "tableI[3].transaction.code absent", "tableII[0].formType = 3"},
	"xml/form3-amendment.xml":              {"documentType = 3/A", "dateOfOriginalSubmission = 2022-04-13"},
	"xml/form4-amendment.xml":              {"documentType = 4/A", "dateOfOriginalSubmission = 2022-04-13"},
	"xml/form5-amendment.xml":              {"documentType = 5/A", "dateOfOriginalSubmission = 2022-04-13"},
	"xml/version-x0101-no-declaration.xml": {"schemaVersion = X0101", "tableI[0].transaction.price = 6.02"},
	"xml/version-x0609.xml": {
		"issuer.foreignTradingSymbol = BKM.L", "owners[0].address.nonUSAddress = true", "owners[0].address.nonUSStateTerritory = North Riding",
		"owners[0].address.country = X0", "owners[0].address.goodAddress = true", "owners[0].address.state absent", "owners[1].address.nonUSAddress = false",
		"owners[1].relationship.isDirector absent", "owners[1].relationship.isTenPercentOwner = true",
	},
	"xml/version-unknown-later.xml":    {"schemaVersion = X0712", "tableI[0].sharesFollowing = 900"},
	"xml/timeliness.xml":               {"tableI[0].transaction.timeliness = E", "tableI[1].transaction.timeliness = L", "tableI[2].transaction.timeliness blank", "tableI[3].transaction.timeliness blank", "tableI[4].transaction.timeliness blank [F1]", "tableI[5].transaction.timeliness = E [F1]", "tableI[6].transaction.timeliness malformed V"},
	"xml/equity-swap.xml":              {"tableI[0].transaction.equitySwapInvolved = true", "tableI[1].transaction.equitySwapInvolved = true", "tableI[2].transaction.equitySwapInvolved = false", "tableI[4].transaction.equitySwapInvolved absent", "tableI[5].transaction.equitySwapInvolved blank"},
	"xml/value-based.xml":              {"tableI[0].valueFollowing = 1250000.50 [F2]", "tableI[0].sharesFollowing absent", "tableII[0].transaction.totalValue = 500000 [F2]", "tableII[0].transaction.shares absent", "tableII[0].underlyingValue = 500000.00 [F1]", "tableII[1].underlyingValue blank [F1]"},
	"xml/owners-ten.xml":               {"owners[0].relationship.isDirector = true", "owners[1].relationship.isDirector = true", "owners[2].relationship.isDirector absent", "owners[7].relationship.isDirector blank", "owners[7].relationship.isTenPercentOwner = true", "owners[8].relationship.isOther = false", "owners[9].name = Hollis & Hart Advisers, Inc.", "owners[9].address.street1 absent", "owners[5].relationship.otherText = Member of 10% owner group", "signatures[9].name = /s/ Hollis & Hart Advisers, Inc."},
	"xml/draft-with-access-code.xml":   {"owners[0].ccc = zz#9xq8a", "schemaVersion absent", "issuer.name absent", "owners[0].name absent"},
	"xml/cdata.xml":                    {"tableI[0].securityTitle = Class A & B Common", "tableI[0].transaction.date = 2024-03-05", "tableI[0].transaction.shares = 1000", "tableI[0].sharesFollowing = 9000", "footnotes[0].text = Before the <b>inner</b> part &amp; and after.", "footnotes[1].text blank", "footnotes[2].text = ab ]]> c"},
	"xml/byte-order-mark.xml":          {"schemaVersion = X0508"},
	"xml/entities.xml":                 {"issuer.name = Hollis & Hart \"H&H\"", "tableI[0].securityTitle = Common Stock", "tableI[0].transaction.shares = 1000", "footnotes[0].text = The issuer’s ’plan’ <2020> 'x'; twice: &amp; &#8217; &lt;b&gt;; newline\ntab\tnbsp\u00a0wide📈", "remarks = R&D"},
	"xml/entities-unknown.xml":         {"footnotes[0].text = A &foo; and a &nbsp;space, &copy; too."},
	"xml/namespace-prefixed.xml":       {"tableI[0].transaction.price = 42.10 [F1]", "footnotes[0].text = A note."},
	"xml/crlf.xml":                     {"footnotes[0].text = Line one\n    line two."},
	"xml/carriage-return-only.xml":     {"footnotes[0].text = Line one\n    line two."},
	"xml/tags-spaced.xml":              {"documentType = 4", "tableI[0].transaction.price = 42.10 [F1 F2 F3]", "tableI[0].transaction.shares = 1000"},
	"xml/value-self-closed.xml":        {"tableI[0].transaction.price blank [F1]", "tableI[0].transaction.deemedExecutionDate blank"},
	"xml/empty-shells.xml":             {"notSubjectToSection16 blank", "plan10b51 blank", "tableI[0].transaction.deemedExecutionDate blank", "tableI[0].transaction.price = 0", "tableI[1].securityTitle absent", "tableI[3].securityTitle blank", "signatures[1].name blank"},
	"xml/notes-only-cells.xml":         {"tableI[0].transaction.price blank [F1 F2]", "tableI[0].transaction.deemedExecutionDate blank [F2]", "tableI[0].transaction.code = J [F1]", "tableI[0].natureOfOwnership blank [F2]", "tableII[0].conversionOrExercisePrice blank [F1]", "tableII[0].underlyingShares blank [F2]", "tableII[0].underlyingTitle = Common Stock [F1]"},
	"xml/note-order.xml":               {"tableI[0].transaction.price = 42.10 [F10 F2]", "footnotes[0].text = Ten.", "footnotes[1].text = Two."},
	"xml/note-several-on-a-cell.xml":   {"tableI[0].securityTitle = Common Stock [F2 F1]", "tableI[0].transaction.code = S [F1 F2]", "tableI[0].transaction.price = 42.10 [F1 F2 F1]"},
	"xml/note-ids-odd.xml":             {"tableI[0].transaction.price = 42.10 [F1]", "tableI[0].securityTitle = Common Stock [F01]"},
	"xml/dates.xml":                    {"tableI[1].transaction.date = 2024-03-05", "tableI[2].transaction.date = 2024-03-05", "tableI[3].transaction.date = 2024-03-05", "tableI[4].transaction.date = 2024-03-05", "tableI[5].transaction.date = 2024-03-05", "signatures[0].date = 2024-03-07"},
	"xml/dates-odd.xml":                {"tableI[0].transaction.date malformed 0000-00-00", "tableI[1].transaction.date = 0015-11-23", "tableI[2].transaction.date malformed 2023-02-29", "tableI[4].transaction.date malformed 03/05/2024", "tableI[9].transaction.date blank", "tableII[0].exerciseDate malformed Immediately", "tableII[0].expirationDate malformed N/A"},
	"xml/decimals.xml":                 {"tableI[1].transaction.shares = 0.5", "tableI[3].transaction.shares = 200000.0", "tableI[4].transaction.shares = 10000.0000", "tableI[5].transaction.shares = 999999999999.9999"},
	"xml/numbers-odd.xml":              {"tableI[0].transaction.shares malformed 1,234", "tableI[1].transaction.shares malformed $5", "tableI[2].transaction.shares malformed n/a", "tableI[3].transaction.shares = -100", "tableI[6].transaction.shares malformed 12345678901234567890"},
	"xml/shares-and-value-both.xml":    {"tableII[0].transaction.shares = 100", "tableII[0].transaction.totalValue = 500 [F1]", "tableII[0].underlyingShares = 100", "tableII[0].underlyingValue = 500", "tableII[0].sharesFollowing = 100", "tableII[0].valueFollowing = 500 [F1]"},
	"xml/no-break-spaces.xml":          {"tableI[0].securityTitle = Common Stock", "tableI[0].transaction.shares = 1000", "footnotes[0].text = A note."},
	"xml/windows-1252-in-one-note.xml": {"footnotes[0].text = The issuer’s plan – see § 4 … €5.", "owners[0].name = Dupré Zoé"},

	"xml/derivative-fields-in-table-i.xml":        {"tableI[0].conversionOrExercisePrice = 5.5 [F1]", "tableI[0].transaction.totalValue = 42", "tableI[0].underlyingTitle = Preferred Stock", "tableI[0].valueFollowing = 9"},
	"xml/windows-1252-declared-utf-8.xml":         {"owners[0].name = Dupré Zoé", "footnotes[0].text = The issuer’s plan – see § 4 … €5."},
	"xml/windows-1252-declared.xml":               {"owners[0].name = Dupré Zoé", "footnotes[0].text = The issuer’s plan – see § 4 … €5."},
	"xml/latin-1-declared-utf-8-written.xml":      {"owners[0].name = Dupré Zoé", "footnotes[0].text = The issuer’s plan – see § 4 … €5."},
	"xml/windows-1252-no-break-spaces.xml":        {"tableI[0].securityTitle = Común Stock", "footnotes[0].text = Café."},
	"xml/mangled-end-tag-mismatched.xml":          {"tableI[0].transaction.shares = 1000", "tableI[0].transaction.price = 42.10 [F1]", "tableI[0].sharesFollowing = 9000"},
	"xml/mangled-end-tag-missing.xml":             {"tableI[0].transaction.shares = 1000", "tableI[0].transaction.price = 42.10 [F1]"},
	"xml/mangled-value-end-tag-missing.xml":       {"tableI[0].transaction.shares = 1000", "tableI[0].transaction.price = 42.10 [F1]"},
	"xml/mangled-row-end-tag-missing.xml":         {"tableI[0].ownership = D", "tableI[1].sharesFollowing = 77", "tableI[1].ownership = I"},
	"xml/mangled-table-end-tag-missing.xml":       {"tableI[1].sharesFollowing = 77", "footnotes[1].text = Another note.", "remarks = Remarks."},
	"xml/mangled-end-tag-extra.xml":               {"tableI[0].transaction.price = 42.10 [F1]"},
	"xml/mangled-bracket-missing.xml":             {"tableI[0].transaction.shares = 1000", "tableI[0].transaction.price = 42.10 [F1]"},
	"xml/mangled-end-tag-bracket-missing.xml":     {"tableI[0].ownership = D", "tableI[1].sharesFollowing = 77"},
	"xml/mangled-quote-unterminated.xml":          {"tableI[0].transaction.price = 42.10 [F1]", "tableI[0].transaction.acquiredDisposed = D", "footnotes[0].text = A note."},
	"xml/mangled-footnote-quote-unterminated.xml": {"footnotes[0].text = A note.", "footnotes[1].text = Another note."},
	"xml/mangled-less-than-in-note.xml":           {"footnotes[0].text = Owns < 5% of the class and 3<4.", "footnotes[1].text = Another note."},
	"xml/mangled-less-than-at-name.xml":           {"footnotes[0].text = Owns <five percent of the class.", "footnotes[1].text = Another note."},
	"xml/mangled-ampersand-in-note.xml":           {"footnotes[0].text = Hollis & Hart, R&D and AT&T;."},
	"xml/mangled-footnote-end-tag-missing.xml":    {"footnotes[0].text = A note.", "footnotes[1].text = Another note."},
	"xml/mangled-two-footnotes-unclosed.xml":      {"footnotes[0].text = First note.", "footnotes[1].text = Second note.", "footnotes[2].text = Third note."},
	"xml/mangled-owner-end-tag-missing.xml":       {"owners[0].name = Ferrand Odile M", "owners[1].name = Lanternquay Holdings LLC"},
	"xml/mangled-signature-end-tag-missing.xml":   {"signatures[0].name = /s/ Odile M. Ferrand", "signatures[1].name = /s/ Second Signer"},
	"xml/mangled-case-of-tag.xml":                 {"remarks = Remarks.", "signatures[0].name = /s/ Odile M. Ferrand"},
	"xml/mangled-attribute-unquoted.xml":          {"tableI[0].transaction.price = 42.10 [F1]", "footnotes[0].text = A note."},
	"submission/form4-plain.txt":                  {"header.accessionNumber = 0009955501-24-000012", "header.submissionType = 4", "header.periodOfReport = 2024-03-05", "header.filedAt = 2024-03-07", "header.changedAt = 2024-03-07", "header.acceptedAt = 2024-03-07T18:30:57", "header.documentCount = 1", "header.parties[0].name = Ferrand Odile M", "header.parties[0].cik = 0009911001", "header.parties[0].fileNumber = 001-99001", "header.parties[0].filmNumber = 24999001", "header.parties[0].act = 1934 Act", "header.parties[0].mailAddress.zipCode = 07999", "header.parties[1].name = Quillmark Instruments, Inc.", "header.parties[1].sic = OPTICAL INSTRUMENTS & LENSES [3827]", "header.parties[1].fiscalYearEnd = 1231", "header.parties[1].businessAddress.phone = (555) 555-0100", "header.parties[1].mailAddress.street1 = P.O. BOX 77", "header.parties[1].formerNames[0].name = QUILLMARK OPTICAL CORP", "header.parties[1].formerNames[1].changedAt = 2007-01-22", "header.documents[0].filename = form4.xml", "tableI[0].transaction.price = 42.10 [F1]"},
	"submission/owners-two-with-exhibits.txt":     {"header.documentCount = 3", "header.parties[0].formerNames[0].name = Ferrand-Moss Odile", "header.parties[1].name = Lanternquay Holdings LLC", "header.parties[1].filmNumber = 24999002", "header.parties[2].cik = 0009900101", "header.documents[0].type = EX-24", "header.documents[1].type = 4", "header.documents[2].type = GRAPHIC", "owners[1].name = Lanternquay Holdings LLC", "tableI[0].natureOfOwnership = See footnote [F1]"},
	"submission/owner-is-issuer.txt":              {"header.parties[0].cik = 0009900101", "header.parties[1].cik = 0009900101", "owners[0].cik = 0009900101"},
	"submission/header-indented.txt":              {"header.accessionNumber = 0009955501-24-000012", "header.acceptedAt = 2024-03-07T18:30:57", "header.parties[1].stateOfIncorporation = DE", "header.parties[1].formerNames[1].name = FERRY ROAD ACQUISITION CO"},
	"submission/header-spaces.txt":                {"header.parties[0].mailAddress.street1 = 400 FERRY ROAD", "header.parties[1].irsNumber = 990000101"},
	"submission/crlf.txt":                         {"header.accessionNumber = 0009955501-24-000012", "header.parties[1].name = Quillmark Instruments, Inc.", "tableI[0].sharesFollowing = 9000"},
	"submission/header-before-2003.txt":           {"header.parties[0].name = QUILLMARK OPTICAL CORP", "header.parties[0].fileNumber = 001-99001", "header.parties[1].name = FERRAND ODILE M", "header.parties[1].relationship = OFFICER", "header.parties[1].mailAddress.city = ELMSWICK"},
	"submission/header-values-odd.txt":            {"header.accessionNumber = 0009955501-24-12", "header.periodOfReport malformed 20240231", "header.filedAt malformed 2024-03-07", "header.changedAt blank", "header.acceptedAt malformed 20240307 18:30"},
	"submission/header-unknown-lines.txt":         {"header.other[0].value = A line of its own", "header.other[1].value = LANTERNQUAY GP", "header.other[2].value = LANTERNQUAY LP", "header.parties[1].other[0].value = 99-0000101"},
	"submission/header-windows-1252.txt":          {"header.parties[0].name = Dupré Zoé", "owners[0].name = Ferrand Odile M"},
	"submission/second-owner-in-header-only.txt":  {"header.parties[1].name = Lanternquay Holdings LLC", "header.parties[2].name = Quillmark Instruments, Inc.", "owners[1].name absent"},
	"submission/pds-lines.nc":                     {"header.accessionNumber = 0009955501-24-000012", "header.filedAt = 2024-03-07", "header.changedAt = 2024-03-07", "header.acceptedAt absent", "header.parties[0].cik = 0009911001", "header.parties[0].organizationName blank", "header.parties[0].formerNames[0].changedAt = 2015-03-02", "header.parties[1].sic = 3827", "header.parties[1].businessAddress.phone = 555-555-0100", "tableI[0].transaction.code = S"},
	"submission/pds-one-line.nc":                  {"header.accessionNumber = 0009955501-24-000012", "header.parties[1].organizationName = 08 Industrial & Other", "header.parties[1].formerNames[0].name = QUILLMARK OPTICAL CORP", "header.documents[0].filename = form4.xml", "tableI[0].transaction.price = 42.10 [F1]"},
	"submission/pds-carriage-returns.nc":          {"header.parties[0].name = Ferrand Odile M", "header.parties[1].fiscalYearEnd = 1231", "footnotes[0].text = A weighted average price."},
	"submission/pem-wrapper.txt":                  {"header.accessionNumber = 0009955501-03-000044", "header.acceptedAt = 2003-07-09T10:11:12", "schemaVersion = X0101"},
	"submission/xml-tags-missing.txt":             {"tableI[0].transaction.price = 42.10 [F1]", "header.submissionType = 4"},
	"submission/end-cut-after-the-form.txt":       {"tableI[0].transaction.price = 42.10 [F1]", "signatures[0].date = 2024-03-07"},
	"submission/windows-1252.txt":                 {"header.parties[0].name = Dupré Zoé", "owners[0].name = Dupré Zoé", "footnotes[0].text = The issuer’s plan."},
	"submission/exhibit-behind-the-form.txt":      {"header.documents[1].type = EX-24", "tableI[0].transaction.shares = 1000"},
	"submission/header-says-amendment.txt":        {"header.submissionType = 4/A", "documentType = 4"},
	"xml/comments-and-instructions.xml":           {"tableI[0].transaction.shares = 1000", "tableI[0].transaction.price = 42.10 [F1]", "tableI[1].securityTitle absent"},
	"xml/white-space-before-declaration.xml":      {"documentType = 4"},
	"xml/byte-order-mark-then-blank-line.xml":     {"documentType = 4"},
	"xml/holding-with-transaction-fields.xml":     {"tableI[0].transaction.code = P", "tableI[0].transaction.shares = 10"},
	"xml/row-outside-table.xml":                   {"tableI[0].sharesFollowing = 321"},
	"xml/table-twice.xml":                         {"tableI[0].transaction.shares = 1000", "tableI[1].sharesFollowing = 5"},
	"xml/text-before-the-root.xml":                {"documentType = 4"},
	"xml/value-without-its-element.xml":           {"tableI[0].securityTitle = Common Stock", "tableI[0].transaction.shares = 1000 [F1]"},
	"xml/value-deeper.xml":                        {"tableI[0].transaction.shares = 1000"},
	"xml/letters-odd.xml":                         {"documentType malformed 4/a", "tableI[0].transaction.acquiredDisposed malformed d", "tableI[1].ownership malformed Direct", "tableI[2].ownership blank"},
	"xml/booleans-odd.xml":                        {"notSubjectToSection16 malformed yes", "plan10b51 malformed X", "owners[0].relationship.isOfficer malformed 2", "owners[0].relationship.isTenPercentOwner = true"},
	"xml/owners-joint-two-signatures.xml":         {"owners[1].cik = 0009911003", "signatures[0].date = 2024-03-06", "signatures[1].date = 2024-03-07"},
	"xml/address-foreign-before-x0609.xml":        {"owners[0].address.state = A6", "owners[0].address.stateDescription = ONTARIO, CANADA"},
	"xml/exit-box-no-rows.xml":                    {"notSubjectToSection16 = true"},
	"xml/codes-unknown.xml":                       {"tableI[0].transaction.code = K", "tableI[4].transaction.code = M(1)", "tableI[5].transaction.code blank"},
	"xml/mangled-nul-byte.xml":                    {"footnotes[1].text = Another note."},
	"xml/mangled-space-in-tag.xml":                {"tableI[0].transaction.price = 42.10 [F1]"},
	"xml/mangled-start-tag-missing.xml":           {"tableI[0].transaction.price = 42.10 [F1]"},
	"xml/note-duplicate-id.xml":                   {"footnotes[0].text = The first of the two.", "footnotes[1].text = The second of the two."},
	"xml/note-dangling.xml":                       {"tableI[0].transaction.price = 42.10 [F1 F7]", "tableI[0].transaction.code = S [F8]"},
	"xml/windows-1252-undefined-byte.xml":         {"footnotes[0].text = A byte \u0081 that windows-1252 leaves undefined."},
	"xml/characters-odd.xml":                      {"tableI[0].securityTitle = Common\u00a0Stock\u200b", "remarks blank"},
	"xml/entities-malformed.xml":                  {"footnotes[0].text = Null &#0; surrogate &#xD800; too big &#x110000; empty &#; hex &#xZZ; no semicolon &amp and &#8217 end; huge &#99999999999999999999;"},
	"xml/utf-8-declared.xml":                      {"owners[0].name = Dupré Zoé"},
	"xml/latin-1-declared.xml":                    {"owners[0].name = Dupré Zoé"},
	"xml/note-unreferenced.xml":                   {"footnotes[0].text = Nobody cites this note."},
	"xml/one-line.xml":                            {"tableI[0].transaction.price = 42.10 [F1]"},
	"xml/form3-table-i-only.xml":                  {"tableI[0].sharesFollowing = 77", "tableII[0].securityTitle absent"},
	"xml/owner-is-issuer.xml":                     {"owners[0].cik = 0009900101", "owners[0].relationship.otherText = Issuer"},
	"xml/namespace-default.xml":                   {"tableI[0].transaction.price = 42.10 [F1]"},
	"xml/rows-thirty.xml":                         {"tableI[29].securityTitle = Common Stock", "tableI[30].securityTitle absent", "tableII[29].underlyingShares = 300", "tableII[27].securityTitle = Phantom Stock Unit"},
	"xml/text-after-the-root.xml":                 {"tableI[0].sharesFollowing = 9000"},
}

func TestExpectations(t *testing.T) {
	for name, all := range expectations {
		s := testCase(t, name)
		have := open(t, s.name, s.data)
		if len(have) != 1 || have[0].err != nil {
			t.Errorf("%s: want one filing, have %d results, the first with %v", name, len(have), have[0].err)
			continue
		}
		for _, want := range all {
			path, _, _ := strings.Cut(want, " ")
			if c := tell(have[0].filing, path); c != want {
				t.Errorf("%s:\n  have %s\n  want %s", name, c, want)
			}
		}
	}
}

// tell writes a cell as expectations do.
func tell(f *ownership.Filing, path string) string {
	c, ok := cell(f, path)
	if !ok {
		return path + " absent"
	}
	s := path
	switch c.State {
	case ownership.Known:
		s += " = " + c.Text()
	case ownership.Malformed:
		s += " malformed " + c.Raw
	default:
		s += " " + c.State.String()
	}
	if len(c.Notes) > 0 {
		s += fmt.Sprint(" ", c.Notes)
	}
	return s
}

// TestSoundFilesHaveNoFindings: nothing worse than a remark is said of what EDGAR
// would take.
func TestSoundFilesHaveNoFindings(t *testing.T) {
	for _, name := range strings.Fields(`form4-plain form3-plain form3-table-i-only form3-no-securities-owned
		form3-amendment form4-amendment form5-amendment version-x0101-no-declaration version-x0609 value-based
		owners-joint-two-signatures address-foreign-before-x0609 byte-order-mark white-space-before-declaration utf-8-declared
		namespace-default namespace-prefixed comments-and-instructions crlf carriage-return-only one-line tags-spaced value-self-closed
		note-thousand-characters`) {
		t.Run(name, func(t *testing.T) {
			for _, x := range one(t, "xml/"+name+".xml").Findings {
				if x.Severity > ownership.Info {
					t.Errorf("finding %s: %s", x.Rule, x.Message)
				}
			}
		})
	}
}

// TestSoundFilesAreRead: files that a reader of the form would wonder at, but whose
// XML is sound, have no finding about the XML or a cell's text.
func TestSoundFilesAreRead(t *testing.T) {
	for _, name := range strings.Fields(`form5-plain rows-thirty notes-only-cells dates decimals codes-all`) {
		t.Run(name, func(t *testing.T) {
			for _, x := range one(t, "xml/"+name+".xml").Findings {
				if x.Rule.Scope() == "source" || x.Rule == ownership.RuleValueMalformed {
					t.Errorf("finding %s: %s", x.Rule, x.Message)
				}
			}
		})
	}
}

// TestDamageIsTold: whatever breaks the rules of XML has a finding that warns.
func TestDamageIsTold(t *testing.T) {
	for _, s := range cases(t, "xml") {
		if !strings.HasPrefix(s.name, "xml/mangled-") {
			continue
		}
		for _, r := range open(t, s.name, s.data) {
			if r.err == nil && !slices.ContainsFunc(r.filing.Findings, func(x ownership.Finding) bool { return x.Severity >= ownership.Warning }) {
				t.Errorf("%s: no finding", s.name)
			}
		}
	}
}

// TestRawEndsWithItsCell: the raw text of a cell never reaches over the cell's own
// end tag, however damaged the document is.
func TestRawEndsWithItsCell(t *testing.T) {
	for _, s := range cases(t, "xml") {
		for _, f := range filings(t, s) {
			for c := range f.Cells() {
				for _, tag := range []string{"</footnote>", "</value>", "</remarks>", "</nonDerivative"} {
					if strings.Contains(c.Raw, tag) {
						t.Errorf("%s: %s has the raw text %q", s.name, c.Path, c.Raw)
					}
				}
			}
		}
	}
}

// TestSubmissionsOfSeveral: each filing of a file is its own.
func TestSubmissionsOfSeveral(t *testing.T) {
	for name, want := range map[string][]string{
		"xml/two-documents.xml":              {" 4", " 4"},
		"submission/two-submissions.txt":     {"0009955501-24-000012 4", "0009955501-24-000013 3"},
		"submission/two-forms-in-one.txt":    {"0009955501-24-000012 4", "0009955501-24-000012 3"},
		"submission/damaged-between-two.txt": {"0009955501-24-000012 4", "error", "0009955501-24-000014 3"},
	} {
		s := testCase(t, name)
		var have []string
		for _, r := range open(t, s.name, s.data) {
			if r.err != nil {
				have = append(have, "error")
				continue
			}
			have = append(have, r.filing.Header.AccessionNumber.V+" "+string(r.filing.DocumentType.V))
		}
		if fmt.Sprint(have) != fmt.Sprint(want) {
			t.Errorf("%s holds %q, want %q", name, have, want)
		}
	}
}
