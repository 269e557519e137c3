package format

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// Group writes the thousands of a number apart: 1234567.50 as 1,234,567.50. Every
// digit stays.
func Group(number string) string {
	start := 0
	if number != "" && number[0] == '-' {
		start = 1
	}
	end := strings.IndexByte(number, '.')
	if end < 0 {
		end = len(number)
	}
	if end-start <= 3 {
		return number
	}
	var b strings.Builder
	b.WriteString(number[:start])
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(number[i])
	}
	b.WriteString(number[end:])
	return b.String()
}

// Dim splits a number before the zeros that say nothing: those that end a
// fraction, but for the first keep digits of it. A fraction of zeros only loses
// its point too when nothing of it is kept.
func Dim(number string, keep int) (bright, dull string) {
	point := strings.IndexByte(number, '.')
	if point < 0 {
		return number, ""
	}
	end := len(number)
	for end > point+1+keep && number[end-1] == '0' {
		end--
	}
	if end == point+1 {
		end = point
	}
	return number[:end], number[end:]
}

// Decimals counts the digits after the point.
func Decimals(number string) int {
	if point := strings.IndexByte(number, '.'); point >= 0 {
		return len(number) - point - 1
	}
	return 0
}

const months = "JanFebMarAprMayJunJulAugSepOctNovDec"

// Date writes a date so that nobody takes the month for the day: Mar 5, 2024.
func Date(d ownership.Date) string {
	if d.IsZero() || d.Month < 1 || d.Month > 12 {
		return d.String()
	}
	return months[3*d.Month-3:3*d.Month] + " " + strconv.Itoa(int(d.Day)) + ", " + d.String()[:4]
}

// DateText does so for the text of a date, and leaves any other text alone.
func DateText(text string) string {
	d, err := ownership.ParseDate(text)
	if err != nil {
		return text
	}
	return Date(d)
}

// Moment writes a time on EDGAR's clock: Oct 15, 2018, 5:12:43 PM Eastern.
func Moment(text string) string {
	var t ownership.Time
	if err := t.UnmarshalText([]byte(text)); err != nil || t.Date.IsZero() {
		return text
	}
	hour, half := int(t.Hour), "AM"
	if hour >= 12 {
		hour, half = hour-12, "PM"
	}
	if hour == 0 {
		hour = 12
	}
	return Date(t.Date) + ", " + strconv.Itoa(hour) + text[13:] + " " + half + " Eastern"
}

// Count writes a number of things: 1 line, 1,200 lines.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Group(strconv.Itoa(n)) + " " + many
}

// List joins words as a sentence does: a, b and c.
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Signed writes a number with its sign: +1,200, −50, 0.
func Signed(d ownership.Decimal) string {
	switch d.Sign() {
	case 1:
		return "+" + Group(d.String())
	case -1:
		return "−" + Group(d.Magnitude().String())
	}
	return "0"
}

// Amount writes a balance in its unit, shares or dollars.
func Amount(a ownership.Amount, unit string) string {
	if !a.Known {
		return "not known"
	}
	text := Group(a.V.String())
	if unit == "dollars" {
		text = "$" + text
	}
	return text
}

// Percent writes a share with one digit; a share that is not all never reads 100 %,
// and one that is not nothing never 0 %.
func Percent(n, of int) string {
	if n == 0 || n == of {
		return strconv.Itoa(100*n/of) + " %"
	}
	tenths := (2000*n + of) / (2 * of)
	tenths = max(1, min(999, tenths))
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + " %"
}

// Capital begins a sentence.
func Capital(t string) string {
	_, size := utf8.DecodeRuneInString(t)
	return strings.ToUpper(t[:size]) + t[size:]
}
