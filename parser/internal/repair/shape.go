package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// edges are what a ruled line leaves beside a value when a machine reads it.
const edges = "|[]{}!¦:;'`\"~—–-_.,*‘’“”°·"

// codeShape reads what a machine makes of a transaction code: "IVI" and "VI" are M,
// a mark glued after the letter goes.
func codeShape(s string) (string, bool) {
	s = strings.Trim(form.Latinize(s), edges+"()/ ")
	switch s {
	case "IVI", "VI", "IM", "MI", "lVI", "IVl", "lVl", "|VI", "IVI|", "|VI|", "N1", "NI", "1VI", "IV1":
		return "M", true
	case "c", "Cc", "cC", "CC", "(C", "€", "¢":
		return "C", true
	case "s", "Ss", "sS", "$", "5", "§", "SO", "Sa", "S2", "S)":
		return "S", true
	case "p", "Pp":
		return "P", true
	case "m":
		return "M", true
	case "g", "Gg", "(Gi", "Gi":
		return "G", true
	case "f", "Ff":
		return "F", true
	case "a", "Aa":
		return "A", true
	case "x", "Xx":
		return "X", true
	case "j", "Jj":
		return "J", true
	}
	if len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' {
		return s, true
	}
	return "", false
}

// codeBefore reads a code with what is left of a mark after it: "sQ)", "s2)".
func codeBefore(s string) (string, bool) {
	s = strings.Trim(form.Latinize(s), edges)
	if len(s) < 2 || len(s) > 7 {
		return "", false
	}
	marked := false
	for _, c := range s[1:] {
		marked = marked || c == '(' || c == ')' || c == '?' || c == '®' || c == '©'
	}
	// Two or three letters are one and the mark after it.
	if !marked && (len(s) > 3 || !form.IsLetters(s)) {
		return "", false
	}
	code := strings.ToUpper(s[:1])
	if strings.Contains("ACDEFGIJLMOPSUWXZ", code) {
		return code, true
	}
	return "", false
}

// SignShape reads what a machine makes of an A or a D.
func SignShape(s string) (ownership.AcquiredDisposed, bool) {
	switch strings.Trim(form.Latinize(s), edges+"()1lIJ ") {
	case "A", "a", "4", "Á", "À":
		return ownership.Acquired, true
	case "D", "d", "0", "O", "p", "b":
		return ownership.Disposed, true
	}
	return "", false
}

// sideShape reads what a machine makes of a D or an I.
func sideShape(s string) (ownership.DirectIndirect, bool) {
	s = form.Latinize(s)
	switch strings.Trim(s, edges+"() ") {
	case "D", "d", "p", "b", "0", "O", "o", "JD", "ID", "1D":
		return ownership.Direct, true
	case "I", "l", "1", "i", "|", "T", "J", "]":
		return ownership.Indirect, true
	}
	if s == "|" || s == "]" || s == "!" {
		return ownership.Indirect, true
	}
	return "", false
}

// reading is one way to read a damaged number.
type reading struct {
	v       ownership.Decimal
	dollars bool
	cost    int           // 0 is as it stands
	why     reason.Reason // what is believed to have happened
	twice   bool          // both readings of a line that was read twice have it
}

