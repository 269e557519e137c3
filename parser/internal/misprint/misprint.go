// Package misprint says which mistake of a typist turns one number into another.
package misprint

import (
	"slices"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Kind is a mistake in typing a number. The zero Kind is none.
type Kind uint8

const (
	None Kind = iota
	WrongDigit
	Transposed      // two neighbours
	TransposedApart // digits that are near one another
	MissingDigit
	ExtraDigit
	MissingZero
	ExtraZero
	PointForComma // 36.000 for 36,000
	WrongPoint
)

var names = [...]string{
	None: "", WrongDigit: "one digit is wrong", Transposed: "two digits are transposed", TransposedApart: "digits are transposed",
	MissingDigit: "a digit is left out", ExtraDigit: "a digit is too many", MissingZero: "a zero is left out", ExtraZero: "a zero is too many",
	PointForComma: "a point for a comma", WrongPoint: "the point is in the wrong place",
}

// String says the mistake in words for a sentence; "" for none.
func (k Kind) String() string { return names[k] }

// IsTransposition reports whether digits have changed places.
func (k Kind) IsTransposition() bool { return k == Transposed || k == TransposedApart }

// Of says what happened to the digits of right when wrong was typed. The numbers
// have three characters or more; right is not negative.
func Of(right, wrong ownership.Decimal) Kind {
	return ofDigits(wording.Plain(right), wording.Plain(wrong))
}

func ofDigits(right, wrong string) Kind {
	if right == wrong || len(right) < 3 || len(wrong) < 3 || right[0] == '-' {
		return None
	}
	if len(right) == len(wrong) {
		return replaced(right, wrong)
	}
	long, short, digit, zero := right, wrong, MissingDigit, MissingZero
	if len(wrong) > len(right) {
		long, short, digit, zero = wrong, right, ExtraDigit, ExtraZero
	}
	if len(long) != len(short)+1 || strings.Contains(long, ".") != strings.Contains(short, ".") {
		return None
	}
	for i := range long {
		if long[:i]+long[i+1:] == short {
			if long[i] == '0' {
				return zero
			}
			return digit
		}
	}
	return None
}

// replaced compares numbers of the same length.
func replaced(right, wrong string) Kind {
	var at []int
	for i := range right {
		if right[i] != wrong[i] {
			at = append(at, i)
		}
	}
	switch {
	case len(at) == 1 && right[at[0]] != '.' && wrong[at[0]] != '.':
		return WrongDigit
	case len(at) == 2 && at[1] == at[0]+1 && right[at[0]] == wrong[at[1]] && right[at[1]] == wrong[at[0]]:
		return Transposed
	case sameDigits(right, wrong) && len(at) <= 4 && at[len(at)-1]-at[0] < 4:
		return TransposedApart
	}
	return None
}

func sameDigits(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// IsLikely reports whether two numbers have so many digits in common that a
// misprint is likelier than chance: four besides zeros in the same places, or five
// in both where one has more places than the other.
func IsLikely(a, b ownership.Decimal) bool {
	x, y := wording.Plain(a), wording.Plain(b)
	if len(x) != len(y) {
		return min(len(strings.Trim(x, "0")), len(strings.Trim(y, "0"))) >= 5
	}
	n := 0
	for i := range x {
		if x[i] == y[i] && x[i] > '0' {
			n++
		}
	}
	return n >= 4
}

// OfPoint says whether wrong is right with the point in another place: PointForComma,
// WrongPoint or None.
func OfPoint(right, wrong ownership.Decimal) Kind {
	for _, k := range [...]int64{10, 100, 1000, 10000} {
		by := ownership.NewDecimal(k, 0)
		if k != 1000 && len(strings.Trim(wording.Plain(right), "0")) < 4 {
			continue // 500 and 5,000 may be two transactions
		}
		if n, ok := wrong.Product(by); ok && n.Cmp(right) == 0 {
			if k == 1000 {
				return PointForComma
			}
			return WrongPoint
		}
		if n, ok := right.Product(by); ok && n.Cmp(wrong) == 0 {
			return WrongPoint
		}
	}
	return None
}

// Looks reports whether a number looks like the right one, mistyped in any way.
func Looks(right, wrong ownership.Decimal) bool {
	return Of(right, wrong) != None || OfPoint(right, wrong) != None
}
