// Package rules checks one filing against the SEC's rules and instructions for
// Forms 3, 4 and 5, and against itself, and adds what it finds to the filing. A rule
// looks at the model alone, so that it holds for every format. The catalogue of the
// rules is in parser/ownership.
package rules

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// maxFindings bounds the findings of one rule.
const maxFindings = 500

// Check adds what the rules over one filing find. It runs once, after every
// reader; a rule looks at the model only, so that it holds for every format.
func Check(f *ownership.Filing) {
	s := survey(f)
	checkValues(f, &s)
	checkFootnotes(f, &s)
	checkDraft(f)
	checkHeader(f)
	checkLines(f)
	checkDuplicates(f)
	checkTitles(f)
	checkPlan(f)
	checkSignatures(f)
	checkDates(f)
	checkLate(f)
	checkCodes(f)
	checkPrices(f)
	acquit(f)
}

// acquit drops what a filing that breaks off, or that lacks headings or lines of a table, is
// blamed for lacking: what is gone may have said it.
func acquit(f *ownership.Filing) {
	lacks, tables := false, false
	for i := range f.Findings {
		switch x := &f.Findings[i]; x.Rule {
		case ownership.RuleDocumentCut, ownership.RulePageDamaged:
			lacks = true
		case ownership.RuleDataSetDamaged:
			tables = tables || x.Severity >= ownership.Warning
		}
	}
	if !lacks && !tables {
		return
	}
	f.Findings = slices.DeleteFunc(f.Findings, func(x ownership.Finding) bool {
		switch x.Rule {
		case ownership.RuleFootnoteDangling, ownership.RuleFootnoteUnreferenced:
			return tables
		case ownership.RuleOriginalDateMissing:
			return tables
		case ownership.RulePlanFootnoteNoBox:
			return tables && f.Plan10b51.State == ownership.Absent
		case ownership.RuleCodeUnknown: // of a line without a code, not of a letter that is none
			return tables && !slices.ContainsFunc(x.Paths, func(path string) bool { return strings.HasSuffix(path, ".code") })
		case ownership.RuleSignatureMissing, ownership.RuleSignatureDateMissing, ownership.RuleSignatureFewerThanOwners,
			ownership.RuleForm4Empty, ownership.RuleForm3Empty, ownership.RuleOwnershipMissing, ownership.RuleDateMissing,
			ownership.RuleFollowingMissing, ownership.RulePriceMissingNoFootnote, ownership.RuleNatureMissing,
			ownership.RuleUnderlyingMissing, ownership.RuleFootnoteEmpty, ownership.RuleRelationshipMissing,
			ownership.RuleOfficerTitleMissing, ownership.RuleOtherTextMissing:
			return true
		}
		return false
	})
}

func isCut(f *ownership.Filing) bool {
	return slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool { return x.Rule == ownership.RuleDocumentCut })
}

// cells is what one walk over the cells gathers for the rules, most of which then
// have nothing to say.
type cells struct {
	malformed bool
	repeated  bool     // some cell cites a note twice
	cited     []string // ids in the order of first citation
}

func survey(f *ownership.Filing) cells {
	var s cells
	var seen [100]bool // EDGAR's own ids, F1 to F99, that are in cited
	for r := range f.Readings() {
		if r.State == ownership.Malformed {
			s.malformed = true
		}
		for i, id := range r.Notes {
			s.repeated = s.repeated || slices.Contains(r.Notes[:i], id)
			n := edgarNumber(id)
			if seen[n] || len(s.cited) >= maxFindings || n == 0 && slices.Contains(s.cited, id) {
				continue
			}
			seen[n] = n > 0
			s.cited = append(s.cited, id)
		}
	}
	return s
}

// checkValues tells of cells whose text is not what the form has there.
func checkValues(f *ownership.Filing, s *cells) {
	if !s.malformed {
		return
	}
	told, more := 0, 0
	var lost []string // what stands there is not known
	for c := range f.Cells() {
		switch {
		case c.State != ownership.Malformed || isBox(c.Path, c.Reading):
		case c.Raw == "":
			lost = append(lost, c.Path)
		case told == maxFindings:
			more++
		default:
			told++
			report(f, ownership.RuleValueMalformed,
				fmt.Sprintf("“%s” cannot be read as what this cell holds; it is shown as it stands.", wording.Clip(c.Raw)), c.Path)
		}
	}
	if more > 0 {
		report(f, ownership.RuleValueMalformed, wording.Number(more)+" more cells cannot be read.")
	}
	if len(lost) > 0 {
		report(f, ownership.RuleValueMalformed, count(len(lost), "cell", "cells")+" could not be read: what stands there, if anything does, is not known.", lost[:min(len(lost), maxFindings)]...)
	}
}

// checkDraft tells of an access code: EDGAR takes it out before it publishes, so
// this is a filer's own draft, and the code lets anyone file in that name.
func checkDraft(f *ownership.Filing) {
	for i := range f.Owners {
		if f.Owners[i].CCC.State == ownership.Known {
			report(f, ownership.RuleDraftAccessCode,
				"This is a draft that still holds a filer's EDGAR access code (CCC). Remove it before the file goes to anyone.",
				fmt.Sprintf("owners[%d].ccc", i))
		}
	}
}

func report(f *ownership.Filing, rule ownership.Rule, message string, paths ...string) {
	reportAs(f, rule, rule.Severity(), message, paths...)
}

// reportAs reports with another severity than the rule's own.
func reportAs(f *ownership.Filing, rule ownership.Rule, s ownership.Severity, message string, paths ...string) {
	f.Findings = append(f.Findings, ownership.Finding{Rule: rule, Severity: s, Message: message, Paths: paths})
}
