package ownership_test

import (
	"cmp"
	"errors"
	"regexp"
	"testing"
	"time"

	"filingview/parser/ownership"
)

func TestParseDate(t *testing.T) {
	for in, out := range map[string]string{
		"2024-03-05":                    "2024-03-05",
		"2024-03-05-05:00":              "2024-03-05",
		"2024-03-05+14:00":              "2024-03-05",
		"2024-03-05Z":                   "2024-03-05",
		"2024-03-05T23:59:59.999-05:00": "2024-03-05",
		"2024-03-05T00:00":              "2024-03-05",
		"2024-03-05 10:11:12":           "2024-03-05",
		"2024-02-29":                    "2024-02-29",
		"2000-02-29":                    "2000-02-29",
		"0001-01-01":                    "0001-01-01",
		"9999-12-31":                    "9999-12-31",
	} {
		d, err := ownership.ParseDate(in)
		if err != nil || d.String() != out {
			t.Errorf("%q is %s (%v), want %s", in, d, err, out)
		}
	}
	for _, in := range []string{"", "2024-3-5", "03/05/2024", "20240305", "2024-02-30", "2023-02-29", "1900-02-29",
		"2024-13-01", "2024-00-01", "2024-01-00", "0000-01-01", "0000-00-00", "2024-03-05x", "2024-03-05T", "2024-03-05T25:00",
		"2024-03-05T10:61", "2024-03-05+15:00", "2024-03-05+5:00", " 2024-03-05", "2024-03-05 ", "+024-03-05"} {
		if d, err := ownership.ParseDate(in); !errors.Is(err, ownership.ErrDate) || !d.IsZero() {
			t.Errorf("%q is %q (%v), want %v", in, d, err, ownership.ErrDate)
		}
	}
}

func TestNoDate(t *testing.T) {
	var d ownership.Date
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || d.String() != "" {
		t.Errorf("no date is %q (%v)", d, err)
	}
	var m ownership.Time
	if err := m.UnmarshalText(nil); err != nil || m.String() != "" {
		t.Errorf("no time is %q (%v)", m, err)
	}
	if d.Compare(ownership.Date{Year: 1, Month: 1, Day: 1}) >= 0 {
		t.Error("no date does not come first")
	}
}

func TestParseCompactTime(t *testing.T) {
	m, err := ownership.ParseCompactTime("20181015171243")
	if err != nil || m.String() != "2018-10-15T17:12:43" {
		t.Errorf("got %s (%v)", m, err)
	}
	for _, in := range []string{"", "2018101517124", "20181015241243", "20181015176043", "20181015171261", "20181315171243", "2018101517124x"} {
		if m, err := ownership.ParseCompactTime(in); !errors.Is(err, ownership.ErrDate) {
			t.Errorf("%q is %s (%v), want %v", in, m, err, ownership.ErrDate)
		}
	}
}

// tail is what may stand after a date, as xs:date and xs:dateTime have it.
var tail = regexp.MustCompile(`^([T ]([01][0-9]|2[0-4]):[0-5][0-9](:([0-5][0-9]|60)(\.[0-9]*)?)?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$`)

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2024-03-05", "2024-02-29", "2023-02-29", "2024-03-05-05:00", "2024-03-05T10:11:12.5Z",
		"0000-00-00", "0015-11-23", "2024-03-05T10:11:1", "2024-03-05 24:00", "9999-12-31"} {
		f.Add(s, "2024-03-04", 1)
		f.Add("2000-01-01", s, -400)
	}
	f.Fuzz(func(t *testing.T, s, other string, days int) {
		d, err := ownership.ParseDate(s)
		var want time.Time
		valid := false
		if len(s) >= 10 && tail.MatchString(s[10:]) {
			var err error
			want, err = time.Parse(time.DateOnly, s[:10])
			valid = err == nil && want.Year() > 0
		}
		if valid != (err == nil) {
			t.Fatalf("%q: %v, but the standard library says %t", s, err, valid)
		}
		if err != nil {
			if !errors.Is(err, ownership.ErrDate) {
				t.Fatalf("%q: %v is not %v", s, err, ownership.ErrDate)
			}
			return
		}
		if d.String() != s[:10] || d.String() != want.Format(time.DateOnly) {
			t.Fatalf("%q prints as %s", s, d)
		}
		if again, err := ownership.ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("%q prints as %s, which reads as %s (%v)", s, d, again, err)
		}
		if compact, err := ownership.ParseCompactDate(s[:4] + s[5:7] + s[8:10]); err != nil || compact != d {
			t.Fatalf("%q is %s (%v) in EDGAR's headers", s, compact, err)
		}
		days %= 100_000
		if d.Weekday() != want.Weekday() || !d.AddDays(days).Equal(want.AddDate(0, 0, days)) {
			t.Fatalf("%q: %s, and %d days on %s", s, d.Weekday(), days, d.AddDays(days))
		}
		e, err := ownership.ParseDate(other)
		if err != nil {
			return
		}
		second, err := time.Parse(time.DateOnly, other[:10])
		if err != nil {
			t.Fatal(err)
		}
		if cmp.Compare(d.Compare(e), 0) != want.Compare(second) {
			t.Fatalf("%s against %s: %d", d, e, d.Compare(e))
		}
	})
}
