package rules

import (
	"testing"

	"filingview/parser/ownership"
)

func priced(r ownership.Row, cents int64, notes ...string) ownership.Row {
	r.Transaction.Price = known(ownership.NewDecimal(cents, 2), notes...)
	return r
}

// TestPricesOfDay: prices of one security on one day lie within a factor of three, unless a
// note may say why; one that is amount times price of another is a total.
func TestPricesOfDay(t *testing.T) {
	make := func(low, high int64) func() *ownership.Filing {
		return func() *ownership.Filing {
			return form4(priced(trade("S", ownership.Disposed), low), priced(trade("S", ownership.Disposed), high))
		}
	}
	is := ownership.RulePriceOutlier
	tryEdits(t, is, checkPrices, make(1000, 3000), []edited{{"a factor of three", asItIs, 0}})
	tryEdits(t, is, checkPrices, make(3001, 1000), []edited{{"more, the higher first", asItIs, 1}})
	tryEdits(t, is, checkPrices, make(1000, 3001), []edited{
		{"more", asItIs, 1},
		{"of another day", func(f *ownership.Filing) { f.TableI[1].Transaction.Date.V.Day++ }, 0},
		{"of another security", func(f *ownership.Filing) { f.TableI[1].SecurityTitle = known("Preferred Stock") }, 0},
		{"without a title", func(f *ownership.Filing) { f.TableI[1].SecurityTitle.State = ownership.Blank }, 0},
		{"without a day", func(f *ownership.Filing) { f.TableI[1].Transaction.Date.State = ownership.Blank }, 0},
		{"a note on the price", func(f *ownership.Filing) { f.TableI[1].Transaction.Price.Notes = []string{"F1"} }, 0},
		{"a swap", func(f *ownership.Filing) { f.TableI[1].Transaction.EquitySwapInvolved = known(true) }, 0},
		{"an exercise", func(f *ownership.Filing) { f.TableI[1].Transaction.Code = known("M") }, 0},
		{"a purchase", func(f *ownership.Filing) { f.TableI[1].Transaction.Code = known("P") }, 1},
		{"shares withheld", func(f *ownership.Filing) { f.TableI[1].Transaction.Code = known("F") }, 1},
		{"nothing paid", func(f *ownership.Filing) { f.TableI[0].Transaction.Price = amount(0) }, 0},
		{"a third between", func(f *ownership.Filing) { f.TableI = append(f.TableI, priced(trade("S", ownership.Disposed), 2000)) }, 1},
		{"in Table II", func(f *ownership.Filing) { f.TableI, f.TableII = nil, f.TableI }, 0},
	})
	is = ownership.RulePriceIsTotal
	tryEdits(t, is, checkPrices, make(1000, 100_000), []edited{
		{"a hundred times", asItIs, 1},
		{"one percent more", func(f *ownership.Filing) { f.TableI[1].Transaction.Price = known(ownership.NewDecimal(101_000, 2)) }, 1},
		{"more than one percent", func(f *ownership.Filing) { f.TableI[1].Transaction.Price = known(ownership.NewDecimal(101_001, 2)) }, 0},
		{"one percent less", func(f *ownership.Filing) { f.TableI[1].Transaction.Price = known(ownership.NewDecimal(99_000, 2)) }, 1},
		{"of ten", func(f *ownership.Filing) {
			f.TableI[1].Transaction.Shares, f.TableI[1].Transaction.Price = amount(10), known(ownership.NewDecimal(10_000, 2))
		}, 1},
		{"of nine", func(f *ownership.Filing) {
			f.TableI[1].Transaction.Shares, f.TableI[1].Transaction.Price = amount(9), known(ownership.NewDecimal(9000, 2))
		}, 0},
		{"of an amount that is not known", func(f *ownership.Filing) { f.TableI[1].Transaction.Shares.State = ownership.Blank }, 0},
	})
}

