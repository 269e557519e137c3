package agreement_test

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"filingview/parser/ownership"
)

// plainPage writes a filing as the stylesheet of 2026 does: tables inside tables,
// no classes, borders by style.
func plainPage(f *ownership.Filing) string {
	p := plain{f: f, form: formOf(f)}
	p.add(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">`, "\n",
		`<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title> Ownership Submission </title><style>`,
		"\n  td { border: solid black; border-top-width: 0; border-right-width: 1; border-bottom-width: 1; border-left-width: 0; }\n",
		`</style></head><body BGCOLOR="DCDCDC">`)
	p.top()
	p.add(`<table role="presentation" cellspacing="0" cellpadding="0" border="0" width="100%"><tr><td style="`, edges(0, 0, 0, 0), `">`)
	if p.form == '3' {
		p.boxesOf3()
	} else {
		p.boxes()
	}
	p.add(`</td></tr><tr><td style="`, edges(0, 0, 0, 0), `">`)
	p.tableI()
	p.add(`</td></tr></table><p></p>`)
	p.between()
	p.tableII()
	p.add(`<p></p>`)
	p.owners()
	p.signatures()
	p.notes()
	p.add(`</body></html>`)
	return p.String()
}

type plain struct {
	strings.Builder
	f    *ownership.Filing
	form byte
}

