package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// TestTransferPairs: a gift, another transfer, a will and a trust move shares from one
// holding to another; a sale and a line with a price do not.
func TestTransferPairs(t *testing.T) {
	for code, want := range map[string]int{"G": 1, "J": 1, "W": 1, "Z": 1, "S": 0, "A": 0} {
		rows := func() (ownership.Row, ownership.Row) {
			return moved(0, "", code, -500, 50_000), moved(0, "By Halewood Trust", code, 500, 70_500)
		}
		out, in := rows()
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != want {
			t.Errorf("code %s: %d transfers, not %d", code, got, want)
		}
		simulate.SetDecimal(&in.Transaction.Price, "5")
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != 0 {
			t.Errorf("code %s with a price: %d transfers", code, got)
		}
		out, in = rows()
		simulate.SetDecimal(&out.Transaction.Price, "0")
		if got := found(ownership.RuleTransferPair, reportOn(0, out, in)); got != want {
			t.Errorf("code %s at a price of zero: %d transfers, not %d", code, got, want)
		}
	}
}

// TestWithheldShares: no more are withheld than the lines of the day deliver, unless a
// note may speak of earlier awards.
func TestWithheldShares(t *testing.T) {
	report := func(code string, withheld int64) *ownership.Filing {
		return reportOn(0, moved(0, "", code, 300, 50_300), moved(0, "", "F", -withheld, 50_300-withheld))
	}
	for _, c := range []struct {
		code     string
		withheld int64
		want     int
	}{{"M", 300, 0}, {"M", 301, 1}, {"X", 301, 1}, {"C", 301, 1}, {"A", 301, 0}, {"P", 301, 0}} {
		if got := found(ownership.RuleWithholdBound, report(c.code, c.withheld)); got != c.want {
			t.Errorf("%+v: %d findings", c, got)
		}
	}
	for i := range 5 {
		f := report("M", 301)
		row := &f.TableI[1]
		*[]*[]string{&row.Transaction.Code.Notes, &row.Transaction.Shares.Notes, &row.Transaction.Date.Notes, &row.SecurityTitle.Notes, &row.SharesFollowing.Notes}[i] = []string{"F1"}
		if got := found(ownership.RuleWithholdBound, f); got != 0 {
			t.Errorf("note %d: %d findings", i, got)
		}
	}
	linked := func(f *ownership.Filing) bool {
		for _, a := range ledger.Reconcile([]*ownership.Filing{f}).Accounts {
			for _, line := range a.Lines {
				if len(line.Links) > 0 && line.Links[0].Rule == ownership.RuleWithholdBound {
					return true
				}
			}
		}
		return false
	}
	noted := report("A", 100)
	noted.TableI[1].SharesFollowing.Notes = []string{"F1"}
	for _, c := range []struct {
		name string
		f    *ownership.Filing
		want bool
	}{{"an exercise", report("M", 100), true}, {"an exercise in the money", report("X", 100), true}, {"a grant", report("A", 100), false}, {"a grant with a note", noted, true}} {
		if got := linked(c.f); got != c.want {
			t.Errorf("%s: linked: %v", c.name, got)
		}
	}
}

// TestLinesBeforeForm3: the Form 3 holds what happened before its event; of its own day
// it holds what a note says.
func TestLinesBeforeForm3(t *testing.T) {
	for _, c := range []struct {
		day  int
		note string
		want int
	}{{9, "", 1}, {10, "", 0}, {10, "It was reported on the Form 3.", 1}, {10, "It was reported before.", 0}, {11, "It was reported on the Form 3.", 0}} {
		three := reportOn(10, heldBy("", 50_000))
		three.Source.Name = "three.xml"
		simulate.Set(&three.DocumentType, ownership.Form3)
		early := reportOn(4, moved(4, "", "P", 3, 49_000))
		f := reportOn(12, moved(c.day, "", "P", 200, 50_200), moved(12, "", "P", 50, 50_250))
		note := ownership.Footnote{ID: "F1"}
		simulate.Set(&note.Text, c.note)
		f.Footnotes = []ownership.Footnote{note}
		f.TableI[0].Transaction.Code.Notes = []string{"F1"}
		got := 0
		for _, a := range ledger.Reconcile([]*ownership.Filing{three, f, early}).Accounts {
			for _, line := range a.Lines {
				if line.Uncounted == ownership.RuleBeforeForm3 {
					got++
				}
			}
		}
		if got != c.want {
			t.Errorf("%+v: %d lines are not counted", c, got)
		}
	}
}

