package notetext

import (
	"iter"
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/ownership"
)

// Date is a date in running text, from byte From to byte To. Its day is 0 where only a
// month is given.
type Date struct {
	From, To int
	Date     ownership.Date
}

// monthNames are the months in lower case; three letters tell them apart.
var monthNames = [12]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// Dates yields the dates of a text: "March 5, 2024", "5 March 2024",
// "Mar. 5, 2024", "March 2024", "3/5/2024", "3/5/24" and "2024-03-05".
func Dates(text string) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		for i := 0; i < len(text); {
			if i > 0 && char.IsWordByte(text[i-1]) {
				i++
				continue
			}
			w, ok := DateAt(text, i)
			if !ok {
				i++
				continue
			}
			if !yield(w) {
				return
			}
			i = w.To
		}
	}
}

// DateAt reads the date that begins at a byte of a text.
func DateAt(text string, i int) (Date, bool) {
	switch c := text[i]; {
	case char.IsDigit(c):
		return numericDate(text, i)
	case c|0x20 >= 'a' && c|0x20 <= 's':
		month, end := monthAt(text, i)
		if month == 0 {
			break
		}
		j := char.SkipSpace(text, end)
		day, after := shortNumber(text, j)
		if after > j && after-j <= 2 && day >= 1 && day <= 31 {
			after = skipOrdinal(text, after)
			k := char.SkipSpace(text, after)
			if k < len(text) && text[k] == ',' {
				k = char.SkipSpace(text, k+1)
			}
			if year, end := shortNumber(text, k); end == k+4 && isYear(year) {
				return dated(i, end, year, month, day)
			}
			break
		}
		if j < len(text) && text[j] == ',' {
			j = char.SkipSpace(text, j+1)
		}
		if k, ok := char.SkipFold(text, j, "of "); ok {
			j = k
		}
		if year, end := shortNumber(text, j); end == j+4 && isYear(year) {
			return Date{i, end, ownership.Date{Year: int16(year), Month: uint8(month)}}, true
		}
	}
	return Date{}, false
}

// numericDate reads 2024-03-05, 3/5/2024, 3/5/24, 3-5-2024 or 5 March 2024 at i.
func numericDate(text string, i int) (Date, bool) {
	a, end := shortNumber(text, i)
	if end >= len(text) {
		return Date{}, false
	}
	sign := text[end]
	if sign != '/' && sign != '-' {
		j := char.SkipSpace(text, skipOrdinal(text, end))
		if month, after := monthAt(text, j); month > 0 && end-i <= 2 {
			k := char.SkipSpace(text, after)
			if k < len(text) && text[k] == ',' {
				k = char.SkipSpace(text, k+1)
			}
			if year, last := shortNumber(text, k); last == k+4 && isYear(year) {
				return dated(i, last, year, month, a)
			}
		}
		return Date{}, false
	}
	b, second := shortNumber(text, end+1)
	if second == end+1 || second >= len(text) || text[second] != sign {
		return Date{}, false
	}
	c, last := shortNumber(text, second+1)
	if last < len(text) && (char.IsWordByte(text[last]) || text[last] == sign) {
		return Date{}, false
	}
	switch {
	case end-i == 4 && isYear(a) && last > second+1:
		return dated(i, last, a, b, c)
	case end-i <= 2 && last-second == 5 && isYear(c):
		return dated(i, last, c, a, b)
	case end-i <= 2 && last-second == 3 && sign == '/':
		return dated(i, last, 2000+c, a, b)
	}
	return Date{}, false
}

func dated(start, end, year, month, day int) (Date, bool) {
	d := ownership.Date{Year: int16(year), Month: uint8(month), Day: uint8(day)}
	if _, err := ownership.ParseDate(d.String()); err != nil {
		return Date{}, false
	}
	return Date{start, end, d}, true
}

func isYear(n int) bool { return n >= 1930 && n < 2100 }

// monthAt reads the name of a month, whole or its first three or four letters.
func monthAt(text string, i int) (month, end int) {
	end = i
	for end < len(text) && text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' {
		end++
	}
	word := text[i:end]
	if len(word) < 3 || len(word) > len("september") {
		return 0, i
	}
	for m, name := range monthNames {
		if len(word) <= len(name) && strings.EqualFold(word, name[:len(word)]) && (len(word) <= 4 || len(word) == len(name)) {
			if end < len(text) && text[end] == '.' {
				end++
			}
			return m + 1, end
		}
	}
	return 0, i
}

// shortNumber reads digits at i, at most four; end is i if there are none or more.
func shortNumber(text string, i int) (n, end int) {
	end = i
	for end < len(text) && char.IsDigit(text[end]) {
		if n = n*10 + int(text[end]-'0'); end-i == 4 {
			return 0, i
		}
		end++
	}
	return n, end
}

// skipOrdinal passes over the th of "5th".
func skipOrdinal(text string, i int) int {
	for _, s := range [...]string{"st", "nd", "rd", "th"} {
		if k, ok := char.SkipFold(text, i, s); ok && (k == len(text) || !char.IsWordByte(text[k])) {
			return k
		}
	}
	return i
}

// Days returns the whole dates that a text gives.
func Days(text string) []ownership.Date {
	var days []ownership.Date
	for w := range Dates(text) {
		if w.Date.Day > 0 {
			days = append(days, w.Date)
		}
	}
	return days
}

// OtherDays reports whether both notes give days and have none in common.
func OtherDays(a, b string) bool {
	x, y := Days(a), Days(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(d ownership.Date) bool { return slices.Contains(y, d) })
}
