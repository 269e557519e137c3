// Package calendar says on which days the SEC takes filings and on which the exchanges
// of New York trade.
package calendar

import (
	"time"

	"filingview/parser/ownership"
)

// Days says on which days something is open.
type Days func(ownership.Date) bool

// IsBusinessDay reports whether the SEC takes filings on the day: Monday to
// Friday, no federal holiday, no other day on which federal offices were closed
// (Exchange Act Rule 0-2, Regulation S-T Rule 11). Market holidays such as Good
// Friday are business days; Columbus Day and Veterans Day are not.
func IsBusinessDay(d ownership.Date) bool {
	return isWeekday(d) && !isFederalHoliday(d) && closure(d) != closedForSure
}

// MaybeBusinessDay is [IsBusinessDay], but days on which EDGAR may have been closed
// count as closed. Due dates are counted with it, so that a doubtful day never
// makes a filing late.
func MaybeBusinessDay(d ownership.Date) bool {
	return isWeekday(d) && !isFederalHoliday(d) && closure(d) == 0
}

// IsTradingDay reports whether the exchanges of New York were open on the day, by
// their rules since 1998.
func IsTradingDay(d ownership.Date) bool {
	return isWeekday(d) && !isMarketHoliday(d)
}

// Later returns the n-th day after d on which c is open.
func (c Days) Later(d ownership.Date, n int) ownership.Date {
	for n > 0 {
		if d = AddDays(d, 1); c(d) {
			n--
		}
	}
	return d
}

// RollForward returns d, or the next day on which c is open.
func (c Days) RollForward(d ownership.Date) ownership.Date {
	for !c(d) {
		d = AddDays(d, 1)
	}
	return d
}

// Between counts the days after d, up to e, on which c is open.
func (c Days) Between(d, e ownership.Date) int {
	n := 0
	for d.Compare(e) < 0 {
		if d = AddDays(d, 1); c(d) {
			n++
		}
	}
	return n
}

// AddDays returns the day n days after d, or before it for a negative n.
func AddDays(d ownership.Date, n int) ownership.Date {
	if day := int(d.Day) + n; day >= 1 && day <= 28 {
		d.Day = uint8(day)
		return d
	}
	t := d.AddDays(n)
	return ownership.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
}

func isWeekday(d ownership.Date) bool {
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday
}

// isFederalHoliday knows the holidays of 5 U.S.C. 6103 and the days on which they
// are observed: Friday for a Saturday, Monday for a Sunday.
func isFederalHoliday(d ownership.Date) bool {
	w := d.Weekday()
	if w == time.Friday && isFixedHoliday(AddDays(d, 1)) || w == time.Monday && isFixedHoliday(AddDays(d, -1)) || isFixedHoliday(d) {
		return true
	}
	switch {
	case w == time.Monday:
		switch nth := (d.Day-1)/7 + 1; d.Month {
		case 1, 2: // Martin Luther King's birthday, Washington's birthday
			return nth == 3
		case 5: // Memorial Day
			return d.Day > 24
		case 9: // Labor Day
			return nth == 1
		case 10: // Columbus Day
			return nth == 2
		}
	case w == time.Thursday && d.Month == 11: // Thanksgiving Day
		return (d.Day-1)/7+1 == 4
	}
	return false
}

// isFixedHoliday knows the holidays that have a day of the month.
func isFixedHoliday(d ownership.Date) bool {
	switch d.Month {
	case 1:
		return d.Day == 1
	case 6: // Juneteenth; its first observed day was 2021-06-18, when EDGAR was closed
		return d.Day == 19 && d.Year >= 2021
	case 7:
		return d.Day == 4
	case 11: // Veterans Day
		return d.Day == 11
	case 12:
		return d.Day == 25
	}
	return false
}

// isMarketHoliday knows the holidays of the exchanges (NYSE Rule 7.2): the federal
// ones without Columbus and Veterans Day, and Good Friday. A New Year's Day that
// is a Saturday is not observed, and Juneteenth is a holiday from 2022 on.
func isMarketHoliday(d ownership.Date) bool {
	if marketClosure(d) {
		return true
	}
	switch d.Month {
	case 3, 4:
		month, day := easter(int(d.Year))
		return AddDays(d, 2) == ownership.Date{Year: d.Year, Month: month, Day: day}
	case 6:
		return d.Year >= 2022 && isFederalHoliday(d)
	case 10:
		return false
	case 11:
		return d.Weekday() == time.Thursday && isFederalHoliday(d)
	case 12:
		return d.Day < 30 && isFederalHoliday(d)
	}
	return isFederalHoliday(d)
}

// easter returns Easter Sunday of the Gregorian calendar (the anonymous algorithm
// of 1876).
func easter(year int) (month, day uint8) {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return uint8(n / 31), uint8(n%31 + 1)
}
