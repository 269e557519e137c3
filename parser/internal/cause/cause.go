// Package cause says why a line of the ledger has its state and why two lines are joined:
// what code goes by, and what the sentence for a person is made from.
package cause

import (
	"fmt"

	"filingview/parser/ownership"
)

// Cause is why a line has its state.
type Cause uint8

const (
	// The line follows.
	Follows Cause = iota
	TotalRepeated
	RollsForward
	HoldingAgrees
	Begins

	// Nothing before it says what the balance was.
	FirstSeen
	FirstSeenHolding
	FirstSeenForm3
	FirstSeenUnderlying
	FirstSeenSeveral
	NoTotal
	NoAmount
	HoldingTwice

	// It does not follow.
	UnexplainedWithin
	UnexplainedBetween

	// It does not follow by the figures alone.
	Form3Underlying
	Note
	Rounding
	LineNote
	OtherNote
	Words
	SignTurned
	Remainder
	LateOwnDay
	AfterLate
	AmountMisprinted
	AmountCarried
	AllSeries
	MissingFiling
	MissingPart
	BalanceContinued
	HolderMisprinted
	CountedBeforeFiled
	FiledAfterCounted
	TotalMisprinted
	TotalResumed
	TotalCarried
	SplitByPrice
	SplitBySeries
	SplitByNote
	SplitBySeveral
	Depositary
	TransferLine
	Mirrored
	PartOfChange
	SumOfChanges
	BalanceTaken
	HeldInNewLine
	CameFromGap
	ToldBefore
	PartOfEarlier
	BeforeForm3

	// An amendment has it.
	Restated
	Replaced
	AmendsSeveral
	Uncorrected

	// What may be, where nothing decides: said after the sentence of an open line.
	ReadTotal
	ReadAmount
	ReadOtherFiling
	ReadMoved
	ReadMissing
	ReadNote
	ReadRest
	ReadHolders
	NothingSays
)

