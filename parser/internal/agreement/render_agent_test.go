package agreement_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"

	"filingview/parser/ownership"
)

// oldPage is a way in which filing agents set a form in HTML in 2002 and 2003.
type oldPage struct {
	ticks   int  // see agentTick
	spacers bool // empty columns part the columns of the tables
	flat    bool // one row of heads: "Code" and "V" stand in the head over them
	halves  bool // the last columns of Table II stand below the others
	dollar  int  // 0: none, 1: before the number, 2: in a cell of its own where there are spacers
	loose   bool // the ends of cells and rows are left out
	styled  bool // fonts and paragraphs in each cell
	sides   bool // boxes side by side
	deemed  bool
	symbol  string
}

// oldPages draws n ways.
func oldPages(n int) []oldPage {
	random := rand.New(rand.NewPCG(2002, 2003))
	coin := func() bool { return random.IntN(2) == 0 }
	var out []oldPage
	for range n {
		s := oldPage{ticks: random.IntN(7), spacers: coin(), flat: coin(), halves: coin(), dollar: random.IntN(3), loose: random.IntN(4) == 0, styled: coin(),
			sides: coin(), deemed: coin(), symbol: []string{"()", "[]"}[random.IntN(2)]}
		out = append(out, s)
	}
	return out
}

// agentTick draws a box to tick.
func agentTick(how int, on bool) string {
	marks := [...][2]string{{"[ ]", "[X]"}, {"( )", "(X)"}, {`<font face="Wingdings">o</font>`, `<font face="Wingdings">x</font>`},
		{`<font face="Wingdings">&#168;</font>`, `<font face="Wingdings">&#254;</font>`}, {"___", "<u>_X_</u>"},
		{`<img src="box.gif" alt="[ ]">`, `<img src="boxx.gif" alt="[X]">`}, {"&#9744;", "&#9746;"}}[how]
	if on {
		return marks[1]
	}
	return marks[0]
}

// agent is a page that is being set.
type agent struct {
	strings.Builder
	oldPage
	typed typed
}

// cell sets a cell.
func (p *agent) cell(attr, text string) {
	if text == "" {
		text = "&nbsp;"
	}
	if p.styled {
		text = `<p align="left"><font face="Times New Roman" size="1">` + text + `</font></p>`
	}
	p.WriteString("<td valign=\"top\"" + attr + ">" + text)
	if !p.loose {
		p.WriteString("</td>")
	}
	p.WriteByte('\n')
}

func (p *agent) row(cells func()) {
	p.WriteString("<tr>\n")
	cells()
	if !p.loose {
		p.WriteString("</tr>\n")
	}
}

// agentPage sets a filing.
func agentPage(f *ownership.Filing, s oldPage) string {
	p := agent{oldPage: s, typed: typed{f: f, form: formOf(f), oldText: oldText{symbol: s.symbol, deemed: s.deemed, dollar: s.dollar == 1, set: agentTick(s.ticks, true), not: agentTick(s.ticks, false)}}}
	form := p.typed.form
	p.WriteString("<html>\n<head><title>Form " + string(form) + "</title></head>\n<body bgcolor=\"#ffffff\">\n")
	p.WriteString("<table width=\"100%\" border=\"0\">\n")
	p.row(func() {
		corner := "<b>FORM " + string(f.DocumentType.V) + "</b>"
		if form != '3' {
			corner += "<br>" + agentTick(s.ticks, f.NotSubjectToSection16.V) + " Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. <i>See</i> Instruction 1(b)."
		}
		if form == '5' {
			corner += "<br>" + agentTick(s.ticks, f.Form3HoldingsReported.V) + " Form 3 Holdings Reported<br>" + agentTick(s.ticks, f.Form4TransactionsReported.V) + " Form 4 Transactions Reported"
		}
		p.cell(` width="20%"`, corner)
		p.cell(` width="60%" align="center"`, "<b>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</b><br>Washington, D.C. 20549<br><b>"+
			map[byte]string{'3': "INITIAL STATEMENT OF", '4': "STATEMENT OF CHANGES IN", '5': "ANNUAL STATEMENT OF CHANGES IN"}[form]+" BENEFICIAL OWNERSHIP OF SECURITIES</b><br>"+
			"Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the Public Utility Holding Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940")
		p.cell(` width="20%"`, "OMB APPROVAL<br>OMB Number: 3235-0287<br>Expires: January 31, 2005<br>Estimated average burden hours per response . . . . 0.5")
	})
	p.WriteString("</table>\n")
	p.boxes()
	p.tables()
	p.WriteString("<p>Explanation of Responses:</p>\n")
	if form == '3' && f.NoSecuritiesOwned.V {
		p.WriteString("<p>No securities are beneficially owned.</p>\n")
	}
	for i := range f.Footnotes {
		n := &f.Footnotes[i]
		p.WriteString("<p>(" + n.Label() + ") " + esc(&n.Text) + "</p>\n")
	}
	for i := range f.Signatures {
		sig := &f.Signatures[i]
		p.WriteString("<table width=\"100%\" border=\"0\">\n")
		p.row(func() {
			p.cell("", "<u>"+esc(&sig.Name)+"</u>")
			p.cell("", "<u>"+monthFirst(&sig.Date)+"</u>")
		})
		p.row(func() {
			p.cell("", "**Signature of Reporting Person")
			p.cell("", "Date")
		})
		p.WriteString("</table>\n")
	}
	p.WriteString("<p>** Intentional misstatements or omissions of facts constitute Federal Criminal Violations. <i>See</i> 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).</p>\n</body>\n</html>\n")
	return p.String()
}