// TestFilingsAreNamedByTheirDay: a Form 4 by that of its last transaction, a Form 5 by
// the end of its year.
func TestFilingsAreNamedByTheirDay(t *testing.T) {
	for form, want := range map[ownership.DocumentType]string{ownership.Form4: "Form 4 of 2020-01-03", ownership.Form5: "Form 5 of 2020-01-04"} {
		f := reportOn(3, moved(2, "", "P", 100, 10_100))
		simulate.Set(&f.DocumentType, form)
		l := ledger.Reconcile([]*ownership.Filing{f, reportOn(30, moved(30, "", "P", 50, 10_150))})
		if got := l.Accounts[0].Lines[1].Explanation; !strings.Contains(got, want) {
			t.Errorf("%q does not name the %s", got, want)
		}
	}
}

// TestAmendedLinesAreFound: an amendment takes the place of the line of its code, day and
// kind alone.
func TestAmendedLinesAreFound(t *testing.T) {
	original := reportOn(2, moved(1, "", "P", 100, 10_100), moved(2, "", "P", 60, 10_160), moved(2, "", "S", -60, 10_100), heldBy("By Halewood Trust", 70_000))
	for i, row := range []ownership.Row{moved(1, "", "P", 110, 10_110), moved(2, "", "P", 70, 10_170), moved(2, "", "S", -50, 10_110), heldBy("By Halewood Trust", 70_010)} {
		amendment := reportOn(2, row)
		amendment.Source.Name = "amendment.xml"
		simulate.Set(&amendment.DocumentType, ownership.Form4A)
		simulate.Set(&amendment.Signatures[0].Date, simulate.Day(day(40)))
		var got []string
		for _, a := range ledger.Reconcile([]*ownership.Filing{original, amendment}).Accounts {
			for _, line := range a.Lines {
				if line.Uncounted == ownership.RuleAmendmentMerge {
					got = append(got, line.Path)
				}
			}
		}
		if want := []string{"tableI[0]", "tableI[1]", "tableI[2]", "tableI[3]"}[i]; len(got) != 1 || got[0] != want {
			t.Errorf("line %d takes the place of %q", i, got)
		}
	}
}

