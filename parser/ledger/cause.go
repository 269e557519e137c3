package ledger

import (
	"fmt"

	"filingview/parser/ownership"
)

// cause is why a line has its state: what the ledger's code goes by, and what the
// sentence for a person is made from.
type cause uint8

const (
	// The line follows.
	causeFollows cause = iota
	causeTotalRepeated
	causeRollsForward
	causeHoldingAgrees
	causeBegins

	// Nothing before it says what the balance was.
	causeFirstSeen
	causeFirstSeenHolding
	causeFirstSeenForm3
	causeFirstSeenUnderlying
	causeNoTotal
	causeNoAmount
	causeHoldingTwice

	// It does not follow.
	causeUnexplainedWithin
	causeUnexplainedBetween

	// It does not follow by the figures alone.
	causeForm3Underlying
	causeNote
	causeRounding
	causeLineNote
	causeOtherNote
	causeWords
	causeSignTurned
	causeRemainder
	causeLateOwnDay
	causeAfterLate
	causeAmountMisprinted
	causeAmountCarried
	causeAllSeries
	causeMissingFiling
	causeMissingPart
	causeBalanceContinued
	causeHolderMisprinted
	causeCountedBeforeFiled
	causeFiledAfterCounted
	causeTotalMisprinted
	causeTotalResumed
	causeTotalCarried
	causeTotalStale
	causeSplitByPrice
	causeSplitBySeries
	causeSplitByNote
	causeSplitByTwo
	causeTransferLine
	causeMirrored
	causePartOfChange
	causeSumOfChanges
	causeBalanceTaken
	causeHeldInNewLine
	causeCameFromGap
	causeToldBefore
	causePartOfEarlier
	causeBeforeForm3

	// An amendment has it.
	causeRestated
	causeReplaced
	causeAmendsSeveral
	causeUncorrected

	// What may be, where nothing decides: said after the sentence of an open line.
	causeReadTotal
	causeReadAmount
	causeReadMoved
	causeReadMissing
	causeReadNote
	causeReadRest
	causeReadHolders
	causeNothingSays
)

