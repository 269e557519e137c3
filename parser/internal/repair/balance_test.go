package repair

import (
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
)

// balanced makes lines whose amounts and balances have cells, "" for an empty one.
func balanced(t *testing.T, entries ...entry) ([]printed.Line, *repairer) {
	lines := linesFor(t, entries...)
	for i, x := range entries {
		lines[i].Columns = []form.Column{form.ColAmount, form.ColFollowing}
		lines[i].Cells = []printed.Cell{{Words: words(string(x.shares))}, {Words: words(string(x.following))}}
	}
	r := repairerOf(lines)
	r.damaged = true
	return lines, r
}

// TestImpliedNumbers: a balance between two lines that lead to one, and an amount between
// two balances that others confirm, are read as what they must be where a digit or two
// differ, and are not known where more does. Where the lines around say nothing together,
// nothing changes.
func TestImpliedNumbers(t *testing.T) {
	sale := func(shares, following number) entry {
		return entry{sign: "D", side: "D", shares: shares, following: following}
	}
	for _, c := range []struct {
		name          string
		entries       []entry
		line          int
		amount, total string
	}{
		{"a digit of a balance", []entry{sale("10", "900"), sale("100", "600"), sale("50", "750")}, 1, "100", "800 lookalike, certain by tableI[0].sharesFollowing and tableI[2].sharesFollowing"},
		{"a digit that is lost", []entry{sale("10", "9000"), sale("100", "890"), sale("50", "8850")}, 1, "100", "8900 lookalike, certain by tableI[0].sharesFollowing and tableI[2].sharesFollowing"},
		{"another number altogether", []entry{sale("10", "9000"), sale("100", "1234"), sale("50", "8850")}, 1, "100", "malformed unreadable, possible"},
		{"a digit of an amount", []entry{sale("10", "900"), sale("20", "880"), sale("130", "780"), sale("80", "700")}, 2, "100 lookalike, likely by tableI[1].sharesFollowing", "780"},
		{"another amount altogether", []entry{sale("10", "900"), sale("20", "880"), sale("432", "780"), sale("80", "700")}, 2, "malformed unreadable, possible", "780 one reading, possible"},
		{"the total after all lines on each", []entry{sale("10", "700"), sale("100", "700"), sale("50", "700")}, 1, "100", "700"},
		{"the last line", []entry{sale("10", "900"), sale("100", "600")}, 1, "100", "600"},
		{"the first line", []entry{sale("100", "600"), sale("50", "750"), sale("50", "700")}, 0, "100", "600"},
		{"another holder between", []entry{sale("10", "900"), {sign: "D", side: "I", nature: "By Trust", shares: "100", following: "600"}, sale("50", "850")}, 1, "100", "600"},
		{"a sign that is not read", []entry{sale("10", "900"), {side: "D", shares: "100", following: "600"}, sale("50", "750")}, 1, "100", "600"},
		{"lines that do not lead to one balance", []entry{sale("10", "900"), sale("100", "600"), sale("50", "751")}, 1, "100", "600"},
		{"below nothing", []entry{sale("10", "50"), sale("100", "60"), entry{sign: "A", side: "D", shares: "100", following: "50"}}, 1, "100", "60"},
		{"an amount between balances that nothing confirms", []entry{sale("20", "880"), sale("130", "780")}, 1, "130", "780"},
	} {
		lines, r := balanced(t, c.entries...)
		r.repairNumbers(lines)
		row := lines[c.line].Row
		if a, b := told(&row.Transaction.Shares), told(&row.SharesFollowing); a != c.amount || b != c.total {
			t.Errorf("%s: amount %s, balance %s; want %s and %s", c.name, a, b, c.amount, c.total)
		}
	}
}

// TestSimilar: numbers that differ by one digit, or two of a long one.
func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		text, number string
		want         bool
	}{
		{"43,412/", "48412", true}, {"48,412", "48412", true}, {"4,412", "48412", true}, {"418,412", "48412", true}, {"43,413", "48412", false},
		{"67,611,261", "167611216", false}, {"167,611,261", "167611216", true}, {"5", "6", false}, {"10", "16", true}, {"630,398.9225", "630398.9225", true}, {"95", "95.0", true}, {"", "12", false},
	} {
		if got := similar(c.text, decimal(t, c.number)); got != c.want {
			t.Errorf("%q and %s: %t", c.text, c.number, got)
		}
	}
}
