package agreement_test

import (
	"fmt"
	"html"
	"strings"
)

func (p *plain) tableI() {
	p.add(`<table role="presentation" cellpadding="3" cellspacing="0" border="0" width="100%">`, headRows(headsI(p.form),
		func(h head, first bool, attr string) string {
			style := ""
			if first {
				style = ` style="` + edges(0, 1, 1, 1) + `"`
			}
			return fmt.Sprintf(`<td width="%d%%" valign="top"%s%s><font size="2">%s</font></td>`, h.width, attr, style, h.text)
		},
		func(s string) string {
			return `<td valign="bottom" align="center"><font size="2">` + s + `</font></td>`
		}))
	for i := range p.f.TableI {
		p.line(lineI(p.form, &p.f.TableI[i]), "")
	}
	p.add(`</table>`)
}

func (p *plain) tableII() {
	p.add(`<font size="2"><center><b>Table II - Derivative Securities `, p.pick("", "Acquired, Disposed of, or ", "Acquired, Disposed of, or "),
		"Beneficially Owned<br>\n    (<i>e.g.</i>, puts, calls, warrants, options, convertible securities)</b></center></font>",
		`<table role="presentation" cellpadding="3" cellspacing="0" border="0">`, headRows(headsII(p.form),
			func(h head, first bool, attr string) string {
				left := 0
				if first {
					left = 1
				}
				return fmt.Sprintf(`<td width="%d%%" valign="top"%s style="%s"><font size="2">%s</font></td>`, h.width, attr, edges(1, 1, 1, left), h.text)
			},
			func(s string) string { return `<td><font size="2">` + s + `</font></td>` }))
	for i := range p.f.TableII {
		p.line(lineII(p.form, &p.f.TableII[i]), ` align="center"`)
	}
	p.add(`</table>`)
}

// line writes a line of a table.
func (p *plain) line(cells []box, align string) {
	const space = "\n                    "
	p.add(`<tr>`)
	for i, c := range cells {
		switch {
		case i == 0:
			p.add(`<td style="`, edges(0, 1, 1, 1), `">`)
		case i == len(cells)-1:
			p.add(`<td>`)
		default:
			p.add(`<td`, align, `>`)
		}
		if c.empty() {
			p.add("\n\t\t   \u00a0\n\t\t</td>")
			continue
		}
		p.add(space)
		if c.dollar {
			p.add("$", space)
		}
		if c.text == "" {
			p.add("\u00a0\n")
		}
		p.add(html.EscapeString(c.text))
		for _, n := range numbers(c.notes) {
			p.add(space, `<a href="#F`, strings.Trim(n, "()"), `"><sup>`, html.EscapeString(n), `</sup></a>`)
		}
		p.add(space, `</td>`)
	}
	p.add(`</tr>`)
}

// between writes what the SEC says between the tables.
func (p *plain) between() {
	const (
		open     = `<table role="presentation" width="100%"><tr><td style="border:none" colspan="3" width="50%"><font size="2">`
		reminder = `Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.</font></td>`
		respond  = `<td colspan="2" style="border:none"><font face="Arial" size="2"><b>Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB control number.</b></font></td>`
	)
	number := `<td width="10%" style="border:none" align="right" valign="top"><font size="2">SEC ` + p.pick("1473 (7-02)", "1474 (9-02)", "2270 (9-02)") + `</font></td>`
	p.add(open, reminder, p.pick(
		number+`</tr><tr><td width="15%"></td>`+respond+`<td width="15%"></td>`,
		`<td colspan="2"></td></tr><tr><td width="50%"></td>`+respond+number,
		respond+number), `</tr></table><p></p>`)
}

