package rules

import (
	"fmt"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// The bounds of the EDGAR ownership specification on one submission.
const (
	ownersOfOne = 10
	rowsOfTable = 30
)

// checkHeader holds the boxes above the tables against the tables and against
// each other: the rules on relationship, symbol, size, and empty forms.
// joint-box-mismatch is not among them: XML has no box 6.
func checkHeader(f *ownership.Filing) {
	for i := range f.Owners {
		checkOwner(f, i)
	}
	if len(f.Owners) > ownersOfOne && isXML(f) {
		report(f, ownership.RuleOwnersOverTen,
			fmt.Sprintf("The filing names %d reporting owners; EDGAR takes %d in one filing.", len(f.Owners), ownersOfOne),
			ownerPath(f, ownersOfOne)...)
	}
	checkSize(f)
	if s := &f.Issuer.TradingSymbol; s.IsKnown() {
		if message := oddSymbol(s.V); message != "" {
			report(f, ownership.RuleTickerPlaceholder, fmt.Sprintf(message, wording.Clip(s.V)), "issuer.tradingSymbol")
		}
	}
	switch f.DocumentType.V.Form() {
	case '3':
		checkForm3(f)
	case '4', '5':
		checkEmpty(f)
	}
	if f.NotSubjectToSection16.IsKnown() && f.NotSubjectToSection16.V {
		report(f, ownership.RuleExitBoxSet, "The box says that the owner is no longer subject to Section 16; former insiders report some transactions all the same.", "notSubjectToSection16")
	}
}

// checkOwner holds box 5 of one owner against the EDGAR ownership specification,
// conditions 1 to 3.
func checkOwner(f *ownership.Filing, i int) {
	o := &f.Owners[i]
	r := &o.Relationship
	path := func(cell string) string { return fmt.Sprintf("owners[%d].%s", i, cell) }
	is := func(v *ownership.Value[bool]) bool { return v.IsKnown() && v.V }
	odd := func(v *ownership.Value[bool]) bool { return v.State == ownership.Malformed }
	if !is(&r.IsDirector) && !is(&r.IsOfficer) && !is(&r.IsTenPercentOwner) && !is(&r.IsOther) &&
		!odd(&r.IsDirector) && !odd(&r.IsOfficer) && !odd(&r.IsTenPercentOwner) && !odd(&r.IsOther) {
		report(f, ownership.RuleRelationshipMissing,
			"The owner's relationship to the issuer is missing: director, officer, 10% owner or other.",
			ownerPath(f, i)...)
	}
	var unread []string
	for _, b := range [...]struct {
		v    *ownership.Value[bool]
		name string
	}{{&r.IsDirector, "isDirector"}, {&r.IsOfficer, "isOfficer"}, {&r.IsTenPercentOwner, "isTenPercentOwner"}, {&r.IsOther, "isOther"}} {
		if p := path("relationship." + b.name); odd(b.v) && isBox(p, &b.v.Reading) {
			unread = append(unread, p)
		}
	}
	if unread != nil {
		report(f, ownership.RuleValueMalformed, "Which boxes of the relationship are ticked cannot be read: a mark is lost, or stands where no box is.", unread...)
	}
	if is(&r.IsOfficer) && !r.OfficerTitle.IsKnown() && r.OfficerTitle.State != ownership.Malformed {
		report(f, ownership.RuleOfficerTitleMissing, "The owner is an officer, but the title is missing.", path("relationship.isOfficer"))
	}
	if is(&r.IsOther) && !r.OtherText.IsKnown() && r.OtherText.State != ownership.Malformed {
		report(f, ownership.RuleOtherTextMissing, "The relationship is “other”, but nothing says which.", path("relationship.isOther"))
	}
	if r.OfficerTitle.IsKnown() && !is(&r.IsOfficer) && !odd(&r.IsOfficer) && !isNoTitle(r.OfficerTitle.V) {
		report(f, ownership.RuleOfficerTitleWithoutFlag,
			fmt.Sprintf("The title “%s” is given, but the officer box is not set.", wording.Clip(r.OfficerTitle.V)), path("relationship.officerTitle"))
	}
	if o.CIK.IsKnown() && f.Issuer.CIK.IsKnown() && sameCIK(o.CIK.V, f.Issuer.CIK.V) {
		report(f, ownership.RuleOwnerIsIssuer, "The reporting owner is the issuer itself.", path("cik"), "issuer.cik")
	}
}

// isBox reports whether a cell is a box of the relationship on a page, of which there is
// one finding for all four.
func isBox(path string, r *ownership.Reading) bool {
	return r.How != ownership.Tagged && strings.Contains(path, ".relationship.is")
}

// ownerPath leads to what names an owner.
func ownerPath(f *ownership.Filing, i int) []string {
	switch o := &f.Owners[i]; {
	case o.Name.Present():
		return []string{fmt.Sprintf("owners[%d].name", i)}
	case o.CIK.Present():
		return []string{fmt.Sprintf("owners[%d].cik", i)}
	}
	return formPath(f)
}

// boxPath leads to a box, or to the form's number where the box is left out.
func boxPath(f *ownership.Filing, box *ownership.Value[bool], path string) []string {
	if box.Present() {
		return []string{path}
	}
	return formPath(f)
}

// formPath leads to the form's number, for what is not there at all.
func formPath(f *ownership.Filing) []string {
	if f.DocumentType.Present() {
		return []string{"documentType"}
	}
	return nil
}

// isNoTitle reports whether an officer's title is none: "See Remarks", "N/A".
func isNoTitle(s string) bool {
	return mentions(s, "see ") || isNoNature(s)
}

// sameCIK compares two CIKs as numbers: zeros before them say nothing.
func sameCIK(a, b string) bool {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return a == b && a != ""
}

// checkSize tells of more lines than EDGAR takes: rows-over-thirty. Printed forms
// have as many as there is paper.
func checkSize(f *ownership.Filing) {
	one, two := len(f.TableI), len(f.TableII)
	if one <= rowsOfTable && two <= rowsOfTable || !isXML(f) {
		return
	}
	x := ownership.Finding{Message: fmt.Sprintf("Table I has %s and Table II %s lines; EDGAR takes %d in a table.", wording.Number(one), wording.Number(two), rowsOfTable)}
	if one > rowsOfTable {
		x.At = append(x.At, f.TableI[rowsOfTable].At)
	}
	if two > rowsOfTable {
		x.At = append(x.At, f.TableII[rowsOfTable].At)
	}
	addFinding(f, ownership.RuleRowsOverThirty, x)
}

// oddSymbol returns what is to be said about a trading symbol that is none or is
// not written as the exchange writes it, with a place for the symbol, or "".
func oddSymbol(s string) string {
	switch strings.ToUpper(strings.Trim(s, " []().\"'")) {
	case "NONE", "N/A", "NA", "N.A", "NOT APPLICABLE", "NOT APPLIC", "NO SYMBOL", "NOSYMBOL", "NO TICKER", "UNLISTED", "NOT LISTED", "", "-", "--", "0":
		return "“%s” usually means that the issuer has no trading symbol."
	}
	if strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz") {
		return "The trading symbol “%s” is not all in capital letters."
	}
	if strings.ContainsAny(s, ":[]()") {
		return "“%s” holds more than a trading symbol, such as the name of a market."
	}
	if i := strings.LastIndexAny(s, "-."); i > 0 {
		switch s[i+1:] {
		case "OTC", "OTCBB", "OTCQB", "OTCQX", "OB", "PK", "NASDAQ", "NYSE", "AMEX", "TSX", "TO", "TW", "HK":
			return "“%s” holds more than a trading symbol, such as the name of a market."
		}
	}
	if strings.ContainsAny(s, ",;") || strings.Contains(s, " & ") || strings.Contains(s, " AND ") {
		return "“%s” holds more than one trading symbol."
	}
	if i := strings.IndexAny(s, " /"); i > 1 && i+2 < len(s) { // BF/B and BRK B are one
		switch after := s[i+1:]; {
		case len(after) < 3, strings.HasPrefix(after, "PR"), !char.IsWordByte(after[2]):
		default:
			return "“%s” holds more than one trading symbol."
		}
	}
	return ""
}

