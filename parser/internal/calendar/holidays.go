package calendar

import "filingview/parser/ownership"

// Certainty of a day on which federal offices were closed out of turn.
const (
	closedForSure = 1
	closedMaybe   = 2 // federal offices were closed; EDGAR may have worked
)

// closures are the days that no rule gives, oldest first, with where they come from.
var closures = [...]struct {
	day  ownership.Date
	sure uint8
	why  string
}{
	{ownership.Date{Year: 2003, Month: 9, Day: 18}, closedMaybe, "federal offices in Washington closed: Hurricane Isabel"},
	{ownership.Date{Year: 2003, Month: 9, Day: 19}, closedMaybe, "federal offices in Washington closed: Hurricane Isabel"},
	{ownership.Date{Year: 2004, Month: 6, Day: 11}, closedMaybe, "national day of mourning for President Reagan"},
	{ownership.Date{Year: 2007, Month: 1, Day: 2}, closedMaybe, "national day of mourning for President Ford"},
	{ownership.Date{Year: 2010, Month: 2, Day: 8}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2010, Month: 2, Day: 9}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2010, Month: 2, Day: 10}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2010, Month: 2, Day: 11}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2012, Month: 10, Day: 29}, closedMaybe, "federal offices in Washington and the exchanges closed: Hurricane Sandy"},
	{ownership.Date{Year: 2012, Month: 10, Day: 30}, closedMaybe, "federal offices in Washington and the exchanges closed: Hurricane Sandy"},
	{ownership.Date{Year: 2014, Month: 12, Day: 26}, closedMaybe, "federal offices closed by executive order"},
	{ownership.Date{Year: 2016, Month: 1, Day: 25}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2016, Month: 1, Day: 26}, closedMaybe, "federal offices in Washington closed: snow"},
	{ownership.Date{Year: 2018, Month: 12, Day: 5}, closedForSure, "SEC: EDGAR closed, national day of mourning for President Bush"},
	{ownership.Date{Year: 2018, Month: 12, Day: 24}, closedMaybe, "federal offices closed by executive order"},
	{ownership.Date{Year: 2019, Month: 12, Day: 24}, closedForSure, "SEC: EDGAR closed, executive order"},
	{ownership.Date{Year: 2020, Month: 12, Day: 24}, closedForSure, "SEC: EDGAR closed, executive order"},
	{ownership.Date{Year: 2024, Month: 12, Day: 24}, closedMaybe, "federal offices closed by executive order"},
	{ownership.Date{Year: 2025, Month: 1, Day: 9}, closedForSure, "SEC: EDGAR closed, national day of mourning for President Carter"},
	{ownership.Date{Year: 2025, Month: 12, Day: 24}, closedMaybe, "federal offices closed by executive order"},
	{ownership.Date{Year: 2025, Month: 12, Day: 26}, closedMaybe, "federal offices closed by executive order"},
}

// closure says whether the day is a closure, and how sure; 0 for none. A day of
// inauguration is a holiday in Washington only (5 U.S.C. 6103(c)), so it may be.
func closure(d ownership.Date) uint8 {
	for i := range closures {
		if closures[i].day == d {
			return closures[i].sure
		}
	}
	if d.Month == 1 && d.Year%4 == 1 && (d.Day == 20 || d.Day == 21 && d.Weekday() == 1) {
		return closedMaybe
	}
	return 0
}

// marketClosures are the days since 2001 on which the New York Stock Exchange
// stayed shut out of turn, oldest first.
var marketClosures = [...]ownership.Date{
	{Year: 2001, Month: 9, Day: 11}, {Year: 2001, Month: 9, Day: 12}, {Year: 2001, Month: 9, Day: 13}, {Year: 2001, Month: 9, Day: 14}, // attacks
	{Year: 2004, Month: 6, Day: 11},                                    // mourning for President Reagan
	{Year: 2007, Month: 1, Day: 2},                                     // mourning for President Ford
	{Year: 2012, Month: 10, Day: 29}, {Year: 2012, Month: 10, Day: 30}, // Hurricane Sandy
	{Year: 2018, Month: 12, Day: 5}, // mourning for President Bush
	{Year: 2025, Month: 1, Day: 9},  // mourning for President Carter
}

func marketClosure(d ownership.Date) bool {
	for i := range marketClosures {
		if marketClosures[i] == d {
			return true
		}
	}
	return false
}
