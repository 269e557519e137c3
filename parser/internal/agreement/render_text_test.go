package agreement_test

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// oldText is a way in which filers typed a form before EDGAR took XML (1996 to 2003): text
// of a fixed width, in which nothing but signs and blanks tells cells apart.
type oldText struct {
	bars     bool   // columns stand between bars, else two blanks part them
	rules    string // the sign of the line between rows; "" for a blank line
	captions bool   // <TABLE>, <CAPTION>, <S> and <C>, as EDGAR asked for
	halves   bool   // the last columns of Table II stand below the others
	sides    bool   // the boxes stand side by side
	set, not string // marks of ticks
	symbol   string // what is around the trading symbol
	dollar   bool
	indent   int // of the further lines of a cell
	deemed   bool
	grouped  bool // the rules are parted where the heads of the upper row are, not each column
}

// oldTexts draws n ways.
func oldTexts(n int) []oldText {
	random := rand.New(rand.NewPCG(1996, 2003))
	pick := func(all ...string) string { return all[random.IntN(len(all))] }
	var out []oldText
	for range n {
		s := oldText{bars: random.IntN(2) == 0, rules: pick("", "-", "_", "="), captions: random.IntN(2) == 0, halves: random.IntN(2) == 0,
			sides: random.IntN(3) == 0, symbol: pick("()", "[]"), dollar: random.IntN(2) == 0, indent: random.IntN(3), deemed: random.IntN(2) == 0, grouped: random.IntN(3) == 0}
		marks := [...][2]string{{"[X]", "[ ]"}, {"(X)", "( )"}, {"_X_", "___"}, {"X", " "}, {"/X/", "/ /"}, {"[x]", "[_]"}}[random.IntN(6)]
		s.set, s.not = marks[0], marks[1]
		out = append(out, s)
	}
	return out
}

// textColumn is a column of a typed table: its heads, one over several if over is not empty.
type textColumn struct {
	over, head string
	width      int
	number     bool
}

// typed is a form that is being typed.
type typed struct {
	strings.Builder
	oldText
	f    *ownership.Filing
	form byte
}

func (p *typed) line(s string) {
	p.WriteString(strings.TrimRight(s, " "))
	p.WriteByte('\n')
}

// pad brings a text to a width.
func pad(s string, width int, right bool) string {
	blanks := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
	if right {
		return blanks + s
	}
	return s + blanks
}

