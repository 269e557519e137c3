package ownership

import "slices"

// Rule is what a finding of its name holds a filing against.
type Rule struct {
	// Name is stable: Finding.Rule holds it.
	Name string
	// Severity is the one that findings of the rule have as a rule; an exception
	// may lower or raise a single finding's.
	Severity Severity
	// Scope is how much the rule looks at: "field", "row" ("row-I", "row-II" for
	// one table), "owner", "footnote", "filing", "bucket" (the lines of one
	// account), "link" (lines that belong together), "cross-filing" (several
	// filings), "text" (damage of scans and prints) or "source" (the XML itself).
	Scope string
	// Ground is what the rule stands on, as a reader would cite it.
	Ground string
}

// Rules returns every rule: those of the rule book in its order, then those on
// how a file is written.
func Rules() []Rule { return slices.Clone(rules[:]) }

// RuleNamed returns the rule with the name, and whether there is one.
func RuleNamed(name string) (Rule, bool) {
	for i := range rules {
		if rules[i].Name == name {
			return rules[i], true
		}
	}
	return Rule{}, false
}

var rules = [...]Rule{
	// Reconciliation of the holdings.
	{"running-balance", Warning, "bucket", "Form 4, column 5 and 9 headings; arithmetic"},
	{"final-total-repeated", Info, "bucket", "Form 4, Instruction 4(a)(i)"},
	{"date-block-total", Info, "bucket", "arithmetic"},
	{"reverse-order", Info, "bucket", "EDGAR ownership specification 4.3.3; arithmetic"},
	{"last-only-total", Info, "bucket", "practice on printed forms"},
	{"opening-negative", Error, "bucket", "arithmetic"},
	{"balance-negative", Error, "bucket", "arithmetic"},
	{"roll-forward", Warning, "cross-filing", "Form 4, Instruction 4(a); arithmetic"},
	{"split-ratio", Info, "cross-filing", "Rule 16a-9; arithmetic"},
	{"exercise-link", Warning, "link", "Form 4, Table II column 7; arithmetic"},
	{"exercise-price-link", Warning, "link", "arithmetic"},
	{"ratio-constant", Warning, "bucket", "arithmetic"},
	{"withhold-bound", Warning, "link", "Rule 16b-3(e); arithmetic"},
	{"deriv-following", Warning, "bucket", "Form 4, Table II column 9 heading; arithmetic"},
	{"all-series-total", Info, "bucket", "practice of filers"},
	{"value-chain", Warning, "bucket", "EDGAR ownership specification, conditions 4 and 7; arithmetic"},
	{"swap-excluded", Info, "row", "EDGAR ownership specification 4.3.8"},
	{"transfer-pair", Info, "link", "Rule 16a-13"},
	{"form-change-gap", Info, "cross-filing", "Rule 16a-13"},
	{"tranche-range", Warning, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	{"amount-value", Info, "filing", "arithmetic"},
	{"joint-no-double", Info, "cross-filing", "EDGAR ownership specification, limit of 10 owners"},
	{"holding-vs-chain", Warning, "bucket", "arithmetic"},
	{"total-row", Info, "bucket", "arithmetic"},
	{"split-filing-chain", Info, "cross-filing", "EDGAR ownership specification, limit of 30 lines in a table"},
	{"amendment-merge", Info, "cross-filing", "practice of amendments"},
	{"form5-catchup", Info, "cross-filing", "EDGAR ownership specification 4.3.8.3"},
	{"digit-slip", Hint, "bucket", "arithmetic"},

	// Dates.
	{"txn-after-signature", Error, "row", "order of dates"},
	{"txn-after-filed", Error, "row", "order of dates"},
	{"signature-after-filed", Warning, "filing", "order of dates"},
	{"date-implausible-century", Error, "field", "plausible years"},
	{"date-missing", Error, "row", "EDGAR ownership specification, dates"},
	{"period-not-earliest", Warning, "filing", "Form 4, box 3"},
	{"period-header-mismatch", Warning, "filing", "agreement with EDGAR's header"},
	{"form5-period-not-fye", Warning, "filing", "Form 5, box 3"},
	{"txn-on-nontrading-day", Warning, "row", "trading days of the exchanges"},
	{"deemed-before-txn", Error, "row", "Rule 16a-3(g)"},
	{"deemed-too-late", Warning, "row", "Rule 16a-3(g)(2) and (3)"},
	{"deemed-without-ground", Info, "row", "Rule 16a-3(g)"},
	{"exercisable-after-expiration", Error, "row-II", "order of dates"},
	{"expired-before-txn", Error, "row-II", "order of dates"},
	{"exercised-before-exercisable", Warning, "row-II", "order of dates"},

	// Timeliness.
	{"late-form4", Warning, "row", "Exchange Act Section 16(a)(2)(C); Rule 16a-3(g)"},
	{"late-form3", Warning, "filing", "Exchange Act Section 16(a)(2)(B)"},
	{"late-form5", Warning, "filing", "Rule 16a-3(f)"},
	{"accepted-after-2200", Info, "filing", "Regulation S-T, Rules 12(c) and 13(a)(4)"},
	{"timeliness-inconsistent", Warning, "row", "EDGAR ownership specification 4.3.8.2 and 4.3.8.3"},
	{"form4-type-on-form5", Info, "row", "EDGAR ownership specification 3.6.3"},
	{"original-date-missing", Error, "filing", "EDGAR ownership specification 3.5"},
	{"original-date-unexpected", Warning, "filing", "EDGAR ownership specification 3.5"},
	{"original-date-not-before-filed", Error, "filing", "order of dates"},
	{"doctype-header-mismatch", Error, "filing", "EDGAR ownership specification 4.3"},

	// Codes.
	{"code-unknown", Error, "row", "EDGAR ownership specification 3.6.9"},
	{"code-obsolete", Info, "row", "Form 4 of 1991, instructions"},
	{"code-sign-mismatch", Error, "row", "Form 4, Instruction 8"},
	{"code-table-mismatch", Warning, "row", "Form 4, Instruction 8"},
	{"j-needs-footnote", Warning, "row", "Form 4, Instruction 8, code J"},
	{"swap-unexplained", Warning, "row", "Form 4, Instruction 4"},
	{"k-as-sole-code", Warning, "row", "EDGAR ownership specification 4.3.8"},
	{"gift-disposition-on-form5", Warning, "row", "Rule 16a-3(f) as amended in 2022"},
	{"small-acquisition-over-limit", Info, "row", "Rule 16a-6"},

	// Prices.
	{"price-missing-no-footnote", Error, "row", "EDGAR ownership specification, condition 8"},
	{"price-zero-market-trade", Warning, "row", "Form 4, Instruction 8, codes P and S"},
	{"price-on-gift", Warning, "row", "Form 4, Instruction 8, codes G and W"},
	{"price-outlier", Warning, "row", "comparison with other lines"},
	{"price-is-total", Warning, "row", "comparison with other lines"},
	{"weighted-average-no-range", Info, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	{"range-over-one-dollar", Warning, "row", "SEC staff no-action letter of 2008-06-25 (average prices)"},
	{"derivative-price-equals-strike", Hint, "row-II", "Form 4, Table II column 8"},

	// Amounts.
	{"shares-zero", Warning, "row", "a transaction changes holdings"},
	{"shares-negative", Error, "row", "EDGAR ownership specification, amounts"},
	{"shares-fractional", Info, "row", "EDGAR ownership specification, amounts"},
	{"following-missing", Error, "row", "EDGAR ownership specification, condition 7"},
	{"shares-and-value-both", Error, "row", "EDGAR ownership specification, conditions 4, 6 and 7"},
	{"underlying-missing", Error, "row-II", "EDGAR ownership specification, conditions 6 and 8"},
	{"underlying-value-for-shares", Hint, "row-II", "comparison with other lines"},
	{"round-number-typo", Hint, "row", "arithmetic"},
	{"duplicate-row", Warning, "filing", "comparison with other lines"},

	// Ownership.
	{"ownership-missing", Error, "row", "EDGAR ownership specification, nature of ownership"},
	{"ownership-both", Warning, "row", "Form 4, Instruction 4(b)"},
	{"nature-missing", Error, "row", "EDGAR ownership specification, condition 5"},
	{"nature-on-direct", Warning, "row", "EDGAR ownership specification, condition 5"},
	{"nature-generic", Info, "row", "Form 4, Instruction 4(b)"},

	// Header.
	{"relationship-missing", Error, "owner", "EDGAR ownership specification, condition 1"},
	{"officer-title-missing", Error, "owner", "EDGAR ownership specification, condition 2"},
	{"other-text-missing", Error, "owner", "EDGAR ownership specification, condition 3"},
	{"officer-title-without-flag", Info, "owner", "consistency of box 5"},
	{"joint-box-mismatch", Warning, "filing", "Form 4, box 6"},
	{"owners-over-ten", Warning, "filing", "EDGAR ownership specification, limit of 10 owners"},
	{"rows-over-thirty", Warning, "filing", "EDGAR ownership specification, limit of 30 lines in a table"},
	{"owner-is-issuer", Info, "filing", "comparison of the CIKs"},
	{"ticker-placeholder", Info, "filing", "practice of filers"},
	{"form4-empty", Error, "filing", "EDGAR ownership specification 4.3 and 4.3.3"},
	{"form3-empty", Warning, "filing", "EDGAR ownership specification 4.3"},
	{"form3-none-but-rows", Error, "filing", "consistency of the box and the tables"},
	{"form3-has-transactions", Error, "filing", "EDGAR ownership specification 3.5"},
	{"exit-box-set", Info, "filing", "Form 4, Instruction 1(b)"},

	// Rule 10b5-1(c).
	{"plan-box-no-date", Warning, "filing", "Form 4, Instruction 10"},
	{"plan-footnote-no-box", Warning, "filing", "Form 4, Instruction 10"},
	{"plan-cooling-off-short", Info, "filing", "Rule 10b5-1(c)(1)(ii)(B)"},
	{"plan-box-unrelated-codes", Hint, "filing", "Form 4, Instruction 10"},

	// Footnotes.
	{"footnote-dangling", Error, "footnote", "EDGAR ownership specification, footnote references"},
	{"footnote-unreferenced", Warning, "footnote", "EDGAR ownership specification 5"},
	{"footnote-duplicate-id", Error, "footnote", "EDGAR ownership specification 4.3.5"},
	{"footnote-ref-repeated", Info, "field", "EDGAR ownership specification 4.3.6"},
	{"footnote-duplicate-text", Info, "footnote", "comparison of the notes"},
	{"footnote-number-gap", Info, "footnote", "order of the notes"},
	{"footnote-empty", Warning, "footnote", "a note explains"},
	{"footnote-over-limit", Info, "footnote", "EDGAR ownership specification, limit of 1,000 characters"},
	{"footnote-truncated", Warning, "footnote", "EDGAR ownership specification, limit of 1,000 characters"},
	{"footnote-in-exhibit", Info, "footnote", "practice of filers"},
	{"footnote-orphan-text", Warning, "footnote", "layout of the printed form"},

	// Signatures.
	{"signature-missing", Error, "filing", "EDGAR ownership specification, signatures"},
	{"signature-date-missing", Warning, "filing", "EDGAR ownership specification, signatures"},
	{"signature-attorney", Info, "filing", "Form 4, instruction on signatures"},
	{"signature-fewer-than-owners", Info, "filing", "EDGAR ownership specification 4.3.7"},
	{"signature-in-exhibit", Info, "filing", "practice of filers"},

	// Titles and tables.
	{"derivative-title-in-table1", Warning, "row-I", "Form 4, headings of the tables"},
	{"underlying-title-unmatched", Warning, "row-II", "comparison with other lines"},
	{"title-variant", Hint, "filing", "comparison with other lines"},
	{"holding-row-duplicate", Warning, "filing", "comparison with other lines"},

	// Scans and prints.
	{"ocr-ghost-row", Info, "text", "damage of scans"},
	{"homoglyph-folded", Info, "text", "damage of scans"},
	{"ocr-rule-digit", Info, "text", "damage of scans"},

	// What the ledger says of lines and gaps beside the rule book.
	{"first-seen", Info, "bucket", "no earlier balance is at hand"},
	{"amount-missing", Info, "bucket", "Form 4, columns 4 and 5; arithmetic"},
	{"note-on-total", Info, "cross-filing", "a number in the note on the total"},
	{"rounding", Info, "bucket", "EDGAR ownership specification, four decimals; arithmetic"},
	{"misprint", Hint, "bucket", "the next line confirms the other figure; arithmetic"},
	{"stale-total", Hint, "cross-filing", "an earlier total stands again and the next line does not follow it"},
	{"per-lot-total", Hint, "bucket", "practice of filers"},
	{"missing-filing", Info, "cross-filing", "time without a report, or the count of parts in the remarks"},
	{"before-form3", Info, "cross-filing", "Rule 16a-2(a)"},
	{"form3-underlying", Info, "cross-filing", "Form 3, Table II column 3; arithmetic"},
	{"holder-misprint", Hint, "cross-filing", "comparison with other filings"},

	// How the file is written.
	{"value-malformed", Error, "field", "EDGAR ownership specification, data types"},
	{"draft-access-code", Warning, "owner", "EDGAR Filer Manual, access codes"},
	{"charset-windows-1252", Info, "source", "XML 1.0, section 4.3.3"},
	{"xml-damaged", Warning, "source", "XML 1.0"},
	{"xml-entity-unknown", Warning, "source", "XML 1.0, section 4.1"},
	{"xml-stray-text", Warning, "source", "EDGAR ownership specification, elements"},
	{"xml-element-unknown", Info, "source", "EDGAR ownership specification, elements"},
	{"xml-element-misplaced", Warning, "source", "EDGAR ownership specification, elements"},
	{"xml-element-repeated", Warning, "source", "EDGAR ownership specification, elements"},
	{"xml-findings-cut", Warning, "source", "bound of this reader"},
}
