package ownership

import (
	"cmp"
	"errors"
	"fmt"
	"math/bits"
	"strconv"
)

// Decimal is an exact decimal number as filed: up to 18 significant digits, the
// scale kept, so that 8.50 prints as 8.50. EDGAR allows twelve digits before the
// point and four after it (POSITIVE_DECIMAL of its ownership schema).
// The zero Decimal is 0.
type Decimal struct {
	coefficient int64
	scale       uint8
}

// ErrDecimal is the error of text that is not a decimal number.
var ErrDecimal = errors.New("not a decimal number")

// ErrDecimalRange is the error of a number with more digits than a Decimal holds.
var ErrDecimalRange = errors.New("more than 18 digits")

const maxDigits = 18

// NewDecimal returns coefficient x 10^-scale. It panics on a scale above 18 or a
// coefficient of more than 18 digits: both are mistakes of the caller's.
func NewDecimal(coefficient int64, scale int) Decimal {
	if scale < 0 || scale > maxDigits || coefficient > limit || coefficient < -limit {
		panic(fmt.Sprintf("ownership: NewDecimal(%d, %d)", coefficient, scale))
	}
	return Decimal{coefficient, uint8(scale)}
}

const limit = 999_999_999_999_999_999

// ParseDecimal reads digits with at most one point and an optional sign, and
// nothing else: no grouping, no currency, no exponent. The error wraps
// ErrDecimal or ErrDecimalRange.
func ParseDecimal(s string) (Decimal, error) {
	i, negative := 0, false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative, i = s[0] == '-', 1
	}
	var n uint64
	digits, significant, scale, point := 0, 0, 0, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !point {
			point = true
			continue
		}
		if c-'0' > 9 {
			return Decimal{}, fmt.Errorf("%q: %w", clip(s), ErrDecimal)
		}
		digits++
		if significant > 0 || c != '0' {
			significant++
		}
		if point {
			scale++
		}
		if significant > maxDigits || scale > maxDigits {
			return parseLong(s)
		}
		n = n*10 + uint64(c-'0')
	}
	if digits == 0 {
		return Decimal{}, fmt.Errorf("%q: %w", clip(s), ErrDecimal)
	}
	d := Decimal{int64(n), uint8(scale)}
	if negative {
		d.coefficient = -d.coefficient
	}
	return d, nil
}

// parseLong tries again without the zeros that end a fraction: they cost digits
// and say nothing.
func parseLong(s string) (Decimal, error) {
	point, end := -1, len(s)
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && point < 0:
			point = i
		case c-'0' > 9 && !(i == 0 && (c == '-' || c == '+')):
			return Decimal{}, fmt.Errorf("%q: %w", clip(s), ErrDecimal)
		}
	}
	if point >= 0 {
		for end > point && s[end-1] == '0' {
			end--
		}
		switch s[:end] {
		case ".", "+.", "-.": // no digit is left
			return Decimal{}, nil
		}
		if end < len(s) {
			return ParseDecimal(s[:end])
		}
	}
	return Decimal{}, fmt.Errorf("%q: %w", clip(s), ErrDecimalRange)
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}

// String writes the number with the digits it was filed with, without grouping.
func (d Decimal) String() string { return string(d.append(make([]byte, 0, 24))) }

func (d Decimal) append(b []byte) []byte {
	n := d.coefficient
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	if d.scale == 0 {
		return strconv.AppendInt(b, n, 10)
	}
	var digits [20]byte
	s := strconv.AppendInt(digits[:0], n, 10)
	whole := len(s) - int(d.scale)
	if whole <= 0 {
		b = append(b, '0', '.')
		for ; whole < 0; whole++ {
			b = append(b, '0')
		}
		return append(b, s...)
	}
	b = append(b, s[:whole]...)
	b = append(b, '.')
	return append(b, s[whole:]...)
}

// MarshalText writes the number as String does.
func (d Decimal) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads the number as ParseDecimal does.
func (d *Decimal) UnmarshalText(b []byte) error {
	n, err := ParseDecimal(string(b))
	*d = n
	return err
}

// Scale returns the number of digits after the decimal point.
func (d Decimal) Scale() int { return int(d.scale) }

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return cmp.Compare(d.coefficient, 0) }

// IsInteger reports whether nothing but zeros stands after the decimal point.
func (d Decimal) IsInteger() bool { return d.coefficient%int64(pow10[d.scale]) == 0 }

// Cmp compares the numbers, not the digits: 8.5 and 8.50 are equal.
func (d Decimal) Cmp(e Decimal) int {
	if d.Sign() != e.Sign() || d.scale == e.scale {
		if d.scale == e.scale {
			return cmp.Compare(d.coefficient, e.coefficient)
		}
		return cmp.Compare(d.Sign(), e.Sign())
	}
	// 128 bits hold 18 digits scaled by at most 10^18.
	dh, dl := bits.Mul64(magnitude(d.coefficient), pow10[max(d.scale, e.scale)-d.scale])
	eh, el := bits.Mul64(magnitude(e.coefficient), pow10[max(d.scale, e.scale)-e.scale])
	c := cmp.Compare(dh, eh)
	if c == 0 {
		c = cmp.Compare(dl, el)
	}
	return c * d.Sign()
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

var pow10 = [maxDigits + 1]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}