// escaped writes a line with marks, which are written already.
func (p *agent) escaped(s string) string {
	for _, on := range []bool{true, false} {
		mark := agentTick(p.ticks, on)
		if i := strings.Index(s, mark); i >= 0 && mark != " " {
			return p.escaped(s[:i]) + mark + p.escaped(s[i+len(mark):])
		}
	}
	return html.EscapeString(s)
}

// boxes sets the boxes above the tables: those that text has, in cells.
func (p *agent) boxes() {
	all := p.typed.headerBoxes()
	set := func(b []string) string {
		var lines []string
		for _, l := range b {
			if l = strings.TrimSpace(l); l == "" {
				continue
			}
			lines = append(lines, p.escaped(l))
		}
		return strings.Join(lines, "<br>\n")
	}
	group := [][][]string{{all[0]}, {all[1]}, {all[2]}, {all[3]}, {all[4]}, {all[5]}, {all[6]}}
	if p.sides {
		group = [][][]string{all[:3], all[3:5], all[5:]}
	}
	for _, g := range group {
		p.WriteString("<table width=\"100%\" border=\"1\" cellspacing=\"0\">\n")
		p.row(func() {
			for _, b := range g {
				p.cell("", set(b))
			}
		})
		p.WriteString("</table>\n")
	}
}

func (p *agent) tables() {
	one, two := p.typed.sheetI(), p.typed.sheetII()
	p.table(one)
	p.WriteString("<p>Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.</p>\n")
	if !p.halves {
		p.table(two)
		return
	}
	first, second := two, two
	first.columns, second.columns = two.columns[:two.half], two.columns[two.half:]
	first.rows, second.rows = nil, nil
	for _, r := range two.rows {
		first.rows, second.rows = append(first.rows, r[:two.half]), append(second.rows, r[two.half:])
	}
	second.title = "Table II - continued"
	p.table(first)
	p.table(second)
}

// table sets a table under its title.
func (p *agent) table(t textSheet) {
	p.WriteString("<p align=\"center\"><b>" + html.EscapeString(t.title) + "</b></p>\n<table width=\"100%\" border=\"1\" cellspacing=\"0\">\n")
	spacer := func(i int) {
		if p.spacers && i > 0 {
			p.cell(` width="1%"`, "")
		}
	}
	two := false
	for _, c := range t.columns {
		two = two || c.over != "" && !p.flat
	}
	p.row(func() {
		for i := 0; i < len(t.columns); {
			c := t.columns[i]
			if p.spacers && i > 0 {
				p.cell(map[bool]string{true: ` rowspan="2" width="1%"`, false: ` width="1%"`}[two], "")
			}
			to := i + 1
			for c.over != "" && to < len(t.columns) && t.columns[to].over == c.over {
				to++
			}
			attr := ""
			switch {
			case c.over == "" && two:
				attr = ` rowspan="2"`
			case c.over != "" && !p.flat:
				n := to - i
				if p.spacers {
					n = 2*n - 1
				}
				attr = fmt.Sprintf(` colspan="%d"`, n)
			}
			switch {
			case c.over == "":
				p.cell(attr, html.EscapeString(c.head))
			case p.flat:
				for k := i; k < to; k++ {
					if k > i {
						spacer(k)
						p.cell("", html.EscapeString(t.columns[k].head))
					} else {
						p.cell("", html.EscapeString(c.over+" "+c.head))
					}
				}
			default:
				p.cell(attr, html.EscapeString(c.over))
			}
			i = to
		}
	})
	if two {
		p.row(func() {
			for i, c := range t.columns {
				if c.over == "" {
					continue
				}
				if i > 0 && t.columns[i-1].over == c.over {
					spacer(i)
				}
				p.cell("", html.EscapeString(c.head))
			}
		})
	}
	for _, r := range t.rows {
		p.row(func() {
			for i, s := range r {
				if s != "" && p.dollar == 2 && p.spacers && strings.Contains(t.columns[i].head, "Price") {
					p.cell(` width="1%" align="right"`, "$")
				} else {
					spacer(i)
				}
				p.cell("", html.EscapeString(s))
			}
		})
	}
	p.WriteString("</table>\n")
}