// causes says of each cause the state that it gives a line, how sure an explanation is,
// the rule and the sentence. A rule of 0 is given with the reason.
var causes = [...]struct {
	state    ownership.LineState
	strength ownership.Strength
	rule     ownership.Rule
	sentence string
}{
	Follows:       {ownership.Reconciled, 0, ownership.RuleRunningBalance, "It follows from the line before."},
	TotalRepeated: {ownership.Reconciled, 0, 0, "The total after all of these lines is shown on each of them, and it adds up."},
	RollsForward:  {ownership.Reconciled, 0, ownership.RuleRollForward, "It goes on from the %s after the %s."},
	HoldingAgrees: {ownership.Reconciled, 0, ownership.RuleHoldingVsChain, "The holding is the balance that the lines above lead to."},
	Begins:        {ownership.Reconciled, 0, ownership.RuleRunningBalance, "The account begins here: nothing was held before this line."},

	FirstSeen: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: it implies %s held before, and no earlier filing here tells of it. Drop the owner's earlier filings to test it."},
	FirstSeenHolding: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: no earlier filing here tells of this holding. Drop the owner's earlier filings to test it."},
	FirstSeenForm3: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: Form 3 opens this account, and nothing before it could be added up."},
	FirstSeenUnderlying: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: Form 3 opens this account. Its Table II has no column for the number of derivative securities, so the amount is the one in column 3."},
	FirstSeenSeveral: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: its note names several holders, and nothing says which line is whose, so that no earlier line can be known to be its own."},
	NoTotal: {ownership.CannotBeTested, 0, ownership.RuleFollowingMissing,
		"The line has no amount owned following it that can be read, so nothing can be checked."},
	NoAmount: {ownership.CannotBeTested, 0, ownership.RuleAmountMissing,
		"The amount of the transaction, or whether it was acquired or disposed of, cannot be read, so nothing can be checked."},
	HoldingTwice: {ownership.CannotBeTested, 0, ownership.RuleHoldingRowDuplicate,
		"The same holding stands in this filing twice, with the same holder and amount: either a repeated line, or one of the two is another holder's."},

	UnexplainedWithin: {ownership.Unexplained, 0, ownership.RuleRunningBalance,
		"%s %s %s printed, but %s follow from the %s before: off by %s."},
	UnexplainedBetween: {ownership.Unexplained, 0, ownership.RuleRollForward,
		"It implies %s %s before it, but %s stood after the %s: %s %s."},

	Form3Underlying: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm3Underlying,
		"Form 3 gives the %s underlying shares of this holding; here it is counted in %s: %s on the same terms (%s for %s)."},
	Note:      {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "The note on the total tells of the %s %s: “%s”"},
	LineNote:  {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "A note on this line tells of the %s: “%s”"},
	OtherNote: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "%s note of the %s tells of the %s %s: “%s”"},
	Words: {ownership.Explained, ownership.StrengthTold, ownership.RuleNoteWithoutFigure,
		"The note on the total says why: “%s” It gives no figure, so that the amount, %s %s %s, cannot be checked."},
	SignTurned: {ownership.Explained, ownership.StrengthLikely, ownership.RuleCodeSignMismatch,
		"It is marked %s, but the totals before and after, %s and %s,%s say %s.%s"},
	Remainder: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"%s printed total %s repeats the amount of the line and should be 0: all of the %s that were held are disposed of."},
	LateOwnDay: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"A late line with the total of its own day: it goes on from the %s after the %s."},
	AfterLate: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"It goes on from the %s after the %s%s."},
	Rounding: {ownership.Explained, ownership.StrengthProved, ownership.RuleRounding,
		"The units are counted in fractions and the printed totals are rounded: a difference of %s."},
	AmountMisprinted: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"The amount is likely misprinted (%s): the totals before and after differ by %s, not %s, and the next line goes on from the printed total."},
	AmountCarried: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"It adds up, but it carries an amount that is likely misprinted in the other table's line of the same event: the totals there ask for %s, not %s."},
	AllSeries: {ownership.Explained, ownership.StrengthProved, ownership.RuleAllSeriesTotal, "The total counts all %d series of this title together: %s before this line."},
	MissingFiling: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMissingFiling,
		"Likely a filing is missing here: %s %s than after the last report of this account, from %s to %s, and no note or line tells of it. Drop the filings of that time to test it."},
	MissingPart: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMissingFiling,
		"Part %d of %d of the %s is not here: its remarks say that it was filed in %d parts. The balance is %s %s, likely by that part; drop it to test it."},
	BalanceContinued: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"It begins with the %s at which %s ended in the %s, and that account is not reported again: likely the same holding under another form of ownership or holder, or a slip in that column."},
	HolderMisprinted: {ownership.Explained, ownership.StrengthLikely, ownership.RuleHolderMisprint,
		"The same holder and amount stand in this filing twice. The %s has “%s” with the same %s, which this filing leaves out: this line is likely that holding, with its holder misprinted."},
	CountedBeforeFiled: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup, "The total already counts %s of the %s, dated %s: %s."},
	FiledAfterCounted: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"The totals since the %s already count %s; here it is reported, and not counted again."},
	TotalMisprinted: {ownership.Explained, ownership.StrengthLikely, 0, "%s printed total %s should be %s: %s, and the %s goes on from %s.%s"},
	TotalResumed:    {ownership.Explained, ownership.StrengthLikely, 0, "It goes on from %s, which the total of the %s %sshould have been; that one shows %s (%s).%s"},
	TotalCarried:    {ownership.Explained, ownership.StrengthLikely, 0, "It carries the total of the %s on, which is %soff by %s until the %s."},
	SplitByPrice:    {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "A %s. The exercise price went from %s to %s."},
	SplitBySeries:   {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "A %s. An option series scales alike: %s at %s became %s at %s."},
	SplitByNote:     {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "A %s. A note tells of it."},
	SplitBySeveral:  {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "A %s. Notes tell of them."},
	Depositary:      {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "The same holding in another count: %s in the %s are %s here: %s."},
	TransferLine: {ownership.Explained, ownership.StrengthLikely, ownership.RuleTransferPair,
		"Likely the %s of the line of %s in %s came or went here without a line in the filings here: the same amount, with the opposite sign."},
	Mirrored: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"%s%s went from %s to %s without a line in the filings here: the gaps are equal and opposite.%s"},
	PartOfChange: {ownership.Explained, ownership.StrengthProved, ownership.RuleFormChangeGap,
		"%sa part of the %s that %s %s between these filings, without a line in the filings here (Rule 16a-13)."},
	SumOfChanges: {ownership.Explained, ownership.StrengthProved, ownership.RuleFormChangeGap,
		"%s%s %s without a line in the filings here: the gaps of %d other accounts add up to the opposite (Rule 16a-13)."},
	BalanceTaken: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"Likely the %s that %s had left are in this total, without a line in the filings here; that account is not reported with a balance again. A change in form of ownership alone is exempt (Rule 16a-13)."},
	HeldInNewLine: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"Likely the %s are those of %s, which begins in the %s with exactly that many; no line here tells of it (Rule 16a-13)."},
	CameFromGap: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"First seen. Likely the %s came from %s, which has exactly that many less; no line here tells of it (Rule 16a-13)."},
	ToldBefore: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal,
		"First seen. A note of the %s tells of the %s: “%s”"},
	PartOfEarlier: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal,
		"First seen. It is a part of the %s of the %s, whose note gives %s: “%s”"},
	BeforeForm3: {ownership.Explained, ownership.StrengthProved, ownership.RuleBeforeForm3,
		"%s already holds what this line left: it is not counted again (Rule 16a-2(a)).%s"},

	// The state and the rule of a line that is restated are those of the line that
	// restates it.
	Restated: {ownership.CannotBeTested, 0, 0, "Restated unchanged by the %s. %s"},
	Replaced: {ownership.Explained, ownership.StrengthProved, ownership.RuleAmendmentMerge, "Replaced by the %s, which has %s for it; the corrected line is counted."},
	AmendsSeveral: {ownership.CannotBeTested, 0, ownership.RuleAmendmentMerge,
		"It may amend more than one line of the original filing. Both are shown; the original's are counted."},
	Uncorrected: {ownership.Explained, ownership.StrengthProved, ownership.RuleAmendmentMerge,
		"It goes on from the total that the %s had before it was corrected: %s, now %s."},

	ReadTotal: {ownership.Unexplained, 0, 0,
		"Two readings: the total %s of the %s may be %s (%s), or %s may have been %s in a filing that is not here and left out of the next total."},
	ReadAmount: {ownership.Unexplained, 0, 0,
		"Two readings: the amount %s may be %s (%s), or %s may have been %s in a filing that is not here."},
	ReadOtherFiling: {ownership.Unexplained, 0, 0, "Else %s may have been %s in a filing that is not here and left out of the next total."},
	ReadMoved: {ownership.Unexplained, 0, 0,
		"%s has as many %s: they may have been moved, or the division between the two was corrected."},
	ReadMissing: {ownership.Unexplained, 0, 0, "A filing between %s and %s may not be here."},
	ReadNote:    {ownership.Unexplained, 0, 0, "%s says: “%s” It does not give this amount."},
	ReadRest:    {ownership.Unexplained, 0, 0, "The note on the total says: “%s” Its figure, %s, leaves %s %s open."},
	ReadHolders: {ownership.Unexplained, 0, 0, "The note names several holders, and nothing says which line is whose."},
	NothingSays: {ownership.Unexplained, 0, 0, "Nothing here says why."},
}

