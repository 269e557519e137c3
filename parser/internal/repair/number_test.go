package repair

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// TestOnly: a number of which one reading alone is plain is taken, the first.
func TestOnly(t *testing.T) {
	for _, c := range []struct {
		costs []int
		bound int
		want  bool
	}{
		{[]int{0}, 1, true}, {[]int{1}, 1, true}, {[]int{2}, 1, false}, {[]int{1, 2}, 1, true}, {[]int{1, 1}, 1, false}, {[]int{2, 1}, 1, false}, {[]int{0, 3}, 0, true}, {[]int{1, 3}, 0, false},
	} {
		var list []reading
		for _, cost := range c.costs {
			list = append(list, reading{cost: cost})
		}
		if got := only(list, c.bound); got != c.want {
			t.Errorf("%v within %d: %t", c.costs, c.bound, got)
		}
	}
}

func TestPointForComma(t *testing.T) {
	for text, want := range map[string]bool{"4.000": true, "400.000": true, "4000.000": false, "4.00": false, "4.0000": false, "4,000": false, ".000": false, "4.00O": false, "1,4.000": false} {
		if got := pointForComma(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestReadingsOf: how the document and a second reading of the line weigh on what a
// cell may be.
func TestReadingsOf(t *testing.T) {
	for _, c := range []struct {
		name, text, also string
		price, commas    bool
		want             string // value:cost, with * where both readings have it
	}{
		{"plain", "4,000", "", false, true, "4000:0"},
		{"no comma where the document has them", "4000", "", false, true, "4000:2"},
		{"where the comma may be a digit", "41000", "", false, true, "41000:2 4000:2"},
		{"of three digits", "400", "", false, true, "400:0"},
		{"no comma anywhere", "4000", "", false, false, "4000:0"},
		{"a price", "4000", "", true, true, "4000:0 0:2"},
		{"a point where thousands have a comma", "4.000", "", false, true, "4000:2 4.000:3"},
		{"a point in a document without commas", "4.000", "", false, false, "4.000:0 4000:2"},
		{"both readings", "4,000", "4,000", false, true, "4000:0*"},
		{"another second reading", "4,000", "5,000", false, true, "4000:0 5000:1"},
		{"a second reading with a zero before it", "625", "025", false, true, "625:0 25:4"},
		{"a second reading of a zero alone", "625", "0", false, true, "625:0 0:1"},
		{"amid specks", "| 4,000 .", "", false, true, "4000:1"},
		{"beside a mark", "4,000 Q)", "", false, true, "4000:1"},
		{"a lone digit is none", "| 4 .", "", false, true, "4:1"},
		{"the plainest of a damaged word beside what is no number", "XX |41,001", "", false, true, "41001:2"},
		{"a damaged word where all together is a number", "Z 12,345|", "", false, true, "212345:2"},
		{"a whole word where all together is a number", "Z 12,345", "", false, true, "12345:1 212345:4"},
		{"two whole words", "12,345 XX 67,890", "", false, true, "12345:1 67890:1"},
		{"five words", "~ XX ~ ~ 12,345", "", false, true, "12345:1"},
		{"six words", "~ ~ XX ~ ~ 12,345", "", false, true, ""},
		{"a nought beside a mark", "0 XX", "", false, true, "0:1"},
		{"a nought of dollars beside a mark", "$0 XX", "", true, true, "0:1"},
		{"one digit beside a mark", "5 XX", "", false, true, ""},
	} {
		cell := &printed.Cell{Words: words(c.text), Also: words(c.also)}
		var got []string
		r := repairerOf(nil)
		r.Commas = c.commas
		for _, x := range r.readingsOf(cell, c.price) {
			s := x.v.String() + ":" + string(rune('0'+x.cost))
			if x.twice {
				s += "*"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestSettleNumber: what a number is read as, and how sure that is.
func TestSettleNumber(t *testing.T) {
	const beside = reason.RuledLineBeside
	for _, c := range []struct {
		name     string
		known    string // what the cell says; empty for what cannot be read
		readings []reading
		chosen   int
		differ   bool
		agree    int // cells that agree with the chosen reading
		want     string
		sure     bool
	}{
		{"plain and supported", "95", []reading{{}}, 0, false, 1, "95", true},
		{"plain, with a line for it and one against it", "95", []reading{{}}, 0, false, 1, "95 one reading, possible", false},
		{"plain and read twice", "95", []reading{{twice: true}}, 0, false, 0, "95", true},
		{"plain alone", "95", []reading{{}}, 0, false, 0, "95", false},
		{"two readings that say the same", "95", []reading{{twice: true}}, 0, true, 0, "95 read twice, certain", false},
		{"two readings, one supported", "95", []reading{{}}, 0, true, 1, "95 read twice, likely by 0.1", false},
		{"two readings, none supported", "95", []reading{{}}, 0, true, 0, "95 one reading, possible", false},
		{"damaged and supported once", "", []reading{{cost: 1, why: beside}}, 0, false, 1, "95 ruled line, likely by 0.1", false},
		{"damaged and supported twice", "", []reading{{cost: 1, why: beside}}, 0, false, 2, "95 ruled line, certain by 0.1 and 2.1", false},
		{"damaged, with one plain way", "", []reading{{cost: 1, why: beside}, {cost: 2}}, 0, false, 0, "95 ruled line, possible", false},
		{"damaged, with one way", "", []reading{{cost: 2, why: beside}}, 0, false, 0, "95 ruled line, possible", false},
		{"damaged, with one way that is dear", "", []reading{{cost: 3, why: beside}}, 0, false, 0, "malformed", false},
		{"damaged, with two ways", "", []reading{{cost: 1, why: beside}, {cost: 1}}, 0, false, 0, "malformed", false},
		{"read as it stands, though damaged", "95", []reading{{cost: 2, why: beside}}, 0, false, 0, "95 ruled line, possible", false},
		{"two ways, though it can be read", "95", []reading{{cost: 2, why: beside}, {cost: 2}}, 0, false, 0, "malformed", false},
		{"not read", "95", nil, 0, false, 0, "95", false},
		{"none chosen", "95", []reading{{}}, -1, false, 0, "95", false},
	} {
		entries := []entry{{shares: "5", following: "1"}, {sign: "D", shares: "5", following: "1"}, {sign: "D", shares: "5", following: "1"}}
		e := evidenceFor(t, entries...)
		if c.agree > 0 {
			e.all[0][kindFollowing].readings[0].v = decimal(t, "100")
		}
		if c.agree > 1 {
			e.all[2][kindFollowing].readings[0].v = decimal(t, "90")
		}
		if c.agree < 2 && c.name != "plain, with a line for it and one against it" {
			e.all[2][kindFollowing].chosen = -1 // what the line after has is not read
		}
		f := &e.all[1][kindFollowing]
		f.readings, f.chosen, f.differ = c.readings, c.chosen, c.differ
		for i := range f.readings {
			f.readings[i].v = decimal(t, []string{"95", "96"}[i])
		}
		*f.v = ownership.Value[ownership.Decimal]{Reading: ownership.Reading{State: ownership.Malformed, How: ownership.Placed}}
		if c.known != "" {
			*f.v = knownAs(decimal(t, c.known))
		}
		r := repairerOf(nil)
		r.settleNumber(e, 1, kindFollowing)
		if got := told(f.v); got != c.want || r.sure[&f.v.Reading] != c.sure {
			t.Errorf("%s: %s, sure %t, want %s", c.name, got, r.sure[&f.v.Reading], c.want)
		}
	}
}

// TestRepairNumbers: the figures of a document settle each other.
func TestRepairNumbers(t *testing.T) {
	lines := linesFor(t, entry{sign: "D", shares: "10", following: "100"}, entry{sign: "D", shares: "5"}, entry{sign: "D", shares: "5", following: "90"})
	damage(&lines[1], &lines[1].Row.SharesFollowing, form.ColFollowing, "195|", "")
	for i := range lines {
		for _, n := range []struct {
			c form.Column
			v *ownership.Value[ownership.Decimal]
		}{{form.ColAmount, &lines[i].Row.Transaction.Shares}, {form.ColFollowing, &lines[i].Row.SharesFollowing}} {
			if n.v.State == ownership.Known {
				lines[i].Columns = append(lines[i].Columns, n.c)
				lines[i].Cells = append(lines[i].Cells, printed.Cell{Words: words(n.v.Raw)})
			}
		}
	}
	r := repairerOf(lines)
	r.repairNumbers(lines)
	v := &lines[1].Row.SharesFollowing
	if got, want := told(v), "95 ruled line, certain by tableI[0].sharesFollowing and tableI[2].sharesFollowing"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if !r.sure[&lines[0].Row.SharesFollowing.Reading] || !r.sure[&lines[2].Row.SharesFollowing.Reading] {
		t.Error("the balances beside it are not sure")
	}
}

// TestAmountInDollars: an amount that a repair reads with a dollar sign is a value.
func TestAmountInDollars(t *testing.T) {
	for _, c := range []struct {
		kind    kind
		dollars bool
		how     ownership.How
		moves   bool
	}{
		{kindShares, true, ownership.Repaired, true}, {kindFollowing, true, ownership.Repaired, true}, {kindUnderlying, true, ownership.Repaired, true},
		{kindPrice, true, ownership.Repaired, false}, {kindShares, false, ownership.Repaired, false}, {kindShares, true, ownership.Placed, false},
	} {
		e := evidenceFor(t, entry{shares: "5", following: "5", price: "5", underlying: "5"})
		row, f := e.lines[0].Row, &e.all[0][c.kind]
		f.v.How, f.readings[0].dollars = c.how, c.dollars
		repairerOf(nil).dollars(f, row, c.kind)
		to := map[kind]*ownership.Value[ownership.Decimal]{kindShares: &row.Transaction.TotalValue, kindFollowing: &row.ValueFollowing, kindUnderlying: &row.UnderlyingValue, kindPrice: {}}[c.kind]
		if moved := to.State == ownership.Known; moved != c.moves || moved == (f.v.State == ownership.Known) {
			t.Errorf("kind %d, dollars %t, %s: moved %t", c.kind, c.dollars, c.how, moved)
		}
	}
}

// TestEmptyCells: what is left of a lone mark is no value.
func TestEmptyCells(t *testing.T) {
	for _, c := range []struct {
		text   string
		column form.Column
		notes  []string
		blank  bool
	}{
		{"()", form.ColPrice, nil, true}, {"(2", form.ColPrice, nil, true}, {"2)", form.ColPrice, []string{"F2"}, true}, {"2", form.ColPrice, nil, false}, {"22)", form.ColPrice, nil, false}, {"~~~~~~~", form.ColPrice, nil, false}, {"~", form.ColDate, nil, true},
	} {
		lines := linesFor(t, entry{})
		var v *ownership.Reading
		if c.column == form.ColPrice {
			damage(&lines[0], &lines[0].Row.Transaction.Price, c.column, c.text, "")
			v = &lines[0].Row.Transaction.Price.Reading
		} else {
			damage(&lines[0], &lines[0].Row.Transaction.Date, c.column, c.text, "")
			v = &lines[0].Row.Transaction.Date.Reading
		}
		v.Notes = c.notes
		repairerOf(nil).emptyCells(&lines[0])
		if (v.State == ownership.Blank) != c.blank || c.blank && (lines[0].Cells[0].Unread != (c.notes == nil) || v.How != ownership.Guessed) {
			t.Errorf("%q: %+v", c.text, v)
		}
	}
	lines := linesFor(t, entry{})
	damage(&lines[0], &lines[0].Row.Transaction.Code, form.ColCode, "()", "")
	if repairerOf(nil).emptyCells(&lines[0]); lines[0].Row.Transaction.Code.State != ownership.Malformed {
		t.Error("a code is taken for no value")
	}
}

// TestRepairDates: a date that is damaged is one that the document has, or the only one
// that it can be.
func TestRepairDates(t *testing.T) {
	for _, c := range []struct{ name, text, also, period, want string }{
		{"elsewhere too", "103/05/2012", "", "03/05/2012", "2012-03-05 ruled line, likely by periodOfReport"},
		{"the only one", "103/05/2012", "", "03/07/2012", "2012-03-05 ruled line, possible"},
		{"by the second reading", "???", "03/05/2012", "03/07/2012", "2012-03-05 ruled line, possible"},
		{"two that differ", "03/06/2012|", "03/05/2012", "03/07/2012", "malformed"},
		{"two, and one is elsewhere", "03/06/2012|", "03/05/2012", "03/06/2012", "2012-03-06 ruled line, likely by periodOfReport"},
		{"none", "???", "", "03/07/2012", "malformed"},
	} {
		lines := linesFor(t, entry{})
		v := &lines[0].Row.Transaction.Date
		damage(&lines[0], v, form.ColDate, c.text, c.also)
		r := repairerOf(lines)
		period, _ := printed.ParseDate(c.period)
		r.f.PeriodOfReport = knownAs(period)
		r.repairDates(lines)
		if got := told(v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	// A date that the document has twice is sure, one that it has once is not.
	lines := linesFor(t, entry{day: 5}, entry{day: 6}, entry{day: 5})
	r := repairerOf(lines)
	r.repairDates(lines)
	for i, want := range []bool{true, false, true} {
		if r.sure[&lines[i].Row.Transaction.Date.Reading] != want {
			t.Errorf("line %d: sure %t", i, !want)
		}
	}
}

// TestRepairMissing: what every line has and was not read on a scan is what the rest of
// the line implies, or in doubt.
func TestRepairMissing(t *testing.T) {
	blank := func(v *ownership.Reading) { *v = ownership.Reading{State: ownership.Blank, How: ownership.Placed} }
	lines := linesFor(t, entry{code: "S", nature: "By Trust", title: "Common Stock", shares: "5"}, entry{code: "G", title: "Common Stock", shares: "5"})
	for i := range lines {
		blank(&lines[i].Row.Transaction.AcquiredDisposed.Reading)
		blank(&lines[i].Row.Ownership.Reading)
	}
	row := lines[1].Row
	row.Transaction.DeemedExecutionDate = row.Transaction.Date
	blank(&row.Transaction.Date.Reading)
	r := repairerOf(lines)
	r.repairMissing(lines)
	first := lines[0].Row
	for _, c := range []struct{ name, got, want string }{
		{"the sign that the code implies", told(&first.Transaction.AcquiredDisposed), "D nothing read, likely by tableI[0].transaction.code"},
		{"an indirect holding", told(&first.Ownership), "I nothing read, likely by tableI[0].natureOfOwnership"},
		{"a sign that nothing implies", told(&row.Transaction.AcquiredDisposed), "blank nothing read, possible"},
		{"a side that nothing implies", told(&row.Ownership), "blank nothing read, possible"},
		{"a date between two columns", told(&row.Transaction.Date), "2012-03-01 other column, likely"},
		{"which has left the other", told(&row.Transaction.DeemedExecutionDate), "blank"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
	lines = linesFor(t, entry{code: "S"})
	blank(&lines[0].Row.Transaction.AcquiredDisposed.Reading)
	r = repairerOf(lines)
	r.Scan = false
	if r.repairMissing(lines); lines[0].Row.Transaction.AcquiredDisposed.State != ownership.Blank {
		t.Error("a letter that is given as missing is made up")
	}
}

// TestWithPicture: what the picture shows in the place of a number is a way to read it, which
// is taken where something else agrees with it, and else not.
func TestWithPicture(t *testing.T) {
	for _, c := range []struct{ other, underlying, want string }{
		{"11,000", "11000", "11000 picture, likely by tableII[0].underlyingShares"},
		{"11,000", "13000", "12000"},
		{"11,000", "12000", "12000"},
		{"", "11000", "12000"},
	} {
		lines := linesFor(t, entry{table: 1, code: "M", shares: "12000", underlying: number(c.underlying)})
		h := &lines[0]
		h.Columns, h.Cells = []form.Column{form.ColAmount, form.ColUnderlyingAmount}, []printed.Cell{{Words: words("12,000")}, {Words: words(c.underlying)}}
		h.Cells[0].Words[0].Other = c.other
		repairerOf(lines).repairNumbers(lines)
		if got := told(&h.Row.Transaction.Shares); got != c.want {
			t.Errorf("the picture shows %q and the underlying amount is %s: %s, want %s", c.other, c.underlying, got, c.want)
		}
	}
}
