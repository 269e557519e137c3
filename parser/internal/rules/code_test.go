package rules

import (
	"testing"

	"filingview/parser/ownership"
)

// TestKnownCodes: the codes of Form 4, Instruction 8; K and V are marks beside one, and the
// letters of the forms before 1997 have gone since.
func TestKnownCodes(t *testing.T) {
	for _, c := range []struct {
		code string
		year int16
		want ownership.Rule
	}{
		{"S", 2024, 0}, {"Z", 2024, 0}, {"W", 2024, 0}, {"K", 2024, ownership.RuleKAsSoleCode}, {"V", 2024, ownership.RuleKAsSoleCode}, {"", 2024, ownership.RuleCodeUnknown},
		{"SM", 2024, ownership.RuleCodeUnknown}, {"Y", 2024, ownership.RuleCodeUnknown}, {"B", 2024, ownership.RuleCodeUnknown}, {"B", 1997, ownership.RuleCodeUnknown},
		{"B", 1996, ownership.RuleCodeObsolete}, {"N", 1996, ownership.RuleCodeObsolete}, {"Q", 1996, ownership.RuleCodeObsolete}, {"R", 1996, ownership.RuleCodeObsolete},
		{"T", 1996, ownership.RuleCodeObsolete}, {"T", 1934, ownership.RuleCodeObsolete}, {"T", 1933, ownership.RuleCodeUnknown}, {"Y", 1996, ownership.RuleCodeUnknown},
	} {
		r := trade(c.code, ownership.Disposed)
		r.Transaction.Date.V.Year = c.year
		f := form4(r)
		checkCodes(f)
		var got ownership.Rule
		if len(f.Findings) > 0 {
			got = f.Findings[0].Rule
		}
		if got != c.want || len(f.Findings) > 1 {
			t.Errorf("%q of %d: %v", c.code, c.year, f.Findings)
		}
	}
	for state, want := range map[ownership.State]int{ownership.Absent: 1, ownership.Blank: 1, ownership.Malformed: 0} {
		f := form4(trade("S", ownership.Disposed))
		f.TableI[0].Transaction.Code = ownership.Value[string]{Reading: ownership.Reading{State: state}}
		if got := countOf(f, checkCodes, ownership.RuleCodeUnknown); got != want {
			t.Errorf("a %s code: %d findings", state, got)
		}
	}
}