func (p *plain) add(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// pick returns the text for Form 3, 4 or 5.
func (p *plain) pick(three, four, five string) string {
	return [3]string{three, four, five}[p.form-'3']
}

// edges is the style of a cell with these borders.
func edges(top, right, bottom, left int) string {
	return fmt.Sprintf("border: solid black; border-top-width: %d; border-left-width: %d; border-right-width: %d; border-bottom-width: %d", top, left, right, bottom)
}

const layout = `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">`

// top writes the form's name, its boxes to tick, its title and the OMB's number.
func (p *plain) top() {
	p.add(`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td width="15%" style="border:none" valign="top"><div style="width: 150; `,
		edges(1, 1, 1, 1), `"><font face="Arial" size="+3"><b><center>FORM `, string(p.form), `</center></b></font></div>`)
	tick := func(on bool, size, text string) {
		p.add(`<tr><td valign="top" style="border:none" width="30"><input type="checkbox" `, map[bool]string{true: "checked "}[on],
			`onclick="return false" disabled></td><td valign="top" style="border:none"><font size="`, size, `">`, text, `</font></td></tr>`)
	}
	if p.form != '3' {
		size := p.pick("", "2", "1")
		p.add(`<table role="presentation" cellpadding="0" cellspacing="0" border="0">`)
		tick(p.f.NotSubjectToSection16.V, size, `Check this box if no longer subject to Section 16.  Form 4 or Form 5 obligations may continue.  <i>See</i> Instruction 1(b).`)
		if p.form == '5' {
			tick(p.f.Form3HoldingsReported.V, size, `Form 3 Holdings Reported`)
			tick(p.f.Form4TransactionsReported.V, size, `Form 4 Transactions Reported`)
		}
		tick(p.f.Plan10b51.V, size, `Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.`)
		p.add(`</table>`)
	}
	small := func(s string) string { return `<font face="Arial" size="2">` + s + `</font>` }
	pair := func(a, b string) string {
		return layout + `<td style="border:none">` + small(a) + `</td><td align="right" valign="bottom" style="border:none">` + small(b) + `</td></table>`
	}
	p.add(`</td><td width="65%" align="center" style="border:none"><b><font size="3">`, "\n\tUNITED STATES SECURITIES AND EXCHANGE COMMISSION<br>\n\tWashington, D.C. 20549<p></p></font></b>",
		`<font size="3"><b>`, p.pick("INITIAL STATEMENT OF", "STATEMENT OF CHANGES IN", "ANNUAL STATEMENT OF CHANGES IN"), ` BENEFICIAL OWNERSHIP OF SECURITIES</b><p></p>`,
		"\n\tFiled pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940\n\t</font></td>",
		`<td width="20%" valign="top" style="border:none"><table role="presentation" cellpadding="2" cellspacing="0" border="0"><tr><td align="center" style="`, edges(1, 1, 1, 1), `">`,
		small("OMB APPROVAL"), `</td></tr><tr><td style="`, edges(0, 1, 1, 1), `">`, pair("OMB Number:", p.pick("3235-0104", "3235-0287", "3235-0362")),
		pair("Estimated average burden hours per response...", p.pick("0.5", "0.5", "1.0")), `</td></tr></table>`)
	if p.form == '5' {
		p.add(`<table style=" margin-top: 10px"><tr><td width="10%" align="center" style=" border: none"></td></tr></table></td></tr></table><p></p>`)
	} else {
		p.add(`</td></tr></table><p></p><font size="-1">(Print or Type Responses)</font>`)
	}
}

// first returns the owner in box 1.
func (p *plain) first() *ownership.Owner {
	if len(p.f.Owners) == 0 {
		return new(ownership.Owner)
	}
	return &p.f.Owners[0]
}

func (p *plain) issuer() string {
	return esc(&p.f.Issuer.Name) + " [" + esc(&p.f.Issuer.TradingSymbol) + "]\n\t\t\t    "
}

// name, street and city are the cells of box 1 one below the other.
func (p *plain) name() string {
	return layout + `<tr><td valign="top" width="100%" style="border:none"><font size="2">1. Name and Address of Reporting Person <a href="#*"><sup>*</sup></a></font></td></tr><tr><td valign="top" width="33%" style="border:none">` +
		esc(&p.first().Name) + `</td></tr></table>`
}

func labels(of ...string) string {
	var b strings.Builder
	for _, s := range of {
		fmt.Fprintf(&b, `<td style="border:none" width="33%%"><font size="1">(%s)</font></td>`, s)
	}
	return b.String()
}

func (p *plain) street() string {
	a := &p.first().Address
	return `<center>` + layout + `<tr>` + labels("Last", "First", "Middle") + `</tr></table></center>` + esc(&a.Street1) + `<br>` + esc(&a.Street2)
}

func (p *plain) city() string {
	a := &p.first().Address
	return layout + `<tr><td valign="top" colspan="3" width="100%" style="border:none"><font size="1">(Street)</font></td></tr></table>` + layout +
		`<tr><br><td style="border:none" width="42%">` + esc(&a.City) + `</td><td style="border:none" width="47%">` + "\n\t\t\t\t" + stateOf(a) +
		"\n\t\t\t" + `</td><td style="border:none" width="11%">` + esc(&a.ZipCode) + `</td></tr></table>`
}

func (p *plain) country() string {
	return layout + `<tr>` + labels("City", "State", "Zip/Postal Code") + `</tr><tr><td style="border:none" colspan="3" width="100%"><br>` + "\n\t\t\t\t" + countryOf(&p.first().Address) + "\n\t\t\t</td></tr></table>"
}

func stateOf(a *ownership.Address) string { return html.EscapeString(stateName(a.State.V)) }

// countryOf prints the country; the addresses of before 2026 have none, and all
// print as this one.
func countryOf(a *ownership.Address) string {
	return cmp.Or(html.EscapeString(stateName(a.Country.V)), "UNITED STATES")
}

// relationship is the box of the first owner's relationships.
func (p *plain) relationship() string {
	r := &p.first().Relationship
	cell := func(on bool, text string) string {
		return `<td valign="top" style="border:none" width="50%"><font size="1">` + map[bool]string{true: "__X__", false: "_____"}[on] + ` ` + text + `</font></td>`
	}
	title := esc(&r.OfficerTitle)
	if other := esc(&r.OtherText); title != "" && other != "" {
		title += "\n\t\t\t  /\n\t\t\t  " + other
	} else {
		title += other
	}
	return `<tr>` + cell(r.IsDirector.V, "Director") + cell(r.IsTenPercentOwner.V, "10% Owner") + `</tr><tr>` +
		cell(r.IsOfficer.V, "Officer (give title below)") + cell(r.IsOther.V, "Other (specify below)") +
		`</tr><tr><td colspan="2" align="center" style="` + edges(0, 0, 1, 0) + `"><font size="2">` + title + `</font></td></tr></table>`
}

const applicable = ` Relationship of Reporting Person(s) to Issuer<br><center>(Check all applicable)</center></font>`

func (p *plain) joint() string {
	one, more := "_X_", "___"
	if len(p.f.Owners) > 1 {
		one, more = more, one
	}
	label := `6. Individual or Joint/Group Filing</font><font size="1">(Check Applicable Line)</font>`
	filed := " Form filed by "
	if p.form == '5' {
		label, filed = `6. Individual or Joint/Group Reporting</font><font size="1"><br><center>(check applicable line)</center></font>`, " Form Filed by "
	}
	return `<font size="2">` + label + `<br><font size="1">` + "\n\t\t  " + one + filed + "One Reporting Person<br>\n\t\t  " + more + filed + "More than One Reporting Person\n\t\t</font>"
}

func (p *plain) original() string {
	return ` If Amendment, Date Original Filed</font><font size="1">(Month/Day/Year)</font><br>` + monthFirst(&p.f.DateOfOriginalSubmission)
}

func (p *plain) tableIHeading() string {
	return `<td colspan="3" rowspan="2"><center><b><font size="2">Table I - Non-Derivative Securities ` + p.pick("", "Acquired, Disposed of, or ", "Acquired, Disposed of, or ") + `Beneficially Owned</font></b></center></td></tr><tr><td valign="top" style="` + edges(0, 1, 1, 1) + `">` +
		layout + `<tr><td valign="top" colspan="3" width="100%" style="border:none"><font size="1">(Country)</font></td></tr></table></td></tr></table>`
}

// boxes writes boxes 1 to 6 of Forms 4 and 5.
func (p *plain) boxes() {
	p.add(`<table role="presentation" cellpadding="3" cellspacing="0" border="0" width="100%"><tr><td width="52%" valign="top" style="border: solid black; border-width: 1">`, p.name(),
		`</td><td valign="top" width="24%" style="`, edges(1, 1, 1, 0), `"><table role="presentation" cellpadding="2" cellspacing="0" border="0"><tr><td valign="top" style="`, edges(0, 0, 0, 0),
		`"><font size="2">2. Issuer Name <b>and</b> Ticker or Trading Symbol</font><br>`, p.issuer(), `</td></tr><tr><td valign="top" style="`, edges(1, 0, 0, 0),
		`"><font size="2">2a. Foreign Trading Symbol</font><br>`, esc(&p.f.Issuer.ForeignTradingSymbol), `<br></td></tr></table></td><td rowspan="2" valign="top" width="24%" style="`, edges(1, 1, 1, 0),
		`"><font size="2">5.`, applicable, `<table role="presentation" cellspacing="0" cellpadding="0" border="0" width="100%" align="center">`, p.relationship(),
		`</td></tr><tr><td valign="top" style="`, edges(0, 1, 1, 1), `">`, p.street(), `</td><td valign="top"><font size="2">3. `,
		p.pick("", "Date of Earliest Transaction", "Statement for Issuer's Fiscal Year Ended"), ` (Month/Day/Year)</font><br>`, monthFirst(&p.f.PeriodOfReport),
		`</td></tr><tr><td valign="top" style="`, edges(0, 1, 1, 1), `">`, p.city(), `</td><td valign="top"><font size="2">4.`, p.original(), `</td><td valign="top">`, p.joint(),
		`</td></tr><tr><td valign="top" style="`, edges(0, 1, 1, 1), `">`, p.country(), `</td>`, p.tableIHeading())
}

// boxesOf3 writes the boxes of Form 3, which are in another order.
func (p *plain) boxesOf3() {
	p.add(`<table role="presentation" cellpadding="3" cellspacing="0" border="0" width="100%"><tr><td width="52%" valign="top" style="border: solid black; border-width: 1">`, p.name(),
		`</td><td valign="top" rowspan="3" width="10%" style="`, edges(1, 1, 1, 0), `"><font size="2">2. Date of Event Requiring Statement (Month/Day/Year)</font><br>`, monthFirst(&p.f.PeriodOfReport),
		`</td><td valign="top" colspan="2" width="38%" style="`, edges(1, 1, 1, 0), `"><font size="2">3. Issuer Name <b>and</b> Ticker or Trading Symbol</font><br>`, p.issuer(),
		`</td></tr><tr><td valign="top" style="`, edges(0, 1, 1, 1), `">`, p.street(),
		`</td><td rowspan="2" valign="top" width="20%"><table role="presentation" cellspacing="0" cellpadding="0" border="0" width="100%" align="center"><tr><font size="2">3a. Foreign Trading Symbol</font><br><td valign="top" style="`,
		edges(0, 0, 1, 0), `" width="50%">`, esc(&p.f.Issuer.ForeignTradingSymbol), `<br></td></tr></table><table role="presentation" cellspacing="0" cellpadding="0" border="0" width="100%" align="center"><tr><font size="2">4.`, applicable,
		strings.TrimPrefix(p.relationship(), `<tr>`), `</td><td valign="top"><font size="2">5.`, p.original(), `</td></tr><tr><td valign="top" style="`, edges(0, 1, 1, 1), `">`, p.city(),
		`</td><td valign="top">`, p.joint(), `</td></tr><tr><td valign="top" style="`, edges(0, 1, 0, 1), `">`, p.country(), `</td>`, p.tableIHeading())
}