// checkForm3 holds the box of Form 3, noSecuritiesOwned, against its tables:
// form3-empty, form3-none-but-rows, form3-has-transactions. A line that itself
// says that nothing is owned does not speak against the box.
func checkForm3(f *ownership.Filing) {
	none := f.NoSecuritiesOwned.IsKnown() && f.NoSecuritiesOwned.V
	if len(f.TableI)+len(f.TableII) == 0 && !none && f.NoSecuritiesOwned.State != ownership.Malformed {
		report(f, ownership.RuleForm3Empty, "The form has no line, and no box says that no securities are owned.", boxPath(f, &f.NoSecuritiesOwned, "noSecuritiesOwned")...)
	}
	var owned, traded []string
	each := func(l *line) {
		r := l.r
		if none && len(owned) < ownersOfOne && r.SecurityTitle.Present() && !saysNone(r) {
			owned = append(owned, l.path("securityTitle"))
		}
		switch {
		case len(traded) == ownersOfOne:
		case r.Transaction.Code.Present():
			traded = append(traded, l.path("transaction.code"))
		case r.FormType.Present():
			traded = append(traded, l.path("formType"))
		case l.isTransaction() && r.SecurityTitle.Present():
			traded = append(traded, l.path("securityTitle"))
		}
	}
	for i := range f.TableI {
		each(&line{f, &f.TableI[i], "tableI", i})
	}
	for i := range f.TableII {
		each(&line{f, &f.TableII[i], "tableII", i})
	}
	if len(owned) > 0 {
		report(f, ownership.RuleForm3NoneButRows, "The box says that no securities are owned, yet the tables list some.", append([]string{"noSecuritiesOwned"}, owned...)...)
	}
	if len(traded) > 0 {
		report(f, ownership.RuleForm3HasTransactions, "Form 3 reports holdings; transactions belong on Form 4 or 5.", traded...)
	}
}

