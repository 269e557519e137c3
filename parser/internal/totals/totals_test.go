package totals

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// line is a line of a test: a day of March 2024, what it changes, what it prints.
type line struct {
	day, change, printed int64
	held                 bool
	part                 int64 // hundredths of a share that the printed total has
}

func (l *line) Figures() Figures {
	f := Figures{Kind: ownership.Transaction, Date: ownership.Date{Year: 2024, Month: 3, Day: uint8(l.day)},
		Change: ownership.NewDecimal(l.change, 0), Printed: ownership.NewDecimal(l.printed*100+l.part, 2)}
	if l.held {
		f.Kind = ownership.Holding
	}
	return f
}

func tx(day, change, printed int64) *line { return &line{day: day, change: change, printed: printed} }
func held(printed int64) *line            { return &line{printed: printed, held: true} }

// said writes a chain: its style, the balances from and to, and its breaks.
func said(c *Chain[*line]) string {
	style := c.Style.String()
	if c.Style == 0 {
		style = "one"
	}
	s := fmt.Sprintf("%s %s..%s", style, c.Opening(), c.Closing())
	if !c.Exact {
		s += fmt.Sprintf(" %d breaks", c.Breaks())
	}
	return s
}

// TestOf: how filers print totals, the likeliest reading first.
func TestOf(t *testing.T) {
	for name, c := range map[string]struct {
		lines []*line
		want  string
	}{
		"one line":            {[]*line{tx(4, -100, 900)}, "one 1000.00..900.00"},
		"running":             {[]*line{tx(4, -100, 900), tx(4, -200, 700)}, "running-balance 1000.00..700.00"},
		"final total":         {[]*line{tx(4, -100, 700), tx(4, -200, 700)}, "final-total-repeated 1000.00..700.00"},
		"zero is no total":    {[]*line{tx(4, -100, 0), tx(4, -200, 0)}, "running-balance 100.00..0.00 1 breaks"},
		"per day":             {[]*line{tx(4, -100, 700), tx(4, -200, 700), tx(5, -50, 650)}, "date-block-total 1000.00..650.00"},
		"per day, each one":   {[]*line{tx(4, -100, 900), tx(5, -50, 800)}, "running-balance 1000.00..800.00 1 breaks"},
		"newest first":        {[]*line{tx(5, -200, 700), tx(4, -100, 900)}, "reverse-order 1000.00..700.00"},
		"by the days":         {[]*line{tx(6, -50, 650), tx(4, -100, 900), tx(5, -200, 700)}, "running-balance 1000.00..650.00"},
		"in another order":    {[]*line{tx(4, -200, 700), tx(4, -50, 650), tx(4, -100, 900)}, "running-balance 1000.00..650.00"},
		"days do not go back": {[]*line{tx(4, -200, 700), tx(4, -50, 650), tx(5, -100, 900)}, "running-balance 900.00..900.00 1 breaks"},
		"a break":             {[]*line{tx(4, -100, 900), tx(4, -200, 640)}, "running-balance 1000.00..640.00 1 breaks"},
		// Zero goes on from zero by chance: the second pair may not be put first.
		"a turn at zero": {[]*line{tx(4, 500, 500), tx(4, -400, 100), tx(4, -60, 0)}, "running-balance 0.00..0.00 1 breaks"},
		// The order as filed has one wrong sign; turned round, it would close below zero.
		"a wrong letter":          {[]*line{tx(4, 1000, 1000), tx(4, 500, 500), tx(4, -500, 0)}, "running-balance 0.00..0.00 1 breaks"},
		"by the days, a break":    {[]*line{tx(6, -50, 650), tx(4, -100, 900), tx(7, -10, 600), tx(5, -200, 700)}, "running-balance 1000.00..600.00 1 breaks"},
		"by the days, as many":    {[]*line{tx(6, -50, 650), tx(4, -100, 900), tx(7, -10, 500), tx(5, -200, 400)}, "running-balance 700.00..400.00 3 breaks"},
		"newest first, a break":   {[]*line{tx(7, -10, 600), tx(6, -50, 650), tx(5, -200, 700), tx(4, -100, 900)}, "running-balance 1000.00..600.00 1 breaks"},
		"held after":              {[]*line{tx(4, -100, 900), held(900)}, "one 1000.00..900.00"},
		"held before":             {[]*line{tx(4, -100, 900), held(1000)}, "one 1000.00..900.00"},
		"held, and it is another": {[]*line{tx(4, -100, 900), held(950)}, "one 1000.00..950.00 1 breaks"},
		"held twice":              {[]*line{held(900), held(900)}, "one 900.00..900.00"},
		"held otherwise":          {[]*line{held(900), held(800)}, "one 900.00..800.00 1 breaks"},
	} {
		chains := Of(c.lines)
		if got := said(&chains[0]); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		for i := range chains {
			n := 0
			for _, s := range chains[i].Steps {
				n += len(s.Lines)
			}
			if n != len(c.lines) || chains[i].Exact != (chains[i].Breaks() == 0) {
				t.Errorf("%s: the reading %d has %d of %d lines, exact %v", name, i, n, len(c.lines), chains[i].Exact)
			}
		}
	}
}

// TestManyLines: an order is sought among as many lines as a table has.
func TestManyLines(t *testing.T) {
	for n, want := range map[int]bool{3: true, maxLinesToOrder: true, maxLinesToOrder + 1: false} {
		var lines []*line
		for i := range int64(n) {
			lines = append(lines, tx(4, -10, 1000-10*(i+1)))
		}
		slices.Reverse(lines[1:]) // neither as filed, nor newest first
		if c := Of(lines)[0]; c.Exact != want {
			t.Errorf("%d lines: exact %v", n, c.Exact)
		}
	}
}