// numberReadings lists the ways to read a number, the plainest first. A machine
// takes ruled lines for 1, I or |, a comma for a point or a digit, a dollar sign for
// a digit, and letters for digits.
func numberReadings(s string, price bool) []reading {
	var out []reading
	add := func(s string, cost int, why reason.Reason) {
		n, ok := printed.ParseNumber(s)
		if !ok || n.V.Sign() < 0 {
			return
		}
		for i := range out {
			if out[i].v.Cmp(n.V) == 0 {
				return
			}
		}
		out = append(out, reading{v: n.V, dollars: n.Dollars, cost: cost, why: why})
	}
	s = strings.ReplaceAll(form.Latinize(s), " ", "")
	add(s, 0, reason.AsItStands)
	bare := strings.TrimLeft(s, edges+`\`)
	if rest := strings.TrimLeft(bare, "$"+edges+`\|[{(`); rest != bare && strings.Contains(bare[:len(bare)-len(rest)], "$") {
		bare = "$" + rest
	}
	bare = strings.TrimRight(bare, edges)
	bare = strings.TrimRight(bare, "|]})JIl")
	bare = strings.TrimLeft(bare, "|[{(JIl")
	if bare != s {
		add(bare, costSpeck, reason.RuledLineBeside)
	}
	digits := strings.Map(digitFor, bare)
	if digits != bare {
		add(digits, costLetter, reason.LetterForDigit)
		if digits == "$0" {
			out[len(out)-1].cost = costZeroDollars
		}
	}
	for _, base := range [...]string{bare, digits} {
		sign := ""
		if strings.HasPrefix(base, "$") {
			sign, base = "$", base[1:]
		}
		if i := strings.IndexByte(base, ','); i > 3 && form.IsDigits(base[:i]) {
			add(sign+strings.ReplaceAll(base, ",", ""), costLostComma, reason.LostComma)
		}
		if i := strings.IndexByte(base, ','); i == 4 && form.IsDigits(base[:i]) && base[0] != '1' {
			add(sign+base[1:], costLineAsDigit, reason.RuledLineBefore)
		}
		if len(base) > 2 && base[0] == '1' {
			add(sign+base[1:], costLineBefore, reason.RuledLineBeforeAsOne)
		}
		if len(base) > 2 && base[len(base)-1] == '1' {
			add(sign+base[:len(base)-1], costLineAfter, reason.RuledLineAfterAsOne)
		}
		if len(base) > 3 && base[0] == '1' && base[len(base)-1] == '1' {
			add(sign+base[1:len(base)-1], costLinesAround, reason.RuledLinesAroundAsOne)
		}
		if price && len(base) > 2 && strings.IndexByte("45869", base[0]) >= 0 {
			// The point of "$151.814" is one, though "4151.814" has got a comma.
			add("$"+strings.TrimLeft(base[1:], ","), costDollarSign, reason.DollarSignAsDigit)
		}
	}
	if !price {
		for _, base := range [...]string{bare, digits} {
			for _, cut := range [...]string{base, strings.TrimPrefix(base, "1"), strings.TrimSuffix(base, "1"), strings.TrimSuffix(strings.TrimPrefix(base, "1"), "1")} {
				if grouped := strings.ReplaceAll(cut, ".", ","); grouped != cut {
					cost := costPoint
					if cut != base {
						cost = costPointAndLine
					}
					add(grouped, cost, reason.CommaAsPoint)
				}
			}
		}
	}
	return out
}

// digitFor gives the digit that a letter looks like.
func digitFor(r rune) rune {
	switch r {
	case 'O', 'o', 'Q', 'U', 'D':
		return '0'
	case 'l', 'I', 'i', '|', '!':
		return '1'
	case 'Z', 'z':
		return '2'
	case 'S', 's':
		return '5'
	case 'B':
		return '8'
	case 'g', 'q':
		return '9'
	}
	return r
}

// dateReadings lists the ways to read a date.
func dateReadings(s string) []ownership.Date {
	var out []ownership.Date
	add := func(s string) {
		if d, ok := printed.Slashed(s); ok {
			for _, have := range out {
				if have == d {
					return
				}
			}
			out = append(out, d)
		}
	}
	s = strings.ReplaceAll(form.Latinize(s), " ", "")
	add(s)
	bare := strings.Trim(s, edges+"JIl()")
	add(bare)
	digits := strings.Map(digitFor, bare)
	add(digits)
	for _, b := range [...]string{bare, digits} {
		if len(b) > 8 && b[0] == '1' {
			add(b[1:])
		}
		if len(b) > 10 && b[len(b)-1] == '1' {
			add(b[:len(b)-1])
		}
		if len(b) > 11 {
			add(b[1 : len(b)-1])
		}
	}
	return out
}

// Misplaced reports whether two cells or more hold what their columns cannot.
func Misplaced(cols []form.Column, line []printed.Cell) bool {
	odd := 0
	for i := 1; i < len(line) && i < len(cols); i++ {
		if len(line[i].Words) == 0 {
			continue
		}
		if text := printed.Joined(line[i].Words); !printed.LooksLike(cols[i], text) && !CouldBe(cols[i], text) {
			odd++
			if len(line[i].Words) > 2 && !cols[i].IsText() {
				odd++ // cells that ran together
			}
		}
	}
	return odd >= 2
}

// CouldBe reports whether text can be read as what a column holds once it is
// repaired.
func CouldBe(c form.Column, s string) bool {
	switch c.Class() {
	case form.ClassDate:
		return strings.Count(s, "/") == 2 && len(s) >= 8 && len(s) <= 12
	case form.ClassCode:
		_, ok := codeShape(s)
		return ok
	case form.ClassSign:
		_, ok := SignShape(s)
		return ok
	case form.ClassOwner:
		_, ok := sideShape(s)
		return ok
	case form.ClassAmount, form.ClassPrice:
		return len(numberReadings(s, c.Class() == form.ClassPrice)) > 0
	}
	return false
}

// Confusable reports whether two readings may be of the same print.
func Confusable(a, b string) bool {
	a, b = form.Latinize(a), form.Latinize(b)
	if a == b || sheet.Within(a, b, 1) {
		return true
	}
	x, okX := codeShape(a)
	y, okY := codeShape(b)
	return okX && okY && x == y
}