// TestSignsOfCodes: a purchase acquires, a sale disposes; an exercise acquires what Table I
// has and disposes of what Table II has.
func TestSignsOfCodes(t *testing.T) {
	for code, want := range map[string][2]ownership.AcquiredDisposed{
		"P": {ownership.Acquired, ownership.Acquired}, "A": {ownership.Acquired, ownership.Acquired}, "S": {ownership.Disposed, ownership.Disposed}, "D": {ownership.Disposed, ownership.Disposed},
		"F": {ownership.Disposed, ownership.Disposed}, "U": {ownership.Disposed, ownership.Disposed}, "M": {ownership.Acquired, ownership.Disposed}, "C": {ownership.Acquired, ownership.Disposed},
		"X": {"", ownership.Disposed}, "O": {"", ownership.Disposed}, "H": {"", ownership.Disposed}, "G": {}, "J": {}, "L": {}, "I": {}, "W": {}, "Z": {}, "E": {},
	} {
		for table, sign := range want {
			for _, has := range [...]ownership.AcquiredDisposed{ownership.Acquired, ownership.Disposed} {
				f := form4(trade(code, has))
				if table == 1 {
					f.TableI, f.TableII = nil, []ownership.Row{option(code, has)}
				}
				expected := 0
				if sign != "" && sign != has {
					expected = 1
				}
				if got := countOf(f, checkCodes, ownership.RuleCodeSignMismatch); got != expected {
					t.Errorf("code %s, %s, in Table %d: %d findings, want %d", code, has, table+1, got, expected)
				}
			}
		}
	}
	is := ownership.RuleCodeSignMismatch
	wrong := func() *ownership.Filing { return form4(trade("M", ownership.Disposed)) }
	tryEdits(t, is, checkCodes, wrong, []edited{
		{"as it is", asItIs, 1},
		{"no sign", func(f *ownership.Filing) { f.TableI[0].Transaction.AcquiredDisposed.State = ownership.Blank }, 0},
		{"a swap", func(f *ownership.Filing) { f.TableI[0].Transaction.EquitySwapInvolved = known(true, "F1") }, 0},
		{"its other side in the same table", func(f *ownership.Filing) { f.TableI = append(f.TableI, trade("M", ownership.Acquired)) }, 0},
		{"its other side in Table II", func(f *ownership.Filing) { f.TableII = []ownership.Row{option("M", ownership.Acquired)} }, 0},
		{"the other side of another code", func(f *ownership.Filing) { f.TableI = append(f.TableI, trade("C", ownership.Acquired)) }, 1},
	})
	for _, c := range []struct {
		name  string
		f     *ownership.Filing
		warns bool
	}{
		{"a sale that acquires", form4(trade("S", ownership.Acquired)), false},
		{"an option that is written", &ownership.Filing{TableII: []ownership.Row{option("S", ownership.Acquired)}}, true},
		{"a grant that disposes", &ownership.Filing{TableII: []ownership.Row{option("A", ownership.Disposed)}}, false},
	} {
		if got := severityOf(c.f, checkCodes, is); (got == ownership.Warning) != c.warns {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	for i := range 2 {
		f := form4(trade("S", ownership.Acquired))
		*[]*[]string{&f.TableI[0].Transaction.Code.Notes, &f.TableI[0].Transaction.AcquiredDisposed.Notes}[i] = []string{"F1"}
		if got := severityOf(f, checkCodes, is); got != ownership.Warning {
			t.Errorf("with note %d: %s", i, got)
		}
	}
}

// TestTablesOfCodes: E and H are of derivative securities, Z of shares, and an option is
// bought or sold in Table II.
func TestTablesOfCodes(t *testing.T) {
	for code, want := range map[string][2]int{"E": {1, 0}, "H": {1, 0}, "Z": {0, 1}, "P": {}, "S": {}, "M": {}} {
		one, two := form4(trade(code, ownership.Acquired)), form4()
		two.TableII = []ownership.Row{option(code, ownership.Acquired)}
		if got := [2]int{countOf(one, checkCodes, ownership.RuleCodeTableMismatch), countOf(two, checkCodes, ownership.RuleCodeTableMismatch)}; got != want {
			t.Errorf("code %s: %v, want %v", code, got, want)
		}
	}
	for title, want := range map[string]int{
		"Employee Stock Option (right to buy)": 1, "Warrants": 1, "Call Options": 1, "Common Stock": 0, "Common Stock underlying options": 0, "Put": 0, "Callable Notes": 0,
		"Series A Warrant": 1, "Optional Units": 0,
	} {
		for code, sign := range map[string]ownership.AcquiredDisposed{"P": ownership.Acquired, "S": ownership.Disposed} {
			f := form4(trade(code, sign))
			f.TableI[0].SecurityTitle = known(title)
			if got := countOf(f, checkCodes, ownership.RuleCodeTableMismatch); got != want {
				t.Errorf("%q of code %s: %d findings", title, code, got)
			}
		}
		if f := form4(trade("G", ownership.Acquired)); countOf(f, checkCodes, ownership.RuleCodeTableMismatch) != 0 {
			t.Error("a gift is no purchase")
		}
	}
}

// TestGiftsOnForm5: a disposition by gift is due on Form 4 since 2023-02-27; a line that
// says so itself, with form type 4, is not told of.
func TestGiftsOnForm5(t *testing.T) {
	gift := func() *ownership.Filing {
		f := form4(trade("G", ownership.Disposed))
		f.DocumentType, f.TableI[0].FormType, f.TableI[0].Transaction.Date = known(ownership.Form5), known("5"), known(day(2023, 2, 27))
		return f
	}
	tryEdits(t, ownership.RuleGiftDispositionOnForm5, checkCodes, gift, []edited{
		{"on the first day", asItIs, 1},
		{"a day before", func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(day(2023, 2, 26)) }, 0},
		{"received", func(f *ownership.Filing) { f.TableI[0].Transaction.AcquiredDisposed = known(ownership.Acquired) }, 0},
		{"of form type 4", func(f *ownership.Filing) { f.TableI[0].FormType = known("4") }, 0},
		{"on Form 4", func(f *ownership.Filing) { f.DocumentType = known(ownership.Form4) }, 0},
		{"without a date", func(f *ownership.Filing) { f.TableI[0].Transaction.Date.State = ownership.Blank }, 0},
		{"by will", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("W") }, 0},
	})
}