// TestPricesOfCodes: a gift has no price, a trade has one, and the price of a derivative
// security is not what it is exercised at.
func TestPricesOfCodes(t *testing.T) {
	tryEdits(t, ownership.RulePriceOnGift, checkPrices, func() *ownership.Filing { return form4(trade("G", ownership.Disposed)) }, []edited{
		{"as it is", asItIs, 1}, {"by will", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("W") }, 1},
		{"a sale", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("S") }, 0},
		{"a price of 0", func(f *ownership.Filing) { f.TableI[0].Transaction.Price = amount(0) }, 0},
		{"a note", func(f *ownership.Filing) { f.TableI[0].Transaction.Price.Notes = []string{"F1"} }, 0},
		{"a swap", func(f *ownership.Filing) { f.TableI[0].Transaction.EquitySwapInvolved = known(true) }, 0},
		{"a holding", func(f *ownership.Filing) { f.TableI[0].Kind = ownership.Holding }, 0},
	})
	tryEdits(t, ownership.RulePriceZeroMarketTrade, checkPrices, func() *ownership.Filing {
		return form4(priced(trade("S", ownership.Disposed), 0), priced(trade("P", ownership.Acquired), 0))
	}, []edited{
		{"both of one finding", asItIs, 1}, {"one", func(f *ownership.Filing) { f.TableI = f.TableI[:1] }, 1},
		{"swaps", func(f *ownership.Filing) {
			for i := range f.TableI {
				f.TableI[i].Transaction.EquitySwapInvolved = known(true)
			}
		}, 0},
		{"grants", func(f *ownership.Filing) {
			for i := range f.TableI {
				f.TableI[i].Transaction.Code = known("A")
			}
		}, 0},
	})
	for i := range 6 {
		f := form4(priced(trade("S", ownership.Disposed), 0))
		tr := &f.TableI[0].Transaction
		*[]*[]string{&f.TableI[0].SecurityTitle.Notes, &tr.Date.Notes, &tr.Code.Notes, &tr.Shares.Notes, &tr.Price.Notes, &tr.AcquiredDisposed.Notes}[i] = []string{"F1"}
		if got := countOf(f, checkPrices, ownership.RulePriceZeroMarketTrade); got != 0 {
			t.Errorf("note %d: %d findings", i, got)
		}
	}
	tryEdits(t, ownership.RuleDerivativePriceEqualsStrike, checkPrices, func() *ownership.Filing {
		f := form4()
		f.TableII = []ownership.Row{option("M", ownership.Disposed)}
		f.TableII[0].ConversionOrExercisePrice = amount(12)
		return f
	}, []edited{
		{"the same", asItIs, 1}, {"another", func(f *ownership.Filing) { f.TableII[0].ConversionOrExercisePrice = amount(11) }, 0},
		{"in the money", func(f *ownership.Filing) { f.TableII[0].Transaction.Code = known("X") }, 1},
		{"a grant", func(f *ownership.Filing) { f.TableII[0].Transaction.Code = known("A") }, 0},
		{"both 0", func(f *ownership.Filing) {
			f.TableII[0].ConversionOrExercisePrice, f.TableII[0].Transaction.Price = amount(0), amount(0)
		}, 0},
		{"in Table I", func(f *ownership.Filing) { f.TableI, f.TableII = f.TableII, nil }, 0},
	})
}

// TestMissingPrices: price and terms may be given by a note alone, but not left out; filers
// do leave out the price of gifts and the terms of holdings.
func TestMissingPrices(t *testing.T) {
	blank := ownership.Value[ownership.Decimal]{Reading: ownership.Reading{State: ownership.Blank}}
	full := func() *ownership.Filing {
		f := form4()
		f.TableII = []ownership.Row{option("M", ownership.Disposed)}
		f.TableII[0].ConversionOrExercisePrice, f.TableII[0].ExerciseDate, f.TableII[0].ExpirationDate = amount(4), known(day(2020, 3, 5)), known(day(2030, 3, 5))
		return f
	}
	noDate := ownership.Value[ownership.Date]{Reading: ownership.Reading{State: ownership.Blank}}
	is := ownership.RulePriceMissingNoFootnote
	tryEdits(t, is, checkPrices, full, []edited{
		{"all there", asItIs, 0}, {"no price", func(f *ownership.Filing) { f.TableII[0].Transaction.Price = blank }, 1},
		{"no exercise price", func(f *ownership.Filing) { f.TableII[0].ConversionOrExercisePrice = blank }, 1},
		{"no beginning", func(f *ownership.Filing) { f.TableII[0].ExerciseDate = noDate }, 1}, {"no end", func(f *ownership.Filing) { f.TableII[0].ExpirationDate = noDate }, 1},
		{"absent", func(f *ownership.Filing) { f.TableII[0].ExpirationDate = ownership.Value[ownership.Date]{} }, 1},
		{"not read", func(f *ownership.Filing) { f.TableII[0].ExpirationDate.State = ownership.Malformed }, 0},
		{"a note in its place", func(f *ownership.Filing) {
			f.TableII[0].ExpirationDate = noDate
			f.TableII[0].ExpirationDate.Notes = []string{"F1"}
		}, 0},
		{"of a holding", func(f *ownership.Filing) { f.TableII[0].Kind = ownership.Holding; f.TableII[0].ExpirationDate = noDate }, 1},
		{"the price of a holding", func(f *ownership.Filing) {
			f.TableII[0].Kind = ownership.Holding
			f.TableII[0].Transaction.Price = blank
		}, 0},
		{"the terms of Table I", func(f *ownership.Filing) { f.TableI, f.TableII = f.TableII, nil; f.TableI[0].ExpirationDate = noDate }, 0},
		{"the price of Table I", func(f *ownership.Filing) { f.TableI, f.TableII = f.TableII, nil; f.TableI[0].Transaction.Price = blank }, 1},
		{"a holding of Table I", func(f *ownership.Filing) {
			f.TableI, f.TableII = f.TableII, nil
			f.TableI[0].Kind, f.TableI[0].Transaction.Price = ownership.Holding, blank
		}, 0},
	})
	for code, want := range map[string]ownership.Severity{"M": is.Severity(), "G": ownership.Info, "W": ownership.Info, "Z": ownership.Info, "J": ownership.Info, "E": ownership.Info} {
		f := full()
		f.TableII[0].Transaction.Code, f.TableII[0].Transaction.Price = known(code), blank
		if got := severityOf(f, checkPrices, is); got != want {
			t.Errorf("code %s: %s, want %s", code, got, want)
		}
	}
	holding := full()
	holding.TableII[0].Kind, holding.TableII[0].ExpirationDate = ownership.Holding, noDate
	if got := severityOf(holding, checkPrices, is); got != ownership.Info {
		t.Errorf("a holding: %s", got)
	}
	print := full()
	print.Source.Format, print.TableII[0].ExpirationDate = "html", noDate
	if got := severityOf(print, checkPrices, is); got != ownership.Warning {
		t.Errorf("a printed form: %s", got)
	}
}