// State returns the state that a line has for the cause.
func (c Cause) State() ownership.LineState { return causes[c].state }

// Reason is a cause with what its sentence says of one line.
type Reason struct {
	Cause    Cause
	Strength ownership.Strength
	Rule     ownership.Rule
	Sentence string
}

// Because returns the reason of a cause whose sentence says the arguments.
func Because(c Cause, args ...any) Reason {
	return Reason{c, causes[c].strength, causes[c].rule, filled(causes[c].sentence, args)}
}

// By returns the reason with another rule than that of its cause.
func (r Reason) By(rule ownership.Rule) Reason {
	r.Rule = rule
	return r
}

// WithStrength returns the reason with another strength than that of its cause.
func (r Reason) WithStrength(s ownership.Strength) Reason {
	r.Strength = s
	return r
}

func filled(sentence string, args []any) string {
	if len(args) == 0 {
		return sentence
	}
	return fmt.Sprintf(sentence, args...)
}

// Link is why two lines are joined.
type Link uint8

const (
	LinkExercise Link = iota
	LinkExercisePart
	LinkWithheld
	LinkTransfer
	LinkTransferLine
	LinkOtherSide
	LinkPartOfChange
	LinkBalanceTaken
	LinkBalanceContinued
	LinkFiledLater
	LinkResumed
	LinkTold
	LinkMisprint
	LinkSameHolding
	LinkAmendment
	LinkMayAmend
	LinkUncorrected
)