// linked gives the lines that a link of a rule joins, "tableI[0]-tableII[1]", once each.
func linked(rule ownership.Rule, f *ownership.Filing) string {
	var all []string
	for _, a := range ledger.Reconcile([]*ownership.Filing{f}).Accounts {
		for _, line := range a.Lines {
			for _, k := range line.Links {
				if a, b := len(line.Path), len(k.To.Path); k.Rule == rule && (a < b || a == b && line.Path < k.To.Path) {
					all = append(all, line.Path+"-"+k.To.Path)
				}
			}
		}
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

// optionUsed is a line of Table II: an exercise of options with a price, for so many shares.
func optionUsed(nature, code, strike string, underlying int64) ownership.Row {
	row := moved(0, nature, code, -underlying, 20_000)
	simulate.Set(&row.SecurityTitle, "Stock Option (right to buy)")
	simulate.Set(&row.UnderlyingTitle, "Common Stock")
	simulate.Set(&row.UnderlyingShares, ownership.NewDecimal(underlying, 0))
	simulate.SetDecimal(&row.ConversionOrExercisePrice, strike)
	return row
}

func pricedAt(row ownership.Row, price string) ownership.Row {
	simulate.SetDecimal(&row.Transaction.Price, price)
	return row
}

// TestExercisePairs: lines of both tables are one exercise where they have the day, the
// code, the form of ownership and the number of shares in common; of several, those whose
// price is the exercise price.
func TestExercisePairs(t *testing.T) {
	const trust = "By Halewood Trust"
	late := moved(1, "", "M", 100, 50_100)
	for _, c := range []struct {
		name   string
		first  []ownership.Row
		second []ownership.Row
		want   string
	}{
		{"a pair", []ownership.Row{moved(0, "", "M", 100, 50_100)}, []ownership.Row{optionUsed("", "M", "5", 100)}, "tableI[0]-tableII[0]"},
		{"a conversion", []ownership.Row{moved(0, "", "C", 100, 50_100)}, []ownership.Row{optionUsed("", "C", "5", 100)}, "tableI[0]-tableII[0]"},
		{"in the money", []ownership.Row{moved(0, "", "X", 100, 50_100)}, []ownership.Row{optionUsed("", "X", "5", 100)}, "tableI[0]-tableII[0]"},
		{"out of the money", []ownership.Row{moved(0, "", "O", 100, 50_100)}, []ownership.Row{optionUsed("", "O", "5", 100)}, "tableI[0]-tableII[0]"},
		{"a grant", []ownership.Row{moved(0, "", "A", 100, 50_100)}, []ownership.Row{optionUsed("", "A", "5", 100)}, ""},
		{"another code", []ownership.Row{moved(0, "", "M", 100, 50_100)}, []ownership.Row{optionUsed("", "X", "5", 100)}, ""},
		{"another day", []ownership.Row{late}, []ownership.Row{optionUsed("", "M", "5", 100)}, ""},
		{"for cash", nil, []ownership.Row{optionUsed("", "M", "5", 100)}, ""},
		{"sold at once", []ownership.Row{moved(0, "", "M", -100, 50_100)}, []ownership.Row{optionUsed("", "M", "5", 100)}, ""},
		{"of a trust", []ownership.Row{moved(0, trust, "M", 100, 50_100)}, []ownership.Row{optionUsed(trust, "M", "5", 100)}, "tableI[0]-tableII[0]"},
		{"of the owner and a trust", []ownership.Row{moved(0, trust, "M", 100, 50_100)}, []ownership.Row{optionUsed("", "M", "5", 100)}, ""},
		{"of two trusts each", []ownership.Row{moved(0, trust, "M", 100, 50_100), moved(0, "By Birch Partners", "M", 100, 60_100)},
			[]ownership.Row{optionUsed("By Birch Partners", "M", "5", 100), optionUsed(trust, "M", "6", 100)}, "tableI[0]-tableII[1] tableI[1]-tableII[0]"},
		{"by the price", []ownership.Row{pricedAt(moved(0, "", "M", 100, 50_100), "5"), pricedAt(moved(0, "", "M", 100, 50_200), "6")},
			[]ownership.Row{optionUsed("", "M", "6", 100), optionUsed("", "M", "5", 100)}, "tableI[0]-tableII[1] tableI[1]-tableII[0]"},
		{"by the first of two prices", []ownership.Row{pricedAt(moved(0, "", "M", 100, 50_100), "5"), pricedAt(moved(0, "", "M", 100, 50_200), "5")},
			[]ownership.Row{optionUsed("", "M", "5", 100), optionUsed("", "M", "5", 100)}, "tableI[0]-tableII[0] tableI[1]-tableII[1]"},
		{"after one that is not there", []ownership.Row{moved(0, "", "M", 100, 50_100)}, []ownership.Row{optionUsed("", "M", "5", 50), optionUsed("", "M", "5", 100)}, "tableI[0]-tableII[1]"},
		{"of another number", []ownership.Row{moved(0, "", "M", 300, 50_300)}, []ownership.Row{optionUsed("", "M", "5", 100), optionUsed("", "M", "6", 200)},
			"tableI[0]-tableII[0] tableI[0]-tableII[1]"}, // the sums agree
	} {
		f := reportOn(1, c.first...)
		f.TableII = c.second
		if got := linked(ownership.RuleExerciseLink, f); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestExerciseTotals: what was acquired is compared with what was underlying only where the
// lines say all: not a put, not another security under it, not an amount with a note.
func TestExerciseTotals(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(f *ownership.Filing)
		want int
	}{
		{"too few", func(*ownership.Filing) {}, 1},
		{"the shares are not told", func(f *ownership.Filing) { f.TableI[0].Transaction.Shares = ownership.Value[ownership.Decimal]{} }, 0},
		{"a put", func(f *ownership.Filing) { simulate.Set(&f.TableI[0].Transaction.AcquiredDisposed, ownership.Disposed) }, 0},
		{"another security under it", func(f *ownership.Filing) { simulate.Set(&f.TableII[0].UnderlyingTitle, "Phantom Unit") }, 0},
		{"nothing under it", func(f *ownership.Filing) { f.TableII[0].UnderlyingShares = ownership.Value[ownership.Decimal]{} }, 0},
	} {
		f := exercised(400, "12.50", 1000, "12.50")
		c.edit(f)
		if n := found(ownership.RuleExerciseLink, f); n != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, n, c.want)
		}
	}
	// Two lines that pair leave nothing to compare, whatever else the day has.
	f := exercised(1000, "12.50", 1000, "12.50")
	f.TableII = append(f.TableII, optionUsed("", "M", "12.50", 50))
	if n := found(ownership.RuleExerciseLink, f); n != 1 {
		t.Errorf("an option of 50 shares that Table I does not have: %d findings", n)
	}
	f = exercised(1000, "12.50", 1000, "12.50")
	f.TableI = append(f.TableI, moved(0, "", "M", 50, 51_050))
	if n := found(ownership.RuleExerciseLink, f); n != 1 {
		t.Errorf("50 shares that Table II does not have: %d findings", n)
	}
}

// TestExercisePrices: the price of Table I is the exercise price, unless it is a conversion,
// or a note stands on either.
func TestExercisePrices(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(f *ownership.Filing)
		want int
	}{
		{"another price", func(*ownership.Filing) {}, 1},
		{"a conversion", func(f *ownership.Filing) {
			simulate.Set(&f.TableI[0].Transaction.Code, "C")
			simulate.Set(&f.TableII[0].Transaction.Code, "C")
		}, 0},
		{"a note on the price", func(f *ownership.Filing) { f.TableI[0].Transaction.Price.Notes = []string{"F1"} }, 0},
		{"a note on the exercise price", func(f *ownership.Filing) { f.TableII[0].ConversionOrExercisePrice.Notes = []string{"F1"} }, 0},
		{"no price", func(f *ownership.Filing) { f.TableI[0].Transaction.Price = ownership.Value[ownership.Decimal]{} }, 0},
		{"no exercise price", func(f *ownership.Filing) {
			f.TableII[0].ConversionOrExercisePrice = ownership.Value[ownership.Decimal]{}
		}, 0},
	} {
		f := exercised(1000, "12.50", 1000, "13.50")
		c.edit(f)
		if n := found(ownership.RuleExercisePriceLink, f); n != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, n, c.want)
		}
	}
	f := exercised(1000, "12.50", 1000, "12.50")
	simulate.Set(&f.TableII[0].Transaction.AcquiredDisposed, ownership.Acquired)
	if n := found(ownership.RuleExerciseLink, f); n != 1 {
		t.Errorf("an exercise by which options are acquired: %d findings", n)
	}
}