// TestRounded: breaks of less than a share are rounded where a total has a fraction.
func TestRounded(t *testing.T) {
	for _, c := range []struct {
		printed, part int64
		want          bool
	}{{800, 25, true}, {801, 0, false}, {800, 0, true}, {799, 1, true}, {798, 99, false}, {801, 1, false}} {
		chain := Chain[*line]{Steps: Running([]*line{tx(4, -100, 900), {day: 4, change: -100, printed: c.printed, part: c.part}})}
		if chain.Rounded() != c.want {
			t.Errorf("%d.%02d after 900 less 100: rounded %v", c.printed, c.part, chain.Rounded())
		}
	}
}

// TestSlips: the one figure that is wrong where all others follow.
func TestSlips(t *testing.T) {
	known := ownership.NewDecimal(10_000, 0)
	for name, c := range map[string]struct {
		lines []*line
		known *ownership.Decimal
		want  string
	}{
		"none":                          {[]*line{tx(4, -100, 9_900), tx(4, -300, 9_600)}, &known, ""},
		"a total between":               {[]*line{tx(4, -100, 9_900), tx(4, -300, 6_960), tx(4, -200, 9_400)}, nil, "total 1 9600.00"},
		"any total between":             {[]*line{tx(4, -100, 9_900), tx(4, -300, 1_234), tx(4, -200, 9_400)}, nil, "total 1 9600.00"},
		"a holding between":             {[]*line{tx(4, -100, 9_900), held(1_234), tx(4, -200, 9_700)}, nil, ""},
		"two totals":                    {[]*line{tx(4, -100, 9_900), tx(4, -300, 1_234), tx(4, -200, 4_321)}, nil, ""},
		"a total at the end":            {[]*line{tx(4, -100, 9_900), tx(4, -300, 5_123)}, nil, ""},
		"a transposed total at the end": {[]*line{tx(4, -100, 9_900), tx(4, -300, 9_060)}, nil, "total 1 9600.00"},
		"a repeated total at the end":   {[]*line{tx(4, -100, 9_900), tx(4, -300, 9_900)}, nil, "total 1 9600.00, total 0 10200.00"},
		"a transposed first total":      {[]*line{tx(4, -100, 9_090), tx(4, -300, 9_600)}, nil, "total 0 9900.00"},
		"an amount":                     {[]*line{tx(4, -100, 9_900), tx(4, -3_321, 6_669), tx(4, -100, 6_569)}, nil, "amount 1 3231.00, total 0 9990.00"},
		"a letter":                      {[]*line{tx(4, -100, 9_900), tx(4, 300, 9_600), tx(4, -100, 9_500)}, nil, "sign 1 -300.00, total 0 9300.00"},
		"a letter after a known one":    {[]*line{tx(4, 100, 9_900)}, &known, "sign 0 -100.00"},
		"a balance that is not known":   {[]*line{tx(4, 100, 9_900)}, nil, ""},
		"below zero":                    {[]*line{tx(4, -9_900, 100), tx(4, -300, 300), tx(4, -200, -400)}, nil, ""},
	} {
		var all []string
		for _, s := range Slips(Running(c.lines), c.known) {
			all = append(all, fmt.Sprintf("%s %d %s", [...]string{"total", "amount", "sign"}[s.Kind], s.At, s.Right))
		}
		if got := strings.Join(all, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if s := Slips([]Step[*line]{{Lines: []*line{tx(4, -100, 700), tx(4, -200, 700)}}}, &known); s != nil {
		t.Errorf("the total of two lines: %v", s)
	}
}

// TestPartsOf: each line goes on from a part, else from an open balance, else it begins
// one.
func TestPartsOf(t *testing.T) {
	same := func(open, opening ownership.Decimal) bool { return open.Cmp(opening) == 0 }
	parts := PartsOf([]*line{held(77), tx(5, -50, 850), tx(4, -100, 900), tx(4, 300, 300), tx(6, -10, 40), tx(4, -5, 495)},
		[]ownership.Decimal{ownership.NewDecimal(500, 0), ownership.NewDecimal(1_000, 0), ownership.NewDecimal(1_000, 0)}, same)
	var got []string
	for _, p := range parts {
		got = append(got, fmt.Sprintf("%d to %s goes on %v begins %v held %v", len(p.Lines), p.Last().Figures().Printed, p.GoesOn, p.Begins, p.Held()))
	}
	want := []string{
		"2 to 850.00 goes on true begins false held false", "1 to 300.00 goes on false begins true held false", "1 to 495.00 goes on true begins false held false",
		"1 to 40.00 goes on false begins false held false", "1 to 77.00 goes on false begins false held true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the parts are\n%q, want\n%q", got, want)
	}
	if off := parts[0].OffBy(parts[3]); off.Cmp(ownership.NewDecimal(800, 0)) != 0 {
		t.Errorf("off by %s", off)
	}
	// One open balance is gone on from once.
	if two := PartsOf([]*line{tx(4, -1, 499), tx(4, -2, 498)}, []ownership.Decimal{ownership.NewDecimal(500, 0)}, same); len(two) != 2 || !two[0].GoesOn || two[1].GoesOn {
		t.Errorf("two lines go on from one balance: %d parts", len(two))
	}
}
