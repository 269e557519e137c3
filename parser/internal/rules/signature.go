package rules

import (
	"fmt"
	"strconv"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// checkSignatures holds the signatures against the owners: signature-missing,
// signature-date-missing, signature-attorney, signature-fewer-than-owners,
// signature-in-exhibit (EDGAR ownership specification 4.3.7; Form 4, instruction
// on signatures).
func checkSignatures(f *ownership.Filing) {
	named, first, forAll := 0, 0, false
	var attorneys []string // the paths of the names of those who signed for another
	signer := ""           // the first of them
	for i := range f.Signatures {
		s := &f.Signatures[i]
		if !s.Name.IsKnown() {
			continue
		}
		if named++; named > maxFindings {
			break
		}
		if named == 1 {
			first = i
		}
		said := s.Name.V
		if len(said) > 60 {
			said = wording.Clip(said)
		}
		path := func() string { return "signatures[" + strconv.Itoa(i) + "].name" }
		name := strings.ToLower(s.Name.V)
		if s.Date.State == ownership.Absent || s.Date.State == ownership.Blank {
			report(f, ownership.RuleSignatureDateMissing,
				fmt.Sprintf("The signature “%s” has no date.", said), path())
		}
		exhibit := strings.Contains(name, "exhibit") || strings.Contains(name, "attached") || strings.Contains(name, "signature page")
		if exhibit {
			report(f, ownership.RuleSignatureInExhibit,
				fmt.Sprintf("“%s” points to signatures outside this document.", said), path())
		}
		if isAttorney(name) {
			if attorneys = append(attorneys, path()); signer == "" {
				signer = said
			}
		}
		forAll = forAll || exhibit || len(f.Owners) > 1 && (strings.Contains(name, "on behalf") || mentions(name, "each", "all reporting", "reporting persons", "reporting owners"))
	}
	switch n := len(attorneys); {
	case n == 1:
		report(f, ownership.RuleSignatureAttorney, "Signed for another: “"+signer+"”.", attorneys...)
	case n > 1:
		report(f, ownership.RuleSignatureAttorney, wording.Number(n)+" signatures are given for another, the first “"+signer+"”.", attorneys...)
	}
	switch {
	case named == 0:
		report(f, ownership.RuleSignatureMissing, "The filing has no signature.", formPath(f)...)
	case named < len(f.Owners) && !forAll:
		report(f, ownership.RuleSignatureFewerThanOwners,
			fmt.Sprintf("%d of %d reporting owners signed, as far as the signatures show.", named, len(f.Owners)), fmt.Sprintf("signatures[%d].name", first))
	}
}

// isAttorney reports whether a signature, in lower case, says that it is given for
// another. Every signature of an entity is "by" somebody; that alone says nothing.
func isAttorney(name string) bool {
	if i := strings.Index(name, "att"); i >= 0 && strings.Contains(name[i:], "fact") {
		for _, w := range [...]string{"attorney-in-fact", "attorney in fact", "attorney-in fact", "attorney in-fact", "attorneys-in-fact", "atty-in-fact", "attorney-infact"} {
			if strings.Contains(name[i:], w) {
				return true
			}
		}
	}
	return strings.Contains(name, "power of attorney") || strings.Contains(name, "on behalf of") || hasWord(name, "poa", "p.o.a")
}
