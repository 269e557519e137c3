package filing

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// card draws what stands outside the tables and the notes.
type card struct {
	*cells
	// drawn has the paths of the facts that it draws. What it does not draw becomes a
	// field at the end, so that nothing is lost.
	drawn map[string]bool
}

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
func (c *card) about() app.UI { return markup.El("div", "about", c.formLine(), c.issuer()) }

// class is that of a card with one owner or with many.
func (c *card) class() string {
	if len(c.f.Owners) > 1 {
		return "card many"
	}
	return "card"
}

func (c *card) formLine() app.UI {
	body := []app.UI{app.Text("Form ")}
	if d := c.take("documentType", field.Plain); d.Present() {
		body = append(body, c.cell("span", "", "documentType", d))
	} else {
		body = append(body, markup.Text("span", "gone", "without a number"))
	}
	line := []app.UI{markup.El("strong", "form", body...)}
	if c.f.DocumentType.IsKnown() {
		line = append(line, app.Text(" "), markup.Text("span", "title", formTitle(c.form)))
	}
	if c.f.DocumentType.V.IsAmendment() {
		line = append(line, app.Text(" "), markup.Text("span", "badge", "Amendment"))
	}
	return markup.El("p", "kind", line...)
}

func (c *card) issuer() app.UI {
	var name []app.UI
	if d := c.take("issuer.name", field.Plain); d.Present() {
		name = append(name, c.cell("bdi", "", "issuer.name", d))
	} else {
		name = append(name, markup.Text("span", "gone", "Issuer not named"))
	}
	var codes []app.UI
	for _, code := range [...]struct{ path, label string }{
		{"issuer.tradingSymbol", "Ticker "}, {"issuer.foreignTradingSymbol", "Foreign symbol "}, {"issuer.cik", "CIK "},
	} {
		if d := c.take(code.path, field.Plain); d.Present() {
			codes = append(codes, markup.El("span", "tag", markup.Text("span", "what", code.label), c.cell("span", "", code.path, d)))
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
func (c *card) factList() app.UI {
	var rows []app.UI
	row := func(label, path string, k field.Kind, instead string) {
		d := c.take(path, k)
		if !d.Present() && instead == "" {
			return
		}
		dd := markup.Text("dd", "gone", instead)
		if d.Present() {
			dd = markup.El("dd", "", c.cell("span", "", path, d))
		}
		rows = append(rows, markup.El("div", "", markup.Text("dt", "", label), dd))
	}
	row(periodName(c.form), "periodOfReport", field.Day, "Not stated")
	if c.f.DocumentType.V.IsAmendment() {
		row("Amends the filing of", "dateOfOriginalSubmission", field.Day, "Not stated")
	} else {
		row("Date of original filing", "dateOfOriginalSubmission", field.Day, "")
	}
	row("Filed", "header.filedAt", field.Day, "Not in this file")
	row("Accepted by EDGAR", "header.acceptedAt", field.Moment, "")
	row("Accession number", "header.accessionNumber", field.Plain, "Not in this file")
	if c.form == '3' {
		row("No securities owned", "noSecuritiesOwned", field.Yes, "")
		row("Rule 10b5-1(c) plan", "plan10b51", field.Yes, "")
		row("No longer subject to Section 16", "notSubjectToSection16", field.Yes, "")
		return markup.El("dl", "facts", rows...)
	}
	row("Rule 10b5-1(c) plan", "plan10b51", field.Yes, "Not stated")
	row("No longer subject to Section 16", "notSubjectToSection16", field.Yes, "Not stated")
	row("No securities owned", "noSecuritiesOwned", field.Yes, "")
	if c.form == '5' {
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
func (c *card) ownersTitle() app.UI {
	if len(c.f.Owners) == 1 {
		return markup.Text("h2", "", "Reporting owner")
	}
	return markup.Text("h2", "", "Reporting owners ("+format.Group(strconv.Itoa(len(c.f.Owners)))+")")
}

// ownerList draws owners, each with its relationship to the issuer.
func (c *card) ownerList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, c.owner("owners["+strconv.Itoa(i)+"].", &c.f.Owners[i]))
	}
	return markup.El("ul", "", items...).Attr("role", "list")
}

func (c *card) owner(path string, o *ownership.Owner) app.UI {
	var name app.UI = markup.Text("span", "gone", "Owner not named")
	if d := c.take(path+"name", field.Plain); d.Present() {
		name = c.cell("bdi", "", path+"name", d)
	}
	body := []app.UI{markup.El("p", "name", name), c.relationship(path+"relationship.", &o.Relationship)}
	if d := c.take(path+"cik", field.Plain); d.Present() {
		body = append(body, markup.El("p", "tags", markup.El("span", "tag", markup.Text("span", "what", "CIK "), c.cell("span", "", path+"cik", d))))
	}
	return markup.El("li", "", append(body, c.address(path+"address."))...)
}

// relationship draws the boxes that are checked. One that is not is among the
// fields at the end.
func (c *card) relationship(path string, r *ownership.Relationship) app.UI {
	var roles []app.UI
	box := func(name, label string, v *ownership.Value[bool], detail string) {
		var role []app.UI
		if v.V || v.State == ownership.Malformed || len(v.Notes) > 0 {
			d := c.take(path+name, field.Relation)
			if v.V {
				d.Text = label
				role = append(role, c.cell("span", "role", path+name, d))
			} else {
				role = append(role, app.Text(label+": "), c.cell("span", "", path+name, d))
			}
		}
		if detail != "" {
			if d := c.take(path+detail, field.Plain); d.Tells() {
				role = append(role, app.Text(" "), c.cell("bdi", "", path+detail, d))
			} else {
				delete(c.drawn, path+detail)
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
func (c *card) address(path string) app.UI {
	var lines []app.UI
	line := func(names ...string) {
		var body []app.UI
		for _, name := range names {
			d := c.take(path+name, field.Plain)
			if !d.Tells() {
				delete(c.drawn, path+name)
				continue
			}
			if body != nil {
				body = append(body, app.Text(" "))
			}
			body = append(body, c.cell("span", "", path+name, d))
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

// ending draws the remarks and the signatures.
func (c *card) ending() app.UI {
	var body []app.UI
	if d := c.take("remarks", field.Plain); !d.Tells() {
		delete(c.drawn, "remarks") // a box left empty is among the fields
	} else {
		body = append(body, markup.El("section", "remarks", markup.Text("h2", "", "Remarks"), c.cell("p", "text", "remarks", d).Attr("dir", "auto")))
	}
	var blocks []app.UI
	for i := range c.f.Signatures {
		path := "signatures[" + strconv.Itoa(i) + "]."
		var block []app.UI
		if d := c.take(path+"name", field.Plain); d.Present() {
			block = append(block, c.cell("bdi", "name", path+"name", d))
		}
		if d := c.take(path+"date", field.Day); d.Present() {
			block = append(block, c.cell("span", "date", path+"date", d))
		}
		if block != nil {
			blocks = append(blocks, markup.El("li", "", block...))
		}
	}
	if blocks != nil {
		body = append(body, markup.El("section", "signatures", markup.Text("h2", "", "Signatures"), markup.El("ul", "", blocks...).Attr("role", "list")))
	} else {
		body = append(body, markup.El("section", "signatures", markup.Text("h2", "", "Signatures"), markup.Text("p", "gone", "The filing has no signature.")))
	}
	return markup.El("div", "ending", body...)
}

// take returns the fact of a path, to be drawn as a kind.
func (c *card) take(path string, k field.Kind) field.Datum {
	fact, ok := c.facts[path]
	if !ok {
		return field.Datum{}
	}
	c.drawn[path] = true
	return field.OfCell(fact, k)
}
