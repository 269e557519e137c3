package parser

import (
	"fmt"

	"filingview/parser/ownership"
)

// checkSignatures holds the signatures against the owners: signature-missing,
// signature-date-missing, signature-attorney, signature-fewer-than-owners,
// signature-in-exhibit (EDGAR ownership specification 4.3.7; Form 4, instruction
// on signatures).
func checkSignatures(f *ownership.Filing) {
	named, first, forAll := 0, 0, false
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
		name := fmt.Sprintf("signatures[%d].name", i)
		if s.Date.State == ownership.Absent || s.Date.State == ownership.Blank {
			report(f, "signature-date-missing", ownership.Warning,
				fmt.Sprintf("The signature “%s” has no date.", clipText(s.Name.V)), name)
		}
		exhibit := mentions(s.Name.V, "exhibit", "see attached", "attached", "signature page")
		if exhibit {
			report(f, "signature-in-exhibit", ownership.Info,
				fmt.Sprintf("“%s” points to signatures outside this document.", clipText(s.Name.V)), name)
		}
		if isAttorney(s.Name.V) {
			report(f, "signature-attorney", ownership.Info,
				fmt.Sprintf("Signed for another: “%s”.", clipText(s.Name.V)), name)
		}
		forAll = forAll || exhibit || mentions(s.Name.V, "on behalf", "each", "all reporting", "reporting persons", "reporting owners")
	}
	switch {
	case named == 0:
		report(f, "signature-missing", ownership.Error, "The filing has no signature.", formPath(f)...)
	case named < len(f.Owners) && !forAll:
		report(f, "signature-fewer-than-owners", ownership.Info,
			fmt.Sprintf("%d of %d reporting owners signed, as far as the signatures show.", named, len(f.Owners)), fmt.Sprintf("signatures[%d].name", first))
	}
}

// isAttorney reports whether a signature says that it is given for another. Every
// signature of an entity is "by" somebody; that alone says nothing.
func isAttorney(name string) bool {
	return hasWord(name, "attorney-in-fact", "attorney in fact", "attorney-in fact", "attorney in-fact", "attorneys-in-fact", "atty-in-fact",
		"attorney-infact", "power of attorney", "poa", "p.o.a", "on behalf of")
}
