package repair

import (
	"fmt"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// withLines puts lines and notes into a filing, so that both are of one document.
func withLines(lines []printed.Line, notes ...string) *repairer {
	r := repairerOf(lines)
	for i, s := range notes {
		r.f.Footnotes = append(r.f.Footnotes, ownership.Footnote{ID: fmt.Sprintf("F%d", i+1), Text: knownAs(s)})
	}
	return r
}

const soldBetween = "Sold in multiple transactions at prices ranging from $150.10 to $152.90, inclusive."

// TestDoubtPrices: a price that its day or its note contradicts is not known; one that may
// be far from others for a reason is.
func TestDoubtPrices(t *testing.T) {
	sale := func(price number) entry { return entry{title: "Common", code: "S", price: price} }
	day := []entry{sale("150.841"), sale("152.655"), sale("151.2")}
	with := func(x entry) []entry { return append(day[:3:3], x) }
	other := func(change func(*entry)) entry {
		x := sale("4151.814")
		change(&x)
		return x
	}
	for _, c := range []struct {
		name    string
		entries []entry // the last is asked about
		notes   []string
		known   bool
	}{
		{"among those of the day", with(sale("151.814")), nil, true},
		{"far above the day", with(sale("4151.814")), nil, false},
		{"far below it", with(sale("1.51")), nil, false},
		{"twice the highest", with(sale("305.31")), nil, true},
		{"more than that", with(sale("305.32")), nil, false},
		{"half the lowest", with(sale("75.4205")), nil, true},
		{"another security", with(other(func(x *entry) { x.title = "Class B Common" })), nil, true},
		{"another day, after a split", with(other(func(x *entry) { x.day = 2 })), nil, true},
		{"an exercise", with(other(func(x *entry) { x.code = "M" })), nil, true},
		{"a code that is not read", with(other(func(x *entry) { x.code = "" })), nil, true},
		{"an option", with(other(func(x *entry) { x.table = 1 })), nil, true},
		{"a gift", with(entry{title: "Common", code: "G", price: "0"}), nil, true},
		{"two others only", append(day[:2:2], sale("4151.814")), nil, true},
		{"a day whose prices are far apart", append(with(sale("20")), sale("4151.814")), nil, true},
		{"in the range of its note", []entry{sale("151.814")}, []string{soldBetween}, true},
		{"out of it by a digit at the end", []entry{sale("153.1")}, []string{soldBetween}, true},
		{"far out of it", []entry{sale("4151.814")}, []string{soldBetween}, false},
		{"a note with two ranges", []entry{sale("4151.814")}, []string{soldBetween + " Others at prices from $4.00 to $4.10."}, true},
		{"a note without a range", []entry{sale("4151.814")}, []string{"Sold under a plan."}, true},
		{"the day speaks for it, its note against it", with(sale("151.814")), []string{"Sold at prices ranging from $15.10 to $15.29."}, true},
	} {
		lines := linesFor(t, c.entries...)
		r := withLines(lines, c.notes...)
		r.damaged = true
		last := &lines[len(lines)-1].Row.Transaction.Price
		if len(c.notes) > 0 {
			last.Notes = []string{"F1"}
		}
		r.doubtPrices(lines)
		if (last.State == ownership.Known) != c.known || last.Doubted() == c.known {
			t.Errorf("%s: %s", c.name, told(last))
		}
		for i := range lines[:len(lines)-1] {
			if v := &lines[i].Row.Transaction.Price; v.State != ownership.Known {
				t.Errorf("%s: price %d is taken back", c.name, i)
			}
		}
	}
}

// TestCertainPrices: what the filer printed for certain, and what something else in the
// document confirms, is not taken back; a guess in a print is.
func TestCertainPrices(t *testing.T) {
	for _, c := range []struct {
		name    string
		damaged bool
		how     ownership.How
		sure    bool
		known   bool
	}{
		{"a print", false, ownership.Placed, false, true},
		{"a guess in a print", false, ownership.Guessed, false, false},
		{"a scan", true, ownership.Placed, false, false},
		{"a scan, and confirmed", true, ownership.Placed, true, true},
	} {
		lines := linesFor(t, entry{code: "S", price: "4151.814"})
		r := withLines(lines, soldBetween)
		v := &lines[0].Row.Transaction.Price
		r.damaged, v.How, v.Notes = c.damaged, c.how, []string{"F1"}
		r.sure[&v.Reading] = c.sure
		r.doubtPrices(lines)
		if (v.State == ownership.Known) != c.known {
			t.Errorf("%s: %s", c.name, told(v))
		}
	}
}

// priced makes lines whose prices have cells.
func priced(t *testing.T, notes []string, texts ...string) ([]printed.Line, *repairer) {
	var entries []entry
	for _, s := range texts {
		n, ok := printed.ParseNumber(s)
		x := entry{title: "Common", code: "S"}
		if ok {
			x.price = number(n.V.String())
		}
		entries = append(entries, x)
	}
	lines := linesFor(t, entries...)
	for i, s := range texts {
		lines[i].Columns, lines[i].Cells = []form.Column{form.ColPrice}, []printed.Cell{{Words: words(s)}}
		if v := &lines[i].Row.Transaction.Price; v.State != ownership.Known {
			v.State, v.Raw = ownership.Malformed, s
		}
	}
	r := withLines(lines, notes...)
	r.damaged = true
	return lines, r
}

// TestNearPrices: a dollar sign that was read as a digit goes, and a lost point comes back,
// where the note or the day tells what the price is; else the price stays what it was read.
func TestNearPrices(t *testing.T) {
	for _, c := range []struct {
		name, note string
		cited      bool
		texts      []string // the last is asked about
		want       string
	}{
		{"a dollar sign read as 4, by the note", soldBetween, true, []string{"4,151.814"}, "151.814 ruled line, likely by the range of prices in its note"},
		{"by the day", "", false, []string{"$150.841", "$152.655", "$151.20", "4,151.814"}, "151.814 ruled line, likely by tableI[2].transaction.price"},
		{"two digits before it, by the note", soldBetween, true, []string{"41151.814"}, "151.814 ruled line, likely by the range of prices in its note"},
		{"a lost point, by the note", soldBetween, true, []string{"151814"}, "151.814 ruled line, likely by the range of prices in its note"},
		{"in the range as it stands", soldBetween, true, []string{"$151.814"}, "151.814"},
		{"no note that is cited", soldBetween, false, []string{"4,151.814"}, "4151.814"},
		{"none of the ways is in the range", soldBetween, true, []string{"4,651.814"}, "4651.814"},
		{"two prices of the day", "", false, []string{"$150.841", "$152.655", "4,151.814"}, "4151.814"},
	} {
		lines, r := priced(t, []string{c.note}, c.texts...)
		v := &lines[len(lines)-1].Row.Transaction.Price
		if c.cited {
			v.Notes = []string{"F1"}
		}
		r.repairNumbers(lines)
		if got := told(v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if r.sure[&v.Reading] {
			t.Errorf("%s: that a price lies where it may makes none of its digits certain", c.name)
		}
	}
}

func TestShorn(t *testing.T) {
	for text, want := range map[string]string{
		"4,151.814": "[151.814 51.814]",
		"41":        "[1 4.1]",
		"$405":      "[5 4.05 40.5]",
		"5.1":       "[]",
		"1.2.3":     "[]",
		"":          "[]",
		"40.5":      "[0.5]",
	} {
		if got := fmt.Sprint(shorn(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestSameSecurity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Common Stock", "common stock", true}, {"Common Stock", "Comrnon Stock", true}, {"", "", true},
		{"Class A Common", "Class B Common", false}, {"Series 1 Units", "Series 2 Units", false}, {"Common Stock", "Preferred Stock", false}, {"Common", "", false},
	} {
		lines := linesFor(t, entry{title: c.a}, entry{title: c.b})
		if sameSecurity(&lines[0], &lines[1]) != c.same || sameSecurity(&lines[1], &lines[0]) != c.same {
			t.Errorf("%q and %q: not %t", c.a, c.b, c.same)
		}
	}
}
