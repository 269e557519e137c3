package edgar

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// FillFromHeader fills what a printed form does not show, or what could not be read of it,
// from the header around it: the numbers where one party can be meant and has the name that
// the form has, the names and the period where the form's own are not read. Names that have
// no word in common are told of.
func FillFromHeader(f *ownership.Filing) {
	var issuers, owners []*ownership.Party
	for i := range f.Header.Parties {
		switch p := &f.Header.Parties[i]; p.Role {
		case "issuer", "subject-company":
			issuers = append(issuers, p)
		case "reporting-owner", "filed-by":
			owners = append(owners, p)
		}
	}
	if len(issuers) == 1 {
		fillParty(f, issuers[0], &f.Issuer.Name, &f.Issuer.CIK, "issuer")
	}
	if len(owners) > 1 && len(f.Owners) == 1 { // the others may stand on a page that is not read
		f.Findings = slices.DeleteFunc(f.Findings, func(x ownership.Finding) bool { return x.Rule == ownership.RuleJointBoxMismatch })
	}
	if len(owners) == 1 && len(f.Owners) == 0 && owners[0].Name.IsKnown() {
		f.Owners = make([]ownership.Owner, 1)
	}
	if len(owners) == 1 && len(f.Owners) == 1 {
		fillParty(f, owners[0], &f.Owners[0].Name, &f.Owners[0].CIK, "owners[0]")
	}
	if p := &f.PeriodOfReport; !p.IsKnown() && p.Raw == "" && f.Header.PeriodOfReport.IsKnown() {
		*p = f.Header.PeriodOfReport
		p.How = ownership.Labeled
	}
}

// fillParty fills the name and the number of a party of the form.
func fillParty(f *ownership.Filing, from *ownership.Party, name, cik *ownership.Value[string], path string) {
	switch {
	case !name.IsKnown() && name.Raw == "" && from.Name.IsKnown():
		*name = from.Name
		name.How = ownership.Labeled
	case !name.IsKnown() || !from.Name.IsKnown():
		return
	case strange(name.V, from):
		f.Findings = append(f.Findings, ownership.RulePartyHeaderMismatch.Finding(
			"The form names “"+wording.Clip(name.V)+"”, EDGAR's header “"+wording.Clip(from.Name.V)+"”.", path+".name"))
	}
	if sameName(name.V, from.Name.V) {
		fill(cik, from.CIK)
	}
}

// strange reports whether a name has no word in common with the name of a party or with one
// that it had before, and is none of it written together.
func strange(name string, p *ownership.Party) bool {
	known := []string{p.Name.V}
	for i := range p.FormerNames {
		known = append(known, p.FormerNames[i].Name.V)
	}
	words := nameWords(name)
	for _, k := range known {
		for w := range nameWords(k) {
			for v := range words {
				if strings.HasPrefix(v, w) || strings.HasPrefix(w, v) {
					return false
				}
			}
		}
	}
	return len(words) > 0
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
