package agreement_test

import (
	"fmt"
	"html"
	"strings"

	"filingview/parser/ownership"
)

// classicPage writes a filing as EDGAR did before 2026: values in spans with
// classes, heads in th.
func classicPage(f *ownership.Filing) string {
	p := classic{plain{f: f, form: formOf(f)}}
	p.add(`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">`, "\n<html>\n<head>\n",
		`<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">`, "\n<title>SEC FORM \n            ", string(p.form), "</title>\n<style type=\"text/css\">", classicStyle, "</style>\n</head>\n<body>SEC Form ", string(p.form), "\n")
	p.top()
	p.boxes()
	p.table("Table I - Non-Derivative Securities ", "", headsI(p.form), p.f.TableI, lineI, "FormData")
	p.table("Table II - Derivative Securities ", "(e.g., puts, calls, warrants, options, convertible securities)", headsII(p.form), p.f.TableII, lineII, "SmallFormData")
	if len(p.f.Owners) > 1 {
		for i := range p.f.Owners {
			p.add(`<table border="1" width="40%" cellspacing="0" cellpadding="4"><tr><td>`)
			p.owner(&p.f.Owners[i])
			p.add("</td></tr></table>\n")
		}
	}
	p.notes()
	p.signatures()
	p.add("</body>\n</html>\n")
	return p.String()
}

// classicStyle is as much of the style sheet as the looks of a print need.
const classicStyle = `
  .FormData {color: blue; background-color: white; font-size: small; font-family: Times, serif;}
  .SmallFormData {color: blue; background-color: white; font-size: x-small; font-family: Times, serif;}
  .FootnoteData {color: green; background-color: white; font-size: x-small; font-family: Times, serif;}
  .FormText {font-size: small; font-weight: normal; font-family: arial, helvetica, sans-serif; text-align: left;}
  .FormTextC {font-size: small; font-weight: normal; font-family: arial, helvetica, sans-serif; text-align: center;}
  .SmallFormText {font-size: xx-small; font-family: arial, helvetica, sans-serif; text-align: left;}
  .SmallFormTextR {font-size: xx-small; font-family: arial, helvetica, sans-serif; text-align: right;}
  .MedSmallFormText {font-size: x-small; font-family: arial, helvetica, sans-serif; text-align: left;}
  .FormTitle {font-size: medium; font-family: arial, helvetica, sans-serif; font-weight: bold;}
  .FormName {font-size: large; font-family: arial, helvetica, sans-serif; font-weight: bold;}
  body {background: white;}
`

type classic struct{ plain }

func (p *classic) top() {
	ticks := 0
	if p.form != '3' {
		ticks = 2
	}
	if p.form == '5' {
		ticks = 4
	}
	p.add(`<table width="100%" border="0" cellspacing="0" cellpadding="4"><tr>`, "\n", `<td width="20%" colspan="2" valign="top" align="center" class="FormName">FORM `, string(p.form), `</td>`,
		fmt.Sprintf(`<td rowspan="%d" width="60%%" valign="middle" align="center">`, max(1, ticks)),
		`<span class="FormTitle">UNITED STATES SECURITIES AND EXCHANGE COMMISSION</span><br><span class="MedSmallFormText">Washington, D.C. 20549</span><br><br><span class="FormTitle">`,
		p.pick("INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP"),
		`</span><br><br><span class="MedSmallFormText">Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934</span><br><span class="MedSmallFormText">or Section 30(h) of the Investment Company Act of 1940</span></td>`,
		fmt.Sprintf(`<td rowspan="%d" width="20%%" valign="top" align="center">`, max(1, ticks)),
		`<table width="100%" border="1" summary="OMB Approval Status Box"><tr><td class="FormTextC">OMB APPROVAL</td></tr><tr><td><table width="100%" border="0" summary="OMB Interior Box"><tr><td class="SmallFormText" colspan="3">OMB Number:</td><td class="SmallFormTextR">`,
		p.pick("3235-0104", "3235-0287", "3235-0362"), `</td></tr><tr><td class="SmallFormText" colspan="4">Estimated average burden</td></tr><tr><td class="SmallFormText" colspan="3">hours per response:</td><td class="SmallFormTextR">`,
		p.pick("0.5", "0.5", "1.0"), "</td></tr></table></td></tr></table></td></tr>\n")
	tick := func(on bool, text string) {
		mark := "\u00a0\u00a0"
		if on {
			mark = `<span class="FormData">X</span>`
		}
		p.add(`<tr valign="middle"><td><table width="100%" border="1" cellpadding="0" cellspacing="0"><tr><td>`, mark, `</td></tr></table></td><td class="SmallFormText">`, text, "</td></tr>\n")
	}
	if p.form != '3' {
		tick(p.f.NotSubjectToSection16.V, "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. \n<i>See</i>\n Instruction 1(b).")
		if p.form == '5' {
			tick(p.f.Form3HoldingsReported.V, "Form 3 Holdings Reported.")
			tick(p.f.Form4TransactionsReported.V, "Form 4 Transactions Reported.")
		}
		tick(p.f.Plan10b51.V, "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10. ")
	}
	p.add("</table>\n")
}