// links says of each cause the rule, what is said on the first line of the
// second, and what on the second of the first. A rule of 0 is given with the link.
var links = [...]struct {
	rule        ownership.Rule
	there, back string
}{
	LinkExercise:         {ownership.RuleExerciseLink, "The derivative securities of this %[1]s: %[2]s underlying.", "The %[2]s acquired by this %[1]s."},
	LinkExercisePart:     {ownership.RuleExerciseLink, "A part of what was exercised here.", "A part of what was acquired here."},
	LinkWithheld:         {ownership.RuleWithholdBound, "Withheld from what this line delivered.", "Shares were withheld from this, for tax or the price."},
	LinkTransfer:         {ownership.RuleTransferPair, "Where it went.", "Where it came from."},
	LinkTransferLine:     {ownership.RuleTransferPair, "The line of this transfer.", "The other side of this transfer."},
	LinkOtherSide:        {ownership.RuleFormChangeGap, "The other side of this change.", "The other side of this change."},
	LinkPartOfChange:     {ownership.RuleFormChangeGap, "A part of this change.", "The other side of this change."},
	LinkBalanceTaken:     {ownership.RuleFormChangeGap, "The balance that went here.", "This balance is in the total there."},
	LinkBalanceContinued: {ownership.RuleFormChangeGap, "The balance that this line begins with.", "The balance goes on there."},
	LinkFiledLater:       {ownership.RuleForm5Catchup, "Reported only there.", "The total there already counts this line."},
	LinkResumed:          {0, "This line goes on from the right total.", "The total that this line does not go on from."},
	LinkTold:             {ownership.RuleNoteOnTotal, "Its note tells of this amount.", "The note here tells of the amount there."},
	LinkMisprint:         {ownership.RuleMisprint, "The misprinted amount.", "Carries the misprinted amount."},
	LinkSameHolding:      {ownership.RuleHolderMisprint, "Likely the same holding.", "Likely the same holding."},
	LinkAmendment:        {ownership.RuleAmendmentMerge, "The amendment's line.", "The line as first filed."},
	LinkMayAmend:         {ownership.RuleAmendmentMerge, "It may amend this line.", "An amendment's line may be about this one."},
	LinkUncorrected:      {ownership.RuleAmendmentMerge, "The total that this line goes on from.", "A later line goes on from this total."},
}

// Rule returns the rule of the link, or 0 where it is given with the link.
func (l Link) Rule() ownership.Rule { return links[l].rule }

// Says returns what is said on the first line of the second, and on the second of the
// first.
func (l Link) Says(args ...any) (there, back string) {
	return filled(links[l].there, args), filled(links[l].back, args)
}
