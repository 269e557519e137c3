package layout

import (
	"strings"

	"filingview/parser/internal/form"
)

// kind is what a word looks like to a column of the form.
type kind uint8

const (
	kindText kind = iota
	kindDate
	kindNumber
	kindDollar // "$" alone
	kindMark   // "(1)"
	kindA
	kindD
	kindI
	kindV
	kindCode // another letter that is a transaction code
	kindDash
	kinds // how many there are
)

// kindOf tells what a word looks like, a mark of a note after it left out.
func kindOf(s string) kind {
	if i := strings.IndexByte(s, '('); i > 0 && isMarks(s[i:]) {
		s = s[:i]
	}
	if isMarks(s) {
		return kindMark
	}
	if form.IsCurrency(s) {
		return kindDollar
	}
	switch s {
	case "A":
		return kindA
	case "D":
		return kindD
	case "I":
		return kindI
	case "V":
		return kindV
	case "-", "--", "–", "—":
		return kindDash
	}
	bare := strings.Trim(s, "|[]{}.,;:'")
	if len(bare) == 1 && strings.Contains(form.Codes, bare) && bare != "A" && bare != "D" && bare != "I" {
		return kindCode
	}
	if len(s) == 2 && s[1] == 'K' && s[0] >= 'A' && s[0] <= 'Z' || len(s) == 3 && s[1] == '/' && s[2] == 'K' {
		return kindCode
	}
	digits, slashes, other := 0, 0, 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '/':
			slashes++
		case strings.ContainsRune("$,.()|[]-\\", c):
		default:
			other++
		}
	}
	switch {
	case slashes == 2 && digits >= 4 && other <= 1:
		return kindDate
	case slashes == 0 && digits > 0 && other == 0 && strings.Trim(s, "()") == s, other == 1 && digits >= 4 && slashes == 0:
		return kindNumber
	}
	return kindText
}

// scannedKind tells what a word looks like that a machine read: what is left of
// ruled lines stands beside it, and a letter of a code may be small.
func scannedKind(s string) kind {
	bare := strings.Trim(s, "|[]{}!¦;:'`\"~—–-_.,*‘’“”°·=\\ ")
	if bare == "" {
		return kindDash
	}
	if isMarks(bare) {
		return kindMark
	}
	switch bare {
	case "A", "D", "I", "V", "$":
		return kindOf(bare)
	case "s", "m", "g", "f", "c", "x", "p", "w", "IVI", "Ss", "Mi", "M1":
		return kindCode
	case "d", "0)", "D)", "JD", "D]":
		return kindD
	}
	if k := kindOf(bare); k != kindText {
		return k
	}
	if len(bare) == 2 && bare[1] == ')' && bare[0] >= '1' && bare[0] <= '9' {
		return kindMark
	}
	return kindOf(s)
}

// isMarks reports whether text is "(1)", "(1)(2)" or "(1,2)".
func isMarks(s string) bool {
	if len(s) < 3 || s[0] != '(' || s[len(s)-1] != ')' {
		return false
	}
	var numbers [8]int
	_, ok := form.AppendMarks(numbers[:0], s)
	return ok
}
