package ownership

import (
	"math/big"
	"testing"
	"testing/quick"
)

// Against math/big, which has no bounds: what comes back is exact, and what does
// not come back does not fit.
func TestArithmeticAgreesWithBig(t *testing.T) {
	rat := func(d Decimal) *big.Rat {
		r, ok := new(big.Rat).SetString(d.String())
		if !ok {
			t.Fatalf("%q is no number", d)
		}
		return r
	}
	room := new(big.Rat).SetInt64(limit)
	type operation struct {
		name  string
		ours  func(d, e Decimal) (Decimal, bool)
		exact func(z, x, y *big.Rat) *big.Rat
	}
	for _, o := range []operation{
		{"Sum", Decimal.Sum, (*big.Rat).Add},
		{"Difference", Decimal.Difference, (*big.Rat).Sub},
		{"Product", Decimal.Product, (*big.Rat).Mul},
	} {
		fits := 0
		agree := func(a, b int64, s, u uint8) bool {
			d, e := NewDecimal(a%(limit>>(s%40)), int(s%7)), NewDecimal(b%(limit>>(u%40)), int(u%7))
			got, ok := o.ours(d, e)
			want := o.exact(new(big.Rat), rat(d), rat(e))
			if !ok {
				// With the larger scale, or the sum of both, it is out of bounds.
				scale := NewDecimal(1, 0)
				for range 6 + 6 {
					scale = Decimal{scale.coefficient * 10, 0}
				}
				return new(big.Rat).Mul(new(big.Rat).Abs(want), rat(scale)).Cmp(room) > 0
			}
			fits++
			return rat(got).Cmp(want) == 0
		}
		if err := quick.Check(agree, &quick.Config{MaxCount: 3000}); err != nil {
			t.Errorf("%s: %v", o.name, err)
		}
		if fits < 100 {
			t.Errorf("%s: only %d results fit", o.name, fits)
		}
	}
}

func TestArithmeticKeepsTheScale(t *testing.T) {
	parse := func(s string) Decimal {
		d, err := ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	sum, _ := parse("8.50").Sum(parse("1"))
	if got := sum.String(); got != "9.50" {
		t.Errorf("8.50 + 1 is %s", got)
	}
	if got := parse("-0.5").Magnitude().String(); got != "0.5" {
		t.Errorf("the magnitude of -0.5 is %s", got)
	}
	if _, ok := parse("999999999999999999").Sum(parse("1")); ok {
		t.Error("a sum of 19 digits fits")
	}
}
