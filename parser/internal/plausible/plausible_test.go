package plausible

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// page is a form that is being made: its text, and the cells that point into it.
type page struct {
	f      *ownership.Filing
	text   string
	blocks []sheet.Block
}

// print adds a block and gives the place of its text.
func (p *page) print(text string) ownership.Span {
	at := ownership.Span{Start: int32(len(p.text)), End: int32(len(p.text) + len(text))}
	b := sheet.Block{Table: 1}
	start := len(p.text)
	var line []sheet.Word
	for w := range strings.FieldsSeq(text) {
		k := strings.Index(text[start-len(p.text):], w) + start
		line = append(line, sheet.Word{Text: w, At: ownership.Span{Start: int32(k), End: int32(k + len(w))}})
		start = k + len(w)
	}
	b.Lines = [][]sheet.Word{line}
	p.blocks = append(p.blocks, b)
	p.text += text + "\n"
	return at
}

// known fills a cell that stands on the page.
func known[T any](p *page, v *ownership.Value[T], value T, text string) {
	v.V, v.State, v.How, v.Raw = value, ownership.Known, ownership.Placed, text
	v.At = []ownership.Span{p.print(text)}
}

// line prints a line of a table.
func (p *page) line(title, date, amount string) ownership.Row {
	var r ownership.Row
	r.Kind = ownership.Transaction
	if title != "" {
		known(p, &r.SecurityTitle, title, title)
	}
	d, _ := ownership.ParseDate("2024-05-06")
	known(p, &r.Transaction.Date, d, date)
	n, _ := ownership.ParseDecimal(amount)
	known(p, &r.Transaction.Shares, n, amount)
	known(p, &r.Ownership, ownership.Direct, "D")
	return r
}

// form makes a form that is right.
func form4() *page {
	p := &page{f: &ownership.Filing{}}
	known(p, &p.f.DocumentType, ownership.Form4, "FORM 4")
	known(p, &p.f.Issuer.Name, "Quillmark Corp", "Quillmark Corp")
	p.f.Owners = []ownership.Owner{owner(p, "HARROW EDITH"), owner(p, "HARROW FUND LP")}
	p.print("Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned")
	p.f.TableI = []ownership.Row{p.line("Common Stock", "05/06/2024", "1200"), p.line("Common Stock", "05/06/2024", "1300")}
	p.print("Reminder: Report on a separate line for each class of 1,934 securities")
	return p
}

func owner(p *page, name string) ownership.Owner {
	var o ownership.Owner
	known(p, &o.Name, name, name)
	known(p, &o.Address.City, "BARROW", "BARROW")
	known(p, &o.Relationship.IsDirector, true, "X")
	for _, v := range [...]*ownership.Value[bool]{&o.Relationship.IsOfficer, &o.Relationship.IsTenPercentOwner, &o.Relationship.IsOther} {
		v.State = ownership.Known
	}
	return o
}