// causes says of each cause the state that it gives a line, how sure an explanation is,
// the rule and the sentence. A rule of 0 is given with the reason.
var causes = [...]struct {
	state    ownership.LineState
	strength ownership.Strength
	rule     ownership.Rule
	sentence string
}{
	causeFollows:       {ownership.Reconciled, 0, ownership.RuleRunningBalance, "It follows from the line before."},
	causeTotalRepeated: {ownership.Reconciled, 0, 0, "The total after all of these lines is shown on each of them, and it adds up."},
	causeRollsForward:  {ownership.Reconciled, 0, ownership.RuleRollForward, "It goes on from the %s after the %s."},
	causeHoldingAgrees: {ownership.Reconciled, 0, ownership.RuleHoldingVsChain, "The holding is the balance that the lines above lead to."},
	causeBegins:        {ownership.Reconciled, 0, ownership.RuleRunningBalance, "The account begins here: nothing was held before this line."},

	causeFirstSeen: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: it implies %s held before, and no earlier filing here tells of it. Drop the owner's earlier filings to test it."},
	causeFirstSeenHolding: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: no earlier filing here tells of this holding. Drop the owner's earlier filings to test it."},
	causeFirstSeenForm3: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: Form 3 opens this account, and nothing before it could be added up."},
	causeFirstSeenUnderlying: {ownership.CannotBeTested, 0, ownership.RuleFirstSeen,
		"First seen: Form 3 opens this account. Its Table II has no column for the number of derivative securities, so the amount is the one in column 3."},
	causeNoTotal: {ownership.CannotBeTested, 0, ownership.RuleFollowingMissing,
		"The line has no amount owned following it that can be read, so nothing can be checked."},
	causeNoAmount: {ownership.CannotBeTested, 0, ownership.RuleAmountMissing,
		"The amount of the transaction, or whether it was acquired or disposed of, cannot be read, so nothing can be checked."},
	causeHoldingTwice: {ownership.CannotBeTested, 0, ownership.RuleHoldingRowDuplicate,
		"The same holding stands in this filing twice, with the same holder and amount: either a repeated line, or one of the two is another holder's."},

	causeUnexplainedWithin: {ownership.Unexplained, 0, ownership.RuleRunningBalance,
		"%s %s %s printed, but %s follow from the %s before: off by %s."},
	causeUnexplainedBetween: {ownership.Unexplained, 0, ownership.RuleRollForward,
		"It implies %s %s before it, but %s stood after the %s: %s %s."},

	causeForm3Underlying: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm3Underlying,
		"Form 3 gives the %s underlying shares of this holding; here it is counted in %s: %s on the same terms (%s for %s)."},
	causeNote:      {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "The note on the total tells of the %s %s: “%s”"},
	causeLineNote:  {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "A note on this line tells of the %s: “%s”"},
	causeOtherNote: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal, "A note of the %s tells of the %s %s: “%s”"},
	causeWords: {ownership.Explained, ownership.StrengthTold, ownership.RuleNoteWithoutFigure,
		"The note on the total says why: “%s” It gives no figure, so that the amount, %s %s %s, cannot be checked."},
	causeSignTurned: {ownership.Explained, ownership.StrengthLikely, ownership.RuleCodeSignMismatch,
		"It is marked %s, but the totals before and after, %s and %s,%s say %s."},
	causeRemainder: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"The printed total %s repeats the amount of the line and should be 0: all of the %s that were held are disposed of."},
	causeLateOwnDay: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"A late line with the total of its own day: it goes on from the %s after the %s."},
	causeAfterLate: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"It goes on from the %s after the %s%s."},
	causeRounding: {ownership.Explained, ownership.StrengthProved, ownership.RuleRounding,
		"The units are counted in fractions and the printed totals are rounded: a difference of %s."},
	causeAmountMisprinted: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"The amount is misprinted (%s): the totals before and after differ by %s, not %s, and the next line goes on from the printed total."},
	causeAmountCarried: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMisprint,
		"It adds up, but it carries an amount that is misprinted in the other table's line of the same event: the totals there ask for %s, not %s."},
	causeAllSeries: {ownership.Explained, ownership.StrengthProved, ownership.RuleAllSeriesTotal, "The total counts all %d series of this title together: %s before this line."},
	causeMissingFiling: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMissingFiling,
		"Likely a filing is missing here: %s %s than after the last report of this account, from %s to %s, and no note or line tells of it. Drop the filings of that time to test it."},
	causeMissingPart: {ownership.Explained, ownership.StrengthLikely, ownership.RuleMissingFiling,
		"Part %d of %d of the %s is not here: its remarks say that it was filed in %d parts. The balance is %s %s; drop the missing part to test it."},
	causeBalanceContinued: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"It begins with the %s at which %s ended in the %s, and that account is not reported again: likely the same holding under another form of ownership or holder, or a slip in that column."},
	causeHolderMisprinted: {ownership.Explained, ownership.StrengthLikely, ownership.RuleHolderMisprint,
		"The same holder and amount stand in this filing twice. The %s has “%s” with the same %s, which this filing leaves out: this line is likely that holding, with its holder misprinted."},
	causeCountedBeforeFiled: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup, "The total already counts %s of the %s, dated %s: %s."},
	causeFiledAfterCounted: {ownership.Explained, ownership.StrengthProved, ownership.RuleForm5Catchup,
		"The totals since the %s already count %s; here it is reported, and not counted again."},
	causeTotalMisprinted: {ownership.Explained, ownership.StrengthLikely, 0, "%s printed total %s should be %s: %s, and the %s goes on from %s.%s"},
	causeTotalResumed:    {ownership.Explained, ownership.StrengthLikely, 0, "It goes on from %s, which the total of the %s %sshould have been; that one shows %s (%s).%s"},
	causeTotalCarried:    {ownership.Explained, ownership.StrengthLikely, 0, "It carries the total of the %s on, which is %soff by %s until the %s."},
	causeTotalStale:      {ownership.Explained, ownership.StrengthLikely, ownership.RuleStaleTotal, "It repeats the total after the %s; the %s had told of the change since."},
	causeSplitByPrice:    {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "Looks like a %s. The exercise price went from %s to %s."},
	causeSplitBySeries:   {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "Looks like a %s. An option series scales alike: %s at %s became %s at %s."},
	causeSplitByNote:     {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "Looks like a %s. A note tells of it."},
	causeSplitByTwo:      {ownership.Explained, ownership.StrengthProved, ownership.RuleSplitRatio, "Looks like a %s. A note tells of the two splits that make it."},
	causeTransferLine: {ownership.Explained, ownership.StrengthLikely, ownership.RuleTransferPair,
		"Likely the %s of the line of %s in %s came or went here without a line in the filings here: the same amount, with the opposite sign."},
	causeMirrored: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"%s%s went from %s to %s without a line in the filings here: the gaps are equal and opposite.%s"},
	causePartOfChange: {ownership.Explained, ownership.StrengthProved, ownership.RuleFormChangeGap,
		"%sa part of the %s that %s %s between these filings, without a line in the filings here (Rule 16a-13)."},
	causeSumOfChanges: {ownership.Explained, ownership.StrengthProved, ownership.RuleFormChangeGap,
		"%s%s %s without a line in the filings here: the gaps of %d other accounts add up to the opposite (Rule 16a-13)."},
	causeBalanceTaken: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"Likely the %s that %s had left are in this total, without a line in the filings here; that account is not reported with a balance again. A change in form of ownership alone is exempt (Rule 16a-13)."},
	causeHeldInNewLine: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"Likely the %s are those of %s, which begins in the %s with exactly that many; no line here tells of it (Rule 16a-13)."},
	causeCameFromGap: {ownership.Explained, ownership.StrengthLikely, ownership.RuleFormChangeGap,
		"First seen. Likely the %s came from %s, which has exactly that many less; no line here tells of it (Rule 16a-13)."},
	causeToldBefore: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal,
		"First seen. A note of the %s tells of the %s: “%s”"},
	causePartOfEarlier: {ownership.Explained, ownership.StrengthProved, ownership.RuleNoteOnTotal,
		"First seen. It is a part of the %s of the %s, whose note gives %s: “%s”"},
	causeBeforeForm3: {ownership.Explained, ownership.StrengthProved, ownership.RuleBeforeForm3,
		"%s already holds what this line left: it is not counted again (Rule 16a-2(a)).%s"},

	// The state and the rule of a line that is restated are those of the line that
	// restates it.
	causeRestated: {ownership.CannotBeTested, 0, 0, "Restated unchanged by the %s. %s"},
	causeReplaced: {ownership.Explained, ownership.StrengthProved, ownership.RuleAmendmentMerge, "Replaced by the %s, which has %s for it; the corrected line is counted."},
	causeAmendsSeveral: {ownership.CannotBeTested, 0, ownership.RuleAmendmentMerge,
		"It may amend more than one line of the original filing. Both are shown; the original's are counted."},
	causeUncorrected: {ownership.Explained, ownership.StrengthProved, ownership.RuleAmendmentMerge,
		"It goes on from the total that the %s had before it was corrected: %s, now %s."},

	causeReadTotal: {ownership.Unexplained, 0, 0,
		"Two readings: the total %s of the %s may be %s (%s), or %s may have been %s in a filing that is not here and left out of the next total."},
	causeReadAmount: {ownership.Unexplained, 0, 0,
		"Two readings: the amount %s may be %s (%s), or %s may have been %s in a filing that is not here."},
	causeReadMoved: {ownership.Unexplained, 0, 0,
		"%s has as many %s: they may have been moved, or the division between the two was corrected."},
	causeReadMissing: {ownership.Unexplained, 0, 0, "A filing between %s and %s may not be here."},
	causeReadNote:    {ownership.Unexplained, 0, 0, "%s says: “%s” It does not give this amount."},
	causeReadRest:    {ownership.Unexplained, 0, 0, "The note on the total says: “%s” Its figure, %s, leaves %s %s open."},
	causeReadHolders: {ownership.Unexplained, 0, 0, "The note names several holders, and nothing says which line is whose."},
	causeNothingSays: {ownership.Unexplained, 0, 0, "Nothing here says why."},
}

