package calendar

import (
	"testing"
	"time"

	"filingview/parser/ownership"
)

func day(t *testing.T, s string) ownership.Date {
	t.Helper()
	d, err := ownership.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBusinessDays(t *testing.T) {
	for _, c := range []struct {
		day                     string
		business, maybe, trades bool
	}{
		{"2024-03-08", true, true, true},
		{"2024-03-09", false, false, false}, // Saturday
		{"2024-03-29", true, true, false},   // Good Friday
		{"2023-04-07", true, true, false},   // Good Friday
		{"2024-10-14", false, false, true},  // Columbus Day
		{"2024-11-11", false, false, true},  // Veterans Day
		{"2023-11-10", false, false, true},  // Veterans Day, a Saturday
		{"2012-11-12", false, false, true},  // Veterans Day, a Sunday
		{"2024-11-28", false, false, false}, // Thanksgiving
		{"2024-11-21", true, true, true},
		{"2021-12-31", false, false, true}, // New Year's Day of 2022, a Saturday
		{"2010-12-31", false, false, true},
		{"2023-01-02", false, false, false}, // New Year's Day, a Sunday
		{"2021-12-24", false, false, false}, // Christmas, a Saturday
		{"2022-12-26", false, false, false}, // Christmas, a Sunday
		{"2020-07-03", false, false, false}, // 4 July, a Saturday
		{"2021-07-05", false, false, false}, // 4 July, a Sunday
		{"2024-05-27", false, false, false}, // Memorial Day
		{"2024-05-20", true, true, true},
		{"2020-06-19", true, true, true},
		{"2021-06-18", false, false, true}, // the first Juneteenth
		{"2022-06-20", false, false, false},
		{"2024-06-19", false, false, false},
		{"2018-12-05", false, false, false},
		{"2018-12-24", true, false, true},
		{"2012-10-29", true, false, false},
		{"2013-01-21", false, false, false}, // also Martin Luther King's birthday
		{"2017-01-20", true, false, true},   // inauguration
		{"2018-01-20", false, false, false}, // Saturday
		{"2005-01-20", true, false, true},
		{"2006-01-20", true, true, true},
		{"2025-01-09", false, false, false},
		{"2024-09-02", false, false, false}, // Labor Day
		{"2024-02-19", false, false, false}, // Washington's birthday
		{"2024-01-15", false, false, false}, // Martin Luther King's birthday
	} {
		d := day(t, c.day)
		if have := IsBusinessDay(d); have != c.business {
			t.Errorf("IsBusinessDay(%s) = %v", c.day, have)
		}
		if have := MaybeBusinessDay(d); have != c.maybe {
			t.Errorf("maybeBusinessDay(%s) = %v", c.day, have)
		}
		if have := IsTradingDay(d); have != c.trades {
			t.Errorf("isTradingDay(%s) = %v", c.day, have)
		}
	}
}

// TestHolidaysInAYear: eleven holidays from 2022 on, ten before 2021; one less in
// a year whose New Year's Day is observed the year before.
func TestHolidaysInAYear(t *testing.T) {
	for year := 1998; year <= 2060; year++ {
		n, weekdays := 0, 0
		for d := (ownership.Date{Year: int16(year), Month: 1, Day: 1}); int(d.Year) == year; d = AddDays(d, 1) {
			if !isWeekday(d) {
				continue
			}
			weekdays++
			if isFederalHoliday(d) {
				n++
			}
		}
		want := 10
		if year >= 2021 {
			want++
		}
		if time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday() == time.Saturday {
			want--
		}
		if time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC).Weekday() == time.Saturday {
			want++
		}
		if n != want {
			t.Errorf("%d has %d holidays on weekdays, want %d", year, n, want)
		}
		if weekdays < 260 || weekdays > 262 {
			t.Errorf("%d has %d weekdays", year, weekdays)
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int][2]uint8{2000: {4, 23}, 2008: {3, 23}, 2011: {4, 24}, 2019: {4, 21}, 2024: {3, 31}, 2025: {4, 20}, 2038: {4, 25}} {
		if m, d := easter(year); m != want[0] || d != want[1] {
			t.Errorf("Easter of %d is %d-%d, want %v", year, m, d, want)
		}
	}
}

func TestCountingDays(t *testing.T) {
	for _, c := range []struct {
		from, later2, roll string
	}{
		{"2024-03-06", "2024-03-08", "2024-03-06"},
		{"2024-03-08", "2024-03-12", "2024-03-08"}, // over a weekend
		{"2024-03-09", "2024-03-12", "2024-03-11"}, // from a Saturday
		{"2024-11-27", "2024-12-02", "2024-11-27"}, // Thanksgiving
		{"2018-12-04", "2018-12-07", "2018-12-04"}, // a day of mourning
		{"2024-12-23", "2024-12-27", "2024-12-23"}, // a doubtful day and Christmas
		{"2024-03-28", "2024-04-01", "2024-03-28"}, // Good Friday counts
		{"2023-12-28", "2024-01-02", "2023-12-28"},
		{"2024-02-28", "2024-03-01", "2024-02-28"}, // leap year
	} {
		c0 := Days(MaybeBusinessDay)
		from := day(t, c.from)
		later := c0.Later(from, 2)
		if later != day(t, c.later2) {
			t.Errorf("two business days after %s is %s, want %s", c.from, later, c.later2)
		}
		if have := c0.Between(from, later); have != 2 {
			t.Errorf("%d business days between %s and %s", have, c.from, later)
		}
		if have := c0.RollForward(from); have != day(t, c.roll) {
			t.Errorf("%s rolls forward to %s, want %s", c.from, have, c.roll)
		}
	}
}

// TestClosuresHaveReasons: the data says where it comes from, in order.
func TestClosuresHaveReasons(t *testing.T) {
	for i, c := range closures {
		if c.why == "" || c.sure != closedForSure && c.sure != closedMaybe {
			t.Errorf("%s has the reason %q and the certainty %d", c.day, c.why, c.sure)
		}
		if !isWeekday(c.day) || isFederalHoliday(c.day) {
			t.Errorf("%s needs no closure", c.day)
		}
		if i > 0 && closures[i-1].day.Compare(c.day) >= 0 {
			t.Errorf("%s is out of order", c.day)
		}
	}
}