// TestCheck: each thing that no form shows is refused or marked, and what looks like it
// and may stand on a form is not.
func TestCheck(t *testing.T) {
	text := func(v *ownership.Value[string], s string) { v.V, v.State = s, ownership.Known }
	for name, c := range map[string]struct {
		change func(p *page)
		found  string // what a refusal says; empty if the form is shown
		marked string // the cells that are Malformed, with blanks between
		told   string // what a finding says
	}{
		"a form that is right":         {func(*page) {}, "", "", ""},
		"a number of a box as name":    {func(p *page) { text(&p.f.Owners[0].Name, "2.") }, "“2.”", "", ""},
		"a frame as name":              {func(p *page) { text(&p.f.Owners[0].Name, "│") }, "“│”", "", ""},
		"a name that begins in digits": {func(p *page) { text(&p.f.Owners[0].Name, "3i Group plc") }, "", "", ""},
		"the label as name":            {func(p *page) { text(&p.f.Owners[0].Name, "Name and Address of Reporting Person*") }, "Name and Address", "", ""},
		"a person of that kind":        {func(p *page) { text(&p.f.Owners[0].Name, "Name Andress R") }, "", "", ""},
		"a state as second owner":      {func(p *page) { text(&p.f.Owners[1].Name, "CALIFORNIA") }, "", "owners[1].name", ""},
		"a zip code as second owner":   {func(p *page) { text(&p.f.Owners[1].Name, "94583") }, "", "owners[1].name", ""},
		"a city as second owner": {func(p *page) {
			text(&p.f.Owners[1].Name, "Barrow")
			p.f.Owners[1].Address.City = ownership.Value[string]{}
		}, "", "owners[1].name", ""},
		"an owner named as her city":       {func(p *page) { text(&p.f.Owners[1].Name, "Barrow") }, "", "", ""},
		"an owner with a state in name":    {func(p *page) { text(&p.f.Owners[1].Name, "CALIFORNIA STATE TEACHERS RETIREMENT SYSTEM") }, "", "", ""},
		"labels as issuer":                 {func(p *page) { text(&p.f.Issuer.Name, "3. Quillmark Corp (QMK) 5. 7. Director") }, "3. Quillmark", "", ""},
		"an issuer with a number":          {func(p *page) { text(&p.f.Issuer.Name, "3M Co") }, "", "", ""},
		"no issuer, no owner":              {func(p *page) { p.f.Owners, p.f.Issuer = nil, ownership.Issuer{} }, "no issuer is read", "", ""},
		"no issuer":                        {func(p *page) { p.f.Issuer = ownership.Issuer{} }, "", "", ""},
		"a label in an address":            {func(p *page) { text(&p.f.Owners[0].Address.Street1, "and Address of Reporting Person* 12 Mill Lane") }, "", "owners[0].address.street1", ""},
		"a piece of a label in an address": {func(p *page) { text(&p.f.Owners[0].Address.Country, "Code)") }, "", "owners[0].address.country", ""},
		"a street in brackets":             {func(p *page) { text(&p.f.Owners[0].Address.Street1, "12 Mill Lane (rear)") }, "", "", ""},
		"a label as symbol":                {func(p *page) { text(&p.f.Issuer.ForeignTradingSymbol, "below) below)") }, "", "issuer.foreignTradingSymbol", ""},
		"two symbols":                      {func(p *page) { text(&p.f.Issuer.TradingSymbol, "BRK.A/BRK.B") }, "", "", ""},
		"a street as owner": {func(p *page) {
			text(&p.f.Owners[0].Address.Street1, "2150 MARINER PARKWAY")
			text(&p.f.Owners[1].Name, "2150 Mariner Parkway")
		}, "", "owners[1].name", ""},
		"a street as the only owner": {func(p *page) { text(&p.f.Owners[0].Name, "12 Mill Lane") }, "", "owners[0].name", ""},
		"a street, abbreviated":      {func(p *page) { text(&p.f.Owners[0].Name, "1177 West Hastings St.") }, "", "owners[0].name", ""},
		"owners with numbers": {func(p *page) {
			text(&p.f.Owners[0].Name, "1347 Lane Partners")
			text(&p.f.Owners[1].Name, "Quill Street")
		}, "", "", ""},
		"a title that begins anew": {func(p *page) {
			text(&p.f.TableI[0].SecurityTitle, "Stock Option (Right to buy) Stock Option (Right")
		}, "", "tableI[0].securityTitle", ""},
		"a symbol as the issuer":   {func(p *page) { text(&p.f.Issuer.Name, "(QMK)") }, "", "issuer.name", ""},
		"an issuer with a bracket": {func(p *page) { text(&p.f.Issuer.Name, "(The) Quillmark (Group)") }, "", "", ""},
		"a line of letters": {func(p *page) {
			var r ownership.Row
			r.Transaction.AcquiredDisposed.State, r.Transaction.AcquiredDisposed.V = ownership.Known, ownership.Disposed
			r.Ownership.State, r.Ownership.V = ownership.Known, ownership.Indirect
			p.f.TableI = append(p.f.TableI, r)
		}, "", "tableI[2].transaction.acquiredDisposed tableI[2].ownership tableI[2].natureOfOwnership", ""},
		"a line of another table's columns": {func(p *page) {
			var r ownership.Row
			text(&r.SecurityTitle, "Common Stock (1) $100,000")
			r.Transaction.Code.State, r.Transaction.Code.V = ownership.Known, "D"
			p.f.TableI = append(p.f.TableI, r)
		}, "", "tableI[2].securityTitle tableI[2].transaction.code tableI[2].transaction.acquiredDisposed tableI[2].ownership tableI[2].natureOfOwnership", ""},
		"c/o as owner": {func(p *page) { text(&p.f.Owners[0].Name, "c/o Tamsin Mills Inc.") }, "", "owners[0].name", ""},
		"a line in one cell": {func(p *page) {
			v := &p.f.TableI[0].Transaction.Shares.Reading
			v.State, v.Raw = ownership.Malformed, "Common Stock 7/12/02 S 250,000 D $21.36 3,512,900 I"
		}, "stands whole in one cell", "tableI[0].transaction.shares", ""},
		"a cell with a date and an amount": {func(p *page) {
			v := &p.f.TableI[0].Transaction.Shares.Reading
			v.State, v.Raw = ownership.Malformed, "250,000 on 7/12/02"
		}, "", "tableI[0].transaction.shares", ""},
		"a title with the line's date": {func(p *page) {
			text(&p.f.TableI[0].SecurityTitle, "Stock options 0.33 04/30/2025 (right to buy)")
			p.f.TableI[0].Transaction.Date.State = ownership.Blank
		}, "", "tableI[0].securityTitle", ""},
		"a title with a date of its own": {func(p *page) { text(&p.f.TableI[0].SecurityTitle, "Warrants until 12/31/2030") }, "", "", ""},
		"a title with a piece of a tag":  {func(p *page) { text(&p.f.TableI[0].SecurityTitle, `Common Slass="FormData">Common Stock`) }, "", "tableI[0].securityTitle", ""},
		"a title with quotation marks":   {func(p *page) { text(&p.f.TableI[0].SecurityTitle, `Common Stock ("Common")`) }, "", "", ""},
		"a title with a word twice":      {func(p *page) { text(&p.f.TableI[0].SecurityTitle, "Common Shares of Quill Common") }, "", "", ""},
		"a nature with an amount": {func(p *page) {
			text(&p.f.TableI[0].NatureOfOwnership, "by Trust 1,220,481 D")
		}, "", "tableI[0].natureOfOwnership", ""},
		"a nature with such a name": {func(p *page) { text(&p.f.TableI[0].NatureOfOwnership, "By Fund 2,000 I LLC") }, "", "", ""},
		"a box's line as title": {func(p *page) {
			r := &p.f.Owners[0].Relationship
			text(&r.OfficerTitle, "wner ___ bel")
			r.OfficerTitle.Raw, r.IsOfficer.V, r.IsOfficer.Raw = "wner ___ bel", true, "wner ___ bel"
		}, "", "owners[0].relationship.isOfficer owners[0].relationship.officerTitle", ""},
		"an address of digits": {func(p *page) { text(&p.f.Owners[0].Address.Street1, "#12-34") }, "", "", ""},
		"a sentence as title": {func(p *page) {
			text(&p.f.Owners[0].Relationship.OfficerTitle, "If the form is filed by more than one reporting person")
		}, "", "owners[0].relationship.officerTitle", ""},
		"a table without lines":   {func(p *page) { p.f.TableI = nil }, "“05/06/2024” and 3 more stand in Table I", "", ""},
		"a line that is not read": {func(p *page) { p.f.TableI = p.f.TableI[:1] }, "", "", "“05/06/2024” and 1 more stand in Table I"},
		"amounts of notes": {func(p *page) {
			p.print("Explanation of Responses:")
			p.print("(1) Sold at 12.50 to 13.75 on 05/06/2024.")
		}, "", "", ""},
		"amounts of Table II": {func(p *page) {
			p.print("Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned")
			p.print("Option 05/06/2024 2,500")
		}, "in Table II", "", ""},
		"lines that hold nothing": {func(p *page) { p.f.TableI = append(p.f.TableI, ownership.Row{}, ownership.Row{}) }, "a line of Table I holds nothing", "", ""},
		"a line that is a title": {func(p *page) {
			p.f.TableI = append(p.f.TableI, ownership.Row{})
			known(p, &p.f.TableI[2].SecurityTitle, "Common Stock 05/07/2024 S 1,300", "Common Stock 05/07/2024 S 1,300")
		}, "read as the title", "", ""},
		"an amount among the dates": {func(p *page) {
			t := &p.f.TableI[0].Transaction
			t.DeemedExecutionDate.State, t.DeemedExecutionDate.Raw, t.DeemedExecutionDate.At = ownership.Malformed, "1200", t.Shares.At
			t.Shares, t.AcquiredDisposed.State = ownership.Value[ownership.Decimal]{Reading: ownership.Reading{State: ownership.Blank}}, ownership.Blank
		}, "", "tableI[0].transaction.deemedExecutionDate tableI[0].transaction.shares tableI[0].transaction.acquiredDisposed", ""},
		"an amount as a price": {func(p *page) {
			r := &p.f.TableI[0]
			r.ConversionOrExercisePrice.State, r.ConversionOrExercisePrice.Raw, r.UnderlyingShares.State = ownership.Known, "83,460", ownership.Blank
		}, "", "tableI[0].conversionOrExercisePrice tableI[0].underlyingShares", ""},
		"a price of thousands": {func(p *page) {
			r := &p.f.TableI[0]
			r.ConversionOrExercisePrice.State, r.ConversionOrExercisePrice.Raw, r.UnderlyingShares.State = ownership.Known, "$ 83,460", ownership.Blank
		}, "", "", ""},
		"amounts as nature": {func(p *page) {
			p.f.TableI[0].Ownership = ownership.Value[ownership.DirectIndirect]{Reading: ownership.Reading{State: ownership.Blank}}
			text(&p.f.TableI[0].NatureOfOwnership, "Class A Common 1,412,998 Stock")
		}, "", "tableI[0].transaction.shares tableI[0].ownership tableI[0].natureOfOwnership", ""},
		"a nature with a number": {func(p *page) { text(&p.f.TableI[0].NatureOfOwnership, "By trust of 01/02/2003") }, "", "", ""},
		"a line of two pieces": {func(p *page) {
			r := &p.f.TableI[0]
			r.SecurityTitle.State, r.Ownership.State = ownership.Malformed, ownership.Blank
		}, "", "tableI[0].securityTitle tableI[0].transaction.shares", ""},
		"a code that is empty": {func(p *page) { p.f.TableI[0].Transaction.Code.State = ownership.Blank }, "", "", ""},
		"a title with a date":  {func(p *page) { text(&p.f.TableI[0].SecurityTitle, "Warrants due 01/01/2030") }, "", "", ""},
		"a line without a title": {func(p *page) {
			p.f.TableI[1].SecurityTitle = ownership.Value[string]{Reading: ownership.Reading{State: ownership.Blank}}
		}, "", "tableI[1].securityTitle", ""},
		"a head as nature":       {func(p *page) { text(&p.f.TableI[0].NatureOfOwnership, "(I) (Instr. 4)") }, "", "tableI[0].natureOfOwnership", ""},
		"a nature that names it": {func(p *page) { text(&p.f.TableI[0].NatureOfOwnership, "By spouse of Reporting Person") }, "", "", ""},
		"no tick": {func(p *page) { p.f.Owners[1].Relationship.IsDirector.V = false }, "",
			"owners[1].relationship.isDirector owners[1].relationship.isOfficer owners[1].relationship.isTenPercentOwner owners[1].relationship.isOther", ""},
	} {
		p := form4()
		c.change(p)
		err := Check(Form{Filing: p.f, Blocks: p.blocks})
		var refused *Refusal
		if got := errors.As(err, &refused); got != (c.found != "") || got && !strings.Contains(err.Error(), c.found) {
			t.Errorf("%s: %v, want one that says %q", name, err, c.found)
			continue
		}
		var marked []string
		for cell := range p.f.Cells() {
			if cell.State == ownership.Malformed {
				marked = append(marked, cell.Path)
			}
		}
		if want := strings.Fields(c.marked); !slices.Equal(marked, want) {
			t.Errorf("%s: %v are marked, want %v", name, marked, want)
		}
		if told := len(p.f.Findings) > 0; told != (c.told != "") || told && (!strings.Contains(p.f.Findings[0].Message, c.told) || len(p.f.Findings[0].At) == 0) {
			t.Errorf("%s: it is said %+v, want %q", name, p.f.Findings, c.told)
		}
	}
}

// TestGiven: where the source says which cells there are, empty ones are the filer's. A line
// with amounts has a title, or goes on with that of the line above: its own is not known.
func TestGiven(t *testing.T) {
	p := form4()
	p.f.Owners[1].Relationship.IsDirector.V = false
	p.f.TableI[1].SecurityTitle = ownership.Value[string]{Reading: ownership.Reading{State: ownership.Blank}}
	p.f.Issuer = ownership.Issuer{}
	if err := Check(Form{Filing: p.f, Blocks: p.blocks, Given: true}); err != nil {
		t.Fatal(err)
	}
	for r := range p.f.Readings() {
		if title := &p.f.TableI[1].SecurityTitle.Reading; (r.State == ownership.Malformed) != (r == title) {
			t.Errorf("the state of %+v", r)
		}
	}
}

// TestWeights: each check has a weight and says why.
func TestWeights(t *testing.T) {
	for c := range checks {
		if w := weights[c]; w.weight <= 0 || w.most < w.weight || w.most > refuseAt || w.why == "" {
			t.Errorf("check %d: %+v", c, w)
		}
	}
}
