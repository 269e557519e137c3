package form

import (
	"slices"
	"strings"
)

// number reads a folded word as the number of a form: "4", "4a" of "4/A".
func number(s string) byte {
	if len(s) >= 1 && len(s) <= 3 && s[0] >= '3' && s[0] <= '5' && (len(s) == 1 || !IsDigits(s)) {
		return s[0]
	}
	return 0
}

// TitleNumber reads a line as the title "FORM 4", "SEC Form 4" or "FORM 4/A", perhaps
// with marks around it that a machine saw. It gives the form's number, or 0.
func TitleNumber(line []string) byte {
	if len(line) > 0 && line[0] == "sec" {
		line = line[1:]
	}
	if len(line) < 2 || len(line) > 5 || !Like(line[0], "form") || speaksOfForms(line) {
		return 0
	}
	return number(line[1])
}

// speaksOfForms reports whether a line is part of a sentence about forms, as those of
// the corner boxes are: "Form 5 obligations may continue", "Form 3 Holdings Reported".
func speaksOfForms(line []string) bool {
	return Holds(line, "holdings") || Holds(line, "transactions") || Holds(line, "obligations") || Holds(line, "or", "form")
}

// TitleBeside reads the title at the start of a line that holds other words beside it,
// such as the name of the SEC.
func TitleBeside(line []string, alone bool) byte {
	for i := 0; i+1 < len(line) && i < 2; i++ {
		if line[i] != "form" {
			continue
		}
		if n := number(line[i+1]); n != 0 && (len(line) <= i+4 || i == 0 && alone) && !speaksOfForms(line) {
			return n
		}
	}
	return 0
}

// StatementNumber finds the name of a statement, which tells the form, or what box 2 or
// 3 of one form alone asks for. It gives the form's number and the place of the words, or 0.
func StatementNumber(text []string) (number byte, at int) {
	for i := range statements {
		if at := Index(text, statements[i].words...); at >= 0 {
			return statements[i].number, at
		}
	}
	return 0, -1
}

// The names of the statements: Initial Statement of Beneficial Ownership of Securities
// (Form 3), Statement of Changes in Beneficial Ownership (Form 4), Annual Statement of
// Changes in Beneficial Ownership (Form 5). Form 4's is part of Form 5's.
var statements = [...]struct {
	number byte
	words  []string
}{
	{'3', []string{"initial", "statement", "of"}},
	{'3', []string{"date", "of", "event", "requiring"}},
	{'5', []string{"annual", "statement", "of"}},
	{'5', []string{"issuer's", "fiscal", "year", "ended"}},
	{'4', []string{"statement", "of", "changes"}},
}

// TableTitle finds "Table I - Non-Derivative …" or "Table II - Derivative …" in a line: 1,
// 2 or 0. The numeral alone tells nothing where a machine read it.
func TableTitle(line []string) int {
	for i := 0; i+1 < len(line); i++ {
		if !Like(line[i], "table") {
			continue
		}
		for _, w := range line[i+1 : min(len(line), i+6)] {
			switch {
			case Like(w, "non-derivative") || w == "non":
				return 1
			case Like(w, "derivative"):
				return 2
			}
		}
	}
	return 0
}

// BeginsTable reports whether a line begins with the name of a table, "Table I", whatever
// follows.
func BeginsTable(line []string) bool { return len(line) > 1 && Like(line[0], "table") }

// BeginsTableTitle reports whether a line begins with the title of Table I or II.
func BeginsTableTitle(line []string) bool {
	return BeginsTable(line) && TableTitle(line[:min(len(line), 6)]) != 0
}

// ContinuesTable reports whether a line says that a table goes on, as over the second half of
// Table II or on another page: "Table II - continued".
func ContinuesTable(line []string) bool {
	return BeginsTable(line) && len(line) <= 6 && slices.ContainsFunc(line[1:], func(w string) bool { return Like(w, "continued") || w == "cont'd" || w == "cont" })
}

// BeginsPart reports whether a paragraph begins what may follow the explanations on another
// page: a table that goes on, the head of its first column, or a page about joint filers.
// A sentence that speaks of one is longer or begins otherwise.
func BeginsPart(line []string) bool {
	switch {
	case BeginsTableTitle(line), ContinuesTable(line):
		return true
	case HasPrefix(line, "joint", "filer"), HasPrefix(line, "joint", "filers"):
		return len(line) <= 8
	case HasPrefix(line, "attachment"):
		return len(line) <= 6
	case HasPrefix(line, "form") && len(line) > 2 && number(line[1]) != 0:
		return len(line) <= 4 && ContinuesTable(append([]string{"table"}, line[2:]...))
	}
	return HasPrefix(line, "title", "of", "security") || HasPrefix(line, "title", "of", "derivative")
}

// EndsTableTitle reports whether a line has the second line of the title of Table I, "or
// Beneficially Owned".
func EndsTableTitle(line []string) bool {
	return Holds(line, "beneficially", "owned") || Holds(line, "disposed", "of") || len(line) == 1 && line[0] == "owned"
}

// IsTableSubtitle reports whether a line has what stands under the title of Table II:
// "(e.g., puts, calls, warrants, options, convertible securities)".
func IsTableSubtitle(line []string) bool { return Holds(line, "puts", "calls") }

// NamesSEC reports whether a line has the name of the SEC, which stands above the header.
func NamesSEC(line []string) bool {
	return Holds(line, "united", "states", "securities", "and", "exchange")
}

// Heading is a heading after the tables.
type Heading uint8

// The headings. "Reporting Owners" and "Signatures" are printed by EDGAR's page, not by
// the form.
const (
	HeadingNone Heading = iota
	HeadingOwners
	HeadingSignatures
	HeadingNotes // Explanation of Responses:
	HeadingRemarks
)

// HeadingOf reads a line, folded, as one of the headings; first is its first word as it
// stands. Text may follow "Explanation of Responses:" and "Remarks:".
func HeadingOf(first string, line []string) Heading {
	switch {
	case len(line) == 0:
	case len(line) == 2 && HasPrefix(line, "reporting", "owners"), IsOwnerHead(line):
		return HeadingOwners
	case len(line) == 1 && line[0] == "signatures":
		return HeadingSignatures
	case len(line) == 1 && line[0] == "remarks", OpensRemarks(first):
		return HeadingRemarks
	case HasPrefix(line, "explanation", "of", "responses"), HasPrefix(line[1:], "explanation", "of", "responses"):
		return HeadingNotes
	}
	return HeadingNone
}

// OpensRemarks reports whether a word, as it stands, is "Remarks:", with which the
// remarks begin wherever it stands in a line; text may be glued to it.
// A quoted name is no heading.
func OpensRemarks(word string) bool {
	name, _, colon := strings.Cut(word, ":")
	return colon && name != "" && name[0] != '"' && Fold(name) == "remarks"
}

// IsOwnerHead reports whether a line begins with the first head of the table of owners,
// "Reporting Owner Name / Address".
func IsOwnerHead(line []string) bool { return HasPrefix(line, "reporting", "owner", "name") }

// IsOverRoles reports whether a folded word is the head over the roles in the table of
// owners, "Relationships".
func IsOverRoles(word string) bool { return Like(word, "relationships") }