// owners writes the table of all owners.
func (p *plain) owners() {
	p.add(`<h2>Reporting Owners</h2><table role="presentation" cellpadding="3" cellspacing="0" border="0"><tr><td rowspan="2" align="center" style="`, edges(1, 1, 1, 1),
		`"><b><font size="2">Reporting Owner Name / Address</font></b></td><td colspan="4" align="center" style="`, edges(1, 1, 1, 0), `"><b><font size="2">Relationships</font></b></td></tr><tr>`)
	for _, s := range []string{"Director", "10% Owner", "Officer", "Other"} {
		p.add("<td>\u00a0<font size=\"2\">", s, `</font></td>`)
	}
	p.add(`</tr>`)
	mark := map[bool]string{true: "\n            X\n"}
	for i := range p.f.Owners {
		o := &p.f.Owners[i]
		a, r := &o.Address, &o.Relationship
		p.add(`<tr><td style="`, edges(0, 1, 1, 1), `">`)
		for _, s := range []string{esc(&o.Name), esc(&a.Street1), esc(&a.Street2)} {
			if s != "" {
				p.add(s, `<br>`)
			}
		}
		p.add(esc(&a.City), "<br>\n\t\t\t\t", stateOf(a), "\n\t\t\t<br>", esc(&a.ZipCode), `<br>`, countryOf(a), "           \n\t\t  \t\t",
			"</td><td align=\"center\">\u00a0\n\t", mark[r.IsDirector.V], "</td><td align=\"center\">\u00a0\n\t", mark[r.IsTenPercentOwner.V],
			"</td><td>\u00a0\n\t", esc(&r.OfficerTitle), "</td><td>\n\t     \u00a0\n\t  ", esc(&r.OtherText), `</td></tr>`)
	}
	p.add(`</table>`)
}

func (p *plain) signatures() {
	p.add(`<h2>Signatures</h2><dd></dd><table role="presentation" cellpadding="3" cellspacing="0" border="0">`)
	for i := range p.f.Signatures {
		s := &p.f.Signatures[i]
		p.add(`<tr><td style="`, edges(0, 0, 1, 0), "\">\u00a0", esc(&s.Name), `</td><td rowspan="2" width="50"></td><td style="`, edges(0, 0, 1, 0), "\">\u00a0\n\t", monthFirst(&s.Date),
			`</td></tr><tr><td style="border: none" align="center" valign="top"><font size="1"><sup><a href="#**">**</a></sup>Signature of Reporting Person</font></td><td style="border: none" align="center" valign="top"><font size="1">Date</font><p></p></td></tr>`)
	}
	p.add(`</table>`)
}

func (p *plain) notes() {
	line := func(label, text string) {
		p.add(`<tr><td style="border:none"><font size="2"><b>`, label, `</b></font></td><td style="border:none"><font size="2">`, text, `</font></td></tr>`)
	}
	p.add(`<h2>Explanation of Responses:</h2><dd></dd><table role="presentation" cellpadding="3" cellspacing="0" border="0">`)
	if p.form == '3' && p.f.NoSecuritiesOwned.V {
		p.add(`<tr><td colspan="2" style="border: none"><b>No securities are beneficially owned</b><p></p></td></tr>`)
	}
	line(`<a name="#*">*</a>`, `If the form is filed by more than one reporting person, <i>see</i> Instruction `+p.pick("5", "4", "4")+`(b)(v).`)
	line(`<a name="#**">**</a>`, `Intentional misstatements or omissions of facts constitute Federal Criminal Violations.  <i>See</i> 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).`)
	p.add(noteLines(p.f, `<tr><td style="border:none"><font size="2"><b>(<a name="#F%[1]s"></a>%[1]s)</b></font></td><td style="border:none"><font size="2">%[2]s</font></td></tr>`))
	if s := esc(&p.f.Remarks); s != "" {
		p.add("<tr><td colspan=\"2\" style=\"border:none\">\u00a0<br><b>Remarks:</b><br>", strings.ReplaceAll(strings.ReplaceAll(s, " ", "\u00a0"), "\n", "<br>"), `</td></tr>`)
	}
	p.add(`</table><p></p><dd></dd><font size="2">Note: File three copies of this Form, one of which must be manually signed.  If space `, p.pick("is insufficient, <i>See</i>", "is insufficient, <i>see</i>", "provided is insufficient, <i>see</i>"), ` Instruction 6 for procedure.</font><p></p><dd></dd>`,
		`<font size="2">Potential persons who are to respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB number.</font><br><dd></dd><font size="2">* Form `,
		p.pick("3: SEC 1473 (03-26).", "4: SEC 1474 (03-26)", "5: SEC 2770T (03-26)"), `</font>`)
}