// TestWithheldOfTheDay: what is withheld is bounded by what the same day and form of
// ownership deliver, all lines together.
func TestWithheldOfTheDay(t *testing.T) {
	const trust = "By Halewood Trust"
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want int
		link string
	}{
		{"enough", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(0, "", "F", -200, 50_100)}, 0, "tableI[0]-tableI[1]"},
		{"two lines withheld", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(0, "", "F", -200, 50_100), moved(0, "", "F", -101, 49_999)}, 1, ""},
		{"two lines delivered", []ownership.Row{moved(0, "", "M", 200, 50_200), moved(0, "", "M", 101, 50_301), moved(0, "", "F", -301, 50_000)}, 0, "tableI[0]-tableI[2] tableI[1]-tableI[2]"},
		{"of another day", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(1, "", "F", -301, 49_999)}, 0, ""},
		{"of a trust", []ownership.Row{moved(0, trust, "M", 300, 50_300), moved(0, "", "F", -301, 49_999)}, 0, ""},
		{"a sale in between", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(0, "", "S", -100, 50_200), moved(0, "", "F", -300, 49_900)}, 0, "tableI[0]-tableI[2]"},
		{"an exercise that takes away", []ownership.Row{moved(0, "", "M", -300, 50_300), moved(0, "", "F", -301, 49_999)}, 0, ""},
		{"two days", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(0, "", "F", -301, 49_999), moved(1, "", "M", 300, 50_299), moved(1, "", "F", -301, 49_998)}, 2, ""},
		{"shares that come back", []ownership.Row{moved(0, "", "M", 300, 50_300), moved(0, "", "F", 301, 50_601)}, 0, ""},
	} {
		f := reportOn(1, c.rows...)
		if got := found(ownership.RuleWithholdBound, f); got != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, got, c.want)
		}
		if got := linked(ownership.RuleWithholdBound, f); got != c.link {
			t.Errorf("%s: the links %q, want %q", c.name, got, c.link)
		}
	}
}