// TestValues: what the lines of a code come to is said where two have a price at least.
func TestValues(t *testing.T) {
	sale := trade("S", ownership.Disposed)
	foreign := priced(sale, 1200, "F1")
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want string
	}{
		{"one", []ownership.Row{sale}, ""},
		{"two", []ownership.Row{sale, sale}, "Code S in Table I: 2 of 2 lines have a price, and come to $2,400.00 (amount times price)."},
		{"two of three", []ownership.Row{sale, priced(sale, 0), sale}, "Code S in Table I: 2 of 3 lines have a price, and come to $2,400.00 (amount times price)."},
		{"two codes", []ownership.Row{sale, trade("P", ownership.Acquired)}, ""},
		{"one in another currency", []ownership.Row{sale, sale, foreign}, ""},
	} {
		f := noted(form4(c.rows...), "Sold at C$12.")
		got := ""
		checkPrices(f)
		for _, x := range f.Findings {
			if x.Rule == ownership.RuleAmountValue {
				got = x.Message
				if want := 2; len(x.Paths) != want {
					t.Errorf("%s: the prices %v", c.name, x.Paths)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRangesOfAverages: an average lies in the range of its note, which is no wider than a
// dollar (the staff's letter of 2008-06-25).
func TestRangesOfAverages(t *testing.T) {
	make := func(text string, cents int64) func() *ownership.Filing {
		return func() *ownership.Filing {
			return noted(form4(priced(trade("S", ownership.Disposed), cents, "F1")), text)
		}
	}
	for _, c := range []struct {
		text                   string
		cents                  int64
		outside, wide, without int
	}{
		{"An average of prices from $12.00 to $13.00.", 1250, 0, 0, 0},
		{"An average of prices from $12.00 to $13.01.", 1250, 0, 1, 0},
		{"An average of prices from $12.00 to $13.00.", 1301, 0, 0, 0}, // the digits of both leave a cent open
		{"An average of prices from $12.00 to $13.00.", 1302, 1, 0, 0},
		{"An average of prices from $12.00 to $13.00.", 1199, 0, 0, 0},
		{"An average of prices from $12.00 to $13.00.", 1198, 1, 0, 0},
		{"An average price.", 1250, 0, 0, 1},
		{"An average price; see Exhibit 99.", 1250, 0, 0, 0},
		{"A price.", 1250, 0, 0, 0},
		{"An average of prices from $12.00 to $13.00 and from $14.00 to $15.50.", 1800, 0, 0, 0}, // two ranges
		{"An average of prices from C$12.00 to C$14.00.", 1800, 0, 0, 0},
	} {
		for rule, want := range map[ownership.Rule]int{ownership.RuleTrancheRange: c.outside, ownership.RuleRangeOverOneDollar: c.wide, ownership.RuleWeightedAverageNoRange: c.without} {
			if got := countOf(make(c.text, c.cents)(), checkPrices, rule); got != want {
				t.Errorf("%s, %q, %d cents: %d findings, want %d", rule, c.text, c.cents, got, want)
			}
		}
	}
	on := func(d ownership.Date) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.TableI[0].Transaction.Date = known(d) }
	}
	tryEdits(t, ownership.RuleRangeOverOneDollar, checkPrices, make("An average of prices from $12.00 to $13.01.", 1250), []edited{
		{"on the day of the letter", on(day(2008, 6, 25)), 1}, {"a day before", on(day(2008, 6, 24)), 0},
		{"a grant", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("A") }, 0},
	})
	tryEdits(t, ownership.RuleWeightedAverageNoRange, checkPrices, make("An average price.", 1250), []edited{
		{"on the day of the letter", on(day(2008, 6, 25)), 1}, {"a day before", on(day(2008, 6, 24)), 0},
		{"remarks that give prices", func(f *ownership.Filing) { f.Remarks = known("Sold at $12.40 and $12.60.") }, 0},
		{"remarks with one price", func(f *ownership.Filing) { f.Remarks = known("Sold at $12.40.") }, 1},
		{"another note that gives prices", func(f *ownership.Filing) {
			f.Footnotes = append(f.Footnotes, ownership.Footnote{ID: "F2", Text: known("Sold at $12.40 and $12.60.")})
			f.TableI[0].SecurityTitle.Notes = []string{"F2"}
		}, 0},
	})
}
