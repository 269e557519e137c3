package ownership

import (
	"fmt"
	"iter"
	"strconv"
)

// Cell is one value of a filing with its path, whatever its type.
type Cell struct {
	Path     string
	*Reading     // the cell's own, not a copy
	v        any // pointer to V
}

// Text returns the value in canonical form: dates as YYYY-MM-DD, numbers without
// grouping, booleans as true or false. It is empty unless the cell is known.
func (c Cell) Text() string {
	if c.State != Known {
		return ""
	}
	switch v := c.v.(type) {
	case *string:
		return *v
	case *bool:
		return strconv.FormatBool(*v)
	case *DocumentType:
		return string(*v)
	case *AcquiredDisposed:
		return string(*v)
	case *DirectIndirect:
		return string(*v)
	case *Timeliness:
		return string(*v)
	case fmt.Stringer:
		return v.String()
	}
	panic(fmt.Sprintf("ownership: cell %s holds a %T", c.Path, c.v))
}

// Cells yields every cell that is not Absent with its path, which is its path in
// the JSON of the filing: header, tables, notes and signatures, in the order of
// the printed form.
func (f *Filing) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) { f.cells(&visit{yield, true}) }
}

// Readings yields what Cells does without the paths, which cost more than the
// rest of the walk.
func (f *Filing) Readings() iter.Seq[*Reading] {
	return func(yield func(*Reading) bool) {
		f.cells(&visit{func(c Cell) bool { return yield(c.Reading) }, false})
	}
}

// visit is one walk over the cells, with their paths or without.
type visit struct {
	yield func(Cell) bool
	paths bool
}

// at visits one value; the path is only built for a cell that is there.
func at[T any](y *visit, prefix, name string, v *Value[T]) bool {
	if v.State == Absent {
		return true
	}
	if y.paths {
		name = prefix + name
	}
	return y.yield(Cell{name, &v.Reading, &v.V})
}

func (y *visit) index(prefix, name string, i int) string {
	if !y.paths {
		return ""
	}
	return prefix + name + "[" + strconv.Itoa(i) + "]."
}

func (y *visit) field(prefix, name string) string {
	if !y.paths {
		return ""
	}
	return prefix + name
}

func (f *Filing) cells(y *visit) bool {
	if !(f.Header.cells(y) &&
		at(y, "", "schemaVersion", &f.SchemaVersion) &&
		at(y, "", "documentType", &f.DocumentType) &&
		at(y, "", "periodOfReport", &f.PeriodOfReport) &&
		at(y, "", "dateOfOriginalSubmission", &f.DateOfOriginalSubmission) &&
		at(y, "", "noSecuritiesOwned", &f.NoSecuritiesOwned) &&
		at(y, "", "notSubjectToSection16", &f.NotSubjectToSection16) &&
		at(y, "", "form3HoldingsReported", &f.Form3HoldingsReported) &&
		at(y, "", "form4TransactionsReported", &f.Form4TransactionsReported) &&
		at(y, "", "plan10b51", &f.Plan10b51) &&
		at(y, "issuer.", "cik", &f.Issuer.CIK) &&
		at(y, "issuer.", "name", &f.Issuer.Name) &&
		at(y, "issuer.", "tradingSymbol", &f.Issuer.TradingSymbol) &&
		at(y, "issuer.", "foreignTradingSymbol", &f.Issuer.ForeignTradingSymbol)) {
		return false
	}
	for i := range f.Owners {
		if !f.Owners[i].cells(y, y.index("", "owners", i)) {
			return false
		}
	}
	for i := range f.TableI {
		if !f.TableI[i].cells(y, y.index("", "tableI", i)) {
			return false
		}
	}
	for i := range f.TableII {
		if !f.TableII[i].cells(y, y.index("", "tableII", i)) {
			return false
		}
	}
	for i := range f.Footnotes {
		if !at(y, y.index("", "footnotes", i), "text", &f.Footnotes[i].Text) {
			return false
		}
	}
	if !at(y, "", "remarks", &f.Remarks) {
		return false
	}
	for i := range f.Signatures {
		p := y.index("", "signatures", i)
		if !(at(y, p, "name", &f.Signatures[i].Name) && at(y, p, "date", &f.Signatures[i].Date)) {
			return false
		}
	}
	return true
}

func (h *Header) cells(y *visit) bool {
	const p = "header."
	if !(at(y, p, "accessionNumber", &h.AccessionNumber) &&
		at(y, p, "submissionType", &h.SubmissionType) &&
		at(y, p, "documentCount", &h.DocumentCount) &&
		at(y, p, "periodOfReport", &h.PeriodOfReport) &&
		at(y, p, "filedAt", &h.FiledAt) &&
		at(y, p, "changedAt", &h.ChangedAt) &&
		at(y, p, "acceptedAt", &h.AcceptedAt)) {
		return false
	}
	for i := range h.Parties {
		if !h.Parties[i].cells(y, y.index(p, "parties", i)) {
			return false
		}
	}
	for i := range h.Documents {
		q, d := y.index(p, "documents", i), &h.Documents[i]
		if !(at(y, q, "type", &d.Type) && at(y, q, "sequence", &d.Sequence) &&
			at(y, q, "filename", &d.Filename) && at(y, q, "description", &d.Description)) {
			return false
		}
	}
	return facts(y, p, h.Other)
}

