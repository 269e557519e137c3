package printed

import (
	"strconv"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/ownership"
)

// ParseDate reads MM/DD/YYYY, the form's own way, and what else is printed there:
// M/D/YY, 2024-03-05, March 5, 2024, and 07/19-05:00/2024, which the SEC's page
// makes of a date with a time zone (the zone is dropped, never used).
func ParseDate(s string) (ownership.Date, bool) {
	s = strings.Join(strings.Fields(s), " ")
	if d, err := ownership.ParseDate(s); err == nil {
		return d, true
	}
	if d, ok := Slashed(s); ok {
		return d, true
	}
	return written(s)
}

// Slashed reads numbers with slashes or dots between them.
func Slashed(s string) (ownership.Date, bool) {
	part := strings.Split(strings.ReplaceAll(s, " ", ""), "/")
	if len(part) != 3 {
		return ownership.Date{}, false
	}
	day := part[1]
	if len(day) > 2 && len(part[0]) == 2 && len(part[2]) == 4 {
		// A zone or a time stands after the day.
		v, err := ownership.ParseDate(part[2] + "-" + part[0] + "-" + day)
		return v, err == nil
	}
	if !form.IsDigits(part[0]) || !form.IsDigits(day) || !form.IsDigits(part[2]) || len(part[0]) > 2 || len(day) > 2 {
		return ownership.Date{}, false
	}
	m, _ := strconv.Atoi(part[0])
	d, _ := strconv.Atoi(day)
	return dateOf(part[2], m, d)
}

// dateOf makes a date; a year of two digits is one from 1950 on. The forms are of
// 1934 and their options end within decades, so there is no other.
func dateOf(year string, m, d int) (ownership.Date, bool) {
	y, err := strconv.Atoi(year)
	switch {
	case err != nil || len(year) != 2 && len(year) != 4:
		return ownership.Date{}, false
	case len(year) == 2 && y >= 50:
		y += 1900
	case len(year) == 2:
		y += 2000
	}
	v, err := ownership.ParseCompactDate(pad(y, 4) + pad(m, 2) + pad(d, 2))
	return v, err == nil
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

var months = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// written reads March 13, 2000 and its short forms.
func written(s string) (ownership.Date, bool) {
	f := strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == ',' || c == '.' })
	if len(f) != 3 || len(f[0]) < 3 {
		return ownership.Date{}, false
	}
	for i, name := range months {
		if strings.HasPrefix(name, strings.ToLower(f[0])) || strings.EqualFold(f[0], "sept") && i == 8 {
			if !form.IsDigits(f[1]) || len(f[1]) > 2 || len(f[2]) != 4 {
				return ownership.Date{}, false
			}
			d, _ := strconv.Atoi(f[1])
			return dateOf(f[2], i+1, d)
		}
	}
	return ownership.Date{}, false
}

// number is an amount as printed.
type number struct {
	V       ownership.Decimal
	Dollars bool // a $ stands before it
}

// ParseNumber reads an amount or price as printed: with commas between groups of
// three, a currency sign, or neither.
func ParseNumber(s string) (number, bool) {
	var n number
	s = strings.TrimSpace(s)
	for _, sign := range [...]string{`\$`, "US$", "U.S.$", "$"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			s, n.Dollars = strings.TrimSpace(rest), true
			break
		}
	}
	whole, fraction, point := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if g == "" && len(groups) == 1 && point {
			continue // ".5"
		}
		if !form.IsDigits(g) || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return n, false
		}
	}
	if point && !form.IsDigits(fraction) {
		return n, false
	}
	v, err := ownership.ParseDecimal(strings.ReplaceAll(s, ",", ""))
	n.V = v
	return n, err == nil
}

func ParseDecimal(s string) (ownership.Decimal, bool) {
	n, ok := ParseNumber(s)
	return n.V, ok
}

func ParseAcquiredDisposed(s string) (ownership.AcquiredDisposed, bool) {
	switch v := ownership.AcquiredDisposed(strings.ToUpper(strings.Trim(s, "()"))); v {
	case ownership.Acquired, ownership.Disposed:
		return v, true
	}
	return "", false
}

func ParseDirectIndirect(s string) (ownership.DirectIndirect, bool) {
	switch v := ownership.DirectIndirect(strings.ToUpper(strings.Trim(s, "()"))); v {
	case ownership.Direct, ownership.Indirect:
		return v, true
	}
	return "", false
}