// reason is a cause with what its sentence says of one line.
type reason struct {
	cause    cause
	strength ownership.Strength
	rule     ownership.Rule
	sentence string
}

func because(c cause, args ...any) reason {
	return reason{c, causes[c].strength, causes[c].rule, filled(causes[c].sentence, args)}
}

// by returns the reason with another rule than that of its cause.
func (r reason) by(rule ownership.Rule) reason {
	r.rule = rule
	return r
}

func filled(sentence string, args []any) string {
	if len(args) == 0 {
		return sentence
	}
	return fmt.Sprintf(sentence, args...)
}

// linkCause is why two lines are joined.
type linkCause uint8

const (
	linkExercise linkCause = iota
	linkExercisePart
	linkWithheld
	linkTransfer
	linkTransferLine
	linkOtherSide
	linkPartOfChange
	linkBalanceTaken
	linkBalanceContinued
	linkFiledLater
	linkResumed
	linkTold
	linkMisprint
	linkSameHolding
	linkAmendment
	linkMayAmend
	linkUncorrected
)

// linkCauses says of each cause the rule, what is said on the first line of the
// second, and what on the second of the first. A rule of 0 is given with the link.
var linkCauses = [...]struct {
	rule        ownership.Rule
	there, back string
}{
	linkExercise:         {ownership.RuleExerciseLink, "The derivative securities of this %[1]s: %[2]s shares underlying.", "The %[2]s shares acquired by this %[1]s."},
	linkExercisePart:     {ownership.RuleExerciseLink, "A part of what was exercised here.", "A part of what was acquired here."},
	linkWithheld:         {ownership.RuleWithholdBound, "Withheld from what this line delivered.", "Shares were withheld from this, for tax or the price."},
	linkTransfer:         {ownership.RuleTransferPair, "Where it went.", "Where it came from."},
	linkTransferLine:     {ownership.RuleTransferPair, "The line of this transfer.", "The other side of this transfer."},
	linkOtherSide:        {ownership.RuleFormChangeGap, "The other side of this change.", "The other side of this change."},
	linkPartOfChange:     {ownership.RuleFormChangeGap, "A part of this change.", "The other side of this change."},
	linkBalanceTaken:     {ownership.RuleFormChangeGap, "The balance that went here.", "This balance is in the total there."},
	linkBalanceContinued: {ownership.RuleFormChangeGap, "The balance that this line begins with.", "The balance goes on there."},
	linkFiledLater:       {ownership.RuleForm5Catchup, "Reported only there.", "The total there already counts this line."},
	linkResumed:          {0, "This line goes on from the right total.", "The total that this line does not go on from."},
	linkTold:             {ownership.RuleNoteOnTotal, "Its note tells of this amount.", "The note here tells of the amount there."},
	linkMisprint:         {ownership.RuleMisprint, "The misprinted amount.", "Carries the misprinted amount."},
	linkSameHolding:      {ownership.RuleHolderMisprint, "Likely the same holding.", "Likely the same holding."},
	linkAmendment:        {ownership.RuleAmendmentMerge, "The amendment's line.", "The line as first filed."},
	linkMayAmend:         {ownership.RuleAmendmentMerge, "It may amend this line.", "An amendment's line may be about this one."},
	linkUncorrected:      {ownership.RuleAmendmentMerge, "The total that this line goes on from.", "A later line goes on from this total."},
}
