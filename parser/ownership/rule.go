package ownership

import "fmt"

// Rule is a rule of the catalogue: what a finding holds a filing against, or what
// decided the state of a line. The zero Rule is none. The numbers may change from
// version to version; the names are stable, and they are what JSON holds.
type Rule uint8

const (
	_ Rule = iota // no rule

	// Reconciliation of the holdings.
	RuleRunningBalance
	RuleFinalTotalRepeated
	RuleDateBlockTotal
	RuleReverseOrder
	RuleLastOnlyTotal
	RuleOpeningNegative
	RuleBalanceNegative
	RuleRollForward
	RuleSplitRatio
	RuleExerciseLink
	RuleExercisePriceLink
	RuleRatioConstant
	RuleWithholdBound
	RuleDerivFollowing
	RuleAllSeriesTotal
	RuleValueChain
	RuleSwapExcluded
	RuleTransferPair
	RuleFormChangeGap
	RuleTrancheRange
	RuleAmountValue
	RuleJointNoDouble
	RuleHoldingVsChain
	RuleTotalRow
	RuleSplitFilingChain
	RuleAmendmentMerge
	RuleForm5Catchup
	RuleDigitSlip

	// Dates.
	RuleTxnAfterSignature
	RuleTxnAfterFiled
	RuleSignatureAfterFiled
	RuleDateImplausibleCentury
	RuleDateMissing
	RulePeriodNotEarliest
	RulePeriodHeaderMismatch
	RuleForm5PeriodNotFYE
	RuleTxnOnNontradingDay
	RuleDeemedBeforeTxn
	RuleDeemedTooLate
	RuleDeemedWithoutGround
	RuleExercisableAfterExpiration
	RuleExpiredBeforeTxn
	RuleExercisedBeforeExercisable

	// Timeliness.
	RuleLateForm4
	RuleLateForm3
	RuleLateForm5
	RuleAcceptedAfter2200
	RuleTimelinessInconsistent
	RuleForm4TypeOnForm5
	RuleOriginalDateMissing
	RuleOriginalDateUnexpected
	RuleOriginalDateNotBeforeFiled
	RuleDoctypeHeaderMismatch

	// Codes.
	RuleCodeUnknown
	RuleCodeObsolete
	RuleCodeSignMismatch
	RuleCodeTableMismatch
	RuleJNeedsFootnote
	RuleSwapUnexplained
	RuleKAsSoleCode
	RuleGiftDispositionOnForm5
	RuleSmallAcquisitionOverLimit

	// Prices.
	RulePriceMissingNoFootnote
	RulePriceZeroMarketTrade
	RulePriceOnGift
	RulePriceOutlier
	RulePriceIsTotal
	RuleWeightedAverageNoRange
	RuleRangeOverOneDollar
	RuleDerivativePriceEqualsStrike

	// Amounts.
	RuleSharesZero
	RuleSharesNegative
	RuleSharesFractional
	RuleFollowingMissing
	RuleSharesAndValueBoth
	RuleUnderlyingMissing
	RuleUnderlyingValueForShares
	RuleRoundNumberTypo
	RuleDuplicateRow

	// Ownership.
	RuleOwnershipMissing
	RuleOwnershipBoth
	RuleNatureMissing
	RuleNatureOnDirect
	RuleNatureGeneric

	// Header.
	RuleRelationshipMissing
	RuleOfficerTitleMissing
	RuleOtherTextMissing
	RuleOfficerTitleWithoutFlag
	RuleJointBoxMismatch
	RuleOwnersOverTen
	RuleRowsOverThirty
	RuleOwnerIsIssuer
	RuleTickerPlaceholder
	RuleForm4Empty
	RuleForm3Empty
	RuleForm3NoneButRows
	RuleForm3HasTransactions
	RuleExitBoxSet

	// Rule 10b5-1(c).
	RulePlanBoxNoDate
	RulePlanFootnoteNoBox
	RulePlanCoolingOffShort
	RulePlanBoxUnrelatedCodes

	// Footnotes.
	RuleFootnoteDangling
	RuleFootnoteUnreferenced
	RuleFootnoteDuplicateID
	RuleFootnoteRefRepeated
	RuleFootnoteDuplicateText
	RuleFootnoteNumberGap
	RuleFootnoteEmpty
	RuleFootnoteOverLimit
	RuleFootnoteTruncated
	RuleFootnoteInExhibit
	RuleFootnoteOrphanText

	// Signatures.
	RuleSignatureMissing
	RuleSignatureDateMissing
	RuleSignatureAttorney
	RuleSignatureFewerThanOwners
	RuleSignatureInExhibit

	// Titles and tables.
	RuleDerivativeTitleInTable1
	RuleUnderlyingTitleUnmatched
	RuleTitleVariant
	RuleHoldingRowDuplicate

	// Scans and prints.
	RuleOCRGhostRow
	RuleHomoglyphFolded
	RuleOCRRuleDigit

	// What the ledger says of lines and gaps beside the rule book.
	RuleFirstSeen
	RuleAmountMissing
	RuleNoteOnTotal
	RuleNoteWithoutFigure
	RuleRounding
	RuleMisprint
	RuleStaleTotal
	RulePerLotTotal
	RuleMissingFiling
	RuleBeforeForm3
	RuleForm3Underlying
	RuleHolderMisprint

	// How the file is written.
	RuleValueMalformed
	RuleDraftAccessCode
	RuleCharsetWindows1252
	RuleXMLDamaged
	RuleXMLEntityUnknown
	RuleXMLStrayText
	RuleXMLElementUnknown
	RuleXMLElementMisplaced
	RuleXMLElementRepeated
	RuleXMLFindingsCut
	RuleDocumentCut
	RulePageDamaged
	RuleSubmissionCut
	RuleHeaderIncomplete
	RulePartyHeaderMismatch
	RuleDataSetDamaged
	RuleDataSetOrder
)

