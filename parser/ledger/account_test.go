package ledger_test

import (
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// worth is a line of a holding whose total is a value in dollars.
func worth(row ownership.Row, dollars int64) ownership.Row {
	row.SharesFollowing = ownership.Value[ownership.Decimal]{}
	simulate.Set(&row.ValueFollowing, ownership.NewDecimal(dollars, 0))
	return row
}

// TestAccountsAreInOneUnit: a total in dollars is of another account than one in shares,
// unless nothing is held by either.
func TestAccountsAreInOneUnit(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second ownership.Row
		want          int
	}{
		{"shares and shares", heldBy("", 10_000), heldBy("", 10_000), 1},
		{"dollars and dollars", worth(heldBy("", 0), 10_000), worth(heldBy("", 0), 10_000), 1},
		{"shares and dollars", heldBy("", 10_000), worth(heldBy("", 0), 10_000), 2},
		{"dollars and shares", worth(heldBy("", 0), 10_000), heldBy("", 10_000), 2},
		{"no shares and dollars", heldBy("", 0), worth(heldBy("", 0), 10_000), 1},
		{"shares and no dollars", heldBy("", 10_000), worth(heldBy("", 0), 0), 1},
	} {
		l := ledger.Reconcile([]*ownership.Filing{reportOn(0, c.first), reportOn(2, c.second)})
		if len(l.Accounts) != c.want {
			t.Errorf("%s: %d accounts, want %d", c.name, len(l.Accounts), c.want)
		}
	}
	l := ledger.Reconcile([]*ownership.Filing{reportOn(0, heldBy("", 0)), reportOn(2, worth(heldBy("", 0), 10_000))})
	if unit := l.Accounts[0].Unit; unit != "dollars" {
		t.Errorf("what was empty and holds dollars is in %s", unit)
	}
	l = ledger.Reconcile([]*ownership.Filing{reportOn(0, heldBy("", 10_000)), reportOn(2, worth(heldBy("", 0), 0))})
	if unit := l.Accounts[0].Unit; unit != "shares" {
		t.Errorf("shares that were emptied are in %s", unit)
	}
}

// TestNamesALittleOtherwise: a holder that is spelled a little otherwise and whose balance
// does not go on is the same where there is no other choice.
func TestNamesALittleOtherwise(t *testing.T) {
	const name, other, third = "By Halewood Partners", "By Halewod Partners", "By Halewood Partnrs"
	for _, c := range []struct {
		name          string
		first, second []ownership.Row
		want          int
	}{
		{"one for one", []ownership.Row{heldBy(name, 10_000)}, []ownership.Row{heldBy(other, 50_000)}, 1},
		{"two for one", []ownership.Row{heldBy(name, 10_000)}, []ownership.Row{heldBy(other, 50_000), heldBy(third, 60_000)}, 3},
		{"one for two", []ownership.Row{heldBy(other, 10_000), heldBy(third, 20_000)}, []ownership.Row{heldBy(name, 50_000)}, 3},
		{"one for two, of which one is there", []ownership.Row{heldBy(other, 10_000), heldBy(third, 20_000)}, []ownership.Row{heldBy(third, 21_000), heldBy(name, 50_000)}, 2},
		{"one goes on", []ownership.Row{heldBy(name, 10_000)}, []ownership.Row{heldBy(other, 10_000), heldBy(third, 60_000)}, 2},
	} {
		l := ledger.Reconcile([]*ownership.Filing{reportOn(0, c.first...), reportOn(2, c.second...)})
		if len(l.Accounts) != c.want {
			t.Errorf("%s: %d accounts, want %d", c.name, len(l.Accounts), c.want)
		}
	}
}

// TestNothingIsHeldBelowZero: what was held before the first line of an account cannot be
// less than nothing; a later line whose total breaks says nothing of that.
func TestNothingIsHeldBelowZero(t *testing.T) {
	fraction := func(text, total string) ownership.Row {
		row := moved(0, "", "P", 1, 1)
		simulate.SetDecimal(&row.Transaction.Shares, text)
		simulate.SetDecimal(&row.SharesFollowing, total)
		return row
	}
	for _, c := range []struct {
		name string
		rows []ownership.Row
		want int
	}{
		{"a purchase of more than there is after it", []ownership.Row{moved(0, "", "P", 100, 50)}, 1},
		{"of as many", []ownership.Row{moved(0, "", "P", 100, 100)}, 0},
		{"one more", []ownership.Row{moved(0, "", "P", 100, 99)}, 1},
		{"of a rounded fraction", []ownership.Row{fraction("100.5", "100")}, 0},
		{"the second line", []ownership.Row{moved(0, "", "P", 100, 10_100), moved(0, "", "P", 200, 100)}, 0},
		{"something was held", []ownership.Row{moved(0, "", "P", 100, 10_100)}, 0},
	} {
		if got := found(ownership.RuleOpeningNegative, reportOn(0, c.rows...)); got != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, got, c.want)
		}
	}
	if got := found(ownership.RuleOpeningNegative, reportOn(0, heldBy("", 50)), reportOn(2, moved(2, "", "P", 100, 60))); got != 0 {
		t.Errorf("a later filing: %d findings", got)
	}
}

// TestCopies: two filings are one only if their titles and holders are the same; the copy
// that counts is the one that is read surest.
func TestCopies(t *testing.T) {
	given := func(format, holder, title string) *ownership.Filing {
		row := heldBy(holder, 10_000)
		if title != "" {
			simulate.Set(&row.SecurityTitle, title)
		}
		f := reportOn(0, row)
		f.Source.Format, f.Source.Name = format, format
		return f
	}
	for _, c := range []struct {
		name          string
		first, second *ownership.Filing
		copies        int
		counted       string
	}{
		{"a copy", given("pdf", "By Ames Trust", ""), given("ownership-xml", "By Ames Trust", ""), 1, "ownership-xml"},
		{"the copy first", given("ownership-xml", "By Ames Trust", ""), given("html", "By Ames Trust", ""), 1, "ownership-xml"},
		{"another holder", given("html", "By Ames Trust", ""), given("text", "By Birch Trust", ""), 0, ""},
		{"another class", given("html", "By Ames Trust", ""), given("text", "By Ames Trust", "Series B Preferred Stock"), 0, ""},
	} {
		l := ledger.Reconcile([]*ownership.Filing{c.first, c.second})
		copies := 0
		for _, f := range l.Filings {
			if f.SameAs >= 0 {
				copies++
				if got := l.Filings[f.SameAs].Name; got != c.counted {
					t.Errorf("%s: %s is counted, want %s", c.name, got, c.counted)
				}
			}
		}
		if copies != c.copies {
			t.Errorf("%s: %d copies, want %d", c.name, copies, c.copies)
		}
	}
}
