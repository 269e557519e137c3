package ledger

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// slipOf says what happened to the digits of right when wrong was typed: two
// neighbours transposed, one digit wrong, one left out or doubled, a zero too many
// or too few. It is empty if none of these did.
func slipOf(right, wrong string) string {
	if right == wrong || len(right) < 3 || len(wrong) < 3 || right[0] == '-' {
		return ""
	}
	if len(right) == len(wrong) {
		var at []int
		for i := range right {
			if right[i] != wrong[i] {
				at = append(at, i)
			}
		}
		switch {
		case len(at) == 1 && right[at[0]] != '.' && wrong[at[0]] != '.':
			return "one digit is wrong"
		case len(at) == 2 && at[1] == at[0]+1 && right[at[0]] == wrong[at[1]] && right[at[1]] == wrong[at[0]]:
			return "two digits are transposed"
		case sameDigits(right, wrong) && len(at) <= 4 && at[len(at)-1]-at[0] < 4:
			return "digits are transposed"
		}
		return ""
	}
	long, short, what := right, wrong, "a digit is left out"
	if len(wrong) > len(right) {
		long, short, what = wrong, right, "a digit is too many"
	}
	if len(long) != len(short)+1 || strings.Contains(long, ".") != strings.Contains(short, ".") {
		return ""
	}
	for i := range long {
		if long[:i]+long[i+1:] == short {
			if long[i] == '0' {
				what = strings.Replace(what, "digit", "zero", 1)
			}
			return what
		}
	}
	return ""
}

func sameDigits(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// longEnough reports whether two numbers have so many digits in common that a slip
// is likelier than chance: four besides zeros in the same places, or five and one
// more in one of them.
func longEnough(a, b string) bool {
	if len(a) != len(b) {
		return min(len(strings.Trim(a, "0")), len(strings.Trim(b, "0"))) >= 5
	}
	n := 0
	for i := range a {
		if a[i] == b[i] && a[i] > '0' {
			n++
		}
	}
	return n >= 4
}

// shiftOf says whether the point is in the wrong place: 36.000 for 36,000.
func shiftOf(right, wrong ownership.Decimal) string {
	for _, k := range [...]int64{10, 100, 1000, 10000} {
		by := ownership.NewDecimal(k, 0)
		if k != 1000 && len(strings.Trim(plain(right), "0")) < 4 {
			continue // 500 and 5,000 may be two transactions
		}
		if n, ok := wrong.Product(by); ok && n.Cmp(right) == 0 {
			if k == 1000 {
				return "a point for a comma"
			}
			return "the point is in the wrong place"
		}
		if n, ok := right.Product(by); ok && n.Cmp(wrong) == 0 {
			return "the point is in the wrong place"
		}
	}
	return ""
}
