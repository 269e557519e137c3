package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// number is a number of a line: the ways to read it, parted by spaces; the first is
// chosen.
type number string

// entry is a line of a document as the evidence sees it.
type entry struct {
	table                     int // 0 or 1
	title, code, sign, side   string
	nature                    string
	day                       uint8
	shares, following, price  number
	underlying, exercisePrice number
}

// evidenceFor makes the evidence of lines.
func evidenceFor(t *testing.T, entries ...entry) *evidence {
	t.Helper()
	e := &evidence{lines: linesFor(t, entries...), all: make([]figures, len(entries))}
	for i, x := range entries {
		row := e.lines[i].Row
		for k, v := range [kinds]struct {
			n number
			v *ownership.Value[ownership.Decimal]
		}{
			kindShares: {x.shares, &row.Transaction.Shares}, kindFollowing: {x.following, &row.SharesFollowing}, kindPrice: {x.price, &row.Transaction.Price},
			kindUnderlying: {x.underlying, &row.UnderlyingShares}, kindExercisePrice: {x.exercisePrice, &row.ConversionOrExercisePrice},
		} {
			f := &e.all[i][k]
			f.v, f.path, f.chosen = v.v, fmt.Sprintf("%d.%d", i, k), -1
			for n, s := range strings.Fields(string(v.n)) {
				f.readings = append(f.readings, reading{v: decimal(t, s), cost: n})
				f.chosen = 0
			}
		}
	}
	return e
}

// linesFor makes the lines of a document, with the first reading of each number.
func linesFor(t *testing.T, entries ...entry) []printed.Line {
	t.Helper()
	var lines []printed.Line
	index := [2]int{}
	for _, x := range entries {
		row := &ownership.Row{Kind: ownership.Transaction}
		row.Transaction.Date = knownAs(ownership.Date{Year: 2012, Month: 3, Day: max(1, x.day)})
		text := func(v *ownership.Value[string], s string) {
			if s != "" {
				*v = knownAs(s)
			}
		}
		text(&row.SecurityTitle, x.title)
		text(&row.Transaction.Code, x.code)
		text(&row.NatureOfOwnership, x.nature)
		if x.sign != "" {
			row.Transaction.AcquiredDisposed = knownAs(ownership.AcquiredDisposed(x.sign))
		}
		if x.side != "" {
			row.Ownership = knownAs(ownership.DirectIndirect(x.side))
		}
		amount := func(v *ownership.Value[ownership.Decimal], n number) {
			if f := strings.Fields(string(n)); len(f) > 0 {
				*v = knownAs(decimal(t, f[0]))
			}
		}
		amount(&row.Transaction.Shares, x.shares)
		amount(&row.SharesFollowing, x.following)
		amount(&row.Transaction.Price, x.price)
		amount(&row.UnderlyingShares, x.underlying)
		amount(&row.ConversionOrExercisePrice, x.exercisePrice)
		lines = append(lines, printed.Line{Row: row, Table: x.table, Index: index[x.table]})
		index[x.table]++
	}
	return lines
}