// wrap cuts a text into lines of a width, the further ones indented.
func wrap(s string, width, indent int) []string {
	var out []string
	line := ""
	for w := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = w
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > width:
			out = append(out, line)
			line = strings.Repeat(" ", indent) + w
		default:
			line += " " + w
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// textTitle, textHeads and textCells are what a table has; widths grow with what is in them.
func (p *typed) table(title string, columns []textColumn, rows [][]string) {
	for i := range columns {
		c := &columns[i]
		for w := range strings.FieldsSeq(c.head) {
			c.width = max(c.width, utf8.RuneCountInString(w))
		}
		for _, r := range rows {
			for w := range strings.FieldsSeq(r[i]) {
				c.width = max(c.width, utf8.RuneCountInString(w)+p.indent)
			}
		}
	}
	p.line("")
	if p.captions {
		p.line("<TABLE>")
	}
	p.line(title)
	if p.captions {
		p.line("<CAPTION>")
	}
	p.heads(columns)
	if p.captions {
		marks := make([]string, len(columns))
		for i := range marks {
			marks[i] = "<C>"
		}
		marks[0] = "<S>"
		p.cells(columns, marks, " ")
	} else {
		p.between(columns, false)
	}
	for _, r := range rows {
		lines, height := make([][]string, len(r)), 0
		for i, s := range r {
			lines[i] = wrap(s, columns[i].width, p.indent)
			height = max(height, len(lines[i]))
		}
		for k := range height {
			cells := make([]string, len(r))
			for i := range r {
				cells[i] = at(lines[i], k)
			}
			p.cells(columns, cells, p.bar())
		}
		p.between(columns, true)
	}
	if p.captions {
		p.line("</TABLE>")
	}
}

func (p *typed) bar() string {
	if p.bars {
		return "|"
	}
	return " "
}

// cells types a line of a table.
func (p *typed) cells(columns []textColumn, cells []string, bar string) {
	var b strings.Builder
	for i, c := range columns {
		b.WriteString(bar + " " + pad(cells[i], c.width, c.number && cells[i] != "<C>") + " ")
	}
	p.line(b.String() + bar)
}

// between types what parts two lines of a table.
func (p *typed) between(columns []textColumn, rows bool) {
	sign := p.rules
	if sign == "" && !rows || sign == "" && p.bars {
		sign = "-"
	}
	var b strings.Builder
	for i, c := range columns {
		bar := p.bar()
		if p.grouped && i > 0 && c.over != "" && c.over == columns[i-1].over {
			bar = sign
		}
		b.WriteString(bar + strings.Repeat(sign, c.width+2))
	}
	if sign == "" {
		b.Reset()
	}
	p.line(b.String())
}

// heads types the heads of columns, those over several above them.
func (p *typed) heads(columns []textColumn) {
	type group struct {
		from, to int
		lines    []string
	}
	var groups []group
	height, wide := 0, func(from, to int) int {
		n := 0
		for _, c := range columns[from:to] {
			n += c.width + 3
		}
		return n - 3
	}
	for i := 0; i < len(columns); {
		g := group{from: i, to: i + 1}
		if columns[i].over != "" {
			for g.to < len(columns) && columns[g.to].over == columns[i].over {
				g.to++
			}
			g.lines = wrap(columns[i].over, wide(g.from, g.to), 3)
			under := 0
			for _, c := range columns[g.from:g.to] {
				under = max(under, len(wrap(c.head, c.width, 0)))
			}
			height = max(height, len(g.lines)+1+under)
		} else {
			g.lines = wrap(columns[i].head, columns[i].width, 0)
			height = max(height, len(g.lines))
		}
		groups = append(groups, g)
		i = g.to
	}
	for k := range height {
		var b strings.Builder
		for _, g := range groups {
			if columns[g.from].over == "" || k < len(g.lines) {
				b.WriteString(p.bar() + " " + pad(at(g.lines, k), wide(g.from, g.to), false) + " ")
				continue
			}
			if k == len(g.lines) {
				b.WriteString(p.bar() + strings.Repeat("-", wide(g.from, g.to)+2))
				continue
			}
			for _, c := range columns[g.from:g.to] {
				b.WriteString(p.bar() + " " + pad(at(wrap(c.head, c.width, 0), k-len(g.lines)-1), c.width, false) + " ")
			}
		}
		p.line(b.String() + p.bar())
	}
}

// typedForm types a filing.
func typedForm(f *ownership.Filing, s oldText) string {
	p := typed{f: f, form: formOf(f), oldText: s}
	three := p.form == '3'
	p.line("                              UNITED STATES SECURITIES AND EXCHANGE COMMISSION")
	p.line("                                        Washington, D.C. 20549")
	p.line("")
	p.line("                                              FORM " + string(f.DocumentType.V))
	p.line("")
	p.line(map[byte]string{'3': "           INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", '4': "           STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
		'5': "           ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP"}[p.form])
	p.line("")
	p.line("     Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the")
	p.line("     Public Utility Holding Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940")
	p.line("")
	if !three {
		p.line(p.tick(f.NotSubjectToSection16.V) + " Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).")
	}
	if p.form == '5' {
		p.line(p.tick(f.Form3HoldingsReported.V) + " Form 3 Holdings Reported")
		p.line(p.tick(f.Form4TransactionsReported.V) + " Form 4 Transactions Reported")
	}
	p.line("")
	p.boxes()
	p.tableI()
	p.line("")
	p.line("Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.")
	p.tableII()
	p.line("")
	p.line("Explanation of Responses:")
	if three && f.NoSecuritiesOwned.V {
		p.line("No securities are beneficially owned.")
	}
	for i := range f.Footnotes {
		n := &f.Footnotes[i]
		for _, l := range wrap("("+n.Label()+") "+n.Text.V, 100, 4) {
			p.line(l)
		}
	}
	p.line("")
	for i := range f.Signatures {
		sig := &f.Signatures[i]
		p.line("     " + pad(sig.Name.V+"   ", 50, false) + monthFirst(&sig.Date))
		p.line("     " + pad("**Signature of Reporting Person", 50, false) + "Date")
	}
	p.line("")
	p.line("** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.")
	p.line("   See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).")
	return p.String()
}

func (p *typed) tick(on bool) string {
	if on {
		return p.set
	}
	return p.not
}

// headerBoxes are the lines of the boxes above the tables, in their order.
func (p *typed) headerBoxes() [][]string {
	var o ownership.Owner
	if len(p.f.Owners) > 0 {
		o = p.f.Owners[0]
	}
	a := &o.Address
	first := []string{"1. Name and Address of Reporting Person*", "", "   " + o.Name.V, "   (Last)          (First)          (Middle)"}
	for _, s := range []string{a.Street1.V, a.Street2.V} {
		if s != "" {
			first = append(first, "   "+s)
		}
	}
	first = append(first, "   (Street)", "   "+a.City.V+", "+a.State.V+" "+a.ZipCode.V, "   (City)          (State)          (Zip)")
	issuer := p.f.Issuer.Name.V
	if s := p.f.Issuer.TradingSymbol.V; s != "" {
		issuer += " " + p.symbol[:1] + s + p.symbol[1:]
	}
	box := func(label, value string) []string { return []string{label, "", "   " + value, ""} }
	issuerBox := func(n string) []string { return box(n+". Issuer Name and Ticker or Trading Symbol", issuer) }
	number := func(n string) []string {
		return box(n+". I.R.S. Identification Number of Reporting Person, if an entity (Voluntary)", "")
	}
	original := func(n string) []string {
		return box(n+". If Amendment, Date of Original (Month/Day/Year)", monthFirst(&p.f.DateOfOriginalSubmission))
	}
	r := &o.Relationship
	title := r.OfficerTitle.V
	if title == "" {
		title = r.OtherText.V
	}
	relation := func(n string) []string {
		return []string{n + ". Relationship of Reporting Person(s) to Issuer (Check all applicable)", "",
			"   " + p.tick(r.IsDirector.V) + " Director   " + p.tick(r.IsTenPercentOwner.V) + " 10% Owner",
			"   " + p.tick(r.IsOfficer.V) + " Officer (give title below)   " + p.tick(r.IsOther.V) + " Other (specify below)", "   " + title, ""}
	}
	joint := func(n string) []string {
		return []string{n + ". Individual or Joint/Group Filing (Check Applicable Line)", "", "   " + p.tick(true) + " Form filed by One Reporting Person",
			"   " + p.tick(false) + " Form filed by More than One Reporting Person", ""}
	}
	period := func(n string) []string {
		label := ". Statement for Month/Day/Year"
		if p.form == '3' {
			label = ". Date of Event Requiring Statement (Month/Day/Year)"
		}
		return box(n+label, monthFirst(&p.f.PeriodOfReport))
	}
	all := [][]string{first, issuerBox("2"), number("3"), period("4"), original("5"), relation("6"), joint("7")}
	if p.form == '3' {
		all = [][]string{first, period("2"), number("3"), issuerBox("4"), relation("5"), original("6"), joint("7")}
	}
	return all
}

// boxes types the boxes above the tables.
func (p *typed) boxes() {
	all := p.headerBoxes()
	if !p.sides {
		for _, b := range all {
			for _, l := range b {
				p.line(l)
			}
			p.line("")
		}
		return
	}
	for _, group := range [][][]string{all[:3], all[3:5], all[5:]} {
		p.side(group)
	}
}

// side types boxes beside each other.
func (p *typed) side(boxes [][]string) {
	height, rule := 0, "+"
	widths := make([]int, len(boxes))
	for i, b := range boxes {
		for _, l := range b {
			widths[i] = max(widths[i], min(44, utf8.RuneCountInString(l)))
		}
		var lines []string
		for _, l := range b {
			if w := wrap(l, widths[i], 3); len(w) > 1 {
				lines = append(lines, w...)
			} else {
				lines = append(lines, l)
			}
		}
		boxes[i] = lines
		height = max(height, len(lines))
		for _, l := range lines {
			widths[i] = max(widths[i], utf8.RuneCountInString(l))
		}
		rule += strings.Repeat("-", widths[i]+2) + "+"
	}
	p.line(rule)
	for k := range height {
		line := "|"
		for i, b := range boxes {
			line += " " + pad(at(b, k), widths[i], false) + " |"
		}
		p.line(line)
	}
	p.line(rule)
}

// typedCells writes the cells of a line; that of a deemed date is left out if no column is there.
func (p *typed) typedCells(line []box, deemed int) []string {
	var out []string
	for i, c := range line {
		if i == deemed && !p.deemed {
			continue
		}
		s := c.text
		if c.dollar && p.dollar {
			s = "$" + s
		}
		out = append(out, s+strings.Join(numbers(c.notes), ""))
	}
	return out
}

// textSheet is a table as it is typed: its title, columns and lines, and where its second
// half begins.
type textSheet struct {
	title   string
	columns []textColumn
	rows    [][]string
	half    int
}

func (p *typed) tableI() {
	t := p.sheetI()
	p.table(t.title, t.columns, t.rows)
}

func (p *typed) sheetI() textSheet {
	columns := []textColumn{{"", "1. Title of Security (Instr. 3)", 20, false}, {"", "2. Trans- action Date (Month/ Day/ Year)", 10, false}}
	if p.deemed {
		columns = append(columns, textColumn{"", "2A. Deemed Execution Date, if any (Month/ Day/ Year)", 10, false})
	}
	const coding, amount = "3. Transaction Code (Instr. 8)", "4. Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)"
	if p.form == '5' {
		columns = append(columns, textColumn{"", coding, 11, false})
	} else {
		columns = append(columns, textColumn{coding, "Code", 5, false}, textColumn{coding, "V", 3, false})
	}
	owned := "5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)"
	if p.form == '5' {
		owned = "5. Amount of Securities Beneficially Owned at End of Issuer's Fiscal Year (Instr. 3 and 4)"
	}
	columns = append(columns, textColumn{amount, "Amount", 9, true}, textColumn{amount, "(A) or (D)", 4, false}, textColumn{amount, "Price", 8, true},
		textColumn{"", owned, 14, true}, textColumn{"", "6. Owner- ship Form: Direct (D) or Indirect (I) (Instr. 4)", 10, false}, textColumn{"", "7. Nature of Indirect Beneficial Ownership (Instr. 4)", 14, false})
	title := "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned"
	if p.form == '3' {
		title = "Table I - Non-Derivative Securities Beneficially Owned"
		columns = []textColumn{{"", "1. Title of Security (Instr. 4)", 24, false}, {"", "2. Amount of Securities Beneficially Owned (Instr. 4)", 16, true},
			{"", "3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)", 14, false}, {"", "4. Nature of Indirect Beneficial Ownership (Instr. 5)", 24, false}}
	}
	var rows [][]string
	for i := range p.f.TableI {
		deemed := 2
		if p.form == '3' {
			deemed = -1
		}
		rows = append(rows, p.typedCells(lineI(p.form, &p.f.TableI[i]), deemed))
	}
	return textSheet{title: title, columns: columns, rows: rows}
}

func (p *typed) tableII() {
	t := p.sheetII()
	if !p.halves {
		p.table(t.title, t.columns, t.rows)
		return
	}
	var first, second [][]string
	for _, r := range t.rows {
		first, second = append(first, r[:t.half]), append(second, r[t.half:])
	}
	p.table(t.title, t.columns[:t.half], first)
	p.table("Table II - continued", t.columns[t.half:], second)
}

func (p *typed) sheetII() textSheet {
	const coding, number = "4. Transaction Code (Instr. 8)", "5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)"
	const dates, under = "6. Date Exercisable and Expiration Date (Month/Day/Year)", "7. Title and Amount of Underlying Securities (Instr. 3 and 4)"
	columns := []textColumn{{"", "1. Title of Derivative Security (Instr. 3)", 18, false}, {"", "2. Conversion or Exercise Price of Derivative Security", 11, true},
		{"", "3. Transaction Date (Month/ Day/ Year)", 11, false}}
	if p.deemed {
		columns = append(columns, textColumn{"", "3A. Deemed Execution Date, if any (Month/ Day/ Year)", 10, false})
	}
	if p.form == '5' {
		columns = append(columns, textColumn{"", coding, 11, false})
	} else {
		columns = append(columns, textColumn{coding, "Code", 5, false}, textColumn{coding, "V", 3, false})
	}
	owned := "9. Number of Derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)"
	if p.form == '5' {
		owned = "9. Number of Derivative Securities Beneficially Owned at End of Year (Instr. 4)"
	}
	columns = append(columns, textColumn{number, "(A)", 8, true}, textColumn{number, "(D)", 8, true}, textColumn{dates, "Date Exercisable", 11, false}, textColumn{dates, "Expiration Date", 10, false})
	half := len(columns)
	columns = append(columns, textColumn{under, "Title", 14, false}, textColumn{under, "Amount or Number of Shares", 10, true}, textColumn{"", "8. Price of Derivative Security (Instr. 5)", 10, true},
		textColumn{"", owned, 14, true}, textColumn{"", "10. Ownership Form of Derivative Security: Direct (D) or Indirect (I) (Instr. 4)", 12, false},
		textColumn{"", "11. Nature of Indirect Beneficial Ownership (Instr. 4)", 14, false})
	title := "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)"
	deemed := 3
	if p.form == '3' {
		const dates, under = "2. Date Exercisable and Expiration Date (Month/Day/Year)", "3. Title and Amount of Securities Underlying Derivative Security (Instr. 4)"
		title, deemed, half = "Table II - Derivative Securities Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)", -1, 5
		columns = []textColumn{{"", "1. Title of Derivative Security (Instr. 4)", 22, false}, {dates, "Date Exercisable", 11, false}, {dates, "Expiration Date", 10, false},
			{under, "Title", 18, false}, {under, "Amount or Number of Shares", 12, true}, {"", "4. Conversion or Exercise Price of Derivative Security", 12, true},
			{"", "5. Ownership Form of Derivative Security: Direct (D) or Indirect (I) (Instr. 5)", 12, false}, {"", "6. Nature of Indirect Beneficial Ownership (Instr. 5)", 22, false}}
	}
	var rows [][]string
	for i := range p.f.TableII {
		rows = append(rows, p.typedCells(lineII(p.form, &p.f.TableII[i]), deemed))
	}
	return textSheet{title, columns, rows, half}
}
