package order

import (
	"slices"
	"testing"

	"filingview/parser/internal/notetext"
	"filingview/parser/ownership"
)

func day(n int) ownership.Date {
	d := ownership.Date{Year: 2024, Month: 3, Day: 1}.AddDays(n)
	return ownership.Date{Year: int16(d.Year()), Month: uint8(d.Month()), Day: uint8(d.Day())}
}

// report is a filing whose last transaction was on a day and that was made on another,
// with a balance from and to.
func report(last, made int, balances ...int64) Filing {
	f := Filing{Place: day(last), Day: day(made), Period: day(last), Last: day(last), Late: made-last > 7}
	f.Balances = func() []Balance {
		var all []Balance
		for i := 0; i+1 < len(balances); i += 2 {
			all = append(all, Balance{Key: string(rune('a' + i/2)), Opening: []ownership.Decimal{ownership.NewDecimal(balances[i], 0)}, Closing: []ownership.Decimal{ownership.NewDecimal(balances[i+1], 0)}})
		}
		return all
	}
	return f
}

func part(f Filing, n, of int) Filing {
	f.Part = notetext.Part{N: n, Of: of}
	return f
}

// TestOf: the balances decide where filings overlap, and nowhere else.
func TestOf(t *testing.T) {
	for name, c := range map[string]struct {
		filings []Filing
		want    []int
	}{
		"none":                         {nil, []int{}},
		"one":                          {[]Filing{report(0, 2, 0, 100)}, []int{0}},
		"in their order":               {[]Filing{report(0, 2, 0, 100), report(1, 3, 100, 90)}, []int{0, 1}},
		"two neighbours":               {[]Filing{report(0, 2, 100, 90), report(0, 2, 0, 100)}, []int{1, 0}},
		"three neighbours":             {[]Filing{report(0, 2, 90, 80), report(0, 2, 0, 100), report(1, 3, 100, 90)}, []int{1, 2, 0}},
		"apart":                        {[]Filing{report(0, 2, 100, 90), report(5, 6, 0, 100)}, []int{0, 1}},
		"on the last day":              {[]Filing{report(0, 2, 100, 90), report(2, 3, 0, 100)}, []int{1, 0}},
		"from what was known":          {[]Filing{report(0, 1, 0, 500), report(3, 5, 400, 300), report(3, 5, 500, 400)}, []int{0, 2, 1}},
		"to what follows":              {[]Filing{report(0, 2, 700, 600), report(0, 2, 800, 750), report(9, 10, 600, 500)}, []int{1, 0, 2}},
		"by most balances":             {[]Filing{report(0, 2, 100, 90, 700, 600, 850, 840), report(0, 2, 90, 80, 800, 700, 900, 850)}, []int{1, 0}},
		"the remarks before balances":  {[]Filing{part(report(0, 2, 0, 100), 2, 2), part(report(0, 2, 100, 90), 1, 2)}, []int{1, 0}},
		"parts of two":                 {[]Filing{part(report(0, 2, 100, 90), 2, 2), part(report(0, 2, 0, 100), 1, 3)}, []int{1, 0}},
		"a late one at its day":        {[]Filing{report(0, 30, 0, 100), report(10, 11, 100, 90)}, []int{0, 1}},
		"a late one at its report":     {[]Filing{report(0, 30, 90, 80), report(10, 11, 0, 90), report(40, 41, 80, 70)}, []int{1, 0, 2}},
		"a late one that is counted":   {[]Filing{report(0, 1, 0, 100), report(5, 40, 237, 337), report(10, 11, 200, 337)}, []int{0, 2, 1}},
		"one that looks counted":       {[]Filing{report(0, 1, 0, 100), report(5, 6, 237, 337), report(10, 11, 200, 337)}, []int{0, 1, 2}},
		"a late one before the others": {[]Filing{report(0, 30, 90, 80), report(31, 32, 0, 90)}, []int{0, 1}},
		"a chain of neighbours":        {[]Filing{report(0, 2, 100, 90), report(2, 4, 90, 80), report(4, 5, 0, 100)}, []int{2, 0, 1}},
		"from nothing first":           {[]Filing{report(0, 2, 50, 40), report(0, 2, 0, 100)}, []int{1, 0}},
		"a late one after two":         {[]Filing{report(0, 40, 80, 70), report(10, 11, 0, 90), report(20, 21, 90, 80), report(50, 51, 70, 60)}, []int{1, 2, 0, 3}},
		"a late one after none":        {[]Filing{report(0, 12, 80, 70), report(20, 21, 0, 80)}, []int{0, 1}},
		"parts of other days":          {[]Filing{part(report(0, 2, 0, 100), 2, 2), part(report(1, 2, 100, 90), 1, 2)}, []int{0, 1}},
		"parts of nothing":             {[]Filing{part(report(0, 2, 0, 100), 2, 0), part(report(0, 2, 100, 90), 1, 0)}, []int{0, 1}},
		"nothing says":                 {[]Filing{report(0, 2, 5, 4), report(0, 2, 3, 2)}, []int{0, 1}},
	} {
		if got := Of(c.filings); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestManyNeighbours: filings of one day are put in order however they come.
func TestManyNeighbours(t *testing.T) {
	const n = 12
	var filings []Filing
	var want []int
	for i := range n {
		k := int64((i*5 + 3) % n)
		filings = append(filings, report(0, 2, 1000-10*k, 990-10*k))
	}
	for k := range n {
		want = append(want, slices.IndexFunc(filings, func(f Filing) bool {
			return f.Balances()[0].Opening[0].Cmp(ownership.NewDecimal(int64(1000-10*k), 0)) == 0
		}))
	}
	if got := Of(filings); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestYearRight: a year is put right where the date cannot be and another year can.
func TestYearRight(t *testing.T) {
	period, made := day(0), day(2)
	year := func(d ownership.Date, by int16) ownership.Date { d.Year += by; return d }
	for _, c := range []struct {
		date ownership.Date
		due  bool
		want ownership.Date
	}{
		{day(1), true, day(1)}, {year(day(1), 1), true, day(1)}, {year(day(1), 1), false, day(1)}, {year(day(1), -1), true, day(1)}, {year(day(1), -1), false, year(day(1), -1)},
		{year(day(0), -1), true, day(0)}, {year(day(2), -1), true, day(2)}, {year(day(3), -1), true, year(day(3), -1)}, {year(day(-1), -1), true, year(day(-1), -1)},
		{year(day(3), 1), true, year(day(3), 1)}, {day(3), true, day(3)}, {year(day(1), -2), true, year(day(1), -2)}, {ownership.Date{}, true, ownership.Date{}},
	} {
		if got := YearRight(c.date, period, made, c.due); got != c.want {
			t.Errorf("%s, due %v: %s, want %s", c.date, c.due, got, c.want)
		}
	}
	if d := year(day(1), 1); YearRight(d, ownership.Date{}, made, true) != d || YearRight(d, period, ownership.Date{}, true) != d {
		t.Error("without a period or a day of the report nothing is known")
	}
}

// TestAfterMany: what comes after many filings is put in order like what comes first, from
// what the last of them left.
func TestAfterMany(t *testing.T) {
	var filings []Filing
	for i := range int64(100) {
		filings = append(filings, report(int(i)*5, int(i)*5+1, 1000+i, 1001+i))
	}
	filings = append(filings, report(600, 601, 1099, 1098), report(600, 601, 1100, 1099))
	got := Of(filings)
	if !slices.Equal(got[98:], []int{98, 99, 101, 100}) {
		t.Errorf("%v", got[98:])
	}
}

// TestBalancesAreReadOnce: to read the balances of a filing costs.
func TestBalancesAreReadOnce(t *testing.T) {
	asked := make([]int, 4)
	var filings []Filing
	for i := range asked {
		f := report(0, 2, int64(100-10*i), int64(90-10*i))
		balances := f.Balances
		f.Balances = func() []Balance { asked[i]++; return balances() }
		filings = append(filings, f)
	}
	Of(filings)
	if slices.Max(asked) > 1 {
		t.Errorf("the balances were read %v times", asked)
	}
	single := 0
	alone := report(0, 2, 0, 100)
	alone.Balances = func() []Balance { single++; return nil }
	Of([]Filing{alone})
	if single > 0 {
		t.Error("the balances of a filing with none beside it were read")
	}
}

// TestReadingsOfTotals: where the totals of a filing can be read in two ways, the way in
// which they go on is followed to its own end.
func TestReadingsOfTotals(t *testing.T) {
	both := report(0, 2)
	d := func(n int64) ownership.Decimal { return ownership.NewDecimal(n, 0) }
	both.Balances = func() []Balance {
		return []Balance{{Key: "a", Opening: []ownership.Decimal{d(300), d(100)}, Closing: []ownership.Decimal{d(50), d(200)}}}
	}
	// 0 to 100, by the second reading on to 200, and to 210.
	filings := []Filing{report(0, 2, 200, 210), both, report(0, 2, 0, 100)}
	if got := Of(filings); !slices.Equal(got, []int{2, 1, 0}) {
		t.Errorf("%v", got)
	}
}

// TestScores: a balance that goes on outweighs a beginning at zero, and a beginning that
// no balance is known of costs nothing.
func TestScores(t *testing.T) {
	key := func(f Filing, keys ...string) Filing {
		balances := f.Balances()
		for i := range balances {
			balances[i].Key = keys[i]
		}
		f.Balances = func() []Balance { return balances }
		return f
	}
	for _, c := range []struct {
		name    string
		filings []Filing
		want    int
	}{
		{"goes on", []Filing{report(0, 1, 5, 10), report(0, 1, 10, 20)}, scoreFollows},
		{"from zero", []Filing{report(0, 1, 0, 10)}, scoreFromZero},
		{"breaks", []Filing{report(0, 1, 5, 10), report(0, 1, 11, 20)}, scoreBreaks},
		{"first seen", []Filing{report(0, 1, 5, 10)}, 0},
		{"zero, where something was known", []Filing{report(0, 1, 5, 10), report(0, 1, 0, 20)}, scoreBreaks},
		{"another account", []Filing{report(0, 1, 5, 10), key(report(0, 1, 10, 20), "z")}, 0},
		{"after a break", []Filing{report(0, 1, 5, 10), report(0, 1, 11, 20), report(0, 1, 20, 30)}, scoreBreaks + scoreFollows},
	} {
		var all []*Filing
		for i := range c.filings {
			all = append(all, &c.filings[i])
		}
		if got := scoreOf(all); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	if scoreFromZero <= 0 || scoreFollows <= scoreFromZero || scoreBreaks > -scoreFollows {
		t.Error("a beginning at zero counts less than a balance that goes on, and a break as much")
	}
}

// TestLateAfterMany: a late report moves to where the balances follow, among many.
func TestLateAfterMany(t *testing.T) {
	var filings []Filing
	for i := range int64(60) {
		filings = append(filings, report(int(i)*5, int(i)*5+1, 1000+i, 1001+i))
	}
	// It is of the day of the 50th and counts from what the 57th left.
	filings = slices.Insert(filings, 50, report(249, 286, 1058, 1057))
	got := Of(filings)
	if at := slices.Index(got, 50); at != 58 {
		t.Errorf("it stands at %d: %v", at, got[45:])
	}
}