// TestSupport: what agrees with a number, by its kind and by what the lines are.
func TestSupport(t *testing.T) {
	for _, c := range []struct {
		name    string
		entries []entry
		line    int
		kind    kind
		value   string
		want    string // the cells that agree
	}{
		// The running balance.
		{"a purchase adds up", []entry{{sign: "A", shares: "10", following: "100"}, {sign: "A", shares: "5", following: "105"}}, 1, kindFollowing, "105", "0.1"},
		{"a sale takes off", []entry{{sign: "D", shares: "10", following: "100"}, {sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", "0.1"},
		{"a purchase does not take off", []entry{{shares: "10", following: "100"}, {sign: "A", shares: "5", following: "95"}}, 1, kindFollowing, "95", ""},
		{"a sale does not add up", []entry{{shares: "10", following: "100"}, {sign: "D", shares: "5", following: "105"}}, 1, kindFollowing, "105", ""},
		{"without a sign either holds", []entry{{shares: "10", following: "100"}, {shares: "5", following: "95"}}, 1, kindFollowing, "95", "0.1"},
		{"and the other", []entry{{shares: "10", following: "100"}, {shares: "5", following: "105"}}, 1, kindFollowing, "105", "0.1"},
		{"the line after", []entry{{sign: "D", shares: "10", following: "100"}, {sign: "D", shares: "5", following: "95"}}, 0, kindFollowing, "100", "1.1"},
		{"both lines", []entry{{shares: "1", following: "100"}, {sign: "D", shares: "5", following: "95"}, {sign: "D", shares: "5", following: "90"}}, 1, kindFollowing, "95", "0.1 2.1"},
		{"the amount", []entry{{shares: "10", following: "100"}, {sign: "D", shares: "5", following: "95"}}, 1, kindShares, "5", "0.1"},
		{"the amount by the line before only", []entry{{sign: "D", shares: "5", following: "100"}, {sign: "D", shares: "5", following: "95"}}, 0, kindShares, "5", ""},
		{"no amount", []entry{{shares: "10", following: "100"}, {shares: "0", following: "100"}}, 1, kindFollowing, "100", ""},
		{"another holding", []entry{{side: "D", shares: "10", following: "100"}, {side: "I", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", ""},
		{"another holder", []entry{{nature: "By A", shares: "10", following: "100"}, {nature: "By B", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", ""},
		{"the same holder", []entry{{nature: "By A", shares: "10", following: "100"}, {nature: "by a", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", "0.1"},
		{"across a line of another holding", []entry{{side: "D", shares: "1", following: "100"}, {side: "I", shares: "1", following: "7"}, {side: "D", sign: "D", shares: "5", following: "95"}}, 2, kindFollowing, "95", "0.1"},
		{"another option", []entry{{table: 1, title: "Option", shares: "1", following: "100"}, {table: 1, title: "Warrant", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", ""},
		{"the same option", []entry{{table: 1, title: "Option", shares: "1", following: "100"}, {table: 1, title: "option", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", "0.1"},
		{"the title of a share does not matter", []entry{{title: "Common", shares: "1", following: "100"}, {title: "C0mmon", sign: "D", shares: "5", following: "95"}}, 1, kindFollowing, "95", "0.1"},
		// All that is owned may be what was acquired.
		{"the first purchase", []entry{{sign: "A", shares: "10", following: "10"}}, 0, kindFollowing, "10", "0.0"},
		{"not so a sale", []entry{{sign: "D", shares: "10", following: "10"}}, 0, kindFollowing, "10", ""},
		{"nor nothing", []entry{{sign: "A", shares: "0", following: "0"}}, 0, kindFollowing, "0", ""},
		{"nor another number", []entry{{sign: "A", shares: "10", following: "11"}}, 0, kindFollowing, "11", ""},
		// An exercise has as many shares in both tables.
		{"an exercise", []entry{{code: "M", shares: "10"}, {table: 1, code: "M", shares: "10", underlying: "10"}}, 0, kindShares, "10", "1.0 1.3"},
		{"with another number", []entry{{code: "M", shares: "10"}, {table: 1, code: "M", shares: "11", underlying: "12"}}, 0, kindShares, "10", ""},
		{"a sale beside it", []entry{{code: "S", shares: "10"}, {table: 1, code: "M", shares: "10", underlying: "10"}}, 0, kindShares, "10", ""},
		{"of the same table", []entry{{code: "M", shares: "10"}, {code: "M", shares: "10"}}, 0, kindShares, "10", ""},
		{"options and what is under them", []entry{{table: 1, code: "A", shares: "10", underlying: "10"}}, 0, kindShares, "10", "0.3"},
		{"the other way round", []entry{{table: 1, code: "A", shares: "10", underlying: "10"}}, 0, kindUnderlying, "10", "0.0"},
		{"what is under and the shares", []entry{{code: "M", shares: "10"}, {table: 1, code: "M", underlying: "10"}}, 1, kindUnderlying, "10", "0.0"},
		{"not of another line of Table II", []entry{{table: 1, shares: "10"}, {table: 1, underlying: "10"}}, 1, kindUnderlying, "10", ""},
		// A price of Table I is the exercise price of Table II, and no other way.
		{"the exercise price", []entry{{price: "2.5"}, {table: 1, exercisePrice: "2.5"}}, 0, kindPrice, "2.5", "1.4"},
		{"of another value", []entry{{price: "2.5"}, {table: 1, exercisePrice: "2.6"}}, 0, kindPrice, "2.5", ""},
		{"a price of Table II has none", []entry{{exercisePrice: "2.5"}, {table: 1, price: "2.5"}}, 1, kindPrice, "2.5", ""},
		{"none in its own table", []entry{{price: "2.5", exercisePrice: "2.5"}}, 0, kindPrice, "2.5", ""},
		{"the price paid", []entry{{price: "2.5"}, {table: 1, exercisePrice: "2.5"}}, 1, kindExercisePrice, "2.5", "0.2"},
		{"another option's", []entry{{table: 1, exercisePrice: "2.5"}, {table: 1, exercisePrice: "2.5"}}, 1, kindExercisePrice, "2.5", "0.4"},
		{"nothing for nothing", []entry{{table: 1, exercisePrice: "0"}, {table: 1, exercisePrice: "0"}}, 1, kindExercisePrice, "0", ""},
		{"itself is no evidence", []entry{{table: 1, exercisePrice: "2.5"}}, 0, kindExercisePrice, "2.5", ""},
	} {
		e := evidenceFor(t, c.entries...)
		n, paths := e.support(c.line, c.kind, decimal(t, c.value))
		if got := strings.Join(paths, " "); got != c.want || n != len(paths) {
			t.Errorf("%s: %d, %q, want %q", c.name, n, got, c.want)
		}
	}
}

// TestAmong: a price is supported by three others of the day around it, and by no
// range that a wrong one among them has made wide.
func TestAmong(t *testing.T) {
	day := func(prices ...number) (out []entry) {
		for _, p := range prices {
			out = append(out, entry{price: p})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		entries []entry
		value   string
		want    bool
	}{
		{"inside", day("12.5", "12", "13", "12.4"), "12.5", true},
		{"a tenth above", day("1", "12", "13", "12.4"), "14.3", true},
		{"more than a tenth above", day("1", "12", "13", "12.4"), "14.31", false},
		{"a tenth below", day("1", "12", "13", "12.4"), "10.7", true},
		{"more than a tenth below", day("1", "12", "13", "12.4"), "10.69", false},
		{"only two", day("12.5", "12", "13"), "12.5", false},
		{"twice as wide", day("12.5", "10", "20", "12"), "12.5", true},
		{"wider", day("12.5", "10", "20.01", "12"), "12.5", false},
		{"gifts do not count", day("12.5", "12", "13", "0"), "12.5", false},
		{"another day", append(day("12.5", "12", "13"), entry{price: "12.4", day: 2}), "12.5", false},
		{"another table", append(day("12.5", "12", "13"), entry{table: 1, price: "12.4"}), "12.5", false},
	} {
		e := evidenceFor(t, c.entries...)
		ok, path := e.among(0, decimal(t, c.value))
		if ok != c.want || ok && path != fmt.Sprintf("%d.%d", len(c.entries)-1, kindPrice) {
			t.Errorf("%s: %t, %s", c.name, ok, path)
		}
	}
	e := evidenceFor(t, day("12.5", "12", "13", "12.4")...)
	e.lines[2].Row.Transaction.Price.State = ownership.Malformed
	if ok, _ := e.among(0, decimal(t, "12.5")); ok {
		t.Error("a price that is not read counts")
	}
	if n, paths := evidenceFor(t, day("12.5", "12", "13", "12.4")...).support(0, kindPrice, decimal(t, "12.5")); n != 1 || len(paths) != 1 {
		t.Errorf("%d, %v", n, paths)
	}
}

// TestChoose: the reading that most others agree with is taken, the plain one where
// none does.
func TestChoose(t *testing.T) {
	before := entry{side: "D", shares: "10", following: "100"}
	for _, c := range []struct {
		name      string
		following number
		want      string
	}{
		{"the plain one agrees", "95 195", "95"},
		{"the other agrees", "195 95", "95"},
		{"the third agrees", "195 295 95", "95"},
		{"none agrees", "195 295", "195"},
		{"one way only", "195", "195"},
	} {
		e := evidenceFor(t, before, entry{side: "D", sign: "D", shares: "5", following: c.following})
		changed := e.choose(1, kindFollowing)
		if v, ok := e.value(1, kindFollowing); !ok || v.String() != c.want || changed != (c.want != strings.Fields(string(c.following))[0]) {
			t.Errorf("%s: %s, changed %t", c.name, v, changed)
		}
	}
	// Two damages at once are believed less than one agreement.
	e := evidenceFor(t, before, entry{side: "D", sign: "D", shares: "5", following: "195 95"})
	e.all[1][kindFollowing].readings[1].cost = costLinesAround
	if e.choose(1, kindFollowing) {
		t.Error("two ruled lines are believed on one agreement")
	}
	e.all[1][kindFollowing].readings[1].cost = costLineAfter
	if !e.choose(1, kindFollowing) {
		t.Error("one ruled line is not believed on an agreement")
	}
	// What both readings of a line have is taken of two that cost the same.
	e = evidenceFor(t, entry{shares: "7 5"})
	e.all[0][kindShares].readings[1].cost, e.all[0][kindShares].readings[1].twice = 0, true
	if !e.choose(0, kindShares) {
		t.Error("both readings of the line do not count")
	}
	if v, ok := e.value(0, kindPrice); ok {
		t.Errorf("a number that is not there has the value %s", v)
	}
}

func TestIsExercise(t *testing.T) {
	for code, want := range map[string]bool{"M": true, "C": true, "X": true, "O": true, "G": true, "S": false, "": true} {
		l := linesFor(t, entry{code: code})
		if got := isExercise(&l[0]); got != want {
			t.Errorf("%q: %t", code, got)
		}
	}
	l := linesFor(t, entry{})
	l[0].Row.Kind = ownership.Holding
	if isExercise(&l[0]) {
		t.Error("a holding is an exercise")
	}
}
