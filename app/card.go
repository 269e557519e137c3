package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// formTitle is the printed title of a form.
func formTitle(form byte) string {
	switch form {
	case '3':
		return "Initial Statement of Beneficial Ownership of Securities"
	case '5':
		return "Annual Statement of Changes in Beneficial Ownership of Securities"
	}
	return "Statement of Changes in Beneficial Ownership of Securities"
}

// about draws what the form is and whose securities it reports.
func (s *sheet) about() app.UI { return markup.El("div", "about", s.formLine(), s.issuer()) }

// cardClass tells a card with one owner from one with many.
func (s *sheet) cardClass() string {
	if len(s.f.Owners) > 1 {
		return "card many"
	}
	return "card"
}

func (s *sheet) formLine() app.UI {
	body := []app.UI{app.Text("Form ")}
	if d := s.take("documentType", field.Plain); d.Present() {
		body = append(body, s.cell("span", "", "documentType", d))
	} else {
		body = append(body, markup.Text("span", "gone", "without a number"))
	}
	line := []app.UI{markup.El("strong", "form", body...)}
	if s.f.DocumentType.IsKnown() {
		line = append(line, app.Text(" "), markup.Text("span", "title", formTitle(s.form)))
	}
	if s.f.DocumentType.V.IsAmendment() {
		line = append(line, app.Text(" "), markup.Text("span", "badge", "Amendment"))
	}
	return markup.El("p", "kind", line...)
}

func (s *sheet) issuer() app.UI {
	var name []app.UI
	if d := s.take("issuer.name", field.Plain); d.Present() {
		name = append(name, s.cell("bdi", "", "issuer.name", d))
	} else {
		name = append(name, markup.Text("span", "gone", "Issuer not named"))
	}
	var codes []app.UI
	for _, c := range [...]struct{ path, label string }{
		{"issuer.tradingSymbol", "Ticker "}, {"issuer.foreignTradingSymbol", "Foreign symbol "}, {"issuer.cik", "CIK "},
	} {
		if d := s.take(c.path, field.Plain); d.Present() {
			codes = append(codes, markup.El("span", "tag", markup.Text("span", "what", c.label), s.cell("span", "", c.path, d)))
		}
	}
	body := []app.UI{markup.El("h1", "", name...)}
	if len(codes) > 0 {
		body = append(body, markup.El("p", "tags", codes...))
	}
	return markup.El("div", "issuer", body...)
}

// factList are the dates and boxes of the form, those that it must have even
// where this document does not give them: that a box is not there is not a no.
func (s *sheet) factList() app.UI {
	var rows []app.UI
	row := func(label, path string, k field.Kind, instead string) {
		d := s.take(path, k)
		if !d.Present() && instead == "" {
			return
		}
		dd := markup.Text("dd", "gone", instead)
		if d.Present() {
			dd = markup.El("dd", "", s.cell("span", "", path, d))
		}
		rows = append(rows, markup.El("div", "", markup.Text("dt", "", label), dd))
	}
	row(periodName(s.form), "periodOfReport", field.Day, "Not stated")
	if s.f.DocumentType.V.IsAmendment() {
		row("Amends the filing of", "dateOfOriginalSubmission", field.Day, "Not stated")
	} else {
		row("Date of original filing", "dateOfOriginalSubmission", field.Day, "")
	}
	row("Filed", "header.filedAt", field.Day, "Not in this file")
	row("Accepted by EDGAR", "header.acceptedAt", field.Moment, "")
	row("Accession number", "header.accessionNumber", field.Plain, "Not in this file")
	if s.form == '3' {
		row("No securities owned", "noSecuritiesOwned", field.Yes, "")
		row("Rule 10b5-1(c) plan", "plan10b51", field.Yes, "")
		row("No longer subject to Section 16", "notSubjectToSection16", field.Yes, "")
		return markup.El("dl", "facts", rows...)
	}
	row("Rule 10b5-1(c) plan", "plan10b51", field.Yes, "Not stated")
	row("No longer subject to Section 16", "notSubjectToSection16", field.Yes, "Not stated")
	row("No securities owned", "noSecuritiesOwned", field.Yes, "")
	if s.form == '5' {
		row("Form 3 holdings reported", "form3HoldingsReported", field.Yes, "Not stated")
		row("Form 4 transactions reported", "form4TransactionsReported", field.Yes, "Not stated")
	}
	return markup.El("dl", "facts", rows...)
}

