package ownership_test

import (
	"errors"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"0", "0"},
		{"0.00", "0.00"},
		{"8.50", "8.50"},
		{".5", "0.5"},
		{"5.", "5"},
		{"+7", "7"},
		{"-0.05", "-0.05"},
		{"-0", "0"},
		{"007", "7"},
		{"10000.0000", "10000.0000"},
		{"999999999999.9999", "999999999999.9999"},
		{"123456789012345678", "123456789012345678"},
		{"0.000000000000000001", "0.000000000000000001"},
		// Zeros that end a fraction cost nothing.
		{"1.0000000000000000000000", "1"},
		{"12.3400000000000000000000", "12.34"},
		{"0." + strings.Repeat("0", 40), "0"},
		{"-." + strings.Repeat("0", 40), "0"},
		{strings.Repeat("0", 40) + "1", "1"},
	} {
		d, err := ownership.ParseDecimal(c.in)
		if err != nil || d.String() != c.out {
			t.Errorf("%q is %s (%v), want %s", c.in, d, err, c.out)
		}
	}
	for _, in := range []string{"", ".", "-", "+.", "1.2.3", "1,000", "$5", "1e3", " 1", "1 ", "--1", "١", "1.00000000000000000000000x", "12345678901234567890x"} {
		if d, err := ownership.ParseDecimal(in); !errors.Is(err, ownership.ErrDecimal) {
			t.Errorf("%q is %s (%v), want %v", in, d, err, ownership.ErrDecimal)
		}
	}
	for _, in := range []string{"1234567890123456789", "0.1234567890123456789", "12345678901234567.89", "1000000000000000000000", "-1234567890123456789.0"} {
		if d, err := ownership.ParseDecimal(in); !errors.Is(err, ownership.ErrDecimalRange) {
			t.Errorf("%q is %s (%v), want %v", in, d, err, ownership.ErrDecimalRange)
		}
	}
}

func TestNewDecimalPanicsOnWhatDoesNotFit(t *testing.T) {
	for _, c := range []struct {
		coefficient int64
		scale       int
	}{{1, -1}, {1, 19}, {1_000_000_000_000_000_000, 0}, {-1_000_000_000_000_000_000, 0}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("NewDecimal(%d, %d) did not panic", c.coefficient, c.scale)
				}
			}()
			ownership.NewDecimal(c.coefficient, c.scale)
		}()
	}
}

var decimalGrammar = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$`)

// fits says by counting in the text whether a Decimal can hold the number.
func fits(s string) bool {
	whole, fraction, _ := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	if digits := strings.TrimLeft(whole+fraction, "0"); len(digits) <= 18 && len(fraction) <= 18 {
		return true
	}
	fraction = strings.TrimRight(fraction, "0")
	return len(strings.TrimLeft(whole+fraction, "0")) <= 18 && len(fraction) <= 18
}

func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"0", "-0", "8.50", ".5", "5.", "+1", "1,000", "999999999999.9999", "-1234567890123456789",
		"1.0000000000000000000", "0.000000000000000001", "1e5", "٣", "00000000000000000000000001.10"} {
		f.Add(s, "8.5")
		f.Add("-999999999999999999", s)
	}
	f.Fuzz(func(t *testing.T, s, other string) {
		d, err := ownership.ParseDecimal(s)
		switch {
		case !decimalGrammar.MatchString(s):
			if !errors.Is(err, ownership.ErrDecimal) {
				t.Fatalf("%q: %v, want %v", s, err, ownership.ErrDecimal)
			}
		case !fits(s):
			if !errors.Is(err, ownership.ErrDecimalRange) {
				t.Fatalf("%q: %v, want %v", s, err, ownership.ErrDecimalRange)
			}
		case err != nil:
			t.Fatalf("%q: %v", s, err)
		}
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q is no number to math/big", s)
		}
		got, ok := new(big.Rat).SetString(d.String())
		if !ok || got.Cmp(want) != 0 {
			t.Fatalf("%q prints as %s", s, d)
		}
		if again, err := ownership.ParseDecimal(d.String()); err != nil || again != d {
			t.Fatalf("%q prints as %s, which reads as %s (%v)", s, d, again, err)
		}
		var unmarshalled ownership.Decimal
		text, _ := d.MarshalText()
		if err := unmarshalled.UnmarshalText(text); err != nil || unmarshalled != d {
			t.Fatalf("%q marshals as %s, which reads as %s (%v)", s, text, unmarshalled, err)
		}
		if d.Sign() != want.Sign() || d.IsInteger() != want.IsInt() {
			t.Fatalf("%q: sign %d, integer %t", s, d.Sign(), d.IsInteger())
		}
		if _, fraction, _ := strings.Cut(d.String(), "."); len(fraction) != d.Scale() {
			t.Fatalf("%q prints as %s with scale %d", s, d, d.Scale())
		}
		e, err := ownership.ParseDecimal(other)
		if err != nil {
			return
		}
		second, _ := new(big.Rat).SetString(other)
		if d.Cmp(e) != want.Cmp(second) || e.Cmp(d) != -d.Cmp(e) {
			t.Fatalf("%s against %s: %d and back %d, math/big says %d", d, e, d.Cmp(e), e.Cmp(d), want.Cmp(second))
		}
	})
}