// saysNone reports whether a line is of nothing: an amount of 0, or a title that
// says that none are owned.
func saysNone(r *ownership.Row) bool {
	for _, v := range [...]*ownership.Value[ownership.Decimal]{&r.SharesFollowing, &r.ValueFollowing, &r.UnderlyingShares, &r.UnderlyingValue} {
		if v.IsKnown() && v.V.Sign() != 0 {
			return false
		}
	}
	return mentions(r.SecurityTitle.V, "no securities", "none") || isNoNature(r.SecurityTitle.V) ||
		r.SharesFollowing.IsKnown() || r.ValueFollowing.IsKnown() || r.UnderlyingShares.IsKnown() || r.UnderlyingValue.IsKnown()
}

// checkEmpty tells of a Form 4 or 5 that reports nothing: form4-empty (EDGAR
// ownership specification 4.3.3). The exit box allows it; an amendment may correct
// the boxes above the tables only; a Form 5 may report late Form 3 holdings.
func checkEmpty(f *ownership.Filing) {
	if f.NotSubjectToSection16.State == ownership.Malformed || f.NotSubjectToSection16.IsKnown() && f.NotSubjectToSection16.V {
		return
	}
	for _, table := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range table {
			if table[i].Kind == ownership.Transaction || table[i].FormType.V == "3" {
				return
			}
		}
	}
	severity := ownership.RuleForm4Empty.Severity()
	if f.DocumentType.V.IsAmendment() {
		severity = ownership.Warning // it may correct the header or the remarks alone
	}
	message := "The form has no line, and the exit box is not set."
	if len(f.TableI)+len(f.TableII) > 0 {
		message = "The form reports holdings but no transaction, and the exit box is not set."
	}
	reportAs(f, ownership.RuleForm4Empty, severity, message, boxPath(f, &f.NotSubjectToSection16, "notSubjectToSection16")...)
}