// TestSmallAcquisitions: code L is for $10,000 in six months (Rule 16a-6), one line or all
// together.
func TestSmallAcquisitions(t *testing.T) {
	small := func(shares int64, d ownership.Date) ownership.Row {
		r := trade("L", ownership.Acquired)
		r.Transaction.Shares, r.Transaction.Price, r.Transaction.Date = amount(shares), amount(1), known(d)
		return r
	}
	first := day(2024, 1, 1)
	unpriced := small(6_000, first)
	unpriced.Transaction.Price.State = ownership.Blank
	undated := small(6_000, first)
	undated.Transaction.Date.State = ownership.Blank
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want int
	}{
		{"one at the limit", []ownership.Row{small(10_000, first)}, 0},
		{"one over it", []ownership.Row{small(10_001, first)}, 1},
		{"two at the limit", []ownership.Row{small(5_000, first), small(5_000, first)}, 0},
		{"two over it", []ownership.Row{small(5_000, first), small(5_001, first)}, 1},
		{"one over it and one small", []ownership.Row{small(10_001, first), small(6_000, first)}, 1},
		{"within 181 days", []ownership.Row{small(6_000, first), small(6_000, day(2024, 6, 30))}, 1},
		{"after 182 days", []ownership.Row{small(6_000, first), small(6_000, day(2024, 7, 1))}, 0},
		{"the later first", []ownership.Row{small(6_000, day(2024, 7, 1)), small(6_000, first)}, 0},
		{"one without a price", []ownership.Row{small(6_000, first), small(6_000, first), unpriced}, 0},
		{"one without a date", []ownership.Row{small(6_000, first), small(6_000, first), undated}, 0},
	} {
		if got := countOf(form4(c.rows...), checkCodes, ownership.RuleSmallAcquisitionOverLimit); got != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, got, c.want)
		}
	}
}

// TestNotesOnCodes: code J asks for a description, and an equity swap for a note.
func TestNotesOnCodes(t *testing.T) {
	tryEdits(t, ownership.RuleJNeedsFootnote, checkCodes, func() *ownership.Filing { return form4(trade("J", ownership.Acquired)) }, []edited{
		{"as it is", asItIs, 1},
		{"a note", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1"} }, 0},
		{"remarks", func(f *ownership.Filing) { f.Remarks = known("A distribution.") }, 0},
	})
	swap := func() *ownership.Filing {
		f := form4(trade("J", ownership.Acquired), trade("S", ownership.Disposed))
		f.TableI[0].Transaction.EquitySwapInvolved = known(true)
		return f
	}
	tryEdits(t, ownership.RuleSwapUnexplained, checkCodes, swap, []edited{
		{"as it is", asItIs, 1}, {"a note", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1"} }, 0},
		{"no swap", func(f *ownership.Filing) { f.TableI[0].Transaction.EquitySwapInvolved.V = false }, 0},
	})
	tryEdits(t, ownership.RuleSwapExcluded, checkCodes, swap, []edited{
		{"as it is", asItIs, 1}, {"no swap", func(f *ownership.Filing) { f.TableI[0].Transaction.EquitySwapInvolved.V = false }, 0},
		{"a holding", func(f *ownership.Filing) { f.TableI[0].Kind = ownership.Holding }, 0},
	})
}