// data writes a value.
func data(class, s string) string {
	if s == "" {
		return ""
	}
	return `<span class="` + class + `">` + s + `</span>`
}

func (p *classic) labels(of ...string) {
	p.add(`<table border="0" width="100%"><tr>`)
	for _, s := range of {
		p.add(`<td width="33%" class="MedSmallFormText">(`, s, `)</td>`)
	}
	p.add(`</tr></table>`)
}

// owner writes box 1 of an owner.
func (p *classic) owner(o *ownership.Owner) {
	a := &o.Address
	p.add(`<span class="MedSmallFormText">1. Name and Address of Reporting Person<sup>*</sup></span><table border="0" width="100%"><tr><td><a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=`,
		esc(&o.CIK), `">`, esc(&o.Name), `</a></td></tr></table><hr width="98%">`)
	p.labels("Last", "First", "Middle")
	p.add(`<table border="0" width="100%"><tr><td>`, data("FormData", esc(&a.Street1)), `</td></tr><tr><td>`, data("FormData", esc(&a.Street2)),
		`</td></tr></table><hr width="98%"><span class="MedSmallFormText">(Street)</span><table border="0" width="100%"><tr>`)
	for _, s := range []string{esc(&a.City), esc(&a.State), esc(&a.ZipCode)} {
		p.add(`<td width="33%">`, data("FormData", s), `</td>`)
	}
	p.add(`</tr></table><hr width="98%">`)
	p.labels("City", "State", "Zip")
}

// choices writes boxes to mark, two or one in a row.
func (p *classic) choices(wide int, each ...any) {
	p.add(`<table border="0" width="100%">`)
	for i := 0; i < len(each); i += 2 {
		if i/2%wide == 0 {
			p.add(`<tr>`)
		}
		mark := ""
		if each[i].(bool) {
			mark = data("FormData", "X")
		}
		p.add(`<td width="15%" align="center">`, mark, `</td><td class="MedSmallFormText">`, each[i+1].(string), `</td>`)
		if i/2%wide == wide-1 {
			p.add("</tr>\n")
		}
	}
}

// boxes writes the boxes above the tables.
func (p *classic) boxes() {
	o := p.first()
	r := &o.Relationship
	issuer := func(n string) {
		p.add(`<span class="MedSmallFormText">`, n, ". Issuer Name <b>and</b> Ticker or Trading Symbol\n      </span><br><a href=\"/cgi-bin/browse-edgar?action=getcompany&amp;CIK=", esc(&p.f.Issuer.CIK), `">`, esc(&p.f.Issuer.Name), "</a>\n     [ ",
			data("FormData", esc(&p.f.Issuer.TradingSymbol)), " ]\n   </td>")
	}
	date := func(label string, v *ownership.Value[ownership.Date]) {
		p.add(`<span class="MedSmallFormText">`, label, "\n         (Month/Day/Year)</span><br>", data("FormData", monthFirst(v)), `</td>`)
	}
	relationship := func(n string) {
		p.add(`<span class="MedSmallFormText">`, n, ". Relationship of Reporting Person(s) to Issuer\n      </span><br><span class=\"MedSmallFormText\">(Check all applicable)</span>")
		p.choices(2, r.IsDirector.V, "Director", r.IsTenPercentOwner.V, "10% Owner", r.IsOfficer.V, "Officer (give title below)", r.IsOther.V, "Other (specify below)")
		p.add(`<tr><td width="15%" align="center"></td><td width="35%" align="left" style="color: blue">`, esc(&r.OfficerTitle), `</td><td width="15%" align="center"></td><td width="35%" align="left" style="color: blue">`, esc(&r.OtherText), `</td></tr></table></td>`)
	}
	joint := func() {
		p.add("<span class=\"MedSmallFormText\">6. Individual or Joint/Group Filing (Check Applicable Line)\n      </span>")
		p.choices(1, len(p.f.Owners) < 2, "Form filed by One Reporting Person", len(p.f.Owners) > 1, "Form filed by More than One Reporting Person")
		p.add(`</table></td>`)
	}
	p.add(`<table width="100%" border="1" cellspacing="0" cellpadding="4"><tr><td rowspan="`, p.pick("3", "4", "3"), `" width="35%" valign="top">`)
	p.owner(o)
	if p.form == '3' {
		p.add(`</td><td rowspan="3" width="15%" valign="top">`)
		date("2. Date of Event Requiring Statement", &p.f.PeriodOfReport)
		p.add(`<td valign="top" colspan="2">`)
		issuer("3")
		p.add(`</tr><tr><td rowspan="2" width="30%" valign="top">`)
		relationship("4")
		p.add(`<td valign="top">`)
		date("5. If Amendment, Date of Original Filed", &p.f.DateOfOriginalSubmission)
		p.add(`</tr><tr><td valign="top">`)
	} else {
		p.add(`</td><td width="35%" valign="top">`)
		issuer("2")
		p.add(`<td rowspan="2" valign="top">`)
		relationship("5")
		p.add(`</tr><tr><td valign="top">`)
		date(p.pick("", "3. Date of Earliest Transaction", "3. Statement for Issuer's Fiscal Year Ended"), &p.f.PeriodOfReport)
		p.add(`</tr><tr><td valign="top">`)
		date("4. If Amendment, Date of Original Filed", &p.f.DateOfOriginalSubmission)
		p.add(`<td valign="top">`)
	}
	joint()
	p.add("</tr></table>\n")
}

