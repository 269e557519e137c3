package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// said writes down the lines that are not reconciled or first seen, in the order of the
// accounts: the file and the line, the state, the rule and the strength.
func said(filings ...*ownership.Filing) string {
	var all []string
	l := ledger.Reconcile(filings)
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			if line.State == ownership.Reconciled || line.State == ownership.CannotBeTested {
				continue
			}
			s := fmt.Sprintf("%s %s", strings.TrimSuffix(l.Filings[line.Filing].Name, ".xml"), line.Rule)
			if line.State == ownership.Unexplained {
				s += " open"
			} else {
				s += " " + line.Strength.String()
			}
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

// sayings runs cases of what is said of filings.
func sayings(t *testing.T, cases []saying) {
	t.Helper()
	for _, c := range cases {
		if got := said(c.filings...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

type saying struct {
	name    string
	filings []*ownership.Filing
	want    string
}

type filings = []*ownership.Filing

// marked turns the letter of a transaction.
func marked(row ownership.Row, letter ownership.AcquiredDisposed) ownership.Row {
	simulate.Set(&row.Transaction.AcquiredDisposed, letter)
	return row
}

// TestWrongLetters: a letter is wrong where the totals ask for the other one and either
// the code does too (Form 4, Instruction 8), or what follows goes on from the total.
func TestWrongLetters(t *testing.T) {
	const d, a = ownership.Disposed, ownership.Acquired
	begin := reportOn(0, heldBy("", 1000))
	sayings(t, []saying{
		{"a sale that is marked acquired", filings{begin, reportOn(9, marked(moved(9, "", "S", 100, 900), a))}, "day-009 code-sign-mismatch proved"},
		{"a purchase that is marked disposed of", filings{begin, reportOn(9, marked(moved(9, "", "P", 100, 1100), d))}, "day-009 code-sign-mismatch proved"},
		{"a sale that is marked so", filings{begin, reportOn(9, moved(9, "", "S", -100, 1100))}, "day-009 roll-forward open"},
		{"another that may be either, and nothing follows", filings{begin, reportOn(9, moved(9, "", "J", 100, 900))}, "day-009 roll-forward open"},
		{"and the next goes on", filings{begin, reportOn(9, moved(9, "", "J", 100, 900)), reportOn(20, moved(20, "", "P", 50, 950))}, "day-009 code-sign-mismatch likely"},
		{"and the next does not", filings{begin, reportOn(9, moved(9, "", "J", 100, 900)), reportOn(20, moved(20, "", "P", 50, 960))}, "day-009 roll-forward open, day-020 roll-forward open"},
		{"within one filing", filings{begin, reportOn(9, moved(9, "", "P", 7, 1007), moved(9, "", "J", 100, 907), moved(9, "", "P", 50, 957))}, "day-009 code-sign-mismatch proved"},
		{"half of the gap", filings{begin, reportOn(9, marked(moved(9, "", "S", 100, 800), a))}, "day-009 roll-forward open"},
	})
}

// TestRemainders: a total that repeats the amount is wrong where nothing remains, unless
// what follows goes on from it.
func TestRemainders(t *testing.T) {
	begin := reportOn(0, heldBy("", 500))
	sayings(t, []saying{
		{"all sold", filings{begin, reportOn(9, moved(9, "", "S", -500, 500))}, "day-009 misprint likely"},
		{"all sold and bought anew", filings{begin, reportOn(9, moved(9, "", "S", -500, 500)), reportOn(20, moved(20, "", "P", 30, 30))},
			"day-009 misprint likely, day-020 misprint likely"},
		{"another amount", filings{begin, reportOn(9, moved(9, "", "S", -500, 400))}, "day-009 roll-forward open"},
		{"a purchase", filings{begin, reportOn(9, moved(9, "", "P", 500, 500))}, "day-009 roll-forward open"},
	})
	l := ledger.Reconcile(filings{begin, reportOn(9, moved(9, "", "S", -500, 500))})
	if c := l.Accounts[0].Closing; !c.Known || c.V.Cmp(ownership.NewDecimal(500, 0)) != 0 {
		t.Errorf("the account closes with %v: the printed total is only likely wrong", c)
	}
}

// TestRoundedFractions: whole totals that differ by one are rounded where the account has
// fractions, and nowhere else.
func TestRoundedFractions(t *testing.T) {
	fraction := func(row ownership.Row, text int64, scale int) ownership.Row {
		simulate.Set(&row.SharesFollowing, ownership.NewDecimal(text, scale))
		return row
	}
	begin := reportOn(0, heldBy("", 1000))
	sayings(t, []saying{
		{"a fraction is off", filings{begin, reportOn(9, fraction(moved(9, "", "P", 100, 0), 11004, 1))}, "day-009 rounding proved"},
		{"one is off, without fractions", filings{begin, reportOn(9, moved(9, "", "P", 100, 1101))}, "day-009 roll-forward open"},
		{"one is off, with fractions before", filings{reportOn(0, fraction(heldBy("", 0), 10005, 1)), reportOn(4, fraction(moved(4, "", "P", 50, 0), 10505, 1)),
			reportOn(9, moved(9, "", "P", 100, 1150)), reportOn(20, moved(20, "", "P", 100, 1251))}, "day-009 rounding proved, day-020 rounding proved"},
		{"more than one is off", filings{begin, reportOn(9, fraction(moved(9, "", "P", 100, 0), 11025, 1))}, "day-009 roll-forward open"},
	})
}

// TestMisprintedAmounts: an amount is misprinted where one slip of a typist makes it what
// the totals ask for, and the next line goes on.
func TestMisprintedAmounts(t *testing.T) {
	begin := reportOn(0, heldBy("", 100_000))
	next := func(total int64) *ownership.Filing { return reportOn(20, moved(20, "", "P", 50, total+50)) }
	within := func(change, total int64, after int64) *ownership.Filing {
		return reportOn(9, moved(9, "", "P", 1, 100_001), moved(9, "", "P", change, total), moved(9, "", "P", 1, after))
	}
	sayings(t, []saying{
		{"one digit", filings{begin, within(23_956, 123_457, 123_458)}, "day-009 misprint likely"},
		{"two digits of six turned", filings{begin, within(324_567, 334_568, 334_569)}, "day-009 misprint likely"},
		{"two digits of five turned may be chance", filings{begin, within(32_456, 123_457, 123_458)}, "day-009 running-balance open"},
		{"two digits", filings{begin, within(23_999, 123_457, 123_458)}, "day-009 running-balance open"},
		{"one digit, and the next does not go on", filings{begin, within(23_956, 123_457, 123_999)}, "day-009 running-balance open, day-009 running-balance open"},
		{"the other sign", filings{begin, reportOn(9, moved(9, "", "P", 23_956, 76_544)), next(76_544)}, "day-009 roll-forward open"},
		{"a hundred shares between filings may be traded", filings{begin, reportOn(9, moved(9, "", "P", 23_956, 123_456)), next(123_456)}, "day-009 roll-forward open"},
		{"an odd number between filings", filings{begin, reportOn(9, moved(9, "", "P", 234_565, 334_567)), next(334_567)}, "day-009 misprint likely"},
	})
}

// TestLateReports: a total that counts what a later filing reports late is right, and so
// is that filing's.
func TestLateReports(t *testing.T) {
	late := func(row ownership.Row) ownership.Row {
		simulate.Set(&row.Transaction.Timeliness, ownership.Late)
		return row
	}
	begin := reportOn(0, moved(0, "", "P", 10, 1000))
	counted := reportOn(60, moved(60, "", "P", 37, 1137))
	sayings(t, []saying{
		{"marked late", filings{begin, counted, reportOn(90, late(moved(30, "", "P", 100, 1137)))}, "day-060 form5-catchup proved, day-090 form5-catchup proved"},
		{"after the time of the gap", filings{begin, counted, reportOn(90, late(moved(70, "", "P", 100, 1137)))}, "day-060 roll-forward open, day-090 roll-forward open"},
		{"another amount", filings{begin, counted, reportOn(90, late(moved(30, "", "P", 99, 1137)))}, "day-060 roll-forward open, day-090 roll-forward open"},
	})
}

// TestMissingParts: the remarks count the parts of a report, and one is not here.
func TestMissingParts(t *testing.T) {
	part := func(f *ownership.Filing, remarks string) *ownership.Filing {
		simulate.Set(&f.Remarks, remarks)
		return f
	}
	of := func(n int, remarks string, row ownership.Row) *ownership.Filing {
		return part(reportOn(n, row), remarks)
	}
	first, last := moved(9, "", "P", 10, 110), moved(9, "", "P", 10, 160)
	begin := reportOn(0, heldBy("", 100))
	const missing, open = "day-009 missing-filing likely", "day-009 roll-forward open"
	for _, c := range []struct {
		before, after, want string
	}{
		{"This is the first of three Forms 4.", "This is the third of three Forms 4.", missing},
		{"This is the first of two Forms 4.", "This is the second of two Forms 4.", open},
		{"", "This is the second of two Forms 4.", missing},
		{"", "This is the first of two Forms 4.", open},
		{"This is the first of two Forms 4.", "", missing},
		{"This is the second of two Forms 4.", "", open},
		{"", "", open},
	} {
		sayings(t, []saying{{c.before + " / " + c.after, filings{begin, of(9, c.before, first), of(9, c.after, last)}, c.want}})
	}
}

// TestNothingIsMissingThatIsElsewhere: no filing is missing where a line that is here may
// hold what is off.
func TestNothingIsMissingThatIsElsewhere(t *testing.T) {
	const trust, days = "By Halewood Trust", 400
	on := func(gap int64, before, after []ownership.Row) filings {
		return filings{
			reportOn(0, append([]ownership.Row{moved(0, "", "P", 500, 10_000)}, before...)...),
			reportOn(days, append([]ownership.Row{moved(days, "", "P", 13, 10_013+gap)}, after...)...),
			reportOn(days+1, moved(days+1, "", "P", 7, 10_020+gap)),
		}
	}
	rows := func(r ...ownership.Row) []ownership.Row { return r }
	missing := func(f filings) int { return explainedBy(ownership.RuleMissingFiling, f...) }
	for _, c := range []struct {
		name          string
		before, after []ownership.Row
		gap           int64
		want          int
	}{
		{"nothing else", nil, nil, -2000, 1},
		{"a trust that goes on", rows(heldBy(trust, 70_000)), rows(heldBy(trust, 70_000)), -2000, 1},
		{"a line of exactly that many", nil, rows(moved(days, trust, "P", 2000, 72_000)), -2000, 0},
		{"a balance of exactly that many before", rows(heldBy(trust, 2000)), nil, 2000, 0},
		{"a smaller balance that ends", rows(heldBy(trust, 1500)), nil, 2000, 0},
		{"a smaller balance that ends, and less is held", rows(heldBy(trust, 1500)), nil, -2000, 1},
		{"a larger balance that is not reported again, which may have given them", rows(heldBy(trust, 70_000)), nil, 2000, 0},
	} {
		if got := missing(on(c.gap, c.before, c.after)); got != c.want {
			t.Errorf("%s: %d lines are explained by a missing filing, want %d: %s", c.name, got, c.want, said(on(c.gap, c.before, c.after)...))
		}
	}
}

// TestLinesThatBegin: what a holding has less may be what one other line begins with in
// the same filing.
func TestLinesThatBegin(t *testing.T) {
	const trust, other = "By Halewood Trust", "By Alder Trust"
	before := reportOn(0, heldBy("", 50_000))
	const both = "day-009 form-change-gap likely, day-009 form-change-gap likely"
	sayings(t, []saying{
		{"with exactly that many", filings{before, reportOn(9, heldBy("", 47_000), heldBy(trust, 3_000))}, both},
		{"with one less", filings{before, reportOn(9, heldBy("", 47_000), heldBy(trust, 2_999))}, "day-009 roll-forward open"},
		{"two of them", filings{before, reportOn(9, heldBy("", 47_000), heldBy(trust, 3_000), heldBy(other, 3_000))}, "day-009 roll-forward open"},
		{"in the next filing", filings{before, reportOn(9, heldBy("", 47_000)), reportOn(12, heldBy(trust, 3_000))}, "day-009 roll-forward open"},
		{"a number that is had by chance", filings{before, reportOn(9, heldBy("", 49_001), heldBy(trust, 999))}, "day-009 roll-forward open"},
		{"what a holding has more", filings{before, reportOn(9, heldBy("", 53_000), heldBy(trust, 3_000))}, "day-009 roll-forward open"},
		{"of another class", filings{before, reportOn(9, heldBy("", 47_000), titled(heldBy(trust, 3_000), "Class B Common Stock"))}, "day-009 roll-forward open"},
		{"in dollars", filings{before, reportOn(9, heldBy("", 47_000), worth(heldBy(trust, 0), 3_000))}, "day-009 roll-forward open"},
		{"of a title that says more", filings{before, reportOn(9, heldBy("", 47_000), titled(heldBy(trust, 3_000), parTitle))}, both},
		{"the least number that is not had by chance", filings{before, reportOn(9, heldBy("", 49_000), heldBy(trust, 1_000))}, both},
	})
}

// parTitle names the class of "Common Stock" in more words.
const parTitle = "Common Stock, par value $0.01 per share"

func titled(row ownership.Row, title string) ownership.Row {
	simulate.Set(&row.SecurityTitle, title)
	return row
}

// TestBalancesThatEnd: what a holding has more may be the whole balance of another that is
// not reported again, or again from zero.
func TestBalancesThatEnd(t *testing.T) {
	const trust = "By Halewood Trust"
	before := reportOn(0, heldBy("", 50_000), heldBy(trust, 3_000))
	sayings(t, []saying{
		{"it is not reported again", filings{before, reportOn(9, heldBy("", 53_000))}, "day-009 form-change-gap likely"},
		{"again from zero", filings{before, reportOn(9, heldBy("", 53_000)), reportOn(20, moved(20, trust, "P", 10, 10))}, "day-009 form-change-gap likely, day-020 form-change-gap likely"},
		{"it goes on", filings{before, reportOn(9, heldBy("", 53_000)), reportOn(20, moved(20, trust, "P", 10, 3_010))}, "day-009 roll-forward open"},
		{"another balance", filings{before, reportOn(9, heldBy("", 53_001))}, "day-009 roll-forward open"},
		{"of another class", filings{reportOn(0, heldBy("", 50_000), titled(heldBy(trust, 3_000), "Class B Common Stock")), reportOn(9, heldBy("", 53_000))}, "day-009 roll-forward open"},
		{"a number that is had by chance", filings{reportOn(0, heldBy("", 50_000), heldBy(trust, 999)), reportOn(9, heldBy("", 50_999))}, "day-009 roll-forward open"},
		{"of a title that says more", filings{reportOn(0, heldBy("", 50_000), titled(heldBy(trust, 3_000), parTitle)), reportOn(9, heldBy("", 53_000))}, "day-009 form-change-gap likely"},
		{"reported before and not with the other", filings{reportOn(0, heldBy(trust, 3_000)), reportOn(4, heldBy("", 50_000)), reportOn(9, heldBy("", 53_000))}, "day-009 roll-forward open"},
	})
}

// TestMirrors: opposite gaps are two sides of one event only in one unit and class, and
// where no line has reported it.
func TestMirrors(t *testing.T) {
	const trust = "By Halewood Trust"
	const both = "day-009 form-change-gap likely, day-009 form-change-gap likely"
	const open = "day-009 roll-forward open, day-009 roll-forward open"
	pair := func(first, second ownership.Row, firstAfter, secondAfter ownership.Row) filings {
		return filings{reportOn(0, first, second), reportOn(9, firstAfter, secondAfter)}
	}
	b := "Class B Common Stock"
	sayings(t, []saying{
		{"from one to the other", pair(heldBy("", 50_000), heldBy(trust, 70_000), heldBy("", 47_000), heldBy(trust, 73_000)), both},
		{"both less", pair(heldBy("", 50_000), heldBy(trust, 70_000), heldBy("", 47_000), heldBy(trust, 67_000)), open},
		{"another amount", pair(heldBy("", 50_000), heldBy(trust, 70_000), heldBy("", 47_000), heldBy(trust, 72_999)), open},
		{"in dollars", pair(heldBy("", 50_000), worth(heldBy(trust, 0), 70_000), heldBy("", 47_000), worth(heldBy(trust, 0), 73_000)), open},
		{"of another class", pair(heldBy("", 50_000), titled(heldBy(trust, 70_000), b), heldBy("", 47_000), titled(heldBy(trust, 73_000), b)), open},
		{"of a title that says more", pair(heldBy("", 50_000), titled(heldBy(trust, 70_000), parTitle), heldBy("", 47_000), titled(heldBy(trust, 73_000), parTitle)), both},
	})
}