// Rules returns every rule: those of the rule book in its order, then those on
// how a file is written.
func Rules() []Rule {
	all := make([]Rule, 0, len(catalogue)-1)
	for i := 1; i < len(catalogue); i++ {
		all = append(all, Rule(i))
	}
	return all
}

// RuleNamed returns the rule with the name, and whether there is one.
func RuleNamed(name string) (Rule, bool) {
	for i := 1; i < len(catalogue); i++ {
		if catalogue[i].name == name {
			return Rule(i), true
		}
	}
	return 0, false
}

func (r Rule) entry() *ruleEntry {
	if int(r) < len(catalogue) {
		return &catalogue[r]
	}
	return &catalogue[0]
}

// String returns the rule's name, such as footnote-dangling; "" for no rule.
func (r Rule) String() string {
	if int(r) >= len(catalogue) {
		return fmt.Sprintf("Rule(%d)", uint8(r))
	}
	return catalogue[r].name
}

// Severity returns the severity that findings of the rule have; an exception may
// lower or raise a single finding's.
func (r Rule) Severity() Severity { return r.entry().severity }

// Scope returns how much the rule looks at: "field", "row" ("row-I", "row-II" for
// one table), "owner", "footnote", "filing", "bucket" (the lines of one account),
// "link" (lines that belong together), "cross-filing" (several filings), "text"
// (damage of scans and prints) or "source" (the XML itself).
func (r Rule) Scope() string { return r.entry().scope }

// Ground returns what the rule stands on, as a reader would cite it.
func (r Rule) Ground() string { return r.entry().ground }

// Finding returns a finding of the rule, with its severity, about cells of a
// filing.
func (r Rule) Finding(message string, paths ...string) Finding {
	return Finding{Rule: r, Severity: r.Severity(), Message: message, Paths: paths}
}

// LedgerFinding returns a finding of the rule, with its severity, about lines.
func (r Rule) LedgerFinding(message string, lines []LineRef, evidence ...Evidence) LedgerFinding {
	return LedgerFinding{Rule: r, Severity: r.Severity(), Message: message, Lines: lines, Evidence: evidence}
}

// MarshalText writes the rule's name. A number outside the catalogue is an error.
func (r Rule) MarshalText() ([]byte, error) {
	if int(r) >= len(catalogue) {
		return nil, fmt.Errorf("ownership: no rule has the number %d", uint8(r))
	}
	return []byte(catalogue[r].name), nil
}

// UnmarshalText reads a rule's name, or nothing for no rule. A name that is not in
// the catalogue is an error.
func (r *Rule) UnmarshalText(b []byte) error {
	named, ok := RuleNamed(string(b))
	if !ok && len(b) > 0 {
		return fmt.Errorf("ownership: %q is no rule", b)
	}
	*r = named
	return nil
}