// TestTransfersBetweenHoldings: a transfer has two sides of one day, code, class and amount,
// in two holdings; no line is part of two.
func TestTransfersBetweenHoldings(t *testing.T) {
	const alder, birch = "By Alder Trust", "By Birch Partners"
	preferred := moved(0, alder, "G", 500, 70_500)
	simulate.Set(&preferred.SecurityTitle, "Series A Preferred Stock")
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want string
	}{
		{"to a trust", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, alder, "G", 500, 70_500)}, "tableI[0]-tableI[1]"},
		{"from one trust to another", []ownership.Row{moved(0, birch, "G", -500, 50_000), moved(0, alder, "G", 500, 70_500)}, "tableI[0]-tableI[1]"},
		{"within a trust", []ownership.Row{moved(0, alder, "G", -500, 50_000), moved(0, alder, "G", 500, 50_500)}, ""},
		{"within the direct holding", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, "", "G", 500, 50_500)}, ""},
		{"another amount", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, alder, "G", 501, 70_501)}, ""},
		{"another day", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(1, alder, "G", 500, 70_500)}, ""},
		{"another code", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, alder, "J", 500, 70_500)}, ""},
		{"another class", []ownership.Row{moved(0, "", "G", -500, 50_000), preferred}, ""},
		{"one for two", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, alder, "G", 500, 70_500), moved(0, birch, "G", 500, 60_500)}, "tableI[0]-tableI[1]"},
		{"two for one", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, birch, "G", -500, 60_000), moved(0, alder, "G", 500, 70_500)}, "tableI[0]-tableI[2]"},
		{"two for two", []ownership.Row{moved(0, "", "G", -500, 50_000), moved(0, "", "G", -500, 49_500), moved(0, alder, "G", 500, 70_500), moved(0, birch, "G", 500, 60_500)},
			"tableI[0]-tableI[2] tableI[1]-tableI[3]"},
	} {
		if got := linked(ownership.RuleTransferPair, reportOn(1, c.rows...)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestNotesOnForm3: a transaction that a note says the Form 3 holds is not counted where the
// Form 3 is not here; a note on any of the line's cells may say so, and names the rule or
// that it was reported before.
func TestNotesOnForm3(t *testing.T) {
	uncounted := func(filings ...*ownership.Filing) int {
		n := 0
		for _, a := range ledger.Reconcile(filings).Accounts {
			for _, line := range a.Lines {
				if line.Uncounted == ownership.RuleBeforeForm3 {
					n++
				}
			}
		}
		return n
	}
	noted := func(row ownership.Row, text string) *ownership.Filing {
		f := reportOn(3, row, moved(3, "", "P", 50, 50_250))
		note := ownership.Footnote{ID: "F1"}
		simulate.Set(&note.Text, text)
		f.Footnotes = []ownership.Footnote{note}
		f.TableI[0].Transaction.Code.Notes = []string{"F1"}
		return f
	}
	for text, want := range map[string]int{
		"Reported under Rule 16a-2(a).": 1, "It was previously reported on Form 3.": 1, "It was reported on Form 3.": 0, "It was previously reported.": 0, "": 0,
	} {
		if got := uncounted(noted(moved(1, "", "P", 200, 50_200), text)); got != want {
			t.Errorf("%q: %d lines are not counted, want %d", text, got, want)
		}
		if got := uncounted(noted(heldBy("", 50_200), text)); got != 0 {
			t.Errorf("%q: a holding is not counted", text)
		}
	}
	for i := range 9 {
		f := noted(moved(1, "", "P", 200, 50_200), "Reported under Rule 16a-2(a).")
		row := &f.TableI[0]
		row.Transaction.Code.Notes = nil
		*[]*[]string{&row.Transaction.Code.Notes, &row.Transaction.Date.Notes, &row.Transaction.Shares.Notes, &row.Transaction.TotalValue.Notes, &row.SecurityTitle.Notes,
			&row.SharesFollowing.Notes, &row.ValueFollowing.Notes, &row.ExerciseDate.Notes, &row.ConversionOrExercisePrice.Notes}[i] = []string{"F0", "F1"}
		if got := uncounted(f); got != 1 {
			t.Errorf("note %d: %d lines are not counted", i, got)
		}
	}
	// An amendment of the Form 3 is not the one that begins the owner's reports, and what
	// was reported before that one is not about it.
	three := func(form ownership.DocumentType, n int) *ownership.Filing {
		f := reportOn(n, heldBy("", 50_000))
		f.Source.Name = "three.xml"
		simulate.Set(&f.DocumentType, form)
		return f
	}
	old := func() *ownership.Filing {
		return reportOn(12, moved(9, "", "P", 200, 50_200), moved(12, "", "P", 50, 50_250))
	}
	undated := old()
	undated.TableI[0].Transaction.Date = ownership.Value[ownership.Date]{}
	for _, c := range []struct {
		name    string
		filings []*ownership.Filing
		want    int
	}{
		{"after the Form 3", []*ownership.Filing{three(ownership.Form3, 10), old()}, 1},
		{"after its amendment alone", []*ownership.Filing{three(ownership.Form3A, 10), old()}, 0},
		{"before the Form 3", []*ownership.Filing{three(ownership.Form3, 20), old()}, 0},
		{"without a day", []*ownership.Filing{three(ownership.Form3, 10), undated}, 0},
	} {
		if got := uncounted(c.filings...); got != c.want {
			t.Errorf("%s: %d lines are not counted, want %d", c.name, got, c.want)
		}
	}
}
