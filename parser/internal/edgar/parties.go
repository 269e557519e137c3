package edgar

import (
	"strings"
	"unicode"

	"filingview/parser/ownership"
)

// FillFromParties fills the numbers that a printed form does not show from the header,
// where one party can be meant and has the name that the form has.
func FillFromParties(f *ownership.Filing) {
	var issuers, owners []*ownership.Party
	for i := range f.Header.Parties {
		switch p := &f.Header.Parties[i]; p.Role {
		case "issuer", "subject-company":
			issuers = append(issuers, p)
		case "reporting-owner", "filed-by":
			owners = append(owners, p)
		}
	}
	if len(issuers) == 1 && sameName(f.Issuer.Name.V, issuers[0].Name.V) {
		fill(&f.Issuer.CIK, issuers[0].CIK)
	}
	if len(owners) == 1 && len(f.Owners) == 1 && sameName(f.Owners[0].Name.V, owners[0].Name.V) {
		fill(&f.Owners[0].CIK, owners[0].CIK)
	}
}

func fill(cell *ownership.Value[string], from ownership.Value[string]) {
	if cell.State == ownership.Absent && from.State == ownership.Known {
		*cell = from
		cell.How = ownership.Labeled
	}
}

// sameName compares names by their words in any order, since EDGAR turns "Alan H.
// Foster" into "FOSTER ALAN H", and shortens and ends company names in its own way.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) == len(y)
}

func nameWords(s string) map[string]bool {
	words := map[string]bool{}
	s, _, _ = strings.Cut(s, "/") // "ACME CORP /DE/"
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' }) {
		switch w {
		case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "the", "new":
		default:
			words[w] = true
		}
	}
	return words
}