// periodName is what the period of report is on a form.
func periodName(form byte) string {
	switch form {
	case '3':
		return "Date of event"
	case '5':
		return "Fiscal year ended"
	}
	return "Earliest transaction"
}

// ownersTitle heads the owners.
func (s *sheet) ownersTitle() app.UI {
	if len(s.f.Owners) == 1 {
		return markup.Text("h2", "", "Reporting owner")
	}
	return markup.Text("h2", "", "Reporting owners ("+format.Group(strconv.Itoa(len(s.f.Owners)))+")")
}

// ownerList draws owners, each with its relationship to the issuer.
func (s *sheet) ownerList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, s.owner("owners["+strconv.Itoa(i)+"].", &s.f.Owners[i]))
	}
	return markup.El("ul", "", items...).Attr("role", "list")
}

func (s *sheet) owner(path string, o *ownership.Owner) app.UI {
	var name app.UI = markup.Text("span", "gone", "Owner not named")
	if d := s.take(path+"name", field.Plain); d.Present() {
		name = s.cell("bdi", "", path+"name", d)
	}
	body := []app.UI{markup.El("p", "name", name), s.relationship(path+"relationship.", &o.Relationship)}
	if d := s.take(path+"cik", field.Plain); d.Present() {
		body = append(body, markup.El("p", "tags", markup.El("span", "tag", markup.Text("span", "what", "CIK "), s.cell("span", "", path+"cik", d))))
	}
	return markup.El("li", "", append(body, s.address(path+"address."))...)
}

// relationship draws the boxes that are checked. One that is not is among the
// fields at the end.
func (s *sheet) relationship(path string, r *ownership.Relationship) app.UI {
	var roles []app.UI
	box := func(name, label string, v *ownership.Value[bool], detail string) {
		var role []app.UI
		if v.V || v.State == ownership.Malformed || len(v.Notes) > 0 {
			d := s.take(path+name, field.Relation)
			if v.V {
				d.Text = label
				role = append(role, s.cell("span", "role", path+name, d))
			} else {
				role = append(role, app.Text(label+": "), s.cell("span", "", path+name, d))
			}
		}
		if detail != "" {
			if d := s.take(path+detail, field.Plain); d.Tells() {
				role = append(role, app.Text(" "), s.cell("bdi", "", path+detail, d))
			} else {
				delete(s.taken, path+detail)
			}
		}
		if role != nil {
			roles = append(roles, markup.El("li", "", role...))
		}
	}
	box("isDirector", "Director", &r.IsDirector, "")
	box("isOfficer", "Officer", &r.IsOfficer, "officerTitle")
	box("isTenPercentOwner", "10% owner", &r.IsTenPercentOwner, "")
	box("isOther", "Other", &r.IsOther, "otherText")
	if roles == nil {
		return markup.Text("p", "gone", "No relationship stated")
	}
	return markup.El("ul", "roles", roles...).Attr("role", "list").Attr("aria-label", "Relationship to the issuer")
}

// address draws an address as on an envelope, on demand.
func (s *sheet) address(path string) app.UI {
	var lines []app.UI
	line := func(names ...string) {
		var body []app.UI
		for _, name := range names {
			d := s.take(path+name, field.Plain)
			if !d.Tells() {
				delete(s.taken, path+name)
				continue
			}
			if body != nil {
				body = append(body, app.Text(" "))
			}
			body = append(body, s.cell("span", "", path+name, d))
		}
		if body != nil {
			lines = append(lines, markup.El("span", "", body...))
		}
	}
	line("street1")
	line("street2")
	line("city", "state", "nonUSStateTerritory", "zipCode")
	line("stateDescription")
	line("country")
	line("phone")
	if lines == nil {
		return nil
	}
	return markup.El("details", "address", markup.Text("summary", "", "Address"), markup.El("address", "", lines...).Attr("dir", "auto"))
}
