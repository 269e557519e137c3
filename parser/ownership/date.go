package ownership

import (
	"errors"
	"fmt"
	"time"
)

// Date is a day without hours and without a zone, as the forms mean it. The zero
// Date is none.
type Date struct {
	Year  int16
	Month uint8 // 1 to 12
	Day   uint8 // 1 to 31
}

// ErrDate is the error of text that is not a date.
var ErrDate = errors.New("not a date")

// ParseDate reads YYYY-MM-DD and tolerates what xs:date allows after it: a zone
// (Z, +05:00, -05:00), or a time after a T. Zone and time are cut off, never
// used to move the day. The error wraps ErrDate.
func ParseDate(s string) (Date, error) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, fmt.Errorf("%q: %w", clip(s), ErrDate)
	}
	d, ok := dateOf(s[0:4], s[5:7], s[8:10])
	if !ok || !isTail(s[10:]) {
		return Date{}, fmt.Errorf("%q: %w", clip(s), ErrDate)
	}
	return d, nil
}

// ParseCompactDate reads YYYYMMDD, the form of EDGAR's headers. The error wraps
// ErrDate.
func ParseCompactDate(s string) (Date, error) {
	if len(s) == 8 {
		if d, ok := dateOf(s[0:4], s[4:6], s[6:8]); ok {
			return d, nil
		}
	}
	return Date{}, fmt.Errorf("%q: %w", clip(s), ErrDate)
}

func dateOf(year, month, day string) (Date, bool) {
	y, m, d := digits(year), digits(month), digits(day)
	if y < 1 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, false
	}
	return Date{int16(y), uint8(m), uint8(d)}, true
}

// digits returns the number that s writes, or -1.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = n*10 + int(c)
	}
	return n
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// isTail reports whether s is what may follow a date: nothing, a zone, or a time
// with or without a zone.
func isTail(s string) bool {
	if s != "" && (s[0] == 'T' || s[0] == ' ') {
		_, _, rest, ok := clock(s[1:])
		return ok && isZone(rest)
	}
	return isZone(s)
}

func isZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	if (s[0] == '+' || s[0] == '-') && len(s) == 6 && s[3] == ':' {
		h, m := digits(s[1:3]), digits(s[4:6])
		return h >= 0 && h <= 14 && m >= 0 && m < 60
	}
	return false
}

// clock reads HH:MM with optional :SS and fraction, and returns what follows.
func clock(s string) (hour, minute int, rest string, ok bool) {
	if len(s) < 5 || s[2] != ':' {
		return 0, 0, s, false
	}
	hour, minute, rest = digits(s[:2]), digits(s[3:5]), s[5:]
	if hour < 0 || hour > 24 || minute < 0 || minute > 59 {
		return 0, 0, s, false
	}
	if len(rest) >= 3 && rest[0] == ':' {
		if sec := digits(rest[1:3]); sec < 0 || sec > 60 {
			return 0, 0, s, false
		}
		rest = rest[3:]
		if rest != "" && rest[0] == '.' {
			i := 1
			for i < len(rest) && rest[i]-'0' <= 9 {
				i++
			}
			rest = rest[i:]
		}
	}
	return hour, minute, rest, true
}

// IsZero reports whether the date is none.
func (d Date) IsZero() bool { return d == Date{} }

// String writes YYYY-MM-DD, or nothing for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := make([]byte, 0, 10)
	b = pad(b, int(d.Year), 4)
	b = pad(append(b, '-'), int(d.Month), 2)
	b = pad(append(b, '-'), int(d.Day), 2)
	return string(b)
}

func pad(b []byte, n, width int) []byte {
	for div := []int{1, 10, 100, 1000}[width-1]; div > 0; div /= 10 {
		b = append(b, byte('0'+n/div%10))
	}
	return b
}

// Compare orders dates; no date comes first.
func (d Date) Compare(e Date) int {
	return d.ordinal() - e.ordinal()
}

func (d Date) ordinal() int { return int(d.Year)<<9 | int(d.Month)<<5 | int(d.Day) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.AddDays(0).Weekday() }

// AddDays returns midnight UTC of the day n days later, for counting only.
func (d Date) AddDays(n int) time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day)+n, 0, 0, 0, 0, time.UTC)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as ParseDate does, or nothing.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	n, err := ParseDate(string(b))
	*d = n
	return err
}

// Time is a moment on EDGAR's clock: local time in Washington, D.C. (Eastern),
// as in ACCEPTANCE-DATETIME. It is never converted.
type Time struct {
	Date                 Date
	Hour, Minute, Second uint8
}

// ParseCompactTime reads YYYYMMDDHHMMSS, the form of EDGAR's headers. The error
// wraps ErrDate.
func ParseCompactTime(s string) (Time, error) {
	if len(s) == 14 {
		d, err := ParseCompactDate(s[:8])
		h, m, sec := digits(s[8:10]), digits(s[10:12]), digits(s[12:14])
		if err == nil && h >= 0 && h < 24 && m >= 0 && m < 60 && sec >= 0 && sec <= 60 {
			return Time{d, uint8(h), uint8(m), uint8(sec)}, nil
		}
	}
	return Time{}, fmt.Errorf("%q: %w", clip(s), ErrDate)
}

// String writes YYYY-MM-DDTHH:MM:SS, or nothing for no time.
func (t Time) String() string {
	if t.Date.IsZero() {
		return ""
	}
	b := append([]byte(t.Date.String()), 'T')
	b = pad(b, int(t.Hour), 2)
	b = pad(append(b, ':'), int(t.Minute), 2)
	b = pad(append(b, ':'), int(t.Second), 2)
	return string(b)
}

// MarshalText writes the time as String does.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Time) UnmarshalText(b []byte) error {
	*t = Time{}
	if len(b) == 0 {
		return nil
	}
	s := string(b)
	if len(s) != 19 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return fmt.Errorf("%q: %w", clip(s), ErrDate)
	}
	n, err := ParseCompactTime(s[0:4] + s[5:7] + s[8:10] + s[11:13] + s[14:16] + s[17:19])
	*t = n
	return err
}