func (t *Party) cells(y *visit, p string) bool {
	if !(at(y, p, "name", &t.Name) &&
		at(y, p, "cik", &t.CIK) &&
		at(y, p, "organizationName", &t.OrganizationName) &&
		at(y, p, "sic", &t.SIC) &&
		at(y, p, "irsNumber", &t.IRSNumber) &&
		at(y, p, "stateOfIncorporation", &t.StateOfIncorporation) &&
		at(y, p, "fiscalYearEnd", &t.FiscalYearEnd) &&
		at(y, p, "relationship", &t.Relationship) &&
		at(y, p, "formType", &t.FormType) &&
		at(y, p, "act", &t.Act) &&
		at(y, p, "fileNumber", &t.FileNumber) &&
		at(y, p, "filmNumber", &t.FilmNumber) &&
		t.BusinessAddress.cells(y, y.field(p, "businessAddress.")) &&
		t.MailAddress.cells(y, y.field(p, "mailAddress."))) {
		return false
	}
	for i := range t.FormerNames {
		q, n := y.index(p, "formerNames", i), &t.FormerNames[i]
		if !(at(y, q, "name", &n.Name) && at(y, q, "changedAt", &n.ChangedAt)) {
			return false
		}
	}
	return facts(y, p, t.Other)
}

func facts(y *visit, p string, other []Fact) bool {
	for i := range other {
		if !at(y, y.index(p, "other", i), "value", &other[i].Value) {
			return false
		}
	}
	return true
}

func (o *Owner) cells(y *visit, p string) bool {
	r, q := &o.Relationship, y.field(p, "relationship.")
	return at(y, p, "cik", &o.CIK) &&
		at(y, p, "name", &o.Name) &&
		at(y, p, "ccc", &o.CCC) &&
		o.Address.cells(y, y.field(p, "address.")) &&
		at(y, q, "isDirector", &r.IsDirector) &&
		at(y, q, "isOfficer", &r.IsOfficer) &&
		at(y, q, "isTenPercentOwner", &r.IsTenPercentOwner) &&
		at(y, q, "isOther", &r.IsOther) &&
		at(y, q, "officerTitle", &r.OfficerTitle) &&
		at(y, q, "otherText", &r.OtherText)
}

func (a *Address) cells(y *visit, p string) bool {
	return at(y, p, "nonUSAddress", &a.NonUSAddress) &&
		at(y, p, "street1", &a.Street1) &&
		at(y, p, "street2", &a.Street2) &&
		at(y, p, "city", &a.City) &&
		at(y, p, "nonUSStateTerritory", &a.NonUSStateTerritory) &&
		at(y, p, "state", &a.State) &&
		at(y, p, "country", &a.Country) &&
		at(y, p, "zipCode", &a.ZipCode) &&
		at(y, p, "stateDescription", &a.StateDescription) &&
		at(y, p, "goodAddress", &a.GoodAddress) &&
		at(y, p, "phone", &a.Phone)
}

func (r *Row) cells(y *visit, p string) bool {
	t, q := &r.Transaction, y.field(p, "transaction.")
	return at(y, p, "securityTitle", &r.SecurityTitle) &&
		at(y, p, "conversionOrExercisePrice", &r.ConversionOrExercisePrice) &&
		at(y, q, "date", &t.Date) &&
		at(y, q, "deemedExecutionDate", &t.DeemedExecutionDate) &&
		at(y, p, "formType", &r.FormType) &&
		at(y, q, "code", &t.Code) &&
		at(y, q, "equitySwapInvolved", &t.EquitySwapInvolved) &&
		at(y, q, "timeliness", &t.Timeliness) &&
		at(y, q, "shares", &t.Shares) &&
		at(y, q, "totalValue", &t.TotalValue) &&
		at(y, q, "acquiredDisposed", &t.AcquiredDisposed) &&
		at(y, q, "price", &t.Price) &&
		at(y, p, "exerciseDate", &r.ExerciseDate) &&
		at(y, p, "expirationDate", &r.ExpirationDate) &&
		at(y, p, "underlyingTitle", &r.UnderlyingTitle) &&
		at(y, p, "underlyingShares", &r.UnderlyingShares) &&
		at(y, p, "underlyingValue", &r.UnderlyingValue) &&
		at(y, p, "sharesFollowing", &r.SharesFollowing) &&
		at(y, p, "valueFollowing", &r.ValueFollowing) &&
		at(y, p, "ownership", &r.Ownership) &&
		at(y, p, "natureOfOwnership", &r.NatureOfOwnership)
}
