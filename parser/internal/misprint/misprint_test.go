package misprint

import (
	"testing"

	"filingview/parser/ownership"
)

func decimal(t *testing.T, s string) ownership.Decimal {
	t.Helper()
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		right, wrong string
		want         Kind
	}{
		{"757576", "757756", Transposed},
		{"12345", "12435", Transposed},
		{"12345", "14325", TransposedApart},
		{"12345", "15342", TransposedApart}, // four places
		{"123456", "623451", None},          // six places apart
		{"1234567", "2143657", None},        // six digits are others
		{"12345", "12355", WrongDigit},
		{"123", "124", WrongDigit},
		{"12345", "12366", None},
		{"123.5", "123.6", WrongDigit},
		{"12345", "1245", MissingDigit},
		{"2345", "345", MissingDigit},
		{"12345", "1234", MissingDigit},
		{"12345", "123345", ExtraDigit},
		{"12000", "1200", MissingZero},
		{"1200", "12000", ExtraZero},
		{"12345", "123", None},
		{"123.5", "1235", None}, // the point is no digit
		{"1234", "123.4", None},
		{"12.34", "123.4", Transposed}, // the point with a digit
		{"12345", "12345", None},
		{"12345", "54321", None},
		{"12", "21", None},
		{"123", "12", None},
		{"12", "123", None},
		{"-123", "-132", None},
	} {
		if got := Of(decimal(t, c.right), decimal(t, c.wrong)); got != c.want {
			t.Errorf("%s typed as %s: %q, not %q", c.right, c.wrong, got, c.want)
		}
	}
}

func TestIsLikely(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"12345", "12355", true},
		{"1234", "1235", false},    // three digits agree
		{"12300", "12400", false},  // zeros do not count
		{"11111", "21111", true},   // four ones agree
		{"12345", "123456", true},  // five and one more
		{"1234", "12345", false},   // four and one more
		{"12340", "123405", false}, // the zero at the end does not count
	} {
		a, b := decimal(t, c.a), decimal(t, c.b)
		if IsLikely(a, b) != c.want || IsLikely(b, a) != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
}

func TestOfPoint(t *testing.T) {
	for _, c := range []struct {
		right, wrong string
		want         Kind
	}{
		{"36000", "36", PointForComma},
		{"36", "36000", WrongPoint},
		{"12345", "1234.5", WrongPoint},
		{"1234", "12340", WrongPoint},
		{"1234", "123400", WrongPoint},
		{"1234", "12340000", WrongPoint},
		{"1234", "123400000", None},
		{"5000", "500", None}, // may be two transactions
		{"500", "5000", None},
		{"1234", "1234", None},
		{"1234", "1235", None},
	} {
		if got := OfPoint(decimal(t, c.right), decimal(t, c.wrong)); got != c.want {
			t.Errorf("%s typed as %s: %q, not %q", c.right, c.wrong, got, c.want)
		}
	}
}

func TestKinds(t *testing.T) {
	for k := None; k <= WrongPoint; k++ {
		if (k.String() == "") != (k == None) {
			t.Errorf("%d is called %q", k, k)
		}
		if k.IsTransposition() != (k == Transposed || k == TransposedApart) {
			t.Errorf("%q: a transposition: %v", k, k.IsTransposition())
		}
	}
}
