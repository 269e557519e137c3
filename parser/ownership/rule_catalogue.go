package ownership

// ruleEntry is what the catalogue says of a rule.
type ruleEntry struct {
	name     string
	severity Severity
	scope    string
	ground   string
}

// catalogue is an array indexed by the rule, so that looking one up costs nothing.
var catalogue = [...]ruleEntry{
	0: {}, // no rule

	// Reconciliation of the holdings.
	RuleRunningBalance:     {"running-balance", Warning, "bucket", "Form 4, column 5 and 9 headings; arithmetic"},
	RuleFinalTotalRepeated: {"final-total-repeated", Info, "bucket", "Form 4, Instruction 4(a)(i)"},
	RuleDateBlockTotal:     {"date-block-total", Info, "bucket", "arithmetic"},
	RuleReverseOrder:       {"reverse-order", Info, "bucket", "EDGAR ownership specification 4.3.3; arithmetic"},
	RuleLastOnlyTotal:      {"last-only-total", Info, "bucket", "practice on printed forms"},
	RuleOpeningNegative:    {"opening-negative", Error, "bucket", "arithmetic"},
	RuleBalanceNegative:    {"balance-negative", Error, "bucket", "arithmetic"},
	RuleRollForward:        {"roll-forward", Warning, "cross-filing", "Form 4, Instruction 4(a); arithmetic"},
	RuleSplitRatio:         {"split-ratio", Info, "cross-filing", "Rule 16a-9; arithmetic"},
	RuleExerciseLink:       {"exercise-link", Warning, "link", "Form 4, Table II column 7; arithmetic"},
	RuleExercisePriceLink:  {"exercise-price-link", Warning, "link", "arithmetic"},
	RuleRatioConstant:      {"ratio-constant", Warning, "bucket", "arithmetic"},
	RuleWithholdBound:      {"withhold-bound", Warning, "link", "Rule 16b-3(e); arithmetic"},
	RuleDerivFollowing:     {"deriv-following", Warning, "bucket", "Form 4, Table II column 9 heading; arithmetic"},
	RuleAllSeriesTotal:     {"all-series-total", Info, "bucket", "practice of filers"},
	RuleValueChain:         {"value-chain", Warning, "bucket", "EDGAR ownership specification, conditions 4 and 7; arithmetic"},
	RuleSwapExcluded:       {"swap-excluded", Info, "row", "EDGAR ownership specification 4.3.8"},
	RuleTransferPair:       {"transfer-pair", Info, "link", "Rule 16a-13"},
	RuleFormChangeGap:      {"form-change-gap", Info, "cross-filing", "Rule 16a-13"},
	RuleTrancheRange:       {"tranche-range", Warning, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	RuleAmountValue:        {"amount-value", Info, "filing", "arithmetic"},
	RuleJointNoDouble:      {"joint-no-double", Info, "cross-filing", "EDGAR ownership specification, limit of 10 owners"},
	RuleHoldingVsChain:     {"holding-vs-chain", Warning, "bucket", "arithmetic"},
	RuleTotalRow:           {"total-row", Info, "bucket", "arithmetic"},
	RuleSplitFilingChain:   {"split-filing-chain", Info, "cross-filing", "EDGAR ownership specification, limit of 30 lines in a table"},
	RuleAmendmentMerge:     {"amendment-merge", Info, "cross-filing", "practice of amendments"},
	RuleForm5Catchup:       {"form5-catchup", Info, "cross-filing", "EDGAR ownership specification 4.3.8.3"},
	RuleDigitSlip:          {"digit-slip", Hint, "bucket", "arithmetic"},

	// Dates.
	RuleTxnAfterSignature:          {"txn-after-signature", Error, "row", "order of dates"},
	RuleTxnAfterFiled:              {"txn-after-filed", Error, "row", "order of dates"},
	RuleSignatureAfterFiled:        {"signature-after-filed", Warning, "filing", "order of dates"},
	RuleDateImplausibleCentury:     {"date-implausible-century", Error, "field", "plausible years"},
	RuleDateMissing:                {"date-missing", Error, "row", "EDGAR ownership specification, dates"},
	RulePeriodNotEarliest:          {"period-not-earliest", Warning, "filing", "Form 4, box 3"},
	RulePeriodHeaderMismatch:       {"period-header-mismatch", Warning, "filing", "agreement with EDGAR's header"},
	RuleForm5PeriodNotFYE:          {"form5-period-not-fye", Warning, "filing", "Form 5, box 3"},
	RuleTxnOnNontradingDay:         {"txn-on-nontrading-day", Warning, "row", "trading days of the exchanges"},
	RuleDeemedBeforeTxn:            {"deemed-before-txn", Error, "row", "Rule 16a-3(g)"},
	RuleDeemedTooLate:              {"deemed-too-late", Warning, "row", "Rule 16a-3(g)(2) and (3)"},
	RuleDeemedWithoutGround:        {"deemed-without-ground", Info, "row", "Rule 16a-3(g)"},
	RuleExercisableAfterExpiration: {"exercisable-after-expiration", Error, "row-II", "order of dates"},
	RuleExpiredBeforeTxn:           {"expired-before-txn", Error, "row-II", "order of dates"},
	RuleExercisedBeforeExercisable: {"exercised-before-exercisable", Warning, "row-II", "order of dates"},

	// Timeliness.
	RuleLateForm4:                  {"late-form4", Warning, "row", "Exchange Act Section 16(a)(2)(C); Rule 16a-3(g)"},
	RuleLateForm3:                  {"late-form3", Warning, "filing", "Exchange Act Section 16(a)(2)(B)"},
	RuleLateForm5:                  {"late-form5", Warning, "filing", "Rule 16a-3(f)"},
	RuleAcceptedAfter2200:          {"accepted-after-2200", Info, "filing", "Regulation S-T, Rules 12(c) and 13(a)(4)"},
	RuleTimelinessInconsistent:     {"timeliness-inconsistent", Warning, "row", "EDGAR ownership specification 4.3.8.2 and 4.3.8.3"},
	RuleForm4TypeOnForm5:           {"form4-type-on-form5", Info, "row", "EDGAR ownership specification 3.6.3"},
	RuleOriginalDateMissing:        {"original-date-missing", Error, "filing", "EDGAR ownership specification 3.5"},
	RuleOriginalDateUnexpected:     {"original-date-unexpected", Warning, "filing", "EDGAR ownership specification 3.5"},
	RuleOriginalDateNotBeforeFiled: {"original-date-not-before-filed", Error, "filing", "order of dates"},
	RuleDoctypeHeaderMismatch:      {"doctype-header-mismatch", Error, "filing", "EDGAR ownership specification 4.3"},

	// Codes.
	RuleCodeUnknown:               {"code-unknown", Error, "row", "EDGAR ownership specification 3.6.9"},
	RuleCodeObsolete:              {"code-obsolete", Info, "row", "Form 4 of 1991, instructions"},
	RuleCodeSignMismatch:          {"code-sign-mismatch", Error, "row", "Form 4, Instruction 8"},
	RuleCodeTableMismatch:         {"code-table-mismatch", Warning, "row", "Form 4, Instruction 8"},
	RuleJNeedsFootnote:            {"j-needs-footnote", Warning, "row", "Form 4, Instruction 8, code J"},
	RuleSwapUnexplained:           {"swap-unexplained", Warning, "row", "Form 4, Instruction 4"},
	RuleKAsSoleCode:               {"k-as-sole-code", Warning, "row", "EDGAR ownership specification 4.3.8"},
	RuleGiftDispositionOnForm5:    {"gift-disposition-on-form5", Warning, "row", "Rule 16a-3(f) as amended in 2022"},
	RuleSmallAcquisitionOverLimit: {"small-acquisition-over-limit", Info, "row", "Rule 16a-6"},

	// Prices.
	RulePriceMissingNoFootnote:      {"price-missing-no-footnote", Error, "row", "EDGAR ownership specification, condition 8"},
	RulePriceZeroMarketTrade:        {"price-zero-market-trade", Warning, "row", "Form 4, Instruction 8, codes P and S"},
	RulePriceOnGift:                 {"price-on-gift", Warning, "row", "Form 4, Instruction 8, codes G and W"},
	RulePriceOutlier:                {"price-outlier", Warning, "row", "comparison with other lines"},
	RulePriceIsTotal:                {"price-is-total", Warning, "row", "comparison with other lines"},
	RuleWeightedAverageNoRange:      {"weighted-average-no-range", Info, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	RuleRangeOverOneDollar:          {"range-over-one-dollar", Warning, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	RuleDerivativePriceEqualsStrike: {"derivative-price-equals-strike", Hint, "row-II", "Form 4, Table II column 8"},

	// Amounts.
	RuleSharesZero:               {"shares-zero", Warning, "row", "a transaction changes holdings"},
	RuleSharesNegative:           {"shares-negative", Error, "row", "EDGAR ownership specification, amounts"},
	RuleSharesFractional:         {"shares-fractional", Info, "row", "EDGAR ownership specification, amounts"},
	RuleFollowingMissing:         {"following-missing", Error, "row", "EDGAR ownership specification, condition 7"},
	RuleSharesAndValueBoth:       {"shares-and-value-both", Error, "row", "EDGAR ownership specification, conditions 4, 6 and 7"},
	RuleUnderlyingMissing:        {"underlying-missing", Error, "row-II", "EDGAR ownership specification, conditions 6 and 8"},
	RuleUnderlyingValueForShares: {"underlying-value-for-shares", Hint, "row-II", "comparison with other lines"},
	RuleRoundNumberTypo:          {"round-number-typo", Hint, "row", "arithmetic"},
	RuleDuplicateRow:             {"duplicate-row", Warning, "filing", "comparison with other lines"},

	// Ownership.
	RuleOwnershipMissing: {"ownership-missing", Error, "row", "EDGAR ownership specification, nature of ownership"},
	RuleOwnershipBoth:    {"ownership-both", Warning, "row", "Form 4, Instruction 4(b)"},
	RuleNatureMissing:    {"nature-missing", Error, "row", "EDGAR ownership specification, condition 5"},
	RuleNatureOnDirect:   {"nature-on-direct", Warning, "row", "EDGAR ownership specification, condition 5"},
	RuleNatureGeneric:    {"nature-generic", Info, "row", "Form 4, Instruction 4(b)"},

	// Header.
	RuleRelationshipMissing:     {"relationship-missing", Error, "owner", "EDGAR ownership specification, condition 1"},
	RuleOfficerTitleMissing:     {"officer-title-missing", Error, "owner", "EDGAR ownership specification, condition 2"},
	RuleOtherTextMissing:        {"other-text-missing", Error, "owner", "EDGAR ownership specification, condition 3"},
	RuleOfficerTitleWithoutFlag: {"officer-title-without-flag", Info, "owner", "consistency of box 5"},
	RuleJointBoxMismatch:        {"joint-box-mismatch", Warning, "filing", "Form 4, box 6"},
	RuleOwnersOverTen:           {"owners-over-ten", Warning, "filing", "EDGAR ownership specification, limit of 10 owners"},
	RuleRowsOverThirty:          {"rows-over-thirty", Warning, "filing", "EDGAR ownership specification, limit of 30 lines in a table"},
	RuleOwnerIsIssuer:           {"owner-is-issuer", Info, "filing", "comparison of the CIKs"},
	RuleTickerPlaceholder:       {"ticker-placeholder", Info, "filing", "practice of filers"},
	RuleForm4Empty:              {"form4-empty", Error, "filing", "EDGAR ownership specification 4.3 and 4.3.3"},
	RuleForm3Empty:              {"form3-empty", Warning, "filing", "EDGAR ownership specification 4.3"},
	RuleForm3NoneButRows:        {"form3-none-but-rows", Error, "filing", "consistency of the box and the tables"},
	RuleForm3HasTransactions:    {"form3-has-transactions", Error, "filing", "EDGAR ownership specification 3.5"},
	RuleExitBoxSet:              {"exit-box-set", Info, "filing", "Form 4, Instruction 1(b)"},

	// Rule 10b5-1(c).
	RulePlanBoxNoDate:         {"plan-box-no-date", Warning, "filing", "Form 4, Instruction 10"},
	RulePlanFootnoteNoBox:     {"plan-footnote-no-box", Warning, "filing", "Form 4, Instruction 10"},
	RulePlanCoolingOffShort:   {"plan-cooling-off-short", Info, "filing", "Rule 10b5-1(c)(1)(ii)(B)"},
	RulePlanBoxUnrelatedCodes: {"plan-box-unrelated-codes", Hint, "filing", "Form 4, Instruction 10"},

	// Footnotes.
	RuleFootnoteDangling:      {"footnote-dangling", Error, "footnote", "EDGAR ownership specification, footnote references"},
	RuleFootnoteUnreferenced:  {"footnote-unreferenced", Warning, "footnote", "EDGAR ownership specification 5"},
	RuleFootnoteDuplicateID:   {"footnote-duplicate-id", Error, "footnote", "EDGAR ownership specification 4.3.5"},
	RuleFootnoteRefRepeated:   {"footnote-ref-repeated", Info, "field", "EDGAR ownership specification 4.3.6"},
	RuleFootnoteDuplicateText: {"footnote-duplicate-text", Info, "footnote", "comparison of the notes"},
	RuleFootnoteNumberGap:     {"footnote-number-gap", Info, "footnote", "order of the notes"},
	RuleFootnoteEmpty:         {"footnote-empty", Warning, "footnote", "a note explains"},
	RuleFootnoteOverLimit:     {"footnote-over-limit", Info, "footnote", "EDGAR ownership specification, limit of 1,000 characters"},
	RuleFootnoteTruncated:     {"footnote-truncated", Warning, "footnote", "EDGAR ownership specification, limit of 1,000 characters"},
	RuleFootnoteInExhibit:     {"footnote-in-exhibit", Info, "footnote", "practice of filers"},
	RuleFootnoteOrphanText:    {"footnote-orphan-text", Warning, "footnote", "layout of the printed form"},

	// Signatures.
	RuleSignatureMissing:         {"signature-missing", Error, "filing", "EDGAR ownership specification, signatures"},
	RuleSignatureDateMissing:     {"signature-date-missing", Warning, "filing", "EDGAR ownership specification, signatures"},
	RuleSignatureAttorney:        {"signature-attorney", Info, "filing", "Form 4, instruction on signatures"},
	RuleSignatureFewerThanOwners: {"signature-fewer-than-owners", Info, "filing", "EDGAR ownership specification 4.3.7"},
	RuleSignatureInExhibit:       {"signature-in-exhibit", Info, "filing", "practice of filers"},

	// Titles and tables.
	RuleDerivativeTitleInTable1:  {"derivative-title-in-table1", Warning, "row-I", "Form 4, headings of the tables"},
	RuleUnderlyingTitleUnmatched: {"underlying-title-unmatched", Warning, "row-II", "comparison with other lines"},
	RuleTitleVariant:             {"title-variant", Hint, "filing", "comparison with other lines"},
	RuleHoldingRowDuplicate:      {"holding-row-duplicate", Warning, "filing", "comparison with other lines"},

	// Scans and prints.
	RuleOCRGhostRow:     {"ocr-ghost-row", Info, "text", "damage of scans"},
	RuleHomoglyphFolded: {"homoglyph-folded", Info, "text", "damage of scans"},
	RuleOCRRuleDigit:    {"ocr-rule-digit", Info, "text", "damage of scans"},

	// What the ledger says of lines and gaps beside the rule book.
	RuleFirstSeen:         {"first-seen", Info, "bucket", "no earlier balance is at hand"},
	RuleAmountMissing:     {"amount-missing", Info, "bucket", "Form 4, columns 4 and 5; arithmetic"},
	RuleNoteWithoutFigure: {"note-without-figure", Info, "cross-filing", "words of the note on the total"},
	RuleNoteOnTotal:       {"note-on-total", Info, "cross-filing", "a number in the note on the total"},
	RuleRounding:          {"rounding", Info, "bucket", "EDGAR ownership specification, four decimals; arithmetic"},
	RuleMisprint:          {"misprint", Hint, "bucket", "the next line confirms the other figure; arithmetic"},
	RuleStaleTotal:        {"stale-total", Hint, "cross-filing", "an earlier total stands again and the next line does not follow it"},
	RulePerLotTotal:       {"per-lot-total", Hint, "bucket", "practice of filers"},
	RuleMissingFiling:     {"missing-filing", Info, "cross-filing", "time without a report, or the count of parts in the remarks"},
	RuleBeforeForm3:       {"before-form3", Info, "cross-filing", "Rule 16a-2(a)"},
	RuleForm3Underlying:   {"form3-underlying", Info, "cross-filing", "Form 3, Table II column 3; arithmetic"},
	RuleHolderMisprint:    {"holder-misprint", Hint, "cross-filing", "comparison with other filings"},

	// How the file is written.
	RuleValueMalformed:      {"value-malformed", Error, "field", "EDGAR ownership specification, data types"},
	RuleDraftAccessCode:     {"draft-access-code", Warning, "owner", "EDGAR Filer Manual, access codes"},
	RuleCharsetWindows1252:  {"charset-windows-1252", Info, "source", "XML 1.0, section 4.3.3"},
	RuleXMLDamaged:          {"xml-damaged", Warning, "source", "XML 1.0"},
	RuleXMLEntityUnknown:    {"xml-entity-unknown", Warning, "source", "XML 1.0, section 4.1"},
	RuleXMLStrayText:        {"xml-stray-text", Warning, "source", "EDGAR ownership specification, elements"},
	RuleXMLElementUnknown:   {"xml-element-unknown", Info, "source", "EDGAR ownership specification, elements"},
	RuleXMLElementMisplaced: {"xml-element-misplaced", Warning, "source", "EDGAR ownership specification, elements"},
	RuleXMLElementRepeated:  {"xml-element-repeated", Warning, "source", "EDGAR ownership specification, elements"},
	RuleXMLFindingsCut:      {"xml-findings-cut", Warning, "source", "bound of this reader"},
	RuleDocumentCut:         {"document-cut", Error, "source", "Forms 3, 4 and 5, General Instruction 7 (signature)"},
	RulePageDamaged:         {"page-damaged", Warning, "source", "HTML, tables; Forms 3, 4 and 5, headings of the tables"},
	RulePartyHeaderMismatch: {"party-header-mismatch", Warning, "filing", "agreement with EDGAR's header"},
	RuleHeaderIncomplete:    {"header-incomplete", Info, "source", "EDGAR submission, its header"},
	RuleSubmissionCut:       {"submission-cut", Warning, "source", "EDGAR submission, its end tag"},
	RuleDataSetDamaged:      {"data-set-damaged", Warning, "source", "SEC, Insider Transactions Data Sets, tables"},
	RuleDataSetOrder:        {"data-set-order", Hint, "source", "SEC, Insider Transactions Data Sets, tables"},
}