// table writes a table with its title and heads.
func (p *classic) table(title, second string, heads []head, rows []ownership.Row, cells func(byte, *ownership.Row) []box, class string) {
	n := 0
	for _, h := range heads {
		n += max(1, len(h.under))
	}
	if second != "" {
		second = `<br><b>` + second + `</b>`
	}
	p.add(fmt.Sprintf(`<table width="100%%" border="1" cellspacing="0" cellpadding="4"><thead><tr><th width="100%%" valign="top" colspan="%d" align="center" class="FormTextC"><b>`, n), title,
		p.pick("", "Acquired, Disposed of, or ", "Acquired, Disposed of, or "), `Beneficially Owned</b>`, second, "</th></tr>\n",
		headRows(heads, func(h head, first bool, attr string) string {
			return fmt.Sprintf(`<th width="%d%%" valign="top"%s align="left" class="SmallFormText">%s</th>`, h.width, attr, strings.Replace(strings.Replace(h.text, "1.Title", "1. Title", 1), "<br>(", " (", 1))
		}, func(s string) string {
			return `<th valign="bottom" align="center" class="SmallFormText">` + s + `</th>`
		}), "</thead>\n")
	if len(rows) > 0 {
		p.add(`<tbody>`)
	}
	for i := range rows {
		p.add(`<tr>`)
		line := cells(p.form, &rows[i])
		for j, c := range line {
			align := "center"
			if j == 0 || j == len(line)-1 {
				align = "left"
			}
			p.add(`<td align="`, align, `">`)
			if c.dollar {
				p.add(data("FormText", "$"))
			}
			if c.text == "" && len(c.notes) > 0 {
				p.add("<span class=\"", class, "\">\n                \n            </span>")
			}
			p.add(data(class, html.EscapeString(c.text)))
			for _, n := range numbers(c.notes) {
				p.add(`<span class="FootnoteData"><sup>`, html.EscapeString(n), `</sup></span>`)
			}
			p.add(`</td>`)
		}
		p.add("</tr>\n")
	}
	if len(rows) > 0 {
		p.add(`</tbody>`)
	}
	p.add("</table>\n")
}

func (p *classic) notes() {
	p.add(`<table border="0" width="100%"><tr><td class="MedSmallFormText"><b>Explanation of Responses:</b></td></tr>`)
	if p.form == '3' && p.f.NoSecuritiesOwned.V {
		p.add(`<tr><td class="FootnoteData">No securities are beneficially owned.</td></tr>`)
	}
	p.add(noteLines(p.f, "<tr><td class=\"FootnoteData\">%s. %s</td></tr>\n"))
	if s := esc(&p.f.Remarks); s != "" {
		p.add(`<tr><td class="FormText"><b>Remarks:</b></td></tr><tr><td class="FootnoteData">`, strings.ReplaceAll(s, "\n", "<br>"), `</td></tr>`)
	}
	p.add("</table>\n")
}

func (p *classic) signatures() {
	p.add(`<table width="100%" border="0">`)
	for i := range p.f.Signatures {
		s := &p.f.Signatures[i]
		p.add(`<tr><td width="60%"></td><td width="20%"><u>`, data("FormData", esc(&s.Name)), `</u></td><td width="20%"><u>`, data("FormData", monthFirst(&s.Date)),
			`</u></td></tr><tr><td></td><td class="MedSmallFormText">** Signature of Reporting Person</td><td class="MedSmallFormText">Date</td></tr>`, "\n")
	}
	for _, s := range []string{"Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.",
		"* If the form is filed by more than one reporting person, \n <i>see</i>\n Instruction \n " + p.pick("5", "4", "4") + "\n (b)(v).",
		"** Intentional misstatements or omissions of facts constitute Federal Criminal Violations \n <i>See</i>\n 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).",
		"Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, \n <i>see</i>\n Instruction 6 for procedure.",
		"<b>Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.</b>"} {
		p.add(`<tr><td colspan="3" class="MedSmallFormText">`, s, "</td></tr>\n")
	}
	p.add("</table>\n")
}
