package dataset

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/ownership"
)

// fill gives a cell what stands in its place of the excerpt: nothing where that is empty,
// since an empty cell of a table may be an empty one of the form, or none.
func (b *builder) fill(cell any, p piece) {
	start, end := char.Trim(b.text, p.start, p.end)
	if start == end {
		return
	}
	raw := b.text[start:end]
	if !utf8.ValidString(raw) {
		raw = charset.FromWindows1252(raw)
		b.latin(start, end)
	}
	text := raw
	if p.quoted {
		text = strings.ReplaceAll(raw, `""`, `"`)
	}
	r := settle(cell, text)
	r.Raw, r.At = raw, b.span(start, end)
}

// settle gives a cell its value: Known where the text is what the cell's kind can be,
// Malformed otherwise.
func settle(cell any, text string) *ownership.Reading {
	switch c := cell.(type) {
	case *ownership.Value[string]:
		return known(c, text, true)
	case *ownership.Value[ownership.Decimal]:
		d, ok := number(text)
		return known(c, d, ok)
	case *ownership.Value[ownership.Date]:
		d, ok := day(text)
		return known(c, d, ok)
	case *ownership.Value[bool]:
		v, ok := flag(text)
		return known(c, v, ok)
	case *ownership.Value[ownership.DirectIndirect]:
		v := ownership.DirectIndirect(text)
		return known(c, v, v == ownership.Direct || v == ownership.Indirect)
	case *ownership.Value[ownership.AcquiredDisposed]:
		v := ownership.AcquiredDisposed(text)
		return known(c, v, v == ownership.Acquired || v == ownership.Disposed)
	case *ownership.Value[ownership.Timeliness]:
		v := ownership.Timeliness(text)
		return known(c, v, v == ownership.Early || v == ownership.Late)
	case *ownership.Value[ownership.DocumentType]:
		v, ok := ownership.ParseDocumentType(text)
		return known(c, v, ok)
	}
	panic("dataset: no reading of this kind of cell")
}

func known[T any](c *ownership.Value[T], v T, ok bool) *ownership.Reading {
	if c.State = ownership.Malformed; ok {
		c.V, c.State = v, ownership.Known
	}
	return &c.Reading
}

func flag(s string) (v, ok bool) {
	switch {
	case s == "0" || strings.EqualFold(s, "false"):
		return false, true
	case s == "1" || strings.EqualFold(s, "true"):
		return true, true
	}
	return false, false
}

// day reads DD-MON-YYYY, and YYYY-MM-DD as other programs write it. Two digits of a year
// are no year.
func day(s string) (ownership.Date, bool) {
	parts := strings.Split(s, "-")
	if len(parts) == 3 && len(parts[1]) == 3 && len(parts[2]) == 4 && (len(parts[0]) == 1 || len(parts[0]) == 2) {
		const months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"
		month := strings.Index(months, strings.ToUpper(parts[1]))
		if month < 0 || month%3 != 0 {
			return ownership.Date{}, false
		}
		number := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
		s = parts[2] + "-" + number(month/3+1) + "-" + strings.Repeat("0", 2-len(parts[0])) + parts[0]
	}
	d, err := ownership.ParseDate(s)
	return d, err == nil
}

// number reads a number as the form has it, and one with an exponent, as the SEC's program
// writes those from ten million on: 1.25E7.
func number(s string) (ownership.Decimal, bool) {
	if i := strings.IndexAny(s, "eE"); i > 0 {
		exponent, err := strconv.Atoi(s[i+1:])
		if err != nil || exponent < -18 || exponent > 18 {
			return ownership.Decimal{}, false
		}
		s = shifted(s[:i], exponent)
	}
	// The SEC's program ends whole numbers with .0, which filers do not.
	if whole, ok := strings.CutSuffix(s, ".0"); ok && whole != "" {
		s = whole
	}
	d, err := ownership.ParseDecimal(s)
	return d, err == nil
}

// shifted moves the point of a number to the right, or to the left. Zeros that only the
// notation asks for (1.0E7) are no digits of the number.
func shifted(s string, places int) string {
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	digits, point := whole+fraction, len(whole)+places
	switch {
	case whole == "" || strings.Contains(fraction, "."):
		return "" // no number
	case point <= 0:
		return sign + "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		return sign + digits + strings.Repeat("0", point-len(digits))
	}
	return sign + digits[:point] + "." + digits[point:]
}
